"""When somebody wants to be written to, and what they had lately: read with whatever is sent, kept as they choose it."""

from collections.abc import Mapping, Sequence
from datetime import date, time
from typing import Any

from sqlalchemy import Select, bindparam, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.attention import Had, Kind, Wishes
from bot.hours import Hours
from storage.db import insert, inserts
from storage.people import AttentionRow, PersonRow, WishRow
from storage.prepared import Prepared, prepared

WISHED = (
    WishRow.starts,
    WishRow.ends,
    WishRow.off,
    WishRow.rota,
    WishRow.note_day,
    WishRow.note_at,
    WishRow.back,
    WishRow.only_home,
)
HAD = (AttentionRow.note_on, AttentionRow.note_for, AttentionRow.other_on, AttentionRow.other_for)


def with_wishes(found: Any, person: Any) -> Any:
    """Joins what this person wants, and what they had, to a statement; `person` is its column with their number."""
    wished = found.outerjoin(WishRow, WishRow.person_id == person)
    return wished.outerjoin(AttentionRow, AttentionRow.person_id == person)


def wishes(row: Mapping[Any, Any], zone: str) -> Wishes:
    """The wishes in a row with the columns WISHED; who has chosen nothing may be written to on weekdays, ten to four."""
    if row["starts"] is None:
        return Wishes(Hours(zone))
    hours = Hours(
        zone,
        starts=time.fromisoformat(row["starts"]),
        ends=time.fromisoformat(row["ends"]),
        off=frozenset(map(int, row["off"])),
        rota=row["rota"],
        back=row["back"],
    )
    at = row["note_at"] and time.fromisoformat(row["note_at"])
    return Wishes(hours, row["note_day"], at or None, row["only_home"])


def had(row: Mapping[Any, Any], kind: Kind) -> Had:
    """What they had last of this kind, from a row with the columns HAD."""
    return Had(row[f"{kind}_on"], row[f"{kind}_for"] or "")


_MINE = prepared(
    with_wishes(select(PersonRow.zone, *WISHED, *HAD).select_from(PersonRow), PersonRow.id).where(
        PersonRow.id == bindparam("person")
    )
)


def _last(*names: str) -> Prepared:
    """Writes these columns of somebody's row."""

    def finish(new: Any) -> Any:
        return new.on_conflict_do_update(
            index_elements=["person_id"], set_={name: new.excluded[name] for name in names}
        )

    return Prepared(inserts(AttentionRow, finish))


_HAD_NOTE, _HAD_OTHER = _last("note_on", "note_for"), _last("other_on", "other_for")


async def of(connection: AsyncConnection, person: int) -> tuple[Wishes, Had]:
    """What this person wants, and the last note that they had."""
    row = (await _MINE.first(connection, person=person))._asdict()
    return wishes(row, row["zone"]), had(row, "note")


async def many(connection: AsyncConnection, people: Select[Any]) -> Sequence[tuple[Wishes, Had]]:
    """What each of these people wants, and the last note that they had. Without who it is."""
    found = with_wishes(select(PersonRow.zone, *WISHED, *HAD).select_from(PersonRow), PersonRow.id)
    rows = await connection.execute(found.where(PersonRow.id.in_(people), PersonRow.active))
    return [(wishes(row, row["zone"]), had(row, "note")) for row in rows.mappings()]


async def language_of(connection: AsyncConnection, person: int) -> str | None:
    """The language that this person chose; None where it is the platform's."""
    return await connection.scalar(select(WishRow.language).where(WishRow.person_id == person))


async def keep(connection: AsyncConnection, person: int, chosen: Wishes, language: str | None) -> str:
    """Keeps what somebody chose, in the place of what they chose before; returns the language they are written to in. An
    empty `language` leaves it as it is, None is the platform's again."""
    spoken, told = await _languages(connection, person)
    speaks = told if language is None else language or spoken
    hours = chosen.hours
    values: dict[str, Any] = {
        "starts": f"{hours.starts:%H:%M}",
        "ends": f"{hours.ends:%H:%M}",
        "off": "".join(str(day) for day in sorted(hours.off)),
        "rota": hours.rota,
        "note_day": chosen.note_day,
        "note_at": chosen.note_at and f"{chosen.note_at:%H:%M}",
        "back": hours.back,
        "only_home": chosen.only_home,
    } | ({} if language == "" else {"language": language, "told_language": language and told})
    row = insert(connection, WishRow).values(person_id=person, **values)
    await connection.execute(row.on_conflict_do_update(index_elements=["person_id"], set_=values))
    if speaks != spoken:
        await connection.execute(update(PersonRow).where(PersonRow.id == person).values(language=speaks))
    return speaks


async def _languages(connection: AsyncConnection, person: int) -> tuple[str, str]:
    """In which one this person is written to, and which one the platform says."""
    found = select(PersonRow.language, WishRow.told_language).outerjoin(WishRow, WishRow.person_id == PersonRow.id)
    row = (await connection.execute(found.where(PersonRow.id == person))).one()
    return row.language, row.told_language or row.language


async def mark(connection: AsyncConnection, person: int, kind: Kind, *, day: date, cause: str) -> None:
    """Remembers that a message of this kind goes out to this person on this day."""
    if kind == "note":
        await _HAD_NOTE.rows(connection, person_id=person, note_on=day, note_for=cause)
    else:
        await _HAD_OTHER.rows(connection, person_id=person, other_on=day, other_for=cause)
