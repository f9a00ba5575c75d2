"""How a brief looks: as a message and on Home, under 150 words whatever people wrote, and whole behind a button."""

from collections.abc import Sequence
from datetime import date, datetime

from bot import briefs
from bot.briefs import Thing, few_words, waiting
from bot.endings import How
from bot.finding import named
from bot.practice import whom
from bot.prominence import one_primary
from bot.question import spoken
from bot.sentences import CLOSE, NEUTRAL
from bot.ui import Block, Button, Buttons, Card, Facts, Form, Heading, Look, Note, Open, Press, Text
from bot.words import Sentence, Words
from conversations.brief import lines
from conversations.brief import words as w
from conversations.brief.lines import ANSWERED, THREE
from storage.brief_things import ASKED, DRAWN, FEWEST, MANY, SORTED
from storage.happenings import Happening

TITLE, ASKS, WHOM = (10, 80), (18, 130), (8, 60)
"""Words and characters of each part, as those of `lines.py`: with five things the whole stays under 150 words, and with three,
which are longer."""
WAYS: tuple[tuple[How, Sentence], ...] = (
    ("doing", w.YES),
    ("not_now", w.NOT_NOW),
    ("passed_on", w.PASS_ON),
    ("listening", w.LISTEN),
)
ACTIONS: dict[How, str] = {
    "doing": "brief.yes",
    "not_now": "brief.not_now",
    "passed_on": "brief.pass_on",
    "listening": "brief.listen",
}


def to_answer(words: Words, one: Happening, things: Sequence[Thing], today: date) -> Card:
    """The one message: the brief, and the way to answer it."""
    blocks: list[Block] = [Heading(_title(words, one)), *_top(words, one, things)]
    for each in things:
        blocks += _thing(words, each, today, answerer=True, many=len(things))
    return Card(summary(words, one), (*blocks, Buttons((_open(words, one, "primary"),))))


def home(words: Words, one: Happening, things: Sequence[Thing], now: datetime) -> tuple[Block, ...]:
    """For whoever answers it: what waits, and the way to it."""
    said = [lines.numbered(words, each, answerer=True, many=len(things)) for each in waiting(things)]
    sentence = w.LATE if now > one.by else w.ASKED
    top = words(sentence, whom=_whom(words, one), day=words.day(one.by))
    buttons = (_open(words, one, "primary"), Open(words(w.DELEGATE), "brief.delegate"))
    return (_about(words, one, "\n".join((top, *said))), Buttons(buttons))


def home_hushed(words: Words, one: Happening) -> tuple[Block, ...]:
    """For whoever answers it: why nothing of it waits any more."""
    told = words(w.HUSHED, few=FEWEST, day=words.day(one.answer_by))
    return (_about(words, one, told), Buttons((Open(words(w.READ), "brief.read", one.on.ref),)))


def home_to_draft(words: Words, one: Happening, ref: str) -> tuple[Block, ...]:
    """For a delegate; `ref` stands for whom they draft for."""
    told = words(w.YOU_DRAFT, answerer=named(words, one.answerer_name), day=words.day(one.by))
    buttons = (Open(words(w.DRAFT), "brief.open", one.on.ref), Open(words(w.RATHER_NOT), "brief.stop", ref))
    return (_about(words, one, told), Buttons(buttons))


def whole(
    words: Words,
    one: Happening,
    things: Sequence[Thing],
    ways: Sequence[How],
    *,
    now: datetime,
    delegate: bool,
    hushed: bool = False,
) -> Form:
    """The brief with its buttons, for whoever answers it or drafts it; `hushed`: too few stand by what it held."""
    today = words.today(now)
    told = words(w.YOU_DRAFT, answerer=named(words, one.answerer_name), day=words.day(one.by))
    top = _too_few(words) if hushed else [Text(told)] if delegate else _top(words, one, things)
    blocks: list[Block] = [Heading(_title(words, one)), *top]
    for each in things:
        blocks += _thing(words, each, today, answerer=not delegate, many=len(things))
        blocks += _buttons(words, one, each, ways, delegate=delegate)
    if things and not waiting(things):
        blocks.append(Text(words(w.ALL_ANSWERED)))
    read = (Open(words(w.READ), "brief.read", one.on.ref), *_others(words, one, things))
    blocks.append(Buttons((*read, *_delegate(words, delegate=delegate))))
    return Form(words(w.TITLE), words(CLOSE), tuple(one_primary(blocks)))


