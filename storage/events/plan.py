"""What somebody plans, and what a catch-up carries, as values."""

from dataclasses import asdict
from datetime import datetime, timedelta
from typing import Any

from bot.programme import instant, parse_wall
from bot.values import dataclass
from storage.disclosure.presets import FEWEST


@dataclass(frozen=True, slots=True)
class Plan:
    """What somebody wants to announce."""

    name: str
    wall: str
    zone: str
    minutes: int
    room: str = ""
    link: str = ""
    about: str = ""
    access: tuple[str, ...] = ()
    places: int | None = None
    evaluate: bool = False
    question: str = ""

    @property
    def starts(self) -> datetime:
        return instant(parse_wall(self.wall), self.zone)

    @property
    def ends(self) -> datetime:
        return self.starts + timedelta(minutes=self.minutes)

    @property
    def placed(self) -> bool:
        """Whether people know where to go. What a practice arranges has no place until its host says where."""
        return bool(self.room or self.link)

    @property
    def small(self) -> bool:
        """Whether fewer have a place than can be asked without their names. Where there is a room as well as a link, online is
        without limit."""
        return self.places is not None and self.places < FEWEST and not (self.room and self.link)

    def columns(self) -> dict[str, Any]:
        return asdict(self) | {"access": list(self.access), "starts_at": self.starts, "ends_at": self.ends}


@dataclass(frozen=True, slots=True)
class Carried:
    """What a catch-up carries: a recording with its minutes and captions, and what was shown."""

    recording: str = ""
    minutes: int = 0
    captions: str = ""
    shown: str = ""
