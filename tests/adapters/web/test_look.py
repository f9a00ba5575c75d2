"""The colours have enough contrast in both schemes, and no sentence of the pages stands outside the catalogue."""

import re
from collections import Counter
from pathlib import Path

import pytest

from adapters.web import words as w
from bot.words import PSEUDO, Sentence
from tests.adapters.web.toy import ToyBot
from tests.drivers.web import WebDriver
from tests.drivers.web_reading import page_of

WEB = Path(__file__).parents[3] / "adapters" / "web"
READ = [
    ("ink", "surface"),
    ("ink", "ground"),
    ("ink", "raised"),
    ("ink", "hover"),
    ("quiet", "surface"),
    ("quiet", "ground"),
    ("quiet", "raised"),
    ("quiet", "hover"),
    ("accent", "surface"),
    ("accent", "raised"),
    ("accent", "accent-soft"),
    ("accent", "ground"),
    ("on-accent", "accent"),
    ("on-accent", "accent-strong"),
    ("on-rail", "rail"),
    ("on-rail", "rail-soft"),
    ("danger", "raised"),
    ("danger", "danger-soft"),
    ("on-danger", "danger"),
    ("ink", "good-soft"),
    ("ink", "middle-soft"),
    ("ink", "poor-soft"),
    ("ink", "band"),
]
SEEN = [("edge", "surface"), ("edge", "raised"), ("accent", "surface"), ("accent", "raised"), ("on-rail", "rail")]
SEEN += [(part, "raised") for part in ("better", "worse", "other")]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_and_edges_stand_out(scheme: str) -> None:
    colours = _tokens(scheme)
    assert {pair: _contrast(colours, pair) for pair in READ if _contrast(colours, pair) < 4.5} == {}
    assert {pair: _contrast(colours, pair) for pair in SEEN if _contrast(colours, pair) < 3} == {}


def test_only_the_tokens_name_colours() -> None:
    for sheet in ("components.css", "workspace.css"):
        assert not re.findall(r"#[0-9a-fA-F]{3,8}\b(?![-\w])\s*[;,)]|rgb\(", (WEB / "static" / sheet).read_text())


def test_every_sentence_has_a_name_of_its_own_and_is_used() -> None:
    sentences = {name: value for name, value in vars(w).items() if isinstance(value, Sentence)}
    assert all(count == 1 for count in Counter(s.id for s in sentences.values()).values())
    sources = "".join(p.read_text() for p in [*WEB.glob("*.py"), *WEB.glob("templates/*")] if p.name != "words.py")
    assert [name for name in sentences if not re.search(rf"\b{name}\b", sources)] == []


def test_no_template_holds_a_sentence() -> None:
    for template in (WEB / "templates").glob("*.html"):
        text = re.sub(r"\{% block (kind|about) %\}.*?\{% endblock %\}", " ", template.read_text())
        bare = re.sub(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}|<[^>]*>|aria-\w+=\"[^\"]*\"", " ", text, flags=re.DOTALL)
        assert not re.findall(r"[A-Za-z]{2,}", bare), template.name


async def test_every_page_speaks_the_language_of_its_reader() -> None:
    driver = WebDriver()
    await driver.start(ToyBot())
    who = await driver.join("Nina", language=PSEUDO)
    for path in ("/chat", "/channel/all-staff", "/group/team", "/home", "/"):
        page = page_of((await driver.browser(who).get(path)).text)
        for drawn in page.select(
            ".home, .seat-text, .face-letters, .you-text, time, .note, .bar-now strong, .team-name"
        ):
            drawn.leave_out()
        for said in filter(str.strip, page.get_text("\n").splitlines()):
            assert said.lstrip("·# ").startswith(("⟦", "Ward 7")) or not re.search(r"[A-Za-z]{2,}", said), said
    await driver.stop()


def _tokens(scheme: str) -> dict[str, str]:
    light, _, dark = (WEB / "static" / "tokens.css").read_text().partition("@media (prefers-color-scheme: dark)")
    found = dict(re.findall(r"--([\w-]+):\s*(#[0-9a-f]{6})", light))
    return found | (dict(re.findall(r"--([\w-]+):\s*(#[0-9a-f]{6})", dark)) if scheme == "dark" else {})


def _contrast(colours: dict[str, str], pair: tuple[str, str]) -> float:
    """The ratio of WCAG 2.2, "contrast ratio" and "relative luminance"."""
    brighter, darker = sorted((_luminance(colours[name]) for name in pair), reverse=True)
    return round((brighter + 0.05) / (darker + 0.05), 2)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
