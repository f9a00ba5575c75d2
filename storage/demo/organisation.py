"""The made-up organisation, read from its file: teams, people, and what its steward answered in earlier rounds."""

import json
from pathlib import Path
from typing import Any

from bot.values import dataclass, field

PLATFORM = "web"
TENANT = "demo"
_FILE = Path(__file__).with_name("organisation.json")


@dataclass(frozen=True, slots=True)
class Team:
    """A part of the organisation; `parent` is another's key."""

    key: str
    name: str
    parent: str


@dataclass(frozen=True, slots=True)
class Member:
    """One made-up person. `featured` ones are offered first and never act by themselves."""

    account: str
    name: str
    job: str
    team: str
    role: str = ""
    featured: bool = False
    answers: bool = False


@dataclass(frozen=True, slots=True)
class Happened:
    """News of a promise, so many days `after` it was made; `due` counts from then too, `next` from the news. 0: as usual."""

    after: int
    state: str
    text: str
    next: int = 0
    due: int = 0


@dataclass(frozen=True, slots=True)
class Answered:
    """What was answered back in an earlier round; due so many days after the answer. `objective` is its place in the list."""

    will_do: str
    will_not: str
    days: int
    role: str = ""
    objective: int = -1
    news: tuple[Happened, ...] = ()


@dataclass(frozen=True, slots=True)
class Network:
    """A network with the accounts of who is in it; `seen` let the lead read their names. Empty: nobody has that part."""

    name: str
    purpose: str
    hidden: bool
    lead: str
    co_lead: str
    sponsor: str
    members: tuple[str, ...]
    allies: tuple[str, ...]
    seen: tuple[str, ...]
    hand_over: str


@dataclass(frozen=True, slots=True)
class Organisation:
    """All of it. `earlier` was answered before most of the people with a seat came."""

    teams: tuple[Team, ...]
    people: tuple[Member, ...]
    answers: tuple[Answered, ...] = field(default=())
    earlier: tuple[Answered, ...] = field(default=())
    networks: tuple[Network, ...] = field(default=())

    @property
    def answerer(self) -> Member:
        return next(person for person in self.people if person.answers)


def read() -> Organisation:
    found = json.loads(_FILE.read_text(encoding="utf-8"))
    return Organisation(
        tuple(Team(**each) for each in found["teams"]),
        tuple(Member(**each) for each in found["people"]),
        tuple(map(_answered, found["answers"])),
        tuple(map(_answered, found["earlier"])),
        tuple(_network(**each) for each in found["networks"]),
    )


def _answered(written: dict[str, Any]) -> Answered:
    return Answered(**{**written, "news": tuple(Happened(**each) for each in written.get("news", ()))})


def _network(members: list[str], allies: list[str], seen: list[str], **told: Any) -> Network:
    return Network(members=tuple(members), allies=tuple(allies), seen=tuple(seen), **told)
