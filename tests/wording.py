"""Statements are put into words once per worker, not once per office: every test opens databases of the same few kinds.

SQLAlchemy keeps the words of a statement with the engine that ran it. A test has an engine of its own, so that it said
every statement anew, which took half of its time. What is shared is only the text; connections and rows are not.
"""

from typing import Any

from sqlalchemy import event
from sqlalchemy.engine import Connection, Dialect, Engine
from sqlalchemy.util import LRUCache

MANY = 5_000
"""Statements: the whole bot has more than the 500 that an engine keeps by itself."""

_WORDS: dict[type[Dialect], Any] = {}
_ALIKE: dict[type[Dialect], type[Dialect]] = {}


def share_words() -> None:
    """From now on, for every engine of this process."""
    event.listen(Engine, "engine_connect", _share)


def _share(connection: Connection) -> None:
    engine = connection.engine
    kind = type(engine.dialect)
    if kind in _WORDS:
        return
    engine.dialect.__class__ = _alike(kind)
    engine._compiled_cache = _WORDS.setdefault(type(engine.dialect), LRUCache(MANY))


def _alike(kind: type[Dialect]) -> type[Dialect]:
    """The same dialect, of which all instances are equal: they are the first part of the key of a statement's words."""
    if kind not in _ALIKE:
        equal = {"__hash__": lambda _: hash(kind), "__eq__": lambda one, other: type(one) is type(other)}
        _ALIKE[kind] = type(kind.__name__, (kind,), equal | {"supports_statement_cache": True})
    return _ALIKE[kind]
