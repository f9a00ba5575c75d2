"""No platform at all: values in, values out. The quickest way to play a scenario, and the measure for the others."""

from collections import defaultdict
from dataclasses import dataclass, field, replace
from itertools import count

from bot.events import (
    Account,
    Arrived,
    Close,
    Opened,
    Place,
    Pressed,
    Profile,
    Replace,
    Reply,
    Said,
    Say,
    Show,
    Submitted,
    Visited,
    Welcome,
)
from bot.limits import faults
from bot.ports import Answers, Letter, Missing, Refused, Sender, Sent, Throttled
from bot.ui import Button, Card, Choice, Form, Home, Link, Open, Option, Press, Scale, Several, buttons, plain
from tests.drivers import Screen


@dataclass(slots=True)
class _Seen:
    """What lies in front of one person."""

    messages: dict[Place, list[Card]] = field(default_factory=lambda: defaultdict(list))
    home: Home | None = None
    form: Form | None = None


class BareDriver:
    """Implements `tests.drivers.Driver` without a platform."""

    platform = "bare"
    tenant = "t1"

    def __init__(self) -> None:
        self._seen: dict[str, _Seen] = defaultdict(_Seen)
        self._numbers = count(1)
        self._bot: Answers | None = None
        self._sent: dict[str, str] = {}
        self.refuses = False
        self.channel_lost = False
        self.post_refused = False

    async def start(self, bot: Answers) -> Sender:
        self._bot = bot
        return BareSender(self)

    async def stop(self) -> None:
        return None

    async def join(self, name: str, *, language: str = "en", zone: str = "Europe/London") -> Account:
        account = Account(self.platform, self.tenant, f"u{next(self._numbers)}")
        self._seen[account.id] = _Seen()
        await self._answers.answer(Arrived(self._id(), account, "joined", Profile(name, language, zone)))
        return account

    async def say(self, who: Account, text: str, place: Place = "direct") -> None:
        here = Account(self.platform, self.tenant, "c1", "c1") if place == "channel" else None
        self._show(who, await self._answers.answer(Said(self._id(), who, text, place, here)), place)

    async def command(self, who: Account, name: str) -> None:
        action = {"hearback": "home.menu", "speakup": "speak_up.open"}[name]
        self._show(who, await self._answers.answer(Opened(self._id(), who, action)))

    async def visit(self, who: Account) -> Screen:
        self._show(who, await self._answers.answer(Visited(self._id(), who)))
        home = self._seen[who.id].home
        assert home is not None
        return _screen(home)

    async def press(self, who: Account, label: str, *, on: str = "") -> None:
        button = self._find(who, label, on)
        match button:
            case Press(action=action, ref=ref, choice=choice):
                self._show(who, await self._answers.answer(Pressed(self._id(), who, action, ref, choice)))
            case Open(action=action, ref=ref, choice=choice):
                self._show(who, await self._answers.answer(Opened(self._id(), who, action, ref, choice)))
            case Link():
                raise AssertionError("links lead out of Hearback")

    async def fill(self, who: Account, label: str, value: str) -> None:
        form = self._form(who)
        [wanted] = [each for each in form.fields if each.label == label]
        match wanted:
            case Choice(options=options):
                value = next(option.value for option in options if option.label == value)
            case Several(options=options):
                wanted_ = value.split("; ")
                assert set(wanted_) <= {option.label for option in options}, "no such option"
                value = ",".join(option.value for option in options if option.label in wanted_)
            case Scale(lowest=lowest, options=labels, instead=instead):
                if instead and value == instead.label:
                    value = instead.value
                else:
                    value = str(lowest + next(n for n, each in enumerate(labels) if each == value))
            case _:
                pass
        self._seen[who.id].form = replace(form, values={**form.values, wanted.name: value})

    async def send(self, who: Account) -> None:
        form = self._form(who)
        reply = await self._answers.answer(Submitted(self._id(), who, form.action, form.ref, dict(form.values)))
        self._seen[who.id].form = None
        self._show(who, reply)

    async def forge(self, who: Account, action: str, ref: str, values: dict[str, str]) -> None:
        """Sends a form that was never opened."""
        self._seen[who.id].form = None
        self._show(who, await self._answers.answer(Submitted(self._id(), who, action, ref, values)))

    async def dismiss(self, who: Account) -> None:
        self._seen[who.id].form = None

    def dialog(self, who: Account) -> Screen | None:
        form = self._seen[who.id].form
        return _screen(form) if form else None

    def messages(self, who: Account, place: Place = "direct") -> list[Screen]:
        return [_screen(card) for card in self._seen[who.id].messages[place]]

    def cards(self, who: Account) -> list[Card]:
        """The bot's direct messages to this person as values."""
        return list(self._seen[who.id].messages["direct"])

    async def send_letter(self, letter: Letter) -> Sent:
        assert not faults(letter.card), faults(letter.card)
        assert letter.key not in self._sent, "sent twice"
        self._sent[letter.key] = letter.account.id
        if letter.aloud:
            self._everybody_reads(letter.card)
            return Sent(letter.key)
        self._seen[letter.account.id].messages["direct"].append(letter.card)
        return Sent(letter.key)

    @property
    def _answers(self) -> Answers:
        assert self._bot is not None
        return self._bot

    def _id(self) -> str:
        return f"bare-{next(self._numbers)}"

    def _form(self, who: Account) -> Form:
        form = self._seen[who.id].form
        assert form is not None, "no form is open"
        return form

    def _everybody_reads(self, card: Card) -> None:
        for seen in self._seen.values():
            seen.messages["channel"].append(card)

    def _find(self, who: Account, label: str, on: str) -> Button:
        seen = self._seen[who.id]
        said = [card for cards in reversed(seen.messages.values()) for card in cards] if on else seen.messages["direct"]
        shown: list[Card | Home | Form] = [*reversed(said)]
        if on:
            shown = [each for each in shown if on in plain(each)]
        elif seen.home is not None:
            shown.insert(0, seen.home)
        if seen.form is not None:
            shown.insert(0, seen.form)
        found = [button for each in shown for button in buttons(each) if button.label == label]
        assert found, f"no button {label!r}"
        return found[0]

    def _show(self, who: Account, reply: Reply, place: Place = "direct") -> None:
        seen = self._seen[who.id]
        match reply:
            case Say(card):
                assert not faults(card), faults(card)
                if place == "channel":
                    self._everybody_reads(card)
                else:
                    seen.messages[place].append(card)
            case Replace(card):
                seen.messages["direct"][-1] = card
            case Show(form):
                assert not faults(form), faults(form)
                seen.form = form
            case Welcome(home):
                assert not faults(home), faults(home)
                seen.home = home
            case Close() | None:
                pass


