"""Every sentence of the yearly report."""

from bot.words import Sentence

TITLE = Sentence("yearly.title", "You said, we did: {period}")
YEAR = Sentence("yearly.year", "{year}")
SPAN = Sentence("yearly.span", "{first} to {last}")
MADE = Sentence("yearly.made", "Made on {day} from what was published and promised until then.")
PICTURE = Sentence("yearly.picture", "The year in short")
READ = Sentence("yearly.read", "How to read this")
NUMBERS = Sentence("yearly.numbers", "The numbers")

# The year in short
NOTHING = Sentence("yearly.nothing", "Nothing was asked of all staff in this year, and nothing was promised to them.")
ASKED = Sentence(
    "yearly.asked",
    "All staff were asked {n} times, and have been told what came of it.",
    one="All staff were asked {n} time, and have been told what came of it.",
)
LAST = Sentence("yearly.last", "The last time {answers} of {asked} people answered ({share}).")
LAST_HIDDEN = Sentence("yearly.last_hidden", "The last time {asked} people were asked. Not enough answers to show.")
RATES = Sentence("yearly.rates", "Over the year it was {low} to {high}.")
SCORE = Sentence("yearly.score", "Engagement, 0 to 10: {told}")
WORSE = Sentence("yearly.worse", "Good answers fell most to: {question} {told}")
BETTER = Sentence("yearly.better", "Good answers rose most to: {question} {told}")
LATE_NEWS = Sentence("yearly.late_news", "News of {n} promises is overdue.", one="News of {n} promise is overdue.")
NOT_ANSWERED = Sentence(
    "yearly.not_answered",
    "{n} rounds wait for their answer, though its day has passed.",
    one="{n} round waits for its answer, though its day has passed.",
)
BACK = Sentence("yearly.back", "Rounds answered back: {kept} in time, {late} late; cancelled: {void}.")
COUNTS = Sentence("yearly.counts", "{done} kept, {doing} under way, {dropped} not now, {overdue} with news overdue.")
PROMISED = Sentence("yearly.promised", "Promises: {counts}")
TOGETHER = Sentence(
    "yearly.together", "Beside that: rounds of practices {practices}; events {events}; open networks {networks}."
)
WITHHELD = Sentence(
    "yearly.withheld",
    "{n} results are withheld, because too few people answered.",
    one="{n} result is withheld, because too few people answered.",
)

# What was asked
ASKED_HEADING = Sentence("yearly.asked_heading", "What was asked, and how many answered")
ASKED_TEXT = Sentence(
    "yearly.asked_text",
    "What all staff were asked and what closed in this year. How many answered is counted by the question that most answered.",
)
CLOSED = Sentence("yearly.closed", "Closed")
ABOUT = Sentence("yearly.about", "About")
PEOPLE = Sentence("yearly.people", "People asked")
ANSWERS = Sentence("yearly.answers", "Answered")
HELD_BACK = Sentence("yearly.held_back", "Withheld")
ANSWERED = Sentence("yearly.answered", "{answers} ({share})")
HELD_BACK_OF = Sentence("yearly.held_back_of", "{n} of {all} results")
NONE_HELD_BACK = Sentence("yearly.none_held_back", "nothing")
NOTHING_ASKED = Sentence("yearly.nothing_asked", "No question that was put to all staff has been answered back.")

# Scores
SCORES = Sentence("yearly.scores", "Scores over time, with what was promised")
SCORES_TEXT = Sentence(
    "yearly.scores_text",
    "A broken line stands where something was promised that should move this score, or where it was done. It shows when, and "
    "not that it helped.",
)
NO_SCORES = Sentence("yearly.no_scores", "There is no score to show.")
SCORE_TITLE = Sentence("yearly.score_title", "Engagement: {subject}")
SCORE_AXIS = Sentence("yearly.score_axis", "0 to 10")
SCORE_BAND = Sentence("yearly.score_band", "The true score probably lies in the band.")
SCORE_HIDDEN = Sentence("yearly.score_hidden", "{question} Not enough answers to show.")
MARK_DONE = Sentence("yearly.mark_done", "{mark} done")
MADE_ON = Sentence("yearly.made_on", "promised on {day}: {text}")
DONE_ON = Sentence("yearly.done_on", "done on {day}: {text}")

# Promises
PROMISES = Sentence("yearly.promises", "What was promised, by objective")
PROMISES_TEXT = Sentence(
    "yearly.promises_text",
    "Everything that all staff were promised and that was open in this year, as it stands on the day of this report.",
)
NO_PROMISES = Sentence("yearly.no_promises", "Nothing was promised.")
OTHERS = Sentence("yearly.others", "Other promises")
DONE = Sentence("yearly.done", "Kept")
DOING = Sentence("yearly.doing", "Under way")
DROPPED = Sentence("yearly.dropped", "Not now")
OVERDUE = Sentence("yearly.overdue", "News overdue")
WHO = Sentence("yearly.who", "{role}. {stands}")
MOVES = Sentence("yearly.moves", "Should move: {subjects}")
NEWS = Sentence("yearly.news", "{day}: {told}")

