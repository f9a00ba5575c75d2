"""Counts the ballots of a closed form: what may be published of them by the rules of storage.disclosure, and nothing else.

The ballots are read in one transaction and counted in none, so that nobody has to wait; what was made is published in
another, and only if the same ballots are still there.
"""

import asyncio
import hashlib
import logging
import secrets
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from bot.question import Question, class_of, values
from bot.values import dataclass, field, replace
from storage import ballots
from storage.ballots import Ballot
from storage.disclosure.comments import comments
from storage.disclosure.derived import Derived
from storage.disclosure.measures import BOTH_POLES, UNFAVOURABLE, Measure, one_of
from storage.disclosure.presets import SMALL, Preset
from storage.disclosure.release import Close, Round, Settled, settled
from storage.disclosure.released import Level, Released
from storage.disclosure.sheets import Sheet
from storage.disclosure.tree import only_root, tree_of
from storage.disclosure.values import Attribute
from storage.rounds import Asking
from storage.scores.engagement import nine
from storage.secrets import Secrets
from storage.snapshot import WHOLE, Teams, teams_of
from storage.work import Work

log = logging.getLogger("hearback")

ENGAGEMENT = "engagement"


@dataclass(frozen=True, slots=True)
class Written:
    """A comment, or the words given to a question: the text, the node it is shown at, and the question or nothing.

    `receipt` is what leads a comment's author to replies, in memory only; `thread` is where replies lie, sealed.
    """

    text: str = field(repr=False)
    node: str
    question: str = ""
    receipt: str = field(default="", repr=False)
    thread: bytes | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Urnful:
    """All ballots of a form as they lie in the database, and what they need to be counted."""

    asking: Asking
    teams: Teams
    ballots: Sequence[tuple[bytes, bytes]]

    @property
    def mark(self) -> bytes:
        """Tells these ballots from any others."""
        digest = hashlib.sha256()
        for tag, envelope in self.ballots:
            digest.update(tag + envelope)
        return digest.digest()


@dataclass(frozen=True, slots=True)
class Counted:
    """A release that is ready, and of which ballots it was made. `released` is None where the keys were lost. `by_team` is
    what a turn of a cycle came to in each team, after the cap, by measure: in memory only."""

    ballots: bytes
    released: Released | None
    written: tuple[Written, ...] = ()
    by_team: Mapping[str, Mapping[int | None, Mapping[int, int]]] = field(default_factory=dict, repr=False)


async def urnful(work: Work, asking: Asking) -> Urnful:
    """Reads what is to be counted, so that the transaction can end before the counting begins."""
    return Urnful(asking, await teams_of(work.connection, asking.round), await ballots.all_of(work, asking.urn))


async def count(secrets: Secrets, full: Urnful, half: bytes = b"") -> Counted:
    """Opens the ballots and computes the one release, beside the loop. For the close and nothing else. `half` is the
    secret half of the keeper's key, where there is one."""
    return await asyncio.to_thread(_counted, secrets, full, half)


def preset_of(asking: Asking) -> Preset:
    """The thresholds under which this form was opened, and of which everybody who was asked was told."""
    return SMALL if asking.preset == SMALL.name else Preset(asking.preset, asking.threshold)


def measures_of(question: Question) -> tuple[Measure, ...]:
    """What is counted of a question: itself, or each of its options; nothing where people wrote words."""
    match question.kind:
        case "text":
            return ()
        case "scale" | "agreement" | "frequency" | "yes_no":
            return (_measure(question),)
        case "one_of":
            return (one_of(question.id, len(question.options)),)
        case "several_of":
            return tuple(_option(question, value) for value in values(question))


def nine_in(questions: Sequence[Question]) -> tuple[tuple[str, ...], ...] | None:
    """The ids of the nine questions of engagement by sub-score, answered from 1 to 5 each; None where one is not there."""
    return nine([each.id for each in questions if each.kind in ("agreement", "frequency")])


def counted_as(question: Question, option: str) -> str:
    """What an option of "several of" is called where it is counted by itself."""
    return f"{question.id}#{option}"


def _measure(question: Question) -> Measure:
    classes = {score: class_of(question, value) for value in values(question) for _, score in _scores(question, value)}
    good, poor = (frozenset(score for score, each in classes.items() if each == name) for name in ("good", "poor"))
    sensitive = BOTH_POLES if question.sensitive == "both" else UNFAVOURABLE
    return Measure(question.id, min(classes), max(classes), good, poor, sensitive, question.factual)


def _option(question: Question, value: str) -> Measure:
    """Whether this option was chosen. That somebody chose it is what nobody may be proven to have done."""
    return Measure(counted_as(question, value), 0, 1, frozenset({0}), frozenset({1}), UNFAVOURABLE, question.factual)


