"""What stands on copies and tables that leave the inbox."""

from bot.words import Sentence

TAKEN_OUT = Sentence("cases.taken_out", "[taken out]")
COPY_TITLE = Sentence("cases.copy_title", "Something that was raised: a copy for an investigation")
COPY_FOR = Sentence("cases.copy_for", "For: {to}")
COPY_ABOUT = Sentence(
    "cases.copy_about",
    "A guardian has taken out what could say who raised it, and put the writing in plain letters. Please do not try to find "
    "out who it was: that can be an offence against them, and against the law that protects them.",
)
COPY_RAISED = Sentence("cases.copy_raised", "What was raised")
COPY_AFTERWARDS = Sentence("cases.copy_afterwards", "What was added later")
COPY_ENDS = Sentence("cases.copy_ends", "End of the copy. Please ask the guardian if something is not clear.")
