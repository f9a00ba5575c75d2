"""Every sentence of a workshop's own pages: the phone's, the screen's, and what came of it."""

from bot.endings import How
from bot.words import Sentence
from bot.workshop import Stage

JOIN = Sentence("tables.join", "Join your table")
JOIN_SAYS = Sentence("tables.join_says", "The code lies on your table, and stands on the screen.")
CODE = Sentence("tables.code", "Code")
CODE_HINT = Sentence("tables.code_hint", "Eight letters and numbers, such as KMTR-4W7P.")
GO = Sentence("tables.go", "Go to my table")
WRONG = Sentence("tables.wrong", "No table has this code now. Look at it once more, or ask whoever holds the workshop.")
GUESSING = Sentence("tables.guessing", "Too many wrong codes came from here. Wait a minute, then type it once more.")
BUSY = Sentence("tables.busy", "Too much came in at once. Wait a minute, then send it again.")
LARGE = Sentence("tables.large", "That is too much to take in. Put down a shorter paper.")
SLOW = Sentence("tables.slow", "The line was too slow. Please try again.")
MALFORMED = Sentence("tables.malformed", "This page could not be read. Go back, and try again.")
FOREIGN = Sentence("tables.foreign", "This came from another page. Open your table's own page, and write there.")
BROKEN = Sentence("tables.broken", "This page cannot be shown just now. Please try again in a minute.")
NOT_HERE = Sentence("tables.not_here", "There is nothing here.")

SKIP = Sentence("tables.skip", "Skip to the page")
VOICE = Sentence("tables.voice", "{table} · {voice}")
NO_NAMES = Sentence(
    "tables.no_names", "No names. What you write is shown to the room, as it is, in the voice of your table."
)
WRITE = Sentence("tables.write", "One idea")
WRITE_HINT = Sentence("tables.write_hint", "Up to {n} characters. For the next idea write another note.")
PUT = Sentence("tables.put", "Put it on the table")
OURS = Sentence("tables.ours", "On our table: {n} notes", one="On our table: {n} note")
NONE_YET = Sentence("tables.none_yet", "Nothing yet. The first note is the hardest.")
BACK = Sentence("tables.back", "Take it back")
BACK_OF = Sentence("tables.back_of", "Take it back: {text}")
ON_PAPER = Sentence("tables.on_paper", "on paper")
PAPER = Sentence("tables.paper", "Type in what is on paper")
PAPER_SAYS = Sentence(
    "tables.paper_says", "One line is one note. Blank lines are skipped. You see it before it is kept."
)
LINES = Sentence("tables.lines", "What stands on the paper")
LOOK = Sentence("tables.look", "Show me")
PREVIEW = Sentence("tables.preview", "{n} notes from your paper. Is each one idea?", one="{n} note from your paper.")
KEEP = Sentence("tables.keep", "Put them on the table")
EDIT = Sentence("tables.edit", "Change something")

THREE = Sentence("tables.three", "Our three themes")
THREE_SAYS = Sentence(
    "tables.three_says", "What matters most to your table? Name up to three, and tick the notes under each."
)
NEW = Sentence("tables.new", "A theme")
NEW_HINT = Sentence("tables.new_hint", "A few words, up to {n} characters.")
UNDER = Sentence("tables.under", "Which notes belong to it?")
NAME_IT = Sentence("tables.name_it", "Name this theme")
SAVE = Sentence("tables.save", "Save")
CHANGE = Sentence("tables.change", "Change")
CHANGE_OF = Sentence("tables.change_of", "Change: {name}")
DROP = Sentence("tables.drop", "Take it away")
NOTES_N = Sentence("tables.notes_n", "{n} notes", one="{n} note")
ALL_THREE = Sentence("tables.all_three", "That is all three. You can change them until the room goes on.")
STILL_WRITE = Sentence("tables.still_write", "One more note")

LISTED = Sentence("tables.listed", "Your table opens on {day}. Keep this code: {code}.")
WAIT = Sentence(
    "tables.wait", "The themes of all tables are put together now. Stay on this page: the room's card comes by itself."
)
CHOOSE = Sentence("tables.choose", "What matters most to you?")
CHOOSE_SAYS = Sentence(
    "tables.choose_says",
    "Choose up to three. Nobody sees who chose what, and no counts are shown before the room has closed.",
)
SEND = Sentence("tables.send", "That is my choice")
CHANGED = Sentence("tables.changed", "Change my choice")
CLOSED = Sentence(
    "tables.closed", "The room has chosen. By {day} you can read what comes of each theme, with this address:"
)
CAME = Sentence("tables.came", "Read what comes of it")
KEEP_LINK = Sentence(
    "tables.keep_link", "Keep this address: there is news every quarter. Whoever has it can read the page."
)

