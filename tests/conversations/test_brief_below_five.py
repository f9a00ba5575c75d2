"""Words in confidence are read by nobody where fewer than five people stand by them: not at first, and not afterwards."""

from tests.conversations.briefing import ASKED, LATE, brief_comes, brief_of, known, moment_of
from tests.conversations.test_brief_kept import CONFIDENTIAL, NO, YES, _opened, _shares, hired
from tests.harness import Office


async def test_four_in_confidence_are_no_brief_and_nothing_keeps_the_round_from_ending(bare: Office) -> None:
    maya, *people = await hired(bare, "Amara Okafor", "Bela Smith", "Cai Lee", "Dev Rao")
    known(bare, ASKED, "name", voice="confidential")
    await brief_comes(bare, maya, dict.fromkeys(people, "Secret words."))
    assert "Secret" not in "\n".join(each.text for each in maya.messages())
    await bare.until(LATE)
    assert "Maya Osei promised" not in await people[0].visits_home()
    await _shares(maya)
    assert "Sent." in maya.dialog.text


async def test_what_four_are_left_of_is_read_by_nobody_and_an_answer_stays_without_the_words(bare: Office) -> None:
    maya, *people = await hired(bare, "Amara Okafor", "Bela Smith", "Cai Lee", "Dev Rao", "Efe Ali", "Fay Brown")
    known(bare, ASKED, "name", voice="confidential")
    await brief_comes(bare, maya, {who: f"Secret words {n}." for n, who in enumerate(people)})
    one, ask = await brief_of(bare), await moment_of(bare, "name")
    await bare.forges(maya, NO, f"{one.on.ref}.0", {"why": "No money."})
    await bare.forges(maya, YES, f"{one.on.ref}.1", {"what": "Rotas come earlier.", "due_on": "2026-12-20"})
    await maya.dismisses()
    await bare.forges(people[0], "say.take_back", ask.on.ref, {})
    assert "Secret words" in await _opened(maya)
    await maya.dismisses()
    await bare.forges(people[1], "say.take_back", ask.on.ref, {})
    await bare.until(LATE)
    shown = await _opened(maya)
    assert "fewer than 5 people said something in confidence, so nobody reads the rest" in shown
    await maya.presses("Read it all")
    in_full = maya.dialog.text
    await maya.dismisses()
    home = await maya.visits_home()
    assert "so nobody reads it any more and you need not answer it; say what came of the round by Monday 30" in home
    await maya.presses("Say what came of it")
    form = maya.dialog.text
    assert "Fewer than 5 people said something in confidence" in form
    for each in (shown, in_full, home, form):
        assert "Secret" not in each
    for each in (shown, in_full, form):
        assert CONFIDENTIAL in each
        assert "No money." in each
    await maya.fills({"What came of it?": "That."})
    await maya.sends()
    assert "Sent." in maya.dialog.text
