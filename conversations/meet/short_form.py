"""The short forms: where something is, and when the last event comes again."""

from bot.sentences import CLOSE
from bot.ui import Day, Form, Text, Write
from bot.words import Words
from conversations.meet import cards
from conversations.meet import form as forms
from conversations.meet import words_plan as p
from storage.events.event import Event


def where(words: Words, event: Event) -> Form:
    """A place and a link, and who hears of it."""
    return Form(
        title=words(p.SAY_WHERE),
        close=words(CLOSE),
        blocks=(Text(cards.said(words, p.WHERE_OF, event)),),
        fields=(
            Write(forms.ROOM, words(p.ROOM), forms.LONGEST[forms.ROOM], required=False, tall=False),
            Write(
                forms.LINK,
                words(p.LINK),
                forms.LONGEST[forms.LINK],
                hint=words(p.LINK_HINT),
                required=False,
                tall=False,
            ),
        ),
        action="meet.where",
        ref=event.ref,
        submit=words(p.TELL_THEM),
        values={name: said for name, said in ((forms.ROOM, event.plan.room), (forms.LINK, event.plan.link)) if said},
    )


def once_more(words: Words, source: Event) -> Form:
    """A day and an hour, and what comes once more."""
    text = words(p.AGAIN_TEXT, name=source.plan.name, whom=cards.whom(words, source.audience))
    return Form(
        title=words(p.DUPLICATE),
        close=words(CLOSE),
        blocks=(Text(text),),
        fields=(
            Day(forms.DAY, words(p.DAY)),
            Write(forms.AT, words(p.AT), 5, hint=words(p.AT_HINT, zone=source.plan.zone), tall=False),
        ),
        action="meet.again",
        ref=source.ref,
        submit=words(p.SHOW_ME),
    )
