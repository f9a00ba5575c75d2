"""One of everything that sorting shows in a practice, for the contact sheet: what was said there, and what is missing."""

from dataclasses import replace
from datetime import timedelta
from typing import Literal

from bot.conversation import Person
from bot.forms import again, only_text
from bot.ui import Block, Card, Form, Home
from bot.words import Words
from conversations.sort import cards, check_cards, inviting_cards, ways_in
from conversations.sort import words as w
from conversations.sort import words_together as t
from conversations.sort.board import Board
from storage.checking import TITLES
from storage.examples import CLOSED, CLUB, COMMENTS, DARIO, NORTHFIELD, TOLD
from storage.given import Given
from storage.happenings import Happening
from storage.pools import SAID, Pool, of_asking

MISSED = tuple(Given(str(number), {SAID: text}, DARIO) for number, text in enumerate((*COMMENTS, "") * 4))
MAYA, LOWRI = (Person(n, name, "en", "Europe/London") for n, name in ((2, "Maya Osei"), (3, "Lowri Bevan")))


def examples(words: Words, begun: Board) -> dict[str, Card | Form | Home]:
    """Name to what is shown; `begun` is a board half-way."""
    named, sealed = _of(begun, "named"), _of(begun, "confidential")
    waiting, check = begun.waiting[0], _check(begun)
    checked = replace(sealed, check=replace(check, closed=True))
    late = ways_in.waits(words, replace(check, spec=CLUB.spec), CLUB.answer_by + timedelta(days=1))
    invite = inviting_cards.invite(words, named, [("9" * 32, MAYA), ("8" * 32, LOWRI)], {MAYA.id})
    home = (*_home(words, begun), *check_cards.home(words, check), *ways_in.waits(words, CLUB, CLUB.opens_at), *late)
    return {
        "time to sort": ways_in.to_sort(words, sealed.pool),
        "on Home": Home(words(w.TITLE), home),
        "said with a name": cards.one(words, named, waiting, (), together=1),
        "with names, to be sorted with others": cards.overview(words, _with(named), {}),
        "sorted with others": cards.overview(words, replace(_with(sealed), mine=False), {}),
        "sort together": again(invite, {}, {inviting_cards.WITH: words(t.TOGETHER_MANY, size=4, n=3)}),
        "nobody to ask": only_text(words, t.TOGETHER_TITLE, words(t.TOGETHER_NOBODY)),
        "they can look": cards.overview(words, replace(sealed, check=check), {}),
        "they could look": cards.overview(words, checked, {}),
        "nobody has looked": cards.overview(words, replace(sealed, piles=dict.fromkeys(_named_ones(sealed), ())), {}),
        "is yours there": check_cards.look(words, check, NORTHFIELD),
        "is yours there, with names": check_cards.look(words, replace(check, on=CLUB.on), NORTHFIELD),
        "missed by few": check_cards.missed(words, sealed, MISSED[:4]),
        "missed by some": check_cards.missed(words, sealed, MISSED[:6]),
        "missed by many": check_cards.missed(words, sealed, MISSED),
        "missed with names": check_cards.missed(words, named, MISSED[:6]),
        "missed by nobody": check_cards.missed(words, named, ()),
        "what came of it": Card(words(w.CAME), ways_in.came(words, CLUB, TOLD)),
        "what came of it, by theme": ways_in.read(words, CLUB, TOLD),
    }


def _home(words: Words, begun: Board) -> tuple[Block, ...]:
    few = ways_in.home(words, _pool("confidential"), 0)
    helped = ways_in.home(words, _pool("confidential"), 54, mine=False)
    return (
        *ways_in.home(words, begun.pool, 54),
        *helped,
        *ways_in.home(words, _pool("named"), 14),
        *few,
    )


def _with(board: Board) -> Board:
    return replace(board, pool=replace(board.pool, others=(MAYA, LOWRI)))


def _of(begun: Board, voice: Literal["named", "confidential"]) -> Board:
    by = dict.fromkeys(begun.texts, DARIO) if voice == "named" else {}
    return replace(begun, pool=_pool(voice), by=by)


def _pool(voice: Literal["named", "confidential"]) -> Pool:
    """What was said in a practice."""
    asked = replace(of_asking(CLOSED), subject=CLUB.spec["title"], prompt=CLUB.spec["prompt"])
    return replace(asked, voice=voice, by=CLOSED.answer_by)


def _check(begun: Board) -> Happening:
    titles = [begun.themes[ref].title for ref in _named_ones(begun)]
    return replace(CLUB, on=replace(CLUB.on, voice="confidential"), spec={**CLUB.spec, TITLES: titles})


def _named_ones(board: Board) -> list[str]:
    return [ref for ref in board.piles if board.themes[ref].title]
