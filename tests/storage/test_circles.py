"""Networks in both databases: who can announce, who leads after whom, and that nothing is left of somebody who has left."""

from collections.abc import AsyncIterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy import insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.conversation import Message
from conversations.thanks.store import called
from storage import circles, directory, outbox, parts
from storage.circles import Network
from storage.db import Database
from storage.given import GivenRow, HappeningRow, ThanksRow
from storage.loop import DeliveryRow, ProgrammeRow, RoundRow
from storage.people import MembershipRow, PartRow, SeenRow
from tests.databases import drop_postgres, fresh_postgres, fresh_sqlite
from tests.storage.people import hire

NOW, NOVEMBER, K = datetime(2026, 11, 5, 10, tzinfo=UTC), date(2026, 11, 5), 10
AMARA, BRYN, CHIDI, DARIO = 1, 2, 3, 4


@pytest.fixture(params=["sqlite", "postgres"])
async def connection(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[AsyncConnection]:
    """An organisation of four, one of them a steward."""
    postgres = request.param == "postgres"
    url = await fresh_postgres() if postgres else await fresh_sqlite(tmp_path)
    database = Database(url)
    async with database.begin() as opened:
        await hire(opened, AMARA, BRYN, CHIDI, DARIO)
        await directory.join(opened, DARIO, directory.STEWARDS)
        yield opened
    await database.close()
    if postgres:
        await drop_postgres(url)


async def test_a_network_opens_when_somebody_leads_it_and_lead_and_co_lead_can_announce(
    connection: AsyncConnection,
) -> None:
    of = await circles.found(connection, "LGBT+ network", "To be ourselves at work.", hidden=True)
    assert await circles.networks(connection) == []
    assert await circles.networks(connection, opened=False) == [of]
    await _takes(connection, of, lead=AMARA, co_lead=BRYN)
    await circles.join(connection, of, CHIDI, "ally", seen=False)
    [opened] = await circles.networks(connection)
    assert opened == await circles.network(connection, of.key)
    able = {who for who in (AMARA, BRYN, CHIDI, DARIO) if await circles.announceable(connection, who) == [opened]}
    assert able == {AMARA, BRYN}
    everybody = (await connection.execute(circles.people(of))).scalars().all()
    assert sorted(everybody) == [AMARA, BRYN, CHIDI]
    assert await directory.belongs(connection, CHIDI, of.key)
    assert await circles.roster(connection, of) == []


async def test_joining_twice_is_joining_once_and_takes_no_part_away(connection: AsyncConnection) -> None:
    of = await circles.found(connection, "Culture club", "A book every six weeks.", hidden=False)
    await _takes(connection, of, lead=AMARA)
    for seen in (True, False, True):
        await circles.join(connection, of, AMARA, "ally", seen=seen)
        await circles.join(connection, of, CHIDI, "ally", seen=seen)
    await circles.join(connection, of, CHIDI, "member", seen=True)
    assert [(role, each.name) for role, each in await circles.roster(connection, of)] == [
        ("lead", "P1"),
        ("member", "P3"),
    ]
    assert await circles.is_seen(connection, of, CHIDI)


async def test_nothing_is_left_of_who_left_and_leaving_without_being_there_changes_nothing(
    connection: AsyncConnection,
) -> None:
    of = await circles.found(connection, "LGBT+ network", "To be ourselves at work.", hidden=True)
    await _takes(connection, of, lead=AMARA)
    before = await _rows(connection)
    await circles.join(connection, of, CHIDI, "member", seen=True)
    told = Message(CHIDI, "meet.invited", "any", f"{circles.about(of)}any")
    await outbox.put(connection, [told, Message(CHIDI, "note.weekly", "note", "note:1")], NOW)
    assert await _rows(connection) != before
    await parts.leave(connection, of, CHIDI, NOW)
    await parts.leave(connection, of, BRYN, NOW)
    after = await _rows(connection)
    assert after.pop("delivery") == [(CHIDI, "note:1")]
    assert after == {name: rows for name, rows in before.items() if name != "delivery"}


async def test_the_co_lead_leads_after_the_lead_and_without_one_stewards_hear(connection: AsyncConnection) -> None:
    of = await circles.found(connection, "Disability network", "Work that fits.", hidden=True)
    await _takes(connection, of, lead=AMARA, co_lead=BRYN)
    belonged = await circles.belonging(connection, AMARA)
    await directory.leave(connection, AMARA, of.key)
    await parts.left(connection, AMARA, belonged, NOW)
    shown = await circles.shown(connection, of)
    assert {role: each.id for role, each in shown.items()} == {"lead": BRYN}
    assert await _told(connection) == [(BRYN, parts.YOU_LEAD)]
    await parts.leave(connection, of, BRYN, NOW)
    assert await circles.shown(connection, of) == {}
    assert await _told(connection) == [(DARIO, parts.NO_LEAD)]
    assert await circles.networks(connection) != []


async def test_a_part_is_taken_once_and_by_one_who_has_no_other(connection: AsyncConnection) -> None:
    of = await circles.found(connection, "Culture club", "A book every six weeks.", hidden=False)
    first = await parts.ask(connection, of, "lead", AMARA)
    second = await parts.ask(connection, of, "lead", BRYN)
    assert not await parts.accept(connection, first)
    assert await parts.accept(connection, second)
    assert not await parts.accept(connection, second)
    sponsor = await parts.ask(connection, of, "sponsor", BRYN)
    assert not await parts.accept(connection, sponsor)
    handed = await parts.ask(connection, of, "lead", CHIDI)
    assert [part.ref for part in await parts.asked(connection, person=CHIDI)] == [handed.ref]
    assert await parts.accept(connection, handed)
    shown = await circles.shown(connection, of)
    assert {role: each.id for role, each in shown.items()} == {"lead": CHIDI}
    assert await circles.role_of(connection, of, BRYN) == "member"
    assert await parts.asked(connection, of=of) == []


async def test_the_unseen_are_counted_in_steps_of_k_and_once_a_month(connection: AsyncConnection) -> None:
    of = await circles.found(connection, "LGBT+ network", "To be ourselves at work.", hidden=True)
    await _takes(connection, of, lead=AMARA)
    await hire(connection, *range(100, 121))
    for who in range(100, 109):
        await circles.join(connection, of, who, "member", seen=False)
    await circles.join(connection, of, BRYN, "member", seen=True)
    assert await circles.others(connection, of, NOVEMBER, K) == 0
    for who in range(109, 121):
        await circles.join(connection, of, who, "member", seen=False)
    assert await circles.others(connection, of, NOVEMBER, K) == 0
    assert await circles.others(connection, of, date(2026, 12, 1), K) == 20
    assert [each.name for _, each in await circles.consenting(connection, of)] == ["P2"]


async def test_what_is_closed_is_gone_with_everybody_in_it(connection: AsyncConnection) -> None:
    of = await circles.found(connection, "Culture club", "A book every six weeks.", hidden=False)
    await _takes(connection, of, lead=AMARA)
    await circles.join(connection, of, CHIDI, "member", seen=True)
    await parts.ask(connection, of, "co-lead", BRYN)
    await circles.close(connection, of)
    assert await circles.network(connection, of.key) is None
    assert await _rows(connection) == {"membership": [(DARIO,)], "seen": [], "part": [], "delivery": [], "given": []}


async def test_what_somebody_said_there_with_their_name_goes_with_them_and_a_close_stops_what_ran(
    connection: AsyncConnection,
) -> None:
    of = await circles.found(connection, "Culture club", "A book every six weeks.", hidden=False)
    await _takes(connection, of, lead=AMARA)
    for who in (BRYN, CHIDI, DARIO):
        await circles.join(connection, of, who, "member", seen=False)
    here, elsewhere = await _happening(connection, of.id), await _happening(connection, 1)
    await _gave(connection, here, BRYN)
    await _gave(connection, here, CHIDI)
    thanks = {"happening_id": here, "by_id": DARIO, "to_id": CHIDI, "why": "So.", "public": True, "at": NOW}
    await connection.execute(insert(ThanksRow).values(ref="f" * 32, **thanks))
    await _gave(connection, elsewhere, CHIDI)
    await parts.leave(connection, of, CHIDI, NOW)
    gave = select(GivenRow.happening_id, GivenRow.person_id).order_by(GivenRow.happening_id)
    assert [tuple(row) for row in await connection.execute(gave)] == [(here, BRYN), (elsewhere, CHIDI)]
    assert (await connection.execute(select(ThanksRow.ref))).all() == []
    await circles.close(connection, of)
    assert await circles.names(connection) == []
    assert [tuple(row) for row in await connection.execute(gave)] == [(elsewhere, CHIDI)]
    running = select(ProgrammeRow.circle_id).where(ProgrammeRow.next_at.is_not(None))
    assert [row.circle_id for row in await connection.execute(running)] == [1]


@pytest.mark.parametrize("hidden", [True, False])
async def test_nobody_finds_out_by_a_name_who_is_in_a_hidden_one(connection: AsyncConnection, hidden: bool) -> None:
    of = await circles.found(connection, "LGBT+ network", "To be ourselves at work.", hidden=hidden)
    await circles.join(connection, of, CHIDI, "member", seen=True)
    found = await called(connection, of.id, "P3")
    assert [each.person.id for each in found] == ([] if hidden else [CHIDI])


async def _happening(connection: AsyncConnection, circle: int) -> int:
    """Something open in a round of a practice that runs for this circle."""
    ref, wall = f"{circle:032}", "2026-11-05T10:00"
    fixed = {"ref": ref, "template": "culture-club", "circle_id": circle, "answerer_id": AMARA, "next_wall": wall}
    ran = insert(ProgrammeRow).values(**fixed, zone="Europe/London", next_at=NOW).returning(ProgrammeRow.id)
    programme = (await connection.execute(ran)).scalar_one()
    going = {"stage": "open", "opened_at": NOW, "answer_by": NOW, "answerer_id": AMARA, "threshold": K, "teams": []}
    opened = insert(RoundRow).values(ref=ref, programme_id=programme, wall=wall, preset="default", **going)
    number = (await connection.execute(opened.returning(RoundRow.id))).scalar_one()
    state = {"opens_at": NOW, "opened": True, "closed": False, "keyed": False, "spec": {}}
    row = insert(HappeningRow).values(ref=ref, round_id=number, name="name", kind="ASK", voice="named", **state)
    return int((await connection.execute(row.returning(HappeningRow.id))).scalar_one())


async def _gave(connection: AsyncConnection, happening: int, who: int) -> None:
    ref = f"{happening:016}{who:016}"
    row = {"ref": ref, "happening_id": happening, "mark": ref.encode(), "person_id": who, "value": {}}
    await connection.execute(insert(GivenRow).values(**row))


async def _takes(connection: AsyncConnection, of: Network, *, lead: int, co_lead: int = 0) -> None:
    assert await parts.accept(connection, await parts.ask(connection, of, "lead", lead))
    if co_lead:
        assert await parts.accept(connection, await parts.ask(connection, of, "co-lead", co_lead))


async def _told(connection: AsyncConnection) -> list[tuple[int, str]]:
    found = await connection.execute(select(DeliveryRow.person_id, DeliveryRow.card).order_by(DeliveryRow.id))
    return [(row.person_id, row.card) for row in found]


async def _rows(connection: AsyncConnection) -> dict[str, list[tuple[object, ...]]]:
    """Who stands in which table."""
    tables = (MembershipRow, SeenRow, PartRow, GivenRow)
    found: dict[str, list[tuple[object, ...]]] = {}
    for table in tables:
        rows = await connection.execute(select(table.person_id).order_by(table.person_id))
        found[table.__tablename__] = [tuple(row) for row in rows]
    rows = await connection.execute(select(DeliveryRow.person_id, DeliveryRow.cause).order_by(DeliveryRow.id))
    return found | {"delivery": [tuple(row) for row in rows]}
