"""How an outcome looks: in the weekly note, on Home, and whole."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from bot.falls import cut, distribution
from bot.finding import SUMMED, UNCOUNTED, Cell, about, finding, first_finding, named, result_blocks
from bot.keeper import PATIENCE
from bot.promises import holder, since, stands
from bot.question import Question, spoken
from bot.quotes import BESIDE, PAGE, Said, quoted
from bot.sentences import CLOSE
from bot.theming import Told, by_theme, in_short
from bot.ui import Block, Buttons, Card, Facts, Form, Heading, Open, Picture, Text
from bot.words import Words
from conversations.show import words as w
from conversations.show.groups import way_in
from conversations.show.team import Team, team_blocks
from storage.exports.likely import likely
from storage.news import News
from storage.rounds import Asking

ALSO, ALSO_LONGEST = 4, 300
UNANSWERED = 12
"""So many rounds without an answer stand on Home one by one: where Home is a message it has 45 blocks in all."""


def outcome(
    words: Words, asking: Asking, cells: Mapping[str, Cell], news: News, *, now: datetime, themes: Told | None = None
) -> Card:
    """The finding in one sentence with n, what will be done, what will not and why, who, by when; and the themes in one."""
    subject = spoken(asking.subject, words.language)
    return Card(
        summary=words(w.SUMMARY, subject=subject),
        blocks=(
            Heading(words(w.SUMMARY, subject=subject)),
            *result_blocks(words, asking.counted, cells),
            *(in_short(words, themes) if themes else ()),
            *_done(words, asking, news, now),
        ),
    )


def home_shared(
    words: Words, asking: Asking, cells: Mapping[str, Cell], news: News, *, now: datetime
) -> tuple[Block, ...]:
    if asking.voice == "named":
        return (Text(spoken(asking.subject, words.language)), *_done(words, asking, news, now))
    return (
        about(words, asking.subject, first_finding(words, asking.questions, cells)),
        *_done(words, asking, news, now),
    )


def home_unanswered(words: Words, unanswered: Sequence[Asking], now: datetime) -> tuple[Block, ...]:
    """Closed rounds that nobody has answered back yet; late is shown as late."""
    shown = tuple(about(words, each.subject, _unanswered(words, each, now)) for each in unanswered[:UNANSWERED])
    left = len(unanswered) - len(shown)
    return (*shown, Text(words(w.MORE_UNANSWERED, n=left))) if left else shown


def home_void(words: Words, asking: Asking) -> tuple[Block, ...]:
    lost = w.VOID_TWO if asking.keeper else w.VOID
    text = words(w.VOID_UNCOUNTED if asking.uncounted else lost, n=PATIENCE.days)
    return (about(words, asking.subject, text),)


def way_to_earlier(words: Words, after: int) -> tuple[Block, ...]:
    return (Buttons((Open(words(w.EARLIER), "show.earlier", choice=str(after)),)),)


def earlier(words: Words, blocks: tuple[Block, ...], after: int, *, more: bool, page: int) -> Form:
    """One page of outcomes, with the ways to those before and after it."""
    older = (Open(words(w.EARLIER), "show.earlier", choice=str(after + page)),) if more else ()
    newer = (Open(words(w.LATER), "show.earlier", choice=str(after - page)),) if after > page else ()
    ways = (Buttons((*newer, *older)),) if newer or older else ()
    return Form(words(w.EARLIER), words(CLOSE), (*(blocks or (Text(words(w.NO_EARLIER)),)), *ways))


def whole(
    words: Words,
    asking: Asking,
    cells: Mapping[str, Cell],
    news: News,
    *,
    team: Team,
    said: Said,
    now: datetime,
    themes: Told | None = None,
) -> Form:
    """Everything that was released for this reader: the result, their own team's, the answer, the comments."""
    return Form(
        title=words(w.TITLE),
        close=words(CLOSE),
        blocks=(
            Heading(spoken(asking.subject, words.language)),
            *((Text(words(SUMMED, n=asking.turns)),) if asking.summed else ()),
            *((Text(words(UNCOUNTED)),) if asking.uncounted else ()),
            *(block for each in asking.counted for block in _drawn(words, each, cells.get(each.id))),
            *team_blocks(words, asking, cells, team),
            *way_in(words, asking),
            _answer(words, news, now),
            *(by_theme(words, themes) if themes else ()),
            *(() if asking.summed else _comments(words, asking, said, 0)),
        ),
    )


