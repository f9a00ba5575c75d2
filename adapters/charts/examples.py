"""Charts of a made-up trust, to be looked at on the contact sheet and drawn in tests."""

from dataclasses import replace

from bot.charts import (
    Axis,
    Bar,
    Cell,
    Chart,
    ControlChart,
    Distribution,
    Estimate,
    Event,
    Flag,
    HeatTable,
    Mark,
    Phase,
    Point,
    Row,
    Tone,
    Trend,
    marks,
)

HIDDEN = "not enough answers to show"
SUMMER = "4 Jun,11 Jun,18 Jun,25 Jun,2 Jul,9 Jul,16 Jul,23 Jul,30 Jul,6 Aug,13 Aug,20 Aug"
AUTUMN = "27 Aug,3 Sep,10 Sep,17 Sep,24 Sep,1 Oct,8 Oct,15 Oct,22 Oct,29 Oct,5 Nov,12 Nov"
WEEKS = tuple(f"{SUMMER},{AUTUMN}".split(","))
BEFORE = (6.1, 5.8, 6.3, 6.0, 5.6, 6.2, 5.9, None, 6.4, 6.0, 5.7, 6.1)
SINCE = (6.9, 7.2, 6.8, 7.1, 7.4, 7.0, 7.3, 7.6, 7.2, 7.5, 7.1, 7.4)
STEADY = (6.8, 7.1, 6.9, 7.2, 7.0, 6.7, 7.3, 6.9, 7.1, 6.8, 7.2, 7.0)
FALLING = (62, 63, 61, 62, 64, 62, 63, 61, 45)


def examples() -> dict[str, Chart]:
    """One or two of each kind."""
    return {
        "a change that lasts": changed(),
        "a new level": rebased(),
        "new, and falling": falling(),
        "nothing but chance": steady(),
        "trend with a gap": trend(),
        "trend with promises": promised(),
        "three answers": promoters(),
        "long answers": reasons(),
        "teams by questions": teams(),
        "many teams": many_teams(),
    }


def changed() -> ControlChart:
    """Limits from the time before, one hidden week, and a run above the average since then."""
    values = (*BEFORE, *SINCE)
    points = [Point(week, _tenth(value), value) for week, value in zip(WEEKS, values, strict=True)]
    for place in range(11, len(points)):
        flag: Flag = "outside" if (values[place] or 0) > 7.04 else "run"
        points[place] = replace(points[place], flag=flag, sense="improvement")
    return ControlChart(
        title="Motivation, Ward 7, week by week",
        finding="Motivation on Ward 7 rose from 6.0 to 7.2 when the new rota came, and has stayed there for 12 weeks.",
        axis=Axis("Average, 0 to 10", "Week", marks(4, 9, _written)),
        points=tuple(points),
        phases=(Phase(0, Mark(6.01, "Average 6.0"), Mark(4.97, "Lower limit 5.0"), Mark(7.04, "Upper limit 7.0")),),
        target=Mark(7.5, "Target 7.5"),
        variation="improvement_high",
        variation_said="Getting better: more than chance would bring",
        assurance="consistent_fail",
        assurance_said="By the old limits the target is out of reach",
        key=(("outside", "outside the limits"), ("run", "seven or more in a row on one side")),
        note="Between 18 and 26 of 31 answered each week. One week had not enough answers to show.",
    )


def rebased() -> ControlChart:
    """The same weeks with limits of their own since the change: a new level, and nothing stands out on it."""
    old = Phase(0, Mark(6.01, "Average 6.0"), Mark(4.97, "Lower limit 5.0"), Mark(7.04, "Upper limit 7.0"))
    new = Phase(12, Mark(7.21, "Average 7.2"), Mark(6.31, "Lower limit 6.3"), Mark(8.1, "Upper limit 8.1"), "New rota")
    return replace(
        changed(),
        finding="Since the new rota motivation on Ward 7 has settled at 7.2; before, it was 6.0.",
        points=tuple(replace(point, flag="none", sense="common") for point in changed().points),
        phases=(old, new),
        variation="common_cause",
        variation_said="Nothing stands out",
        assurance="inconsistent",
        assurance_said="The target is met in some weeks and not in others",
        key=(),
    )


def falling() -> ControlChart:
    """Few points, trial limits, one outside."""
    points = [Point(week, f"{value}%", value) for week, value in zip(WEEKS[-9:], FALLING, strict=True)]
    points[8] = replace(points[8], flag="outside", sense="concern")
    return ControlChart(
        title="Would recommend this as a place to work, Theatres",
        finding="Fewer people in Theatres would recommend working here: 45% in the newest week, less than chance explains.",
        axis=Axis("Share who agree", "Week", marks(40, 80, lambda value, _: f"{value:.0f}%")),
        points=tuple(points),
        phases=(Phase(0, Mark(60.3, "Average 60%"), Mark(51.4, "Lower limit 51%"), Mark(69.3, "Upper limit 69%")),),
        target=Mark(75, "Target 75%"),
        variation="concern_low",
        variation_said="Getting worse: less than chance would bring",
        assurance="consistent_fail",
        assurance_said="The target is out of reach as things are",
        trial="These limits are a first trial: they rest on 9 weeks, and settle from 12 on.",
        key=(("outside", "outside the limits"),),
    )


