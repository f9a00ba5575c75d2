"""The turns in which those who were asked look at the themes before they are published, and say that theirs is missing."""

from dataclasses import replace

from bot.conversation import Issue, NotePart, Turn
from bot.events import Opened, Pressed, Show, Submitted
from bot.forms import again, only_text
from bot.mishap import Refusal
from bot.programme import LAST_CHANCE
from bot.ui import Block, Form
from conversations.sort import check_cards, pages, ways_in
from conversations.sort import words as w
from conversations.sort import words_together as t
from conversations.sort.board import board_of, held, looked_at
from conversations.sort.cards import Done
from conversations.sort.redact import redacted
from storage import checking, given, happenings, notes, pools
from storage.happenings import Happening
from storage.pools import SAID
from storage.work import work_of


async def begin(turn: Turn, event: Pressed) -> Show:
    """Whoever promised the answer lets them look. They find it in their weekly note, and on Home."""
    board = await held(turn, event.ref)
    titles = sorted(board.themes[ref].title for ref in board.piles)
    if not board.mine:
        raise Refusal(turn.words(t.CHECK_THEIRS, answerer=board.pool.answerer_name))
    if board.pool.by is None or not titles or not all(titles):
        return Show(pages.overview(turn, board))
    work, now = work_of(turn), turn.now
    until = await checking.begin(work, board.pool, titles, now)
    after = await board_of(turn, board.pool)
    if until and after.check:
        people = happenings.people_for(after.check)
        await notes.plan(work.connection, people, earliest=lambda _zone: now, latest=until - LAST_CHANCE)
    return Show(pages.overview(turn, after, done=Done(turn.words(w.CHECK_BEGUN) if until else turn.words(w.MOVED_ON))))


async def open_look(turn: Turn, event: Opened) -> Show:
    one = await _mine(turn, event.ref)
    if not one.takes(turn.now):
        return Show(only_text(turn.words, w.LOOK_TITLE, turn.words(w.LOOK_OVER)))
    return Show(await _look(turn, one))


async def keep(turn: Turn, event: Submitted) -> Show:
    """One press, with a few words or none; it takes the place of what this person said before."""
    one, said = await _mine(turn, event.ref), event.values.get(SAID, "").strip()
    form = await _look(turn, one)
    if len(said) > check_cards.LONGEST:
        long = turn.words(w.WHAT_LONG, size=len(said), n=check_cards.LONGEST)
        return Show(again(form, event.values, {SAID: long}))
    kept = one.takes(turn.now) and await given.put(work_of(turn), one.on, turn.somebody.id, {SAID: said})
    if not kept:
        return Show(again(form, event.values, {"": turn.words(w.LOOK_OVER)}))
    return Show(only_text(turn.words, w.LOOK_TITLE, check_cards.kept(turn.words, one)))


async def take_back(turn: Turn, event: Pressed) -> Show:
    """Gone for good (P8). The words are the same whether something was said or not."""
    one = await _mine(turn, event.ref)
    await given.take_back(work_of(turn), one.on, turn.somebody.id)
    return Show(only_text(turn.words, w.LOOK_TITLE, turn.words(w.TAKEN_BACK)))


async def open_missed(turn: Turn, event: Opened) -> Show:
    """What they said is missing, for whoever sorts, once nobody can add to it."""
    board = await looked_at(turn, event.ref)
    if board.check is None or not board.check.closed:
        return Show(pages.overview(turn, board))
    said = await given.all_of(work_of(turn), board.check.on)
    hidden = [replace(each, value={SAID: redacted(str(each.value[SAID]), board.names)}) for each in said]
    return Show(check_cards.missed(turn.words, board, hidden))


async def home(turn: Turn) -> list[Block]:
    """What this person may look at."""
    found = await checking.open_for(work_of(turn).connection, turn.somebody.id, turn.now)
    return [block for one in found for block in await _on_home(turn, one)]


async def note(turn: Turn, issue: Issue) -> list[NotePart]:
    """What they may look at since the last note; it never depends on whether they have said something."""
    found = await checking.open_for(work_of(turn).connection, turn.somebody.id, turn.now)
    new = [one for one in found if issue.since is None or one.opens_at > issue.since]
    return [NotePart("together", await _on_home(turn, one), ways_in.summary(turn.words, one)) for one in new]


async def _look(turn: Turn, one: Happening) -> Form:
    return check_cards.look(turn.words, one, turn.house, await pools.readers(work_of(turn).connection, one))


async def _on_home(turn: Turn, one: Happening) -> tuple[Block, ...]:
    return check_cards.home(turn.words, one, await pools.readers(work_of(turn).connection, one))


async def _mine(turn: Turn, ref: str) -> Happening:
    one = await happenings.of(work_of(turn).connection, ref, turn.somebody.id)
    if one is None or not checking.is_check(one):
        raise Refusal(turn.words(w.GONE))
    return one
