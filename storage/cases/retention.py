"""Says which closed cases come to the end of their time, and deletes them when a guardian who reads them says so.

The server cannot do it by itself: it cannot tell a case from a decoy. Where others read it too, two must say so. Fourteen
and three days before, everybody who reads a case sees so in the inbox. Nothing is due that has an unread or a newer message,
that has no outcome, or is held.
"""

import calendar
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Literal

from bot.values import dataclass
from storage.cases import merging, policy
from storage.cases.casework import Casework
from storage.cases.ending import OnHold
from storage.cases.opening import Case, open_all
from storage.cases.policy import Policy
from storage.cases.sessions import Guardian
from storage.threads import readers, rows, transcript
from storage.threads.recipients import Recipient
from storage.threads.transcript import Saying

FIRST, LAST = timedelta(days=14), timedelta(days=3)
AGREES = "agrees to its end"
Stage = Literal["soon", "very soon", "due"]


@dataclass(frozen=True, slots=True, repr=False)
class Notice:
    """A case and the day on which its time is over: 14 days or fewer before, 3 or fewer, or over."""

    case: Case
    on: date
    stage: Stage


def notices(work: Casework, every: Sequence[Case]) -> list[Notice]:
    """What this guardian is told today, the earliest first. Writes nothing."""
    rule, today, found = policy.kept(work.cabinet.secrets), work.cabinet.today(), []
    for case in every:
        over = ends(case, every, rule)
        if over and today >= over - FIRST:
            stage: Stage = "due" if today >= over else "very soon" if today >= over - LAST else "soon"
            found.append(Notice(case, over, stage))
    return sorted(found, key=lambda each: (each.on, each.case.name))


def ends(case: Case, every: Iterable[Case], rule: Policy | None) -> date | None:
    """The first day on which a case may be deleted because of its age; None where there is none."""
    held = merging.card_of(case, every := list(every))
    if rule is None or rule.inquiry or not case.card_holds or held.status != "closed" or held.hold or case.card.hold:
        return None
    if merging.leading(case, every) is case and len(merging.together(case, every)) > 1:
        return None  # those that it leads go first
    if not all(each.verified for each in case.messages) or not _closed_last(case):
        return None
    last = max(each.opens for each in (*case.messages, *case.notes) if each.verified and AGREES not in each.about)
    over = _months_later(last, rule.months) + timedelta(days=1)
    return max([over, *(keep + timedelta(days=1) for keep in (held.keep, case.card.keep) if keep)])


def agreed_by(case: Case, over: date) -> list[Recipient]:
    """Who reads the case, and said after its time was over that it goes."""
    said = [each for each in case.notes if each.verified and each.by and AGREES in each.about and each.opens >= over]
    return list({each.by.signs: each.by for each in said if each.by and each.by.opens in case.readers}.values())


async def delete(work: Casework, guardian: Guardian, case: Case, why: str) -> bool:
    """Deletes a case whose time is over, for good, as the second of two who read it; the first is noted, with `why`, and
    gets False. Where one reads it alone, the policy stands for the second. Raises OnHold, Gone, NothingSaid, ThreadFull."""
    rule, every = policy.kept(work.cabinet.secrets), await open_all(work, guardian)
    now = next((each for each in every if each.opened.token == case.opened.token), None)
    if now is None:
        raise readers.Gone
    over = ends(now, every, rule)
    if over is None or work.cabinet.today() < over or await _waits_for_its_window(work, now):
        raise OnHold
    others = {each for each in now.readers_in(guardian.directory) if each.valid(work.cabinet.today())} - {
        guardian.named
    }
    agreed = agreed_by(now, over)
    if others and not others & set(agreed):
        if guardian.named not in agreed:
            noted = Saying(guardian.key.signs, "note", why, work.cabinet.today(), {AGREES: "yes"})
            await readers.add_note(work.cabinet, now.opened, noted)
        return False
    await readers.erase(work.cabinet, now.opened)
    return True


async def _waits_for_its_window(work: Casework, case: Case) -> bool:
    """Whether something was said that is not let through yet."""
    there = await rows.find(work.cabinet, transcript.bases(case.opened.token))
    told = transcript.read_rows(case.opened.token, there, case.opened.keys.opens)
    return any(row.frame is None or row.frame.opens > work.cabinet.today() for row in told)


def _closed_last(case: Case) -> bool:
    """Whether nobody said anything after an outcome was told and the case closed, but whether they would speak up again."""
    said = [each for each in case.messages if each.kind not in ("feedback", "readers")]
    return bool(said) and said[-1].kind == "state" and said[-1].text == "closed"


def _months_later(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > date.max.year:
        return date.max
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
