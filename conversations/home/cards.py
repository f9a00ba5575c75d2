"""How Home, help and hello look; Home has four headings, for ever."""

from collections.abc import Iterable

from bot.conversation import HomeParts, Part
from bot.limits import BUTTONS_A_ROW
from bot.prominence import one_primary
from bot.sentences import CHANGED, CLOSE, NUDGE
from bot.settings import House
from bot.ui import Block, Buttons, Card, Divider, Facts, Form, Heading, Home, Note, Open, Press, Text
from bot.words import Sentence, Words
from conversations.home import words as w

_HEADINGS: tuple[tuple[tuple[Part, ...], Sentence, Sentence], ...] = (
    (("late", "now"), w.NOW, w.NO_NOW),
    (("coming",), w.COMING, w.NO_COMING),
    (("said",), w.SAID, w.NO_SAID),
    (("came",), w.CAME, w.NO_CAME),
)

_HELP = (
    (w.HELP_DANGER, w.CALL_999),
    (w.HELP_ILL, w.CALL_111),
    (w.HELP_POLICE, w.CALL_101),
    (w.HELP_HATE, w.REPORT_HATE),
    (w.HELP_WELLBEING, w.CALL_SAMARITANS),
)


def home(
    words: Words,
    parts: Iterable[HomeParts],
    *,
    about_you: bool = False,
    networks: bool = False,
    nudge: bool = False,
    told: bool = False,
) -> Home:
    """The four headings in their order, whatever the conversations put under them, then the buttons. `about_you`: there is
    something that people may say about themselves. `networks`: the way to them, the same for everybody. `nudge`: the line about
    replies, the same for everybody; `told`: the way to what was raised, and what changed."""
    filled = list(parts)
    blocks: list[Block] = []
    for under, heading, empty in _HEADINGS:
        below = [block for part in under for each in filled for block in each.get(part, ())]
        below += _led(words, filled) if heading is w.NOW else ()
        blocks += [Heading(words(heading)), *(below or [Note(words(empty))]), Divider()]
    mine = [Open(words(w.WHEN), "note.wishes"), Open(words(w.READ_REPLY), "receipt.open")]
    mine += [Open(words(w.ABOUT_YOU), "about_you.open")] if about_you else []
    mine += [Open(words(w.NETWORKS), "circles.list")] if networks else []
    last = (Buttons((Open(words(CHANGED), "speak_up.changed"),)),) if told else ()
    line = (Note(words(NUDGE)),) if nudge else ()
    return Home(words(w.TITLE), (*one_primary(blocks), *line, _always(words), Buttons(tuple(mine)), *last))


def _led(words: Words, filled: Iterable[HomeParts]) -> tuple[Block, ...]:
    """What one may start and look after: what there is to say about it first, and then all buttons side by side."""
    led = [block for each in filled for block in each.get("lead", ())]
    buttons = [button for block in led if isinstance(block, Buttons) for button in block.buttons]
    rows = [Buttons(tuple(buttons[at : at + BUTTONS_A_ROW])) for at in range(0, len(buttons), BUTTONS_A_ROW)]
    said = [block for block in led if not isinstance(block, Buttons)]
    return (Note(words(w.LEAD)), *said, *rows) if led else ()


def as_card(shown: Home) -> Card:
    """Home as a message, for where there is no Home page."""
    return Card(shown.title, shown.blocks)


def hello(words: Words, house: House) -> Card:
    """The one answer to whatever somebody writes directly."""
    who = w.WHO_TWO if house.keeper else w.WHO
    return Card(
        summary=words(w.HELLO),
        blocks=(
            Text(words(w.HELLO)),
            Text(words(w.NOT_HERE)),
            Note(words(who, sponsor=house.sponsor, operator=house.operator, keeper=house.keeper)),
            Buttons((Press(words(w.OPEN_HOME), "home.show"), *_always(words).buttons)),
        ),
    )


def hello_group(words: Words) -> Card:
    return Card(words(w.HELLO_GROUP), (Text(words(w.HELLO_GROUP)), Text(words(w.NOT_HERE)), _always(words)))


def help_page(words: Words, house: House) -> Form:
    """Where to turn; the same for everybody, and nobody counts who opens it."""
    pairs = [(words(need), words(answer)) for need, answer in _HELP]
    here = [(words(w.HELP_HERE, organisation=house.organisation), house.help_line)] if house.help_line else []
    keys = words(w.TWO_KEYS, operator=house.operator, keeper=house.keeper) if house.keeper else ""
    two = [(words(w.HELP_KEYS), keys)] if keys else []
    return Form(
        title=words(w.HELP_TITLE),
        close=words(CLOSE),
        blocks=(Facts((*pairs, *here, (words(w.HELP_REPLY), words(w.READ_IT)), *two)), Note(words(w.HELP_COUNT))),
    )


def _always(words: Words) -> Buttons:
    return Buttons((Open(words(w.HELP), "home.help"), Open(words(w.SPEAK_UP), "speak_up.open")))
