"""How it looks when something is shared, and when somebody says what came of a round."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from bot import briefs
from bot.briefs import Thing
from bot.falls import cut
from bot.finding import about, named
from bot.practice import whom
from bot.question import spoken
from bot.sentences import CLOSE, NEUTRAL
from bot.ui import Block, Buttons, Card, Facts, Form, Heading, Look, Note, Open, Quote, Text, Write
from bot.words import Sentence, Words
from bot.woven import woven
from conversations.share import words as w
from conversations.share.telling_cards import way_to_chart
from storage.happenings import Happening

CAME = "came"
LONGEST = 600
FEWEST = 5
"""As many people must have said something in confidence before anybody reads it (conversations/say)."""
MOST_READ, A_PAGE, MOST_BLOCKS, SHORT = 7, 15, 40, 150
"""So many lines of 300 characters, in any script, have room beside the rest; so many on a page of their own."""


def shared(words: Words, one: Happening, chosen: str = "") -> tuple[Block, ...]:
    """With what was `chosen` by then. `alone` and `speak_up` came later: a round that began before has neither."""
    said: list[Block] = [about(words, one.spec["title"], _shared(words, one, chosen))]
    if one.spec.get("alone"):
        said.append(Note(words(w.ALONE)))
    if one.spec.get("speak_up"):
        said.append(Buttons((Open(words(w.SPEAK_UP), "speak_up.open"),)))
    return tuple(said)


def summary(words: Words, one: Happening) -> str:
    """What a lock screen shows: of a hidden network nothing."""
    return words(NEUTRAL) if one.hidden else title(words, one)


def came(words: Words, one: Happening) -> tuple[Block, ...]:
    """What came of a round, in the words of the one who promised to say it."""
    told = words(w.CAME, answerer=named(words, one.answerer_name), came=str(one.spec[CAME]))
    return (about(words, one.spec["title"], told), *way_to_chart(words, one))


def waits(words: Words, one: Happening, now: datetime) -> tuple[Block, ...]:
    """Until then: who promised it, and by when; afterwards that there is no news (P1)."""
    sentence = w.LATE if _late(one, now) else w.WAITS
    return (_said(words, one, sentence),)


def home_to_answer(words: Words, one: Happening, now: datetime) -> tuple[Block, ...]:
    """For the one who promised it."""
    sentence = w.OVERDUE if _late(one, now) else w.TO_ANSWER
    return (_said(words, one, sentence), Buttons((_say(words, one, "plain"),)))


def to_answer(words: Words, one: Happening) -> Card:
    """The same as a message."""
    return Card(summary(words, one), (_said(words, one, w.TO_ANSWER), Buttons((_say(words, one, "primary"),))))


def answer(words: Words, one: Happening, read: Sequence[Block]) -> Form:
    """What was said first, then one field; who reads it is said before it is sent."""
    return Form(
        title=words(w.TITLE),
        close=words(CLOSE),
        blocks=(
            Heading(title(words, one)),
            *read,
            Text(words(w.WHO_READS, whom=whom(words, one.circle_name, hidden=one.hidden))),
        ),
        fields=(Write(CAME, words(w.FIELD), LONGEST, hint=words(w.HINT)),),
        action="share.answer",
        ref=one.on.ref,
        submit=words(w.SEND),
    )


def done(words: Words, one: Happening, *, promise: bool) -> Form:
    """It is out. Something may be promised beside it, unless it listens first."""
    way = Buttons((Open(words(w.PROMISE), "commitments.add", one.round_ref),))
    text = Text(words(w.DONE, whom=whom(words, one.circle_name, hidden=one.hidden)))
    return Form(title=words(w.TITLE), close=words(CLOSE), blocks=(text, *((way,) if promise else ())))


def themes_first(words: Words, titles: Sequence[str]) -> str:
    """Which themes have no ending yet; an unnamed heap has no title."""
    named_ones = [each for each in titles if each]
    said = [words(w.NO_ENDING, themes=words.listed(named_ones))] if named_ones else []
    heaps = len(titles) - len(named_ones)
    return " ".join([*said, *([words(w.NO_NAME, n=heaps)] if heaps else []), words(w.THEMES_FIRST)])


def check_first(words: Words, check: Happening | None) -> str:
    """Until when those who were asked can look at the themes; None: nobody has let them yet."""
    if check is None:
        return words(w.LET_THEM_LOOK)
    return words(w.THEY_LOOK, closes=words.when(check.closes_at or check.answer_by))


def read(
    words: Words, prompt: Mapping[str, str], lines: Sequence[str], *, voice: str, ref: str = ""
) -> tuple[Block, ...]:
    """What was said to one question of the round; in confidence only from so many people on. With `ref` the way to what has no
    room."""
    asked = Text(spoken(prompt, words.language))
    if voice != "named" and len(lines) < FEWEST:
        return (asked, Note(words(w.TOO_FEW, few=FEWEST)))
    way = (Buttons((Open(words(w.READ_ALL, n=len(lines)), "share.read", ref),)),) if len(lines) > MOST_READ else ()
    told = () if voice == "named" else (Note(words(w.IN_CONFIDENCE)),)
    return (asked, *told, *(Quote(line) for line in lines[:MOST_READ]), *way) if lines else ()


def page(words: Words, prompt: Mapping[str, str], lines: Sequence[str], begins: int, *, ref: str, answer: str) -> Form:
    """Everything that was said to one question, a page at a time, and the way back to the answer."""
    after = begins + A_PAGE
    more = (Buttons((Open(words(w.FURTHER), "share.read", ref, str(after)),)),) if after < len(lines) else ()
    shown = (Quote(line) for line in lines[begins:after])
    back = Buttons((Open(words(w.BACK), "share.answer", answer),))
    blocks = (Text(spoken(prompt, words.language)), *shown, *more, back)
    return Form(title=words(w.SAID_TITLE), close=words(CLOSE), blocks=blocks)


def together(words: Words, blocks: Sequence[Block]) -> Sequence[Block]:
    """What stands above the field; where there is no room for all of it, that there is more."""
    return blocks if len(blocks) <= MOST_BLOCKS else (*blocks[:MOST_BLOCKS], Note(words(w.MORE_THERE)))


def chosen(words: Words, thing: str) -> tuple[Block, ...]:
    return (Text(words(w.CHOSEN, thing=thing)),)


def brief(
    words: Words, one: Happening, things: Sequence[Thing], today: date, *, written: bool = False
) -> tuple[Block, ...]:
    """What was said to each thing of the brief, with the way to what waits; where something is `written` in the form no button
    leads away from it."""
    pairs = [(briefs.text(words, each, answerer=True), briefs.said(words, each, today)) for each in things]
    said = tuple(Facts(((cut(text, SHORT), cut(told, SHORT)),)) for text, told in pairs)
    way = () if written or not briefs.waiting(things) else (Buttons((_to_brief(words, one),)),)
    return (*said, *way)


def missing(words: Words, thing: Thing, many: int) -> str:
    """What has no answer yet, by its name, and how many more there are."""
    named_one = cut(briefs.text(words, thing, answerer=True), SHORT)
    if many == 1:
        return words(w.MISSING, thing=named_one)
    return words(w.MISSING_MORE, thing=named_one, n=many - 1)


def title(words: Words, one: Happening) -> str:
    return spoken(one.spec["title"], words.language)


def _shared(words: Words, one: Happening, chosen: str) -> str:
    """The text as the practice has it; what it names is put in by hand, so that nobody's words are read as a pattern."""
    answerer = named(words, one.answerer_name)
    text = spoken(one.spec["text"], words.language).replace("{answerer}", answerer)
    return woven(text, "{chosen}", chosen)


def _said(words: Words, one: Happening, sentence: Sentence) -> Block:
    told = {
        "answerer": named(words, one.answerer_name),
        "day": words.day(one.answer_by),
        "whom": whom(words, one.circle_name, hidden=one.hidden),
    }
    return about(words, one.spec["title"], words(sentence, **told))


def _to_brief(words: Words, one: Happening) -> Open:
    return Open(words(w.TO_BRIEF), "brief.open", one.on.ref)


def _late(one: Happening, now: datetime) -> bool:
    return now > one.answer_by


def _say(words: Words, one: Happening, look: Look) -> Open:
    return Open(words(w.SAY), "share.answer", one.on.ref, look=look)
