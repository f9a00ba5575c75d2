"""Every sentence that people read in the chat about a workshop."""

from bot.words import Sentence
from bot.workshop import Stage

OFFER = Sentence(
    "workshop.offer",
    "Tables of staff, patients or carers write from a phone or on paper, without an account.",
)
START = Sentence("workshop.start", "Hold a workshop")
TITLE = Sentence("workshop.title", "Workshop")
MEANS = Sentence(
    "workshop.means",
    "Each table writes its ideas, names three themes, and the room chooses among them. Within {days} days of it, you say what "
    "comes of each. Nobody gets a message for it now; it stands on Home from today.",
)
NAME = Sentence("workshop.name", "What is it called?")
ASK = Sentence("workshop.ask", "What do you ask the tables?")
DAY = Sentence("workshop.day", "On which day?")
DAY_HINT = Sentence("workshop.day_hint", "From {day} on: it is listed five working days before.")
TABLES = Sentence("workshop.tables", "Which tables are there?")
TABLES_HINT = Sentence(
    "workshop.tables_hint", "One table a line: its name, a comma, who sits at it. For example: Table 1, staff"
)
WHOM = Sentence("workshop.whom", "Who inside hears what comes of it?")
WHOM_HINT = Sentence("workshop.whom_hint", "Guests from outside get a link.")
EVERYBODY = Sentence("workshop.everybody", "All staff")
SET_UP = Sentence("workshop.set_up", "Set it up")

EMPTY = Sentence("workshop.empty", "Please write something here.")
TOO_LONG = Sentence("workshop.too_long", "That is {size} characters; there is room for {n}. Please shorten it.")
NO_DAY = Sentence("workshop.no_day", "Choose a day from {day} on, within a year.")
NO_TABLE = Sentence(
    "workshop.no_table", 'Line {n}: write a name, a comma, and who sits there, such as "Table 1, staff".'
)
TWICE = Sentence("workshop.twice", "Two tables are called {name}. Give each a name of its own.")
MANY_TABLES = Sentence("workshop.many_tables", "There is room for {n} tables.")
NOT_CHOSEN = Sentence("workshop.not_chosen", "Please choose one of these.")
NOT_FOR_YOU = Sentence(
    "workshop.not_for_you",
    "You can hold a workshop as a steward, or for a network that you lead and that is not hidden.",
)
NOT_HERE = Sentence("workshop.not_here", "This workshop is not there, or is not yours to look after.")

OPEN = Sentence("workshop.open", "Look after it")
STANDS = Sentence("workshop.stands", "Where it stands")
STAGE: dict[Stage, Sentence] = {
    "listed": Sentence("workshop.listed", "Set up for {day}. Tables cannot be joined yet."),
    "notes": Sentence("workshop.notes", "Tables write their ideas."),
    "themes": Sentence("workshop.themes", "Tables name their three themes. They can still write."),
    "merging": Sentence("workshop.merging", "You put the themes of the tables together."),
    "room": Sentence("workshop.room", "The room chooses."),
    "promises": Sentence("workshop.promises", "The room has chosen. You say what comes of each theme."),
    "shared": Sentence("workshop.shared", "Everybody can read what comes of it."),
}
WHEN = Sentence("workshop.when", "Day")
TOLD_LATE = Sentence("workshop.told_late", "You promised to tell people by {day} what comes of it, and have not yet.")
TOLD_BY = Sentence("workshop.told_by", "People are told by")
WRITTEN = Sentence("workshop.written", "Notes")
CHOSE = Sentence("workshop.chose", "Phones that chose")
AT_TABLES = Sentence("workshop.at_tables", "Tables")
TABLE = Sentence("workshop.table", "{voice} · code {code} · {notes}, {themes}")
TABLE_LEFT = Sentence("workshop.table_left", "{voice} · has left · {notes}, {themes}")
NOTES_N = Sentence("workshop.notes_n", "{n} notes", one="{n} note")
THEMES_N = Sentence("workshop.themes_n", "{n} themes", one="{n} theme")
NO_PAGES = Sentence(
    "workshop.no_pages",
    "This server has no public address, so phones cannot join. Put down here what the tables write on paper.",
)
SCREEN = Sentence("workshop.screen", "Screen for the room")
PRINT = Sentence("workshop.print", "Cards for the tables")
PROGRESS = Sentence("workshop.progress", "What guests read")
LINK_SAYS = Sentence(
    "workshop.link_says", "Whoever has the address of a page can read it: give it to those who were there."
)

