"""The rehearsal of a restore proves what it says, and would notice if an old backup brought back what was erased."""

from pathlib import Path

import pytest

from storage.cases import drill
from storage.cases.policy import LONGEST, NotSensible, Policy, keep, kept
from storage.secrets import SecretFiles
from storage.threads import night, rows
from tests.storage.cases.chamber import Chamber


@pytest.mark.long
async def test_a_rehearsal_holds_and_notices_a_build_that_erases_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "one").mkdir()
    proofs = await drill.rehearse(tmp_path / "one")
    assert [proof.holds for proof in proofs] == [True] * len(drill.WANTED)

    async def erases_nothing(*_told: object) -> int:
        return 0

    monkeypatch.setattr(rows, "erase", erases_nothing)
    (tmp_path / "other").mkdir()
    weak = await drill.rehearse(tmp_path / "other")
    assert [proof.holds for proof in weak] == [False, False, True, True]


async def test_a_copy_opens_with_its_own_day_s_keys_and_after_a_night_not_at_all(chamber: Chamber) -> None:
    await chamber.files("Somebody said something.")
    cabinet = chamber.work.cabinet
    url = cabinet.database.url.render_as_string(hide_password=False)
    found = await drill.look_at(cabinet.shelf, url)
    assert found.rows == found.open > 0
    before = await chamber.stored()
    await night.rewrite(cabinet)
    await chamber.desk.restore(before)
    assert (await drill.look_at(cabinet.shelf, url)).open == 0


def test_how_long_cases_are_kept_has_no_default_and_lies_outside_the_database(tmp_path: Path) -> None:
    secrets = SecretFiles(tmp_path / "secrets")
    assert kept(secrets) is None
    for bad in (0, -1, LONGEST + 1):
        with pytest.raises(NotSensible):
            keep(secrets, Policy(bad, 12, inquiry=False))
    keep(secrets, Policy(records=12, claims=72, inquiry=True))
    assert kept(SecretFiles(tmp_path / "secrets")) == Policy(12, 72, inquiry=True)
    assert Policy(12, 72, inquiry=False).months == 72
