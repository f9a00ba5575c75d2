"""Every sentence that people read about mentoring."""

from bot.words import Sentence

ABOUT = Sentence("match.about", "Mentoring: {name}")
SUMMARY = Sentence("match.summary", "Hearback: something for you")

BEGIN_BUTTON = Sentence("match.begin_button", "Start mentoring")
BEGIN_TITLE = Sentence("match.begin_title", "Start mentoring")
BEGIN_TEXT = Sentence(
    "match.begin_text",
    "People join as mentor or mentee. After the last day for joining you see proposed pairs, each with two reasons, "
    "and you send them. Both people are asked before they read each other's names. What they hope for, and whom they "
    "would rather not meet, is shown to nobody, also not to you.",
)
NAME = Sentence("match.name", "What is it called?")
NAME_HINT = Sentence(
    "match.name_hint",
    "People read it behind the word mentoring. Such as: Winter, or Women in theatres.",
)
CIRCLE = Sentence("match.circle", "Who may join?")
EVERYBODY = Sentence("match.everybody", "Everybody here")
DIRECTION = Sentence("match.direction", "Who mentors whom?")
ORDINARY = Sentence("match.ordinary", "The more experienced person is the mentor")
REVERSE = Sentence("match.reverse", "Reverse: the more junior person is the mentor")
MONTHS = Sentence("match.months", "How long does it go?")
MONTHS_OF = Sentence("match.months_of", "{n} months, with six meetings")
MINUTES = Sentence("match.minutes", "How long is a meeting?")
MINUTES_OF = Sentence("match.minutes_of", "About {n} minutes")
UNTIL = Sentence("match.until", "Until which day can people join?")
UNTIL_HINT = Sentence("match.until_hint", "From a week to two months from now.")
CONSENT = Sentence("match.consent", "What does everybody agree to who joins?")
CONSENT_USUAL = Sentence(
    "match.consent_usual",
    "What we talk about stays between the two of us, unless somebody is in danger. We keep the time that we agreed, "
    "or say so in good time. Neither of us does the other's work, and neither marks or manages the other. Each of us "
    "may end it without a reason.",
)
BEGIN_SEND = Sentence("match.begin_send", "Invite people")
BEGUN = Sentence(
    "match.begun",
    "People can join until {day}. It stands on the Home of everybody who may, and in their next weekly note. After "
    "that day you are told when there are pairs to look at.",
)
NEEDED = Sentence("match.needed", "Please write something here.")
TOO_LONG = Sentence("match.too_long", "This has {size} characters; at most {n} fit.")
CHOOSE = Sentence("match.choose", "Choose one of these.")
CHOOSE_SOME = Sentence("match.choose_some", "Choose at least one of these, and at most {n}.")
CHOOSE_DAY = Sentence("match.choose_day", "Choose a day from {first} to {last}.")
NOT_YOURS = Sentence("match.not_yours", "Only who leads this mentoring can do that. Ask {operator} who it is.")
NO_CIRCLE = Sentence(
    "match.no_circle",
    "Only stewards, and people who lead a group, can start mentoring. Ask {operator}.",
)
GONE = Sentence("match.gone", "This mentoring has ended, or it is not open to you. Home shows what there is for you.")

