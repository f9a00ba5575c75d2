"""The turns in which a steward starts what a file describes: what there is, what it would reach, and by what it is shown."""

from collections.abc import Mapping

from bot import by_what
from bot.attention import Foresight, foresee_question
from bot.conversation import Plan, Turn
from bot.events import Opened, Show, Submitted
from bot.forms import again, only_text
from bot.programme import LAST_CHANCE, NOTICE, Template, dates, first_round
from bot.ui import Choice, Form
from conversations.steward import cards
from conversations.steward import words as w
from conversations.steward.foresight import reach, shown_from, threshold, who_gets_it
from conversations.steward.people import only_stewards
from storage import directory, programmes, wishes
from storage.disclosure.presets import FEWEST
from storage.foreseen import groups
from storage.rotation import works_with
from storage.work import work_of

CHOSEN = (cards.WHICH, cards.WHO, by_what.BY)


async def open_start(turn: Turn, event: Opened) -> Show:
    """Who may start a programme sees what there is and how many it would reach, and chooses who answers back. Back from a
    look at it, `ref` holds what they had chosen."""
    await only_stewards(turn)
    form = await _start_form(turn)
    known = {option.value for each in form.fields if isinstance(each, Choice) for option in each.options}
    chosen = {name: value for name, value in _from_ref(event.ref).items() if value in known}
    return Show(again(form, {**form.values, **chosen}, {}))


async def look(turn: Turn, event: Submitted) -> Show:
    """What was chosen, as staff will see it. Nothing is started before a steward has seen that."""
    plan = await _planned(turn, event.values)
    return Show(plan if isinstance(plan, Form) else await turn.preview(plan))


async def start(turn: Turn, event: Submitted) -> Show:
    """Starts what was looked at: announced on every Home now, opened five working days later at the earliest (P12)."""
    plan = await _planned(turn, _from_ref(event.ref))
    return Show(plan if isinstance(plan, Form) else only_text(turn.words, w.START_TITLE, await _started(turn, plan)))


async def _planned(turn: Turn, values: Mapping[str, str]) -> Plan | Form:
    """What is to be started, or the form with what is to be mended."""
    await only_stewards(turn)
    known = await directory.answerers(work_of(turn))
    chosen = next((each for ref, each in known if ref == values.get(cards.WHO)), None)
    template = turn.house.templates.get(values.get(cards.WHICH, ""))
    if chosen is None or template is None:
        errors = {} if chosen else {cards.WHO: turn.words(w.NOBODY)}
        errors |= {} if template else {cards.WHICH: turn.words(w.NOTHING_CHOSEN)}
        return again(await _start_form(turn), values, errors)
    if small := await _too_small(turn, template):
        return again(await _start_form(turn), values, {cards.WHICH: small})
    by, people = by_what.chosen(values), await programmes.size_of(work_of(turn), template.circle)
    asked = groups(turn.house, people // template.ask.one_in(people))
    if wrong := by_what.cannot(turn.words, turn.house, template.ask, by, groups=asked):
        return by_what.mended(await _start_form(turn), values, wrong)
    return Plan(template, chosen, by, ":".join(values.get(name, "") for name in CHOSEN))


def _from_ref(ref: str) -> dict[str, str]:
    """The template's name, who, and by what, with `:` between them."""
    return dict(zip(CHOSEN, ref.split(":"), strict=False))


async def _started(turn: Turn, plan: Plan) -> str:
    """Starts it, and returns what has been decided. What is asked already is shown as people were told."""
    template, answerer, by = plan.template, plan.answerer, plan.by
    running = await programmes.now_running(work_of(turn), template)
    wanted = programmes.Start(template, answerer.id, turn.house.zone, turn.now + NOTICE, by)
    opens = await programmes.start(work_of(turn), wanted)
    text = turn.words(w.STARTED, day=turn.words.day(opens), answerer=answerer.name)
    if running is None:
        told = by_what.told(turn.words, turn.house, template.ask, by, groups=groups(turn.house, 0))
    else:
        told = turn.words(w.BY_STAYS) if by not in (None, running.ask.by) else ""
    return f"{text} {told}".strip()


async def _start_form(turn: Turn) -> Form:
    idle = await programmes.startable(work_of(turn), turn.house.templates)
    foreseen = await _foreseen(turn, idle[0]) if idle else Foresight(0, {}, 0)
    found = await reach(turn, idle, idle[0].circle if idle else directory.EVERYONE)
    asked = found.heads // (idle[0].ask.one_in(found.heads) if idle else 1)
    told = who_gets_it(turn.words, foreseen, threshold(asked, turn.house))
    return cards.start(
        turn.words,
        idle,
        await directory.answerers(work_of(turn)),
        heads=found.heads,
        expected=found.answers,
        shown=f"{told} {shown_from(turn.words, asked, turn.house)}",
        by=by_what.offer(turn.words, turn.house, groups(turn.house, found.heads), idle),
    )


async def _foreseen(turn: Turn, template: Template) -> Foresight:
    """Before anything is sent: how many would get the first question on the day on which it opens (P4)."""
    connection, zone = work_of(turn).connection, turn.house.zone
    people = programmes.people_of(await directory.circle_id(connection, template.circle))
    when = dates(template, first_round(template, turn.now + NOTICE, zone), zone, ())
    everybody = await wishes.many(connection, people)
    of = template.ask.one_in(len(everybody))
    # Who comes first is dealt when it opens; every so-manieth of all is as good a guess.
    return foresee_question(everybody[::of], when.opens, when.closes - LAST_CHANCE)


async def _too_small(turn: Turn, template: Template) -> str:
    """Why a question that goes to a part of the circle each time would not open (A8); empty if it would."""
    ask = template.ask
    if ask.sample == 1 or ask.voice == "named":
        return ""
    people = await programmes.size_of(work_of(turn), template.circle)
    of = ask.one_in(people)
    if of == 1 or of <= works_with(people):
        return ""
    told = {"of": of, "people": people, "heads": people // of, "k": FEWEST}
    return turn.words(w.NOT_SO_FEW, **told, instead=cards.instead(turn.words, people))
