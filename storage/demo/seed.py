"""Fills an empty database with the made-up organisation and lets it live through its earlier rounds."""

from collections.abc import Awaitable, Callable, Sequence
from datetime import UTC, datetime, timedelta
from uuid import uuid4

from sqlalchemy import select

from bot.detail import Detail
from bot.events import Account, Arrived, Opened, Profile, Submitted, Visited, Welcome
from bot.ports import Answers
from bot.programme import Template
from bot.ui import Open, buttons
from bot.values import dataclass, field, replace
from storage import directory, programmes
from storage.demo import about, crowd
from storage.demo.desk import Desk
from storage.demo.news import Waiting, more_said, tell
from storage.demo.organisation import PLATFORM, TENANT, Answered, Member, Organisation
from storage.people import PersonRow
from storage.work import Work

HISTORY = timedelta(weeks=5)
EARLIER = timedelta(weeks=13)
"""Before that, only the quiet half of the organisation and the one who answers back are there: it costs little to play."""
A_SHORT_LOOK = HISTORY + timedelta(weeks=2)
"""So long ago something was asked once, and shown by what people had said about themselves."""


@dataclass(frozen=True, slots=True)
class Stage:
    """What seeding works with. `colleagues` lets the others answer what has come; `said` tells how far it is, 0 to 1;
    `waiting` is news of promises that is to be given."""

    organisation: Organisation
    bot: Answers
    desk: Desk
    zone: str
    colleagues: Callable[[], Awaitable[None]]
    said: Callable[[float], None]
    waiting: list[Waiting] = field(default_factory=list)


async def is_empty(work: Work) -> bool:
    return await work.connection.scalar(select(PersonRow.id).limit(1)) is None


def present(real: datetime) -> datetime:
    """When the demo begins: the last Tuesday at 09:02, when exactly one question is open."""
    tuesday = real.astimezone(UTC) - timedelta(days=(real.weekday() - 1) % 7)
    return tuesday.replace(hour=9, minute=2, second=0, microsecond=0)


async def found(work: Work, organisation: Organisation, zone: str, asked: Sequence[Detail] = ()) -> None:
    """The teams, the quiet half, what they say of what they are asked about themselves, and the one who answers back."""
    for team in organisation.teams:
        await directory.circle_id(work.connection, team.key, team.name, team.parent)
    await about.say(work, await crowd.settle(work, zone), asked)
    await hire(work, [organisation.answerer], zone)


async def hire(work: Work, people: Sequence[Member], zone: str) -> list[int]:
    """People with a seat, their teams and roles; returns the numbers of those who act by themselves."""
    acting = []
    defaults = directory.Defaults("en", zone)
    for person in people:
        account = Account(PLATFORM, TENANT, person.account)
        event = Arrived("", account, "joined", Profile(person.name, "en", zone))
        number = await directory.arrive(work.connection, event, defaults)
        if number is None:
            raise RuntimeError("a made-up person could not be hired")
        await directory.join(work.connection, number, person.team)
        if person.role:
            await directory.join(work.connection, number, directory.ROLES[person.role])
        acting += [] if person.featured else [number]
    return acting


async def start(work: Work, stage: Stage, template: Template, now: datetime, *, by: str | None = None) -> None:
    """This programme runs from its first day after this instant on; its results are also shown `by` this."""
    number = await directory.by_account(work.connection, PLATFORM, stage.organisation.answerer.account)
    if number is None:
        raise RuntimeError("hire people first")
    await programmes.start(work, programmes.Start(template, number, stage.zone, now, by))


def taking_turns(template: Template) -> Template:
    """The pulse with its first item in every other week, so that a few months show how one answer moves."""
    rotation = template.ask.rotation
    if rotation is None:
        return template
    first, *others = rotation.items
    items = tuple(item for other in others for item in (other, first))
    return replace(template, ask=replace(template.ask, rotation=replace(rotation, items=items)))


async def live_through(stage: Stage, until: datetime, answers: list[Answered], share: tuple[float, float]) -> None:
    """Plays the time up to `until`: rounds open and close, colleagues answer, the steward answers back while there are
    `answers` left. `share` is the part of the whole that this is."""
    (done, rest), begin = share, None
    async for at in stage.desk.move(until):
        begin = begin or at
        await stage.colleagues()
        if answers and await _answered_back(stage, answers[0], at):
            answers.pop(0)
        await tell(stage.bot, _answerer(stage), stage.waiting, at)
        way = (at - begin) / (until - begin) if until > begin else 1.0
        stage.said(min(1.0, done + rest * way))


async def _answered_back(stage: Stage, answered: Answered, at: datetime) -> bool:
    """The steward's own turn: opens what waits on Home and sends an answer."""
    account = _answerer(stage)
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
    sent = await stage.bot.answer(Submitted(uuid4().hex, account, waits[0].action, waits[0].ref, values))
    stage.waiting.extend(await more_said(stage.bot, account, sent, answered, at=at))
    return True


def _answerer(stage: Stage) -> Account:
    return Account(PLATFORM, TENANT, stage.organisation.answerer.account)
