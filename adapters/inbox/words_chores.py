"""Every sentence about adding a case, taking a copy out, putting cases together, how a case counts, and when its time ends."""

from bot.words import Sentence

HOW = {
    "in-person": Sentence("inbox.how.in_person", "in person"),
    "phone": Sentence("inbox.how.phone", "by phone"),
    "mail": Sentence("inbox.how.mail", "by mail"),
}
DOORS = {
    "open": Sentence("inbox.door.open", "openly"),
    "confidential": Sentence("inbox.door.confidential", "in confidence"),
    "anonymous": Sentence("inbox.door.anonymous", "without a name"),
}
GROUPS = {
    "additional-clinical-services": Sentence("inbox.group.clinical", "Additional clinical services"),
    "scientific-and-technical": Sentence("inbox.group.technical", "Professional, scientific and technical"),
    "administrative-and-clerical": Sentence("inbox.group.clerical", "Administrative and clerical"),
    "allied-health": Sentence("inbox.group.allied", "Allied health professionals"),
    "estates-and-ancillary": Sentence("inbox.group.estates", "Estates and ancillary"),
    "healthcare-scientists": Sentence("inbox.group.scientists", "Healthcare scientists"),
    "medical-and-dental": Sentence("inbox.group.medical", "Medical and dental"),
    "nursing-and-midwifery": Sentence("inbox.group.nursing", "Nursing and midwifery, registered"),
    "students": Sentence("inbox.group.students", "Students"),
    "other": Sentence("inbox.group.other", "Others"),
    "not-known": Sentence("inbox.group.not_known", "Not known"),
}
AGAIN = {
    "yes": Sentence("inbox.again.yes", "Yes"),
    "no": Sentence("inbox.again.no", "No"),
    "maybe": Sentence("inbox.again.maybe", "Maybe"),
}
SAID_AGAIN = {
    "yes": Sentence("inbox.said_again.yes", "Asked whether they would speak up again, they said: yes."),
    "no": Sentence("inbox.said_again.no", "Asked whether they would speak up again, they said: no."),
    "maybe": Sentence("inbox.said_again.maybe", "Asked whether they would speak up again, they said: maybe."),
}
OFFICES = {
    "safeguarding": Sentence("inbox.office.safeguarding", "Safeguarding"),
    "hr": Sentence("inbox.office.hr", "HR"),
    "police": Sentence("inbox.office.police", "Police"),
    "investigator": Sentence("inbox.office.investigator", "An investigator"),
    "regulator": Sentence("inbox.office.regulator", "A regulator"),
    "other": Sentence("inbox.office.other", "Somebody else"),
}
DID = {
    "left": Sentence("inbox.did.left", "{name} took a copy out of the house. Read what left"),
    "merged": Sentence("inbox.did.merged", "{name} put this together with another case. Read why"),
}
TOLD_BY = Sentence("inbox.told_by", "As told to {name}")
BY = Sentence("inbox.by", "Raised by")
CHOOSE = Sentence("inbox.choose", "Choose")

