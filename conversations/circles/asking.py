"""The turns in which somebody is asked to lead, co-lead or sponsor a network, and says yes or no."""

from bot.conversation import Message, Turn
from bot.events import Opened, Show, Submitted
from bot.forms import again, only_text
from bot.mishap import Refusal
from conversations.circles import leading
from conversations.circles import words as w
from conversations.circles.people import is_steward, network_of, whom
from storage import circles, directory, parts
from storage.circles import Network, Role
from storage.parts import Part
from storage.work import work_of


async def open_ask(turn: Turn, event: Opened) -> Show:
    """For the lead; and for stewards, where nobody leads it."""
    of, steward = await _may_ask(turn, event.ref)
    return Show(leading.ask(turn.words, of, steward=steward))


async def ask(turn: Turn, event: Submitted) -> Show:
    """Asks somebody, in the same words whether they are in it or not; only who has a part already is known to everybody."""
    of, steward = await _may_ask(turn, event.ref)
    form, connection = leading.ask(turn.words, of, steward=steward), work_of(turn).connection
    role: Role | None = "lead" if steward else _role(event.values.get(leading.ROLE, ""))
    who, wrong = await whom(turn, event.values.get(leading.WHO, ""))
    if role is None:
        return Show(again(form, event.values, {leading.ROLE: turn.words(w.CHOOSE)}))
    shown = await circles.shown(connection, of)
    if who and (mine := next((each for each, person in shown.items() if person.id == who.id), None)):
        wrong = "" if role == "lead" and mine != "lead" else turn.words(w.HAS_PART, name=who.name)
    if who is None or wrong:
        return Show(again(form, event.values, {leading.WHO: wrong}))
    if role in shown and role != "lead":
        taken = turn.words(w.TAKEN, name=shown[role].name)
        return Show(again(form, event.values, {leading.ROLE: taken}))
    put(turn, await parts.ask(connection, of, role, who.id))
    return Show(only_text(turn.words, w.ASK, turn.words(w.ASKED, name=who.name)))


def put(turn: Turn, part: Part) -> None:
    """Tells whoever is asked. Once they have answered, nothing says any more which network it was."""
    turn.tell(Message(part.person, "circles.asked", part.ref, f"{part.ref}:asked", counts=False))


async def open_answer(turn: Turn, event: Opened) -> Show:
    """What they are asked, and what they would take over."""
    part = await _my_part(turn, event.ref)
    text = await circles.hand_over(work_of(turn).connection, part.network)
    return Show(leading.asked(turn.words, part, text))


async def answer(turn: Turn, event: Submitted) -> Show:
    """Yes or no; whoever asked hears that there is an answer."""
    part, connection = await _my_part(turn, event.ref), work_of(turn).connection
    said = event.values.get(leading.ANSWER, "")
    if said not in ("yes", "no"):
        form = leading.asked(turn.words, part, await circles.hand_over(connection, part.network))
        return Show(again(form, event.values, {leading.ANSWER: turn.words(w.CHOOSE)}))
    asker = await _askers(turn, part)
    taken = await parts.accept(connection, part) if said == "yes" else await parts.decline(connection, part)
    if not taken:
        raise Refusal(turn.words(w.ASKED_NO_MORE))
    for each in asker:
        turn.tell(
            Message(
                each, "circles.answered", part.network.key, f"{circles.about(part.network)}{part.ref}", counts=False
            )
        )
    return Show(only_text(turn.words, w.PART_TITLE, turn.words(w.SAID_YES if said == "yes" else w.SAID_NO)))


async def _may_ask(turn: Turn, key: str) -> tuple[Network, bool]:
    """The network, and whether it is a steward who asks because nobody leads it."""
    of, connection = await network_of(turn, key), work_of(turn).connection
    if await circles.role_of(connection, of, turn.somebody.id) == "lead":
        return of, False
    if await is_steward(turn) and "lead" not in await circles.shown(connection, of):
        return of, True
    raise Refusal(turn.words(w.ONLY_LEAD))


async def _my_part(turn: Turn, ref: str) -> Part:
    """What this person was asked; nobody else can answer it, or read it."""
    found = await parts.asked(work_of(turn).connection, ref=ref) if ref else []
    if not found or found[0].person != turn.somebody.id:
        raise Refusal(turn.words(w.ASKED_NO_MORE))
    return found[0]


async def _askers(turn: Turn, part: Part) -> list[int]:
    """Whoever leads it; where nobody does, the stewards."""
    connection = work_of(turn).connection
    shown = await circles.shown(connection, part.network)
    if "lead" in shown:
        return [shown["lead"].id]
    return [each.id for each in await directory.members(connection, directory.STEWARDS)]


def _role(value: str) -> Role | None:
    return next((role for role in leading.ASKS if role == value), None)
