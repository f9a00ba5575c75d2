"""The turns of whoever takes part in mentoring: join, leave, say yes or not this time, end a pair, say whether they met."""

from datetime import timedelta

from bot.conversation import Conversation, HomeParts, Issue, NotePart, Turn
from bot.events import Opened, Pressed, Say, Show, Submitted
from bot.forms import again, only_text
from bot.mishap import Refusal
from bot.ui import Block, Card
from conversations.match import cards, leading, looks, meeting, opening, rules, store
from conversations.match import words as w
from conversations.match.leading import tell
from conversations.match.meeting import asks_met, to_meet
from conversations.match.naming import meant
from conversations.match.own import is_asked, joinable, junior, my_pair, near_one, open_to
from conversations.match.values import Cohort, Pair
from storage import directory
from storage.matching import hopes
from storage.matching.hopes import KeyGone, Said
from storage.work import work_of

REMEMBERED = timedelta(days=14)
"""So long it stands on Home that a pair has ended."""


async def open_join(turn: Turn, event: Opened) -> Show:
    cohort = await joinable(turn, event.ref)
    return Show(cards.join(turn.words, turn.house, cohort, await _lead(turn, cohort)))


async def join(turn: Turn, event: Submitted) -> Show:
    """Keeps it sealed, in the place of what was said before."""
    cohort, work = await joinable(turn, event.ref), work_of(turn)
    said, errors = rules.said(event.values)
    apart, wrong = await meant(work, rules.names(event.values), turn.somebody.id)
    if said is None or wrong:
        form = cards.join(turn.words, turn.house, cohort, await _lead(turn, cohort))
        return Show(again(form, event.values, cards.mended(turn.words, errors | wrong)))
    told = Said(said.side, said.topics, said.ways, said.times, said.seats, apart)
    try:
        await store.join(work, cohort.id, turn.somebody.id, hopes.seal(work.secrets, cohort.ref, told))
    except KeyGone:
        raise Refusal(turn.words(w.GONE)) from None
    return Show(only_text(turn.words, w.JOIN_TITLE, turn.words(w.JOINED, day=turn.words.day(cohort.joins_until))))


async def leave(turn: Turn, event: Pressed) -> Say:
    """No reason, and nobody is told. Whoever is being asked, or is a pair, is so no more."""
    cohort, work = await near_one(turn, event.ref), work_of(turn)
    for pair in await store.pairs_of(work, cohort.id, turn.somebody.id):
        await _end(turn, cohort, pair)
    await store.leave(work, cohort.id, turn.somebody.id)
    return Say(cards.said(turn.words, turn.words(w.LEFT)))


async def say_yes(turn: Turn, event: Pressed) -> Say:
    """The other one is asked; when both have said yes they read each other's names."""
    cohort, pair = await my_pair(turn, event.ref)
    work, today = work_of(turn), turn.now.date()
    if not is_asked(turn, cohort, pair):
        return Say(cards.said(turn.words, turn.words(w.ALREADY)))
    if pair.state == "first":
        if await store.move(work, [pair], "first", "second", day=today):
            tell(turn, cohort, pair.mentor + pair.mentee - turn.somebody.id)
        return Say(cards.news(turn.words, cards.said_yes(turn.words, cohort)))
    if await store.move(work, [pair], "second", "together", day=today):
        tell(turn, cohort, junior(cohort, pair))
    return Say(cards.news(turn.words, cards.together(turn.words, cohort, pair, me=turn.somebody.id)))


async def say_no(turn: Turn, event: Pressed) -> Say:
    """The other one is told nothing; the lead reads "not this time", and not of whom."""
    cohort, pair = await my_pair(turn, event.ref)
    if not is_asked(turn, cohort, pair):
        return Say(cards.said(turn.words, turn.words(w.ALREADY)))
    await store.move(work_of(turn), [pair], pair.state, "declined", day=turn.now.date())
    return Say(cards.said(turn.words, turn.words(w.SAID_NO)))


async def end_pair(turn: Turn, event: Pressed) -> Say:
    """One press, no reason. Both read the same."""
    cohort, pair = await my_pair(turn, event.ref)
    if pair.state != "together":
        return Say(cards.said(turn.words, turn.words(w.ALREADY)))
    await _end(turn, cohort, pair)
    return Say(cards.news(turn.words, cards.pair_ended(turn.words, cohort, pair, me=turn.somebody.id)))


