"""Every sentence of Home, of help, and of the one answer to whatever people write."""

from bot.words import Sentence

TITLE = Sentence("home.title", "Hearback")
NOW = Sentence("home.now", "Now")
COMING = Sentence("home.coming", "Coming")
SAID = Sentence("home.said", "What I said")
CAME = Sentence("home.came", "What came of it")
LEAD = Sentence("home.lead", "What you can start and look after here:")
NO_NOW = Sentence("home.no_now", "Nothing is open for you.")
NO_COMING = Sentence("home.no_coming", "Nothing is planned.")
NO_SAID = Sentence("home.no_said", "Nothing is kept with your name.")
NO_CAME = Sentence("home.no_came", "The first outcome will stand here.")
HELP = Sentence("home.help", "Get help")
SPEAK_UP = Sentence("home.speak_up", "Speak up")
WHEN = Sentence("home.when", "When may I write?")
READ_REPLY = Sentence("home.read_reply", "Read a reply")
HELP_REPLY = Sentence("home.help_reply", "A reply to your comment")
READ_IT = Sentence("home.read_it", "Press Read a reply on Home, and type in the words that you kept")
ABOUT_YOU = Sentence("home.about_you", "About you")
NETWORKS = Sentence("home.networks", "Networks and groups")
OPEN_HOME = Sentence("home.open_home", "Home")
HELLO = Sentence("home.hello", "Hello. Once a week I may ask one question, and I tell you what came of it.")
WHO = Sentence("home.who", "Asked for by {sponsor}. Run by {operator}.")
WHO_TWO = Sentence(
    "home.who_two", "Asked for by {sponsor}. Run by {operator}. {keeper} has the second key to the answers."
)
HELP_KEYS = Sentence("home.help_keys", "Who could read answers without names")
TWO_KEYS = Sentence(
    "home.two_keys",
    "Before a question closes, it takes two keys: {operator}, who runs the server, has one, and {keeper} has the other. "
    "{operator} could still tamper with the server while answers come in.",
)
NOT_HERE = Sentence(
    "home.not_here",
    "I cannot read messages. Please do not write a concern here: this chat keeps it. Press Speak up instead.",
)
HELLO_GROUP = Sentence(
    "home.hello_group",
    "Hello. I ask questions one to one, never in a group. Write to me directly, or open Hearback's Home.",
)
HELP_TITLE = Sentence("home.help_title", "Get help")
HELP_DANGER = Sentence("home.help_danger", "Danger to life")
CALL_999 = Sentence("home.call_999", "Call 999")
HELP_POLICE = Sentence("home.help_police", "Police, not an emergency")
CALL_101 = Sentence("home.call_101", "Call 101")
HELP_ILL = Sentence("home.help_ill", "Ill, and not sure how badly")
CALL_111 = Sentence("home.call_111", "Call 111")
HELP_HATE = Sentence("home.help_hate", "Hate crime")
REPORT_HATE = Sentence("home.report_hate", "report-it.org.uk (True Vision), or call 101")
HELP_WELLBEING = Sentence("home.help_wellbeing", "Someone to listen, day and night")
CALL_SAMARITANS = Sentence("home.call_samaritans", "Samaritans on 116 123, or text SHOUT to 85258")
HELP_HERE = Sentence("home.help_here", "At {organisation}")
HELP_COUNT = Sentence("home.help_count", "Nobody counts who opens this.")
EVERY = tuple(value for value in list(globals().values()) if isinstance(value, Sentence))
