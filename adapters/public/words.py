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
    "News of {n} promises is overdue.",
    one="News of {n} promise is overdue.",
)
NOTHING = Sentence("public.nothing", "Nothing has been promised yet.")
OTHERS = Sentence("public.others", "Other promises")
DOING = Sentence("public.doing", "Being done")
OVERDUE = Sentence("public.overdue", "News overdue")
DONE = Sentence("public.done", "Done")
DROPPED = Sentence("public.dropped", "Not now")
WHO = Sentence("public.who", "Who")
HOW = Sentence("public.how", "How it stands")
MADE = Sentence("public.made", "Promised on {day}, when we asked about: {subject}")
MOVES = Sentence("public.moves", "What should get better by it")
NEWS = Sentence("public.news", "News")
AS_OF = Sentence(
    "public.as_of", "As of {day}. Nothing that anybody answered stands here, and no name of whoever promised."
)
BROKEN = Sentence("public.broken", "This page cannot be shown just now. Please try again in a minute.")
EVERY = tuple(value for value in list(globals().values()) if isinstance(value, Sentence))
