"""The turns of showing: the outcome on Home, in the weekly note, and whole on request."""

from bot.conversation import Conversation, HomeParts, Issue, Message, NotePart, Turn
from bot.events import Due, Opened, Show
from bot.mishap import Refusal
from bot.quotes import Said
from bot.ui import Block
from conversations.show import cards, groups
from conversations.show import words as w
from conversations.show.said import by_page
from conversations.show.team import team_of
from storage import notes, outcomes, pools, releases, rounds, voices
from storage.news import News, news_of
from storage.outcomes import ON_HOME
from storage.rounds import Asking
from storage.second_keys import LATE
from storage.snapshot import WHOLE, Teams, teams_of
from storage.work import Work, work_of

DIGITS = 6
MOST_UNANSWERED = 200


async def show_all(turn: Turn, event: Opened) -> Show:
    """All that was released of a round, for those who were asked, once it has been answered back (P7)."""
    connection = work_of(turn).connection
    mine, news = await _mine(turn, event.ref)
    teams = await teams_of(connection, mine.round)
    upwards = teams.path(teams.keys.get(mine.team or 0, WHOLE))
    table = {each: await releases.cells_of(connection, mine.urn.id, mine.questions, each) for each in upwards}
    said = await _said(turn, mine, teams)
    team, cells = team_of(mine, teams, table), table[WHOLE]
    themed = await pools.told_of(connection, pools.of_asking(mine))
    return Show(cards.whole(turn.words, mine, cells, news, team=team, said=said, now=turn.now, themes=themed))


async def show_groups(turn: Turn, event: Opened) -> Show:
    """The same by what people said about themselves, where they were told so; `choice` is the number of the question."""
    mine, _ = await _mine(turn, event.ref)
    found = await releases.groups_of(work_of(turn).connection, mine.urn.id, mine.questions) if mine.by else {}
    part = int(event.choice) if event.choice.isdecimal() and len(event.choice) < DIGITS else 0
    return Show(groups.by_groups(turn.words, mine, found.get(mine.by.id, {}) if mine.by else {}, part=part))


async def show_more(turn: Turn, event: Opened) -> Show:
    """The comments for which there was no room; `choice` is the number of the first."""
    mine, _ = await _mine(turn, event.ref)
    said = await _said(turn, mine, await teams_of(work_of(turn).connection, mine.round))
    begins = int(event.choice) if event.choice.isdecimal() else 0
    return Show(cards.more_said(turn.words, mine, said, min(begins, len(said))))


async def show_earlier(turn: Turn, event: Opened) -> Show:
    """The outcomes for which Home has no room; `choice` is how many newer ones there are."""
    after = int(event.choice) if event.choice.isdecimal() and len(event.choice) < DIGITS else ON_HOME
    blocks, more = await _answered(turn, after)
    return Show(cards.earlier(turn.words, blocks, after, more=more, page=ON_HOME))


async def note(turn: Turn, issue: Issue) -> tuple[NotePart, ...]:
    """The outcomes since the last note. A programme that asks in this very note says its own above the question."""
    work, parts = work_of(turn), []
    for asking in await notes.shared_since(work.connection, turn.somebody.id, issue, turn.now):
        if news := await news_of(work.connection, asking.round):
            cells = await releases.cells_of(work.connection, asking.urn.id, asking.questions)
            themed = await pools.told_of(work.connection, pools.of_asking(asking))
            card = cards.outcome(turn.words, asking, cells, news, now=turn.now, themes=themed)
            parts.append(NotePart("came", card.blocks, card.summary))
    return tuple(parts)


async def promised(turn: Turn, event: Due) -> None:
    """The day on which an answer was promised: if there is none, the one who promised it is told."""
    connection = work_of(turn).connection
    asking = await rounds.promise_due(connection, event.ref, turn.now)
    if asking is not None and asking.stage == "closed":
        cause = f"{asking.round_ref}:overdue"
        turn.tell(Message(asking.answerer, "steward.overdue", asking.round_ref, cause, counts=False))


async def home(turn: Turn) -> HomeParts:
    """What came of the questions put to this person: first what nobody has answered back yet, late ones on top."""
    connection = work_of(turn).connection
    late = await outcomes.unanswered_for(connection, turn.somebody.id, MOST_UNANSWERED, turn.now - LATE)
    waiting = cards.home_unanswered(turn.words, late, turn.now)
    answered, more = await _answered(turn, 0)
    return {"came": (*waiting, *answered, *(cards.way_to_earlier(turn.words, ON_HOME) if more else ()))}


async def _mine(turn: Turn, ref: str) -> tuple[Asking, News]:
    """The round behind a ref with its news, for those who were asked; raises Refusal."""
    connection = work_of(turn).connection
    asking = await rounds.question(connection, ref)
    mine = asking and await rounds.asked_of(connection, asking.urn.ref, turn.somebody.id)
    news = await news_of(connection, mine.round) if mine else None
    if mine is None or news is None:
        raise Refusal(turn.words(w.NOT_YOURS))
    return mine, news


async def _said(turn: Turn, asking: Asking, teams: Teams) -> Said:
    """What this reader may read: the page of their own team, of those it belongs to, and everybody's (A11)."""
    work = work_of(turn)
    if asking.voice == "named":
        return tuple(("", text) for text in await voices.shown(work, asking, turn.words))
    path = teams.path(teams.keys.get(asking.team or 0, WHOLE))
    written = await releases.written_in(work.connection, asking.urn.id, path)
    return by_page(turn.words, asking, teams, written)


async def _answered(turn: Turn, after: int) -> tuple[tuple[Block, ...], bool]:
    """One page of this person's answered rounds after so many newer ones, and whether there are more."""
    work = work_of(turn)
    found = await outcomes.answered_for(work.connection, turn.somebody.id, after, ON_HOME + 1)
    blocks = [block for each in found[:ON_HOME] for block in await _came(turn, work, each)]
    return tuple(blocks), len(found) > ON_HOME


async def _came(turn: Turn, work: Work, asking: Asking) -> tuple[Block, ...]:
    news = await news_of(work.connection, asking.round)
    if news is None:
        return cards.home_void(turn.words, asking)
    cells = await releases.cells_of(work.connection, asking.urn.id, asking.questions)
    return cards.home_shared(turn.words, asking, cells, news, now=turn.now)


CONVERSATION = Conversation(
    name="show",
    opens={"show.all": show_all, "show.groups": show_groups, "show.more": show_more, "show.earlier": show_earlier},
    dues={"show.promised": promised},
    home=home,
    note=note,
)
