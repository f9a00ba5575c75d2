"""Cycles: questions that go to everybody in turn, and end with results by team of all turns together (A13)."""

import secrets as random
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import JSON, ForeignKey, String, delete, exists, func, insert, select
from sqlalchemy.orm import Mapped, mapped_column

from bot.question import Question, written
from bot.values import dataclass
from storage import ballots, boxes
from storage.boxes import Box, Shelf
from storage.counting import measures_of, preset_of, tell
from storage.db import Rows
from storage.disclosure.cycle import Counts, Part, could_show, sum_up
from storage.disclosure.presets import Preset
from storage.disclosure.release import Close, Round
from storage.disclosure.released import Released
from storage.disclosure.tree import tree_of
from storage.loop import AskedRow, MomentRow, RoundRow
from storage.rotation import SlotRow, Turn
from storage.rounds import ASKING, Asking, as_asking
from storage.secrets import Secrets
from storage.snapshot import WHOLE, Teams, Tree, team_of, teams_in, tree_now
from storage.work import Work


class CycleRow(Rows):
    """The tree of teams when a cycle began that is to end with results by team. Deleted when it has ended."""

    __tablename__ = "cycle"
    ref: Mapped[str] = mapped_column(String(32), primary_key=True, doc="Random; its rounds have the same.")
    programme_id: Mapped[int] = mapped_column(ForeignKey("programme.id", ondelete="CASCADE"), doc="Which programme.")
    teams: Mapped[list[Any]] = mapped_column(JSON, doc="Number, key, name, and the number of the team above.")


@dataclass(frozen=True, slots=True)
class Held:
    """What is needed at the close of a turn beside its ballots: the teams with who was asked in the turns so far, the order
    of the numbers in boxes, and the box of the turns before."""

    asking: Asking
    tree: Tree
    asked: tuple[Mapping[int | None, int], ...]
    shelf: Shelf
    box: Box | None

    @property
    def teams(self) -> Teams:
        together = Counter[int | None]()
        for turn in self.asked:
            together.update(turn)
        return teams_in(self.tree, together)


@dataclass(frozen=True, slots=True)
class Came:
    """What the turns so far came to, in memory only; and after the last one what is published of teams."""

    counts: tuple[Counts, ...]
    end: Released | None = None


async def taken_up(
    work: Work, programme: int, turn: Turn, *, preset: Preset, questions: Sequence[Question]
) -> Turn | None:
    """The turn, if results by team can still come of its cycle; None where they cannot, and then nothing is kept of teams."""
    if not preset.teams:
        return None
    if turn.number == 0:
        return turn if await _begun(work, programme, turn, preset) else None
    found = (
        select(RoundRow.threshold, RoundRow.preset, RoundRow.stage, MomentRow.spec)
        .join(MomentRow, MomentRow.round_id == RoundRow.id)
        .where(RoundRow.cycle == turn.cycle, RoundRow.turn.is_not(None), MomentRow.kind == "ASK")
    )
    before = (await work.connection.execute(found)).all()
    asks = [written(each) for each in questions]
    same = all(
        row.stage != "void" and (row.threshold, row.preset) == (preset.k, preset.name) and row.spec["questions"] == asks
        for row in before
    )
    return turn if same and len(before) == turn.number else None


async def before(work: Work, programme: int, cycle: str = "") -> int:
    """How many cycles of this programme have begun beside this one: by it items take turns where everybody is to be asked
    the same."""
    begun = select(func.count(RoundRow.cycle.distinct())).where(RoundRow.programme_id == programme)
    return int((await work.connection.execute(begun.where(RoundRow.cycle != cycle))).scalar_one())


async def held(work: Work, asking: Asking) -> Held | None:
    """None where it is no turn of such a cycle, or where that has ended."""
    kept = select(CycleRow.teams).where(CycleRow.ref == asking.cycle)
    tree = (await work.connection.execute(kept)).scalar_one_or_none()
    if asking.turn is None or tree is None:
        return None
    heads = (
        select(RoundRow.turn, AskedRow.team_id, func.count().label("heads"))
        .join(AskedRow, AskedRow.round_id == RoundRow.id)
        .where(RoundRow.cycle == asking.cycle, RoundRow.turn <= asking.turn)
        .group_by(RoundRow.turn, AskedRow.team_id)
    )
    asked: tuple[Counter[int | None], ...] = tuple(Counter() for _ in range(asking.turn + 1))
    for row in await work.connection.execute(heads):
        asked[row.turn][row.team_id] += row.heads
    measures = tuple(measure for each in asking.questions for measure in measures_of(each))
    shelf = Shelf(asking.turns, (WHOLE, *sorted(key for _, key, _, _ in tree)), measures)
    return Held(asking, tree, asked, shelf, await boxes.box_of(work, asking.urn))


