"""One guardian at work: their list, their cases and what they do with them, for as long as one page takes."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.casebook import Box, Colleague, Find, Opening, Refused, Whole
from bot.deeds import Close, Deed, Hold, Keep, Note, Own, Reply, Stands, Tag
from bot.enclosures import Enclosed
from storage.cases import deeds, drafts, ending, merging, sharing, shown, statements
from storage.cases.casework import Casework
from storage.cases.chores import GuardiansChores
from storage.cases.opening import Case
from storage.cases.overview import Overview
from storage.cases.refusing import refusing
from storage.cases.sessions import Guardian
from storage.threads.recipients import Recipient

_SLIP = 32


BOXES: dict[type, Box] = {Reply: "reply", Note: "note", Close: "outcome"}
"""Whose words are sent, and need not be kept any more."""
ON_CARD = (Stands, Own, Tag, Hold, Keep)
"""What is done to the one card of a matter."""


class GuardiansDesk:
    """What `bot.casebook.Desk` promises."""

    def __init__(self, work: Casework, guardian: Guardian, overview: Overview) -> None:
        self._work, self._guardian, self._overview = work, guardian, overview

    @property
    def me(self) -> Colleague:
        return shown.colleague(self._guardian.named, self.today, self._guardian.named)

    @property
    def today(self) -> date:
        return self._work.cabinet.today()

    @property
    def find(self) -> Find:
        return self._overview.find

    def narrow(self, find: Find) -> None:
        self._overview.find = find

    @property
    def chores(self) -> GuardiansChores:
        return GuardiansChores(self._work, self._guardian, self._overview)

    async def lines(self) -> Opening:
        with refusing():
            every = await self._overview.look(self._work, self._guardian)
        cases, calendar = list(self._overview.cases.values()), self._work.calendar
        if every:
            await statements.say(self._work, self._guardian, cases)
        lines = (shown.line(self._guardian, self._with_card(case), self.today, calendar) for case in cases)
        return Opening(tuple(lines), every)

    async def case(self, ref: str) -> Whole:
        case = await self._case(ref)
        kept = await drafts.kept(self._work, self._guardian, case)
        whole = shown.whole(self._guardian, self._with_card(case), self.today, self._work.calendar)
        return replace(whole, drafts=kept)

    async def do(self, ref: str, deed: Deed) -> None:
        case = await self._case(ref)
        every = list(self._overview.cases.values())
        if isinstance(deed, ON_CARD):
            case = merging.leading(case, every)
        leads, *others = merging.together(case, every)
        if isinstance(deed, Close) and leads is case and any(each.card.status != "closed" for each in others):
            raise Refused("close the others")
        with refusing():
            await deeds.do(self._work, self._guardian, case, deed)
            if box := BOXES.get(type(deed)):
                await drafts.end(self._work, self._guardian, case, box)
        # What was just done is seen at once, and not only at the next look.
        for each in {ref, shown.ref_of(self._guardian, case.opened.token)}:
            await self._overview.once_more(self._work, self._guardian, each)
        if self._overview.whole:
            await statements.say(self._work, self._guardian, list(self._overview.cases.values()))

    async def enclosed(self, ref: str, number: int) -> Enclosed:
        messages = (await self._case(ref)).messages
        found = messages[number].enclosed if 0 <= number < len(messages) else None
        if found is None:
            raise Refused("gone")
        return found

    async def draft(self, ref: str, box: Box, text: str) -> None:
        case = self._overview.cases.get(ref) or await self._case(ref)
        with refusing():
            await drafts.keep(self._work, self._guardian, case, text, kind=box)

    def leave(self, word: str) -> None:
        self._overview.word = word

    def left(self) -> str:
        word, self._overview.word = self._overview.word, ""
        return word

    async def colleagues(self) -> Sequence[Colleague]:
        listed = self._guardian.directory.recipients
        return [
            replace(shown.colleague(each, self.today, self._guardian.named), leaves=self._leaves(each))
            for each in listed
        ]

    async def take_over(self, leaving: str, to: Sequence[str]) -> int:
        gone, coming = (
            deeds.chosen(self._guardian, leaving),
            [deeds.chosen(self._guardian, each) for each in to],
        )
        if gone == self._guardian.named or gone in coming:
            raise Refused("not listed")
        if not self._leaves(gone):
            raise Refused("stays")
        with refusing():
            await self._overview.look(self._work, self._guardian, patience=None)
            theirs = [case for case in self._overview.cases.values() if gone.opens in case.readers]
            await sharing.take_over(self._work, self._guardian, theirs, leaving=gone, to=coming)
        return len(theirs)

    async def agree(self, slip: str) -> str:
        try:
            raw = bytes.fromhex("".join(slip.split()))
        except ValueError:
            raw = b""
        if len(raw) != _SLIP:
            raise Refused("nothing said")
        return deeds.agreement_told(ending.agree(self._guardian, raw))

    def _with_card(self, case: Case) -> Case:
        """With the card that holds for it: of two cases of one matter, one has it."""
        return replace(case, card=merging.card_of(case, self._overview.cases.values()))

    def _leaves(self, who: Recipient) -> bool:
        return sharing.leaves(self._guardian, who, self.today)

    async def _case(self, ref: str) -> Case:
        with refusing():
            case = await self._overview.once_more(self._work, self._guardian, ref)
        if case is None:
            raise Refused("gone")
        return case
