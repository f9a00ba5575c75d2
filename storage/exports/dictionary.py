"""The data dictionary: every column of every table that leaves, its type, and what stands in it."""

from collections.abc import Mapping
from typing import Literal

from bot.exports import Row
from bot.values import dataclass
from storage import quarterly

Type = Literal["text", "whole number", "number", "true or false", "date", "instant"]


@dataclass(frozen=True, slots=True)
class Column:
    """What stands in a column. `empty`: when it can be empty, or nothing where it never is."""

    type: Type
    means: str
    empty: str = ""


HIDDEN = "not shown"
NUMBERS = "not shown, or another kind of line"
RESULTS: Mapping[str, Column] = {
    "round": Column("text", "Reference of the round."),
    "closed_on": Column("date", "Day on which it closed, in the programme's time zone."),
    "kind": Column("text", "question: one question; answer: one answer to it; figure: made of several questions."),
    "id": Column("text", "Id of the question or figure. The same id is the same question in every round."),
    "wording": Column("text", "The question as it was asked, or the name of the figure."),
    "answer": Column("text", "One answer that could be given.", "on lines of questions and figures"),
    "team": Column("text", "Key of the team; empty: everybody who was asked."),
    "team_name": Column("text", "Its name when the round opened."),
    "attribute": Column("text", "Id of what the group is a group of; empty: no group, the whole team."),
    "attribute_name": Column("text", "What people read for it; empty as before."),
    "group": Column("text", "Id of the group; empty as before."),
    "group_name": Column("text", "What people read for it; empty as before."),
    "shown": Column("true or false", "false: not enough answers to show, and every figure of the line is empty."),
    "n": Column("whole number", "How many people answered this question.", HIDDEN),
    "percent_favourable": Column(
        "whole number",
        "Per cent of n who agreed, said often or yes, or chose 9 or 10. Turned round where that is poor.",
        NUMBERS,
    ),
    "percent_neutral": Column("whole number", "Per cent of n in between.", NUMBERS),
    "percent_unfavourable": Column("whole number", "Per cent of n at the other end.", NUMBERS),
    "favourable_low": Column("whole number", "Lower end of the 95 % interval of percent_favourable (Wilson).", NUMBERS),
    "favourable_high": Column("whole number", "Upper end of the same.", NUMBERS),
    "percent": Column("whole number", "Per cent of n who gave this answer.", "not on a line of an answer"),
    "mean": Column(
        "number", "Mean with one decimal: 0 to 10 of a scale or figure, 1 to 5 of agreement and frequency.", NUMBERS
    ),
    "mean_low": Column(
        "number",
        "Lower end of the 95 % interval of the mean (Student). A figure's is at least as wide as it has to be: people's "
        "own scores are not published, so they are taken to lie as far apart as their answers allow.",
        NUMBERS,
    ),
    "mean_high": Column("number", "Upper end of the same.", NUMBERS),
    "capped": Column("true or false", "true: read the largest share as: at least.", HIDDEN),
    "method": Column(
        "text", "Of a figure: per person, or: indicative, item means.", "on lines of questions and answers"
    ),
    "k": Column("whole number", "From so many answers on something was shown, as people were told."),
    "uncounted": Column(
        "true or false",
        "true: groups and teams of this round could not be counted, something went wrong on our side; they will not come.",
    ),
}
"""The columns of the results, as CSV, JSON and over the API."""

COMMENTS: Mapping[str, Column] = {
    "round": RESULTS["round"],
    "id": Column("text", "The question that was written to; empty: a comment on the whole form."),
    "team": Column("text", "On whose page it may be shown; empty: the whole organisation's."),
    "team_name": RESULTS["team_name"],
    "text": Column("text", "The words. Their order is random and says nothing."),
}
PROGRAMMES: Mapping[str, Column] = {
    "programme": Column("text", "Reference of the programme."),
    "template": Column("text", "What it runs: the name of a template."),
    "subject": Column("text", "What the programme is about."),
}
ROUNDS: Mapping[str, Column] = {
    "round": RESULTS["round"],
    "programme": PROGRAMMES["programme"],
    "subject": Column("text", "What it is about."),
    "opened_at": Column("instant", "When it opened."),
    "closed_at": Column("instant", "When it closed."),
    "answer_by": Column("instant", "When people were promised an answer."),
    "shared_at": Column("instant", "When they were given one.", "before that"),
    "asked": Column("whole number", "How many people were asked."),
    "sums": Column(
        "whole number",
        "It asked nobody, and holds so many rounds of one cycle together, by team: their answers are counted in both.",
        "a round of its own",
    ),
    "k": RESULTS["k"],
    "uncounted": RESULTS["uncounted"],
}


def _quarterly(name: str, means: str) -> Column:
    """The quarterly table says itself what stands in its columns."""
    kind: Type = "number" if name in ("score", "low", "high") else "text"
    if name == "n" or name.startswith(("count_", "percent_")):
        kind = "whole number"
    empty = {"n": HIDDEN, "subscore": "on lines of scores"}.get(name, NUMBERS)
    return Column(kind, means, "" if name in ("period", "kind", "name", "shown") else empty)


QUARTERLY: Mapping[str, Column] = {name: _quarterly(name, means) for name, means in quarterly.COLUMNS.items()}
TABLES: Mapping[str, Mapping[str, Column]] = {
    "results": RESULTS,
    "comments": COMMENTS,
    "quarterly": QUARTERLY,
    "programmes": PROGRAMMES,
    "rounds": ROUNDS,
}
"""Every table that leaves, by name."""


def rows() -> list[Row]:
    """The dictionary as a table of its own."""
    return [
        {"table": table, "column": name, "type": column.type, "means": column.means, "empty": column.empty or "never"}
        for table, columns in TABLES.items()
        for name, column in columns.items()
    ]
