"""What somebody wrote about whom they would rather not meet, and who belongs to a group, can be found out by nobody."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import select, update

from conversations.match.rows import CohortRow, HopesRow
from storage import circles, directory
from storage.loop import DeliveryRow
from storage.people import NetworkRow
from tests.conversations.mentoring import LOOKED, NAME, joins, led, ref_of
from tests.databases import fresh_sqlite
from tests.drivers.bare import BareDriver
from tests.harness import Colleague, Office
from tests.witness import dump

FRIEND = "Mentee A"


@pytest.fixture
async def offices(tmp_path: Path) -> AsyncIterator[list[Office]]:
    """Four alike."""
    opened = [await Office.open(BareDriver(), await fresh_sqlite(tmp_path), tmp_path / str(n)) for n in range(4)]
    yield opened
    for each in opened:
        await each.close()


async def played(office: Office, *, apart: str = "", topic: str = "Being heard") -> tuple[dict[str, str], str]:
    """Everything that anybody but Mentee A reads from the invitation to the answers of all who are asked, and who becomes
    Mentee A's mentor. `apart` and `topic` are what Mentee A says."""
    lead = await led(office)
    mentors = [await office.hire(f"Mentor {each}", team=f"team-{each}") for each in "ABCDEF"]
    mentees = [await office.hire(f"Mentee {each}", team=f"ward-{each}") for each in "ABCDEF"]
    for each in mentors:
        await joins(each, "A mentor", "Being heard", "Study and exams")
    for each in mentees:
        mine = each.name == FRIEND
        await joins(each, "A mentee", topic if mine else "Being heard", apart=apart if mine else "")
    for each in (*mentors, *mentees):
        await each.dismisses()
    await office.until(LOOKED)
    seen = [await _looked(lead, "Look at the pairs")]
    await lead.presses("Look at the pairs")
    await lead.sends()
    await lead.dismisses()
    for people in (mentees, mentors):
        await office.wait(hours=1)
        for each in people:
            if "There could be" in await each.visits_home():
                await each.presses("Yes, please")
    await office.wait(hours=1)
    seen.append(await _looked(lead, "How mentoring goes"))
    told = {each.name: await _read(each) for each in (lead, *mentors, *mentees) if each.name != FRIEND}
    [friend] = [each for each in mentees if each.name == FRIEND]
    pair = (await friend.visits_home()).partition(" are a pair")[0].rpartition("You and ")[2]
    return {**told, "the lead's forms": "\n".join(seen)}, pair


@pytest.mark.long
async def test_whom_somebody_would_rather_not_meet_is_in_nothing_that_anybody_reads(offices: list[Office]) -> None:
    plain, mentor = await played(offices[0])
    other = next(f"Mentor {each}" for each in "ABCDEF" if f"Mentor {each}" != mentor)
    named, _ = await played(offices[1], apart=other)
    assert named == plain
    # Naming the one who would have come: another comes, and no word is read that is not read otherwise.
    moved, comes = await played(offices[2], apart=mentor)
    assert comes != mentor
    assert _words(moved) <= _words(plain)
    async with offices[1].works.database.begin() as connection:
        sealed = (await connection.execute(select(HopesRow.sealed))).scalars().all()
    assert len({len(each) for each in sealed}) == 1
    # Control: what may be read is noticed by this comparison.
    differs, _ = await played(offices[3], topic="Study and exams")
    assert differs != plain


@pytest.mark.long
async def test_at_the_end_nothing_but_numbers_is_left(bare: Office) -> None:
    await played(bare)
    ref = await ref_of(bare)
    async with bare.works.database.begin() as connection:
        await connection.execute(update(CohortRow).values(ends_on=bare.clock.now().date()))
    await bare.wait(days=7)
    rows = dump(bare.works.database)
    assert [rows[name] for name in ("hopes", "mentoring", "met", "appointment")] == [[], [], [], []]
    [cohort] = rows["cohort"]
    assert '{"mentors": 6, "mentees": 6, "pairs": 6}' in cohort
    columns = [column.name for column in DeliveryRow.__table__.columns]
    assert [row for row in rows["delivery"] if row[columns.index("ref")] == ref] == []
    assert bare.works.secrets.get(f"cohort-{ref}") is None
    [lead, *_, someone] = bare.people
    assert "It has ended. 6 mentors and 6 mentees joined" in await someone.visits_home()
    assert "How mentoring goes" not in (await lead.sees_home()).buttons


async def test_p6_who_is_not_in_a_group_sees_nothing_of_its_mentoring(bare: Office) -> None:
    steward = await bare.hire("Dario Moretti")
    await bare.grant(steward, "steward")
    lead, member, other = [await bare.hire(name) for name in ("Lowri Bevan", "Amara Okafor", "Kaito Mori")]
    await _network(bare, lead, member)
    before = [await each.visits_home() for each in (steward, other)]
    await lead.visits_home()
    await lead.presses("Start mentoring")
    assert lead.dialog.fields["Who may join?"] == ("LGBT+ network",)
    await lead.fills({"What is it called?": NAME, "Who may join?": "LGBT+ network"})
    await lead.fills({"Who mentors whom?": "The more experienced person is the mentor"})
    await lead.fills(
        {"How long does it go?": "6 months, with six meetings", "How long is a meeting?": "About 60 minutes"}
    )
    await lead.fills({"Until which day can people join?": "2026-11-13"})
    await lead.sends()
    await lead.dismisses()
    await bare.wait(days=2)
    assert [await each.visits_home() for each in (steward, other)] == before
    assert "You can join as mentor or mentee" in await member.visits_home()
    assert [each.text.splitlines()[0] for each in member.messages()] == ["Hearback: something for you"]
    assert "LGBT" not in "".join(each.text for each in member.messages())
    for ref in (await ref_of(bare), "f" * 32):
        await bare.forges(other, "match.join", ref, {})
        assert "it is not open to you" in " ".join((*other.dialog.errors, other.dialog.text))
    await bare.leaves(lead)
    await bare.until(LOOKED)
    assert "It has ended." in await member.visits_home()  # nobody leads it any more


async def _network(office: Office, lead: Colleague, member: Colleague) -> None:
    async with office.works.ledger.begin() as work:
        network = await circles.found(work.connection, "LGBT+ network", "To be ourselves at work.", hidden=True)
        await work.connection.execute(update(NetworkRow).values(opened=True))
        for who, role in ((lead, "lead"), (member, "member")):
            person = await directory.meet(work.connection, who.account)
            assert person
            await directory.join(work.connection, person.id, network.key, role)


async def _looked(lead: Colleague, button: str) -> str:
    await lead.visits_home()
    await lead.presses(button)
    text = lead.dialog.text
    await lead.dismisses()
    return text


async def _read(who: Colleague) -> str:
    return "\n".join([await who.visits_home(), *(each.text for each in who.messages())])


def _words(told: dict[str, str]) -> set[str]:
    return {word for text in told.values() for word in text.split()}
