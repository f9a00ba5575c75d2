"""Reads the walkthrough of a README, a few lines in plain English, and plays it line by line in an office."""

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from tests.conversations.commenting import commented, quietly_answered
from tests.conversations.mentoring import joins
from tests.guardians import appoint
from tests.harness import Colleague, Office
from tests.posts import guards
from tests.receipts import receipt_in
from tests.together import runs

FENCED = re.compile(r"^```walkthrough\n(.*?)^```$", re.MULTILINE | re.DOTALL)
WHEN = "%A %d %B %H:%M %Y"


class Unreadable(Exception):
    """A line that is no step; its text says which."""


@dataclass(slots=True)
class Play:
    """The office, who works in it by first name, and the Home that each has open in front of them."""

    office: Office
    people: dict[str, Colleague] = field(default_factory=dict)
    colleagues: list[Colleague] = field(default_factory=list)
    homes: dict[str, str] = field(default_factory=dict)
    kept: dict[str, str] = field(default_factory=dict)

    def in_front_of(self, name: str) -> str:
        """What this person reads now: the open form, else Home, else the newest message. Spaces as in a line."""
        who = self.people[name]
        if who.has_dialog:
            text = "\n".join((who.dialog.text, *who.dialog.errors))
        else:
            text = self.homes.get(name) or (who.newest.text if who.messages() else "")
        return " ".join(text.split())


def steps(readme: Path) -> list[str]:
    """The lines of its walkthrough, without their dashes."""
    [block] = FENCED.findall(readme.read_text(encoding="utf-8"))
    return [line.removeprefix("- ") for line in block.splitlines()]


async def play(line: str, on: Play) -> None:
    """Plays one step; raises Unreadable for a line that is none, and AssertionError where it is not as it says."""
    for pattern, act in STEPS:
        if found := re.fullmatch(pattern, line):
            await act(on, *found.groups())
            return
    raise Unreadable(line)


async def _works(on: Play, name: str, role: str | None) -> None:
    on.people[name.split(maxsplit=1)[0]] = who = await on.office.hire(name)
    if role == "guardian":
        guards(on.office, who)
    elif role:
        await on.office.grant(who, role)


async def _colleagues(on: Play, number: str) -> None:
    on.colleagues = await on.office.hire_many(int(number))


async def _pulse(on: Play, name: str) -> None:
    await on.office.start_pulse(on.people[name])


async def _practice(on: Play, title: str, name: str) -> None:
    known = on.office.works.house.practices.values()
    await runs(on.office, next(each.name for each in known if each.title["en"] == title), on.people[name])


async def _guardians(on: Play) -> None:
    await appoint(on.office.works)


async def _it_is(on: Play, when: str) -> None:
    at = datetime.strptime(f"{when} {on.office.clock.at.year}", WHEN)  # noqa: DTZ007 - a wall clock has no zone
    assert at.strftime("%A") == when.split(maxsplit=1)[0], f"{at:%d %B} is a {at:%A}"
    on.homes.clear()
    await on.office.until(at.isoformat())


async def _presses(on: Play, name: str, label: str) -> None:
    await on.people[name].presses(label)
    on.homes.pop(name, None)


async def _presses_until(on: Play, name: str, label: str, text: str) -> None:
    """Comments come in an order of chance."""
    for _ in range(20):
        if text in on.in_front_of(name):
            return
        await _presses(on, name, label)
    raise AssertionError(text)


async def _comment(on: Play, number: str, text: str) -> None:
    await commented(on.office, [text] * int(number))


async def _fills(on: Play, name: str, label: str, value: str) -> None:
    await on.people[name].fills({label: value})


async def _sends(on: Play, name: str) -> None:
    await on.people[name].sends()


async def _closes(on: Play, name: str) -> None:
    await on.people[name].dismisses()


async def _says(on: Play, name: str, text: str) -> None:
    await on.people[name].says(text)
    on.homes.pop(name, None)


async def _says_aloud(on: Play, name: str, text: str) -> None:
    await on.people[name].says(text, "channel")


async def _presses_aloud(on: Play, name: str, label: str) -> None:
    """On the newest message in the channel that has such a button."""
    who = on.people[name]
    found = [each.text for each in who.messages("channel") if label in each.buttons]
    await who.presses(label, on=found[-1])
    on.homes.pop(name, None)


async def _reads_aloud(on: Play, name: str, text: str) -> None:
    assert text in " ".join(on.people[name].messages("channel")[-1].text.split())


async def _visits(on: Play, name: str) -> None:
    on.homes[name] = await on.people[name].visits_home()


async def _answer(on: Play, score: str) -> None:
    for each in on.colleagues:
        await each.answers(int(score))


async def _reads(on: Play, name: str, text: str) -> None:
    assert text in on.in_front_of(name)


async def _does_not_read(on: Play, name: str, text: str) -> None:
    assert text not in on.in_front_of(name)


async def _quietly(on: Play, number: str) -> None:
    await quietly_answered(on.office, int(number))


async def _keeps(on: Play, name: str) -> None:
    on.kept[name] = receipt_in(on.people[name].dialog.text)


async def _types(on: Play, name: str) -> None:
    await on.people[name].fills({"Your eight words": on.kept[name]})


async def _join(on: Play, mentors: str, mentees: str) -> None:
    for number, each in enumerate(await on.office.hire_many(int(mentors) + int(mentees))):
        await joins(each, "A mentor" if number < int(mentors) else "A mentee")
        await each.dismisses()


async def _whoever_is_asked(on: Play) -> None:
    for each in on.office.people:
        if "There could be a" in await each.visits_home():
            await each.presses("Yes, please")


STEPS: tuple[tuple[str, Callable[..., Awaitable[None]]], ...] = (
    (r"(\w+ \w+) works here(?: as an? (\w+))?", _works),
    (r"(\d+) colleagues work here", _colleagues),
    (r"the pulse runs, and (\w+) answers back", _pulse),
    (r'"(.+)" runs, and (\w+) answers back', _practice),
    (r"three guardians can be written to", _guardians),
    (r"it is (\w+ \d+ \w+ \d\d:\d\d)", _it_is),
    (r'(\w+) presses "(.+)"', _presses),
    (r'(\w+) fills "(.+)" with "(.+)"', _fills),
    (r"(\w+) sends", _sends),
    (r"(\w+) closes the form", _closes),
    (r'(\w+) says "(.+)"', _says),
    (r'(\w+) says "(.+)" in the channel', _says_aloud),
    (r'(\w+) presses "(.+)" in the channel', _presses_aloud),
    (r'(\w+) reads "(.+)" in the channel', _reads_aloud),
    (r"(\w+) visits Home", _visits),
    (r'every colleague answers "(\d+)"', _answer),
    (r'(\w+) presses "(.+)" until "(.+)" is there', _presses_until),
    (r'(\d+) others comment "(.+)"', _comment),
    (r"(\d+) others answer, three of them with a comment", _quietly),
    (r"(\d+) others join as mentors, and (\d+) as mentees", _join),
    (r"whoever else is asked says yes", _whoever_is_asked),
    (r"(\w+) writes down the eight words", _keeps),
    (r"(\w+) types in the eight words", _types),
    (r'(\w+) reads "(.+)"', _reads),
    (r'(\w+) does not read "(.+)"', _does_not_read),
)
