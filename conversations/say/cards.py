"""What people see where a practice asks them for words: in the note, on Home, the form, and what others said."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from bot.falls import cut
from bot.finding import about, named
from bot.practice import whom
from bot.question import spoken
from bot.sentences import CLOSE, NEUTRAL
from bot.settings import House
from bot.ui import Block, Buttons, Field, Form, Heading, Note, Open, Quote, Text, Write
from bot.words import Sentence, Words
from conversations.say import words as w
from storage.finals import is_approved
from storage.given import Given
from storage.happenings import Happening
from storage.quoting import QUOTED

SAID = "said"
LONGEST = 300
FEWEST = 5
"""So many people must have said something in confidence before anybody reads it."""
A_PAGE, SHORT = 20, 200
_BECOMES: Mapping[str, Sentence] = {
    "listen": w.LISTEN,
    "advise": w.ADVISE,
    "answered": w.ANSWERED,
    "yes-or-no": w.YES_OR_NO,
    "decide-together": w.DECIDE,
}


def asked(words: Words, one: Happening, before: str, house: House, *, readers: Sequence[str] = ()) -> tuple[Block, ...]:
    """In the weekly note: what came of the last one, what is asked, what happens to it, who answers back."""
    closes = words(w.UNTIL, closes=words.when(_closes(one)))
    return (
        Heading(title(words, one)),
        Note(before),
        *_quoted(one),
        Text(spoken(one.spec["prompt"], words.language)),
        Note(f"{_intent(words, one)} {closes}"),
        Text(_kept(words, one, house, readers)),
        Buttons((_say(words, one), *_read(words, one))),
    )


def home_open(words: Words, one: Happening) -> tuple[Block, ...]:
    """Looks the same whether one has said something or not."""
    asks, closes = spoken(one.spec["prompt"], words.language), words(w.UNTIL, closes=words.when(_closes(one)))
    quoted = f"“{cut(one.spec[QUOTED], SHORT)}”\n" if QUOTED in one.spec else ""
    told = about(words, one.spec["title"], f"{quoted}{asks}\n{_intent(words, one)} {closes}")
    return (told, Buttons((_say(words, one), *_read(words, one))))


def home_said(words: Words, one: Happening, said: str) -> tuple[Block, ...]:
    """What somebody said with their name; in confidence, that it cannot be seen. Either can be taken back."""
    sentence = w.HOME_SAID if one.on.voice == "named" else w.HOME_SEALED
    text = words(sentence, said=said)
    return (about(words, one.spec["title"], text), Buttons((Open(words(w.TAKE_BACK), "say.take_back", one.on.ref),)))


def form(
    words: Words,
    one: Happening,
    house: House,
    mine: Given | None = None,
    *,
    before: str = "",
    readers: Sequence[str] = (),
) -> Form:
    """One field, under what came of the last one. What was said in confidence is not shown again, not even to whoever said
    it."""
    last = (Note(before),) if before else ()
    old = str(mine.value[SAID]) if mine and one.on.voice == "named" else ""
    replaces = (Text(words(w.REPLACES)),) if mine else ()
    return Form(
        title=cut(title(words, one), 24),
        close=words(CLOSE),
        blocks=(
            *last,
            *_quoted(one),
            Text(spoken(one.spec["prompt"], words.language)),
            Text(_kept(words, one, house, readers)),
            *replaces,
        ),
        fields=_fields(words),
        action="say.send",
        ref=one.on.ref,
        submit=words(w.SEND),
        values={SAID: old} if old else {},
    )


def kept(words: Words, one: Happening) -> Form:
    text = words(w.KEPT, closes=words.when(_closes(one)))
    return Form(title=words(w.KEPT_TITLE), close=words(CLOSE), blocks=(Text(text),))


def take_back(words: Words, one: Happening) -> Form:
    """The words are the same whether something was said or not."""
    return Form(
        title=words(w.TAKE_BACK),
        close=words(CLOSE),
        blocks=(Text(words(w.TAKE_BACK_ASK)),),
        action="say.take_back",
        ref=one.on.ref,
        submit=words(w.TAKE_BACK),
    )


def said_by_all(words: Words, one: Happening, said: Sequence[Given], begins: int) -> Form:
    """A page of what was said with names."""
    shown = said[begins : begins + A_PAGE]
    lines: tuple[Block, ...] = tuple(Quote(_line(words, each)) for each in shown)
    after = begins + A_PAGE
    more = (Buttons((Open(words(w.MORE), "say.read", one.on.ref, str(after)),)),) if after < len(said) else ()
    top = (*_quoted(one), Text(spoken(one.spec["prompt"], words.language)))
    return Form(
        title=cut(title(words, one), 24), close=words(CLOSE), blocks=(*top, *(lines or (Text(words(w.NOBODY)),)), *more)
    )


def _quoted(one: Happening) -> tuple[Block, ...]:
    """What the question is about, where whoever answers back has written it."""
    return (Quote(str(one.spec[QUOTED])),) if QUOTED in one.spec else ()


def _line(words: Words, each: Given) -> str:
    return words(w.BY, name=each.by or words(w.SOMEBODY), said=str(each.value[SAID]))


def summary(words: Words, one: Happening) -> str:
    """What a lock screen shows: of a hidden network nothing."""
    return words(NEUTRAL) if one.hidden else title(words, one)


def title(words: Words, one: Happening) -> str:
    return spoken(one.spec["title"], words.language)


def _intent(words: Words, one: Happening) -> str:
    """What becomes of it, and who answers back: on every card."""
    sentence = _BECOMES[one.spec["becomes"]]
    return words(sentence, answerer=named(words, one.answerer_name), day=words.day(one.answer_by))


def _kept(words: Words, one: Happening, house: House, readers: Sequence[str]) -> str:
    """Who reads it: `readers` by name where others sort with whoever answers back."""
    if is_approved(one):
        people = whom(words, one.circle_name, hidden=one.hidden)
        return words(w.APPROVED, answerer=named(words, one.answerer_name), whom=people)
    if one.on.voice == "named":
        return words(w.NAMED, whom=whom(words, one.circle_name, hidden=one.hidden))
    names = words.listed([named(words, each) for each in readers or (one.answerer_name,)])
    return words(w.CONFIDENTIAL, few=FEWEST, readers=names, operator=house.operator)


def _fields(words: Words) -> tuple[Field, ...]:
    return (Write(SAID, words(w.YOURS), LONGEST, hint=words(w.HINT)),)


def _say(words: Words, one: Happening) -> Open:
    return Open(words(w.SAY), "say.open", one.on.ref, look="primary")


def _read(words: Words, one: Happening) -> tuple[Open, ...]:
    """What is said with a name can be read by those whom it is for."""
    readable = one.on.voice == "named" and not is_approved(one)
    return (Open(words(w.READ), "say.read", one.on.ref),) if readable else ()


def _closes(one: Happening) -> datetime:
    return one.closes_at or one.answer_by
