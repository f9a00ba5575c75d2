"""Every sentence that people read about promises and the news of them."""

from bot.words import Sentence

ALL_BUTTON = Sentence("commitments.all_button", "What is going on?")
ALL_TITLE = Sentence("commitments.all_title", "What is going on?")
ALL_TEXT = Sentence(
    "commitments.all_text",
    "What was promised to you, and how it stands. Whoever promised something is asked for news of it; where none comes, it "
    "says so here.",
)
COUNTED = Sentence("commitments.counted", "Promised: {all}. Being done: {doing}. Done: {done}. Not now: {dropped}.")
OVERDUE = Sentence("commitments.overdue", "News of {n} promises is overdue.", one="News of {n} promise is overdue.")
PUBLIC = Sentence(
    "commitments.public", "What all staff were promised stands on a page that anyone can read, without names."
)
NOTHING = Sentence("commitments.nothing", "Nothing has been promised to you yet.")
OTHERS = Sentence("commitments.others", "Other promises")
OPEN_ONES = Sentence("commitments.open_ones", "Being done")
OVER = Sentence("commitments.over", "Done, or not now")
HISTORY = Sentence("commitments.history", "Read its history")
BEFORE = Sentence("commitments.before", "Those before")
AFTER = Sentence("commitments.after", "More promises")
BACK = Sentence("commitments.back", "All promises")
ONE_TITLE = Sentence("commitments.one_title", "A promise")
WHO = Sentence("commitments.who", "Who")
HOW = Sentence("commitments.how", "How it stands")
OBJECTIVE = Sentence("commitments.objective", "What it is for")
MOVES = Sentence("commitments.moves", "What should get better by it")
ABOUT = Sentence("commitments.about", "Promised when we asked about")
MADE = Sentence("commitments.made", "Promised on")
ASKED_TO = Sentence("commitments.asked_to", "{name} has been asked to take it on, and has not answered yet.")
SO_FAR = Sentence("commitments.so_far", "What happened so far")
NO_NEWS_YET = Sentence("commitments.no_news_yet", "There has been no news of it yet.")
ENTRY = Sentence("commitments.entry", "{day}, {author}")
GIVE = Sentence("commitments.give", "Give news")
MORE_BUTTON = Sentence("commitments.more_button", "Say more about it")
ADD_BUTTON = Sentence("commitments.add_button", "Promise one more thing")
NEWS_TITLE = Sentence("commitments.news_title", "News of a promise")
NEWS_WHO_SEES = Sentence(
    "commitments.news_who_sees",
    "Everybody who was asked reads this on Home at once, and in their next weekly note. It cannot be changed later: what is "
    "different then is news again.",
)
ON_PAGE = Sentence(
    "commitments.on_page", "It also stands on the public page, without your name. Please name nobody in it."
)
WHAT = Sentence("commitments.what", "What happened?")
WHAT_HINT = Sentence("commitments.what_hint", "Bad news is news too: say it first. If it is not now, say why.")
STATE = Sentence("commitments.state", "How does it stand?")
STILL = Sentence("commitments.still", "It is still being done")
DONE = Sentence("commitments.done", "It is done")
DROPPED = Sentence("commitments.dropped", "Not now")
DUE = Sentence("commitments.due", "By when will it be done?")
NEXT = Sentence("commitments.next", "By when is there news next?")
NEXT_HINT = Sentence(
    "commitments.next_hint", "You are asked for it on that day. Not needed where it is done, or not now."
)
SEND = Sentence("commitments.send", "Send to everybody")
KEEP = Sentence("commitments.keep", "Keep it")
ADD_TITLE = Sentence("commitments.add_title", "One more promise")
ADD_WHAT = Sentence("commitments.add_what", "What will be done?")
ADD_HINT = Sentence("commitments.add_hint", "One thing that people can check is better than three that they cannot.")
FULL = Sentence("commitments.full", "{n} promises are enough for one question. Keep those first.")
LISTENS = Sentence(
    "commitments.listens",
    "This listens first: nothing is promised in its first round. What was heard so far is what people read.",
)
MORE_TITLE = Sentence("commitments.more_title", "About a promise")
MORE_TEXT = Sentence(
    "commitments.more_text",
    "None of this is needed. What you leave empty stays as it is. What it is for, and what it should move, is said once.",
)
WHOSE = Sentence("commitments.whose", "Who sees to it, if it is not {name}?")
WHOSE_HINT = Sentence(
    "commitments.whose_hint", "Their name as it stands in the chat. They are asked first; until they say yes, it stays."
)
ROLE = Sentence("commitments.role", "In which role?")
ROLE_HINT = Sentence("commitments.role_hint", "Such as: head of catering. People read it beside the name.")
OFFER_BUTTON = Sentence("commitments.offer_button", "Look at it")
OFFER_TITLE = Sentence("commitments.offer_title", "Take on a promise?")
OFFERED = Sentence("commitments.offered", "{owner} asks you to see to a promise: {text}")
OFFER_MEANS = Sentence(
    "commitments.offer_means",
    "If you say yes, your name stands beside it, and you are asked for news of it. If you say no, {owner} keeps it, and "
    "nobody else is told.",
)
ANSWER = Sentence("commitments.answer", "Do you take it on?")
YES = Sentence("commitments.yes", "Yes, I see to it")
NO = Sentence("commitments.no", "No, I cannot")
SEND_ANSWER = Sentence("commitments.send_answer", "Send")
SAID_NO = Sentence("commitments.said_no", "You said no. {owner} keeps it.")
DECLINED = Sentence(
    "commitments.declined", "The one you asked does not take this promise on, so it stays yours: {text}"
)
FELL = Sentence("commitments.fell", "Who had promised this has left, so it is yours to see to now: {text}")
NEWS_DUE = Sentence("commitments.news_due", "You promised news by now: {text}")
NEWS_LATE = Sentence(
    "commitments.news_late", "You promised news by {day}, and everybody reads that there is none: {text}"
)
LAST_TIME = Sentence(
    "commitments.last_time",
    "I do not ask again. It stands on your Home, and everybody reads since when there is no news.",
)
MORE_DUE = Sentence(
    "commitments.more_due", "{n} more promises of yours wait on Home.", one="{n} more promise of yours waits on Home."
)
NOTE_HEADING = Sentence("commitments.note_heading", "News of what was promised")
NOT_YOURS = Sentence("commitments.not_yours", "There is no promise here for you to read. Open Hearback's Home.")
NOT_OWNER = Sentence("commitments.not_owner", "Only {owner} gives news of this promise.")
NOT_ANSWERER = Sentence("commitments.not_answerer", "Only {answerer} can promise something here.")
NOT_OFFERED = Sentence(
    "commitments.not_offered", "You are not asked to take this on, or not any more. Nothing was changed."
)
EMPTY = Sentence("commitments.empty", "Please write a few words here.")
TOO_LONG = Sentence("commitments.too_long", "That is {size} characters. Please shorten it to {n}.")
NO_STATE = Sentence("commitments.no_state", "Choose how it stands.")
WRONG_NEXT = Sentence("commitments.wrong_next", "Choose a day from tomorrow on, within a year.")
WRONG_DUE = Sentence("commitments.wrong_due", "Choose a day from today on, within a year.")
NO_ANSWER = Sentence("commitments.no_answer", "Choose yes or no.")
NOBODY = Sentence("commitments.nobody", "Nobody here is called that. Write the name as it stands in the chat.")
SEVERAL = Sentence(
    "commitments.several", "Several people here are called that. Write their team too, as in: Sara Lewis, Ward 7."
)
QUIET = Sentence("commitments.quiet", "Hearback: something for you")
EVERY = tuple(value for value in list(globals().values()) if isinstance(value, Sentence))
