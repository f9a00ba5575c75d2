"""Commands with which an administrator sets speaking up up, puts guardians on the list, and sees that it works.

The signer's key signs the list. It lies in a file of its own, which belongs on a stick in a safe and not on the server.
"""

from collections.abc import Coroutine
from datetime import date, datetime
from pathlib import Path
from typing import Annotated, Any, TypeVar

import typer

from bot import speak_up_steps as steps
from bot.operate import Finding
from bot.speak_up_steps import Refused
from bot.terminal import BROKEN, complain, run_here, settings_here
from storage.cases.enrolment import Invitation
from storage.cases.policy import LONGEST, Policy

commands = typer.Typer(
    help="Set speaking up up, invite guardians, sign their list, look after it.", no_args_is_help=True
)
rotate = typer.Typer(help="Change the signer, or a guardian's keys, in order.", no_args_is_help=True)
commands.add_typer(rotate, name="rotate")

Outcome = TypeVar("Outcome")
USUAL = Path("speak-up-signer.key")
SignerFile = Annotated[Path, typer.Option("--signer", help="The signer's key file, on its stick.")]
Records = Annotated[
    int,
    typer.Option(
        prompt="After a case is closed, how many months does your records policy keep it?",
        min=1,
        max=LONGEST,
        help="Months that your records policy keeps a closed case.",
    ),
]
Claims = Annotated[
    int,
    typer.Option(
        prompt="For how many months can a claim still reach a tribunal or court, appeals included?",
        min=1,
        max=LONGEST,
        help="Months within which a claim can reach a tribunal or court.",
    ),
]
Inquiry = Annotated[
    bool,
    typer.Option(
        "--inquiry/--no-inquiry",
        prompt="Does a public inquiry, or an instruction to keep everything, forbid to delete anything now?",
        help="Whether anything forbids to delete at all.",
    ),
]
Outside = Annotated[
    bool,
    typer.Option(
        "--outside/--inside",
        prompt="Do they stand outside the guardian line, such as a non-executive director or somebody of another house?",
        help="Whether they stand outside the guardian line.",
    ),
]


@commands.command()
def init(records: Records, claims: Claims, inquiry: Inquiry, signer: SignerFile = USUAL) -> None:
    """Ask how long cases are kept, make the signer's key, and say what to do next."""
    policy = Policy(records, claims, inquiry)
    pin = _run(steps.begin(settings_here(), policy, signer))
    typer.echo(f"""The signer's key is in {signer}.

1. Set this, and start Hearback anew:   HEARBACK_SPEAK_UP_SIGNER={pin}
2. Copy {signer} to two sticks, put each in another safe, and delete it here.
   Whoever has it can put a guardian on the list. Without it nobody can; `speak-up rotate signer` makes another.
3. Invite at least two guardians, one of them outside the line:   python -m bot speak-up invite
4. They make their keys in the inbox. Then, with the stick:   python -m bot speak-up sign
5. See what is missing:   python -m bot speak-up doctor

Closed cases are kept for {policy.months} months{", and nothing is deleted for now" if inquiry else ""}.""")


@commands.command("retention")
def retention(records: Records, claims: Claims, inquiry: Inquiry) -> None:
    """Answer anew how long cases are kept."""
    policy = Policy(records, claims, inquiry)
    _run(steps.keep_policy(settings_here(), policy))
    typer.echo(f"Closed cases are kept for {policy.months} months{', nothing is deleted for now' if inquiry else ''}.")


@commands.command()
def invite(
    *,
    name: Annotated[str, typer.Option(prompt="Name, as everybody reads it")],
    role: Annotated[str, typer.Option(prompt="Role, such as Freedom to Speak Up guardian")],
    answers_to: Annotated[str, typer.Option(prompt="Whom they answer to")],
    outside: Outside,
    until: Annotated[str, typer.Option(help="Last day, as 2027-03-31; without it there is none.")] = "",
) -> None:
    """Invite somebody to be a guardian. The code is shown once and is good for seven days."""
    code = _run(steps.invite(settings_here(), Invitation(name, role, answers_to, outside, _day(until))))
    typer.echo(f"""The code for {name}:   {code}

Give it to them in person or read it out to them. Do not send it by mail or chat.
They open the inbox, choose "I have a code", and type it within seven days; it works once.
They will see eight words. When they have read those out to you:   python -m bot speak-up sign""")


@commands.command("list")
def listed() -> None:
    """Show who is on the list, who waits for a signature, and who has not used their code."""
    for line in _run(steps.shown(settings_here())):
        typer.echo(line)


