"""Everything that somebody can read: Home, every message, and whatever any button or choice on them leads to.

Nothing here knows a screen by name. A screen that is added later and can be reached is walked from then on.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from bot import sentences
from bot.events import Account, Event, Opened, Pressed, Replace, Say, Show, Submitted, Visited, Welcome
from bot.main import Works
from bot.ui import Card, Choice, Form, Home, Link, Press, Several, buttons
from tests.readable import readable

Shown = Card | Form | Home
Pages = Mapping[str, Shown]
"""By how one got there: what was shown."""

REF = re.compile(r"[0-9a-f]{32}")
BROKEN = sentences.BROKEN.english.partition("{")[0]
MOST_CHOICES = 12
OWN_WISHES = {"note.wishes", "note.when", "note.later"}
"""Forms in which somebody says when to be written to: read, but not sent, because they lead to no page."""
DEEPEST = 6


@dataclass(slots=True)
class Walk:
    """One person's walk. `opened` are the names of all that was pressed, opened or sent on the way."""

    works: Works
    who: Account
    pages: dict[str, Shown] = field(default_factory=dict)
    opened: set[str] = field(default_factory=set)
    _done: set[object] = field(default_factory=set)
    _numbers: Iterator[int] = field(default_factory=count)

    async def everything(self, messages: Iterable[Card] = ()) -> "Walk":
        """From Home and from these messages on."""
        for number, message in enumerate(messages):
            await self._look(f"message {number}", message, 0)
        await self._go("Home", Visited(self._id(), self.who), 0)
        return self

    async def _go(self, path: str, event: Event, depth: int) -> None:
        reply: Any = await self.works.bot.answer(event)
        match reply:
            case Say(shown) | Replace(shown) | Show(shown) | Welcome(shown):
                await self._look(path, shown, depth)
            case _:
                pass

    async def _look(self, path: str, shown: Shown, depth: int) -> None:
        assert not any(BROKEN in text for text in readable(shown)), f"{path} cannot be shown"
        self.pages[path] = shown
        if depth >= DEEPEST:
            return
        for number, button in enumerate(buttons(shown)):
            if isinstance(button, Link) or not self._new(type(button), button.action, button.ref, button.choice):
                continue
            made = Pressed if isinstance(button, Press) else Opened
            event = made(self._id(), self.who, button.action, button.ref, button.choice)
            self.opened.add(button.action)
            await self._go(f"{path} > {button.label} {number}", event, depth + 1)
        if isinstance(shown, Form) and shown.submit:
            await self._choose(path, shown, depth)

    async def _choose(self, path: str, form: Form, depth: int) -> None:
        """Sends a form that has nothing but choices once for each choice: a filter or a way to another page looks so."""
        if (
            form.action in OWN_WISHES
            or not form.fields
            or not all(isinstance(each, Choice | Several) for each in form.fields)
        ):
            return
        usual = {each.name: form.values.get(each.name) or _values(each)[0] for each in form.fields if _values(each)}
        for each in form.fields:
            for value in _values(each)[:MOST_CHOICES]:
                values = usual | {each.name: value}
                if self._new(form.action, form.ref, *sorted(values.items())):
                    self.opened.add(form.action)
                    event = Submitted(self._id(), self.who, form.action, form.ref, values)
                    await self._go(f"{path} > {each.label}: {value}", event, depth + 1)

    def _new(self, *what: object) -> bool:
        if what in self._done:
            return False
        self._done.add(what)
        return True

    def _id(self) -> str:
        return f"walk-{self.who.id}-{next(self._numbers)}"


def written(pages: Pages) -> dict[str, str]:
    """Every byte of every page, with whatever is random at each making left out."""
    return {REF.sub("*", path): REF.sub("*", repr(shown)) for path, shown in pages.items()}


def texts(pages: Pages) -> Iterator[tuple[str, str]]:
    """Every text that can be read, with where it stands."""
    for path, shown in pages.items():
        for text in readable(shown):
            yield path, text


def changed(before: Mapping[str, str], after: Mapping[str, str]) -> list[str]:
    """The pages that are not what they were."""
    return sorted(path for path in {*before, *after} if before.get(path) != after.get(path))


def _values(each: object) -> list[str]:
    match each:
        case Choice(options=options) | Several(options=options):
            return [option.value for option in options]
        case _:
            return []
