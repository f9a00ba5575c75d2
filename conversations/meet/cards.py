"""How an event looks to those whom it is for: on Home, in the note, in the form in which they answer, and in messages."""

from collections.abc import Sequence

from bot.falls import cut
from bot.limits import SUMMARY
from bot.sentences import ALL_STAFF, CLOSE, EVERYBODY_HERE, NEUTRAL
from bot.ui import Block, Button, Buttons, Card, Choice, Facts, Form, Heading, Link, Note, Open, Option, Text, Write
from bot.values import dataclass, field
from bot.words import Sentence, Words
from conversations.meet import words as w
from conversations.meet.form import THERE
from storage.events.event import Audience, Event
from storage.events.plan import Plan
from storage.events.rsvps import Count, Rsvp

ANSWER, NEEDS = "answer", "needs"
MOST_NEEDED = 300
SAID: dict[str, Sentence] = {
    "room": w.YOU_ROOM,
    "online": w.YOU_ONLINE,
    "maybe": w.YOU_MAYBE,
    "catch-up": w.YOU_CATCH_UP,
    "no": w.YOU_NO,
}


@dataclass(frozen=True, slots=True)
class Invited:
    """An event as one person meets it: what they said, how many wait before them, how many come, and what will change."""

    event: Event
    rsvp: Rsvp | None = None
    ahead: int = 0
    count: Count = field(default_factory=Count)
    change: str = ""


def whom(words: Words, audience: Audience) -> str:
    """A group's own name; all staff have none, and a hidden network is not named where others may see the screen."""
    if audience.hidden:
        return words(EVERYBODY_HERE)
    return words(ALL_STAFF) if audience.everybody else audience.name


def where(words: Words, event: Event) -> str:
    """The room, online, or both."""
    room, link = event.plan.room, event.plan.link
    if room and link:
        return words(w.ROOM_AND_ONLINE, room=room)
    return room or words(w.ONLINE if link else w.PLACE_FOLLOWS)


def said(words: Words, sentence: Sentence, event: Event, **values: object) -> str:
    """A sentence about this event: its name, when and where, as the reader's own clock shows it."""
    known = {"name": event.plan.name, "when": words.when(event.plan.starts), "where": where(words, event)}
    return words(
        sentence, **{name: value for name, value in known.items() if f"{{{name}}}" in sentence.english}, **values
    )


def line(words: Words, invited: Invited) -> tuple[Block, ...]:
    """One line and one button: on Home, and in the note."""
    event, rsvp = invited.event, invited.rsvp
    text = said(words, w.FACT, event, circle=whom(words, event.audience))
    if rsvp:
        text = f"{text} {_you(words, invited)}"
    label = words(w.CHANGE_ANSWER if rsvp and not rsvp.maybe else w.ANSWER)
    return (Facts(((event.plan.name, text),)), Buttons((Open(label, "meet.answer", event.ref),)))


def invitation(words: Words, invited: Invited) -> tuple[Block, ...]:
    """All that is known of it, in words: who, when, where, access, places, and what changes after last time."""
    event, plan = invited.event, invited.event.plan
    ends = words.time(plan.ends)
    pairs = [
        (words(w.WHEN_FACT), words(w.WHEN, when=words.when(plan.starts), ends=ends)),
        (words(w.WHERE_FACT), where(words, event)),
        (words(w.LEADS_FACT), event.lead_name),
        (words(w.ACCESS_FACT), _access(words, event)),
    ]
    if plan.places is not None:
        left = plan.places - invited.count.taken(event)
        full = left <= 0 or invited.count.waiting
        told = words(w.PLACES_FULL, places=plan.places) if full else words(w.PLACES_LEFT, left=left, places=plan.places)
        pairs.append((words(w.PLACES_FACT), told))
    change = (Text(words(w.LAST_TIME, change=invited.change)),) if invited.change else ()
    title = words(w.FOR, name=plan.name, circle=whom(words, event.audience))
    return (Heading(cut(title, 150)), *change, *_about(plan), Facts(tuple(pairs)), *_afterwards(words, event))


def _about(plan: Plan) -> tuple[Block, ...]:
    """Nobody has to say more than what, when and where."""
    return (Text(plan.about),) if plan.about else ()


def _afterwards(words: Words, event: Event) -> tuple[Block, ...]:
    """What those who are invited will be asked."""
    plan, lead = event.plan, event.lead_name
    asks = (Note(words(w.ASKS_ALL, lead=lead, question=plan.question)),) if plan.question else ()
    return (*asks, *((Note(words(w.ASKED_AFTER, lead=lead)),) if plan.evaluate and not plan.small else ()))


def answer(words: Words, invited: Invited, needs: str = "") -> Form:
    """In person, online, the catch-up, or no; and what they need, which only the lead reads."""
    event, rsvp = invited.event, invited.rsvp
    hidden, lead = event.audience.hidden, event.lead_name
    values = {ANSWER: rsvp.answer} if rsvp and rsvp.answer in SAID else {}
    return Form(
        title=words(w.RSVP),
        close=words(CLOSE),
        blocks=(
            *invitation(words, invited),
            *((Text(_you(words, invited)),) if rsvp else ()),
            Note(words(w.WHO_READS_HIDDEN if hidden else w.WHO_READS, lead=lead)),
        ),
        fields=(
            Choice(ANSWER, words(w.RSVP), options(words, invited)),
            Write(
                NEEDS,
                words(w.NEEDS),
                MOST_NEEDED,
                hint=words(w.NEEDS_HINT_UNNAMED if hidden else w.NEEDS_HINT, lead=lead),
                required=False,
            ),
        ),
        action="meet.answer",
        ref=event.ref,
        submit=words(w.SEND_ANSWER),
        values=values | ({NEEDS: needs} if needs else {}),
    )


