"""Every sentence that stewards, and those who answer back, read."""

from bot.words import Sentence

CLOSED = Sentence("steward.closed", "{subject}: the round has closed. You promised an answer by {day}.")
OVERDUE = Sentence(
    "steward.overdue", "{subject}: you promised an answer by {day}, and people can see that there is none yet."
)
VOID = Sentence(
    "steward.void",
    "{subject}: the key to the answers was lost, so the round was cancelled. Nobody can read them. Everybody who was asked "
    "sees this on Home.",
)
TOO_FEW = Sentence(
    "steward.too_few",
    "{subject} did not open: fewer than {k} people are in the circle, so an answer could be traced to a person. Ask with "
    "names shown, or ask a larger circle.",
)
NO_ANSWERER = Sentence(
    "steward.no_answerer",
    "{subject} did not open: nobody answers back any more. Open Hearback's Home, press Start, and choose who does.",
)
ANSWERER_LEFT = Sentence(
    "steward.answerer_left",
    "{subject}: the person who answers back has left. Open Hearback's Home, press Start it, and choose who does. They also "
    "answer for the questions that are open or closed now.",
)
ANSWER_BACK = Sentence("steward.answer_back", "Answer back")
ANSWER_TITLE = Sentence("steward.answer_title", "Answer back")
COMMENTS = Sentence("steward.comments", "What people added, in random order")
SAID = Sentence("steward.said", "What was said")
WILL_DO = Sentence("steward.will_do", "What will be done?")
WILL_DO_HINT = Sentence(
    "steward.will_do_hint", "One thing that people can check is better than three that they cannot."
)
WILL_NOT = Sentence("steward.will_not", "What will not be done, and why?")
WILL_NOT_HINT = Sentence("steward.will_not_hint", '"Not now, because" is an answer too.')
BY_DAY = Sentence("steward.by_day", "By when?")
WHO_SEES = Sentence(
    "steward.who_sees", "Everybody who was asked sees this on Home at once, and in their next weekly note."
)
SEND = Sentence("steward.send", "Send to everybody")
CLOSE = Sentence("steward.close", "Close")
DONE_TITLE = Sentence("steward.done_title", "Sent")
DONE = Sentence("steward.done", "Thank you. Everybody who was asked can see it now.")
ALREADY = Sentence("steward.already", "This round has been answered already. Nothing was changed.")
NEEDED = Sentence("steward.needed", "Please say what will be done, even if it is small.")
TOO_LONG = Sentence("steward.too_long", "That is {size} characters. Please shorten it to {n}.")
PAST = Sentence("steward.past", "Choose a day from today on, within a year.")
NOT_YOURS = Sentence("steward.not_yours", "Only {answerer} answers back for this round.")
GONE = Sentence("steward.gone", "There is nothing here any more. Open Hearback's Home to see what waits for you.")
NOT_STEWARD = Sentence(
    "steward.not_steward", "Only stewards can do this. The people who run Hearback ({operator}) can make you one."
)
START = Sentence("steward.start", "Start: {subject}")
START_BUTTON = Sentence("steward.start_button", "Start it")
START_TITLE = Sentence("steward.start_title", "Start a question")
START_TEXT = Sentence(
    "steward.start_text",
    "Everybody is asked the same question every week, in their weekly note, at their own time. Answers are kept without "
    "names. It is announced on everybody's Home today, and opens five working days later at the earliest.",
)
FORESEEN = Sentence(
    "steward.foreseen",
    "As people want it now, {now} of {everybody} get it on the day it opens. The others get it in their own next weekly "
    "note, or see it on Home only.",
)
NOT_RUNNING = Sentence("steward.not_running", "{subject}: this question is not being asked yet.")
WHO = Sentence("steward.who", "Who answers back?")
WHO_HINT = Sentence("steward.who_hint", "Their name stands in every question.")
STARTED = Sentence("steward.started", "Started. The first question comes on {day}. {answerer} answers back.")
NOBODY = Sentence("steward.nobody", "Choose who answers back.")
EVERY = tuple(value for value in list(globals().values()) if isinstance(value, Sentence))
