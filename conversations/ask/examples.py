"""One of everything that asking can show, for the contact sheet and for the laws that hold for every card."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import time, timedelta

from bot.finding import finding
from bot.forms import again, only_text
from bot.programme import Answer, Ask, Offset, Rhythm, Template
from bot.question import Question
from bot.ui import Card, Divider, Form, Home, Text
from bot.words import Words
from conversations.ask import cards, staged
from conversations.ask import words as w
from conversations.ask.form import COMMENT, ONLY_WHOLE, TICKED
from storage.ballots import LONGEST_COMMENT
from storage.coming import Coming
from storage.examples import ASKING, CELL, DARIO, KEEPER, NEWS, SCORE
from storage.foreseen import Foreseen
from storage.rounds import Asking
from storage.threads import receipts


def _agreed(id_: str, prompt: str) -> Question:
    return Question(id_, "agreement", {"en": prompt}, SUBJECT)


SUBJECT = {"en": "How it is to work here"}
CHOICES = ({"en": "Ward 7"}, {"en": "The canteen"}, {"en": "Somewhere else"})
# Nothing asks these together: they show one of each kind.
MANY = replace(
    ASKING,
    subject=SUBJECT,
    questions=(
        replace(SCORE, id="overall", required=False),
        _agreed("ideas", "My ideas are heard where it is decided how we work."),
        Question("breaks", "frequency", {"en": "I get the breaks that I should have at work."}, SUBJECT),
        Question("rota", "yes_no", {"en": "Do you know your shifts four weeks ahead?"}, SUBJECT),
        Question("where", "one_of", {"en": "Where shall we meet?"}, SUBJECT, options=CHOICES),
        Question("helps", "several_of", {"en": "Where do you rest?"}, SUBJECT, options=CHOICES),
        Question("change", "text", {"en": "What should be different next time?"}, SUBJECT),
    ),
)
TWO = replace(ASKING, keeper=KEEPER)


def examples(words: Words) -> Mapping[str, Card | Form | Home]:
    """Name to what is shown."""
    said = finding(words, SCORE, CELL)
    last = cards.last_time(words, said, NEWS)
    form = cards.question(words, ASKING, again=True, operator="Northfield IT")
    first = cards.question(words, ASKING, again=False, operator="Northfield IT")
    many = cards.question(words, MANY, again=False, operator="Northfield IT")
    filled = {SCORE.id: "7", COMMENT: "The new rota helps. The lift by Theatres is out again."}
    some = {"overall": "skip", "ideas": "4", "where": "2", "helps": "1,3", COMMENT: "The lift.", ONLY_WHOLE: TICKED}
    wrong = {SCORE.id: words(w.CHOOSE), COMMENT: words(w.TOO_LONG, size=words.number(612), n=LONGEST_COMMENT)}
    return {
        "prompt": _prompt(words, last),
        "first prompt": _prompt(words, words(w.FIRST), first=True),
        "second question of a note": _prompt(words, cards.not_yet(words, ASKING), alone=False),
        "prompt after one that is late": _prompt(words, _late(words, said)),
        "reminder": cards.reminder(words, ASKING, w.REMINDER),
        "asked for again": cards.reminder(words, ASKING, w.AGAIN),
        "several questions in a note": _prompt(words, words(w.FIRST), MANY),
        "question": form,
        "question with two keys": cards.question(words, TWO, again=False, operator="Northfield IT"),
        "prompt in turn": _prompt(words, last, replace(ASKING, turns=4)),
        "question in turn": cards.question(words, replace(ASKING, turns=4), again=False, operator="Northfield IT"),
        "question in turn with two keys": cards.question(
            words, replace(TWO, turns=4), again=False, operator="Northfield IT"
        ),
        "said, with two keys": Home(words(w.FORM_TITLE), cards.home_said(words, TWO, "Northfield IT")),
        "question filled in": again(first, filled, {}),
        "question to be mended": again(form, {COMMENT: "The lift by Theatres is out again."}, wrong),
        **_after_the_close(words, again(first, filled, {})),
        "several questions": many,
        "several questions filled in": again(many, some, {}),
        "several questions left empty": again(many, {}, {"": words(w.NOTHING)}),
        "before it is asked": staged.own(words, MANY, "3" * 32, "Northfield IT"),
        **_looked_at(words),
        "recorded": cards.recorded(words, ASKING),
        "recorded with a comment": cards.recorded(words, ASKING, receipts.words(receipts.Receipt(2**76 + 7))),
        "take back": cards.take_back(words, ASKING),
        "taken back": only_text(words, w.TAKE_BACK_TITLE, words(w.TAKEN_BACK)),
    }


def _after_the_close(words: Words, filled: Form) -> dict[str, Form]:
    return {
        "question after the close": cards.over(words, ASKING),
        "question after the answer": cards.over(words, replace(ASKING, stage="shared")),
        "question after it was cancelled": cards.over(words, replace(ASKING, stage="void")),
        "answer after the close": replace(filled, errors={"": cards.too_late(words, ASKING)}),
    }


def _looked_at(words: Words) -> dict[str, Form]:
    """Programmes before they are started: too few people, one whose items take turns, and one that runs already."""
    answers = Answer("back", Offset(25))
    ask = Ask("ask", Offset(0), Offset(11), "unlinked", ASKING.subject, (SCORE,))
    weekly = Template("pulse", "listen", "all-staff", Rhythm(time(10), 3, weeks=1), ask, answers)
    weeks = enumerate([each for each in MANY.questions if each.kind != "text"] * 4, start=1)
    following = tuple((ASKING.opens_at + timedelta(weeks=week), (each,)) for week, each in weeks)
    coming = Coming(1, weekly, ASKING.opens_at, DARIO, new=True, one_in=4)
    new = Foreseen(ASKING, coming, following, running=False)
    running = Foreseen(MANY, replace(coming, new=False), (), running=True)
    ref = f"pulse:{'a' * 32}:"
    return {
        "too few to ask": staged.too_few(words, ref),
        "a programme before it starts": staged.programme(words, new, words(w.FIRST), "Northfield IT", ref=ref),
        "a programme that runs": staged.programme(words, running, words(w.FIRST), "Northfield IT", ref=ref),
    }


def _late(words: Words, said: str) -> str:
    """Nobody has answered the last one in time; what came of the one before that is repeated."""
    return f"{cards.late(words, ASKING)}\n{cards.last_time(words, said, NEWS, closed=ASKING.opens_at)}"


def _prompt(words: Words, before: str, asking: Asking = ASKING, *, alone: bool = True, first: bool = False) -> Card:
    """What asking puts into a weekly note."""
    blocks = cards.prompt(words, asking, alone=alone, first=first)
    return Card(cards.summary(words, asking), (Text(before), Divider(), *blocks))
