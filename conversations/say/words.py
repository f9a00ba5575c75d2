"""Every sentence that people read where a practice asks them for words."""

from bot.words import Sentence

FIRST = Sentence("say.first", "This is the first. You will hear what came of it.")
LAST_TIME = Sentence("say.last_time", "Last time: {said}")
LATE = Sentence("say.late", "{answerer} promised by {day} to say what came of the last one. There is no news since.")
NOT_YET = Sentence("say.not_yet", "{answerer} says what came of the last one by {day}.")
LISTEN = Sentence("say.listen", "{answerer} listens, and says what came of it by {day}.")
ADVISE = Sentence("say.advise", "You advise; {answerer} decides, and says what came of it by {day}.")
ANSWERED = Sentence("say.answered", "{answerer} says what came of it by {day}.")
YES_OR_NO = Sentence(
    "say.yes_or_no",
    "You say together what matters; {answerer} says yes or no to it, and what came of it by {day}.",
)
DECIDE = Sentence("say.decide", "You decide this together. {answerer} says what came of it by {day}.")
NAMED = Sentence("say.named", "Your name stands beside what you say. It can be read by {whom}.")
APPROVED = Sentence(
    "say.approved",
    "{answerer} reads it first and may tidy the words. They are read by {whom}, with your name, only when you have said yes to "
    "the final words. You can take them back at any time.",
)
CONFIDENTIAL = Sentence(
    "say.confidential",
    "Nobody is shown who said it, and nobody reads it unless at least {few} people said something; then it is read "
    "by {readers}, in random order. {operator}, who runs the server, could find out who said what: a key tells, until it is "
    "destroyed 30 days after the close. The chat service knows that you pressed the button.",
)
UNTIL = Sentence("say.until", "Open until {closes}.")
SAY = Sentence("say.say", "Say it")
READ = Sentence("say.read", "Read what was said")
YOURS = Sentence("say.yours", "Your words")
HINT = Sentence("say.hint", "One or two lines are plenty.")
SEND = Sentence("say.send", "Send")
REPLACES = Sentence("say.replaces", "This takes the place of what you said before.")
KEPT_TITLE = Sentence("say.kept_title", "Said")
KEPT = Sentence("say.kept", "Thank you. You can change it or take it back until {closes}.")
EMPTY = Sentence("say.empty", "Please write something, or press Close.")
TOO_LONG = Sentence("say.too_long", "That is {size} characters. Please shorten it to {n}.")
OVER = Sentence("say.over", "This is over, so it was not kept. What came of it stands on Home.")
HOME_SAID = Sentence("say.home_said", "You said: {said}")
HOME_SEALED = Sentence("say.home_sealed", "What you say here is not shown, not even to you.")
TAKE_BACK = Sentence("say.take_back", "Take it back")
TAKE_BACK_ASK = Sentence("say.take_back_ask", "Whatever you said here is removed. You can say something else later.")
TAKEN_BACK = Sentence("say.taken_back", "It is gone. Nothing you said here is kept.")
NOBODY = Sentence("say.nobody", "Nobody has said anything yet.")
BY = Sentence("say.by", "{name}: {said}")
SOMEBODY = Sentence("say.somebody", "Somebody who has left")
MORE = Sentence("say.more", "The next ones")
NOT_YOURS = Sentence("say.not_yours", "This is for the people in another circle, or it is not there any more.")
EVERY = tuple(value for value in list(globals().values()) if isinstance(value, Sentence))