def in_full(
    words: Words, one: Happening, things: Sequence[Thing], now: datetime, *, answerer: bool, hushed: bool = False
) -> Form:
    """Every word of it, with what was said to each thing."""
    blocks: list[Block] = [Heading(_title(words, one)), *(_too_few(words) if hushed else ())]
    if ASKED in one.spec:
        blocks.append(Text(spoken(one.spec[ASKED], words.language)))
    today = words.today(now)
    for each in things:
        tally = [Note(lines.tally(words, each))] if lines.tally(words, each) else []
        blocks += [Text(lines.line(words, each, briefs.text(words, each, answerer=answerer))), *tally]
        blocks.append(Note(briefs.said(words, each, today)))
    return Form(words(w.TITLE), words(CLOSE), (*blocks, *((Text(_waits(words, one, things, now)),) if things else ())))


def came(words: Words, one: Happening, things: Sequence[Thing], now: datetime) -> tuple[Block, ...]:
    """For everybody: what was said to each thing, and what was promised and is not there yet."""
    today = words.today(now)
    pairs = [(_title(words, one), _waits(words, one, things, now))]
    pairs += [lines.pair(words, each, today) for each in things if each.answer]
    return (Facts(tuple(pairs)), Buttons((Open(words(w.READ), "brief.read", one.on.ref),)))


def in_note(words: Words, one: Happening, new: Sequence[Thing], today: date) -> tuple[Block, ...]:
    """What has been answered since the last note."""
    pairs = ((words(w.ANSWERED), _by(words, one, new)), *(lines.pair(words, each, today) for each in new))
    return (Heading(_title(words, one)), Facts(pairs), Buttons((Open(words(w.READ), "brief.read", one.on.ref),)))


def passed(words: Words, one: Happening, thing: Thing) -> tuple[Block, ...]:
    """For whoever it was passed on to."""
    what = (thing.answer.what if thing.answer else "") or thing.text or briefs.text(words, thing, answerer=False)
    by = named(words, thing.answer.by_name if thing.answer else "")
    ref = f"{one.on.ref}.{thing.number}"
    yes = Open(words(w.YES), ACTIONS["doing"], ref, look="primary")
    no = Open(words(w.NOT_NOW), ACTIONS["not_now"], ref)
    reads = Note(words(w.ASKED_OF_YOU, whom=to_whom(words, one)))
    return (Text(words(w.PASSED_TO_YOU, by=by, what=what)), reads, Buttons((yes, no)))


def passed_card(words: Words, one: Happening, thing: Thing) -> Card:
    blocks = passed(words, one, thing)
    top = blocks[0]
    return Card(few_words(top.text, 20, 140) if isinstance(top, Text) else words(NEUTRAL), blocks)


def summary(words: Words, one: Happening) -> str:
    """What a lock screen shows: of a hidden network nothing."""
    return words(NEUTRAL) if one.hidden else _title(words, one)


def to_whom(words: Words, one: Happening) -> str:
    """Who reads an answer, within a sentence."""
    return whom(words, one.circle_name, hidden=one.hidden)


def _top(words: Words, one: Happening, things: Sequence[Thing]) -> list[Block]:
    """Whose brief it is, what was asked, and how these things were found."""
    top: list[Block] = [Text(words(w.ASKED, whom=_whom(words, one), day=words.day(one.by)))]
    if any(each.own for each in things):
        return [*top, Text(words(w.OWN))]
    if ASKED in one.spec:
        top.append(Text(few_words(spoken(one.spec[ASKED], words.language), *ASKS)))
    if one.spec.get(DRAWN):
        top.append(Note(words(w.LOT)))
    chosen = any(each.picks or each.few for each in things) or one.spec.get(DRAWN)
    if not chosen and one.spec.get(MANY, 0) > len(things):
        said = w.SOME_THEMES if one.spec.get(SORTED) else w.SOME
        top.append(Note(words(said, n=len(things), many=one.spec[MANY], more=one.spec[MANY] - len(things))))
    return top


