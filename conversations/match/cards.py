"""How mentoring looks to whoever takes part: what stands on Home, the form to join, and what they are told."""

from collections.abc import Mapping
from datetime import date

from bot.sentences import CLOSE
from bot.settings import House
from bot.ui import (
    Block,
    Buttons,
    Card,
    Choice,
    Facts,
    Form,
    Heading,
    Note,
    Open,
    Option,
    Press,
    Quote,
    Several,
    Text,
    Write,
)
from bot.words import Sentence, Words
from conversations.match import rules
from conversations.match import words as w
from conversations.match.values import Cohort, Pair
from storage.matching.hopes import MOST_APART, Side

LONGEST_APART = 2200
_REASONS = {"topic": w.R_TOPIC, "time": w.R_TIME, "way": w.R_WAY, "elsewhere": w.R_ELSEWHERE}
_VALUES: Mapping[str, Mapping[str, Sentence]] = {
    "topic": rules.TOPICS_OF,
    "way": rules.WAYS_OF,
    "time": rules.TIMES_OF,
}


def about(words: Words, cohort: Cohort, text: str) -> Facts:
    """What is said of a cohort, beside its name."""
    return Facts(((words(w.ABOUT, name=cohort.name), text),))


def invited(words: Words, cohort: Cohort) -> tuple[Block, ...]:
    """For whoever may join and has not."""
    told = {"minutes": cohort.minutes, "months": cohort.months}
    text = words(w.INVITED, day=words.day(cohort.joins_until), **told)
    return about(words, cohort, text), Buttons((Open(words(w.JOIN_BUTTON), "match.join", cohort.ref),))


def waiting(words: Words, cohort: Cohort) -> tuple[Block, ...]:
    """For whoever has joined and is no pair: the same words for each reason there can be."""
    leave = Press(words(w.LEAVE), "match.leave", cohort.ref)
    if cohort.stage == "joining":
        text = words(w.JOINED_HOME, day=words.day(cohort.joins_until))
        return about(words, cohort, text), Buttons((Open(words(w.CHANGE), "match.join", cohort.ref), leave))
    return about(words, cohort, words(w.WAITING)), Buttons((leave,))


def asked(words: Words, cohort: Cohort, pair: Pair, side: Side) -> tuple[Block, ...]:
    """Whether they would like this pair; `side` is what the other one would be. No name is in it."""
    sides = {"mentor": w.SIDE_MENTOR, "mentee": w.SIDE_MENTEE}
    text = words(w.ASKED, side=words(sides[side]))
    yes, no = Press(words(w.YES), "match.yes", pair.ref, look="primary"), Press(words(w.NO), "match.no", pair.ref)
    how = Note(words(w.ASKED_HOW))
    return about(words, cohort, f"{text}\n{reasons(words, pair)}"), how, Buttons((yes, no))


def said_yes(words: Words, cohort: Cohort) -> tuple[Block, ...]:
    return (about(words, cohort, words(w.SAID_YES)),)


def together(words: Words, cohort: Cohort, pair: Pair, *, me: int, meeting: int = 0) -> tuple[Block, ...]:
    """The other's name, at last. `meeting`: the number of the meeting about which they can say whether they met, or 0."""
    mentor = pair.mentor != me
    other = pair.mentor_name if mentor else pair.mentee_name
    side = words(w.SIDE_MENTOR if mentor else w.SIDE_MENTEE)
    text = words(w.TOGETHER, other=other, side=side)
    how = words(w.TOGETHER_HOW, minutes=cohort.minutes)
    blocks: list[Block] = [about(words, cohort, f"{text}\n{reasons(words, pair)}\n{how}")]
    row: list[Open | Press] = []
    if meeting:
        blocks.append(Note(words(w.MET_LINE, n=meeting)))
        row.append(Open(words(w.MET_BUTTON), "match.met", pair.ref))
    return *blocks, Buttons((*row, Press(words(w.END_PAIR), "match.end", pair.ref)))


def pair_ended(words: Words, cohort: Cohort, pair: Pair, *, me: int) -> tuple[Block, ...]:
    other = pair.mentee_name if pair.mentor == me else pair.mentor_name
    return (about(words, cohort, words(w.ENDED_PAIR, other=other or words(w.WHO_LEFT))),)


