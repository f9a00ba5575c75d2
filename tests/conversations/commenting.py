"""People who comment, reply and read replies, in one office: most of those who answer are quiet, so that it is quick."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.engine import make_url

from storage import rounds
from storage.ballots import Ballot, cast
from storage.loop import BallotRow, MomentRow
from storage.people import PersonRow
from storage.replies import sealed_up
from storage.threads.cabinet import threads_url
from tests.harness import Colleague, Office
from tests.receipts import receipt_in
from tests.witness import Dump

OPENS, CLOSES = "2026-11-05T10:00", "2026-11-16T12:00"
SAID, REPLY, MORE = "The handover board is never filled in.", "Which ward is that?", "Ward 7, on most nights."
FIELD = "Your eight words"


async def at_work(office: Office) -> tuple[Colleague, Colleague, Colleague]:
    """A steward, a nurse, another, and fifteen more of whom nothing is seen; the question is open."""
    steward = await office.hire("Dario Moretti")
    await office.grant(steward, "steward")
    nurse = await office.hire("Amara Okafor")
    other = await office.hire("Lowri Bevan")
    await office.start_pulse(steward)
    await office.until(OPENS)
    return steward, nurse, other


async def comments(nurse: Colleague, text: str = SAID) -> str:
    """Answers with a comment; the words that stand in the form."""
    await nurse.answers(6, text)
    kept = receipt_in(nurse.dialog.text)
    await nurse.dismisses()
    return kept


async def closed(office: Office, answers: int = 9) -> None:
    """So many of the quiet ones have answered, three of them with a comment, and the question closes."""
    await quietly_answered(office, answers)
    await office.until(CLOSES)


async def quietly_answered(office: Office, answers: int) -> None:
    """So many of the quiet ones have answered 7, three of them with a comment."""
    quiet = select(PersonRow.id).where(PersonRow.name == "Somebody quiet").limit(answers)
    async with office.works.ledger.begin() as work:
        ref = (await work.connection.execute(select(MomentRow.ref).where(MomentRow.kind == "ASK"))).scalar_one()
        asking = await rounds.question(work.connection, ref)
        assert asking
        for number, person in enumerate((await work.connection.execute(quiet)).scalars().all()):
            minted = await office.works.room.pool.take()
            said, receipt = (f"Comment {number}", sealed_up(minted)) if number < 3 else ("", "")
            ballot = Ballot(None, {asking.questions[0].id: "7"}, said, receipt=receipt)
            await cast(work, asking.urn, person, ballot)


async def commented(office: Office, texts: Sequence[str]) -> None:
    """The quiet ones who have not answered yet answer 7, each with one of these comments."""
    quiet = select(PersonRow.id).where(PersonRow.name == "Somebody quiet").order_by(PersonRow.id)
    async with office.works.ledger.begin() as work:
        ref = (await work.connection.execute(select(MomentRow.ref).where(MomentRow.kind == "ASK"))).scalar_one()
        asking = await rounds.question(work.connection, ref)
        assert asking
        there = select(func.count()).select_from(BallotRow).where(BallotRow.moment_id == asking.urn.id)
        begun = (await work.connection.execute(there)).scalar_one()
        people = (await work.connection.execute(quiet.offset(begun).limit(len(texts)))).scalars().all()
        assert len(people) == len(texts), "too few are quiet here"
        for person, text in zip(people, texts, strict=True):
            await cast(work, asking.urn, person, Ballot(None, {asking.questions[0].id: "7"}, text))


async def replies(steward: Colleague, text: str = REPLY) -> None:
    await steward.visits_home()
    await steward.presses("Reply to comments")
    await steward.presses("Reply: The handover…")
    await steward.fills({"Your reply": text})
    await steward.sends()


async def reads(who: Colleague, kept: str) -> str:
    """What the form says after these words."""
    await who.dismisses()
    await who.visits_home()
    await who.presses("Read a reply")
    await who.fills({FIELD: kept})
    await who.sends()
    return "\n".join((who.dialog.text, *who.dialog.errors))


def thread_rows(office: Office) -> Dump:
    file = make_url(threads_url(str(office.works.database.url))).database
    with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as threads:
        return {"sealed": sorted(threads.execute("SELECT * FROM sealed").fetchall())}


async def lists(steward: Colleague) -> str:
    await steward.dismisses()
    await steward.visits_home()
    await steward.presses("Reply to comments")
    return steward.dialog.text


def everything_in(folder: Path) -> list[bytes]:
    return [file.read_bytes() for file in folder.rglob("*") if file.is_file()]
