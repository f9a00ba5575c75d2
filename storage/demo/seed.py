"""Fills an empty database with the made-up organisation and lets it live through its earlier rounds."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import uuid4

from sqlalchemy import select

from bot.events import Account, Arrived, Opened, Profile, Submitted, Visited, Welcome
from bot.ports import Answers
from bot.programme import Template
from bot.ui import Open, buttons
from storage import directory, programmes
from storage.demo.clock import DemoClock
from storage.demo.desk import Desk
from storage.demo.organisation import PLATFORM, TENANT, Answered, Organisation
from storage.people import PersonRow
from storage.work import Work

HISTORY = timedelta(weeks=5)


@dataclass(frozen=True, slots=True)
class Stage:
    """What seeding works with. `colleagues` lets the others answer what has come; `said` tells how far it is, 0 to 1."""

    organisation: Organisation
    bot: Answers
    desk: Desk
    template: Template
    zone: str
    colleagues: Callable[[], Awaitable[None]]
    said: Callable[[float], None]


async def is_empty(work: Work) -> bool:
    return await work.connection.scalar(select(PersonRow.id).limit(1)) is None


def present(real: datetime) -> datetime:
    """When the demo begins: the last Tuesday at 09:02, when exactly one question is open."""
    tuesday = real.astimezone(UTC) - timedelta(days=(real.weekday() - 1) % 7)
    return tuesday.replace(hour=9, minute=2, second=0, microsecond=0)


async def hire(work: Work, organisation: Organisation, zone: str) -> None:
    """Everybody, their teams and roles."""
    defaults = directory.Defaults("en", zone)
    for team in organisation.teams:
        await directory.circle_id(work.connection, team.key, team.name, team.parent)
    for person in organisation.people:
        account = Account(PLATFORM, TENANT, person.account)
        event = Arrived("", account, "joined", Profile(person.name, "en", zone))
        number = await directory.arrive(work.connection, event, defaults)
        if number is None:
            raise RuntimeError("a made-up person could not be hired")
        await directory.join(work.connection, number, person.team)
        if person.role:
            await directory.join(work.connection, number, directory.ROLES[person.role])


async def start(work: Work, stage: Stage, now: datetime) -> None:
    """The pulse runs from a week after this instant on."""
    number = await directory.by_account(work.connection, PLATFORM, stage.organisation.answerer.account)
    if number is None:
        raise RuntimeError("hire people first")
    await programmes.start(work, programmes.Start(stage.template, number, stage.zone, now))


async def live_through(stage: Stage, clock: DemoClock, until: datetime) -> None:
    """Plays the time up to `until`: rounds open and close, colleagues answer, the steward answers back."""
    begin, answers = clock.now(), list(stage.organisation.answers)
    async for at in stage.desk.move(until):
        await stage.colleagues()
        if answers and await _answered_back(stage, answers[0], at):
            answers.pop(0)
        stage.said(min(1.0, (at - begin) / (until - begin)))


async def _answered_back(stage: Stage, answered: Answered, at: datetime) -> bool:
    """The steward's own turn: opens what waits on Home and sends an answer."""
    account = Account(PLATFORM, TENANT, stage.organisation.answerer.account)
    home = await stage.bot.answer(Visited(uuid4().hex, account))
    waits = [
        button
        for button in (buttons(home.home) if isinstance(home, Welcome) else ())
        if isinstance(button, Open) and button.action == "steward.answer"
    ]
    if not waits:
        return False
    await stage.bot.answer(Opened(uuid4().hex, account, waits[0].action, waits[0].ref))
    by_day = (at + timedelta(days=answered.days)).date().isoformat()
    values = {"will_do": answered.will_do, "will_not": answered.will_not, "by_day": by_day}
    await stage.bot.answer(Submitted(uuid4().hex, account, waits[0].action, waits[0].ref, values))
    return True