def steady() -> ControlChart:
    """No special cause and no target."""
    return ControlChart(
        title="Engagement, all staff, week by week",
        finding="No clear change: engagement moves between 6.2 and 7.8, as chance would have it.",
        axis=Axis("Average, 0 to 10", "Week", marks(6, 8, _written)),
        points=tuple(Point(week, _tenth(value), value) for week, value in zip(WEEKS[:12], STEADY, strict=True)),
        phases=(Phase(0, Mark(7.0, "Average 7.0"), Mark(6.18, "Lower limit 6.2"), Mark(7.82, "Upper limit 7.8")),),
        variation_said="Nothing stands out",
        note="812 of 1,204 answered in the last round.",
    )


def trend() -> Trend:
    """A gap in the middle, and a point alone."""
    shares = (54, 57, 55, None, 61, None, 60, 64, 63, 68)
    points = tuple(
        Estimate(week, f"{share}%", share, share - 9, share + 8) if share else Estimate(week, HIDDEN, None)
        for week, share in zip(WEEKS[:10], shares, strict=True)
    )
    return Trend(
        title="“I can suggest how we work”, Medicine",
        finding="In Medicine 68% can now suggest how the work is done; in June it was 54%.",
        axis=Axis("Share who agree", "Week", marks(40, 80, lambda value, _: f"{value:.0f}%")),
        points=points,
        target=Mark(70, "Target 70%"),
        interval_said="The true share probably lies in the band.",
        note="Where the line is broken there were not enough answers to show.",
    )


def promised() -> Trend:
    """The same, with a promise when it was made and when it was done, and another one on the same days."""
    events = (
        Event(2.4, "1", "promised on 20 June: Rotas four weeks ahead."),
        Event(2.5, "2", "promised on 21 June: Hot food at night."),
        Event(6.6, "1 done", "done on 20 July: Rotas four weeks ahead."),
    )
    return replace(trend(), events=events)


def promoters() -> Distribution:
    """Classes with their own colours."""
    return Distribution(
        title="How likely are you to recommend us as a place to work?",
        finding="41% would recommend us and 24% would not, which makes a score of +17.",
        across="",
        bars=(
            Bar("9 or 10", "41%", 0.41, "good"),
            Bar("7 or 8", "35%", 0.35, "middle"),
            Bar("0 to 6", "24%", 0.24, "poor"),
        ),
        note="812 answers, October 2026",
    )


def reasons() -> Distribution:
    """Names that need a line of their own."""
    return Distribution(
        title="What would help most on night shifts?",
        finding="Hot food is what most people on nights ask for.",
        across="Share of those who answered",
        bars=(
            Bar("Hot food between midnight and four", "46%", 0.46),
            Bar("A quiet room for breaks", "27%", 0.27),
            Bar("Parking near the entrance", "19%", 0.19),
            Bar("Something else", "8%", 0.08),
            Bar("None of these", "0%", 0.0),
        ),
        note="96 answers",
    )


KEY: tuple[tuple[Tone, str], ...] = (("good", "good"), ("middle", "middling"), ("poor", "poor"))


def teams() -> HeatTable:
    """Two teams hidden in part or altogether."""
    return HeatTable(
        title="October 2026, average of each question, 0 to 10",
        finding="Workload is the sore point: it is poor in three of the four teams that can be shown.",
        corner="Team",
        columns=("Workload", "Support", "Say in the work", "Breaks"),
        rows=(
            Row("Emergency", (_cell(3.9), _cell(7.1), _cell(5.8), _cell(3.2))),
            Row("Maternity", (_cell(4.4), _cell(7.8), _cell(7.2), _cell(5.5))),
            Row("Pharmacy", (None, None, None, None)),
            Row("Theatres", (_cell(4.7), _cell(6.2), None, _cell(4.1))),
            Row("Ward 7", (_cell(6.3), _cell(8.2), _cell(7.6), _cell(7.0))),
        ),
        key=KEY,
        hidden_said=HIDDEN,
        note="Good is 7 or more, poor is below 5.",
    )


def many_teams() -> HeatTable:
    """As many rows and columns as one table may have."""
    rows = tuple(
        Row(f"Ward {10 + n}", tuple(_cell((n * 7 + c * 5) % 60 / 10 + 3) for c in range(6))) for n in range(16)
    )
    columns = ("Workload", "Support", "Say", "Breaks", "Safety", "Communication")
    return HeatTable(
        "October 2026, average of each question, 0 to 10",
        "Answers differ more between questions than between wards.",
        "Team",
        columns,
        rows,
        KEY,
        HIDDEN,
    )


def _cell(value: float) -> Cell:
    tone: Tone = "good" if value >= 7 else "poor" if value < 5 else "middle"
    return Cell(f"{value:.1f}", tone, f"{round(value * 9)} answers")


def _tenth(value: float | None) -> str:
    return HIDDEN if value is None else f"{value:.1f}"


def _written(value: float, digits: int) -> str:
    return f"{value:.{digits}f}"
