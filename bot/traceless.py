"""Answers what people do in conversations that leave no trace: without a transaction, an account or an event's number.

Who it was is counted in memory and forgotten before anything else runs. Whatever goes wrong is said in the form, never in a
message, for a message would be kept by the chat; and the words that somebody wrote stay in it.
"""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any, cast

from bot import sentences
from bot.conversation import Conversation, Turn
from bot.events import Account, Opened, Pressed, Reply, Say, Show, Submitted
from bot.forms import OpenForms
from bot.mishap import Refusal, logged
from bot.ports import Clock
from bot.tries import Limit, Tries
from bot.ui import Card, Form, Text
from bot.words import Words

NOBODY = Account("", "", "")

Acted = Pressed | Opened | Submitted
Answers = Callable[..., Awaitable[Any]]


class Traceless:
    """One per process. `turn` makes a turn that knows nobody."""

    def __init__(self, clock: Clock, words: Callable[[], Words], turn: Callable[[], Turn]) -> None:
        self._clock, self._words, self._turn = clock, words, turn
        self._forms, self._tries = OpenForms(), Tries()

    async def answer(self, conversation: Conversation, event: Acted, function: Answers) -> Reply:
        """The reply to this event. Never raises."""
        try:
            reply = await self._counted(conversation, event, function)
        except Refusal as refusal:
            return self._sorry(event, refusal.sentence)
        except Exception as error:
            return self._sorry(event, self._words()(sentences.BROKEN, reference=logged(event, error)))
        if isinstance(reply, Show) and reply.form.action:
            self._forms.remember(NOBODY, replace(reply.form, ref=""))
        return reply

    async def _counted(self, conversation: Conversation, event: Acted, function: Answers) -> Reply:
        unsigned = replace(event, account=NOBODY, id="")
        if not isinstance(event, Submitted):
            return cast(Reply, await function(self._turn(), unsigned))
        now, limit = self._clock.now(), conversation.limits.get(event.action)
        if not self._tries.first_time(event.id, now):
            again = event.action in conversation.repeats
            return (
                cast(Reply, await function(self._turn(), unsigned))
                if again
                else self._sorry(event, self._words()(sentences.RECEIVED))
            )
        if limit and (sentence := self._tries.refused(event.account, limit, now)):
            raise Refusal(self._words()(sentence, n=limit.most))
        done = False
        try:
            reply = cast(Reply, await function(self._turn(), unsigned))
            done = not (isinstance(reply, Show) and reply.form.action == event.action)
        finally:
            self._settle(event.account, limit, done=done)
        return reply

    def _settle(self, account: Account, limit: Limit | None, *, done: bool) -> None:
        if limit and limit.when_done and not done:
            self._tries.give_back(account, limit)

    def _sorry(self, event: Acted, sentence: str) -> Reply:
        words = self._words()
        match event:
            case Submitted():
                known = replace(event, account=NOBODY, ref="")
                return Show(replace(self._forms.again(known, words, sentence), ref=event.ref))
            case Opened():
                return Show(Form(words(sentences.SORRY), words(sentences.CLOSE), (Text(sentence),)))
            case Pressed():
                return Say(Card(sentence, (Text(sentence),)))
