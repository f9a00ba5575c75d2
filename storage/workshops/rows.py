"""Tables of workshops. None of them has a column for a person, and none keeps in which order something was written."""

from datetime import date
from typing import Any

from sqlalchemy import JSON, ForeignKey, Identity, LargeBinary, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from storage.db import WITHOUT_ROWID, Rows


class WorkshopRow(Rows):
    """A workshop and how far it is. Kept with its round, which says who answers back and to whom."""

    __tablename__ = "workshop_held"
    id: Mapped[int] = mapped_column(Identity(), primary_key=True, doc="Internal number.")
    ref: Mapped[str] = mapped_column(String(32), unique=True, doc="Random; what buttons carry.")
    round_id: Mapped[int] = mapped_column(ForeignKey("round.id", ondelete="CASCADE"), unique=True, doc="Its round.")
    title: Mapped[str] = mapped_column(String(60), doc="What it is called.")
    question: Mapped[str] = mapped_column(String(200), doc="What the tables are asked.")
    day: Mapped[date] = mapped_column(index=True, doc="On which day; tables can be joined until 14 days after.")
    stage: Mapped[str] = mapped_column(String(10), doc="listed, notes, themes, merging, room, promises or shared.")
    screen: Mapped[str] = mapped_column(String(32), unique=True, doc="Random; the end of the live screen's address.")
    token: Mapped[str] = mapped_column(String(32), unique=True, doc="Random; the end of the progress's address.")
    phones: Mapped[int] = mapped_column(doc="How many phones had chosen when the room closed.")


class WorkshopTableRow(Rows):
    """A table with its voice. Kept with the workshop."""

    __tablename__ = "workshop_table"
    id: Mapped[int] = mapped_column(Identity(), primary_key=True, doc="Internal number.")
    ref: Mapped[str] = mapped_column(String(32), unique=True, doc="Random; what buttons carry.")
    workshop_id: Mapped[int] = mapped_column(
        ForeignKey(WorkshopRow.id, ondelete="CASCADE"), index=True, doc="Of which workshop."
    )
    code: Mapped[str] = mapped_column(String(8), unique=True, doc="Random; what people type to join it.")
    name: Mapped[str] = mapped_column(String(60), doc="What it is called.")
    voice: Mapped[str] = mapped_column(String(30), doc="Who sits at it: staff, patients, carers.")
    left: Mapped[bool] = mapped_column(doc="It takes no part any more; what it said stays.")


class WorkshopNoteRow(Rows):
    """One idea from a table: not who wrote it, not when, not in which order. Kept with the workshop, or until the table
    takes it back."""

    __tablename__ = "workshop_note"
    __table_args__ = WITHOUT_ROWID
    ref: Mapped[str] = mapped_column(String(32), primary_key=True, doc="Random.")
    table_id: Mapped[int] = mapped_column(
        ForeignKey("workshop_table.id", ondelete="CASCADE"), index=True, doc="From which table."
    )
    text: Mapped[str] = mapped_column(Text, doc="The words.")
    paper: Mapped[bool] = mapped_column(doc="It was written on paper first.")
    theme: Mapped[str | None] = mapped_column(String(32), doc="Under which theme of its table. Empty: none.")


class WorkshopThemeRow(Rows):
    """A theme that a table named, or one of the room that tables' themes were put into. Kept with the workshop."""

    __tablename__ = "workshop_theme"
    __table_args__ = WITHOUT_ROWID
    ref: Mapped[str] = mapped_column(String(32), primary_key=True, doc="Random.")
    workshop_id: Mapped[int] = mapped_column(
        ForeignKey(WorkshopRow.id, ondelete="CASCADE"), index=True, doc="Of which workshop."
    )
    table_id: Mapped[int | None] = mapped_column(
        ForeignKey("workshop_table.id", ondelete="CASCADE"), index=True, doc="Of which table. Empty: the room's."
    )
    name: Mapped[str] = mapped_column(String(60), doc="In the words of the table, or of the facilitator.")
    into: Mapped[str | None] = mapped_column(String(32), doc="The room's theme that it was put into.")
    picks: Mapped[int | None] = mapped_column(doc="How many phones chose it, from five phones on.")
    how: Mapped[str | None] = mapped_column(
        String(10), doc="doing, already, not_now or passed_on. Empty: it has no ending yet."
    )
    reason: Mapped[str] = mapped_column(Text, doc="Where, why or to whom, in the words of who answers back.")
    promise: Mapped[str | None] = mapped_column(String(32), doc="What was promised for it, by its ref. Empty: nothing.")


class WorkshopPickRow(Rows):
    """What one phone chose while the room chooses. All gone when it is counted."""

    __tablename__ = "workshop_pick"
    __table_args__ = WITHOUT_ROWID
    workshop_id: Mapped[int] = mapped_column(
        ForeignKey(WorkshopRow.id, ondelete="CASCADE"), primary_key=True, autoincrement=False, doc="In which workshop."
    )
    device: Mapped[bytes] = mapped_column(
        LargeBinary(32), primary_key=True, doc="A hash of random bits that only that phone has."
    )
    picks: Mapped[list[Any]] = mapped_column(JSON, doc="Which of the room's themes.")
