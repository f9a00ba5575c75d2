"""A small hospital that begins mentoring: who leads it, who joins, and what they fill in."""

from sqlalchemy import select

from conversations.match.rows import CohortRow
from tests.harness import Colleague, Office

NAME = "Winter"
JOINS_UNTIL, LOOKED = "2026-11-13", "2026-11-16T10:05"
FIRST_MEETING = "2026-11-28T10:00"
REVERSE = "Reverse: the more junior person is the mentor"


async def led(office: Office, *, reverse: bool = False) -> Colleague:
    """The steward who begins it, and people who work in teams of their own."""
    lead = await office.hire("Dario Moretti", team="people-team")
    await office.grant(lead, "steward")
    await lead.visits_home()
    await lead.presses("Start mentoring")
    direction = REVERSE if reverse else "The more experienced person is the mentor"
    await lead.fills({"What is it called?": NAME, "Who may join?": "Everybody here", "Who mentors whom?": direction})
    await lead.fills(
        {"How long does it go?": "3 months, with six meetings", "How long is a meeting?": "About 45 minutes"}
    )
    await lead.fills({"Until which day can people join?": JOINS_UNTIL})
    await lead.sends()
    assert "People can join until Friday 13 November." in lead.dialog.text
    await lead.dismisses()
    # The lot falls alike in every run.
    office.works.secrets.put(f"cohort-{await ref_of(office)}", b"k" * 32)
    return lead


async def joins(who: Colleague, side: str, *topics: str, apart: str = "") -> None:
    """Joins from Home; all can meet online in the morning."""
    await who.visits_home()
    await who.presses("Read more and join")
    said = {"You would like to be": side, "What would you like to talk about?": "; ".join(topics or ["Being heard"])}
    said |= {"How can you meet?": "Online", "When can you meet?": "Mornings", "Do you agree?": "Yes, I agree to this"}
    said |= {"Is there anybody whom you would rather not meet?": apart} if apart else {}
    await who.fills(said)
    await who.sends()


async def cohort(office: Office, many: int = 4) -> tuple[list[Colleague], list[Colleague]]:
    """So many mentors and mentees have joined, each from a team of their own; and the clock has brought it back."""
    mentors = [await office.hire(f"Mentor {'ABCDEFGH'[n]}", team=f"team-{n}") for n in range(many)]
    mentees = [await office.hire(f"Mentee {'ABCDEFGH'[n]}", team=f"ward-{n}") for n in range(many)]
    for each in mentors:
        await joins(each, "A mentor")
        await each.dismisses()
    for each in mentees:
        await joins(each, "A mentee")
        await each.dismisses()
    await office.until(LOOKED)
    return mentors, mentees


async def ref_of(office: Office) -> str:
    """What stands for the cohort in buttons."""
    async with office.works.database.begin() as connection:
        return str((await connection.execute(select(CohortRow.ref))).scalar_one())
