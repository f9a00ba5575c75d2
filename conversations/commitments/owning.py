"""The turns about who sees to a promise: more is said of it, somebody is asked to take it on, says yes or no."""

from collections.abc import Sequence

from bot.conversation import Message, Person, Turn
from bot.events import Opened, Show, Submitted
from bot.finding import named
from bot.forms import again, only_text
from bot.mishap import Refusal
from bot.promises import Promise
from bot.question import Question
from bot.ui import Card
from conversations.commitments import cards, form, rules
from conversations.commitments import words as w
from storage import commitments, owners, promises, rounds
from storage.work import work_of

DIGITS = 4


async def mine(turn: Turn, ref: str) -> Promise:
    """The promise behind a ref, for whoever may read it; raises Refusal."""
    found = await promises.one(work_of(turn).connection, ref, turn.somebody.id)
    if found is None:
        raise Refusal(turn.words(w.NOT_YOURS))
    return found


async def open_more(turn: Turn, event: Opened) -> Show:
    promise = await _seen_to(turn, event.ref)
    return Show(form.more(turn.words, promise, turn.house, await _asked(turn, promise)))


async def keep_more(turn: Turn, event: Submitted) -> Show:
    """What is left empty stays as it is. Somebody else is asked first, and keeps nothing that they did not accept."""
    promise, connection = await _seen_to(turn, event.ref), work_of(turn).connection
    asked = await _asked(turn, promise)
    who, role = event.values.get(form.WHO, "").strip(), event.values.get(form.ROLE, "").strip()
    errors = rules.too_long(turn.words, event.values, {form.ROLE: form.LONGEST_ROLE, form.WHO: form.LONGEST_NAME})
    people = await owners.called(connection, who) if who and not errors else []
    if who and not errors and len(people) != 1:
        errors[form.WHO] = turn.words(w.SEVERAL if people else w.NOBODY)
    if errors:
        return Show(again(form.more(turn.words, promise, turn.house, asked), event.values, errors))
    chosen = event.values.get(form.MOVES, "").split(",")
    moves = [(each.id, each.subject) for each in asked if each.id in chosen]
    await commitments.describe(connection, promise.ref, _objective(turn, event), moves)
    await _hand_on(turn, promise, people, role)
    return Show(cards.whole(turn.words, await mine(turn, event.ref), turn.words.today(turn.now)))


async def open_offer(turn: Turn, event: Opened) -> Show:
    promise = await _offered(turn, event.ref)
    return Show(form.offer(turn.words, promise, turn.words.today(turn.now)))


async def keep_offer(turn: Turn, event: Submitted) -> Show:
    """A yes makes it theirs from now on; a no is told to its owner alone."""
    promise, connection, today = await _offered(turn, event.ref), work_of(turn).connection, turn.words.today(turn.now)
    said = rules.answered(turn.words, event.values, today)
    if isinstance(said, dict):
        return Show(again(form.offer(turn.words, promise, today), event.values, said))
    me, ref = turn.somebody, promise.ref
    if said is None:
        owner = await owners.decline(connection, ref, me.id)
        if owner is not None:
            cause = f"{ref}:declined:{turn.now.date()}"
            turn.tell(Message(owner, "commitments.declined", ref, cause, counts=False))
        kept = turn.words(w.SAID_NO, owner=named(turn.words, promise.owner))
        return Show(only_text(turn.words, w.OFFER_TITLE, kept))
    await owners.accept(connection, ref, me.id, said, now=turn.now, zone=turn.house.zone)
    return Show(cards.whole(turn.words, await mine(turn, ref), today))


async def draw_offered(turn: Turn, ref: str) -> Card | None:
    """No longer wanted once it was answered."""
    found = await promises.one(work_of(turn).connection, ref, turn.somebody.id)
    return cards.ask_to_take(turn.words, found) if found and found.offered_me else None


async def draw_declined(turn: Turn, ref: str) -> Card | None:
    found = await promises.one(work_of(turn).connection, ref, turn.somebody.id)
    return cards.notice(turn.words, w.DECLINED, found) if found and found.mine and not found.offered else None


async def draw_yours(turn: Turn, ref: str) -> Card | None:
    found = await promises.one(work_of(turn).connection, ref, turn.somebody.id)
    return cards.notice(turn.words, w.FELL, found) if found and found.mine else None


async def _seen_to(turn: Turn, ref: str) -> Promise:
    """For its owner and whoever answers back in that round; raises Refusal for everybody else."""
    promise = await mine(turn, ref)
    if not (promise.mine or promise.answers):
        raise Refusal(turn.words(w.NOT_OWNER, owner=named(turn.words, promise.owner)))
    return promise


async def _offered(turn: Turn, ref: str) -> Promise:
    promise = await mine(turn, ref)
    if not promise.offered_me:
        raise Refusal(turn.words(w.NOT_OFFERED))
    return promise


async def _asked(turn: Turn, promise: Promise) -> tuple[Question, ...]:
    """The questions of its round that have a result."""
    asking = await rounds.question(work_of(turn).connection, promise.round_ref)
    return asking.counted if asking else ()


async def _hand_on(turn: Turn, promise: Promise, people: Sequence[Person], role: str) -> None:
    connection = work_of(turn).connection
    if not people:
        await owners.hold(connection, promise.ref, role)
    elif await owners.offer(connection, promise.ref, people[0].id, role):
        cause = f"{promise.ref}:offered:{turn.now.date()}"
        turn.tell(Message(people[0].id, "commitments.offered", promise.ref, cause))


def _objective(turn: Turn, event: Submitted) -> str:
    """The one that was chosen, by its place in the list; nothing where there is none such."""
    said, listed = event.values.get(form.OBJECTIVE, ""), turn.house.objectives
    return listed[int(said)] if said.isdecimal() and len(said) < DIGITS and int(said) < len(listed) else ""
