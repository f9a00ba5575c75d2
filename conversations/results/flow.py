"""The turns of following rounds: choose one, see how many have answered, read what was released, page by page."""

from asyncio import to_thread
from collections.abc import Mapping
from dataclasses import replace

from bot.conversation import Conversation, HomeParts, Turn
from bot.events import Opened, Show, Submitted
from bot.limits import OPTIONS
from bot.mishap import Refusal
from bot.question import spoken
from bot.quotes import Said
from bot.ui import Buttons, Open
from conversations.results import cards, earlier, groups, helped, pages, year
from conversations.results import words as w
from conversations.results.cards import Read
from conversations.results.choices import place
from conversations.results.teams import Table, figures, in_order
from conversations.results.teams import pages as parts
from storage import directory, rates, releases, results, rounds, voices
from storage.disclosure.presets import SMALL
from storage.exports.links import downloads
from storage.news import news_of
from storage.rounds import Asking
from storage.snapshot import WHOLE, Teams, teams_of
from storage.work import work_of


async def choose(turn: Turn, _event: Opened) -> Show:
    """Every round of every programme, for stewards; their own, for those who answer back."""
    whose = await _whose(turn)
    listed = await results.rounds_for(work_of(turn).connection, whose, OPTIONS)
    return Show(cards.list_rounds(turn.words, listed, turn.now, years=whose is None))


async def show_round(turn: Turn, event: Opened | Submitted) -> Show:
    """A round as it is now."""
    chosen = event.values.get(cards.ROUND, "") if isinstance(event, Submitted) else event.ref
    asking, connection = await _followed(turn, chosen), work_of(turn).connection
    if asking.stage == "open" and turn.now >= asking.closes_at:
        return Show(cards.counting_round(turn.words, asking))
    if asking.stage == "open":
        asked = await rates.people_asked(connection, asking.round)
        if not await rates.has_rate(connection, asking.round):
            return Show(cards.open_part(turn.words, asking, asked))
        return Show(cards.open_round(turn.words, asking, asked, await rates.rate_of(connection, asking.urn.id)))
    if not _readable(turn, asking):
        return Show(cards.waiting_round(turn.words, asking, turn.now))
    shown = cards.closed_round(turn.words, asking, await _read(turn, asking))
    files = downloads(turn, asking.round_ref, asking.questions) if asking.voice == "unlinked" else ()
    return Show(replace(shown, blocks=(*shown.blocks, *files)))


async def show_teams(turn: Turn, event: Opened) -> Show:
    asking = await _released(turn, event.ref)
    tree, table = await _table(turn, asking)
    compare = bool(await earlier.rounds_before(turn, asking))
    part = place(event.choice, parts(asking, tree))
    return Show(pages.teams(turn.words, asking, tree, table, part=part, earlier=compare))


async def show_groups(turn: Turn, event: Opened | Submitted) -> Show:
    """The round by what people said about themselves, as far as it was released."""
    asking = await _released(turn, event.ref)
    found = await releases.groups_of(work_of(turn).connection, asking.urn.id, asking.questions)
    table = found.get(asking.by.id, {}) if asking.by else {}
    part = place(event.choice, groups.tables(asking)) if isinstance(event, Opened) else 0
    return Show(pages.groups(turn.words, asking, table, part=part, chosen=_values(event)))


async def show_support(turn: Turn, event: Opened | Submitted) -> Show:
    asking = await _released(turn, event.ref)
    tree, table = await _table(turn, asking)
    return Show(pages.who_needs_support(turn.words, asking, tree, table, chosen=_values(event)))


async def show_time(turn: Turn, event: Opened | Submitted) -> Show:
    """One question over the rounds up to this one."""
    asking = await _released(turn, event.ref)
    tree = await teams_of(work_of(turn).connection, asking.round)
    found = pages.chosen_in(asking, tree, _values(event))
    series = await earlier.series(turn, asking, *found, readable=await earlier.may_read(turn, asking)) if found else []
    return Show(pages.time(turn.words, asking, tree, series, chosen=_values(event)))


async def show_helped(turn: Turn, event: Opened | Submitted) -> Show:
    """Two rounds, and the teams where something was tried in between."""
    asking = await _released(turn, event.ref)
    tree = await teams_of(work_of(turn).connection, asking.round)
    compared = await earlier.compared(turn, asking, _values(event))
    # With a hundred teams, chance is tried out for a quarter of a second: others are answered meanwhile.
    return Show(await to_thread(helped.did_it_help, turn.words, asking, tree, compared, chosen=_values(event)))


