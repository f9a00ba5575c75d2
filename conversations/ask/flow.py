"""The turns of asking: open the form, keep the answer, take it back; fill Home."""

from dataclasses import replace

from bot.conversation import Conversation, HomeParts, Turn
from bot.events import Opened, Show, Submitted
from bot.forms import again, only_text
from bot.mishap import Refusal
from bot.ui import Block
from conversations.ask import ahead, cards
from conversations.ask import words as w
from conversations.ask.closing import close, count
from conversations.ask.form import COMMENT, Filled, read
from conversations.ask.noting import draw_again, draw_reminder, has_answered, note
from conversations.ask.preview import open_preview, preview
from storage import ballots, details, replies, rounds, voices
from storage.rounds import Asking
from storage.threads import receipts
from storage.work import work_of


async def open_question(turn: Turn, event: Opened) -> Show:
    """The empty form. Whoever has answered already is told that this replaces it; what they said stays sealed."""
    asking = await _asked(turn, event.ref)
    if not asking.answerable(turn.now):
        return Show(cards.over(turn.words, asking))
    replaces = await has_answered(work_of(turn), asking, turn.somebody)
    return Show(cards.question(turn.words, asking, again=replaces, operator=turn.house.operator))


async def keep_answer(turn: Turn, event: Submitted) -> Show:
    """Keeps the answer: sealed and without a name, or with the name where the question said so."""
    asking = await _asked(turn, event.ref, hold=True)
    filled = read(turn.words, asking, event.values)
    errors = filled.errors if asking.answerable(turn.now) else {"": cards.too_late(turn.words, asking)}
    if errors:
        form = cards.question(turn.words, asking, again=False, operator=turn.house.operator)
        return Show(again(form, event.values, errors))
    return Show(cards.recorded(turn.words, asking, await _keep(turn, asking, filled)))


async def say_recorded_again(turn: Turn, event: Submitted) -> Show | None:
    """Only where an answer is in and this one was fit to be kept; the words of a receipt were said once, and are gone."""
    asking = await _asked(turn, event.ref)
    filled = read(turn.words, asking, event.values)
    if filled.errors or not asking.answerable(turn.now) or not await has_answered(work_of(turn), asking, turn.somebody):
        return None
    return Show(cards.recorded(turn.words, asking, lost=asking.voice == "unlinked" and bool(filled.comment)))


async def ask_to_take_back(turn: Turn, event: Opened) -> Show:
    asking = await _asked(turn, event.ref)
    if asking.voice == "unlinked" and not asking.answerable(turn.now):
        return Show(cards.over(turn.words, asking))
    return Show(cards.take_back(turn.words, asking))


async def take_back(turn: Turn, event: Submitted) -> Show:
    """Removes the person's answer; the words are the same whether there was one."""
    asking, person, work = await _asked(turn, event.ref, hold=True), turn.somebody, work_of(turn)
    if asking.voice == "named":
        await voices.take_back(work, asking.urn.id, person.id)
    elif asking.answerable(turn.now):
        try:
            await ballots.take_back(work, asking.urn, person.id)
        except ballots.KeysLost:
            raise Refusal(turn.words(w.KEYS_LOST)) from None
    else:
        return Show(cards.over(turn.words, asking))
    return Show(only_text(turn.words, w.TAKE_BACK_TITLE, turn.words(w.TAKEN_BACK)))


async def home(turn: Turn) -> HomeParts:
    """What is open, what comes, and what can be changed or taken back."""
    person, work = turn.somebody, work_of(turn)
    open_now = await rounds.open_for(work.connection, person.id, turn.now)
    unlinked = [cards.home_said(turn.words, each, turn.house.operator) for each in open_now if each.voice == "unlinked"]
    said = [block for blocks in unlinked for block in blocks]
    for ref, value in await voices.said_by(work, person.id):
        if asking := await rounds.asked_of(work.connection, ref, person.id):
            said += cards.home_said_named(turn.words, asking, value)
    return {
        "now": _open_blocks(turn, open_now),
        "coming": await ahead.coming_blocks(turn),
        "said": tuple(said),
    }


def _open_blocks(turn: Turn, open_now: list[Asking]) -> tuple[Block, ...]:
    shown = [cards.home_open(turn.words, each, first=number == 0) for number, each in enumerate(open_now)]
    return tuple(block for blocks in shown for block in blocks)


async def _keep(turn: Turn, asking: Asking, filled: Filled) -> tuple[str, ...]:
    """Keeps it, and returns the receipt of a comment without a name: it stands in the form and nowhere else."""
    person, work = turn.somebody, work_of(turn)
    if asking.voice == "named":
        await voices.keep(work, asking.urn.id, person.id, {**filled.answers, COMMENT: filled.comment})
        return ()
    said = await details.said_by(work, person.id, asking.by.id) if asking.by else ""
    values = {asking.by.id: said} if asking.by and said else {}
    ballot = ballots.Ballot(asking.team, filled.answers, filled.comment, filled.organisation_only, values)
    minted = await work.postroom.pool.take() if filled.comment else None
    if minted:
        ballot = replace(ballot, receipt=replies.sealed_up(minted))
    try:
        await ballots.cast(work, asking.urn, person.id, ballot)
    except ballots.KeysLost:
        raise Refusal(turn.words(w.KEYS_LOST)) from None
    return receipts.words(minted.receipt) if minted else ()


async def _asked(turn: Turn, ref: str, *, hold: bool = False) -> Asking:
    asking = await rounds.asked_of(work_of(turn).connection, ref, turn.somebody.id, hold=hold)
    if asking is None:
        raise Refusal(turn.words(w.NOT_ASKED))
    return asking


CONVERSATION = Conversation(
    name="ask",
    opens={
        "ask.answer": open_question,
        "ask.take_back": ask_to_take_back,
        "ask.preview": open_preview,
    },
    submits={"ask.answer": keep_answer, "ask.take_back": take_back},
    again={"ask.answer": say_recorded_again},
    dues={"ask.closes": close},
    prepares={"ask.closes": count},
    cards={"ask.reminder": draw_reminder, "ask.again": draw_again},
    home=home,
    note=note,
    preview=preview,
)
