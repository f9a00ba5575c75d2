"""Tables about people and the circles they belong to; each column says why it is kept, and docs/data.md prints that."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, ForeignKeyConstraint, Identity, Integer, LargeBinary, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storage.db import WITHOUT_ROWID, Instant, Rows


class PersonRow(Rows):
    """Someone who can be reached. Kept while they work here; when they leave the name is emptied."""

    __tablename__ = "person"
    id: Mapped[int] = mapped_column(Identity(), primary_key=True, doc="Internal number; never leaves the server.")
    name: Mapped[str] = mapped_column(String(200), doc="As the chat platform shows it, to greet and to list answerers.")
    language: Mapped[str] = mapped_column(String(20), doc="BCP 47; the language messages are written in.")
    zone: Mapped[str] = mapped_column(String(60), doc="IANA time zone; so that nobody is written to at night.")
    active: Mapped[bool] = mapped_column(doc="False once they left: nothing is sent, nothing can be pressed.")


class AccountRow(Rows):
    """One way to reach a person. No time of use is kept anywhere. Deleted when they leave."""

    __tablename__ = "account"
    __table_args__ = (UniqueConstraint("platform", "tenant", "external"),)
    id: Mapped[int] = mapped_column(Identity(), primary_key=True, doc="Internal number.")
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True, doc="Whose.")
    platform: Mapped[str] = mapped_column(String(20), doc="slack, teams or web.")
    tenant: Mapped[str] = mapped_column(String(100), doc="Workspace or tenant id.")
    external: Mapped[str] = mapped_column(String(200), doc="The platform's id for the person.")
    reach: Mapped[str] = mapped_column(String(2000), doc="The door's own note on how to write to them.")
    preferred: Mapped[bool] = mapped_column(doc="The account that messages go to.")


class CircleRow(Rows):
    """An audience that is also a unit of permission: all staff, a team, the stewards. Kept until it is dissolved."""

    __tablename__ = "circle"
    id: Mapped[int] = mapped_column(Identity(), primary_key=True, doc="Internal number.")
    key: Mapped[str] = mapped_column(String(60), unique=True, doc="Stable name in templates and commands.")
    name: Mapped[str] = mapped_column(String(200), doc="What people read.")
    kind: Mapped[str] = mapped_column(String(20), doc="everyone, team, role, network or closed.")
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("circle.id"), doc="The team this team belongs to.")


class MembershipRow(Rows):
    """Who belongs to a circle; not since when. Deleted when they leave it."""

    __tablename__ = "membership"
    __table_args__ = WITHOUT_ROWID
    circle_id: Mapped[int] = mapped_column(
        Integer, ForeignKey("circle.id", ondelete="CASCADE"), primary_key=True, autoincrement=False, doc="Which."
    )
    person_id: Mapped[int] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), primary_key=True, autoincrement=False, index=True, doc="Who."
    )
    role: Mapped[str] = mapped_column(String(20), doc="member, ally, lead, co-lead, sponsor or host.")


class NetworkRow(Rows):
    """What a network or champions' group is for, and what its next lead must know. Kept until it is closed."""

    __tablename__ = "network"
    circle_id: Mapped[int] = mapped_column(
        ForeignKey("circle.id", ondelete="CASCADE"), primary_key=True, autoincrement=False, doc="Of which circle."
    )
    purpose: Mapped[str] = mapped_column(String(200), doc="What it is for, in one line.")
    hidden: Mapped[bool] = mapped_column(doc="Nobody is shown who belongs to it. Can be set, never taken back.")
    opened: Mapped[bool] = mapped_column(doc="Somebody has agreed to lead it; before that only stewards see it.")
    hand_over: Mapped[str] = mapped_column(Text, doc="What a new lead must know, in the words of lead and co-lead.")
    others: Mapped[int] = mapped_column(doc="How many belong to it unseen, in steps of k, when last counted.")
    counted: Mapped[date | None] = mapped_column(doc="The first day of the month in which they were counted.")


class SeenRow(Rows):
    """Who agreed that the lead of a hidden network reads their name. Deleted when they take it back, or leave."""

    __tablename__ = "seen"
    __table_args__ = (
        ForeignKeyConstraint(
            ["circle_id", "person_id"], ["membership.circle_id", "membership.person_id"], ondelete="CASCADE"
        ),
        WITHOUT_ROWID,
    )
    circle_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False, doc="Of which network.")
    person_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False, doc="Whose name.")


class PartRow(Rows):
    """Who was asked to take a part in a network and has not said yes or no. Deleted when they have."""

    __tablename__ = "part"
    circle_id: Mapped[int] = mapped_column(
        ForeignKey("circle.id", ondelete="CASCADE"), primary_key=True, autoincrement=False, doc="In which network."
    )
    role: Mapped[str] = mapped_column(String(20), primary_key=True, doc="lead, co-lead or sponsor.")
    ref: Mapped[str] = mapped_column(String(32), unique=True, doc="Random; stands for it in messages.")
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True, doc="Who.")


