"""Boxes: what the turns of a cycle have come to so far, counted by team, locked with the keys of the turn that is open.

A box lies in the database like a ballot, and is opened like one: once, at the close of the turn whose keys lock it. So it
is never easier to open than answers that come in just then, and with these keys it is gone.
"""

import struct
from collections import Counter
from collections.abc import Iterator, Sequence

from sqlalchemy import ForeignKey, LargeBinary, delete, insert, select
from sqlalchemy.orm import Mapped, mapped_column

from bot.values import dataclass, field
from storage import ballots
from storage.ballots import Urn
from storage.db import Rows
from storage.disclosure.cycle import Counts
from storage.disclosure.measures import Measure
from storage.secrets import Secrets
from storage.work import Work

BYTES_A_NUMBER = 4


class BoxRow(Rows):
    """What earlier turns of a cycle came to: how often each answer was given in each team, encrypted, always one length.
    All gone at the close of this turn, and the keys with them."""

    __tablename__ = "box"
    moment_id: Mapped[int] = mapped_column(
        ForeignKey("moment.id", ondelete="CASCADE"), primary_key=True, autoincrement=False, doc="To which turn's keys."
    )
    sealed: Mapped[bytes] = mapped_column(LargeBinary, doc="The counts; to the same keys as this turn's ballots.")
    mark: Mapped[bytes] = mapped_column(
        LargeBinary(32), doc="Keyed hash of them, the cycle and the turn, so that nobody puts in others."
    )


@dataclass(frozen=True, slots=True)
class Box:
    """A box as it lies there."""

    sealed: bytes = field(repr=False)
    mark: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Shelf:
    """The order of the numbers in all boxes of a cycle: `turns` times the nodes times every score of every measure."""

    turns: int
    nodes: tuple[str, ...]
    measures: tuple[Measure, ...]

    @property
    def numbers(self) -> int:
        return self.turns * len(self.nodes) * sum(len(measure.scores) for measure in self.measures)


async def put(work: Work, urn: Urn, box: Box) -> None:
    await work.connection.execute(insert(BoxRow).values(moment_id=urn.id, sealed=box.sealed, mark=box.mark))


async def box_of(work: Work, urn: Urn) -> Box | None:
    """What earlier turns came to, locked with the keys of this one."""
    row = (await work.connection.execute(select(BoxRow).where(BoxRow.moment_id == urn.id))).first()
    return Box(row.sealed, row.mark) if row else None


async def destroy(work: Work, urn: Urn) -> None:
    await work.connection.execute(delete(BoxRow).where(BoxRow.moment_id == urn.id))


def locked(secrets: Secrets, urn: Urn, shelf: Shelf, counts: Sequence[Counts], *, about: str) -> Box:
    """The counts of the first turns, each by measure, node and score; `about` is what they are of. Raises KeysLost."""
    numbers = [number for turn in counts for number in _numbers(shelf, turn)]
    numbers += [0] * (shelf.numbers - len(numbers))
    sealed = ballots.lock(urn, struct.pack(f"<{shelf.numbers}I", *numbers))
    return Box(sealed, ballots.marked(secrets, urn, _said(about, sealed)))


def unlocked(secrets: Secrets, urn: Urn, shelf: Shelf, box: Box, *, about: str, half: bytes = b"") -> list[Counts]:
    """All turns' counts, those that have not been nothing. Raises KeysLost, also where this is no box of ours."""
    if not ballots.is_marked(secrets, urn, _said(about, box.sealed), box.mark):
        raise ballots.KeysLost
    plain = ballots.unlock(secrets, urn, [box.sealed], half)[0]
    if len(plain) != BYTES_A_NUMBER * shelf.numbers:
        raise ballots.KeysLost
    numbers = iter(struct.unpack(f"<{shelf.numbers}I", plain))
    return [_counts(shelf, numbers) for _ in range(shelf.turns)]


def _said(about: str, sealed: bytes) -> bytes:
    return f"box of {about}\0".encode() + sealed


def _numbers(shelf: Shelf, counts: Counts) -> Iterator[int]:
    for node in shelf.nodes:
        for measure in shelf.measures:
            given = counts.get(measure.id, {}).get(node, {})
            yield from (given.get(score, 0) for score in measure.scores)


def _counts(shelf: Shelf, numbers: Iterator[int]) -> Counts:
    found: dict[str, dict[str, Counter[int]]] = {measure.id: {} for measure in shelf.measures}
    for node in shelf.nodes:
        for measure in shelf.measures:
            given = Counter({score: next(numbers) for score in measure.scores})
            if given := +given:
                found[measure.id][node] = given
    return found
