"""Every sentence on the page of figures."""

from bot.words import Sentence

LEAD = Sentence(
    "inbox.figures.lead",
    "Your table counts what was raised with you, and nothing else: each case once, however many people read it. What staff "
    "and the board see is published once and never counted again.",
)
ROLLING = Sentence("inbox.figures.rolling", "Twelve months up to {quarter}")
ROLLING_HINT = Sentence(
    "inbox.figures.rolling_hint",
    "Added up from what was published. Cases whose authors chose the same people are counted together. Where fewer than five "
    "stand behind a figure, or could be worked out from it, nothing is shown. So there may always be more.",
)
NAMED = Sentence("inbox.figures.named", "{name} ({role})")
COUNTED = Sentence("inbox.figures.counted", "Counted: what was raised with {who}.")
UNCOUNTED = Sentence(
    "inbox.figures.uncounted",
    "Not counted yet: what was raised only with {whom}. They are {n} of those on the list.",
    one="Not counted yet: what was raised only with {whom}.",
)
NONE_YET = Sentence("inbox.figures.none_yet", "Nothing was published yet")
NONE_YET_HINT = Sentence(
    "inbox.figures.none_yet_hint", "Publish a table below. In a small organisation once a year shows most."
)
ELEMENT = Sentence("inbox.figures.element", "About")
CASES = Sentence("inbox.figures.cases", "Cases")
ALL = Sentence("inbox.figures.all", "All cases")
HIDDEN = Sentence("inbox.figures.hidden", "Not enough to show")
LEAST = Sentence("inbox.figures.least", "at least {n}")
PUBLISH = Sentence("inbox.figures.publish", "Publish a table")
PUBLISH_HINT = Sentence(
    "inbox.figures.publish_hint",
    "It holds the quarters since your last table, four at most. What was raised with a colleague too, and is in their table, "
    "is not counted once more. It cannot be changed or taken back. Cases that come to it later are left out for good.",
)
UP_TO = Sentence("inbox.figures.up_to", "Up to the end of")
CHANGED = Sentence("inbox.figures.changed", "What was raised, what changed")
CHANGED_HINT = Sentence(
    "inbox.figures.changed_hint",
    "For all staff to read. Say what is done differently now. Write nothing that only one person could have raised, and no "
    "number that the table does not show.",
)
SURE = Sentence("inbox.figures.sure", "All staff may read this, for good")
STILL_YOURS = Sentence("inbox.figures.still_yours", "What you wrote; it was not published")
GO = Sentence("inbox.figures.go", "Publish")
NOTHING_OPEN = Sentence(
    "inbox.figures.nothing_open", "You have published every quarter that is over. Come back when this one is over."
)
TABLES = Sentence("inbox.figures.tables", "Published tables")
SPAN_BY = Sentence("inbox.figures.span_by", "{first} to {last}, published by {name} ({role})")
BOARD = Sentence("inbox.figures.board", "All tables (CSV, for staff and the board)")
STAFF = Sentence("inbox.figures.staff", "What was raised, what changed, what was learned (text)")
STAFF_TITLE = Sentence("inbox.figures.staff_title", "What was raised with the guardians, and what changed")
STAFF_LINE = Sentence("inbox.figures.staff_line", "{what}: {cases}")
NATIONAL = Sentence("inbox.figures.national", "National return")
NATIONAL_HINT = Sentence(
    "inbox.figures.national_hint",
    "Exact counts of every case that you read, small ones too, for the body that collects them and for nobody else. What a "
    "colleague reads as well is in their return too. Pass it on to no manager: a count of one can be a person.",
)
QUARTER = Sentence("inbox.figures.quarter", "Quarter")
DOWNLOAD = Sentence("inbox.figures.download", "Download the exact counts")
PUBLISHED = Sentence("inbox.figures.published", "The table is published.")
