"""Charts drawn for real: the same value gives the same bytes, and what is drawn may stand in any page."""

import re
import subprocess
import sys
import warnings
from dataclasses import replace
from functools import cache
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from adapters.charts import app, signs, studio
from adapters.charts.canvas import Canvas
from adapters.charts.examples import examples, trend
from adapters.charts.palette import PARTS
from adapters.charts.vector import inline
from bot.chart_text import table
from bot.charts import Bar, Chart, Distribution, Estimate, Flag, Trend
from bot.ports import Drawings
from tests.house import ROOT

STYLES = Path(app.__file__).parents[1] / "web" / "static" / "components.css"
SVG = "{http://www.w3.org/2000/svg}"
DRAWN = ("a change that lasts", "trend with a gap", "three answers")
HOSTILE = "<script>alert(1)</script> & $5 to $6 __x__"


@cache
def drawings(name: str) -> Drawings:
    return studio._on_page(examples()[name])


def parts(svg: str, tag: str) -> list[ET.Element]:
    return list(ET.fromstring(svg).iter(f"{SVG}{tag}"))


def words(svg: str) -> str:
    return " ".join(text.text or "" for text in parts(svg, "text"))


def size(png: bytes) -> tuple[int, int]:
    return int.from_bytes(png[16:20]), int.from_bytes(png[20:24])


def chunks(png: bytes) -> set[bytes]:
    found, place = set(), 8
    while place < len(png):
        found.add(png[place + 4 : place + 8])
        place += 12 + int.from_bytes(png[place : place + 4])
    return found


@pytest.mark.long
def test_the_same_chart_is_drawn_byte_for_byte_alike() -> None:
    chart, again = examples()["trend with a gap"], examples()["trend with a gap"]
    assert chart is not again
    assert studio._on_page(chart) == studio._on_page(again)
    assert studio._png(chart) == studio._png(again)


@pytest.mark.long
def test_a_picture_says_nothing_but_itself_and_fits_on_every_platform() -> None:
    png = studio._png(examples()["new, and falling"])
    assert png.startswith(b"\x89PNG")
    assert chunks(png) <= {b"IHDR", b"pHYs", b"IDAT", b"IEND"}  # no date, no program, no text
    assert max(size(png)) <= 1024
    assert size(png)[0] > 700


@pytest.mark.long
def test_the_largest_table_becomes_smaller_rather_than_too_tall_for_teams() -> None:
    assert max(size(studio._png(examples()["many teams"]))) <= 1024


@pytest.mark.parametrize("name", DRAWN)
def test_a_drawing_may_stand_in_a_page_that_allows_no_styles_no_scripts_and_no_second_id(name: str) -> None:
    for svg in (drawings(name).wide, drawings(name).narrow):
        assert not re.search(r"\b(id|style|href|xlink|onload|clip-path)\b[=:]", svg)
        assert not parts(svg, "script")
        assert not parts(svg, "style")
        assert not parts(svg, "metadata")


@pytest.mark.parametrize("name", DRAWN)
def test_a_drawing_says_its_title_and_its_finding_to_those_who_do_not_see_it(name: str) -> None:
    chart = examples()[name]
    root = ET.fromstring(drawings(name).narrow)
    assert root.get("role") == "img"
    assert [parts(drawings(name).narrow, tag)[0].text for tag in ("title", "desc")] == [chart.title, chart.finding]


@pytest.mark.parametrize("name", DRAWN)
def test_every_word_in_a_drawing_came_with_its_value(name: str) -> None:
    chart = examples()[name]
    given = f" {_given(chart)} "
    for word in words(drawings(name).wide).split():
        assert word in given or word in "HLPF?", word


def test_every_colour_of_a_drawing_is_left_to_the_page() -> None:
    styles = STYLES.read_text(encoding="utf-8")
    for part in PARTS.values():
        if part not in ("good", "middle", "poor"):  # a page shows these in a table of its own
            assert f".fill-{part} " in styles
            assert f".stroke-{part} " in styles
    for element in (*parts(drawings(DRAWN[0]).wide, "path"), *parts(drawings(DRAWN[0]).wide, "text")):
        painted = [element.get(kind) for kind in ("fill", "stroke") if element.get(kind) not in (None, "none")]
        assert len(painted) == len((element.get("class") or "").split()), element.attrib


