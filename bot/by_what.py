"""By what else a steward wants results shown: one of the things that people may say about themselves here, or nothing."""

from collections.abc import Mapping, Sequence

from bot.detail import Detail
from bot.falls import cut
from bot.forms import again
from bot.limits import OPTION, OPTIONS
from bot.programme import Ask, Template
from bot.question import spoken
from bot.settings import House
from bot.ui import Choice, Form, Option
from bot.values import dataclass
from bot.words import Sentence, Words

SAY_FIELD = Sentence("by_what.field", "Show results also by")
SAY_HINT = Sentence("by_what.hint", "What people may have said about themselves, under About you on Home.")
SAY_NOTHING = Sentence("by_what.nothing", "Nothing else")
SAY_AS_WRITTEN = Sentence("by_what.as_written", "As it is written: {listed}")
SAY_WRITTEN = Sentence("by_what.written", "{subject} by {detail}")
SAY_MEANS = Sentence(
    "by_what.means",
    "Results can also be shown by one thing that people said about themselves, if they did, before they answered. A group is "
    "shown when at least {twice} people in it answer; a smaller one is part of a wider one, or not shown. Asked in turn, this "
    "takes the place of results by team. Everybody's Home announces it with the question, five working days before it opens.",
)
SAY_NOT_HERE = Sentence(
    "by_what.not_here",
    "Results cannot be shown by what people said about themselves, because fewer than {n} people are asked.",
)
SAY_UNKNOWN = Sentence("by_what.unknown", "Choose one of these, or nothing else.")
SAY_NAMED = Sentence(
    "by_what.named",
    "Answers to this have names, and are not shown by groups. Choose nothing else, or another question.",
)
SAY_FEW = Sentence(
    "by_what.few",
    "Each time this asks fewer than {n} people. That is too few to show results by groups: choose nothing else.",
)
SAY_WORDS = Sentence(
    "by_what.words",
    "Answers in people's own words are not shown by groups. Choose nothing else, or another kind of answer.",
)
SAY_TOLD = Sentence(
    "by_what.told",
    "Results are also shown by {detail}, for groups in which at least {twice} people answer. Everybody can read that on Home "
    "from today on, and in the question.",
)
EVERY = tuple(value for value in list(globals().values()) if isinstance(value, Sentence))

BY = "by"
AS_WRITTEN, NOTHING = "=", "."
"""No detail has such an id."""


@dataclass(frozen=True, slots=True)
class Groups:
    """What can be shown by groups of a question that so many people are asked: whether anything, because they are not fewer
    than `people`; and from how many answers on a group is."""

    enough: bool
    people: int
    twice: int


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


def offer(words: Words, house: House, groups: Groups, templates: Sequence[Template] = ()) -> Offer | None:
    """The choice for a question whose results can be shown so; None where nobody is asked for anything about them.

    Where one of the `templates` says by itself by what it is shown, that is kept unless somebody chooses.
    """
    if not house.details:
        return None
    if not groups.enough:
        return Offer(words(SAY_NOT_HERE, n=groups.people))
    written = [_written(words, each, found) for each in templates if (found := detail_of(house, each.ask.by))]
    first = (Option(AS_WRITTEN, cut(words(SAY_AS_WRITTEN, listed=words.listed(written)), OPTION)),) if written else ()
    details = (Option(each.id, spoken(each.name, words.language)) for each in house.details)
    options = (*first, Option(NOTHING, words(SAY_NOTHING)), *details)[:OPTIONS]
    field = Choice(BY, words(SAY_FIELD), options, hint=words(SAY_HINT), required=False)
    return Offer(words(SAY_MEANS, twice=groups.twice), field, options[0].value)


def chosen(values: Mapping[str, str]) -> str | None:
    """The id that was sent, which nobody has looked at yet; empty: by nothing else; None: as the template says."""
    sent = values.get(BY, "") or AS_WRITTEN
    return {AS_WRITTEN: None, NOTHING: ""}.get(sent, sent)


def cannot(words: Words, house: House, ask: Ask, by: str | None, *, groups: Groups) -> str:
    """Why results of this cannot be shown by what was chosen; empty where they can. `groups` are of those asked each time."""
    if not by:
        return ""
    if detail_of(house, by) is None:
        return words(SAY_UNKNOWN)
    if ask.voice == "named":
        return words(SAY_NAMED)
    if not ask.rotation and all(each.kind == "text" for each in ask.questions):
        return words(SAY_WORDS)
    return "" if groups.enough else words(SAY_FEW, n=groups.people)


def mended(form: Form, values: Mapping[str, str], wrong: str) -> Form:
    """The form once more with what is wrong: at its field, or above all where there was no such field."""
    return again(form, values, {BY if any(each.name == BY for each in form.fields) else "": wrong})


def told(words: Words, house: House, ask: Ask, by: str | None, *, groups: Groups) -> str:
    """By what else results will be shown, as it is said when something is started; empty: by nothing."""
    found = detail_of(house, ask.by if by is None else by)
    return words(SAY_TOLD, detail=spoken(found.name, words.language), twice=groups.twice) if found else ""


def detail_of(house: House, wanted: str) -> Detail | None:
    return next((each for each in house.details if each.id == wanted), None)


def _written(words: Words, template: Template, detail: Detail) -> str:
    subject, name = (spoken(each, words.language) for each in (template.ask.subject, detail.name))
    return words(SAY_WRITTEN, subject=subject, detail=name)
