"""How every command meets the administrator: reads the settings, runs its work, and says in a sentence what went wrong."""

import asyncio
import gc
from collections.abc import Coroutine
from typing import Any, TypeVar

import typer
from sqlalchemy.exc import DBAPIError

from bot import environment
from bot.languages import load
from bot.main import LANGUAGES, TEMPLATES
from bot.mishap import trace
from bot.settings import Settings
from storage.belonging import Unfit
from storage.lock import InUse
from storage.templates import TemplateMistake, load_details, load_programmes
from storage.working_days import Calendar

Result = TypeVar("Result")
DATABASE = (
    "The database did not do what was asked. Is it running, is HEARBACK_DATABASE_URL right, and has "
    "`python -m bot migrate` been run?"
)
WRONG_SETTINGS, IN_USE, BROKEN, UNWELL = 2, 3, 1, 4


def settings_here() -> Settings:
    try:
        folders = (TEMPLATES, *environment.own_templates())
        details = load_details(*folders)
        programmes = load_programmes(*folders, details=details, calendar=Calendar(environment.nation()))
        return environment.read(programmes, tuple(load(LANGUAGES)), details)
    except environment.Mistaken as mistaken:
        for sentence in mistaken.sentences:
            complain(sentence)
    except TemplateMistake as mistake:
        complain(str(mistake))
    raise typer.Exit(WRONG_SETTINGS)


def run_here(work: Coroutine[Any, Any, Result]) -> Result:
    gc.freeze()
    gc.enable()
    try:
        return asyncio.run(work)
    except InUse as used:
        complain(str(used))
        raise typer.Exit(IN_USE) from None
    except (OSError, Unfit) as error:
        complain(f"Hearback cannot do this: {error}")
        raise typer.Exit(BROKEN) from None
    except DBAPIError as error:
        complain(f"{DATABASE} ({trace(error)})")
        raise typer.Exit(BROKEN) from None
    except Exception as error:
        complain(f"Hearback stopped: {trace(error)}")
        raise typer.Exit(BROKEN) from None


def complain(sentence: str) -> None:
    typer.echo(sentence, err=True)
