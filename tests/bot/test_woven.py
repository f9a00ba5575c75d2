"""What somebody wrote stands within a sentence without two signs after one another."""

import pytest

from bot.woven import stopped, woven


@pytest.mark.parametrize(
    ("text", "said", "shown"),
    [
        ("We chose: {x}. Take four weeks.", "Hot food.", "We chose: Hot food. Take four weeks."),
        ("We chose: {x}. Take four weeks.", "Hot food", "We chose: Hot food. Take four weeks."),
        ("We chose: {x}. Take four weeks.", "Why not now?", "We chose: Why not now? Take four weeks."),
        ("We chose: {x}. Take four weeks.", "At last! ", "We chose: At last! Take four weeks."),
        ("We chose: {x}. Take four weeks.", "And then...", "We chose: And then... Take four weeks."),
        ("Do you know {x}?", "Hot food.", "Do you know Hot food?"),
        ("Do you know {x}?", "Who cares?", "Do you know Who cares?"),
        ("You chose {x}, and we mend it.", "Hot food.", "You chose Hot food, and we mend it."),
        ("You chose {x} and we mend it.", "Hot food.", "You chose Hot food and we mend it."),
        ("You chose {x}, and we mend it.", "Why not?", "You chose Why not?, and we mend it."),
        ("You chose first: {x}", "Hot food.", "You chose first: Hot food."),
        ("{x} Take four weeks. {x}.", "Hot food.", "Hot food. Take four weeks. Hot food."),
        ("Chosen: {x}.", "", "Chosen: ."),
        ("Chosen: {x}.", "Say {x}, <b>*now*</b> {answerer}", "Chosen: Say {x}, <b>*now*</b> {answerer}."),
    ],
)
def test_what_was_chosen_and_the_sentence_around_it_have_one_sign_between_them(
    text: str, said: str, shown: str
) -> None:
    assert woven(text, "{x}", said) == shown


def test_another_sentence_begins_after_a_full_stop() -> None:
    assert [stopped(each) for each in ("Food", "Food.", "Food?", "“Food.”", "“Food”")] == [
        "Food.",
        "Food.",
        "Food?",
        "“Food.”",
        "“Food”.",
    ]
