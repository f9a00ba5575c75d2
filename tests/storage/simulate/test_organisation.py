"""Made-up organisations of every size hold together, and are the same from the same seed."""

from collections import Counter

import pytest

from storage.simulate.chance import bell, chance, pick
from storage.simulate.organisation import Organisation, organisation
from storage.simulate.places import CHARITIES, HOSPITALS, OFFICE_GROUPS

SIZES = (1, 2, 3, 7, 30, 59, 60, 61, 200, 1000, 2500)


@pytest.fixture(scope="module", params=SIZES)
def made(request: pytest.FixtureRequest) -> Organisation:
    return organisation(request.param, 7)


def test_everybody_has_a_number_a_unit_and_a_value_of_each_attribute(made: Organisation) -> None:
    keys = {unit.key for unit in made.units}
    assert [person.number for person in made.people] == list(range(1, len(made.people) + 1))
    assert {person.unit for person in made.people} <= keys
    assert {len(person.values) for person in made.people} == {len(made.attributes)}
    assert all(all(person.values) and person.name for person in made.people)


def test_units_make_one_tree_in_which_parents_stand_before_children(made: Organisation) -> None:
    seen = [""]
    for unit in made.units:
        assert unit.parent in seen
        seen.append(unit.key)
    assert [unit.key for unit in made.units if not unit.parent] == ["all"]
    assert len(set(seen)) == len(seen)
    assert len({unit.name for unit in made.units}) == len(made.units)


def test_every_team_has_somebody(made: Organisation) -> None:
    parents, staffed = {unit.parent for unit in made.units}, {person.unit for person in made.people}
    assert [unit.key for unit in made.units if unit.key not in parents | staffed] == []


@pytest.mark.parametrize("people", SIZES)
def test_an_organisation_has_exactly_so_many_people(people: int) -> None:
    assert len(organisation(people, 3).people) == people


def test_the_same_seed_makes_the_same_and_another_makes_another() -> None:
    assert organisation(80, 5) == organisation(80, 5)
    assert organisation(80, 5) != organisation(80, 6)


def test_a_charity_of_thirty_has_a_few_teams_and_a_hospital_has_divisions_services_and_wards() -> None:
    charity, hospital = organisation(30, 2), organisation(2500, 2)
    assert charity.name in CHARITIES
    assert {unit.parent for unit in charity.units} == {"", "all"}
    assert hospital.name in HOSPITALS
    depth = {"": 0}
    for unit in hospital.units:
        depth[unit.key] = depth[unit.parent] + 1
    assert max(depth.values()) == 4


def test_an_organisation_has_the_patterns_that_are_hard_to_hide() -> None:
    made = organisation(1000, 1)
    sizes = Counter(person.unit for person in made.people)
    parents = {unit.parent for unit in made.units}
    assert any(sizes[unit.key] in (1, 2) for unit in made.units if unit.key in parents), (
        "a lead with few direct reports"
    )
    assert min(sizes.values()) == 1
    assert max(sizes.values()) > 25
    rare = Counter(person.values[0] for person in made.people)
    assert min(rare.values()) < max(rare.values()) / 3


def test_offices_have_no_nurses() -> None:
    made = organisation(1000, 1)
    divisions, names = made.divisions(), {unit.key: unit.name for unit in made.units}
    groups = {person.values[0] for person in made.people if names[divisions[person.unit]] == "Offices"}
    assert groups
    assert groups <= set(OFFICE_GROUPS)


def test_people_are_listed_by_division_team_and_value() -> None:
    made = organisation(100, 1)
    listed = list(made.listed("staff group"))
    assert [each.person for each in listed] == [person.number for person in made.people]
    assert {len(each.stratum) for each in listed} == {3}
    assert listed[0].stratum == (made.divisions()[made.people[0].unit], made.people[0].unit, made.people[0].values[0])


def test_nobody_is_no_organisation() -> None:
    with pytest.raises(ValueError, match="at least one person"):
        organisation(0, 1)


def test_chance_repeats_itself_and_spreads() -> None:
    first, again, other = chance(1, "a"), chance(1, "a"), chance(1, "b")
    drawn = [next(first) for _ in range(2000)]
    assert drawn == [next(again) for _ in range(2000)]
    assert drawn[:20] != [next(other) for _ in range(20)]
    assert 0 < min(drawn) < max(drawn) < 1
    assert abs(sum(drawn) / 2000 - 0.5) < 0.03
    assert abs(sum(map(bell, drawn)) / 2000) < 0.1
    assert {pick(each, ("x", "y")) for each in drawn} == {"x", "y"}
