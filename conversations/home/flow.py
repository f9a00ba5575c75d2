"""The turns of Home: put it together, show it as a message, answer hello, show help."""

from bot.conversation import Conversation, HomeParts, Turn
from bot.events import Opened, Pressed, Said, Say, Show
from bot.ui import Home
from conversations.home import cards
from storage import circles, directory
from storage.work import work_of


async def frame(turn: Turn, parts: tuple[HomeParts, ...]) -> Home:
    """Home from what every conversation has for this person."""
    house, connection = turn.house, work_of(turn).connection
    # A steward finds the way also where there is none yet: that is where one is founded.
    networks = await circles.any_open(connection) or await directory.belongs(
        connection, turn.somebody.id, directory.STEWARDS
    )
    about_you = bool(house.details)
    return cards.home(turn.words, parts, about_you=about_you, networks=networks, nudge=house.nudge(), told=house.told())


async def say_hello(turn: Turn, event: Said) -> Say:
    """Exactly one answer, whatever was written; the text is not read any further and not kept."""
    if event.place == "direct":
        return Say(cards.hello(turn.words, turn.house))
    return Say(cards.hello_group(turn.words))


async def show_home(turn: Turn, _event: Pressed) -> Say:
    return Say(cards.as_card(await turn.home()))


async def menu(turn: Turn, _event: Opened) -> Say:
    """What the slash command answers: Home as a message."""
    return Say(cards.as_card(await turn.home()))


async def show_help(turn: Turn, _event: Opened) -> Show:
    return Show(cards.help_page(turn.words, turn.house))


CONVERSATION = Conversation(
    name="home",
    presses={"home.show": show_home},
    opens={"home.menu": menu, "home.help": show_help},
    frame=frame,
    said=say_hello,
)
