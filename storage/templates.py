"""Reads the practices and the bank of questions from their YAML files; a mistake is told with file, line and remedy."""

from collections.abc import Callable, Collection, Mapping
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from bot.bank import Bank, read_bank
from bot.detail import Detail, read_details
from bot.practice import Practice
from bot.practice_template import is_practice, read_practice
from bot.programme import Template
from bot.reading import Mistake
from bot.template import read
from bot.values import dataclass
from storage import yaml12
from storage.working_days import ENGLAND, Calendar

BANK, ABOUT = "bank.yaml", "about-you.yaml"
UNREADABLE = "This is not readable YAML. Check indentation and brackets, and name no types or references (&, *, !)."
Read = TypeVar("Read")


class TemplateMistake(Exception):
    """A template or a bank cannot be used; its text is one line for the person who wrote it."""


@dataclass(frozen=True, slots=True)
class Programmes:
    """What can be started here, by name: questions that are counted, and practices."""

    templates: dict[str, Template]
    practices: dict[str, Practice]


def load_folder(*folders: Path, details: Mapping[str, Detail] | None = None) -> dict[str, Template]:
    """Of what these folders hold, the questions that are counted."""
    return load_programmes(*folders, details=details).templates


def load_programmes(
    *folders: Path, details: Mapping[str, Detail] | None = None, calendar: Calendar = ENGLAND
) -> Programmes:
    """Everything in these folders by its programme's name; raises TemplateMistake at the first mistake. A rhythm may keep
    off the bank holidays of this `calendar`.

    What a folder's `bank.yaml` holds can be asked by the templates of that folder and of those after it. `details` are
    what these folders' `about-you.yaml` hold, where they have been read already.
    """
    found = Programmes({}, {})
    bank, about = Bank(), load_details(*folders) if details is None else details
    for folder in folders:
        if not folder.is_dir():
            raise TemplateMistake(f"{folder}:1: There is no such folder. Make it, or name another.")
        if (folder / BANK).exists():
            bank = load_bank(folder / BANK, bank)
        for file in sorted(set(folder.glob("*.yaml")) - {folder / BANK, folder / ABOUT}):
            _add(found, file, _load(file, partial(_either, bank=bank, details=about, calendar=calendar)))
    return found


def load_details(*folders: Path) -> dict[str, Detail]:
    """Everything that people can be asked about themselves, by its id: what the `about-you.yaml` of these folders hold."""
    found: dict[str, Detail] = {}
    for file in (folder / ABOUT for folder in folders):
        if file.exists():
            found = _load(file, partial(read_details, known=found))
    return found


def load(file: Path, bank: Bank | None = None, details: Collection[str] = ()) -> Template:
    """One template, which may ask the items of this bank and be shown by one of these details."""
    return _load(file, lambda source: read(source, bank or Bank(), details))


def load_bank(file: Path, known: Bank | None = None) -> Bank:
    """The known bank with the items of this file."""
    return _load(file, lambda source: read_bank(source, known or Bank()))


def _either(source: Any, bank: Bank, details: Collection[str], calendar: Calendar) -> Template | Practice:
    return read_practice(source, calendar) if is_practice(source) else read(source, bank, details)


def _add(to: Programmes, file: Path, found: Template | Practice) -> None:
    if found.name in to.templates or found.name in to.practices:
        raise TemplateMistake(f"{file}:1: The programme {found.name} exists already. Give it another name.")
    if isinstance(found, Practice):
        to.practices[found.name] = found
    else:
        to.templates[found.name] = found


def _load(file: Path, reading: Callable[[Any], Read]) -> Read:
    """Line numbers count from 1."""
    try:
        text = file.read_text(encoding="utf-8")
        source = yaml12.load(text)
    except OSError:
        raise TemplateMistake(
            f"{file}:1: This cannot be read as a file. Put a file in its place, or take it away."
        ) from None
    except (yaml12.Unreadable, UnicodeDecodeError) as error:
        line = getattr(error, "line", 1)
        raise TemplateMistake(f"{file}:{line}: {UNREADABLE}") from None
    try:
        return reading(source)
    except Mistake as mistake:
        line = yaml12.line_of(text, mistake.path)
        raise TemplateMistake(f"{file}:{line}: {mistake.sentence} {mistake.remedy}") from None