PAPER = Sentence("workshop.paper", "Put down from paper")
PAPER_SAYS = Sentence(
    "workshop.paper_says", "One line is one note, in the voice of its table. Blank lines are skipped."
)
PAPER_TABLE = Sentence("workshop.paper_table", "From which table?")
PAPER_WHAT = Sentence("workshop.paper_what", "What is it?")
PAPER_NOTES = Sentence("workshop.paper_notes", "Notes: one idea a line")
PAPER_THEMES = Sentence("workshop.paper_themes", "The table's themes: one a line, at most {n}")
PAPER_LINES = Sentence("workshop.paper_lines", "What stands on the paper?")
PAPER_HINT = Sentence("workshop.paper_hint", "Up to {n} characters a line. The rest of a long paper can follow.")
LOOK = Sentence("workshop.look", "Show me")
PREVIEW = Sentence("workshop.preview", "{table}, {voice}: {n} lines. Look whether each is one idea.")
PREVIEW_ONE = Sentence("workshop.preview_one", "{table}, {voice}: one line.")
PUT_DOWN = Sentence("workshop.put_down", "Put it down")
LONG_LINES = Sentence("workshop.long_lines", "Too long, with more than {n} characters: line {lines}. Please shorten.")
MANY_LINES = Sentence("workshop.many_lines", "That is {size} lines; at most {n} can be put down at once.")
FULL_THEMES = Sentence("workshop.full_themes", "A table names at most {n} themes; {table} has {known} already.")
FULL_NOTES = Sentence("workshop.full_notes", "There is no room for more notes from this table.")
MOVED_ON = Sentence(
    "workshop.moved_on", "The workshop has moved on, so this cannot be put down any more. Your words are still here."
)
LEFT = Sentence("workshop.left", "This table has left. Bring it back first. Your words are still here.")
DONE_NOTES = Sentence("workshop.done_notes", "Put down for {table}: {n} lines.")

TABLES_BUTTON = Sentence("workshop.tables_button", "A table leaves")
LEAVES = Sentence(
    "workshop.leaves", "A table that has left takes no part any more. What it said stays, with its voice."
)
WHICH_LEFT = Sentence("workshop.which_left", "Which tables have left?")
SAVE = Sentence("workshop.save", "Save")

MERGE = Sentence("workshop.merge", "Put themes together")
MERGE_SAYS = Sentence(
    "workshop.merge_says",
    "Tick what says the same. What you leave alone goes to the room as it is. Nothing that a table said is changed.",
)
WHICH = Sentence("workshop.which", "Which belong together?")
WHICH_TWO = Sentence("workshop.which_two", "Tick two or more.")
CALLED = Sentence("workshop.called", "What is it called in the room?")
TOGETHER = Sentence("workshop.together", "Put together")
APART = Sentence("workshop.apart", "Take apart")
APART_WHICH = Sentence("workshop.apart_which", "Which is to be taken apart?")
ALONE = Sentence("workshop.alone", "Alone so far")
IN_ROOM = Sentence("workshop.in_room", "Themes of the room")
FROM = Sentence("workshop.from", "from {listed}")
OF_TABLE = Sentence("workshop.of_table", "{table} ({voice})")
CHOSEN_BY = Sentence("workshop.chosen_by", "chosen by {n} phones", one="chosen by {n} phone")
NOT_COUNTED = Sentence(
    "workshop.not_counted", "Fewer than {n} phones chose, so no counts are shown. Ask the room by hand."
)
UNPLACED = Sentence(
    "workshop.unplaced",
    "{n} notes stand under no theme. They are kept.",
    one="{n} note stands under no theme. It is kept.",
)

