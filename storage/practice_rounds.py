"""Opens one round of a practice: the round, and everything that will happen in it, fixed from then on."""

import secrets
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import insert

from bot.moments import Act, Ask, Cohort, Commit, Match, Meet, Moment, Share, Show, Sort, Update, Weigh, kind_of
from bot.practice import Planned, Practice, ends, planned
from bot.programme import write_wall
from bot.question import Spoken
from bot.values import dataclass
from storage import db, given, sorters
from storage.disclosure.presets import Preset
from storage.given import HappeningRow
from storage.loop import RoundRow
from storage.pools import SORTERS
from storage.quoting import AWAITED, QUOTES
from storage.work import Work


@dataclass(frozen=True, slots=True)
class Begins:
    """Which round of which programme: `wall` is its anchor in `zone`, `answerer` who says what came of it."""

    programme: int
    practice: Practice
    wall: datetime
    zone: str
    answerer: int


async def open_round(work: Work, begins: Begins, *, now: datetime, usual: Preset) -> None:
    """Opens it once, whoever else tries."""
    practice, wall, zone = begins.practice, begins.wall, begins.zone
    row = db.insert(work.connection, RoundRow).values(
        ref=secrets.token_hex(16),
        programme_id=begins.programme,
        wall=write_wall(wall),
        stage="open",
        opened_at=now,
        answer_by=ends(practice, wall, zone),
        answerer_id=begins.answerer,
        threshold=usual.k,
        preset=usual.name,
        teams=[],
        cycle=None,
        turn=None,
    )
    number = (await work.connection.execute(row.on_conflict_do_nothing().returning(RoundRow.id))).scalar()
    if number is not None:
        helped = await _sorted_together(work, begins)
        rows = [_row(work, number, begins, each) for each in planned(practice, wall, zone)]
        for each in rows:
            each["spec"] |= {SORTERS: True} if each["name"] in helped else {}
        await work.connection.execute(insert(HappeningRow), rows)
        await sorters.fix(work.connection, number, helped)


async def _sorted_together(work: Work, begins: Begins) -> list[str]:
    """The questions that somebody was chosen to sort together with whoever answers back, as their cards say from now on."""
    asks = [each.of for each in begins.practice.moments if isinstance(each, Sort)]
    return asks if asks and await sorters.any_for(work.connection, begins.programme) else []


def _row(work: Work, number: int, begins: Begins, each: Planned) -> dict[str, Any]:
    ref, voice = secrets.token_hex(16), _voice(each.moment)
    closes = each.closes if isinstance(each.moment, Ask | Weigh) else None
    if voice == "confidential":
        given.make_key(work, ref)
    practice = begins.practice
    told = {"title": practice.title, "intent": practice.intent, **_spec(each.moment)}
    if isinstance(each.moment, Ask):
        told["becomes"] = practice.becomes(each.moment)
    if isinstance(each.moment, Show) and each.moment.series:
        told |= {"series": each.moment.series, "measure": _measure(begins.practice, each.moment.series)}
    if isinstance(each.moment, Act) and each.closes:
        told["by"] = each.closes.isoformat()
    if isinstance(each.moment, Cohort) and each.closes:
        told["joins_until"] = each.closes.astimezone(ZoneInfo(begins.zone)).date().isoformat()
    if isinstance(each.moment, Ask | Meet) and each.moment.quotes:
        told[QUOTES] = each.moment.quotes
    if isinstance(each.moment, Update):
        told[AWAITED] = each.moment.id in {one.quotes for one in begins.practice.moments if isinstance(one, Ask | Meet)}
    if isinstance(each.moment, Meet):
        told["starts"] = write_wall((each.closes or each.opens).astimezone(ZoneInfo(begins.zone)))
        told["zone"] = begins.zone
    return {
        "ref": ref,
        "round_id": number,
        "name": each.moment.id,
        "kind": kind_of(each.moment),
        "voice": voice,
        "opens_at": each.opens,
        "closes_at": closes,
        "opened": False,
        "closed": closes is None,
        "keyed": voice == "confidential",
        "spec": told,
        "waits_for": told.get(QUOTES, ""),
    }


def _measure(practice: Practice, series: str) -> Spoken:
    """What the numbers of a series are, as whoever gives them is asked."""
    return next(each.prompt for each in practice.moments if isinstance(each, Update) and each.series == series)


def _voice(moment: Moment) -> str:
    """A choice is never shown with a name: else people choose what their manager chose."""
    match moment:
        case Ask(voice=voice):
            return voice
        case Weigh():
            return "confidential"
        case _:
            return "named"


def _spec(moment: Moment) -> dict[str, Any]:
    """What is fixed when the round opens: a file that is changed later changes no round that runs."""
    match moment:
        case Ask(prompt=prompt, to=to, approve=approve):
            return {"prompt": prompt, "to": to} | ({"approve": True} if approve else {})
        case Weigh(prompt=prompt, among=among, show=show, pick=pick):
            return {"prompt": prompt, "among": among, "show": show, "pick": pick}
        case Share(text=text, alone=alone, speak_up=speak_up):
            return {"text": text, "alone": alone, "speak_up": speak_up}
        case Meet(about=about, minutes=minutes):
            return {"about": about, "minutes": minutes}
        case Match(among=among, size=size, draw=draw):
            return {"among": among, "size": size, "draw": draw}
        case Cohort(direction=direction, months=months, minutes=minutes):
            return {"by": "cohort", "direction": direction, "months": months, "minutes": minutes}
        case Sort(of=among) | Commit(among=among):
            return {"among": among}
        case Update(prompt=prompt, series=series):
            return {"prompt": prompt} | ({"series": series, "measure": prompt} if series else {})
        case _:
            return {}
