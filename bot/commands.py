"""The commands of `python -m bot`: what an administrator can do, from serving to looking after it."""

import logging
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot import exporting, speak_up
from bot.hush import hush
from bot.main import prepare
from bot.mishap import trace
from bot.terminal import BROKEN, UNWELL, complain, run_here, settings_here
from storage.simulate.moods import MoodName

if TYPE_CHECKING:
    from storage.simulate.play import Plan

app = typer.Typer(help="Hearback asks staff how things are, and makes sure that they hear back.", no_args_is_help=True)
app.add_typer(exporting.tokens, name="token")
app.add_typer(speak_up.commands, name="speak-up")
app.command()(exporting.export)
app.command()(exporting.report)

NOT_EMPTY = "There are people already, so nothing was changed."


class Role(StrEnum):
    """What a person may be made."""

    steward = "steward"
    administrator = "administrator"


@app.command()
def serve() -> None:
    """Open every door that has tokens, run the clock, send what is due."""
    from bot.serve import serve as run  # noqa: PLC0415 - the other commands need no doors

    settings = settings_here()
    with _progress("Filling the demo with five weeks of history") as said:
        run_here(run(settings, said))


@app.command()
def clock() -> None:
    """Run the clock and send what is due, with no door open to people."""
    from bot.serve import clock_only  # noqa: PLC0415

    run_here(clock_only(settings_here()))


@app.command()
def keeper() -> None:
    """Keep second keys for a Hearback that somebody else runs, each until its question has closed. See docs/operate.md."""
    from bot.serve import keep_keys  # noqa: PLC0415

    run_here(keep_keys(settings_here()))


@app.command()
def inbox() -> None:
    """Serve the guardians' inbox, on a port of its own, beside `serve`. See docs/guardians.md."""
    from bot.inbox import serve_inbox  # noqa: PLC0415

    run_here(serve_inbox(settings_here()))


@app.command()
def tick() -> None:
    """Do everything that is due once, send it, and end. For running Hearback from another scheduler."""
    from bot.serve import tick_once  # noqa: PLC0415

    run_here(tick_once(settings_here()))


LOST = "The old secret keys are gone for good: take these, and cancel the rounds that are open."


@app.command()
def migrate(secrets_are_lost: Annotated[bool, typer.Option("--secrets-are-lost", help=LOST)] = False) -> None:
    """Bring the database to the tables of this version. Safe to run twice."""
    run_here(prepare(settings_here(), secrets_lost=secrets_are_lost))
    typer.echo("The database is up to date.")


@app.command()
def seed() -> None:
    """Fill an empty database with the demo organisation and five weeks of its history."""
    from bot.serve import seed_once  # noqa: PLC0415

    os.environ["HEARBACK_DEMO"] = "1"  # so that it is the demo's own database, unless another is named
    settings = settings_here()
    with _progress("Five weeks of history") as said:
        filled = run_here(seed_once(settings, said))
    typer.echo("Filled." if filled else NOT_EMPTY)


@app.command()
def grant(role: Role, account: Annotated[str, typer.Argument(help="PLATFORM:ID, such as slack:U012AB3CD")]) -> None:
    """Give somebody a role. It is logged."""
    from bot.operate import grant as give  # noqa: PLC0415

    name = run_here(give(settings_here(), role.value, account))
    if name is None:
        complain(f"Nobody here has the account {account}. Write it as slack:U012AB3CD; they must have been seen once.")
        raise typer.Exit(BROKEN)
    typer.echo(f"{name} now holds the role {role.value}.")


@app.command()
def doctor() -> None:
    """Look at the settings, the database and the roles, and say what is missing."""
    from bot.operate import findings  # noqa: PLC0415

    found = run_here(findings(settings_here()))
    for finding in found:
        typer.echo(f"{'ok   ' if finding.well else 'LOOK '} {finding.sentence}")
    if not all(finding.well for finding in found):
        raise typer.Exit(UNWELL)


INTO = "Let them live in an empty demo database, beside the demo's own people, through rounds that open and close."


@app.command()
def simulate(
    *,
    people: Annotated[int, typer.Option(min=1, max=200_000, help="How many people work there.")] = 1000,
    weeks: Annotated[int, typer.Option(min=1, max=520, help="How many weeks are played.")] = 12,
    seed: Annotated[int, typer.Option(help="The same number gives the same organisation and the same answers.")] = 1,
    mood: Annotated[MoodName, typer.Option(help="How people feel, and how that changes.")] = MoodName.steady,
    every: Annotated[int, typer.Option(min=1, max=520, help="Everybody is asked once in so many weeks.")] = 1,
    out: Annotated[Path | None, typer.Option(help="A folder for the organisation and every answer.")] = None,
    into: Annotated[bool, typer.Option("--into", help=INTO)] = False,
) -> None:
    """Make up an organisation and its answers. Touches no database, unless --into is given."""
    from rich.console import Console  # noqa: PLC0415 - only this command draws tables

    from storage.simulate.play import Plan, play  # noqa: PLC0415
    from storage.simulate.table import tables  # noqa: PLC0415

    plan = Plan(people, weeks, seed, mood, every, out=out)
    if into:
        _fill(plan)
        return
    try:
        played = play(plan)
    except OSError as error:
        complain(f"The files could not be written: {error}. Name a folder that you may write to.")
        raise typer.Exit(BROKEN) from None
    Console().print(*tables(played))


def _fill(plan: "Plan") -> None:
    """As `seed`, with a crowd."""
    from bot.serve import seed_once  # noqa: PLC0415

    os.environ["HEARBACK_DEMO"] = "1"
    settings = settings_here()
    with _progress(f"{plan.weeks} weeks of {plan.people} people") as said:
        filled = run_here(seed_once(settings, said, crowd=plan))
    typer.echo("Filled. Look at it with HEARBACK_DEMO=1 python -m bot serve." if filled else NOT_EMPTY)


def main() -> None:
    """Umask first: nothing that this process writes is for other users of the machine."""
    os.umask(0o077)
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    hush()
    try:
        app()
    except Exception as error:
        complain(f"Hearback stopped: {trace(error)}")
        sys.exit(BROKEN)


@contextmanager
def _progress(what: str) -> Iterator[Callable[[float], None]]:
    """A bar that appears only when there is long work; what draws it is not imported before."""
    with ExitStack() as shown:
        update: list[Callable[[float], None]] = []

        def said(share: float) -> None:
            if not update:
                update.append(_bar(what, shown))
            update[0](share)

        yield said


def _bar(what: str, shown: ExitStack) -> Callable[[float], None]:
    from rich.console import Console  # noqa: PLC0415 - a server that starts every day draws no bar
    from rich.progress import Progress  # noqa: PLC0415

    progress = shown.enter_context(Progress(console=Console(stderr=True), transient=True))
    task = progress.add_task(what, total=1.0)
    return lambda share: progress.update(task, completed=share)
