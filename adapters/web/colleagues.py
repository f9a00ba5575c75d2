"""The made-up colleagues who answer by themselves in the demonstration, by the same turns as everybody else."""

import json
from collections.abc import Sequence
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path
from random import Random

from adapters.web import taking_part
from adapters.web.kept import from_json
from adapters.web.rooms import account_of, direct
from bot.events import Opened, Show, Submitted
from bot.ports import Answers, Clock, Demo, Kept, Mailbox, Seat
from bot.question import SKIPPED
from bot.ui import Card, Choice, Day, Field, Form, Open, Scale, Several, Write, buttons

ANSWERING = 45
NEWEST = 3
REMEMBERED = timedelta(days=14)
COMMENTS = Path(__file__).parent / "comments.json"


class Colleagues:
    """About 45 of the seeded people. They read what lies in their mailbox and answer it, once a message.

    What they answer depends on the seed, the person and the time alone: the same demonstration tells the same story.
    """

    def __init__(self, bot: Answers, mailbox: Mailbox, demo: Demo, clock: Clock, *, seed: str = "hearback") -> None:
        self._bot, self._mailbox, self._demo, self._clock = bot, mailbox, demo, clock
        self._seed = seed
        self._comments: tuple[str, ...] = tuple(json.loads(COMMENTS.read_text("utf-8")))
        self._waiting: set[str] | None = None
        self._done: set[str] = set()

    def noticed(self, account: str) -> None:
        """Something new lies in this person's mailbox."""
        if self._waiting is not None:
            self._waiting.add(account)

    async def act(self) -> int:
        """Everybody who has something new answers it; returns how many answers were sent.

        After a start nobody knows who had answered, so everybody looks: the same answer again changes nothing.
        """
        waiting, self._waiting = self._waiting, set()
        seats = enumerate(answering(await self._demo.seats(), self._seed))
        return sum([await self._look(seat, n) for n, seat in seats if waiting is None or seat.account in waiting])

    async def _look(self, seat: Seat, place: int) -> int:
        kept = (await self._mailbox.read(direct(seat.account).address))[-NEWEST:]
        since = self._clock.now() - REMEMBERED
        fresh = [message for message in kept if message.id not in self._done and message.at >= since]
        self._done.update(message.id for message in fresh)
        for message in fresh:
            await self._take_part(seat, message, place)
        return sum([await self._answer(seat, message, place) for message in fresh])

    async def _take_part(self, seat: Seat, message: Kept, place: int) -> None:
        """Says or chooses something in what people do together."""
        for opener in taking_part.ways_in(message):
            account, name = account_of(seat), f"together:{seat.account}:{opener.ref}"
            reply = await self._bot.answer(Opened(f"{name}:open", account, opener.action, opener.ref))
            if isinstance(reply, Show) and (values := taking_part.filled(reply.form, place)):
                form = reply.form
                await self._bot.answer(Submitted(f"{name}:send", account, form.action, form.ref, values))

    async def _answer(self, seat: Seat, message: Kept, place: int) -> bool:
        opener = first_open(message)
        if opener is None:
            return False
        account, name = account_of(seat), f"colleague:{seat.account}:{message.id}"
        reply = await self._bot.answer(Opened(f"{name}:open", account, opener.action, opener.ref, opener.choice))
        if not isinstance(reply, Show) or not asks(reply.form):
            return False
        values = self.filled(reply.form, seat, message.at, place)
        form = reply.form
        await self._bot.answer(Submitted(f"{name}:send", account, form.action, form.ref, values))
        return True

    def filled(self, form: Form, seat: Seat, at: datetime, place: int) -> dict[str, str]:
        """What this person, the `place`th of those who answer, writes into a form that came at that time."""
        chance = Random(f"{self._seed}|{seat.account}|{at.isoformat()}")  # noqa: S311  a story is told here, not a secret
        mood = Random(f"{self._seed}|{seat.account}").gauss(0.6, 0.18)  # noqa: S311
        comment = self._comment(at.toordinal(), place)
        values = {field.name: self._value(field, chance, mood, comment) for field in form.fields}
        return {name: value for name, value in values.items() if value}

    def _value(self, field: Field, chance: Random, mood: float, comment: str) -> str:
        match field:
            case Scale(lowest=lowest, highest=highest):
                return str(round(lowest + (highest - lowest) * _within(chance.gauss(mood, 0.12))))
            case Choice(options=options):
                said = [option.value for option in options if option.value != SKIPPED]
                return said[round((len(said) - 1) * _within(chance.gauss(mood, 0.18)))] if said else ""
            case Several(options=options):
                return ",".join(option.value for option in options[1:] if chance.random() < mood / 2)
            case Write(required=required, longest=longest):
                return (comment or self._comments[0])[:longest] if comment or required else ""
            case Day():
                return (self._clock.now() + timedelta(days=14)).date().isoformat()

    def _comment(self, day: int, place: int) -> str:
        """Every third person comments, and nobody says what somebody else said that day."""
        return "" if (place + day) % 3 else self._comments[(place // 3 + 7 * day) % len(self._comments)]


def answering(seats: Sequence[Seat], seed: str) -> list[Seat]:
    """The people who answer by themselves: never one of those whom a visitor is invited to be."""
    ranked = sorted((seat for seat in seats if not seat.featured), key=lambda seat: _rank(seed, seat.account))
    return ranked[:ANSWERING]


def first_open(message: Kept) -> Open | None:
    """The first button on a kept message that opens a form."""
    try:
        card: Card = from_json(message.body)
    except ValueError:
        return None
    return next((button for button in buttons(card) if isinstance(button, Open)), None)


def asks(form: Form) -> bool:
    """Whether this is a question to staff: there is something to choose. A steward who answers back names a day."""
    days = any(isinstance(field, Day) for field in form.fields)
    return bool(form.action) and not days and any(isinstance(field, Scale | Choice) for field in form.fields)


def _within(share: float) -> float:
    return min(1.0, max(0.0, share))


def _rank(seed: str, account: str) -> str:
    return sha256(f"{seed}|{account}".encode()).hexdigest()