@commands.command()
def sign(
    name: Annotated[str, typer.Option(prompt="Whose keys")],
    words: Annotated[str, typer.Option(prompt="The eight words that they read out to you")],
    signer: SignerFile = USUAL,
) -> None:
    """Put a guardian on the signed list, once they have read the words of their keys out to you."""
    refused = _run(steps.sign(settings_here(), signer, name, words))
    typer.echo(f"{name} is on the list. Take {signer} away again.")
    if refused:
        typer.echo(f"Speaking up stays closed for now: {refused}")


@commands.command()
def withdraw(name: Annotated[str, typer.Argument(help="Who was invited.")]) -> None:
    """Take an invitation back, or keys that are not to be signed."""
    _run(steps.withdraw(settings_here(), name))
    typer.echo(f"The invitation of {name} is withdrawn.")


@commands.command()
def leave(name: Annotated[str, typer.Argument(help="Who leaves.")], signer: SignerFile = USUAL) -> None:
    """End a guardian's time today. First they hand their cases on in the inbox: nobody else can."""
    refused = _run(steps.leave(settings_here(), signer, name))
    typer.echo(f"{name} can open nothing any more. What they signed stays theirs.")
    if refused:
        typer.echo(f"Speaking up is closed now: {refused}")


@rotate.command("signer")
def rotate_signer(new: Annotated[Path, typer.Option(help="Where the new key is to be written.")] = USUAL) -> None:
    """Make a new signer, for one that was lost or seen. The same list is signed anew; it needs no old key."""
    pin = _run(steps.rotate_signer(settings_here(), new))
    typer.echo(f"""The new signer's key is in {new}, and the list is signed with it.

Speaking up is closed until you set this and start Hearback and the inbox anew:   HEARBACK_SPEAK_UP_SIGNER={pin}
Then take {new} off this machine, and destroy the old one. Look at who is on the list:   python -m bot speak-up list""")


@rotate.command("guardian")
def rotate_guardian(name: Annotated[str, typer.Argument(help="Whose keys are to be new.")]) -> None:
    """Give a guardian new keys, for a lost passphrase with no recovery code, or keys that somebody may have seen."""
    code = _run(steps.rotate_guardian(settings_here(), name))
    typer.echo(f"""The code for {name}:   {code}

1. They make new keys with it in the inbox, and read the eight words out to you:   python -m bot speak-up sign
2. If they can still open their old keys, they hand their cases on to the new ones. If not, somebody who reads them too does.
   What only the old keys open, and nobody else reads, is lost.
3. Then end the old keys:   python -m bot speak-up leave "{name}"   (it ends the older of the two)""")


@commands.command()
def doctor() -> None:
    """Look at everything that speaking up stands on, and say what to do. The exit code is 1 if something is wrong."""
    from bot.speak_up_doctor import findings  # noqa: PLC0415 - the other commands need nothing of it

    _tell(run_here(findings(settings_here())))


@commands.command("restore-drill")
def restore_drill(
    backup: Annotated[
        str, typer.Option(help="A copy to look at besides: an SQLite file, or the address of a restored database.")
    ] = "",
) -> None:
    """Rehearse a restore in a temporary folder: live cases must open, and erased ones must not. Touches nothing real."""
    from bot.speak_up_doctor import drilled  # noqa: PLC0415

    _tell(run_here(drilled(settings_here(), backup)))


@commands.command()
def compelled() -> None:
    """Print what this installation could hand over if somebody compelled you, and what it could not."""
    from bot.speak_up_compelled import page  # noqa: PLC0415

    typer.echo(run_here(page(settings_here())))


def _tell(found: list[Finding]) -> None:
    for finding in found:
        typer.echo(f"{'ok   ' if finding.well else 'LOOK '} {finding.sentence}")
    if not all(finding.well for finding in found):
        raise typer.Exit(BROKEN)


def _run(work: Coroutine[Any, Any, Outcome]) -> Outcome:
    async def said() -> Outcome | Refused:
        try:
            return await work
        except Refused as refused:
            return refused

    outcome = run_here(said())
    if isinstance(outcome, Refused):
        complain(outcome.sentence)
        raise typer.Exit(BROKEN)
    return outcome


def _day(written: str) -> date | None:
    if not written:
        return None
    try:
        return datetime.strptime(written, "%Y-%m-%d").date()  # noqa: DTZ007 - a day has no zone
    except ValueError:
        complain("Write the last day as 2027-03-31.")
        raise typer.Exit(BROKEN) from None
