"""How a question looks before anybody is asked: the message and the form as staff will meet them, for stewards alone."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.by_what import BY, Offer
from bot.conversation import Person
from bot.limits import OPTIONS
from bot.programme import Template
from bot.question import spoken
from bot.sentences import CLOSE
from bot.ui import Block, Buttons, Choice, Divider, Facts, Form, Note, Option, Text
from bot.words import Words
from conversations.ask import words as w
from conversations.ask.ahead import home_coming
from conversations.ask.cards import prompt, question
from storage.foreseen import Foreseen
from storage.rounds import Asking

WHICH, WHO = "which", "who"
ROWS = 10


def own(words: Words, asking: Asking, draft: str, operator: str) -> Form:
    """A steward's own question. Sending this form starts it."""
    form = _behind(words, asking, operator)
    blocks = (*_message(words, asking, words(w.FIRST)), *_here_the_form(words, form))
    return replace(form, blocks=blocks, action="steward.start_own", ref=draft, submit=words(w.PREVIEW_START))


def choose(
    words: Words, templates: Sequence[Template], stewards: Sequence[tuple[str, Person]], by: Offer | None = None
) -> Form:
    """Which programme, who would answer back, and by what else results would be shown: all three stand in the question."""
    which = tuple(Option(each.name, spoken(each.ask.subject, words.language)) for each in templates[:OPTIONS])
    who = tuple(Option(ref, each.name) for ref, each in stewards[:OPTIONS])
    return Form(
        title=words(w.PREVIEW_TITLE),
        close=words(CLOSE),
        blocks=(Text(words(w.LOOK_TEXT)),),
        fields=(
            Choice(WHICH, words(w.LOOK_WHICH), which),
            Choice(WHO, words(w.LOOK_WHO), who),
            *(by.fields if by else ()),
        ),
        action="ask.look",
        submit=words(w.LOOK_SEND),
        values=({WHICH: templates[0].name, WHO: stewards[0][0]} if templates and stewards else {})
        | (by.values if by else {}),
    )


def programme(words: Words, foreseen: Foreseen, before: str, operator: str, *, chosen: Mapping[str, str]) -> Form:
    """What everybody sees on Home, the message, what comes after it, and the form. Sending this form leads back to where
    a programme is started, with what was `chosen`, and keeps nothing. `before`: what came of the question before."""
    asking = foreseen.asking
    form = _behind(words, asking, operator)
    said = w.LOOK_RUNS if foreseen.running else w.LOOK_STARTS
    return replace(
        form,
        blocks=(
            Text(words(said, day=words.day(asking.opens_at))),
            *(
                (Note(words(w.LOOK_HOME)), home_coming(words, foreseen.coming, foreseen.announced), Divider())
                if foreseen.coming.new
                else ()
            ),
            *_message(words, asking, before),
            *_following(words, foreseen),
            *_here_the_form(words, form),
        ),
        action="steward.chosen",
        ref=":".join(chosen.get(name, "") for name in (WHICH, WHO, BY)),
        submit=words(w.LOOK_BACK),
    )


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