async def show_said(turn: Turn, event: Opened) -> Show:
    asking = await _released(turn, event.ref)
    all_said = await _said(turn, asking)
    return Show(cards.said(turn.words, asking, all_said, place(event.choice, len(all_said) + 1)))


async def home(turn: Turn) -> HomeParts:
    """The way in, for stewards and for those who answer back."""
    if turn.person is None:
        return {}
    connection = work_of(turn).connection
    steward = await directory.belongs(connection, turn.person.id, directory.STEWARDS)
    if not steward and not await results.answers_for(connection, turn.person.id):
        return {}
    return {"came": (Buttons((Open(turn.words(w.BUTTON), "results.list"),)),)}


async def _whose(turn: Turn) -> int | None:
    """None: every round. Raises Refusal for those who neither are stewards nor answer back."""
    person, connection = turn.person, work_of(turn).connection
    if person and await directory.belongs(connection, person.id, directory.STEWARDS):
        return None
    if person is None or not await results.answers_for(connection, person.id):
        raise Refusal(turn.words(w.NOT_YOURS))
    return person.id


async def _followed(turn: Turn, ref: str) -> Asking:
    """The round behind a ref, for those who may follow it; raises Refusal."""
    whose = await _whose(turn)
    asking = await rounds.question(work_of(turn).connection, ref) if ref else None
    if asking is None or whose not in (None, asking.answerer):
        raise Refusal(turn.words(w.NOT_YOURS))
    return asking


def _readable(turn: Turn, asking: Asking) -> bool:
    """Before it is answered, nobody reads a result but the one person who has to answer."""
    mine = turn.person is not None and turn.person.id == asking.answerer
    return asking.stage == "shared" or (asking.stage == "closed" and mine)


async def _released(turn: Turn, ref: str) -> Asking:
    """The same, where there is something to read; raises Refusal."""
    asking = await _followed(turn, ref)
    if not _readable(turn, asking):
        raise Refusal(turn.words(w.NOT_YOURS))
    return asking


async def _read(turn: Turn, asking: Asking) -> Read:
    connection = work_of(turn).connection
    cells = await releases.cells_of(connection, asking.urn.id, asking.questions)
    return Read(
        asked=await rates.people_asked(connection, asking.round),
        cells=cells,
        before=await earlier.before(turn, asking, [each for each in figures(asking) if each.id in cells]),
        engagement=await earlier.engagement(turn, asking, cells),
        news=await news_of(connection, asking.round),
        teams=asking.preset != SMALL.name and asking.turn is None,
    )


async def _table(turn: Turn, asking: Asking) -> tuple[Teams, Table]:
    connection = work_of(turn).connection
    table = await releases.table_of(connection, asking.urn.id, asking.questions)
    return await teams_of(connection, asking.round), table


async def _said(turn: Turn, asking: Asking) -> Said:
    """Everything that was released, page by page: the whole organisation's first, then the teams' by name."""
    work = work_of(turn)
    if asking.voice == "named":
        return tuple(("", text) for text in await voices.shown(work, asking, turn.words))
    tree = await teams_of(work.connection, asking.round)
    order = [WHOLE, *in_order(tree)]
    asked = {each.id: spoken(each.prompt, turn.words.language) for each in asking.questions}
    rows = [row for row in await releases.written_in(work.connection, asking.urn.id) if row[0] in order]
    rows.sort(key=lambda row: (order.index(row[0]), row[1]))  # a stable order: within a page that of random numbers
    everybody = turn.words(w.EVERYBODY)
    places = [[asked.get(question, ""), tree.names.get(node) or everybody] for node, question, _ in rows]
    return tuple((" · ".join(filter(None, place)), text) for place, (_, _, text) in zip(places, rows, strict=True))


def _values(event: Opened | Submitted) -> Mapping[str, str]:
    return event.values if isinstance(event, Submitted) else {}


CONVERSATION = Conversation(
    name="results",
    opens={
        "results.list": choose,
        "results.round": show_round,
        "results.teams": show_teams,
        "results.support": show_support,
        "results.groups": show_groups,
        "results.over_time": show_time,
        "results.helped": show_helped,
        "results.said": show_said,
        "results.years": year.choose_year,
    },
    submits={
        "results.round": show_round,
        "results.support": show_support,
        "results.groups": show_groups,
        "results.over_time": show_time,
        "results.helped": show_helped,
        "results.year": year.show_year,
    },
    home=home,
)
