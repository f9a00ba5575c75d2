"""Every sentence of the weekly note itself, and of the forms about when Hearback may write."""

from bot.words import Sentence

HELLO = Sentence(
    "note.hello",
    "Hello. Once a week I may ask one question, and I tell you what came of it. {sponsor} asked for this; {operator} runs it.",
)
UNTIL_CHOSEN = Sentence(
    "note.until_chosen", "Until you choose another time, I write on weekdays between 10:00 and 16:00 only."
)
COMING = Sentence("note.coming", "Coming")
SPEAK_UP_LINE = Sentence(
    "note.speak_up_line",
    "Rather raise something in private? Not in this chat: open Hearback's Home and press Speak up.",
)
WHEN = Sentence("note.when", "When may I write?")
WHEN_TEXT = Sentence(
    "note.when_text",
    "You get one note a week, and at most one other message. You can set days off, a rota or a pause on Hearback's Home.",
)
WISHES_TEXT = Sentence(
    "note.wishes_text",
    "You get one note a week, and at most one other message. What you ask for yourself, and what falls to you because you "
    "answer back, is not counted. Nobody sees what you choose here.",
)
HOURS = Sentence("note.hours", "When may I write?")
MORNINGS = Sentence("note.mornings", "Mornings, 07:00 to 12:00")
DAYTIME = Sentence("note.daytime", "Daytime, 10:00 to 16:00")
EVENINGS = Sentence("note.evenings", "Evenings, 17:00 to 21:00")
NIGHTS = Sentence("note.nights", "I work nights: 20:00 to 06:00")
OWN = Sentence("note.own", "Other hours, chosen below")
ONLY_HOME = Sentence("note.only_home", "Only when I open it")
ONLY_HOME_HINT = Sentence(
    "note.only_home_hint", "Only when I open it: nothing is sent. What is open for you stands on Home."
)
STARTS = Sentence("note.starts", "Not before")
ENDS = Sentence("note.ends", "Not after")
OWN_HINT = Sentence("note.own_hint", "Only for other hours. They may go past midnight.")
DAYS = Sentence("note.days", "Which days do you work?")
WEEKDAYS = Sentence("note.weekdays", "Monday to Friday")
EVERY_DAY = Sentence("note.every_day", "Any day of the week")
ROTA = Sentence("note.rota", "Four days on, four days off")
ROTA_FROM = Sentence("note.rota_from", "The first of four days on")
ROTA_HINT = Sentence("note.rota_hint", "Only for four on, four off. Any such day will do.")
DAY_OFF = Sentence("note.day_off", "A day off each week")
SECOND_DAY_OFF = Sentence("note.second_day_off", "Another day off each week")
NO_DAY_OFF = Sentence("note.no_day_off", "None")
ANY_DAY = Sentence("note.any_day", "Any day")
NOTE_DAY = Sentence("note.note_day", "Day of the weekly note")
NOTE_DAY_HINT = Sentence("note.note_day_hint", "On any day: it comes when there is something to say.")
NOTE_AT = Sentence("note.note_at", "Time of the weekly note")
BACK = Sentence("note.back", "Pause until")
BACK_HINT = Sentence("note.back_hint", "From this day on I write again.")
LANGUAGE = Sentence("note.language", "Language")
LANGUAGE_TOLD = Sentence("note.language_told", "The same as in this chat app")
KEEP = Sentence("note.keep", "Keep it")
KEPT = Sentence("note.kept", "Kept. Your next note comes on {when} at the earliest, if there is something to say.")
KEPT_HOME = Sentence(
    "note.kept_home", "Kept. I do not write to you. What is open for you stands on Home. You can change this there."
)
CHOOSE = Sentence("note.choose", "Choose one of these.")
CHOOSE_HOURS = Sentence("note.choose_hours", "Choose two different times, or one of the answers above.")
CHOOSE_ROTA = Sentence("note.choose_rota", "Choose a first day on, within a year of today.")
NO_DAY = Sentence(
    "note.no_day", "That leaves no day on which I may write. Choose fewer days off, or: Only when I open it."
)
OUTSIDE = Sentence("note.outside", "This is outside the hours above. Choose a time within them, or leave it empty.")
TOO_FAR = Sentence("note.too_far", "Choose a day after today, within a year.")
LATER_TITLE = Sentence("note.later_title", "Later")
LATER_TEXT = Sentence("note.later_text", "{subject}: open until {closes}. You can also answer on Hearback's Home.")
LATER_WHICH = Sentence("note.later_which", "Later: choose which")
SOME_TEXT = Sentence(
    "note.some_text",
    "When shall I come back to these? Leave out what you want to answer now. All of them stay on Hearback's Home.",
)
SOME_UNTIL = Sentence("note.some_until", "Open until {closes}.")
CHOOSE_SOME = Sentence("note.choose_some", "Choose for at least one question when I come back to it, or press Close.")
LATER = Sentence("note.later", "When shall I come back to this?")
IN_A_DAY = Sentence("note.in_a_day", "In a day")
IN_A_WEEK = Sentence("note.in_a_week", "In a week")
NOT_THIS_TIME = Sentence("note.not_this_time", "Not this time")
LATER_DONE = Sentence(
    "note.later_done",
    "I come back to this on {day}, unless you answer before, and not again. It is on Home until {closes}.",
)
TOO_LATE_THEN = Sentence("note.too_late_then", "The question closes before that. Choose another answer.")
CAME_BACK = Sentence(
    "note.came_back", "I have come back to this once, and do not do so again. It is on Home until {closes}."
)
NOT_NOW_TITLE = Sentence("note.not_now_title", "Not this time")
NOT_NOW_TEXT = Sentence(
    "note.not_now_text",
    "{subject}: nothing more comes about this question. No one is told. It stays on Hearback's Home until {closes}.",
)
NOT_NOW_DONE = Sentence("note.not_now_done", "Done. Nothing more comes about this question.")
NOT_ASKED = Sentence("note.not_asked", "This question was not put to you, so there is nothing to put off.")
CLOSED = Sentence("note.closed", "This question has closed. Nothing more comes about it.")
EVERY = tuple(value for value in list(globals().values()) if isinstance(value, Sentence))
