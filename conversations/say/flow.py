"""The turns of saying something: it comes, the form, what is kept, what is taken back, what others said."""

from bot.conversation import Conversation, HomeParts, Issue, Message, NotePart, Turn
from bot.events import Due, Opened, Show, Submitted
from bot.finding import named
from bot.forms import again, only_text
from bot.mishap import Refusal
from bot.programme import LAST_CHANCE
from bot.ui import Block, Form
from conversations.say import cards
from conversations.say import words as w
from storage import finals, given, happenings, notes, pools, seats
from storage.given import Given
from storage.happenings import Happening
from storage.work import work_of

ANSWERER = "answerer"
"""What is said to somebody else (thanks, that a theme is missing) has conversations of its own."""
DIGITS = 6


async def opens(turn: Turn, event: Due) -> None:
    """It comes: everybody whom it is for has a note coming, in which it stands."""
    connection = work_of(turn).connection
    one = await happenings.take_opening(connection, event.ref, turn.now)
    if one and one.spec["to"] == ANSWERER and one.takes(turn.now) and one.closes_at:
        now, latest = turn.now, one.closes_at - LAST_CHANCE
        await notes.plan(connection, happenings.people_for(one), earliest=lambda _zone: now, latest=latest)


async def closes(turn: Turn, event: Due) -> None:
    """What its authors have approved by then is worth a note."""
    work, now = work_of(turn), turn.now
    one = await happenings.take_closing(work.connection, event.ref, now)
    if one and finals.is_approved(one) and finals.shared(await given.all_of(work, one.on)):
        await notes.plan(work.connection, happenings.people_for(one), earliest=lambda _zone: now)


async def open_form(turn: Turn, event: Opened) -> Show:
    one = await _mine(turn, event.ref)
    if not one.takes(turn.now):
        return Show(only_text(turn.words, w.KEPT_TITLE, turn.words(w.OVER)))
    mine = await given.mine(work_of(turn), one.on, turn.somebody.id)
    return Show(await _form(turn, one, mine))


async def keep(turn: Turn, event: Submitted) -> Show:
    """Keeps it in the place of what this person said before."""
    one = await _mine(turn, event.ref)
    said = event.values.get(cards.SAID, "").strip()
    error = _wrong(turn, one, said)
    kept = error or await given.put(work_of(turn), one.on, turn.somebody.id, {cards.SAID: said})
    if error or kept is None:
        where = cards.SAID if error and one.takes(turn.now) else ""
        return Show(again(await _form(turn, one), event.values, {where: error or turn.words(w.OVER)}))
    return Show(cards.kept(turn.words, one))


async def say_kept_again(turn: Turn, event: Submitted) -> Show | None:
    """To a form that was delivered twice: what it says is in already."""
    one = await _mine(turn, event.ref)
    mine = await given.mine(work_of(turn), one.on, turn.somebody.id)
    same = mine and mine.value[cards.SAID] == event.values.get(cards.SAID, "").strip()
    return Show(cards.kept(turn.words, one)) if same else None


async def ask_to_take_back(turn: Turn, event: Opened) -> Show:
    return Show(cards.take_back(turn.words, await _mine(turn, event.ref)))


async def take_back(turn: Turn, event: Submitted) -> Show:
    """Removes it for good (P8), and the place that it brought: whoever moves up is told. The words are the same whether
    something was said or not."""
    one = await _mine(turn, event.ref)
    await given.take_back(work_of(turn), one.on, turn.somebody.id)
    for match, up in await seats.yes_taken_back(work_of(turn), one, turn.somebody.id):
        turn.tell(Message(up.person, "introduce.told", match.on.ref, f"{match.on.ref}:up", counts=False))
    return Show(only_text(turn.words, w.TAKE_BACK, turn.words(w.TAKEN_BACK)))


async def read(turn: Turn, event: Opened) -> Show:
    """What was said with names, for those whom it was for; `choice` is the number of the first on the page."""
    one = await _mine(turn, event.ref)
    readable = one.on.voice == "named" and not finals.is_approved(one)
    said = await given.all_of(work_of(turn), one.on) if readable else ()
    begins = int(event.choice) if event.choice.isdecimal() and len(event.choice) < DIGITS else 0
    return Show(cards.said_by_all(turn.words, one, said, min(begins, len(said))))


async def note(turn: Turn, issue: Issue) -> tuple[NotePart, ...]:
    """What has come since the last note. It never depends on whether the person has said something."""
    parts = []
    for one in await _open(turn):
        if issue.since is None or one.opens_at > issue.since:
            readers = await pools.readers(work_of(turn).connection, one)
            blocks = cards.asked(turn.words, one, await _before(turn, one), turn.house, readers=readers)
            parts.append(NotePart("together", blocks, cards.summary(turn.words, one)))
    return tuple(parts)


async def home(turn: Turn) -> HomeParts:
    """What is open for this person, and what they said to it."""
    now, said = list[Block](), list[Block]()
    for one in await _open(turn):
        now += cards.home_open(turn.words, one)
        mine = await given.mine(work_of(turn), one.on, turn.somebody.id)
        if one.on.voice != "named":
            said += cards.home_said(turn.words, one, "")
        elif mine and not finals.is_approved(one):
            said += cards.home_said(turn.words, one, str(mine.value[cards.SAID]))
    return {"now": tuple(now), "said": tuple(said)}


async def _form(turn: Turn, one: Happening, mine: Given | None = None) -> Form:
    before, readers = await _before(turn, one), await pools.readers(work_of(turn).connection, one)
    return cards.form(turn.words, one, turn.house, mine, before=before, readers=readers)


async def _open(turn: Turn) -> list[Happening]:
    found = await happenings.open_for(work_of(turn).connection, turn.somebody.id, turn.now)
    return [each for each in found if each.kind == "ASK" and each.spec["to"] == ANSWERER]


async def _mine(turn: Turn, ref: str) -> Happening:
    one = await happenings.of(work_of(turn).connection, ref, turn.somebody.id)
    if one is None or one.kind != "ASK" or one.spec["to"] != ANSWERER:
        raise Refusal(turn.words(w.NOT_YOURS))
    return one


def _wrong(turn: Turn, one: Happening, said: str) -> str:
    if not one.takes(turn.now):
        return turn.words(w.OVER)
    if len(said) > cards.LONGEST:
        return turn.words(w.TOO_LONG, size=len(said), n=cards.LONGEST)
    return "" if said else turn.words(w.EMPTY)


async def _before(turn: Turn, one: Happening) -> str:
    """What a question opens with: what came of the last one, from the ledger (P13)."""
    last = await happenings.before(work_of(turn).connection, one)
    if last is None:
        return turn.words(w.FIRST)
    if last.stage == "shared":
        return turn.words(w.LAST_TIME, said=str(last.spec["came"]))
    late = w.LATE if turn.now > last.answer_by else w.NOT_YET
    return turn.words(late, answerer=named(turn.words, last.answerer_name), day=turn.words.day(last.answer_by))


CONVERSATION = Conversation(
    name="say",
    opens={"say.open": open_form, "say.take_back": ask_to_take_back, "say.read": read},
    submits={"say.send": keep, "say.take_back": take_back},
    dues={"say.opens": opens, "say.closes": closes},
    home=home,
    note=note,
    again={"say.send": say_kept_again},
)
