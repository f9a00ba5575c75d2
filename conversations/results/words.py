"""Every sentence that people read when they follow rounds and read their results."""

from bot.words import Sentence
from conversations.results import words_helped

BUTTON = Sentence("results.button", "Results")
TITLE = Sentence("results.title", "Results")
LIST_TEXT = Sentence("results.list_text", "Every round, the newest first.")
NONE = Sentence("results.none", "Nothing has been asked yet. When it is, you can follow it here.")
WHICH = Sentence("results.which", "Which round?")
LOOK = Sentence("results.look", "Look at it")
AN_OPEN = Sentence("results.an_open", "Open until {day} · {subject}")
A_COUNTING = Sentence("results.a_counting", "{day} · {subject} · not counted yet")
A_CLOSED = Sentence("results.a_closed", "{day} · {subject} · no answer yet")
A_LATE = Sentence("results.a_late", "{day} · {subject} · answer late")
A_SHARED = Sentence("results.a_shared", "{day} · {subject} · answered")
A_VOID = Sentence("results.a_void", "{day} · {subject} · cancelled")
NOT_YOURS = Sentence(
    "results.not_yours", "Only stewards and the person who answers back can look at this. Open Hearback's Home instead."
)
ALL_ROUNDS = Sentence("results.all_rounds", "All rounds")
THIS_ROUND = Sentence("results.this_round", "Back to the round")
TEAMS = Sentence("results.teams", "Teams")
OVER_TIME = Sentence("results.over_time_button", "Over time")
SAID_BUTTON = Sentence("results.said_button", "What people added")
ANSWER_BACK = Sentence("results.answer_back", "Answer back")
OPEN_UNTIL = Sentence("results.open_until", "Open until")
ASKED = Sentence("results.asked", "Asked")
PEOPLE = Sentence("results.people", "{n} people", one="{n} person")
ANSWERED = Sentence("results.answered", "Answered")
RATE = Sentence("results.rate", "at least {percent}, counted on {day}")
RATE_LOW = Sentence("results.rate_low", "fewer than {percent}, counted on {day}")
NOT_COUNTED = Sentence("results.not_counted", "not counted yet")
RATE_WHY = Sentence(
    "results.rate_why",
    "This is counted once a day and rounded down, for everybody together. There is no figure for teams, so that nobody is "
    "chased. Results come when it closes.",
)
RATE_NONE = Sentence(
    "results.rate_none",
    "Only a part of the organisation is asked, so there is no figure of how many have answered until it closes. Nobody is "
    "chased.",
)
RATE_CLOSED = Sentence("results.rate_closed", "{n} of {asked} ({percent})")
RATE_SEVERAL = Sentence("results.rate_several", "at least {n} of {asked} ({percent})")
ANSWERS_BACK = Sentence("results.answers_back", "Answers back")
BY_WHEN = Sentence("results.by_when", "{answerer}, by {day}")
COUNTING = Sentence(
    "results.counting",
    "Counting since {when}. What would be shown is tried out first, so that nobody can be found out. That can take "
    "some minutes.",
)
WAITS_FOR_KEY = Sentence(
    "results.waits_for_key",
    "Closed on {when}. The answers are counted as soon as {keeper} has given out the second key. That can take some minutes.",
)
WAITING = Sentence(
    "results.waiting", "Closed. {answerer} reads the result first and answers back by {day}. You see both then."
)
LATE = Sentence(
    "results.late",
    "{answerer} promised an answer by {day}, and there is none yet. Everybody who was asked can see that.",
)
VOID = Sentence("results.void", "This round was cancelled: the key to the answers was lost. Nobody can read them.")
VOID_UNCOUNTED = Sentence(
    "results.void_uncounted",
    "This round was cancelled: the answers could not be counted, because something went wrong on our side. Nobody can read "
    "them.",
)
VOID_TWO = Sentence(
    "results.void_two",
    "This round was cancelled. Two keys are needed to read the answers, and one of them was lost, or not given out within {n} "
    "days. Nobody can read them any more.",
)
WILL_DO = Sentence("results.will_do", "What will be done")
WILL_NOT = Sentence("results.will_not", "What will not be done, and why")
BY = Sentence("results.by", "By")
ENGAGEMENT = Sentence("results.engagement", "Engagement, 0 to 10")
EXACT = Sentence("results.exact", "{mean}, probably between {low} and {high}; of {n} people's own scores")
INDICATIVE = Sentence(
    "results.indicative",
    "{mean}, probably between {low} and {high}; only a rough guide, made of each question's average ({n} answers or more)",
)
AT_LEAST_AS_WIDE = Sentence(
    "results.at_least_as_wide",
    "The range of engagement is at least as wide as it has to be: people's own scores are not published, so they are taken to "
    "lie as far apart as the answers allow.",
)
OTHER_WAY = Sentence("results.other_way", "cannot be told: on {day} it was made in another way")
# How sure a figure is, and whether it has changed.
AVERAGE = Sentence("results.average", "Average, 0 to 10")
AGREE = Sentence("results.agree", "Share who agree")
NOT_AGREE = Sentence("results.not_agree", "Share who do not agree")
OFTEN = Sentence("results.often", "Share who say often or always")
RARELY = Sentence("results.rarely", "Share who say rarely or never")
YES = Sentence("results.yes", "Share who say yes")
NO = Sentence("results.no", "Share who say no")
NET = Sentence("results.net", "9 or 10 less 0 to 6, in points")
BETWEEN = Sentence("results.between", "{value}, probably between {low} and {high}")
CHANGE = Sentence("results.change", "Change")
UP = Sentence("results.up", "up by {by} since {day}, probably by {low} to {high}")
DOWN = Sentence("results.down", "down by {by} since {day}, probably by {low} to {high}")
POINTS = Sentence("results.points", "{n} points", one="{n} point")
NO_CHANGE = Sentence("results.no_change", "no clear change since {day}")
NOT_COMPARED = Sentence("results.not_compared", "cannot be told: on {day} there were not enough answers to show")
# Teams by questions.
TEAMS_TITLE = Sentence("results.teams_title", "{subject}, closed {day}")
TEAMS_PAGE = Sentence("results.teams_page", "{subject}, closed {day}, part {n} of {pages}")
TEAMS_FINDING = Sentence("results.teams_finding", "{n} of {teams} teams had enough answers to show.")
ONE_TURN = Sentence("results.one_turn", "Turn {n} of {turns}. Results by team may follow after the last one.")
TEAM = Sentence("results.team", "Team")
HIDDEN = Sentence("results.hidden", "not enough answers to show")
GOOD = Sentence("results.good", "good")
MIDDLE = Sentence("results.middle", "middling")
POOR = Sentence("results.poor", "poor")
KEY_MEANS = Sentence("results.key_means", "Averages: good if probably {good} or more, poor if probably below {poor}.")
KEY_SHARES = Sentence("results.key_shares", "Shares: good if probably {many} or more, poor if probably below {few}.")
IN_ORDER = Sentence("results.in_order", "Each team stands above those that belong to it.")
SHARES_IN_ORDER = Sentence(
    "results.shares_in_order",
    "The share who chose it, and between what it probably lies. Each team stands above those that belong to it.",
)
ANSWERS = Sentence("results.answers", "Answers")
FROM_TO = Sentence("results.from_to", "{low} to {high}")
NO_TEAMS = Sentence(
    "results.no_teams", "Fewer than {n} people were asked. So there is one result for everybody, and none for teams."
)
NO_FIGURES = Sentence("results.no_figures", "There is no question here that teams can be compared by.")
MORE = Sentence("results.more", "More")
# Groups of people by questions.
BY_BUTTON = Sentence("results.by_button", "By {detail}")
GROUPS_TITLE = Sentence("results.groups_title", "{subject} by {detail}, closed {day}")
GROUPS_FINDING = Sentence(
    "results.groups_finding", "{n} groups by {detail} can be shown.", one="{n} group by {detail} can be shown."
)
GROUP = Sentence("results.group", "Group")
GROUP_HIDDEN = Sentence("results.group_hidden", "not shown for this group")
GROUP_LINE = Sentence("results.group_line", "{figure}; {answers}")
GROUPS_AS_WRITTEN = Sentence("results.groups_as_written", "Groups stand in the order in which people choose from them.")
GROUPS_CHANCE = Sentence(
    "results.groups_chance", "Where two groups probably lie in the same place, chance may be all that sets them apart."
)
GROUPS_WHY = Sentence(
    "results.groups_why",
    "Groups are made of what people said under About you before they answered, if they said anything. A group is shown when at "
    "least {twice} people in it answered the question, and nothing follows about fewer. A smaller one is part of a wider one, "
    "or no group is shown. This page never says which groups are small, or whether anybody in them answered.",
)
NO_GROUPS = Sentence(
    "results.no_groups", "This cannot be shown by {detail}. The results for everybody stand in the round."
)
NOT_BY_GROUPS = Sentence(
    "results.not_by_groups",
    "People were not told that this would be shown by groups, so it is not. The results for everybody stand in the round.",
)
ALL_QUESTIONS = Sentence("results.all_questions", "All questions")
SUPPORT_BUTTON = Sentence("results.support_button", "Who may need support")
SUPPORT_TEXT = Sentence(
    "results.support_text",
    "The team that may need support most stands first. A small team needs more to stand out, because chance moves it more. "
    "Only teams with enough answers are here.",
)
TOP_SHARE = Sentence("results.top_share", "Share who choose 9 or 10")
LOW_SHARE = Sentence("results.low_share", "Share who choose 0 to 6")
SUPPORT_WHAT = Sentence("results.support_what", "{what}, and between what it probably lies")
SUPPORT_NONE = Sentence("results.support_none", "No team had enough answers to show for this question.")
SUPPORT_LINE = Sentence("results.support_line", "{value} ({low} to {high}), {answers}")
SUPPORT_FIRST = Sentence("results.support_first", "These are the first {most} of {of} teams.")
QUESTION = Sentence("results.question", "Which question?")
WHOSE = Sentence("results.whose", "Whose answers?")
EVERYBODY = Sentence("results.everybody", "Everybody who was asked")
SHOW = Sentence("results.show", "Show it")
HELPED_BUTTON = Sentence("results.helped_button", "Did it help?")
# Who answered.
EVEN = Sentence("results.even", "Nothing says that some teams answered more than others.")
UNEVEN = Sentence(
    "results.uneven",
    "Some teams answered clearly more than others, so the result speaks less for everybody than it seems.",
)
UNEVEN_BY = Sentence(
    "results.uneven_by",
    "Some teams answered clearly more than others. If they also think differently, the result for everybody could be off by up "
    "to {by}.",
)
# Over time.
CHART_TITLE = Sentence("results.chart_title", "{subject}, {whose}")
CLOSED_ON = Sentence("results.closed_on", "Closed on")
MEAN_LINE = Sentence("results.mean_line", "Average {value}")
UPPER = Sentence("results.upper", "Upper limit {value}")
LOWER = Sentence("results.lower", "Lower limit {value}")
TOO_SOON = Sentence(
    "results.too_soon",
    "A chart over time needs two rounds in a row with enough answers to show. There are not two yet.",
)
STEADY = Sentence("results.steady", "No clear change: it moves as chance would have it.")
BETTER = Sentence("results.better", "Getting better: more than chance would bring.")
WORSE = Sentence("results.worse", "Getting worse: more than chance would bring.")
GAP = Sentence("results.gap", "The newest round has not enough answers to show.")
EARLY = Sentence("results.early", "Too early to tell a change from chance: there are {n} rounds so far.")
TRIAL = Sentence("results.trial", "These limits are a trial: they rest on {n} rounds, and settle from {settled} on.")
FLAG_OUTSIDE = Sentence("results.flag_outside", "outside the limits")
FLAG_TREND = Sentence("results.flag_trend", "seven in a row that rise, or fall")
FLAG_TWO = Sentence("results.flag_two", "two of three near a limit")
FLAG_RUN = Sentence("results.flag_run", "seven in a row on one side of the average")
CHART_NOTE = Sentence("results.chart_note", "Where the line is broken there were not enough answers to show.")
# What people added.
SAID_TITLE = Sentence("results.said_title", "What people added")
SAID_TEXT = Sentence("results.said_text", "In random order, each on the page of a team or part where it may be shown.")
NO_COMMENTS = Sentence("results.no_comments", "No comments can be shown for this round.")
EVERY = (*(value for value in list(globals().values()) if isinstance(value, Sentence)), *words_helped.EVERY)
