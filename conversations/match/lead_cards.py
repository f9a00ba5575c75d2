"""What whoever leads a cohort sees: the form that begins one, the proposed pairs, how it goes, and the way to end it."""

from collections.abc import Sequence
from typing import TypeVar

from bot.falls import cut
from bot.limits import OPTION
from bot.sentences import CLOSE
from bot.ui import Block, Buttons, Choice, Day, Facts, Form, Note, Open, Option, Several, Text, Write
from bot.words import Words
from conversations.match import rules
from conversations.match import words as w
from conversations.match.cards import about, met, options, reason_list
from conversations.match.values import Cohort, Pair

AT_ONCE, FACTS, NAME = 40, 10, 34
"""So many pairs fit into a form, and into one list; so much of a name into a line."""
T = TypeVar("T")
_SHORT = {"topic": w.L_TOPIC, "time": w.L_TIME, "way": w.L_WAY, "elsewhere": w.L_ELSEWHERE}
_STATES = {
    "first": w.S_ASKED,
    "second": w.S_ASKED,
    "together": w.S_TOGETHER,
    "declined": w.S_DECLINED,
    "ended": w.S_ENDED,
}


def home_begin(words: Words) -> tuple[Block, ...]:
    return (Buttons((Open(words(w.BEGIN_BUTTON), "match.begin"),)),)


def home_ready(words: Words, cohort: Cohort, many: int) -> tuple[Block, ...]:
    return about(words, cohort, words(w.READY, n=many)), Buttons(
        (Open(words(w.PAIRS_BUTTON), "match.pairs", cohort.ref),)
    )


def home_leads(words: Words, cohort: Cohort, mentors: int, mentees: int) -> tuple[Block, ...]:
    """How many joined; who they are stands nowhere, until they are proposed as a pair."""
    text = words(w.LEADING_IT, mentors=mentors, mentees=mentees)
    return about(words, cohort, text), Buttons((Open(words(w.STATE_BUTTON), "match.state", cohort.ref),))


def begin(words: Words, circles: Sequence[tuple[str, str]]) -> Form:
    """A new cohort; `circles` are key and name of those whom one may invite."""
    months = tuple(Option(each, words(w.MONTHS_OF, n=each)) for each in rules.MONTHS_OF)
    minutes = tuple(Option(each, words(w.MINUTES_OF, n=each)) for each in rules.MINUTES_OF)
    who = tuple(Option(key, cut(name, OPTION) if name else words(w.EVERYBODY)) for key, name in circles)
    return Form(
        title=words(w.BEGIN_TITLE),
        close=words(CLOSE),
        blocks=(Text(words(w.BEGIN_TEXT)),),
        fields=(
            Write(rules.NAME, words(w.NAME), rules.LONGEST_NAME, hint=words(w.NAME_HINT), tall=False),
            Choice(rules.CIRCLE, words(w.CIRCLE), who),
            Choice(rules.DIRECTION, words(w.DIRECTION), options(words, rules.DIRECTIONS)),
            Choice(rules.MONTHS, words(w.MONTHS), months),
            Choice(rules.MINUTES, words(w.MINUTES), minutes),
            Day(rules.UNTIL, words(w.UNTIL), hint=words(w.UNTIL_HINT)),
            Write(rules.CONSENT, words(w.CONSENT), rules.LONGEST_CONSENT),
        ),
        action="match.begin",
        submit=words(w.BEGIN_SEND),
        values={rules.CONSENT: words(w.CONSENT_USUAL), rules.MONTHS: "6", rules.MINUTES: "60"},
    )


def proposed(words: Words, cohort: Cohort, pairs: Sequence[Pair]) -> Form:
    """Each pair with its two reasons, and the way to put some of them aside."""
    shown, more = pairs[:AT_ONCE], len(pairs) - AT_ONCE
    pairs_told = [(_short(words, each), "; ".join(reason_list(words, each, _SHORT))) for each in shown]
    told: list[Block] = [Facts(tuple(part)) for part in _tens(pairs_told)]
    told += [Note(words(w.PAIRS_MORE, n=more))] if more > 0 else []
    choices = tuple(Option(each.ref, cut(_short(words, each), OPTION)) for each in shown)
    return Form(
        title=words(w.PAIRS_TITLE),
        close=words(CLOSE),
        blocks=(Text(words(w.PAIRS_TEXT)), *told),
        fields=(Several(rules.ASIDE, words(w.ASIDE), choices, hint=words(w.ASIDE_HINT), required=False),),
        action="match.pairs",
        ref=cohort.ref,
        submit=words(w.PAIRS_SEND),
    )


def state(words: Words, cohort: Cohort, pairs: Sequence[Pair], waiting: tuple[int, int]) -> Form:
    """How each pair stands, as far as a lead may know; how many wait, and what may be shown of who met."""
    lines = [
        words(w.STATE_ONE, pair=_short(words, each), state=words(_STATES[each.state]))
        for each in pairs
        if each.state in _STATES
    ]
    told = tuple(Text("\n".join(part)) for part in _tens(lines))
    count = Text(words(w.WAIT_COUNT, mentors=waiting[0], mentees=waiting[1]))
    stop = Buttons((Open(words(w.STOP), "match.stop", cohort.ref, look="danger"),))
    return Form(title=words(w.STATE_TITLE), close=words(CLOSE), blocks=(*told[:60], count, *met(words, cohort), stop))


def stop(words: Words, cohort: Cohort) -> Form:
    return Form(
        title=words(w.STOP_TITLE),
        close=words(CLOSE),
        blocks=(Text(words(w.STOP_TEXT, name=cohort.name)),),
        action="match.stop",
        ref=cohort.ref,
        submit=words(w.STOP),
    )


def _short(words: Words, each: Pair) -> str:
    return words(w.PAIR_SHORT, mentor=cut(each.mentor_name, NAME), mentee=cut(each.mentee_name, NAME))


def _tens(every: Sequence[T]) -> list[Sequence[T]]:
    return [every[start : start + FACTS] for start in range(0, len(every), FACTS)]
