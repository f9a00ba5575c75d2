"""What people see where they choose: in the note, on Home, the handful, and how it came out."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from bot.falls import cut
from bot.finding import about, named
from bot.question import spoken
from bot.sentences import CLOSE, NEUTRAL, TAKEN_BACK
from bot.settings import House
from bot.ui import Block, Buttons, Form, Heading, Note, Open, Option, Several, Text
from bot.words import Words
from conversations.weigh import words as w
from conversations.weigh.rules import FEWEST
from storage.happenings import Happening

CHOICE = "choice"
LABEL = 70
"""Characters of one thing in a list to choose from: Slack takes 75."""


def asked(words: Words, one: Happening, house: House) -> tuple[Block, ...]:
    """In the weekly note."""
    return (
        Heading(title(words, one)),
        Text(spoken(one.spec["prompt"], words.language)),
        Note(_until(words, one)),
        Text(words(w.HIDDEN, operator=house.operator)),
        Buttons((_choose(words, one),)),
    )


def home_open(words: Words, one: Happening) -> tuple[Block, ...]:
    """Looks the same whether one has chosen or not."""
    what = spoken(one.spec["prompt"], words.language)
    return (about(words, one.spec["title"], f"{what}\n{_until(words, one)}"), Buttons((_choose(words, one),)))


def home_said(words: Words, one: Happening) -> tuple[Block, ...]:
    text = words(w.HOME_SEALED)
    return (about(words, one.spec["title"], text), Buttons((Open(words(w.TAKE_BACK), "weigh.take_back", one.on.ref),)))


def handful(words: Words, one: Happening, hand: Sequence[str], house: House, *, replaces: bool) -> Form:
    """One card: the things in full where they are long, and one field to choose from. `hand` are the things' ids."""
    things: Mapping[str, str] = one.spec["things"]
    lines = [things[each] for each in hand]
    full: tuple[Block, ...] = ()
    if any(len(line) > LABEL for line in lines):
        lines = [words(w.ITEM, n=n, thing=line) for n, line in enumerate(lines, 1)]
        full = tuple(Text(line) for line in lines)
    part = (Note(words(w.PART, n=len(hand), many=len(things))),) if len(hand) < len(things) else ()
    before = (Text(words(w.REPLACES)),) if replaces else ()
    top = (Text(spoken(one.spec["prompt"], words.language)), Text(words(w.HIDDEN, operator=house.operator)))
    options = tuple(Option(each, _short(line)) for each, line in zip(hand, lines, strict=True))
    return Form(
        title=cut(title(words, one), 24),
        close=words(CLOSE),
        blocks=(*top, *before, *part, *full),
        fields=(Several(CHOICE, words(w.YOURS), options, hint=words(w.UP_TO, pick=one.spec["pick"])),),
        action="weigh.send",
        ref=one.on.ref,
        submit=words(w.SEND),
    )


def kept(words: Words, one: Happening) -> Form:
    text = words(w.KEPT, closes=words.when(_closes(one)))
    return Form(title=words(w.KEPT_TITLE), close=words(CLOSE), blocks=(Text(text),))


def take_back(words: Words, one: Happening) -> Form:
    """The words are the same whether something was chosen or not."""
    return Form(
        title=words(w.TAKE_BACK),
        close=words(CLOSE),
        blocks=(Text(words(w.TAKE_BACK_ASK)),),
        action="weigh.take_back",
        ref=one.on.ref,
        submit=words(w.TAKE_BACK),
    )


def came(words: Words, one: Happening) -> tuple[Block, ...]:
    """What was chosen, in one line, with the way to the rest."""
    found = one.spec.get("outcome")
    if not found:
        return (about(words, one.spec["title"], words(w.NOT_NAMED)),)
    return (
        about(words, one.spec["title"], _first(words, one)),
        Buttons((Open(words(w.SEE), "weigh.see", one.on.ref),)),
    )


def whole(words: Words, one: Happening) -> Form:
    """How it came out: the order, numbers from the threshold on, and what cannot be told apart."""
    found, things = one.spec["outcome"], one.spec["things"]
    blocks: list[Block] = [Text(_first(words, one))]
    blocks += _caveats(words, found, things)
    blocks += [Text(_line(words, things[each["thing"]], each)) for each in found["scores"] if each["thing"] in things]
    if any(each["picks"] is None for each in found["scores"]):
        blocks.append(Note(words(w.WITHOUT, k=one.threshold)))
    return Form(title=cut(title(words, one), 24), close=words(CLOSE), blocks=tuple(blocks))


def summary(words: Words, one: Happening) -> str:
    """What a lock screen shows: of a hidden network nothing."""
    return words(NEUTRAL) if one.hidden else title(words, one)


def title(words: Words, one: Happening) -> str:
    return spoken(one.spec["title"], words.language)


def _first(words: Words, one: Happening) -> str:
    """What was chosen; its words are gone where nobody stands by them (P8)."""
    thing = one.spec["things"].get(one.spec["outcome"]["first"])
    return words(w.CAME, thing=thing or words(TAKEN_BACK))


def _caveats(words: Words, found: Mapping[str, Any], things: Mapping[str, str]) -> list[Block]:
    said = []
    if found["alone"]:
        said.append(words(w.ONLY_ONE))
    if found["drawn"]:
        said.append(words(w.LOT, few=FEWEST))
    if found["close"]:
        said.append(
            words(w.CLOSE_CALL, things=words.listed([things[each] for each in found["close"] if each in things]))
        )
    if found["indicative"]:
        said.append(words(w.INDICATIVE))
    return [Note(each) for each in said]


def _line(words: Words, thing: str, score: Mapping[str, Any]) -> str:
    """With its number where that may be told (P5)."""
    if score["picks"] is None:
        return words(w.BY_SOME, thing=thing)
    if not score["picks"]:
        return words(w.BY_NONE, thing=thing)
    return words(w.BY_MANY, thing=thing, n=score["picks"], shown=score["shown"])


def _short(line: str) -> str:
    return line if len(line) <= LABEL else f"{line[: LABEL - 1]}…"


def _until(words: Words, one: Happening) -> str:
    told = {"closes": words.when(_closes(one)), "day": words.day(one.answer_by)}
    return words(w.UNTIL, pick=one.spec["pick"], answerer=named(words, one.answerer_name), **told)


def _choose(words: Words, one: Happening) -> Open:
    return Open(words(w.CHOOSE), "weigh.open", one.on.ref, look="primary")


def _closes(one: Happening) -> datetime:
    return one.closes_at or one.answer_by
