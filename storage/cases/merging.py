"""Puts cases together that are about one matter: each is still answered by itself, and one card says where they stand.

Only cases that the same people read are put together, and then nobody is added to one whom the other was shut to: nobody
reads more than before. It is not undone: whoever sees it otherwise writes a note.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from storage.cases import cards, working
from storage.cases.cards import Card
from storage.cases.casework import Casework
from storage.cases.filing import check_length
from storage.cases.opening import Case, current
from storage.cases.sessions import Guardian
from storage.threads import frames, readers
from storage.threads.keys import labelled
from storage.threads.transcript import Saying

MERGED = "merged"


class NotTheSameReaders(Exception):
    """Somebody reads one of the two and not the other."""


class NotTwo(Exception):
    """A case cannot be put together with itself, or again with what it was put together with."""


async def merge(work: Casework, guardian: Guardian, case: Case, into: Case, *, why: str) -> None:
    """From now on `into`'s card holds for both, and a note in both says why. Raises NotTheSameReaders, NotTwo, NothingSaid,
    TooLong, ThreadFull, Gone."""
    case, into = await current(work, guardian, case), await current(work, guardian, into)
    if case.opened.token == into.opened.token or case.card.leads or into.card.leads:
        raise NotTwo
    if case.readers != into.readers:
        raise NotTheSameReaders
    frames.parts(why)
    shut = tuple(sorted(each.hex() for each in case.left_out | into.left_out))
    # Who may not read first: killed in between, fewer people can be added, and never more.
    await cards.change(work.cabinet, guardian, into.opened, lambda card: replace(card, shut_to=shut))
    led = lambda card: replace(card, leads=mark(into), shut_to=shut)  # noqa: E731
    await cards.change(work.cabinet, guardian, case.opened, led)
    for each, other in ((case, into), (into, case)):
        saying = Saying(guardian.key.signs, "note", why, work.cabinet.today(), {MERGED: other.name})
        await readers.add_note(work.cabinet, each.opened, saying)


def mark(case: Case) -> str:
    """What a card calls the case that leads; those who read the case can make it, and nobody else."""
    return labelled(case.opened.token, "leads", size=16).hex()


def card_of(case: Case, every: Iterable[Case]) -> Card:
    """The card that holds for this case, among all that the guardian reads. Where the leading case is gone, its own."""
    return leading(case, every).card


def leading(case: Case, every: Iterable[Case]) -> Case:
    """The case whose card holds for this one: usually itself."""
    wanted = case.card.leads
    return next((each for each in every if wanted and mark(each) == wanted), case)


def together(case: Case, every: Sequence[Case]) -> list[Case]:
    """All cases of one matter, the leading one first."""
    head = leading(case, every)
    return [head, *(each for each in every if each.card.leads == mark(head))]


async def close(work: Casework, guardian: Guardian, group: Sequence[Case], outcomes: Mapping[str, str]) -> None:
    """Closes a whole matter: each is told what came of it in words of its own, which stand under its `mark`. Nothing is
    done where one has none. Raises as `working.close` does."""
    for each in group:
        told = outcomes.get(mark(each), "")
        check_length(told)
        frames.parts(told)
    for each in reversed(group):  # the leading one last: until then the matter is open
        await working.close(work, guardian, each, outcomes[mark(each)])
