"""Every sentence about networks: what people read who look for one, join it or leave it, lead it or found it."""

from bot.words import Sentence

TITLE = Sentence("circles.title", "Networks and groups")
LIST = Sentence(
    "circles.list",
    "Anybody who works here can join, and leave. Nobody gets a message about it. In an open network its people read one "
    "another's names; in a hidden one they do not.",
)
NONE = Sentence("circles.none", "There is no network here yet.")
LOOK = Sentence("circles.look", "Look at it")
ONE = Sentence("circles.one", "{name}: {purpose}\nLed by {lead}.")
ONE_LEADERLESS = Sentence("circles.one_leaderless", "{name}: {purpose}\nNobody leads it at present.")
ONE_WAITS = Sentence("circles.one_waits", "{name}: {lead} was asked to lead it. It opens when they agree.")
ONE_UNASKED = Sentence("circles.one_unasked", "{name}: not open, because nobody has agreed to lead it.")
GONE = Sentence("circles.gone", "This network is not here any more. Home shows those that are.")
LEAD = Sentence("circles.lead", "Lead")
CO_LEAD = Sentence("circles.co_lead", "Co-lead")
SPONSOR = Sentence("circles.sponsor", "Sponsor")
NOBODY = Sentence("circles.nobody", "nobody yet")
MEETS = Sentence("circles.meets", "Next meeting")
MEETS_AT = Sentence("circles.meets_at", "{name}, {when}")
ROSTER = Sentence("circles.roster", "Who sees who is in it")
ROSTER_HIDDEN = Sentence("circles.roster_hidden", "nobody; whoever leads it sees only those who want to be seen")
ROSTER_OPEN = Sentence("circles.roster_open", "everybody who is in it")
YOU_MEMBER = Sentence("circles.you_member", "You are in it as a member.")
YOU_ALLY = Sentence("circles.you_ally", "You are in it as an ally.")
YOU_LEAD = Sentence("circles.you_lead", "You lead it.")
YOU_CO_LEAD = Sentence("circles.you_co_lead", "You are its co-lead.")
YOU_SPONSOR = Sentence("circles.you_sponsor", "You are its sponsor.")
IN_IT = Sentence("circles.in_it", "Who is in it")

JOIN = Sentence("circles.join", "Join")
CHANGE_HOW = Sentence("circles.change_how", "Change how")
JOIN_TITLE = Sentence("circles.join_title", "Join")
JOIN_HOW = Sentence("circles.join_how", "How do you want to belong to {name}?")
AS_MEMBER = Sentence("circles.as_member", "As a member: it is about me")
AS_ALLY = Sentence("circles.as_ally", "As an ally: I stand beside those whom it is about")
SEEN = Sentence("circles.seen", "Who may read your name?")
SEEN_LEAD = Sentence("circles.seen_lead", "Whoever leads it, and nobody else")
SEEN_HINT = Sentence("circles.seen_hint", "Leave it empty, and nobody does. You can change it here at any time.")
JOIN_HIDDEN = Sentence(
    "circles.join_hidden",
    "No screen, message or file shows anybody that you are in it. Whoever leads it reads your name only if you want that; of "
    "the others they read a rough number, in steps of {k}, once a month.",
)
JOIN_OPEN = Sentence("circles.join_open", "Everybody who is in it can read your name, and you can read theirs.")
JOIN_KEPT = Sentence(
    "circles.join_kept",
    "{operator}, who runs the server, could look it up in the database. The chat service knows that you opened this form, and "
    "what you send passes through it. When you leave, nothing is kept here.",
)
JOINED = Sentence(
    "circles.joined", "You are in. Nobody was told. You can leave at any time, and nothing of it is kept."
)
JOINED_OPEN = Sentence(
    "circles.joined_open",
    "You are in. Nobody gets a message, and whoever is in it can read your name. You can leave at any time, and nothing of it "
    "is kept.",
)
CHOOSE = Sentence("circles.choose", "Choose one of these.")

LEAVE = Sentence("circles.leave", "Leave")
LEAVE_ASK = Sentence(
    "circles.leave_ask",
    "Leave {name}? Nobody is told, and nothing is kept of your having been in it. What you said there with your name goes too.",
)
LEAVE_OPEN = Sentence(
    "circles.leave_open",
    "Leave {name}? Nobody gets a message; your name stands on its page no longer. Nothing is kept of your having been in it. "
    "What you said there with your name goes too.",
)
LEAVE_LEAD = Sentence(
    "circles.leave_lead",
    "Leave {name}? You lead it. Its co-lead leads it from then on and is told; if there is none, the stewards are told.",
)
LEFT = Sentence("circles.left", "You are not in it. Nothing is kept of your having been, and nobody gets a message.")
LEFT_PART = Sentence("circles.left_part", "You are not in it any more, and your name does not stand there.")
STEP_DOWN = Sentence("circles.step_down", "Step down")
STEP_DOWN_ASK = Sentence(
    "circles.step_down_ask",
    "Step down, and stay in {name} as a member? Your name then stands on its page no longer. If you lead it, its co-lead does "
    "from then on and is told; if there is none, the stewards are told.",
)
STEPPED_DOWN = Sentence(
    "circles.stepped_down", "Done. You are in it as a member. You can leave it too; nobody gets a message."
)
NO_PART = Sentence("circles.no_part", "You have no part in this that you could step down from.")

