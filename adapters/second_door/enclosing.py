"""Takes a picture, or a file where the organisation allows it, into the report that somebody's words lead to."""

from adapters.second_door import words as w
from adapters.second_door.page import LONGEST_BESIDE
from adapters.second_door.pictures import NoPicture, Studio, TooManyPoints
from bot.enclosures import LARGEST, Enclosed, Encloses
from bot.words import Sentence, Words

WORDS = "words"
"""The field in which somebody's words for coming back stand, in the conversation's forms and in our own."""
BESIDE = frozenset({"speak_up.go_on"})
"""The form of the conversation beside which a picture can be added: a report was just read with its words."""
FILE = "application/octet-stream"
OUTCOMES: dict[str, Sentence] = {
    "no such words": w.NOTHING_THERE,
    "nothing there": w.NOTHING_THERE,
    "own words": w.OWN_WORDS,
    "too long": w.TOO_LONG,
    "full": w.FULL,
    "shut": w.SHUT,
}


class Enclosure:
    """One per process. `files`: the organisation takes files that are no pictures, as they are."""

    beside = BESIDE

    def __init__(self, encloses: Encloses, *, files: bool) -> None:
        self._encloses, self._files, self._studio = encloses, files, Studio()

    async def add(self, words: Words, typed: str, text: str, upload: bytes) -> str:
        """What was wrong, in one sentence; empty when it was added."""
        if not upload:
            return words(w.NOTHING_CHOSEN)
        if len(text) > LONGEST_BESIDE:
            return words(w.TOO_LONG, n=LONGEST_BESIDE)
        try:
            enclosed = await self._enclosed(upload)
        except NoPicture:
            return words(w.FILE_TOO_LARGE if self._files else w.NO_PICTURE)
        except TooManyPoints:
            return words(w.TOO_MANY_POINTS)
        # Words always go with it, so that it waits for an answer like anything else that was written.
        alone = words(w.PICTURE_ALONE if enclosed.kind == "picture" else w.FILE_ALONE)
        outcome = await self._encloses(typed, text.strip() or alone, enclosed)
        return "" if outcome == "kept" else words(OUTCOMES[outcome], n=LONGEST_BESIDE)

    async def _enclosed(self, upload: bytes) -> Enclosed:
        try:
            return await self._studio.redrawn(upload)
        except NoPicture:
            if self._files and len(upload) <= LARGEST:
                return Enclosed("file", FILE, upload)
            raise
