"""Every sentence that people read when they look for a reply to their own comment."""

from bot.words import Sentence

TITLE = Sentence("receipt.title", "Read a reply")
ASK = Sentence(
    "receipt.ask",
    "When you sent a comment, you were shown eight words. Type them in to read a reply, and to write again. Small slips are "
    "found, and the first four letters of each word are enough.",
)
LIMITS = Sentence(
    "receipt.limits",
    "Hearback does not keep who reads this, and cannot tell. The chat service knows that you pressed the button, and what "
    "stands in this form passes through it. Whoever has your words can read and write in your place.",
)
YOUR_WORDS = Sentence("receipt.your_words", "Your eight words")
OPEN = Sentence("receipt.open", "Read")
WRONG_COUNT = Sentence(
    "receipt.wrong_count", "I found {found} of {wanted}. Look whether one is missing, or stands there twice."
)
NOT_A_WORD = Sentence("receipt.not_a_word", "Number {place}, {typed}, is none of our words. Look at it again, please.")
DID_YOU_MEAN = Sentence("receipt.did_you_mean", "Number {place}, {typed}, is none of our words. Did you mean {like}?")
NOT_TOGETHER = Sentence(
    "receipt.not_together",
    "Each of these is one of our words, but they do not belong together. One may be wrong, or two may have changed places.",
)
NOTHING = Sentence(
    "receipt.nothing",
    "No reply is there. Either the question is still open, or your comment could not be shown, or you changed your answer, or "
    "the time for replies is over, or these are not your words. Nobody can see which of these it is.",
)
YOU_WROTE = Sentence("receipt.you_wrote", "You wrote")
YOU_WROTE_LATER = Sentence("receipt.you_wrote_later", "You wrote; {answerer} can read it from {day} on")
REPLIED = Sentence("receipt.replied", "{answerer} replied")
NO_REPLY = Sentence("receipt.no_reply", "Your comment is shown. Nobody has replied yet.")
LOST = Sentence("receipt.lost", "A message stood here that was damaged, or not written by {answerer}. It is not shown.")
WRITE = Sentence("receipt.write", "Write again to {answerer}")
WRITE_AGAIN = Sentence("receipt.write_again", "Write again")
WRITE_HINT = Sentence("receipt.write_hint", "Leave out names, please: yours, and those of others.")
SEND = Sentence("receipt.send", "Send")
NEEDED = Sentence("receipt.needed", "Please write something, or press Close.")
TOO_LONG = Sentence("receipt.too_long", "That is {size} characters. Please shorten it to {n}.")
OWN_WORDS = Sentence(
    "receipt.own_words",
    "Your message holds your eight words. Take them out: whoever reads them could write in your place.",
)
FULL = Sentence("receipt.full", "No more fits in here, so this was not kept.")
KEPT_TITLE = Sentence("receipt.kept_title", "Kept")
KEPT = Sentence(
    "receipt.kept",
    "Kept. It can be read from tomorrow on, so that the time does not tell who you are. Your words stay the same.",
)
SPOKE_UP = Sentence("receipt.spoke_up", "I spoke up to a guardian")
TOO_OFTEN = Sentence(
    "receipt.too_often", "You have sent this {n} times in the last hour. Please wait an hour, then try again."
)
EVERY = tuple(value for value in list(globals().values()) if isinstance(value, Sentence))
