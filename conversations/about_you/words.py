"""Every sentence that people read where they may say something about themselves."""

from bot.words import Sentence

TITLE = Sentence("about_you.title", "About you")
FREE = Sentence(
    "about_you.free",
    "You can say all of this, some of it, or nothing. Nothing else here depends on it, and nobody sees whether you did.",
)
USE = Sentence(
    "about_you.use",
    "It is used for one thing: to show results for groups of people. A group is shown only when at least {twice} people in it "
    "answer. Before that, the question says by what its results are shown.",
)
KEEPING = Sentence(
    "about_you.keeping",
    "It is kept encrypted and apart from your name. No screen shows it, not even to you. {operator}, who runs the server, "
    "could break this by tampering with the server. The chat service knows that you opened this form, and what you send passes "
    "through it.",
)
REPLACES = Sentence(
    "about_you.replaces",
    "What you send takes the place of all you said before. Send it empty, and nothing about you is kept. Answers that you gave "
    "already keep what you said then, until their question closes.",
)
SKIP = Sentence("about_you.skip", "Prefer not to say")
CHOOSE = Sentence("about_you.choose", "Choose one of these, or leave it out.")
SEND = Sentence("about_you.send", "Keep it")
KEPT = Sentence("about_you.kept", "Kept. You can change it or take it back here whenever you like.")
NOTHING = Sentence("about_you.nothing", "Nothing about you is kept now.")
NOT_HERE = Sentence("about_you.not_here", "{organisation} does not ask for anything about you.")
ANNOUNCED = Sentence(
    "about_you.announced",
    "New: you can say something about you, if you want to: {details}. From {day} on, results may also be shown by it, to see "
    "whether work is as good for everybody. {sponsor} asked for this, and is the one to tell if you object.",
)
EVERY = tuple(value for value in list(globals().values()) if isinstance(value, Sentence))
