"""Every sentence that people read where they choose out of a handful, and read what was chosen."""

from bot.words import Sentence

UNTIL = Sentence("weigh.until", "Choose up to {pick}, until {closes}. {answerer} says what came of it by {day}.")
HIDDEN = Sentence(
    "weigh.hidden",
    "Nobody sees any count before the close, and nobody is ever shown what you chose. {operator}, who runs the server, has a "
    "key that tells it; it is destroyed 30 days after the close. The chat service knows that you pressed the button.",
)
PART = Sentence("weigh.part", "These are {n} of {many}: everybody gets another handful, in another order.")
CHOOSE = Sentence("weigh.choose", "Choose")
YOURS = Sentence("weigh.yours", "Your choice")
UP_TO = Sentence("weigh.up_to", "Up to {pick}.")
ITEM = Sentence("weigh.item", "{n}. {thing}")
SEND = Sentence("weigh.send", "Send")
REPLACES = Sentence("weigh.replaces", "This takes the place of what you chose before.")
KEPT_TITLE = Sentence("weigh.kept_title", "Chosen")
KEPT = Sentence("weigh.kept", "Thank you. You can choose anew or take it back until {closes}.")
NOTHING = Sentence("weigh.nothing", "Choose something, or press Close.")
TOO_MANY = Sentence("weigh.too_many", "That is {n}. Choose up to {pick}, please.")
OTHER_CARD = Sentence("weigh.other_card", "Your handful has changed. Please look again and choose.")
OVER = Sentence("weigh.over", "This is over, so it was not kept. What was chosen stands on Home.")
HOME_SEALED = Sentence("weigh.home_sealed", "What you choose here is not shown, not even to you.")
TAKE_BACK = Sentence("weigh.take_back", "Take it back")
TAKE_BACK_ASK = Sentence(
    "weigh.take_back_ask", "Whatever you chose here is removed. You can choose anew until the close."
)
TAKEN_BACK = Sentence("weigh.taken_back", "It is gone. Nothing you chose here is kept.")
CAME = Sentence("weigh.came", "Chosen: {thing}")
BY_MANY = Sentence("weigh.by_many", "{thing}: chosen by {n} of the {shown} people who had it in their hand")
BY_SOME = Sentence("weigh.by_some", "{thing}: chosen, without a number")
WITHOUT = Sentence(
    "weigh.without",
    "Without a number: fewer than {k} people, or a number from which such a small one could be worked out. How close those "
    "are to the others is not told.",
)
BY_NONE = Sentence("weigh.by_none", "{thing}: chosen by nobody")
CLOSE_CALL = Sentence("weigh.close_call", "Too close to call between this and: {things}.")
LOT = Sentence("weigh.lot", "It was drawn by lot, because two did equally well or fewer than {few} people chose.")
ONLY_ONE = Sentence("weigh.only_one", "There was nothing else to choose.")
INDICATIVE = Sentence("weigh.indicative", "Many things and few people: take the order below it as a direction only.")
NOT_NAMED = Sentence("weigh.not_named", "Nobody named anything this time, so there was nothing to choose.")
SEE = Sentence("weigh.see", "How it came out")
NOT_YOURS = Sentence("weigh.not_yours", "This is for the people in another circle, or it is not there any more.")
EVERY = tuple(value for value in list(globals().values()) if isinstance(value, Sentence))
