"""Tables of events. Whatever says that somebody comes hangs on their membership: it goes with them when they leave."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, ForeignKeyConstraint, Identity, LargeBinary, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from storage.db import WITHOUT_ROWID, Instant, Rows


class EventRow(Rows):
    """Something that people can come to. Kept; a draft that nobody sent is deleted after 14 days."""

    __tablename__ = "event"
    id: Mapped[int] = mapped_column(Identity(), primary_key=True, doc="Internal number.")
    ref: Mapped[str] = mapped_column(String(32), unique=True, doc="Random; what buttons and calendars carry.")
    series: Mapped[str] = mapped_column(String(32), index=True, doc="Random; the same for one and its duplicates.")
    reference: Mapped[str | None] = mapped_column(
        String(100), unique=True, doc="For what a practice arranged it. Empty: somebody planned it."
    )
    circle_id: Mapped[int] = mapped_column(ForeignKey("circle.id", ondelete="CASCADE"), index=True, doc="For whom.")
    lead_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True, doc="Who leads it.")
    name: Mapped[str] = mapped_column(String(100), doc="What it is called.")
    wall: Mapped[str] = mapped_column(String(16), doc="When it begins, as wall clock.")
    zone: Mapped[str] = mapped_column(String(60), doc="On whose walls.")
    minutes: Mapped[int] = mapped_column(doc="How long it lasts.")
    starts_at: Mapped[datetime] = mapped_column(Instant(), doc="The same as an instant.")
    ends_at: Mapped[datetime] = mapped_column(Instant(), index=True, doc="When it is over.")
    room: Mapped[str] = mapped_column(String(200), doc="Where, or empty.")
    link: Mapped[str] = mapped_column(String(500), doc="Where online, or empty. Shown to those who come.")
    about: Mapped[str] = mapped_column(Text, doc="A few lines.")
    access: Mapped[list[Any]] = mapped_column(JSON, doc="What there is, such as captions.")
    places: Mapped[int | None] = mapped_column(doc="How many can come. Empty: as many as want to.")
    question: Mapped[str] = mapped_column(String(200), doc="One question to everybody who was invited, or empty.")
    reply: Mapped[str] = mapped_column(Text, doc="What its lead says to what people answered, or empty.")
    state: Mapped[str] = mapped_column(String(10), doc="draft, planned, asking, announced or cancelled.")
    revision: Mapped[int] = mapped_column(doc="One higher with each change that was announced.")
    changed_at: Mapped[datetime] = mapped_column(Instant(), doc="When it was last changed.")
    announced_at: Mapped[datetime | None] = mapped_column(Instant(), doc="When it was announced, or is to be.")
    summary: Mapped[str] = mapped_column(Text, doc="The catch-up in a few lines, or empty.")
    carries: Mapped[dict[str, Any]] = mapped_column(
        JSON, doc="Recording, its minutes and captions, and what was shown."
    )
    change: Mapped[str] = mapped_column(Text, doc="What its lead will do otherwise next time, or empty.")
    evaluate: Mapped[bool] = mapped_column(doc="Whether those who come are asked how it was.")
    evaluated: Mapped[str] = mapped_column(String(10), doc="asked, few, or empty: not yet.")
    caught_up_at: Mapped[datetime | None] = mapped_column(Instant(), doc="When the catch-up went out.")


class RsvpRow(Rows):
    """What somebody said to an invitation; not when. Deleted when they leave the circle."""

    __tablename__ = "rsvp"
    __table_args__ = (
        ForeignKeyConstraint(
            ["circle_id", "person_id"], ["membership.circle_id", "membership.person_id"], ondelete="CASCADE"
        ),
        WITHOUT_ROWID,
    )
    event_id: Mapped[int] = mapped_column(
        ForeignKey("event.id", ondelete="CASCADE"), primary_key=True, autoincrement=False, doc="To which event."
    )
    person_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False, doc="Who.")
    circle_id: Mapped[int] = mapped_column(doc="As a member of which circle.")
    answer: Mapped[str] = mapped_column(String(10), doc="room, online, maybe, catch-up, no, or missed.")
    queue: Mapped[int | None] = mapped_column(doc="Their turn on the waiting list. Empty: they are not on it.")


class GuestsRow(Rows):
    """That a programme asks those who said that they come to an event how it was. Kept; who they are stands with each round."""

    __tablename__ = "guests"
    programme_id: Mapped[int] = mapped_column(
        ForeignKey("programme.id", ondelete="CASCADE"), primary_key=True, autoincrement=False, doc="Which programme."
    )
    event_id: Mapped[int] = mapped_column(
        ForeignKey("event.id", ondelete="CASCADE"), index=True, doc="The newest event of its series."
    )


class NeedRow(Rows):
    """What somebody needs to take part, for whoever leads the event. Deleted 14 days after it, and its key destroyed."""

    __tablename__ = "need"
    __table_args__ = (
        ForeignKeyConstraint(["event_id", "person_id"], ["rsvp.event_id", "rsvp.person_id"], ondelete="CASCADE"),
        WITHOUT_ROWID,
    )
    event_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False, doc="For which event.")
    person_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False, doc="Who.")
    sealed: Mapped[bytes] = mapped_column(LargeBinary, doc="Their words, encrypted; the key lies outside the database.")


class WordRow(Rows):
    """What somebody added after an event, with their name. Deleted when they take it back or leave the circle."""

    __tablename__ = "word"
    __table_args__ = (
        ForeignKeyConstraint(["event_id", "person_id"], ["rsvp.event_id", "rsvp.person_id"], ondelete="CASCADE"),
        WITHOUT_ROWID,
    )
    event_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False, doc="To which event.")
    person_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False, doc="Who.")
    text: Mapped[str] = mapped_column(Text, doc="Their words.")


class FeedRow(Rows):
    """Where somebody's own calendar fetches what they said yes to. Deleted when they end it or leave."""

    __tablename__ = "feed"
    person_id: Mapped[int] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), primary_key=True, autoincrement=False, doc="Whose."
    )
    digest: Mapped[bytes] = mapped_column(
        LargeBinary(32), unique=True, doc="SHA-256 of 256 random bits, which are not kept."
    )
