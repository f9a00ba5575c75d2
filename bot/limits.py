"""The smallest limits of all platforms, checked over every card and form, so that nothing "works on Slack" only.

Sources: Block Kit reference (messages 50 blocks, modals and Home 100, header 150, option 75, view title 24, section
3,000, about 13,200 characters a message), Teams (28 KB a card, 6 buttons), and the house's own stricter ones for people.
"""

from bot.chart_limits import chart_faults
from bot.receipt import Receipt
from bot.ui import (
    Block,
    Buttons,
    Card,
    Choice,
    Facts,
    Field,
    Form,
    Heading,
    Home,
    Link,
    Note,
    Picture,
    Quote,
    Scale,
    Several,
    Text,
    Write,
    buttons,
)

BUTTON_LABEL = 30
BUTTONS_A_ROW = 4
FORM_TITLE = 24
HEADING = 150
PARAGRAPH = 2900
SUMMARY = 150
OPTION = 75
OPTIONS = 100
FIELD_LABEL = 150
HINT = 300
LONGEST_WRITTEN = 3000
MESSAGE_BLOCKS = 45
PAGE_BLOCKS = 95
NAME = 200
ADDRESS = 2500  # Slack takes 3,000


def faults(shown: Card | Form | Home) -> list[str]:
    """What is too long, too many or missing, one sentence each; empty when it fits everywhere."""
    found = [fault for block in shown.blocks for fault in _block(block)]
    most = MESSAGE_BLOCKS if isinstance(shown, Card) else PAGE_BLOCKS
    found += _over("blocks", len(shown.blocks), most)
    match shown:
        case Card(summary=summary):
            found += _needed("summary", summary) + _over("summary", len(summary), SUMMARY)
        case Home(title=title):
            found += _needed("title", title) + _over("title", len(title), HEADING)
        case Form():
            found += _form(shown)
    if sum(1 for button in buttons(shown) if getattr(button, "look", "") == "primary") > 1 and not isinstance(
        shown, Form
    ):
        found.append("more than one primary button")
    return found


def _form(form: Form) -> list[str]:
    found = _needed("title", form.title) + _over("title", len(form.title), FORM_TITLE)
    found += _needed("close label", form.close) + _over("close label", len(form.close), FORM_TITLE)
    found += [fault for field in form.fields for fault in _field(field)]
    if bool(form.action) != bool(form.submit):
        found.append("a form has either both action and submit label, or neither")
    if form.fields and not form.action:
        found.append("a form with fields needs an action")
    names = {field.name for field in form.fields}
    found += [f"error for unknown field {name}" for name in form.errors if name and name not in names]
    return found + _over("submit label", len(form.submit), FORM_TITLE)


def _block(block: Block) -> list[str]:
    match block:
        case Heading(text):
            return _needed("heading", text) + _over("heading", len(text), HEADING)
        case Text(text) | Note(text) | Quote(text):
            return _needed("paragraph", text) + _over("paragraph", len(text), PARAGRAPH)
        case Picture(chart, address):
            return chart_faults(chart) + _over("address", len(address), ADDRESS)
        case Receipt():
            return _over("paragraph", len(block.text()), PARAGRAPH)
        case Facts(pairs):
            return _over("facts", len(pairs), 10)
        case Buttons(row):
            found = _needed("buttons", row) + _over("buttons in a row", len(row), BUTTONS_A_ROW)
            for button in row:
                found += _needed("button label", button.label) + _over("button label", len(button.label), BUTTON_LABEL)
                if not isinstance(button, Link):
                    found += _over("action", len(button.action), 60) + _over("ref", len(button.ref), NAME)
                    found += _over("choice", len(button.choice), NAME)
            return found
        case _:
            return []


def _field(field: Field) -> list[str]:
    found = _needed("field label", field.label) + _over("field label", len(field.label), FIELD_LABEL)
    found += _over("hint", len(field.hint), HINT)
    match field:
        case Choice(options=options) | Several(options=options):
            labels = [option.label for option in options]
            found += [fault for option in options for fault in _over("option's hint", len(option.hint), OPTION)]
            if any("," in option.value for option in options):
                found.append("an option's value holds no comma")
            found += _needed("options", options) + _over("options", len(options), OPTIONS)
        case Scale(lowest=lowest, highest=highest, options=labels_, instead=instead):
            labels = [*labels_, *([instead.label] if instead else [])]
            if len(labels_) != highest - lowest + 1:
                found.append("a scale needs one label per number")
        case Write(longest=longest):
            return found + _over("longest", longest, LONGEST_WRITTEN)
        case _:
            return found
    return found + [fault for label in labels for fault in _over("option", len(label), OPTION)]


def _over(what: str, size: int, most: int) -> list[str]:
    return [f"{what}: {size}, at most {most}"] if size > most else []


def _needed(what: str, value: object) -> list[str]:
    return [] if value else [f"{what} is missing"]
