"""P6: nothing of a hidden network's event reaches anybody outside, whatever they open or send; a weak copy is caught."""

from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Integer, bindparam

from bot.events import Opened, Say, Show, Submitted
from bot.ui import plain
from conversations.meet import CONVERSATION
from storage.events import coming
from storage.events import event as events
from storage.events.rows import EventRow
from storage.prepared import prepared
from tests.conversations.meeting import YES, announces, changes, opens_mine, read, says
from tests.conversations.networks import HIDDEN, founded, joins, leaves, looks_at
from tests.databases import fresh_sqlite
from tests.drivers.bare import BareDriver
from tests.harness import Colleague, Office
from tests.witness import Dump, dump

pytestmark = pytest.mark.attack

SECRET, NETWORK = "Coming out at work", "LGBT+ network"
VALUES = {"answer": "room", "verdict": "yes", "yours": "x", "summary": "x", "whom": "all-staff", "day": "2026-12-01"}


async def lived(folder: Path, *, joined: bool) -> tuple[list[str], Dump]:
    """Everything that an outsider can read or provoke, with somebody in the network who comes, or nobody; and the rows."""
    office = await Office.open(BareDriver(), await fresh_sqlite(folder), folder, public_url="https://h.example.org")
    dario, lead, inside, outside = [
        await office.hire(each) for each in ("Dario Moretti", "Amara Okafor", "Bryn Pritchard", "Chidi Nwosu")
    ]
    await office.grant(dario, "steward")
    await office.until("2026-11-09T10:00")
    await founded(dario, lead, NETWORK, HIDDEN)
    if joined:
        await joins(inside, NETWORK)
    await announces(lead, name=SECRET)
    if joined:
        await says(inside, YES, "A seat by the door.")
        await _inside(lead, inside)
    await changes(lead, day="2026-11-17")
    shown = [await _outside(each) for each in (outside, dario)]
    await office.until("2026-11-18T10:30")
    shown += [await _outside(each) for each in (outside, dario)]
    if joined:
        await leaves(inside, NETWORK)
    rows = dump(office.works.database)
    await office.close()
    return shown, rows


def _new(folder: Path, name: str) -> Path:
    (folder / name).mkdir()
    return folder / name


async def _inside(lead: Colleague, inside: Colleague) -> None:
    """The control: those who belong to it read all of it, and even the lead reads no name."""
    assert SECRET in await inside.visits_home()
    assert "Hearback: something for you" in inside.newest.title or SECRET in inside.newest.text
    assert SECRET in await looks_at(inside, NETWORK)
    await inside.dismisses()
    await opens_mine(lead, "Who comes")
    assert "Bryn" not in lead.dialog.text
    assert "A seat by the door." in lead.dialog.text
    await lead.dismisses()


async def _outside(who: Colleague) -> str:
    """Home, every message, and the answer to every action with the event's own ref."""
    office = who.office
    [row] = [each for each in dump(office.works.database)["event"] if SECRET in each]
    ref = row[1]
    said = [await who.visits_home(), *(each.text for each in who.messages()), await looks_at(who, NETWORK)]
    await who.dismisses()
    for number, action in enumerate(CONVERSATION.opens):
        said.append(_text(await office.works.bot.answer(Opened(f"o{number}", who.account, action, ref))))
    for number, action in enumerate(CONVERSATION.submits):
        event = Submitted(f"s{who.name}{office.clock.at}{number}", who.account, action, ref, VALUES)
        said.append(_text(await office.works.bot.answer(event)))
    text = "\n".join(said)
    return text.replace(ref, "*")


def _text(reply: object) -> str:
    assert isinstance(reply, Show | Say)
    if isinstance(reply, Say):
        return plain(reply.card)
    return "\n".join((plain(reply.form), *reply.form.errors.values()))


async def test_p6_outsiders_read_the_same_whether_somebody_is_in_it_and_comes_or_not(tmp_path: Path) -> None:
    nobody, _ = await lived(_new(tmp_path, "nobody"), joined=False)
    somebody, rows = await lived(_new(tmp_path, "somebody"), joined=True)
    assert somebody == nobody
    assert not any(SECRET in each or "Room 2" in each for each in somebody)
    # Who left is in no row: neither the answer nor what was needed, nor a message because of it.
    assert rows["rsvp"] == rows["need"] == rows["word"] == []
    [gone] = [row[0] for row in rows["person"] if "Bryn Pritchard" in row]
    assert not any("meet." in str(row) for row in rows["delivery"] if row[1] == gone)


async def test_p6_the_attack_finds_an_event_that_is_shown_without_asking_who_belongs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    everybody = events.EVENTS.where(EventRow.state == "announced", EventRow.ends_at > bindparam("now"))
    weak = prepared(everybody.order_by(EventRow.starts_at).limit(bindparam("most", type_=Integer)))
    monkeypatch.setattr(coming, "_COMING", weak)
    shown, _ = await lived(_new(tmp_path, "weak"), joined=False)
    assert any(SECRET in each for each in shown)


async def test_p6_a_calendar_names_neither_the_group_nor_the_event(tmp_path: Path) -> None:
    office = await Office.open(BareDriver(), await fresh_sqlite(tmp_path), tmp_path, public_url="https://h.example.org")
    dario, lead = await office.hire("Dario Moretti"), await office.hire("Amara Okafor")
    await office.grant(dario, "steward")
    await office.until("2026-11-09T10:00")
    await founded(dario, lead, NETWORK, HIDDEN)
    await announces(lead, name=SECRET)
    await says(lead, YES)
    [row] = [each for each in dump(office.works.database)["event"] if SECRET in each]
    token = office.works.house.calendars("event", row[1]).rpartition("/")[2].removesuffix(".ics")
    [entry] = await office.works.calendars.find("event", token) or ()
    assert entry.title == "Meeting"
    assert not any(said in str(replace(entry, uid="")) for said in (SECRET, NETWORK, "Three colleagues"))
    await office.wait(minutes=5)
    await changes(lead, room="Room 99, behind Theatres")
    assert await office.works.calendars.find("event", token) is None, "who left since would read where it meets now"
    assert read(lead, SECRET) == 0 or all(SECRET not in each.title for each in lead.messages())
    await office.close()
