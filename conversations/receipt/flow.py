"""The turns of whoever looks for a reply to their own comment: without an account, an id or a transaction."""

from bot.conversation import Conversation, Turn
from bot.events import Opened, Show, Submitted
from bot.forms import again, only_text
from bot.tries import Limit
from bot.ui import Form
from conversations.receipt import cards
from conversations.receipt import words as w
from conversations.receipt.cards import MORE, WORDS
from storage.threads import comments, receipts
from storage.threads.author import SaysReceipt
from storage.threads.frames import NothingSaid
from storage.threads.receipts import Receipt
from storage.threads.transcript import ThreadFull
from storage.work import beside

LOOKS_AN_HOUR = 10


async def ask_for_words(turn: Turn, _event: Opened) -> Show:
    return Show(cards.ask(turn.words))


async def read_replies(turn: Turn, event: Submitted) -> Show:
    """The thread, or one sentence that is the same whatever else is the case. Every look takes the same time."""
    typed, cabinet = event.values.get(WORDS, ""), beside(turn).postroom.cabinet
    found = receipts.read(typed)
    if not isinstance(found, Receipt):
        return Show(again(cards.ask(turn.words), event.values, {WORDS: cards.slip(turn.words, found)}))
    thread = await comments.read(cabinet, found)
    if thread is None:
        return Show(again(cards.ask(turn.words), event.values, {WORDS: turn.words(w.NOTHING)}))
    return Show(cards.shown(turn.words, thread, typed, cabinet.today()))


async def write_again(turn: Turn, event: Submitted) -> Show:
    """Keeps what the author writes next; it is let through from tomorrow on."""
    typed, text = event.values.get(WORDS, ""), event.values.get(MORE, "").strip()
    found = receipts.read(typed)
    errors = {} if isinstance(found, Receipt) else {WORDS: cards.slip(turn.words, found)}
    if len(text) > cards.LONGEST:
        errors[MORE] = turn.words(w.TOO_LONG, size=len(text), n=cards.LONGEST)
    if not errors and isinstance(found, Receipt):
        errors = await _write(turn, found, text)
    if errors:
        return Show(again(_form(turn), event.values, errors))
    return Show(only_text(turn.words, w.KEPT_TITLE, turn.words(w.KEPT)))


async def _write(turn: Turn, receipt: Receipt, text: str) -> dict[str, str]:
    """Writes it; what is wrong, by field."""
    try:
        kept = await comments.go_on(beside(turn).postroom.cabinet, receipt, text)
    except SaysReceipt:
        return {MORE: turn.words(w.OWN_WORDS)}
    except NothingSaid:
        return {MORE: turn.words(w.NEEDED)}
    except ThreadFull:
        return {MORE: turn.words(w.FULL)}
    return {} if kept else {WORDS: turn.words(w.NOTHING)}


def _form(turn: Turn) -> Form:
    return cards.go_on(turn.words, turn.words(w.WRITE_AGAIN))


CONVERSATION = Conversation(
    name="receipt",
    opens={"receipt.open": ask_for_words},
    submits={"receipt.read": read_replies, "receipt.go_on": write_again},
    traceless=True,
    limits={name: Limit(name, LOOKS_AN_HOUR, w.TOO_OFTEN) for name in ("receipt.read", "receipt.go_on")},
)
