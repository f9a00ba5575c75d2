"""One question over all rounds that asked it, as a control chart: is it more than chance?"""

from collections.abc import Sequence
from datetime import datetime

from bot.chart_limits import NUMBER, POINTS, TITLE
from bot.charts import Axis, ControlChart, Flag, Mark, Phase, Point, Variation, marks
from bot.falls import cut
from bot.finding import Cell
from bot.question import Question, spoken
from bot.words import Sentence, Words
from conversations.results import words as w
from conversations.results.measures import better, figure, measure_name, said
from storage.scores import signals, spc

Series = Sequence[tuple[datetime, Cell | None]]
"""When each form closed, the oldest first, and its published result or a gap."""

FLAGS: tuple[tuple[Flag, Sentence], ...] = (
    ("outside", w.FLAG_OUTSIDE),
    ("trend", w.FLAG_TREND),
    ("two_of_three", w.FLAG_TWO),
    ("run", w.FLAG_RUN),
)


def over_time(words: Words, question: Question, series: Series, whose: str, *, team: bool) -> ControlChart | None:
    """None where no two neighbouring rounds can be shown. A team's chart raises no flag before its limits settle: of
    hundreds of such charts some always look striking by chance."""
    newest = series[-POINTS:]
    heights = [None if cell is None else figure(question, cell) for _, cell in newest]
    chart = spc.chart(heights, spc.Options(better(question)))
    if not chart.parts or chart.parts[-1].limits is None:
        return None
    flags = [None] * len(newest) if team and chart.trial else chart.flags
    days = [words.short_day(at) for at, _ in newest]
    points = tuple(
        _point(words, question, value, flag, label=day)
        for day, value, flag in zip(days, chart.points, flags, strict=True)
    )
    subject = spoken(question.subject, words.language)
    return ControlChart(
        title=cut(words(w.CHART_TITLE, subject=subject, whose=whose), TITLE),
        finding=_finding(words, chart),
        axis=_axis(words, question, chart),
        points=points,
        phases=(_phase(words, question, chart.parts[-1].limits),),
        variation="common_cause" if chart.trial else _variation(chart),
        variation_said="" if chart.trial or chart.points[-1] is None else _verdict(words, chart),
        trial=words(w.TRIAL, n=chart.parts[-1].basis, settled=spc.TRIAL_BELOW) if chart.trial else "",
        key=tuple((flag, words(name)) for flag, name in FLAGS if any(point.flag == flag for point in points)),
        note=words(w.CHART_NOTE) if None in chart.points else "",
    )


def _point(words: Words, question: Question, value: float | None, flag: signals.Flag | None, *, label: str) -> Point:
    written = words(w.HIDDEN) if value is None else said(words, question, value)
    return Point(label, cut(written, NUMBER), value, flag.rule if flag else "none", spc.sense(flag, better(question)))


def _finding(words: Words, chart: spc.Chart) -> str:
    if chart.points[-1] is None:
        return words(w.GAP)
    return words(w.EARLY, n=chart.parts[-1].basis) if chart.trial else _verdict(words, chart)


def _verdict(words: Words, chart: spc.Chart) -> str:
    match chart.variation:
        case "special_cause_improvement":
            return words(w.BETTER)
        case "special_cause_concern":
            return words(w.WORSE)
        case _:
            return words(w.STEADY)


def _variation(chart: spc.Chart) -> Variation:
    match chart.variation:
        case "special_cause_improvement":
            return "improvement_high" if chart.high else "improvement_low"
        case "special_cause_concern":
            return "concern_high" if chart.high else "concern_low"
        case _:
            return "common_cause"


def _phase(words: Words, question: Question, limits: signals.Limits) -> Phase:
    return Phase(
        0,
        Mark(limits.mean, words(w.MEAN_LINE, value=said(words, question, limits.mean))),
        Mark(limits.lower, words(w.LOWER, value=said(words, question, limits.lower))),
        Mark(limits.upper, words(w.UPPER, value=said(words, question, limits.upper))),
    )


def _axis(words: Words, question: Question, chart: spc.Chart) -> Axis:
    limits = chart.parts[-1].limits
    heights = [value for value in chart.points if value is not None]
    heights += [limits.lower, limits.upper] if limits else []

    def written(value: float, digits: int) -> str:
        return words.number(value, digits) if question.kind == "scale" else words.percent(round(value))

    return Axis(measure_name(words, question), words(w.CLOSED_ON), marks(min(heights), max(heights), written))
