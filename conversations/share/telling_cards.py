"""How it looks when news is asked for within a round, and when it has come."""

from bot.finding import about, named
from bot.practice import whom
from bot.question import spoken
from bot.run_rules import LONGEST as NUMBER
from bot.sentences import CLOSE, NEUTRAL
from bot.ui import Block, Buttons, Card, Form, Heading, Look, Open, Text, Write
from bot.words import Words
from conversations.share import words as w
from storage.happenings import Happening
from storage.quoting import AWAITED
from storage.series import is_measured

TOLD, TOLD_AT = "told", "told_at"
LONGEST = 600


def to_tell(words: Words, one: Happening) -> Card:
    summary = words(NEUTRAL) if one.hidden else spoken(one.spec["title"], words.language)
    return Card(summary, (_wanted(words, one), Buttons((_write(words, one, "primary"),))))


def home_to_tell(words: Words, one: Happening) -> tuple[Block, ...]:
    return (_wanted(words, one), Buttons((_write(words, one, "plain"),)))


def form(words: Words, one: Happening) -> Form:
    """What is asked for, one field, and who reads it."""
    return Form(
        title=words(w.NEWS),
        close=words(CLOSE),
        blocks=(
            Heading(spoken(one.spec["title"], words.language)),
            Text(words(w.WHO_READS, whom=whom(words, one.circle_name, hidden=one.hidden))),
        ),
        fields=(_field(words, one),),
        action="share.tell",
        ref=one.on.ref,
        submit=words(w.SEND),
        values={TOLD: str(one.spec[TOLD])} if TOLD in one.spec else {},
    )


def sent(words: Words, one: Happening) -> Form:
    text = Text(words(w.DONE, whom=whom(words, one.circle_name, hidden=one.hidden)))
    return Form(title=words(w.NEWS), close=words(CLOSE), blocks=(text,))


def news(words: Words, one: Happening) -> tuple[Block, ...]:
    """What everybody reads; under a number the way to those before it."""
    said = {"answerer": named(words, one.answerer_name), "said": str(one.spec[TOLD])}
    if not is_measured(one):
        return (about(words, one.spec["title"], words(w.TOLD, **said)),)
    told = words(w.NUMBER_TOLD, asked=spoken(one.spec["prompt"], words.language), **said)
    return (about(words, one.spec["title"], told), *way_to_chart(words, one))


def way_to_chart(words: Words, one: Happening) -> tuple[Block, ...]:
    return (Buttons((Open(words(w.SEE_CHART), "share.chart", one.on.ref),)),) if is_measured(one) else ()


def missing(words: Words, one: Happening) -> tuple[Block, ...]:
    """Promised news that has not come stands as such."""
    told = words(w.NO_NEWS, answerer=named(words, one.answerer_name), day=words.day(one.by))
    return (about(words, one.spec["title"], told),)


def _field(words: Words, one: Happening) -> Write:
    asked = spoken(one.spec["prompt"], words.language)[:150]
    if is_measured(one):
        return Write(TOLD, asked, NUMBER, hint=words(w.NUMBER_HINT), tall=False)
    return Write(TOLD, asked, LONGEST)


def _wanted(words: Words, one: Happening) -> Block:
    asked = {"said": spoken(one.spec["prompt"], words.language), "day": words.day(one.by)}
    people = whom(words, one.circle_name, hidden=one.hidden)
    wanted = words(w.WANTED, whom=people, **asked)
    return about(words, one.spec["title"], f"{wanted} {words(w.AWAITED)}" if one.spec.get(AWAITED) else wanted)


def _write(words: Words, one: Happening, look: Look) -> Open:
    return Open(words(w.WRITE), "share.tell", one.on.ref, look=look)
