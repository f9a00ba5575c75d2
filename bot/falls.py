"""How the answers to a question fell, as a picture: answer by answer where that was published, else in three classes."""

from collections.abc import Sequence

from bot.chart_limits import FINDING as LONGEST_FINDING
from bot.chart_limits import LABEL, TITLE
from bot.charts import Bar, Distribution, Tone
from bot.finding import ANSWERS, BELOW, CHOSEN_MOST, NEXT, TOP, Cell, finding, share
from bot.question import Question, class_of, labels, spoken, values
from bot.words import Words

CLASSES: tuple[Tone, Tone, Tone] = ("good", "middle", "poor")


def distribution(words: Words, question: Question, cell: Cell) -> Distribution:
    """The picture of one published result. A share that is only known to be "at least" so much is said so."""
    title = spoken(question.prompt, words.language)
    return Distribution(
        title=title if len(title) <= TITLE else cut(spoken(question.subject, words.language), TITLE),
        finding=_finding(words, question, cell),
        across="",
        bars=tuple(_bars(words, question, cell)),
        note=words(ANSWERS, n=cell.answers),
    )


def cut(text: str, most: int) -> str:
    """At most so many characters, with an ellipsis after the last whole word where some are left out. A word that takes
    up half of the room or more is cut itself."""
    if len(text) <= most:
        return text
    room = text[: most - 1]
    whole = room if text[most - 1].isspace() else room.rpartition(" ")[0]
    return f"{(whole if len(whole) >= most // 2 else room).rstrip(' ,;:')}…"


def _finding(words: Words, question: Question, cell: Cell) -> str:
    """The usual sentence, or its most important part where there are many options."""
    said = finding(words, question, cell)
    if len(said) <= LONGEST_FINDING or not cell.chosen:
        return cut(said, LONGEST_FINDING)
    most = max(cell.chosen)
    option = labels(question, words)[cell.chosen.index(most)]
    return cut(words(CHOSEN_MOST, n=cell.answers, share=share(words, cell, most), option=option), LONGEST_FINDING)


def _bars(words: Words, question: Question, cell: Cell) -> list[Bar]:
    if cell.chosen:
        options = zip(labels(question, words), cell.chosen, strict=True)
        return [_bar(words, cell, many, option) for option, many in options]
    said = labels(question, words)
    # Score by score no bar is the class that is only "at least" so large.
    if cell.spread and not cell.capped and len(cell.spread) == len(said):
        tones = [class_of(question, value) or "plain" for value in _rising(question)]
        ordered = said if question.kind != "yes_no" else said[::-1]
        each = zip(ordered, cell.spread, tones, strict=True)
        return [_bar(words, cell, many, label, tone=tone) for label, many, tone in each]
    counts = zip(_classes(words, question), CLASSES, (cell.good, cell.middle, cell.poor), strict=True)
    return [_bar(words, cell, many, label, tone=tone) for label, tone, many in counts if label]


def _rising(question: Question) -> Sequence[str]:
    """The values from the lowest score up: no stands before yes."""
    return values(question)[::-1] if question.kind == "yes_no" else values(question)


def _classes(words: Words, question: Question) -> tuple[str, str, str]:
    """What the good, the middle and the poor class are made of; empty where there is no such class."""
    said = labels(question, words)
    match question.kind:
        case "scale":
            high, middle, low = words(TOP), words(NEXT), words(BELOW)
        case "yes_no":
            high, middle, low = said[0], "", said[1]
        case _:
            high, middle, low = f"{said[4]} / {said[3]}", said[2], f"{said[0]} / {said[1]}"
    return (low, middle, high) if question.reversed else (high, middle, low)


def _bar(words: Words, cell: Cell, many: int, label: str, *, tone: Tone = "plain") -> Bar:
    return Bar(cut(label, LABEL), share(words, cell, many), many / cell.answers, tone)
