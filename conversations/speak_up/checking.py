"""The turns of whoever comes back with their words: read, go on writing, erase. Looking writes nothing.

Every look takes the same time and says the same, whatever is the case: erased, over, never given out.
"""

from collections.abc import Awaitable, Callable

from bot.conversation import Turn
from bot.events import Opened, Show, Submitted
from bot.forms import again, only_text
from conversations.speak_up import thread
from conversations.speak_up import words as w
from conversations.speak_up import words_back as b
from conversations.speak_up.thread import AGAIN, MORE, WHY, WORDS
from storage.cases import codes, reporter
from storage.cases.casework import Casework
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
        return Show(again(thread.ask(turn.words), event.values, {WORDS: turn.words(b.NOTHING)}))
    return Show(thread.shown(turn.words, messages, typed, work.cabinet.today()))


async def write_again(turn: Turn, event: Submitted) -> Show:
    """Keeps what the author writes next; it is let through from tomorrow on."""
    typed, text = event.values.get(WORDS, ""), event.values.get(MORE, "").strip()
    found = receipts.read(typed)
    errors = {} if isinstance(found, Receipt) else {WORDS: thread.slip(turn.words, found)}
    if len(text) > LONGEST:
        errors[MORE] = _too_long(turn, text)
    if not errors and isinstance(found, Receipt):
        errors = await _kept(turn, lambda work: reporter.answer(work, found, text), MORE)
    if errors:
        return Show(again(thread.go_on(turn.words), event.values, errors))
    return Show(only_text(turn.words, b.KEPT_TITLE, turn.words(b.KEPT)))


async def ask_again(turn: Turn, _event: Opened) -> Show:
    return Show(thread.again(turn.words))


async def answer_again(turn: Turn, event: Submitted) -> Show:
    """Whether they would speak up again, for those who read the report, and counted."""
    chosen, why, form = event.values.get(AGAIN, ""), event.values.get(WHY, "").strip(), thread.again(turn.words)
    found = receipts.read(event.values.get(WORDS, ""))
    errors = {} if isinstance(found, Receipt) else {WORDS: thread.slip(turn.words, found)}
    if chosen not in codes.AGAIN:
        errors[AGAIN] = turn.words(w.CHOOSE)
    if len(why) > LONGEST:
        errors[WHY] = _too_long(turn, why)
    if not errors and isinstance(found, Receipt):
        errors = await _kept(turn, lambda work: reporter.feedback(work, found, chosen, why), WHY)
    if errors:
        return Show(again(form, event.values, errors))
    return Show(only_text(turn.words, b.AGAIN_TITLE, turn.words(b.AGAIN_KEPT)))


async def ask_to_erase(turn: Turn, _event: Opened) -> Show:
    return Show(thread.erase(turn.words))


async def erase(turn: Turn, event: Submitted) -> Show:
    """Erases all that the words open, for everybody and for good."""
    found = receipts.read(event.values.get(WORDS, ""))
    if not isinstance(found, Receipt):
        return Show(again(thread.erase(turn.words), event.values, {WORDS: thread.slip(turn.words, found)}))
    if await author.erase(beside(turn).reception.work.cabinet, found) is None:
        return Show(again(thread.erase(turn.words), event.values, {WORDS: turn.words(b.NOTHING)}))
    return Show(only_text(turn.words, b.ERASED_TITLE, turn.words(b.ERASED)))


async def _kept(turn: Turn, write: Callable[[Casework], Awaitable[bool | None]], where: str) -> dict[str, str]:
    """Writes it; what is wrong, by field. `where` are the words."""
    posts = turn.house.signposts
    try:
        kept = await write(beside(turn).reception.work)
    except SaysReceipt:
        return {where: turn.words(b.OWN_WORDS)}
    except NothingSaid:
        return {where: turn.words(b.WRITE_NEEDED)}
    except ThreadFull:
        return {where: turn.words(b.FULL)}
    except DirectoryRefused:
        return {where: turn.words(w.NOT_TAKEN, who=posts.talk_first or posts.guardian or turn.words(w.SOMEBODY))}
    return {} if kept else {WORDS: turn.words(b.NOTHING)}


def _too_long(turn: Turn, text: str) -> str:
    return turn.words(w.TOO_LONG, size=turn.words.number(len(text)), n=turn.words.number(LONGEST))
