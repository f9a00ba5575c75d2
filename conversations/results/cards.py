"""What stewards, and those who answer back, see of a round: the list, the round itself, and the pages behind it."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from bot.falls import cut, distribution
from bot.finding import SUMMED, UNCOUNTED, Cell, finding, named
from bot.keeper import PATIENCE
from bot.limits import OPTION
from bot.question import Question, spoken
from bot.quotes import PAGE, Said, quoted
from bot.sentences import CLOSE
from bot.ui import Block, Buttons, Choice, Facts, Form, Heading, Note, Open, Option, Picture, Text
from bot.values import dataclass, field
from bot.words import Words
from conversations.results import words as w
from conversations.results import year_cards
from conversations.results.engagement import Engagement, engaged
from conversations.results.groups import way_in
from conversations.results.measures import Before, change, measured, sure
from storage.news import News
from storage.rates import STEP
from storage.results import Listed
from storage.rounds import Asking

ROUND = "round"


@dataclass(frozen=True, slots=True)
class Read:
    """What was released of a round for all who were asked. `before`: the same questions the time before, by their ids."""

    asked: int
    cells: Mapping[str, Cell]
    before: Mapping[str, Before] = field(default_factory=dict)
    engagement: Engagement | None = None
    news: News | None = None
    teams: bool = True


def list_rounds(words: Words, listed: Sequence[Listed], now: datetime, *, years: bool = False) -> Form:
    """Every round to choose from, the newest first; for stewards with the way to whole `years`."""
    ways = (year_cards.way_in(words),) if years else ()
    if not listed:
        return Form(title=words(w.TITLE), close=words(CLOSE), blocks=(Text(words(w.NONE)), *ways))
    options = tuple(Option(each.ref, cut(_listed(words, each, now), OPTION)) for each in listed)
    return Form(
        title=words(w.TITLE),
        close=words(CLOSE),
        blocks=(Text(words(w.LIST_TEXT)), *ways),
        fields=(Choice(ROUND, words(w.WHICH), options),),
        action="results.round",
        submit=words(w.LOOK),
        values={ROUND: listed[0].ref},
    )


def open_round(words: Words, asking: Asking, asked: int, rate: tuple[int, date] | None) -> Form:
    """While it is open: how many of all have answered, a day old and rounded down. Nothing else exists (A2)."""
    pairs = (
        (words(w.OPEN_UNTIL), words.when(asking.closes_at)),
        (words(w.ASKED), words(w.PEOPLE, n=asked)),
        (words(w.ANSWERED), _rate(words, rate)),
        _who(words, asking),
    )
    return _round(words, asking, (Facts(pairs), Text(words(w.RATE_WHY))), ())


def open_part(words: Words, asking: Asking, asked: int) -> Form:
    """The same where a part of the organisation is asked: no figure exists before the close (A2)."""
    pairs = ((words(w.OPEN_UNTIL), words.when(asking.closes_at)), (words(w.ASKED), words(w.PEOPLE, n=asked)))
    return _round(words, asking, (Facts((*pairs, _who(words, asking))), Text(words(w.RATE_NONE))), ())


def counting_round(words: Words, asking: Asking) -> Form:
    """The time to answer is over and nothing is published yet: results by groups are attacked first, or a key is waited for."""
    when = words.when(asking.closes_at)
    said_ = words(w.WAITS_FOR_KEY, when=when, keeper=asking.keeper) if asking.keeper else words(w.COUNTING, when=when)
    return _round(words, asking, (Facts((_who(words, asking),)), Text(said_)), ())


def waiting_round(words: Words, asking: Asking, now: datetime) -> Form:
    """Closed, and read by nobody but the one who answers back; or cancelled."""
    if asking.stage == "void":
        lost = w.VOID_TWO if asking.keeper else w.VOID
        cancelled = words(w.VOID_UNCOUNTED if asking.uncounted else lost, n=PATIENCE.days)
        return _round(words, asking, (Text(cancelled),), ())
    said = w.LATE if now > asking.answer_by else w.WAITING
    text = words(said, answerer=named(words, asking.answerer_name), day=words.day(asking.answer_by))
    return _round(words, asking, (Text(text),), ())


def closed_round(words: Words, asking: Asking, read: Read) -> Form:
    """Each question with its picture, how sure the figure is and whether it has changed; then what was answered."""
    results = tuple(block for each in asking.counted for block in _result(words, each, read))
    return _round(
        words,
        asking,
        (
            *((Text(words(UNCOUNTED)),) if asking.uncounted else _in_turn(words, asking)),
            *_answered(words, asking, read),
            *(engaged(words, read.engagement) if read.engagement else ()),
            *results,
            *_news(words, asking, read),
            *((Buttons(by),) if (by := way_in(words, asking)) else ()),
        ),
        _ways(words, asking, read),
    )


def said(words: Words, asking: Asking, all_said: Said, begins: int) -> Form:
    """What people added, page by page, from this one on."""
    shown, after = quoted(all_said, begins, PAGE)
    more = (Open(words(w.MORE), "results.said", asking.round_ref, choice=str(after)),) if after else ()
    return Form(
        title=words(w.SAID_TITLE),
        close=words(CLOSE),
        blocks=(
            Heading(spoken(asking.subject, words.language)),
            *((Note(words(w.SAID_TEXT)), *shown) if shown else (Text(words(w.NO_COMMENTS)),)),
            Buttons((*more, back(words, asking))),
        ),
    )


def back(words: Words, asking: Asking) -> Open:
    return Open(words(w.THIS_ROUND), "results.round", asking.round_ref)


def _round(words: Words, asking: Asking, blocks: tuple[Block, ...], ways: tuple[Open, ...]) -> Form:
    everything = Open(words(w.ALL_ROUNDS), "results.list")
    return Form(
        title=words(w.TITLE),
        close=words(CLOSE),
        blocks=(Heading(spoken(asking.subject, words.language)), *blocks, Buttons((*ways, everything))),
    )


def _result(words: Words, question: Question, read: Read) -> tuple[Block, ...]:
    cell = read.cells.get(question.id)
    if cell is None:
        return (Facts(((spoken(question.prompt, words.language), finding(words, question, None)),)),)
    pairs = sure(words, question, cell) if measured(question) else []
    if measured(question) and (before := read.before.get(question.id)):
        pairs.append((words(w.CHANGE), change(words, question, cell, before)))
    return (Picture(distribution(words, question, cell)), *((Facts(tuple(pairs)),) if pairs else ()))


def _answered(words: Words, asking: Asking, read: Read) -> tuple[Block, ...]:
    asked = (words(w.ASKED), words(w.PEOPLE, n=read.asked))
    if not read.cells or not read.asked:
        return (Facts((asked, _who(words, asking))),)
    most = max(cell.answers for cell in read.cells.values())
    several = len(asking.counted) > 1
    values = {"n": most, "asked": read.asked, "percent": words.percent(round(100 * most / read.asked))}
    rate = words(w.RATE_SEVERAL if several else w.RATE_CLOSED, **values)
    return (Facts(((words(w.ANSWERED), rate), _who(words, asking))),)


def _news(words: Words, asking: Asking, read: Read) -> tuple[Block, ...]:
    if read.news is None:
        return (Buttons((Open(words(w.ANSWER_BACK), "steward.answer", asking.round_ref, look="primary"),)),)
    not_done = ((words(w.WILL_NOT), read.news.will_not),) if read.news.will_not else ()
    return (Facts(((words(w.WILL_DO), read.news.will_do), *not_done, (words(w.BY), words.day(read.news.by_day)))),)


def _ways(words: Words, asking: Asking, read: Read) -> tuple[Open, ...]:
    figures = any(measured(each) for each in asking.counted)
    teams = (Open(words(w.TEAMS), "results.teams", asking.round_ref),) if asking.counted and read.teams else ()
    time = (Open(words(w.OVER_TIME), "results.over_time", asking.round_ref),) if figures else ()
    said = () if asking.summed else (Open(words(w.SAID_BUTTON), "results.said", asking.round_ref),)
    return (*teams, *time, *said)


def _in_turn(words: Words, asking: Asking) -> tuple[Block, ...]:
    """Which part of a cycle it is, or that it is the whole."""
    if asking.summed:
        return (Text(words(SUMMED, n=asking.turns)),)
    return (Text(words(w.ONE_TURN, n=(asking.turn or 0) + 1, turns=asking.turns)),) if asking.turns else ()


def _who(words: Words, asking: Asking) -> tuple[str, str]:
    by = words(w.BY_WHEN, answerer=named(words, asking.answerer_name), day=words.day(asking.answer_by))
    return (words(w.ANSWERS_BACK), by)


def _rate(words: Words, rate: tuple[int, date] | None) -> str:
    if rate is None:
        return words(w.NOT_COUNTED)
    percent, day = rate
    said_ = w.RATE if percent else w.RATE_LOW
    return words(said_, percent=words.percent(percent or STEP), day=words.day(day))


def _listed(words: Words, each: Listed, now: datetime) -> str:
    subject = spoken(each.subject, words.language)
    day = words.short_day(each.closes_at) if each.closes_at.year == now.year else words.dated(each.closes_at)
    match each.stage:
        case "open" if now >= each.closes_at:
            return words(w.A_COUNTING, subject=subject, day=day)
        case "open":
            return words(w.AN_OPEN, subject=subject, day=day)
        case "void":
            return words(w.A_VOID, subject=subject, day=day)
        case "shared":
            return words(w.A_SHARED, subject=subject, day=day)
        case _:
            return words(w.A_LATE if now > each.answer_by else w.A_CLOSED, subject=subject, day=day)
