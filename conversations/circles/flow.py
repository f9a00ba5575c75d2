"""The turns of networks: look for one, join it quietly, leave it without a trace; and the table of what answers what."""

from typing import Literal, cast

from bot.conversation import Conversation, HomeParts, Turn
from bot.events import Opened, Show, Submitted
from bot.forms import again, only_text
from bot.ui import Block, Card, Open
from bot.words import Sentence
from conversations.circles import cards, leading
from conversations.circles import words as w
from conversations.circles.asking import answer, ask, open_answer, open_ask
from conversations.circles.founding import close, draw_off, found, hide, open_close, open_found, open_hide
from conversations.circles.keeping import open_purpose, open_write, show_lead, write_hand_over, write_purpose
from conversations.circles.people import is_steward, network_of
from storage import circles, parts
from storage.circles import SHOWN
from storage.events import coming
from storage.work import work_of


async def show_list(turn: Turn, _event: Opened) -> Show:
    """Every network that is open; the same list, in the same order, for whoever is in one and who is not."""
    connection = work_of(turn).connection
    listed = [(of, await _lead(turn, of)) for of in await circles.networks(connection)]
    below: tuple[Block, ...] = ()
    if await is_steward(turn):
        waiting = await circles.networks(connection, opened=False)
        asked = [(of, await parts.asked(connection, of=of)) for of in waiting]
        below = cards.for_stewards(turn.words, [(of, next(_to_lead(each), None)) for of, each in asked])
    return Show(cards.networks(turn.words, listed, below=below))


async def look(turn: Turn, event: Opened) -> Show:
    """One network's page."""
    of, connection = await network_of(turn, event.ref), work_of(turn).connection
    mine = await circles.role_of(connection, of, turn.somebody.id)
    shown, steward = await circles.shown(connection, of), await is_steward(turn)
    roster = await circles.roster(connection, of) if mine else ()
    next_ = await coming.next_of(connection, of.id, turn.now) if mine or not of.hidden else None
    meets = (next_.plan.name, next_.plan.starts) if next_ else None
    return Show(cards.page(turn.words, cards.Page(of, shown, mine, steward, roster, meets)))


async def open_join(turn: Turn, event: Opened) -> Show:
    """How to belong, with what stands now for whoever is in it."""
    of, connection, me = await network_of(turn, event.ref), work_of(turn).connection, turn.somebody.id
    mine, seen = await circles.role_of(connection, of, me), await circles.is_seen(connection, of, me)
    return Show(cards.join(turn.words, turn.house, of, mine, is_seen=seen))


async def join(turn: Turn, event: Submitted) -> Show:
    """Joins; the same words for the first time and the tenth. Nobody gets a message."""
    of, how = await network_of(turn, event.ref), event.values.get(cards.HOW, "")
    if how not in ("member", "ally"):
        form = cards.join(turn.words, turn.house, of, None, is_seen=False)
        return Show(again(form, event.values, {cards.HOW: turn.words(w.CHOOSE)}))
    seen = of.hidden and event.values.get(cards.SEEN, "") == cards.LEAD_SEES
    role = cast(Literal["member", "ally"], how)
    if of.opened:
        await circles.join(work_of(turn).connection, of, turn.somebody.id, role, seen=seen)
    return Show(only_text(turn.words, w.JOIN_TITLE, turn.words(w.JOINED if of.hidden else w.JOINED_OPEN)))


async def open_leave(turn: Turn, event: Opened) -> Show:
    of = await network_of(turn, event.ref)
    mine = await circles.role_of(work_of(turn).connection, of, turn.somebody.id)
    return Show(cards.leave(turn.words, of, mine))


async def leave(turn: Turn, event: Submitted) -> Show:
    """Leaves; the same words for whoever was in it and whoever was not. Who led it is not unknown, and hears so."""
    of, connection = await network_of(turn, event.ref), work_of(turn).connection
    had_part = await circles.role_of(connection, of, turn.somebody.id) in SHOWN
    await parts.leave(connection, of, turn.somebody.id, turn.now)
    return Show(only_text(turn.words, w.LEAVE, turn.words(w.LEFT_PART if had_part else w.LEFT)))