def over(words: Words, cohort: Cohort) -> tuple[Block, ...]:
    told = {name: cohort.counts.get(name, 0) for name in ("mentors", "mentees", "pairs")}
    return (about(words, cohort, words(w.OVER, **told)), *met(words, cohort))


def met(words: Words, cohort: Cohort) -> tuple[Block, ...]:
    """How many said that they met, wherever that may be shown."""
    many = [(number, each) for number, each in enumerate(cohort.counts.get("met", ()), start=1) if each]
    return tuple(Note(words(w.MET_COUNT, n=number, many=each)) for number, each in many)


def news(words: Words, blocks: tuple[Block, ...]) -> Card:
    """A lock screen shows no more than that there is something."""
    return Card(words(w.SUMMARY), blocks)


def said(words: Words, text: str) -> Card:
    """What a press is answered with."""
    return Card(words(w.SUMMARY), (Text(text),))


def reasons(words: Words, pair: Pair, said: Mapping[str, Sentence] = _REASONS) -> str:
    """Why the two might suit, in whole sentences."""
    return " ".join(each for each in reason_list(words, pair, said))


def reason_list(words: Words, pair: Pair, said: Mapping[str, Sentence]) -> list[str]:
    found = []
    for kind, value in pair.reasons:
        chosen = _VALUES.get(kind, {}).get(value)
        found.append(words(said[kind], value=_inside(words(chosen))) if chosen else words(said["elsewhere"]))
    return found


def join(words: Words, house: House, cohort: Cohort, lead: str) -> Form:
    """Empty, whatever somebody said before: nothing is read to be shown."""
    direction = w.REVERSE_TEXT if cohort.direction == "reverse" else w.ORDINARY_TEXT
    time = words(w.TIME, minutes=cohort.minutes, months=cohort.months, day=words.day(_first(cohort)))
    keeping = words(w.KEEPING, lead=lead, operator=house.operator, day=words.dated(cohort.ends_on))
    return Form(
        title=words(w.JOIN_TITLE),
        close=words(CLOSE),
        blocks=(Text(f"{time} {words(direction)}"), Text(keeping), Heading(words(w.AGREEMENT)), Quote(cohort.consent)),
        fields=(
            Choice(rules.SIDE, words(w.SIDE), options(words, rules.SIDES)),
            Several(rules.TOPICS, words(w.TOPICS), options(words, rules.TOPICS_OF), hint=words(w.TOPICS_HINT)),
            Several(rules.WAYS, words(w.WAYS), options(words, rules.WAYS_OF)),
            Several(rules.TIMES, words(w.TIMES), options(words, rules.TIMES_OF)),
            Choice(rules.SEATS, words(w.SEATS), options(words, rules.SEATS_OF), required=False),
            Write(rules.APART, words(w.APART), LONGEST_APART, hint=words(w.APART_HINT, n=MOST_APART), required=False),
            Several(rules.AGREE, words(w.AGREE), (Option(rules.YES, words(w.AGREED)),)),
        ),
        action="match.join",
        ref=cohort.ref,
        submit=words(w.JOIN_SEND),
    )


def did_you_meet(words: Words, pair: Pair, meeting: int, k: int) -> Form:
    answers = (Option(rules.YES, words(w.MET_YES)), Option(rules.NO, words(w.MET_NO)))
    return Form(
        title=words(w.MET_TITLE),
        close=words(CLOSE),
        blocks=(Text(words(w.MET_TEXT, k=k)),),
        fields=(Choice(rules.MET, words(w.MET, n=meeting), answers),),
        action="match.met",
        ref=pair.ref,
        submit=words(w.RECORD),
    )


def options(words: Words, of: Mapping[str, Sentence]) -> tuple[Option, ...]:
    return tuple(Option(value, words(said)) for value, said in of.items())


def mended(words: Words, errors: rules.Errors) -> dict[str, str]:
    """What is to be mended, in the reader's words."""
    return {name: words(said, **_shown(words, values)) for name, (said, values) in errors.items()}


def _shown(words: Words, values: Mapping[str, object]) -> dict[str, object]:
    return {name: words.day(value) if isinstance(value, date) else value for name, value in values.items()}


def _inside(text: str) -> str:
    """As it is written in the middle of a sentence."""
    return text[:1].lower() + text[1:]


def _first(cohort: Cohort) -> date:
    return cohort.joins_until + rules.SETTLES
