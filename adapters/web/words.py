"""Every sentence of the workspace's own frame: what stands around the messages, never in them."""

from bot.words import Sentence

BRAND = Sentence("web.brand", "Hearback")
DEMO = Sentence("web.demo", "Demonstration")
SKIP = Sentence("web.skip", "Skip to the main part")
NEEDS_SCRIPT = Sentence(
    "web.needs_script", "Without JavaScript, reload the page to see new messages. Everything else works."
)

CHOOSE_TITLE = Sentence("web.choose.title", "Who would you like to be?")
CHOOSE_LEAD = Sentence(
    "web.choose.lead",
    "Everyone at {organisation} in this demonstration is made up. Sit in somebody's chair, answer a question, move the "
    "clock, and see what comes back.",
)
CHOOSE_START = Sentence("web.choose.start", "Start here")
CHOOSE_ALL = Sentence("web.choose.all", "Everyone, by team")
CHOOSE_FIND = Sentence("web.choose.find", "Find a person, a role or a team")
CHOOSE_NONE = Sentence("web.choose.none", "Nobody fits that. Try fewer letters.")
CHOOSE_EMPTY = Sentence(
    "web.choose.empty", "Nobody is here yet. Fill the demonstration with people first: python -m bot seed."
)
TEAM_SIZE = Sentence("web.choose.team_size", "{n} people", one="{n} person")

SIDES_TITLE = Sentence("web.sides.title", "Try both sides of speaking up")
SIDES_LEAD = Sentence(
    "web.sides.lead",
    "Raise something, read it as a guardian, answer, and read the answer. In a real installation nobody but the guardians "
    "knows what stands below.",
)
SIDES_RAISE = Sentence(
    "web.sides.raise", "Be somebody, open Home and press Speak up; or use the page that needs no chat. Keep the words."
)
SIDES_DOOR = Sentence("web.sides.door", "Open the page without the chat")
SIDES_READ = Sentence(
    "web.sides.read",
    "Sign in to the inbox with a name, a passphrase and a code from below. Answer, and close with an outcome.",
)
SIDES_INBOX = Sentence("web.sides.inbox", "Open the guardians' inbox")
SIDES_BACK = Sentence(
    "web.sides.back",
    "Press Speak up again and type in your words. What was not urgent is let through on the next day: move the clock there.",
)
SIDES_NAME = Sentence("web.sides.name", "Name")
SIDES_PASSPHRASE = Sentence("web.sides.passphrase", "Passphrase")
SIDES_CODE = Sentence("web.sides.code", "Code on the telephone")
SIDES_ONCE = Sentence("web.sides.once", "A code lasts for half a minute and is good once. This page follows by itself.")
SIDES_HOME = Sentence("web.sides.home", "Choose who to be")

RAIL = Sentence("web.rail", "Who you are")
RAIL_YOU = Sentence("web.rail.you", "You are {name}, {role}")
RAIL_BE = Sentence("web.rail.be", "Be {name}, {role}")
RAIL_OTHERS = Sentence("web.rail.others", "Choose somebody else")
ROOMS = Sentence("web.rooms", "Messages")
DIRECT = Sentence("web.rooms.direct", "Direct messages")
CHANNELS = Sentence("web.rooms.channels", "Channels")
GROUPS = Sentence("web.rooms.groups", "Your group")
HOME = Sentence("web.rooms.home", "Home")
ALL_STAFF = Sentence("web.rooms.all_staff", "all-staff")
UNREAD = Sentence("web.rooms.unread", "{n} not read yet")
APP = Sentence("web.app", "App")

