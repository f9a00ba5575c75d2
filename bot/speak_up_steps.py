"""What each command of speaking up does, step by step, and the sentence that it says where it cannot."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date
from pathlib import Path

from bot.disk import make_folders, write_whole
from bot.main import SystemClock, threads
from bot.settings import Settings
from storage.cases import casework, enrolment, policy
from storage.cases.casework import Casework
from storage.cases.enrolment import Invitation, NotSaid, NotWaiting, Waiting
from storage.cases.policy import Policy
from storage.secrets import SecretFiles
from storage.threads.cabinet import prepare
from storage.threads.receipts import TELLING
from storage.threads.recipients import DirectoryRefused, Recipient, person

BEGINS = "hearback signer of the guardians' list\n"
NO_PIN = "HEARBACK_SPEAK_UP_SIGNER is not set. Set speaking up up first: python -m bot speak-up init"
SET_UP = (
    "Speaking up is set up already, so nothing was changed. For another signer: python -m bot speak-up rotate signer. For "
    "other answers about keeping: python -m bot speak-up retention"
)


class Refused(Exception):
    """It cannot be done; the sentence is for the administrator."""

    def __init__(self, sentence: str) -> None:
        super().__init__("refused")
        self.sentence = sentence


async def begin(settings: Settings, answered: Policy, file: Path) -> str:
    """The policy, a signer's key in this file, and an empty list; the fingerprint to be pinned."""
    async with opened(settings) as work:
        if settings.speak_up_signer or policy.kept(work.cabinet.secrets):
            raise Refused(SET_UP)
        seed, pin = enrolment.new_signer()
        _write(settings, file, seed)
        policy.keep(work.cabinet.secrets, answered)
        await enrolment.publish(Casework(work.cabinet, pin), seed, [])
        return pin


async def keep_policy(settings: Settings, answered: Policy) -> None:
    async with opened(settings) as work:
        policy.keep(work.cabinet.secrets, answered)


async def invite(settings: Settings, invitation: Invitation) -> str:
    """The one-time code."""
    async with pinned(settings) as work:
        there = [each.name for each in await _listed(work) if each.valid(work.cabinet.today())]
        there += [each.invitation.name for each in await enrolment.everybody_invited(work)]
        if person(invitation.name) in map(person, there):
            raise Refused(
                f"{invitation.name} is on the list or invited already. Choose another name, or withdraw first."
            )
        return await _invite(work, invitation)


async def shown(settings: Settings) -> list[str]:
    """The list, a line each."""
    async with pinned(settings) as work:
        today, told = work.cabinet.today(), []
        for each in await _listed(work):
            last = f"until {each.until}" if each.until else "no last day"
            place = "outside the line" if each.outside else "in the line"
            state = "ok   " if each.valid(today) else "over "
            told.append(f"{state} {each.name}, {each.role}, answers to {each.answers_to}, {place}, {last}")
            told.append(f"      {' '.join(enrolment.fingerprint(each))}")
        for waiting in await enrolment.everybody_invited(work):
            name, code_until = waiting.invitation.name, waiting.day + enrolment.GOOD_FOR
            told.append(
                f"sign  {name} has made keys. Ask them to read their eight words out, then: speak-up sign"
                if waiting.recipient
                else f"waits {name} has not used the code yet, which is good until the day before {code_until}"
            )
        return told or ["Nobody is on the list. Invite somebody: python -m bot speak-up invite"]


async def sign(settings: Settings, file: Path, name: str, words: str) -> str:
    """Why speaking up stays closed, if it does."""
    async with pinned(settings) as work:
        waiting = await _waiting(work, name)
        if not waiting.recipient:
            raise Refused(f"{name} has not made their keys yet. They do it in the inbox, with their code.")
        if not _same(words, waiting.words):
            raise Refused(
                "These are not the words of the keys that wait here, so nothing was signed. Ask for them once more; if they "
                f"still differ, somebody may have exchanged the keys: speak-up withdraw {name!r}, and invite anew."
            )
        try:
            await enrolment.sign(work, _seed(settings, file), waiting.place)
        except NotWaiting:
            raise Refused("These keys are on the list already, so nothing was changed.") from None
        return await _closed(work)


async def withdraw(settings: Settings, name: str) -> None:
    async with pinned(settings) as work:
        await enrolment.withdraw(work, (await _waiting(work, name)).place)


async def leave(settings: Settings, file: Path, name: str) -> str:
    """Ends the oldest keys of this name that are valid; why speaking up is closed now, if it is."""
    async with pinned(settings) as work:
        recipient = await _valid(work, name)
        await enrolment.end(work, _seed(settings, file), recipient)
        return await _closed(work)


