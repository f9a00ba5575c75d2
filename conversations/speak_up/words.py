"""Every sentence on the speak-up page."""

from bot.words import Sentence

TITLE = Sentence("speak_up.title", "Speak up")
DANGER = Sentence("speak_up.danger", "In danger now? Call 999. Not urgent, but a crime? Call 101.")
NOT_HERE = Sentence(
    "speak_up.not_here",
    "You cannot write to a guardian through Hearback yet. Please do not write a concern in this chat: it keeps it.",
)
GUARDIAN = Sentence(
    "speak_up.guardian", "Talk to your Freedom to Speak Up guardian, with your name kept private: {guardian}"
)
NO_GUARDIAN = Sentence(
    "speak_up.no_guardian",
    "Talk to your Freedom to Speak Up guardian. Your switchboard or a union representative knows who that is.",
)
OUTSIDE = Sentence(
    "speak_up.outside", "Outside your workplace: your union, the whistleblowing charity Protect, or your regulator."
)
TRACE = Sentence(
    "speak_up.trace",
    "Hearback does not record that you opened this page. The chat service knows that you pressed the button.",
)
EVERY = tuple(value for value in list(globals().values()) if isinstance(value, Sentence))
