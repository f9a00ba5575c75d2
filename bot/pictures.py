"""Gives each chart on a card, a form or Home the address of its picture, on the way out to a platform."""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from bot.charts import Chart
from bot.events import Replace, Reply, Say, Show, Welcome
from bot.ui import Block, Card, Form, Home, Picture

Place = Callable[[Chart], str]
"""Says where the PNG of a chart lies; empty where there is none."""

Shown = TypeVar("Shown", Card, Form, Home)


def nowhere(_chart: Chart) -> str:
    """For an installation that nobody can fetch pictures from."""
    return ""


def addressed(shown: Shown, place: Place) -> Shown:
    """The same with an address at each of its charts."""
    if not any(isinstance(block, Picture) for block in shown.blocks):
        return shown
    return replace(shown, blocks=tuple(_addressed(block, place) for block in shown.blocks))


def with_addresses(reply: Reply, place: Place) -> Reply:
    """A reply, with an address at each chart that it shows."""
    match reply:
        case Say(card):
            return Say(addressed(card, place))
        case Replace(card):
            return Replace(addressed(card, place))
        case Show(form):
            return Show(addressed(form, place))
        case Welcome(home):
            return Welcome(addressed(home, place))
        case _:
            return reply


def _addressed(block: Block, place: Place) -> Block:
    return Picture(block.chart, place(block.chart)) if isinstance(block, Picture) else block
