"""The turns of whoever answers back: list the comments, reply to one; and the line that tells everybody alike."""

from collections.abc import Sequence
from datetime import date

from bot.conversation import Conversation, HomeParts, Issue, NotePart, Turn
from bot.events import Opened, Show, Submitted
from bot.forms import again, only_text
from bot.mishap import Refusal
from bot.ui import Block
from conversations.replies import cards
from conversations.replies import words as w
from conversations.replies.cards import TEXT, Listed, Waiting
from storage import replies, rounds
from storage.notes import FIRST_LOOK
from storage.replies import KEPT, Commented
from storage.rounds import Asking
from storage.threads import comments
from storage.threads.comments import Heard
from storage.threads.frames import NothingSaid
from storage.threads.readers import Gone
from storage.threads.recipients import RecipientKey
from storage.threads.transcript import ThreadFull
from storage.work import work_of

A_PAGE = 12
MOST_TOLD = 3


async def open_list(turn: Turn, event: Opened) -> Show:
    """The comments on one question, a page at a time. `ref` is the question's, or the last comment's before the page."""
    work = work_of(turn)
    behind = await replies.commented(work.connection, event.ref)
    asking = behind[0] if behind else await rounds.question(work.connection, event.ref)
    _only_answerer(turn, asking)
    every = await replies.repliable(work.connection, asking.urn.id) if asking else ()
    left = [each for each in every if not behind or each.ref > event.ref]
    if asking is None or not left:
        return Show(only_text(turn.words, w.LIST_TITLE, turn.words(w.NONE, n=KEPT.days)))
    listed = await _listed(turn, asking, left[:A_PAGE])
    after = left[A_PAGE - 1].ref if len(left) > A_PAGE else ""
    return Show(cards.comments(turn.words, asking.subject, listed, after))


async def open_forms(turn: Turn, _event: Opened) -> Show:
    """The forms whose comments can be replied to, where there is more than one."""
    return Show(cards.forms(turn.words, await _waiting(turn)))


async def open_reply(turn: Turn, event: Opened) -> Show:
    """One comment with all that was said since. `ref` is the comment's."""
    _, comment, heard = await _thread(turn, event.ref)
    return Show(cards.write(turn.words, comment, heard))


async def keep_reply(turn: Turn, event: Submitted) -> Show:
    """Replies; the author reads it at their next look. Everybody who was asked is told that some have a reply."""
    key, comment, heard = await _thread(turn, event.ref)
    form, text = cards.write(turn.words, comment, heard), event.values.get(TEXT, "").strip()
    if len(text) > cards.LONGEST:
        error = turn.words(w.TOO_LONG, size=len(text), n=cards.LONGEST)
        return Show(again(form, event.values, {TEXT: error}))
    work = work_of(turn)
    try:
        await comments.reply(work.postroom.cabinet, key, heard.thread, text)
    except NothingSaid:
        return Show(again(form, event.values, {TEXT: turn.words(w.NEEDED)}))
    except ThreadFull:
        return Show(again(form, event.values, {TEXT: turn.words(w.FULL)}))
    except Gone:
        raise _gone(turn) from None
    await replies.replied(work, event.ref)
    return Show(only_text(turn.words, w.KEPT_TITLE, turn.words(w.KEPT)))


async def home(turn: Turn) -> HomeParts:
    """For those who answer back: where they can reply. For everybody who was asked: that some comments have a reply."""
    return {"now": cards.home(turn.words, await _waiting(turn)), "came": await _replied(turn, (turn.now - KEPT).date())}


async def note(turn: Turn, issue: Issue) -> tuple[NotePart, ...]:
    """One line about replies since the last note; never worth a message by itself."""
    blocks = await _replied(turn, (issue.since or turn.now - FIRST_LOOK).date())
    return (NotePart("came", blocks, turn.words(w.SOME_SHORT), enough=False),) if blocks else ()


async def _waiting(turn: Turn) -> list[Waiting]:
    found = await replies.waiting_for(work_of(turn).connection, turn.somebody.id, MOST_TOLD, turn.now)
    return [
        Waiting(asking.subject, turn.words.today(asking.closes_at), number, asking.round_ref)
        for asking, number in found
    ]


async def _replied(turn: Turn, since: date) -> tuple[Block, ...]:
    """One line for each of the newest forms on which some comment has had a reply since then."""
    told = await replies.replied_for(work_of(turn).connection, turn.somebody.id, since, MOST_TOLD)
    return tuple(cards.some(turn.words, each.subject, each.answerer_name) for each in told)


async def _listed(turn: Turn, asking: Asking, page: Sequence[Commented]) -> list[Listed]:
    """What was said last about each comment of a page; an erased thread is left out."""
    cabinet = work_of(turn).postroom.cabinet
    key = comments.key_of(cabinet.secrets, asking.round_ref)
    found = await comments.heard(cabinet, key, [each.place for each in page]) if key else [None] * len(page)
    return [_one(each, heard) for each, heard in zip(page, found, strict=True) if heard]


def _one(comment: Commented, heard: Heard) -> Listed:
    waits = heard.messages[-1].text if heard.waits else ""
    return Listed(comment, waits, replied=any(message.by for message in heard.messages))


async def _thread(turn: Turn, ref: str) -> tuple[RecipientKey, Commented, Heard]:
    """The comment's thread, for the one who answers back and nobody else. Raises Refusal."""
    work = work_of(turn)
    found = await replies.commented(work.connection, ref)
    if found is None:
        raise _gone(turn)
    asking, comment = found
    _only_answerer(turn, asking)
    cabinet = work.postroom.cabinet
    key = comments.key_of(cabinet.secrets, asking.round_ref)
    [heard] = await comments.heard(cabinet, key, [comment.place]) if key else [None]
    if key is None or heard is None:
        raise _gone(turn)
    return key, comment, heard


def _only_answerer(turn: Turn, asking: Asking | None) -> None:
    if asking and asking.answerer != turn.somebody.id:
        raise Refusal(turn.words(w.NOT_YOURS))


def _gone(turn: Turn) -> Refusal:
    return Refusal(turn.words(w.GONE, n=KEPT.days))


CONVERSATION = Conversation(
    name="replies",
    opens={"replies.forms": open_forms, "replies.list": open_list, "replies.write": open_reply},
    submits={"replies.write": keep_reply},
    home=home,
    note=note,
)
