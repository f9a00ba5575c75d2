"""One of everything that people are shown of events, for the contact sheet and for the laws that hold for every card."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime

from bot.attention import Foresight
from bot.forms import again, only_text
from bot.ui import Buttons, Card, Form, Home
from bot.words import Words
from conversations.meet import cards, cards_after, cards_aloud, cards_plan, form, short_form
from conversations.meet import words as w
from conversations.meet import words_after as a
from conversations.meet import words_plan as p
from conversations.meet.awareness import BankHoliday, Day, Marked
from conversations.meet.cards import Invited
from conversations.meet.cards_plan import Warned
from conversations.meet.clashes import Clash
from storage.channels.links import Channel
from storage.events.event import Audience, Event
from storage.events.plan import Carried, Plan
from storage.events.rsvps import Count, Rsvp
from storage.examples import DARIO

NETWORK, PLACE, LINK = (
    "Disability and Long-term Conditions",
    "Education Centre, room 2",
    "https://meet.example.org/disability",
)
ABOUT = "Three colleagues say what helped them to stay at work. Bring a question."
SAID = "Thirty people came. Most asked how to get equipment sooner; the answer is one form, not three."
CHANGE, NEED, CALENDAR = (
    "Questions come first.",
    "I lip-read: a seat in front, please.",
    "https://hearback.example.org/event/x.ics",
)
ZONE, NATION, MARKED, SOURCE = "Europe/London", "Scotland", "Yom Kippur", "an almanac"
PLAN = Plan(
    "Staying at work",
    "2026-12-02T12:30",
    ZONE,
    60,
    PLACE,
    LINK,
    ABOUT,
    ("captions", "bsl", "step-free"),
    30,
    evaluate=True,
)
EVENT = Event(
    id=1,
    ref="e" * 32,
    series="e" * 32,
    audience=Audience(7, "c" * 32, NETWORK, hidden=False),
    lead=1,
    lead_name=DARIO,
    led=True,
    plan=PLAN,
    state="announced",
    revision=0,
    changed_at=datetime(2026, 11, 12, tzinfo=UTC),
    announced_at=datetime(2026, 11, 12, tzinfo=UTC),
)
CALLED = ("disability-network", "all-of-ward-7")
CHANNELS = [Channel(number, str(number) * 32, name, 7, "c" * 32, NETWORK, None) for number, name in enumerate(CALLED)]
NOWHERE = replace(EVENT, plan=replace(PLAN, room="", link="", access=(), places=None))
HIDDEN = replace(EVENT, audience=replace(EVENT.audience, hidden=True))
ONLINE = replace(EVENT, plan=replace(PLAN, room="", places=None, access=()))
CAUGHT = replace(
    EVENT, summary=SAID, carried=Carried(LINK, 48, "captions", LINK), caught_up_at=datetime(2026, 12, 3, tzinfo=UTC)
)
QUESTION, REPLY = "What would help you most at work?", "Equipment first: the form is one page from January."
ASKS = replace(EVENT, plan=replace(PLAN, question=QUESTION))
REPLIED = replace(CAUGHT, plan=ASKS.plan, reply=REPLY)
COUNT = Count(room=28, online=14, waiting=0, catch_up=9)
FULL = Count(room=30, online=14, waiting=3, catch_up=9)
DAY = Day("yom-kippur", MARKED, "rows", [], SOURCE, date(2026, 11, 22), eve=True)
TEXTS = (
    NETWORK,
    PLACE,
    LINK,
    ABOUT,
    SAID,
    QUESTION,
    REPLY,
    CHANGE,
    NEED,
    CALENDAR,
    ZONE,
    NATION,
    MARKED,
    SOURCE,
    PLAN.name,
    *CALLED,
)
CLASHES = (
    Clash("bank", MARKED),
    Clash("bank in", MARKED, (NATION,)),
    Clash("day", MARKED),
    Clash("fast", MARKED),
    Clash("eve", MARKED),
    Clash("perhaps", MARKED),
    Clash("friday"),
)


def examples(words: Words) -> Mapping[str, Card | Form | Home]:
    """Name to what is shown."""
    return {**_planned(words), **_decided(words), **_invited(words), **_told(words), **_afterwards(words)}


def _planned(words: Words) -> dict[str, Card | Form | Home]:
    new = form.plan_form(words, [EVENT.audience, replace(EVENT.audience, key="d" * 32)], ZONE)
    wrong = form.read(
        words, {form.DAY: "2020-01-01", form.AT: "25:00", form.LINK: "here", form.PLACES: "-1"}, ZONE, NOW
    )
    moved = form.plan_form(words, (), ZONE, ref=EVENT.ref, of=PLAN, moved=True)
    listed = [(EVENT, COUNT), (replace(EVENT, state="draft"), Count()), (replace(EVENT, state="asking"), Count())]
    listed += [(replace(EVENT, state="planned"), Count()), (EVENT, Count())]
    reach = cards_plan.reach(words, Foresight(412, {date(2026, 11, 19): 88, date(2026, 11, 20): 14}, 6), 520)
    warned = Warned(reach, CLASHES, (words(p.TWICE, at="01:30"), words(p.FEWER, n=28), words(p.LARGE, n=500)))
    some = [Marked(DAY, date(2026, 11, 30), date(2026, 12, 1)), Marked(replace(DAY, eve=False), DATE, DATE, sure=False)]
    ends = [replace(DAY, kind="yearly"), DAY]
    return {
        "your events": cards_plan.mine(words, [EVENT.audience], listed, last=EVENT, now=NOW),
        "your first event": cards_plan.mine(words, [EVENT.audience], [], last=None, now=NOW),
        "new event": new,
        "new event to be mended": again(new, {}, {**wrong.errors, form.WHOM: words(p.NOT_YOURS)}),
        "change of an event": replace(
            moved,
            blocks=only_text(words, p.FORM_TITLE, words(p.REACH_CHANGE, n=42)).blocks,
            submit=words(p.SEND_CHANGE),
            values=form.written(PLAN),
        ),
        "preview": cards_plan.preview(words, replace(EVENT, state="draft"), CHANGE, Warned(reach), asks=False),
        "preview with every warning": cards_plan.preview(words, EVENT, "", warned, asks=True),
        "preview for a circle with channels": cards_aloud.also_posted(
            words, cards_plan.preview(words, EVENT, "", Warned(reach), asks=False), CHANNELS
        ),
        "announced": only_text(words, p.SENT_TITLE, words(p.SENT)),
        "marked days": cards_plan.marked(words, some, [BankHoliday(DATE, MARKED, (NATION,))], ends),
        "say where": again(short_form.where(words, EVENT), {}, {form.ROOM: words(p.NO_WHERE)}),
        "duplicate last": short_form.once_more(words, EVENT),
        "who comes": cards_plan.who(
            words, EVENT, COUNT, names={"room": [DARIO], "online": [DARIO]}, needs=[(DARIO, NEED)]
        ),
        "who comes to a hidden network": cards_plan.who(words, HIDDEN, COUNT, names={}, needs=[("", NEED)]),
        "nobody comes yet": cards_plan.who(words, EVENT, Count(), names={}, needs=()),
        "cancel": cards_plan.cancel(words, EVENT, 42),
        "Home of whoever leads": Home(words(w.TITLE), cards_plan.home_mine(words)),
    }


def _decided(words: Words) -> dict[str, Card | Form | Home]:
    hidden = words(p.REACH_HIDDEN)
    return {
        "would you approve": cards_plan.approve_card(words, EVENT, 4120),
        "approve": cards_plan.approve(words, replace(EVENT, state="asking"), "", Warned(hidden)),
        "approved": cards_plan.notice(words, p.APPROVED, EVENT),
        "sent back": cards_plan.notice(words, p.SENT_BACK, replace(EVENT, state="draft")),
        "where is it": cards_plan.place_card(words, NOWHERE, last=False),
        "where is it, for the last time": cards_plan.place_card(words, NOWHERE, last=True),
        "where is it, on Home": Home(words(w.TITLE), cards_plan.place_line(words, NOWHERE)),
        "yours from now on": cards_plan.notice(words, w.YOURS, EVENT),
    }


def _invited(words: Words) -> dict[str, Card | Form | Home]:
    said = {
        "room": Rsvp("room"),
        "waits": Rsvp("room", 4),
        "maybe": Rsvp("maybe"),
        "catch-up": Rsvp("catch-up"),
        "no": Rsvp("no"),
    }
    lines = [Invited(EVENT), *(Invited(EVENT, each, 3) for each in said.values()), Invited(ONLINE, Rsvp("online"))]
    blocks = (*cards.home(words, lines, 4), Buttons((cards.feed_button(words),)))
    invited = cards.answer(words, Invited(ASKS, None, 0, COUNT, CHANGE))
    return {
        "coming on Home": Home(words(w.TITLE), blocks),
        "can you come": invited,
        "can you come, and it is full": cards.answer(words, Invited(EVENT, None, 0, FULL)),
        "can you come, online only": cards.answer(words, Invited(ONLINE, Rsvp("online"), 0, COUNT), NEED),
        "can you come, of a hidden network": cards.answer(words, Invited(HIDDEN)),
        "can you come, and the place follows": cards.answer(words, Invited(NOWHERE)),
        "answer to be mended": again(invited, {}, {cards.ANSWER: words(w.CHOOSE)}),
        **{
            f"answered: {name}": cards.answered(words, Invited(EVENT, each, 3), CALENDAR) for name, each in said.items()
        },
        "my calendar": cards.feed(words, has=True),
        "no calendar yet": cards.feed(words, has=False),
        "calendar address": only_text(words, w.FEED_TITLE, words(w.FEED_MADE, address=CALENDAR)),
    }


def _told(words: Words) -> dict[str, Card | Form | Home]:
    return {
        "reminder": cards.told(words, w.REMIND_WEEK, EVENT, calendar=CALENDAR),
        "last reminder of a hidden network": cards.told(words, w.REMIND_SOON, HIDDEN),
        "changed": cards.told(words, w.CHANGED, EVENT, calendar=CALENDAR),
        "changed, and you wait": cards.told(words, w.CHANGED_WAIT, EVENT),
        "in a channel": cards.aloud(words, [EVENT, ASKS]),
        "nothing in a channel": cards.aloud(words, []),
        "moved, in a channel": cards_aloud.moved(words, EVENT),
        "cancelled, in a channel": cards_aloud.off(words, EVENT),
        "changed, and you were not sure": cards.perhaps(words, w.CHANGED_MAYBE, EVENT),
        "cancelled": cards.told(words, w.CANCELLED, replace(EVENT, state="cancelled"), join=False),
        "you have a place": cards.told(words, w.PLACED, EVENT, calendar=CALENDAR),
    }


def _afterwards(words: Words) -> dict[str, Card | Form | Home]:
    over = cards_after.home_gone(words, EVENT, said_yes=True)
    written = cards_after.after(words, CAUGHT, words(a.EVALUATED))
    return {
        "it is over": cards_after.after_card(words, EVENT, 9),
        "catch-up to write, on Home": Home(words(w.TITLE), cards_after.after_line(words, EVENT)),
        "catch-up to write": cards_after.after(words, EVENT, words(a.EVALUATES, day=words.day(DATE))),
        "catch-up to write, and few came": cards_after.after(words, EVENT, words(a.TOO_FEW, n=15)),
        "answer to what people said": cards_after.after(words, REPLIED, "", [(DARIO, NEED)]),
        "it asks everybody": cards_after.catch_up(words, ASKS, [], "", open_=True),
        "answered": cards_after.catch_up(words, REPLIED, [(DARIO, NEED)], "", open_=True),
        "what came, on Home": Home(
            words(w.TITLE),
            tuple(b for each in (ASKS, REPLIED) for b in cards_after.home_gone(words, each, said_yes=False))
            + cards_after.after_line(words, replace(REPLIED, reply="")),
        ),
        "catch-up to be mended": again(written, {}, {cards_after.MINUTES: words(a.NEEDS_MINUTES)}),
        "what came of it": cards_after.catch_up(words, CAUGHT, [(DARIO, NEED)], NEED, open_=True),
        "what came of it, later": cards_after.catch_up(words, CAUGHT, [], "", open_=False),
        "catch-up in the note": Card(PLAN.name, cards_after.came(words, CAUGHT)),
        "over, on Home": Home(words(w.TITLE), (*over, *cards_after.home_gone(words, CAUGHT, said_yes=False))),
        "could not be there": cards_after.missed(words, EVENT),
    }


NOW, DATE = datetime(2026, 11, 12, tzinfo=UTC), date(2026, 12, 4)
