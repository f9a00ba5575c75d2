"""What stewards and leads see where practices are started, looked at ahead, changed and stopped; and what staff see coming."""

from collections.abc import Iterable, Sequence
from datetime import date

from bot.conversation import Person
from bot.finding import about, named
from bot.practice import Planned, Practice, whom
from bot.question import spoken
from bot.sentences import ALL_STAFF_TITLE, CLOSE
from bot.ui import Block, Buttons, Card, Choice, Day, Facts, Field, Form, Open, Option, Text, Write
from bot.values import dataclass
from bot.words import Words
from conversations.practices import words as w
from storage.practices import Running

WHICH, CIRCLE, WHO, DAY = "which", "circle", "who", "day"
TEAM, ELSE = "team", "else"
"""Chosen instead of a circle or a person, and the fields in which a team or a colleague is named then."""
LONGEST_NAME = 70
DAY_FORMAT = "%Y-%m-%d"
A_BLOCK = 8
"""So many lines stand in one table: every platform has room for them."""


@dataclass(frozen=True, slots=True)
class Audience:
    """A circle that somebody may start something for: what stands for it in a form, its number and name, and how many it
    reaches; None where that is nobody's to know. `many`: so many that nobody starts something for them alone."""

    ref: str
    id: int
    name: str
    heads: int | None
    many: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """What somebody wants to start. `rounds` are the next ones, `ref` holds what was chosen. So many people may read a
    question on Home alone (`home_only`), because it closes before their next note. `wished` is the day that was chosen; it
    may open later because it is `listed_first`. `asks`: whoever would answer back has to say yes first."""

    practice: Practice
    circle: Audience
    answerer: Person
    rounds: Sequence[Sequence[Planned]]
    ref: str
    home_only: int = 0
    wished: date | None = None
    listed_first: bool = False
    asks: bool = False

    @property
    def needs_second(self) -> bool:
        return self.circle.many


def home_start(words: Words, *, runs: bool) -> tuple[Block, ...]:
    more = (Open(words(w.RUNNING), "practices.running"),) if runs else ()
    return (Buttons((Open(words(w.START), "practices.start"), *more)),)


def what_there_is(words: Words, practices: Iterable[Practice]) -> Form:
    """Everything that can be started, each in a sentence."""
    told = [(spoken(each.title, words.language), spoken(each.about, words.language)) for each in practices]
    told.sort()
    lines = [Facts(tuple(told[at : at + A_BLOCK])) for at in range(0, len(told), A_BLOCK)]
    back = Buttons((Open(words(w.START), "practices.start"),))
    return Form(title=words(w.WHAT_THERE_IS), close=words(CLOSE), blocks=(*lines, back))


def start(
    words: Words,
    practices: Sequence[Practice],
    circles: Sequence[Audience],
    who: Sequence[tuple[str, Person]],
    *,
    teams: bool = False,
) -> Form:
    """What there is, for whom, who answers back, from when on. `teams`: also for a team that is named."""
    by_title = sorted(practices, key=lambda each: spoken(each.title, words.language))
    named_ = tuple(Option(each.name, spoken(each.title, words.language)) for each in by_title)
    return Form(
        title=words(w.TITLE),
        close=words(CLOSE),
        blocks=(Text(words(w.OFFER)), Buttons((Open(words(w.WHAT_THERE_IS), "practices.what"),))),
        fields=(
            Choice(WHICH, words(w.WHICH), named_),
            *_for_whom(words, circles, teams=teams),
            who_(words, who, more=(Option(ELSE, words(w.SOMEBODY_ELSE)),)),
            Write(ELSE, words(w.ELSE_NAME), LONGEST_NAME, hint=words(w.ELSE_HINT), required=False, tall=False),
            Day(DAY, words(w.FROM), hint=words(w.FROM_HINT), required=False),
        ),
        action="practices.look",
        submit=words(w.LOOK),
    )


def home_new(words: Words, one: Running, *, hidden: bool = False) -> tuple[Block, ...]:
    """Before it first opens it is listed, with who asks, why, who answers back and whom to tell if one objects (P12)."""
    title, about = (spoken(each, words.language) for each in (one.practice.title, one.practice.about))
    sentence = w.NEW if one.practice.answers_back else w.NEW_AT_ONCE
    told = {"about": about, "day": words.day(one.next_at), "answerer": named(words, one.answerer_name)}
    return (Text(words(sentence, title=title, whom=whom(words, one.circle_name, hidden=hidden), **told)),)


def home_coming(words: Words, one: Running) -> tuple[Block, ...]:
    return (about(words, one.practice.title, words(w.COMES, day=words.day(one.next_at))),)


def not_opened(words: Words, one: Running) -> Card:
    title = spoken(one.practice.title, words.language)
    text = words(w.NOT_OPENED, title=title, answerer=named(words, one.answerer_name))
    return Card(text[:150], (Text(text),))


def people(words: Words, circle: Audience) -> str:
    name = circle.name[:50] or words(ALL_STAFF_TITLE)
    if circle.heads is None:
        return name
    return words(w.PEOPLE, circle=name, n=words.number(circle.heads))


def who_(words: Words, who: Sequence[tuple[str, Person]], *, more: tuple[Option, ...] = ()) -> Choice:
    return Choice(WHO, words(w.WHO), (*(Option(ref, person.name[:75]) for ref, person in who[:99]), *more))


def _for_whom(words: Words, circles: Sequence[Audience], *, teams: bool) -> tuple[Field, ...]:
    options = tuple(Option(each.ref, people(words, each)) for each in circles[:99])
    if not teams:
        return (Choice(CIRCLE, words(w.FOR_WHOM), options),)
    return (
        Choice(CIRCLE, words(w.FOR_WHOM), (*options, Option(TEAM, words(w.A_TEAM)))),
        Write(TEAM, words(w.TEAM_NAME), LONGEST_NAME, hint=words(w.TEAM_HINT), required=False, tall=False),
    )
