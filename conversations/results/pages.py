"""The pages behind a round that are about teams and about time."""

from collections.abc import Mapping

from bot.falls import cut
from bot.limits import OPTION
from bot.question import Question, spoken
from bot.ui import Block, Choice, Facts, Field, Form, Note, Open, Picture, Text
from bot.words import Words
from conversations.results import groups as by_group
from conversations.results import words as w
from conversations.results.cards import back
from conversations.results.choices import QUESTION, choosing, numbered, page, place, which
from conversations.results.evenly import even
from conversations.results.measures import measure_name
from conversations.results.over_time import Series, over_time
from conversations.results.teams import Table, called, figures, heat, in_order, on_page, pages, support
from storage.disclosure.presets import SMALL, SMALL_UNDER
from storage.rounds import Asking
from storage.snapshot import WHOLE, Teams

WHOSE = "whose"
MOST_LISTED = 10


def teams(words: Words, asking: Asking, tree: Teams, table: Table, *, part: int, earlier: bool = False) -> Form:
    """Teams by questions, then by the options of each that has any, sixteen by six at most; *More* leads to the next ones.
    `earlier`: there is a round before this one to compare it with."""
    many = pages(asking, tree)
    if asking.preset == SMALL.name or not many:
        small = words(w.NO_TEAMS, n=SMALL_UNDER) if asking.preset == SMALL.name else words(w.NO_FIGURES)
        return page(words, asking, (Text(small),), (back(words, asking),))
    part = part if part < many else 0
    more = Open(words(w.MORE), "results.teams", asking.round_ref, choice=str((part + 1) % many))
    compare = (Open(words(w.HELPED_BUTTON), "results.helped", asking.round_ref),) if earlier else ()
    who = (_support(words, asking),) if figures(asking) else ()
    ways = (*((more,) if many > 1 else ()), *who, *compare, back(words, asking))
    right = on_page(asking, part)
    prompt = (Text(spoken(right.questions[0].prompt, words.language)),) if right.options else ()
    drawn = Picture(heat(words, asking, tree, table, page=part))
    return page(words, asking, (*prompt, drawn, *even(words, asking, tree, table)), ways)


def who_needs_support(words: Words, asking: Asking, tree: Teams, table: Table, *, chosen: Mapping[str, str]) -> Form:
    """The shown teams in a fair order, for one question."""
    asked = figures(asking)
    if not asked:
        return page(words, asking, (Text(words(w.NO_FIGURES)),), (back(words, asking),))
    question = asked[place(chosen.get(QUESTION, ""), len(asked))]
    listed = support(words, question, tree, table)
    found: tuple[Block, ...] = (Text(words(w.SUPPORT_NONE)),)
    if listed:
        what = words(w.SUPPORT_WHAT, what=_share_of(words, question))
        prompt = Text(spoken(question.prompt, words.language))
        first = (Note(words(w.SUPPORT_FIRST, most=MOST_LISTED, of=len(listed))),) if len(listed) > MOST_LISTED else ()
        found = (prompt, Note(what), Facts(tuple(listed[:MOST_LISTED])), *first, Note(words(w.SUPPORT_TEXT)))
    form = page(words, asking, found, (Open(words(w.TEAMS), "results.teams", asking.round_ref), back(words, asking)))
    fields = (which(words, asked),) if len(asked) > 1 else ()
    return choosing(words, form, asking.round_ref, "results.support", fields=fields, chosen=chosen)


def groups(words: Words, asking: Asking, table: Table, *, part: int, chosen: Mapping[str, str]) -> Form:
    """A round by what people said about themselves: all questions, table by table, or one of them with its figures."""
    detail = asking.by
    ways: tuple[Open, ...] = (back(words, asking),)
    if detail is None or not asking.counted:
        return page(words, asking, (Text(words(w.NOT_BY_GROUPS)),), ways)
    if not any(table.values()):
        return page(words, asking, by_group.none_shown(words, asking, detail), ways)
    every = [None] if len(figures(asking)) > 1 else []
    looks: list[Question | None] = [*every, *asking.counted]
    one = looks[place(chosen.get(QUESTION, ""), len(looks))]
    if one is None:
        many = by_group.tables(asking)
        part = part if part < many else 0
        more = Open(words(w.MORE), "results.groups", asking.round_ref, choice=str((part + 1) % many))
        blocks = by_group.all_questions(words, asking, detail, table, page=part)
        ways = ((more,) if many > 1 else ()) + ways
    else:
        blocks = by_group.one_question(words, asking, detail, table, asked=one)
    prompts = [cut(spoken(each.prompt, words.language), OPTION) if each else words(w.ALL_QUESTIONS) for each in looks]
    fields = (Choice(QUESTION, words(w.QUESTION), numbered(prompts)),) if len(looks) > 1 else ()
    form = page(words, asking, blocks, ways)
    return choosing(words, form, asking.round_ref, "results.groups", fields=fields, chosen=chosen)


def chosen_in(asking: Asking, tree: Teams, chosen: Mapping[str, str]) -> tuple[Question, str] | None:
    """Which question, and whose answers; None where nothing can be followed over time."""
    asked, whose = figures(asking), [WHOLE, *in_order(tree)]
    if not asked:
        return None
    question = asked[place(chosen.get(QUESTION, ""), len(asked))]
    return question, whose[place(chosen.get(WHOSE, ""), len(whose))]


def time(words: Words, asking: Asking, tree: Teams, series: Series, *, chosen: Mapping[str, str]) -> Form:
    """One question over its rounds, for everybody or for one team."""
    found = chosen_in(asking, tree, chosen)
    if found is None:
        return page(words, asking, (Text(words(w.NO_FIGURES)),), (back(words, asking),))
    question, node = found
    whose = tree.names.get(node) or words(w.EVERYBODY)
    chart = over_time(words, question, series, whose, team=node != WHOLE)
    drawn = Picture(chart) if chart else Text(words(w.TOO_SOON))
    form = page(words, asking, (drawn,), (back(words, asking),))
    fields: tuple[Field, ...] = (which(words, figures(asking)),) if len(figures(asking)) > 1 else ()
    fields += (_whose(words, tree),) if asking.preset != SMALL.name and len(tree.parent) > 1 else ()
    return choosing(words, form, asking.round_ref, "results.over_time", fields=fields, chosen=chosen)


def _whose(words: Words, tree: Teams) -> Choice:
    names = called(tree)
    return Choice(WHOSE, words(w.WHOSE), numbered([words(w.EVERYBODY), *(names[key] for key in in_order(tree))]))


def _support(words: Words, asking: Asking) -> Open:
    return Open(words(w.SUPPORT_BUTTON), "results.support", asking.round_ref)


def _share_of(words: Words, question: Question) -> str:
    """What the good answers are, as a share: also where the usual figure is an average."""
    if question.kind != "scale":
        return measure_name(words, question)
    return words(w.LOW_SHARE if question.reversed else w.TOP_SHARE)
