"""What asking puts into the weekly note: this week's question, what came of the last one; and the one reminder of it."""

from bot.conversation import Issue, NotePart, Person, Turn
from bot.finding import first_finding
from bot.ui import Card, Text
from bot.words import Sentence
from conversations.ask import ahead, cards
from conversations.ask import words as w
from storage import ballots, notes, outcomes, quiet, releases, rounds, voices
from storage.news import News
from storage.rounds import Asking
from storage.work import Work, work_of

MOST_COMING = 3


async def note(turn: Turn, issue: Issue) -> tuple[NotePart, ...]:
    """It never depends on whether the person has answered: else its absence would tell."""
    person, work = turn.somebody, work_of(turn)
    found = await notes.questions(work.connection, person.id, issue, turn.now)
    parts: list[NotePart] = []
    for number, asking in enumerate(found.asked):
        summary = cards.summary(turn.words, asking)
        before = Text(await last_time(turn, asking))
        shown = cards.prompt(turn.words, asking, alone=len(found.asked) == 1, first=issue.first)
        if number == 0:
            parts.append(NotePart("came", (before,), summary))
            await _reminded(turn, issue, asking, found.earlier)
        parts.append(NotePart("question", shown if number == 0 else (before, *shown), summary))
    following = await ahead.coming_blocks(turn, but={each.programme for each in found.asked})
    return (*parts, *((NotePart("coming", following[:MOST_COMING], "", enough=False),) if following else ()))


async def draw_reminder(turn: Turn, ref: str) -> Card | None:
    """Only for those whose answer is not in, and who have not said that they want none."""
    asking = await rounds.asked_of(work_of(turn).connection, ref, turn.somebody.id)
    if asking is None or await quiet.is_quiet(work_of(turn), asking.urn, turn.somebody.id):
        return None
    return await _unanswered(turn, asking, w.REMINDER)


async def draw_again(turn: Turn, ref: str) -> Card | None:
    """The question comes again, because this person asked for it."""
    asking = await rounds.asked_of(work_of(turn).connection, ref, turn.somebody.id)
    return await _unanswered(turn, asking, w.AGAIN) if asking else None


async def has_answered(work: Work, asking: Asking, person: Person) -> bool:
    """For their own form, their own reminder, and nothing else."""
    if asking.voice == "named":
        return await voices.has_said(work, asking.urn.id, person.id)
    try:
        return await ballots.has_cast(work, asking.urn, person.id)
    except ballots.KeysLost:
        return False


async def _unanswered(turn: Turn, asking: Asking, said: Sentence) -> Card | None:
    if not asking.answerable(turn.now) or await has_answered(work_of(turn), asking, turn.somebody):
        return None
    return cards.reminder(turn.words, asking, said)


async def _reminded(turn: Turn, issue: Issue, asking: Asking, earlier: tuple[Asking, ...]) -> None:
    """Plans the reminder for everybody alike, and in secret spares it those who let the question before this one pass."""
    person, work = turn.somebody, work_of(turn)
    await notes.remind(work.connection, person.id, person.zone, issue, asking=asking, now=turn.now)
    ignored = [each for each in earlier if not await has_answered(work, each, person)]
    await quiet.spare_or_pad(work, asking.urn, person.id if ignored else None)


async def last_time(turn: Turn, asking: Asking) -> str:
    """What a question opens with: an answer that is late, and what came of the last one of its programme (P13)."""
    connection = work_of(turn).connection
    last = await outcomes.last_shared(connection, asking.programme, turn.now)
    since = await outcomes.between(connection, last[0].round if last else 0, asking)
    late = next((each for each in since if each.late(turn.now)), None)
    said = [cards.late(turn.words, late)] if late else []
    if last:
        said.append(await _came(turn, *last, newest=all(each.closes_at > turn.now for each in since)))
    elif not late:
        said.append(cards.not_yet(turn.words, since[0]) if since else turn.words(w.FIRST))
    return "\n".join(said)


async def _came(turn: Turn, earlier: Asking, news: News, *, newest: bool) -> str:
    day = None if newest else earlier.closes_at
    if earlier.voice == "named":
        return cards.answered(turn.words, news.author, news.will_do)
    cells = await releases.cells_of(work_of(turn).connection, earlier.urn.id, earlier.questions)
    said = first_finding(turn.words, earlier.questions, cells)
    return cards.last_time(turn.words, said, news, closed=day)
