"""Invented organisations to attack: harsh random ones from a seed, and every pattern that is known to give people away."""

from collections.abc import Mapping
from dataclasses import dataclass
from random import Random

from storage.disclosure.measures import BOTH_POLES, UNFAVOURABLE, Class, Measure
from storage.disclosure.presets import Preset
from storage.disclosure.release import Close, Round
from storage.disclosure.sheets import Sheet
from storage.disclosure.tree import tree_of
from storage.disclosure.values import Attribute

BANDS = Attribute(
    "band",
    {"all": None, "lower": "all", "upper": "all", "b0": "lower", "b1": "lower", "b2": "upper", "b3": "upper"},
)
FLAT = Attribute("band", {"all": None, "b0": "all", "b1": "all", "b2": "all", "b3": "all"})
CLOSE = Close(b"a secret for tests")


@dataclass(frozen=True, slots=True)
class Organisation:
    """A round with one question, and what was handed in."""

    name: str
    round: Round
    sheets: tuple[Sheet, ...]


def agreement(name: str = "q", sensitive: frozenset[Class] = UNFAVOURABLE, *, factual: bool = False) -> Measure:
    return Measure(name, 1, 5, frozenset({4, 5}), frozenset({1, 2}), sensitive, factual)


def scale(name: str = "q", sensitive: frozenset[Class] = UNFAVOURABLE) -> Measure:
    return Measure(name, 0, 10, frozenset({9, 10}), frozenset(range(7)), sensitive)


def yes_no(name: str = "q", sensitive: frozenset[Class] = UNFAVOURABLE) -> Measure:
    return Measure(name, 0, 1, frozenset({1}), frozenset({0}), sensitive)


def random_organisation(seed: int) -> Organisation:
    """Thirty to sixty people in small teams of one mind, whose bands go with their teams."""
    chance = Random(seed)
    measure = chance.choice([agreement, scale, yes_no])(sensitive=chance.choice([UNFAVOURABLE, BOTH_POLES]))
    parent: dict[str, str | None] = {"org": None}
    sheets = []
    for division in range(chance.randint(2, 3)):
        d = f"d{division}"
        parent[d] = "org"
        for team in (d, *(f"{d}t{number}" for number in range(chance.randint(2, 4)))):
            if team != d:
                parent[team] = d
            mood, own = chance.choice([0.05, 0.3, 0.7, 0.95]), chance.choice(["b0", "b1", "b2", "b3"])
            for _ in range(chance.randint(0, 2) if team == d else chance.randint(1, 9)):
                band = own if chance.random() < 0.7 else chance.choice(["b0", "b0", "b1", "b2", "b3"])
                sheets.append(Sheet(team, {"q": _answer(chance, measure, mood)}, {"band": band}))
    preset = Preset("harsh", chance.choice([5, 5, 10]))
    attribute = chance.choice([BANDS, BANDS, FLAT])
    return Organisation(f"seed {seed}", Round(tree_of(parent), (measure,), preset, (attribute,)), tuple(sheets))


def _answer(chance: Random, measure: Measure, mood: float) -> int:
    """A good answer with this probability, else mostly a poor one."""
    pole = Class.GOOD if chance.random() < mood else Class.POOR if chance.random() < 0.85 else Class.MIDDLE
    return chance.choice(sorted(measure.members(pole) or measure.poor))


def made(
    name: str, parent: Mapping[str, str | None], people: Mapping[tuple[str, str], str], k: int = 5
) -> Organisation:
    """People by node and band, each a letter: g good, m middle, p poor, - no answer."""
    score = {"g": 4, "m": 3, "p": 2, "-": None}
    sheets = tuple(
        Sheet(node, {"q": score[letter]}, {"band": band} if band else {})
        for (node, band), letters in people.items()
        for letter in letters
    )
    preset = Preset("harsh", k)
    return Organisation(name, Round(tree_of(parent), (agreement(sensitive=BOTH_POLES),), preset, (BANDS,)), sheets)


PAIR: Mapping[str, str | None] = {"org": None, "a": "org", "b": "org"}
CHAIN: Mapping[str, str | None] = {"org": None, "a": "org", "aa": "a", "aaa": "aa", "aaaa": "aaa", "b": "org"}
DIVISION: Mapping[str, str | None] = {"org": None, "d": "org", "t1": "d", "t2": "d", "e": "org"}
MIXED = "gpmgpmgpmgpm"

FORCED = (
    made("unanimous team", PAIR, {("a", "b0"): "p" * 12, ("b", "b2"): MIXED * 2}),
    made("all but one", PAIR, {("a", "b0"): "p" * 11 + "g", ("b", "b2"): MIXED * 2}),
    made("all but two", PAIR, {("a", "b0"): "p" * 10 + "gm", ("b", "b2"): MIXED * 2}),
    made("a value of one person", PAIR, {("a", "b0"): MIXED, ("a", "b1"): "p", ("b", "b2"): MIXED, ("b", "b0"): MIXED}),
    made(
        "a manager with two direct reports",
        DIVISION,
        {("d", "b3"): "pp", ("t1", "b0"): MIXED + "pgm", ("t2", "b1"): MIXED + "pp", ("e", "b2"): MIXED * 2},
    ),
    made("a team is a value group", PAIR, {("a", "b0"): MIXED, ("b", "b2"): MIXED, ("b", "b0"): "ppp"}),
    made("teams are value groups", PAIR, {("a", "b0"): MIXED, ("b", "b2"): "p" * 12}),
    made("chains of one child", CHAIN, {("aaaa", "b0"): MIXED, ("aa", "b0"): "pp", ("b", "b2"): MIXED}),
    made("empty teams", CHAIN, {("b", "b2"): "p" * 20}),
    made("everybody answers alike", PAIR, {("a", "b0"): "p" * 20, ("b", "b2"): "p" * 20}),
    made("everybody is content", PAIR, {("a", "b0"): "g" * 20, ("b", "b2"): "g" * 20}),
    made("one person answers", PAIR, {("a", "b0"): "p", ("b", "b2"): "-" * 20}),
    made("nobody answers", PAIR, {("a", "b0"): "-" * 20, ("b", "b2"): "-" * 20}),
    made("some say no value", PAIR, {("a", "b0"): MIXED, ("a", ""): "p", ("b", "b2"): MIXED, ("b", ""): "p"}),
    made("the rest is of one mind", PAIR, {("a", "b0"): MIXED + "gmp", ("org", "b2"): "p" * 10}, k=10),
)
EVERY = (*FORCED, *(random_organisation(seed) for seed in range(60)))
