"""Tables of channels. Nothing in them is about a person: not who linked a channel, nor who reads in it."""

from datetime import datetime

from sqlalchemy import ForeignKey, Identity, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storage.db import Instant, Rows


class ChannelRow(Rows):
    """A channel in which somebody wrote `link`. Deleted when it is unlinked, when its circle becomes hidden or closes, a day
    after it was asked for and not chosen, and 14 days after it was lost."""

    __tablename__ = "channel"
    __table_args__ = (UniqueConstraint("platform", "tenant", "external"),)
    id: Mapped[int] = mapped_column(Identity(), primary_key=True, doc="Internal number.")
    ref: Mapped[str] = mapped_column(String(32), unique=True, doc="Random; what buttons carry.")
    platform: Mapped[str] = mapped_column(String(20), doc="slack, teams or web.")
    tenant: Mapped[str] = mapped_column(String(100), doc="Workspace or tenant.")
    external: Mapped[str] = mapped_column(String(300), doc="The channel's id there.")
    reach: Mapped[str] = mapped_column(String(1000), doc="The adapter's note on how to post there.")
    circle_id: Mapped[int | None] = mapped_column(
        ForeignKey("circle.id", ondelete="CASCADE"),
        index=True,
        doc="To which circle it belongs. Empty: not chosen yet.",
    )
    name: Mapped[str] = mapped_column(String(80), doc="What people call it, as whoever linked it wrote; or empty.")
    asked_at: Mapped[datetime] = mapped_column(Instant(), doc="When it was last asked for.")
    ended_at: Mapped[datetime | None] = mapped_column(
        Instant(), doc="Since when nothing can be posted there. Or empty."
    )


class ChannelPostRow(Rows):
    """One message to one channel with its cause: a card's name, never its text. Kept as long as the channel is linked, so that
    nothing is posted twice for one cause."""

    __tablename__ = "channel_post"
    __table_args__ = (UniqueConstraint("channel_id", "cause"), Index("ix_channel_post_state", "state"))
    id: Mapped[int] = mapped_column(Identity(), primary_key=True, doc="Internal number.")
    channel_id: Mapped[int] = mapped_column(ForeignKey("channel.id", ondelete="CASCADE"), doc="Where.")
    cause: Mapped[str] = mapped_column(String(120), doc="Why, as one text; unique for a channel.")
    card: Mapped[str] = mapped_column(String(60), doc="Which card is drawn when it is posted.")
    ref: Mapped[str] = mapped_column(String(64), doc="What the card is about.")
    state: Mapped[str] = mapped_column(
        String(10), doc="waiting (for its event), pending, sending, sent, dropped, failed or unknown."
    )
    claimed_at: Mapped[datetime | None] = mapped_column(Instant(), doc="When it was taken, by the machine's clock.")
    attempts: Mapped[int] = mapped_column(doc="How often it was tried.")
    platform_id: Mapped[str | None] = mapped_column(String(300), doc="The platform's id of the message.")
    error: Mapped[str | None] = mapped_column(String(100), doc="The platform's error code, never its text.")
