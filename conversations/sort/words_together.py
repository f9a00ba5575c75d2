"""What people read where somebody sorts together with whoever promised the answer."""

from bot.words import Sentence

TOGETHER_BUTTON = Sentence("sort.together_button", "Sort together with")
TOGETHER_TITLE = Sentence("sort.together_title", "Sort together")
TOGETHER_ASK = Sentence(
    "sort.together_ask",
    "They can place, name and end themes as you can, until you answer back. Only you let everybody look, and answer back.",
)
TOGETHER_WHO = Sentence("sort.together_who", "Who sorts with you?")
TOGETHER_HINT = Sentence("sort.together_hint", "Up to {n} people. Untick all to sort alone again.")
TOGETHER_MANY = Sentence("sort.together_many", "That is {size}. Choose {n} at most.")
TOGETHER_OTHER = Sentence("sort.together_other", "Somebody here cannot be asked any more. Choose again.")
TOGETHER_OVER = Sentence(
    "sort.together_over",
    "Who reads this is settled: it was said in confidence, or everybody was asked whether theirs is there. Nothing changed.",
)
TOGETHER_SAVE = Sentence("sort.together_save", "Save")
TOGETHER_NOBODY = Sentence(
    "sort.together_nobody", "There is nobody to ask: only stewards can be, or whoever leads the network that it is for."
)
TOGETHER_WITH = Sentence("sort.together_with", "You sort this together with {names}.")
TOGETHER_OF = Sentence("sort.together_of", "Sorted together by {names}. {answerer} answers back.")
TO_SORT_OF = Sentence(
    "sort.to_sort_of", "It is time to sort what people said, by {day}, together with {answerer}, who answers back."
)
CHECK_THEIRS = Sentence("sort.check_theirs", "Only {answerer} can show everybody the themes.")
BY_HINT_OF = Sentence(
    "sort.by_hint_of",
    "It becomes a promise of {answerer} to everybody who was asked, when {answerer} answers back.",
)
EVERY = tuple(value for value in list(globals().values()) if isinstance(value, Sentence))
