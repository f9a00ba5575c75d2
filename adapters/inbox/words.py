"""Every sentence that stands around the inbox's pages: the frame, the list, and what is said when something is refused."""

from bot.casebook import Why
from bot.words import Sentence

BRAND = Sentence("inbox.brand", "Hearback")
INBOX = Sentence("inbox.inbox", "Guardian inbox")
SKIP = Sentence("inbox.skip", "Skip to the main part")
PARTS = Sentence("inbox.parts", "Parts of the inbox")
CASES = Sentence("inbox.cases", "Cases")
LIST = Sentence("inbox.list", "Guardians")
ADD = Sentence("inbox.add", "Add a case")
FIGURES = Sentence("inbox.figures", "Figures")
LEARNED = Sentence("inbox.learned", "What I learned")
ACCOUNT = Sentence("inbox.account", "Your keys")
SIGN_OUT = Sentence("inbox.sign_out", "Sign out")
BACK_HOME = Sentence("inbox.back_home", "Back to the cases")

CATEGORIES = {
    "patient-safety": Sentence("inbox.category.patient_safety", "Patient safety or quality"),
    "worker-safety": Sentence("inbox.category.worker_safety", "Worker safety or wellbeing"),
    "bullying": Sentence("inbox.category.bullying", "Bullying or harassment"),
    "behaviour": Sentence("inbox.category.behaviour", "Other inappropriate behaviour"),
    "detriment": Sentence("inbox.category.detriment", "Treated worse after speaking up"),
    "other": Sentence("inbox.category.other", "Something else"),
}
STATUSES = {
    "new": Sentence("inbox.status.new", "New"),
    "open": Sentence("inbox.status.open", "Being worked on"),
    "waiting": Sentence("inbox.status.waiting", "Waiting for others"),
    "closed": Sentence("inbox.status.closed", "Closed"),
}

LIST_COUNT = Sentence("inbox.list.count", "{n} cases", one="{n} case")
LIST_OPEN = Sentence("inbox.list.open", "{n} not closed")
LIST_WAITING = Sentence("inbox.list.waiting", "{n} wait for an answer", one="{n} waits for an answer")
LIST_OVERDUE = Sentence("inbox.list.overdue", "{n} overdue")
LIST_SHOWN = Sentence("inbox.list.shown", "{n} of {of} cases")
LIST_OPENING = Sentence("inbox.list.opening", "Cases are being opened: {n} so far. The page fills by itself.")
LIST_EMPTY = Sentence("inbox.list.empty", "Nothing has been raised with you yet")
LIST_EMPTY_WHY = Sentence(
    "inbox.list.empty_why",
    "When somebody chooses you as a reader, the case appears here. You are told so by the same short note every "
    "working day, whether anything came or not, so look in here often.",
)
LIST_NONE = Sentence("inbox.list.none", "No case fits that")
LIST_NONE_WHY = Sentence("inbox.list.none_why", "Try fewer words, or show all cases again.")
FIND = Sentence("inbox.find", "Search")
FIND_HINT = Sentence("inbox.find.hint", "Names, words and tags. What you type stays in this session's memory.")
FIND_GO = Sentence("inbox.find.go", "Show")
FIND_ALL = Sentence("inbox.find.all", "Show all")
FIND_MORE = Sentence("inbox.find.more", "Narrow it down")
FIND_CATEGORY = Sentence("inbox.find.category", "About")
FIND_STATUS = Sentence("inbox.find.status", "Status")
FIND_OWNER = Sentence("inbox.find.owner", "Owner")
FIND_WAITING = Sentence("inbox.find.waiting", "Waiting for an answer only")
ANY = Sentence("inbox.find.any", "Any")
NOT_CLOSED = Sentence("inbox.find.not_closed", "Not closed")
MINE = Sentence("inbox.find.mine", "Me")
NOBODY = Sentence("inbox.find.nobody", "Nobody")
KEYBOARD = Sentence("inbox.keyboard", "In the list, j and k go down and up, Enter opens.")
PAGES = Sentence("inbox.pages", "Pages")
PAGE = Sentence("inbox.page", "Page {n}")
EARLIER = Sentence("inbox.pages.earlier", "Back")
LATER = Sentence("inbox.pages.later", "More cases")

URGENT = Sentence("inbox.urgent", "Risk of harm")
OVERDUE = Sentence("inbox.overdue", "Overdue")
WAITS_SHORT = Sentence("inbox.waits_short", "Waiting since {day}")
DELETION = Sentence("inbox.deletion", "Deletion proposed")
OWNED = Sentence("inbox.owned", "Owner: {name}")
OWNED_ME = Sentence("inbox.owned_me", "Owner: you")
OWNED_NONE = Sentence("inbox.owned_none", "No owner")
SINCE = Sentence("inbox.since", "Raised {day}")

