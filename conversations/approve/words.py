"""Every sentence that people read where final words are offered, approved and taken back."""

from bot.words import Sentence

TITLE = Sentence("approve.title", "Final words")
TO_LOOK_AT = Sentence(
    "approve.to_look_at",
    "{n} wait for their final words. Nobody else reads them before their authors have said yes.",
    one="{n} waits for its final words. Nobody else reads it before its author has said yes.",
)
WITH_AUTHORS = Sentence(
    "approve.with_authors", "{n} wait for their authors' yes.", one="{n} waits for its author's yes."
)
LOOK = Sentence("approve.look", "Look at the words")
SAID_BY = Sentence("approve.said_by", "{name}: {said}")
WAITS = Sentence("approve.waits", "{name} has not said yes yet to: {said}")
WORK_ON = Sentence("approve.work_on", "Offer words")
AGAIN = Sentence("approve.again", "Offer other words")
NOTHING = Sentence("approve.nothing", "Nothing waits for its final words.")
MORE = Sentence("approve.more", "{n} more come when these are done.", one="{n} more comes when these are done.")
YOURS = Sentence("approve.yours", "The words that everybody is to read")
TIDY = Sentence(
    "approve.tidy", "Tidy what hinders a reader, and nothing else. {name} says yes, changes it, or takes it back."
)
OFFER = Sentence("approve.offer", "Ask for a yes")
OFFERED = Sentence("approve.offered", "Sent to {name}. It is shared only if {name} says yes; no answer means no.")
ASK = Sentence(
    "approve.ask",
    "{answerer} offers you these words. They are read by {whom}, with your name, only if you say yes. Without an answer "
    "nothing is shared.",
)
ASK_HIDDEN = Sentence("approve.ask_hidden", "Words of yours wait for your yes. Open Home to read them.")
APPROVE = Sentence("approve.approve", "Approve")
CHANGE = Sentence("approve.change", "Change")
TAKE_BACK = Sentence("approve.take_back", "Take it back")
CHANGE_HINT = Sentence("approve.change_hint", "What you write here is shared as you write it.")
SHARE = Sentence("approve.share", "Share these words")
DONE = Sentence("approve.done", "Shared, in the words that you approved. You can take it back at any time, on Home.")
NEWER = Sentence("approve.newer", "These words have changed since. Please read them again.")
NOT_SHARED = Sentence(
    "approve.not_shared", "You said: {said}\nNobody reads it but {answerer}. It is shared when you have said yes."
)
IS_SHARED = Sentence("approve.is_shared", "Shared: {said}")
TAKE_BACK_ASK = Sentence(
    "approve.take_back_ask", "What you said is removed with all its words. Nobody reads it from then on."
)
TAKEN_BACK = Sentence("approve.taken_back", "It is gone. Nobody reads it any more.")
READ = Sentence("approve.read", "Read them")
TO_READ = Sentence(
    "approve.to_read",
    "{n} are there to read, as their authors approved them.",
    one="{n} is there to read, as its author approved it.",
)
NOTHING_THERE = Sentence("approve.nothing_there", "There is nothing to read here now.")
NEXT = Sentence("approve.next", "The next ones")
EMPTY = Sentence("approve.empty", "Please write something, or press Close.")
TOO_LONG = Sentence("approve.too_long", "That is {size} characters. Please shorten it to {n}.")
GONE = Sentence("approve.gone", "This is not here any more. It was taken back, or said anew.")
EVERY = tuple(value for value in list(globals().values()) if isinstance(value, Sentence))