class BareSender:
    """Implements `bot.ports.Sender` for the bare driver."""

    def __init__(self, driver: BareDriver) -> None:
        self._driver = driver

    async def send(self, letter: Letter) -> Sent | Throttled | Refused:
        if letter.aloud and self._driver.channel_lost:
            return Refused("lost", gone=True)
        if letter.aloud and self._driver.post_refused:
            return Refused("too_long")
        return Throttled(5.0) if self._driver.refuses else await self._driver.send_letter(letter)

    async def find(self, letter: Letter) -> Missing:
        return Missing()


def _screen(shown: Card | Home | Form) -> Screen:
    labels = tuple(button.label for button in buttons(shown))
    if not isinstance(shown, Form):
        return Screen(plain(shown), buttons=labels)
    fields = {each.label: _options(each) for each in shown.fields}
    values = {each.label: shown.values.get(each.name, "") for each in shown.fields}
    hints = [
        option.hint for each in shown.fields for option in getattr(each, "options", ()) if isinstance(option, Option)
    ]
    return Screen("\n".join((plain(shown), *hints)), shown.title, labels, fields, values, tuple(shown.errors.values()))


def _options(each: object) -> tuple[str, ...]:
    match each:
        case Choice(options=options) | Several(options=options):
            return tuple(option.label for option in options)
        case Scale(options=labels, instead=instead):
            return (*labels, instead.label) if instead else labels
        case _:
            return ()
