"""Every sentence that people read when they are asked something."""

from bot.words import Sentence

FIRST = Sentence("ask.first", "This is the first question. You will hear what came of it.")
LAST_TIME = Sentence("ask.last_time", "Last time: {finding}")
THAT_TIME = Sentence("ask.that_time", "What closed on {day}: {finding}")
LATE = Sentence(
    "ask.late",
    "{answerer} promised an answer by {day} to the question that closed on {closed}. There is no news since.",
)
NOT_YET = Sentence("ask.not_yet", "The question before this one has no answer yet. {answerer} answers back by {day}.")
LAST_DONE = Sentence("ask.last_done", "{author} answered: {will_do}")
SUMMARY = Sentence("ask.summary", "{subject}: one question, 20 seconds")
SUMMARY_MANY = Sentence("ask.summary_many", "{subject}: {n} questions, {minutes} min")
LENGTH = Sentence("ask.length", "One question, about 20 seconds.")
LENGTH_MANY = Sentence("ask.length_many", "{n} questions, about {minutes} min. You can leave out any of them.")
LENGTH_SOME = Sentence("ask.length_some", "{n} questions, about {minutes} min.")
OPEN_UNTIL = Sentence("ask.open_until", "Open until")
ANSWERS_BACK = Sentence("ask.answers_back", "Answers back")
WHO_ANSWERS = Sentence("ask.who_answers", "{answerer}, by {day}")
UNLINKED_SHORT = Sentence(
    "ask.unlinked_short", "Your answer is kept without your name, and no manager is shown whether you answered."
)
NAMED_SHORT = Sentence("ask.named_short", "Your name is shown with what you say.")
SHOWN_FROM = Sentence("ask.shown_from", "Results are shown only when at least {k} people answer.")
SHOWN_TEAMS = Sentence("ask.shown_teams", "The same goes for the results of each team.")
SHOWN_TURNS = Sentence(
    "ask.shown_turns",
    "Now for everybody together. In {n} turns everybody has been asked; then, if enough answered, also by team.",
)
TURNS_KEPT = Sentence(
    "ask.turns_kept",
    "Until all {n} turns are over, how often each answer was given in your team this time is kept, encrypted, for results by "
    "team. In a small team that can be your answer alone. {operator} could break this too by tampering with the server. No "
    "name and no comment is kept with it, and the last key is destroyed then.",
)
TURNS_KEPT_TWO = Sentence(
    "ask.turns_kept_two",
    "Until all {n} turns are over, how often each answer was given in your team this time is kept, encrypted, for results by "
    "team. In a small team that can be your answer alone. It too opens only with two keys, of {operator} and {keeper}, each "
    "time at the close of the next turn; by tampering with the server {operator} could break it then. No name and no comment "
    "is kept with it, and with the last turn the last keys are destroyed.",
)
BY_TEAM = Sentence("ask.by_team", "{subject}, by team")
ONE_REMINDER = Sentence(
    "ask.one_reminder", "If you do not answer, at most one reminder comes by itself. Nobody sees who gets it."
)
LATER = Sentence("ask.later", "Later")
NOT_NOW = Sentence("ask.not_now", "Not this time")
ANSWER = Sentence("ask.answer", "Answer")
REMINDER = Sentence(
    "ask.reminder", "{subject}: still open until {closes}. This is the last reminder that comes by itself."
)
AGAIN = Sentence(
    "ask.again", "{subject}: you asked me to come back to this. It is open until {closes}. This is the last reminder."
)
FORM_TITLE = Sentence("ask.form_title", "One question")
FORM_TITLE_MANY = Sentence("ask.form_title_many", "{n} questions")
SKIP = Sentence("ask.skip", "Prefer not to say")
NOTHING = Sentence("ask.nothing", "Choose an answer, or press Close.")
NEEDED = Sentence("ask.needed", "Please write something, or press Close.")
SCALE_HINT = Sentence("ask.scale_hint", "0 is {lowest}, 10 is {highest}.")
COMMENT = Sentence("ask.comment", "Anything you would like to add?")
COMMENT_HINT = Sentence("ask.comment_hint", "Leave out names, please: yours, and those of others.")
ONLY_WHOLE = Sentence("ask.only_whole", "Where may the comment be shown?")
ONLY_WHOLE_TICK = Sentence("ask.only_whole_tick", "Only for the whole organisation, not on my team's page")
COMMENT_RULE = Sentence(
    "ask.comment_rule",
    "If at least {twice} people answer and {three} comment, people who were asked read the comments, word for word, in random "
    "order, without scores: on your team's page, or further up. If not, nobody ever does. How you write can give you away.",
)
COMMENT_RULE_WHOLE = Sentence(
    "ask.comment_rule_whole",
    "If at least {twice} people answer and {three} comment, people who were asked read the comments, word for word, in random "
    "order, without scores and without teams. If not, nobody ever does. How you write can give you away.",
)
ALSO_BY = Sentence(
    "ask.also_by",
    "Results are also shown by {detail}, for groups in which at least {twice} people answer. It comes from what you said under "
    "About you, if you said anything, and goes in with your answer.",
)
UNLINKED_LONG = Sentence(
    "ask.unlinked_long",
    "Until {closes}, {operator} could break this by tampering with the server. Then the key is destroyed. The chat service "
    "knows that you pressed Answer.",
)
UNLINKED_TWO = Sentence(
    "ask.unlinked_two",
    "Two keys are needed to read the answers. {operator} has one. {keeper} has the other, and gives it out only after "
    "{closes}. Until then {operator} could break this by tampering with the server while answers come in. After that both keys "
    "are destroyed. The chat service knows that you pressed Answer.",
)
REPLACES = Sentence("ask.replaces", "This replaces what you said before.")
PREVIEW = Sentence("ask.preview", "This is how the message will look.")
PREVIEW_FORM = Sentence(
    "ask.preview_form", "This is the form behind Answer. You can try it: what you put in here is not kept."
)
PREVIEW_START = Sentence("ask.preview_start", "Start it")
PREVIEW_TITLE = Sentence("ask.preview_title", "How it will look")
PREVIEW_GONE = Sentence(
    "ask.preview_gone", "This question is not here any more. Open Hearback's Home to write it again."
)
NOT_STEWARD = Sentence("ask.not_steward", "Only stewards can look at a question before it is asked.")
LOOK_TOO_FEW = Sentence(
    "ask.look_too_few",
    "Fewer than {k} people would be asked at a time, so it would not open: an answer could be traced to a person.",
)
LOOK_STARTS = Sentence("ask.look_starts", "Nothing has been sent yet. Started today, it is first asked on {day}.")
LOOK_RUNS = Sentence("ask.look_runs", "Nothing has been sent yet. It is asked next on {day}.")
LOOK_HOME = Sentence("ask.look_home", "This stands on everybody's Home from the day it is started.")
LOOK_BUTTONS = Sentence("ask.look_buttons", "Buttons here: {labels}.")
LOOK_NEXT = Sentence("ask.look_next", "What comes after it. Then the first one comes round again.")
LOOK_BACK = Sentence("ask.look_back", "Back: change something")
SEND = Sentence("ask.send", "Send")
RECORDED_TITLE = Sentence("ask.recorded_title", "Recorded")
RECORDED = Sentence(
    "ask.recorded", "Recorded. You can change it or take it back until {closes}. {answerer} answers back by {day}."
)
RECEIPT = Sentence("ask.receipt", "Write these words down if you want to read a reply to your comment:")
RECEIPT_LOST = Sentence(
    "ask.receipt_lost",
    "The words for reading a reply were shown once. If you did not see them, answer again, and you get new ones.",
)
RECEIPT_ONCE = Sentence(
    "ask.receipt_once",
    "Nobody can give them to you again, and they are not kept with your name. The chat service can see them here; whoever has "
    "them can read and write in your place. After {closes}, press Read a reply on Home and type them in. If you change your "
    "answer, you get new words and these lead nowhere.",
)
CHOOSE = Sentence("ask.choose", "Choose a number from 0 to 10.")
CHOOSE_ONE = Sentence("ask.choose_one", "Choose one of the answers, please.")
SEVERAL_HINT = Sentence("ask.several_hint", "Choose as many as you like.")
TOO_LONG = Sentence("ask.too_long", "That is {size} characters. Please shorten it to {n}.")
TOO_LATE = Sentence(
    "ask.too_late", "This question closed on {closes}, so this was not recorded. {answerer} answers back by {day}."
)
OVER_CLOSED = Sentence(
    "ask.over_closed",
    "This question closed on {closes}. {answerer} answers back by {day}. What came of it then stands on Home.",
)
OVER_SHARED = Sentence(
    "ask.over_shared",
    "This question closed on {closes}, and {answerer} has answered. What came of it stands here, and on Home.",
)
OVER_VOID = Sentence(
    "ask.over_void",
    "This question closed on {closes} and was cancelled. Nobody can read what was answered. Home says why.",
)
OVER_SEE = Sentence("ask.over_see", "What came of it")
NOT_ASKED = Sentence("ask.not_asked", "This question was not put to you, so there is nothing to answer here.")
KEYS_LOST = Sentence(
    "ask.keys_lost",
    "This question cannot take answers any more, because its key was lost. Nothing you said can be read by anyone.",
)
HOME_OPEN = Sentence("ask.home_open", "Open until {closes}. {answerer} answers back by {day}.")
HOME_COMING = Sentence("ask.home_coming", "The next question comes on {day}. {answerer} answers back.")
HOME_COMING_TURN = Sentence(
    "ask.home_coming_turn",
    "The next question comes on {day}. Each time one person in {n} is asked, everybody in turn. {answerer} answers back.",
)
NEW_IN_TURN = Sentence("ask.new_in_turn", "Each time it asks one person in {n}, everybody in turn.")
NEW_IN_TURN_FROM = Sentence(
    "ask.new_in_turn_from",
    "If at least {least} people are asked in all, it asks one person in {n} each time, everybody in turn.",
)
NEW_BY_TEAM = Sentence(
    "ask.new_by_team", "Results by team may follow when everybody has had their turn; until then nobody sees any."
)
ALSO_SHOWN_BY = Sentence(
    "ask.also_shown_by", "Its results may also be shown by {detail}, of those who said it under About you."
)
HOME_NEW = Sentence(
    "ask.home_new",
    "New: {subject}. From {day}, every {weeks} weeks. It asks all staff, to find out how work is. {answerer} answers back, and "
    "is the one to tell if you object.",
)
HOME_NEW_WEEKLY = Sentence(
    "ask.home_new_weekly",
    "New: {subject}. From {day}, once a week. It asks all staff, to find out how work is. {answerer} answers back, and is the "
    "one to tell if you object.",
)
HOME_NEW_MONTHS = Sentence(
    "ask.home_new_months",
    "New: {subject}. From {day}, {n} times a year. It asks all staff, to find out how work is. {answerer} answers back, and "
    "is the one to tell if you object.",
)
HOME_NEW_ONCE = Sentence(
    "ask.home_new_once",
    "New: {subject}. On {day}, once. It asks all staff. {answerer} answers back, and is the one to tell if you object.",
)
HOME_SAID = Sentence(
    "ask.home_said",
    "Answers are kept without names, so yours is not listed. Until {closes} you can change it or take it back.",
)
HOME_TWO_KEYS = Sentence(
    "ask.home_two_keys",
    "Two keys are needed to read them: {operator} has one, {keeper} the other, and gives it out only after {closes}.",
)
HOME_SAID_NAMED = Sentence("ask.home_said_named", "You said, with your name: {value}")
TAKE_BACK = Sentence("ask.take_back", "Take it back")
TAKE_BACK_TITLE = Sentence("ask.take_back_title", "Take it back")
TAKE_BACK_ASK = Sentence(
    "ask.take_back_ask", "If you have answered, your answer is removed. You can answer again until {closes}."
)
TAKE_BACK_NAMED = Sentence("ask.take_back_named", "What you said is removed for everyone, for good.")
TAKEN_BACK = Sentence("ask.taken_back", "Done. If there was an answer of yours, it is gone.")
EVERY = tuple(value for value in list(globals().values()) if isinstance(value, Sentence))
