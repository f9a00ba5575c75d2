"""Every sentence that people read before, while and after they write to a guardian."""

from bot.words import Sentence
from conversations.speak_up import words_back, words_changed

TITLE = Sentence("speak_up.title", "Speak up")
DANGER = Sentence(
    "speak_up.danger",
    "In danger now? Call {emergency}.\nA crime, but not urgent? Call {police}.\nHate crime: {hate_crime}.",
)
HEALTH = Sentence("speak_up.health", "Not well yourself? {health}")
TALK_FIRST = Sentence("speak_up.talk_first", "Rather talk first, with your name kept private? {who}")
GUARDIAN = Sentence("speak_up.guardian", "Your Freedom to Speak Up guardian: {guardian}")
NO_GUARDIAN = Sentence(
    "speak_up.no_guardian",
    "Rather talk first? Your switchboard or a union representative knows who your Freedom to Speak Up guardian is.",
)
OUTSIDE = Sentence("speak_up.outside", "Outside your workplace: {outside}.")
TRACE = Sentence(
    "speak_up.trace",
    "Hearback does not record that you opened this page. In the chat, the chat service knows that you pressed the button.",
)
SHORT = Sentence(
    "speak_up.short",
    "You choose who reads it. A person answers in 3 working days. What we promise, and what we cannot, stands on the next "
    "page, before you write.",
)
PROMISE_TITLE = Sentence("speak_up.promise_title", "What we promise")
CAN = Sentence(
    "speak_up.can",
    "A person answers in 3 working days, and you can go on talking. You hear what was done within 3 months.",
)
PROMISE = Sentence(
    "speak_up.promise",
    "What you write is not linked to you by us. Hearback tells nothing to your supervisor, appraisal or training record, and "
    "keeps no note of who wrote, or when.",
)
CANNOT = Sentence(
    "speak_up.cannot",
    "In the chat, what you write passes through the chat service. {operator}, who runs the server, could "
    "tamper with it while you write. A device of your employer can show your screen. The way you write, or something that "
    "only you know, can tell who you are.",
)
CANNOT_HERE = Sentence(
    "speak_up.cannot_here",
    "{operator}, who runs the server, could tamper with what you write while you write. The way you write, or something that "
    "only you know, can tell who you are.",
)
WRITE_HERE = Sentence("speak_up.write_here", "Write to a guardian, without your name")
LIMITS_TITLE = Sentence("speak_up.limits_title", "What we cannot promise")
DOOR = Sentence(
    "speak_up.door", "Safer: on your own telephone, away from work, open {door}. It needs no chat and no name."
)
CLOSED = Sentence(
    "speak_up.closed",
    "You cannot write to a guardian through Hearback now. Please do not write a concern in a chat, which keeps it: "
    "turn to one of those on this page.",
)
NOT_TAKEN = Sentence(
    "speak_up.not_taken",
    "This was not taken in: the list of those who may read it cannot be trusted now. Your words are still here. "
    "Please turn to {who} instead.",
)
SOMEBODY = Sentence("speak_up.somebody", "one of those on the first page")
GO_ON = Sentence("speak_up.go_on", "Go on")
READ_REPLY = Sentence("speak_up.read_reply", "Read a reply")

LISTED = Sentence("speak_up.listed", "{role}. Answers to {whom}")
CHOSEN_ONLY = Sentence(
    "speak_up.chosen_only",
    "Choose one or more. Only they can open it. Whoever you leave out cannot, and is not told that there is anything.",
)
TO = Sentence("speak_up.to", "Who may read it?")
WHAT = Sentence("speak_up.what", "What happened?")
WHAT_HINT = Sentence(
    "speak_up.what_hint",
    "What, where, how often, and who else could say so. Leave out what would show who you are. At most {n} characters.",
)
CATEGORY = Sentence("speak_up.category", "What is it about most of all?")
PATIENT_SAFETY = Sentence("speak_up.patient_safety", "Patients' safety, or the quality of care")
WORKER_SAFETY = Sentence("speak_up.worker_safety", "Staff's safety or wellbeing")
BULLYING = Sentence("speak_up.bullying", "Bullying or harassment")
BEHAVIOUR = Sentence("speak_up.behaviour", "Other behaviour that is not right")
DETRIMENT = Sentence("speak_up.detriment", "Being treated worse after speaking up")
OTHER = Sentence("speak_up.other", "Something else")
URGENT = Sentence("speak_up.urgent", "Could somebody come to harm in the next days?")
URGENT_HINT = Sentence(
    "speak_up.urgent_hint",
    "With Yes it can be read at once, and guardians are told that something urgent came. The price: the time may show who "
    "wrote.",
)
NO, YES = Sentence("speak_up.no", "No"), Sentence("speak_up.yes", "Yes, it is urgent")
RELEASE = Sentence("speak_up.release", "If it is not urgent: when may they read it?")
RELEASE_HINT = Sentence("speak_up.release_hint", "Later hides better when you wrote.")
NEXT_DAY = Sentence("speak_up.next_day", "From tomorrow on")
THREE_DAYS = Sentence("speak_up.three_days", "On one of the next three days, by chance")
UNIT = Sentence("speak_up.unit", "Where was it?")
UNIT_HINT = Sentence("speak_up.unit_hint", "You need not say. Only places where at least {n} people work are listed.")
NO_UNIT = Sentence("speak_up.no_unit", "I would rather not say")
SEND = Sentence("speak_up.send", "Send")

