"""What happens around briefs in several tests: a practice with one runs, people say and choose things, the brief comes."""

from collections.abc import Mapping

from bot.practice_template import read_practice
from storage import directory, given, happenings, practices, weighed, yaml12
from storage.happenings import Happening
from tests.harness import Colleague, Office
from tests.together import runs

NAME = "sponsor-test"
WEIGHED = """
  - {id: name, kind: ASK, at: 0d, until: +6d, voice: VOICE, prompt: What would you put to our sponsor?}
  - {id: choose, kind: WEIGH, at: +7d, until: +9d, among: name, prompt: Which matter most?}
"""
ASKED = WEIGHED.split("  - {id: choose", maxsplit=1)[0]
SORTED = """
  - {id: name, kind: ASK, at: 0d, until: +6d, voice: VOICE, prompt: What would you put to our sponsor?}
  - {id: themes, kind: SORT, at: +6d, until: +9d, of: name}
"""
PRACTICE = """
programme: sponsor-test
title: Our sponsor's day
about: Three things for our sponsor, and what they say to each.
intent: INTENT
circle: all-staff
rhythm: {weeks: 8, day: tuesday, at: "12:00"}
needs: {answerer: named}
moments:MOMENTS
  - {id: answer, kind: COMMIT, at: +10d, until: +14d, among: AMONG}
  - {id: came, kind: SHOW, at: +20d}
"""
THINGS = ("Hot food at night.", "A quiet room.", "Parking by Theatres.")
OPENS, CHOOSE, COMES, LATE, BACK = (f"2026-11-{day}T12:01" for day in ("10", "17", "20", "25", "29"))


def known(
    office: Office, moments: str = WEIGHED, among: str = "choose", *, voice: str = "named", intent: str = "advise"
) -> None:
    """The practice is one of those that can be started here."""
    text = PRACTICE.replace("MOMENTS", moments.rstrip()).replace("VOICE", voice).replace("INTENT", intent)
    text = text.replace("among: AMONG", f"among: {among}") if among else text.replace(", among: AMONG", "")
    source = yaml12.load(text)
    office.works.house.practices[NAME] = read_practice(source)  # type: ignore[index]


async def brief_comes(office: Office, sponsor: Colleague, said: Mapping[Colleague, str]) -> None:
    """Each of these says a thing; the brief comes."""
    await runs(office, NAME, sponsor)
    await office.until(OPENS)
    for who, thing in said.items():
        await says(who, thing)
    await office.until(COMES)


async def says(who: Colleague, what: str) -> None:
    await who.visits_home()
    await who.presses("Say it")
    await who.fills({"Your words": what})
    await who.sends()
    await who.dismisses()


async def brief_of(office: Office) -> Happening:
    """The only brief there is."""
    return await moment_of(office, "answer")


async def moment_of(office: Office, name: str) -> Happening:
    async with office.works.ledger.begin() as work:
        found = [each for number in (1, 2) for each in await happenings.in_round(work.connection, number)]
    return next(each for each in found if each.name == name)


async def chosen_by_many(office: Office, picked: Mapping[str, int]) -> None:
    """So many quiet colleagues choose each of these things, which stand on everybody's card."""
    one = await moment_of(office, "choose")
    async with office.works.ledger.begin() as work:
        refs = {text: ref for ref, text in (await weighed.things(work, one)).items()}
        person = 1
        for text, many in picked.items():
            for _ in range(many):
                value = {"picked": [refs[text]], "shown": list(refs.values())}
                await given.put(work, one.on, person, value)
                person += 1


async def joins(office: Office, who: Colleague, circle: str, name: str) -> None:
    async with office.works.ledger.begin() as work:
        person = await directory.meet(work.connection, who.account)
        assert person
        await directory.circle_id(work.connection, circle, name)
        await directory.join(work.connection, person.id, circle)


async def runs_in(office: Office, circle: str, sponsor: Colleague) -> None:
    """The same for one circle alone."""
    async with office.works.ledger.begin() as work:
        who = await directory.meet(work.connection, sponsor.account)
        assert who
        number = await directory.circle_id(work.connection, circle)
        soon = office.clock.now()
        start = practices.Start(office.works.house.practices[NAME], number, who.id, "Europe/London", soon)
        await practices.start(work, start)
