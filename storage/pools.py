"""What people said to one question, as it can be put under themes: a question that is counted, or one of a practice."""

from collections import Counter
from collections.abc import Mapping
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import bindparam, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.conversation import Person
from bot.programme import Intent
from bot.question import Question, Spoken
from bot.theming import Said, Told, told
from bot.values import dataclass, field
from storage import happenings, rounds, sorters, themes
from storage.given import GivenRow
from storage.happenings import Happening
from storage.loop import CommentRow, ContributionRow
from storage.people import PersonRow
from storage.prepared import prepared
from storage.rounds import Asking
from storage.themes import Theme

COMMENT, SAID = "comment", "said"
SORT_BY, PUBLISHED, SORTERS = "sort_by", "published", "sorters"
FEWEST = 5
"""So many people must have said something in confidence before anybody reads a word of it."""
UNDER_WAY = ("open", "closed")


@dataclass(frozen=True, slots=True)
class Counts:
    """How many comments are under each theme, by its ref, and under none; whether a machine put some there unchecked."""

    many: Mapping[str, int]
    unplaced: int
    machine: bool


@dataclass(frozen=True, slots=True)
class Pool:
    """`asked` is the ref of the question, `number` its internal one; `ref` is what buttons carry for all of it. `subject` is
    what it is about. Of a practice: `prompt` is what was asked, `by` when it is to be sorted, `intent` what it is for,
    `published` what was told when it was answered back. It can be sorted in the stages `while_in`, by whoever promised the
    answer, and by `others` together with them."""

    asked: str
    number: int
    ref: str
    round: int
    stage: str
    voice: Literal["unlinked", "named", "confidential"]
    answerer: int
    answerer_name: str
    threshold: int
    subject: Spoken
    questions: tuple[Question, ...] = ()
    prompt: Spoken = field(default_factory=dict)
    by: datetime | None = None
    while_in: tuple[str, ...] = ("closed",)
    intent: Intent | None = None
    published: Counts | None = None
    hidden: bool = False
    circle: int = 0
    others: tuple[Person, ...] = ()

    @property
    def sorters(self) -> tuple[str, ...]:
        """The names of all who sort, whoever promised the answer first."""
        return (self.answerer_name, *(each.name for each in self.others))

    def may_sort(self, person: int) -> bool:
        return person == self.answerer or any(person == each.id for each in self.others)

    @property
    def k(self) -> int:
        """From so many on a theme is told with its number: what was said with names is shown as it was said."""
        return 1 if self.voice == "named" else self.threshold


_COMMENTS = prepared(
    select(CommentRow.id, CommentRow.text).where(CommentRow.moment_id == bindparam("on")).order_by(CommentRow.id)
)
_MANY = prepared(select(func.count().label("many")).where(CommentRow.moment_id == bindparam("on")))
_NAMED = prepared(
    select(ContributionRow.ref, ContributionRow.value)
    .where(ContributionRow.moment_id == bindparam("on"))
    .order_by(ContributionRow.ref)
)
# In the order of their random refs, which is one that says nothing.
_GIVEN = prepared(
    select(GivenRow.ref, GivenRow.value, PersonRow.name.label("by"))
    .outerjoin(PersonRow, PersonRow.id == GivenRow.person_id)
    .where(GivenRow.happening_id == bindparam("on"))
    .order_by(GivenRow.ref)
)
_HOW_MANY = prepared(select(func.count().label("many")).where(GivenRow.happening_id == bindparam("on")))


def of_asking(asking: Asking) -> Pool:
    """What was said to a question that is counted, or asked with names."""
    return Pool(
        asked=asking.urn.ref,
        number=asking.urn.id,
        ref=asking.round_ref,
        round=asking.round,
        stage=asking.stage,
        voice=asking.voice,
        answerer=asking.answerer,
        answerer_name=asking.answerer_name,
        threshold=asking.threshold,
        subject=asking.subject,
        questions=asking.questions,
    )


def of_ask(one: Happening, others: tuple[Person, ...] = ()) -> Pool | None:
    """What was said to an ASK of a practice, if it is over and to be sorted. Before it is over nobody begins: whoever speaks
    last must not stand alone."""
    if one.kind != "ASK" or not one.closed or SORT_BY not in one.spec:
        return None
    return Pool(
        asked=one.on.ref,
        number=one.on.id,
        ref=one.on.ref,
        round=one.round,
        stage=one.stage,
        voice="named" if one.on.voice == "named" else "confidential",
        answerer=one.answerer,
        answerer_name=one.answerer_name,
        threshold=one.threshold,
        subject=one.spec["title"],
        prompt=one.spec["prompt"],
        by=datetime.fromisoformat(one.spec[SORT_BY]),
        while_in=UNDER_WAY,
        intent=one.spec["intent"],
        published=Counts(**one.spec[PUBLISHED]) if PUBLISHED in one.spec else None,
        hidden=one.hidden,
        circle=one.circle,
        others=others,
    )


