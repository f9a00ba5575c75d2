"""A value whose methods are written late is, to whoever uses it, a frozen class of the library."""

import copy
import dataclasses
import inspect
import pickle

import pytest

from bot.values import dataclass, field, replace


@dataclass(frozen=True, slots=True)
class Cup:
    of: str
    sugar: int = 0
    beside: tuple[str, ...] = field(default_factory=tuple)

    def __post_init__(self) -> None:
        if self.sugar < 0:
            raise ValueError("sugar cannot be less than none")


@dataclass(frozen=True, slots=True)
class BigCup(Cup):
    handle: bool = True


@dataclass(frozen=True, slots=True, repr=False)
class Sealed:
    words: str


@dataclasses.dataclass(frozen=True, slots=True)
class Plain:
    of: str
    sugar: int = 0
    beside: tuple[str, ...] = field(default_factory=tuple)


def test_it_is_made_compared_and_shown_as_the_librarys() -> None:
    tea = Cup("tea", beside=("milk",))
    assert tea == Cup("tea", 0, ("milk",)) != Cup("tea")
    assert tea != BigCup("tea", beside=("milk",))
    assert {tea: 1}[Cup("tea", 0, ("milk",))] == 1
    assert repr(BigCup("tea")) == "BigCup(of='tea', sugar=0, beside=(), handle=True)"
    assert replace(tea, sugar=2) == Cup("tea", 2, ("milk",))
    assert dataclasses.astuple(BigCup("tea", 1)) == ("tea", 1, (), True)
    assert "said in confidence" not in repr(Sealed("said in confidence"))
    assert inspect.signature(Cup) == inspect.signature(Plain)
    match BigCup("coffee"):
        case BigCup(of, sugar):
            assert (of, sugar) == ("coffee", 0)


def test_comparing_comes_before_making() -> None:
    @dataclass(frozen=True, slots=True)
    class Spoon:
        of: str

    first, second = object.__new__(Spoon), object.__new__(Spoon)
    for spoon in (first, second):
        object.__setattr__(spoon, "of", "silver")
    assert first == second
    assert len({first, second}) == 1


def test_it_stays_as_it_is() -> None:
    tea = Cup("tea")
    with pytest.raises(dataclasses.FrozenInstanceError):
        tea.sugar = 3  # type: ignore[misc]
    with pytest.raises(dataclasses.FrozenInstanceError):
        del tea.of
    with pytest.raises((AttributeError, TypeError)):
        object.__setattr__(tea, "lid", 1)
    assert pickle.loads(pickle.dumps(tea)) == copy.deepcopy(tea) == tea


def test_what_is_missing_wrong_or_too_much_is_refused() -> None:
    for wrong in ({}, {"of": "tea", "lid": 1}):
        with pytest.raises(TypeError):
            Cup(**wrong)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="sugar"):
        Cup("tea", -1)