class IntroductionRow(Rows):
    """That two people of a circle were introduced, under a keyed hash of each. Deleted after a year."""

    __tablename__ = "introduction"
    __table_args__ = WITHOUT_ROWID
    circle_id: Mapped[int] = mapped_column(
        ForeignKey("circle.id", ondelete="CASCADE"), primary_key=True, autoincrement=False, doc="Which circle."
    )
    day: Mapped[date] = mapped_column(primary_key=True, doc="When.")
    one: Mapped[str] = mapped_column(String(32), primary_key=True, doc="Keyed hash; the key is not in the database.")
    other: Mapped[str] = mapped_column(String(32), primary_key=True, doc="The same of the other.")


class WishRow(Rows):
    """When and how somebody wants to be written to, as they chose it. Deleted when they leave."""

    __tablename__ = "wish"
    person_id: Mapped[int] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), primary_key=True, autoincrement=False, doc="Whose."
    )
    starts: Mapped[str] = mapped_column(String(5), doc="Nothing comes before this time of day, such as 10:00.")
    ends: Mapped[str] = mapped_column(String(5), doc="Nothing comes from this time on; may be past midnight.")
    off: Mapped[str] = mapped_column(
        String(7), doc="Days of the week without messages, Monday is 0: 56 is the weekend."
    )
    rota: Mapped[date | None] = mapped_column(doc="A first day of four days on and four off. Empty: no such rota.")
    note_day: Mapped[int | None] = mapped_column(doc="Day of the weekly note, Monday is 0. Empty: any.")
    note_at: Mapped[str | None] = mapped_column(String(5), doc="Time of the weekly note. Empty: any.")
    back: Mapped[date | None] = mapped_column(doc="The first day on which messages come again. Empty: no pause.")
    only_home: Mapped[bool] = mapped_column(doc="No notes, questions or reminders; everything stands on Home.")
    language: Mapped[str | None] = mapped_column(String(20), doc="The language they chose. Empty: the platform's.")
    told_language: Mapped[str | None] = mapped_column(
        String(20), doc="What the platform says, while they have chosen another: so that they can go back to it."
    )


class AttentionRow(Rows):
    """The last days on which somebody was written to, so that nobody gets more than one note and one other message a
    week. A reminder counts for everybody who might have got one. Deleted when they leave."""

    __tablename__ = "attention"
    person_id: Mapped[int] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), primary_key=True, autoincrement=False, doc="Who."
    )
    note_on: Mapped[date | None] = mapped_column(doc="The day of the last weekly note, on their own calendar.")
    note_for: Mapped[str | None] = mapped_column(String(120), doc="Its cause, so that a second try is no second note.")
    other_on: Mapped[date | None] = mapped_column(doc="The day of the last other message.")
    other_for: Mapped[str | None] = mapped_column(String(120), doc="Its cause.")


class InboxRow(Rows):
    """Events that were answered, so that one delivered twice acts once. Gone after two days."""

    __tablename__ = "inbox"
    __table_args__ = WITHOUT_ROWID
    mark: Mapped[str] = mapped_column(
        String(64), primary_key=True, doc="Keyed hash of the event's id; the key is not in the database."
    )
    day: Mapped[int] = mapped_column(doc="Day number, to know when to forget it. No time, no account.")


class InstallationRow(Rows):
    """To which secret keys this database belongs. Kept."""

    __tablename__ = "installation"
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False, doc="Always 1.")
    mark: Mapped[str] = mapped_column(String(32), doc="Fingerprint of a key that lies outside the database.")


class TokenRow(Rows):
    """What a program shows to read published figures. Nothing says when it was last used. Kept until it is revoked."""

    __tablename__ = "token"
    name: Mapped[str] = mapped_column(String(60), primary_key=True, doc="What the administrator calls it.")
    digest: Mapped[bytes] = mapped_column(LargeBinary(32), doc="SHA-256 of 256 random bits, which are not kept.")
    expires_at: Mapped[datetime] = mapped_column(Instant(), doc="It is not accepted after this.")


class DemoClockRow(Rows):
    """How far the demo's clock was moved. Empty outside the demo."""

    __tablename__ = "demo_clock"
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False, doc="Always 1.")
    ahead: Mapped[int] = mapped_column(doc="Seconds.")


class WorkspaceMessageRow(Rows):
    """Messages of the demo workspace in the browser. Empty outside the demo; what people type is never in it."""

    __tablename__ = "workspace_message"
    id: Mapped[str] = mapped_column(String(32), primary_key=True, doc="Random.")
    number: Mapped[int] = mapped_column(index=True, doc="Order in the channel.")
    place: Mapped[str] = mapped_column(String(200), index=True, doc="Whose direct messages, or which channel.")
    at: Mapped[datetime] = mapped_column(Instant(), doc="When it was shown.")
    body: Mapped[str] = mapped_column(doc="The card, as JSON.")
    key: Mapped[str | None] = mapped_column(String(64), unique=True, doc="The delivery it came from.")
