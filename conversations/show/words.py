"""Every sentence that people read when they hear what came of a question."""

from bot.words import Sentence

SUMMARY = Sentence("show.summary", "What came of it: {subject}")
WILL_DO = Sentence("show.will_do", "What we will do")
WILL_NOT = Sentence("show.will_not", "What we will not do, and why")
WHO = Sentence("show.who", "Who")
BY = Sentence("show.by", "By")
PASSED = Sentence("show.passed", "{day}. No news since {given}.")
STANDS = Sentence("show.stands", "{day}. {since}")
ALSO = Sentence("show.also", "Also promised")
SEE_ALL = Sentence("show.see_all", "See it all")
TITLE = Sentence("show.title", "What came of it")
COMMENTS = Sentence("show.comments", "What people added, in random order")
NO_COMMENTS = Sentence("show.no_comments", "No comments can be shown for this question.")
SAID = Sentence("show.said", "What was said")
MORE = Sentence("show.more", "Read more of it")
BACK = Sentence("show.back", "Back")
EARLIER = Sentence("show.earlier_button", "Earlier outcomes")
LATER = Sentence("show.later_button", "Later outcomes")
NO_EARLIER = Sentence("show.no_earlier", "There are no earlier outcomes of your questions.")
TEAM = Sentence("show.team", "Your team: {team}")
NOT_SHOWN = Sentence(
    "show.not_shown", "Not enough answers to show for {team}. Here is {above}, which {team} belongs to."
)
NOT_SHOWN_WHOLE = Sentence(
    "show.not_shown_whole",
    "Not enough answers to show for {team}. Above is everybody who was asked, which {team} belongs to.",
)
WHOLE_ONLY = Sentence(
    "show.whole_only", "Fewer than {n} people were asked. So there is one result for everybody, and none for teams."
)
EVERYBODY = Sentence("show.everybody", "Everybody who was asked")
WAITING = Sentence("show.waiting", "Closed. {answerer} answers back by {day}.")
LATE = Sentence("show.late", "{answerer} promised an answer by {day}. There is no news since.")
MORE_UNANSWERED = Sentence(
    "show.more_unanswered", "{n} more questions have no answer yet.", one="{n} more question has no answer yet."
)
VOID = Sentence(
    "show.void",
    "This round was cancelled, because the key to the answers was lost. Nobody has read them, and nobody can.",
)
VOID_UNCOUNTED = Sentence(
    "show.void_uncounted",
    "This round was cancelled, because the answers could not be counted: something went wrong on our side. Nobody has read "
    "them, and nobody can.",
)
VOID_TWO = Sentence(
    "show.void_two",
    "This round was cancelled. Two keys are needed to read the answers, and one of them was lost, or not given out within {n} "
    "days. Nobody has read them, and nobody can.",
)
KEEPER_LATE = Sentence(
    "show.keeper_late",
    "Closed. Nobody can read the answers yet, because {keeper} has not given out the second key. If it is not there by {day}, "
    "the round is cancelled.",
)
BY_BUTTON = Sentence("show.by_button", "By {detail}")
BY_HEADING = Sentence("show.by_heading", "{subject}, by {detail}")
NEXT_QUESTION = Sentence("show.next_question", "Next question")
NO_GROUPS = Sentence("show.no_groups", "This cannot be shown by {detail}. Go back for the result of everybody.")
NOT_BY_GROUPS = Sentence(
    "show.not_by_groups", "You were not told that this would be shown by groups, so it is not. Go back for the result."
)
GROUPS_CHANCE = Sentence(
    "show.groups_chance", "Where two groups probably lie in the same place, chance may be all that sets them apart."
)
GROUPS_WHY = Sentence(
    "show.groups_why",
    "Groups are made of what people said under About you before they answered, if they said anything. A group is shown when at "
    "least {twice} people in it answered the question. A smaller one is part of a wider one, or no group is shown. This page "
    "never says which groups are small, or whether anybody in them answered.",
)
NOT_YOURS = Sentence(
    "show.not_yours", "There is nothing to see here for you. Open Hearback's Home to see what came of your questions."
)
EVERY = tuple(value for value in list(globals().values()) if isinstance(value, Sentence))
