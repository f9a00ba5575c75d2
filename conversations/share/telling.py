"""The turns of news within a round: whoever answers back is asked to write something, and everybody reads it."""

from bot.conversation import Message, Turn
from bot.events import Due, Opened, Show, Submitted
from bot.finding import named
from bot.forms import again, only_text
from bot.mishap import Refusal
from bot.run_rules import number_in
from bot.ui import Block, Card
from conversations.share import telling_cards as cards
from conversations.share import words as w
from storage import happenings, notes, quoting, rounds
from storage.happenings import UNTIL_SHARED, Happening
from storage.series import VALUE, is_measured
from storage.work import work_of


async def tell_due(turn: Turn, event: Due) -> None:
    """Whoever answers back is asked for the news that the practice promises: news of their own promise."""
    one = await happenings.take_opening(work_of(turn).connection, event.ref, turn.now)
    if one:
        turn.tell(Message(one.answerer, "share.to_tell", one.on.ref, f"{one.on.ref}:tell", counts=False))


async def closes(turn: Turn, event: Due) -> None:
    """From now on nobody is asked anything in this round."""
    connection = work_of(turn).connection
    one = await happenings.take_opening(connection, event.ref, turn.now)
    if one:
        await rounds.set_stage(connection, one.round, "closed")


async def draw_to_tell(turn: Turn, ref: str) -> Card | None:
    one = await happenings.behind(work_of(turn).connection, ref)
    if one is None or cards.TOLD in one.spec or one.answerer != turn.somebody.id:
        return None
    return cards.to_tell(turn.words, one)


async def open_form(turn: Turn, event: Opened) -> Show:
    one = await _mine(turn, event.ref)
    return Show(cards.form(turn.words, one) if _can(one) else only_text(turn.words, w.NEWS, turn.words(w.TOLD_ALREADY)))


async def keep(turn: Turn, event: Submitted) -> Show:
    """It goes to everybody whom the round is for (P7)."""
    one = await _mine(turn, event.ref)
    if not _can(one):
        return Show(only_text(turn.words, w.NEWS, turn.words(w.TOLD_ALREADY)))
    said = event.values.get(cards.TOLD, "").strip()
    if wrong := _wrong(turn, one, said):
        return Show(again(cards.form(turn.words, one), event.values, {cards.TOLD: wrong}))
    connection, now = work_of(turn).connection, turn.now
    number = {VALUE: number_in(said)} if is_measured(one) else {}
    await happenings.write(connection, one, {cards.TOLD: said, cards.TOLD_AT: now.isoformat(), **number})
    await quoting.quote(connection, one, said)
    await notes.plan(connection, happenings.people_for(one), earliest=lambda _zone: now)
    return Show(cards.sent(turn.words, one))


async def home(turn: Turn) -> tuple[list[Block], list[Block]]:
    """What waits for this person's news: what is late, and what is not."""
    late, now = list[Block](), list[Block]()
    for one in await happenings.to_do(work_of(turn).connection, turn.somebody.id, "UPDATE"):
        if _can(one) and cards.TOLD not in one.spec:
            (late if turn.now > one.by else now).extend(cards.home_to_tell(turn.words, one))
    return late, now


def _can(one: Happening) -> bool:
    """Words stand as they were written; a number may be mended until the round has been answered back."""
    return one.stage in UNTIL_SHARED and (cards.TOLD not in one.spec or is_measured(one))


def _wrong(turn: Turn, one: Happening, said: str) -> str:
    if is_measured(one):
        return "" if number_in(said) is not None else turn.words(w.NO_NUMBER)
    if said and len(said) <= cards.LONGEST:
        return ""
    return turn.words(w.TOO_LONG, size=len(said), n=cards.LONGEST) if said else turn.words(w.NOTHING_TOLD)


async def _mine(turn: Turn, ref: str) -> Happening:
    one = await happenings.behind(work_of(turn).connection, ref)
    if one is None or one.kind != "UPDATE" or not one.opened:
        raise Refusal(turn.words(w.GONE))
    if one.answerer != turn.somebody.id:
        raise Refusal(turn.words(w.NOT_YOURS, answerer=named(turn.words, one.answerer_name)))
    return one
