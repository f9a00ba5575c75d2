"""For whom somebody may start something, and who can be named as the one who says what came of it."""

from collections.abc import Mapping

from bot.conversation import Person, Turn
from bot.moments import Ask, Sort
from bot.practice import Practice
from bot.words import Words
from conversations.practices import cards, change_cards
from conversations.practices import words as w
from conversations.practices.cards import Audience
from conversations.practices.change_cards import Sorters
from storage import answering, circles, directory, owners, practices, programmes, sorters, team_names
from storage.circles import Network
from storage.practices import Running
from storage.proposals import ALONE
from storage.team_names import Team
from storage.work import Work, work_of

FEWEST, REF = 5, 32
"""So many people must have said something in confidence before anybody reads it (conversations/say)."""


async def circles_of(turn: Turn) -> list[Audience]:
    """Stewards: all staff and every network; a team they find by its name. Leads and co-leads: what they lead."""
    work, mine = work_of(turn), turn.somebody.id
    if not await is_steward(turn):
        networks = [await _network(work, each) for each in await circles.announceable(work.connection, mine)]
        return [*networks, *[await _audience(work, each.id, each.name) for each in await _led(turn)]]
    everyone = await directory.circle_id(work.connection, directory.EVERYONE)
    networks = [await _network(work, each) for each in await circles.networks(work.connection)]
    return [await _audience(work, everyone, ""), *networks]


async def audience(turn: Turn, circle: int) -> Audience | None:
    """Any circle, by its number."""
    work = work_of(turn)
    name = await team_names.name_of(work.connection, circle)
    if name is None:
        return None
    return await _audience(work, circle, name, hidden=await practices.is_hidden(work, circle))


async def circle_in(turn: Turn, values: Mapping[str, str]) -> tuple[Audience | None, dict[str, str]]:
    """For whom, as the form says it, or by what stands for a team that was found; and what is wrong with that by field."""
    chosen = values.get(cards.CIRCLE, "")
    if chosen != cards.TEAM or not await is_steward(turn):
        known = next((each for each in await circles_of(turn) if each.ref == chosen), None) or await _team(turn, chosen)
        return known, {} if known else {cards.CIRCLE: turn.words(w.NOTHING_CHOSEN)}
    found = await team_names.called(work_of(turn).connection, values.get(cards.TEAM, ""))
    if len(found) > 1:
        several = "; ".join(f"{each.name}, {each.above}" if each.above else each.name for each in found)
        return None, {cards.TEAM: turn.words(w.SEVERAL_TEAMS, teams=several)}
    if not found:
        return None, {cards.TEAM: turn.words(w.NO_TEAM)}
    return await _audience(work_of(turn), found[0].id, found[0].name), {}


async def answerer_in(turn: Turn, values: Mapping[str, str]) -> tuple[Person | None, dict[str, str]]:
    """Who would say what came of it, and what is wrong with that by field."""
    chosen = values.get(cards.WHO, "")
    if chosen != cards.ELSE:
        known = next((each for ref, each in await who_answers(turn) if ref == chosen), None)
        known = known or (await owners.behind(work_of(turn), chosen) if len(chosen) == REF else None)
        return known, {} if known else {cards.WHO: turn.words(w.NOTHING_CHOSEN)}
    found = await owners.called(work_of(turn).connection, values.get(cards.ELSE, ""))
    if len(found) == 1:
        return found[0], {}
    return None, {cards.ELSE: turn.words(w.SEVERAL_PEOPLE if found else w.NO_PERSON)}


async def spelt_out(turn: Turn, values: Mapping[str, str]) -> dict[str, str]:
    """What was chosen, as the form has it: a team and a colleague that stand on no list by their names."""
    given = dict(values)
    circle, _ = await circle_in(turn, values)
    answerer, _ = await answerer_in(turn, values)
    if circle and circle.ref not in {each.ref for each in await circles_of(turn)}:
        given |= {cards.CIRCLE: cards.TEAM, cards.TEAM: circle.name}
    if answerer and values.get(cards.WHO) not in {ref for ref, _ in await who_answers(turn)}:
        given |= {cards.WHO: cards.ELSE, cards.ELSE: answerer.name}
    return given


async def _team(turn: Turn, ref: str) -> Audience | None:
    """For stewards: the team for which this stands in a form."""
    if len(ref) != REF or not await is_steward(turn):
        return None
    work = work_of(turn)
    found = next((each for each in await team_names.every(work.connection) if _ref(work, each.id) == ref), None)
    return await _audience(work, found.id, found.name) if found else None


async def must_be_asked(turn: Turn, answerer: Person, circle: Audience) -> bool:
    """Whether they say yes first: all but stewards, whoever starts it, and those who lead or sponsor these very people."""
    connection = work_of(turn).connection
    if answerer.id == turn.somebody.id or await directory.belongs(connection, answerer.id, directory.STEWARDS):
        return False
    return not await answering.is_inside(connection, circle.id, answerer.id)


