"""Reads a PDF as printed here: its words in the order in which they were set, its tags, and how many pages it has."""

import re
import zlib
from dataclasses import dataclass

OBJECT = re.compile(rb"(\d+) 0 obj\n(.*?)\nendobj", re.DOTALL)
STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
SHOWN = re.compile(rb"/F(\d+) [\d.]+ Tf|\(((?:[^()\\]|\\.)*)\) Tj", re.DOTALL)
LETTER = re.compile(rb"<([0-9A-F]{4})> <([0-9A-F]+)>")
ESCAPES = {b"\\r": b"\r", b"\\n": b"\n", b"\\(": b"(", b"\\)": b")", b"\\\\": b"\\"}


@dataclass(frozen=True, slots=True)
class Printed:
    """`text` in one line; `size` of its plain letters in points; `tags` in reading order; `raw` is all outside of streams."""

    text: str
    size: float
    pages: int
    tags: tuple[str, ...]
    raw: str


def read(pdf: bytes) -> Printed:
    objects = {int(number): body for number, body in OBJECT.findall(pdf)}
    plain = b"\n".join(body for body in objects.values() if b"stream" not in body)
    fonts = [int(number) for number in re.findall(rb"/ToUnicode (\d+) 0 R", plain)]
    letters = {place: _letters(objects[number]) for place, number in enumerate(fonts, start=1)}
    [page] = re.findall(rb"/Contents (\d+) 0 R", plain)
    drawn = _unpacked(objects[int(page)])
    text = " ".join(_words(drawn, letters).split())
    size = max(float(each) for each in re.findall(rb"/F1 ([\d.]+) Tf", drawn))
    tags = tuple(tag.decode() for tag in re.findall(rb"/S /(\w+)\n/Type /StructElem", plain))
    return Printed(text, size, plain.count(b"/Type /Page\n"), tags, plain.decode("latin-1"))


def _letters(body: bytes) -> dict[int, str]:
    found = LETTER.findall(_unpacked(body).partition(b"beginbfchar")[2])
    return {int(glyph, 16): bytes.fromhex(letter.decode()).decode("utf-16-be") for glyph, letter in found}


def _unpacked(body: bytes) -> bytes:
    [stream] = STREAM.findall(body)
    return zlib.decompress(stream) if b"/FlateDecode" in body.partition(b"stream")[0] else bytes(stream)


def _words(page: bytes, letters: dict[int, dict[int, str]]) -> str:
    said, font = "", 1
    for number, shown in SHOWN.findall(page):
        if number:
            font = int(number)
            continue
        glyphs = re.sub(rb"\\[rn()\\]", lambda match: ESCAPES[match[0]], shown)
        said += "".join(letters[font][int.from_bytes(glyphs[at : at + 2])] for at in range(0, len(glyphs), 2)) + " "
    return said
