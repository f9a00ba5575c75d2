"""The way to a guardian's desk: signing in, coming back with the cookie, signing out, and new passphrases."""

import contextlib
import secrets
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import TypeVar

from bot.casebook import Colleague, NewKeys, Refused
from storage.cases import enrolment, guardians, locks
from storage.cases.casework import Casework, known
from storage.cases.desk import GuardiansDesk
from storage.cases.guardians import Enrolled, StaysLocked
from storage.cases.one_time import Tries
from storage.cases.overview import Overview
from storage.cases.refusing import refusing
from storage.cases.sessions import Sessions
from storage.threads.recipients import person

Done = TypeVar("Done")


class StoredCasebook:
    """What `bot.casebook.Casebook` promises, for one process: sessions and what they opened end with it."""

    def __init__(self, work: Casework, tries: Tries | None = None, sessions: Sessions | None = None) -> None:
        self._work, self._tries, self._sessions = work, tries or Tries(), sessions or Sessions()
        self._overviews: dict[bytes, Overview] = {}

    async def sign_in(self, name: str, passphrase: str, code: str) -> str:
        self.tidy()
        with refusing():
            key = await self._first(
                name, lambda who: guardians.unlock(self._work, self._tries, who, (passphrase, code))
            )
        return self._sessions.begin(key)

    async def at_work(self, cookie: str) -> GuardiansDesk:
        self.tidy()
        with refusing():
            guardian = await self._sessions.enter(self._work, cookie)
        overview = self._overviews.setdefault(self._sessions.name(cookie), Overview())
        return GuardiansDesk(self._work, guardian, overview)

    async def sign_out(self, cookie: str) -> None:
        self._sessions.end(cookie)
        self.tidy()

    async def invited(self, code: str) -> Colleague:
        with refusing():
            meant = await enrolment.invited(self._work, self._tries, code)
        return Colleague("", meant.name, meant.role, meant.answers_to, meant.outside, meant.until)

    async def enrol(self, code: str, passphrase: str) -> NewKeys:
        with refusing():
            locks.strong(passphrase)
            made = await enrolment.accept(self._work, self._tries, code, passphrase)
        return replace(_shown(made), compare=enrolment.fingerprint(made.public))

    async def recover(self, name: str, code: str, *, to: str) -> NewKeys:
        with refusing():
            made = await self._first(name, lambda who: guardians.recover(self._work, self._tries, who, code, to=to))
        return _shown(made)

    async def change(self, cookie: str, secret: tuple[str, str], *, to: str) -> NewKeys:
        with refusing():
            guardian = await self._sessions.enter(self._work, cookie)
            who = locks.number(guardian.key)
            try:
                made = await guardians.change(self._work, self._tries, who, secret, to=to)
            except StaysLocked:
                raise Refused("stays locked") from None
        self._sessions.end_others(cookie)
        self.tidy()
        return _shown(made)

    def tidy(self) -> None:
        running = self._sessions.running()
        for name in self._overviews.keys() - running:
            self._overviews.pop(name).close()

    async def _first(self, name: str, opens: Callable[[bytes], Awaitable[Done]]) -> Done:
        """What comes of the first keys that open, the newest first: whoever has new ones needs the old ones once more, to
        hand their cases on. Raises Refused and DirectoryRefused."""
        for who in await self._who(name):
            with contextlib.suppress(StaysLocked):
                return await opens(who)
        raise Refused("stays locked")

    async def _who(self, name: str) -> list[bytes]:
        """The numbers of whoever is called so on the list today, of nobody where nobody is. Raises DirectoryRefused."""
        today, listed = self._work.cabinet.today(), (await known(self._work)).recipients
        named = [each for each in reversed(listed) if each.valid(today) and each.person == person(name)]
        return [locks.number_of(each.opens, each.signs) for each in named] or [secrets.token_bytes(locks.NUMBER)]


def _shown(made: Enrolled) -> NewKeys:
    return NewKeys(made.public.name, made.recovery, made.one_time)
