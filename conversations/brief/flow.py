"""The turns of a brief: it comes to whoever answers back, waits on Home, and everybody hears what was said to each thing."""

from datetime import datetime, timedelta

from bot.briefs import Thing, waiting
from bot.conversation import Conversation, HomeParts, Issue, Message, NotePart, Turn
from bot.events import Due, Opened, Show
from bot.ui import Block, Card
from conversations.brief import cards, delegating, other_cards, permission, saying
from storage import brief_things, briefs, delegates, directory, happenings
from storage.happenings import UNTIL_SHARED, Happening
from storage.work import work_of

STILL_SHOWN, STILL_TOLD = timedelta(days=14), timedelta(days=92)
"""So long after its round was shared what was said stands on Home; and so long it is told in weekly notes, because to whom a
thing was passed on may take their time."""


async def opens(turn: Turn, event: Due) -> None:
    """It comes, with what it holds from now on. Where there is nothing to answer nobody is asked."""
    work = work_of(turn)
    one = await happenings.take_opening(work.connection, event.ref, turn.now)
    if one is None:
        return
    frozen = await brief_things.freeze(work, one)
    await happenings.write(work.connection, one, frozen)
    if frozen[brief_things.THINGS]:
        turn.tell(Message(one.answerer, "brief.to_answer", one.on.ref, f"{one.on.ref}:brief", counts=False))


async def draw_to_answer(turn: Turn, ref: str) -> Card | None:
    """No longer wanted once everything is answered."""
    one = await happenings.behind(work_of(turn).connection, ref)
    if one is None or one.stage not in UNTIL_SHARED or one.answerer != turn.somebody.id:
        return None
    things = await briefs.things(work_of(turn), one)
    return cards.to_answer(turn.words, one, things, turn.words.today(turn.now)) if waiting(things) else None


async def draw_passed(turn: Turn, ref: str) -> Card | None:
    """No longer wanted once they have answered."""
    found = await _passed(turn)
    return next((cards.passed_card(turn.words, *each) for each in found if ref == _ref(*each)), None)


async def open_brief(turn: Turn, event: Opened) -> Show:
    return Show(await saying.whole(turn, event.ref))


async def others(turn: Turn, event: Opened) -> Show:
    """The themes beside those of the brief, for whoever answers it or drafts for them."""
    one, _ = await permission.brief(turn, event.ref)
    return Show(other_cards.others(turn.words, one, await brief_things.others(work_of(turn), one)))


async def read(turn: Turn, event: Opened) -> Show:
    """The whole of it, for everybody whom it is for."""
    one, mine = await permission.readable(turn, event.ref)
    things = await briefs.things(work_of(turn), one)
    hushed = mine and await briefs.hushed(work_of(turn), one)
    return Show(cards.in_full(turn.words, one, things, turn.now, answerer=mine, hushed=hushed))


async def home(turn: Turn) -> HomeParts:
    """What waits for this person's answer, or for their draft; and for everybody what was said."""
    late, now, came = list[Block](), list[Block](), list[Block]()
    for one in await _to_do(turn, turn.somebody.id):
        things = await briefs.things(work_of(turn), one)
        if waiting(things):
            (late if turn.now > one.by else now).extend(cards.home(turn.words, one, things, turn.now))
        elif len(things) < len(one.spec.get(brief_things.THINGS, ())) and await briefs.hushed(work_of(turn), one):
            now += cards.home_hushed(turn.words, one)
    now += await _to_draft(turn)
    for one, thing in await _passed(turn):
        now += cards.passed(turn.words, one, thing)
    for one in await _came(turn, STILL_SHOWN):
        if things := await briefs.things(work_of(turn), one):
            came += cards.came(turn.words, one, things, turn.now)
    return {"late": tuple(late), "now": tuple(now), "came": tuple(came)}


async def note(turn: Turn, issue: Issue) -> tuple[NotePart, ...]:
    """What was said to things since the last note."""
    since, parts = issue.since or turn.now - STILL_SHOWN, list[NotePart]()
    for one in await _came(turn, STILL_TOLD):
        new = [each for each in await briefs.things(work_of(turn), one) if _new(each, since)]
        if new:
            blocks = cards.in_note(turn.words, one, new, turn.words.today(turn.now))
            parts.append(NotePart("came", blocks, cards.summary(turn.words, one)))
    return tuple(parts)


async def _to_do(turn: Turn, answerer: int) -> list[Happening]:
    return await happenings.to_do(work_of(turn).connection, answerer, "COMMIT")


async def _to_draft(turn: Turn) -> list[Block]:
    """The briefs of those for whom this person drafts, out of circles that they belong to themselves (P6)."""
    work, blocks = work_of(turn), list[Block]()
    for answerer in await delegates.whom(work.connection, turn.somebody.id):
        circles = await directory.circles_of(work.connection, turn.somebody.id)
        for one in await _to_do(turn, answerer.id):
            if one.circle in circles and waiting(await briefs.things(work, one)):
                blocks += cards.home_to_draft(turn.words, one, directory.opaque(work, answerer.id))
    return blocks


async def _passed(turn: Turn) -> list[tuple[Happening, Thing]]:
    """What was passed on to this person and waits for them."""
    found, work = list[tuple[Happening, Thing]](), work_of(turn)
    for ref, number in await briefs.passed_to(work.connection, turn.somebody.id):
        if one := await happenings.behind(work.connection, ref):
            found += [(one, each) for each in await briefs.things(work, one) if each.number == number]
    return found


async def _came(turn: Turn, long: timedelta) -> list[Happening]:
    """The briefs of rounds that run, and of those that were shared no longer ago than this."""
    found = await happenings.came_for(work_of(turn).connection, turn.somebody.id)
    lately = turn.now - long
    return [each for each in found if each.kind == "COMMIT" and (each.shared_at is None or each.shared_at > lately)]


def _new(thing: Thing, since: datetime) -> bool:
    return thing.answer is not None and thing.answer.said_at is not None and thing.answer.said_at > since


def _ref(one: Happening, thing: Thing) -> str:
    return f"{one.on.ref}.{thing.number}"


CONVERSATION = Conversation(
    name="brief",
    presses={"brief.confirm": saying.confirm},
    opens={
        "brief.open": open_brief,
        "brief.read": read,
        "brief.others": others,
        "brief.yes": saying.opens("doing"),
        "brief.not_now": saying.opens("not_now"),
        "brief.pass_on": saying.opens("passed_on"),
        "brief.listen": saying.opens("listening"),
        "brief.delegate": delegating.open_naming,
        "brief.stop": delegating.open_stop,
    },
    submits={
        "brief.yes": saying.keeps("doing"),
        "brief.not_now": saying.keeps("not_now"),
        "brief.pass_on": saying.keeps("passed_on"),
        "brief.listen": saying.keeps("listening"),
        "brief.delegate": delegating.keep_naming,
        "brief.stop": delegating.stop,
    },
    dues={"brief.opens": opens},
    cards={
        "brief.to_answer": draw_to_answer,
        "brief.passed": draw_passed,
        "brief.you_draft": delegating.draw_you_draft,
        "brief.nobody_drafts": delegating.draw_nobody_drafts,
    },
    home=home,
    note=note,
    again=dict.fromkeys(("brief.yes", "brief.not_now", "brief.pass_on", "brief.listen"), saying.say_again),
)
