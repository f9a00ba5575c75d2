"""P6: two workplaces that differ in who is in a hidden network are the same to everybody else, in every byte and statement."""

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select

from bot.conversation import Conversation, Message, Turn
from bot.events import Opened, Show, Submitted
from bot.forms import only_text
from bot.languages import speaking
from bot.main import Works, outlet
from bot.settings import Settings
from bot.ui import Text
from conversations import ALL
from conversations.circles import CONVERSATION, asking, flow, keeping
from conversations.circles import words as w
from storage import circles as kept
from storage import directory, practices
from storage.named import named
from storage.people import MembershipRow
from storage.work import work_of
from tests.attack.walk import REF, Walk, changed, written
from tests.attack.world import CLOSED, World, answer_back, built, copied, instead, world
from tests.conversations.networks import founded, joins, leaves, looks_at
from tests.drivers.bare import BareDriver
from tests.harness import Colleague

pytestmark = pytest.mark.attack

NAME, NINE = "LGBT+ network", 9
OTHERS = ("steward", "administrator", "nurse", "newcomer", "lead")
"""Everybody but the one whose membership is looked for; the lead is in it, and is nobody to be told either."""
FOUND = frozenset({"circles.list", "circles.look", "circles.join", "circles.leave", "circles.lead", "circles.write"})


@dataclass(frozen=True, slots=True)
class Seen:
    """What all the others read, what their reading asked of the database, what was logged and what was handed out."""

    pages: dict[str, str]
    statements: tuple[str, ...]
    lines: tuple[str, ...]
    files: str
    opened: frozenset[str]


async def seen(folder: Path, log: pytest.LogCaptureFixture, does: str, build: Sequence[Conversation] = ALL) -> Seen:
    """A network with nine people whom nobody is shown. One more `joins`, joins and `leaves`, or only `looks`."""
    async with world(folder, sizes={"ash": 20}) as here:
        here.works.bot = built(here.works, build)
        await here.office.driver.start(here.works.bot)
        steward, lead, who = (here.roles[each] for each in ("steward", "lead", "other lead"))
        await founded(steward, lead, NAME)
        await _quiet(here)
        await _club(here, lead)
        await looks_at(lead, NAME)
        await lead.presses("Lead it")  # counted for this month
        await lead.dismisses()
        log.clear()
        await _does(who, does)
        await here.answer({"ash": [7, 3, 9] * 6})
        await here.office.until(CLOSED)
        await answer_back(here)
        await here.office.until("2026-11-26T10:00")
        lines = tuple(REF.sub("*", f"{each.name} {each.levelname} {each.getMessage()}") for each in log.records)
        async with copied(here, build) as works:
            return await _read(here, works, lines)


