"""The turns of sharing: something comes, a round ends, and the one who promised it says what came of it."""

from datetime import datetime

from bot.conversation import Conversation, HomeParts, Issue, Message, NotePart, Turn
from bot.events import Due, Opened, Show, Submitted
from bot.finding import named
from bot.forms import again, only_text
from bot.mishap import Refusal
from bot.sentences import TAKEN_BACK
from bot.ui import Block, Card, Form, Quote
from conversations.share import cards, charting, telling, telling_cards
from conversations.share import words as w
from storage import answered, briefs, checking, finals, given, happenings, notes, rounds, sorting, themes, weighed
from storage.happenings import Happening
from storage.quoting import QUOTED
from storage.work import work_of

ON_HOME = 3
"""So many answered rounds stand on Home."""
DIGITS = 6
ANSWERER = "answerer"
"""Other words are no answer to a question: thanks; that a theme is missing."""


async def opens(turn: Turn, event: Due) -> None:
    """It comes, with what was chosen by then. Where nothing was chosen there is nothing to share."""
    connection = work_of(turn).connection
    one = await happenings.take_opening(connection, event.ref, turn.now)
    if one is None:
        return
    chosen = await _weighed(turn, one)
    says = any("{chosen}" in text for text in one.spec["text"].values())
    await happenings.write(connection, one, {"weighed": chosen, "nothing": says and not chosen})
    if not says or chosen:
        now = turn.now
        await notes.plan(connection, happenings.people_for(one), earliest=lambda _zone: now)


async def answer_due(turn: Turn, event: Due) -> None:
    """The round is over: whoever promised it is asked what came of it. They get it as news of their own promise."""
    connection = work_of(turn).connection
    one = await happenings.take_opening(connection, event.ref, turn.now)
    if one:
        await rounds.set_stage(connection, one.round, "closed")
        turn.tell(Message(one.answerer, "share.to_answer", one.on.ref, f"{one.on.ref}:answer", counts=False))


async def draw_to_answer(turn: Turn, ref: str) -> Card | None:
    one = await happenings.behind(work_of(turn).connection, ref)
    if one is None or one.stage != "closed" or one.answerer != turn.somebody.id:
        return None
    return cards.to_answer(turn.words, one)


async def open_answer(turn: Turn, event: Opened) -> Show:
    """What was said in the round and one field, for the one person who promised to answer."""
    one = await _mine(turn, event.ref)
    if one.stage != "closed":
        return Show(only_text(turn.words, w.TITLE, turn.words(w.ALREADY)))
    if wrong := await _unsorted(turn, one):
        return Show(only_text(turn.words, w.TITLE, wrong[""]))
    return Show(await _form(turn, one))


async def keep_answer(turn: Turn, event: Submitted) -> Show:
    """What came of it goes to everybody whom the round was for, and the round has ended (P7)."""
    one = await _mine(turn, event.ref)
    if await themes.hold(work_of(turn).connection, one.round) != "closed":
        return Show(only_text(turn.words, w.TITLE, turn.words(w.ALREADY)))
    came = event.values.get(cards.CAME, "").strip()
    if errors := await _unanswered(turn, one) | _wrong(turn, came) | await _unsorted(turn, one):
        return Show(again(await _form(turn, one, written=True), event.values, errors))
    connection, now = work_of(turn).connection, turn.now
    about = one.spec["title"]
    await sorting.publish(connection, one.round)
    await sorting.promise_all(connection, one.round, one.answerer, about, now=now, zone=turn.house.zone)
    await happenings.write(connection, one, {cards.CAME: came})
    await rounds.set_stage(connection, one.round, "shared", shared_at=now)
    await notes.plan(connection, happenings.people_for(one), earliest=lambda _zone: now)
    ended = await answered.behind(connection, one.round_ref)
    return Show(cards.done(turn.words, one, promise=ended is not None and not ended.listens))


