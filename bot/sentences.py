"""The few sentences that the core itself says: when a button leads nowhere, and when something went wrong."""

from bot.words import Sentence

NOWHERE = Sentence(
    "core.nowhere", "That button no longer leads anywhere. Open Hearback's Home to see what is open for you."
)
STRANGER = Sentence(
    "core.stranger",
    "I do not know you yet. Ask the people who run Hearback ({operator}) to add you, then try again.",
)
BROKEN = Sentence(
    "core.broken",
    "Something went wrong on our side, and nothing was changed. Please try again in a minute. Reference: {reference}.",
)
RECEIVED = Sentence(
    "core.received",
    "This had reached us before. If you saw no answer to it, look at Home whether it is there, and send it again if it is not.",
)
SORRY = Sentence("core.sorry", "Not now")
KEPT_WORDS = Sentence("core.kept_words", "Not sent yet")
YOUR_WORDS = Sentence("core.your_words", "What you entered")
SEND_AGAIN = Sentence("core.send_again", "Send again")
CLOSE = Sentence("core.close", "Close")
NUDGE = Sentence("core.nudge", "Raised something? Your words open any reply: press Speak up.")
CHANGED = Sentence("core.changed", "Raised, and what changed")
MEETING = Sentence("core.meeting", "Meeting")
ALL_STAFF = Sentence("core.all_staff", "all staff")
ALL_STAFF_TITLE = Sentence("core.all_staff_title", "All staff")
EVERYBODY_HERE = Sentence("core.everybody_here", "everybody in this network")
NEUTRAL = Sentence("core.neutral", "Hearback: something for you")
MORE_ON_HOME = Sentence("core.more_on_home", "There is more than fits here: the rest stands on Home.")
TAKEN_BACK = Sentence("core.taken_back", "something that was taken back")
EVERYBODY_IN = Sentence("core.everybody_in", "everybody in {circle}")
EVERY = tuple(value for value in list(globals().values()) if isinstance(value, Sentence))
