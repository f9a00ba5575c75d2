"""A copy for an investigator holds nothing that was marked, no receipt and plain letters; and what left is on record."""

from itertools import pairwise

import pytest

from bot.words import Words
from storage.cases import copies, leaving, reporter, shown, working
from storage.cases.copies import Passage
from storage.cases.filing import NotOffered
from storage.cases.leaving import Left
from storage.threads import frames
from storage.threads.receipts import digits, mint, words
from tests.storage.cases.chamber import Chamber
from tests.storage.cases.test_attacks import dump
from tests.storage.threads import scan

SAID = (
    "On 12 March 2026 at 14:30 Dr Amara Nwosu SHOUTED at me!!! I\u2019m the only one on nights\u2026 \N{CRYING FACE}\n\n"
    "Write to amara.n@example.org, or 07700 900123. ICU knows it\u2014ask \u201cthem\u201d."
)


def test_the_writing_becomes_plain_and_what_often_tells_is_marked() -> None:
    told = copies.marked(copies.plain(SAID))
    assert told == (
        "On [[12 March 2026]] at [[14:30]] [[Dr Amara Nwosu]] shouted at me. I'm the only one on nights. Write to "
        '[[amara.n@example.org]], or [[07700 900123]]. ICU knows it-ask "them".'
    )
    assert copies.marked("The nurse told me that she may.") == "The nurse told me that she may."


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("She [[of Ward 7]] left.", "She [taken out] left."),
        ("She [[of [[Ward]] 7]] left.", "She [taken out] left."),
        ("She [[of Ward 7 left.", "She [taken out]"),
        ("She ]] left [[]]", "She left [taken out]"),
        ("[[a\nb]] c", "[taken out] c"),
        (" \n ", ""),
    ],
)
def test_whatever_brackets_are_opened_take_out_what_follows(said: str, kept: str) -> None:
    assert copies.taken_out(Words(), said) == kept


def test_what_could_be_a_receipt_is_taken_out() -> None:
    around = copies.copied(
        Words(), [Passage(False, "Mine is so there")], to="HR"
    ).split()  # its own words may be a receipt's
    for _ in range(20):
        own = mint()
        for told in (" ".join(words(own)), ", ".join(words(own)), digits(own)):
            copy = copies.copied(Words(), [Passage(False, copies.marked(f"Mine is {told} so there"))], to="HR")
            assert not any(part in copy.split() for part in words(own)[1:-1] if len(part) > 4 and part not in around)
            assert digits(own).split()[1] not in copy
            assert "so there" in copy


async def test_a_copy_lies_nowhere_and_every_word_that_left_is_on_record_in_the_case(chamber: Chamber) -> None:
    receipt = await chamber.files(SAID)
    ines, case = await chamber.guardian("Ines"), await chamber.case("Ines")
    await working.reply(chamber.work, ines, case, "Who else was there?")
    await reporter.answer(chamber.work, receipt, "Nobody but me.", "at once")
    given = copies.passages(await chamber.case("Ines"))
    assert [each.afterwards for each in given] == [False, True]
    copy = copies.copied(Words(), given, to="HR,\n Ms Low")
    assert "For: HR, Ms Low" in copy
    for gone in ("Amara", "March", "14:30", "07700", "\u2019", "Who else", case.name):
        assert gone not in copy
    left = Left("hr", "People services, Ms Low", "She looks into rotas.", copy)
    await leaving.record(chamber.work, ines, case, left)
    for name in ("Ines", "Tom"):
        [note] = (await chamber.case(name)).notes
        assert leaving.told_of(note) == Left(left.to, left.office, left.why, copy.strip())
    assert "People services" not in str(await chamber.sees(receipt))
    for name, content in {**chamber.desk.files(), **await dump(chamber)}.items():
        assert scan.found([b"a copy for an investigation", b"Nobody but me"], content) == [], name


async def test_nothing_in_a_copy_leads_back_to_the_case_it_is_of(file_chamber: Chamber) -> None:
    chamber = file_chamber
    receipt = await chamber.files(SAID)
    ines, first = await chamber.guardian("Ines"), await chamber.case("Ines")
    spoken = f"You called it {first.name.title()}, and {first.name}."
    assert await reporter.answer(chamber.work, receipt, spoken, "at once")
    case = await chamber.case("Ines")
    assert spoken in [each.text for each in case.messages]  # the control: it is there to be found
    copy = copies.copied(Words(), copies.passages(case), to="HR").lower()
    keys = (case.opened.token, case.opened.keys.opens, case.opened.keys.notes, ines.named.opens, ines.named.signs)
    needles = [case.name, shown.ref_of(ines, case.opened.token), digits(receipt), " ".join(words(receipt))]
    needles += [f"{a} {b}" for a, b in pairwise(words(receipt))] + [key.hex() for key in keys]
    needles += [told for name, told in case.about.items() if len(told) > 15 or name == "name"]
    assert [each for each in needles if each.lower() in copy] == []
    assert "you called it [taken out], and [taken out]." in copy


async def test_nothing_leaves_without_an_office_and_a_reason(file_chamber: Chamber) -> None:
    chamber = file_chamber
    await chamber.files(SAID)
    ines, case = await chamber.guardian("Ines"), await chamber.case("Ines")
    bad: list[tuple[Left, type[Exception]]] = [
        (Left("press", "The Echo", "Why not.", "x"), NotOffered),
        (Left("hr", " ", "Rotas.", "x"), frames.NothingSaid),
        (Left("hr", "HR", "", "x"), frames.NothingSaid),
        (Left("hr", "HR", "Rotas.", " "), frames.NothingSaid),
        (Left("hr", "HR", "x" * 501, "x"), frames.TooLong),
        (Left("hr", "HR", "Rotas.", "x" * 12_001), frames.TooLong),
    ]
    for left, refused in bad:
        with pytest.raises(refused):
            await leaving.record(chamber.work, ines, case, left)
    assert (await chamber.case("Ines")).notes == ()