async def may_run(turn: Turn) -> bool:
    return await is_steward(turn) or bool(await led_here(turn))


async def may_still_run(turn: Turn, person: int, circle: int) -> bool:
    """Whether somebody who proposed something for these people works here and could start it today."""
    connection = work_of(turn).connection
    if not await directory.works_here(connection, person):
        return False
    steward = await directory.belongs(connection, person, directory.STEWARDS)
    return steward or circle in await _led_by(turn, person)


async def led_here(turn: Turn) -> set[int]:
    """The numbers of the networks and teams that this person leads."""
    return await _led_by(turn, turn.somebody.id)


async def _led_by(turn: Turn, person: int) -> set[int]:
    connection = work_of(turn).connection
    networks = await circles.announceable(connection, person)
    return {each.id for each in networks} | {each.id for each in await team_names.led(connection, person)}


async def _led(turn: Turn) -> list[Team]:
    return await team_names.led(work_of(turn).connection, turn.somebody.id)


def unfit(words: Words, practice: Practice | None, circle: Audience | None) -> dict[str, str]:
    """What keeps these two apart, by field: in a hidden network nobody can be found by name, so nobody can be thanked; among
    fewer than five, nothing that is said in confidence is ever read."""
    thanks = practice and any(isinstance(each, Ask) and each.to == "person" for each in practice.moments)
    hidden = circle is not None and circle.heads is None
    if thanks and hidden:
        return {cards.CIRCLE: words(w.NO_THANKS)}
    sealed = practice and any(isinstance(each, Ask) and each.voice == "confidential" for each in practice.moments)
    few = circle is not None and circle.heads is not None and circle.heads < FEWEST
    return {cards.CIRCLE: words(w.TOO_FEW_HERE, few=FEWEST)} if sealed and few else {}


async def who_answers(turn: Turn) -> list[tuple[str, Person]]:
    """The stewards, whoever asks, and for hidden networks those who lead or sponsor one; each under what stands for them in a
    form."""
    work = work_of(turn)
    known = {person.id: (ref, person) for ref, person in await directory.answerers(work)}
    for each in (turn.somebody, *await answering.shown_in_hidden(work.connection)):
        known.setdefault(each.id, (directory.opaque(work, each.id), each))
    return list(known.values())


async def outside(turn: Turn, circle: Audience | None, chosen: Person | None) -> dict[str, str]:
    """What keeps this person from answering back there, by field."""
    if circle is None or chosen is None:
        return {}
    inside = await answering.may_answer(work_of(turn).connection, circle.id, chosen.id)
    return {} if inside else {cards.WHO: turn.words(w.NOT_INSIDE)}


async def who_sorts(turn: Turn, one: Running) -> Sorters:
    """Who can be asked to sort what is said, where this practice sorts anything; and who is to, from the next round on."""
    if not any(isinstance(each, Sort) for each in one.practice.moments):
        return change_cards.NOBODY
    work = work_of(turn)
    people = await sorters.offered(work.connection, one.circle)
    offered = [(directory.opaque(work, each.id), each) for each in people if each.id != one.answerer]
    return Sorters(offered, frozenset(await sorters.chosen(work.connection, one.ref)))


async def chosen_sorters(
    turn: Turn, values: Mapping[str, str], circle: Audience | None
) -> tuple[list[int], dict[str, str]]:
    """Whom somebody chose to sort, by number, and what is wrong with that by field: they lead those whom it is for."""
    refs = [each for each in values.get(change_cards.SORTERS, "").split(",") if each]
    work = work_of(turn)
    people = await sorters.offered(work.connection, circle.id) if refs and circle else []
    known = {directory.opaque(work, each.id): each.id for each in people}
    if len(refs) > sorters.MOST:
        return [], {change_cards.SORTERS: turn.words(w.SORTS_WITH_MANY, size=len(refs), n=sorters.MOST)}
    if not known.keys() >= set(refs):
        return [], {change_cards.SORTERS: turn.words(w.SORTS_WITH_OTHER)}
    return [known[each] for each in dict.fromkeys(refs)], {}


async def own_circles(turn: Turn) -> set[int]:
    """The numbers of the circles that this person belongs to."""
    return await directory.circles_of(work_of(turn).connection, turn.somebody.id)


async def is_steward(turn: Turn) -> bool:
    return await directory.belongs(work_of(turn).connection, turn.somebody.id, directory.STEWARDS)


async def _network(work: Work, of: Network) -> Audience:
    """How many belong to a hidden one is nobody's to know (P6)."""
    return await _audience(work, of.id, of.name, hidden=of.hidden)


async def _audience(work: Work, circle: int, name: str, *, hidden: bool = False) -> Audience:
    heads = await programmes.heads(work.connection, programmes.people_of(circle))
    return Audience(_ref(work, circle), circle, name, None if hidden else heads, heads > ALONE)


def _ref(work: Work, circle: int) -> str:
    """What stands for a circle in a form; people's numbers are positive."""
    return directory.opaque(work, -circle)