def _too_few(words: Words) -> list[Block]:
    return [Text(words(w.TOO_FEW, few=FEWEST))]


def _thing(words: Words, thing: Thing, today: date, *, answerer: bool, many: int) -> list[Block]:
    """A thing in few words; with its answer or its draft in fewer."""
    blocks: list[Block] = (
        [] if thing.own and not thing.answer else [Text(lines.numbered(words, thing, answerer=answerer, many=many))]
    )
    if thing.answer:
        return [*blocks, Note(few_words(briefs.said(words, thing, today), *ANSWERED))]
    if tally := lines.tally(words, thing):
        blocks.append(Note(tally))
    if thing.draft:
        said = few_words(briefs.drafted(words, thing, today), *ANSWERED)
        name = named(words, thing.draft.by_name)
        blocks.append(Note(words(w.DRAFTS, name=name, said=said) if answerer else words(w.WRITTEN, said=said)))
    return blocks


def _buttons(words: Words, one: Happening, thing: Thing, ways: Sequence[How], *, delegate: bool) -> list[Block]:
    """The ways to answer it, as the practice allows them; with its number, so that no two buttons are called the same."""
    if thing.answer:
        return []
    if thing.sealed and delegate:
        return [Note(words(w.NOT_FOR_DELEGATES, answerer=named(words, one.answerer_name)))]
    ref, row = f"{one.on.ref}.{thing.number}", list[Button]()
    for how, label in WAYS:
        if how in ways and not (thing.own and how == "passed_on"):
            look: Look = "primary" if how == "doing" and not delegate and not thing.draft else "plain"
            row.append(Open(lines.line(words, thing, words(label)), ACTIONS[how], ref, look=look))
    send = Press(lines.line(words, thing, words(w.SEND_IT)), "brief.confirm", ref, look="primary")
    rows = [row[:2], row[2:]] if len(row) > THREE else [row]
    drafts = [Buttons((send,))] if thing.draft and not delegate else []
    return [*drafts, *(Buttons(tuple(each)) for each in rows)] if row else []


def _others(words: Words, one: Happening, things: Sequence[Thing]) -> tuple[Open, ...]:
    more = one.spec.get(SORTED) and one.spec.get(MANY, 0) > len(things)
    return (Open(words(w.OTHERS), "brief.others", one.on.ref),) if more else ()


def _delegate(words: Words, *, delegate: bool) -> tuple[Open, ...]:
    return () if delegate else (Open(words(w.DELEGATE), "brief.delegate"),)


def _waits(words: Words, one: Happening, things: Sequence[Thing], now: datetime) -> str:
    """By when it is answered; afterwards, that it is not."""
    if not waiting(things):
        return words(w.ANSWERED_BY, names=_by(words, one, things))
    late = w.OVERDUE if len(waiting(things)) == len(things) else w.OVERDUE_SOME
    told = {"answerer": named(words, one.answerer_name), "day": words.day(one.by)}
    return words(late if now > one.by else w.WAITS, **told)


def _by(words: Words, one: Happening, things: Sequence[Thing]) -> str:
    """Who answered: not always whoever answers back now. To whom something was passed on stands beside it."""
    names = {named(words, each.answer.by_name) for each in things if each.answer and not each.answer.then}
    return words.listed(sorted(names)) or named(words, one.answerer_name)


def _open(words: Words, one: Happening, look: Look) -> Open:
    return Open(words(w.ANSWER), "brief.open", one.on.ref, look=look)


def _title(words: Words, one: Happening) -> str:
    return few_words(spoken(one.spec["title"], words.language), *TITLE)


def _about(words: Words, one: Happening, text: str) -> Facts:
    """What is said about one brief, under its title."""
    return Facts(((_title(words, one), text),))


def _whom(words: Words, one: Happening) -> str:
    return few_words(to_whom(words, one), *WHOM)
