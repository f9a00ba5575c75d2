"""What people added, page by page: one's own team's, that of the part it belongs to, and everybody's."""

from collections.abc import Iterable

from bot.question import spoken
from bot.quotes import Said
from bot.words import Words
from conversations.show import words as w
from storage.rounds import Asking
from storage.snapshot import WHOLE, Teams


def by_page(words: Words, asking: Asking, teams: Teams, written: Iterable[tuple[str, str, str]]) -> Said:
    """Those of one page and question together, in the order in which they came: that of their random numbers.

    The reader's own page comes first, everybody's last. With a single page nothing has to be said of where.
    """
    rows = list(written)
    path = teams.path(teams.keys.get(asking.team or 0, WHOLE))
    places = sorted({(path.index(node), question) for node, question, _ in rows})
    names = {place: _place(words, asking, teams.names.get(path[place[0]], ""), place[1]) for place in places}
    alone = places == [(len(path) - 1, "")]
    return tuple(
        ("" if alone else names[place], text)
        for place in places
        for node, question, text in rows
        if (path.index(node), question) == place
    )


def _place(words: Words, asking: Asking, team: str, question: str) -> str:
    """The team's name, or everybody; and what was asked, where it is an answer in words."""
    asked = [spoken(each.prompt, words.language) for each in asking.questions if each.id == question]
    return " · ".join((*asked, team or words(w.EVERYBODY)))
