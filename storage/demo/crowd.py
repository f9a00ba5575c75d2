"""The quiet half of the made-up organisation: people without a seat, who fill the teams and answer by themselves.

They have no account, so nothing is sent to them. Their answers are put into the box as everybody's are: sealed, one each.
What they say depends on the seed, the person and the round alone.
"""

from collections.abc import Iterator
from random import Random

from sqlalchemy import insert, select

from bot.ports import Clock
from bot.question import Kind, Question, values
from storage import ballots, details, directory
from storage.ballots import Ballot
from storage.demo import about
from storage.loop import AskedRow, MomentRow
from storage.people import AccountRow, MembershipRow, PersonRow
from storage.rounds import Asking, question
from storage.store import Ledger
from storage.work import Work

SEED = "hearback"
ANSWERING = 0.9
QUIET = {"ward-9": 14, "acute-medicine": 13, "theatres": 15, "ward-4": 13, "portering": 14}
FEELING = {"ward-9": 0.1, "acute-medicine": -0.02, "theatres": -0.16, "ward-4": 0.02, "portering": 0.05}
USUAL: dict[Kind, float] = {"scale": 0.68, "agreement": 0.64, "frequency": 0.58, "yes_no": 0.6}
"""Where most answers lie between the lowest and the highest."""
FIRST = "Abi Ben Cara Dev Ella Finn Grace Huw Isha Jack Kezia Liam Maya Nia Omar Pia Rory Sara Tom Una Will Yusuf Zoe"
LAST = "Ahmed Bell Carter Davies Ellis Foster Grant Hughes Iqbal Jones Kaur Lewis Mensah Nowak Owen Patel Rees Shah"


def names(many: int) -> list[str]:
    """So many different names, always the same."""
    first, last = FIRST.split(), LAST.split()
    return [f"{first[n % len(first)]} {last[(n + n // len(first)) % len(last)]}" for n in range(many)]


async def settle(work: Work, zone: str) -> list[int]:
    """Puts them into their teams, which must be there already; returns their numbers."""
    everyone = await directory.circle_id(work.connection, directory.EVERYONE)
    called, settled = iter(names(sum(QUIET.values()))), list[int]()
    for team, many in QUIET.items():
        circle = await directory.circle_id(work.connection, team)
        rows = [{"name": next(called), "language": "en", "zone": zone, "active": True} for _ in range(many)]
        made = await work.connection.execute(insert(PersonRow).returning(PersonRow.id), rows)
        people = made.scalars().all()
        settled += people
        belongs = [(number, place) for number in people for place in (everyone, circle)]
        joined = [{"circle_id": place, "person_id": number, "role": "member"} for number, place in belongs]
        await work.connection.execute(insert(MembershipRow), joined)
    return settled


class Crowd:
    """Answers each question once it is open; after a restart once more, with the same answers."""

    def __init__(self, ledger: Ledger, clock: Clock) -> None:
        self._ledger, self._clock = ledger, clock
        self._done: set[str] = set()

    async def act(self) -> None:
        async with self._ledger.begin() as work:
            for asking in await _open(work, self._clock):
                if asking.urn.ref not in self._done:
                    await _answer(work, asking)
                    self._done.add(asking.urn.ref)


async def _open(work: Work, clock: Clock) -> list[Asking]:
    now = clock.now()
    found = select(MomentRow.ref).where(
        MomentRow.kind == "ASK", MomentRow.voice == "unlinked", MomentRow.closed.is_(False), MomentRow.opens_at <= now
    )
    refs = (await work.connection.execute(found)).scalars().all()
    asked = [await question(work.connection, ref) for ref in refs]
    return [each for each in asked if each is not None and each.closes_at > now]


async def _answer(work: Work, asking: Asking) -> None:
    seats = select(AccountRow.person_id)
    found = select(AskedRow.person_id, AskedRow.team_id).where(
        AskedRow.round_id == asking.round, AskedRow.person_id.not_in(seats)
    )
    feeling = {await directory.circle_id(work.connection, team): by for team, by in FEELING.items()}
    for person, team in (await work.connection.execute(found.order_by(AskedRow.person_id))).all():
        draw = Random(f"{SEED}|{person}|{asking.round}")  # noqa: S311  a story is told here, not a secret
        if draw.random() < ANSWERING:
            age = await details.said_by(work, person, asking.by.id) if asking.by else ""
            said = dict(_said(asking, draw, feeling.get(team or 0, 0.0) + about.FEELING.get(age, 0.0)))
            values = {asking.by.id: age} if asking.by and age else {}
            await ballots.cast(work, asking.urn, person, Ballot(team, said, values=values))


def _said(asking: Asking, draw: Random, feeling: float) -> Iterator[tuple[str, str]]:
    """An answer to every question that is not answered in words."""
    for each in asking.questions:
        if found := _value(each, draw, feeling):
            yield each.id, found


def _value(asked: Question, draw: Random, feeling: float) -> str:
    allowed = values(asked)
    if asked.kind == "several_of":
        return ",".join(value for value in allowed if draw.random() < 0.4)
    if not allowed or asked.kind == "one_of":
        return draw.choice(allowed) if allowed else ""
    kind = USUAL[asked.kind] + feeling + 0.05 * Random(f"{SEED}|{asked.id}").uniform(-1, 1)  # noqa: S311
    place = min(1.0, max(0.0, draw.gauss(kind, 0.22)))
    rising = allowed[::-1] if asked.kind == "yes_no" else allowed
    return rising[round(place * (len(allowed) - 1))]
