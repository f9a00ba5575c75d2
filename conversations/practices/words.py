"""Every sentence that people read where practices are started, looked at ahead, changed and stopped."""

from bot.words import Sentence
from conversations.practices import words_proposals

START = Sentence("practices.start", "Start a practice")
RUNNING = Sentence("practices.running", "Practices that run")
OFFER = Sentence(
    "practices.offer", "Beside questions, people can do things together, from a culture club to a Big Conversation."
)
WHAT_THERE_IS = Sentence("practices.what_there_is", "What there is")
TITLE = Sentence("practices.title", "Start a practice")
WHICH = Sentence("practices.which", "What would you like to start?")
FOR_WHOM = Sentence("practices.for_whom", "For whom?")
PEOPLE = Sentence("practices.people", "{circle} ({n} people)", one="{circle} ({n} person)")
WHO = Sentence("practices.who", "Who says what came of it?")
FROM = Sentence("practices.from", "From which day on?")
FROM_HINT = Sentence(
    "practices.from_hint", "Empty: as soon as it can be. It is listed five working days before it first opens."
)
LOOK = Sentence("practices.look", "Show me")
AHEAD_TITLE = Sentence("practices.ahead_title", "What it would do")
AHEAD = Sentence("practices.ahead", "{title}, for {whom}. {answerer} says what came of it.")
AHEAD_AT_ONCE = Sentence("practices.ahead_at_once", "{title}, for {whom}.")
ROUND_LATER = Sentence("practices.round_later", "Round {n}: {opens}, {at}, to {ends}")
MOVED_LISTED = Sentence(
    "practices.moved_listed",
    "You chose {wished}. It first opens on {day}, because it is listed for everybody five working days before.",
)
MOVED_RHYTHM = Sentence(
    "practices.moved_rhythm", "You chose {wished}. It first opens on {day}, the next day on which its rounds begin."
)
ASK_LINE = Sentence("practices.ask_line", "Until {closes}. {said}")
SHARE_LINE = Sentence("practices.share_line", "Everybody reads: {said}")
ALONE_LINE = Sentence("practices.alone_line", "A question for oneself, of which nothing is kept: {said}")
MEET_LINE = Sentence("practices.meet_line", "Invitation. People meet on {when}; {answerer} says where.")
MATCH_LINE = Sentence("practices.match_line", "Who wants to is introduced, in groups of {n}.")
DRAW_LINE = Sentence(
    "practices.draw_line",
    "{n} are drawn by lot, those first who were not drawn before.",
    "{n} is drawn by lot, those first who were not drawn before.",
)
COHORT_LINE = Sentence(
    "practices.cohort_line",
    "Who wants to joins mentoring, until {day}. {answerer} looks at the pairs; both people say yes first.",
)
SORT_LINE = Sentence("practices.sort_line", "{answerer} puts what people said into themes.")
COMMIT_LINE = Sentence("practices.commit_line", "{answerer} says yes with a date, or no with a reason, to each thing.")
UPDATE_LINE = Sentence("practices.update_line", "{answerer} writes for everybody: {said}")
BY_DAY = Sentence("practices.by_day", "By {day}")
THE_CHOSEN = Sentence("practices.the_chosen", "(what was chosen)")
QUOTING = Sentence("practices.quoting", "{line} (It waits for what {answerer} writes first.)")
CLOSE_LINE = Sentence("practices.close_line", "Nothing more is asked.")
SHOW_LINE = Sentence("practices.show_line", "{answerer} says what came of it.")
INSTEAD = Sentence("practices.instead", "{line} Not {day}: offices are closed.")
WEEKDAY_TURNS = Sentence(
    "practices.weekday_turns", "The weekday takes turns from round to round, so that no shift is always left out."
)
HOUR_TURNS = Sentence(
    "practices.hour_turns", "The hour takes turns from round to round, so that no shift is always left out."
)
BOTH_TURN = Sentence(
    "practices.both_turn", "Weekday and hour take turns from round to round, so that no shift is always left out."
)
ROUND_FROM = Sentence("practices.round_from", "Round 1, from {when}, {at}")
ONCE = Sentence("practices.once", "It happens once.")
REACH = Sentence(
    "practices.reach",
    "It reaches {n} people as of today, on Home and in their weekly notes.",
    one="It reaches {n} person as of today, on Home and in their weekly notes.",
)
REACH_HIDDEN = Sentence("practices.reach_hidden", "It reaches {whom}, on their Home and in their weekly notes.")
BESIDE_NOTHING = Sentence("practices.beside_nothing", "Nobody gets a message more.")
BESIDE_MEET = Sentence(
    "practices.beside_meet", "Whoever comes to the meeting is reminded a week and a day before, and told of changes."
)
BESIDE_MATCH = Sentence("practices.beside_match", "Whoever is introduced or drawn gets one message.")
BESIDE_COHORT = Sentence("practices.beside_cohort", "Whoever joins gets messages about their own pair.")
TO_DO = Sentence(
    "practices.to_do",
    "{answerer} is asked to do something {n} times a round.",
    one="{answerer} is asked to do something {n} time a round.",
)
HOME_ONLY = Sentence(
    "practices.home_only",
    "Up to {n} of them may read a question on Home only: it closes before their next weekly note, or they want no notes.",
)
SECOND = Sentence(
    "practices.second", "It reaches more than {n} people, so another steward has to agree before it starts."
)
BEGIN = Sentence("practices.begin", "Start it")
PROPOSE = Sentence("practices.propose", "Ask for agreement")
BACK = Sentence("practices.back", "Change something")
NOTHING_CHOSEN = Sentence("practices.nothing_chosen", "Please choose one of these.")
NOT_FOR_YOU = Sentence("practices.not_for_you", "You can start something for a circle that you lead, or as a steward.")
NO_THANKS = Sentence(
    "practices.no_thanks",
    "In a hidden network nobody can be found by name, so nobody can be thanked. Choose another circle.",
)
NO_DAY = Sentence("practices.no_day", "Choose a day from tomorrow on, within a year.")
STARTED = Sentence("practices.started", "Started. The first round opens on {day}, and stands on Home from now on.")
A_TEAM = Sentence("practices.a_team", "A team: its name stands below")
TEAM_NAME = Sentence("practices.team_name", "Which team?")
TEAM_HINT = Sentence("practices.team_hint", "Only for a team: its name, as your directory has it.")
NO_TEAM = Sentence(
    "practices.no_team", "No team has that name. Write it as your directory has it, or choose others above."
)
SEVERAL_TEAMS = Sentence(
    "practices.several_teams",
    "More than one team is called so: {teams}. Write one of these, with what stands behind it.",
)
TOO_FEW_HERE = Sentence(
    "practices.too_few_here",
    "Fewer than {few} people are there, so nobody would ever read what they say in confidence. Choose others.",
)
SOMEBODY_ELSE = Sentence("practices.somebody_else", "Somebody else: their name stands below")
ELSE_NAME = Sentence("practices.else_name", "Who else?")
ELSE_HINT = Sentence(
    "practices.else_hint",
    "Only for somebody else: their whole name. They are asked first, and nothing starts before that.",
)
NO_PERSON = Sentence(
    "practices.no_person", "Nobody who works here has that name. Write it whole, as your directory has it."
)
SEVERAL_PEOPLE = Sentence(
    "practices.several_people",
    "More than one person has that name. Write their team behind a comma: Ada Smith, Ward 7.",
)
GONE = Sentence("practices.gone", "This is not here any more. Somebody was quicker, or it was stopped.")
MORE = Sentence("practices.more", "Show more")
NOTHING_RUNS = Sentence("practices.nothing_runs", "Nothing runs yet.")
RUNS = Sentence(
    "practices.runs", "{title}, for {whom}. The next round opens on {day}. {answerer} says what came of it."
)
RUNS_AT_ONCE = Sentence(
    "practices.runs_at_once", "{title}, for {whom}. The next round opens on {day}. {answerer} looks after it."
)
LATE_CAME = Sentence(
    "practices.late_came",
    "Late: {answerer} promised to say by {day} what came of the last round. There is nothing yet.",
)
LATE_NEWS = Sentence("practices.late_news", "Late: {answerer} promised news by {day}. There is none yet.")
UNDER_WAY = Sentence(
    "practices.under_way",
    "{title}, for {whom}. No other round opens by itself, but one is under way. {answerer} says what came of it by {day}.",
)
NOBODY_ANSWERS = Sentence(
    "practices.nobody_answers",
    "{title}, for {whom}. Whoever promised to say what came of it by {day} does not work here any more. Until somebody takes "
    "it over, this round asks nobody anything new.",
)
TAKE_OVER = Sentence("practices.take_over", "Take it over")
TAKE_OVER_ASK = Sentence(
    "practices.take_over_ask",
    "You say what came of {title}, for {whom}, by {day}. What waited to be asked is then asked in your name, and you read "
    "what is meant for whoever answers back.",
)
TAKEN_OVER = Sentence(
    "practices.taken_over", "You say what came of {title} by {day}. What there is to do stands on Home."
)
LEADS_ONLY = Sentence(
    "practices.leads_only", "It is for a hidden network, so only somebody who leads it can take it over."
)
ANSWERER_LEFT = Sentence(
    "practices.answerer_left",
    "{title}: whoever promised to say what came of it does not work here any more. Open Home and choose “Practices "
    "that run” to see who can take it over.",
)
CHANGE = Sentence("practices.change", "Change")
STOP = Sentence("practices.stop", "Stop")
NEXT_ON = Sentence("practices.next_on", "On which day does the next round open?")
SAVE = Sentence("practices.save", "Save")
CHANGED = Sentence("practices.changed", "Changed. The next round opens on {day}. {answerer} says what came of it.")
WORDING = Sentence("practices.wording", "Other words")
WORDING_WHEN = Sentence(
    "practices.wording_when", "From the next round on it says this. A round that is open stays as people saw it."
)
WORDS_OF = Sentence("practices.words_of", "Text {n}")
REWORDED = Sentence("practices.reworded", "Saved. The next round says it in these words.")
OFTEN = Sentence("practices.often", "How often does a round begin?")
AS_IT_CAME = Sentence("practices.as_it_came", "As it was made")
EVERY_WEEK = Sentence("practices.every_week", "Every week")
EVERY_SO_MANY = Sentence("practices.every_so_many", "Every {n} weeks")
SORTS_WITH = Sentence("practices.sorts_with", "Who sorts what people say, together with them?")
SORTS_WITH_HINT = Sentence(
    "practices.sorts_with_hint",
    "Up to {n} people, or nobody. They read what is said in confidence: from the next round on its cards name them.",
)
SORTS_WITH_MANY = Sentence("practices.sorts_with_many", "That is {size}. Choose {n} at most.")
SORTS_WITH_OTHER = Sentence(
    "practices.sorts_with_other",
    "Somebody here does not lead the people it is for. Untick them and save; then choose among those who do.",
)
NOT_INSIDE = Sentence(
    "practices.not_inside",
    "In a hidden network its lead, co-lead or sponsor says what came of it: others would read who belongs to it. Choose one of "
    "them.",
)
ASK_ANEW = Sentence(
    "practices.ask_anew", "They have to be asked first. Stop this and start it anew with them, or choose a steward."
)
RUNS_THERE = Sentence(
    "practices.runs_there", "It runs for these people already. Choose others, or stop that one first."
)
START_ANEW = Sentence(
    "practices.start_anew",
    "These are more than {n} people. Stop this and start it for them, so that a second steward agrees.",
)
LISTED_FIRST = Sentence(
    "practices.listed_first",
    "People read on which day it first opens. Choose that day, or one at least a week ahead.",
)
TOO_SOON = Sentence(
    "practices.too_soon", "For other people it is listed five working days first. Choose a day at least a week ahead."
)
STOP_ASK = Sentence(
    "practices.stop_ask", "No round of {title} opens any more. A round that is open goes on to its end."
)
STOPPED = Sentence("practices.stopped", "Stopped. Nothing more opens.")
NEW = Sentence(
    "practices.new",
    "New: {title}, for {whom}. {about} It first opens on {day}. {answerer} says what came of it, and is the one to tell if "
    "you object.",
)
NEW_AT_ONCE = Sentence(
    "practices.new_at_once",
    "New: {title}, for {whom}. {about} It first opens on {day}. {answerer} started it, and is the one to tell if you object.",
)
COMES = Sentence("practices.comes", "The next round opens on {day}.")
NOT_OPENED = Sentence(
    "practices.not_opened",
    "{title} did not open: {answerer}, who would say what came of it, does not work here any more. Open Home to name "
    "somebody else.",
)
EVERY = (*(value for value in list(globals().values()) if isinstance(value, Sentence)), *words_proposals.EVERY)
