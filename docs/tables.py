"""Writes docs/data.md and docs/compelled.md from the tables, docs/settings.md from the settings and the dictionary of
docs/exports.md from the code, so that none of them can be out of date.

`python -m docs.tables` writes them; with `--check` it writes nothing and says which of them differs from the code.
"""

import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from pydantic.fields import FieldInfo
from sqlalchemy import JSON, Boolean, Column, Date, Float, Integer, LargeBinary, String, Table

import conversations
from bot.languages import speaking
from bot.speak_up_compelled import text as compelled
from bot.ui import Heading, plain_blocks
from bot.variables import Environment
from conversations.speak_up import protects as page
from storage import loop, people
from storage.db import Instant, Rows
from storage.exports.dictionary import TABLES
from storage.exports.dictionary import Column as Written
from storage.threads.tables import ThreadRows

FOLDER = Path(__file__).parent
# Whoever defines a table is imported here, so that it is known.
DEFINE_TABLES = (conversations, people, loop)
_ABOUT = (
    people.PersonRow,
    people.AccountRow,
    people.CircleRow,
    people.MembershipRow,
    people.NetworkRow,
    people.SeenRow,
)
ABOUT_PEOPLE = {row.__tablename__ for row in _ABOUT}
IN_WORDS: dict[type, str] = {
    Boolean: "yes or no",
    Integer: "whole number",
    Float: "number",
    String: "text",
    Instant: "instant",
    Date: "day",
    JSON: "JSON",
    LargeBinary: "bytes",
}
HOW_LONG = re.compile(r"(?:Kept|Deleted|Gone|All gone|Empty)\b")

DATA = """\
# What is kept

Every table and every column of the database, what each is for, and how long it is kept. This page is written from the
code by `make docs`, and a test compares the two: it cannot leave anything out.

Keys never lie in the database. They lie in the folder `HEARBACK_SECRETS_DIR`: two keys for each question that is open,
which are destroyed when it closes, one for each event for which people said what they need, and a few that last. The tables
at the end, of threads, lie in a database file or schema of their own; [threads.md](threads.md) says what they are.
"""

SETTINGS = """\
# Settings

Everything is set by environment variables. Nothing has to be set to look around: `make run` serves the demo. This page
is written from the code by `make docs`, and a test compares the two.

When a setting cannot be used, Hearback does not start and says one sentence for each mistake. It never prints a value,
because a value may be a token. `python -m bot doctor` looks at the rest.
"""
HEADING = "## The data dictionary\n"
DICTIONARY = f"""\
{HEADING}
From here on this page is written from the code by `make docs`. The same is in every JSON file and at `/api/v1/dictionary`.
"""
PRINTED = """\
---

Staff open this page with a button where they speak up. It is written from the code by `make docs`. A test measures how hard
it is to read: somebody of twelve must be able to.
"""
PARTS = (
    ("The server", ("host", "port")),
    ("Hearback", ("hearback_",)),
    ("Slack", ("slack_",)),
    ("Teams", ("teams_",)),
)


def data() -> str:
    """The text of docs/data.md: first the tables about people, then all others, each part by name."""
    mappers = [*Rows.registry.mappers, *ThreadRows.registry.mappers]
    classes = {mapper.local_table.description: mapper.class_ for mapper in mappers}
    ordered = sorted(Rows.metadata.tables.values(), key=lambda table: (table.name not in ABOUT_PEOPLE, table.name))
    ordered += sorted(ThreadRows.metadata.tables.values(), key=lambda table: table.name)
    return "\n".join([DATA, *(_table(table, classes[table.name].__doc__ or "") for table in ordered)])


def settings() -> str:
    """The text of docs/settings.md."""
    return "\n".join([SETTINGS, *(_part(title, begins) for title, begins in PARTS)])


def retention(told: str) -> tuple[str, str]:
    """A table's docstring in two: what it holds, and how long."""
    sentences = re.split(r"(?<=\.)\s+", " ".join(told.split()))
    long = [sentence for sentence in sentences if HOW_LONG.match(sentence)]
    return " ".join(sentence for sentence in sentences if sentence not in long), " ".join(long)


def _table(table: Table, told: str) -> str:
    holds, long = retention(told)
    rows = [f"| `{column.name}` | {_kind(column)} | {column.doc} |" for column in table.columns]
    head = [
        f"## {table.name}",
        "",
        holds,
        "",
        f"**How long.** {long}",
        "",
        "| column | what it is | why |",
        "|---|---|---|",
    ]
    return "\n".join([*head, *rows, ""])


def _kind(column: Column[Any]) -> str:
    """A column's type in plain words."""
    return ", ".join(
        [
            _type(column.type),
            *(f"a row of `{key.column.table.name}`" for key in column.foreign_keys),
            *(["can be empty"] if column.nullable else []),
        ]
    )


def _type(kind: object) -> str:
    if length := getattr(kind, "length", None):
        return f"text, at most {length} characters" if isinstance(kind, String) else f"{length} bytes"
    return next(words for type_, words in IN_WORDS.items() if isinstance(kind, type_))


def _part(title: str, begins: tuple[str, ...]) -> str:
    rows = [_setting(name, field) for name, field in Environment.model_fields.items() if name.startswith(begins)]
    return "\n".join(
        [f"## {title}", "", "| variable | where it is not set | what it means |", "|---|---|---|", *rows, ""]
    )


def _setting(name: str, field: FieldInfo) -> str:
    match field.default:
        case bool(on):
            given = "on" if on else "off"
        case "" | None:
            given = ""
        case value:
            given = f"`{value}`"
    return f"| `{name.upper()}` | {given} | {field.description} |"


def exports() -> str:
    """The text of docs/exports.md: what is written there by hand, and the dictionary below it."""
    by_hand = (FOLDER / "exports.md").read_text(encoding="utf-8").partition(HEADING)[0]
    return "\n".join([by_hand + DICTIONARY, *(_dictionary(name, columns) for name, columns in TABLES.items())])


def _dictionary(name: str, columns: Mapping[str, Written]) -> str:
    rows = [f"| `{each}` | {column.type} | {column.means} | {column.empty} |" for each, column in columns.items()]
    return "\n".join([f"### {name}", "", "| column | type | what it means | empty |", "|---|---|---|---|", *rows, ""])


def protects() -> str:
    """The text of docs/protects.md: the page that staff open with a button, to be printed and hung up."""
    told = page.page(speaking({})("en", "Europe/London"))
    lines = [f"## {block.text}" if isinstance(block, Heading) else plain_blocks((block,)) for block in told.blocks]
    return "\n\n".join(["# How this protects you, and how it does not", *lines, PRINTED])


def _documents() -> Iterator[tuple[Path, str]]:
    yield FOLDER / "compelled.md", compelled()
    yield FOLDER / "data.md", data()
    yield FOLDER / "exports.md", exports()
    yield FOLDER / "protects.md", protects()
    yield FOLDER / "settings.md", settings()


def differing() -> list[str]:
    """One sentence for each document that does not say what the code says."""
    return [
        f"docs/{path.name} does not say what the code says. Run: make docs"
        for path, text in _documents()
        if not path.exists() or path.read_text(encoding="utf-8") != text
    ]


def main(given: Sequence[str]) -> int:
    if "--check" in given:
        found = differing()
        sys.stderr.writelines(f"{sentence}\n" for sentence in found)
        return 1 if found else 0
    for path, text in _documents():
        path.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
