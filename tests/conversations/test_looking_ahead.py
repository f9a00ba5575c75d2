"""What a steward is shown of a programme before it starts is what staff then meet; and looking sends nothing."""

from dataclasses import replace

import pytest
from sqlalchemy import select, update

from bot.words import Words
from conversations.ask import cards
from storage import directory, rounds
from storage.foreseen import AFTER_ALL, foresee
from storage.loop import DeliveryRow, MomentRow, ProgrammeRow, RoundRow
from storage.people import PersonRow
from storage.rounds import Asking
from tests.harness import Colleague, Office, templates

WORDS = Words()
EVALUATION = ("evaluation", "How the meeting was")
"""A choice as a test reads it: by its value, or by its label where only that can be seen."""
FORM_OF = {"pulse": 1, "pulse-in-turn": 1, "census": 9, "ad-hoc": 4, "evaluation": 3}


async def at_work(office: Office) -> tuple[Colleague, Colleague]:
    dario, amara = await office.hire("Dario Moretti"), await office.hire("Amara Okafor")
    await office.grant(dario, "steward")
    return dario, amara


async def looks_at(dario: Colleague, subject: str) -> None:
    await dario.visits_home()
    await dario.presses("Start a question")
    await dario.fills({"What do you want to start?": subject, "Who answers back?": "Dario Moretti"})
    await dario.sends()


async def seen(office: Office, name: str) -> Asking:
    async with office.works.ledger.begin() as work:
        [(_, dario)] = await directory.answerers(work)
        found = await foresee(work, templates()[name], dario, house=office.works.house, now=office.clock.now())
    return found.asking


async def asked(office: Office, name: str) -> Asking:
    async with office.works.database.begin() as connection:
        found = (
            select(MomentRow.ref)
            .join(RoundRow, RoundRow.id == MomentRow.round_id)
            .join(ProgrammeRow, ProgrammeRow.id == RoundRow.programme_id)
            .where(ProgrammeRow.template == name, MomentRow.kind == "ASK")
            .order_by(MomentRow.id.desc())
        )
        asking = await rounds.question(connection, (await connection.execute(found)).scalars().first() or "")
    assert asking
    return asking


async def starts(dario: Colleague, subject: str) -> None:
    await looks_at(dario, subject)
    await dario.sends()
    await dario.dismisses()


def as_drawn(asking: Asking) -> tuple[object, ...]:
    """The message and the form, without the ref under which an answer comes in."""
    plain = replace(asking, urn=replace(asking.urn, id=0, ref="", seal=b"", size=0), round_ref="")
    prompt = cards.prompt(WORDS, plain, alone=True, first=False)
    return (*prompt, cards.question(WORDS, plain, again=False, operator="Northfield IT"))


@pytest.mark.parametrize("names", [("pulse", "pulse-in-turn", "ad-hoc", "evaluation"), ("census",)])
async def test_what_is_looked_at_is_what_opens(bare: Office, names: tuple[str, ...]) -> None:
    dario, _ = await at_work(bare)
    foreseen = {name: await seen(bare, name) for name in names}
    for name, asking in foreseen.items():
        subject = templates()[name].ask.subject["en"]
        await looks_at(dario, subject)
        assert len([label for label in dario.dialog.fields if label in _prompts(asking)]) == FORM_OF[name]
        await dario.sends()
        assert "Started." in dario.dialog.text
        await dario.dismisses()
    await bare.until(max(asking.opens_at for asking in foreseen.values()).strftime("%Y-%m-%dT%H:%M"))
    for name, asking in foreseen.items():
        assert as_drawn(await asked(bare, name)) == as_drawn(asking)


def _prompts(asking: Asking) -> list[str]:
    return [each.prompt["en"] for each in asking.questions]


async def test_what_was_filled_in_is_looked_at_goes_back_with_every_word_and_on_and_nothing_is_sent_before(
    office: Office,
) -> None:
    dario, amara = await at_work(office)
    maya = await office.hire("Maya Osei")
    await office.grant(maya, "steward")
    before = await amara.visits_home()
    await looks_at(dario, "How the meeting was")
    assert "How the meeting was" in dario.dialog.text
    assert "Dario Moretti, by" in dario.dialog.text
    assert "Buttons here: Answer, Later and Not this time." in dario.dialog.text
    assert not {"Answer", "Later", "Not this time"} & set(dario.dialog.buttons)
    await dario.presses("Back: change something")
    chosen = dario.dialog.values
    assert chosen["What do you want to start?"] in EVALUATION
    await dario.fills({"Who answers back?": "Maya Osei"})
    await dario.sends()
    assert "Maya Osei, by" in dario.dialog.text
    await dario.presses("Back: change something")
    assert dario.dialog.values["Who answers back?"] not in ("", chosen["Who answers back?"])
    assert dario.dialog.values["What do you want to start?"] in EVALUATION
    async with office.works.database.begin() as connection:
        assert (await connection.execute(select(ProgrammeRow.id))).all() == []
        assert (await connection.execute(select(DeliveryRow.id))).all() == []
    assert await amara.visits_home() == before
    await dario.sends()
    await dario.sends()  # with every question of the preview left empty
    assert "Started." in dario.dialog.text
    assert "Maya Osei answers back." in dario.dialog.text


