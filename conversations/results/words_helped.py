"""Every sentence that people read when they ask whether something helped."""

from bot.words import Sentence

TEXT = Sentence(
    "results.helped_text",
    "Was something tried in some teams and not in the others, after {day} and before this round? Tick every team where it was "
    "tried, and only those. Decide it before you look: whoever ticks until it fits finds chance. Nothing of it is kept.",
)
TICK = Sentence("results.helped_tick", "Please tick at least one team where something was tried.")
LEAVE = Sentence(
    "results.helped_leave",
    "Every team is ticked, so there is nothing to compare with. Leave out those that did not try it.",
)
NO_ROUND = Sentence(
    "results.helped_no_round",
    "It takes a round before this one with the same question. There is none yet that you can read.",
)
NO_TEAMS = Sentence(
    "results.helped_no_teams",
    "It takes two teams or more, each with enough answers to show in both rounds. Choose another question or round, or look at "
    "everybody over time.",
)
TOO_MANY = Sentence(
    "results.helped_too_many",
    "More than {n} teams have enough answers to show in both rounds, and they belong to no smaller part. That is too many to "
    "list here.",
)
SINCE = Sentence("results.helped_since", "Compared with the round that closed on")
PART = Sentence("results.helped_part", "Which part? There are too many teams to list at once.")
WHERE = Sentence("results.helped_where", "Where was it tried?")
HINT = Sentence(
    "results.helped_hint",
    "Only teams with enough answers to show in both rounds are here, the smallest ones of each part.",
)
WHAT = Sentence(
    "results.helped_what", "{what}, from the round that closed on {day} to this one; each team counts once."
)
TRIED = Sentence("results.helped_tried", "Where it was tried")
OTHERS = Sentence("results.helped_others", "The others")
MOVED = Sentence(
    "results.helped_moved", "from {before} to {after}, in {n} teams", one="from {before} to {after}, in {n} team"
)
ROSE_MORE = Sentence("results.helped_rose_more", "Teams where it was tried rose by {by} more than the others.")
ROSE_LESS = Sentence("results.helped_rose_less", "Teams where it was tried rose by {by} less than the others.")
FELL_MORE = Sentence("results.helped_fell_more", "Teams where it was tried fell by {by} more than the others.")
FELL_LESS = Sentence("results.helped_fell_less", "Teams where it was tried fell by {by} less than the others.")
ALIKE = Sentence("results.helped_alike", "Teams where it was tried moved as much as the others.")
CHANCE = Sentence("results.helped_chance", "Chance alone would do that, or more, in {n} of {of} cases.")
MORE = Sentence("results.helped_more", "That is more than chance would usually bring.")
MAYBE = Sentence("results.helped_maybe", "That may well be chance.")
TOO_FEW = Sentence(
    "results.helped_too_few",
    "These are too few teams to prove anything: with {tried} of {teams}, chance does as much in at least {n} of {of} cases, "
    "whatever the figures are.",
)
CAUSE = Sentence(
    "results.helped_cause",
    "Even a clear difference does not say that what was tried is the reason: something else may have happened there too.",
)
EVERY = tuple(value for value in list(globals().values()) if isinstance(value, Sentence))
