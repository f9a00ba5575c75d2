"""How a question looks before anybody is asked: the message and the form as staff will meet them, for stewards alone."""

from dataclasses import replace

from bot.question import spoken
from bot.sentences import CLOSE
from bot.ui import Block, Buttons, Divider, Facts, Form, Note, Open, Text
from bot.words import Words
from conversations.ask import words as w
from conversations.ask.ahead import home_coming
from conversations.ask.cards import prompt, question
from storage.disclosure.presets import FEWEST
from storage.foreseen import Foreseen
from storage.rounds import Asking

ROWS = 10


def own(words: Words, asking: Asking, draft: str, operator: str) -> Form:
    """A steward's own question. Sending this form starts it."""
    form = _behind(words, asking, operator)
    back = _back(words, "steward.ask_new", draft)
    blocks = (back, *_message(words, asking, words(w.FIRST)), *_here_the_form(words, form))
    return replace(form, blocks=blocks, action="steward.start_own", ref=draft, submit=words(w.PREVIEW_START))


def programme(words: Words, foreseen: Foreseen, before: str, operator: str, *, ref: str) -> Form:
    """What everybody sees on Home, the message, what comes after it, and the form. Sending this form starts it. `before`:
    what came of the question before; `ref` leads back to where it was filled in, and on."""
    asking = foreseen.asking
    form = _behind(words, asking, operator)
    said = w.LOOK_RUNS if foreseen.running else w.LOOK_STARTS
    return replace(
        form,
        blocks=(
            Text(words(said, day=words.day(asking.opens_at))),
            _back(words, "steward.start", ref),
            *(
                (Note(words(w.LOOK_HOME)), home_coming(words, foreseen.coming, foreseen.announced), Divider())
                if foreseen.coming.new
                else ()
            ),
            *_message(words, asking, before),
            *_following(words, foreseen),
            *_here_the_form(words, form),
        ),
        action="steward.begin",
        ref=ref,
        submit=words(w.PREVIEW_START),
    )


def too_few(words: Words, ref: str) -> Form:
    """Why it would not open. It can be started all the same: the people may come, and what is open may need an answer."""
    return Form(
        title=words(w.PREVIEW_TITLE),
        close=words(CLOSE),
        blocks=(Text(words(w.LOOK_TOO_FEW, k=FEWEST)), _back(words, "steward.start", ref)),
        action="steward.begin",
        ref=ref,
        submit=words(w.PREVIEW_START),
    )


def _back(words: Words, action: str, ref: str) -> Buttons:
    """To the form with everything that was written in it."""
    return Buttons((Open(words(w.LOOK_BACK), action, ref),))


def _behind(words: Words, asking: Asking, operator: str) -> Form:
    """The form behind Answer, in which nothing has to be filled in."""
    form = question(words, asking, again=False, operator=operator)
    fields = tuple(replace(each, required=False) for each in form.fields)
    return replace(form, title=words(w.PREVIEW_TITLE), fields=fields)


def _message(words: Words, asking: Asking, before: str) -> tuple[Block, ...]:
    """The question as it stands in the weekly note; its buttons are named, so that nothing here can be pressed."""
    shown = prompt(words, asking, alone=True, first=False)
    message = tuple(_named(words, each) if isinstance(each, Buttons) else each for each in shown)
    return (Note(words(w.PREVIEW)), Text(before), *message)


def _named(words: Words, row: Buttons) -> Note:
    return Note(words(w.LOOK_BUTTONS, labels=words.listed([each.label for each in row.buttons])))


def _here_the_form(words: Words, form: Form) -> tuple[Block, ...]:
    return (Divider(), Note(words(w.PREVIEW_FORM)), *form.blocks)


def _following(words: Words, foreseen: Foreseen) -> tuple[Block, ...]:
    """Each later question with its day, until the first one comes round again."""
    rows = [
        (words.day(opens), " · ".join(spoken(each.prompt, words.language) for each in asked))
        for opens, asked in foreseen.following
    ]
    listed = tuple(Facts(tuple(rows[at : at + ROWS])) for at in range(0, len(rows), ROWS))
    return (Divider(), Note(words(w.LOOK_NEXT)), *listed) if listed else ()