async def note(turn: Turn, issue: Issue) -> tuple[NotePart, ...]:
    """What was shared, and what came of rounds, since the last note."""
    parts = []
    for one in await happenings.came_for(work_of(turn).connection, turn.somebody.id):
        since = _since(one)
        if since and (issue.since is None or since > issue.since) and (blocks := await _blocks(turn, one)):
            parts.append(NotePart("came", blocks, cards.summary(turn.words, one)))
    return tuple(parts)


async def home(turn: Turn) -> HomeParts:
    """What waits for this person's word; what was shared in rounds that run; what came of the last ones."""
    connection, (late, now) = work_of(turn).connection, await telling.home(turn)
    for one in await happenings.to_answer(connection, turn.somebody.id):
        (late if turn.now > one.answer_by else now).extend(cards.home_to_answer(turn.words, one, turn.now))
    found = await happenings.came_for(connection, turn.somebody.id)
    came = [block for one in found if one.stage != "shared" for block in await _on_the_way(turn, one)]
    ended = [one for one in reversed(found) if one.kind == "SHOW"][:ON_HOME]
    came += [block for one in ended for block in await _blocks(turn, one) or cards.waits(turn.words, one, turn.now)]
    return {"late": tuple(late), "now": tuple(now), "came": tuple(came)}


def _since(one: Happening) -> datetime | None:
    """When there was something to read."""
    match one.kind:
        case "SHOW":
            return one.shared_at
        case "UPDATE":
            return datetime.fromisoformat(one.spec[telling_cards.TOLD_AT]) if telling_cards.TOLD in one.spec else None
        case _:
            return one.opens_at


async def _on_the_way(turn: Turn, one: Happening) -> tuple[Block, ...]:
    """What was shared in a round that runs; promised news that has not come."""
    if one.kind == "UPDATE" and telling_cards.TOLD not in one.spec:
        return telling_cards.missing(turn.words, one) if turn.now > one.by else ()
    return await _blocks(turn, one) if one.kind in {"SHARE", "UPDATE"} else ()


async def _weighed(turn: Turn, one: Happening) -> str:
    """The ref of the last WEIGH before it; empty where nothing was chosen."""
    found = ""
    for each in await happenings.in_round(work_of(turn).connection, one.round):
        if each.kind == "WEIGH" and each.opens_at < one.opens_at:
            found = each.on.ref if weighed.OUTCOME in each.spec else ""
    return found


async def _chosen(turn: Turn, one: Happening) -> str:
    """What this WEIGH came to, in the words of those who stand by it now (P8)."""
    return await weighed.chosen(work_of(turn), one) or turn.words(TAKEN_BACK)


async def _shared(turn: Turn, one: Happening) -> tuple[Block, ...]:
    if one.spec["nothing"]:
        return ()
    of = await happenings.behind(work_of(turn).connection, one.spec["weighed"]) if one.spec["weighed"] else None
    return cards.shared(turn.words, one, await _chosen(turn, of) if of else "")


async def _blocks(turn: Turn, one: Happening) -> tuple[Block, ...]:
    if one.kind == "SHARE":
        return await _shared(turn, one)
    if one.kind == "UPDATE":
        return telling_cards.news(turn.words, one) if telling_cards.TOLD in one.spec else ()
    return cards.came(turn.words, one) if one.kind == "SHOW" and one.stage == "shared" else ()


def _wrong(turn: Turn, came: str) -> dict[str, str]:
    if came and len(came) <= cards.LONGEST:
        return {}
    return {cards.CAME: turn.words(w.TOO_LONG, size=len(came), n=cards.LONGEST) if came else turn.words(w.EMPTY)}


