"""A made-up organisation: a tree of divisions, services and teams, and people with the attributes that surveys ask for."""

from collections.abc import Iterator, Sequence
from itertools import accumulate
from math import exp, sqrt

from bot.values import dataclass, replace
from storage.sampling import Listed
from storage.simulate import places
from storage.simulate.chance import bell, chance, pick

ATTRIBUTES = ("staff group", "band", "time here", "site")
SMALL, LARGE = 60, 2000
"""Below the first it is a charity with teams; above the second there is a level of services between division and team."""

TEAM, SMALL_TEAM, SERVICE = 12, 7, 9  # people in a usual team, and teams in a service


@dataclass(frozen=True, slots=True)
class Unit:
    """A part of the organisation; `parent` is the key of another, empty for the whole."""

    key: str
    name: str
    parent: str


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody made up. `unit` is the key of where they work; `values` has one value an attribute."""

    number: int
    name: str
    unit: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Organisation:
    """All of it. Each unit stands after its parent, the whole comes first; people are numbered from 1."""

    name: str
    attributes: tuple[str, ...]
    units: tuple[Unit, ...]
    people: tuple[Person, ...]

    def divisions(self) -> dict[str, str]:
        """For each unit's key, the key of the part right under the whole that it belongs to; the whole is its own."""
        root = self.units[0].key
        found: dict[str, str] = {}
        for unit in self.units:
            found[unit.key] = unit.key if unit.parent in ("", root) else found[unit.parent]
        return found

    def listed(self, attribute: str) -> Iterator[Listed]:
        """Everybody with division, team and value, as sampling wants them."""
        at, divisions = self.attributes.index(attribute), self.divisions()
        for person in self.people:
            yield Listed(person.number, (divisions[person.unit], person.unit, person.values[at]))


def organisation(people: int, seed: int) -> Organisation:
    """One of so many people. Raises ValueError if it is to have none."""
    if people < 1:
        raise ValueError("an organisation has at least one person")
    units = tuple(_units(people, seed))
    names = places.CHARITIES if people < SMALL else places.HOSPITALS
    where = _seats(units, people, seed)
    found = Organisation(pick(next(chance(seed, "name")), names), ATTRIBUTES, units, ())
    groups = _groups(found, charity=people < SMALL)
    everybody = (_person(number, unit, groups[unit], seed) for number, unit in enumerate(where, 1))
    return replace(found, people=tuple(everybody))


def _groups(found: Organisation, *, charity: bool) -> dict[str, tuple[str, ...]]:
    """The staff groups that are found in each unit."""
    if charity:
        return {unit.key: places.CHARITY_GROUPS for unit in found.units}
    offices = {unit.key for unit in found.units if unit.name in places.OFFICES}
    divisions = found.divisions().items()
    return {unit: places.OFFICE_GROUPS if division in offices else places.GROUPS for unit, division in divisions}


def _units(people: int, seed: int) -> Iterator[Unit]:
    yield Unit("all", "Everybody", "")
    if people < SMALL:
        count = min(max(people - 1, 0), max(1, round(people / SMALL_TEAM)), len(places.CHARITY_TEAMS))
        for number, name in enumerate(places.CHARITY_TEAMS[:count], 1):
            yield Unit(f"t{number}", name, "all")
        return
    divisions = min(len(places.DIVISIONS), 2 + round(sqrt(people) / 14))
    weights = sorted(_weights(divisions, 0.5, (seed, "divisions")), reverse=True)
    teams = _shares(people // TEAM, weights)
    for number, (name, count) in enumerate(zip(places.DIVISIONS, teams, strict=False), 1):
        yield Unit(f"d{number}", name, "all")
        yield from _inside(f"d{number}", name, max(count, 1), services=people > LARGE)


def _inside(division: str, name: str, teams: int, *, services: bool) -> Iterator[Unit]:
    parents = [division]
    if services:
        parents = [f"{division}s{number}" for number in range(1, max(2, round(teams / SERVICE)) + 1)]
        for number, key in enumerate(parents):
            yield Unit(key, _numbered(places.SERVICES, number, f"{name} "), division)
    for number in range(teams):
        yield Unit(
            f"{division}t{number + 1}", _numbered(places.WARDS, number, f"{name}: "), parents[number % len(parents)]
        )


def _numbered(words: Sequence[str], number: int, before: str) -> str:
    again = number // len(words)
    return f"{before}{words[number % len(words)]}{f' {again + 1}' if again else ''}"


def _seats(units: tuple[Unit, ...], people: int, seed: int) -> Iterator[str]:
    """The unit of each person: a few lead each part that has others below it, the rest are in teams of uneven size."""
    above = {unit.parent for unit in units}
    leads = [unit.key for unit in units if unit.key in above for _ in range(1 if unit.parent else 1 + people // LARGE)]
    teams = [unit.key for unit in units if unit.key not in above]
    leads = leads[: max(0, people - len(teams))] if teams[0] != "all" else []
    left = people - len(leads) - len(teams)
    for team, more in zip(teams, _shares(left, _weights(len(teams), 0.7, (seed, "teams"))), strict=True):
        yield from [team] * (more + 1)
    yield from leads


def _weights(count: int, spread: float, place: tuple[object, ...]) -> list[float]:
    drawn = chance(*place)
    return [exp(spread * bell(next(drawn))) for _ in range(count)]


def _shares(whole: int, weights: Sequence[float]) -> list[int]:
    """The whole, cut by weight into whole numbers that add up to it."""
    total = sum(weights)
    cuts = [round(whole * reached / total) for reached in accumulate(weights)]
    return [cut - before for before, cut in zip([0, *cuts], cuts, strict=False)]


def _person(number: int, unit: str, groups: tuple[str, ...], seed: int) -> Person:
    drawn = chance(seed, "person", number)
    name = f"{pick(next(drawn), places.FIRST)} {pick(next(drawn), places.LAST)}"
    # Chance to a power: the first of a list is usual and the last is rare, as in life.
    group = pick(next(drawn) ** 2, groups)
    band, years = pick(next(drawn) ** 1.3, places.BANDS), pick(next(drawn), places.YEARS)
    site = pick(next(chance(seed, "site", unit)) ** 2, places.SITES)
    return Person(number, name, unit, (group, band, years, site))
