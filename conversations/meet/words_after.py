"""Every sentence that comes after an event: the catch-up, what people add, and what will change."""

from bot.words import Sentence

AFTER_CARD = Sentence(
    "meet.after_card",
    "{name} is over. {n} people want to hear what came of it. Five lines are enough.",
    "{name} is over. {n} person wants to hear what came of it. Five lines are enough.",
)
AFTER_LINE = Sentence("meet.after_line", "It is over. Write a few lines for those who could not come.")
WRITE_IT = Sentence("meet.write_it", "Write the catch-up")
AFTER_TITLE = Sentence("meet.after_title", "Catch-up")
AFTER_TEXT = Sentence(
    "meet.after_text",
    "It goes into the weekly note of those who could not come, and stands on Home for those who came.",
)
SUMMARY = Sentence("meet.summary", "What was said?")
SUMMARY_HINT = Sentence("meet.summary_hint", "Five lines. Leave out what somebody said in confidence.")
RECORDING = Sentence("meet.recording", "Link to the recording")
RECORDING_MINUTES = Sentence("meet.recording_minutes", "How many minutes is it?")
SPOKEN = Sentence("meet.spoken", "Can the recording be read?")
WITH_CAPTIONS = Sentence("meet.with_captions", "It has captions")
WITH_TRANSCRIPT = Sentence("meet.with_transcript", "It has a transcript")
WITH_NEITHER = Sentence("meet.with_neither", "No captions, no transcript")
SHOWN = Sentence("meet.shown", "Link to what was shown")
WILL_CHANGE = Sentence("meet.will_change", "What will you do otherwise next time?")
WILL_CHANGE_HINT = Sentence("meet.will_change_hint", "It stands in the next invitation, if you duplicate this event.")
SEND_AFTER = Sentence("meet.send_after", "Send the catch-up")
AFTER_DONE = Sentence("meet.after_done", "Sent. It is in the next note of those who could not come.")
AFTER_MENDED = Sentence("meet.after_mended", "Mended. It does not go out a second time.")
REPLIED = Sentence("meet.replied", "Kept. Your answer stands above their words, and on their Home.")
NEEDS_MINUTES = Sentence("meet.needs_minutes", "Write a whole number of minutes, and whether it can be read.")

EVALUATES = Sentence(
    "meet.evaluates",
    "On {day} those who came are asked how it was, without their names. You answer back when it has closed.",
)
EVALUATED = Sentence(
    "meet.evaluated", "Those who came are asked how it was, without their names. You answer back when it has closed."
)
TOO_FEW = Sentence(
    "meet.too_few",
    "Nobody is asked how it was: fewer than {n} people said that they come, and of so few even an answer without a name "
    "could be known by its words. Ask them yourself.",
)
WHAT_CHANGES = Sentence("meet.what_changes", "What changes next time: {change}")
CAME = Sentence("meet.came", "You could not come to {name}. {summary}")
OVER_LINE = Sentence("meet.over_line", "It is over. The catch-up comes when it is written.")
ASKS_LINE = Sentence("meet.asks_line", "It is over. {lead} asks: {question}")
ANSWER_CAME = Sentence("meet.answer_came", "{lead} answered: {answer}")
TO_ANSWER = Sentence("meet.to_answer", "People have answered what you asked: {question}")
ANSWER_BACK = Sentence("meet.answer_back", "Answer them")
ANSWERED = Sentence("meet.answered", "What do you say to what people answered?")
ANSWERED_HINT = Sentence("meet.answered_hint", "You asked: {question} It stands above their words, and on their Home.")
YOUR_ANSWER = Sentence("meet.your_answer", "Your answer")
ADD_YOURS = Sentence("meet.add_yours", "Say something to it")
ASKED_BY = Sentence("meet.asked_by", "{lead} asks, and answers by {day}: {question}")
READ_IT = Sentence("meet.read_it", "Read it, and add yours")
WAS_NOT_THERE = Sentence("meet.was_not_there", "I could not be there")
CAUGHT_TITLE = Sentence("meet.caught_title", "What came of it")
RECORDING_FACT = Sentence("meet.recording_fact", "Recording")
RECORDING_IS = Sentence("meet.recording_is", "{n} minutes. {spoken}.", "{n} minute. {spoken}.")
WATCH = Sentence("meet.watch", "Open the recording")
SEE = Sentence("meet.see", "Open what was shown")
WORDS_HEADING = Sentence("meet.words_heading", "What people added, whether they came or not")
WORD = Sentence("meet.word", "{name}: {text}")
YOURS = Sentence("meet.yours", "Add yours")
YOURS_HINT = Sentence(
    "meet.yours_hint", "Your name is shown with what you say. Leave it empty to take back what you added."
)
ADD = Sentence("meet.add", "Add it")
ADDED = Sentence(
    "meet.added", "Kept, with your name. You can change it or take it back here for 14 days after the event."
)
TAKEN_BACK = Sentence("meet.taken_back", "Taken back.")
MISSED_ASK = Sentence("meet.missed_ask", "You could not be at {name}? Then you get the catch-up. Nobody is told.")
MISSED_DO = Sentence("meet.missed_do", "Send it to me")
MISSED = Sentence("meet.missed", "Kept. The catch-up of {name} is in your next note, once it is written.")
TOO_LATE = Sentence("meet.too_late", "That was too long ago to add something.")
EVERY = tuple(value for value in list(globals().values()) if isinstance(value, Sentence))
