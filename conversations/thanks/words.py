"""Every sentence that people read where a colleague is thanked."""

from bot.words import Sentence

SAY = Sentence("thanks.say", "Say thank you")
WHO = Sentence("thanks.who", "Whom would you like to thank?")
WHO_HINT = Sentence("thanks.who_hint", "Their name, or the beginning of it.")
WHICH = Sentence("thanks.which", "Whom do you mean?")
WHY = Sentence("thanks.why", "What for?")
WHY_HINT = Sentence("thanks.why_hint", "What they did, in a line or two.")
SHOWN = Sentence("thanks.shown", "Who may read it?")
PUBLIC = Sentence("thanks.public", "Everybody: some of these stand in the weekly note")
PRIVATE = Sentence("thanks.private", "Just them")
PROMISE = Sentence(
    "thanks.promise",
    "They read it with your name: on Home now, and in their next weekly note. There are no points, and nobody is ranked. "
    "Either of you can take it back, and they can keep it between the two of you.",
)
SEND = Sentence("thanks.send", "Send")
NOBODY_CALLED = Sentence("thanks.nobody_called", "Nobody here is called that. Check the spelling, or write less of it.")
TOO_MANY = Sentence("thanks.too_many", "More than {n} people are called that. Write more of the name.")
SEVERAL = Sentence("thanks.several", "There are {n} people of that name. Choose one, and send it again.")
YOURSELF = Sentence("thanks.yourself", "That is you. Whom would you like to thank?")
NEEDED = Sentence("thanks.needed", "Please write something, or press Close.")
TOO_LONG = Sentence("thanks.too_long", "That is {size} characters. Please shorten it to {n}.")
CHOOSE = Sentence("thanks.choose", "Please choose who may read it.")
IN_TEAM = Sentence("thanks.in_team", "{name}, {team}")
DONE_TITLE = Sentence("thanks.done_title", "Thank you")
DONE = Sentence("thanks.done", "{name} reads it on Home now, and in their next weekly note.")
OVER = Sentence("thanks.over", "There is nothing to say thank you in just now. Home shows when it comes again.")
YOU_SAID = Sentence("thanks.you_said", "You thanked {name}: {why}")
TAKE_BACK = Sentence("thanks.take_back", "Take it back")
FOR_YOU = Sentence("thanks.for_you", "{name} thanks you: {why}")
FOR_YOU_PUBLIC = Sentence("thanks.for_you_public", "{name} thanks you, and everybody may read it: {why}")
KEEP_PRIVATE = Sentence("thanks.keep_private", "Keep it between us")
REMOVE = Sentence("thanks.remove", "Remove it")
KEPT_PRIVATE = Sentence("thanks.kept_private", "Nobody else reads it from now on.")
REMOVED = Sentence("thanks.removed", "It is gone.")
SUMMARY = Sentence("thanks.summary", "{name} thanks you")
DIGEST = Sentence("thanks.digest", "Thanked this week:")
LINE = Sentence("thanks.line", "{to}, by {by}: {why}")
READ = Sentence("thanks.read", "Read thank-yous")
TITLE = Sentence("thanks.title", "Thank-yous")
NONE_YET = Sentence("thanks.none_yet", "Nobody has been thanked before everybody in the last four weeks.")
REACH = Sentence(
    "thanks.reach",
    "In the last four weeks somebody was thanked before everybody in {reached} of {n} teams. Not in: {teams}.",
)
REACH_ALL = Sentence(
    "thanks.reach_all", "In the last four weeks somebody was thanked before everybody in each of {n} teams."
)
NOT_YOURS = Sentence("thanks.not_yours", "This is not here any more.")
EVERY = tuple(value for value in list(globals().values()) if isinstance(value, Sentence))
