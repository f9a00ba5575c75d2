"""A picture is drawn anew: nothing but what can be seen in it comes out, and nothing that would break the server goes in."""

import io
import struct
import zlib
from typing import Any

import pytest
from PIL import Image, PngImagePlugin

from adapters.second_door import redraw
from adapters.second_door.pictures import NoPicture, Studio, TooManyPoints
from bot.enclosures import LARGEST

CANARY = b"Theatre 3 at 07:12, Nina's telephone"
SIDE = 400


def photograph(kind: str = "JPEG", *, turned: int = 1) -> bytes:
    """Red on the left and blue on the right, with everything beside it that a telephone writes."""
    picture, out = Image.new("RGB", (SIDE, SIDE // 2), "red"), io.BytesIO()
    picture.paste("blue", (SIDE // 2, 0, SIDE, SIDE // 2))
    exif = Image.Exif()
    exif[0x010F], exif[0x0112] = CANARY.decode(), turned
    exif.get_ifd(0x8825)[1] = "N"
    told = PngImagePlugin.PngInfo()
    told.add_text("Comment", CANARY.decode())
    every: dict[str, dict[str, Any]] = {"JPEG": {"comment": CANARY}, "PNG": {"pnginfo": told}, "WEBP": {"xmp": CANARY}}
    picture.save(out, kind, exif=exif, icc_profile=CANARY, **every[kind])
    return out.getvalue()


def colours(content: bytes) -> tuple[str, ...]:
    """What stands left, right, above and below, as far as it can be told."""
    with Image.open(io.BytesIO(content)) as opened:
        seen = opened.convert("RGB")
        wide, high = seen.size
        points = [
            (wide // 8, high // 2),
            (wide * 7 // 8, high // 2),
            (wide // 2, high // 8),
            (wide // 2, high * 7 // 8),
        ]
        told = [seen.getpixel(point) for point in points]
    return tuple("red" if isinstance(each, tuple) and each[0] > each[2] else "blue" for each in told)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_what_can_be_seen_stays_and_what_stands_beside_it_is_gone(kind: str) -> None:
    sent = photograph(kind)
    assert CANARY in sent
    drawn = redraw.redrawn(sent + b"PK\x03\x04" + CANARY, LARGEST)
    assert CANARY not in drawn
    assert b"Exif" not in drawn
    assert b"EXIF" not in drawn
    assert b"ICCP" not in drawn
    assert b"XMP" not in drawn
    assert colours(drawn)[:2] == ("red", "blue")
    with Image.open(io.BytesIO(drawn)) as opened:
        assert opened.format == "WEBP"
        assert not opened.getexif()


def test_a_picture_that_was_only_saved_again_would_be_found() -> None:
    with Image.open(io.BytesIO(photograph())) as opened:
        out = io.BytesIO()
        opened.save(out, "WEBP", exif=opened.info["exif"], icc_profile=opened.info["icc_profile"])
    assert CANARY in out.getvalue()


def test_a_picture_that_lies_on_its_side_is_stood_up_before_the_note_of_that_is_gone() -> None:
    drawn = redraw.redrawn(photograph(turned=6), LARGEST)
    assert colours(drawn)[2:] == ("red", "blue")


@pytest.mark.long
def test_whatever_it_shows_it_fits() -> None:
    noise = Image.effect_noise((3000, 2400), 200).convert("RGB")
    out = io.BytesIO()
    noise.save(out, "JPEG", quality=95)
    assert len(out.getvalue()) > 2_000_000
    assert 0 < len(redraw.redrawn(out.getvalue(), LARGEST)) <= LARGEST


def bomb(wide: int, high: int) -> bytes:
    """A PNG of a few bytes that says it is huge."""

    def chunk(name: bytes, told: bytes) -> bytes:
        return struct.pack(">I", len(told)) + name + told + struct.pack(">I", zlib.crc32(name + told))

    head = struct.pack(">IIBBBBB", wide, high, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(bytes(100_000)))
        + chunk(b"IEND", b"")
    )


@pytest.mark.long
async def test_bombs_and_broken_and_other_files_are_refused() -> None:
    studio = Studio()
    for wide, high in ((60_000, 60_000), (8_000, 8_000), (2**31 - 1, 1)):
        with pytest.raises(TooManyPoints):
            await studio.redrawn(bomb(wide, high))
    gif = io.BytesIO()
    Image.new("RGB", (9, 9)).save(gif, "GIF")
    svg = b'<svg xmlns="http://www.w3.org/2000/svg"/>'
    for content in (b"%PDF-1.7", svg, gif.getvalue(), photograph()[:700], bomb(300, 300)[:60], b"\0" * 100):
        with pytest.raises(NoPicture):
            await studio.redrawn(content)


async def test_the_small_program_draws_the_same() -> None:
    enclosed = await Studio().redrawn(photograph())
    assert (enclosed.kind, enclosed.type) == ("picture", "image/webp")
    assert enclosed.content == redraw.redrawn(photograph(), LARGEST)
