"""The test vectors: what other software returned for the same input."""

import json
from pathlib import Path
from typing import Any

import pytest

FOLDER = Path(__file__).parent / "vectors"
SCORES: dict[str, list[dict[str, Any]]] = json.loads((FOLDER / "scores.json").read_text(encoding="utf-8"))
SPC: dict[str, dict[str, Any]] = {
    vector["name"]: vector for vector in json.loads((FOLDER / "spc.json").read_text(encoding="utf-8"))["vectors"]
}


def exactly(value: Any) -> Any:
    """The same in all nine decimals that the vectors have."""
    return pytest.approx(value, rel=0, abs=6e-10)