ADD_LEAD = Sentence(
    "inbox.add.lead",
    "For what you were told in person, by phone or by mail, so that there is one list. It is kept like every other case. "
    "Whoever raised it gets no receipt, so they cannot answer here.",
)
ADD_TEXT = Sentence("inbox.add.text", "What you were told")
ADD_TEXT_HINT = Sentence("inbox.add.text_hint", "In your own words. Leave out what is not needed to act on it.")
LONGEST = Sentence("inbox.add.longest", "Up to 12,000 characters.")
LONGEST_EACH = Sentence("inbox.copy.longest", "Each takes up to 12,000 characters.")
TOO_LONG = Sentence(
    "inbox.add.too_long",
    "One of the texts is longer than 12,000 characters. Make it shorter; all your words are still here.",
)
ADD_ABOUT = Sentence("inbox.add.about", "About")
ADD_HOW = Sentence("inbox.add.how", "How you were told")
ADD_DOOR = Sentence("inbox.add.door", "They raised it")
ADD_ON = Sentence("inbox.add.on", "On which day")
ADD_GROUP = Sentence("inbox.add.group", "Their worker group, if you know it")
ADD_WHO = Sentence("inbox.add.who", "Who raised it, if they agreed to that being written down")
ADD_AGREED = Sentence("inbox.add.agreed", "They agreed that their name is kept here")
ADD_TO = Sentence("inbox.add.to", "Who reads it besides you")
ADD_GO = Sentence("inbox.add.go", "Add the case")
TABLE = Sentence("inbox.table", "Add earlier cases from a table")
TABLE_HINT = Sentence(
    "inbox.table.hint",
    "Copy the cells in your spreadsheet, with the column names in the first line, and paste them here; or paste a CSV file. "
    "All lines are added, or none. Pasting a table twice adds nothing twice. Only you read these cases, until you hand them "
    "over.",
)
TABLE_COLUMNS = Sentence("inbox.table.columns", "Columns: {columns}. The first five are needed.")
TABLE_CHOICES = Sentence("inbox.table.choices", "What can stand in the columns")
TABLE_PASTE = Sentence("inbox.table.paste", "The table")
TABLE_GO = Sentence("inbox.table.go", "Add all of them")
TABLE_WRONG = Sentence("inbox.table.wrong", "Nothing was added. Put these right and send the table again.")
TABLE_DONE = Sentence("inbox.table.done", "{n} cases were added.", one="{n} case was added.")
LINE = Sentence("inbox.table.line", "Line {line}, {column}: {why}")
LINE_ONLY = Sentence("inbox.table.line_only", "Line {line}: {why}")
FAULTS = {
    "not a table": Sentence(
        "inbox.fault.not_a_table", "the cells cannot be told apart; look for a quotation mark too many."
    ),
    "not UTF-8": Sentence("inbox.fault.not_utf8", "the letters cannot be read; save the file as CSV UTF-8."),
    "too much": Sentence("inbox.fault.too_much", "too much at once; take up to 500 lines."),
    "no lines": Sentence("inbox.fault.no_lines", "there is no line below the column names."),
    "column missing": Sentence("inbox.fault.column_missing", "this column is missing; add it."),
    "column unknown": Sentence("inbox.fault.column_unknown", "there is no such column; take it out."),
    "wrong number of cells": Sentence("inbox.fault.cells", "it has more or fewer cells than the first line."),
    "not a day": Sentence("inbox.fault.not_a_day", "that is no day; write 2026-04-03 or 03/04/2026."),
    "in the future": Sentence("inbox.fault.in_the_future", "that day has not come yet."),
    "not offered": Sentence("inbox.fault.not_offered", "there is no such choice; see what can stand in the columns."),
    "says nothing": Sentence("inbox.fault.says_nothing", "there is nothing in it; say what was raised."),
    "too long": Sentence("inbox.fault.too_long", "it is too long; shorten it."),
    "not agreed": Sentence(
        "inbox.fault.not_agreed", "a name needs yes under who_agreed, and not anonymous under door."
    ),
    "needs an outcome": Sentence(
        "inbox.fault.needs_an_outcome", "a closed case needs an outcome, and only a closed one."
    ),
    "not yes or no": Sentence("inbox.fault.not_yes_or_no", "write yes or no."),
}

FILE = Sentence("inbox.file", "Record")
NO_RECEIPT = Sentence(
    "inbox.no_receipt",
    "You were told of this case, so nobody has a receipt for it. Answer them the way they came to you, and write down here "
    "what you said.",
)
COUNTS = Sentence("inbox.counts", "How it counts")
COUNTS_HINT = Sentence("inbox.counts.hint", "For the figures only. It changes nothing that was said.")
COUNTS_ALSO = Sentence("inbox.counts.also", "Also about")
COUNTS_GROUP = Sentence("inbox.counts.group", "Worker group, if you know it")
COUNTS_AGAIN = Sentence("inbox.counts.again", "Would they speak up again? If you asked them")
NOT_SAID = Sentence("inbox.not_said", "Not said")
SAVE = Sentence("inbox.counts.save", "Save how it counts")

