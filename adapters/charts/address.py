"""The address of a chart's picture: it holds the whole chart, packed and signed, so that no picture has to be kept.

Whoever has the address may see the picture, and nobody can make one up: it begins with a keyed hash of what follows.
"""

import zlib

from bot import signed
from bot.chart_code import from_json, to_json
from bot.charts import Chart
from bot.limits import ADDRESS

PACKED = -15  # zlib's word for the bare stream without a head
PATH = "/chart/"


class Addresses:
    """Makes addresses below `public_url` and reads them. Another `key` makes all earlier addresses lead nowhere."""

    def __init__(self, public_url: str, key: bytes) -> None:
        self._begins, self._key = f"{public_url}{PATH}", key

    def of(self, chart: Chart) -> str:
        """Where the PNG lies; empty when the chart is too large for an address, and then its words have to do."""
        address = f"{self._begins}{self.token(chart)}.png"
        return address if len(address) <= ADDRESS else ""

    def token(self, chart: Chart) -> str:
        """The same for the same chart, always."""
        packer = zlib.compressobj(9, zlib.DEFLATED, PACKED)
        packed = packer.compress(to_json(chart).encode()) + packer.flush()
        return signed.token(self._key, packed)

    def read(self, token: str) -> Chart | None:
        """The chart behind a token, or None for any that we did not make. Nothing is unpacked before it is proved."""
        packed = signed.read(self._key, token)
        if packed is None:
            return None
        try:
            return from_json(zlib.decompress(packed, PACKED).decode())
        except (ValueError, zlib.error):  # made by another version of the program
            return None
