"""Two processes never share one SQLite file."""

from pathlib import Path

import pytest

from storage.lock import InUse, sole_use


def test_the_second_is_refused_in_one_sentence_until_the_first_has_ended(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/hearback.db"
    with sole_use(url):
        with pytest.raises(InUse, match=r"already running on .*hearback\.db"), sole_use(url):
            pass
        with sole_use(f"sqlite:///{tmp_path}/other.db"):
            pass
    with sole_use(url):
        pass


def test_postgresql_needs_no_lock() -> None:
    with sole_use("postgresql://localhost/hearback"), sole_use("postgresql://localhost/hearback"):
        pass
