"""The commands of speaking up as an administrator meets them, from nothing to an open door, and what each mistake says."""

import asyncio
import os
import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.commands import app
from bot.main import SystemClock, prepare, threads
from bot.settings import Settings
from bot.variables import Environment
from storage.cases import casework, enrolment, guardians, locks
from storage.cases.casework import Casework
from storage.cases.one_time import Tries
from storage.db import Database
from storage.secrets import SecretFiles
from storage.threads import night
from storage.threads.cabinet import threads_url
from tests.storage.threads.desk import CHEAP

KEPT = ("--records", "24", "--claims", "72", "--no-inquiry")


class Machine:
    """One folder as the machine, and a stick beside it."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.stick, self.pin = folder, folder / "stick" / "signer.key", ""
        self.stick.parent.mkdir()
        self.url, self.secrets = f"sqlite:///{folder}/db/h.db", folder / "secrets"

    async def runs(self, *words: str, typed: str = "", **variables: str) -> tuple[int, str]:
        """The exit code and what was said. A thread of its own, since a command starts a loop of its own."""
        nothing = dict.fromkeys(name.upper() for name in Environment.model_fields)
        here = {"HEARBACK_DATABASE_URL": self.url, "HEARBACK_SECRETS_DIR": str(self.secrets)}
        wanted: dict[str, str | None] = {**nothing, **here, "HEARBACK_SPEAK_UP_SIGNER": self.pin, **variables}
        told = ["speak-up", *words]
        umask = os.umask(0o077)  # as `python -m bot` sets it
        done = await asyncio.to_thread(CliRunner().invoke, app, told, env=wanted, input=typed)
        os.umask(umask)
        return done.exit_code, " ".join(done.output.split())

    async def begins(self) -> str:
        code, said = await self.runs("init", *KEPT, "--signer", str(self.stick))
        assert code == 0, said
        self.pin = said.partition("HEARBACK_SPEAK_UP_SIGNER=")[2][:32]
        return said

    async def invites(self, name: str, *more: str) -> str:
        told = ("--name", name, "--role", "guardian", "--answers-to", "the chair", *more)
        code, said = await self.runs("invite", *told)
        assert code == 0, said
        return code_in(said)

    async def enrols(self, code: str) -> str:
        """What happens in the inbox; the words that the guardian then reads out."""
        work = self.work()
        made = await enrolment.accept(work, Tries(), code, "a passphrase for a test")
        await work.cabinet.database.close()
        return " ".join(enrolment.fingerprint(made.public))

    async def signs(self, name: str, words: str) -> tuple[int, str]:
        return await self.runs("sign", "--name", name, "--words", words, "--signer", str(self.stick))

    def work(self) -> Casework:
        settings = Settings(self.url, self.secrets)
        return Casework(threads(settings, SecretFiles(self.secrets), SystemClock()), self.pin, CHEAP)


def code_in(said: str) -> str:
    [code] = re.findall(r"[A-Z2-7]{4}(?:-[A-Z2-7]{4}){3}", said)
    return str(code)


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


@pytest.mark.long
async def test_from_nothing_to_an_open_door_and_to_new_keys(machine: Machine) -> None:
    code, said = await machine.runs("doctor")
    assert code == 1
    assert "Run: python -m bot speak-up init" in said
    assert "for 72 months" in await machine.begins()
    assert machine.stick.stat().st_mode & 0o077 == 0
    assert "Nobody is on the list" in (await machine.runs("list"))[1]
    ines, olga = await machine.invites("Ines", "--inside"), await machine.invites("Olga", "--outside")
    words = await machine.enrols(ines)
    listed = (await machine.runs("list"))[1]
    assert "Ines has made keys" in listed
    assert "Olga has not used the code yet" in listed
    assert words not in listed  # the administrator hears them from Ines, not from the machine
    code, said = await machine.signs("Ines", words)
    assert (code, "at least 2 recipients" in said) == (0, True)
    code, said = await machine.signs("Olga", words)
    assert (code, "has not made their keys yet" in said) == (1, True)
    code, said = await machine.signs("Olga", (await machine.enrols(olga)).upper())
    assert (code, "stays closed" in said) == (0, False)
    work = machine.work()
    before = (await casework.intake(work)).recipients
    assert [each.name for each in before] == ["Ines", "Olga"]
    new = await machine.runs("rotate", "guardian", "Ines")
    words = await machine.enrols(code_in(new[1]))
    assert (await machine.signs("Ines", words))[0] == 0
    assert (await machine.runs("leave", "Ines", "--signer", str(machine.stick)))[0] == 0
    today = work.cabinet.today()
    after = (await casework.intake(work)).recipients
    assert [each.name for each in after if each.valid(today)] == ["Olga", "Ines"]
    assert before[0].opens not in {each.opens for each in after if each.valid(today)}
    old, machine.stick = machine.pin, machine.stick.with_name("another.key")
    code, said = await machine.runs("rotate", "signer", "--new", str(machine.stick))
    machine.pin = said.partition("HEARBACK_SPEAK_UP_SIGNER=")[2][:32]
    assert len({old, machine.pin}) == 2
    assert (await casework.intake(replace(work, pin=machine.pin))).recipients == after
    code, said = await machine.runs("leave", "Olga", "--signer", str(machine.stick))
    assert (code, "Speaking up is closed now" in said) == (0, True)
    await work.cabinet.database.close()


@pytest.mark.long
async def test_each_mistake_is_one_sentence_and_changes_nothing(machine: Machine) -> None:
    for command in (
        ("invite", "--name", "x", "--role", "x", "--answers-to", "x", "--inside"),
        ("list",),
        ("leave", "x"),
    ):
        code, said = await machine.runs(*command)
        assert (code, "HEARBACK_SPEAK_UP_SIGNER is not set" in said) == (1, True)
    code, said = await machine.runs("init", *KEPT, "--signer", str(machine.secrets / "signer.key"))
    assert (code, "must not lie beside" in said) == (1, True)
    code, said = await machine.runs("init", typed="\n\n\n")
    assert code != 0  # no answer about keeping is no answer
    await machine.begins()
    code, said = await machine.runs("init", *KEPT, "--signer", str(machine.folder / "two.key"))
    assert (code, "is set up already" in said) == (1, True)
    told = ("invite", "--role", "guardian", "--answers-to", "the chair", "--inside")
    assert "Say a name" in (await machine.runs(*told, "--name", "x" * 81))[1]
    assert "2027-03-31" in (await machine.runs(*told, "--name", "Tom", "--until", "soon"))[1]
    assert "still to come" in (await machine.runs(*told, "--name", "Tom", "--until", "2020-01-01"))[1]
    code_of = await machine.invites("Tom", "--inside")
    assert "invited already" in (await machine.runs(*told, "--name", "Tom"))[1]
    words = await machine.enrols(code_of)
    wrong = " ".join(reversed(words.split()))
    assert "somebody may have exchanged the keys" in (await machine.signs("Tom", wrong))[1]
    stick, machine.stick = machine.stick, machine.stick.with_name("gone.key")
    assert "Put the stick" in (await machine.signs("Tom", words))[1]
    machine.stick.write_text("nothing of worth")
    assert "cannot be read" in (await machine.signs("Tom", words))[1]
    machine.stick.write_text("00" * 32)
    assert "is not the signer" in (await machine.signs("Tom", words))[1]
    machine.stick = stick
    assert "Nobody called Nia" in (await machine.runs("withdraw", "Nia"))[1]
    assert (await machine.runs("withdraw", "Tom"))[0] == 0
    assert "was invited" in (await machine.signs("Tom", words))[1]
    pin, machine.pin = machine.pin, "0" * 32
    code, said = await machine.runs("list")
    assert (code, "Nothing was changed" in said) == (1, True)
    machine.pin = pin
    assert (await machine.runs("retention", "--records", "0", "--claims", "1", "--inquiry"))[0] != 0
    assert (await machine.runs("retention", "--records", "12", "--claims", "6", "--inquiry"))[0] == 0


@pytest.mark.long
async def test_the_doctor_sees_what_is_wrong_and_says_what_to_do(machine: Machine) -> None:
    await machine.begins()
    for name, where in (("Ines", "--inside"), ("Olga", "--outside")):
        letters = await machine.invites(name, where, "--until", str(SystemClock().now().date()))
        assert (await machine.signs(name, await machine.enrols(letters)))[0] == 0
    unsigned = await machine.enrols(await machine.invites("Nia", "--inside"))
    assert unsigned
    await prepare(Settings(machine.url, machine.secrets))
    named = {"HEARBACK_GUARDIAN": "Ines, 020 7946 0123", "HEARBACK_GUARDIAN_ACCOUNTS": "Ines=slack:U1"}
    code, said = await machine.runs("doctor", **named)
    assert code == 1
    for expected in (
        "A crash could leave memory",  # pytest has no hush
        "Keys and rows are for this user only",
        "HEARBACK_HELP_LINE is empty",
        "nobody is told of a way in without the chat",
        "2 guardians are valid",
        "Ines's last day is",
        "Nia has made keys that nobody has signed",
        "closed cases, 72 months",
        "Shelf and rows belong together",
        "no night has passed yet",
        "Ines's account is not known here",
        "set HEARBACK_SPEAK_UP_OVERSIGHT",
    ):
        assert expected in said, expected
    work = machine.work()
    [ines, _] = await enrolment.on_the_list(work)
    await guardians.remove(work, locks.number_of(ines.opens, ines.signs))
    await work.cabinet.database.close()
    (machine.secrets / "threads.shelf").write_bytes(b"nothing")
    (machine.secrets / "threads.shelf").chmod(0o644)
    code, said = await machine.runs("doctor", HEARBACK_PUBLIC_URL="https://127.0.0.1:9")
    for expected in ("chmod go-rwx", "Ines has no keys here", "is damaged", "does not answer at https://127.0.0.1:9"):
        assert expected in said, expected


@pytest.mark.long
async def test_a_restore_is_rehearsed_and_a_copy_looked_at(machine: Machine) -> None:
    await machine.begins()
    code, said = await machine.runs("restore-drill")
    assert (code, said.count("ok ")) == (0, 4)
    code, said = await machine.runs("restore-drill", "--backup", str(machine.folder / "nothing.db"))
    assert (code, "cannot be read" in said) == (1, True)
    work = machine.work()
    await night.rewrite(work.cabinet)
    await work.cabinet.database.close()
    copy = machine.folder / "copy.db"
    file = Path(threads_url(machine.url).partition(":///")[2])
    await asyncio.to_thread(shutil.copyfile, file, copy)
    code, said = await machine.runs("restore-drill", "--backup", str(copy))
    assert (code, "it can be restored" in said) == (0, True)
    other = replace(work, cabinet=replace(work.cabinet, database=Database(threads_url(machine.url))))
    await night.rewrite(other.cabinet)
    await other.cabinet.database.close()
    code, said = await machine.runs("restore-drill", "--backup", str(copy))
    assert (code, "from before the last night" in said) == (1, True)
