"""The tables of mentoring: cohorts, who joined them, and the pairs that came of it."""

from datetime import date
from typing import Any

from sqlalchemy import JSON, ForeignKey, Identity, LargeBinary, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from storage.db import WITHOUT_ROWID, Rows


class CohortRow(Rows):
    """One turn of mentoring. Kept; when it ends nothing is left of it but its name and how many took part."""

    __tablename__ = "cohort"
    id: Mapped[int] = mapped_column(Identity(), primary_key=True, doc="Internal number.")
    ref: Mapped[str] = mapped_column(String(32), unique=True, doc="What buttons carry.")
    circle_id: Mapped[int] = mapped_column(ForeignKey("circle.id", ondelete="CASCADE"), index=True, doc="Who may join.")
    lead_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), doc="Who approves pairs; empty at the end.")
    name: Mapped[str] = mapped_column(String(60), doc="As its lead wrote it.")
    direction: Mapped[str] = mapped_column(
        String(10), doc="ordinary, or reverse: the more junior person is the mentor."
    )
    months: Mapped[int] = mapped_column(doc="How long it goes.")
    minutes: Mapped[int] = mapped_column(doc="How long each of the six meetings is meant to be.")
    consent: Mapped[str] = mapped_column(Text, doc="What everybody agrees to who joins.")
    opened_on: Mapped[date] = mapped_column(doc="Since when people can join.")
    joins_until: Mapped[date] = mapped_column(doc="The last day on which people can join.")
    ends_on: Mapped[date] = mapped_column(doc="The day on which all of it is erased.")
    stage: Mapped[str] = mapped_column(String(10), doc="joining, open or ended.")
    counts: Mapped[dict[str, Any]] = mapped_column(JSON, doc="How many joined, became pairs, and met at least.")


class HopesRow(Rows):
    """That somebody joined, and what they said, sealed. Deleted when they leave, and when the cohort ends."""

    __tablename__ = "hopes"
    __table_args__ = WITHOUT_ROWID
    cohort_id: Mapped[int] = mapped_column(
        ForeignKey("cohort.id", ondelete="CASCADE"), primary_key=True, autoincrement=False, doc="Which cohort."
    )
    person_id: Mapped[int] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), primary_key=True, autoincrement=False, index=True, doc="Who."
    )
    sealed: Mapped[bytes] = mapped_column(LargeBinary, doc="What they said, encrypted; of one length for everybody.")


class MentoringRow(Rows):
    """Two people who are, were, or could be a pair. Deleted when the cohort ends."""

    __tablename__ = "mentoring"
    id: Mapped[int] = mapped_column(Identity(), primary_key=True, doc="Internal number.")
    ref: Mapped[str] = mapped_column(String(32), unique=True, doc="What buttons carry.")
    cohort_id: Mapped[int] = mapped_column(
        ForeignKey("cohort.id", ondelete="CASCADE"), index=True, doc="In which cohort."
    )
    mentor_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True, doc="Who mentors.")
    mentee_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True, doc="Whom.")
    reasons: Mapped[list[list[str]]] = mapped_column(JSON, doc="Why they might suit; emptied when nothing comes of it.")
    state: Mapped[str] = mapped_column(
        String(10), doc="proposed, first or second (who is asked), together; aside, declined, ended: not again."
    )
    day: Mapped[date] = mapped_column(doc="Since when it is so.")