END = Sentence("workshop.end", "Say what comes of it")
END_TITLE = Sentence("workshop.end_title", "What comes of it")
END_SAYS = Sentence(
    "workshop.end_says",
    "Every theme gets an ending. Take as priorities what can be done within twelve months; whoever sees to one gives news "
    "every quarter.",
)
END_THEME = Sentence("workshop.end_theme", "Which theme?")
END_HOW = Sentence("workshop.end_how", "How does it end?")
DOING = Sentence("workshop.doing", "A priority: this will be done")
ALREADY = Sentence("workshop.already", "Already there: say where")
NOT_NOW = Sentence("workshop.not_now", "Not now: say why")
PASSED_ON = Sentence("workshop.passed_on", "Passed on: say to whom")
END_WORDS = Sentence("workshop.end_words", "In your words")
END_WORDS_HINT = Sentence("workshop.end_words_hint", "What will be done; or where, why, or to whom.")
END_WHO = Sentence("workshop.end_who", "Who sees to it?")
END_WHO_HINT = Sentence(
    "workshop.end_who_hint", "For a priority: a colleague's name. They are asked first; until then it is yours."
)
END_ROLE = Sentence("workshop.end_role", "In which role?")
END_ROLE_HINT = Sentence("workshop.end_role_hint", "For a priority. Guests read the role, never a name.")
END_BY = Sentence("workshop.end_by", "By the end of which quarter?")
END_BY_HINT = Sentence("workshop.end_by_hint", "For a priority. There is news of it every quarter until then.")
BY_QUARTER = Sentence("workshop.by_quarter", "By {day}")
NO_ROLE = Sentence("workshop.no_role", "Say in which role, such as head of catering.")
NOBODY = Sentence(
    "workshop.nobody", "Nobody here is called that. Write the name as the chat shows it, or leave it empty."
)
SEVERAL = Sentence("workshop.several", "Several people are called that. Write a comma and their team behind the name.")
HAS_PROMISE = Sentence("workshop.has_promise", "Something was promised for this theme already. A promise stays.")
NO_ENDING = Sentence("workshop.no_ending", "No ending yet.")
SAID: dict[str, Sentence] = {
    "already": Sentence("workshop.said_already", "Already there: {words}"),
    "not_now": Sentence("workshop.said_not_now", "Not now, because: {words}"),
    "passed_on": Sentence("workshop.said_passed_on", "Passed on: {words}"),
}

MOVE: dict[Stage, Sentence] = {
    "notes": Sentence("workshop.move_notes", "Open the tables"),
    "themes": Sentence("workshop.move_themes", "On to three themes"),
    "merging": Sentence("workshop.move_merging", "Collect the themes"),
    "room": Sentence("workshop.move_room", "Let the room choose"),
    "promises": Sentence("workshop.move_promises", "Close the room"),
    "shared": Sentence("workshop.move_shared", "Tell everybody"),
}
MOVES: dict[Stage, Sentence] = {
    "notes": Sentence("workshop.moves_notes", "Whoever has a table's code can write from now on."),
    "themes": Sentence("workshop.moves_themes", "Each table names three themes. It can go on writing."),
    "merging": Sentence("workshop.moves_merging", "Tables cannot change their notes and themes any more."),
    "room": Sentence(
        "workshop.moves_room", "Each phone chooses up to three themes. What stands alone goes in as it is."
    ),
    "promises": Sentence(
        "workshop.moves_promises",
        "What was chosen is counted, and which phone chose what is forgotten. Nobody can choose any more.",
    ),
    "shared": Sentence(
        "workshop.moves_shared",
        "Guests read it by the link, colleagues on Home and in their next weekly note. After that no ending changes.",
    ),
}
NOT_YET = Sentence("workshop.not_yet", "The tables open on {day}.")
NO_THEMES = Sentence(
    "workshop.no_themes", "No table has named a theme yet. Put them down from paper, or wait for them."
)
NOT_ENDED = Sentence("workshop.not_ended", "Every theme needs an ending first. Still without one: {names}.")
MOVED_ALREADY = Sentence("workshop.moved_already", "Somebody has moved it on already. This is where it stands now.")

LISTED = Sentence(
    "workshop.home_listed",
    "{day}: a workshop with guests. {question} {name} asks, and says what comes of it by {by}. Tell {name} if you object.",
)
CAME = Sentence("workshop.home_came", "{promises}, with news every quarter.")
PRIORITIES = Sentence("workshop.priorities", "{n} priorities for twelve months", one="{n} priority for twelve months")
SEE_ALL = Sentence("workshop.see_all", "What came of it")
NOTE = Sentence("workshop.note", "What came of the workshop")
EVERY = (
    *(value for value in list(globals().values()) if isinstance(value, Sentence)),
    *(value for those in (STAGE, SAID, MOVE, MOVES) for value in those.values()),
)