TOPIC_DIRECT = Sentence("web.topic.direct", "Only you and Hearback see this.")
TOPIC_CHANNEL = Sentence("web.topic.channel", "Everyone can read this channel.")
TOPIC_GROUP = Sentence("web.topic.group", "Everyone in {team} can read this.")
TOPIC_HOME = Sentence("web.topic.home", "What is open for you, and what came of it.")
LOG = Sentence("web.log", "Messages in {room}")
EMPTY_DIRECT = Sentence(
    "web.empty.direct",
    "Nothing here yet. When Hearback has a question for you, it comes here. Write “hello” to see what it can do.",
)
EMPTY_SHARED = Sentence(
    "web.empty.shared",
    "Nothing here yet. Write “hello” and Hearback answers once, for all to see.",
)
WRITE_TO = Sentence("web.composer.label", "Write to {room}")
SEND = Sentence("web.composer.send", "Send")
COMPOSER_HINT = Sentence(
    "web.composer.hint", "Enter sends, Shift and Enter start a new line. What you write is not kept."
)
YOU = Sentence("web.you", "{name} (you)")

BAR = Sentence("web.bar", "The clock of the demonstration")
BAR_ASKS = Sentence("web.bar.asks", "next: a question comes, {when}")
BAR_CLOSES = Sentence("web.bar.closes", "next: a question closes, {when}")
BAR_ANSWER = Sentence("web.bar.answer", "next: an answer was promised, {when}")
BAR_NEWS = Sentence("web.bar.news", "next: news of a promise is due, {when}")
BAR_MESSAGE = Sentence("web.bar.message", "next: messages go out, {when}")
BAR_APPOINTMENT = Sentence("web.bar.appointment", "next: something else is due, {when}")
BAR_NOTHING = Sentence("web.bar.nothing", "nothing is planned")
BAR_GO = Sentence("web.bar.go", "Go there")
BAR_MONDAY = Sentence("web.bar.monday", "Next Monday {time}")
BAR_CLOSE = Sentence("web.bar.close", "To the next close")
BAR_MOVING = Sentence("web.bar.moving", "Moving the clock")
BAR_BUSY = Sentence("web.bar.busy", "The clock is moving already. Wait until it has arrived.")
BAR_NOWHERE = Sentence("web.bar.nowhere", "Nothing is planned, so there is nowhere to go. Try next Monday.")

CHART_NUMBERS = Sentence("web.chart.numbers", "Show the numbers")

FORM_PROBLEM = Sentence("web.form.problem", "Please look at this again")
FORM_OPTIONAL = Sentence("web.form.optional", "(you can leave this out)")
FORM_CHOOSE = Sentence("web.form.choose", "Choose one")
FORM_LONGEST = Sentence("web.form.longest", "At most {n} characters.")
FORM_FIELD_ERROR = Sentence("web.form.field_error", "To mend:")
FORM_PAGE = Sentence("web.form.page", "Form")
NEW_MESSAGE = Sentence("web.new_message", "New message from Hearback")
WROTE_DIRECT = Sentence("web.wrote_direct", "Hearback wrote to you. Read it")
LOST = Sentence(
    "web.lost", "That did not reach the server. What you entered is still here: please try again in a minute."
)

PROBLEM_TITLE = Sentence("web.problem.title", "That did not work")
PROBLEM_HOME = Sentence("web.problem.home", "Go back to the start")
PROBLEM_MALFORMED = Sentence(
    "web.problem.malformed", "The browser sent something we could not read. Go back, reload the page and try again."
)
PROBLEM_LARGE = Sentence("web.problem.large", "That was too long to send. Go back and make it shorter.")
PROBLEM_FORGED = Sentence(
    "web.problem.forged",
    "We could not tell that this came from your own page, so nothing was done. Go back, reload the page and try again.",
)
PROBLEM_HOST = Sentence(
    "web.problem.host", "This address is not one that the workspace answers to. Open it under the address it printed."
)
PROBLEM_FOREIGN = Sentence(
    "web.problem.foreign",
    "That message is not one of yours, so nothing was done. Open Home to see what is open for you.",
)
PROBLEM_LOST = Sentence("web.problem.lost", "There is no such page here. Go back to the start.")
PROBLEM_BROKEN = Sentence(
    "web.problem.broken", "Something went wrong on our side, and nothing was changed. Please try again in a minute."
)
