"""What stands on the live screen: voices side by side, notes in turns where there are many, and the room's themes."""

from collections.abc import Sequence
from datetime import datetime
from math import ceil

from adapters.tables import words as w
from bot.values import dataclass
from bot.words import Words
from bot.workshop import FEW, Note, Table, Theme, Workshop

A_LINE, LEAST, ROOM = 112, 24, 24
"""So many characters stand on a line of the screen, which the voices share, but never fewer; and so many lines in a column."""
EACH = 10
"""Seconds that a part of the notes stays."""


@dataclass(frozen=True, slots=True)
class Column:
    """One voice: the notes that are shown now, which part of all that is, and the tables with their themes."""

    voice: str
    look: int
    many: int
    notes: tuple[Note, ...]
    part: int
    parts: int
    tables: tuple[Table, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One of the room's themes: whose it is, how many phones chose it and how it ends, and how long its bar is, in per cent."""

    name: str
    whose: tuple[tuple[str, int], ...]
    said: str
    share: int


def columns(of: Workshop, now: datetime) -> tuple[Column, ...]:
    """Each voice with a column of its own; where notes do not fit, parts of them take turns."""
    return tuple(_column(of, voice, look, now) for look, voice in enumerate(of.voices))


def drawn_room(words: Words, of: Workshop) -> tuple[Line, ...]:
    """Before the room has closed by name, so that nothing leads; then what most phones chose on top."""
    closed = of.reached("promises")
    themes = of.in_order() if closed else tuple(sorted(of.room, key=lambda each: each.name))
    most = max((each.picks or 0 for each in of.room), default=0) if closed and of.phones >= FEW else 0
    return tuple(_line(words, of, each, most) for each in themes)


def _column(of: Workshop, voice: str, look: int, now: datetime) -> Column:
    tables = tuple(each for each in of.tables if each.voice == voice)
    notes = [note for table in tables for note in table.notes]
    wide = max(LEAST, A_LINE // len(of.voices))
    parts = _parts(sorted(notes, key=lambda each: each.ref), wide)
    part = int(now.timestamp()) // EACH % len(parts)
    return Column(voice, look % 4, len(notes), parts[part], part + 1, len(parts), tables)


def _parts(notes: Sequence[Note], wide: int) -> list[tuple[Note, ...]]:
    """As many notes a part as there is room for."""
    parts, room = [list[Note]()], float(ROOM)
    for note in notes:
        lines = ceil(len(note.text) / wide) + 1.3
        if lines > room and parts[-1]:
            parts.append([])
            room = ROOM
        parts[-1].append(note)
        room -= lines
    return [tuple(each) for each in parts]


def _line(words: Words, of: Workshop, theme: Theme, most: int) -> Line:
    voices = of.voices
    whose = tuple((table.name, voices.index(table.voice) % 4) for table in of.whose(theme))
    said = [words(w.CHOSEN, n=theme.picks)] if most and theme.picks is not None else []
    said += [words(w.ENDS[theme.how])] if of.stage == "shared" and theme.how in w.ENDS else []
    share = round(100 * (theme.picks or 0) / most) if most else 0
    return Line(theme.name, whose, " · ".join(said), share)
