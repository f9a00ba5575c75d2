"""One of everything that stewards see of practices, for the contact sheet and for the laws that hold for every card."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, time

from bot.conversation import Person
from bot.fair_days import OFFICE_DAYS
from bot.forms import again, only_text
from bot.moments import Ask, Close, Cohort, Commit, Match, Meet, Moment, Share, Show, Sort, Update, Weigh
from bot.practice import Practice, following
from bot.programme import Offset, Rhythm
from bot.question import Spoken
from bot.ui import Card, Form, Home
from bot.values import dataclass
from bot.words import Words
from conversations.practices import ahead_cards, cards, change_cards, handing_cards, proposal_cards
from conversations.practices import words as w
from conversations.practices import words_proposals as wp
from conversations.practices.cards import Audience, Plan
from conversations.practices.change_cards import Sorters
from storage.examples import CLUB, DARIO
from storage.late import Late
from storage.practice_handing import UnderWay
from storage.practices import Running
from storage.proposals import Proposal

CULTURE = Practice(
    "culture-club",
    {"en": "Culture club"},
    {"en": "One book, podcast or film every six weeks, chosen by all of us."},
    "decide-together",
    "culture-club",
    Rhythm(time(12), 1, weeks=6),
    (
        Ask("name", Offset(0), CLUB.spec["prompt"], "named", Offset(6, time(18))),
        Weigh("choose", Offset(7), Offset(11, time(18)), {"en": "Which would you like next?"}, "name", 6, 2),
        Share("chosen", Offset(12), {"en": "We chose: {chosen}."}),
        Show("came", Offset(40)),
    ),
)
THANKS = replace(
    CULTURE,
    name="thank-you",
    title={"en": "Thank-yous"},
    about={"en": "Say thank you to a colleague who helped you this week."},
    rhythm=Rhythm(time(10), 3),
    moments=(Ask("thank", Offset(0), {"en": "Who helped you this week?"}, "named", Offset(7), "person"),),
)
WEEK = Offset(7)
EVERYTHING = replace(
    CULTURE,
    moments=(
        Share("alone", Offset(0), {"en": "When did you last ask a colleague how they are?"}, alone=True),
        *CULTURE.moments[:1],
        Match("tables", WEEK, "name", 4, 0),
        Match("drawn", WEEK, "name", 0, 3),
        Cohort("mentors", WEEK, Offset(20), "ordinary", 6, 60),
        Meet("come", Offset(14), WEEK, 60, {"en": "We talk about it over a drink."}),
        Sort("themes", WEEK, Offset(10), "name"),
        Close("closed", Offset(15)),
        Commit("promised", Offset(16), Offset(20), "themes"),
        Update("news", Offset(20), Offset(30), {"en": "What has happened since?"}),
        Show("came", Offset(40)),
    ),
)


@dataclass(frozen=True, slots=True)
class Closed:
    """Offices are closed on one day, and on weekends."""

    day: date

    def is_working(self, day: date) -> bool:
        return day.weekday() < OFFICE_DAYS and day != self.day


IN_TURN = replace(
    CULTURE,
    rhythm=Rhythm(time(12), 1, weeks=8, avoid=Closed(date(2026, 12, 21)), rotate=("weekday", "hour")),
    moments=(*CULTURE.moments[:-1], Show("came", Offset(41))),
)
WALL = datetime(2026, 11, 10, 12)  # noqa: DTZ001 - an anchor is a wall clock
STEWARD = Person(1, DARIO, "en", "Europe/London")
EVERYONE, HIDDEN = Audience("5" * 32, 1, "", 9812, many=True), Audience("6" * 32, 2, "Disability network", None)
SORT = ("Maya Osei", "Lowri Bevan")
RUNS = Running(
    "7" * 32,
    CULTURE,
    2,
    "Culture club",
    1,
    DARIO,
    "Europe/London",
    WALL,
    CLUB.opens_at,
)
BEHIND = {RUNS.ref: [Late(DARIO, CLUB.opens_at, ends=True), Late(DARIO, CLUB.opens_at, ends=False)]}


def texts(moment: Moment) -> tuple[Spoken, ...]:
    """What the author of a practice wrote into a moment."""
    match moment:
        case Ask(prompt=text) | Weigh(prompt=text) | Update(prompt=text) | Share(text=text) | Meet(about=text):
            return (text,)
        case _:
            return ()


def _plan(practice: Practice, circle: Audience, rounds: int = 3) -> Plan:
    return Plan(practice, circle, STEWARD, list(following(practice, WALL, "Europe/London", rounds)), "8" * 32)


def examples(words: Words) -> Mapping[str, Card | Form | Home]:
    """Name to what is shown."""
    who, few = [("9" * 32, STEWARD)], replace(EVERYONE, name="Site B", heads=43, many=False)
    start = cards.start(words, (CULTURE, THANKS), (EVERYONE, HIDDEN), who, teams=True)
    named = {
        cards.TEAM: words(w.SEVERAL_TEAMS, teams="Ward 7, Medicine; Ward 7, Surgery"),
        cards.ELSE: words(w.NO_PERSON),
    }
    errors = {cards.WHICH: words(w.NOTHING_CHOSEN), cards.CIRCLE: words(w.NO_THANKS), cards.DAY: words(w.NO_DAY)}
    day = words.day(RUNS.next_at)
    return {
        "start": start,
        "what there is": cards.what_there_is(words, (CULTURE, THANKS)),
        "start to be mended": again(start, {cards.DAY: "2020-01-01"}, errors),
        "start, names to be mended": again(start, {cards.TEAM: "ward 7", cards.ELSE: "Ada"}, named),
        **_aheads(words, few),
        **_proposed(words),
        "started": only_text(words, w.TITLE, words(w.STARTED, day=day)),
        "gone": only_text(words, w.TITLE, words(w.GONE)),
        "what runs": change_cards.running(words, (RUNS, replace(RUNS, practice=THANKS)) * 25),
        "what runs, late": change_cards.running(words, (RUNS,), late=BEHIND),
        "nothing runs": change_cards.running(words, ()),
        **_changes(words, who),
        "did not open": cards.not_opened(words, replace(RUNS, answerer_name="")),
        "on Home": Home(
            words(w.TITLE),
            (
                *cards.home_start(words, runs=True),
                *cards.home_new(words, RUNS),
                *cards.home_new(words, replace(RUNS, practice=THANKS)),
                *cards.home_coming(words, RUNS),
            ),
        ),
    }


def _aheads(words: Words, few: Audience) -> Mapping[str, Card | Form | Home]:
    return {
        "ahead": ahead_cards.ahead(words, _plan(CULTURE, few)),
        "ahead, some read it on Home only": ahead_cards.ahead(words, replace(_plan(CULTURE, few), home_only=12)),
        "ahead, on another day than was chosen": ahead_cards.ahead(
            words, replace(_plan(CULTURE, few), wished=date(2026, 11, 6), listed_first=True)
        ),
        "ahead, on the next day of its rhythm": ahead_cards.ahead(
            words, replace(_plan(CULTURE, few), wished=date(2026, 11, 9))
        ),
        "ahead, asks somebody first": ahead_cards.ahead(words, replace(_plan(CULTURE, few), asks=True)),
        "ahead, needs a second": ahead_cards.ahead(words, _plan(CULTURE, EVERYONE)),
        "ahead, hidden and once": ahead_cards.ahead(words, _plan(THANKS, HIDDEN)),
        "ahead, everything there is": ahead_cards.ahead(
            words, replace(_plan(EVERYTHING, few), rounds=_plan(EVERYTHING, few).rounds[:1])
        ),
        "ahead, in turn and off holidays": ahead_cards.ahead(words, _plan(IN_TURN, few)),
        "proposal": ahead_cards.proposal(words, _plan(CULTURE, EVERYONE), "7" * 32),
    }


def _proposed(words: Words) -> Mapping[str, Card | Form | Home]:
    """What waits for somebody's yes, as each of them sees it."""
    one = Proposal("7" * 32, "culture-club", 1, "", 1, DARIO, 1, DARIO, WALL, "second", date(2026, 11, 4))
    states = {each: replace(one, state=each) for each in ("asks", "second", "refused", "declined", "void")}
    mine = [block for each in states.values() for block in proposal_cards.mine(words, each, CULTURE)]
    settled = {
        f"settled: {name}": card
        for name, each in states.items()
        if (card := proposal_cards.settled(words, each, CULTURE)) is not None
    }
    return {
        "asked to say what came of it": proposal_cards.asks_you(words, one, CULTURE),
        "asked, looked at": ahead_cards.asked(words, _plan(CULTURE, EVERYONE), "7" * 32),
        "proposals on Home": Home(words(w.TITLE), (*proposal_cards.waits(words, one, CULTURE), *mine)),
        **settled,
        "started after all": proposal_cards.was_started(words, RUNS),
        "proposed": only_text(words, w.TITLE, words(wp.PROPOSED)),
        "asked first": only_text(words, w.TITLE, words(wp.ASKED, answerer=DARIO)),
        "nobody else": only_text(words, w.TITLE, words(wp.NOBODY_ELSE)),
        "declined": only_text(words, w.TITLE, words(wp.DECLINED, by=DARIO)),
        "said yes": only_text(words, w.TITLE, words(wp.SAID_YES)),
        "said no": only_text(words, w.TITLE, words(wp.SAID_NO, by=DARIO)),
        "void": only_text(words, w.TITLE, words(wp.VOID, by=DARIO)),
        "proposed already": only_text(words, w.TITLE, words(wp.PROPOSED_ALREADY, by=DARIO)),
        "withdrawn": only_text(words, w.TITLE, words(wp.WITHDRAWN)),
    }


