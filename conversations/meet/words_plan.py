"""Every sentence that somebody reads who plans an event: the form, the preview, the warnings, the approval."""

from bot.words import Sentence

MINE = Sentence("meet.mine", "Your events")
MINE_TEXT = Sentence("meet.mine_text", "You can announce something to: {circles}.")
DUPLICATE = Sentence("meet.duplicate", "Duplicate last")
DUPLICATE_TEXT = Sentence("meet.duplicate_text", "The last one was {name}. A duplicate asks only for the new day.")
NEW = Sentence("meet.new", "New event")
MARKED = Sentence("meet.marked", "Marked days")
MINE_LINE = Sentence("meet.mine_line", "{when}, for {circle}: {state}")
STATE_DRAFT = Sentence("meet.state_draft", "not sent yet")
STATE_ASKING = Sentence("meet.state_asking", "waits for a second person")
COUNT_ROOM = Sentence("meet.count_room", "{n} in person")
COUNT_ONLINE = Sentence("meet.count_online", "{n} online")
COUNT_WAITING = Sentence("meet.count_waiting", "{n} waiting")
COUNT_MAYBE = Sentence("meet.count_maybe", "{n} not sure yet")
COUNT_CATCH_UP = Sentence("meet.count_catch_up", "{n} want the catch-up", "{n} wants the catch-up")
STATE_PLANNED = Sentence("meet.state_planned", "to be announced on {day}")
STATE_NONE = Sentence("meet.state_none", "nobody has answered yet")
STATE_OVER = Sentence("meet.state_over", "over")
CATCH_UP = Sentence("meet.write_catch_up", "Catch-up")
CHANGE = Sentence("meet.change", "Change")
WHO = Sentence("meet.who", "Who comes")
CANCEL = Sentence("meet.cancel", "Cancel it")

PLACE_ASKED = Sentence("meet.place_asked", "You host {name}, {when}. It is announced. Please say where it is.")
PLACE_LAST = Sentence(
    "meet.place_last", "Nobody knows yet where {name}, {when}, is. You host it: please say where. I do not ask again."
)
PLACE_LINE = Sentence("meet.place_line", "You host it, {when}. People wait to hear where.")
SAY_WHERE = Sentence("meet.say_where", "Say where it is")
WHERE_OF = Sentence("meet.where_of", "{name}, {when}. Whoever said that they come gets one message.")
TELL_THEM = Sentence("meet.tell_them", "Tell them")
AGAIN_TEXT = Sentence(
    "meet.again_text",
    "{name}, for {whom}, once more. Everything but its day is as it was, and you see it before it is sent.",
)

FORM_TITLE = Sentence("meet.form_title", "Event")
FORM_TEXT = Sentence("meet.form_text", "You see it as they will before anything is sent.")
FOR_WHOM = Sentence("meet.for_whom", "For whom")
NAME = Sentence("meet.name", "What is it called?")
DAY = Sentence("meet.day", "Day")
AT = Sentence("meet.at", "Begins at")
AT_HINT = Sentence("meet.at_hint", "24-hour clock, such as 12:30. Time in {zone}.")
LASTS = Sentence("meet.lasts", "Lasts")
MINUTES = Sentence("meet.minutes", "{n} minutes")
HOURS = Sentence("meet.hours", "{n} hours", "{n} hour")
HOURS_HALF = Sentence("meet.hours_half", "1 hour 30 minutes")
ROOM = Sentence("meet.room", "Room or place")
LINK = Sentence("meet.link", "Link to join online")
LINK_HINT = Sentence("meet.link_hint", "Give a place, a link, or both. The link is shown to those who come.")
ABOUT = Sentence("meet.about", "What is it about?")
ABOUT_HINT = Sentence("meet.about_hint", "A few lines. Say what people will see or do.")
ACCESS = Sentence("meet.access", "What makes it easier to take part?")
PLACES = Sentence("meet.places", "Places")
PLACES_HINT = Sentence("meet.places_hint", "Leave it empty if everybody fits. With a limit there is a waiting list.")
QUESTION = Sentence("meet.question", "One question for everybody")
QUESTION_HINT = Sentence(
    "meet.question_hint",
    "Those who came and those who could not answer it with their names, in one list. You answer back.",
)
EVALUATE = Sentence("meet.evaluate", "Ask afterwards how it was?")
EVALUATE_HINT = Sentence(
    "meet.evaluate_hint", "If {n} people or more say that they come. You answer back. Not in a hidden network."
)
EVALUATE_YES = Sentence("meet.evaluate_yes", "Yes: two taps and a line, without names")
EVALUATE_NO = Sentence("meet.evaluate_no", "No")
SHOW_ME = Sentence("meet.show_me", "Show me")

