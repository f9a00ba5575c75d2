"""What a page that anyone can read is given of promises: what all staff were told, and the name of nobody."""

from dataclasses import replace

from bot.promises import Promise
from storage import promises
from storage.db import Database


class Promised:
    """Implements `bot.ports.Promised` on a database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def all(self) -> list[Promise]:
        async with self._database.begin() as connection:
            return [nameless(each) for each in await promises.of_everybody(connection)]


def nameless(promise: Promise) -> Promise:
    """The same without a name of a person, and without what waits for one: a role stays."""
    news = tuple(replace(each, author="") for each in promise.updates if each.kind == "news")
    return replace(promise, owner="", offered="", offered_role="", updates=news)
