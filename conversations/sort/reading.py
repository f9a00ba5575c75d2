"""The turns of those who were asked: they read the themes of a practice, each with how it ends (P7)."""

from bot.conversation import Issue, NotePart, Turn
from bot.events import Opened, Show
from bot.mishap import Refusal
from bot.theming import Told
from bot.ui import Block
from conversations.sort import ways_in
from conversations.sort import words as w
from storage import checking, happenings, pools, sorting
from storage.happenings import Happening
from storage.work import work_of

ON_HOME = 3
"""So many sorted rounds stand on Home."""


async def read(turn: Turn, event: Opened) -> Show:
    """All themes of a round that was answered back, for those whom it was for."""
    connection = work_of(turn).connection
    one = await happenings.of(connection, event.ref, turn.somebody.id)
    if one is None or one.kind != "SORT":
        raise Refusal(turn.words(w.GONE))
    told = await sorting.told_of(connection, one)
    if told is None:
        raise Refusal(turn.words(w.NOT_YET, answerer=one.answerer_name))
    return Show(ways_in.read(turn.words, one, told))


async def home(turn: Turn) -> list[Block]:
    """The newest ones; and what was promised to be sorted, and is not yet."""
    came = await happenings.came_for(work_of(turn).connection, turn.somebody.id)
    sorts = [each for each in reversed(came) if each.kind == "SORT"]
    waits = [block for each in sorts if each.stage != "shared" for block in await _waits(turn, each)]
    shared = [each for each in sorts if each.stage == "shared"][:ON_HOME]
    told = [(one, await sorting.told_of(work_of(turn).connection, one)) for one in shared]
    return [*waits, *(block for one, themes in told if themes for block in ways_in.came(turn.words, one, themes))]


async def note(turn: Turn, issue: Issue) -> list[NotePart]:
    """Those that were answered back since the last note."""
    parts = []
    for one in await _shared(turn):
        new = issue.since is None or (one.shared_at is not None and one.shared_at > issue.since)
        told: Told | None = await sorting.told_of(work_of(turn).connection, one) if new else None
        if told:
            parts.append(NotePart("came", ways_in.came(turn.words, one, told), ways_in.summary(turn.words, one)))
    return parts


async def _waits(turn: Turn, one: Happening) -> tuple[Block, ...]:
    """Until they are shown the themes: by when these are promised, and later that there is no news. It does not hang on how
    many said something, because that would tell (P5)."""
    if one.answerer == turn.somebody.id:  # they have the way to sorting there
        return ()
    connection = work_of(turn).connection
    ask = await sorting.asked_by(connection, one)
    pool = pools.of_ask(ask) if ask else None
    return () if pool is None or await checking.of(connection, pool) else ways_in.waits(turn.words, one, turn.now)


async def _shared(turn: Turn) -> list[Happening]:
    found = await happenings.came_for(work_of(turn).connection, turn.somebody.id)
    return [each for each in found if each.kind == "SORT" and each.stage == "shared"]
