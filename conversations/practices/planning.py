"""What would happen if it were started, and its start: for whoever starts it, and for whoever says yes to it later."""

from datetime import datetime
from urllib.parse import unquote

from bot.conversation import Person, Turn
from bot.practice import Practice, following
from bot.programme import NOTICE, first_wall
from conversations.practices import cards
from conversations.practices import words as w
from conversations.practices.cards import Audience, Plan
from conversations.practices.changing import day_in
from storage import practices
from storage.home_only import home_only
from storage.work import work_of

CHOSEN = (cards.WHICH, cards.CIRCLE, cards.WHO, cards.DAY, cards.TEAM, cards.ELSE)
ROUNDS = 3


def chosen(ref: str) -> dict[str, str]:
    """What was chosen in the form, by field, out of what its next page carries."""
    return dict(zip(CHOSEN, map(unquote, ref.split(":")), strict=False)) if ref else {}


async def plan_of(
    turn: Turn, practice: Practice, circle: Audience, *, answerer: Person, earliest: datetime, ref: str
) -> Plan:
    """The next rounds, if it opens no earlier than that."""
    wall = first_wall(practice.rhythm, earliest, turn.house.zone)
    rounds = list(following(practice, wall, turn.house.zone, ROUNDS))
    few = await home_only(work_of(turn), circle.id, rounds)
    wished = day_in(turn, chosen(ref).get(cards.DAY, ""))
    late = wished is not None and wished < turn.words.today(turn.now + NOTICE)
    return Plan(practice, circle, answerer, rounds, ref, few, wished, late)


async def started(turn: Turn, plan: Plan, earliest: datetime) -> str:
    """Starts it; says when it opens, or that it runs there already."""
    wanted = practices.Start(plan.practice, plan.circle.id, plan.answerer.id, turn.house.zone, earliest)
    opens = await practices.start(work_of(turn), wanted)
    return turn.words(w.STARTED, day=turn.words.day(opens)) if opens else turn.words(w.RUNS_THERE)
