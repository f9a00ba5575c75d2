"""Every sentence on the page where a guardian says what they learned."""

from bot.words import Sentence

LEAD = Sentence(
    "inbox.learned.lead",
    "Once a fortnight: what you learned from your work, for the board and all staff. It carries no cases. Write what keeps "
    "coming up, what helped, and what the board should do.",
)
WRITE = Sentence("inbox.learned.write", "What I learned")
WRITE_HINT = Sentence(
    "inbox.learned.write_hint",
    "From {first} to {last}. It appears when these two weeks are over, with what colleagues wrote in them, under your name and "
    "role. Until then you can change it here, or empty the field to take it back.",
)
WRITE_NOT = Sentence(
    "inbox.learned.write_not",
    "No name, no place, no date and no number. Nothing that only one person could have told you, and nothing that is being "
    "looked into.",
)
KEEP = Sentence("inbox.learned.keep", "Save for everybody")
KEPT = Sentence("inbox.learned.kept", "Saved. Everybody can read it after {day}.")
TAKEN_BACK = Sentence("inbox.learned.taken_back", "It is taken back. Nothing of it will appear.")
MAY_SHOW = Sentence(
    "inbox.learned.may_show",
    "This may show who raised something: {found}. Change it, or tick the box to keep it as it is. Nothing was saved yet.",
)
ANYWAY = Sentence("inbox.learned.anyway", "Nobody can be told from it. Keep it as it is.")
THERE = Sentence("inbox.learned.there", "What everybody reads now")
NOTHING_THERE = Sentence("inbox.learned.nothing_there", "Nothing yet. Notes of the last twelve months stand here.")
SPAN = Sentence("inbox.learned.span", "{name} ({role}), {first} to {last}")
TITLE = Sentence("inbox.learned.title", "What guardians learned")
