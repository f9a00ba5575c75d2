"""The turns of choosing: the handful comes, a choice is kept or taken back, the close counts once."""

import random
from dataclasses import replace

from bot.conversation import Conversation, HomeParts, Issue, NotePart, Turn
from bot.events import Due, Opened, Show, Submitted
from bot.forms import again, only_text
from bot.mishap import Refusal
from bot.programme import LAST_CHANCE
from bot.ui import Block, Form
from conversations.weigh import cards, rules
from conversations.weigh import words as w
from storage import given, happenings, notes, weighed
from storage.happenings import Happening
from storage.work import Work, work_of

PICKED, SHOWN = "picked", "shown"


async def opens(turn: Turn, event: Due) -> None:
    """It comes: among what people named, fixed from now on. Where nobody named anything there is nothing to choose."""
    work = work_of(turn)
    one = await happenings.take_opening(work.connection, event.ref, turn.now)
    if one is None:
        return
    frozen = await weighed.freeze(work, one)
    await happenings.write(work.connection, one, frozen)
    if any(len(things) > 1 for things in frozen.values()) and one.takes(turn.now) and one.closes_at:
        now, latest = turn.now, one.closes_at - LAST_CHANCE
        await notes.plan(work.connection, happenings.people_for(one), earliest=lambda _zone: now, latest=latest)


async def closes(turn: Turn, event: Due) -> None:
    """Counts once, and forgets who chose what: the cards are deleted, and only what they come to is kept."""
    work = work_of(turn)
    taken = await happenings.take_closing(work.connection, event.ref, turn.now)
    one = await _as_it_is(work, taken) if taken else None
    if taken is None or one is None or not one.spec["things"]:
        return
    found = [rules.Picked(each.value[SHOWN], each.value[PICKED]) for each in await given.all_of(work, one.on)]
    outcome = rules.outcome(list(one.spec["things"]), found, random.SystemRandom())
    alone = {"alone": len(one.spec["things"]) == 1}
    await happenings.write(work.connection, taken, {weighed.OUTCOME: rules.told(outcome, one.threshold) | alone})
    await given.remove_all(work, one.on)


async def open_form(turn: Turn, event: Opened) -> Show:
    one = await _mine(turn, event.ref)
    if not _can_choose(turn, one):
        return Show(only_text(turn.words, w.KEPT_TITLE, turn.words(w.OVER)))
    mine = await given.mine(work_of(turn), one.on, turn.somebody.id)
    return Show(_form(turn, one, replaces=mine is not None))


async def keep(turn: Turn, event: Submitted) -> Show:
    one = await _mine(turn, event.ref)
    picked = [each for each in event.values.get(cards.CHOICE, "").split(",") if each]
    hand = _hand(turn, one)
    if error := _wrong(turn, one, picked, hand):
        where = cards.CHOICE if _can_choose(turn, one) else ""
        return Show(again(_form(turn, one, replaces=False), event.values, {where: error}))
    await given.put(work_of(turn), one.on, turn.somebody.id, {PICKED: picked, SHOWN: hand})
    return Show(cards.kept(turn.words, one))


async def say_kept_again(turn: Turn, event: Submitted) -> Show | None:
    """To a form that was delivered twice: what it says is in already."""
    one = await _mine(turn, event.ref)
    mine = await given.mine(work_of(turn), one.on, turn.somebody.id)
    return Show(cards.kept(turn.words, one)) if mine else None


async def ask_to_take_back(turn: Turn, event: Opened) -> Show:
    return Show(cards.take_back(turn.words, await _mine(turn, event.ref)))


async def take_back(turn: Turn, event: Submitted) -> Show:
    one = await _mine(turn, event.ref)
    if one.closed:
        return Show(only_text(turn.words, w.KEPT_TITLE, turn.words(w.OVER)))
    await given.take_back(work_of(turn), one.on, turn.somebody.id)
    return Show(only_text(turn.words, w.TAKE_BACK, turn.words(w.TAKEN_BACK)))


async def see(turn: Turn, event: Opened) -> Show:
    """How it came out, for those whom it was for."""
    one = await _mine(turn, event.ref)
    if not one.spec.get("outcome"):
        return Show(only_text(turn.words, w.KEPT_TITLE, turn.words(w.OVER)))
    return Show(cards.whole(turn.words, one))


async def note(turn: Turn, issue: Issue) -> tuple[NotePart, ...]:
    new = [each for each in await _open(turn) if issue.since is None or each.opens_at > issue.since]
    return tuple(
        NotePart("together", cards.asked(turn.words, each, turn.house), cards.summary(turn.words, each)) for each in new
    )


async def home(turn: Turn) -> HomeParts:
    """What can be chosen, what can be taken back, and what was chosen in rounds that are still open."""
    now, said, came = list[Block](), list[Block](), list[Block]()
    for one in await _open(turn):
        now += cards.home_open(turn.words, one)
        said += cards.home_said(turn.words, one)
    for one in await happenings.came_for(work_of(turn).connection, turn.somebody.id):
        if one.kind == "WEIGH" and one.closed and one.stage != "shared":
            came += cards.came(turn.words, await _as_it_is(work_of(turn), one))
    return {"now": tuple(now), "said": tuple(said), "came": tuple(came)}


async def _open(turn: Turn) -> list[Happening]:
    found = await happenings.open_for(work_of(turn).connection, turn.somebody.id, turn.now)
    mine = [await _as_it_is(work_of(turn), each) for each in found if each.kind == "WEIGH"]
    return [each for each in mine if len(each.spec["things"]) > 1]


async def _mine(turn: Turn, ref: str) -> Happening:
    one = await happenings.of(work_of(turn).connection, ref, turn.somebody.id)
    if one is None or one.kind != "WEIGH":
        raise Refusal(turn.words(w.NOT_YOURS))
    return await _as_it_is(work_of(turn), one)


async def _as_it_is(work: Work, one: Happening) -> Happening:
    """With the words of what there is: without what was taken back since it was named (P8)."""
    return replace(one, spec={**one.spec, weighed.THINGS: await weighed.things(work, one)})


def _can_choose(turn: Turn, one: Happening) -> bool:
    return one.takes(turn.now) and len(one.spec["things"]) > 1


def _hand(turn: Turn, one: Happening) -> list[str]:
    """The same each time for this person."""
    number = given.card_number(work_of(turn), one.on, turn.somebody.id)
    return rules.card(sorted(one.spec["things"]), number or 0, one.spec["show"], one.on.ref)


def _form(turn: Turn, one: Happening, *, replaces: bool) -> Form:
    return cards.handful(turn.words, one, _hand(turn, one), turn.house, replaces=replaces)


def _wrong(turn: Turn, one: Happening, picked: list[str], hand: list[str]) -> str:
    if not _can_choose(turn, one):
        return turn.words(w.OVER)
    if not picked:
        return turn.words(w.NOTHING)
    if len(picked) > one.spec["pick"]:
        return turn.words(w.TOO_MANY, n=len(picked), pick=one.spec["pick"])
    return "" if set(picked) <= set(hand) else turn.words(w.OTHER_CARD)


CONVERSATION = Conversation(
    name="weigh",
    opens={"weigh.open": open_form, "weigh.take_back": ask_to_take_back, "weigh.see": see},
    submits={"weigh.send": keep, "weigh.take_back": take_back},
    dues={"weigh.opens": opens, "weigh.closes": closes},
    home=home,
    note=note,
    again={"weigh.send": say_kept_again},
)
