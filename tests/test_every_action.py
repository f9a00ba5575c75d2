"""Whatever is pressed, by whomever: a kind reply, and nothing is changed that should not be; twice is once."""

import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count, product
from pathlib import Path
from typing import get_args

import pytest

from bot.events import Account, Arrived, Due, Event, Opened, Pressed, Profile, Say, Show, Submitted, Uninstalled
from bot.ui import Form, Link, buttons, plain
from conversations import ALL
from conversations.ask import words as ask
from conversations.steward import words as steward
from storage import appointments
from storage.tick import DUE, HAPPENS
from tests import life as lives
from tests.databases import fresh_sqlite
from tests.harness import Office
from tests.life import Life
from tests.witness import Dump, Witness, dump

# One worker lives the life and reads the code; each of the others would have to do it once more.
pytestmark = pytest.mark.xdist_group("laws")

ACTIONS = [
    (kind, action)
    for each in ALL
    for kind, table in ((Pressed, each.presses), (Opened, each.opens), (Submitted, each.submits))
    for action in table
]
VALUES = {"overall": "5", "comment": "C", "will_do": "D", "will_not": "", "by_day": "2026-12-20", "who": "0" * 32}
NEVER_GIVEN = ("f" * 32, "", "0", "pulse'--", "../pulse", "few:", "x" * 4000, "\N{SHRUG}", "\N{NULL}")
HOSTILE = (
    "",
    "11",
    "-1",
    "1e1",
    "\N{ARABIC-INDIC DIGIT FIVE}",
    "9" * 5000,
    "2026-99-99",
    "\N{NULL}",
    "<b>",
    "x" * 9000,
)
NUMBERS = count(1)


@dataclass(frozen=True, slots=True)
class Stage:
    """A life at one point, and every ref that any card has carried so far."""

    life: Life
    witness: Witness

    @property
    def refs(self) -> list[str]:
        found = {button.ref for s in self.witness.shown for button in buttons(s) if not isinstance(button, Link)}
        found |= {shown.ref for shown in self.witness.shown if isinstance(shown, Form)}
        return sorted(found - {""})

    async def answer(self, event: Event) -> str:
        """What is replied, as it is read."""
        reply = await self.life.office.works.bot.answer(event)
        assert isinstance(reply, Say | Show), f"{event} was answered with {reply}"
        shown = reply.card if isinstance(reply, Say) else reply.form
        return "\n".join([plain(shown), *(shown.errors.values() if isinstance(shown, Form) else ())])

    def kept(self) -> Dump:
        """The rows, without the marks of events: those are kept so that nothing happens twice."""
        return dump(self.life.office.works.database, without=("inbox",))

    async def nothing_comes_of(self, account: Account, refs: Sequence[str]) -> None:
        before = self.kept()
        for kind, action in ACTIONS:
            for ref in refs:
                event = _event(kind, account, action, ref)
                assert "Something went wrong" not in await self.answer(event), event
        assert self.kept() == before


FIELDS = (
    "overall",
    "who",
    "which",
    "will_do",
    "by_day",
    "subject",
    "prompt",
    "kind",
    "options",
    "closes",
    "only-whole",
)


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    """The first question is open, and the nurse has answered it."""
    witness = Witness()
    office = await Office.open(witness, await fresh_sqlite(tmp_path), tmp_path)
    life = await lives.begin(office, tmp_path)
    await lives.start(life)
    await office.until(lives.OPENS)
    await life.answer(life.nurse, 6)
    yield Stage(life, witness)
    await office.close()