async def test_a_question_of_ones_own_is_looked_at_changed_and_keeps_every_word(office: Office) -> None:
    dario, _ = await at_work(office)
    await dario.visits_home()
    await dario.presses("Ask your own question")
    wanted = {"What is it about?": "The rota", "Your question": "Is it early enough?", "Who answers back?": dario.name}
    await dario.fills({**wanted, "How is it answered?": "A number from 0 to 10"})
    await dario.fills({"The answers, one on each line": "far too late\nvery early"})
    await dario.fills({"Until which day can it be answered?": "2026-11-20"})
    await dario.sends()
    await dario.presses("Look at it")
    await dario.presses("Back: change something")
    kept = dict(dario.dialog.values)
    assert (kept["What is it about?"], kept["Your question"]) == ("The rota", "Is it early enough?")
    assert kept["The answers, one on each line"].split("\n") == ["far too late", "very early"]
    assert kept["Until which day can it be answered?"] == "2026-11-20"
    assert kept["How is it answered?"] in ("scale", "A number from 0 to 10")
    await dario.fills({"How is it answered?": "One of several answers", "The answers, one on each line": "late"})
    await dario.sends()
    assert "Write from 2 to" in " ".join(dario.dialog.errors)
    await dario.fills({"How is it answered?": "A number from 0 to 10"})
    await dario.fills({"The answers, one on each line": "far too late\nvery early"})
    await dario.fills({"Your question": "Does it come early enough?"})
    await dario.sends()
    await dario.presses("Change it")
    assert dario.dialog.values == kept | {"Your question": "Does it come early enough?"}
    await dario.sends()
    await dario.presses("Look at it")
    assert "Does it come early enough?" in dario.dialog.fields
    await dario.sends()
    assert "Started." in dario.dialog.text
    home = await dario.sees_home()
    assert "Kept, and not asked yet" not in home.text
    async with office.works.database.begin() as connection:
        assert len((await connection.execute(select(ProgrammeRow.id))).all()) == 1


async def test_a_programme_that_has_asked_before_goes_on_where_it_was(bare: Office) -> None:
    dario, _ = await at_work(bare)
    await starts(dario, "How work has been")
    first = await seen(bare, "pulse")
    await bare.until(first.opens_at.strftime("%Y-%m-%dT%H:%M"))
    second = await seen(bare, "pulse")
    assert (second.round, second.questions != first.questions) == (AFTER_ALL, True)
    assert (second.opens_at - first.opens_at).days == 7
    await bare.until(second.opens_at.strftime("%Y-%m-%dT%H:%M"))
    assert as_drawn(await asked(bare, "pulse")) == as_drawn(second)


async def test_only_stewards_look_and_whoever_has_chosen_nothing_is_told_what_to_choose(bare: Office) -> None:
    dario, amara = await at_work(bare)
    values = {"which": "pulse", "who": "0" * 32}
    for action in ("steward.start", "steward.begin"):
        await bare.forges(amara, action, f"pulse:{await ref_of_the_steward(bare)}:", values)
        assert "Only stewards can do this." in " ".join(amara.dialog.errors)
    await bare.forges(dario, "steward.start", "", values)
    assert "Choose who answers back." in " ".join(dario.dialog.errors)
    await bare.forges(dario, "steward.begin", "no such thing:x", {})
    assert "Choose what to start." in " ".join(dario.dialog.errors)


async def test_it_is_shown_in_the_language_of_the_steward(bare: Office) -> None:
    agata = await bare.hire("Agata Nowak", language="pl")
    await bare.grant(agata, "steward")
    await bare.forges(agata, "steward.start", "", {"which": "evaluation", "who": await ref_of_the_steward(bare)})
    assert "Jak było na spotkaniu" in agata.dialog.text
    assert "Na ile to spotkanie było dla Ciebie przydatne?" in agata.dialog.fields


async def ref_of_the_steward(office: Office) -> str:
    async with office.works.ledger.begin() as work:
        [(ref, _)] = await directory.answerers(work)
    return ref


async def test_what_is_asked_already_is_said_to_be(bare: Office) -> None:
    dario, _ = await at_work(bare)
    await bare.start_pulse(dario)
    await bare.forges(dario, "steward.start", "", {"which": "pulse", "who": await ref_of_the_steward(bare)})
    assert "It is asked next on Thursday 5 November." in dario.dialog.text


async def test_p5_with_too_few_people_it_says_that_it_would_not_open(bare: Office) -> None:
    dario, _ = await at_work(bare)
    async with bare.works.ledger.begin() as work:
        quiet = update(PersonRow).where(PersonRow.name == "Somebody quiet")
        await work.connection.execute(quiet.values(active=False))
    await looks_at(dario, "A short look at work")
    assert "Fewer than 15 people would be asked at a time, so it would not open" in dario.dialog.text
    assert "Back: change something" in dario.dialog.buttons
