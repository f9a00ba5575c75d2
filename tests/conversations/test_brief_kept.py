"""What a brief keeps to, whatever people write, press or take back: its length, its voices, its one answer to each thing."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.briefs import Thing
from bot.ui import Home, plain
from bot.words import Words
from conversations.brief import cards
from conversations.brief.examples import ONE
from storage import briefs, given, promises
from tests.conversations.briefing import (
    ASKED,
    LATE,
    THINGS,
    brief_comes,
    brief_of,
    known,
    moment_of,
)
from tests.harness import Colleague, Office

LONG = " ".join(["Aa"] * 100)
UNBROKEN = "x" * 300
MARKUP = "*Bold* <https://example.org|here> <!channel> &amp; [x](y)"
CONFIDENTIAL = "Something that was said in confidence"
YES, NO, ON = "brief.yes", "brief.not_now", "brief.pass_on"


async def hired(office: Office, *names: str) -> list[Colleague]:
    return [await office.hire(each) for each in ("Maya Osei", *(names or ("Amara Okafor", "Bela Smith")))]


async def test_a_brief_stays_under_150_words_whatever_people_wrote(bare: Office) -> None:
    maya, *people = await hired(bare, *(f"Name{each} {'Long ' * 30}" for each in range(6)))
    known(bare, ASKED, "name")
    texts = (LONG, LONG[:299], UNBROKEN, MARKUP, LONG[:200], LONG)
    await brief_comes(bare, maya, {who: text[:300] for who, text in zip(people, texts, strict=True)})
    assert "5 of the 6 things that people said, drawn by lot." in maya.newest.text
    assert len(maya.newest.text.split()) < 150
    for shown in (await maya.visits_home(), await _opened(maya)):
        assert len(shown.split()) < 150, shown
    await maya.presses("Read it all")
    assert maya.dialog.text.count("Aa Aa") > 100
    await maya.dismisses()
    await maya.presses("Answer it")
    for n in range(1, 6):
        await maya.presses(f"{n}. Not now, because")
        await maya.fills({"Why not now?": LONG[:300]})
        await maya.sends()
    assert len(maya.dialog.text.split()) < 150


def test_three_chosen_things_with_everything_that_can_be_said_of_them_stay_under_150_words() -> None:
    words, now = Words(), ONE.opens_at
    things = tuple(Thing(n, LONG, picks=17, shown=29, close=True) for n in range(3))
    spec = {**ONE.spec, "title": {"en": LONG[:60]}, "asked": {"en": LONG}, "drawn": True}
    one = replace(ONE, circle_name=LONG[:80], spec=spec)
    message = cards.to_answer(words, one, things, now.date())
    form = cards.whole(words, one, things, tuple(cards.ACTIONS), now=now, delegate=False)
    late = Home("Home", cards.home(words, one, things, now + timedelta(days=99)))
    for shown in (message, form, late):
        assert 60 < len(plain(shown).split()) < 150


async def test_what_was_said_in_confidence_is_read_by_nobody_else_and_below_five_by_nobody(bare: Office) -> None:
    maya, *people = await hired(bare, "Amara Okafor", "Bela Smith", "Cai Lee", "Dev Rao", "Efe Ali")
    known(bare, ASKED, "name", voice="confidential")
    secrets = {who: f"Secret words {n}." for n, who in enumerate(people)}
    await brief_comes(bare, maya, secrets)
    assert "Secret words" in maya.newest.text
    assert not any(who.name in maya.newest.text for who in people)
    amara, bela = people[:2]
    await _delegate(maya, "Bela Smith")
    await bela.visits_home()
    await bela.presses("Draft answers")
    assert "Only Maya Osei reads what was said in confidence." in bela.dialog.text
    one = await brief_of(bare)
    await _refused(bela, NO, f"{one.on.ref}.0", "Only Maya Osei reads what was said in confidence.")
    await maya.visits_home()
    await maya.presses("Answer it")
    await maya.presses("1. Yes, by")
    assert "Use your own words" in maya.dialog.text
    await maya.fills({"What do you promise?": "Rotas come earlier."})
    await maya.sends()
    await maya.presses("2. Pass on")
    await maya.fills({"To whom?": "Amara Okafor", "What do you pass on?": "Something about parking."})
    await maya.sends()
    await maya.dismisses()
    home = await amara.visits_home()
    assert "Maya Osei passed this on to you: Something about parking." in home
    assert "Rotas come earlier." in home
    assert CONFIDENTIAL in home
    await amara.presses("Read it all")
    assert "Secret words" not in home + amara.dialog.text


async def test_p8_what_is_taken_back_vanishes_unless_it_was_answered(bare: Office) -> None:
    maya, amara, bela = await hired(bare)
    known(bare, ASKED, "name")
    await brief_comes(bare, maya, {amara: THINGS[0], bela: THINGS[1]})
    one = await brief_of(bare)
    ask = await moment_of(bare, "name")
    async with bare.works.ledger.begin() as work:
        said = {each.by: each.ref for each in await given.all_of(work, ask.on)}
    first = next(n for n, each in enumerate(one.spec["things"]) if each["of"] == said["Amara Okafor"])
    await bare.forges(maya, NO, f"{one.on.ref}.{first}", {"why": "No money."})
    assert "Sent." in maya.dialog.text
    for who in (amara, bela):
        await bare.forges(who, "say.take_back", ask.on.ref, {})
    shown = await _opened(maya)
    assert THINGS[0] in shown
    assert "Amara Okafor" not in shown
    assert "Everything here is answered." in shown
    await _refused(maya, NO, f"{one.on.ref}.{1 - first}", "This is not here any more")
    assert THINGS[1] not in await amara.visits_home()
    assert THINGS[1] not in str((await brief_of(bare)).spec)


async def test_each_thing_is_answered_once_by_the_one_who_promised_and_not_after_the_end(bare: Office) -> None:
    maya, amara, bela = await hired(bare)
    known(bare, ASKED, "name")
    await brief_comes(bare, maya, {amara: MARKUP})
    ref = f"{(await brief_of(bare)).on.ref}.0"
    for action in (YES, NO, ON, "brief.listen"):
        await _refused(amara, action, ref, "Only Maya Osei answers this.")
    for wrong in (ref[:-1], f"{ref}1", f"{ref[:-1]}x", f"{ref[:-1]}\N{ARABIC-INDIC DIGIT ONE}", "0" * 32):
        await _refused(maya, NO, wrong, "This is not here any more")
    await _refused(maya, "brief.listen", ref, "This cannot be answered that way here.")
    await _bad_words(bare, maya, ref)
    await bare.forges(maya, NO, ref, {"why": MARKUP})
    await bare.forges(maya, YES, ref, {"what": "Both.", "due_on": "2026-12-20"})
    assert f"This has been answered already: Not now, because: {MARKUP}" in maya.dialog.text
    await maya.dismisses()
    await bare.until(LATE)
    await _shares(maya)
    await bare.forges(maya, YES, ref, {"what": "Both.", "due_on": "2026-12-20"})
    assert "Both." not in await bela.visits_home()
    assert f"Not now, because: {MARKUP}" in await bela.visits_home()


async def _bad_words(office: Office, maya: Colleague, ref: str) -> None:
    """One sentence for each, and every word stays in the form."""
    for action, values, said in (
        (NO, {"why": " "}, "Please write a line"),
        (NO, {"why": "x" * 301}, "That is 301 characters."),
        (YES, {"what": "", "due_on": "2026-12-20"}, "Please write a line"),
        (YES, {"what": "A", "due_on": "2026-02-30"}, "Choose a day from today on"),
        (YES, {"what": "A", "due_on": "2026-11-01"}, "Choose a day from today on"),
        (ON, {"who": "Nobody At All"}, "Nobody here is called that."),
        (ON, {"who": "Maya Osei"}, "Please name somebody else."),
    ):
        await office.forges(maya, action, ref, values)
        assert said in " ".join(maya.dialog.errors), (action, values)
        await maya.dismisses()


async def test_whoever_leaves_passes_nothing_on_and_the_next_one_finds_what_waits(bare: Office) -> None:
    maya, amara, bela = await hired(bare)
    dario = await bare.hire("Dario Moretti")
    await bare.grant(dario, "steward")
    known(bare, ASKED, "name")
    await brief_comes(bare, maya, {amara: THINGS[0]})
    ref = f"{(await brief_of(bare)).on.ref}.0"
    await bare.forges(maya, ON, ref, {"who": "Bela Smith"})
    assert "Everything here is answered." in maya.dialog.text
    await bare.leaves(bela)
    assert f"1. Amara Okafor: {THINGS[0]}" in await maya.visits_home()
    await bare.leaves(maya)
    await bare.until(LATE)
    assert (
        "somebody who has left promised to answer by Tuesday 24 November. No answer yet." in await amara.visits_home()
    )
    await _refused(maya, NO, ref, "")


@pytest.mark.parametrize("intent", ["listen", "advise"])
async def test_without_things_they_promise_something_of_their_own_or_listen_first(intent: str, bare: Office) -> None:
    maya, amara, _ = await hired(bare)
    known(bare, ASKED, "", intent=intent)
    await brief_comes(bare, maya, {amara: THINGS[0]})
    assert "Promise at least one thing, or say why not now." in maya.newest.text
    shown = (await _opened(maya), maya.dialog.buttons)[1]
    assert ("Yes, by" in shown) is (intent == "advise")
    assert ("Still listening" in shown) is (intent == "listen")
    assert "Pass on" not in shown
    ref = f"{(await brief_of(bare)).on.ref}.0"
    await _refused(maya, ON, ref, "This cannot be answered that way here.")
    if intent == "listen":
        await _refused(maya, YES, ref, "This cannot be answered that way here.")
        await bare.forges(maya, "brief.listen", ref, {"heard": "Nights."})
        assert "Still listening. Nights." in await amara.visits_home()
    else:
        await bare.forges(maya, YES, ref, {"what": "I come on nights.", "due_on": "2026-12-20"})
        assert "Yes, by Sunday 20 December: I come on nights." in await amara.visits_home()


async def _opened(who: Colleague) -> str:
    await who.visits_home()
    await who.presses("Answer it")
    return who.dialog.text


async def _delegate(who: Colleague, name: str) -> None:
    await who.visits_home()
    await who.presses("Let a colleague draft")
    await who.fills({"Who drafts for you?": name})
    await who.sends()
    await who.dismisses()


async def _shares(maya: Colleague) -> None:
    await maya.visits_home()
    await maya.presses("Say what came of it")
    await maya.fills({"What came of it?": "That."})
    await maya.sends()


async def _refused(who: Colleague, action: str, ref: str, said: str) -> None:
    await who.office.forges(who, action, ref, {"why": "x", "what": "x", "due_on": "2026-12-20", "who": "Bela Smith"})
    shown = who.dialog
    assert said in "\n".join((shown.text, *shown.errors))
    await who.dismisses()


async def test_a_complaint_never_stands_as_a_promise(bare: Office) -> None:
    maya, amara, bela = await hired(bare)
    known(bare, ASKED, "name")
    await brief_comes(bare, maya, {amara: "The lift is broken.", bela: "Is there no hot food?"})
    one = await brief_of(bare)
    for n, what in enumerate(await _things(bare)):
        await bare.forges(maya, YES, f"{one.on.ref}.{n}", {"what": what, "due_on": "2026-12-20"})
        await maya.dismisses()
    home = await amara.visits_home()
    assert home.count("Yes, by Sunday 20 December.") == 2
    async with bare.works.ledger.begin() as work:
        made = [each.text for each in await promises.of_round(work.connection, one.round)]
    for said in ("We will see to this: “The lift is broken.”", "We will see to this: “Is there no hot food?”"):
        assert said in made


async def _things(office: Office) -> list[str]:
    one = await brief_of(office)
    async with office.works.ledger.begin() as work:
        return [each.text for each in await briefs.things(work, one)]
