"""Every sentence for whoever comes back with their words: read, go on writing, say whether they would again, erase."""

from bot.words import Sentence

LOOK_TITLE = Sentence("speak_up.look_title", "Read a reply")
LOOK = Sentence(
    "speak_up.look",
    "When you spoke up, you were shown eight words. Type them in, or the numbers below them, to read the answer and to go on "
    "writing. Small slips are found, and the first four letters of each word are enough.",
)
LIMITS = Sentence(
    "speak_up.limits",
    "Hearback does not keep who looks, and cannot tell. In the chat, the chat service knows that you pressed the button, and "
    "what stands in this form passes through it. Whoever has your words can read and write in your place.",
)
YOUR_WORDS = Sentence("speak_up.your_words", "Your eight words")
READ = Sentence("speak_up.read", "Read")
WRONG_COUNT = Sentence(
    "speak_up.wrong_count", "I found {found} of {wanted}. Look whether one is missing, or stands there twice."
)
NOT_A_WORD = Sentence("speak_up.not_a_word", "Number {place}, {typed}, is none of our words. Look at it again, please.")
DID_YOU_MEAN = Sentence("speak_up.did_you_mean", "Number {place}, {typed}, is none of our words. Did you mean {like}?")
NOT_TOGETHER = Sentence(
    "speak_up.not_together",
    "Each of these is one of ours, but they do not belong together. One may be wrong, or two may have changed places.",
)
NOTHING = Sentence(
    "speak_up.nothing",
    "Nothing can be read with these words. Either it was erased, or the time for keeping it is over, or these are not your "
    "words. Nobody can see which of these it is.",
)
YOU_WROTE = Sentence("speak_up.you_wrote", "You wrote")
YOU_WROTE_LATER = Sentence("speak_up.you_wrote_later", "You wrote; it can be read from {day} on")
YOU_ADDED = Sentence("speak_up.you_added", "You added a picture")
YOU_ADDED_FILE = Sentence("speak_up.you_added_file", "You added a file")
REPLIED = Sentence("speak_up.replied", "{name}, {role}, replied")
WAS_READ = Sentence("speak_up.was_read", "{name} has read it.")
WAS_CLOSED = Sentence("speak_up.was_closed", "{name} has closed it. You can still write.")
READERS = Sentence("speak_up.readers", "{name} changed who reads this. From now on: {names}")
LOST = Sentence(
    "speak_up.lost", "A message stood here that was damaged, or that nobody on the list has written. It is not shown."
)
NO_REPLY = Sentence(
    "speak_up.no_reply", "Nobody has replied yet. A person answers in 3 working days after it could first be read."
)
LEFT_OUT = Sentence(
    "speak_up.left_out",
    "Here is no room for {n} messages in between. They are kept, and those who read your report have them.",
)
WRITE = Sentence("speak_up.write", "Write again")
WRITE_HINT = Sentence("speak_up.write_hint", "It can be read from tomorrow on. Leave out what would show who you are.")
WRITE_NEEDED = Sentence("speak_up.write_needed", "Please write something.")
OWN_WORDS = Sentence(
    "speak_up.own_words",
    "This holds your eight words. Take them out: whoever reads them could write in your place.",
)
FULL = Sentence(
    "speak_up.full", "No more fits in here, so this was not kept. Please write a new report, and say that you did."
)
KEPT_TITLE = Sentence("speak_up.kept_title", "Sent")
KEPT = Sentence("speak_up.kept", "Sent. It can be read from tomorrow on. Your words stay the same.")
ERASE = Sentence("speak_up.erase", "Erase my report")
ERASE_TITLE = Sentence("speak_up.erase_title", "Erase my report")
ERASE_TEXT = Sentence(
    "speak_up.erase_text",
    "With your eight words you can erase all that you wrote and all replies, for everybody and for good: no backup brings it "
    "back. Whoever has read it may remember it, or may have acted on it. The words open nothing after that.",
)
ERASED_TITLE = Sentence("speak_up.erased_title", "Erased")
ERASED = Sentence("speak_up.erased", "It is erased. Nobody can read it any more, and your words open nothing.")
YOU_ANSWERED = Sentence("speak_up.you_answered", "You answered whether you would speak up again.")
AGAIN_BUTTON = Sentence("speak_up.again_button", "Would you do it again?")
AGAIN_TITLE = Sentence("speak_up.again_title", "One question")
AGAIN_TEXT = Sentence(
    "speak_up.again_text",
    "It is closed. Your answer is read by those who read your report, from tomorrow on, and counted with those of others. You "
    "need not answer; the last answer holds.",
)
AGAIN = Sentence("speak_up.again", "Would you speak up again?")
AGAIN_YES, AGAIN_MAYBE = Sentence("speak_up.again_yes", "Yes"), Sentence("speak_up.again_maybe", "Perhaps")
WHY = Sentence("speak_up.why", "Why?")
AGAIN_KEPT = Sentence("speak_up.again_kept", "Thank you. Your answer is on its way.")
EVERY = tuple(value for value in list(globals().values()) if isinstance(value, Sentence))