INVITED = Sentence(
    "match.invited",
    "Six meetings of about {minutes} minutes in {months} months. You can join as mentor or mentee until {day}.",
)
JOIN_BUTTON = Sentence("match.join_button", "Read more and join")
JOIN_TITLE = Sentence("match.join_title", "Join mentoring")
TIME = Sentence("match.time", "Six meetings of about {minutes} minutes in {months} months, from {day} on.")
ORDINARY_TEXT = Sentence("match.ordinary_text", "The mentor is the more experienced of the two.")
REVERSE_TEXT = Sentence(
    "match.reverse_text",
    "It goes the other way round: the mentor is the more junior of the two, and helps a senior colleague see how work"
    " looks from where they are.",
)
KEEPING = Sentence(
    "match.keeping",
    "What you write here is used to find pairs and for nothing else. It is kept encrypted. No screen shows it, not "
    "even to you. If there could be a pair for you, {lead}, who leads this, reads both names and two things that you "
    "both chose; the other person reads your name when you have both said yes. {operator}, who runs the server, could"
    " break this by tampering with the server. All of it is erased on {day}.",
)
AGREEMENT = Sentence("match.agreement", "What everybody agrees to who joins")
SIDE = Sentence("match.side", "You would like to be")
MENTOR = Sentence("match.mentor", "A mentor")
MENTEE = Sentence("match.mentee", "A mentee")
TOPICS = Sentence("match.topics", "What would you like to talk about?")
TOPICS_HINT = Sentence("match.topics_hint", "Choose up to four. A pair has at least one in common.")
LEADING = Sentence("match.leading", "Finding one's way as a leader")
HEARD = Sentence("match.heard", "Being heard")
CAREER = Sentence("match.career", "What comes next at work")
HOME_LIFE = Sentence("match.home_life", "Work and life at home")
DECIDED = Sentence("match.decided", "How things are decided here")
BELONGING = Sentence("match.belonging", "Belonging, and being different")
TOOLS = Sentence("match.tools", "New tools and technology")
BACK = Sentence("match.back", "Coming back after time away")
STUDY = Sentence("match.study", "Study and exams")
WAYS = Sentence("match.ways", "How can you meet?")
ONLINE = Sentence("match.online", "Online")
IN_PERSON = Sentence("match.in_person", "In person")
TIMES = Sentence("match.times", "When can you meet?")
MORNINGS = Sentence("match.mornings", "Mornings")
AFTERNOONS = Sentence("match.afternoons", "Afternoons")
EVENINGS = Sentence("match.evenings", "Evenings")
SEATS = Sentence("match.seats", "If you are a mentor: for how many people?")
ONE = Sentence("match.one", "One")
TWO = Sentence("match.two", "Two")
THREE = Sentence("match.three", "Three")
APART = Sentence("match.apart", "Is there anybody whom you would rather not meet?")
APART_HINT = Sentence(
    "match.apart_hint",
    "One name on each line, at most {n}. Nobody reads this. Some possible pairs are left out by lot, so that a "
    "missing pair proves nothing. You need not name your own team or the people you report to.",
)
UNKNOWN = Sentence("match.unknown", "Nobody called {name} works here. Write the name as Hearback shows it.")
SEVERAL = Sentence(
    "match.several",
    "Several people are called {name}. Write the team behind the name, as in: {name}, Ward 7.",
)
TOO_MANY = Sentence("match.too_many", "At most {n} names fit.")
AGREE = Sentence("match.agree", "Do you agree?")
AGREED = Sentence("match.agreed", "Yes, I agree to this")
AGREE_FIRST = Sentence("match.agree_first", "Tick this if you agree. Else close the form, and nothing is kept.")
JOIN_SEND = Sentence("match.join_send", "Join")
JOINED = Sentence(
    "match.joined",
    "You have joined. After {day} we look for pairs. If there is one for you, you are asked first. You can leave at "
    "any time.",
)
JOINED_HOME = Sentence("match.joined_home", "You have joined. After {day} we look for pairs.")
WAITING = Sentence(
    "match.waiting",
    "You are on the waiting list: there is no pair for you yet. We look again each week. A pair can be missing for "
    "many reasons, also by lot, and it says nothing about you.",
)
CHANGE = Sentence("match.change", "Say it anew")
LEAVE = Sentence("match.leave_button", "Leave mentoring")
LEFT = Sentence("match.left", "You have left. What you had written is erased. Nobody is told.")

ASKED = Sentence("match.asked", "There could be a {side} for you.")
ASKED_HOW = Sentence(
    "match.asked_how",
    'You read each other\'s names when you have both said yes. If you say "Not this time", nobody learns that it was '
    "you.",
)
SIDE_MENTOR = Sentence("match.side_mentor", "mentor")
SIDE_MENTEE = Sentence("match.side_mentee", "mentee")
YES = Sentence("match.yes_button", "Yes, please")
NO = Sentence("match.no_button", "Not this time")
SAID_YES = Sentence(
    "match.said_yes",
    "You said yes. The other person is being asked now, or has been.",
)
SAID_NO = Sentence("match.said_no", "That is fine. You stay on the waiting list, and this pair does not come again.")
ALREADY = Sentence("match.already", "This has been answered already. Home shows how it is now.")
TOGETHER = Sentence("match.together", "You and {other} are a pair: {other} is your {side}.")
TOGETHER_HOW = Sentence(
    "match.together_how",
    "Write to each other to find a first time; about {minutes} minutes, not in the senior person's office.",
)
END_PAIR = Sentence("match.end_pair", "End this pair")
ENDED_PAIR = Sentence(
    "match.ended_pair",
    "Your pair with {other} has ended. Nobody has to say why.",
)
WHO_LEFT = Sentence("match.who_left", "somebody who has left")
MET_BUTTON = Sentence("match.met_button", "Did you meet?")
MET_LINE = Sentence("match.met_line", "Meeting {n} of six is about now.")
MET_TITLE = Sentence("match.met_title", "Did you meet?")
MET_TEXT = Sentence(
    "match.met_text",
    "Only yes or no, never what you talked about. It is kept without your name. Only a number is shown: how many met,"
    " if at least {k} did.",
)
MET = Sentence("match.met", "Have the two of you met for meeting {n}?")
MET_YES = Sentence("match.met_yes", "Yes")
RECORD = Sentence("match.record", "Send")
MET_NO = Sentence("match.met_no", "Not yet")
RECORDED = Sentence(
    "match.recorded",
    "Recorded. If this pair is not right for you, you can end it on Home by one press.",
)

