"""What makes a class a value: `dataclasses.dataclass`, but a value's methods are written when the first of them is needed.

The library writes six functions as text and compiles them for each frozen class, and a start met some 280 of them: a
fifth of its time, for values that most starts never make (docs/decisions/0049). It is used exactly as the library's. Only
`@dataclass(frozen=True, slots=True)`, with or without `repr=False`, is treated in this way; all else is the library's own.
"""

import dataclasses
from dataclasses import field, replace
from typing import TYPE_CHECKING, Any

__all__ = ["dataclass", "field", "replace"]

if TYPE_CHECKING:
    from dataclasses import dataclass
else:

    def dataclass(cls=None, /, *, frozen=False, slots=False, repr=True, **options):  # noqa: A002 - the library's names
        """As the library's, for a class or as a decorator with options."""
        if not (frozen and slots) or options:
            return dataclasses.dataclass(cls, frozen=frozen, slots=slots, repr=repr, **options)
        if cls is None:
            return lambda found: _value(found, shown=repr)
        return _value(cls, shown=repr)


def _value(cls: type[Any], *, shown: bool) -> type[Any]:
    own = set(cls.__dict__)
    cls.__doc__ = cls.__doc__ or cls.__name__  # else the library words one from a signature, which takes long
    made = dataclasses.dataclass(init=False, repr=False, eq=False, slots=True)(cls)
    for name in ("__init__", "__eq__", "__hash__", *(["__repr__"] if shown else [])):
        if name not in own:
            setattr(made, name, _written_when_called(made, name))
    for name, method in FROZEN.items():
        setattr(made, name, method)
    return made


def _written_when_called(cls: type[Any], name: str) -> Any:
    def first(self: Any, *arguments: Any, **named: Any) -> Any:
        _write(cls)
        return getattr(cls, name)(self, *arguments, **named)

    first.__unwritten__ = True  # type: ignore[attr-defined]
    return first


def _write(cls: type[Any]) -> None:
    """Puts the library's own methods, as it makes them for a frozen class of the same fields, in place of those that wait."""
    after = {"__post_init__": cls.__post_init__} if hasattr(cls, "__post_init__") else {}
    fields = [(each.name, each.type, each) for each in dataclasses.fields(cls)]
    twin = dataclasses.make_dataclass(cls.__name__, fields, namespace=after, frozen=True)
    for name in ("__init__", "__eq__", "__hash__", "__repr__"):
        if hasattr(cls.__dict__.get(name), "__unwritten__"):
            setattr(cls, name, getattr(twin, name))


def _stays(self: object, name: str, *_new: object) -> None:
    raise dataclasses.FrozenInstanceError(f"{type(self).__name__}.{name} stays as it is")


def _state(self: Any) -> list[Any]:
    return [getattr(self, each.name) for each in dataclasses.fields(self)]


def _restore(self: Any, state: list[Any]) -> None:
    for each, value in zip(dataclasses.fields(self), state, strict=True):
        object.__setattr__(self, each.name, value)


FROZEN = {"__setattr__": _stays, "__delattr__": _stays, "__getstate__": _state, "__setstate__": _restore}
