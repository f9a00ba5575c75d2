"""What people said with their name to it; answers without a name are ballots and live in `storage.ballots`."""

import secrets
from collections.abc import Mapping

from sqlalchemy import bindparam, delete, select

from bot.question import label_of
from bot.words import Words
from storage import releases, themes
from storage.db import insert
from storage.loop import ContributionRow, MomentRow
from storage.people import PersonRow
from storage.prepared import prepared
from storage.rounds import Asking
from storage.work import Work

COMMENT = "comment"
"""The key under which a comment is kept beside the answers."""


_SAID_BY = prepared(
    select(MomentRow.ref, ContributionRow.value)
    .join(MomentRow, MomentRow.id == ContributionRow.moment_id)
    .where(ContributionRow.person_id == bindparam("person"))
)


async def keep(work: Work, moment: int, person: int, value: dict[str, str]) -> None:
    """Keeps what a person said, in the place of what they said before."""
    row = insert(work.connection, ContributionRow).values(
        ref=secrets.token_hex(16), moment_id=moment, person_id=person, value=value
    )
    await work.connection.execute(
        row.on_conflict_do_update(index_elements=["moment_id", "person_id"], set_={"value": value})
    )


async def take_back(work: Work, moment: int, person: int) -> None:
    mine = (ContributionRow.moment_id == moment, ContributionRow.person_id == person)
    gone = list((await work.connection.execute(select(ContributionRow.ref).where(*mine))).scalars())
    await themes.taken_back(work.connection, gone)
    await work.connection.execute(delete(ContributionRow).where(*mine))


async def has_said(work: Work, moment: int, person: int) -> bool:
    mine = (ContributionRow.moment_id == moment, ContributionRow.person_id == person)
    return (await work.connection.execute(select(ContributionRow.ref).where(*mine))).first() is not None


async def said_by(work: Work, person: int) -> list[tuple[str, dict[str, str]]]:
    """Everything this person said with their name: the moment's ref and the value."""
    return [(row.ref, row.value) for row in await _SAID_BY.rows(work.connection, person=person)]


async def shown(work: Work, asking: Asking, words: Words) -> list[str]:
    """What may be read of what people said to a closed question: released comments, or everything said with a name."""
    if asking.voice == "unlinked":
        return list(await releases.comments_of(work.connection, asking.urn.id))
    return [f"{name}: {line(asking, value, words)}" for name, value in await _said_to(work, asking.urn.id)]


def line(asking: Asking, value: Mapping[str, str], words: Words) -> str:
    """What one person said with their name, in one line: their answers in the form's order, then their comment."""
    said = [label_of(each, value[each.id], words) for each in asking.questions if value.get(each.id)]
    return " - ".join([*said, *([value[COMMENT]] if value.get(COMMENT) else [])])


async def _said_to(work: Work, moment: int) -> list[tuple[str, dict[str, str]]]:
    """Everything said to a question with a name to it: the name and the value, by name."""
    found = (
        select(PersonRow.name, ContributionRow.value)
        .join(PersonRow, PersonRow.id == ContributionRow.person_id)
        .where(ContributionRow.moment_id == moment)
        .order_by(PersonRow.name)
    )
    return [(name, value) for name, value in (await work.connection.execute(found)).all()]
