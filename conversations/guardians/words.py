"""Every sentence that guardians, and whoever watches over them, are told in chat."""

from bot.words import Sentence

DIGEST = Sentence("guardians.digest", "Hearback: something for you. Please open your inbox today.")
DIGEST_TEXT = Sentence(
    "guardians.digest_text",
    "You get these words at this time on every working day, whatever there is. They do not say whether something came.",
)
PING = Sentence("guardians.ping", "Hearback: something for you. Please open your inbox now.")
PING_TEXT = Sentence("guardians.ping_text", "All who are on the list get these words. They say no more on purpose.")
AWAY = Sentence("guardians.away", "Hearback: something for you. You have not been in your inbox for a while.")
AWAY_TEXT = Sentence(
    "guardians.away_text",
    "Please look today, or ask a colleague to stand in. People were promised an answer in three working days. After a week, "
    "whoever watches over this hears that a guardian is away.",
)
INACTIVE = Sentence("guardians.inactive", "Hearback: something for you. A guardian has been away for a week.")
INACTIVE_TEXT = Sentence(
    "guardians.inactive_text",
    "Somebody on the list has not been able to say for a week that nobody waits for them. Please ask each guardian. Hearback "
    "does not know what is in the inbox, or if there is anything in it.",
)
EVERY = tuple(value for value in list(globals().values()) if isinstance(value, Sentence))
