"""The turns of stewards: found a network, make it hidden for good, close one that nobody leads."""

import secrets
from datetime import UTC, datetime

from bot.conversation import Message, Person, Turn
from bot.events import Opened, Show, Submitted
from bot.forms import again, only_text
from bot.mishap import Refusal
from bot.ui import Card
from conversations.circles import cards, leading, rules
from conversations.circles import words as w
from conversations.circles.asking import put
from conversations.circles.people import network_of, only_stewards, whom
from storage import circles, parts
from storage.circles import Network
from storage.events import coming, rsvps
from storage.events.event import Event
from storage.work import work_of


async def open_found(turn: Turn, _event: Opened) -> Show:
    await only_stewards(turn)
    return Show(leading.found(turn.words))


async def found(turn: Turn, event: Submitted) -> Show:
    """A new network, which opens when the one who is to lead it has said yes."""
    await only_stewards(turn)
    connection = work_of(turn).connection
    name, purpose = (rules.read_line(event.values.get(each, "")) for each in (leading.NAMED, leading.PURPOSED))
    lead, sponsor, errors = await _wrong(turn, event, name, purpose)
    if errors or lead is None:
        return Show(again(leading.found(turn.words), event.values, errors))
    hidden = event.values[leading.ROSTER] == "hidden"
    of = await circles.found(connection, name, purpose, hidden=hidden)
    put(turn, await parts.ask(connection, of, "lead", lead.id))
    if sponsor:
        put(turn, await parts.ask(connection, of, "sponsor", sponsor.id))
    return Show(only_text(turn.words, w.FOUND, turn.words(w.FOUNDED, name=name, lead=lead.name)))


async def open_hide(turn: Turn, event: Opened) -> Show:
    return Show(cards.hide(turn.words, await _kept(turn, event.ref)))


async def hide(turn: Turn, event: Submitted) -> Show:
    """There is no turn that undoes it."""
    await circles.hide(work_of(turn).connection, await _kept(turn, event.ref))
    return Show(only_text(turn.words, w.HIDE, turn.words(w.HIDDEN)))


async def open_close(turn: Turn, event: Opened) -> Show:
    return Show(cards.close(turn.words, await _unled(turn, event.ref)))


async def close(turn: Turn, event: Submitted) -> Show:
    """Closes it the same whether anybody is in it or not, so that a steward does not learn that."""
    connection, of = work_of(turn).connection, await _unled(turn, event.ref)
    for each in await coming.to_come(connection, of.id, turn.now):
        for person, _, _ in await rsvps.expected(connection, each):
            turn.tell(_called_off(person, each))
    await circles.close(connection, of)
    return Show(only_text(turn.words, w.CLOSE_IT, turn.words(w.CLOSED)))


async def draw_off(turn: Turn, ref: str) -> Card:
    """What one had said yes to is cancelled, without the name of what is closed."""
    return cards.called_off(turn.words, datetime.fromtimestamp(int(ref), UTC))


def _called_off(person: Person, event: Event) -> Message:
    """Nothing in it leads back to the network: it is to be gone from the database too."""
    starts = event.plan.starts
    cause = f"off:{secrets.token_hex(8)}"
    return Message(person.id, "circles.off", str(int(starts.timestamp())), cause, expires=starts, counts=False)


async def _wrong(
    turn: Turn, event: Submitted, name: str, purpose: str
) -> tuple[Person | None, Person | None, dict[str, str]]:
    """Who is to lead and to sponsor it, and what is to be mended, by field."""
    connection, values = work_of(turn).connection, event.values
    there = await circles.names(connection)
    errors = {leading.NAMED: _wrong_name(turn, name, there), leading.PURPOSED: _wrong_purpose(turn, purpose)}
    if values.get(leading.ROSTER) not in ("hidden", "open"):
        errors[leading.ROSTER] = turn.words(w.CHOOSE)
    lead, errors[leading.WHO] = await whom(turn, values.get(leading.WHO, ""))
    sponsor = None
    if values.get(leading.SPONSOR, "").strip():
        sponsor, errors[leading.SPONSOR] = await whom(turn, values[leading.SPONSOR])
    if lead and sponsor and lead.id == sponsor.id:
        errors[leading.SPONSOR] = turn.words(w.HAS_PART, name=sponsor.name)
    return lead, sponsor, {field: said for field, said in errors.items() if said}


def _wrong_name(turn: Turn, name: str, there: list[str]) -> str:
    if len(name) > rules.NAME:
        return turn.words(w.TOO_LONG, size=len(name), n=rules.NAME)
    if len(there) >= rules.MOST:
        return turn.words(w.TOO_MANY, n=rules.MOST)
    wrong = rules.wrong_name(name, there)
    return turn.words(wrong[0], name=wrong[1]) if wrong else ""


def _wrong_purpose(turn: Turn, purpose: str) -> str:
    if len(purpose) > rules.PURPOSE:
        return turn.words(w.TOO_LONG, size=len(purpose), n=rules.PURPOSE)
    wrong = rules.wrong_line(purpose)
    return turn.words(wrong) if wrong else ""


async def _kept(turn: Turn, key: str) -> Network:
    await only_stewards(turn)
    return await network_of(turn, key)


async def _unled(turn: Turn, key: str) -> Network:
    """One that nobody leads: else its lead is to be asked first."""
    of = await _kept(turn, key)
    if "lead" in await circles.shown(work_of(turn).connection, of):
        raise Refusal(turn.words(w.STILL_LED))
    return of
