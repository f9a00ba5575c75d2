"""Every sentence of the public page's own frame: what stands around the forms, and about pictures and files."""

from bot.words import Sentence

BRAND = Sentence("second.brand", "{organisation}")
TITLE = Sentence("second.title", "Speak up")
SKIP = Sentence("second.skip", "Skip to the main part")
START = Sentence("second.start", "Back to the first page")
PROMISE = Sentence(
    "second.promise",
    "This page asks for no sign-in, sets no cookie and keeps no list of visits. It remembers nothing from one page to the "
    "next, so finish in one go.",
)
OWN_TELEPHONE = Sentence("second.own_telephone", "Safest on your own telephone, away from the workplace's network.")
LIMITS = Sentence(
    "second.limits",
    "Your network can see that you opened this address, and a telephone or computer of your workplace can see everything. "
    "Use your own telephone, away from the workplace's network. Tor Browser hides the "
    "address too.",
)

PICTURE = Sentence("second.picture", "Add a picture")
PICTURE_OR_FILE = Sentence("second.picture_or_file", "Add a picture or a file")
PICTURE_TEXT = Sentence(
    "second.picture_text",
    "It is drawn anew before it is kept: place, time and camera are left behind. What it shows stays, so look for faces, names "
    "and reflections first.",
)
FILE_TEXT = Sentence(
    "second.file_text",
    "A file that is no picture is kept as it is, and may hold its author's name. Its own name is not kept.",
)
CHOOSE = Sentence("second.choose", "Choose a picture")
CHOOSE_FILE = Sentence("second.choose_file", "Choose a picture or a file")
CHOOSE_HINT = Sentence("second.choose_hint", "JPEG, PNG or WebP, at most 12 MB.")
FILE_HINT = Sentence("second.file_hint", "Pictures: JPEG, PNG or WebP, at most 12 MB. Other files: at most 160 KB.")
BESIDE = Sentence("second.beside", "What does it show?")
OPTIONAL = Sentence("second.optional", "(you can leave this out)")
ADD = Sentence("second.add", "Add it")
PICTURE_ALONE = Sentence("second.picture_alone", "A picture, without words.")
FILE_ALONE = Sentence("second.file_alone", "A file, without words.")
ADDED_TITLE = Sentence("second.added_title", "Added")
ADDED = Sentence(
    "second.added",
    "Added. It can be read from tomorrow on, so that the time does not tell who you are. Your words stay the same.",
)

NOTHING_CHOSEN = Sentence("second.nothing_chosen", "No picture was chosen. Choose one, then press Add it.")
NO_PICTURE = Sentence(
    "second.no_picture",
    "That is no picture that can be read here. Send it as JPEG, PNG or WebP; a screenshot often helps.",
)
TOO_MANY_POINTS = Sentence(
    "second.too_many_points",
    "That picture is too large to be drawn. Make it smaller, or take a screenshot of it, and try again.",
)
FILE_TOO_LARGE = Sentence(
    "second.file_too_large", "That file is larger than 160 KB. Send pictures of its pages instead."
)
FULL = Sentence("second.full", "No more pictures fit in here. Words still do.")
OWN_WORDS = Sentence(
    "second.own_words",
    "Your words for coming back stand in what you wrote. Take them out: whoever reads them could write in your place.",
)
TOO_LONG = Sentence("second.too_long", "That is too long. Please shorten it to {n} characters.")
SHUT = Sentence(
    "second.shut",
    "The list of those who read this cannot be trusted now, so nothing was kept. Call one of them.",
)
NOTHING_THERE = Sentence(
    "second.nothing_there", "Nothing was kept: these words lead nowhere. Look at them again, please."
)

SQUARES = Sentence(
    "second.squares",
    "The square holds these words and no address. It is for another telephone than this one: photograph it, or copy the words. "
    "Do not let the telephone search the web for them. A photograph may be copied to wherever your pictures go.",
)
AGAIN = Sentence("second.again", "Send it again")
ALREADY = Sentence(
    "second.already",
    "This was sent before, and once is enough: nothing was done twice. If you lost your words, speak up again and say so.",
)
BUSY = Sentence(
    "second.busy",
    "Too much comes in just now, so this was not taken. Nothing you wrote is lost while this page is open: wait "
    "five minutes, then send it again. In a hurry? Speak up in the chat, or call one of those named on the first page.",
)
BUSY_PICTURE = Sentence(
    "second.busy_picture",
    "Too much comes in just now, so nothing was kept. Go back, wait five minutes and try again.",
)
LARGE = Sentence("second.large", "That was too large to send, so nothing was kept. Go back and make it smaller.")
SLOW = Sentence("second.slow", "That took too long to arrive, so nothing was kept. Go back and send it again.")
FOREIGN = Sentence(
    "second.foreign", "This did not come from our own page, so nothing was done. Begin on the first page."
)
MALFORMED = Sentence(
    "second.malformed", "The browser sent something we could not read, so nothing was done. Go back and try again."
)
BROKEN = Sentence(
    "second.broken", "Something went wrong on our side, and nothing was kept. Go back and try again in a minute."
)
PROBLEM = Sentence("second.problem", "That did not work")
EVERY = tuple(value for value in list(globals().values()) if isinstance(value, Sentence))
