"""Tables of the loop: programmes, rounds, moments, who was asked, what is sent, what came of it."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Identity, Index, LargeBinary, String, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.db import WITHOUT_ROWID, Instant, Rows

SENDING, RUNS = text("state = 'sending'"), text("next_at IS NOT NULL AND spec IS NULL")
Changes = JSON(none_as_null=True)


class ProgrammeRow(Rows):
    """A template that runs here, once for the same people. Kept while the organisation uses Hearback."""

    __tablename__ = "programme"
    __table_args__ = (Index("ix_programme_runs", "template", "circle_id", unique=True, sqlite_where=RUNS),)
    id: Mapped[int] = mapped_column(Identity(), primary_key=True, doc="Internal number.")
    ref: Mapped[str] = mapped_column(String(32), unique=True, doc="Random; what buttons carry.")
    template: Mapped[str] = mapped_column(String(60), doc="Which template.")
    circle_id: Mapped[int] = mapped_column(ForeignKey("circle.id"), doc="Who is asked.")
    zone: Mapped[str] = mapped_column(String(60), doc="The zone in which rounds close.")
    answerer_id: Mapped[int] = mapped_column(ForeignKey("person.id"), doc="Who answers back.")
    spec: Mapped[dict[str, Any] | None] = mapped_column(Changes, doc="A steward's own question. Empty: it is a file.")
    adjusted: Mapped[dict[str, Any] | None] = mapped_column(Changes, doc="A practice's own words and rhythm. Or empty.")
    shown_by: Mapped[str | None] = mapped_column(String(40), doc="By which detail, or none. NULL: as the template.")
    next_wall: Mapped[str] = mapped_column(String(16), doc="Next opening as wall clock, without offset.")
    next_at: Mapped[datetime | None] = mapped_column(
        Instant(), index=True, doc="The same as an instant, at the earliest among those asked. Empty: stopped."
    )


class RoundRow(Rows):
    """One turn of a programme. Kept: it is the organisation's memory of what was asked and answered."""

    __tablename__ = "round"
    __table_args__ = (UniqueConstraint("programme_id", "wall"),)
    id: Mapped[int] = mapped_column(Identity(), primary_key=True, doc="Internal number.")
    ref: Mapped[str] = mapped_column(String(32), unique=True, doc="Random; what buttons carry.")
    programme_id: Mapped[int] = mapped_column(ForeignKey("programme.id"), doc="Which programme.")
    wall: Mapped[str] = mapped_column(String(16), doc="Anchor as wall clock; with the programme it makes it unique.")
    stage: Mapped[str] = mapped_column(String(10), doc="open, closed, shared or void.")
    opened_at: Mapped[datetime] = mapped_column(Instant(), doc="When it opened.")
    answer_by: Mapped[datetime] = mapped_column(Instant(), doc="When people were promised an answer.")
    answerer_id: Mapped[int] = mapped_column(ForeignKey("person.id"), doc="Who answers back.")
    threshold: Mapped[int] = mapped_column(doc="k, as told to everybody in the question; fixed at opening.")
    preset: Mapped[str] = mapped_column(String(20), doc="Which set of thresholds k belongs to; fixed at opening.")
    teams: Mapped[list[Any]] = mapped_column(JSON, doc="The tree of teams at opening: number, key, name, above.")
    shared_at: Mapped[datetime | None] = mapped_column(Instant(), doc="When the answer went out.")
    cycle: Mapped[str | None] = mapped_column(String(32), doc="Random, of turns after which teams are shown; or empty.")
    turn: Mapped[int | None] = mapped_column(doc="Which of these turns, from 0. Empty: it sums them up by team.")


class MomentRow(Rows):
    """One thing that happens to people in a round. Kept with the round."""

    __tablename__ = "moment"
    __table_args__ = (UniqueConstraint("round_id", "name"),)
    id: Mapped[int] = mapped_column(Identity(), primary_key=True, doc="Internal number.")
    ref: Mapped[str] = mapped_column(String(32), unique=True, doc="Random; what buttons carry.")
    round_id: Mapped[int] = mapped_column(ForeignKey("round.id", ondelete="CASCADE"), doc="Which round.")
    name: Mapped[str] = mapped_column(String(60), doc="Its id in the template.")
    kind: Mapped[str] = mapped_column(String(10), doc="ASK or SHOW.")
    voice: Mapped[str] = mapped_column(String(12), doc="named or unlinked; locked at opening.")
    opens_at: Mapped[datetime] = mapped_column(Instant(), doc="First instant at which it can be answered.")
    closes_at: Mapped[datetime | None] = mapped_column(Instant(), index=True, doc="The close that people were told.")
    closed: Mapped[bool] = mapped_column(doc="True once the close has run.")
    spec: Mapped[dict[str, Any]] = mapped_column(JSON, doc="The questions as asked; what stays uncounted.")
    seal: Mapped[bytes | None] = mapped_column(LargeBinary, doc="Public half of the ballot key; then the keeper's.")
    sealed_size: Mapped[int] = mapped_column(doc="The one length that all its ballots have, in bytes.")
    keys_gone_at: Mapped[datetime | None] = mapped_column(Instant(), doc="When both secret keys were destroyed.")