def more_said(words: Words, asking: Asking, said: Said, begins: int) -> Form:
    """The comments from this one on."""
    back = Open(words(w.BACK), "show.all", asking.round_ref)
    return Form(
        title=words(w.TITLE),
        close=words(CLOSE),
        blocks=(*_comments(words, asking, said, begins), Buttons((back,))),
    )


def _unanswered(words: Words, asking: Asking, now: datetime) -> str:
    answerer, day = named(words, asking.answerer_name), words.day(asking.answer_by)
    if asking.late(now):
        late = words(w.LATE, answerer=answerer, day=day)
        return f"{late} {_keeper_late(words, asking)}" if _locked(asking) else late
    return _keeper_late(words, asking) if _locked(asking) else words(w.WAITING, answerer=answerer, day=day)


def _locked(asking: Asking) -> bool:
    """The close has passed, and the second key is not there."""
    return asking.stage == "open" and bool(asking.keeper)


def _keeper_late(words: Words, asking: Asking) -> str:
    return words(w.KEEPER_LATE, keeper=asking.keeper, day=words.day(asking.closes_at + PATIENCE))


def _drawn(words: Words, question: Question, cell: Cell | None) -> tuple[Block, ...]:
    """A picture says its finding itself."""
    if cell is None:
        return (Facts(((spoken(question.prompt, words.language), finding(words, question, cell)),)),)
    sure = likely(words, question, cell)
    return (Picture(distribution(words, question, cell)), *((Text(sure),) if sure else ()))


def _comments(words: Words, asking: Asking, said: Said, begins: int) -> tuple[Block, ...]:
    shown, after = quoted(said, begins, BESIDE if begins == 0 else PAGE)
    more = Open(words(w.MORE), "show.more", asking.round_ref, choice=str(after))
    return (
        Heading(words(w.SAID if asking.voice == "named" else w.COMMENTS)),
        *(shown or (Text(words(w.NO_COMMENTS)),)),
        *((Buttons((more,)),) if after else ()),
    )


def _done(words: Words, asking: Asking, news: News, now: datetime) -> tuple[Block, ...]:
    return (_answer(words, news, now), Buttons((Open(words(w.SEE_ALL), "show.all", asking.round_ref),)))


def _answer(words: Words, news: News, now: datetime) -> Facts:
    not_done = ((words(w.WILL_NOT), news.will_not),) if news.will_not else ()
    return Facts(
        (
            (words(w.WILL_DO), news.will_do),
            *not_done,
            (words(w.WHO), _who(words, news)),
            (words(w.BY), _by(words, news, now)),
            *_also(words, news, words.today(now)),
        )
    )


def _who(words: Words, news: News) -> str:
    """Whoever answered; and who sees to it now, where that is somebody else."""
    first = next(iter(news.promises), None)
    return holder(words, first) if first else named(words, news.author)


def _by(words: Words, news: News, now: datetime) -> str:
    """The day, and how it stands: done, when there is news next, or that there was none."""
    today, first = words.today(now), next(iter(news.promises), None)
    if first is None:
        day = words.day(news.by_day)
        return words(w.PASSED, day=day, given=words.day(news.given)) if news.passed(today) else day
    return words(w.STANDS, day=words.day(first.due_on), since=since(words, first, today))


def _also(words: Words, news: News, today: date) -> tuple[tuple[str, str], ...]:
    """What else was promised in this round, one line each, as far as there is room."""
    more = news.promises[1 : 1 + ALSO]
    return tuple((words(w.ALSO), f"{cut(each.text, ALSO_LONGEST)} {stands(words, each, today)}") for each in more)
