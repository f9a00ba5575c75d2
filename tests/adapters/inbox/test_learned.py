"""A guardian writes what they learned, is warned of what could name somebody, and everybody reads it after the fortnight."""

from storage.cases import learned
from storage.cases.learned import DAYS
from tests.adapters.inbox.front import inbox
from tests.storage.cases.chamber import Chamber, passphrase

TELLING = "On 3 November Sister Mary Holt told me that she was the only one who saw it."
PLAIN = "People on nights hear of changes last."


async def test_what_a_guardian_learned_is_looked_over_saved_changed_and_read(file_chamber: Chamber) -> None:
    chamber = file_chamber
    ines = await inbox(chamber)
    await ines.goes("/inbox/learned")
    assert "It carries no cases." in ines.text
    await ines.presses("Save for everybody", learned=TELLING)
    assert ines.answer.status_code == 409
    for said in ("This may show who raised something: names (", "Mary Holt", "3 November", "Nothing was saved yet."):
        assert said in ines.said("[data-wrong]")
    assert ines.said('[name="learned"]') == TELLING
    assert await learned.own(chamber.work, await chamber.guardian("Ines")) == ""  # nothing was saved
    await ines.presses("Save for everybody", learned=TELLING, anyway="yes")
    assert "Saved. Everybody can read it after Sunday" in ines.text
    await ines.presses("Save for everybody", learned=PLAIN)
    assert ines.said('[name="learned"]') == PLAIN
    await ines.presses("Save for everybody", learned="")
    assert "It is taken back." in ines.text
    await ines.presses("Save for everybody", learned="x" * 3001)
    assert "longer than 3,000 characters" in ines.text
    await ines.presses("Save for everybody", learned=" ")
    await ines.presses("Save for everybody", learned=PLAIN)
    tom = await inbox(chamber, "Tom")
    await tom.goes("/inbox/learned")
    assert PLAIN not in tom.answer.text
    chamber.day.passes(DAYS)
    await tom.goes("/inbox/learned")
    assert "Ines (guardian), Monday" in tom.text
    assert PLAIN in tom.text
    await tom.presses("Save for everybody", learned="And those on days.")
    assert tom.answer.text.count(PLAIN) == 1


async def test_the_text_for_staff_and_the_board_has_it_and_what_changed_is_looked_over_too(
    file_chamber: Chamber,
) -> None:
    chamber = file_chamber
    ines = await inbox(chamber)
    await ines.goes("/inbox/learned")
    await ines.presses("Save for everybody", learned=PLAIN)
    chamber.day.passes(DAYS)
    await ines.goes("/inbox/figures")
    await ines.presses("Publish", quarter="2026-Q3", changed=TELLING, sure="yes")
    assert "This may show who raised something" in ines.text
    assert "Nothing was published yet" in ines.text
    await ines.presses("Publish", quarter="2026-Q3", changed="Rotas are locked.", sure="yes")
    await ines.presses("What was raised, what changed, what was learned (text)")
    told = ines.answer.text
    assert told.index("Rotas are locked.") < told.index("What guardians learned") < told.index(PLAIN)


async def test_words_that_come_after_the_lock_stand_there_again(file_chamber: Chamber) -> None:
    ines = await inbox(file_chamber)
    await ines.goes("/inbox/learned")
    file_chamber.watch.at += 21 * 60
    await ines.presses("Save for everybody", learned=PLAIN)
    assert ines.answer.status_code == 401
    secret = {"passphrase": passphrase("Ines"), "code": file_chamber.code("Ines")}
    await ines.presses("Sign in", name="Ines", **secret)
    assert ines.said('[name="learned"]') == PLAIN
