"""Draws the public page of promises: one HTML page with its style inside, no script, and nothing to be fetched."""

import base64
import hashlib
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from adapters.public import words as w
from bot.promises import Promise, by_objective, in_order, said_day, stands, told
from bot.question import spoken
from bot.settings import House
from bot.values import dataclass
from bot.words import Sentence, Words

TEMPLATES = Path(__file__).parent / "templates"


@dataclass(frozen=True, slots=True)
class Shown:
    """One promise as the page says it. `mark` is the look of its state, which is always said in words too."""

    text: str
    mark: str
    state: str
    made: str
    pairs: tuple[tuple[str, str], ...]
    news: tuple[tuple[str, str], ...]


class Page:
    """Everything the page is drawn with; `style` is the house's own style sheet."""

    def __init__(self, house: House, style: str) -> None:
        self._house = house
        self._style = style + (TEMPLATES / "promises.css").read_text(encoding="utf-8")
        self._env = Environment(
            loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True
        )
        self.headers = _headers(self._style)

    def draw(self, words: Words, promises: Sequence[Promise], now: datetime) -> str:
        """The action plan: by objective what is open, with what nobody has told of on top, then what is over."""
        today = words.today(now)
        names = dict.fromkeys(
            (*(name for name, _ in by_objective(promises, self._house.objectives, today)), *_over(promises))
        )
        parts = [
            (
                name or words(w.OTHERS) if len(names) > 1 else name,
                _counted(words, [each for each in promises if each.objective == name]),
                self._under(words, promises, name, today),
            )
            for name in names
        ]
        return self._env.get_template("promises.html").render(
            words=words,
            w=w,
            house=self._house,
            style=self._style,
            parts=parts,
            counted=_counted(words, promises),
            silent=sum(each.silent(today) for each in promises),
            as_of=words.dated(now),
        )

    def _under(self, words: Words, promises: Sequence[Promise], objective: str, today: date) -> list[Shown]:
        those = [each for each in promises if each.objective == objective]
        return [self._one(words, each, today) for each in in_order(those, today)]

    def _one(self, words: Words, promise: Promise, today: date) -> Shown:
        mark, state = _state(promise, today)
        moves = words.listed([spoken(each, words.language) for each in promise.moves])
        pairs = [(words(w.HOW), stands(words, promise, today))]
        role = promise.role[:1].upper() + promise.role[1:]
        pairs += [(words(w.WHO), role or self._house.organisation)]
        pairs += [(words(w.MOVES), moves)] if moves else []
        subject = spoken(promise.subject, words.language)
        made = words(w.MADE, day=words.dated(promise.made_at), subject=subject)
        news = [each for each in promise.updates if each.kind == "news"]
        entries = tuple((said_day(words, each.at, today), told(words, each, today)) for each in news)
        return Shown(promise.text, mark, words(state), made, tuple(pairs), entries)


def _state(promise: Promise, today: date) -> tuple[str, Sentence]:
    match promise.state:
        case "done":
            return "done", w.DONE
        case "dropped":
            return "dropped", w.DROPPED
        case "doing":
            return ("overdue", w.OVERDUE) if promise.silent(today) else ("doing", w.DOING)


def _over(promises: Sequence[Promise]) -> list[str]:
    """Objectives of what is over; what serves none comes last."""
    return sorted({each.objective for each in promises if each.state != "doing"}, key=lambda name: (not name, name))


def _counted(words: Words, promises: Sequence[Promise]) -> str:
    states = [each.state for each in promises]
    counts = {state: words.number(states.count(state)) for state in ("doing", "done", "dropped")}
    return words(w.COUNTED, all=words.number(len(states)), **counts)


def _headers(style: str) -> dict[str, str]:
    """Nothing runs, nothing is fetched, nothing is sent, and nobody else's page holds this one."""
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    never = "form-action 'none'; frame-ancestors 'none'; base-uri 'none'"
    return {
        "Content-Security-Policy": f"default-src 'none'; style-src 'sha256-{digest}'; {never}",
        "Cache-Control": "public, max-age=60",
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
    }