PROBLEM_TITLE = Sentence("inbox.problem.title", "That did not work")
PROBLEM_LOST = Sentence(
    "inbox.problem.lost", "There is nothing at this address. Go back to the cases, and choose one from the list."
)
PROBLEM_HOST = Sentence(
    "inbox.problem.host", "This inbox is not at home at that address. Use the one that your administrator gave you."
)
PROBLEM_FOREIGN = Sentence(
    "inbox.problem.foreign", "That form did not come from this page. Open the case again, and send it once more."
)
PROBLEM_MALFORMED = Sentence(
    "inbox.problem.malformed", "The browser sent something that could not be read. Go back and try again."
)
PROBLEM_LARGE = Sentence("inbox.problem.large", "That was too long to take. Go back and make it shorter.")
PROBLEM_BROKEN = Sentence(
    "inbox.problem.broken",
    "Something went wrong on our side. Go back: your words are still on that page. If it happens again, tell your "
    "administrator.",
)

LOCKED_FIRST = Sentence("inbox.locked.first", "Sign in to read your cases.")
LOCKED_IDLE = Sentence(
    "inbox.locked.idle",
    "You are signed out. That happens after 20 minutes without use, after 4 hours, and when the inbox is started anew.",
)

REFUSED: dict[Why, Sentence] = {
    "locked": LOCKED_IDLE,
    "stays locked": Sentence(
        "inbox.refused.stays_locked",
        "It stays locked. The name, the passphrase or the code does not fit. Each code works once: wait for the next. After "
        "ten tries nothing opens for a quarter of an hour. If you are new, the administrator may not have signed your "
        "keys yet.",
    ),
    "list": Sentence(
        "inbox.refused.list",
        "The list of guardians cannot be trusted just now, so nothing is opened. Ask your administrator to run: "
        "python -m bot speak-up doctor",
    ),
    "gone": Sentence(
        "inbox.refused.gone",
        "There is no such case among yours. It may have been deleted or handed to others. Go back to the list.",
    ),
    "nothing said": Sentence("inbox.refused.nothing_said", "There was nothing in the field. Write something first."),
    "too long": Sentence(
        "inbox.refused.too_long", "That is longer than 3,000 characters. Make it shorter, or send it in two parts."
    ),
    "full": Sentence(
        "inbox.refused.full",
        "Nothing more fits into this case. Whoever raised it can raise it anew and mention this one by what it was about.",
    ),
    "left out": Sentence(
        "inbox.refused.left_out",
        "Whoever raised this could have chosen that person and did not. So the case is not handed to them.",
    ),
    "last reader": Sentence(
        "inbox.refused.last_reader",
        "You are the last person who reads this case. Hand it to somebody else first, then step back.",
    ),
    "not listed": Sentence(
        "inbox.refused.not_listed",
        "Choose at least one person who is on the list today; eight can read a case at most.",
    ),
    "stays": Sentence(
        "inbox.refused.stays",
        "That person does not leave, so their cases stay theirs. Whoever looks after Hearback ends their time first.",
    ),
    "not a card": Sentence(
        "inbox.refused.not_a_card",
        "That cannot be kept with the case: there is no such choice, or it is too long. Choose again or shorten it.",
    ),
    "two needed": Sentence(
        "inbox.refused.two_needed",
        "Deleting takes two people. Propose it here; somebody else who reads the case, or who is on the list, agrees.",
    ),
    "on hold": Sentence(
        "inbox.refused.on_hold",
        "This case must stay: there is a legal hold, its day has not come, or somebody tampered with its card.",
    ),
    "weak": Sentence(
        "inbox.refused.weak",
        "That passphrase is too easy to guess. Use at least 15 characters; four or five words that do not belong together "
        "are good.",
    ),
    "no invitation": Sentence(
        "inbox.refused.no_invitation",
        "That code does not open anything. A code works once and for seven days. Check it, or ask your administrator for "
        "a new one.",
    ),
    "not offered": Sentence("inbox.refused.not_offered", "There is no such choice. Choose one from the list."),
    "not agreed": Sentence(
        "inbox.refused.not_agreed",
        "A name may stand here only if they agreed, and never where it was raised without a name. Tick the box, or leave it "
        "out.",
    ),
    "not a day": Sentence(
        "inbox.refused.not_a_day", "That is no day. Choose it in the calendar, such as 3 April 2026."
    ),
    "in the future": Sentence(
        "inbox.refused.in_the_future", "That day has not come yet. Choose today or an earlier day."
    ),
    "other readers": Sentence(
        "inbox.refused.other_readers",
        "Somebody reads one of the two and not the other. Hand over first, so that the same people read both.",
    ),
    "not two": Sentence(
        "inbox.refused.not_two", "These two are put together already, or are one case. Choose another."
    ),
    "close the others": Sentence(
        "inbox.refused.close_the_others",
        "Other cases of this matter are still open. Tell each of them what came of it and close it; then close this one.",
    ),
    "published": Sentence(
        "inbox.refused.published",
        "Nothing was published: you have published that quarter before, and a quarter is counted once.",
    ),
    "not a quarter": Sentence(
        "inbox.refused.not_a_quarter",
        "Nothing was done: that quarter cannot be chosen now. Choose one from the list, where only those stand that are over.",
    ),
    "figures": Sentence(
        "inbox.refused.figures",
        "The published figures were changed by somebody who can write in the database, so none are shown. Tell your "
        "administrator to restore them.",
    ),
}
