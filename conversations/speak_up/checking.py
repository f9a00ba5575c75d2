"""The turns of whoever comes back with their words: read, go on writing, erase. Looking writes nothing.

Every look takes the same time and says the same, whatever is the case: erased, over, never given out.
"""

from bot.conversation import Turn
from bot.events import Opened, Show, Submitted
from bot.forms import again, only_text
from conversations.speak_up import thread
from conversations.speak_up import words as w
from conversations.speak_up.thread import MORE, WORDS
from storage.cases import reporter
from storage.cases.filing import LONGEST
from storage.threads import author, receipts
from storage.threads.author import SaysReceipt
from storage.threads.frames import NothingSaid
from storage.threads.receipts import Receipt
from storage.threads.recipients import DirectoryRefused
from storage.threads.transcript import ThreadFull
from storage.work import beside


async def ask_for_words(turn: Turn, _event: Opened) -> Show:
    return Show(thread.ask(turn.words))


async def read_replies(turn: Turn, event: Submitted) -> Show:
    """The thread, or one sentence."""
    typed, work = event.values.get(WORDS, ""), beside(turn).reception.work
    found = receipts.read(typed)
    if not isinstance(found, Receipt):
        return Show(again(thread.ask(turn.words), event.values, {WORDS: thread.slip(turn.words, found)}))
    messages = await reporter.look(work, found)
    if messages is None:
        return Show(again(thread.ask(turn.words), event.values, {WORDS: turn.words(w.NOTHING)}))
    return Show(thread.shown(turn.words, messages, typed, work.cabinet.today()))


async def write_again(turn: Turn, event: Submitted) -> Show:
    """Keeps what the author writes next; it is let through from tomorrow on."""
    typed, text = event.values.get(WORDS, ""), event.values.get(MORE, "").strip()
    found = receipts.read(typed)
    errors = {} if isinstance(found, Receipt) else {WORDS: thread.slip(turn.words, found)}
    if len(text) > LONGEST:
        size, most = turn.words.number(len(text)), turn.words.number(LONGEST)
        errors[MORE] = turn.words(w.TOO_LONG, size=size, n=most)
    if not errors and isinstance(found, Receipt):
        errors = await _write(turn, found, text)
    if errors:
        return Show(again(thread.go_on(turn.words), event.values, errors))
    return Show(only_text(turn.words, w.KEPT_TITLE, turn.words(w.KEPT)))


async def ask_to_erase(turn: Turn, _event: Opened) -> Show:
    return Show(thread.erase(turn.words))


async def erase(turn: Turn, event: Submitted) -> Show:
    """Erases all that the words open, for everybody and for good."""
    found = receipts.read(event.values.get(WORDS, ""))
    if not isinstance(found, Receipt):
        return Show(again(thread.erase(turn.words), event.values, {WORDS: thread.slip(turn.words, found)}))
    if await author.erase(beside(turn).reception.work.cabinet, found) is None:
        return Show(again(thread.erase(turn.words), event.values, {WORDS: turn.words(w.NOTHING)}))
    return Show(only_text(turn.words, w.ERASED_TITLE, turn.words(w.ERASED)))


async def _write(turn: Turn, receipt: Receipt, text: str) -> dict[str, str]:
    """Writes it; what is wrong, by field."""
    posts = turn.house.signposts
    try:
        kept = await reporter.answer(beside(turn).reception.work, receipt, text)
    except SaysReceipt:
        return {MORE: turn.words(w.OWN_WORDS)}
    except NothingSaid:
        return {MORE: turn.words(w.WRITE_NEEDED)}
    except ThreadFull:
        return {MORE: turn.words(w.FULL)}
    except DirectoryRefused:
        return {MORE: turn.words(w.NOT_TAKEN, who=posts.talk_first or posts.guardian or turn.words(w.SOMEBODY))}
    return {} if kept else {WORDS: turn.words(w.NOTHING)}
