"""Forms that every conversation shows: one to read, one with its words still in it; and which ones people have open."""

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import replace

from bot import sentences
from bot.events import Account, Submitted
from bot.ui import Form, Text, Write
from bot.words import Sentence, Words

REMEMBERED = 512


def only_text(words: Words, title: Sentence, text: str) -> Form:
    """A form that can only be read and closed."""
    return Form(title=words(title), close=words(sentences.CLOSE), blocks=(Text(text),))


def again(form: Form, values: Mapping[str, str], errors: Mapping[str, str]) -> Form:
    """The same form with the person's words still in it, and what is to be mended."""
    return replace(form, values=values, errors=errors)


class OpenForms:
    """Remembers the bare forms that people have open, so that a failed sending gives one back with their words in it.

    In memory only, without a word that anybody wrote or read; works also where the database does not.
    """

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
        return again(known or _rebuilt(event, words), event.values, {"": sentence})


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
