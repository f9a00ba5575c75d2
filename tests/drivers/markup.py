"""A page as a browser understands it: its elements, what stands in them, and what they carry."""

from selectolax.lexbor import LexborHTMLParser, LexborNode


class Tag:
    """One element with all that is in it."""

    __slots__ = ("_node",)

    def __init__(self, node: LexborNode) -> None:
        self._node = node

    def __str__(self) -> str:
        return str(self._node.html)

    @property
    def name(self) -> str:
        return str(self._node.tag)

    def __getitem__(self, name: str) -> str:
        """What an attribute says; KeyError where there is none."""
        return self._node.attributes[name] or ""

    def get(self, name: str, default: str = "") -> str:
        return self._node.attributes.get(name, default) or ""

    def has_attr(self, name: str) -> bool:
        return name in self._node.attributes

    def select(self, css: str) -> list["Tag"]:
        """The elements in it that fit, in the order of the page."""
        return [Tag(each) for each in self._node.css(css) if each != self._node]

    def select_one(self, css: str) -> "Tag | None":
        return next(iter(self.select(css)), None)

    def around(self, name: str) -> "Tag | None":
        """The nearest element of this name that it stands in."""
        above = self._node.parent
        while above is not None and above.tag != name:
            above = above.parent
        return Tag(above) if above is not None else None

    def get_text(self, between: str = "") -> str:
        """Every text in it, joined; what a browser does not show, such as comments and templates, is none."""
        return self._node.text(separator=between)

    def leave_out(self) -> None:
        """It is no longer part of the page."""
        self._node.decompose()


def parsed(html: str) -> Tag:
    root = LexborHTMLParser(html).root
    if root is None:
        raise ValueError("there is no page")
    return Tag(root)
