"""What a person can be shown: cards, forms and Home, as plain values that every platform knows how to draw.

There is no platform-only attribute here, ever: a renderer may draw the same values more richly, but the values say
everything. All text is plain text; renderers escape it.
"""

from collections.abc import Mapping
from typing import Literal

from bot.chart_text import twin
from bot.charts import Chart
from bot.receipt import Receipt
from bot.values import dataclass, field

Look = Literal["plain", "primary", "danger"]


@dataclass(frozen=True, slots=True)
class Press:
    """A button that acts at once: it becomes a `Pressed` event."""

    label: str
    action: str
    ref: str = ""
    choice: str = ""
    look: Look = "plain"


@dataclass(frozen=True, slots=True)
class Open:
    """A button that opens a form: it becomes an `Opened` event.

    It is a type of its own because Teams must know, when it draws the button, that a dialog will follow.
    """

    label: str
    action: str
    ref: str = ""
    choice: str = ""
    look: Look = "plain"


@dataclass(frozen=True, slots=True)
class Link:
    """A button that leads to a web page; no click is counted."""

    label: str
    url: str


Button = Press | Open | Link


@dataclass(frozen=True, slots=True)
class Heading:
    """A short title line."""

    text: str


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph; a newline is a line break."""

    text: str


@dataclass(frozen=True, slots=True)
class Note:
    """A smaller, quieter paragraph. Never used for what we cannot promise: that stands in `Text`."""

    text: str


@dataclass(frozen=True, slots=True)
class Quote:
    """Somebody's own words."""

    text: str


@dataclass(frozen=True, slots=True)
class Facts:
    """Labels with values, in reading order."""

    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Buttons:
    """One row of at most four buttons."""

    buttons: tuple[Button, ...]


@dataclass(frozen=True, slots=True)
class Divider:
    """A thin line between two parts."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart. Who cannot draw it fetches its PNG at `address`, which the core fills in, or shows its plain-text twin."""

    chart: Chart
    address: str = ""


Block = Heading | Text | Note | Quote | Facts | Buttons | Divider | Picture | Receipt


@dataclass(frozen=True, slots=True)
class Card:
    """A message. `summary` is the one line a notification or a lock screen shows."""

    summary: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Home:
    """The page a person finds whenever they open Hearback."""

    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Option:
    """One thing that can be chosen; `value` travels, `label` is read, and `hint` beside it says more, if there is more."""

    value: str
    label: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """Choose one of several; its value is an option's `value`."""

    name: str
    label: str
    options: tuple[Option, ...]
    hint: str = ""
    required: bool = True


@dataclass(frozen=True, slots=True)
class Several:
    """Choose some of several, or tick the only one; its value is the chosen options' values with commas, `1,3`."""

    name: str
    label: str
    options: tuple[Option, ...]
    hint: str = ""
    required: bool = True


@dataclass(frozen=True, slots=True)
class Scale:
    """A whole number from `lowest` to `highest`; its value is that number in digits.

    `options` are the labels in order of the numbers, `highest - lowest + 1` of them ("0 - very bad" ... "10 - very good").
    `instead` can be chosen in the place of a number ("Prefer not to say").
    """

    name: str
    label: str
    lowest: int
    highest: int
    options: tuple[str, ...]
    hint: str = ""
    required: bool = True
    instead: Option | None = None


@dataclass(frozen=True, slots=True)
class Write:
    """Free words; at most `longest` characters."""

    name: str
    label: str
    longest: int
    hint: str = ""
    required: bool = True
    tall: bool = True


@dataclass(frozen=True, slots=True)
class Day:
    """A date; its value is ISO, `2026-11-05`."""

    name: str
    label: str
    hint: str = ""
    required: bool = True


Field = Choice | Several | Scale | Write | Day


@dataclass(frozen=True, slots=True)
class Form:
    """A dialog. With `action` it can be sent and comes back as `Submitted`; without, it can only be read and closed.
    `values` are what stands in the fields; `errors` one sentence per field name, the empty name for the whole form.
    "Try again" is the same form with the person's words still in `values`.
    """

    title: str
    close: str
    blocks: tuple[Block, ...] = ()
    fields: tuple[Field, ...] = ()
    action: str = ""
    ref: str = ""
    submit: str = ""
    values: Mapping[str, str] = field(default_factory=dict)
    errors: Mapping[str, str] = field(default_factory=dict)


def plain_blocks(blocks: tuple[Block, ...]) -> str:
    """The plain-text twin of blocks: what a screen reader, an e-mail or a printed page holds. Buttons are left out."""
    return "\n\n".join(text for text in map(_plain_block, blocks) if text)


def plain(shown: Card | Home | Form) -> str:
    """The plain-text twin of a card, a form's text or Home."""
    top = shown.summary if isinstance(shown, Card) else shown.title
    body = plain_blocks(shown.blocks)
    return body if body.startswith(top) else f"{top}\n\n{body}".strip()


def buttons(shown: Card | Home | Form) -> tuple[Button, ...]:
    """Every button on it, in reading order."""
    return tuple(button for block in shown.blocks if isinstance(block, Buttons) for button in block.buttons)


def _plain_block(block: Block) -> str:
    match block:
        case Heading(text) | Text(text) | Note(text):
            return text
        case Quote(text):
            return "\n".join(f"> {line}" for line in text.splitlines())
        case Facts(pairs):
            return "\n".join(f"{label}: {value}" for label, value in pairs)
        case Picture(chart):
            return twin(chart)
        case Receipt():
            return block.text()
        case Buttons() | Divider():
            return ""
