"""An address that shows one host and leads to another is none."""

import pytest

from bot import addresses


@pytest.mark.parametrize(
    "url", ["https://teams.microsoft.com@evil.example/", "https://u:p@evil.example", "javascript:alert(1)"]
)
def test_what_looks_like_another_place_is_refused(url: str) -> None:
    with pytest.raises(ValueError, match="https://"):
        addresses.web(url)


def test_an_address_of_a_meeting_is_taken() -> None:
    assert addresses.web("https://teams.example/l/meetup?id=a%40b") == "https://teams.example/l/meetup?id=a%40b"
