"""A guardian signs in, finds a case, reads it, answers, and closes it with an outcome; the reporter reads all of it."""

from tests.adapters.inbox.front import front, served
from tests.storage.cases.chamber import Chamber

SAID = "The rota was changed after the audit, and we were told to say nothing."


async def test_from_signing_in_to_the_outcome(chamber: Chamber) -> None:
    receipt = await chamber.files(SAID, ["Ines", "Tom"], unit="Theatre")
    ines = front(served(chamber))
    assert (await ines.goes("/inbox")).status_code == 401
    assert SAID not in ines.text
    await ines.signs_in(chamber, "Ines")
    assert ines.answer.url.path == "/inbox"
    assert "Risk of harm" in ines.text
    assert "Bullying or harassment · Theatre" in ines.text
    await ines.opens()
    assert SAID in ines.text
    await ines.presses("Mark as read")
    assert "Ines said that a person has read it." in ines.text
    await ines.presses("Send the reply", reply="I look into it this week.")
    assert "The reply is there for them to read." in ines.text
    assert "Ines (you) to whoever raised it" in ines.text
    assert await chamber.sees(receipt) == [(SAID, "me"), ("read", "Ines"), ("I look into it this week.", "Ines")]
    await ines.presses("Send and close", outcome="The rota is back. The audit is repeated.")
    assert "Ines closed the case." in ines.text
    told = await chamber.sees(receipt)
    assert told is not None
    assert told[-2:] == [("The rota is back. The audit is repeated.", "Ines"), ("closed", "Ines")]
    await ines.presses("Sign out")
    assert (await ines.goes("/inbox")).status_code == 401