FOR_LEADS = Sentence("circles.for_leads", "Leading it")
FOR_LEADS_BUTTON = Sentence("circles.for_leads_button", "Lead it")
NOT_LEAD = Sentence("circles.not_lead", "Only those who lead this network can do that.")
ONLY_LEAD = Sentence("circles.only_lead", "Only the lead can ask somebody to take a part.")
SEEN_BY_YOU = Sentence("circles.seen_by_you", "Those who want you to read their names")
SEEN_NOBODY = Sentence("circles.seen_nobody", "Nobody has said so far that you may read their name.")
OTHERS = Sentence("circles.others", "Others, whose names nobody is shown: at least {n}. They are counted once a month.")
OTHERS_FEW = Sentence(
    "circles.others_few",
    "How many others there are is shown from {k} on, in steps of {k}, and counted once a month, so that no "
    "number tells who came or went.",
)
MORE = Sentence("circles.more", "and {n} more")
AN_ALLY = Sentence("circles.an_ally", "{name} (ally)")
HAND_OVER = Sentence("circles.hand_over", "The hand-over page")
HAND_OVER_NONE = Sentence(
    "circles.hand_over_none",
    "Nothing is written here yet. A new lead would start with nothing: write it while you know it.",
)
WRITE = Sentence("circles.write", "Write it")
WRITE_LABEL = Sentence("circles.write_label", "What must a new lead know?")
WRITE_HINT = Sentence(
    "circles.write_hint",
    "When you meet, who decides about money, what is promised, what is tried and does not work. No names of people in it. "
    "Lead, co-lead and whoever is asked to be one read it.",
)
WRITTEN = Sentence("circles.written", "Kept. Lead and co-lead read it, and whoever is asked to be one.")
TOO_LONG = Sentence("circles.too_long", "That is {size} characters. Please keep it to {n}.")
SAVE = Sentence("circles.save", "Keep it")
PURPOSE_BUTTON = Sentence("circles.purpose_button", "Change the purpose")
PURPOSE_CHANGED = Sentence("circles.purpose_changed", "Kept. It stands on its page from now on.")

ASK = Sentence("circles.ask", "Ask somebody")
ASK_ROLE = Sentence("circles.ask_role", "To be what?")
ASK_CO_LEAD = Sentence("circles.ask_co_lead", "Co-lead: leads it with you, and after you")
ASK_SPONSOR = Sentence("circles.ask_sponsor", "Sponsor: somebody who can open doors for it")
ASK_LEAD = Sentence("circles.ask_lead", "Lead, in your place: you stay as a member")
ASK_WHO = Sentence("circles.ask_who", "Who?")
ASK_WHO_HINT = Sentence("circles.ask_who_hint", "Their first and last name, as the chat shows it.")
ASK_MEANS = Sentence(
    "circles.ask_means",
    "They are asked, and nothing changes unless they say yes. This works with anybody who works here and does not tell you "
    "whether they are in it.",
)
ASK_NAME_LEAD = Sentence("circles.ask_name_lead", "Name a lead")
ASKED = Sentence("circles.asked", "{name} has been asked. You hear what they say.")
ASKED_WAITS = Sentence("circles.asked_waits", "Asked, and not answered yet")
NOBODY_SO_NAMED = Sentence(
    "circles.nobody_so_named",
    "Nobody who works here has that name. Write the first and the last name as the chat shows it.",
)
SEVERAL_SO_NAMED = Sentence(
    "circles.several_so_named", "More than one person has that name. Write the team too, in this way: {example}."
)
SAME_NAME = Sentence(
    "circles.same_name", "Two people have that name and team, and I cannot tell them apart. Please name somebody else."
)
HAS_PART = Sentence("circles.has_part", "{name} has a part in this network already. Please name somebody else.")
TAKEN = Sentence("circles.taken", "{name} is that already, and can step down on the network's page.")