async def _unsorted(turn: Turn, one: Happening) -> dict[str, str]:
    """P2: a round with themes is not shared before each has an ending, nor before those who were asked could look at them."""
    connection = work_of(turn).connection
    if left := await themes.unended(connection, one.round):
        return {"": cards.themes_first(turn.words, [each.title for each in left])}
    check = await checking.wanted(connection, one.round)
    return {"": cards.check_first(turn.words, check if checking.is_check(check) else None)} if check else {}


async def _mine(turn: Turn, ref: str) -> Happening:
    one = await happenings.behind(work_of(turn).connection, ref)
    if one is None or one.kind != "SHOW" or not one.opened:
        raise Refusal(turn.words(w.GONE))
    if one.answerer != turn.somebody.id:
        raise Refusal(turn.words(w.NOT_YOURS, answerer=named(turn.words, one.answerer_name)))
    return one


async def _unanswered(turn: Turn, one: Happening) -> dict[str, str]:
    """P2: nor while something of its brief waits for an answer."""
    missing = await briefs.missing(work_of(turn), one.round)
    return {cards.CAME: cards.missing(turn.words, missing[0][1], len(missing))} if missing else {}


async def _form(turn: Turn, one: Happening, *, written: bool = False) -> Form:
    """What was said, chosen and answered in the round stands above the field."""
    blocks: list[Block] = []
    for each in await happenings.in_round(work_of(turn).connection, one.round):
        if each.kind == "ASK" and each.spec["to"] == ANSWERER:
            lines = await _lines(turn, each)
            blocks += [Quote(each.spec[QUOTED])] if QUOTED in each.spec and lines else []
            blocks += cards.read(turn.words, each.spec["prompt"], lines, voice=each.on.voice, ref=each.on.ref)
        elif each.kind == "WEIGH" and weighed.OUTCOME in each.spec:
            blocks += cards.chosen(turn.words, await _chosen(turn, each))
        elif each.kind == "COMMIT":
            today = turn.words.today(turn.now)
            things = await briefs.things(work_of(turn), each)
            blocks += cards.brief(turn.words, each, things, today, written=written)
    return cards.answer(turn.words, one, cards.together(turn.words, blocks))


async def _lines(turn: Turn, one: Happening) -> list[str]:
    said = await given.all_of(work_of(turn), one.on)
    said = finals.shared(said) if finals.is_approved(one) else said
    return [f"{line.by}: {line.value['said']}" if line.by else str(line.value["said"]) for line in said]


async def read_all(turn: Turn, event: Opened) -> Show:
    """Everything that was said to one question, for the one who promised to answer; `choice` is the number of the first."""
    one = await happenings.behind(work_of(turn).connection, event.ref)
    mine = one is not None and one.kind == "ASK" and one.spec["to"] == ANSWERER and one.answerer == turn.somebody.id
    if one is None or not mine or one.stage != "closed":
        raise Refusal(turn.words(w.GONE))
    lines = await _lines(turn, one)
    if one.on.voice != "named" and len(lines) < cards.FEWEST:
        raise Refusal(turn.words(w.TOO_FEW, few=cards.FEWEST))
    begins = int(event.choice) if event.choice.isdecimal() and len(event.choice) < DIGITS else 0
    there = await happenings.in_round(work_of(turn).connection, one.round)
    answer = next((each.on.ref for each in there if each.kind == "SHOW"), "")
    return Show(
        cards.page(turn.words, one.spec["prompt"], lines, min(begins, len(lines)), ref=event.ref, answer=answer)
    )


CONVERSATION = Conversation(
    name="share",
    opens={
        "share.answer": open_answer,
        "share.read": read_all,
        "share.tell": telling.open_form,
        "share.chart": charting.show,
    },
    submits={"share.answer": keep_answer, "share.tell": telling.keep},
    dues={
        "share.opens": opens,
        "share.tell_due": telling.tell_due,
        "share.closes": telling.closes,
        "share.answer_due": answer_due,
    },
    cards={"share.to_answer": draw_to_answer, "share.to_tell": telling.draw_to_tell},
    home=home,
    note=note,
)