NEEDED = Sentence("speak_up.needed", "Please write what happened.")
TOO_LONG = Sentence(
    "speak_up.too_long", "That is {size} characters. Please shorten it to {n}; all your words are still here."
)
CHOOSE_READERS = Sentence("speak_up.choose_readers", "Please choose at least one person, and at most {n}.")
CHOOSE = Sentence("speak_up.choose", "Please choose one.")
CHANGED = Sentence("speak_up.changed", "The list has changed since you opened this. Please choose again.")
TOO_OFTEN = Sentence(
    "speak_up.too_often",
    "You have sent {n} reports since this time yesterday, which is as many as we take from one person. Your words are still "
    "here: keep them, and send them tomorrow, or talk to a guardian.",
)
TOO_MANY = Sentence(
    "speak_up.too_many",
    "Many reports came in this hour, and this one was not taken in. Your words are still here. Please try again in an hour.",
)
TOO_MANY_LOOKS = Sentence(
    "speak_up.too_many_looks", "You have looked {n} times in the last hour. Please wait an hour, then try again."
)

MAY_SHOW = Sentence(
    "speak_up.may_show", "This may show who you are: {found}. Change it, or tick the box to send it as it is."
)
ANYWAY = Sentence("speak_up.anyway", "Send it all the same?")
ANYWAY_TICK = Sentence("speak_up.anyway_tick", "Yes, send it as it is")

KEEP_TITLE = Sentence("speak_up.keep_title", "Keep these words")
SENT = Sentence("speak_up.sent", "Sent. {names} can read it {day}.")
FROM = Sentence("speak_up.from", "from {day} on")
WITHIN = Sentence("speak_up.within", "on one of the next three days")
NOW = Sentence("speak_up.now", "now")
KEEP = Sentence(
    "speak_up.keep",
    "With these words you read the answer, and go on writing. Write them down away from work, or photograph them with your own "
    "telephone. The numbers below them do the same.",
)
FINAL = Sentence(
    "speak_up.final",
    "Nobody can give you these words again, and they are shown only here. Whoever has them can read and write in your place. "
    "They go on working if you lose your account at work.",
)
WHERE = Sentence("speak_up.where", "Read the answer here with Speak up, Read a reply, or at {door}")
HAVE_THEM = Sentence("speak_up.have_them", "I have kept them")
CHECK_TITLE = Sentence("speak_up.check_title", "Two of your words")
CHECK = Sentence(
    "speak_up.check",
    "To be sure that you can come back: please type in two of your words. If you did not keep them, close this, write again, "
    "and say in it that you lost the words of a report.",
)
WORD = Sentence("speak_up.word", "Word number {place}")
CHECK_SEND = Sentence("speak_up.check_send", "Check")
NOT_THESE = Sentence(
    "speak_up.not_these",
    "These are not words number {first} and {second}. Look at what you wrote down, and count again.",
)
NO_CHECK = Sentence("speak_up.no_check", "These two words cannot be checked here any more. What you sent is safe.")
DONE_TITLE = Sentence("speak_up.done_title", "Done")
DONE = Sentence(
    "speak_up.done",
    "Your words are right, and your report is on its way. A person answers in 3 working days. No message will tell you: look "
    "with your words whenever you like.",
)
PROTECTS = Sentence("speak_up.protects", "How this protects you")
PROTECTS_TITLE = Sentence("speak_up.protects_title", "What protects you")
PROTECTS_DOES = Sentence("speak_up.protects_does", "What it does")
PROTECTS_NAME = Sentence(
    "speak_up.protects_name",
    "We do not keep your name. We do not keep who pressed a button, or when. What you write is locked before it is kept. Only "
    "the people whom you tick can open it. Nobody else can: not your manager, and not those who run the computers.",
)
PROTECTS_WORDS = Sentence(
    "speak_up.protects_words",
    "You get eight words. They are your only key. We have no copy. With them you can read the answer, write more, or erase it "
    "all. That you looked is not written down.",
)
PROTECTS_NOT = Sentence("speak_up.protects_not", "What it cannot do")
PROTECTS_CHAT = Sentence(
    "speak_up.protects_chat",
    "The chat service can see that you pressed a button. So can a work phone or a work computer. Your own phone, away from "
    "work, is safer. Somebody who changes our program could read what you write from then on.",
)
PROTECTS_YOU = Sentence(
    "speak_up.protects_you",
    "People may guess from what you say. Leave out names, dates and things that only you know. If your team is small, name no "
    "place. If you press urgent, the time may show who wrote. A guardian can be made to show what you wrote. They cannot be "
    "made to say who you are: they do not know it.",
)
EVERY = (
    *(value for value in list(globals().values()) if isinstance(value, Sentence)),
    *words_back.EVERY,
    *words_changed.EVERY,
)
