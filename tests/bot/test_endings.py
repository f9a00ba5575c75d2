"""How a theme may end (P2): five ways, each with what must be said with it, and some only where people were told so."""

import pytest

from bot.endings import Ending, Fault, fault, ways


def test_p2_each_ending_says_what_belongs_to_it() -> None:
    bare = {how: fault(Ending(how), "listen", first=False) for how in ways("listen", first=False)}
    assert bare == {
        "doing": "no promise",
        "already": "unsaid",
        "not_now": "unsaid",
        "passed_on": "unsaid",
        "listening": None,
    }
    assert fault(Ending("not_now", " "), "advise", first=True) == "unsaid"
    assert fault(Ending("not_now", "Because the lease ends."), "advise", first=True) is None
    assert fault(Ending("doing", promises=("a",)), "advise", first=True) is None


@pytest.mark.parametrize(
    ("ending", "first", "said"),
    [
        (Ending("doing", promises=("a",)), True, "too early to promise"),
        (Ending("doing", promises=("a",)), False, None),
        (Ending("listening"), True, None),
    ],
)
def test_p2_what_listens_promises_nothing_in_its_first_round(ending: Ending, first: bool, said: Fault | None) -> None:
    assert fault(ending, "listen", first=first) == said


def test_p2_only_what_listens_may_go_on_listening() -> None:
    assert fault(Ending("listening"), "decide-together", first=False) == "not a listening programme"
