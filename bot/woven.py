"""How what somebody wrote stands within a sentence of a practice: its own full stop and the sentence's do not meet."""

STOPS, CLOSERS = ".!?…", ",;:)"


def woven(text: str, name: str, said: str) -> str:
    """The text with what was said wherever it has this name; nobody's words are read as a pattern."""
    first, *rest = text.split(name)
    return first + "".join(_joined(said.rstrip(), after) for after in rest)


def stopped(said: str) -> str:
    """With a full stop, where it does not end by itself: another sentence follows."""
    return said if said.rstrip("”’\"')")[-1:] in STOPS else f"{said}."


def _joined(said: str, after: str) -> str:
    """The stronger sign stays: of "?" and "." the "?". In the middle of a sentence a full stop goes."""
    ends, follows = said[-1:], after[:1]
    goes_on = follows in CLOSERS if follows and not follows.isspace() else after.lstrip()[:1].islower()
    if ends == "." and not said.endswith("..") and (goes_on or (follows and follows in "?!")):
        return said[:-1] + after
    if ends and ends in STOPS and follows and (follows == "." or (follows in "?!" and ends in "?!")):
        return said + after[1:]
    return said + after