MATTER = Sentence("inbox.matter", "Same matter as another case")
MATTER_WITH = Sentence("inbox.matter.with", "Put together with:")
MATTER_LEADS = Sentence(
    "inbox.matter.leads", "Status, owner, tags and holds of this card are for all of them. Each is answered by itself."
)
MATTER_HINT = Sentence(
    "inbox.matter.hint",
    "Both are still answered by themselves. They get one card, that of the other case. This cannot be undone.",
)
MATTER_NONE = Sentence("inbox.matter.none", "No other case is read by exactly the same people.")
MATTER_INTO = Sentence("inbox.matter.into", "The other case")
MATTER_WHY = Sentence("inbox.matter.why", "Why (a note in both)")
MATTER_SURE = Sentence("inbox.matter.sure", "They are about the same matter")
MATTER_GO = Sentence("inbox.matter.go", "Put them together")

LEFT_HOUSE = Sentence("inbox.left", "Hand over out of the house")
LEFT_HINT = Sentence(
    "inbox.left.hint",
    "To safeguarding, HR, the police or an investigator: a copy without what could say who raised it. What left, to whom and "
    "why is kept with the case.",
)
LEFT_LINE = Sentence("inbox.left.line", "{office}: {name}, {day}. {why}")
LEFT_GO = Sentence("inbox.left.go", "Prepare a copy")
COPY = Sentence("inbox.copy", "A copy to hand over")
COPY_LEAD = Sentence(
    "inbox.copy.lead",
    "What stands in [[double brackets]] is taken out. Dates, times, numbers and names after a title are marked already; mark "
    "whatever else only one person could know. Or write it in your own words: that hides a style of writing best.",
)
COPY_TO = Sentence("inbox.copy.to", "To")
COPY_OFFICE = Sentence("inbox.copy.office", "Which office and who there")
COPY_WHY = Sentence("inbox.copy.why", "Why it leaves")
COPY_FIRST = Sentence("inbox.copy.first", "What was raised")
COPY_LATER = Sentence("inbox.copy.later", "What was added later")
COPY_EMPTY = Sentence("inbox.copy.empty", "Empty a field to leave it out.")
COPY_SURE = Sentence("inbox.copy.sure", "I read every word of it, and it may leave")
COPY_GO = Sentence("inbox.copy.go", "Keep on record and download")
COPY_BACK = Sentence("inbox.copy.back", "Back to the case")
COPY_FILE = Sentence("inbox.copy.file", "copy.txt")

ENDINGS = Sentence(
    "inbox.endings", "The time of {n} closed cases ends soon", one="The time of {n} closed case ends soon"
)
ENDINGS_HINT = Sentence(
    "inbox.endings.hint",
    "To keep one, open it and set a legal hold or a later day. Nobody is told of this anywhere else.",
)
STAGES = {
    "soon": Sentence("inbox.stage.soon", "can be deleted from {day} on"),
    "very soon": Sentence("inbox.stage.very_soon", "in three days or fewer: can be deleted from {day} on"),
    "due": Sentence("inbox.stage.due", "its time is over since {day}"),
}
END = Sentence("inbox.end", "Its time is over")
END_HINT = Sentence("inbox.end.hint", "The policy says that it goes. Where others read it too, two of you must say so.")
END_AGREED = Sentence("inbox.end.agreed", "{names} said so already.")
END_WHY = Sentence("inbox.end.why", "Its time is over, and it should go.")
END_SURE = Sentence("inbox.end.sure", "It should go for good")
END_GO = Sentence("inbox.end.go", "Delete it now")

DONE = {
    "count": Sentence("inbox.done.count", "How it counts is saved."),
    "merge": Sentence("inbox.done.merge", "The two are put together."),
    "add": Sentence("inbox.done.add", "The case is added."),
    "agreed": Sentence("inbox.done.agreed", "Noted. The case goes once somebody else who reads it says so too."),
}
LEFT = {
    "add": Sentence("inbox.done.added", "The case is in the list."),
    "end": Sentence("inbox.done.end", "The case is deleted for good."),
}
