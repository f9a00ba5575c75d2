"""The turns in which rounds under way are looked at, and taken over from somebody who does not work here any more."""

from bot.conversation import Turn
from bot.events import Opened, Show, Submitted
from bot.forms import only_text
from bot.mishap import Refusal
from bot.ui import Card
from conversations.practices import change_cards, handing_cards
from conversations.practices import words as w
from conversations.practices.changing import running_here
from conversations.practices.people import is_steward, led_here
from storage import circles, late, practice_handing
from storage.practice_handing import UnderWay
from storage.work import work_of

DIGITS = 6


async def show_running(turn: Turn, event: Opened) -> Show:
    """What runs, what is late in it, and the rounds under way of what opens no more or has lost whoever answers back;
    `choice` is the number of the first on the page."""
    going_on = [(one, await _may(turn, one)) for one in await under_way_here(turn)]
    behind = await late.late(work_of(turn).connection, turn.now)
    blocks = handing_cards.under_way(turn.words, going_on, late=behind)
    begins = int(event.choice) if event.choice.isdecimal() and len(event.choice) < DIGITS else 0
    found = await running_here(turn)
    return Show(change_cards.running(turn.words, found, blocks, late=behind, begins=begins))


async def under_way_here(turn: Turn) -> list[UnderWay]:
    """Those for the circles that this person may run something for."""
    known = await practice_handing.under_way(work_of(turn), turn.house.practices)
    if await is_steward(turn):
        return known
    mine = await led_here(turn)
    return [each for each in known if each.circle in mine]


async def ask_to_take_over(turn: Turn, event: Opened) -> Show:
    return Show(handing_cards.take_over(turn.words, await _orphaned(turn, event.ref)))


async def take_over(turn: Turn, event: Submitted) -> Show:
    """What waited for somebody to answer back comes from now on."""
    one = await _orphaned(turn, event.ref)
    if not await practice_handing.take_over(work_of(turn), one.ref, turn.somebody.id):
        raise Refusal(turn.words(w.GONE))
    return Show(only_text(turn.words, w.TAKE_OVER, handing_cards.taken_over(turn.words, one)))


async def draw_answerer_left(turn: Turn, ref: str) -> Card | None:
    """No longer wanted once somebody has taken it over."""
    one = next((each for each in await under_way_here(turn) if each.ref == ref and each.left), None)
    return handing_cards.answerer_left(turn.words, one) if one else None


async def _orphaned(turn: Turn, ref: str) -> UnderWay:
    one = next((each for each in await under_way_here(turn) if each.ref == ref and each.left), None)
    if one is None:
        raise Refusal(turn.words(w.GONE))
    if not await _may(turn, one):
        raise Refusal(turn.words(w.LEADS_ONLY))
    return one


async def _may(turn: Turn, one: UnderWay) -> bool:
    """Whoever answers back reads names, and a hidden network's are for its own people alone (P6)."""
    if not one.hidden:
        return True
    led = await circles.announceable(work_of(turn).connection, turn.somebody.id)
    return any(each.id == one.circle for each in led)
