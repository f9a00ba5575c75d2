"""What would happen if it were started, and its start: for whoever starts it, and for whoever says yes to it later."""

from collections.abc import Mapping
from datetime import datetime

from bot.conversation import Person, Turn
from bot.forms import only_text
from bot.practice import Practice, following
from bot.programme import NOTICE, first_wall
from bot.ui import Form
from conversations.practices import cards
from conversations.practices import words as w
from conversations.practices.cards import Audience, Plan
from conversations.practices.changing import day_in
from storage import practices
from storage.home_only import home_only
from storage.work import work_of

CHOSEN = (cards.WHICH, cards.CIRCLE, cards.WHO, cards.DAY)
ROUNDS = 3


def chosen(ref: str) -> dict[str, str]:
    """What was chosen in the form, by field, out of what its next page carries."""
    return dict(zip(CHOSEN, ref.split(":"), strict=False)) if ref else {}


def carried(values: Mapping[str, str]) -> str:
    """The same the other way round: what stands for a circle and a person, for names are longer than platforms carry."""
    return ":".join(values.get(name, "") for name in CHOSEN)


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


async def started(turn: Turn, plan: Plan, earliest: datetime) -> datetime | None:
    """Starts it; returns when it first opens, and None where it runs there already."""
    wanted = practices.Start(plan.practice, plan.circle.id, plan.answerer.id, turn.house.zone, earliest)
    return await practices.start(work_of(turn), wanted)


def said_of_start(turn: Turn, opens: datetime | None) -> Form:
    said = turn.words(w.STARTED, day=turn.words.day(opens)) if opens else turn.words(w.RUNS_THERE)
    return only_text(turn.words, w.TITLE, said)
