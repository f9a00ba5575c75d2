"""The turns of showing: the outcome on Home, as a message where no weekly note comes soon, and whole on request."""

from bot.conversation import Conversation, HomeParts, Message, Person, Turn
from bot.core import Refusal
from bot.events import Due, Opened, Show
from bot.ui import Block, Card
from conversations.show import cards
from conversations.show import words as w
from storage import releases, rounds, voices
from storage.rounds import Asking
from storage.work import Work, work_of

REMEMBERED = 4


async def show_all(turn: Turn, event: Opened) -> Show:
    """All that was released of a round, for those who were asked, once it has been answered back (P7)."""
    work, person = work_of(turn), _person(turn)
    asking = await rounds.question(work.connection, event.ref)
    mine = asking and await rounds.asked_of(work.connection, asking.urn.ref, person.id)
    news = await rounds.news_of(work.connection, mine.round) if mine else None
    if mine is None or news is None:
        raise Refusal(turn.words(w.NOT_YOURS))
    cells = await releases.cells_of(work.connection, mine.urn.id, mine.questions)
    return Show(cards.whole(turn.words, mine, cells, news, said=await voices.shown(work, mine, turn.words)))


async def draw_outcome(turn: Turn, ref: str) -> Card | None:
    """The outcome as a message of its own."""
    work = work_of(turn)
    asking = await rounds.question(work.connection, ref)
    mine = asking and await rounds.asked_of(work.connection, asking.urn.ref, _person(turn).id)
    news = await rounds.news_of(work.connection, mine.round) if mine else None
    if mine is None or news is None:
        return None
    return cards.outcome(turn.words, mine, await releases.cells_of(work.connection, mine.urn.id, mine.questions), news)


async def promised(turn: Turn, event: Due) -> None:
    """The day on which an answer was promised: if there is none, the one who promised it is told."""
    connection = work_of(turn).connection
    asking = await rounds.promise_due(connection, event.ref, turn.now)
    if asking is not None and asking.stage == "closed":
        turn.tell(Message(asking.answerer, "steward.overdue", asking.round_ref, f"{asking.round_ref}:overdue"))


async def home(turn: Turn) -> HomeParts:
    """What came of the last questions put to this person, newest first."""
    work = work_of(turn)
    blocks: list[Block] = []
    for asking in await rounds.finished_for(work.connection, _person(turn).id, REMEMBERED):
        blocks += await _on_home(turn, work, asking)
    return {"came": tuple(blocks)}


async def _on_home(turn: Turn, work: Work, asking: Asking) -> tuple[Block, ...]:
    if asking.stage == "void":
        return cards.home_void(turn.words, asking)
    news = await rounds.news_of(work.connection, asking.round)
    if news is None:
        return cards.home_waiting(turn.words, asking, late=turn.now > asking.answer_by)
    return cards.home_shared(
        turn.words, asking, await releases.cells_of(work.connection, asking.urn.id, asking.questions), news
    )


def _person(turn: Turn) -> Person:
    if turn.person is None:
        raise TypeError("showing needs to know whom")
    return turn.person


CONVERSATION = Conversation(
    name="show",
    opens={"show.all": show_all},
    dues={"show.promised": promised},
    cards={"show.outcome": draw_outcome},
    home=home,
)
