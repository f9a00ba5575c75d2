"""The demo's mentoring: its steward invites, and some colleagues have joined, so that there are pairs once people cannot any
more."""

from datetime import datetime, timedelta
from uuid import uuid4

from bot.events import Account, Submitted, Visited, Welcome
from bot.ports import Answers
from bot.ui import Open, buttons
from storage.demo.organisation import PLATFORM, TENANT, Organisation

JOINED = 12
OPEN_FOR = timedelta(days=12)
NAME = "Across wards"
CONSENT = "What we talk about stays between the two of us, unless somebody is in danger. Each of us may end it."
TOPICS = ("heard,leading", "career,heard", "belonging,heard", "decided,leading")


async def begin(bot: Answers, people: Organisation, now: datetime) -> None:
    """Everything is done by turns, as people would."""
    until = (now + OPEN_FOR).date().isoformat()
    values = {"name": NAME, "circle": "all-staff", "direction": "ordinary", "months": "6", "minutes": "60"}
    steward = Account(PLATFORM, TENANT, people.answerer.account)
    told = values | {"until": until, "consent": CONSENT}
    await bot.answer(Submitted(uuid4().hex, steward, "match.begin", "", told))
    others = [each for each in people.people if not each.featured and not each.answers]
    for number, each in enumerate(others[:: len(others) // JOINED][:JOINED]):
        await _join(bot, Account(PLATFORM, TENANT, each.account), number)


async def _join(bot: Answers, who: Account, number: int) -> None:
    """Mentors and mentees in turn."""
    home = await bot.answer(Visited(uuid4().hex, who))
    shown = buttons(home.home) if isinstance(home, Welcome) else ()
    refs = [each.ref for each in shown if isinstance(each, Open) and each.action == "match.join"]
    values = {"side": "mentor" if number % 2 else "mentee", "topics": TOPICS[number // 2 % len(TOPICS)], "agree": "yes"}
    values |= {"ways": "in-person,online", "times": "mornings,afternoons"}
    for ref in refs:
        await bot.answer(Submitted(uuid4().hex, who, "match.join", ref, values))
