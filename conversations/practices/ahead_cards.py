"""What somebody looks at before a practice starts: the next round day by day, those after it, whom it reaches and by what."""

from collections.abc import Sequence

from bot.moments import Act, Cohort, Match, Meet, Show
from bot.practice import Planned, whom
from bot.question import spoken
from bot.sentences import CLOSE
from bot.ui import Block, Buttons, Facts, Form, Heading, Note, Open, Text
from bot.words import Words
from conversations.practices import words as w
from conversations.practices import words_proposals as wp
from conversations.practices.cards import A_BLOCK, Plan
from conversations.practices.lines import rhythm, said_of
from storage.proposals import ALONE


def ahead(words: Words, plan: Plan) -> Form:
    """Before anything is sent."""
    second = plan.needs_second
    return Form(
        title=words(w.AHEAD_TITLE),
        close=words(CLOSE),
        blocks=(
            *_ahead(words, plan),
            *((Note(words(w.SECOND, n=ALONE)),) if second else ()),
            Buttons((Open(words(w.BACK), "practices.start", plan.ref),)),
        ),
        action="practices.begin",
        ref=plan.ref,
        submit=words(wp.ASK_FIRST if plan.asks else w.PROPOSE if second else w.BEGIN),
    )


def proposal(words: Words, plan: Plan, ref: str) -> Form:
    """The same for the steward who is asked to agree."""
    return Form(
        title=words(w.AHEAD_TITLE),
        close=words(CLOSE),
        blocks=(*_ahead(words, plan), Buttons((Open(words(wp.DECLINE), "practices.decline", ref),))),
        action="practices.agree",
        ref=ref,
        submit=words(wp.AGREE),
    )


def asked(words: Words, plan: Plan, ref: str) -> Form:
    """The same for whoever is asked to say what came of it."""
    return Form(
        title=words(w.AHEAD_TITLE),
        close=words(CLOSE),
        blocks=(*_ahead(words, plan), Buttons((Open(words(wp.SAY_NO), "practices.refuse", ref),))),
        action="practices.accept",
        ref=ref,
        submit=words(wp.SAY_YES),
    )


def _ahead(words: Words, plan: Plan) -> tuple[Block, ...]:
    title = spoken(plan.practice.title, words.language)
    sentence = w.AHEAD if plan.practice.answers_back else w.AHEAD_AT_ONCE
    told = words(sentence, title=title, whom=whom(words, plan.circle.name), answerer=plan.answerer.name)
    turns = rhythm(plan.practice)
    return (
        Text(spoken(plan.practice.about, words.language)),
        Text(told),
        *_moved(words, plan),
        *_rounds(words, plan),
        *((Note(words(turns)),) if turns else ()),
        Text(_reach(words, plan)),
    )


def _rounds(words: Words, plan: Plan) -> list[Block]:
    """The first in full, in the order of its days; of the others when they begin and end."""
    drawn = list[Block]()
    for number, each in enumerate(plan.rounds, 1):
        begins, ends = min(one.opens for one in each), max(one.closes or one.opens for one in each)
        if number > 1:
            told = {"opens": words.far_day(begins), "at": words.time(begins), "ends": words.far_day(ends)}
            drawn.append(Text(words(w.ROUND_LATER, n=number, **told)))
            continue
        lines = sorted((said_of(words, one, plan.answerer.name) for one in each), key=lambda said: said.at)
        drawn += [Heading(words(w.ROUND_FROM, when=words.far_day(begins), at=words.time(begins)))]
        rows = tuple((one.day, one.text) for one in lines)
        drawn += [Facts(rows[at : at + A_BLOCK]) for at in range(0, len(rows), A_BLOCK)]
    return drawn


def _moved(words: Words, plan: Plan) -> tuple[Block, ...]:
    """Where it opens on another day than was chosen, which and why."""
    opens = min(one.opens for one in plan.rounds[0])
    if plan.wished is None or words.today(opens) == plan.wished:
        return ()
    sentence = w.MOVED_LISTED if plan.listed_first else w.MOVED_RHYTHM
    return (Text(words(sentence, wished=words.day(plan.wished), day=words.day(opens))),)


def _reach(words: Words, plan: Plan) -> str:
    """Whom it reaches, and every message that is sent beside their weekly notes."""
    heads, kinds = plan.circle.heads, {type(one.moment) for one in plan.rounds[0]}
    if heads is None:
        said = [words(w.REACH_HIDDEN, whom=whom(words, plan.circle.name))]
    else:
        said = [words(w.REACH, n=words.number(heads))]
    beside = {Meet: w.BESIDE_MEET, Match: w.BESIDE_MATCH, Cohort: w.BESIDE_COHORT}
    said += [words(sentence) for kind, sentence in beside.items() if kind in kinds] or [words(w.BESIDE_NOTHING)]
    if many := _to_do(plan.rounds[0]):
        said.append(words(w.TO_DO, answerer=plan.answerer.name, n=many))
    if plan.home_only and heads is not None:
        said.append(words(w.HOME_ONLY, n=words.number(plan.home_only)))
    return " ".join(said)


def _to_do(planned: Sequence[Planned]) -> int:
    """How often in a round whoever answers back is asked for something."""
    return sum(isinstance(one.moment, Act | Show | Meet) for one in planned)
