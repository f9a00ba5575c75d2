"""What stewards, and those who answer back, are told when a round goes wrong: not opened, late, cancelled, or left alone."""

from bot.conversation import Turn
from bot.keeper import PATIENCE
from bot.question import spoken
from bot.ui import Card
from conversations.steward import cards
from conversations.steward import words as w
from storage import programmes, rounds
from storage.disclosure.presets import FEWEST
from storage.work import work_of


async def draw_void(turn: Turn, ref: str) -> Card | None:
    asking = await rounds.question(work_of(turn).connection, ref)
    if asking is None:
        return None
    lost = w.VOID_TWO if asking.keeper else w.VOID
    said, told = w.VOID_UNCOUNTED if asking.uncounted else lost, {"n": PATIENCE.days, "operator": turn.house.operator}
    return cards.notice(turn.words, spoken(asking.subject, turn.words.language), said, **told)


async def draw_keeper_late(turn: Turn, ref: str) -> Card | None:
    """No longer wanted once it has been counted or cancelled."""
    asking = await rounds.question(work_of(turn).connection, ref)
    if asking is None or asking.stage != "open":
        return None
    told = {"keeper": asking.keeper, "operator": turn.house.operator}
    day = turn.words.day(asking.closes_at + PATIENCE)
    return cards.notice(turn.words, spoken(asking.subject, turn.words.language), w.KEEPER_LATE, day=day, **told)


async def draw_not_opened(turn: Turn, ref: str) -> Card | None:
    """`ref` is `few:`, `sample:`, `nobody:` or `keeper:` and the programme's ref."""
    why, _, programme = ref.partition(":")
    template = await programmes.practice_of(work_of(turn), programme, turn.house.templates)
    if template is None:
        return None
    subject = spoken(template.ask.subject, turn.words.language)
    if why == "keeper":
        told = {"keeper": turn.house.keeper, "operator": turn.house.operator}
        return cards.notice(turn.words, subject, w.KEEPER_AWAY, **told)
    if why == "sample":
        instead = cards.instead(turn.words, await programmes.size_of(work_of(turn), template.circle))
        return cards.notice(turn.words, subject, w.SAMPLE_TOO_SMALL, of=template.ask.sample, k=FEWEST, instead=instead)
    return cards.notice(turn.words, subject, w.TOO_FEW if why == "few" else w.NO_ANSWERER, k=FEWEST)


async def draw_answerer_left(turn: Turn, ref: str) -> Card | None:
    template = await programmes.practice_of(work_of(turn), ref, turn.house.templates)
    if template is None or await programmes.runs(work_of(turn), template.name):
        return None
    return cards.notice(turn.words, spoken(template.ask.subject, turn.words.language), w.ANSWERER_LEFT)
