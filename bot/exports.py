"""What may leave as a file or over the API: published figures as plain values, and the two ports that hand them on."""

from collections.abc import Callable, Mapping
from typing import Literal, Protocol, get_args

from bot.paper import Paper
from bot.values import dataclass
from bot.yearly import Yearly

RoundFormat = Literal["pdf", "csv", "json", "comments", "quarterly"]
"""The board paper; the figures as a table or as JSON; the comments as a table; the nine quarterly questions as a table."""
YearFormat = Literal["year_page", "year_print"]
"""The report of a year as HTML or as PDF; its ref is the year's code."""
Format = RoundFormat | YearFormat
ROUND_FORMATS: tuple[RoundFormat, ...] = get_args(RoundFormat)
FORMATS: tuple[Format, ...] = (*ROUND_FORMATS, *get_args(YearFormat))
"""An address holds a format's place: new ones come last."""

Value = str | int | float | bool | None
Row = Mapping[str, Value]
"""One line of a table, every column of it; None is an empty cell."""
Downloads = Callable[[str, Format], str]
"""The address of a file of the round with this ref; empty where this installation has no address of its own."""


@dataclass(frozen=True, slots=True)
class File:
    """A file that is ready to be saved: a name without anything a file system minds, its media type, its bytes."""

    name: str
    media: str
    body: bytes


@dataclass(frozen=True, slots=True)
class NotHere:
    """There is nothing to hand out, and why, in one sentence for whoever asked. It says the same for what there is not
    and for what may not be seen yet."""

    why: str


@dataclass(frozen=True, slots=True)
class Caller:
    """A program that showed a token which is known here and has not run out."""

    name: str


def no_downloads(_ref: str, _format: Format) -> str:
    """For an installation that nobody can fetch files from."""
    return ""


class Prints(Protocol):
    """Prints board papers and the reports of years."""

    async def pdf(self, paper: Paper) -> bytes:
        """One page of A4, made off the event loop."""
        ...

    async def year(self, report: Yearly, form: YearFormat) -> bytes:
        """As many pages as it takes, made off the event loop."""
        ...


class Exports(Protocol):
    """What leaves this installation as figures, for the doors. Everything is read from what was published. A round is
    shared once everybody who was asked has been told the outcome; programs are handed shared rounds only."""

    async def open(self) -> bool:
        """Whether any token is valid now."""
        ...

    async def caller(self, token: str) -> Caller | None:
        """Who shows this token; None for any that is not known here, was revoked, or has run out."""
        ...

    async def programmes(self) -> list[Row]:
        """Every programme with a shared round."""
        ...

    async def rounds(self, programme: str) -> list[Row] | NotHere:
        """The shared rounds of a programme, the newest first."""
        ...

    async def results(self, ref: str) -> list[Row] | NotHere:
        """Every line of a shared round's results, those that may not be shown among them, in the order of the CSV."""
        ...

    async def series(self, programme: str, question: str, team: str) -> list[Row] | NotHere:
        """One question over the shared rounds in which it was asked, the oldest first, for a team or (empty) everybody."""
        ...

    async def quarterly(self, ref: str) -> list[Row] | NotHere:
        """The nine-question figures of a shared round in January, April or July."""
        ...

    async def file(self, ref: str, form: Format, *, shared: bool) -> File | NotHere:
        """A file of a published round; with `shared` only once everybody who was asked has been told the outcome. Of a year
        always only what everybody was told."""
        ...