async def with_others(connection: AsyncConnection, one: Happening) -> Pool | None:
    """The same, with everybody who sorts it."""
    return of_ask(one, await sorters.of(connection, one.on.id))


async def readers(connection: AsyncConnection, one: Happening) -> tuple[str, ...]:
    """Who reads what is said to this question in confidence, by name: it is on its card before anybody speaks."""
    others = await sorters.of(connection, one.on.id) if one.spec.get(SORTERS) else ()
    return (one.answerer_name, *(each.name for each in others))


async def behind(connection: AsyncConnection, ref: str) -> Pool | None:
    """What can be sorted behind the ref of a question or of its round, for whomever; callers check who reads it."""
    if asking := await rounds.question(connection, ref):
        return of_asking(asking)
    one = await happenings.behind(connection, ref)
    return await with_others(connection, one) if one else None


async def to_sort(connection: AsyncConnection, person: int) -> list[Pool]:
    """What waits to be sorted by this person, who promised to answer or sorts with whoever did: of practices only what was
    asked for."""
    asked = [of_asking(each) for each in await rounds.to_answer(connection, person)]
    over = await happenings.over_for(connection, person)
    begun = {each.on.id: await with_others(connection, each) for each in over if SORT_BY in each.spec}
    return [*asked, *(each for each in begun.values() if each and each.may_sort(person))]


async def said_in(connection: AsyncConnection, pool: Pool) -> dict[str, str]:
    """What may be sorted, by random id and in that order, without names: released comments, or what was said in words. In
    confidence: nothing at all below `FEWEST` people, for ever (P5)."""
    if pool.voice == "unlinked":
        return {row.id: row.text for row in await _COMMENTS.rows(connection, on=pool.number)}
    if pool.prompt:
        given = await _GIVEN.rows(connection, on=pool.number)
        enough = pool.voice == "named" or len(given) >= FEWEST
        return {row.ref: str(row.value[SAID]) for row in given} if enough else {}
    rows = await _NAMED.rows(connection, on=pool.number)
    spoken = {row.ref: _in_words(pool.questions, row.value) for row in rows}
    return {ref: text for ref, text in spoken.items() if text}


async def who_said(connection: AsyncConnection, pool: Pool) -> dict[str, str]:
    """Beside what was said with a name in a practice: whose it is, by the same ids."""
    if not pool.prompt or pool.voice != "named":
        return {}
    return {row.ref: row.by for row in await _GIVEN.rows(connection, on=pool.number) if row.by}


async def how_many(connection: AsyncConnection, pool: Pool) -> int:
    """How many comments there are to sort; none where nobody may read them."""
    if pool.voice == "named" and not pool.prompt:
        return len(await said_in(connection, pool))
    found = await (_HOW_MANY if pool.prompt else _MANY).first(connection, on=pool.number)
    many = int(found.many) if found else 0
    return many if pool.voice != "confidential" or many >= FEWEST else 0


async def told_of(connection: AsyncConnection, pool: Pool) -> Told | None:
    """What everybody who was asked may know of the themes; None where nobody sorted."""
    found = await themes.themes_of(connection, pool.asked)
    if not found:
        return None
    counts = pool.published or await counts_of(connection, pool, found)
    whole = [each for each in themes.whole(found) if each.title]
    ended = [
        Said(each.title, each.how, each.reason, counts.many.get(each.ref, 0), each.due_on) for each in whole if each.how
    ]
    return told(ended, counts.unplaced, pool.k, sorted_by=pool.sorters, by_machine=counts.machine)


async def counts_of(connection: AsyncConnection, pool: Pool, found: dict[str, Theme]) -> Counts:
    """As it is now. What is under a theme that has no ending or no name yet counts as under none."""
    texts, links = await said_in(connection, pool), await themes.links_of(connection, pool.asked)
    under = {id_: each.theme for id_, each in links.items() if id_ in texts and each.theme in found}
    roots = Counter(themes.root(found, theme) for theme in under.values())
    many = {ref: number for ref, number in roots.items() if found[ref].title and found[ref].how}
    machine = any(links[id_].by == "machine" for id_ in under)
    return Counts(many, len(texts) - sum(many.values()), machine)


def _in_words(questions: tuple[Question, ...], value: Mapping[str, Any]) -> str:
    """What was said in words: answers to questions that ask for them, and the comment."""
    said = [value[each.id] for each in questions if each.kind == "text" and value.get(each.id)]
    return "\n".join([*said, *([value[COMMENT]] if value.get(COMMENT) else [])])