async def open_step_down(turn: Turn, event: Opened) -> Show:
    return Show(cards.step_down(turn.words, await network_of(turn, event.ref)))


async def step_down(turn: Turn, event: Submitted) -> Show:
    of, connection = await network_of(turn, event.ref), work_of(turn).connection
    had_part = await circles.role_of(connection, of, turn.somebody.id) in SHOWN
    await parts.step_down(connection, of, turn.somebody.id, turn.now)
    return Show(only_text(turn.words, w.STEP_DOWN, turn.words(w.STEPPED_DOWN if had_part else w.NO_PART)))


async def home(turn: Turn) -> HomeParts:
    """What this person is asked to be; for stewards, what nobody leads. Nothing on Home says who is in what."""
    connection = work_of(turn).connection
    mine = await parts.asked(connection, person=turn.somebody.id)
    blocks = [block for part in mine for block in leading.home_asked(turn.words, part)]
    if await is_steward(turn):
        blocks += leading.home_leaderless(turn.words, await parts.leaderless(connection))
    return {"now": tuple(blocks)}


async def draw_asked(turn: Turn, ref: str) -> Card | None:
    """None once they have answered, or nobody asks it any more."""
    waits = [part for part in await parts.asked(work_of(turn).connection, ref=ref) if part.person == turn.somebody.id]
    if not waits:
        return None
    said = turn.words(leading.ASKS[waits[0].role][1], name=waits[0].network.name)
    return leading.told(
        turn.words, waits[0].network, said, Open(turn.words(w.READ), "circles.answer", ref, look="primary")
    )


async def draw_answered(turn: Turn, ref: str) -> Card | None:
    return await _draw(turn, ref, w.ANSWERED)


async def draw_you_lead(turn: Turn, ref: str) -> Card | None:
    return await _draw(turn, ref, w.NOW_YOU_LEAD)


async def draw_no_lead(turn: Turn, ref: str) -> Card | None:
    """None where somebody leads it again."""
    of = await circles.network(work_of(turn).connection, ref)
    return None if of is None or await _lead(turn, of) else await _draw(turn, ref, w.NO_LEAD)


async def _draw(turn: Turn, key: str, said: Sentence) -> Card | None:
    of = await circles.network(work_of(turn).connection, key)
    if of is None:
        return None
    return leading.told(turn.words, of, turn.words(said, name=of.name), Open(turn.words(w.LOOK), "circles.look", key))


async def _lead(turn: Turn, of: circles.Network) -> str:
    shown = await circles.shown(work_of(turn).connection, of)
    return shown["lead"].name if "lead" in shown else ""


def _to_lead(asked: list[parts.Part]) -> "filter[parts.Part]":
    return filter(lambda part: part.role == "lead", asked)


CONVERSATION = Conversation(
    name="circles",
    opens={
        "circles.list": show_list,
        "circles.look": look,
        "circles.join": open_join,
        "circles.leave": open_leave,
        "circles.step_down": open_step_down,
        "circles.lead": show_lead,
        "circles.write": open_write,
        "circles.purpose": open_purpose,
        "circles.ask": open_ask,
        "circles.answer": open_answer,
        "circles.found": open_found,
        "circles.hide": open_hide,
        "circles.close": open_close,
    },
    submits={
        "circles.join": join,
        "circles.leave": leave,
        "circles.step_down": step_down,
        "circles.write": write_hand_over,
        "circles.purpose": write_purpose,
        "circles.ask": ask,
        "circles.answer": answer,
        "circles.found": found,
        "circles.hide": hide,
        "circles.close": close,
    },
    cards={
        "circles.asked": draw_asked,
        "circles.answered": draw_answered,
        "circles.you_lead": draw_you_lead,
        "circles.no_lead": draw_no_lead,
        "circles.off": draw_off,
    },
    home=home,
)
