"""The made-up colleagues answer questions to staff, each once, and tell the same story each time."""

from datetime import timedelta

from adapters.web.colleagues import ANSWERING, Colleagues, answering
from adapters.web.kept import to_json
from adapters.web.rooms import direct
from bot.events import Opened, Submitted
from bot.ports import Seat
from bot.ui import Buttons, Card, Open, Text
from tests.adapters.web.toy import EVERY_FIELD, PROMPT, ToyBot
from tests.drivers.web_edge import DictMailbox, HandClock, HandDemo

STEWARDS = Card("Your turn to answer back.", (Text("Your turn."), Buttons((Open("Answer back", "steward.answer"),))))


class Office:
    """Sixty people, six of whom a visitor may be."""

    def __init__(self, seed: str = "hearback") -> None:
        self.bot, self.mailbox, self.clock = ToyBot(), DictMailbox(), HandClock()
        self.demo = HandDemo(self.clock)
        for n in range(60):
            self.demo.add(Seat(f"p{n}", f"Person {n}", "Nurse", f"Ward {n % 6}", featured=n < 6))
        self.colleagues = Colleagues(self.bot, self.mailbox, self.demo, self.clock, seed=seed)

    async def deliver(self, card: Card) -> None:
        for seat in await self.demo.seats():
            await self.mailbox.keep(direct(seat.account).address, self.clock.now(), to_json(card))
            self.colleagues.noticed(seat.account)


async def test_forty_five_of_sixty_answer_and_never_those_a_visitor_may_be() -> None:
    office = Office()
    await office.deliver(PROMPT)
    assert await office.colleagues.act() == ANSWERING
    assert len(office.bot.answers) == 45
    assert not {f"p{n}" for n in range(6)} & set(office.bot.answers)


async def test_each_message_is_answered_once() -> None:
    office = Office()
    await office.deliver(PROMPT)
    await office.colleagues.act()
    assert await office.colleagues.act() == 0
    await office.deliver(PROMPT)
    assert await office.colleagues.act() == ANSWERING


async def test_the_same_seed_tells_the_same_story_and_another_seed_another() -> None:
    stories = []
    for seed in ("one", "one", "two"):
        office = Office(seed)
        await office.deliver(PROMPT)
        await office.colleagues.act()
        stories.append(office.bot.answers)
    assert stories[0] == stories[1]
    assert stories[0] != stories[2]


async def test_scores_differ_and_about_a_third_write_a_comment() -> None:
    office = Office()
    await office.deliver(PROMPT)
    await office.colleagues.act()
    scores = {values["score"] for values in office.bot.answers.values()}
    comments = [values for values in office.bot.answers.values() if "comment" in values]
    assert len(scores) >= 5
    assert scores <= {str(n) for n in range(11)}
    assert 8 <= len(comments) <= 25


async def test_a_form_without_a_scale_is_left_alone() -> None:
    office = Office()
    await office.deliver(STEWARDS)
    assert await office.colleagues.act() == 0
    assert any(isinstance(event, Opened) for event in office.bot.seen)
    assert not any(isinstance(event, Submitted) for event in office.bot.seen)


async def test_old_messages_and_messages_without_a_form_are_left_alone() -> None:
    office = Office()
    await office.deliver(PROMPT)
    await office.deliver(Card("News", (Text("News"),)))
    office.clock.instant += timedelta(days=15)
    await office.deliver(Card("News", (Text("News"),)))
    assert await office.colleagues.act() == 0
    assert office.bot.seen == []


async def test_after_a_restart_the_same_answers_are_given_again() -> None:
    office = Office()
    await office.deliver(PROMPT)
    await office.colleagues.act()
    before, office.bot.ids = dict(office.bot.answers), set()
    again = Colleagues(office.bot, office.mailbox, office.demo, office.clock)
    assert await again.act() == ANSWERING
    assert office.bot.answers == before


def test_every_kind_of_field_is_filled() -> None:
    office = Office()

    seat = Seat("p9", "Person 9", "Nurse", "Ward 3", featured=False)
    values = office.colleagues.filled(EVERY_FIELD, seat, office.clock.now(), 0)
    assert set(values) == {"which", "many", "line", "day"}
    assert values["day"] == "2026-11-17"
    assert len(values["line"]) <= 80


def test_with_fewer_people_all_but_the_featured_answer() -> None:
    seats = [Seat(f"p{n}", "P", "Nurse", "Ward", featured=n == 0) for n in range(10)]
    assert {seat.account for seat in answering(seats, "x")} == {f"p{n}" for n in range(1, 10)}
