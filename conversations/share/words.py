"""Every sentence that people read where something is shared with them, and where somebody says what came of a round."""

from bot.words import Sentence

CAME = Sentence("share.came", "What came of it. {answerer}: {came}")
WAITS = Sentence("share.waits", "{answerer} says what came of it by {day}.")
LATE = Sentence("share.late", "{answerer} promised by {day} to say what came of it. There is no news since.")
TO_ANSWER = Sentence("share.to_answer", "It is over. You promised {whom} to say what came of it.")
OVERDUE = Sentence("share.overdue", "You promised {whom} to say by {day} what came of it.")
SAY = Sentence("share.say", "Say what came of it")
TITLE = Sentence("share.title", "What came of it")
WHO_READS = Sentence("share.who_reads", "It is read by {whom}: now on Home, and in the next weekly note.")
FIELD = Sentence("share.field", "What came of it?")
HINT = Sentence("share.hint", "What will happen, or what will not and why. A line or two.")
SEND = Sentence("share.send", "Send")
IN_CONFIDENCE = Sentence(
    "share.in_confidence", "In confidence, in random order. Who said it is not shown to you or anybody."
)
TOO_FEW = Sentence(
    "share.too_few", "Fewer than {few} people said something in confidence, so nobody reads it: it could point at them."
)
READ_ALL = Sentence("share.read_all", "Read all {n}")
FURTHER = Sentence("share.further", "Read on")
BACK = Sentence("share.back", "Back to the answer")
SAID_TITLE = Sentence("share.said_title", "What was said")
MORE_THERE = Sentence(
    "share.more_there", "There is more than fits here. What was promised and sorted stands on your Home."
)
CHOSEN = Sentence("share.chosen", "Chosen: {thing}")
NEWS = Sentence("share.news", "News")
WANTED = Sentence("share.wanted", "By {day}, for {whom}: {said}")
AWAITED = Sentence("share.awaited", "Nobody is invited to it or asked about it before you have written this.")
WRITE = Sentence("share.write", "Write it")
TOLD = Sentence("share.told", "{answerer}: {said}")
NO_NEWS = Sentence("share.no_news", "{answerer} promised news by {day}. There is none yet.")
NOTHING_TOLD = Sentence("share.nothing_told", "Please write something, or press Close.")
TOLD_ALREADY = Sentence("share.told_already", "This has been written already, or the round is over.")
ALONE = Sentence("share.alone", "For you alone: Hearback keeps nothing of what you think or write down.")
SPEAK_UP = Sentence("share.speak_up", "Speak up")
EMPTY = Sentence("share.empty", "Please write what came of it, or press Close.")
TOO_LONG = Sentence("share.too_long", "That is {size} characters. Please shorten it to {n}.")
TO_BRIEF = Sentence("share.to_brief", "Answer the brief")
MISSING = Sentence("share.missing", "Your words stay here. Please answer this in the brief on Home first: {thing}")
MISSING_MORE = Sentence(
    "share.missing_more", "Your words stay here. Please answer this in the brief on Home first, and {n} more: {thing}"
)
DONE = Sentence("share.done", "Sent. It stands on Home now, and in the next weekly note of {whom}.")
PROMISE = Sentence("share.promise", "Promise something")
ALREADY = Sentence("share.already", "This has been answered already. What came of it stands on Home.")
NO_ENDING = Sentence("share.no_ending", "Nothing is said yet of what comes of: {themes}.")
NO_NAME = Sentence("share.no_name", "{n} heaps have no name yet.", one="{n} heap has no name yet.")
THEMES_FIRST = Sentence(
    "share.themes_first",
    "Go to Home, press Sort comments, and give each an ending, or drop it. Then say what came of it.",
)
LET_THEM_LOOK = Sentence(
    "share.let_them_look",
    "Those who were asked look at the themes first. Go to Home, press Sort comments, and let them; some days later you can say "
    "what came of it.",
)
THEY_LOOK = Sentence(
    "share.they_look",
    "Those who were asked can look at the themes until {closes}. Then you can say what came of it.",
)
NUMBER = Sentence("share.number", "The number")
NUMBER_HINT = Sentence("share.number_hint", "Digits alone, such as 12 or 7.5.")
NO_NUMBER = Sentence("share.no_number", "This is no number. Please write digits alone, such as 12 or 7.5.")
NUMBER_TOLD = Sentence("share.number_told", "{asked} {answerer}: {said}")
SEE_CHART = Sentence("share.see_chart", "See the run chart")
RUN_TITLE = Sentence("share.run_title", "Run chart")
RUN_ACROSS = Sentence("share.run_across", "Asked on")
RUN_MEDIAN = Sentence("share.run_median", "Median {n}")
RUN_MISSING = Sentence("share.run_missing", "no number")
RUN_EMPTY = Sentence("share.run_empty", "There is no number yet.")
RUN_NEWEST = Sentence("share.run_newest", "The newest, of {day}: {value}. The median of {n} is {median}.")
RUN_FEW = Sentence("share.run_few", "That is too few to say whether it changes.")
RUN_ABOVE = Sentence("share.run_above", "The last {n} lie above the median: it has probably risen.")
RUN_BELOW = Sentence("share.run_below", "The last {n} lie below the median: it has probably fallen.")
RUN_RISING = Sentence("share.run_rising", "The last {n} rise one after another: it is probably rising.")
RUN_FALLING = Sentence("share.run_falling", "The last {n} fall one after another: it is probably falling.")
RUN_NONE = Sentence("share.run_none", "No clear change.")
RUN_CHANGED = Sentence("share.run_changed", "{n}: {said}")
CHANGED = Sentence("share.changed", "What was changed")
MEND = Sentence("share.mend", "Mend the number")
NOT_YOURS = Sentence("share.not_yours", "Only {answerer} says what came of this.")
GONE = Sentence("share.gone", "This is not here any more.")
EVERY = tuple(value for value in list(globals().values()) if isinstance(value, Sentence))