def _counted(keys: Secrets, full: Urnful, half: bytes) -> Counted:
    try:
        opened = ballots.opened(keys, full.asking.urn, [sealed for _, sealed in full.ballots], half)
    except ballots.KeysLost:
        return Counted(full.mark, None)
    made, written = _settled(full.asking, full.teams, opened)
    by_team = _by_team(made, opened) if full.asking.turn is not None else {}
    return Counted(full.mark, made.released, written, by_team)


def published(asking: Asking, teams: Teams, opened: Sequence[Ballot]) -> tuple[Released, tuple[Written, ...]]:
    """What these ballots come to, and the comments with what was written to questions: all of it by A1 to A15."""
    made, written = _settled(asking, teams, opened)
    return made.released, written


def _settled(asking: Asking, teams: Teams, opened: Sequence[Ballot]) -> tuple[Settled, tuple[Written, ...]]:
    preset = preset_of(asking)
    tree = tree_of(teams.parent, teams.asked) if preset.teams else tree_of({WHOLE: None}, {})
    sheets = [_sheet(asking, teams, ballot) for ballot in opened]
    measures = tuple(measure for question in asking.questions for measure in measures_of(question))
    # A figure of people's own scores ties questions together. By team only what stands alone is counted later.
    derived = () if asking.turns else _derived(asking.questions)
    held = Round(tree, measures, preset, _attributes(asking), derived)
    made = settled(held, sheets, Close(secrets.token_bytes(32), progress=tell))
    written = [Written(each.text, each.node, receipt=each.receipt) for each in made.released.comments]
    speaks = only_root(tree) if made.released.verdict.level is Level.ROOT_ONLY else tree
    for question in asking.questions:
        if question.kind == "text":
            said = [_words(sheet, ballot, question) for sheet, ballot in zip(sheets, opened, strict=True)]
            found = comments(speaks, said, needed=preset.comments_from)
            written += [Written(each.text, each.node, question.id) for each in found]
    return made, tuple(written)


def _by_team(made: Settled, opened: Sequence[Ballot]) -> dict[str, dict[int | None, Counter[int]]]:
    """How often each score was given in each team: of the very answers that the figure for everybody was made of."""
    found: dict[str, dict[int | None, Counter[int]]] = {}
    for measure, answers in made.edited.items():
        of = found.setdefault(measure, {})
        for sheet, score in answers.items():
            of.setdefault(opened[sheet].node, Counter())[score] += 1
    return found


def tell(step: str, done: int, of: int) -> None:
    """A line in the log after each tenth of the gate's work, which may take minutes: what is counted stands in none."""
    if step == "gate" and done * 10 // of > (done - 1) * 10 // of:
        log.info("trying out what may be published: %d of %d counted", done, of)


def _attributes(asking: Asking) -> tuple[Attribute, ...]:
    """What results are also shown by. Every declared group stays in, whether or not anybody said it: which groups can be
    shown then tells nothing of who said what."""
    if asking.by is None:
        return ()
    parent: dict[str, str | None] = {WHOLE: None}
    parent.update((group.id, group.above or WHOLE) for group in asking.by.groups)
    return (Attribute(asking.by.id, parent, unsaid=asking.by.unsaid or None),)


def _sheet(asking: Asking, teams: Teams, ballot: Ballot) -> Sheet:
    node = teams.keys.get(ballot.node, WHOLE) if ballot.node is not None else WHOLE
    answers: dict[str, int | None] = {}
    for question in asking.questions:
        if question.id in ballot.answers:
            answers.update(_scores(question, ballot.answers[question.id]))
    only = ballot.organisation_only
    return Sheet(node, answers, ballot.values, ballot.comment, only, receipt=ballot.receipt)


def _scores(question: Question, value: str) -> Iterator[tuple[str, int]]:
    match question.kind:
        case "scale" | "agreement" | "frequency":
            yield question.id, int(value)
        case "yes_no":
            yield question.id, int(value == "yes")
        case "one_of":
            yield question.id, int(value) - 1
        case "several_of":
            chosen = value.split(",")
            for each in values(question):
                yield counted_as(question, each), int(each in chosen)
        case "text":
            return


def _words(sheet: Sheet, ballot: Ballot, question: Question) -> Sheet:
    return replace(sheet, comment=ballot.answers.get(question.id, ""), receipt="")


def _derived(questions: Sequence[Question]) -> tuple[Derived, ...]:
    """Engagement, where the form holds all nine of its questions."""
    parts = nine_in(questions)
    return (Derived(ENGAGEMENT, parts),) if parts else ()
