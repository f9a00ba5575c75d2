"""Hands out what was published: to programs with a token, and as files. Implements the port of the doors."""

import asyncio
from collections import OrderedDict
from dataclasses import replace
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.exports import Caller, File, Format, NotHere, Prints, Row, YearFormat
from bot.ports import Clock
from bot.question import Spoken
from bot.settings import House
from bot.words import Words
from bot.yearly import year_of
from storage import releases
from storage.db import Database
from storage.exports import board, files, tokens
from storage.exports.lines import Results, lines
from storage.exports.published import ANY, SHARED, Form, about, form_of, forms_of, newest
from storage.exports.quarter import NotQuarterly, quarterly_rows
from storage.snapshot import WHOLE, teams_of
from storage.yearly.compose import yearly
from storage.yearly.ledger import Wish

REMEMBERED = 8
NO_ROUND = NotHere("There is no such round, or its outcome has not been shared yet.")
NO_PROGRAMME = NotHere("There is no such programme, or none of its rounds has been shared yet.")
NO_YEAR = NotHere("There is no such year. A year is written 2026, or 2026-04 where it begins in April.")
NO_QUESTION = NotHere("No shared round of this programme asked this question, or this team was not asked.")


class Outlet:
    """Implements `bot.exports.Exports` on a database. What was published never changes, so the newest tables that
    somebody asked for are remembered."""

    def __init__(self, database: Database, clock: Clock, *, house: House, words: Words, prints: Prints) -> None:
        self._database, self._clock, self._house = database, clock, house
        self._words, self._prints = words, prints
        self._known: OrderedDict[int, list[Row]] = OrderedDict()

    async def open(self) -> bool:
        async with self._database.begin() as connection:
            return await tokens.any_valid(connection, self._clock.now())

    async def caller(self, token: str) -> Caller | None:
        async with self._database.begin() as connection:
            name = await tokens.name_of(connection, token, self._clock.now())
        return Caller(name) if name is not None else None

    async def programmes(self) -> list[Row]:
        async with self._database.begin() as connection:
            found = await newest(connection)
        return [
            {"programme": each.programme_ref, "template": each.template, "subject": each.subject["en"]}
            for each in found
        ]

    async def rounds(self, programme: str) -> list[Row] | NotHere:
        async with self._database.begin() as connection:
            found = await forms_of(connection, programme)
        return [about(each) for each in reversed(found)] or NO_PROGRAMME

    async def results(self, ref: str) -> list[Row] | NotHere:
        found = await self._form(ref, SHARED)
        return await self._lines(found) if found else NO_ROUND

    async def series(self, programme: str, question: str, team: str) -> list[Row] | NotHere:
        async with self._database.begin() as connection:
            # Everybody's figures are those of single rounds: a cycle's end holds the same answers once more, by team.
            forms = [each for each in await forms_of(connection, programme) if team != WHOLE or not each.sums]
            asked = [only for form in forms if (only := _only(form, question)).questions]
            loaded = [await _one_team(connection, form, team) for form in asked]
        of = [each for each in loaded if team in each.teams.parent]
        rows = await asyncio.to_thread(lambda: [row for each in of for row in lines(self._words, each)])
        return [row for row in rows if (row["team"], row["attribute"]) == (team, "")] or NO_QUESTION

    async def quarterly(self, ref: str) -> list[Row] | NotHere:
        found = await self._form(ref, SHARED)
        return await self._quarterly(found) if found else NO_ROUND

    async def file(self, ref: str, form: Format, *, shared: bool) -> File | NotHere:
        if form == "year_page" or form == "year_print":  # noqa: PLR1714 - so that the type is narrowed
            return await self._year(ref, form)
        found = await self._form(ref, SHARED if shared else ANY)
        if found is None:
            return NO_ROUND
        day = _day(found)
        match form:
            case "pdf":
                return files.board_paper(files.named(found, day, "board-paper", "pdf"), await self._paper(found))
            case "csv":
                return files.results_csv(files.named(found, day, "results", "csv"), await self._lines(found))
            case "json":
                name = files.named(found, day, "results", "json")
                return files.results_json(name, about(found), await self._lines(found))
            case "comments":
                async with self._database.begin() as connection:
                    teams = await teams_of(connection, found.round)
                    pages = await releases.written_in(connection, found.moment)
                return files.comments_csv(files.named(found, day, "comments", "csv"), found, teams, pages)
            case "quarterly":
                rows = await self._quarterly(found)
                name = files.named(found, day, "quarterly", "csv")
                return rows if isinstance(rows, NotHere) else files.quarterly_csv(name, rows)

    async def _year(self, code: str, form: YearFormat) -> File | NotHere:
        wanted, house = year_of(code), self._house
        if wanted is None:
            return NO_YEAR
        wish = Wish(wanted, house.organisation, house.objectives, house.threshold, house.zone, self._clock.now())
        async with self._database.begin() as connection:
            report = await yearly(connection, self._words, wish)
        return files.year(code, form, await self._prints.year(report, form))

    async def _form(self, ref: str, stages: tuple[str, ...]) -> Form | None:
        async with self._database.begin() as connection:
            return await form_of(connection, ref, stages)

    async def _paper(self, form: Form) -> bytes:
        wish = board.Wish(form, self._subject(form), self._house.organisation, self._clock.now())
        async with self._database.begin() as connection:
            paper = await board.paper(connection, self._words, wish)
        return await self._prints.pdf(paper)

    def _subject(self, form: Form) -> Spoken:
        """What the whole programme is about: a round of questions that take turns has the subject of its own."""
        template = self._house.templates.get(form.template)
        return template.ask.subject if template else form.subject

    async def _quarterly(self, form: Form) -> list[Row] | NotHere:
        try:
            return quarterly_rows(await self._results(form, WHOLE))
        except NotQuarterly as why:
            return NotHere(f"There are no quarterly figures: {why}.")

    async def _lines(self, form: Form) -> list[Row]:
        """Made beside the loop and after the transaction: of a large organisation it takes a moment."""
        if form.moment not in self._known:
            self._known[form.moment] = await asyncio.to_thread(lines, self._words, await self._results(form))
            while len(self._known) > REMEMBERED:
                self._known.popitem(last=False)
        self._known.move_to_end(form.moment)
        return self._known[form.moment]

    async def _results(self, form: Form, node: str | None = None) -> Results:
        """Of all teams, or of one."""
        async with self._database.begin() as connection:
            cells = await releases.stored(connection, [form.moment], node=node)
            figures = await releases.figures(connection, form.moment)
            return Results(form, await teams_of(connection, form.round), cells, figures, _day(form))


def _only(form: Form, question: str) -> Form:
    """The form as if it had held this question alone, or none."""
    return replace(form, questions=tuple(each for each in form.questions if each.id == question))


async def _one_team(connection: AsyncConnection, form: Form, team: str) -> Results:
    """What was published of one team."""
    teams = await teams_of(connection, form.round)
    parent = {key: None if key == WHOLE else WHOLE for key in teams.parent if key in (team, WHOLE)}
    cells = await releases.stored(connection, [form.moment], node=team)
    return Results(form, replace(teams, parent=parent), cells, (), _day(form))


def _day(form: Form) -> str:
    """When it closed, as people there were told."""
    return form.closed_at.astimezone(ZoneInfo(form.zone)).date().isoformat()
