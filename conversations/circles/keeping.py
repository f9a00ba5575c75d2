"""The turns in which lead and co-lead look after a network: who may be seen, the hand-over page, what it is for."""

from bot.conversation import Turn
from bot.events import Opened, Show, Submitted
from bot.forms import again, only_text
from bot.question import clean
from bot.ui import Form
from conversations.circles import leading
from conversations.circles import words as w
from conversations.circles.people import is_steward, led_by_me, network_of
from conversations.circles.rules import HAND_OVER, PURPOSE, read_line, wrong_line
from storage import circles, parts
from storage.circles import Network
from storage.work import work_of


async def show_lead(turn: Turn, event: Opened) -> Show:
    """Of a hidden network only those who want to be seen, and how many others there are, from k on, once a month."""
    of, connection, k = await led_by_me(turn, event.ref), work_of(turn).connection, turn.house.threshold
    seen = await circles.consenting(connection, of) if of.hidden else []
    others = await circles.others(connection, of, turn.now.date(), k) if of.hidden else 0
    text, waits = await circles.hand_over(connection, of), await parts.asked(connection, of=of)
    return Show(leading.for_leads(turn.words, of, seen, others=others, k=k, text=text, waits=waits))


async def open_write(turn: Turn, event: Opened) -> Show:
    of = await led_by_me(turn, event.ref)
    return Show(leading.write(turn.words, of, await circles.hand_over(work_of(turn).connection, of)))


async def write_hand_over(turn: Turn, event: Submitted) -> Show:
    """Keeps the page; one that is too long is not cut, and stays in the form."""
    of, text = await led_by_me(turn, event.ref), event.values.get(leading.TEXT, "")
    if len(text) > HAND_OVER:
        return Show(_too_long(turn, leading.write(turn.words, of, ""), text, HAND_OVER))
    await circles.write_hand_over(work_of(turn).connection, of, clean(text, HAND_OVER))
    return Show(only_text(turn.words, w.HAND_OVER, turn.words(w.WRITTEN)))


async def open_purpose(turn: Turn, event: Opened) -> Show:
    return Show(leading.purpose(turn.words, await _mine(turn, event.ref)))


async def write_purpose(turn: Turn, event: Submitted) -> Show:
    of, text = await _mine(turn, event.ref), read_line(event.values.get(leading.TEXT, ""))
    if len(text) > PURPOSE:
        return Show(_too_long(turn, leading.purpose(turn.words, of), text, PURPOSE))
    if wrong := wrong_line(text):
        return Show(again(leading.purpose(turn.words, of), event.values, {leading.TEXT: turn.words(wrong)}))
    await circles.repurpose(work_of(turn).connection, of, text)
    return Show(only_text(turn.words, w.PURPOSE_BUTTON, turn.words(w.PURPOSE_CHANGED)))


async def _mine(turn: Turn, key: str) -> Network:
    """For those who lead it, and for stewards."""
    return await network_of(turn, key) if await is_steward(turn) else await led_by_me(turn, key)


def _too_long(turn: Turn, form: Form, text: str, most: int) -> Form:
    return again(form, {leading.TEXT: text}, {leading.TEXT: turn.words(w.TOO_LONG, size=len(text), n=most)})
