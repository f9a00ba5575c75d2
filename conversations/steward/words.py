"""Every sentence that stewards, and those who answer back, read."""

from bot.words import Sentence

CLOSED = Sentence("steward.closed", "{subject}: the round has closed. You promised an answer by {day}.")
OVERDUE = Sentence(
    "steward.overdue", "{subject}: you promised an answer by {day}, and people can see that there is none yet."
)
VOID = Sentence(
    "steward.void",
    "{subject}: the key to the answers was lost, so the round was cancelled. Nobody can read them. Everybody who was asked "
    "sees this on Home.",
)
VOID_UNCOUNTED = Sentence(
    "steward.void_uncounted",
    "{subject}: the answers could not be counted within a day, because something went wrong on the server, so the round was "
    "cancelled. Nobody can read them. Everybody who was asked sees this on Home. Please tell {operator}, who runs the server.",
)
UNCOUNTED = Sentence(
    "steward.uncounted",
    "Results by groups and by team could not be counted, and will not come. Please tell {operator}, who runs the server.",
)
VOID_TWO = Sentence(
    "steward.void_two",
    "{subject}: the round was cancelled. Two keys are needed to read the answers, and one of them was lost, or not given out "
    "within {n} days. Nobody can read them. Everybody who was asked sees this on Home.",
)
KEEPER_LATE = Sentence(
    "steward.keeper_late",
    "{subject}: it has closed, but {keeper} has not given out the second key, so nobody can read the answers. If it is not "
    "there by {day}, the round is cancelled. Please ask {keeper}, and {operator}, who runs the server.",
)
KEEPER_AWAY = Sentence(
    "steward.keeper_away",
    "{subject} has not opened yet: {keeper}, who has the second key of each question, cannot be reached. It is tried again all "
    "the time. Please tell {operator}, who runs the server.",
)
TOO_FEW = Sentence(
    "steward.too_few",
    "{subject} did not open: fewer than {k} people are in the circle, so an answer could be traced to a person. Ask with "
    "names shown, or ask a larger circle.",
)
SAMPLE_TOO_SMALL = Sentence(
    "steward.sample_too_small",
    "{subject} did not open: it asks one in {of} people each time, and that is fewer than {k} now. An answer could be traced "
    "to a person. {instead}",
)
NOT_SO_FEW = Sentence(
    "steward.not_so_few",
    "One in {of} of {people} people is {heads}. Fewer than {k} are never asked without their names. {instead}",
)
ASK_ONE_IN = Sentence(
    "steward.ask_one_in", "It works with one in {works} or fewer: whoever runs the server can set that."
)
ASK_EVERYBODY = Sentence("steward.ask_everybody", "Ask everybody at once instead.")
NO_ANSWERER = Sentence(
    "steward.no_answerer",
    "{subject} did not open: nobody answers back any more. Open Hearback's Home, press Start, and choose who does.",
)
ANSWERER_LEFT = Sentence(
    "steward.answerer_left",
    "{subject}: the person who answers back has left. Open Hearback's Home, press Start a question, and choose who does. They "
    "also answer for the questions that are open or closed now.",
)
ANSWER_BACK = Sentence("steward.answer_back", "Answer back")
ANSWER_TITLE = Sentence("steward.answer_title", "Answer back")
DRAFT = Sentence("steward.draft", "We heard: {finding}")
DRAFT_SEVERAL = Sentence(
    "steward.draft_several",
    "We heard: what goes best is “{best}” ({good} good answers), and what goes worst is “{worst}” ({bad} good answers).",
)
OPEN_END = Sentence("steward.open_end", "Next, we will …")
DRAFT_SAYS = Sentence(
    "steward.draft_says", "The first field begins with what was found. Change it as you like: it is only a draft."
)
DRAFT_UNCHANGED = Sentence(
    "steward.draft_unchanged", "This is still the draft. Please add what will be done, even if it is small."
)
NO_ENDING = Sentence("steward.no_ending", "Nothing is said yet of what comes of: {themes}.")
NO_NAME = Sentence("steward.no_name", "{n} heaps have no name yet.", one="{n} heap has no name yet.")
THEMES_FIRST = Sentence(
    "steward.themes_first", "Go to Home, press Sort comments, and give each an ending, or drop it. Then answer back."
)
COMMENTS = Sentence("steward.comments", "What people added, in random order")
SAID = Sentence("steward.said", "What was said")
ALL_SAID = Sentence(
    "steward.all_said", "There is more. You find all of it on Home, under Results, before you answer here."
)
WILL_DO = Sentence("steward.will_do", "What will be done?")
WILL_DO_HINT = Sentence(
    "steward.will_do_hint", "One thing that people can check is better than three that they cannot."
)
WILL_NOT = Sentence("steward.will_not", "What will not be done, and why?")
WILL_NOT_HINT = Sentence("steward.will_not_hint", '"Not now, because" is an answer too.')
BY_DAY = Sentence("steward.by_day", "By when?")
WHO_SEES = Sentence(
    "steward.who_sees", "Everybody who was asked sees this on Home at once, and in their next weekly note."
)
SEND = Sentence("steward.send", "Send to everybody")
DONE_TITLE = Sentence("steward.done_title", "Sent")
DONE = Sentence("steward.done", "Thank you. Everybody who was asked can see it now.")
STANDS = Sentence(
    "steward.stands",
    "It stands as a promise now, and everybody can follow it. I ask you for news of it on {day}. You can say who sees to it, "
    "or promise one more thing; none of that is needed.",
)
SAY_MORE = Sentence("steward.say_more", "Say more about it")
ONE_MORE = Sentence("steward.one_more", "Promise one more thing")
ALREADY = Sentence("steward.already", "This round has been answered already. Nothing was changed.")
NEEDED = Sentence("steward.needed", "Please say what will be done, even if it is small.")
TOO_LONG = Sentence("steward.too_long", "That is {size} characters. Please shorten it to {n}.")
PAST = Sentence("steward.past", "Choose a day from today on, within a year.")
NOT_YOURS = Sentence("steward.not_yours", "Only {answerer} answers back for this round.")
GONE = Sentence("steward.gone", "There is nothing here any more. Open Hearback's Home to see what waits for you.")
NOT_STEWARD = Sentence(
    "steward.not_steward", "Only stewards can do this. The people who run Hearback ({operator}) can make you one."
)
START_BUTTON = Sentence("steward.start_button", "Start a question")
LOOK_BUTTON = Sentence("steward.look_button", "Look at it first")
START_TITLE = Sentence("steward.start_title", "Start a question")
START_TEXT = Sentence(
    "steward.start_text",
    "First you see it as staff will, and nothing is sent. Once you start it, it is announced on everybody's Home, and opens "
    "five working days later at the earliest, in the weekly note, at each person's own time.",
)
START_WHAT = Sentence("steward.start_what", "{questions}, {often}. Open for {days} days. {visible}")
VISIBLE = Sentence(
    "steward.visible", "With about {n} answers you can see changes of {points} points, such as from {low} to {high}."
)
NOT_VISIBLE = Sentence("steward.not_visible", "With about {n} answers no change can be seen.")
SHOWN_FROM = Sentence("steward.shown_from", "Results are shown when at least {k} people answer.")
SHOWN_SMALL = Sentence(
    "steward.shown_small", "Results are shown when at least {k} people answer, and for everybody together only."
)
WOULD_NOT_OPEN = Sentence(
    "steward.would_not_open",
    "Fewer than {k} people work here, so it would not open: an answer could be traced to a person.",
)
QUESTIONS = Sentence("steward.questions", "{n} questions", one="{n} question")
IN_TURN = Sentence("steward.in_turn", "Each time it asks one person in {n}, everybody in turn.")
OFTEN_WEEKLY = Sentence("steward.often_weekly", "every week")
OFTEN_WEEKS = Sentence("steward.often_weeks", "every {n} weeks")
OFTEN_MONTHS = Sentence("steward.often_months", "{n} times a year", one="{n} time a year")
OFTEN_ONCE = Sentence("steward.often_once", "once")
WHICH = Sentence("steward.which", "What do you want to start?")
RUNNING = Sentence("steward.running", "Being asked, or coming: {subjects}.")
RUNNING_BUTTON = Sentence("steward.running_button", "What is being asked")
RUNNING_ONE = Sentence("steward.running_one", "{subject}: next on {day}. {answerer} answers back.")
NONE_RUNNING = Sentence("steward.none_running", "Nothing is being asked, and nothing is coming.")
STOP_BUTTON = Sentence("steward.stop_button", "Stop it")
STOP_TITLE = Sentence("steward.stop_title", "Stop a question")
STOP_ASK = Sentence("steward.stop_ask", "Stop {subject}? It would be asked next on {day}.")
STOP_MEANS = Sentence(
    "steward.stop_means",
    "What is open now runs to its end, and is answered back. Nothing more opens. On Home it does not stand as coming any more. "
    "It can be started again, as usual. A question that a steward wrote may have to be written once more.",
)
STOPPED = Sentence("steward.stopped", "Stopped. Nothing more opens.")
STOPPED_ALREADY = Sentence("steward.stopped_already", "It had been stopped already. Nothing was changed.")
OWN_BUTTON = Sentence("steward.own_button", "Ask your own question")
OWN_TITLE = Sentence("steward.own_title", "Your own question")
OWN_TEXT = Sentence(
    "steward.own_text",
    "It is asked once, and goes to all staff. Answers are kept without names. Nothing is sent before you have looked at it and "
    "started it.",
)
OWN_SUBJECT = Sentence("steward.own_subject", "What is it about?")
OWN_SUBJECT_HINT = Sentence("steward.own_subject_hint", 'A few words, such as "The new rota". People read it first.')
OWN_PROMPT = Sentence("steward.own_prompt", "Your question")
OWN_PROMPT_HINT = Sentence("steward.own_prompt_hint", "Ask one thing at a time, in words you would say.")
OWN_KIND = Sentence("steward.own_kind", "How is it answered?")
KIND_SCALE = Sentence("steward.kind_scale", "A number from 0 to 10")
KIND_AGREEMENT = Sentence("steward.kind_agreement", "From strongly disagree to strongly agree")
KIND_FREQUENCY = Sentence("steward.kind_frequency", "From never to always")
KIND_YES_NO = Sentence("steward.kind_yes_no", "Yes or no")
KIND_ONE_OF = Sentence("steward.kind_one_of", "One of several answers")
KIND_SEVERAL_OF = Sentence("steward.kind_several_of", "As many of several answers as fit")
KIND_TEXT = Sentence("steward.kind_text", "In their own words")
OWN_OPTIONS = Sentence("steward.own_options", "The answers, one on each line")
OWN_OPTIONS_HINT = Sentence(
    "steward.own_options_hint", "For numbers, two lines: what 0 means, and what 10 means. Not needed for the others."
)
OWN_CLOSES = Sentence("steward.own_closes", "Until which day can it be answered?")
OWN_CLOSES_HINT = Sentence(
    "steward.own_closes_hint", "Until noon on that day. The answer back is promised 14 days later."
)
OWN_SEND = Sentence("steward.own_send", "Keep it")
OWN_WRITTEN = Sentence(
    "steward.own_written",
    "{subject}: kept, and not asked yet. Look at it as staff will see it. Until it is started, every steward finds it on Home.",
)
KEPT_ONE = Sentence("steward.kept_one", "Kept, and not asked yet: {subject}. {answerer} would answer back.")
KEPT_BUTTON = Sentence("steward.kept_button", "All kept questions")
KEPT_TITLE = Sentence("steward.kept_title", "Kept questions")
KEPT_NONE = Sentence("steward.kept_none", "Nothing is kept that was not started.")
THROW_BUTTON = Sentence("steward.throw_button", "Throw away")
THROW_ASK = Sentence("steward.throw_ask", "Throw away {subject}? Nobody has been asked it. It cannot be brought back.")
THROWN = Sentence("steward.thrown", "It is gone.")
OWN_LOOK = Sentence("steward.own_look", "Look at it")
OWN_CHANGE = Sentence("steward.own_change", "Change it")
OWN_EMPTY = Sentence("steward.own_empty", "Please write a few words here.")
OWN_NO_KIND = Sentence("steward.own_no_kind", "Choose how it is answered.")
OWN_TWO_ENDS = Sentence(
    "steward.own_two_ends", "Write two lines: what 0 means, and what 10 means. At most {size} characters each."
)
OWN_FEW_OPTIONS = Sentence("steward.own_few_options", "Write from 2 to {n} different answers, one on each line.")
OWN_WRONG_DAY = Sentence("steward.own_wrong_day", "Choose a day from {first} to {last}.")
OWN_ALREADY = Sentence("steward.own_already", "This question has been started already. Nothing was changed.")
OWN_STALE = Sentence(
    "steward.own_stale",
    "People hear of a question five working days before it comes, and this one is from too long ago. Open Home, press Change "
    "it, and keep it once more.",
)
FORESEEN = Sentence(
    "steward.foreseen",
    "As people want it now, at least {now} of {everybody} get it on the day it opens. {others}",
)
FORESEEN_FEW = Sentence(
    "steward.foreseen_few",
    "As people want it now, fewer than {now} of {everybody} get it on the day it opens. {others}",
)
FORESEEN_MOST = Sentence(
    "steward.foreseen_most",
    "As people want it now, all or nearly all of {everybody} get it on the day it opens. {others}",
)
OTHERS = Sentence("steward.others", "Whoever does not gets it in their own next weekly note, or sees it on Home only.")
WHO = Sentence("steward.who", "Who answers back?")
WHO_HINT = Sentence("steward.who_hint", "Their name stands in every question.")
BY_GROUPS = Sentence(
    "steward.by_groups", "Results by {detail} stand on Home, under Results. Look at them before you answer here."
)
BY_STAYS = Sentence(
    "steward.by_stays",
    "It is being asked already, so its results are shown by the same things as before. People were told of those.",
)
STARTED = Sentence("steward.started", "Started. The first question comes on {day}. {answerer} answers back.")
NOBODY = Sentence("steward.nobody", "Choose who answers back.")
NOTHING_CHOSEN = Sentence("steward.nothing_chosen", "Choose what to start.")
EVERY = tuple(value for value in list(globals().values()) if isinstance(value, Sentence))