def answered(words: Words, invited: Invited, calendar: str) -> Form:
    """What was kept, with the ways to the event. `calendar` is the address of its file, or empty."""
    event, rsvp = invited.event, invited.rsvp
    if rsvp is None or rsvp.answer == "no":
        text = said(words, w.DONE_NO, event)
    elif rsvp.waits:
        text = said(words, w.DONE_WAIT if invited.ahead else w.DONE_NEXT, event, n=invited.ahead)
    else:
        sentence = w.DONE_ROOM if rsvp.comes else w.DONE_MAYBE if rsvp.maybe else w.DONE_CATCH_UP
        text = said(words, sentence, event)
    links = _ways(words, event, calendar) if rsvp and rsvp.comes else ()
    row: tuple[Block, ...] = (Buttons(links),) if links else ()
    return Form(title=words(w.TITLE), close=words(CLOSE), blocks=(Text(text), *row))


def told(words: Words, sentence: Sentence, event: Event, *, join: bool = True, calendar: str = "") -> Card:
    """A message about an event; of a hidden circle nothing stands in the notification."""
    text = said(words, sentence, event)
    ways = _ways(words, event, calendar) if join else ()
    change = (Open(words(w.CHANGE_ANSWER), "meet.answer", event.ref),) if event.on else ()
    rows = tuple(Buttons(row) for row in (ways, change) if row)  # three in a row are cut short on a phone
    return Card(summary(words, event, text), (Text(text), *rows))


def perhaps(words: Words, sentence: Sentence, event: Event) -> Card:
    """The same to somebody who said that they may come: they are asked again, and not shown the way in."""
    text = said(words, sentence, event)
    return Card(summary(words, event, text), (Text(text), Buttons((Open(words(w.ANSWER), "meet.answer", event.ref),))))


def aloud(words: Words, events: Sequence[Event]) -> Card:
    """In a channel: what whoever asked leads, with its button; each who presses answers for themselves."""
    if not events:
        return Card(words(w.NOTHING_ALOUD), (Text(words(w.NOTHING_ALOUD)),))
    blocks = [block for each in events for block in line(words, Invited(each))]
    nearest = said(words, w.LINE, events[0], circle=whom(words, events[0].audience))
    return Card(cut(nearest, SUMMARY), (*blocks, Note(words(w.ALOUD))))


def summary(words: Words, event: Event, text: str) -> str:
    return words(NEUTRAL) if event.audience.hidden else cut(text, SUMMARY)


def feed(words: Words, *, has: bool) -> Form:
    make = Option("new", words(w.FEED_ANEW if has else w.FEED_NEW))
    end = (Option("end", words(w.FEED_END)),) if has else ()
    return Form(
        title=words(w.FEED_TITLE),
        close=words(CLOSE),
        blocks=(Text(words(w.FEED_TEXT)), Text(words(w.FEED_SECRET))),
        fields=(Choice(ANSWER, words(w.FEED_WHAT), (make, *end)),),
        action="meet.feed",
        submit=words(w.FEED_SEND),
        values={ANSWER: "new"},
    )


def home(words: Words, invited: Sequence[Invited], more: int) -> tuple[Block, ...]:
    """The nearest events, each with its button; and how many come later."""
    blocks = [block for each in invited for block in line(words, each)]
    return (*blocks, *((Note(words(w.MORE, n=more)),) if more else ()))


def _you(words: Words, invited: Invited) -> str:
    rsvp = invited.rsvp
    if rsvp and rsvp.waits:
        return words(w.YOU_WAIT if invited.ahead else w.YOU_NEXT, n=invited.ahead)
    return words(SAID[rsvp.answer]) if rsvp and rsvp.answer in SAID else ""


def _access(words: Words, event: Event) -> str:
    there = [words(THERE[each]) for each in event.plan.access if each in THERE]
    return ", ".join(there) if there else words(w.NO_ACCESS)


def options(words: Words, invited: Invited) -> tuple[Option, ...]:
    event, plan, rsvp = invited.event, invited.event.plan, invited.rsvp
    full = plan.places is not None and (
        invited.count.waiting > 0 or invited.count.taken(event) >= plan.places or bool(rsvp and rsvp.waits)
    )
    has = bool(rsvp and rsvp.comes and rsvp.answer == event.limited)
    waits = full and not has
    found = []
    if plan.room or not plan.placed:
        yes = w.IN_ROOM if plan.placed else w.COMING
        found.append(Option("room", words(w.WAIT if waits else yes)))
    if plan.link:
        found.append(Option("online", words(w.WAIT_ONLINE if waits and not plan.room else w.COMING_ONLINE)))
    return (*found, Option("maybe", words(w.MAYBE)), Option("catch-up", words(w.CATCH_UP)), Option("no", words(w.NO)))


def _ways(words: Words, event: Event, calendar: str) -> tuple[Button, ...]:
    join = (Link(words(w.JOIN), event.plan.link),) if event.plan.link else ()
    return (*join, *((Link(words(w.CALENDAR), calendar),) if calendar else ()))


def feed_button(words: Words) -> Open:
    return Open(words(w.FEED), "meet.feed")
