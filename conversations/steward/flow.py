"""The turns of stewards: start a programme, see a closed round's result, answer back to everybody who was asked."""

from collections.abc import Mapping
from datetime import date, timedelta

from bot.conversation import Conversation, HomeParts, Turn
from bot.events import Opened, Show, Submitted
from bot.finding import Cell, first_finding
from bot.forms import again, only_text
from bot.mishap import Refusal
from bot.promises import first_news
from bot.ui import Block, Card, Form
from bot.words import Sentence
from conversations.steward import cards
from conversations.steward import words as w
from conversations.steward.draft import draft, promised, unfinished
from conversations.steward.kept import home_kept, open_throw, show_kept, throw_away
from conversations.steward.notices import draw_answerer_left, draw_keeper_late, draw_not_opened, draw_void
from conversations.steward.own import keep_own, open_own, start_own
from conversations.steward.starting import look, open_start, start
from conversations.steward.stopping import home_running, open_stop, show_running, stop
from conversations.steward.store import Answered, answer_back
from storage import directory, drafts, programmes, releases, rounds, themes, voices
from storage.rounds import Asking
from storage.work import work_of

FURTHEST = timedelta(days=366)


async def open_answer(turn: Turn, event: Opened) -> Show:
    """The result and three fields, for the one person who promised to answer."""
    asking = await _mine(turn, event.ref)
    if asking.stage != "closed":
        return Show(only_text(turn.words, w.ANSWER_TITLE, turn.words(w.ALREADY)))
    if left := await themes.unended(work_of(turn).connection, asking.round):
        return Show(cards.themes_first(turn.words, asking, left))
    return Show(await _answer_form(turn, asking, await _cells(turn, asking)))


async def keep_answer(turn: Turn, event: Submitted) -> Show:
    """The answer goes to everybody who was asked, and the round has ended."""
    asking = await _mine(turn, event.ref)
    if await themes.hold(work_of(turn).connection, asking.round) != "closed":
        return Show(only_text(turn.words, w.ANSWER_TITLE, turn.words(w.ALREADY)))
    said = {key: event.values.get(key, "").strip() for key in (cards.WILL_DO, cards.WILL_NOT, cards.BY_DAY)}
    cells = await _cells(turn, asking)
    errors = _errors(turn, said, draft(turn.words, asking, cells))
    if left := await themes.unended(work_of(turn).connection, asking.round):
        errors[""] = cards.what_is_left(turn.words, left)
    if errors:
        return Show(again(await _answer_form(turn, asking, cells), said, errors))
    will_do, by_day = said[cards.WILL_DO], date.fromisoformat(said[cards.BY_DAY])
    next_on = first_news(by_day, turn.words.today(turn.now))
    promise = promised(turn.words, asking, cells, will_do)
    answered = Answered(will_do, said[cards.WILL_NOT], by_day, promise, next_on, turn.house.zone)
    ref = await answer_back(work_of(turn), asking, answered, turn.now)
    return Show(cards.sent(turn.words, asking, ref, next_on))


async def draw_closed(turn: Turn, ref: str) -> Card | None:
    return await _draw_waiting(turn, ref, w.CLOSED)


async def draw_overdue(turn: Turn, ref: str) -> Card | None:
    return await _draw_waiting(turn, ref, w.OVERDUE)


async def home(turn: Turn) -> HomeParts:
    """For those who answer back: what waits. For stewards: what runs, what could be started, what is kept."""
    mine, work = turn.somebody.id, work_of(turn)
    late, blocks, lead = list[Block](), list[Block](), list[Block]()
    for asking in await rounds.to_answer(work.connection, mine):
        overdue = turn.now > asking.answer_by
        (late if overdue else blocks).extend(cards.home_to_answer(turn.words, asking, late=overdue))
    if await directory.belongs(work.connection, mine, directory.STEWARDS):
        blocks += home_kept(turn.words, await drafts.kept(work))
        lead += home_running(turn.words, await programmes.all_running(work, turn.house.templates))
        startable = bool(await programmes.startable(work, turn.house.templates))
        lead += cards.home_start(turn.words, startable=startable)
    return {"late": tuple(late), "now": tuple(blocks), "lead": tuple(lead)}


async def _draw_waiting(turn: Turn, ref: str, said: Sentence) -> Card | None:
    asking = await rounds.question(work_of(turn).connection, ref)
    if asking is None or asking.stage != "closed" or asking.answerer != turn.somebody.id:
        return None
    if asking.voice == "named":
        return cards.to_answer(turn.words, asking, said)
    found = first_finding(turn.words, asking.questions, await _cells(turn, asking))
    if asking.uncounted:
        found = f"{found}\n{turn.words(w.UNCOUNTED, operator=turn.house.operator)}".strip()
    return cards.to_answer(turn.words, asking, said, found)


async def _mine(turn: Turn, ref: str) -> Asking:
    asking = await rounds.question(work_of(turn).connection, ref)
    if asking is None:
        raise Refusal(turn.words(w.GONE))
    if asking.answerer != turn.somebody.id or asking.stage in ("open", "void"):
        raise Refusal(turn.words(w.NOT_YOURS, answerer=asking.answerer_name))
    return asking


async def _cells(turn: Turn, asking: Asking) -> Mapping[str, Cell]:
    return await releases.cells_of(work_of(turn).connection, asking.urn.id, asking.questions)


async def _answer_form(turn: Turn, asking: Asking, cells: Mapping[str, Cell]) -> Form:
    comments = await voices.shown(work_of(turn), asking, turn.words)
    return cards.answer_back(turn.words, asking, cells, comments)


def _errors(turn: Turn, said: dict[str, str], drafted: str) -> dict[str, str]:
    errors = {
        key: turn.words(w.TOO_LONG, size=len(said[key]), n=cards.LONGEST)
        for key in (cards.WILL_DO, cards.WILL_NOT)
        if len(said[key]) > cards.LONGEST
    }
    if not said[cards.WILL_DO]:
        errors[cards.WILL_DO] = turn.words(w.NEEDED)
    elif unfinished(turn.words, said[cards.WILL_DO], drafted):
        errors[cards.WILL_DO] = turn.words(w.DRAFT_UNCHANGED)
    if not _soon_enough(said[cards.BY_DAY], turn.now.date()):
        errors[cards.BY_DAY] = turn.words(w.PAST)
    return errors


def _soon_enough(day: str, today: date) -> bool:
    try:
        return today <= date.fromisoformat(day) <= today + FURTHEST
    except ValueError:
        return False


CONVERSATION = Conversation(
    name="steward",
    opens={
        "steward.answer": open_answer,
        "steward.start": open_start,
        "steward.ask_new": open_own,
        "steward.running": show_running,
        "steward.stop": open_stop,
        "steward.kept": show_kept,
        "steward.throw_away": open_throw,
    },
    submits={
        "steward.answer": keep_answer,
        "steward.start": look,
        "steward.begin": start,
        "steward.ask_new": keep_own,
        "steward.start_own": start_own,
        "steward.stop": stop,
        "steward.throw_away": throw_away,
    },
    cards={
        "steward.closed": draw_closed,
        "steward.overdue": draw_overdue,
        "steward.void": draw_void,
        "steward.keeper_late": draw_keeper_late,
        "steward.not_opened": draw_not_opened,
        "steward.answerer_left": draw_answerer_left,
    },
    home=home,
)