NEEDED = Sentence("meet.needed", "Please write something here.")
TOO_LONG = Sentence("meet.too_long", "This has {size} characters; there is room for {n}.")
NO_DAY = Sentence("meet.no_day", "Choose a day.")
NO_TIME = Sentence("meet.no_time", "Write a time such as 09:30 or 14:00.")
PAST = Sentence("meet.past", "That time is past. Choose one that is still to come.")
TOO_FAR = Sentence("meet.too_far", "Choose a day within the next year.")
NO_SUCH_TIME = Sentence(
    "meet.no_such_time", "The clocks go forward that night, so there is no {at}. Choose {later}, or another time."
)
NO_WHERE = Sentence("meet.no_where", "Give a place, a link, or both.")
NO_LINK = Sentence("meet.no_link", "A link begins with https:// and has no spaces.")
NO_NUMBER = Sentence("meet.no_number", "Write a whole number from 1 to 100,000, or leave it empty.")
NOT_YOURS = Sentence("meet.not_yours", "You can announce something to a group that you lead. Choose one of these.")
NOBODY_YET = Sentence("meet.nobody_yet", "Only whoever leads a team or a network can announce an event.")

PREVIEW = Sentence("meet.preview", "Before it is sent")
AS_SHOWN = Sentence("meet.as_shown", "This is what they get:")
REACH_ALL = Sentence(
    "meet.reach_all",
    "{n} people. It stands on their Home at once, and in their next weekly note.",
    "{n} person. It stands on their Home at once, and in their next weekly note.",
)
REACH = Sentence(
    "meet.reach", "{n} people. On their Home at once. {notes}", "{n} person. On their Home at once. {notes}"
)
REACH_TODAY = Sentence("meet.reach_today", "At least {n} get it in a note today.")
REACH_DAY = Sentence("meet.reach_day", "At least {n} get it in their note on {day}.")
REACH_REST = Sentence("meet.reach_rest", "The others read it on Home, or in a later note.")
REACH_HIDDEN = Sentence(
    "meet.reach_hidden",
    "Everybody who belongs to it gets this on Home and in their next note. No group is named there.",
)
REACH_CHANGE = Sentence(
    "meet.reach_change",
    "{n} people who said that they come or may come, or wait, get one message.",
    "{n} person who said that they come or may come, or waits, gets one message.",
)
REACH_QUIET = Sentence("meet.reach_quiet", "Nobody gets a message about this change: time and place stay as they are.")
TWICE = Sentence("meet.twice", "The clocks go back that night and {at} comes twice: this is the first of the two.")
CLASH_BANK = Sentence("meet.clash_bank", "That day is a bank holiday: {name}.")
CLASH_BANK_IN = Sentence("meet.clash_bank_in", "That day is a bank holiday in {nations}: {name}.")
CLASH_DAY = Sentence("meet.clash_day", "That day is {name}. Some colleagues will not be at work.")
CLASH_FAST = Sentence(
    "meet.clash_fast", "That day is in {name}: many who keep it eat and drink nothing. Think of food."
)
CLASH_EVE = Sentence("meet.clash_eve", "That evening {name} begins.")
CLASH_PERHAPS = Sentence(
    "meet.clash_perhaps", "{name} may fall on that day: its date is a day more or less, and depends on sighting."
)
CLASH_FRIDAY = Sentence("meet.clash_friday", "That is the time of Friday prayers.")
FEWER = Sentence(
    "meet.fewer",
    "{n} have said yes already, which is more than that. They keep their places; nobody new gets one until fewer come.",
)
SMALL = Sentence(
    "meet.small",
    "Nobody is asked afterwards how it was: without names that takes at least {n} people. Ask them yourself.",
)
LARGE = Sentence("meet.large", "That is more than {n} people, so a second person has to approve it first.")
NO_APPROVER = Sentence(
    "meet.no_approver", "That is more than {n} people, and there is nobody who could approve it. Find a co-lead first."
)
ON_DAY = Sentence("meet.on_day", "Announce it on")
ON_DAY_HINT = Sentence("meet.on_day_hint", "Leave it empty to announce it now. On a later day it goes out at 9:00.")
NO_SUCH_DAY = Sentence("meet.no_such_day", "Choose a later day that is before the event, or leave it empty.")
PLANNED = Sentence(
    "meet.planned", "Kept. It is announced on {day}, and nobody else sees it before. You find it under Your events."
)
SEND = Sentence("meet.send", "Send")
SEND_CHANGE = Sentence("meet.send_change", "Change it")
SEND_ASK = Sentence("meet.send_ask", "Ask for approval")
CHANGE_IT = Sentence("meet.change_it", "Change something")
SENT_TITLE = Sentence("meet.sent_title", "Announced")
SENT = Sentence(
    "meet.sent", "Announced. It stands on Home now, and in the next weekly note. You find it under Your events."
)
SENT_CHANGE = Sentence(
    "meet.sent_change", "Changed. Those who said that they come hear of it once, if time or place changed."
)
ASKED = Sentence(
    "meet.asked", "Three people are asked now. Without an answer within 24 hours it is passed on. You hear of it."
)
TWIN = Sentence("meet.twin", "You have announced this already, for the same time. Nothing was sent twice.")
ALREADY = Sentence("meet.already", "This is announced already. Nothing was sent twice.")
STALE = Sentence("meet.stale", "That time is past. Press Change something, and choose another.")

