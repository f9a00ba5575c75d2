"""Made-up answers: the same from the same seed, different by team and group, moved by the mood, one at a time."""

import tracemalloc
from collections import defaultdict
from statistics import mean, pstdev

import pytest

from storage.ballots import LONGEST_COMMENT
from storage.scores.engagement import engagement
from storage.simulate.comments import HIGH, LOW, MIDDLE, ROUGH
from storage.simulate.moods import MOODS, Mood, MoodName
from storage.simulate.organisation import organisation
from storage.simulate.sheets import NINE, PULSE, Question, Sheet, answers

MADE = organisation(600, 3)
EVERY_KIND = (
    Question("scale", "scale"),
    Question("agreement", "agreement"),
    Question("frequency", "frequency"),
    Question("yes_no", "yes_no"),
    Question("one_of", "one_of", ("a", "b", "c")),
    Question("several_of", "several_of", ("a", "b", "c")),
    Question("text", "text"),
)


def week(number: int, mood: MoodName | Mood = MoodName.steady, seed: int = 3) -> list[Sheet]:
    return list(answers(MADE, PULSE, number, mood=mood, seed=seed))


def scores(sheets: list[Sheet]) -> list[int]:
    return [sheet.given[0] for sheet in sheets if sheet.given and isinstance(sheet.given[0], int)]


def answered(sheets: list[Sheet]) -> float:
    return mean(sheet.given is not None for sheet in sheets)


def test_the_same_seed_says_the_same_and_another_seed_or_week_says_something_else() -> None:
    assert week(1) == week(1)
    assert week(1) != week(2)
    assert week(1) != week(1, seed=4)


def test_each_person_has_one_sheet_whether_they_answer_or_not() -> None:
    sheets = week(0)
    assert [sheet.person for sheet in sheets] == [person.number for person in MADE.people]
    assert 0.3 < answered(sheets) < 0.8
    assert all(not sheet.comment for sheet in sheets if sheet.given is None)


def test_what_somebody_says_does_not_hang_on_who_else_is_asked() -> None:
    some = list(answers(MADE, PULSE, 1, seed=3, asked={5, 50, 500}))
    assert some == [sheet for sheet in week(1) if sheet.person in {5, 50, 500}]


def test_every_kind_of_question_gets_answers_of_its_kind() -> None:
    given = [sheet.given for sheet in answers(MADE, EVERY_KIND, 0, seed=3) if sheet.given]
    columns = [{answer for answer in column if answer is not None} for column in zip(*given, strict=True)]
    assert columns[0] <= set(range(11))
    assert len(columns[0]) > 7
    assert columns[1] == columns[2] == {1, 2, 3, 4, 5}
    assert columns[3] == {True, False}
    assert columns[4] == {"a", "b", "c"}
    assert {choice for choices in columns[5] if isinstance(choices, tuple) for choice in choices} == {"a", "b", "c"}
    assert all(isinstance(words, str) and words for words in columns[6])
    assert any(None in row for row in given)


def test_nine_answers_make_an_engagement_score() -> None:
    rows = [
        tuple(answer if isinstance(answer, int) else None for answer in sheet.given)
        for sheet in answers(MADE, NINE, 0, seed=3)
        if sheet.given
    ]
    found = engagement(rows).overall
    assert found is not None
    assert 4 < found.mean < 8.5
    assert found.deviation > 0.5


@pytest.mark.parametrize(("mood", "sign"), [(MoodName.rising, 1), (MoodName.falling, -1)])
def test_a_mood_drifts(mood: MoodName, sign: int) -> None:
    assert sign * (mean(scores(week(40, mood))) - mean(scores(week(0, mood)))) > 1


def test_shaken_teams_fall_from_the_sixth_week_on_and_the_others_do_not() -> None:
    before, after = team_means(5, MoodName.shaken), team_means(6, MoodName.shaken)
    fallen = [team for team in before if after[team] < before[team] - 2]
    assert 0.08 < len(fallen) / len(before) < 0.4
    calm = [abs(after[team] - before[team]) for team in before if team not in fallen]
    assert mean(calm) < 1.5


def test_divided_teams_differ_more() -> None:
    assert pstdev(team_means(0, MoodName.divided).values()) > 1.5 * pstdev(team_means(0, MoodName.steady).values())


def team_means(number: int, mood: MoodName) -> dict[str, float]:
    """Of teams with at least eight answers, were everybody to answer."""
    teams: dict[str, list[int]] = defaultdict(list)
    by_mood = MOODS[mood]
    everybody = Mood(between=by_mood.between, shaken=by_mood.shaken, responds=1, skips=0)
    for sheet in week(number, everybody):
        if sheet.given and isinstance(sheet.given[0], int):
            teams[sheet.unit].append(sheet.given[0])
    return {team: mean(given) for team, given in teams.items() if len(given) >= 8}


def test_response_rates_differ_by_staff_group() -> None:
    groups = {person.number: person.values[0] for person in MADE.people}
    rates: dict[str, list[bool]] = defaultdict(list)
    for number in range(4):
        for sheet in week(number):
            rates[groups[sheet.person]].append(sheet.given is not None)
    shares = [mean(each) for each in rates.values()]
    assert max(shares) - min(shares) > 0.1


def test_some_moods_are_there_to_be_hard() -> None:
    assert answered(week(0, MoodName.silent)) == 0
    alike = week(9, MoodName.alike)
    assert answered(alike) == 1
    assert len({sheet.given for sheet in alike}) == 1
    said = {sheet.comment for sheet in week(0, MoodName.rough) if sheet.comment}
    assert said & set(ROUGH)


def test_comments_are_plain_and_short_enough_unless_they_mean_harm() -> None:
    said = {sheet.comment for number in range(4) for sheet in week(number) if sheet.comment}
    assert len(said) > 20
    assert not said & set(ROUGH)
    assert all(len(words) <= LONGEST_COMMENT for words in (*said, *ROUGH))
    assert len({*LOW, *MIDDLE, *HIGH, *ROUGH}) == len((*LOW, *MIDDLE, *HIGH, *ROUGH))


def test_every_mood_can_be_chosen() -> None:
    assert set(MOODS) == set(MoodName)
    for mood in MoodName:
        assert len(list(answers(MADE, PULSE, 7, mood=mood, seed=1, asked={1, 2}))) == 2


def test_sheets_are_made_one_at_a_time() -> None:
    tracemalloc.start()
    try:
        before, _ = tracemalloc.get_traced_memory()
        made = sum(1 for number in range(1, 3) for _ in answers(MADE, PULSE, number, seed=3, asked=range(250)))
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert made == 2 * 249
    assert peak - before < 100_000