async def draw_news(turn: Turn, ref: str) -> Card | None:
    """What is new for them in this cohort, as it is now; None where it is no longer so."""
    near = await store.near(work_of(turn), turn.somebody.id, turn.now.date())
    cohort = next((each for each in near if each.ref == ref and each.stage != "ended"), None)
    if cohort is None or not await store.has_joined(work_of(turn), cohort.id, turn.somebody.id):
        return None
    blocks = [block for part in await _news(turn, cohort) for block in part]
    return cards.news(turn.words, tuple(blocks)) if blocks else None


async def home(turn: Turn) -> HomeParts:
    """An invitation or a question under Now, what one is in under Coming, what has ended under What came of it."""
    me, work = turn.somebody.id, work_of(turn)
    now, coming, came = list[Block](), list[Block](), list[Block]()
    for cohort in await store.near(work, me, turn.now.date()):
        if cohort.stage == "ended":
            came += cards.over(turn.words, cohort)
            continue
        if cohort.lead == me:
            ready, goes = await leading.home_lead(turn, cohort)
            now += ready
            coming += goes
        if await store.has_joined(work, cohort.id, me):
            asked, rest = await _news(turn, cohort)
            waits = not await store.pairs_of(work, cohort.id, me) or not (asked or rest)
            now += asked
            coming += (*rest, *(cards.waiting(turn.words, cohort) if waits else ()))
        elif open_to(turn, cohort):
            now += cards.invited(turn.words, cohort)
    lead = await leading.home_begin(turn)
    return {"now": tuple(now), "lead": lead, "coming": tuple(coming), "came": tuple(came)}


async def note(turn: Turn, issue: Issue) -> tuple[NotePart, ...]:
    """An invitation once, and once for each meeting the way to say whether one met. All else stands on Home."""
    me, work = turn.somebody.id, work_of(turn)
    blocks = list[Block]()
    for cohort in await store.near(work, me, turn.now.date()):
        new = issue.since is None or issue.since.date() <= cohort.opened_on
        if await store.has_joined(work, cohort.id, me):
            _, since = rules.meeting(cohort.joins_until, cohort.ends_on, turn.now.date())
            if issue.since is None or issue.since.date() < since:
                blocks += await to_meet(turn, cohort)
        elif new and open_to(turn, cohort):
            blocks += cards.invited(turn.words, cohort)
    return (NotePart("coming", tuple(blocks), turn.words(w.SUMMARY)),) if blocks else ()


async def _news(turn: Turn, cohort: Cohort) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """What somebody who has joined is asked, and what has come of it."""
    me, work = turn.somebody.id, work_of(turn)
    asked, rest = list[Block](), list[Block]()
    for pair in await store.pairs_of(work, cohort.id, me, *store.OPEN, "ended"):
        if is_asked(turn, cohort, pair):
            asked += cards.asked(turn.words, cohort, pair, "mentor" if pair.mentee == me else "mentee")
        elif pair.state == "second":
            rest += cards.said_yes(turn.words, cohort)
        elif pair.state == "together":
            number = await asks_met(turn, cohort, pair)
            rest += cards.together(turn.words, cohort, pair, me=me, meeting=number)
        elif pair.state == "ended" and turn.now.date() < pair.day + REMEMBERED:
            rest += cards.pair_ended(turn.words, cohort, pair, me=me)
    return tuple(asked), tuple(rest)


async def _end(turn: Turn, cohort: Cohort, pair: Pair) -> None:
    """A pair ends, and the other one is told so; who was only asked has read no name, and is told nothing."""
    after = "ended" if pair.state == "together" else "declined"
    if await store.move(work_of(turn), [pair], pair.state, after, day=turn.now.date()) and after == "ended":
        tell(turn, cohort, pair.mentor + pair.mentee - turn.somebody.id)


async def _lead(turn: Turn, cohort: Cohort) -> str:
    found = await directory.person(work_of(turn).connection, cohort.lead) if cohort.lead else None
    return found.name if found and found.name else turn.house.operator


CONVERSATION = Conversation(
    name="match",
    presses={"match.leave": leave, "match.yes": say_yes, "match.no": say_no, "match.end": end_pair},
    opens={
        "match.begin": leading.open_begin,
        "match.pairs": leading.open_pairs,
        "match.state": leading.open_state,
        "match.stop": leading.open_stop,
        "match.join": open_join,
        "match.met": meeting.open_met,
    },
    submits={
        "match.begin": leading.begin,
        "match.pairs": leading.decide,
        "match.stop": leading.stop,
        "match.join": join,
        "match.met": meeting.keep_met,
    },
    dues={"match.looks": looks.look, "match.opens": opening.open_cohort},
    cards={"match.news": draw_news, "match.ready": leading.draw_ready},
    home=home,
    note=note,
)