class AskedRow(Rows):
    """Who was asked, and in which team they were then. It says nothing of who answered. Kept with the round."""

    __tablename__ = "asked"
    round_id: Mapped[int] = mapped_column(
        ForeignKey("round.id", ondelete="CASCADE"), primary_key=True, autoincrement=False, doc="Which round."
    )
    person_id: Mapped[int] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), primary_key=True, autoincrement=False, index=True, doc="Who."
    )
    team_id: Mapped[int | None] = mapped_column(ForeignKey("circle.id"), doc="Their team when it opened, frozen.")
    note: Mapped[str | None] = mapped_column(
        String(32), doc="The weekly note in which it stood, for everybody alike. Empty: it waits for the next one."
    )


class ContributionRow(Rows):
    """What someone said with their name to it. Kept until they take it back."""

    __tablename__ = "contribution"
    __table_args__ = (UniqueConstraint("moment_id", "person_id"),)
    ref: Mapped[str] = mapped_column(String(32), primary_key=True, doc="Random; what the take-back button carries.")
    moment_id: Mapped[int] = mapped_column(ForeignKey("moment.id", ondelete="CASCADE"), doc="To which question.")
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), doc="Who said it.")
    value: Mapped[dict[str, str]] = mapped_column(JSON, doc="What they said.")


class BallotRow(Rows):
    """A sealed answer without a name. All gone at the close, and the key with them."""

    __tablename__ = "ballot"
    __table_args__ = WITHOUT_ROWID
    moment_id: Mapped[int] = mapped_column(
        ForeignKey("moment.id", ondelete="CASCADE"), primary_key=True, autoincrement=False, doc="To which question."
    )
    tag: Mapped[bytes] = mapped_column(
        LargeBinary(32), primary_key=True, doc="Keyed hash of the person; the key lies outside the database."
    )
    sealed: Mapped[bytes] = mapped_column(LargeBinary, doc="Team, answers and comment, encrypted, always one length.")


class QuietRow(Rows):
    """Questions that come no more by themselves, or on another day: pressed "Not this time" or "Later", or nothing of the
    kind: most rows stand for nobody, so that their number says nothing. All gone when the question has closed."""

    __tablename__ = "quiet"
    __table_args__ = (Index("ix_quiet_day", "day"), WITHOUT_ROWID)
    moment_id: Mapped[int] = mapped_column(
        ForeignKey("moment.id", ondelete="CASCADE"), primary_key=True, autoincrement=False, doc="Which question."
    )
    tag: Mapped[bytes] = mapped_column(
        LargeBinary(32), primary_key=True, doc="Keyed hash of the person, or random; the key lies outside the database."
    )
    day: Mapped[int | None] = mapped_column(
        doc="Day number on which it is to come again; 0: it has. Empty: not at all."
    )


class ReleaseRow(Rows):
    """That a form's answers were opened, once. Kept."""

    __tablename__ = "release"
    moment_id: Mapped[int] = mapped_column(
        ForeignKey("moment.id", ondelete="CASCADE"), primary_key=True, autoincrement=False, doc="Which form."
    )
    level: Mapped[str] = mapped_column(String(12), doc="How much withstood the attack: all, no values, root only.")


class CellRow(Rows):
    """One published result: a question, for a team or a group. Kept; never recomputed."""

    __tablename__ = "cell"
    moment_id: Mapped[int] = mapped_column(
        ForeignKey("moment.id", ondelete="CASCADE"), primary_key=True, autoincrement=False, doc="Which form."
    )
    question: Mapped[str] = mapped_column(String(60), primary_key=True, doc="The question's id, or an option's.")
    node: Mapped[str] = mapped_column(String(60), primary_key=True, doc="The team's key; empty: all who were asked.")
    attribute: Mapped[str] = mapped_column(String(60), primary_key=True, doc="What a group is a group of, or empty.")
    group: Mapped[str] = mapped_column(String(100), primary_key=True, doc="The group's label, or empty.")
    answers: Mapped[int] = mapped_column(doc="How many answered; at least k.")
    good: Mapped[int] = mapped_column(doc="How many gave an answer of the good class.")
    middle: Mapped[int] = mapped_column(doc="How many of the middle class.")
    poor: Mapped[int] = mapped_column(doc="How many of the poor class.")
    mean: Mapped[float | None] = mapped_column(doc="Mean, one decimal; empty where answers are no numbers.")
    spread: Mapped[list[int] | None] = mapped_column(JSON, doc="Answers per score from 3k on, or per option.")
    capped: Mapped[bool] = mapped_column(doc="Its largest share is read as at least.")


