"""One of everything that people see of mentoring, for the contact sheet and for the laws that hold for every card."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from bot.forms import again, only_text
from bot.ui import Block, Card, Form, Home
from bot.words import Words
from conversations.match import cards, lead_cards, rules
from conversations.match import words as w
from conversations.match.values import Cohort, Pair
from storage.examples import DARIO, NORTHFIELD
from storage.matching.mentors import FEWEST

NAME, CONSENT = "Women in theatres", "What we talk about stays between the two of us. Each of us may end it."
MENTORS = ("Maya Osei", "Tomasz Nowak", "Priya Raman", "Huw Lewis")
MENTEES = ("Amara Okafor", "Lowri Bevan", "Kaito Mori", "Ines Costa")
WHY = (
    (("topic", "heard"), ("topic", "leading")),
    (("topic", "career"), ("time", "mornings")),
    (("topic", "belonging"), ("way", "online")),
    (("topic", "decided"), ("elsewhere", "")),
)
MET = {"mentors": 24, "mentees": 31, "pairs": 22, "met": [20, 0, 15]}
COHORT = Cohort(
    id=1,
    ref="6" * 32,
    circle="all-staff",
    lead=1,
    name=NAME,
    direction="ordinary",
    months=6,
    minutes=60,
    consent=CONSENT,
    opened_on=date(2026, 11, 2),
    joins_until=date(2026, 11, 20),
    ends_on=date(2027, 6, 2),
    stage="joining",
    counts={},
)
OPEN = replace(COHORT, stage="open")
REVERSE = replace(COHORT, direction="reverse")
PAIRS = [
    Pair(n, f"{n:x}" * 32, 1, n, n + 10, MENTORS[n], MENTEES[n], WHY[n], "proposed", date(2026, 11, 23))
    for n in range(4)
]
STATES = ("first", "together", "declined", "ended")
SAID = (NAME, CONSENT, *MENTORS, *MENTEES)


def examples(words: Words) -> Mapping[str, Card | Form | Home]:
    """Name to what is shown."""
    [pair, *_], joins = PAIRS, cards.join(words, NORTHFIELD, COHORT, DARIO)
    wrong = cards.mended(words, rules.said({rules.SIDE: "mentor"})[1] | {rules.APART: (w.UNKNOWN, {"name": "Amara"})})
    met = cards.did_you_meet(words, pair, 2, 10)
    said = {
        "left": w.LEFT,
        "not this time": w.SAID_NO,
        "answered already": w.ALREADY,
    }
    homes: dict[str, tuple[Block, ...]] = {
        "invited": cards.invited(words, COHORT),
        "joined": cards.waiting(words, COHORT),
        "on the waiting list": cards.waiting(words, OPEN),
        "over": cards.over(words, replace(COHORT, stage="ended", counts=MET)),
        "for the lead": (*lead_cards.home_begin(words), *lead_cards.home_leads(words, COHORT, 24, 31)),
    }
    return {
        **{f"home: {name}": Home(words(w.STATE_TITLE), blocks) for name, blocks in homes.items()},
        "join": joins,
        "join, the other way round": cards.join(words, NORTHFIELD, REVERSE, DARIO),
        "join, to be mended": again(joins, {rules.SIDE: "mentor", rules.APART: "Amara"}, wrong),
        "joined": only_text(words, w.JOIN_TITLE, words(w.JOINED, day=words.day(COHORT.joins_until))),
        "asked": cards.news(words, cards.asked(words, OPEN, pair, "mentor")),
        "said yes": cards.news(words, cards.said_yes(words, OPEN)),
        "a pair": cards.news(words, cards.together(words, OPEN, pair, me=pair.mentee, meeting=2)),
        "a pair has ended": cards.news(words, cards.pair_ended(words, OPEN, pair, me=pair.mentee)),
        "did you meet": met,
        "did you meet, to be mended": again(met, {}, {rules.MET: words(w.CHOOSE)}),
        "recorded": only_text(words, w.MET_TITLE, words(w.RECORDED)),
        **{name: cards.said(words, words(sentence)) for name, sentence in said.items()},
        **_led(words),
    }


def _led(words: Words) -> dict[str, Card | Form | Home]:
    begin = lead_cards.begin(words, [("all-staff", "")])
    _, errors = rules.wanted({}, ["all-staff"], COHORT.opened_on)
    proposed = lead_cards.proposed(words, OPEN, PAIRS)
    enough = words(w.ASIDE_ENOUGH, name=MENTORS[0])
    many = [replace(PAIRS[n % 4], id=n, ref=f"{n:032x}") for n in range(45)]
    states = [replace(each, state=state) for each, state in zip(PAIRS, STATES, strict=True)]
    counted = replace(OPEN, counts=MET)
    ends = COHORT.joins_until + timedelta(days=1)
    return {
        "begin": begin,
        "begin, to be mended": again(begin, {rules.NAME: ""}, cards.mended(words, errors)),
        "begun": only_text(words, w.BEGIN_TITLE, words(w.BEGUN, day=words.day(ends))),
        "pairs wait": cards.news(words, lead_cards.home_ready(words, OPEN, 4)),
        "pairs": proposed,
        "pairs, put aside too often": again(proposed, {rules.ASIDE: PAIRS[0].ref}, {rules.ASIDE: enough}),
        "many pairs": lead_cards.proposed(words, OPEN, many),
        "no pairs": only_text(words, w.PAIRS_TITLE, words(w.NO_PAIRS, n=FEWEST)),
        "sent": only_text(words, w.PAIRS_TITLE, words(w.SENT, n=4)),
        "how it goes": lead_cards.state(words, counted, states, (2, 5)),
        "stop": lead_cards.stop(words, OPEN),
        "stopped": only_text(words, w.STOP_TITLE, words(w.STOPPED)),
    }
