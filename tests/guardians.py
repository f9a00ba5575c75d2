"""Guardians whom people can write to in tests: a signed list with keys made of seeds, and what each of them reads."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.main import Works
from bot.signposts import Signposts
from storage.cases import learned, publishing, raised, statistics, working
from storage.cases.casework import WORLD, Casework
from storage.cases.opening import Case, open_all
from storage.cases.raised import Raised
from storage.cases.sessions import Guardian
from storage.threads import directories, frames, recipients
from storage.threads.recipients import Directory, Recipient, RecipientKey

SIGNER = bytes(range(32))
PIN = recipients.fingerprint(frames.public(SIGNER))
SIGNPOSTS = Signposts(guardian="Ines Costa, 020 7946 0123", door="https://hearback.example.org/speak-up")
ROLES = {
    "Ines Costa": ("Freedom to Speak Up guardian", "the board"),
    "Tom Reyes": ("Guardian of the training body", "its director"),
    "Olga Brandt": ("contact outside the trust", "nobody here"),
}
OUTSIDE = "Olga Brandt"


@dataclass(slots=True)
class Guardians:
    """Those who can be written to, on the list that somebody signed."""

    work: Casework
    keys: Mapping[str, RecipientKey]
    directory: Directory

    async def lists(self, listed: Sequence[Recipient]) -> None:
        """A new list takes the place of the last."""
        self.directory = Directory(self.directory.serial + 1, tuple(listed))
        await directories.keep(self.work.cabinet, WORLD, recipients.sign(self.directory, SIGNER), PIN)

    async def cases(self, name: str) -> list[Case]:
        """What this guardian reads today."""
        return await open_all(self.work, self.guardian(name))

    async def replies(self, name: str, said: str) -> None:
        [case] = await self.cases(name)
        await working.reply(self.work, self.guardian(name), case, said)

    async def closes(self, name: str, outcome: str) -> None:
        [case] = await self.cases(name)
        await working.close(self.work, self.guardian(name), case, outcome)

    async def publishes(self, changed: str) -> None:
        """Eleven cases of the third quarter, six and five, which one guardian was told of and publishes."""
        ines, readers = self.guardian("Ines Costa"), [self.guardian("Tom Reyes").named]
        for number in range(11):
            about = "bullying" if number < 6 else "patient-safety"
            told = Raised(f"Number {number}", about, "mail", "open", date(2026, 8, 3 + number), group="students")
            await raised.add(self.work, ines, told, readers, ref=f"number {number}".encode())
        cases = await self.cases("Ines Costa")
        await publishing.publish(self.work, ines, cases, last=statistics.named("2026-Q3"), changed=changed)

    async def learns(self, text: str) -> None:
        """A guardian tells the board and all staff what they learned in these two weeks."""
        await learned.write(self.work, self.guardian("Ines Costa"), text)

    def guardian(self, name: str) -> Guardian:
        [named] = [each for each in self.directory.recipients if each.name == name]
        return Guardian(self.keys[name], named, self.directory)


async def appoint(works: Works) -> Guardians:
    """Three of them, one outside the line."""
    keys = {name: recipients.key_from(bytes([number]) * 32) for number, name in enumerate(ROLES, start=1)}
    listed = [
        replace(recipients.public(keys[name], name, role), answers_to=whom, outside=name == OUTSIDE)
        for name, (role, whom) in ROLES.items()
    ]
    appointed = Guardians(works.desk.work, keys, Directory(0, ()))
    await appointed.lists(listed)
    return appointed