def _sorting(words: Words, who: list[tuple[str, Person]]) -> Form:
    """Of a practice in which something is sorted, with one too many chosen."""
    sorters = Sorters(
        [(f"{n}" * 32, replace(STEWARD, id=n, name=name)) for n, name in enumerate(SORT, 2)], frozenset({2})
    )
    form = change_cards.change(words, replace(RUNS, practice=EVERYTHING), (EVERYONE,), who, sorters=sorters)
    return again(form, form.values, {change_cards.SORTERS: words(w.SORTS_WITH_MANY, size=4, n=3)})


def _changes(words: Words, who: list[tuple[str, Person]]) -> Mapping[str, Card | Form | Home]:
    day = words.day(RUNS.next_at)
    change = change_cards.change(
        words, RUNS, (EVERYONE, replace(EVERYONE, id=2, ref="3" * 32, name="Culture club")), who
    )
    errors = {cards.CIRCLE: words(w.START_ANEW, n=500), cards.DAY: words(w.TOO_SOON)}
    wording = change_cards.wording(words, replace(RUNS, practice=EVERYTHING))
    return {
        **_taken_over(words),
        "change": change,
        "change to be mended": again(change, {}, errors),
        "change, it runs there": again(change, {}, {cards.CIRCLE: words(w.RUNS_THERE)}),
        "change, and who sorts": _sorting(words, who),
        "changed": only_text(words, w.CHANGE, words(w.CHANGED, day=day, answerer=DARIO)),
        "other words": wording,
        "reworded": only_text(words, w.WORDING, words(w.REWORDED)),
        "stop": change_cards.stop(words, RUNS),
        "stopped": only_text(words, w.STOP, words(w.STOPPED)),
    }


def _taken_over(words: Words) -> Mapping[str, Card | Form | Home]:
    goes_on = UnderWay(RUNS.ref, CULTURE, 1, "", False, DARIO, False, RUNS.next_at)
    left = replace(goes_on, answerer_name="", left=True)
    found = handing_cards.under_way(words, ((goes_on, True), (left, True), (replace(left, hidden=True), False)))
    return {
        "what goes on": change_cards.running(words, (RUNS,), found),
        "take over": handing_cards.take_over(words, left),
        "taken over": only_text(words, w.TAKE_OVER, handing_cards.taken_over(words, left)),
        "who answers back left": handing_cards.answerer_left(words, left),
    }
