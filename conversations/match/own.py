"""What belongs to whoever acts: a cohort that is open to them, a pair of their own. Whatever else there is leads nowhere."""

from bot.conversation import Turn
from bot.mishap import Refusal
from conversations.match import store
from conversations.match import words as w
from conversations.match.values import Cohort, Pair
from storage import directory
from storage.work import work_of


def junior(cohort: Cohort, pair: Pair) -> int:
    """Whoever has more to lose by saying no is asked first."""
    return pair.mentor if cohort.direction == "reverse" else pair.mentee


async def near_one(turn: Turn, ref: str) -> Cohort:
    """A cohort that goes on, of a circle of one's own. Raises Refusal."""
    cohort = await store.cohort_of(work_of(turn), ref, hold=True)
    if cohort is None or cohort.stage == "ended":
        raise Refusal(turn.words(w.GONE))
    joined = await store.has_joined(work_of(turn), cohort.id, turn.somebody.id)
    if not joined and not await directory.belongs(work_of(turn).connection, turn.somebody.id, cohort.circle):
        raise Refusal(turn.words(w.GONE))
    return cohort


async def joinable(turn: Turn, ref: str) -> Cohort:
    cohort = await near_one(turn, ref)
    if not open_to(turn, cohort):
        raise Refusal(turn.words(w.GONE))
    return cohort


def open_to(turn: Turn, cohort: Cohort) -> bool:
    """Whoever leads it does not join it: they read the pairs."""
    early = turn.now.date() <= cohort.joins_until and cohort.stage == "joining"
    return early and cohort.lead != turn.somebody.id


async def my_pair(turn: Turn, ref: str) -> tuple[Cohort, Pair]:
    """One's own pair and its cohort. Raises Refusal, in the same words for whatever there is not."""
    pair, me = await store.pair_of(work_of(turn), ref), turn.somebody.id
    if pair is None or me not in (pair.mentor, pair.mentee) or pair.state in ("proposed", "aside"):
        raise Refusal(turn.words(w.GONE))
    cohort = await store.cohort_numbered(work_of(turn), pair.cohort)
    if pair.state == "first" and me != junior(cohort, pair):
        raise Refusal(turn.words(w.GONE))
    return cohort, pair


def is_asked(turn: Turn, cohort: Cohort, pair: Pair) -> bool:
    first = junior(cohort, pair) == turn.somebody.id
    return pair.state == ("first" if first else "second")