R_TOPIC = Sentence("match.r_topic", "You both want to talk about: {value}.")
R_TIME = Sentence("match.r_time", "You both have time: {value}.")
R_WAY = Sentence("match.r_way", "You can both meet: {value}.")
R_ELSEWHERE = Sentence("match.r_elsewhere", "You work in different teams.")
L_TOPIC = Sentence("match.l_topic", "both want to talk about: {value}")
L_TIME = Sentence("match.l_time", "both have time: {value}")
L_WAY = Sentence("match.l_way", "both can meet: {value}")
L_ELSEWHERE = Sentence("match.l_elsewhere", "they work in different teams")

READY = Sentence(
    "match.ready_text",
    "{n} pairs wait for you to look at them.",
    "{n} pair waits for you to look at it.",
)
PAIRS_BUTTON = Sentence("match.pairs_button", "Look at the pairs")
PAIRS_TITLE = Sentence("match.pairs_title", "Proposed pairs")
PAIRS_TEXT = Sentence(
    "match.pairs_text",
    "Tick what does not fit: those pairs are put aside for good, and pairs are proposed anew. Tick nothing to send "
    "these: then both people are asked, the junior one first, without names.",
)
PAIR_SHORT = Sentence("match.pair_short", "{mentor} for {mentee}")
ASIDE = Sentence("match.aside", "Does not fit")
ASIDE_HINT = Sentence(
    "match.aside_hint",
    "For one person two pairs can be put aside, so that nobody can be singled out.",
)
ASIDE_ENOUGH = Sentence(
    "match.aside_enough",
    "Two pairs were put aside for {name} already. Leave this one to the two of them.",
)
PAIRS_SEND = Sentence("match.pairs_send", "Go on")
PAIRS_MORE = Sentence("match.pairs_more", "{n} more pairs come after these.", "{n} more pair comes after these.")
SENT = Sentence("match.sent", "{n} pairs are being asked.", "{n} pair is being asked.")
NO_PAIRS = Sentence(
    "match.no_pairs",
    "No pairs wait for you. Pairs are proposed once a week, when at least {n} mentors and {n} mentees wait. With "
    "fewer, a pair that is not proposed would say too much.",
)
LEADING_IT = Sentence("match.leading_it", "{mentors} mentors and {mentees} mentees have joined.")
STATE_BUTTON = Sentence("match.state_button", "How mentoring goes")
STATE_TITLE = Sentence("match.state_title", "How mentoring goes")
STATE_ONE = Sentence("match.state_one", "{pair}: {state}")
S_ASKED = Sentence("match.s_asked", "they are being asked")
S_TOGETHER = Sentence("match.s_together", "a pair")
S_DECLINED = Sentence("match.s_declined", "not this time")
S_ENDED = Sentence("match.s_ended", "ended")
WAIT_COUNT = Sentence("match.wait_count", "On the waiting list: {mentors} mentors and {mentees} mentees.")
MET_COUNT = Sentence("match.met_count", "Meeting {n}: at least {many} people said that they met.")
STOP = Sentence("match.stop_button", "End it for all")
STOP_TITLE = Sentence("match.stop_title", "End mentoring")
STOP_TEXT = Sentence(
    "match.stop_text",
    "{name} ends now for everybody. Who joined, what they wrote and who was a pair is erased; how many took part is "
    "kept. Pairs may of course go on meeting, without Hearback. This cannot be undone.",
)
STOPPED = Sentence("match.stopped", "It has ended, and everything but the numbers is erased.")
OVER = Sentence(
    "match.over",
    "It has ended. {mentors} mentors and {mentees} mentees joined, and {pairs} pairs came of it.",
)
EVERY = tuple(value for value in list(globals().values()) if isinstance(value, Sentence))
