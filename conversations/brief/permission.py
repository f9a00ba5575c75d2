"""Who may answer, draft or read a brief: asked of the database each time, and a refusal says what to do instead."""

from collections.abc import Sequence

from bot.briefs import Thing
from bot.conversation import Turn
from bot.endings import How, ways
from bot.finding import named
from bot.mishap import Refusal
from conversations.brief import words as w
from conversations.brief.rules import Acting
from storage import answered, briefs, delegates, directory, happenings
from storage.happenings import UNTIL_SHARED, Happening
from storage.work import work_of

DIGITS = 3
VOID = "void"


async def brief(turn: Turn, ref: str) -> tuple[Happening, bool]:
    """A brief, for whoever answers it or drafts for them, and which of the two; raises Refusal."""
    one = await _behind(turn, ref)
    if one.answerer == turn.somebody.id:
        return one, False
    if await drafts(turn, one):
        return one, True
    raise Refusal(turn.words(w.NOT_YOURS, answerer=named(turn.words, one.answerer_name)))


async def readable(turn: Turn, ref: str) -> tuple[Happening, bool]:
    """A brief, for whoever answers it, drafts it, or is in the circle that it is for; and whether they answer it."""
    one = await _behind(turn, ref)
    mine = one.answerer == turn.somebody.id
    if mine or await happenings.of(work_of(turn).connection, ref, turn.somebody.id):
        return one, mine
    raise Refusal(turn.words(w.GONE))


async def acting(turn: Turn, ref: str) -> Acting:
    """One thing of a brief, for whoever may answer it now; raises Refusal."""
    base, _, number = ref.partition(".")
    one = await _behind(turn, base)
    thing = _numbered(await briefs.things(work_of(turn), one), number)
    if thing and thing.answer and thing.answer.to == turn.somebody.id:
        found = [each for each in await allowed(turn, one) if each != "passed_on"]
        return Acting(one, thing, found, receiver=True)
    _, delegate = await brief(turn, base)
    if thing is None or one.stage not in UNTIL_SHARED:
        raise Refusal(turn.words(w.OVER if thing else w.GONE))
    if delegate and thing.sealed:
        raise Refusal(turn.words(w.NOT_FOR_DELEGATES, answerer=named(turn.words, one.answerer_name)))
    return Acting(one, thing, await allowed(turn, one), delegate=delegate)


async def allowed(turn: Turn, one: Happening) -> tuple[How, ...]:
    """How a thing of this brief may end. A practice that listens promises nothing in its first round."""
    ended = await answered.behind(work_of(turn).connection, one.round_ref)
    return ways(one.spec["intent"], first=ended is not None and ended.listens)


async def drafts(turn: Turn, one: Happening) -> bool:
    """Whether this person drafts it: they were named, and belong to the circle that it comes from (P6)."""
    connection, mine = work_of(turn).connection, turn.somebody.id
    delegate = await delegates.of(connection, one.answerer)
    return delegate is not None and delegate.id == mine and one.circle in await directory.circles_of(connection, mine)


async def _behind(turn: Turn, ref: str) -> Happening:
    one = await happenings.behind(work_of(turn).connection, ref)
    if one is None or one.kind != "COMMIT" or not one.opened or one.stage == VOID:
        raise Refusal(turn.words(w.GONE))
    return one


def _numbered(things: Sequence[Thing], number: str) -> Thing | None:
    """The thing with this number; None where it was taken back, or there is none."""
    if not (number.isascii() and number.isdecimal() and len(number) < DIGITS):
        return None
    return next((each for each in things if each.number == int(number)), None)
