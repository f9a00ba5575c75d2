"""What could be handed over if somebody compelled whoever runs this, printed from what the storage really holds.

`docs/compelled.md` is this page without an installation; `python -m bot speak-up compelled` adds what lies here and now.
"""

import asyncio
from pathlib import Path

from sqlalchemy import func, select

from bot.main import SystemClock, threads
from bot.operate import no_file
from bot.settings import Settings
from storage.secrets import SecretFiles
from storage.threads.tables import ThreadRows

BEGINS = """\
# What we can hand over if compelled

A court, the police, an employer or a burglar may one day want to know who spoke up. This page says what whoever runs
Hearback can give them, and what they cannot give because nobody has it. It is printed by the program from its own tables
and keys; `python -m bot speak-up compelled` prints it for one installation, with what lies there. Take advice before you
hand anything over, and destroy nothing once somebody has asked for it.

## In short

| asked for | what there is |
|---|---|
| Who wrote a report? | Nothing. No name, account, address or hash of one is kept, in no table, file or log. |
| When was it written? | Nothing by itself. Inside a report, for its guardians, stands the day from which it may be read. |
| Who opened the page, or looked for a reply? | Nothing. Looking writes nothing, and there is no log of visits. |
| What does it say? | Random-looking bytes. They open with a guardian's passphrase, or with its author's eight words. |
| How many reports are there? | The number of rows, decoys included. Only a guardian can count their own cases. |
| What was deleted? | Nothing: its keys are gone, for every backup of the database too. An old copy of the keys has them. |
| Who are the guardians? | Their names, roles and public keys: they are shown to everybody. |
| The receipts of authors? | Nothing. They are shown once and kept by nobody but their author. |
"""

TABLES = "## In the database of threads\n\nEvery table and every column there is.\n"

KEYS: tuple[tuple[str, str], ...] = (
    (
        "threads.shelf",
        "One key for each row, and the night's. With them decoys can be told from messages, and no word read.",
    ),
    ("threads.lock", "Empty. It lets one process at a time write."),
    (
        "threads.key",
        "The installation's part of each receipt. With it receipts can be guessed at, half a second for each.",
    ),
    ("thread-decoys.key", "Tells decoys from messages."),
    (
        "receipt-check.key",
        "Checks two of an author's words on their way back. With it and what the form then held they can be guessed.",
    ),
    ("guardian-*.key", "One for each guardian. With it their passphrase can be guessed at, a second for each guess."),
    ("directory-speak-up.key", "The number of the newest list of guardians."),
    ("published-*.key", "How many tables of figures, and how many notes of what was learned, were published."),
    ("board-*.key", "Opens the same, which everybody may read."),
    ("policy-retention.key", "How long cases are kept: two numbers and a yes or no."),
    ("enrolment.key", "Turns a guardian's one-time code into the place where their invitation lies."),
    ("slips-invited.key", "Opens invitations: names, roles, days, public keys."),
    ("slips-statements.key", "Opens the statements: on which day a guardian last said that nobody waits."),
    ("clockwork.key", "Turns a guardian's absence into a word that the table of messages can keep."),
)
"""Every file of the folder of keys that belongs to speaking up, and what it gives to whoever takes it."""

ENDS = """\
## Beside it

- **The ordinary database** has no table that knows of a report. Its table of messages says on which days guardians were
  told to look: on every working day. One message more says that on that day, in that quarter of an hour, somebody sent an
  urgent report; who presses *urgent* is told so first.
- **Logs** hold an error's class and its place in the program, and never a word, a name, an address or a visit.
- **The configuration** joins guardians to their chat accounts, and names the signer of their list.
- **The chat service** knows who pressed which button and when, as it does for all that is done there. It can be compelled
  without us. That is why there is a second door, without a sign-in, for a telephone of one's own.
- **A proxy in front of the second door**, if you run one, may keep addresses and times. Switch that off there.

## Who can be made to say more

- A guardian can be made to open what they can read: the words, not the author.
- An author can be made to show their words, if somebody already knows who they are.
- Whoever runs the server can be made to change the program, and then see what is written **from then on**. Nobody can
  promise you otherwise. What was written before stays shut.
"""


def text() -> str:
    """The page that holds for every installation."""
    return "\n".join([BEGINS, TABLES, *_tables(), _keys(), ENDS])


async def page(settings: Settings) -> str:
    """The same with what lies here."""
    return "\n".join([text(), await _here(settings)])


def kind(file: str) -> str | None:
    """Which of KEYS this file is; None where it belongs to something else."""
    return next((name for name, _ in KEYS if Path(file).match(name)), None)


def _tables() -> list[str]:
    classes = {mapper.local_table.description: mapper.class_ for mapper in ThreadRows.registry.mappers}
    told = []
    for table in sorted(ThreadRows.metadata.tables.values(), key=lambda table: table.name):
        holds = " ".join((classes[table.name].__doc__ or "").split())
        columns = [f"| `{column.name}` | {column.doc} |" for column in table.columns]
        told += [f"### {table.name}", "", holds, "", "| column | what it gives away |", "|---|---|", *columns, ""]
    return told


def _keys() -> str:
    rows = [f"| `{name}` | {gives} |" for name, gives in KEYS]
    head = ["## In the folder of keys", "", "| file | what it gives to whoever takes it |", "|---|---|"]
    return "\n".join([*head, *rows, ""])


async def _here(settings: Settings) -> str:
    """Numbers of rows and files, which whoever takes the disk can count too."""
    day = f"{SystemClock().now():%d %B %Y}"
    head = [
        f"## In this installation, on {day}",
        "",
        f"{settings.house.organisation}; run by {settings.house.operator}.",
        "",
    ]
    if no_file(settings):
        return "\n".join([*head, "There is no database yet."])
    files = await asyncio.to_thread(lambda: sorted(file.name for file in settings.secrets_dir.glob("*")))
    found = [each for file in files if (each := kind(file))]
    told = [f"- {found.count(name)} of `{name}` in {settings.secrets_dir}" for name in dict.fromkeys(found)]
    cabinet = threads(settings, SecretFiles(settings.secrets_dir), SystemClock())
    try:
        async with cabinet.database.begin() as connection:
            for table in ThreadRows.metadata.sorted_tables:
                rows = (await connection.execute(select(func.count()).select_from(table))).scalar()
                told.append(f"- {rows} rows of `{table.name}`")
    finally:
        await cabinet.database.close()
    return "\n".join([*head, *told])
