"""Looks for words and keys in bytes as somebody would who knows all the tricks: encoded, hashed, compressed."""

import base64
import gzip
import hashlib
import re
import zlib
from collections.abc import Callable, Iterable, Mapping

FORMS: Mapping[str, Callable[[bytes], bytes]] = {
    "plain": lambda needle: needle,
    "utf-16": lambda needle: needle.decode("latin-1").encode("utf-16-le"),
    "hex": lambda needle: needle.hex().encode(),
    "HEX": lambda needle: needle.hex().upper().encode(),
    "base64": lambda needle: base64.b64encode(needle)[: len(needle) // 3 * 4],
    "base64, one on": lambda needle: base64.b64encode(b"x" + needle)[4 : (len(needle) + 1) // 3 * 4],
    "base64, two on": lambda needle: base64.b64encode(b"xx" + needle)[4 : (len(needle) + 2) // 3 * 4],
    "sha256": lambda needle: hashlib.sha256(needle).digest(),
    "sha256 in hex": lambda needle: hashlib.sha256(needle).hexdigest().encode(),
    "sha1": lambda needle: hashlib.sha1(needle).digest(),
    "md5 in hex": lambda needle: hashlib.md5(needle).hexdigest().encode(),
    "blake2b": lambda needle: hashlib.blake2b(needle).digest(),
    "backwards": lambda needle: needle[::-1],
}
PACKED: Mapping[str, Callable[[bytes], bytes]] = {
    "zlib": lambda needle: zlib.compress(b"before " + needle + b" after"),
    "gzip": lambda needle: gzip.compress(b"before " + needle + b" after"),
}
_PACKED = re.compile(rb"\x78[\x01\x5e\x9c\xda]|\x1f\x8b\x08")


def found(needles: Iterable[bytes], content: bytes) -> list[str]:
    """Which needles lie in the content in which form."""
    layers = [content, *_unpacked(content)]
    return [
        f"{needle!r} as {name}"
        for needle in needles
        for name, form in FORMS.items()
        if any(form(needle) in layer for layer in layers)
    ]


def _unpacked(content: bytes) -> list[bytes]:
    """Whatever in it can be unpacked, if only its beginning."""
    return [opened for match in _PACKED.finditer(content) if len(opened := _open(content[match.start() :])) > 8]


def _open(content: bytes) -> bytes:
    stream, opened = zlib.decompressobj(zlib.MAX_WBITS | 32), b""
    try:
        for at in range(0, min(len(content), 1 << 16), 64):
            opened += stream.decompress(content[at : at + 64])
    except zlib.error:
        pass
    return opened
