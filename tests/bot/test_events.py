"""What comes in is made readable before anything is done with it."""

import pytest

from bot.events import Submitted, readable
from tests.bot.toy import AMARA


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("a\0b", "ab"),
        ("half \ud800 of one", "half  of one"),
        ("\u200b\u00a0", ""),
        ("Zażółć 👩\u200d⚕️", "Zażółć 👩\u200d⚕️"),
    ],
)
def test_what_cannot_be_kept_is_dropped_and_what_cannot_be_seen_is_nothing(sent: str, kept: str) -> None:
    for ref, stays in (("r1", "r1"), ("ř", "")):
        event = readable(Submitted("e9", AMARA, "toy.send", ref, {"said": sent}))
        assert isinstance(event, Submitted)
        assert (event.ref, event.values) == (stays, {"said": kept})
