"""Everybody chooses the language in which they are written to, and can leave that to the chat service again."""

from bot.events import Arrived, Profile
from storage.people import PersonRow, WishRow
from tests.conversations.conftest import on_every_door
from tests.conversations.test_note import FIRST, at_work, rows_of, wishes
from tests.harness import Colleague, Office

AS_IN_CHAT = "The same as in this chat app"


@on_every_door
async def test_a_language_that_was_chosen_stands_until_the_chat_service_s_is_chosen_again(office: Office) -> None:
    _, nurse, _ = await at_work(office, people=3)
    object.__setattr__(office.works.house, "languages", ("en", "de"))
    await wishes(nurse, Language="Deutsch")
    await nurse.dismisses()
    await says(office, nurse, "pl")
    assert await spoken_to(office, nurse) == ("de", "de", "pl")
    await nurse.visits_home()
    await nurse.presses("When may I write?")
    assert nurse.dialog.values["Language"] in ("Deutsch", "de")
    await nurse.fills({"Language": AS_IN_CHAT})
    await nurse.sends()
    assert "Kept." in nurse.dialog.text
    await nurse.dismisses()
    await wishes(nurse, **{"When may I write?": "Mornings, 07:00 to 12:00"})  # the rest of the form leaves it so
    assert "Kept." in nurse.dialog.text
    await nurse.dismisses()
    assert await spoken_to(office, nurse) == ("pl", None, None)
    await office.until(FIRST)
    assert "poniedzia\u0142ek 16 listopada" in nurse.newest.text
    await nurse.presses("When may I write?", on="Hello.")
    assert nurse.dialog.values["Language"] in (AS_IN_CHAT, "platform")
    await nurse.dismisses()
    await says(office, nurse, "de")
    assert await spoken_to(office, nurse) == ("de", None, None)


async def says(office: Office, who: Colleague, language: str) -> None:
    """The chat service says that somebody uses it in another language now."""
    told = Profile(who.name, language, "Europe/London")
    await office.works.bot.answer(Arrived(f"now:{language}", who.account, "changed", told))


async def spoken_to(office: Office, who: Colleague) -> tuple[str, str | None, str | None]:
    """In which language they are written to, which one they chose, and what is kept beside that."""
    [language] = [row.language for row in await rows_of(office, PersonRow) if row.name == who.name]
    [wish] = await rows_of(office, WishRow)
    return language, wish.language, wish.told_language
