"""The turns of "About you": open the form, keep what was said or nothing, and announce what is newly asked for."""

from datetime import UTC, datetime, time

from bot.conversation import Conversation, HomeParts, Turn
from bot.events import Opened, Show, Submitted
from bot.forms import again, only_text
from bot.question import SKIPPED
from conversations.about_you import cards
from conversations.about_you import words as w
from storage import announced, details
from storage.work import work_of


async def open_form(turn: Turn, _event: Opened) -> Show:
    """The empty form; it looks the same whether somebody has said something or not."""
    if not turn.house.details:
        return Show(only_text(turn.words, w.TITLE, turn.words(w.NOT_HERE, organisation=turn.house.organisation)))
    return Show(cards.about_you(turn.words, turn.house))


async def keep(turn: Turn, event: Submitted) -> Show:
    """Keeps what was chosen in the place of what was said before; an empty form removes it all."""
    said, errors = {}, {}
    for detail in turn.house.details:
        value = event.values.get(detail.id, "")
        if value in {each.id for each in detail.answers}:
            said[detail.id] = value
        elif value not in ("", SKIPPED):
            errors[detail.id] = turn.words(w.CHOOSE)
    if errors:
        return Show(again(cards.about_you(turn.words, turn.house), event.values, errors))
    await details.keep(work_of(turn), turn.somebody.id, said)
    return Show(only_text(turn.words, w.TITLE, turn.words(w.KEPT if said else w.NOTHING)))


async def home(turn: Turn) -> HomeParts:
    """For five working days, what can newly be said stands on everybody's Home (P12)."""
    if not turn.house.details:
        return {}
    usable = await announced.usable_from(work_of(turn).connection)
    today = turn.now.date()
    new = [each for each in turn.house.details if each.id in usable and usable[each.id] > today]
    if not new:
        return {}
    last = max(usable[each.id] for each in new)
    noon = datetime.combine(last, time(12), UTC)
    return {"coming": cards.announced(turn.words, turn.house, new, noon)}


CONVERSATION = Conversation(
    name="about_you",
    opens={"about_you.open": open_form},
    submits={"about_you.keep": keep},
    home=home,
)
