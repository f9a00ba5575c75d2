"""Remembers the bare forms that people have open, so that a failed sending gives one back with their words in it."""

from collections import OrderedDict
from dataclasses import replace

from bot import sentences
from bot.events import Account, Submitted
from bot.ui import Form, Write
from bot.words import Words

REMEMBERED = 512


class OpenForms:
    """In memory only, without a word that anybody wrote or read; works also where the database does not."""

    def __init__(self) -> None:
        self._forms: OrderedDict[tuple[Account, str, str], Form] = OrderedDict()

    def remember(self, account: Account, form: Form) -> None:
        bare = replace(form, blocks=(), values={}, errors={})
        self._forms[replace(account, reach=""), form.action, form.ref] = bare
        while len(self._forms) > REMEMBERED:
            self._forms.popitem(last=False)

    def again(self, event: Submitted, words: Words, sentence: str) -> Form:
        """The form that was sent, with everything that was entered, and one sentence above it."""
        known = self._forms.get((replace(event.account, reach=""), event.action, event.ref))
        return replace(known or _rebuilt(event, words), values=event.values, errors={"": sentence})


def _rebuilt(event: Submitted, words: Words) -> Form:
    fields = tuple(Write(name, words(sentences.YOUR_WORDS), longest=3000, required=False) for name in event.values)
    return Form(
        title=words(sentences.KEPT_WORDS),
        close=words(sentences.CLOSE),
        fields=fields,
        action=event.action,
        ref=event.ref,
        submit=words(sentences.SEND_AGAIN),
    )