async def rotate_signer(settings: Settings, file: Path) -> str:
    """The new fingerprint."""
    async with pinned(settings) as work:
        listed = await _listed(work)
        seed, pin = enrolment.new_signer()
        _write(settings, file, seed)
        await enrolment.publish(Casework(work.cabinet, pin), seed, listed)
        return pin


async def rotate_guardian(settings: Settings, name: str) -> str:
    """The one-time code for new keys of somebody who is on the list."""
    async with pinned(settings) as work:
        now = await _valid(work, name)
        return await _invite(work, Invitation(now.name, now.role, now.answers_to, now.outside, now.until))


@asynccontextmanager
async def pinned(settings: Settings) -> AsyncIterator[Casework]:
    """As `opened`, where it is set up; and a list that cannot be trusted is one sentence."""
    if not settings.speak_up_signer:
        raise Refused(NO_PIN)
    async with opened(settings) as work:
        yield work


@asynccontextmanager
async def opened(settings: Settings) -> AsyncIterator[Casework]:
    """The threads of this installation, brought to the tables of this version."""
    make_folders(settings)
    await prepare(settings.database_url)
    cabinet = threads(settings, SecretFiles(settings.secrets_dir), SystemClock())
    try:
        yield Casework(cabinet, settings.speak_up_signer)
    except DirectoryRefused as refused:
        raise Refused(f"{refused} Nothing was changed. Ask: python -m bot speak-up doctor") from None
    finally:
        await cabinet.database.close()


async def _invite(work: Casework, invitation: Invitation) -> str:
    try:
        return await enrolment.invite(work, invitation)
    except NotSaid:
        raise Refused(
            f"Say a name, a role and whom they answer to, each in one line of at most {enrolment.LONGEST} characters, and a "
            "last day that is still to come."
        ) from None


async def _listed(work: Casework) -> tuple[Recipient, ...]:
    return await enrolment.on_the_list(work)


async def _waiting(work: Casework, name: str) -> Waiting:
    for each in await enrolment.everybody_invited(work):
        if each.invitation.name == name:
            return each
    raise Refused(f"Nobody called {name} was invited, or their seven days are over. See: python -m bot speak-up list")


async def _valid(work: Casework, name: str) -> Recipient:
    today: date = work.cabinet.today()
    for each in await _listed(work):
        if each.name == name and each.valid(today):
            return each
    raise Refused(f"Nobody called {name} is on the list today. See: python -m bot speak-up list")


async def _closed(work: Casework) -> str:
    try:
        await casework.intake(work)
    except DirectoryRefused as refused:
        return str(refused)
    return ""


def _write(settings: Settings, file: Path, seed: bytes) -> None:
    """Not where a backup or a thief of the server would find it beside what it signs."""
    where = file.absolute()
    kept = [settings.secrets_dir]
    if settings.database_url.startswith("sqlite:///"):
        kept.append(Path(settings.database_url.removeprefix("sqlite:///")).absolute().parent)
    if any(folder in where.parents for folder in kept):
        raise Refused("The signer's key must not lie beside the database or the secret keys. Name a file on a stick.")
    try:
        write_whole(where, f"{BEGINS}{seed.hex()}\n".encode(), anew=True)
    except FileExistsError:
        raise Refused(f"{file} is there already, and a key is not written over. Name another file: --signer") from None
    except OSError as error:
        raise Refused(f"{file} could not be written: {error.strerror}. Name another file.") from None


def _seed(settings: Settings, file: Path) -> bytes:
    try:
        told = file.read_text(encoding="ascii").removeprefix(BEGINS).strip()
        seed = bytes.fromhex(told)
    except FileNotFoundError:
        raise Refused(
            f"{file} is not there. Put the stick with the signer's key in, and name the file: --signer"
        ) from None
    except (OSError, ValueError):
        raise Refused(f"{file} cannot be read as a signer's key. Name the file that `speak-up init` wrote.") from None
    if len(seed) != 32 or enrolment.pin_of(seed) != settings.speak_up_signer:
        raise Refused(f"{file} is not the signer that HEARBACK_SPEAK_UP_SIGNER names. Take the right file.")
    return seed


def _same(words: str, wanted: tuple[str, ...]) -> bool:
    """The first four letters of each are enough, as with a receipt."""
    told = "".join(letter if letter.isalpha() else " " for letter in words.casefold()).split()
    return [each[:TELLING] for each in told] == [each[:TELLING] for each in wanted]
