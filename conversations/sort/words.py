"""Everything that people read while they sort what was said."""

from bot.words import Sentence
from conversations.sort import words_together

HOME = Sentence(
    "sort.home",
    "{subject}: {n} comments. You can put them under themes before you answer.",
    one="{subject}: {n} comment.",
)
SORT_BUTTON = Sentence("sort.button", "Sort comments")
TO_SORT = Sentence(
    "sort.to_sort", "It is time to sort what people said, by {day}. You promised to say what came of it."
)
TOO_FEW = Sentence(
    "sort.too_few",
    "There is nothing to sort: fewer than {few} people said something in confidence, so nobody reads it. It could point at "
    "them.",
)
CAME = Sentence("sort.came", "What people said was put under themes, and each has an ending.")
WAITS = Sentence("sort.waits", "{answerer} puts what people said under themes by {day}.")
LATE = Sentence(
    "sort.late", "{answerer} promised by {day} to put what people said under themes. There is no news since."
)
SEE_THEMES = Sentence("sort.see_themes", "See it by theme")
THEMES = Sentence("sort.themes", "What was said")
NOT_YET = Sentence("sort.not_yet", "The themes can be read once {answerer} has said what came of it.")
TITLE = Sentence("sort.title", "Sort comments")
COMMENTS_N = Sentence("sort.comments_n", "{n} comments", one="{n} comment")
STANDS = Sentence(
    "sort.stands",
    "{n} comments: {placed} under a theme, {none} under none, {waiting} not looked at yet.",
    "{n} comment: {placed} under a theme, {none} under none, {waiting} not looked at yet.",
)
BY_HAND = Sentence(
    "sort.by_hand", "With fewer than {n} comments nothing is suggested: reading them is better than any machine."
)
HIDDEN = Sentence(
    "sort.hidden",
    "Names of people who work here, e-mail addresses and phone numbers are left out while you sort. The comments themselves "
    "stay as they are.",
)
NEXT_BUTTON = Sentence("sort.next_button", "Next comment")
ADD_BUTTON = Sentence("sort.add_button", "New theme")
HEAPS_BUTTON = Sentence("sort.heaps_button", "Start with heaps")
HEAPS_SAY = Sentence(
    "sort.heaps_say",
    "There are many. A machine can lay them in heaps by their words. A heap is no theme before you give it a name.",
)
HEAPS_LAID = Sentence(
    "sort.heaps_laid", "{n} heaps, laid by a machine. Give each a name, put it into another, or drop it."
)
HEAPS_NONE = Sentence("sort.heaps_none", "No heaps could be laid: these comments have too few words in common.")
GUESS_BUTTON = Sentence("sort.guess_button", "Place the clear ones")
GUESS_SAY = Sentence(
    "sort.guess_say",
    "A machine can place those that are clear, going by what you placed. They are marked, and you can take them out again.",
)
GUESSED = Sentence("sort.guessed", "{n} comments were placed by a machine.", one="{n} comment was placed by a machine.")
GUESSED_NONE = Sentence("sort.guessed_none", "None of them is clear enough. Place some more by hand first.")
MACHINE = Sentence(
    "sort.machine",
    "{n} of these were placed by a machine, and not checked.",
    one="{n} of these was placed by a machine.",
)
UNDO_MACHINE = Sentence("sort.undo_machine", "Undo the machine's")
UNDONE_MACHINE = Sentence(
    "sort.undone_machine",
    "What a machine had placed is not placed any more: {n} comments.",
    "What a machine had placed is not placed any more: {n} comment.",
)
HEAP = Sentence("sort.heap", "Heap: {words}")
NO_NAME = Sentence("sort.no_name", "It has no name yet.")
NO_ENDING = Sentence("sort.no_ending", "No ending yet.")
ENDS = Sentence("sort.ends", "Ending: {ending}")
LOOK = Sentence("sort.look", "Look: {title}")
WAITING = Sentence("sort.waiting", "Not looked at yet: {comments}")
NEITHER = Sentence("sort.neither", "Under no theme: {comments}")
NEITHER_BUTTON = Sentence("sort.neither_button", "Look: under no theme")
MORE_PILES = Sentence("sort.more_piles", "More themes")
PILES_BUTTON = Sentence("sort.piles_button", "All themes")
LEFT = Sentence("sort.left", "{left} of {n} not looked at yet.")
TOGETHER = Sentence("sort.together", "{n} comments say this in nearly the same words. They are placed together.")
NONE_BUTTON = Sentence("sort.none_button", "None of these")
OTHER_BUTTON = Sentence("sort.other_button", "Another theme")
SKIP_BUTTON = Sentence("sort.skip_button", "Later")
UNDO_BUTTON = Sentence("sort.undo_button", "Undo")
PLACED = Sentence("sort.placed", "Placed: {title}.")
PLACED_NONE = Sentence("sort.placed_none", "Left under no theme.")
TAKEN_OUT = Sentence("sort.taken_out", "Taken out again.")
BEFORE_YOU = Sentence(
    "sort.before_you", "Somebody had placed it already: {title}. Nothing was changed. You can move it there."
)
BEFORE_YOU_NONE = Sentence("sort.before_you_none", "Somebody had left it under no theme. Nothing was changed.")
MOVED_ON = Sentence("sort.moved_on", "It was moved meanwhile. Nothing was changed.")
THEME_GONE = Sentence("sort.theme_gone", "That theme is not there any more. Nothing was changed.")
ALL_SEEN = Sentence("sort.all_seen", "Every comment has been looked at.")
NAME_TITLE = Sentence("sort.name_title", "Name a theme")
NAME = Sentence("sort.name", "What is it about?")
NAME_HINT = Sentence(
    "sort.name_hint", "A few words of your own or from the comments, such as “The rota comes too late”."
)
NAME_NONE = Sentence("sort.name_none", "Write a few words.")
NAME_LONG = Sentence("sort.name_long", "That is {size} characters. Please shorten it to {n}.")
NAME_TWICE = Sentence(
    "sort.name_twice", "There is a theme of that name already. Choose another name, or put one into the other."
)
NAME_MANY = Sentence("sort.name_many", "There are {n} themes already. Put some into others first.")
WORDS_SAY = Sentence("sort.words_say", "Words that stand out: {words}. In the middle of it:")
KEEP = Sentence("sort.keep", "Keep")
RENAME_BUTTON = Sentence("sort.rename_button", "Rename it")
NAME_BUTTON = Sentence("sort.name_button", "Name it")
END_BUTTON = Sentence("sort.end_button", "How it ends")
INTO_BUTTON = Sentence("sort.into_button", "Put into another")
SPLIT_BUTTON = Sentence("sort.split_button", "Split it")
DROP_BUTTON = Sentence("sort.drop_button", "Drop it")
PARTS = Sentence("sort.parts", "Put into it: {titles}")
APART_BUTTON = Sentence("sort.apart_button", "Out: {title}")
MOVE_BUTTON = Sentence("sort.move_button", "Move: {text}")
RIGHT_BUTTON = Sentence("sort.right_button", "Right: {text}")
ALL_RIGHT = Sentence("sort.all_right", "All here are right")
CONFIRMED = Sentence("sort.confirmed", "Noted: placed by you.")
BY_MACHINE = Sentence("sort.by_machine", "Placed by a machine, {share} clear.")
MORE = Sentence("sort.more", "More of them")
NOTHING_HERE = Sentence("sort.nothing_here", "Nothing is here yet.")
MOVE_TITLE = Sentence("sort.move_title", "Move a comment")
WHERE_TO = Sentence("sort.where_to", "Where does it belong?")
NO_THEME = Sentence("sort.no_theme", "Under no theme")
MOVE = Sentence("sort.move", "Move it")
INTO_TITLE = Sentence("sort.into_title", "Put into another")
INTO_WHICH = Sentence("sort.into_which", "Into which theme?")
INTO_SAYS = Sentence("sort.into_says", "{title} becomes a part of it, and can be taken out again.")
PUT = Sentence("sort.put", "Put it there")
SPLIT_TITLE = Sentence("sort.split_title", "Split a theme")
SPLIT_WHICH = Sentence("sort.split_which", "Which comments go to the new theme?")
SPLIT_NONE = Sentence("sort.split_none", "Choose at least one comment.")
SPLIT = Sentence("sort.split", "Split")
DROP_TITLE = Sentence("sort.drop_title", "Drop a theme")
DROP_SAYS = Sentence("sort.drop_says", "Drop {title}? Its comments stay, and wait to be looked at again.")
END_TITLE = Sentence("sort.end_title", "How it ends")
END_SAYS = Sentence("sort.end_says", "Everybody who was asked reads this under “{title}” when you answer back.")
ENDED = Sentence("sort.ended", "Kept how “{title}” ends.")
HOW = Sentence("sort.how", "What comes of it?")
HOW_NONE = Sentence("sort.how_none", "Choose what comes of it.")
DOING = Sentence("sort.doing", "We do something about it")
ALREADY = Sentence("sort.already", "It is there already")
NOT_NOW = Sentence("sort.not_now", "Not now, because")
PASSED_ON = Sentence("sort.passed_on", "Passed on to somebody")
LISTENING = Sentence("sort.listening", "Still listening")
WHAT = Sentence("sort.what", "What, where, why or to whom?")
WHAT_HINT = Sentence("sort.what_hint", "One or two sentences. Only “Still listening” can do without.")
WHAT_NONE = Sentence("sort.what_none", "Say it in a sentence: what, where, why or to whom.")
BY = Sentence("sort.by", "If you do something: by when?")
BY_HINT = Sentence(
    "sort.by_hint", "It becomes a promise of yours to everybody who was asked. You are asked for news of it."
)
BY_NONE = Sentence("sort.by_none", "What is done needs a day that has not passed, at most a year ahead.")
PROMISED = Sentence(
    "sort.promised", "This has been promised already. Home has it under What is going on, and news of it is told there."
)
DOING_MANY = Sentence(
    "sort.doing_many",
    "{n} themes promise something already. A few promises that are kept are worth more: end this otherwise.",
)
WHAT_LONG = Sentence("sort.what_long", "That is {size} characters. Please shorten it to {n}.")
NOT_YOURS = Sentence(
    "sort.not_yours",
    "Only {answerer}, who answers back for this round, and whoever was named to sort with them can sort what was said.",
)
NOT_NOW_SORTED = Sentence("sort.not_now_sorted", "This round has been answered back. Its themes stay as they are.")
GONE = Sentence("sort.gone", "There is nothing here any more. Open Hearback's Home to see what waits for you.")
CHECK_FIRST = Sentence(
    "sort.check_first",
    "Before you answer back, everybody who was asked sees the names of the themes for some days, and can say that theirs is "
    "missing.",
)
CHECK_BUTTON = Sentence("sort.check_button", "Show them the themes")
CHECK_BEGUN = Sentence("sort.check_begun", "They can look now, on Home and in their weekly note.")
CHECK_RUNS = Sentence(
    "sort.check_runs", "Everybody who was asked can look at the themes until {closes}. Then you can answer back."
)
CHECK_OVER = Sentence("sort.check_over", "Everybody who was asked could look at the themes until {closes}.")
LOOK_SAYS = Sentence(
    "sort.look_says", "{answerer} put what people said under themes. Is yours there? You can say so until {closes}."
)
LOOK_BUTTON = Sentence("sort.look_button", "Look at the themes")
LOOK_TITLE = Sentence("sort.look_title", "Is yours there?")
LOOK_TITLES = Sentence("sort.look_titles", "{answerer} put what people said under these themes:")
LOOK_OVER = Sentence("sort.look_over", "This is over, so it was not kept. What came of it will stand on Home.")
MISSING = Sentence("sort.missing", "What is missing?")
MISSING_HINT = Sentence("sort.missing_hint", "A few words, or none: then it is only said that something is missing.")
MINE_IS_MISSING = Sentence("sort.mine_is_missing", "Mine is missing")
MISSING_NAMED = Sentence(
    "sort.missing_named",
    "Is yours there? Then just close this. Else what you say is read by {readers}, with your name.",
)
MISSING_CONFIDENTIAL = Sentence(
    "sort.missing_confidential",
    "Is yours there? Then just close this. Nobody is shown who says that it is not, and nobody reads it unless at least {few} "
    "people say so; then it is read by {readers}, in random order. {operator}, who runs the server, could find out who said "
    "what: a key tells, until it is destroyed 30 days after the close. The chat service knows that you pressed the button.",
)
MISSING_KEPT = Sentence(
    "sort.missing_kept",
    "Thank you. {answerer} sees to it before anything is published. You can change it or take it back until {closes}.",
)
TAKE_BACK_SAYS = Sentence(
    "sort.take_back_says", "If you have said something here before, you can write it anew below, or take it back."
)
TAKE_BACK = Sentence("sort.take_back", "Take it back")
TAKEN_BACK = Sentence("sort.taken_back", "It is gone. Nothing you said here is kept.")
MISSED_TITLE = Sentence("sort.missed_title", "What is missing")
MISSED_BUTTON = Sentence("sort.missed_button", "Read what is missing")
MISSED_NOBODY = Sentence("sort.missed_nobody", "Nobody said that theirs is missing.")
MISSED_FEW = Sentence(
    "sort.missed_few",
    "Fewer than {few} people said that theirs is missing, so nobody reads it: it could point at them.",
)
MISSED_SOME = Sentence("sort.missed_some", "At least {few} people said that theirs is missing. In random order:")
MISSED_MANY = Sentence("sort.missed_many", "{n} people said that theirs is missing. In random order:")
NO_WORDS = Sentence("sort.no_words", "no words")
EVERY = (
    *(value for value in list(globals().values()) if isinstance(value, Sentence)),
    *words_together.EVERY,
)
