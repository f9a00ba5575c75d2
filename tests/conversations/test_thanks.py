"""Thank-yous that are not so plain: several people of one name, oneself, strangers, words that are too long."""

from collections.abc import Sequence

from sqlalchemy import select

from bot.events import Opened
from storage.given import ThanksRow
from storage.loop import DeliveryRow
from tests.harness import Colleague, Office
from tests.together import runs

WHO, WHY, READS = "Whom would you like to thank?", "What for?", "Who may read it?"


async def test_people_of_one_name_are_told_apart_and_nothing_is_lost_on_the_way(bare: Office) -> None:
    amara, (one, other) = await _thursday(bare, "Bela Smith", "Bela Smith")
    await _writes(amara, "bela smith", "You stayed. *Twice* <!channel>.")
    assert amara.dialog.errors == ("There are 2 people of that name. Choose one, and send it again.",)
    await amara.fills({"Whom do you mean?": "Bela Smith, Theatres"})
    await amara.sends()
    assert "Bela Smith reads it on Home now" in amara.dialog.text
    homes = [await one.visits_home(), await other.visits_home()]
    assert ["You stayed. *Twice* <!channel>." in home for home in homes] == [False, True]


async def test_what_cannot_be_sent_is_said_beside_the_field(bare: Office) -> None:
    amara, _ = await _thursday(bare, "Bela Smith")
    for name, why, said in (
        ("Zoë", "Thank you.", "Nobody here is called that. Check the spelling, or write less of it."),
        ("amara okafor", "Thank you.", "That is you. Whom would you like to thank?"),
        ("o", "Thank you.", "More than 10 people are called that. Write more of the name."),
        ("Bela", "x" * 301, "That is 301 characters. Please shorten it to 300."),
    ):
        await _writes(amara, name, why)
        assert amara.dialog.errors == (said,)
        await amara.dismisses()


async def test_somebody_who_is_neither_of_the_two_removes_nothing(bare: Office) -> None:
    amara, (bela, chidi) = await _thursday(bare, "Bela Smith", "Chidi Eze")
    await _writes(amara, "bela", "You stayed.")
    async with bare.works.database.begin() as connection:
        ref = (await connection.execute(select(ThanksRow.ref))).scalar_one()
    for action in ("thanks.remove", "thanks.keep_private"):
        await bare.works.bot.answer(Opened(action, chidi.account, action, ref))
    assert "Amara Okafor thanks you, and everybody may read it: You stayed." in await bela.visits_home()


async def test_a_thank_you_sends_no_message_of_its_own(bare: Office) -> None:
    amara, _ = await _thursday(bare, "Bela Smith")
    await _writes(amara, "bela", "You stayed.")
    async with bare.works.database.begin() as connection:
        sent = set((await connection.execute(select(DeliveryRow.card))).scalars())
    assert sent <= {"note.weekly"}


async def _thursday(office: Office, *names: str) -> tuple[Colleague, Sequence[Colleague]]:
    dario = await office.hire("Dario Moretti")
    amara = await office.hire("Amara Okafor")
    teams = ("Ward 7", "Theatres")
    others = [await office.hire(name, team=team) for name, team in zip(names, teams, strict=False)]
    await office.hire_many(11)
    await runs(office, "thank-you", dario)
    await office.until("2026-11-12T10:00")
    return amara, others


async def _writes(who: Colleague, name: str, why: str) -> None:
    await who.visits_home()
    await who.presses("Say thank you")
    await who.fills({WHO: name, WHY: why, READS: "Everybody: some of these stand in the weekly note"})
    await who.sends()
