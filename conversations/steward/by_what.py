"""By what else a steward wants results shown: one of the things that people may say about themselves here, or nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.detail import Detail
from bot.falls import cut
from bot.forms import again
from bot.limits import OPTION, OPTIONS
from bot.programme import Ask, Template
from bot.question import spoken
from bot.settings import House
from bot.ui import Choice, Form, Option
from bot.words import Words
from conversations.steward import words as w
from storage.disclosure.presets import SMALL_UNDER, TooFew, preset_for, usual

BY = "by"
AS_WRITTEN, NOTHING = "=", "."
"""No detail has such an id."""


@dataclass(frozen=True, slots=True)
class Offer:
    """What the choice means, the choice, and what is chosen at first. Without a field it says why there is no choice."""

    text: str
    field: Choice | None = None
    value: str = ""

    @property
    def fields(self) -> tuple[Choice, ...]:
        return (self.field,) if self.field else ()

    @property
    def values(self) -> dict[str, str]:
        return {self.field.name: self.value} if self.field else {}


def offer(words: Words, house: House, heads: int, templates: Sequence[Template] = ()) -> Offer | None:
    """The choice for a question that so many people would be asked; None where nobody is asked for anything about them.

    Where one of the `templates` says by itself by what it is shown, that is kept unless somebody chooses.
    """
    if not house.details:
        return None
    if not _many_enough(house, heads):
        return Offer(words(w.BY_NOT_HERE, n=SMALL_UNDER))
    written = [_written(words, each, found) for each in templates if (found := detail_of(house, each.ask.by))]
    first = (Option(AS_WRITTEN, cut(words(w.BY_AS_WRITTEN, listed=words.listed(written)), OPTION)),) if written else ()
    details = (Option(each.id, spoken(each.name, words.language)) for each in house.details)
    options = (*first, Option(NOTHING, words(w.BY_NOTHING)), *details)[:OPTIONS]
    field = Choice(BY, words(w.BY_FIELD), options, hint=words(w.BY_HINT), required=False)
    return Offer(words(w.BY_MEANS, twice=_twice(house)), field, options[0].value)


def chosen(values: Mapping[str, str]) -> str | None:
    """The id that was sent, which nobody has looked at yet; empty: by nothing else; None: as the template says."""
    sent = values.get(BY, "") or AS_WRITTEN
    return {AS_WRITTEN: None, NOTHING: ""}.get(sent, sent)


def cannot(words: Words, house: House, ask: Ask, by: str | None, *, heads: int) -> str:
    """Why results of this cannot be shown by what was chosen; empty where they can. `heads` are asked each time."""
    if not by:
        return ""
    if detail_of(house, by) is None:
        return words(w.BY_UNKNOWN)
    if ask.voice == "named":
        return words(w.BY_NAMED)
    if not ask.rotation and all(each.kind == "text" for each in ask.questions):
        return words(w.BY_WORDS)
    return "" if _many_enough(house, heads) else words(w.BY_FEW, n=SMALL_UNDER)


def mended(form: Form, values: Mapping[str, str], wrong: str) -> Form:
    """The form once more with what is wrong: at its field, or above all where there was no such field."""
    return again(form, values, {BY if any(each.name == BY for each in form.fields) else "": wrong})


def told(words: Words, house: House, ask: Ask, by: str | None) -> str:
    """By what else results will be shown, as it is said when something is started; empty: by nothing."""
    found = detail_of(house, ask.by if by is None else by)
    return words(w.BY_TOLD, detail=spoken(found.name, words.language), twice=_twice(house)) if found else ""


def detail_of(house: House, wanted: str) -> Detail | None:
    return next((each for each in house.details if each.id == wanted), None)


def _written(words: Words, template: Template, detail: Detail) -> str:
    subject, name = (spoken(each, words.language) for each in (template.ask.subject, detail.name))
    return words(w.BY_WRITTEN, subject=subject, detail=name)


def _many_enough(house: House, heads: int) -> bool:
    try:
        return preset_for(heads, usual(house.preset, house.threshold)).attributes
    except TooFew:
        return False


def _twice(house: House) -> int:
    return usual(house.preset, house.threshold).values_from
