"""What people wrote is shown as they wrote it: no mark of theirs becomes formatting, and no line too many is refused."""

import pytest

from adapters.slack import render
from adapters.slack.text import escaped
from bot.ui import Facts, Note, Quote, Text
from tests.drivers import fake_slack_screen as screen
from tests.drivers.fake_slack_limits import message_faults


def test_words_of_people_are_shown_word_for_word() -> None:
    words = "*lift* is ~again~ _out_ `now` :skull: &amp; <b>"
    blocks = (Text(words), Note(words), Quote(words), Facts((("Said", words), ("Short", words[:18]), (words, "x"))))
    drawn = render.drawn(blocks)
    for block in drawn:
        for shown in [block.get("text"), *block.get("elements", ()), *block.get("fields", ())]:
            if shown and shown["text"] not in ("*Said*", "*Short*"):  # labels of ours
                assert (shown["type"], shown["emoji"]) == ("plain_text", False)
    shown = [words, words, f"> {words}", "Said", words, f"Short: {words[:18]}", f"{words}: x"]
    assert screen.of_message({"text": escaped(words), "blocks": drawn}).text == "\n\n".join(shown)


@pytest.mark.parametrize("text", ["x\n" * 900, "x" + "\n" * 1998 + "y", "&\n" * 700])
def test_a_quotation_of_many_lines_fits(text: str) -> None:
    assert message_faults(render.drawn((Quote(text),))) == []