def came(
    secrets: Secrets, of: Held, by_team: Mapping[str, Mapping[int | None, Mapping[int, int]]], half: bytes
) -> Came | None:
    """Opens the box and puts this turn's counts beside it; after the last turn it computes the one release by teams. None
    where turns before it are missing."""
    keys = {number: key for number, key, _, _ in of.tree}
    earlier: list[Counts] = []
    if of.asking.turn:
        if of.box is None:
            return None
        try:
            found = boxes.unlocked(secrets, of.asking.urn, of.shelf, of.box, about=_about(of.asking), half=half)
        except ballots.KeysLost:
            return None
        earlier = found[: of.asking.turn]
    counts = (*earlier, _by_node(by_team, keys))
    if not of.asking.last_turn:
        return Came(counts)
    teams = of.teams
    asked = [_heads(each, teams) for each in of.asked]
    parts = [Part(each, heads) for each, heads in zip(counts, asked, strict=True)]
    round_ = Round(tree_of(teams.parent, teams.asked), of.shelf.measures, preset_of(of.asking))
    return Came(counts, sum_up(round_, parts, Close(random.token_bytes(32), progress=tell)))


async def hand_on(work: Work, of: Held, found: Came) -> None:
    """Locks what has come so far with the keys of the next turn. Where that is not open, nothing is kept, and no results by
    team come of this cycle."""
    here = of.asking
    at = (RoundRow.cycle == here.cycle, RoundRow.turn == (here.turn or 0) + 1, MomentRow.closed.is_(False))
    row = (await work.connection.execute(ASKING.where(*at))).first()
    following = as_asking(row) if row else None
    if following is None or bool(here.urn.kept) > bool(following.urn.kept):  # never behind fewer keys than the answers
        return
    try:
        box = boxes.locked(work.secrets, following.urn, of.shelf, found.counts, about=_about(following))
    except ballots.KeysLost:
        return
    await boxes.put(work, following.urn, box)


def _about(asking: Asking) -> str:
    """What a box is bound to."""
    return f"{asking.programme} {asking.cycle} {asking.turn} {asking.urn.ref}"


def _by_node(
    by_team: Mapping[str, Mapping[int | None, Mapping[int, int]]], keys: Mapping[int, str]
) -> dict[str, dict[str, Counter[int]]]:
    """A team that came after the cycle had begun is in no tree: its people belong to the whole alone."""
    found: dict[str, dict[str, Counter[int]]] = {}
    for measure, teams in by_team.items():
        for team, scores in teams.items():
            found.setdefault(measure, {}).setdefault(keys.get(team or 0, WHOLE), Counter()).update(scores)
    return found


def _heads(heads: Mapping[int | None, int], teams: Teams) -> Counter[str]:
    found = Counter[str]()
    for team, many in heads.items():
        found[teams.keys.get(team or 0, WHOLE)] += many
    return found


async def _begun(work: Work, programme: int, turn: Turn, preset: Preset) -> bool:
    """Writes the tree down, if any team could be shown at all; and forgets cycles that came to nothing."""
    open_ = exists().where(RoundRow.cycle == CycleRow.ref, RoundRow.stage == "open")
    await work.connection.execute(delete(CycleRow).where(CycleRow.programme_id == programme, ~open_))
    of, tree = team_of(), await tree_now(work)
    everybody = select(of.c.team, func.count().label("heads")).select_from(SlotRow)
    everybody = everybody.outerjoin(of, of.c.person_id == SlotRow.person_id).where(SlotRow.programme_id == programme)
    rows = await work.connection.execute(everybody.group_by(of.c.team))
    teams = teams_in(tree, {row.team: int(row.heads) for row in rows})
    if not could_show(tree_of(teams.parent, teams.asked), preset.k):
        return False
    await work.connection.execute(insert(CycleRow).values(ref=turn.cycle, programme_id=programme, teams=tree))
    return True
