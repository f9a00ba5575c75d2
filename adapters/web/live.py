"""Who is looking at the moment, so that a new message appears without reloading; nothing about it is kept."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager


class Bell:
    """One open page. It rings when something changed in one of its places."""

    def __init__(self, places: frozenset[str]) -> None:
        self.places = places
        self._rung = asyncio.Event()

    def ring(self) -> None:
        self._rung.set()

    async def rang(self, seconds: float) -> bool:
        """Waits for the next ring; False when it was quiet for so many seconds."""
        try:
            await asyncio.wait_for(self._rung.wait(), seconds)
        except TimeoutError:
            return False
        self._rung.clear()
        return True


class Live:
    """All open pages of this process. `quiet` is how many seconds a line may be silent before a sign of life."""

    def __init__(self, quiet: float = 15.0) -> None:
        self.quiet = quiet
        self.open = True
        self._bells: set[Bell] = set()

    @contextmanager
    def listening(self, places: frozenset[str]) -> Iterator[Bell]:
        bell = Bell(places)
        self._bells.add(bell)
        try:
            yield bell
        finally:
            self._bells.discard(bell)

    def changed(self, place: str) -> None:
        for bell in tuple(self._bells):
            if place in bell.places:
                bell.ring()

    def changed_for_all(self) -> None:
        for bell in tuple(self._bells):
            bell.ring()

    def close(self) -> None:
        """Lets every open page go, so that the server can stop."""
        self.open = False
        self.changed_for_all()

    @property
    def watching(self) -> int:
        return len(self._bells)
