"""Everything that files, the board paper and the block that leads to them say."""

from bot.words import Sentence

EVERYBODY = Sentence("exports.everybody", "Everybody who was asked")
ENGAGEMENT = Sentence("exports.engagement", "Engagement, 0 to 10")

# How sure a finding is
LIKELY_MEAN = Sentence("exports.likely_mean", "The true average probably lies between {low} and {high}.")
LIKELY_AGREE = Sentence("exports.likely_agree", "The true share who agree probably lies between {low} and {high}.")
LIKELY_OFTEN = Sentence(
    "exports.likely_often", "The true share who say often or always probably lies between {low} and {high}."
)
LIKELY_YES = Sentence("exports.likely_yes", "The true share who say yes probably lies between {low} and {high}.")

# The block that leads to the files
TAKE_AWAY = Sentence(
    "exports.take_away",
    "Take the results with you. These links work for 24 hours, for whoever has them. They hold what was published and no more.",
)
NO_ADDRESS = Sentence(
    "exports.no_address",
    "Files can be fetched once this server has an address of its own. Ask {operator} to set HEARBACK_PUBLIC_URL.",
)
PAPER = Sentence("exports.paper", "Board paper (PDF)")
TABLE = Sentence("exports.table", "Table (CSV)")
JSON = Sentence("exports.json", "Figures (JSON)")
COMMENTS = Sentence("exports.comments", "Comments (CSV)")
QUARTERLY = Sentence("exports.quarterly", "Quarterly figures (CSV)")

# The board paper
TITLE = Sentence("exports.title", "{subject}: what people said, and what came of it")
PERIOD = Sentence("exports.period", "{organisation}. {first} to {last}.")
HEARD = Sentence("exports.heard", "Asked and heard")
ROUNDS = Sentence("exports.rounds", "{n} rounds closed in this time.", one="{n} round closed in this time.")
ASKED = Sentence("exports.asked", "The last one closed on {day}. {asked} people were asked.")
ANSWERED = Sentence(
    "exports.answered", "{answers} of them answered ({share}), counted by the question that most people answered."
)
RATES = Sentence("exports.rates", "Over these rounds, from {low} to {high} answered.")
TEAMS = Sentence(
    "exports.teams",
    "{shown} of {n} teams had enough answers to be shown by themselves.",
    one="{shown} of {n} team had enough answers to be shown by itself.",
)
TEAMS_IN_TURN = Sentence(
    "exports.teams_in_turn",
    "Over {turns} turns, in which everybody was asked once, {shown} of {n} teams had enough answers to be shown by themselves.",
)
FINDINGS = Sentence("exports.findings", "What people said")
GOOD = Sentence("exports.good", "{share} gave a good answer ({low} to {high}); {n} people answered.")
ROSE = Sentence("exports.rose", "Up {points} points since {day} ({low} to {high}).")
FELL = Sentence("exports.fell", "Down {points} points since {day} ({low} to {high}).")
SAME = Sentence("exports.same", "No clear change since {day}.")
FIRST = Sentence("exports.first", "Asked for the first time.")
SCORE = Sentence(
    "exports.score", "{mean} ({low} to {high}); {n} people answered. The range is at least as wide as it has to be."
)
SCORE_OF_MEANS = Sentence(
    "exports.score_of_means",
    "{mean} ({low} to {high}); each question has {n} answers or more. A rough guide, made of the questions' averages. The "
    "range is at least as wide as it has to be.",
)
SCORE_ROSE = Sentence("exports.score_rose", "Up by {by} since {day} ({low} to {high}).")
SCORE_FELL = Sentence("exports.score_fell", "Down by {by} since {day} ({low} to {high}).")
SCORE_OTHERWISE = Sentence(
    "exports.score_otherwise", "It cannot be compared with that of {day}, which was made in another way."
)
PROMISES = Sentence("exports.promises", "What was promised")
KEPT = Sentence(
    "exports.kept",
    "Answers back: {kept} kept, {late} late, {dropped} dropped, because the round was cancelled.",
)
WAITING = Sentence("exports.waiting", "Not due yet: {waiting}.")
PASSED = Sentence(
    "exports.passed",
    "{n} promises have no news, though the day for it has passed.",
    one="{n} promise has no news, though the day for it has passed.",
)
NO_NEWS = Sentence("exports.no_news", "No news since {day}.")
WILL = Sentence("exports.will", "By {day}: {will_do}")
WILL_NOT = Sentence("exports.will_not", "Will not be done: {will_not}")
NO_PROMISES = Sentence("exports.no_promises", "Nobody has answered back yet.")
GAPS = Sentence("exports.gaps", "Gaps between groups")
GAP = Sentence(
    "exports.gap", "{high} of {one} ({n_one} people) and {low} of {other} ({n_other} people) gave a good answer."
)
APART = Sentence("exports.apart", "They are {points} points apart ({low} to {high}).")
NOT_APART = Sentence("exports.not_apart", "That is no clear gap.")
BEFORE = Sentence("exports.before", "On {day} it was {points} points.")
NO_GAPS = Sentence(
    "exports.no_gaps", "No groups can be compared: none was declared before these rounds, or too few people answered."
)
CHART_TITLE = Sentence("exports.chart_title", "Good answers to: {question}")
CHART_FINDING = Sentence(
    "exports.chart_finding", "{share} gave a good answer when it was last asked, on {day}. {change}"
)
CHART_FIRST = Sentence("exports.chart_first", "{share} gave a good answer when it was first asked, on {day}.")
CHART_AXIS = Sentence("exports.chart_axis", "Good answers")
CHART_ACROSS = Sentence("exports.chart_across", "Round")
CHART_BAND = Sentence("exports.chart_band", "The true share probably lies in the band.")
CHART_HIDDEN = Sentence("exports.chart_hidden", "not shown")
CLASS_GOOD = Sentence("exports.class_good", "Good")
CLASS_MIDDLE = Sentence("exports.class_middle", "In between")
CLASS_POOR = Sentence("exports.class_poor", "Poor")
RULE_K = Sentence(
    "exports.rule_k",
    "Figures are shown from {k} answers on. Below that nothing is shown, nor anything it could be worked out from. Comments "
    "are shown from {comments} answers on, and are not on this page.",
)
RULE_GOOD = Sentence(
    "exports.rule_good", "A good answer is agree, often, yes, or 9 and 10 of 10; turned round where agreeing is bad."
)
RULE_SURE = Sentence(
    "exports.rule_sure",
    "The range in brackets holds the true figure 19 times in 20. A change is called up or down only where the range leaves "
    "out 0. {n} questions were looked at; 1 in 20 may seem to change by chance.",
)
RULE_NOT = Sentence(
    "exports.rule_not",
    "This page cannot say why people answered so, what those who did not answer think, how any one person answered, or "
    "whether a change came from anything that was done.",
)
EVERY = tuple(value for value in list(vars().values()) if isinstance(value, Sentence))
