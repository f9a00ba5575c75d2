"""Every sentence about events: planned, announced, answered, moved, cancelled, and what came of them."""

from bot.words import Sentence
from conversations.meet import words_after, words_plan

TITLE = Sentence("meet.title", "Event")
FOR = Sentence("meet.for", "{name}, for {circle}")
WHEN_FACT = Sentence("meet.when_fact", "When")
WHERE_FACT = Sentence("meet.where_fact", "Where")
LEADS_FACT = Sentence("meet.leads_fact", "Who leads it")
ACCESS_FACT = Sentence("meet.access_fact", "Access")
PLACES_FACT = Sentence("meet.places_fact", "Places")
WHEN = Sentence("meet.when", "{when} to {ends}")
ONLINE = Sentence("meet.online", "online")
ROOM_AND_ONLINE = Sentence("meet.room_and_online", "{room}, and online")
PLACE_FOLLOWS = Sentence("meet.place_follows", "the place follows")
NO_ACCESS = Sentence("meet.no_access", "Nothing was said about access. Write below what you need.")
PLACES_LEFT = Sentence("meet.places_left", "{left} of {places} left")
PLACES_FULL = Sentence("meet.places_full", "All {places} are taken. You can wait for one.")
CAPTIONS = Sentence("meet.captions", "Live captions")
BSL = Sentence("meet.bsl", "British Sign Language interpreter")
STEP_FREE = Sentence("meet.step_free", "Step-free access")
LOOP = Sentence("meet.loop", "Hearing loop")
QUIET = Sentence("meet.quiet", "A quiet room nearby")
RECORDED = Sentence("meet.recorded", "Recorded, for those who cannot come")
LAST_TIME = Sentence("meet.last_time", "After last time, what changes: {change}")
ASKS_ALL = Sentence("meet.asks_all", "Afterwards {lead} asks everybody: {question}")
ASKED_AFTER = Sentence(
    "meet.asked_after",
    "Afterwards those who come are asked how it was, without their names, if enough come. {lead} answers back.",
)

FACT = Sentence("meet.fact", "{when}, {where}, for {circle}.")
LINE = Sentence("meet.line", "{name}, for {circle}: {when}, {where}.")
ALOUD = Sentence("meet.aloud", "Nobody here sees what you answer; whoever leads it reads who comes.")
ALOUD_MOVED = Sentence("meet.aloud_moved", "{name} has changed: {when}, {where}.")
NOTHING_ALOUD = Sentence(
    "meet.nothing_aloud",
    "Whoever leads a team or a network shows its next events here by writing events to me. Of a hidden network nothing is "
    "shown.",
)
ANSWER = Sentence("meet.answer", "Can you come?")
CHANGE_ANSWER = Sentence("meet.change_answer", "Change your answer")
MORE = Sentence("meet.more", "{n} more events come later.", "{n} more event comes later.")
YOU_ROOM = Sentence("meet.you_room", "You said that you come.")
YOU_ONLINE = Sentence("meet.you_online", "You said that you come online.")
YOU_MAYBE = Sentence("meet.you_maybe", "You were not sure yet.")
YOU_NEXT = Sentence("meet.you_next", "You are on the waiting list. You are next.")
YOU_WAIT = Sentence("meet.you_wait", "You are on the waiting list: {n} before you.")
YOU_CATCH_UP = Sentence("meet.you_catch_up", "You cannot come, and get the catch-up.")
YOU_NO = Sentence("meet.you_no", "You said no.")

