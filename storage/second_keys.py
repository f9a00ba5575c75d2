"""Second keys: where a keeper is set, each question has one that somebody else makes and has until the close.

The keeper is asked between transactions and never in one: it may take seconds, and an answer must not wait for it.
"""

import hashlib
import hmac
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.conversation import Message
from bot.keeper import Given, Keeper, NotGiven
from bot.programme import Template, write_wall
from bot.values import dataclass, field
from storage import ballots, directory
from storage.ballots import Urn
from storage.due import Opening, all_due
from storage.outbox import put
from storage.secrets import Secrets
from storage.work import Work

NOT_OPENED = "steward.not_opened"
LATE = timedelta(hours=1)
"""How long the keeper may be silent before anybody hears of it."""
GONE = timedelta(days=30)
"""A keeper destroys its key by itself this long after the close."""
REFS_KEY = "second-keys"


@dataclass(frozen=True, slots=True)
class Second:
    """What a round opens with: under which name the keeper has its key, until when, and the public half (32 bytes)."""

    ref: str
    closes: datetime
    key: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Seconds:
    """Second keys by the programme's number. Those in `missing` cannot open yet; `late` are those of which to tell."""

    found: Mapping[int, Second] = field(default_factory=dict)
    missing: frozenset[int] = frozenset()
    late: tuple[Opening, ...] = ()


async def wanted(work: Work, templates: Mapping[str, Template], now: datetime) -> list[Opening]:
    """The programmes that are due and ask without names."""
    due = await all_due(work, templates, now)
    return [each for each in due if each.template.ask.voice == "unlinked" and each.in_time(now)]


async def ask_for(keeper: Keeper, secrets: Secrets, openings: Sequence[Opening], now: datetime) -> Seconds:
    """Has the keeper make a key for each."""
    found, missing, late = {}, set(), []
    for each in openings:
        ref = _ref(secrets, each)
        match await keeper.keep(ref, each.when.closes):
            case Given(key):
                found[each.id] = Second(ref, each.when.closes, key)
            case NotGiven(asked=asked):
                missing.add(each.id)
                late += [each] if asked and now >= each.when.opens + LATE else []
    return Seconds(found, frozenset(missing), tuple(late))


async def tell_stewards(connection: AsyncConnection, late: Sequence[Opening], now: datetime) -> None:
    """That these have not opened, once for each round."""
    stewards = await directory.members(connection, directory.STEWARDS)
    causes = [(f"keeper:{each.ref}", f"{each.ref}:{write_wall(each.wall)}:keeper") for each in late]
    told = [Message(who.id, NOT_OPENED, ref, cause, counts=False) for who in stewards for ref, cause in causes]
    await put(connection, told, now)


async def half_of(keeper: Keeper | None, urn: Urn) -> Given | NotGiven:
    """The secret half of a question's second key, if the keeper gives it out and it is the right one."""
    if keeper is None:
        return NotGiven("no keeper is set")
    found = await keeper.give(urn.ref)
    if isinstance(found, Given) and not ballots.fits(urn, found.key):
        return NotGiven("another key")
    return found


async def destroyed(keeper: Keeper | None, urn: Urn, closed: datetime, now: datetime) -> bool:
    """Whether there is nothing left to do at the keeper for this question. Without one there is nobody to ask."""
    if not urn.kept or keeper is None or now >= closed + GONE:
        return True
    return await keeper.destroy(urn.ref)


def _ref(secrets: Secrets, opening: Opening) -> str:
    """The same for the same round each time it is tried, and guessed by nobody: so a try that broke off leaves no second
    key behind. With another close it is another, because a keeper never changes a close."""
    told = f"{opening.ref}:{write_wall(opening.wall)}:{opening.when.closes.isoformat()}"
    return hmac.digest(secrets.lasting(REFS_KEY), told.encode(), hashlib.sha256)[:16].hex()