EMPTY = Sentence("tables.empty", "Please write something first.")
LONG = Sentence("tables.long", "That is {size} characters; there is room for {n}. Make it shorter, or two notes of it.")
LONG_LINES = Sentence("tables.long_lines", "Too long, with more than {n} characters: line {lines}. Please shorten.")
MANY = Sentence("tables.many", "That is {size} lines; at most {n} can be put down at once.")
PICK_FEW = Sentence("tables.pick_few", "Choose at least one and at most {n}.")
NO_COOKIE = Sentence(
    "tables.no_cookie",
    "Please send it once more. If you read this again, allow cookies for this page: one keeps phones apart.",
)
SAID = {
    "kept": Sentence("tables.said_kept", "It lies on the table."),
    "back": Sentence("tables.said_back", "Taken back."),
    "theme": Sentence("tables.said_theme", "Your theme is named."),
    "drop": Sentence("tables.said_drop", "Taken away. Its notes are still here."),
    "choose": Sentence("tables.said_choose", "Your choice is kept. You can change it until the room closes."),
}
NOT_KEPT = {
    "moved_on": Sentence(
        "tables.moved_on",
        "The room has moved on, so this was not taken. Your words are still here: say them to whoever holds the workshop.",
    ),
    "left": Sentence(
        "tables.left",
        "Your table has left the workshop, so nothing more is taken. What it wrote stays. Your words are still here.",
    ),
    "full": Sentence("tables.full", "There is no room for more from this table. Your words are still here."),
    "gone": Sentence("tables.gone", "This is not there any more. Your words are still here."),
    "no_theme": Sentence("tables.no_theme", "That is no theme of this room. Please choose again out of these."),
}
TABLE_LEFT = Sentence("tables.table_left", "Your table has left the workshop. What it wrote stays, with its voice.")
YOUR_WORDS = Sentence("tables.your_words", "Your words")

STAGE: dict[Stage, Sentence] = {
    "listed": Sentence("tables.stage_listed", "We begin soon"),
    "notes": Sentence("tables.stage_notes", "Tables are writing"),
    "themes": Sentence("tables.stage_themes", "Tables name their three themes"),
    "merging": Sentence("tables.stage_merging", "From the tables to the room"),
    "room": Sentence("tables.stage_room", "The room chooses"),
    "promises": Sentence("tables.stage_promises", "What the room chose"),
    "shared": Sentence("tables.stage_shared", "What comes of it"),
}
SCAN = Sentence("tables.scan", "Join with your phone")
OR_TYPE = Sentence("tables.or_type", "or open {address} and type the code of your table")
COUNTED = Sentence("tables.counted", "{notes} from {tables}")
TABLES_N = Sentence("tables.tables_n", "{n} tables", one="{n} table")
PHONES = Sentence("tables.phones", "{n} phones have chosen", one="{n} phone has chosen")
CHOSEN = Sentence("tables.chosen", "{n} phones", one="{n} phone")
ENDS: dict[How, Sentence] = {
    "doing": Sentence("tables.ends_doing", "a priority"),
    "already": Sentence("tables.ends_already", "already there"),
    "not_now": Sentence("tables.ends_not_now", "not now"),
    "passed_on": Sentence("tables.ends_passed_on", "passed on"),
}
FEW = Sentence("tables.few", "Fewer than {n} phones chose, so no counts are shown.")
PART = Sentence("tables.part", "Part {n} of {all}")
NOBODY_YET = Sentence("tables.nobody_yet", "Nothing yet")
ALONE = Sentence("tables.alone", "Alone so far")
TOGETHER = Sentence("tables.together", "Put together")
KEEP_READING = Sentence("tables.keep_reading", "Read on at home: what comes of it, with news every quarter")
CARD_SAYS = Sentence("tables.card_says", "No account, no names. Or open {address} and type:")

PROGRESS = Sentence("tables.progress", "What comes of our workshop")
PROGRESS_SAYS = Sentence(
    "tables.progress_says", "On {day} {tables} said what matters to them. Here is what comes of it, and what does not."
)
PROGRESS_LATE = Sentence(
    "tables.progress_late",
    "You were promised to read here by {day} what comes of each theme. It has not been told yet.",
)
PROGRESS_SOON = Sentence(
    "tables.progress_soon", "By {day} you can read here what comes of each theme. Keep this address."
)
PRIORITIES = Sentence("tables.priorities", "Our priorities for twelve months")
OTHERS = Sentence("tables.others", "The other themes")
THEMES_BY = Sentence("tables.themes_by", "from {listed}")
OF = Sentence("tables.of", "{table} ({voice})")
WHO = Sentence("tables.who", "Who sees to it")
HOW = Sentence("tables.how", "How it stands")
NEWS = Sentence("tables.news", "News so far")
ALREADY = Sentence("tables.already", "Already there")
NOT_NOW = Sentence("tables.not_now", "Not now, because")
PASSED_ON = Sentence("tables.passed_on", "Passed on")
UNPLACED = Sentence(
    "tables.unplaced",
    "{n} notes stand under no theme. They are kept, and count.",
    one="{n} note stands under no theme. It is kept, and counts.",
)
AS_OF = Sentence("tables.as_of", "As of {day}. No name of anybody stands here.")
_TOLD = (STAGE, SAID, NOT_KEPT, ENDS)
EVERY = (
    *(value for value in list(globals().values()) if isinstance(value, Sentence)),
    *(value for those in _TOLD for value in those.values()),
)
