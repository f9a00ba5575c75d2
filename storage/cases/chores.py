"""What `bot.chores.Chores` promises, for one guardian and as long as one page takes."""

from collections.abc import Sequence
from datetime import date

from bot.casebook import Refused
from bot.chores import (
    Beside,
    Copy,
    Counted,
    Fault,
    Figure,
    Figures,
    Left,
    Lesson,
    Lessons,
    Notice,
    Passage,
    Table,
    Told,
    WrongTable,
)
from bot.words import Words
from storage.cases import (
    copies,
    deeds,
    filing,
    importing,
    learned,
    leaving,
    merging,
    publishing,
    raised,
    retention,
    shown,
)
from storage.cases import statistics as counting
from storage.cases.board_table import for_the_board
from storage.cases.casework import Casework
from storage.cases.opening import Case, current
from storage.cases.overview import Overview
from storage.cases.raised import Raised
from storage.cases.refusing import refusing
from storage.cases.sessions import Guardian
from storage.cases.statistics import Quarter, named, quarter_of
from storage.cases.working import Counted as CountedAs
from storage.cases.working import count_as

QUARTERS = 8
"""How many quarters back the national return can be taken."""


class GuardiansChores:
    """Cases are those that the session has open (storage/cases/overview.py)."""

    def __init__(self, work: Casework, guardian: Guardian, overview: Overview) -> None:
        self._work, self._guardian, self._overview = work, guardian, overview

    async def add(self, told: Told, to: Sequence[str], *, ref: str) -> None:
        readers = [deeds.chosen(self._guardian, each) for each in to]
        said = Raised(
            told.text, told.category, told.how, told.door, _day(told.on), told.who, agreed=told.agreed, group=told.group
        )
        with refusing():
            await raised.add(self._work, self._guardian, said, readers, ref=ref.encode())

    async def take_table(self, table: str) -> int:
        try:
            with refusing():
                return await importing.add_all(self._work, self._guardian, table.encode("utf-8", "replace"))
        except importing.Faulty as faulty:
            raise WrongTable([Fault(each.line, each.column, each.why) for each in faulty.faults]) from None

    async def beside(self, ref: str) -> Beside:
        case, every = await self._case(ref), list(self._overview.cases.values())
        group, card = merging.together(case, every), case.card
        others = [each for each in group if each is not case]
        alone = len(group) == 1 or group[0] is case
        joins = [
            each
            for each in every
            if each not in group and not each.card.leads and each.readers == case.readers and alone
        ]
        left = [(told, note.opens) for note in case.notes if (told := leaving.told_of(note))]
        return Beside(
            how=case.how,
            door=case.door,
            who=case.about.get(filing.WHO, ""),
            counted=Counted(case.category, card.also, card.group, case.again),
            left=tuple(Left(told.to, told.office, told.why, told.what, day) for told, day in left),
            matter=tuple(self._named(each) for each in others),
            leads=len(group) > 1 and group[0] is case,
            joins=tuple(self._named(each) for each in joins) if len(group) == 1 else (),
        )

    async def count_as(self, ref: str, counted: Counted) -> None:
        told = CountedAs(counted.category, counted.also, counted.group, counted.again)
        with refusing():
            await count_as(self._work, self._guardian, await self._case(ref), told)

    async def merge(self, ref: str, into: str, *, why: str) -> None:
        case, other = await self._case(ref), await self._case(into)
        with refusing():
            await merging.merge(self._work, self._guardian, case, other, why=why)
        for each in (ref, into):
            await self._overview.once_more(self._work, self._guardian, each)

    async def passages(self, ref: str) -> Sequence[Passage]:
        return [Passage(each.afterwards, each.said) for each in copies.passages(await self._case(ref))]

    async def take_out(self, ref: str, copy: Copy, words: Words) -> str:
        case = await self._case(ref)
        given = [copies.Passage(each.afterwards, each.said) for each in copy.passages]
        text = copies.copied(words, given, to=copy.office)
        if not any(copies.taken_out(words, each.said) for each in given):
            raise Refused("nothing said")
        with refusing():
            await leaving.record(self._work, self._guardian, case, leaving.Left(copy.to, copy.office, copy.why, text))
        return text

    async def notices(self) -> Sequence[Notice]:
        told = retention.notices(self._work, list(self._overview.cases.values()))
        return [Notice(*self._named(e.case), e.on, e.stage, _agreed(e)) for e in told]

    async def end(self, ref: str, *, why: str) -> bool:
        with refusing():
            gone = await retention.delete(self._work, self._guardian, await self._case(ref), why)
        await self._overview.once_more(self._work, self._guardian, ref)
        return gone

    async def figures(self) -> Figures:
        today, named = self._work.cabinet.today(), self._guardian.named
        with refusing():
            periods = await publishing.published(self._work)
            counted, missing = await publishing.counted_by(self._work, periods) if periods else ([], [])
        last = max((each.last for each in periods), default=None)
        free = publishing.open_to(periods, publishing.keys_of(self._guardian.directory, named), today)
        return Figures(
            tables=tuple(Table(e.first.name, e.last.name, e.by.name, e.by.role, e.changed) for e in reversed(periods)),
            rolling=tuple(Figure(e.element, e.cases) for e in publishing.rolling(periods, last)) if last else (),
            quarters=tuple(each.name for each in self._quarters()),
            open=tuple(each.name for each in free),
            last=last.name if last else "",
            counted=tuple((each.name, each.role) for each in counted),
            uncounted=tuple((each.name, each.role) for each in missing),
        )

    async def publish(self, quarter: str, changed: str) -> None:
        with refusing():
            last, cases = _quarter(quarter), await self._every()
            await publishing.publish(self._work, self._guardian, cases, last=last, changed=changed)

    async def national(self, quarter: str) -> str:
        exactly = _quarter(quarter)
        if exactly not in self._quarters():
            raise Refused("not a quarter")
        return counting.national(await self._every(), exactly)

    async def for_the_board(self) -> str:
        with refusing():
            return for_the_board(await publishing.published(self._work), self._guardian.directory)

    async def lessons(self) -> Lessons:
        now = learned.fortnight_of(self._work.cabinet.today())
        with refusing():
            there, own = await learned.shown(self._work), await learned.own(self._work, self._guardian)
        told = (Lesson(e.by.name, e.by.role, e.fortnight.begins, e.fortnight.ends, e.text) for e in there)
        return Lessons(tuple(told), own, now.begins, now.ends)

    async def learn(self, text: str) -> None:
        with refusing():
            await learned.write(self._work, self._guardian, text)

    def _quarters(self) -> list[Quarter]:
        newest = quarter_of(self._work.cabinet.today()).before(1)
        return [newest.before(back) for back in range(QUARTERS)]

    async def _every(self) -> list[Case]:
        """All cases, and not only those that are open so far."""
        with refusing():
            await self._overview.look(self._work, self._guardian, patience=None)
        return list(self._overview.cases.values())

    async def _case(self, ref: str) -> Case:
        await self._every()
        known = self._overview.cases.get(ref)
        if known is None:
            raise Refused("gone")
        with refusing():
            case = self._overview.cases[ref] = await current(self._work, self._guardian, known)
        return case

    def _named(self, case: Case) -> tuple[str, str]:
        return shown.ref_of(self._guardian, case.opened.token), case.name


def _agreed(notice: retention.Notice) -> tuple[str, ...]:
    return tuple(each.name for each in retention.agreed_by(notice.case, notice.on))


def _day(told: str) -> date:
    try:
        return date.fromisoformat(told.strip())
    except ValueError:
        raise Refused("not a day") from None


def _quarter(told: str) -> Quarter:
    try:
        return named(told)
    except ValueError:
        raise Refused("not a quarter") from None
