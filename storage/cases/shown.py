"""A case as a page shows it: plain words and days, and refs in the place of keys."""

from collections.abc import Mapping
from datetime import date

from bot.casebook import Colleague, Line, Said, Whole
from bot.chores import Happened
from storage.cases import ending, filing, leaving, locks, merging
from storage.cases.opening import Case
from storage.cases.sessions import Guardian
from storage.cases.waiting import waits
from storage.threads.keys import labelled
from storage.threads.recipients import Recipient
from storage.threads.transcript import Message
from storage.working_days import Calendar

ENCLOSED = ("picture", "file")
NOTES: Mapping[str, Happened] = {
    ending.PROPOSES: "proposes",
    ending.WITHDRAWS: "withdraws",
    leaving.LEFT: "left",
    merging.MERGED: "merged",
}
"""What stands beside a note that is more than a note."""


def ref_of(guardian: Guardian, token: bytes) -> str:
    """What this guardian's pages call the case by."""
    return labelled(guardian.key.opens, "case ref", token, size=16).hex()


def colleague(each: Recipient, today: date, me: Recipient) -> Colleague:
    ref = locks.number_of(each.opens, each.signs).hex()
    said = (each.name, each.title, each.answers_to)
    return Colleague(ref, *said, each.outside, each.until, each.valid(today), each.signs == me.signs)


def line(guardian: Guardian, case: Case, today: date, calendar: Calendar) -> Line:
    """A case in the list."""
    owner = guardian.directory.by_signature().get(case.card.owner)
    waiting = waits(case.messages, calendar, closed=case.card.status == "closed", today=today)
    return Line(
        ref=ref_of(guardian, case.opened.token),
        name=case.name,
        category=case.category,
        status=case.card.status,
        since=case.messages[0].opens,
        owner=owner.name if owner else "",
        mine=owner == guardian.named,
        urgent=case.urgent,
        unit=case.unit,
        tags=case.card.tags,
        waits=waiting.since,
        unread=waiting.unread,
        overdue=waiting.overdue,
        deletion=bool(ending.proposed_by(case)),
        said="\n".join(each.text for each in (*case.messages, *case.notes) if each.kind not in ENCLOSED),
    )


def whole(guardian: Guardian, case: Case, today: date, calendar: Calendar) -> Whole:
    """A case with everything in it."""
    listed, owner = guardian.directory.recipients, guardian.directory.by_signature().get(case.card.owner)
    people = {each.opens: colleague(each, today, guardian.named) for each in listed}
    reading = [each for each in listed if each.opens in case.readers]
    left = case.left_out_in(guardian.directory)
    others = [each for each in listed if each.valid(today) and each.opens not in case.readers]
    return Whole(
        line=line(guardian, case, today, calendar),
        said=tuple(_said(guardian, each) for each in case.messages),
        notes=tuple(_said(guardian, each) for each in case.notes),
        readers=tuple(people[each.opens] for each in reading),
        may_join=tuple(people[each.opens] for each in others if each.opens not in left),
        left_out=tuple(people[each.opens] for each in others if each.opens in left),
        owner=people[owner.opens].ref if owner else "",
        hold=case.card.hold,
        keep=case.card.keep,
        holds=case.card_holds,
        proposed=tuple(people[each.opens] for each in ending.proposed_by(case)),
        alone=not any(each.valid(today) and each.person != guardian.named.person for each in reading),
        slip=ending.slip(case).hex(),
    )


def _said(guardian: Guardian, each: Message) -> Said:
    who, me = each.by.name if each.by else "", each.by == guardian.named
    text = "" if each.kind in ENCLOSED else each.text
    if not each.verified or (each.kind in ENCLOSED and each.enclosed is None):
        return Said("lost", "", text, each.opens, verified=False)
    if each.kind == "note":
        told: Happened = next((kind for mark, kind in NOTES.items() if mark in each.about), "note")
        return Said(told, who, text, each.opens, me=me)
    match each.kind:
        case "feedback":
            return Said("again", each.about.get(filing.AGAIN, ""), text, each.opens)
        case "state":
            return Said("closed" if text == "closed" else "read", who, "", each.opens, me=me)
        case "readers":
            return Said("readers", who, text, each.opens, me=me)
        case "picture" | "file":
            return Said("raised", who, "", each.opens, me=me, enclosed=each.kind)
        case _:
            own: Happened = "told" if each.by and filing.HOW in each.about else "reply" if each.by else "raised"
            return Said(own, who, text, each.opens, me=me)
