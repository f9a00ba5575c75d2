"""A guardian opens a thousand cases in one session, in less than five seconds of work of a usual core."""

import time

import pytest

from storage.cases import filing, opening
from storage.cases.filing import Report
from storage.threads import frames, rows, transcript
from storage.threads.envelope import as_holder, fresh, later, public
from storage.threads.keys import from_master
from storage.threads.pool import Minted
from storage.threads.receipts import mint
from storage.threads.recipients import RecipientKey
from tests.storage.cases.chamber import UNITS, Chamber

CASES, SECONDS = 1000, 5.0
SLOWER = 3.5
"""On a slow or busy machine: so many times what it takes to try the key on every cell, which nothing can spare."""


@pytest.mark.attack
async def test_a_thousand_cases_are_open_within_five_seconds_of_work(file_chamber: Chamber) -> None:
    """Each with a report and two more messages that are somebody else's: what is not for Ines costs her as much."""
    chamber = file_chamber
    new: list[rows.New] = []
    for number in range(CASES):
        minted = Minted(mint(), from_master(number.to_bytes(32, "big")))
        report = Report(f"Number {number}.", "behaviour", chamber.opens("Ines"), urgent=True)
        new += await filing.prepared(chamber.work, minted, report, UNITS)
        bases = transcript.bases(minted.keys.token)[1:3]
        frame = transcript.Saying(minted.keys.signs, "said", "More.", chamber.day.today, {}).frames()[0]
        raws = [(base, frames.written(frame, minted.keys.signs, base)) for base in bases]
        new += [rows.New(base, later(fresh().opens, raw)) for base, raw in raws]
    assert await rows.add(chamber.work.cabinet, new)
    ines = await chamber.guardian("Ines")
    begun = time.process_time()
    cases = await opening.open_all(chamber.work, ines)
    took = time.process_time() - begun
    assert sorted(int(case.messages[0].text[7:-1]) for case in cases) == list(range(CASES))
    assert took < max(SECONDS, SLOWER * await floor(chamber, ines.key))


async def floor(chamber: Chamber, key: RecipientKey) -> float:
    """Seconds of work to try one key on every cell of as many rows, from a hundred decoys."""
    decoys = [each.inner for each in await rows.make_decoys(100)]
    own, begun = public(key.opens), time.process_time()
    for inner in decoys:
        as_holder(inner, key.opens, own)
    return (time.process_time() - begun) * len(await chamber.stored()) / len(decoys)
