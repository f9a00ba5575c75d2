"""The form in which somebody writes to guardians: its fields, what stands in them, and what may be sent."""

from collections.abc import Mapping, Sequence
from hashlib import blake2b

from bot import hints
from bot.falls import cut
from bot.limits import OPTION, OPTIONS
from bot.sentences import CLOSE
from bot.settings import House
from bot.ui import Block, Choice, Facts, Field, Form, Heading, Option, Several, Text, Write
from bot.values import dataclass
from bot.words import Words
from conversations.speak_up import words as w
from storage.cases.filing import HEADS, LONGEST, Report
from storage.threads.envelope import CELLS
from storage.threads.frames import Release
from storage.threads.recipients import Recipient

TO, WHAT, CATEGORY, URGENT, RELEASE, UNIT, ANYWAY = "to", "what", "category", "urgent", "release", "unit", "anyway"
YES, NO, NEXT_DAY, THREE_DAYS = "yes", "no", "next", "three"
RELEASES: Mapping[str, Release] = {NEXT_DAY: "next window", THREE_DAYS: "within three days"}
CATEGORIES = {
    "patient-safety": w.PATIENT_SAFETY,
    "worker-safety": w.WORKER_SAFETY,
    "bullying": w.BULLYING,
    "behaviour": w.BEHAVIOUR,
    "detriment": w.DETRIMENT,
    "other": w.OTHER,
}
"""The words for the codes of storage/cases/codes.py; a test compares the two."""
WARNED = "w"
"""Stands before the ref of a form that was shown with a warning: Slack then draws it anew."""
NOWHERE = "none"
A_ROW = 10


@dataclass(frozen=True, slots=True)
class Offered:
    """What can be chosen: who may read, and the units that are large enough to be named."""

    readers: Sequence[Recipient]
    units: Sequence[str]


@dataclass(frozen=True, slots=True, repr=False)
class Filled:
    """A form that was sent: the report, or what is wrong by field."""

    report: Report | None
    errors: Mapping[str, str]


def form(words: Words, offered: Offered, ref: str) -> Form:
    """The empty form; the same for everybody."""
    urgent = (Option(NO, words(w.NO)), Option(YES, words(w.YES)))
    releases = (Option(NEXT_DAY, words(w.NEXT_DAY)), Option(THREE_DAYS, words(w.THREE_DAYS)))
    categories = tuple(Option(code, words(sentence)) for code, sentence in CATEGORIES.items())
    hint = words(w.WHAT_HINT, n=words.number(LONGEST))
    return Form(
        title=words(w.TITLE),
        close=words(CLOSE),
        blocks=_at_length(words, offered.readers),
        fields=(
            *_to(words, offered.readers),
            Write(WHAT, words(w.WHAT), longest=LONGEST, hint=hint),
            Choice(CATEGORY, words(w.CATEGORY), categories),
            Choice(URGENT, words(w.URGENT), urgent, hint=words(w.URGENT_HINT)),
            Choice(RELEASE, words(w.RELEASE), releases, hint=words(w.RELEASE_HINT)),
            *_unit(words, offered.units),
        ),
        action="speak_up.file",
        ref=ref,
        submit=words(w.SEND),
        values={URGENT: NO, RELEASE: NEXT_DAY},
    )


def promises(words: Words, house: House, *, chat: bool) -> tuple[Block, ...]:
    """What is read before a word is written: what we cannot promise, in the same size of type as what we can."""
    can = (Heading(words(w.PROMISE_TITLE)), Text(words(w.CAN)), Text(words(w.PROMISE)))
    limits = w.CANNOT if chat else w.CANNOT_HERE
    return (*can, Heading(words(w.LIMITS_TITLE)), Text(words(limits, operator=house.operator)))


def read(words: Words, offered: Offered, sent: Mapping[str, str]) -> Filled:
    """Reads a form that was sent."""
    text, errors = sent.get(WHAT, "").strip(), {}
    readers = {key(each): each for each in offered.readers}
    chosen = [each for each in sent.get(TO, "").split(",") if each]
    if not 0 < len(chosen) <= CELLS:
        errors[TO] = words(w.CHOOSE_READERS, n=CELLS)
    elif not set(chosen) <= readers.keys():
        errors[TO] = words(w.CHANGED)
    if not text:
        errors[WHAT] = words(w.NEEDED)
    elif len(text) > LONGEST:
        errors[WHAT] = words(w.TOO_LONG, size=words.number(len(text)), n=words.number(LONGEST))
    if sent.get(CATEGORY) not in CATEGORIES:
        errors[CATEGORY] = words(w.CHOOSE)
    places = {"": "", NOWHERE: ""} | {_mark(each): each for each in offered.units}
    if (unit := sent.get(UNIT, "")) not in places:
        errors[UNIT] = words(w.CHANGED)
    if errors:
        return Filled(None, errors)
    to = [readers[each].opens for each in dict.fromkeys(chosen)]
    release, urgent = RELEASES.get(sent.get(RELEASE, ""), "next window"), sent.get(URGENT) == YES
    return Filled(Report(text, sent[CATEGORY], to, urgent, release, places[unit]), {})


def warning(words: Words, sent: Mapping[str, str]) -> str:
    """What in the words may show who wrote them, as one sentence; empty where nothing was found, or they go all the same."""
    if sent.get(ANYWAY) == YES:
        return ""
    found = hints.listed(words, sent.get(WHAT, ""))
    return words(w.MAY_SHOW, found=found) if found else ""


def anyway(words: Words) -> Several:
    """The box to tick for whoever wants to send it as it is."""
    return Several(ANYWAY, words(w.ANYWAY), (Option(YES, words(w.ANYWAY_TICK)),), required=False)


def key(recipient: Recipient) -> str:
    """What stands for a recipient in the form."""
    return recipient.opens.hex()[:16]


def _at_length(words: Words, readers: Sequence[Recipient]) -> tuple[Block, ...]:
    """Those whose role does not fit beside their name where they are chosen, with the whole of it."""
    rows = [(each.name, about) for each in readers if len(about := _about(words, each)) > OPTION]
    return tuple(Facts(tuple(rows[at : at + A_ROW])) for at in range(0, len(rows), A_ROW))


def _about(words: Words, each: Recipient) -> str:
    return words(w.LISTED, role=each.title, whom=each.answers_to) if each.answers_to else each.title


def _to(words: Words, readers: Sequence[Recipient]) -> tuple[Field, ...]:
    """Each with their role and whom they answer to, in the place where they are chosen."""
    listed = tuple(
        Option(key(each), cut(each.name, OPTION), cut(_about(words, each), OPTION)) for each in readers[:OPTIONS]
    )
    return (Several(TO, words(w.TO), listed, hint=words(w.CHOSEN_ONLY)),) if listed else ()


def _unit(words: Words, units: Sequence[str]) -> tuple[Field, ...]:
    listed = tuple(Option(_mark(name), cut(name, OPTION)) for name in units[: OPTIONS - 1])
    nowhere = Option(NOWHERE, words(w.NO_UNIT))
    hint = words(w.UNIT_HINT, n=HEADS)
    return (Choice(UNIT, words(w.UNIT), (nowhere, *listed), hint=hint, required=False),) if listed else ()


def _mark(unit: str) -> str:
    """What stands for a unit in the form, whatever else is listed by the time it is sent."""
    return blake2b(unit.encode(), digest_size=8).hexdigest()
