"""Every sentence that people read of a brief: who answers it, who drafts it, and everybody who hears what was said."""

from bot.words import Sentence

TITLE = Sentence("brief.title", "Brief")
ASKED = Sentence("brief.asked", "For you, from {whom}: please answer by {day}.")
LATE = Sentence("brief.late", "You promised {whom} to answer by {day}. Not everything is answered yet.")
OWN = Sentence("brief.own", "Promise at least one thing, or say why not now.")
NUMBERED = Sentence("brief.numbered", "{n}. {thing}")
CHOSEN_BY = Sentence("brief.chosen_by", "Chosen by {n} of {shown}.")
CHOSEN_FEW = Sentence("brief.chosen_few", "Chosen, without a number.")
CLOSE_CALL = Sentence("brief.close_call", "Too close to call.")
TOO_FEW = Sentence(
    "brief.too_few",
    "So much was taken back that fewer than {few} people said something in confidence, so nobody reads the rest: it could "
    "point at them. Nothing of it waits for an answer.",
)
HUSHED = Sentence(
    "brief.hushed",
    "Fewer than {few} people still stand by what they said in confidence, so nobody reads it any more and you need not answer "
    "it; say what came of the round by {day}.",
)
LOT = Sentence("brief.lot", "It was drawn by lot.")
SOME = Sentence("brief.some", "{n} of the {many} things that people said, drawn by lot.")
SOME_THEMES = Sentence("brief.some_themes", "{n} of the {many} themes. Under The others: {more} more.")
OTHERS = Sentence("brief.others", "The others")
OTHERS_SAY = Sentence(
    "brief.others_say", "Themes that are not in the brief. They end where they are sorted: Sort comments, on Home."
)
OTHERS_OPEN = Sentence("brief.others_open", "Without an ending yet: {titles}")
OTHERS_ENDED = Sentence("brief.others_ended", "They have an ending: {titles}")
OTHERS_NONE = Sentence("brief.others_none", "There are no others any more: the brief holds every theme.")
ANSWER = Sentence("brief.answer", "Answer it")
READ = Sentence("brief.read", "Read it all")
YES = Sentence("brief.yes", "Yes, by")
NOT_NOW = Sentence("brief.not_now", "Not now, because")
PASS_ON = Sentence("brief.pass_on", "Pass on")
LISTEN = Sentence("brief.listen", "Still listening")
SENT = Sentence("brief.sent", "Sent. It stands on Home now, and in the next weekly note of {whom}.")
ALL_ANSWERED = Sentence("brief.all_answered", "Everything here is answered.")
ANSWERED = Sentence("brief.answered", "Answered by")
ANSWERED_BY = Sentence("brief.answered_by", "Everything is answered, by {names}.")
DRAFT = Sentence("brief.draft", "Draft answers")
WHO_READS = Sentence("brief.who_reads", "Your answer is read by {whom}: now on Home, and in the next weekly note.")
ON_PAGE = Sentence("brief.on_page", "A promise stands on the public page too. Please name nobody in it.")
OWN_WORDS = Sentence(
    "brief.own_words",
    "This was said in confidence, to you alone. Use your own words, so that nobody can be recognised.",
)
FOR_CIRCLE = Sentence(
    "brief.for_circle", "This was said to {whom}. Use your own words: whoever gets it may not belong to them."
)
WHAT = Sentence("brief.what", "What do you promise?")
WE_WILL = Sentence("brief.we_will", "We will see to this: “{thing}”")
DUE = Sentence("brief.due", "By when?")
SEEN = Sentence("brief.seen", "How will it be seen that it is done?")
SEEN_HINT = Sentence("brief.seen_hint", "If you like: a line.")
WHY = Sentence("brief.why", "Why not now?")
WHO = Sentence("brief.who", "To whom?")
WHO_HINT = Sentence("brief.who_hint", "A colleague's name as it is written here. They are asked for yes or not now.")
HIDDEN_HINT = Sentence(
    "brief.hidden_hint",
    "A name or a role. Nobody is told by Hearback, since this is a hidden network: please tell them.",
)
PASSED_WHAT = Sentence("brief.passed_what", "What do you pass on?")
HEARD = Sentence("brief.heard", "What have you heard so far?")
HEARD_HINT = Sentence(
    "brief.heard_hint", "If you like: a line. A practice that listens promises nothing in its first round."
)
SEND = Sentence("brief.send", "Send")
EMPTY = Sentence("brief.empty", "Please write a line, or press Close.")
TOO_LONG = Sentence("brief.too_long", "That is {size} characters. Please shorten it to {n}.")
WRONG_DAY = Sentence("brief.wrong_day", "Choose a day from today on, within a year.")
NOBODY = Sentence("brief.nobody", "Nobody here is called that. Write the name as it stands in the chat service.")
SEVERAL = Sentence("brief.several", "Several people are called that. Write the team behind the name: Name, team.")
YOURSELF = Sentence("brief.yourself", "Please name somebody else.")
ALREADY = Sentence("brief.already", "This has been answered already: {said}")
OVER = Sentence("brief.over", "This round is over. What came of it stands on Home.")
GONE = Sentence("brief.gone", "This is not here any more: it has been taken back, or it was never here.")
NOT_YOURS = Sentence("brief.not_yours", "Only {answerer} answers this.")
NOT_THIS_WAY = Sentence("brief.not_this_way", "This cannot be answered that way here. Choose another way.")
WAITS = Sentence("brief.waits", "{answerer} answers by {day}.")
OVERDUE = Sentence("brief.overdue", "{answerer} promised to answer by {day}. No answer yet.")
OVERDUE_SOME = Sentence("brief.overdue_some", "{answerer} promised to answer by {day}. Not everything is answered yet.")
PASSED_TO_YOU = Sentence("brief.passed_to_you", "{by} passed this on to you: {what}")
ASKED_OF_YOU = Sentence("brief.asked_of_you", "Please say by when, or why not now. Your answer is read by {whom}.")
DRAFTS = Sentence("brief.drafts", "{name} drafts: {said}")
SEND_IT = Sentence("brief.send_it", "Send this draft")
DRAFTED = Sentence("brief.drafted", "Kept as a draft. {answerer} sends it, or changes it; nobody else reads it before.")
YOU_DRAFT = Sentence("brief.you_draft", "You draft for {answerer}, by {day}. Nothing goes out before they send it.")
WHO_SENDS = Sentence("brief.who_sends", "{answerer} reads this as your draft, and sends it or changes it.")
WRITTEN = Sentence("brief.written", "Your draft: {said}")
NOT_FOR_DELEGATES = Sentence("brief.not_for_delegates", "Only {answerer} reads what was said in confidence.")
DELEGATE = Sentence("brief.delegate", "Let a colleague draft")
DELEGATE_TITLE = Sentence("brief.delegate_title", "Who drafts for you")
DELEGATE_ABOUT = Sentence(
    "brief.delegate_about",
    "One colleague sees your briefs and drafts answers. You send or change each; nothing goes out before. They see only "
    "briefs of circles that they belong to themselves, and nothing that was said in confidence. Nobody is told whether they "
    "belong to a hidden network, you neither, unless they draft there.",
)
DELEGATE_WHO = Sentence("brief.delegate_who", "Who drafts for you?")
DELEGATE_HINT = Sentence("brief.delegate_hint", "A colleague's name. Leave it empty to end it. They can say no.")
KEEP = Sentence("brief.keep", "Keep")
DELEGATE_KEPT = Sentence(
    "brief.delegate_kept", "{name} drafts for you now, and has been told. Either of you can end it."
)
NOTHING_TO_DRAFT = Sentence(
    "brief.nothing_to_draft", "No brief waits for your answer just now, so there is nothing to draft."
)
DELEGATE_ENDED = Sentence("brief.delegate_ended", "Nobody drafts for you now.")
YOU_ARE = Sentence(
    "brief.you_are",
    "{answerer} asks you to draft answers for them. Their briefs stand on your Home, where you belong to the circle. Nothing "
    "that you draft goes out before they send it.",
)
RATHER_NOT = Sentence("brief.rather_not", "Not for me")
STOP_ASK = Sentence(
    "brief.stop_ask", "You draft nothing for {answerer} from then on. What you have drafted stays with them."
)
STOP = Sentence("brief.stop", "End it")
STOPPED = Sentence("brief.stopped", "You draft nothing for them now.")
STOPPED_ALREADY = Sentence("brief.stopped_already", "You draft for nobody here any more.")
DECLINED = Sentence("brief.declined", "Nobody drafts your answers now: whoever you had named has ended it.")
EVERY = tuple(value for value in list(globals().values()) if isinstance(value, Sentence))
