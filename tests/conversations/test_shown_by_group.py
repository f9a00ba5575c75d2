"""A steward chooses by what else results are shown; everybody hears of it, and whoever may read the round reads it so."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select

from bot import by_what
from bot.finding import Cell
from bot.limits import faults
from bot.programme import Ask
from bot.settings import House
from bot.words import Words
from conversations.results import pages
from storage import rounds
from storage.ballots import Ballot
from storage.counting import published
from storage.examples import AGE, CLOSED
from storage.foreseen import groups
from storage.loop import MomentRow
from storage.rounds import Asking
from tests.conversations.by_age import AGES, answers_back, exported, reads_the_groups_as_they_were_written_down
from tests.conversations.test_by_group import everybody_else_answers
from tests.databases import fresh_sqlite
from tests.drivers.bare import BareDriver
from tests.harness import Colleague, Office, known_details, templates
from tests.readable import readable
from tests.storage.test_counting import ALONE, asking, question

WORDS, HOUSE = Words(), House(details=(AGE,))
MANY = groups(HOUSE, 488)
PULSE = templates()["pulse"]
NAMED = replace(PULSE.ask, voice="named")
OPENS, CLOSES = "2026-11-12T10:00", "2026-11-23T12:00"
WHY = "This page never says which groups are small, or whether anybody in them answered."


@pytest.fixture
async def office(tmp_path: Path) -> AsyncIterator[Office]:
    opened = await Office.open(BareDriver(), await fresh_sqlite(tmp_path), tmp_path, quiet=118, details=("age-band",))
    yield opened
    await opened.close()


async def starts(steward: Colleague, by: str) -> str:
    await steward.visits_home()
    await steward.presses("Start a question")
    await steward.fills({"What do you want to start?": "How work has been", "Who answers back?": steward.name})
    await steward.fills({"Show results also by": by} if by else {})
    await steward.sends()
    await steward.sends()
    said = steward.dialog.text
    await steward.dismisses()
    return said


async def looks(who: Colleague) -> None:
    await who.visits_home()
    await who.presses("Results")
    [closed] = [each for each in who.dialog.fields["Which round?"] if "no answer yet" in each]
    await who.fills({"Which round?": closed})
    await who.sends()


@pytest.mark.long
async def test_p12_a_steward_chooses_age_everybody_hears_of_it_and_the_one_who_answers_back_reads_it_first(
    office: Office, tmp_path: Path
) -> None:
    dario, erin, nurse = [await office.hire(name) for name in ("Dario Moretti", "Erin Walsh", "Amara Okafor")]
    for each in (dario, erin):
        await office.grant(each, "steward")
    said = await starts(dario, "age")
    assert "Results are also shown by age, for groups in which at least 20 people answer." in said
    assert "Its results may also be shown by age, of those who said it under About you." in await nurse.visits_home()
    await office.until(OPENS)
    await nurse.presses("Answer")
    assert "Results are also shown by age" in nurse.dialog.text
    await nurse.dismisses()
    asking_ = await asked(office)
    await everybody_else_answers(office, asking_.urn.ref)
    await office.until(CLOSES)
    await looks(erin)
    assert "By age" not in erin.dialog.buttons
    await office.forges(erin, "results.groups", asking_.round_ref, {})
    assert "Only stewards" in " ".join(erin.dialog.errors)
    await erin.dismisses()
    await dario.presses("Answer back")
    assert "Results by age stand on Home, under Results." in dario.dialog.text
    await dario.dismisses()
    await looks(dario)
    await dario.presses("By age")
    read = dario.dialog.text
    assert "4 groups by age can be shown." in read
    in_order = [read.index(f"{name}: How work has been") for name in AGES]
    assert in_order == sorted(in_order)  # as people choose from them
    assert "Groups stand in the order in which people choose from them." in read
    assert "; 30 answers" in read
    assert WHY in read
    await dario.presses("Back to the round")
    assert "By age" in dario.dialog.buttons
    await dario.dismisses()
    await answers_back(dario)
    assert await exported(office, tmp_path, asking_.round_ref) == list(AGES)
    await reads_the_groups_as_they_were_written_down(nurse)


async def test_what_a_steward_looks_at_before_is_shown_by_what_they_choose_and_then_started_so(office: Office) -> None:
    dario, nurse = await office.hire("Dario Moretti"), await office.hire("Amara Okafor")
    await office.grant(dario, "steward")
    await office.wait(minutes=1)  # what people may say about themselves is announced
    templates_ = office.works.house.templates
    templates_["pulse"] = replace(PULSE, ask=NAMED)  # type: ignore[index]
    await dario.visits_home()
    await dario.presses("Start a question")
    await dario.fills({"What do you want to start?": "How work has been", "Who answers back?": "Dario Moretti"})
    await dario.fills({"Show results also by": "age"})
    await dario.sends()
    assert "Answers to this have names, and are not shown by groups." in " ".join(dario.dialog.errors)
    templates_["pulse"] = PULSE  # type: ignore[index]
    await dario.sends()
    on_home = "Its results may also be shown by age, of those who said it under About you."
    in_form = (
        "Results are also shown by age, for groups in which at least 20 people answer. It comes from what you said"
    )
    assert (on_home in dario.dialog.text, in_form in dario.dialog.text) == (True, True)
    await dario.presses("Back: change something")
    assert dario.dialog.values["Show results also by"] == "age-band"
    await dario.sends()
    assert (on_home in dario.dialog.text, in_form in dario.dialog.text) == (True, True)
    await dario.sends()
    assert "Started." in dario.dialog.text
    assert on_home in await nurse.visits_home()
    await office.until(OPENS)
    await nurse.presses("Answer")
    assert in_form in nurse.dialog.text


async def test_what_is_asked_already_goes_on_being_shown_as_people_were_told(office: Office) -> None:
    dario, erin = await office.hire("Dario Moretti"), await office.hire("Erin Walsh")
    for each in (dario, erin):
        await office.grant(each, "steward")
    await starts(dario, "age")
    await office.leaves(dario)
    assert "so its results are shown by the same things as before" in await starts(erin, "Nothing else")
    await office.until(OPENS)
    assert (await asked(office)).by == known_details()["age-band"]


async def test_a_question_of_a_steward_s_own_is_shown_by_age_too_and_looked_at_so_before(office: Office) -> None:
    dario = await office.hire("Dario Moretti")
    await office.grant(dario, "steward")
    await dario.visits_home()
    await dario.presses("Ask your own question")
    own = {"What is it about?": "The new rota", "Your question": "Does the rota come early enough?"}
    await dario.fills(own | {"How is it answered?": "In their own words", "Who answers back?": "Dario Moretti"})
    await dario.fills({"Until which day can it be answered?": "2026-11-20", "Show results also by": "age"})
    await dario.sends()
    assert "Answers in people's own words are not shown by groups." in " ".join(dario.dialog.errors)
    await dario.fills({"How is it answered?": "Yes or no"})
    await dario.sends()
    await dario.presses("Look at it")
    assert "Results are also shown by age" in dario.dialog.text
    await dario.sends()
    assert "Results are also shown by age" in dario.dialog.text
    await office.until(OPENS)
    assert (await asked(office)).by == known_details()["age-band"]


@pytest.mark.parametrize(
    ("by", "ask", "heads", "said"),
    [
        ("", NAMED, 10, ""),
        (None, PULSE.ask, 10, ""),
        ("age-band", PULSE.ask, 60, ""),
        ("age-band", PULSE.ask, 59, "Each time this asks fewer than 60 people."),
        ("age-band", NAMED, 488, "Answers to this have names"),
        ("shoe-size", PULSE.ask, 488, "Choose one of these"),
    ],
)
def test_what_cannot_be_shown_by_groups_is_refused_with_the_reason(
    by: str | None, ask: Ask, heads: int, said: str
) -> None:
    why = by_what.cannot(WORDS, HOUSE, ask, by, groups=groups(HOUSE, heads))
    assert (why.startswith(said), bool(why)) == (True, bool(said))


def test_what_a_file_says_by_itself_stays_unless_a_steward_chooses_and_nothing_is_offered_where_nothing_is_asked() -> (
    None
):
    assert by_what.offer(WORDS, House(), MANY) is None
    few, plain = by_what.offer(WORDS, HOUSE, groups(HOUSE, 59)), by_what.offer(WORDS, HOUSE, MANY, [PULSE])
    written = by_what.offer(WORDS, HOUSE, MANY, [replace(PULSE, ask=replace(PULSE.ask, by="age-band"))])
    assert few
    assert plain
    assert written
    assert (few.fields, plain.values, written.values) == ((), {"by": by_what.NOTHING}, {"by": by_what.AS_WRITTEN})
    assert [each.label for each in written.fields[0].options] == [
        "As it is written: How work has been by age",
        "Nothing else",
        "age",
    ]
    assert [by_what.chosen(each) for each in ({}, written.values, plain.values)] == [None, None, ""]


def test_t14_the_page_is_the_same_whether_nobody_in_a_small_group_answered_or_some_did() -> None:
    shown = [_page(young) for young in (0, 1, 19)]
    assert shown[0] == shown[1] == shown[2]
    assert "Under 30" not in " ".join(shown[0])
    assert "Under 45" in " ".join(shown[0])


def test_where_no_group_can_be_shown_the_page_says_the_same_for_every_reason_and_leads_back() -> None:
    form = pages.groups(WORDS, replace(CLOSED, by=AGE), {}, part=0, chosen={})
    said = readable(form)
    assert "This cannot be shown by age. The results for everybody stand in the round." in said
    assert "Back to the round" in said


def test_a_form_of_many_questions_is_shown_in_tables_and_question_by_question_within_all_limits() -> None:
    many = replace(CLOSED, by=AGE, questions=tuple(question(f"q{n}", "agreement") for n in range(9)))
    table = {group.id: {each.id: Cell(25, 3.1, 10, 5, 10) for each in many.questions[:8]} for group in AGE.groups}
    forms = [pages.groups(WORDS, many, table, part=page, chosen={}) for page in (0, 1, 2, 99)]
    forms += [pages.groups(WORDS, many, table, part=0, chosen={"question": str(n)}) for n in (1, 9, 10**9)]
    assert [faults(form) for form in forms] == [[]] * len(forms)
    assert forms[0] == forms[2] == forms[3] == forms[6]
    assert "This cannot be shown by age" in " ".join(readable(forms[5]))


def _page(young: int) -> list[str]:
    """Twenty-five people under 45, so many of them under 30, and thirty who are older; all answer as they would."""
    ages = ["under-30"] * young + ["from-30"] * (25 - young) + ["from-45"] * 30
    opened = [Ballot(None, {"q": str(1 + n % 5)}, values={AGE.id: age}) for n, age in enumerate(ages)]
    form = replace(asking(question("q", "agreement"), preset="default", k=10), by=AGE)
    made, _ = published(form, replace(ALONE, asked={"": 60}), opened)
    cells = {each.group: each for each in made.questions[0].cells if each.attribute}
    table = {
        group: {"q": Cell(each.n, each.mean or 0.0, each.good, each.middle, each.poor)} for group, each in cells.items()
    }
    return readable(pages.groups(WORDS, form, table, part=0, chosen={}))


async def asked(office: Office) -> Asking:
    """The question that opened last."""
    async with office.works.database.begin() as connection:
        found = select(MomentRow.ref).where(MomentRow.kind == "ASK").order_by(MomentRow.id.desc()).limit(1)
        asking_ = await rounds.question(connection, (await connection.execute(found)).scalar_one())
    assert asking_
    return asking_
