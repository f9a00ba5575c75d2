"""Every sentence of the public page of promises that is not about a single one."""

from bot.words import Sentence

TITLE = Sentence("public.title", "What we promised, and what came of it")
SKIP = Sentence("public.skip", "Skip to the promises")
INTRO = Sentence(
    "public.intro",
    "{organisation} asks its staff how work is, and answers back. Here is all that was promised to everybody who works here, "
    "with the news of it. Each has a day on which there is news next; where none came, it says so.",
)
COUNTED = Sentence("public.counted", "Promised: {all}. Being done: {doing}. Done: {done}. Not now: {dropped}.")
SILENT = Sentence(
    "public.silent",
    "{n} promises have had no news since it was due.",
    one="{n} promise has had no news since it was due.",
)
NOTHING = Sentence("public.nothing", "Nothing has been promised yet.")
OTHERS = Sentence("public.others", "Other promises")
DOING = Sentence("public.doing", "Being done")
OVERDUE = Sentence("public.overdue", "News overdue")
DONE = Sentence("public.done", "Done")
DROPPED = Sentence("public.dropped", "Not now")
WHO = Sentence("public.who", "Who")
HOW = Sentence("public.how", "How it stands")
ASKED = Sentence("public.asked", "Promised when we asked about")
MADE = Sentence("public.made", "Promised on")
MOVES = Sentence("public.moves", "What should get better by it")
NEWS = Sentence("public.news", "News")
AS_OF = Sentence("public.as_of", "As of {day}. No names of people stand here, and nothing that anybody answered.")
BROKEN = Sentence("public.broken", "This page cannot be shown just now. Please try again in a minute.")
EVERY = tuple(value for value in list(globals().values()) if isinstance(value, Sentence))
