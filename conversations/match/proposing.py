"""Finds pairs for whoever waits in a cohort: opens what they said, for the matching and for nothing else."""

import asyncio
from collections.abc import Mapping

from bot.values import dataclass
from conversations.match import store
from conversations.match.rules import MOST_ASIDE
from conversations.match.values import Cohort, Pair
from storage.matching import hopes, kin, mentors
from storage.matching.hopes import Said
from storage.matching.kin import NOWHERE, Place
from storage.matching.mentors import FEWEST, Hopes
from storage.work import Work

Found = tuple[int, int, list[list[str]]]
"""Mentor, mentee, and two reasons: what kind it is, and what it is."""


@dataclass(frozen=True, slots=True)
class Pool:
    """Who waits: mentors with how many they have room for, and mentees."""

    mentors: Mapping[int, int]
    mentees: frozenset[int]


async def everybody(work: Work, cohort: Cohort) -> dict[int, Said]:
    """What everybody said who joined. Raises KeyGone."""
    sealed = await store.joined(work, cohort)
    return {person: hopes.unseal(work.secrets, cohort.ref, said) for person, said in sealed.items()}


def waiting(every: Mapping[int, Said], pairs: list[Pair]) -> Pool:
    """Who has no pair and is not being asked."""
    busy = [each for each in pairs if each.state in store.OPEN]
    rooms = {
        person: said.seats - sum(each.mentor == person for each in busy)
        for person, said in every.items()
        if said.side == "mentor"
    }
    taken = {each.mentee for each in busy}
    free = {person for person, said in every.items() if said.side == "mentee"} - taken
    return Pool({person: room for person, room in rooms.items() if room > 0}, frozenset(free))


async def propose_anew(work: Work, cohort: Cohort) -> list[Found]:
    """Proposes for whoever waits, in the place of what was proposed and not sent; nothing where too few wait."""
    every = await everybody(work, cohort)
    pairs = await store.pairs(work, cohort.id)
    pool = waiting(every, pairs)
    if len(pool.mentors) < FEWEST or len(pool.mentees) < FEWEST:
        return []
    places = await kin.places(work.connection, every.keys())
    before = {(each.mentee, each.mentor) for each in pairs if each.state != "proposed"}
    seed = hopes.lot_seed(work.secrets, cohort.ref)
    return await asyncio.to_thread(_found, every, pool, places, before=before, seed=seed)


def put_aside(pairs: list[Pair], chosen: list[Pair]) -> str:
    """The name of somebody for whom too many would be put aside; empty where that can be done."""
    aside = [each for each in pairs if each.state == "aside"] + chosen
    for each in chosen:
        for number, name in ((each.mentor, each.mentor_name), (each.mentee, each.mentee_name)):
            if sum(number in (pair.mentor, pair.mentee) for pair in aside) > MOST_ASIDE:
                return name
    return ""


def _found(
    every: Mapping[int, Said],
    pool: Pool,
    places: Mapping[int, Place],
    *,
    before: set[tuple[int, int]],
    seed: bytes,
) -> list[Found]:
    apart = before | {
        (mentee, mentor) for mentee in pool.mentees for mentor in pool.mentors if _cannot(every, places, mentee, mentor)
    }
    proposed = mentors.propose(
        [_hopes(each, every[each]) for each in pool.mentees],
        [_hopes(each, every[each], room) for each, room in pool.mentors.items()],
        [(str(mentee), str(mentor)) for mentee, mentor in apart],
        seed,
    )
    return [(int(each.mentor), int(each.mentee), [[why.kind, why.value] for why in each.reasons]) for each in proposed]


def _cannot(every: Mapping[int, Said], places: Mapping[int, Place], one: int, other: int) -> bool:
    if one in every[other].apart or other in every[one].apart or one == other:
        return True
    return kin.too_close(places.get(one, NOWHERE), places.get(other, NOWHERE))


def _hopes(person: int, said: Said, seats: int = 1) -> Hopes:
    return Hopes(str(person), frozenset(said.topics), frozenset(said.ways), frozenset(said.times), seats)