# You said, we did
CAME = Sentence("yearly.came", "You said, we did")
CAME_TEXT = Sentence("yearly.came_text", "What people were told, in the words of whoever answered back.")
NO_CAME = Sentence("yearly.no_came", "Nothing was answered back.")
YOU_SAID = Sentence("yearly.you_said", "You said: {told}")
WE_DO = Sentence("yearly.we_do", "We did, or do: {told}")
WE_DO_NOT = Sentence("yearly.we_do_not", "We did not, because: {told}")
TOLD_ON = Sentence("yearly.told_on", "{subject}, told on {day}")
WAITS = Sentence("yearly.waits", "An answer was promised by {day}. There is none yet.")
NO_ANSWER = Sentence("yearly.no_answer", "No answer yet")

# Themes
THEMES = Sentence("yearly.themes", "How themes ended")
THEMES_TEXT = Sentence(
    "yearly.themes_text",
    "Comments were put under themes before all staff were answered. Each theme had to end in one of these ways.",
)
NO_THEMES = Sentence("yearly.no_themes", "No comments were put under themes.")
THEMES_N = Sentence("yearly.themes_n", "{n} themes: {told}.", one="{n} theme: {told}.")
THEMES_DOING = Sentence("yearly.themes_doing", "{n} with something being done")
THEMES_ALREADY = Sentence("yearly.themes_already", "{n} there already")
THEMES_NOT_NOW = Sentence("yearly.themes_not_now", "{n} not now")
THEMES_PASSED_ON = Sentence("yearly.themes_passed_on", "{n} passed on")
THEMES_LISTENING = Sentence("yearly.themes_listening", "{n} still listened to")

# Together
PRACTICES = Sentence("yearly.practices", "Practices, and what came of each")
NO_PRACTICES = Sentence("yearly.no_practices", "No practice for all staff ended in this year.")
ROUNDS = Sentence("yearly.rounds", "{n} rounds ended in this year.", one="{n} round ended in this year.")
CAME_OF_IT = Sentence("yearly.came_of_it", "{day}: {told}")
MORE = Sentence("yearly.more", "And {n} more.")
NETWORKS = Sentence("yearly.networks", "Networks")
NETWORKS_TEXT = Sentence(
    "yearly.networks_text",
    "Those that are open on the day of this report. Hidden networks are not in it, nor is their number.",
)
NO_NETWORKS = Sentence("yearly.no_networks", "There is no open network.")
EVENTS = Sentence("yearly.events", "Events")
EVENTS_TEXT = Sentence("yearly.events_text", "For all staff, and of open networks.")
NO_EVENTS = Sentence("yearly.no_events", "There was no event.")
ON = Sentence("yearly.on", "{day}, for all staff")
ON_FOR = Sentence("yearly.on_for", "{day}, {circle}")
THANKS = Sentence("yearly.thanks", "Thank-yous")
THANKS_TEXT = Sentence(
    "yearly.thanks_text", "At least {many} that everybody could read. Those between two people are counted nowhere."
)
THANKS_FEW = Sentence(
    "yearly.thanks_few", "Fewer than {k} that everybody could read. Those between two people are counted nowhere."
)
REACHED = Sentence(
    "yearly.reached",
    "They reached {reached} of {n} teams of {k} people or more.",
    one="They reached {reached} of {n} team of {k} people or more.",
)

# How to read it
RULE_ALL = Sentence(
    "yearly.rule_all",
    "This report is made of what all staff were asked and told. What only a team or a network was asked or promised is not in "
    "it, nor any comment, nor the name of anybody who answered, promised or gave thanks.",
)
RULE_K = Sentence(
    "yearly.rule_k",
    "A result is shown from {k} answers on. Below that it is withheld, in the same words for nobody and for nearly enough.",
)
RULE_K_RANGE = Sentence(
    "yearly.rule_k_range",
    "A result is shown from {low} to {high} answers on, as people were told in the question. Below that it is withheld, in the "
    "same words for nobody and for nearly enough.",
)
RULE_NAMES = Sentence("yearly.rule_names", "Promises and answers back are printed as they were written.")


# On the steward's form
BUTTON = Sentence("yearly.button", "The year as a report")
FORM_TITLE = Sentence("yearly.form_title", "Report of a year")
FORM_TEXT = Sentence(
    "yearly.form_text",
    "What was asked, what was promised and what became of it, to hand to a board. It holds what was published and told to all "
    "staff, and no more.",
)
WHICH = Sentence("yearly.which", "Which year?")
LOOK = Sentence("yearly.look", "Look at it")
LINKS = Sentence("yearly.links", "These links work for 24 hours, for whoever has them.")
PAGE = Sentence("yearly.page", "Page (HTML)")
PRINT = Sentence("yearly.print", "Print (PDF)")
CHOOSE = Sentence("yearly.choose", "Choose one of these years.")
EVERY = tuple(value for value in list(vars().values()) if isinstance(value, Sentence))