def test_what_stands_out_has_a_shape_of_its_own_and_not_only_a_colour() -> None:
    flags: tuple[Flag, ...] = ("none", "outside", "trend", "two_of_three", "run")
    shapes = {flag: _outline(flag) for flag in flags}
    assert len(set(shapes.values())) == len(flags)


def test_a_hidden_point_breaks_the_line_and_leaves_nothing_in_its_place() -> None:
    shown = Trend("t", "f", trend().axis, tuple(Estimate(f"{n}", "60%", 60) for n in range(5)))
    gap = replace(
        shown, points=(*shown.points[:2], Estimate("2", "not enough answers to show", None), *shown.points[3:])
    )
    whole, broken = (studio._on_page(chart).wide for chart in (shown, gap))
    assert len(_curves(whole)) == 1
    assert len(_curves(broken)) == 2
    assert "not enough" not in words(broken)


def test_words_are_drawn_as_they_were_written() -> None:
    chart = Distribution(HOSTILE, HOSTILE, "", (Bar(HOSTILE, "$5", 0.5), Bar("é ß ž", "€6", 0.5)), HOSTILE)
    svg = studio._on_page(chart).wide
    assert "<script" not in svg
    assert f"{HOSTILE} $5 é ß ž €6 {HOSTILE}" == words(svg)
    assert studio._png(chart).startswith(b"\x89PNG")


@pytest.mark.parametrize("said", ["\u8b77\u58eb", "\U0001f9b7"])
def test_letters_that_the_font_lacks_are_told_to_nobody(
    said: str, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    chart = Distribution(said, said, said, (Bar(said, "5%", 0.5), Bar(f"{said}!", "6%", 0.5)), said)
    with caplog.at_level("DEBUG"), warnings.catch_warnings(record=True) as warned:
        warnings.simplefilter("always")
        studio._on_page(chart)
        studio._png(chart)
    assert warned == []
    assert capfd.readouterr() == ("", "")
    assert not any(letter in caplog.text or str(ord(letter)) in caplog.text for letter in said)


@pytest.mark.process
def test_the_drawing_library_is_imported_when_the_first_chart_is_drawn_and_not_before() -> None:
    loaded = "import sys, bot.serve, bot.demo; print(sorted({m.split('.')[0] for m in sys.modules}))"
    said = subprocess.run([sys.executable, "-c", loaded], cwd=ROOT, check=True, capture_output=True, text=True).stdout
    assert "starlette" in said
    assert not {"matplotlib", "numpy", "PIL"} & set(re.findall(r"\w+", said))


async def test_a_chart_that_two_people_look_at_is_drawn_once() -> None:
    drawn = studio.Studio()
    first = await drawn.on_page(examples()["three answers"])
    assert await drawn.on_page(examples()["three answers"]) is first


async def test_only_so_many_drawings_are_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(studio, "REMEMBERED", 1)
    drawn = studio.Studio()
    first = await drawn.on_page(examples()["three answers"])
    await drawn.on_page(examples()["long answers"])
    again = await drawn.on_page(examples()["three answers"])
    assert again is not first
    assert again == first


def _given(chart: Chart) -> str:
    """Every text of a chart in one line."""
    shown = table(chart)
    return " ".join([repr(chart).replace("'", " "), *shown.heads, *(word for row in shown.rows for word in row)])


def _outline(flag: Flag) -> str:
    canvas = Canvas(20)
    signs.point(canvas, (10, 10), flag, "#0072b2")
    [path] = parts(inline(canvas.svg(20), trend()), "path")
    return path.get("d", "")


def _curves(svg: str) -> list[str]:
    lines = [path for path in parts(svg, "path") if path.get("class") == "stroke-accent"]
    return [line.get("d", "") for line in lines]
