"""One of everything that people see of a workshop in the chat, for the contact sheet and for the laws that hold for every
card."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime

from bot.forms import again, only_text
from bot.promises import Promise
from bot.settings import House
from bot.ui import Card, Form, Home
from bot.words import Words
from bot.workshop import STAGES, Note, Stage, Table, Theme, Workshop
from conversations.workshop import cards, form
from conversations.workshop import words as w
from storage.examples import DARIO

TODAY = date(2026, 11, 12)
AT = datetime(2026, 12, 10, 12, tzinfo=UTC)
HOUSE = House(tables="https://hearback.example.org")
R1, R2, R3 = "1" * 32, "2" * 32, "3" * 32
ROOM = (
    Theme(R1, "Parking near the entrance", picks=12, how="doing", promise="9" * 32),
    Theme(R2, "Letters that say who to call", picks=9, how="not_now", reason="The letters are printed elsewhere."),
    Theme(R3, "A quiet place to wait", picks=9),
)
CARERS = "Carers network"
NOTES = (
    "I walked half a mile from the car park.",
    "No chairs between the car park and the ward.",
    "The letter had no number to call.",
    "The radio is on all day in the waiting room.",
)
STAFF = Table(
    "4" * 32,
    1,
    "KMTR4W7P",
    "Table 1",
    "staff",
    left=False,
    notes=(Note("a", NOTES[2], paper=False, theme="5" * 32), Note("b", NOTES[3], paper=True)),
    themes=(Theme("5" * 32, "Letters nobody can read", into=R2), Theme("6" * 32, "Noise", into=R3)),
)
PATIENTS = Table(
    "7" * 32,
    2,
    "B6QH2XZN",
    "Table 2",
    "patients",
    left=True,
    notes=(Note("c", NOTES[0], paper=False, theme="8" * 32), Note("d", NOTES[1], paper=False, theme="8" * 32)),
    themes=(Theme("8" * 32, "The long way in", into=R1),),
)
WHOLE = Workshop(
    ref="0" * 32,
    number=1,
    round=1,
    round_ref="a" * 32,
    circle=1,
    title="Coming to outpatients",
    question="What would make coming to us easier?",
    day=TODAY,
    stage="promises",
    facilitator=1,
    facilitator_name=DARIO,
    answer_by=AT,
    shared_at=AT,
    phones=23,
    screen="b" * 32,
    token="c" * 32,
    tables=(STAFF, PATIENTS),
    room=ROOM,
)
PROMISE = Promise(
    ref="9" * 32,
    round_ref="a" * 32,
    subject={"en": ROOM[0].name},
    text="Forty places beside the entrance for those who cannot walk far.",
    owner=DARIO,
    role="head of estates",
    objective="",
    made_at=AT,
    due_on=date(2027, 6, 30),
    next_on=date(2027, 3, 31),
    state="doing",
    heard_at=AT,
)
GIVEN = (
    CARERS,
    WHOLE.title,
    WHOLE.question,
    PROMISE.text,
    *NOTES,
    *(each.name for each in ROOM),
    ROOM[1].reason,
    *(text for each in WHOLE.tables for text in (each.name, each.voice, *(theme.name for theme in each.themes))),
)
"""What people wrote themselves."""


def at(stage: Stage) -> Workshop:
    """The same in another stage, as far as it is then."""
    place = STAGES.index(stage)
    apart = tuple(
        replace(each, themes=tuple(replace(one, into=None) for one in each.themes[:1]) + each.themes[1:])
        for each in WHOLE.tables
    )
    room = tuple(replace(each, picks=None, how=None, promise="", reason="") for each in ROOM)
    if place < STAGES.index("merging"):
        return replace(WHOLE, stage=stage, tables=apart, room=())
    early = place < STAGES.index("promises")
    return replace(
        WHOLE, stage=stage, tables=apart if stage == "merging" else WHOLE.tables, room=room if early else ROOM
    )


def examples(words: Words) -> Mapping[str, Card | Form | Home]:
    """Name to what is shown."""
    circles = [("5" * 32, ""), ("6" * 32, CARERS)]
    start, merging, few = form.start(words, circles, TODAY), at("merging"), replace(WHOLE, phones=3)
    errors = {form.NAMED: words(w.EMPTY), form.TABLES: words(w.NO_TABLE, n=2), form.DAY: words(w.NO_DAY, day="x")}
    stages = {f"desk, {each}": cards.desk(words, at(each), HOUSE) for each in STAGES}
    named = {form.LINES: words(w.LONG_LINES, n=300, lines="3"), form.TABLE: words(w.NOT_CHOSEN)}
    end = form.end(words, replace(WHOLE, room=ROOM[1:]), TODAY)
    return {
        "start": start,
        "start to be mended": again(start, {}, errors),
        **stages,
        "desk without pages": cards.desk(words, few, House(), told=words(w.DONE_NOTES, table=STAFF.name, n=4)),
        "paper": form.paper(words, at("notes")),
        "paper to be mended": again(form.paper(words, at("notes")), {}, named),
        "paper as it would be": form.paper(words, at("notes"), shown=(STAFF, NOTES)),
        "tables": form.tables(words, WHOLE),
        "put together": form.merge(words, merging),
        "take apart": form.apart(words, merging),
        "end": end,
        "end to be mended": again(end, {}, {form.ROLE: words(w.NO_ROLE), form.WHO: words(w.NOBODY)}),
        **{f"move to {each}": form.move(words, at("notes"), each) for each in STAGES[1:]},
        "not yet": only_text(words, w.TITLE, words(w.NOT_YET, day=words.dated(TODAY))),
        "not ended": only_text(words, w.TITLE, words(w.NOT_ENDED, names=ROOM[2].name)),
        "what came": cards.came(words, WHOLE, (PROMISE,), TODAY),
        "on Home": Home(
            words(w.TITLE),
            (
                *cards.home_start(words),
                *cards.home_held(words, WHOLE),
                *cards.home_held(words, WHOLE, late=True),
                *cards.home_listed(words, WHOLE),
                *cards.home_came(words, WHOLE, 3),
                *cards.in_note(words, [(WHOLE, 3)]),
            ),
        ),
    }
