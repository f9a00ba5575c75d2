"""Weakened builds, each with one protection taken away: a test that still passes on them proves nothing."""

from collections.abc import Sequence

from storage.threads.shelf import Epoch, ShelfFile


class HoardingShelf(ShelfFile):
    """Forgets to destroy keys."""

    def write(self, epochs: Sequence[Epoch]) -> None:
        hoard = {place: secret for epoch in self.read() for place, secret in epoch.secrets.items()}
        super().write([Epoch(epoch.key, hoard | dict(epoch.secrets)) for epoch in epochs])


class DyingShelf(ShelfFile):
    """The process dies in the middle of the night: just before or just after a write of this many epochs."""

    epochs, before = 0, False

    def write(self, epochs: Sequence[Epoch]) -> None:
        dies = len(epochs) == self.epochs
        if not (dies and self.before):
            super().write(epochs)
        if dies:
            raise SystemExit("killed")
