"""Names, e-mail addresses and telephone numbers are taken out before anything else reads a comment."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conversations.sort.redact import names_of, redacted

PEOPLE = ("Amara Okafor", "Will Hopkins", "Zofia Nowak-Jones", "Siân ap Rhys", "Niamh O’Neill", "Łukasz Wójcik")


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("Amara never fills in the board.", "[name] never fills in the board."),
        ("ask amara okafor about it", "ask [name] about it"),
        ("It was Amara's idea", "It was [name]'s idea"),
        ("Dr Hopkins and Zofia Nowak-Jones listen.", "Dr [name] and [name] listen."),
        ("NIAMH O'NEILL helped", "[name] helped"),
        ("Diolch i Siân ap Rhys!", "Diolch i [name]!"),
        ("Pytaj Łukasz Wójcik", "Pytaj [name]"),
        ("Will we get kettles? I hope we will.", "Will we get kettles? I hope we will."),
        ("Only Will knows, and he will not say.", "Only [name] knows, and he will not say."),
        ("Write to a.okafor@northfield.example, please", "Write to [e-mail], please"),
        ("Ring 0161 496 0000 or +44 (0)161 496-0001", "Ring [number] or [number]"),
        ("Bleep 4521 is never answered", "[number] is never answered"),
        ("<@U012AB3CD> and @amara.okafor", "[name] and [name]"),
        ("We waited 45 minutes on 12 November 2026", "We waited 45 minutes on 12 November 2026"),
    ],
)
def test_what_says_who_somebody_is_is_hidden(said: str, shown: str) -> None:
    assert redacted(said, names_of(PEOPLE, [said])) == shown


@given(st.text(max_size=200))
def test_anything_can_be_read(text: str) -> None:
    names = names_of(PEOPLE, [text])
    once = redacted(text, names)
    assert redacted(once, names) == once


@given(st.text(alphabet=st.characters(exclude_categories=["L", "N"]), max_size=30), st.sampled_from(PEOPLE))
@pytest.mark.long
def test_a_whole_name_is_hidden_wherever_it_stands(around: str, name: str) -> None:
    assert name not in redacted(f"{around} {name} {around}", names_of(PEOPLE))


def test_a_very_long_comment_takes_no_time() -> None:
    names = names_of(PEOPLE)
    for text in ("a@" * 20_000, "1 " * 20_000, "a." * 20_000, "@" * 40_000, "Amara " * 5_000, "+(" * 20_000):
        redacted(text, names)
