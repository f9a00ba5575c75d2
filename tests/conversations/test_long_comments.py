"""Many long comments beside the fields of the answer back: they stay within what a dialog of Teams holds."""

import json

import pytest

from adapters.teams.render import dialog
from bot.words import Words
from conversations.steward import cards
from storage import examples as shown
from storage.ballots import LONGEST_COMMENT


@pytest.mark.parametrize("letter", ["e", "ę", "ท"])
def test_forty_long_comments_leave_room_for_the_fields_in_a_dialog_of_teams(letter: str) -> None:
    form = cards.answer_back(Words(), shown.CLOSED, {"score": shown.CELL}, [letter * LONGEST_COMMENT] * 40)
    assert len(json.dumps(dialog(form), ensure_ascii=False).encode()) < 28_000
