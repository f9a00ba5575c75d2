"""What somebody sees who plans an event, or approves one: their events, the preview, who comes, the marked days."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from bot.attention import Foresight
from bot.falls import cut
from bot.limits import SUMMARY
from bot.sentences import CLOSE
from bot.ui import Block, Buttons, Card, Choice, Day, Facts, Form, Heading, Note, Open, Option, Text
from bot.values import dataclass, replace
from bot.words import Sentence, Words
from conversations.meet import awareness, cards
from conversations.meet import words_plan as p
from conversations.meet.awareness import BankHoliday, Marked
from conversations.meet.cards import Invited
from conversations.meet.clashes import Clash, Why
from storage.events.event import Audience, Event
from storage.events.rsvps import Count

ALONE = 500
"""Up to so many people nobody has to approve it."""
FEW, TEN, MOST_LISTED = 20, 10, 25
VERDICT, YES, BACK, ON = "verdict", "yes", "back", "on"
_CLASH: Mapping[Why, Sentence] = {
    "bank": p.CLASH_BANK,
    "bank in": p.CLASH_BANK_IN,
    "day": p.CLASH_DAY,
    "fast": p.CLASH_FAST,
    "eve": p.CLASH_EVE,
    "perhaps": p.CLASH_PERHAPS,
    "friday": p.CLASH_FRIDAY,
}


@dataclass(frozen=True, slots=True)
class Warned:
    """What is said to whoever plans, beside how it will look: whom it reaches, and what else there is that day."""

    reach: str
    clashes: Sequence[Clash] = ()
    notes: Sequence[str] = ()


def mine(
    words: Words,
    audiences: Sequence[Audience],
    events: Sequence[tuple[Event, Count]],
    *,
    last: Event | None,
    now: datetime,
) -> Form:
    """Everything that somebody leads; *Duplicate last* first."""
    circles = words.listed([each.name if each.hidden else cards.whom(words, each) for each in audiences])
    again: tuple[Block, ...] = ()
    if last:
        text = words(p.DUPLICATE_TEXT, name=last.plan.name)
        again = (Text(text), Buttons((Open(words(p.DUPLICATE), "meet.again", last.ref, look="primary"),)))
    new = Buttons((Open(words(p.NEW), "meet.plan"), Open(words(p.MARKED), "meet.marked")))
    blocks = [
        block for event, count in events[:MOST_LISTED] for block in _one(words, event, count, over=event.over(now))
    ]
    ways = (Text(cut_list(words(p.MINE_TEXT, circles=circles))), new) if audiences else ()
    return Form(words(p.MINE), words(CLOSE), (*again, *ways, *blocks))


def cut_list(text: str) -> str:
    return cut(text, 600)


def home_mine(words: Words) -> tuple[Block, ...]:
    return (Buttons((Open(words(p.MINE), "meet.mine"),)),)


def place_card(words: Words, event: Event, *, last: bool) -> Card:
    """To whoever hosts what a practice arranged."""
    text = cards.said(words, p.PLACE_LAST if last else p.PLACE_ASKED, event)
    return Card(cards.summary(words, event, text), (Text(text), Buttons((_say_where(words, event),))))


def place_line(words: Words, event: Event) -> tuple[Block, ...]:
    return (Facts(((event.plan.name, cards.said(words, p.PLACE_LINE, event)),)), Buttons((_say_where(words, event),)))


def _say_where(words: Words, event: Event) -> Open:
    return Open(words(p.SAY_WHERE), "meet.where", event.ref, look="primary")


def preview(words: Words, event: Event, change: str, warned: Warned, *, asks: bool) -> Form:
    """As they will see it, whom it reaches, and what else there is; nothing has been sent."""
    shown = (Note(words(p.AS_SHOWN)), *cards.invitation(words, Invited(event, change=change)))
    mend = Buttons((Open(words(p.CHANGE_IT), "meet.change", event.ref),))
    return Form(
        title=words(p.PREVIEW),
        close=words(CLOSE),
        blocks=(*_warnings(words, warned), *shown, mend),
        fields=() if asks else (Day(ON, words(p.ON_DAY), hint=words(p.ON_DAY_HINT), required=False),),
        action="meet.send",
        ref=event.ref,
        submit=words(p.SEND_ASK if asks else p.SEND),
    )


def reach(words: Words, foreseen: Foresight, heads: int) -> str:
    """How many get it when, in tens: a count that moved with one person would tell what this one chose."""
    notes = []
    if foreseen.at_once >= TEN:
        notes.append(words(p.REACH_TODAY, n=words.number(foreseen.at_once // TEN * TEN)))
    for day, number in foreseen.in_note.items():
        if number >= TEN and len(notes) < 4:
            notes.append(words(p.REACH_DAY, n=words.number(number // TEN * TEN), day=words.day(day)))
    if heads < FEW or not notes:
        return words(p.REACH_ALL, n=words.number(heads))
    return words(p.REACH, n=words.number(heads), notes=" ".join([*notes, words(p.REACH_REST)]))


def approve_card(words: Words, event: Event, heads: int) -> Card:
    text = words(p.APPROVE_CARD, lead=event.lead_name, name=event.plan.name, n=words.number(heads))
    look = Open(words(p.LOOK), "meet.approve", event.ref, look="primary")
    return Card(cards.summary(words, event, text[:SUMMARY]), (Text(text), Buttons((look,))))


def approve(words: Words, event: Event, change: str, warned: Warned) -> Form:
    """The same as the preview, and two ways to go on."""
    options = (Option(YES, words(p.YES)), Option(BACK, words(p.BACK, lead=event.lead_name)[:75]))
    shown = preview(words, event, change, warned, asks=True)
    return replace(
        shown,
        blocks=shown.blocks[:-1],
        fields=(Choice(VERDICT, words(p.VERDICT), options),),
        action="meet.approve",
        submit=words(p.SAY_IT),
    )


def notice(words: Words, sentence: Sentence, event: Event) -> Card:
    text = cards.said(words, sentence, event)
    mine_ = Buttons((Open(words(p.MINE), "meet.mine"),))
    return Card(cards.summary(words, event, text), (Text(text), mine_))


def cancel(words: Words, event: Event, people: int) -> Form:
    return Form(
        title=words(p.CANCEL_TITLE),
        close=words(CLOSE),
        blocks=(Text(cards.said(words, p.CANCEL_ASK, event, n=people)),),
        action="meet.cancel",
        ref=event.ref,
        submit=words(p.CANCEL_DO),
    )


def who(
    words: Words,
    event: Event,
    count: Count,
    *,
    names: Mapping[str, Sequence[str]],
    needs: Sequence[tuple[str, str]],
) -> Form:
    """For whoever leads it. `names` by how they come; of a hidden circle there are none, and needs come without names."""
    numbers = {"room": count.room, "online": count.online, "waiting": count.waiting, "maybe": count.maybe}
    labels = {"room": p.WHO_ROOM, "online": p.WHO_ONLINE, "waiting": p.WHO_WAIT, "maybe": p.WHO_MAYBE}
    blocks: list[Block] = [Heading(event.plan.name)]
    pairs = []
    for key, number in numbers.items():
        listed = words.listed(list(names.get(key, ()))) if names.get(key) else words.number(number)
        pairs.append((words(labels[key]), cut_list(f"{number}: {listed}" if names.get(key) else listed)))
    blocks += [Facts(tuple(pairs))] if any(numbers.values()) else [Text(words(p.WHO_NONE))]
    blocks += [Note(words(p.WHO_HIDDEN))] if event.audience.hidden else []
    if needs:
        blocks.append(Note(words(p.WHO_NEEDS)))
        blocks += [Text(words(p.WHO_NEED, name=name, text=text) if name else text) for name, text in needs[:50]]
    return Form(words(p.WHO_TITLE), words(CLOSE), tuple(blocks))


def marked(words: Words, found: Sequence[Marked], bank: Sequence[BankHoliday], ends: Sequence[awareness.Day]) -> Form:
    """The marked days of the next weeks, the bank holidays, and for what there is no next date."""
    lines = [(each.first, each.day.name, _days(words, each)) for each in found]
    for holiday in bank:
        day = words.day(holiday.on)
        shown = day if holiday.everywhere else words(p.MARKED_IN, days=day, nations=words.listed([*holiday.nations]))
        lines.append((holiday.on, holiday.name, shown))
    pairs = [(name, shown) for _, name, shown in sorted(lines)]
    facts = tuple(Facts(tuple(pairs[start : start + TEN])) for start in range(0, len(pairs), TEN))
    blocks = (Text(words(p.MARKED_TEXT)), *facts, *_running_out(words, ends))
    return Form(words(p.MARKED_TITLE), words(CLOSE), blocks)


def _running_out(words: Words, ends: Sequence[awareness.Day]) -> tuple[Block, ...]:
    """Of which days no next date is known here."""
    last = [(p.MARKED_ENDS, "yearly"), (p.MARKED_ROWS, "rows")]
    named = {kind: [f"{day.name} ({day.source})" for day in ends if day.kind == kind] for _, kind in last}
    return tuple(Note(words(said, names=words.listed(named[kind]))) for said, kind in last if named[kind])


def _one(words: Words, event: Event, count: Count, *, over: bool) -> tuple[Block, ...]:
    text = cards.said(
        words,
        p.MINE_LINE,
        event,
        circle=cards.whom(words, event.audience),
        state=_state(words, event, count, over=over),
    )
    if over:
        ways = [Open(words(p.CATCH_UP), "meet.after", event.ref)]
    else:
        ways = [Open(words(p.CHANGE), "meet.change", event.ref), Open(words(p.CANCEL), "meet.cancel", event.ref)]
    ways += [Open(words(p.WHO), "meet.who", event.ref)] if event.on else []
    return (Facts(((event.plan.name, text),)), Buttons(tuple(ways)))


def _state(words: Words, event: Event, count: Count, *, over: bool) -> str:
    if over:
        return words(p.STATE_OVER)
    if event.state == "planned" and event.announced_at:
        return words(p.STATE_PLANNED, day=words.day(event.announced_at))
    if not event.on:
        return words(p.STATE_DRAFT if event.state == "draft" else p.STATE_ASKING)
    numbers = {p.COUNT_ROOM: count.room, p.COUNT_ONLINE: count.online, p.COUNT_WAITING: count.waiting}
    numbers |= {p.COUNT_MAYBE: count.maybe, p.COUNT_CATCH_UP: count.catch_up}
    return ", ".join(words(said, n=n) for said, n in numbers.items() if n) or words(p.STATE_NONE)


def _warnings(words: Words, warned: Warned) -> tuple[Block, ...]:
    met = [words(_CLASH[each.why], **_met(words, each)) for each in warned.clashes]
    return (Text(warned.reach), *(Text(each) for each in (*met, *warned.notes)))


def _met(words: Words, clash: Clash) -> dict[str, str]:
    values = {"name": clash.name} if clash.name else {}
    return values | ({"nations": words.listed([*clash.nations])} if clash.why == "bank in" else {})


def _days(words: Words, each: Marked) -> str:
    first, last = words.day(each.first), words.day(each.last)
    days = first if each.first == each.last else words(p.MARKED_SPAN, first=first, last=last)
    if not each.sure:
        return words(p.MARKED_UNSURE, days=days)
    return words(p.MARKED_EVE, days=days) if each.eve else days
