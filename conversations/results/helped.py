"""Did it help? Teams where something was tried, before and after, beside the teams where it was not: from published figures."""

from collections.abc import Mapping, Sequence
from math import fsum

from bot.limits import OPTIONS
from bot.question import Question, spoken
from bot.ui import Block, Choice, Facts, Field, Form, Note, Several, Text
from bot.values import dataclass
from bot.words import Words
from conversations.results import words as w
from conversations.results import words_helped as h
from conversations.results.cards import back
from conversations.results.choices import choosing, numbered, page, place, which
from conversations.results.measures import figure, measure_name, said
from conversations.results.teams import Table, called, in_order
from storage.results import Earlier
from storage.rounds import Asking
from storage.scores.helped import BeforeAfter, Effect, difference_in_differences, smallest_p
from storage.snapshot import Teams

SINCE, PART, TRIED = "since", "part", "tried"
CONVINCING = 0.05
"""What chance does less often than this is called more than chance: the same one in twenty as every interval here."""
COUNTED_UP_TO = 100
"""Up to so many ways to choose the teams, the very number of ways is said."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """One question in two rounds: `questions` and `rounds` are what can be chosen, `question` and `since` what is. `before`
    and `now` are what was published of the teams."""

    questions: Sequence[Question]
    rounds: Sequence[Earlier]
    question: Question
    since: Earlier
    before: Table
    now: Table

    def units(self, tree: Teams) -> list[str]:
        """The teams with a published figure in both rounds. Of teams that belong to one another only the
        smallest: else the same answers would count twice."""
        both = [
            key for key in in_order(tree) if all(self.question.id in at.get(key, {}) for at in (self.before, self.now))
        ]
        above = {each for key in both for each in tree.path(key)[1:]}
        return [key for key in both if key not in above]

    def moved(self, key: str) -> BeforeAfter:
        return figure(self.question, self.before[key][self.question.id]), figure(
            self.question, self.now[key][self.question.id]
        )


def did_it_help(
    words: Words, asking: Asking, tree: Teams, compared: Comparison | None, *, chosen: Mapping[str, str]
) -> Form:
    """The reader ticks the teams where something was tried; what is ticked is kept nowhere. None: no earlier round."""
    if compared is None:
        return page(words, asking, (Text(words(h.NO_ROUND)),), (back(words, asking),))
    units = compared.units(tree)
    parts = _parts(tree, units) if len(units) > OPTIONS else []
    if parts:
        part = parts[place(chosen.get(PART, ""), len(parts))]
        units = [key for key in units if part in tree.path(key)]
    fields = (*_rounds(words, compared), *((_part(words, tree, parts),) if parts else ()))
    if not 2 <= len(units) <= OPTIONS:
        said_ = h.NO_TEAMS if len(units) < 2 else h.TOO_MANY
        shown: tuple[Block, ...] = (Text(words(said_, n=OPTIONS)),)
        form = page(words, asking, shown, (back(words, asking),))
        return choosing(words, form, asking.round_ref, "results.helped", fields=fields, chosen=chosen)
    places = {key: str(number) for number, key in enumerate(in_order(tree))}
    ticked = [key for key in units if places[key] in chosen.get(TRIED, "").split(",")]
    form = page(words, asking, _found(words, compared, units, ticked, asked=TRIED in chosen), (back(words, asking),))
    every: tuple[Field, ...] = (*fields, _teams(words, tree, units))
    values = {**chosen, TRIED: ",".join(places[key] for key in ticked)}
    return choosing(words, form, asking.round_ref, "results.helped", fields=every, chosen=values)


def _found(
    words: Words, compared: Comparison, units: Sequence[str], ticked: Sequence[str], *, asked: bool
) -> tuple[Block, ...]:
    """What was found; before anything is ticked, what to tick and why all of it at once."""
    about = Text(spoken(compared.question.prompt, words.language))
    tried = [compared.moved(key) for key in ticked]
    others = [compared.moved(key) for key in units if key not in ticked]
    if not (tried and others):
        missing = (Text(words(h.TICK if others else h.LEAVE)),) if asked else ()
        return (about, *missing, Text(words(h.TEXT, day=words.day(compared.since.closed))))
    effect = difference_in_differences(tried, others)
    facts = (
        (words(h.TRIED), _moved(words, compared, tried)),
        (words(h.OTHERS), _moved(words, compared, others)),
    )
    return (
        about,
        Note(words(h.WHAT, what=measure_name(words, compared.question), day=words.day(compared.since.closed))),
        Facts(facts),
        *_judged(words, compared.question, effect, tried=tried, teams=len(units)),
        Note(words(h.CAUSE)),
    )


def _judged(
    words: Words, question: Question, effect: Effect, *, tried: Sequence[BeforeAfter], teams: int
) -> tuple[Block, ...]:
    """How the teams moved, measured by the others; how often chance does as much; and what that says."""
    verdict = Text(_verdict(words, effect, len(tried), teams))
    if said_by(words, question, abs(effect.value)) == said_by(words, question, 0):
        return Text(words(h.ALIKE)), verdict
    n, of = _cases(effect.p, len(tried), teams)
    chance = words(h.CHANCE, n=words.number(n), of=words.number(of))
    return Text(f"{_effect(words, question, effect, tried)} {chance}"), verdict


def _effect(words: Words, question: Question, effect: Effect, tried: Sequence[BeforeAfter]) -> str:
    by, rose = said_by(words, question, abs(effect.value)), fsum(after - before for before, after in tried) > 0
    if rose:
        return words(h.ROSE_MORE if effect.value > 0 else h.ROSE_LESS, by=by)
    return words(h.FELL_LESS if effect.value > 0 else h.FELL_MORE, by=by)


def said_by(words: Words, question: Question, value: float) -> str:
    """A difference: of averages with one decimal, of shares in points."""
    return words.number(value, 1) if question.kind == "scale" else words(w.POINTS, n=round(value))


def _cases(p: float, tried: int, teams: int) -> tuple[int, int]:
    """So many of so many cases: the ways to choose the teams themselves while they are few, else a round number."""
    ways = round(1 / smallest_p(tried, teams - tried, mirrored=False))
    if ways <= COUNTED_UP_TO:
        return round(p * ways), ways
    return (1, round(1 / p)) if p < 1 / 10 else (round(10 * p), 10)


def _verdict(words: Words, effect: Effect, tried: int, teams: int) -> str:
    least = smallest_p(tried, teams - tried)
    if least > CONVINCING:
        n, of = _cases(least, tried, teams)
        return words(h.TOO_FEW, tried=tried, teams=teams, n=n, of=of)
    return words(h.MORE if effect.p <= CONVINCING else h.MAYBE)


def _moved(words: Words, compared: Comparison, teams: Sequence[BeforeAfter]) -> str:
    before, after = (said(words, compared.question, fsum(each[at] for each in teams) / len(teams)) for at in (0, 1))
    return words(h.MOVED, n=len(teams), before=before, after=after)


def _rounds(words: Words, compared: Comparison) -> tuple[Choice, ...]:
    """Which question, and which round before, where there is more than one."""
    asked = (which(words, compared.questions),) if len(compared.questions) > 1 else ()
    days = [words.day(each.closed) for each in compared.rounds]
    since = Choice(SINCE, words(h.SINCE), numbered(days))
    return (*asked, *((since,) if len(days) > 1 else ()))


def _parts(tree: Teams, units: Sequence[str]) -> list[str]:
    """Parts of the organisation whose teams can all be listed, where there are too many in all."""
    under: dict[str, int] = {}
    for key in units:
        for above in tree.path(key)[1:-1]:
            under[above] = under.get(above, 0) + 1
    return [key for key in in_order(tree) if 2 <= under.get(key, 0) <= OPTIONS][:OPTIONS]


def _part(words: Words, tree: Teams, parts: Sequence[str]) -> Choice:
    names = called(tree)
    return Choice(PART, words(h.PART), numbered([names[key] for key in parts]))


def _teams(words: Words, tree: Teams, units: Sequence[str]) -> Several:
    """Their places among all teams travel, so that no name does, and a tick stays where it is when the question changes."""
    places = {key: number for number, key in enumerate(in_order(tree))}
    names = called(tree)
    listed = numbered([names[key] for key in units], [places[key] for key in units])
    return Several(TRIED, words(h.WHERE), listed, hint=words(h.HINT), required=False)
