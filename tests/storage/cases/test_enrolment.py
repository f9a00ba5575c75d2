"""Somebody becomes a guardian with a code that works once, and only when whoever signs the list has put them on it."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import delete, insert, select, update

from storage.cases import casework, enrolment, guardians, locks, slips
from storage.cases.casework import Casework
from storage.cases.enrolment import Invitation, NoInvitation, NotSaid, NotWaiting
from storage.cases.guardians import StaysLocked
from storage.cases.locks import TooWeak
from storage.cases.one_time import WITHIN, WRONG
from storage.db import Database
from storage.secrets import SecretFiles
from storage.threads.recipients import DirectoryRefused
from storage.threads.shelf import ShelfFile
from storage.threads.tables import InvitedRow, LockedKeysRow
from tests.storage.cases.chamber import SIGNER, Chamber, telephone
from tests.storage.threads import scan

NIA = Invitation("Nia Rees", "network lead", "the chair of the network", outside=True)
SAYS = "a passphrase that Nia thought of"


def inbox(chamber: Chamber) -> Casework:
    """The same installation in another process: its own connections, its own memory of keys."""
    cabinet, folder = chamber.work.cabinet, chamber.desk.folder / "secrets"
    url = cabinet.database.url.render_as_string(hide_password=False)
    apart = replace(
        cabinet, database=Database(url), secrets=SecretFiles(folder), shelf=ShelfFile(folder / "threads.shelf")
    )
    return replace(chamber.work, cabinet=apart)


async def stored(chamber: Chamber) -> list[tuple[bytes, bytes]]:
    async with chamber.work.cabinet.database.begin() as connection:
        return [(bytes(row.place), bytes(row.body)) for row in await connection.execute(select(InvitedRow))]


async def refused(work: Casework, chamber: Chamber, code: str) -> None:
    with pytest.raises(NoInvitation) as said:
        await enrolment.invited(work, chamber.tries, code)
    assert (str(said.value), said.value.args) == ("", ())


async def test_a_guardian_is_invited_makes_keys_in_another_process_and_opens_nothing_before_the_list_is_signed(
    chamber: Chamber,
) -> None:
    admin, screen = chamber.work, inbox(chamber)
    code = await enrolment.invite(admin, NIA)
    assert await enrolment.invited(screen, chamber.tries, code.lower().replace("-", " ")) == NIA
    with pytest.raises(TooWeak):
        await enrolment.accept(screen, chamber.tries, code, "short")
    made = await enrolment.accept(screen, chamber.tries, code, SAYS)
    secret = (SAYS, telephone(made, chamber.watch.at))
    await refused(screen, chamber, code)
    with pytest.raises(StaysLocked):
        await guardians.unlock(screen, chamber.tries, made.who, secret)
    [waiting] = await enrolment.everybody_invited(admin)
    assert (waiting.words, waiting.invitation) == (enrolment.fingerprint(made.public), NIA)
    assert len(waiting.words) == enrolment.WORDS
    directory = await enrolment.sign(admin, SIGNER, waiting.place)
    assert directory.recipients[-1] == made.public
    assert directory.serial == chamber.directory.serial + 1
    assert (directory.recipients[-1].outside, directory.recipients[-1].answers_to) == (True, NIA.answers_to)
    assert locks.number(await guardians.unlock(screen, chamber.tries, made.who, secret)) == made.who
    assert await enrolment.everybody_invited(admin) == []
    with pytest.raises(NotWaiting):
        await enrolment.sign(admin, SIGNER, waiting.place)
    await enrolment.end(admin, SIGNER, made.public)
    chamber.watch.at += 60
    with pytest.raises(StaysLocked):
        await guardians.unlock(screen, chamber.tries, made.who, (SAYS, telephone(made, chamber.watch.at)))
    with pytest.raises(NotWaiting):
        await enrolment.end(admin, SIGNER, made.public)
    await screen.cabinet.database.close()


async def test_a_code_ends_after_seven_days_and_wrong_ones_are_limited(file_chamber: Chamber) -> None:
    chamber, work = file_chamber, file_chamber.work
    code = await enrolment.invite(work, NIA)
    for _ in range(WRONG):
        await refused(work, chamber, "AAAA-BBBB-CCCC-DDDD")
    await refused(work, chamber, code)
    chamber.watch.at += WITHIN
    for odd in ("", "\N{SHRUG}" * 4000, "\ud800", "A" * 3, "8" * 16):
        await refused(work, chamber, odd)
    chamber.day.passes(6)
    assert await enrolment.invited(work, chamber.tries, code) == NIA
    chamber.day.passes()
    await refused(work, chamber, code)
    assert await enrolment.everybody_invited(work) == []
    assert await stored(chamber) == []


async def test_one_code_used_twice_at_once_makes_one_guardian(
    file_chamber: Chamber, monkeypatch: pytest.MonkeyPatch
) -> None:
    chamber, work = file_chamber, file_chamber.work
    code, enrol = await enrolment.invite(work, NIA), guardians.enrol

    async def while_another_is_quicker(*told: object) -> object:
        monkeypatch.setattr(guardians, "enrol", enrol)
        await enrolment.accept(work, chamber.tries, code, SAYS)
        return await enrol(*told)  # type: ignore[arg-type]

    monkeypatch.setattr(guardians, "enrol", while_another_is_quicker)
    with pytest.raises(NoInvitation):
        await enrolment.accept(work, chamber.tries, code, SAYS)
    assert len(await enrolment.everybody_invited(work)) == 1
    async with work.cabinet.database.begin() as connection:
        assert len((await connection.execute(select(LockedKeysRow))).all()) == len(chamber.enrolled) + 1


async def test_keys_that_somebody_exchanged_in_the_database_never_reach_the_signer(file_chamber: Chamber) -> None:
    """Moved, changed, or made by somebody who has the database and not the keys: as if it were not there."""
    chamber, work = file_chamber, file_chamber.work
    made = [
        await enrolment.accept(work, chamber.tries, await enrolment.invite(work, replace(NIA, name=name)), SAYS)
        for name in ("Nia", "Mallory")
    ]
    assert enrolment.fingerprint(made[0].public) != enrolment.fingerprint(made[1].public)
    (nia, hers), (mallory, his) = await stored(chamber)
    async with work.cabinet.database.begin() as connection:
        await connection.execute(update(InvitedRow).where(InvitedRow.place == nia).values(body=his))
        changed = hers[:-1] + bytes((hers[-1] ^ 1,))
        await connection.execute(update(InvitedRow).where(InvitedRow.place == mallory).values(body=changed))
    assert await enrolment.everybody_invited(work) == []
    async with work.cabinet.database.begin() as connection:  # the control: each where it belongs
        await connection.execute(delete(InvitedRow))
        kept = [{"place": nia, "body": hers}, {"place": mallory, "body": his}]
        await connection.execute(insert(InvitedRow), kept)
    assert len(await enrolment.everybody_invited(work)) == 2


async def test_only_the_pinned_signer_signs_and_an_older_list_of_another_process_is_refused(
    file_chamber: Chamber,
) -> None:
    chamber, work, server = file_chamber, file_chamber.work, inbox(file_chamber)
    await casework.known(server)
    await enrolment.accept(work, chamber.tries, await enrolment.invite(work, NIA), SAYS)
    [waiting] = await enrolment.everybody_invited(work)
    with pytest.raises(DirectoryRefused):
        await enrolment.sign(work, bytes(32), waiting.place)
    before = (chamber.desk.folder / "main-threads.db").read_bytes()
    assert await enrolment.everybody_invited(work) == [waiting]
    await enrolment.sign(work, SIGNER, waiting.place)
    assert len((await casework.known(server)).recipients) == len(chamber.enrolled) + 1
    assert before  # the old list, as a backup has it
    await chamber.work.cabinet.database.close()
    await server.cabinet.database.close()
    for file in chamber.desk.folder.glob("main-threads.db*"):
        file.unlink()
    (chamber.desk.folder / "main-threads.db").write_bytes(before)
    with pytest.raises(DirectoryRefused):
        await casework.known(server)
    await server.cabinet.database.close()


async def test_the_first_guardian_of_all_finds_no_list(file_chamber: Chamber) -> None:
    work = replace(file_chamber.work, pin=enrolment.new_signer()[1])
    with pytest.raises(DirectoryRefused):  # somebody else's list is not taken for none
        await enrolment.on_the_list(work)
    seed, pin = enrolment.new_signer()
    work = replace(work, pin=pin)
    assert (await enrolment.publish(work, seed, [])).recipients == ()
    assert await enrolment.on_the_list(work) == ()


async def test_the_table_holds_a_name_a_code_and_a_day_in_no_form_and_every_slip_is_of_one_length(
    chamber: Chamber,
) -> None:
    short = replace(NIA, name="Nia Rees", until=chamber.day.today + timedelta(days=90))
    codes = [await enrolment.invite(chamber.work, each) for each in (short, replace(NIA, role="x" * 80))]
    made = await enrolment.accept(chamber.work, chamber.tries, codes[0], SAYS)
    rows = await stored(chamber)
    assert {(len(place), len(body)) for place, body in rows} == {(16, slips.LENGTH)}
    needles = [short.name.encode(), short.answers_to.encode(), *(each.replace("-", "").encode() for each in codes)]
    needles += [str(chamber.day.today).encode(), str(chamber.day.today.toordinal()).encode(), made.public.opens]
    every = b"".join(place + body for place, body in rows)
    assert scan.found(needles, every) == []
    assert [each for each in needles if not scan.found([each], every + each + every)] == []


@pytest.mark.parametrize("bad", ["", "   ", "x" * 81, "two\nlines", "\x00"])
async def test_an_invitation_says_who_is_meant(file_chamber: Chamber, bad: str) -> None:
    for wrong in (replace(NIA, name=bad), replace(NIA, role=bad), replace(NIA, answers_to=bad)):
        with pytest.raises(NotSaid):
            await enrolment.invite(file_chamber.work, wrong)
    with pytest.raises(NotSaid):
        await enrolment.invite(file_chamber.work, replace(NIA, until=file_chamber.day.today - timedelta(days=1)))


def test_two_processes_that_need_a_lasting_key_at_the_same_moment_get_one(file_chamber: Chamber) -> None:
    folder = file_chamber.desk.folder / "secrets"
    one, other = SecretFiles(folder), SecretFiles(folder)
    made = one.lasting("new-here")
    assert other._first("new-here", bytes(32)) == other.lasting("new-here") == made
    assert list(folder.glob("*.part")) == []