async def test_p6_whether_somebody_is_in_it_shows_nowhere(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """Nowhere: Home, forms, messages, notes, what the lead reads who asks them, figures handed out, log, statements."""
    caplog.set_level(logging.INFO, "hearback")
    looks, joined, left = [await seen(tmp_path / each, caplog, each) for each in ("looks", "joins", "leaves")]
    for other in (joined, left):
        assert changed(looks.pages, other.pages) == []
        assert other == looks
    assert looks.opened >= FOUND
    assert any(NAME in page for page in looks.pages.values())
    assert len(looks.files) > 1000
    assert len(looks.statements) > 500


@pytest.mark.parametrize("weak", ["counts", "tells", "answers", "logs", "few"])
async def test_the_control_a_build_that_says_something_is_found(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, weak: str
) -> None:
    caplog.set_level(logging.INFO, "hearback")
    build = WEAK[weak]()
    looks, joined = [await seen(tmp_path / each, caplog, each, build) for each in ("looks", "joins")]
    assert looks.lines != joined.lines if weak == "logs" else changed(looks.pages, joined.pages) != []


async def _read(here: World, works: Works, lines: tuple[str, ...]) -> Seen:
    said: list[str] = []
    async with works.database.begin() as connection:
        raw = (await connection.get_raw_connection()).driver_connection
        assert raw
        await raw.set_trace_callback(said.append)
    driver, pages, opened = here.office.driver, dict[str, str](), set[str]()
    assert isinstance(driver, BareDriver)
    pages |= await _asked(here, works)
    for role in OTHERS:
        who = here.roles[role].account
        walk = await Walk(works, who).everything(driver.cards(who))
        pages |= {f"{role}: {path}": page for path, page in written(walk.pages).items()}
        opened |= walk.opened
    await raw.set_trace_callback(None)
    statements = tuple(REF.sub("*", each) for each in said if not each.startswith(("INSERT INTO inbox", "COMMIT")))
    return Seen(pages, statements, lines, await _files(here, works), frozenset(opened))


async def _asked(here: World, works: Works) -> dict[str, str]:
    """What the lead reads who asks the one that may be in it to be co-lead, and then to sponsor it."""
    async with works.database.begin() as connection:
        [of] = await kept.networks(connection)
    lead, who = here.roles["lead"].account, here.roles["other lead"].name
    replies = {
        role: await works.bot.answer(
            Submitted(f"asked-{role}", lead, "circles.ask", of.key, {"role": role, "who": who})
        )
        for role in ("co-lead", "sponsor")
    }
    return {f"lead asks for a {role}": REF.sub("*", repr(reply)) for role, reply in replies.items()}


async def _files(here: World, works: Works) -> str:
    """Every line that programs and spreadsheets are handed of what has been shared."""
    settings = Settings(str(works.database.url), here.folder / "secrets", house=works.house)
    out = outlet(settings, works.database, works.clock, speaking({}), charts=works.charts)
    shared: list[object] = [programmes := await out.programmes()]
    for each in programmes:
        found = await out.rounds(str(each["programme"]))
        assert isinstance(found, list)
        shared += [found, *[await out.results(str(row["round"])) for row in found]]
    return REF.sub("*", repr(shared))


async def _club(here: World, lead: Colleague) -> None:
    """A practice runs for the network, so that there are lists, notes and messages for its people."""
    async with here.works.ledger.begin() as work:
        who, [of] = await directory.meet(work.connection, lead.account), await kept.networks(work.connection)
        assert who
        club, now = here.works.house.practices["culture-club"], here.office.clock.now()
        await practices.start(work, practices.Start(club, of.id, who.id, "Europe/London", now))


async def _quiet(here: World) -> None:
    """Nine people without an account are in it; with one more there would be a number to show."""
    async with here.works.database.begin() as connection:
        [of] = await kept.networks(connection)
        for each in here.staff["ash"][:NINE]:
            await kept.join(connection, of, each, "member", seen=False)


def _counts() -> Sequence[Conversation]:
    """The page says to everybody how many are in it."""

    async def look(turn: Turn, event: Opened) -> Show:
        shown = await flow.look(turn, event)
        of = await kept.network(work_of(turn).connection, event.ref)
        assert of
        many = select(func.count()).where(MembershipRow.circle_id == of.id)
        number = (await work_of(turn).connection.execute(many)).scalar_one()
        return Show(replace(shown.form, blocks=(*shown.form.blocks, Text(f"{number} people are in it."))))

    return instead(replace(CONVERSATION, opens={**CONVERSATION.opens, "circles.look": look}))


def _tells() -> Sequence[Conversation]:
    """The lead is told that somebody has joined, though not who."""

    async def join(turn: Turn, event: Submitted) -> Show:
        of = await kept.network(work_of(turn).connection, event.ref)
        assert of
        lead = (await kept.shown(work_of(turn).connection, of))["lead"]
        turn.tell(Message(lead.id, "circles.answered", of.key, f"joined:{event.id}", counts=False))
        return await flow.join(turn, event)

    return instead(replace(CONVERSATION, submits={**CONVERSATION.submits, "circles.join": join}))


def _answers() -> Sequence[Conversation]:
    """Whoever asks a member to take a part reads that they are one."""

    async def ask(turn: Turn, event: Submitted) -> Show:
        of = await kept.network(work_of(turn).connection, event.ref)
        [who] = await named(work_of(turn).connection, event.values["who"])
        if of and await kept.role_of(work_of(turn).connection, of, who.person.id):
            return Show(only_text(turn.words, w.ASK, "They are in it."))
        return await asking.ask(turn, event)

    return instead(replace(CONVERSATION, submits={**CONVERSATION.submits, "circles.ask": ask}))


def _logs() -> Sequence[Conversation]:
    """Each joining is a line in the log, without a name."""

    async def join(turn: Turn, event: Submitted) -> Show:
        logging.getLogger("hearback").info("somebody joined a network")
        return await flow.join(turn, event)

    return instead(replace(CONVERSATION, submits={**CONVERSATION.submits, "circles.join": join}))


def _few() -> Sequence[Conversation]:
    """The lead reads how many are in it whom nobody is shown: from one on, and as it is now."""

    async def lead(turn: Turn, event: Opened) -> Show:
        of = await kept.network(work_of(turn).connection, event.ref)
        assert of
        shown = await keeping.show_lead(turn, event)
        soon = turn.now.date() + timedelta(days=31)
        number = await kept.others(work_of(turn).connection, of, soon, 1)
        return Show(replace(shown.form, blocks=(*shown.form.blocks, Text(str(number)))))

    return instead(replace(CONVERSATION, opens={**CONVERSATION.opens, "circles.lead": lead}))


WEAK: Mapping[str, Callable[[], Sequence[Conversation]]] = {
    "counts": _counts,
    "tells": _tells,
    "answers": _answers,
    "logs": _logs,
    "few": _few,
}


async def _does(who: Colleague, what: str) -> None:
    if what == "looks":
        await looks_at(who, NAME)
        await who.dismisses()
        return
    await joins(who, NAME)
    if what == "leaves":
        await leaves(who, NAME)
