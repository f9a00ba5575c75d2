"""The turn in which a practice invites people to meet: from there on it is an event like every other."""

from bot.conversation import Turn
from bot.events import Due
from bot.falls import cut
from bot.question import spoken
from storage import happenings
from storage.events.announcing import MOST, Meeting, arrange
from storage.happenings import Happening
from storage.quoting import QUOTED
from storage.work import work_of


async def invite(turn: Turn, event: Due) -> None:
    """Whoever answers the round back hosts it, and is asked where it is."""
    connection = work_of(turn).connection
    one = await happenings.take_opening(connection, event.ref, turn.now)
    if one is None:
        return
    meeting = Meeting(
        reference=one.on.ref,
        series=one.programme,
        name=spoken(one.spec["title"], turn.words.language),
        about=_about(one, spoken(one.spec["about"], turn.words.language)),
        wall=one.spec["starts"],
        zone=one.spec["zone"],
        minutes=one.spec["minutes"],
        circle=one.circle,
        host=one.answerer,
    )
    await arrange(connection, meeting, turn.now)


def _about(one: Happening, said: str) -> str:
    """What it is about, where whoever answers back has written it, above what the practice says of the meeting."""
    return f"{cut(one.spec[QUOTED], MOST - len(said) - 1)}\n{said}" if QUOTED in one.spec else said
