"""Commands of the administrator that let published results out: a file of a round, and the tokens of programs.

An administrator sees no answers. What is shared was told to everybody who was asked, so it may be a file.
"""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from adapters.charts.studio import Studio
from bot.exports import File, Row
from bot.languages import load, speaking
from bot.main import LANGUAGES, outlet
from bot.operate import NO_DATABASE, no_file
from bot.ports import Clock
from bot.settings import Settings
from bot.terminal import BROKEN, complain, run_here, settings_here
from bot.yearly import FIRST, LAST, Year
from storage.db import Database
from storage.demo.clock import DemoClock
from storage.exports import tokens as kept
from storage.exports.tokens import MOST_DAYS, USUAL_DAYS, Taken, Token

tokens = typer.Typer(help="Tokens with which programs read published results over the API.", no_args_is_help=True)
NAME = re.compile(r"[\w][\w .-]{0,59}")
ONLY_SHARED = (
    "Only rounds whose outcome everybody who was asked has been told: nothing of an open round, or of one that still waits "
    "for its answer, can be had here."
)


class Ending(StrEnum):
    """What a file may be."""

    csv = "csv"
    json = "json"
    pdf = "pdf"


def export(
    ref: Annotated[
        str, typer.Argument(metavar="ROUND", help="Reference of a round; without it, they are listed.")
    ] = "",
    *,
    form: Annotated[
        Ending, typer.Option("--format", help="A table, JSON, or the board paper of its quarter.")
    ] = Ending.csv,
    out: Annotated[Path | None, typer.Option(help="The file to write. It must not exist.")] = None,
) -> None:
    """Write a file of a shared round, or list those there are. Rounds that were not shared cannot be had here."""
    if not ref:
        for row in run_here(_shared(settings_here())):
            typer.echo(f"{row['round']}  {str(row['closed_at'])[:10]}  {row['subject']}")
        typer.echo(ONLY_SHARED)
        return
    if out is None:
        complain("Say where to write: --out FILE.")
        raise typer.Exit(BROKEN)
    found = run_here(_file(settings_here(), ref, form))
    if not isinstance(found, File):
        complain(f"{found} {ONLY_SHARED}")
        raise typer.Exit(BROKEN)
    try:
        with out.open("xb") as file:
            file.write(found.body)
    except OSError as error:
        complain(f"{out} was not written: {error.strerror}.")
        raise typer.Exit(BROKEN) from None
    typer.echo(f"Written: {out}")


def report(
    *,
    year: Annotated[int, typer.Option(min=FIRST, max=LAST, help="The year in which it begins.")],
    april: Annotated[
        bool, typer.Option("--april", help="April to March, in the place of January to December.")
    ] = False,
    out: Annotated[Path, typer.Option(help="The folder for the page and the print. Files in it are not replaced.")],
) -> None:
    """Write the report of a year, as a page (HTML) and to print (PDF): what everybody was told, and nothing else."""
    code = Year(year, 4 if april else 1).code
    for found in run_here(_report(settings_here(), code)):
        path = out / found.name
        try:
            out.mkdir(parents=True, exist_ok=True)
            with path.open("xb") as file:
                file.write(found.body)
        except OSError as error:
            complain(f"{path} was not written: {error.strerror}.")
            raise typer.Exit(BROKEN) from None
        typer.echo(f"Written: {path}")


@tokens.command("new")
def new(
    name: Annotated[str, typer.Argument(help="What you call it, such as the tool that uses it.")],
    days: Annotated[int, typer.Option(min=1, max=MOST_DAYS, help="How long it is accepted.")] = USUAL_DAYS,
) -> None:
    """Make a token. It is shown now and never again."""
    if not NAME.fullmatch(name):
        complain(
            "A name has at most 60 letters, digits, spaces, dots and hyphens, and begins with a letter or a digit."
        )
        raise typer.Exit(BROKEN)
    secret = run_here(_new(settings_here(), name, days))
    if secret is None:
        complain(f"There is a token called {name} already. Choose another name, or revoke that one first.")
        raise typer.Exit(BROKEN)
    typer.echo(secret)
    complain(
        f"Keep it now: it is not shown again. It ends in {days} days. It reads published results, and nothing else."
    )


@tokens.command("list")
def listed() -> None:
    """List the tokens with the day on which each ends. When one was last used is not known: nobody watches that."""
    found = run_here(_listed(settings_here()))
    for each in found:
        typer.echo(f"{each.expires_at.date().isoformat()}  {each.name}")
    if not found:
        typer.echo("There is no token, so the API is closed.")


@tokens.command("revoke")
def revoke(name: Annotated[str, typer.Argument(help="The name from `token list`.")]) -> None:
    """End a token at once."""
    if not run_here(_revoke(settings_here(), name)):
        complain(f"There is no token called {name}. `python -m bot token list` says which there are.")
        raise typer.Exit(BROKEN)
    typer.echo(f"{name} is not accepted any more.")


async def _new(settings: Settings, name: str, days: int) -> str | None:
    async with _opened(settings) as (database, clock), database.begin() as connection:
        try:
            return await kept.issue(connection, name, clock.now() + timedelta(days=days))
        except Taken:
            return None


async def _listed(settings: Settings) -> list[Token]:
    async with _opened(settings) as (database, _clock), database.begin() as connection:
        return await kept.listed(connection)


async def _revoke(settings: Settings, name: str) -> bool:
    async with _opened(settings) as (database, _clock), database.begin() as connection:
        return await kept.revoke(connection, name)


async def _shared(settings: Settings) -> list[Row]:
    """The shared rounds of every programme."""
    async with _opened(settings) as (database, clock):
        exports = outlet(settings, database, clock, speaking(load(LANGUAGES)), charts=Studio())
        found = [await exports.rounds(str(row["programme"])) for row in await exports.programmes()]
        return [row for rows in found if isinstance(rows, list) for row in rows]


async def _file(settings: Settings, ref: str, form: Ending) -> File | str:
    async with _opened(settings) as (database, clock):
        exports = outlet(settings, database, clock, speaking(load(LANGUAGES)), charts=Studio())
        found = await exports.file(ref, form.value, shared=True)
        return found if isinstance(found, File) else found.why


async def _report(settings: Settings, code: str) -> list[File]:
    async with _opened(settings) as (database, clock):
        exports = outlet(settings, database, clock, speaking(load(LANGUAGES)), charts=Studio())
        found = [await exports.file(code, form, shared=True) for form in ("year_page", "year_print")]
        return [each for each in found if isinstance(each, File)]


@asynccontextmanager
async def _opened(settings: Settings) -> AsyncIterator[tuple[Database, Clock]]:
    """The database with its clock, which is the machine's own but in a demo whose clock was moved."""
    if no_file(settings):
        raise FileNotFoundError(NO_DATABASE)
    database, clock = Database(settings.database_url), DemoClock()
    try:
        await clock.load(database)
        yield database, clock
    finally:
        await database.close()