@pytest.fixture(autouse=True)
def _no_error_is_logged(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    yield
    assert [record for record in caplog.records if record.levelno >= logging.ERROR] == []


@pytest.mark.long
async def test_a_ref_that_was_never_given_out_changes_nothing(stage: Stage) -> None:
    for who in (stage.life.nurse, stage.life.steward):
        await stage.nothing_comes_of(who.account, NEVER_GIVEN)


@pytest.mark.long
async def test_somebody_else_s_ref_changes_nothing(stage: Stage) -> None:
    newcomer = await stage.life.office.hire("Lowri Bevan")
    assert len(stage.refs) >= 2
    await stage.nothing_comes_of(newcomer.account, stage.refs)


@pytest.mark.long
async def test_the_ref_of_a_round_that_is_over_changes_nothing(stage: Stage) -> None:
    life = stage.life
    for each in life.colleagues:
        await life.answer(each, 5)
    await life.office.until(lives.CLOSES)
    await answered_back(life)
    running = {row[1] for row in stage.kept()["programme"]}  # a steward may well stop these, or throw them away
    over = [ref for ref in stage.refs if ref not in running]
    assert len(over) >= 2
    await stage.nothing_comes_of(life.nurse.account, stage.refs)
    await stage.nothing_comes_of(life.steward.account, over)


async def test_somebody_whom_nobody_knows_changes_nothing(stage: Stage) -> None:
    stranger = Account("bare", "t1", "U-unknown")
    await stage.nothing_comes_of(stranger, stage.refs)


async def test_somebody_who_has_left_changes_nothing(stage: Stage) -> None:
    await stage.life.office.leaves(stage.life.nurse)
    await stage.nothing_comes_of(stage.life.nurse.account, stage.refs)


async def test_an_action_that_nobody_answers_leads_home(stage: Stage) -> None:
    for kind in (Pressed, Opened, Submitted):
        said = await stage.answer(_event(kind, stage.life.nurse.account, "ask.no_such_thing", "f" * 32))
        assert "That button no longer leads anywhere." in said


async def test_values_that_no_form_can_hold_change_nothing(stage: Stage) -> None:
    life = stage.life
    await life.press(life.nurse, ask.ANSWER)
    before = stage.kept()
    actions = ("ask.answer", "steward.answer", "steward.start", "steward.ask_new")
    for who, ref, action, value in product((life.nurse, life.steward), stage.refs, actions, HOSTILE):
        values = dict.fromkeys(FIELDS, value) | {"unheard of": value}
        said = await stage.answer(Submitted(f"event {next(NUMBERS)}", who.account, action, ref, values))
        assert "Something went wrong" not in said
    assert stage.kept() == before


@pytest.mark.long
async def test_the_same_event_twice_changes_nothing_the_second_time(tmp_path: Path) -> None:
    kinds: set[type] = set()

    async def again(event: Event, _reply: object) -> None:
        kinds.add(type(event))
        before = dump(office.works.database)
        await office.works.bot.answer(event)
        assert dump(office.works.database) == before

    office = await Office.open(Witness(again), await fresh_sqlite(tmp_path), tmp_path)
    life = await lives.begin(office, tmp_path)
    await lives.look_around(life)
    await lives.start(life)
    await office.until(lives.OPENS)
    await life.answer(life.nurse, 6)
    await life.nurse.visits_home()
    await life.press(life.nurse, ask.TAKE_BACK)
    await life.nurse.sends()
    await office.until(lives.CLOSES)
    await answered_back(life)
    await _arrivals_and_times(life, again)
    await office.close()
    assert {kind.__name__ for kind in kinds} == {kind.__name__ for kind in get_args(Event)}


async def _arrivals_and_times(life: Life, again: Callable[[Event, object], Awaitable[None]]) -> None:
    bot, nurse = life.office.works.bot, life.nurse.account
    rows = dump(life.office.works.database)["moment"]
    profile = Profile("Amara Okafor-Bell", "fr", "Europe/Paris")
    events: list[Event] = [
        *(Due(name, row[1]) for name in DUE.values() for row in rows),
        Arrived("changed", nurse, "changed", profile),
        Arrived("left", nurse, "left", profile),
        Arrived("joined", nurse, "joined", profile),
        Uninstalled("gone", "bare", "t1"),
    ]
    for event in events:
        await again(event, await bot.answer(event))


async def test_every_time_that_falls_due_has_an_answer() -> None:
    answered = {name for each in ALL for name in each.dues}
    assert {*DUE.values(), *HAPPENS.values(), *appointments.NAMES} == answered


async def answered_back(life: Life) -> None:
    await life.press(life.steward, steward.ANSWER_BACK)
    await life.fill(life.steward, {steward.WILL_DO: lives.WILL_DO, steward.BY_DAY: lives.BY})
    await life.steward.sends()


def _event(kind: type, account: Account, action: str, ref: str) -> Event:
    id_ = f"event {next(NUMBERS)}"
    if kind is Submitted:
        return Submitted(id_, account, action, ref, VALUES)
    return Pressed(id_, account, action, ref) if kind is Pressed else Opened(id_, account, action, ref)
