"""Every sentence on the page of one case."""

from bot.words import Sentence

BACK = Sentence("inbox.case.back", "All cases")
NOT_SURE = Sentence("inbox.case.not_sure", "Tick the box beside the button first: this cannot be undone.")

THREAD = Sentence("inbox.case.thread", "What was said")
WHO_RAISED = Sentence("inbox.case.who_raised", "Whoever raised this")
WHO_YOU = Sentence("inbox.case.who_you", "{name} (you)")
TO_THEM = Sentence("inbox.case.to_them", "to whoever raised it")
LOST = Sentence(
    "inbox.case.lost",
    "Not verified. Somebody changed or moved this after it was written, or it was not written by whom it names. Do not act "
    "on it; tell your administrator.",
)
LOST_EMPTY = Sentence("inbox.case.lost_empty", "A message stood here. It was changed or destroyed and cannot be read.")
PICTURE = Sentence("inbox.case.picture", "A picture from whoever raised this, drawn anew without place, time or camera")
FILE_WARNING = Sentence(
    "inbox.case.file_warning",
    "A file, as it came. It may harm the device it is opened on, and say who made it. Open it on a device without a network.",
)
FILE_TAKE = Sentence("inbox.case.file_take", "Take the file")
WAS_READ = Sentence("inbox.case.was_read", "{name} said that a person has read it.")
WAS_CLOSED = Sentence("inbox.case.was_closed", "{name} closed the case.")
READERS_ARE = Sentence("inbox.case.readers_are", "Whoever raised it was told who reads it from now on: {names}.")

MARK_READ = Sentence("inbox.case.mark_read", "Mark as read")
MARK_READ_WHY = Sentence(
    "inbox.case.mark_read_why",
    "Nobody has said yet that a person has read this. It tells whoever raised it; a reply does so too.",
)
REPLY = Sentence("inbox.case.reply", "Reply")
REPLY_HINT = Sentence(
    "inbox.case.reply_hint",
    "They read it with their receipt. Say what you will do and by when. Do not ask who they are.",
)
SEND = Sentence("inbox.case.send", "Send the reply")
LONGEST = Sentence("inbox.case.longest", "Up to 3,000 characters.")
DRAFT_KEPT = Sentence("inbox.case.draft_kept", "Kept as a draft that only you can read.")
DRAFT_NOT_KEPT = Sentence("inbox.case.draft_not_kept", "Not kept just now: do not close this page, and send it soon.")
NOTES = Sentence("inbox.case.notes", "Notes")
NOTES_NONE = Sentence("inbox.case.notes_none", "No notes yet. The other readers see them; whoever raised it does not.")
NOTE = Sentence("inbox.case.note", "Write a note")
NOTE_HINT = Sentence(
    "inbox.case.note_hint", "For the readers of this case only. Write no name in it that is not needed."
)
NOTE_SAVE = Sentence("inbox.case.note_save", "Keep the note")
PROPOSED = Sentence("inbox.case.proposed", "{name} proposes to delete this case")
WITHDREW = Sentence("inbox.case.withdrew", "{name} takes the proposal back")

CARD = Sentence("inbox.case.card", "Where it stands")
TAMPERED = Sentence(
    "inbox.case.tampered",
    "Somebody who can write in the database tampered with this card. What you see is the last that a guardian signed. Tell "
    "your administrator, and set it again.",
)
STATUS = Sentence("inbox.case.status", "Status")
OWNER = Sentence("inbox.case.owner", "Owner")
OWNER_NONE = Sentence("inbox.case.owner_none", "Nobody yet")
TAGS = Sentence("inbox.case.tags", "Tags")
TAGS_HINT = Sentence("inbox.case.tags_hint", "By commas. They help you find it again.")
SAVE = Sentence("inbox.case.save", "Save")
READERS = Sentence("inbox.case.readers", "Who reads it")
OUTSIDE = Sentence("inbox.case.outside", "outside the guardian line")
TIME_OVER = Sentence("inbox.case.time_over", "no longer in office")
CODES = Sentence("inbox.case.about", "About")
UNIT = Sentence("inbox.case.unit", "Unit")
RAISED = Sentence("inbox.case.raised", "Raised")

