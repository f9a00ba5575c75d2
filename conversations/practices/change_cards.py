"""What stewards and leads see where something that runs is changed or stopped."""

from collections.abc import Mapping, Sequence

from bot.conversation import Person
from bot.finding import named
from bot.practice import Practice, whom
from bot.practice_adjusted import fewest_weeks, longest, wordings
from bot.question import spoken
from bot.sentences import CLOSE
from bot.ui import Block, Buttons, Choice, Day, Form, Open, Option, Several, Text, Write
from bot.values import dataclass
from bot.words import Words
from conversations.practices import words as w
from conversations.practices.cards import CIRCLE, DAY, DAY_FORMAT, WHO, Audience, people, who_
from storage.late import Late
from storage.practices import Running
from storage.sorters import MOST

A_PAGE = 20
"""So many stand on a page, each with its buttons: every platform has room for them."""
OFTEN, AS_IN_FILE, SORTERS = "often", "file", "sorters"
Behind = Mapping[str, Sequence[Late]]
"""What is late, by the ref of what runs."""
NONE: Behind = {}
WEEKS = (1, 2, 3, 4, 6, 8, 10, 12, 13, 16, 26, 52)


def running(
    words: Words,
    found: Sequence[Running],
    going_on: Sequence[tuple[Block, ...]] = (),
    *,
    late: Behind = NONE,
    begins: int = 0,
) -> Form:
    """What runs, after the rounds that are `going_on` without a next one, a page at a time. That in which something is `late`
    stands first."""
    ordered = sorted(found, key=lambda one: one.ref not in late)
    rows = [*going_on, *(_row(words, one, late) for one in ordered)]
    after = begins + A_PAGE
    more = (Buttons((Open(words(w.MORE), "practices.running", choice=str(after)),)),) if after < len(rows) else ()
    blocks = (*(block for row in rows[begins:after] for block in row), *more)
    nothing = (Text(words(w.NOTHING_RUNS)),)
    return Form(title=words(w.RUNNING), close=words(CLOSE), blocks=blocks or nothing)


def lateness(words: Words, late: Sequence[Late]) -> tuple[str, ...]:
    """Who promised what by when, and that it is not there."""
    told = ((w.LATE_CAME if one.ends else w.LATE_NEWS, one) for one in late)
    return tuple(words(said, answerer=named(words, one.answerer_name), day=words.day(one.by)) for said, one in told)


def _row(words: Words, one: Running, late: Behind) -> tuple[Block, ...]:
    labels = ((w.CHANGE, "practices.change"), (w.WORDING, "practices.words"), (w.STOP, "practices.stop"))
    buttons = tuple(Open(words(label), action, one.ref) for label, action in labels)
    return Text(" ".join((_runs(words, one), *lateness(words, late.get(one.ref, ()))))), Buttons(buttons)


@dataclass(frozen=True, slots=True)
class Sorters:
    """Who can be asked to sort, each under what stands for them in a form, and who has been; nobody where nothing is sorted."""

    offered: Sequence[tuple[str, Person]] = ()
    chosen: frozenset[int] = frozenset()


NOBODY = Sorters()


def change(
    words: Words,
    one: Running,
    circles: Sequence[Audience],
    who: Sequence[tuple[str, Person]],
    *,
    sorters: Sorters = NOBODY,
) -> Form:
    """The next day, the people, the circle, how often, and who sorts what is said."""
    often = (Choice(OFTEN, words(w.OFTEN), _often(words, one)),) if one.practice.rhythm.day is not None else ()
    known = tuple(Option(each.ref, people(words, each)) for each in circles)
    now = {
        DAY: one.next_wall.strftime(DAY_FORMAT),
        WHO: next((ref for ref, person in who if person.id == one.answerer), ""),
        CIRCLE: next((each.ref for each in circles if each.id == one.circle), ""),
        OFTEN: str(one.weeks) if one.weeks else AS_IN_FILE,
        SORTERS: ",".join(ref for ref, each in sorters.offered if each.id in sorters.chosen),
    }
    return Form(
        title=words(w.CHANGE),
        close=words(CLOSE),
        blocks=(Text(_runs(words, one)),),
        fields=(
            Day(DAY, words(w.NEXT_ON)),
            who_(words, who),
            Choice(CIRCLE, words(w.FOR_WHOM), known),
            *often,
            *_sorters(words, sorters),
        ),
        action="practices.change",
        ref=one.ref,
        submit=words(w.SAVE),
        values=now,
    )


def _sorters(words: Words, sorters: Sorters) -> tuple[Several, ...]:
    options = tuple(Option(ref, each.name[:75]) for ref, each in sorters.offered[:100])
    hint = words(w.SORTS_WITH_HINT, n=MOST)
    return (Several(SORTERS, words(w.SORTS_WITH), options, hint=hint, required=False),) if options else ()


def wording(words: Words, one: Running) -> Form:
    """Everything that people read in a round, to be said in other words."""
    texts = {each: spoken(said, words.language) for each, said in wordings(one.practice).items()}
    room = {each: longest(one.practice, each) for each in texts}
    fields = [
        Write(each, words(w.WORDS_OF, n=n), room[each], tall=len(texts[each]) > 80) for n, each in enumerate(texts, 1)
    ]
    return Form(
        title=words(w.WORDING),
        close=words(CLOSE),
        blocks=(Text(words(w.WORDING_WHEN)),),
        fields=tuple(fields),
        action="practices.words",
        ref=one.ref,
        submit=words(w.SAVE),
        values=texts,
    )


def stop(words: Words, one: Running) -> Form:
    return Form(
        title=words(w.STOP),
        close=words(CLOSE),
        blocks=(Text(words(w.STOP_ASK, title=spoken(one.practice.title, words.language))),),
        action="practices.stop",
        ref=one.ref,
        submit=words(w.STOP),
    )


def fitting(practice: Practice) -> list[int]:
    """In how many weeks a round can follow the other: none where it happens once."""
    fewest = fewest_weeks(practice)
    return [each for each in WEEKS if each >= fewest] if practice.rhythm.day is not None else []


def _often(words: Words, one: Running) -> tuple[Option, ...]:
    """Only what leaves a round the time to be answered before the next one begins."""
    known = fitting(one.practice)
    weeks = tuple(Option(str(n), words(w.EVERY_SO_MANY, n=n) if n > 1 else words(w.EVERY_WEEK)) for n in known)
    return (Option(AS_IN_FILE, words(w.AS_IT_CAME)), *weeks)


def _runs(words: Words, one: Running) -> str:
    told = {"day": words.day(one.next_at), "answerer": named(words, one.answerer_name)}
    sentence = w.RUNS if one.practice.answers_back else w.RUNS_AT_ONCE
    return words(sentence, title=spoken(one.practice.title, words.language), whom=whom(words, one.circle_name), **told)
