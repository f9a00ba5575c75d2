"""Every sentence that people read of a practice that waits for somebody's yes before it starts."""

from bot.words import Sentence

PROPOSED = Sentence(
    "practices.proposed",
    "Nothing has started yet. Every other steward now finds it on Home and can agree. It stands on yours until then.",
)
NOBODY_ELSE = Sentence("practices.nobody_else", "There is no other steward to agree. Name one first.")
ASKED = Sentence(
    "practices.asked",
    "Nothing has started yet. {answerer} is asked first, and you hear what they say. It stands on your Home until then.",
)
ASK_FIRST = Sentence("practices.ask_first", "Ask them first")
ASKS_YOU = Sentence(
    "practices.asks_you",
    "{by} would like to start {title} for {whom}, and asks you to say what came of it. Nothing starts unless you say yes.",
)
SAY_YES = Sentence("practices.say_yes", "Yes, I will")
SAY_NO = Sentence("practices.say_no", "No")
SAID_YES = Sentence("practices.said_yes", "Thank you. Another steward has to agree before it starts.")
SAID_NO = Sentence("practices.said_no", "That is fine. {by} hears that somebody else is needed.")
WAITS = Sentence(
    "practices.waits",
    "{by} would like to start {title} for {whom}. A second steward has to agree: since {day} it waits.",
)
MINE_ASKS = Sentence(
    "practices.mine_asks", "{title}, for {whom}, has not started: on {day} {answerer} was asked to say what came of it."
)
MINE_SECOND = Sentence(
    "practices.mine_second", "{title}, for {whom}, has not started: since {day} it waits for another steward to agree."
)
MINE_REFUSED = Sentence(
    "practices.mine_refused",
    "{title}, for {whom}, was not started: {answerer} would rather not say what came of it. Start it with somebody else.",
)
MINE_DECLINED = Sentence(
    "practices.mine_declined", "{title}, for {whom}, was not started: on {day} another steward said not now."
)
MINE_VOID = Sentence(
    "practices.mine_void",
    "{title}, for {whom}, was not started: since it was proposed, people or parts have changed. Start it anew.",
)
VOID = Sentence(
    "practices.void", "It was not started: since it was proposed, people or parts have changed. {by} hears that."
)
PROPOSED_ALREADY = Sentence(
    "practices.proposed_already",
    "{by} has proposed this for the same people already, and it waits. Speak with them first.",
)
MINE_STARTED = Sentence(
    "practices.mine_started",
    "{title}, for {whom}, was started. It first opens on {day}; {answerer} says what came of it.",
)
WITHDRAW = Sentence("practices.withdraw", "Withdraw it")
PUT_AWAY = Sentence("practices.put_away", "Put it away")
WITHDRAWN = Sentence("practices.withdrawn", "It is gone, and nothing was started.")
LOOK_AT_IT = Sentence("practices.look_at_it", "Look at it")
AGREE = Sentence("practices.agree", "Agree and start")
DECLINE = Sentence("practices.decline", "Not now")
DECLINED = Sentence("practices.declined", "It was not started. {by} hears that.")
OWN = Sentence("practices.own", "You proposed this, so somebody else has to agree.")
EVERY = tuple(value for value in list(globals().values()) if isinstance(value, Sentence))