ASKED_CO_LEAD = Sentence("circles.asked_co_lead", "You are asked to be co-lead of {name}.")
ASKED_SPONSOR = Sentence("circles.asked_sponsor", "You are asked to be the sponsor of {name}.")
ASKED_LEAD = Sentence("circles.asked_lead", "You are asked to lead {name}.")
ASKED_NEUTRAL = Sentence("circles.asked_neutral", "A network asks you something.")
READ = Sentence("circles.read", "Read it")
PART_TITLE = Sentence("circles.part_title", "You are asked")
MEANS_CO_LEAD = Sentence(
    "circles.means_co_lead",
    "A co-lead leads it with the lead: announces, reads the names of those who want to be seen, and keeps the hand-over page. "
    "If the lead leaves, you are the lead, and are told. You can step down at any time.",
)
MEANS_LEAD = Sentence(
    "circles.means_lead",
    "A lead announces, reads the names of those who want to be seen, and keeps the hand-over page. You can name a co-lead, "
    "hand it over, or step down at any time.",
)
MEANS_SPONSOR = Sentence(
    "circles.means_sponsor",
    "A sponsor opens doors for it, and answers what it asks for. You can step down at any time.",
)
MEANS_NAME = Sentence(
    "circles.means_name",
    "If you say yes, everybody who works here reads your name on its page. If you say no, nothing is kept.",
)
WILL_YOU = Sentence("circles.will_you", "Will you?")
YES = Sentence("circles.yes", "Yes")
NO = Sentence("circles.no", "No, not me")
SEND = Sentence("circles.send", "Send")
SAID_YES = Sentence("circles.said_yes", "Thank you. Your name stands on its page now, and whoever asked you is told.")
SAID_NO = Sentence("circles.said_no", "Thank you for saying so. Whoever asked you is told. Nothing else is kept.")
ASKED_NO_MORE = Sentence("circles.asked_no_more", "This is not asked of you any more: somebody else was quicker.")

ANSWERED = Sentence("circles.answered", "{name}: somebody whom you asked has answered.")
NOW_YOU_LEAD = Sentence(
    "circles.now_you_lead", "{name}: the lead has left, and you lead it now. The hand-over page is yours."
)
NO_LEAD = Sentence("circles.no_lead", "{name} has no lead any more, and no co-lead. Please name one, or close it.")
HOME_NO_LEAD = Sentence("circles.home_no_lead", "Nobody leads {names}.")
FOR_YOU = Sentence("circles.for_you", "Hearback: something for you")
FOR_YOU_TEXT = Sentence("circles.for_you_text", "It is about a network. Open it when nobody looks over your shoulder.")

FOR_STEWARDS = Sentence("circles.for_stewards", "For stewards")
NOT_STEWARD = Sentence("circles.not_steward", "Only stewards can do that. Ask {operator} who they are.")
FOUND = Sentence("circles.found", "Start a network")
FOUND_MEANS = Sentence(
    "circles.found_means",
    "It opens, and others see it, when the one who is to lead it has said yes. A hidden one stays hidden for good.",
)
NAME = Sentence("circles.name", "What is it called?")
NAME_HINT = Sentence("circles.name_hint", "In a few words, such as: Disability network. It cannot be changed later.")
PURPOSE = Sentence("circles.purpose", "What is it for?")
PURPOSE_HINT = Sentence("circles.purpose_hint", "One line, which everybody reads.")
WHO_SEES = Sentence("circles.who_sees", "Who may see who is in it?")
HIDDEN_OPTION = Sentence("circles.hidden_option", "Nobody (hidden)")
OPEN_OPTION = Sentence("circles.open_option", "Everybody who is in it (open)")
WHO_SEES_HINT = Sentence("circles.who_sees_hint", "Hidden is right wherever being in it says something about a person.")
FIRST_LEAD = Sentence("circles.first_lead", "Who is to lead it?")
FIRST_SPONSOR = Sentence("circles.first_sponsor", "Who is to sponsor it?")
FIRST_SPONSOR_HINT = Sentence("circles.first_sponsor_hint", "You can leave this out: the lead can ask somebody later.")
FOUNDED = Sentence("circles.founded", "Kept. {name} opens when {lead} has said yes. You hear what they say.")
NEEDED = Sentence("circles.needed", "Please write a few words here.")
NAME_SIGNS = Sentence(
    "circles.name_signs",
    "Use letters, digits, spaces and + & / - ' , . ( ) only, with at least two letters: it is shown as you write it.",
)
ONE_LINE = Sentence("circles.one_line", "Please write it in one line, without special signs that cannot be seen.")
DOUBLE = Sentence(
    "circles.double", "There is a {name} already. Choose another name, so that nobody joins the wrong one."
)
TOO_MANY = Sentence("circles.too_many", "There are {n} networks, and a page holds no more. Close one first.")
HIDE = Sentence("circles.hide", "Make it hidden")
HIDE_ASK = Sentence(
    "circles.hide_ask",
    "Make {name} hidden? From then on nobody is shown who is in it. This cannot be undone, because people will join who rely "
    "on it.",
)
HIDDEN = Sentence("circles.hidden", "Done. Nobody is shown any more who is in it.")
CLOSE_IT = Sentence("circles.close_it", "Close it")
CLOSE_ASK = Sentence(
    "circles.close_ask",
    "Close {name} for good? It is gone at once, with its hand-over page and everything about who is in it. Nobody hears "
    "that it is closed: tell people first. Whoever said yes to something that is to come hears that it is cancelled, without a "
    "name.",
)
CALLED_OFF = Sentence("circles.called_off", "What you said yes to on {when} is cancelled. I am sorry.")
CLOSED = Sentence("circles.closed", "It is closed. Nothing is kept of who was in it.")
STILL_LED = Sentence("circles.still_led", "Somebody leads it. Ask them first: a network is closed when it has no lead.")
EVERY = tuple(value for value in list(globals().values()) if isinstance(value, Sentence))