RSVP = Sentence("meet.rsvp", "Can you come?")
IN_ROOM = Sentence("meet.in_room", "Yes, in person")
COMING = Sentence("meet.coming", "Yes")
COMING_ONLINE = Sentence("meet.coming_online", "Yes, online")
WAIT = Sentence("meet.wait", "Yes, in person: put me on the waiting list")
WAIT_ONLINE = Sentence("meet.wait_online", "Yes, online: put me on the waiting list")
MAYBE = Sentence("meet.maybe", "Not sure yet: remind me")
CATCH_UP = Sentence("meet.catch_up", "No, send me the catch-up")
NO = Sentence("meet.no", "No")
NEEDS = Sentence("meet.needs", "What do you need to take part?")
NEEDS_HINT = Sentence(
    "meet.needs_hint",
    "Only whoever leads this reads it, now {lead}. It is deleted 14 days after. Leave it empty if nothing.",
)
NEEDS_HINT_UNNAMED = Sentence(
    "meet.needs_hint_unnamed",
    "Only whoever leads this reads it, now {lead}, without your name. It is deleted 14 days after.",
)
WHO_READS = Sentence(
    "meet.who_reads",
    "{lead} reads that you come, or may come, and nobody else does. You can change it until it begins.",
)
WHO_READS_HIDDEN = Sentence(
    "meet.who_reads_hidden", "Nobody reads that you come; {lead} reads how many do. You can change it until it begins."
)
SEND_ANSWER = Sentence("meet.send_answer", "Answer")
CHOOSE = Sentence("meet.choose", "Choose one of these.")
NEEDS_LONG = Sentence("meet.needs_long", "This has {size} characters; there is room for {n}.")
DONE_ROOM = Sentence(
    "meet.done_room", "You come to {name}: {when}, {where}. I remind you a week and a day before, if there is time."
)
DONE_NEXT = Sentence(
    "meet.done_next", "You are on the waiting list for {name}. You are next, and hear when a place is yours."
)
DONE_WAIT = Sentence(
    "meet.done_wait", "You are on the waiting list for {name}: {n} before you. You hear when a place is yours."
)
DONE_CATCH_UP = Sentence(
    "meet.done_catch_up", "Kept. What came of {name} is sent to you afterwards, in your weekly note."
)
DONE_MAYBE = Sentence(
    "meet.done_maybe",
    "Kept. I ask again a week and a day before {name}, if there is time. You have no place until you say yes.",
)
DONE_NO = Sentence("meet.done_no", "Kept. You hear nothing more of {name}.")
JOIN = Sentence("meet.join", "Join online")
CALENDAR = Sentence("meet.calendar", "Add to my calendar")
FEED = Sentence("meet.feed", "My calendar address")
BEGUN = Sentence("meet.begun", "{name} has begun or is over, so this cannot be changed any more.")
OFF = Sentence("meet.off", "{name} is cancelled.")
GONE = Sentence("meet.gone", "There is no such event for you. Open Hearback's Home to see what is coming.")

FEED_TITLE = Sentence("meet.feed_title", "My calendar address")
FEED_TEXT = Sentence(
    "meet.feed_text",
    "One address for your own calendar app: what you say yes to stands in it, and moves when it is moved. A calendar looks "
    "every few hours, some once a day; what changes at short notice I also tell you here.",
)
FEED_SECRET = Sentence(
    "meet.feed_secret", "Whoever has the address can read it, so keep it to yourself. You can end it here at any time."
)
FEED_WHAT = Sentence("meet.feed_what", "What shall I do?")
FEED_NEW = Sentence("meet.feed_new", "Make an address")
FEED_ANEW = Sentence("meet.feed_anew", "Make a new address; the one I have ends")
FEED_END = Sentence("meet.feed_end", "End my address")
FEED_SEND = Sentence("meet.feed_send", "Do it")
FEED_MADE = Sentence(
    "meet.feed_made", "Copy this into your calendar app, as a calendar by address. It is shown once: {address}"
)
FEED_ENDED = Sentence("meet.feed_ended", "Ended. The address leads nowhere now.")
FEED_NOWHERE = Sentence("meet.feed_nowhere", "This installation has no address that a calendar could fetch from.")

REMIND_WEEK = Sentence("meet.remind_week", "In a week: {name}, {when}, {where}.")
REMIND_SOON = Sentence("meet.remind_soon", "Coming up: {name}, {when}, {where}.")
CHANGED = Sentence("meet.changed_card", "{name} has changed: {when}, {where}. You said that you come.")
CHANGED_WAIT = Sentence("meet.changed_wait", "{name} has changed: {when}, {where}. You are on the waiting list.")
CHANGED_MAYBE = Sentence("meet.changed_maybe", "{name} has changed: {when}, {where}. You were not sure yet.")
CANCELLED = Sentence("meet.cancelled_card", "{name}, {when}, is cancelled. I am sorry.")
PLACED = Sentence("meet.placed_card", "You have a place: {name}, {when}, {where}. If you cannot come, please say so.")
YOURS = Sentence("meet.yours_card", "{name}, {when}, has nobody to lead it any more. You lead it from now on.")
EVERY = (
    *(value for value in list(globals().values()) if isinstance(value, Sentence)),
    *words_plan.EVERY,
    *words_after.EVERY,
)
