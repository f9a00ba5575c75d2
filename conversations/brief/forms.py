"""The forms in which one thing is answered, and the one that names who drafts."""

from bot import briefs
from bot.promises import LONGEST
from bot.sentences import CLOSE
from bot.settings import House
from bot.ui import Block, Day, Field, Form, Note, Text, Write
from bot.words import Sentence, Words
from conversations.brief import cards, rules
from conversations.brief import words as w
from conversations.brief.rules import Acting

WHAT, DUE, SEEN, WHY, WHO, HEARD = "what", "due_on", "seen", "why", "who", "heard"
LINE, NAME = 300, 200
"""Characters."""


def yes(words: Words, acting: Acting, house: House, due_on: str) -> Form:
    """A promise stands there already, with a day; about the thing itself where its words may be read by all."""
    fields: list[Field] = [
        Write(WHAT, words(w.WHAT), LONGEST),
        Day(DUE, words(w.DUE)),
        Write(SEEN, words(w.SEEN), LINE, hint=words(w.SEEN_HINT), required=False, tall=False),
    ]
    public = (Note(words(w.ON_PAGE)),) if house.promises_public and not acting.one.circle_name else ()
    sealed = (Text(words(w.OWN_WORDS)),) if acting.sealed else ()
    values = (
        {DUE: due_on} if acting.sealed or acting.thing.own else {WHAT: rules.whole(words, acting.said), DUE: due_on}
    )
    return _form(words, acting, w.YES, blocks=(*sealed, *public), fields=tuple(fields), values=values)


def not_now(words: Words, acting: Acting) -> Form:
    why = Write(WHY, words(w.WHY), LINE, tall=False)
    return _form(words, acting, w.NOT_NOW, fields=(why,))


def pass_on(words: Words, acting: Acting) -> Form:
    """To whom; where not everybody may read its words, in the words of whoever passes it on."""
    hint = words(w.HIDDEN_HINT if acting.one.hidden else w.WHO_HINT)
    fields: list[Field] = [Write(WHO, words(w.WHO), NAME, hint=hint, tall=False)]
    blocks: tuple[Block, ...] = ()
    if acting.in_own_words:
        fields.append(Write(WHAT, words(w.PASSED_WHAT), LINE))
        told = w.OWN_WORDS if acting.thing.sealed else w.FOR_CIRCLE
        blocks = (Text(words(told, whom=cards.to_whom(words, acting.one))),)
    return _form(words, acting, w.PASS_ON, blocks=blocks, fields=tuple(fields))


def listen(words: Words, acting: Acting) -> Form:
    heard = Write(HEARD, words(w.HEARD), LINE, hint=words(w.HEARD_HINT), required=False, tall=False)
    return _form(words, acting, w.LISTEN, fields=(heard,))


def delegate(words: Words, name: str) -> Form:
    """One name; left empty, nobody drafts."""
    return Form(
        title=words(w.DELEGATE_TITLE),
        close=words(CLOSE),
        blocks=(Text(words(w.DELEGATE_ABOUT)),),
        fields=(Write(WHO, words(w.DELEGATE_WHO), NAME, hint=words(w.DELEGATE_HINT), required=False, tall=False),),
        action="brief.delegate",
        submit=words(w.KEEP),
        values={WHO: name} if name else {},
    )


def stop(words: Words, answerer: str, ref: str) -> Form:
    """A delegate ends it."""
    return Form(
        title=words(w.DELEGATE_TITLE),
        close=words(CLOSE),
        blocks=(Text(words(w.STOP_ASK, answerer=answerer)),),
        action="brief.stop",
        ref=ref,
        submit=words(w.STOP),
    )


def _form(
    words: Words,
    acting: Acting,
    title: Sentence,
    *,
    fields: tuple[Field, ...],
    blocks: tuple[Block, ...] = (),
    values: dict[str, str] | None = None,
) -> Form:
    """What it is about, who reads the answer, and the fields."""
    about = acting.said if acting.receiver else briefs.text(words, acting.thing, answerer=not acting.delegate)
    reads = w.WHO_SENDS if acting.delegate else w.WHO_READS
    return Form(
        title=words(title),
        close=words(CLOSE),
        blocks=(
            *(() if acting.thing.own else (Text(about),)),
            Note(words(reads, whom=cards.to_whom(words, acting.one), answerer=acting.one.answerer_name)),
            *blocks,
        ),
        fields=fields,
        action=cards.ACTIONS[_HOW[title]],
        ref=acting.ref,
        submit=words(w.SEND),
        values=values or {},
    )


_HOW = {label: how for how, label in cards.WAYS}