APPROVE_CARD = Sentence("meet.approve_card", "{lead} wants to announce {name} to {n} people. Would you look at it?")
LOOK = Sentence("meet.look", "Look at it")
VERDICT = Sentence("meet.verdict", "What do you say?")
YES = Sentence("meet.yes", "Approve: it is announced at once")
BACK = Sentence("meet.back", "Send it back to {lead}")
SAY_IT = Sentence("meet.say_it", "Send")
DECIDED = Sentence("meet.decided", "Thank you. {lead} hears of it.")
NOT_ASKED = Sentence("meet.not_asked", "This is decided already, or not yours to decide. There is nothing to do.")
APPROVED = Sentence("meet.approved", "{name} was approved, and is announced.")
SENT_BACK = Sentence("meet.sent_back", "{name} was not approved. Have another look, or talk to a steward.")

AGREED = Sentence(
    "meet.agreed", "Two people agreed to these words. To say something else, cancel it and announce a new one."
)
CANCEL_TITLE = Sentence("meet.cancel_title", "Cancel an event")
CANCEL_ASK = Sentence(
    "meet.cancel_ask",
    "Cancel {name}, {when}? {n} people who said yes, may come, or wait get one message.",
    "Cancel {name}, {when}? {n} person who said yes, may come, or waits gets one message.",
)
CANCEL_DO = Sentence("meet.cancel_do", "Cancel the event")
CANCEL_DONE = Sentence("meet.cancel_done", "Cancelled. Those who said yes, or waited, hear of it once.")
WHO_TITLE = Sentence("meet.who_title", "Who comes")
WHO_ROOM = Sentence("meet.who_room", "In person")
WHO_ONLINE = Sentence("meet.who_online", "Online")
WHO_WAIT = Sentence("meet.who_wait", "Waiting")
WHO_MAYBE = Sentence("meet.who_maybe", "Not sure yet")
WHO_NONE = Sentence("meet.who_none", "Nobody yet.")
WHO_NEEDS = Sentence("meet.who_needs", "What people need (deleted 14 days after; please do not copy it)")
WHO_NEED = Sentence("meet.who_need", "{name}: {text}")
WHO_HIDDEN = Sentence("meet.who_hidden", "Nobody is shown who belongs here, so these are numbers only.")
MARKED_TITLE = Sentence("meet.marked_title", "Marked days")
MARKED_TEXT = Sentence(
    "meet.marked_text", "In the next ten weeks. Ask the people concerned first, before you plan for them."
)
MARKED_UNSURE = Sentence(
    "meet.marked_unsure", "{days}, a day more or less, from the evening before: depends on sighting"
)
MARKED_EVE = Sentence("meet.marked_eve", "{days}, from the evening before")
MARKED_SPAN = Sentence("meet.marked_span", "{first} to {last}")
MARKED_IN = Sentence("meet.marked_in", "{days}, in {nations}")
MARKED_ENDS = Sentence(
    "meet.marked_ends",
    "No next date is known here, so look them up: {names}. Their organisers set them anew each year.",
)
MARKED_ROWS = Sentence(
    "meet.marked_rows", "The dates of {names} run out in less than 90 days. Whoever runs Hearback can add the next."
)
ALSO_POST = Sentence("meet.also_post", "Also post it in")
ALSO_POST_HINT = Sentence(
    "meet.also_post_hint",
    "Once, when it is announced, for everybody there to read and to answer. A change of time or place, or a cancellation, is "
    "posted there too.",
)
EVERY = tuple(value for value in list(globals().values()) if isinstance(value, Sentence))