KEEPING = Sentence("inbox.case.keeping", "How long it is kept")
HOLD = Sentence("inbox.case.hold", "Legal hold, with its reason")
HOLD_HINT = Sentence(
    "inbox.case.hold_hint", "While a reason stands here nobody can delete the case. Empty it to end it."
)
KEEP = Sentence("inbox.case.keep", "Keep at least until")
HAND = Sentence("inbox.case.hand", "Hand over")
HAND_HINT = Sentence(
    "inbox.case.hand_hint",
    "They read everything from then on, beside those who read it now. Whoever raised it is told before that. To let go of it "
    "yourself, step back afterwards.",
)
HAND_TO = Sentence("inbox.case.hand_to", "To")
HAND_NONE = Sentence("inbox.case.hand_none", "There is nobody on the list today whom it could be handed to.")
HAND_LEFT_OUT = Sentence(
    "inbox.case.hand_left_out", "Not to {names}: whoever raised it could have chosen them and did not."
)
HAND_WHY = Sentence("inbox.case.hand_why", "Why (stays among the readers)")
HAND_GO = Sentence("inbox.case.hand_go", "Hand it over")
RECUSE = Sentence("inbox.case.recuse", "Step back")
RECUSE_HINT = Sentence(
    "inbox.case.recuse_hint",
    "For when you are named in it, or too close. The case gets new keys without you, and you cannot come back by yourself.",
)
RECUSE_LAST = Sentence(
    "inbox.case.recuse_last", "You are the last person who reads it. Hand it to somebody else first."
)
RECUSE_SURE = Sentence("inbox.case.recuse_sure", "I want to read this case no more")
RECUSE_GO = Sentence("inbox.case.recuse_go", "Step back from this case")
CLOSE = Sentence("inbox.case.close", "Close the case")
CLOSE_HINT = Sentence(
    "inbox.case.close_hint",
    "Say what came of it: what was found, what will change, what will not and why. Whoever raised it reads this first; "
    "without it a case cannot be closed.",
)
CLOSE_OUTCOME = Sentence("inbox.case.outcome", "What came of it")
CLOSE_GO = Sentence("inbox.case.close_go", "Send and close")
IS_CLOSED = Sentence(
    "inbox.case.is_closed", "This case is closed. You can still write, and open it again by its status."
)
DELETE = Sentence("inbox.case.delete", "Delete the case")
DELETE_HINT = Sentence(
    "inbox.case.delete_hint",
    "For good, in every copy. It takes two people: one proposes, another who reads the case deletes.",
)
DELETE_WHY = Sentence("inbox.case.delete_why", "Why it should go")
DELETE_PROPOSE = Sentence("inbox.case.delete_propose", "Propose deletion")
DELETE_MINE = Sentence("inbox.case.delete_mine", "You proposed it. Another reader can now delete it.")
WITHDRAW_WHY = Sentence("inbox.case.withdraw_why", "Why it should stay")
WITHDRAW_GO = Sentence("inbox.case.withdraw_go", "Take my proposal back")
DELETE_SURE = Sentence("inbox.case.delete_sure", "I have read why, and it should go for good")
DELETE_GO = Sentence("inbox.case.delete_go", "Delete for good")
ALONE = Sentence(
    "inbox.case.alone",
    "You are the only one who reads it, so the second person signs without seeing anything of it. Give them these digits; "
    "they paste them under Guardians, and give you their answer.",
)
SLIP = Sentence("inbox.case.slip", "Digits for the second person")
AGREEMENT = Sentence("inbox.case.agreement", "Their answer")

DONE = {
    "reply": Sentence("inbox.done.reply", "The reply is there for them to read."),
    "note": Sentence("inbox.done.note", "The note is kept."),
    "read": Sentence("inbox.done.read", "They will see that a person has read it."),
    "status": Sentence("inbox.done.status", "The status is saved."),
    "owner": Sentence("inbox.done.owner", "The owner is saved."),
    "tags": Sentence("inbox.done.tags", "The tags are saved."),
    "hold": Sentence("inbox.done.hold", "The legal hold is saved."),
    "keep": Sentence("inbox.done.keep", "The day is saved."),
    "close": Sentence("inbox.done.close", "The outcome is there for them to read, and the case is closed."),
    "hand": Sentence("inbox.done.hand", "The case is handed over. It has new keys."),
    "propose": Sentence("inbox.done.propose", "Your proposal stands. Another reader decides."),
    "withdraw": Sentence("inbox.done.withdraw", "Your proposal is taken back."),
}
LEFT = {
    "recuse": Sentence("inbox.done.recuse", "You stepped back. You do not read that case any more."),
    "delete": Sentence("inbox.done.delete", "The case is deleted for good."),
}
WORDS_LOST = Sentence("inbox.words.title", "Your words are still here")
WORDS_LOST_WHY = Sentence(
    "inbox.words.why",
    "The page that you typed them on cannot be shown any more. Copy them now if you need them; they are kept nowhere else.",
)
