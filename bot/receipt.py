"""Words that somebody keeps, shown once: as words, as digits, and as squares to photograph with one's own telephone."""

from bot.values import dataclass

A_LINE = 4


@dataclass(frozen=True, slots=True, repr=False)
class Receipt:
    """The same secret three times. `squares` are the rows of a QR code, `#` dark and a space light; empty is none.

    Only a page draws the squares. Slack shows a picture by an address alone, which would have to lie somewhere and be fetched
    by Slack; and squares made of letters are torn apart by the space between two lines.
    """

    words: tuple[str, ...]
    digits: str = ""
    squares: tuple[str, ...] = ()

    def text(self) -> str:
        """The words with their numbers, four to a line, and the digits below."""
        numbered = [f"{number} {word}" for number, word in enumerate(self.words, start=1)]
        lines = [" \N{MIDDLE DOT} ".join(numbered[at : at + A_LINE]) for at in range(0, len(numbered), A_LINE)]
        return "\n".join((*lines, *([self.digits] if self.digits else [])))
