"""Opens every case that is for a guardian, in one go, and keeps what was opened in memory only."""

import asyncio
from collections.abc import Mapping, Sequence
from datetime import date

from bot.values import dataclass
from storage.cases import cards, codes, filing
from storage.cases.cards import Card
from storage.cases.casework import Casework
from storage.cases.sessions import Guardian
from storage.threads import readers, rows, transcript
from storage.threads.author import READERS
from storage.threads.envelope import ThreadKeys
from storage.threads.keys import labelled
from storage.threads.readers import Opened
from storage.threads.recipients import Directory, Recipient
from storage.threads.transcript import Lying, Message

WITH = "with"
"""Beside a list of readers: the keys that were made for them."""


@dataclass(frozen=True, slots=True, repr=False)
class Case:
    """A report, all that was said about it, and where it stands.

    `card_holds` says that nobody tampered with the card. `left_out` are the X25519 keys of those who could have been chosen
    and were not.
    """

    opened: Opened
    messages: tuple[Message, ...]
    notes: tuple[Message, ...]
    card: Card
    card_holds: bool

    @property
    def about(self) -> Mapping[str, str]:
        return self.messages[0].about

    @property
    def name(self) -> str:
        return self.about.get(filing.NAME, "")

    @property
    def category(self) -> str:
        """As it was reported, or as a guardian has put it right."""
        return self.card.category or self.about.get(filing.CATEGORY, "")

    @property
    def elements(self) -> tuple[str, ...]:
        """Everything of the code list that it is about."""
        return tuple(each for each in codes.ELEMENTS if each == self.category or each in self.card.also)

    @property
    def how(self) -> str:
        """How a guardian was told of it; empty where somebody filed it and has a receipt."""
        return self.about.get(filing.HOW, "") if self.messages[0].by else ""

    @property
    def door(self) -> str:
        return self.about.get(filing.DOOR, "anonymous")

    @property
    def day(self) -> date:
        """The day on which it was raised, or on which it was let through."""
        return self.messages[0].opens

    @property
    def again(self) -> str:
        """Whether whoever raised it would speak up again: yes, no, maybe, or nothing."""
        said = [each.about.get(filing.AGAIN, "") for each in self.messages if each.kind == "feedback" and each.mine]
        return (said or [self.card.again])[-1]

    @property
    def urgent(self) -> bool:
        return bool(self.about.get(filing.URGENT))

    @property
    def unit(self) -> str:
        return self.about.get(filing.UNIT, "")

    @property
    def left_out(self) -> frozenset[bytes]:
        said = self.about.get(filing.LEFT_OUT, "").split()
        return frozenset(bytes.fromhex(each) for each in (*said, *self.card.shut_to))

    def left_out_in(self, directory: Directory) -> frozenset[bytes]:
        """The same, with every other key that one of them has on the list: new keys do not make another person."""
        people = {each.person for each in directory.recipients if each.opens in self.left_out}
        return self.left_out | {each.opens for each in directory.recipients if each.person in people}

    @property
    def chosen(self) -> str:
        """The X25519 keys of whom its author chose, whoever reads it now: it never changes."""
        return " ".join(sorted(set(self.about.get(READERS, "").split())))

    @property
    def readers(self) -> frozenset[bytes]:
        """The X25519 keys of who reads it: as the reporter chose, or as was signed when it got the keys that it has now."""
        changes = [each.about for each in self.messages if each.kind == "readers" and each.verified]
        now = [about for about in changes if about.get(WITH) == keys_told(self.opened.keys)]
        last = (now[-1] if now else self.about).get(READERS, "")
        return frozenset(bytes.fromhex(each) for each in last.split())

    def readers_in(self, directory: Directory) -> list[Recipient]:
        return [each for each in directory.recipients if each.opens in self.readers]


async def open_all(work: Casework, guardian: Guardian) -> list[Case]:
    """Every case that is for this guardian and was let through by today, in no order. Writes nothing."""
    return await _cases(work, guardian, await readers.find(work.cabinet, guardian.key))


async def several(work: Casework, guardian: Guardian, lying: Sequence[tuple[Opened, Lying]]) -> list[Case]:
    """The cases behind these, which were opened already."""
    there = await rows.collect(work.cabinet, [base for _, at in lying for base in at.every])
    return await asyncio.to_thread(
        lambda: [case for each in lying if (case := _case(work, guardian.directory, each, there))]
    )


async def places(opened: Sequence[Opened]) -> list[tuple[Opened, Lying]]:
    """These, each with where its rows would lie."""
    return await asyncio.to_thread(lambda: [(each, transcript.lying(each.token)) for each in opened])


async def again(work: Casework, guardian: Guardian, case: Case) -> Case | None:
    """One case as it is now; None where it was erased or is not this guardian's any more."""
    head = (await rows.collect(work.cabinet, [transcript.head(case.opened.token, b"").base])).values()
    opened = [each for row in head if (each := readers.begins(work.cabinet, guardian.key, row))]
    return next(iter(await _cases(work, guardian, opened)), None)


async def current(work: Casework, guardian: Guardian, case: Case) -> Case:
    """The same, for whoever is about to change it. Raises Gone."""
    found = await again(work, guardian, case)
    if found is None:
        raise readers.Gone
    return found


def keys_told(keys: ThreadKeys) -> str:
    """What says, among those who have them, which keys are meant."""
    return labelled(keys.opens, "which keys", size=16).hex()


async def _cases(work: Casework, guardian: Guardian, opened: Sequence[Opened]) -> list[Case]:
    return await several(work, guardian, await places(opened))


def _case(
    work: Casework, directory: Directory, at: tuple[Opened, Lying], there: Mapping[bytes, rows.Found]
) -> Case | None:
    opened, lying = at
    said = transcript.read_at(lying.said, there, opened.keys.opens)
    if not said or said[0].frame is None:
        return None
    every = transcript.messages(said, directory, transcript.author_of(said))
    noted = transcript.read_at(lying.noted, there, opened.keys.opens_notes)
    placed = {base: there[base] for base in lying.card if base in there}
    card, holds = cards.read(opened, placed, directory)
    return Case(
        opened,
        tuple(message for message in every if message.opens <= work.cabinet.today()),
        tuple(transcript.messages(noted, directory, b"")),
        card.card,
        holds,
    )
