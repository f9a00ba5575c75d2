"""Draws a picture anew, from its points of colour alone, in a small process of its own: nothing else of it is kept.

Where it was taken, when, and with which camera stands beside the points of colour in a file; so do other pictures, and
sometimes things that break whatever reads them. This program reads one picture from its input, writes another to its
output, and may use little memory and little time. It knows nothing of Hearback, so that it is started alone.
"""

import io
import resource
import sys

from PIL import Image, ImageOps, UnidentifiedImageError

READS = ("JPEG", "PNG", "WEBP")
MOST_POINTS = 50_000_000
"""A picture with more is refused before a point of it is read."""
STEPS = ((1920, 80), (1600, 75), (1600, 60), (1280, 60), (1024, 55), (800, 50), (640, 40), (480, 30))
"""Longest side and quality, until it fits."""
MEMORY, SECONDS = 1 << 30, 20
NO_PICTURE, TOO_MANY_POINTS = 3, 4
"""How the program ends where it wrote nothing."""


class TooManyPoints(Exception):
    """A small file that would be a huge picture."""


def redrawn(raw: bytes, largest: int) -> bytes:
    """WebP of at most `largest` bytes, upright, without transparency. Raises OSError for what is no picture, TooManyPoints."""
    with Image.open(io.BytesIO(raw), formats=READS) as opened:
        if opened.width * opened.height > MOST_POINTS:
            raise TooManyPoints
        opened.draft("RGB", (STEPS[0][0] * 2, STEPS[0][0] * 2))
        points = _points(opened)
    for side, quality in STEPS:
        small = points.copy()
        small.thumbnail((side, side), Image.Resampling.LANCZOS)
        out = io.BytesIO()
        small.save(out, "WEBP", quality=quality, method=4)
        if out.tell() <= largest:
            return out.getvalue()
    raise TooManyPoints


def _points(opened: Image.Image) -> Image.Image:
    """A new picture on white with the same points: no words, no profile, no second picture comes along."""
    opened.thumbnail((STEPS[0][0] * 2, STEPS[0][0] * 2))
    upright = ImageOps.exif_transpose(opened).convert("RGBA")
    fresh = Image.new("RGB", upright.size, "white")
    fresh.paste(upright, mask=upright.getchannel("A"))
    return fresh


def main() -> int:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    Image.MAX_IMAGE_PIXELS = None  # our own limit is stricter, and says so in a sentence
    try:
        sys.stdout.buffer.write(redrawn(sys.stdin.buffer.read(), int(sys.argv[1])))
    except TooManyPoints:
        return TOO_MANY_POINTS
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, MemoryError):
        return NO_PICTURE
    return 0


if __name__ == "__main__":
    sys.exit(main())