class FigureRow(Rows):
    """One published figure made of several questions, such as engagement. Kept; never recomputed."""

    __tablename__ = "figure"
    moment_id: Mapped[int] = mapped_column(
        ForeignKey("moment.id", ondelete="CASCADE"), primary_key=True, autoincrement=False, doc="Which form."
    )
    name: Mapped[str] = mapped_column(String(60), primary_key=True, doc="Which figure.")
    node: Mapped[str] = mapped_column(String(60), primary_key=True, doc="The team's key; empty: all who were asked.")
    attribute: Mapped[str] = mapped_column(String(60), primary_key=True, doc="What a group is a group of, or empty.")
    group: Mapped[str] = mapped_column(String(100), primary_key=True, doc="The group's label, or empty.")
    answers: Mapped[int] = mapped_column(doc="How many people's scores it is the mean of.")
    mean: Mapped[float] = mapped_column(doc="Mean from 0 to 10, one decimal.")
    exact: Mapped[bool] = mapped_column(doc="Of people's own scores; else of the questions' means.")


class CommentRow(Rows):
    """A comment that may be shown: no author, no time, no score. Kept with the round."""

    __tablename__ = "comment"
    __table_args__ = WITHOUT_ROWID
    id: Mapped[str] = mapped_column(String(32), primary_key=True, doc="Random, so that the order says nothing.")
    moment_id: Mapped[int] = mapped_column(
        ForeignKey("moment.id", ondelete="CASCADE"), index=True, doc="To which form."
    )
    question: Mapped[str] = mapped_column(String(60), doc="To which question, or empty.")
    node: Mapped[str] = mapped_column(String(60), doc="On whose page: a team's key; empty: the whole organisation's.")
    text: Mapped[str] = mapped_column(Text, doc="The words.")
    thread: Mapped[bytes | None] = mapped_column(LargeBinary, doc="Where replies lie, encrypted. Empty: none possible.")


class NewsRow(Rows):
    """What came of a round, in the words of the person who answers back. Kept."""

    __tablename__ = "news"
    round_id: Mapped[int] = mapped_column(
        ForeignKey("round.id", ondelete="CASCADE"), primary_key=True, autoincrement=False, doc="Of which round."
    )
    author_id: Mapped[int] = mapped_column(ForeignKey("person.id"), doc="Who answered back.")
    will_do: Mapped[str] = mapped_column(Text, doc="What will be done.")
    will_not: Mapped[str] = mapped_column(Text, doc="What will not, and why.")
    by_day: Mapped[date] = mapped_column(doc="By when.")


class DeliveryRow(Rows):
    """One message to one person with its cause: a card's name, never its text. Reminders end alike, sent or not. Kept, so
    that nobody is written to twice for one cause."""

    __tablename__ = "delivery"
    __table_args__ = (
        UniqueConstraint("person_id", "cause"),
        # Without the trailing id a claim among 100,000 due rows took ten times as long. With `urgent` in front of the
        # time, somebody's receipt does not wait behind a question to ten thousand people.
        Index("ix_delivery_due", "lane", "state", "urgent", "not_before", "id"),
        # As on PostgreSQL: storage/migrate.py.
        Index("ix_delivery_sending", "lane", "claimed_at", sqlite_where=SENDING),
    )
    id: Mapped[int] = mapped_column(Identity(), primary_key=True, doc="Internal number.")
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), doc="To whom.")
    cause: Mapped[str] = mapped_column(String(120), doc="Why, as one text; unique for a person.")
    card: Mapped[str] = mapped_column(String(60), doc="Which card is drawn when it is sent.")
    ref: Mapped[str] = mapped_column(String(64), doc="What the card is about.")
    lane: Mapped[str] = mapped_column(String(130), doc="Platform and workspace it goes through.")
    urgent: Mapped[bool] = mapped_column(doc="Goes out at any hour.")
    forget: Mapped[bool] = mapped_column(doc="A reminder: ends as done, whether it was needed or not.")
    counts: Mapped[bool] = mapped_column(doc="Takes the place of the one message a week beside the note.")
    state: Mapped[str] = mapped_column(String(10), doc="pending, sending, sent, dropped, missed, failed or done.")
    not_before: Mapped[datetime] = mapped_column(Instant(), doc="Not sent before.")
    expires_at: Mapped[datetime | None] = mapped_column(Instant(), doc="Not sent after.")
    owner: Mapped[str | None] = mapped_column(String(40), doc="The run that is sending it; empty again afterwards.")
    claimed_at: Mapped[datetime | None] = mapped_column(Instant(), doc="When that run took it, by the machine's clock.")
    attempts: Mapped[int] = mapped_column(doc="How often it was tried.")
    platform_id: Mapped[str | None] = mapped_column(String(300), doc="The platform's id of the message.")
    error: Mapped[str | None] = mapped_column(String(100), doc="The platform's error code, never its text.")


class LaneRow(Rows):
    """One rate-limit domain: one workspace or tenant. Kept while the app is installed there."""

    __tablename__ = "lane"
    id: Mapped[str] = mapped_column(String(130), primary_key=True, doc="platform:tenant.")
    platform: Mapped[str] = mapped_column(String(20), doc="slack, teams or web.")
    rate: Mapped[float | None] = mapped_column(doc="Messages a second after a complaint. Empty: as fast as is set.")
    paused_until: Mapped[datetime | None] = mapped_column(
        Instant(), doc="The platform asked to wait until then, by the machine's clock."
    )
