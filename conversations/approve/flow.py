"""The turns of final words: whoever answers back offers them, the author says yes, changes or takes back, people read them."""

from bot.conversation import Conversation, HomeParts, Issue, Message, NotePart, Turn
from bot.events import Opened, Pressed, Say, Show, Submitted
from bot.forms import again, only_text
from bot.mishap import Refusal
from bot.ui import Block, Card
from conversations.approve import cards
from conversations.approve import words as w
from storage import finals, happenings
from storage.finals import Final
from storage.happenings import UNTIL_SHARED, Happening
from storage.work import work_of

ON_HOME = 3
DIGITS = 6


async def look(turn: Turn, event: Opened) -> Show:
    """Everything that is not shared yet, for the one person who answers back."""
    one = await happenings.behind(work_of(turn).connection, event.ref)
    if one is None or not finals.is_approved(one) or not _answers(turn, one):
        raise Refusal(turn.words(w.GONE))
    return Show(cards.to_look_at(turn.words, one, await _to_do(turn, one)))


async def work_on(turn: Turn, event: Opened) -> Show:
    return Show(cards.work_on(turn.words, (await _edited(turn, event.ref))[1]))


async def offer(turn: Turn, event: Submitted) -> Show:
    """Its author reads it in the chat: it is news of what they said, and no message beside the note."""
    _, final = await _edited(turn, event.ref)
    words = event.values.get(cards.FINAL, "").strip()
    if errors := _wrong(turn, words):
        return Show(again(cards.work_on(turn.words, final), event.values, errors))
    number = await finals.offer(work_of(turn), final, words)
    turn.tell(Message(final.author, "approve.offered", final.ref, f"{final.ref}:words:{number}", counts=False))
    return Show(only_text(turn.words, w.TITLE, turn.words(w.OFFERED, name=final.by)))


async def draw_offer(turn: Turn, ref: str) -> Card | None:
    found = await finals.behind(work_of(turn), ref)
    if found is None or found[1].author != turn.somebody.id or not found[1].offered:
        return None
    return cards.offer(turn.words, *found)


async def approve(turn: Turn, event: Pressed) -> Say:
    """A yes holds for the words under which it was pressed, and for no others."""
    one, final = await _mine(turn, event.ref)
    if not final.offered:
        return Say(cards.said(turn.words, turn.words(w.DONE if final.shared else w.GONE)))
    if event.choice != str(final.turn):
        return Say(cards.newer(turn.words, one, final))
    await finals.share(work_of(turn), final, final.offered, turn.now)
    return Say(cards.said(turn.words, turn.words(w.DONE)))


async def open_change(turn: Turn, event: Opened) -> Show:
    return Show(cards.change(turn.words, (await _mine(turn, event.ref))[1]))


async def change(turn: Turn, event: Submitted) -> Show:
    """What an author writes needs nobody else's yes."""
    _, final = await _mine(turn, event.ref)
    words = event.values.get(cards.FINAL, "").strip()
    if errors := _wrong(turn, words):
        return Show(again(cards.change(turn.words, final), event.values, errors))
    await finals.share(work_of(turn), final, words, turn.now)
    return Show(only_text(turn.words, w.TITLE, turn.words(w.DONE)))


async def ask_to_take_back(turn: Turn, event: Opened) -> Show:
    return Show(cards.take_back(turn.words, (await _mine(turn, event.ref))[1]))


async def take_back(turn: Turn, event: Submitted) -> Show:
    """At any time, also after the round and after its author has left the circle."""
    _, final = await _mine(turn, event.ref)
    await finals.take_back(work_of(turn), final)
    return Show(only_text(turn.words, w.TAKE_BACK, turn.words(w.TAKEN_BACK)))


async def read(turn: Turn, event: Opened) -> Show:
    """What is shared, for those whom it was for; `choice` is the number of the first on the page."""
    one = await happenings.of(work_of(turn).connection, event.ref, turn.somebody.id)
    if one is None or not finals.is_approved(one):
        raise Refusal(turn.words(w.GONE))
    found = await _shared(turn, one)
    begins = int(event.choice) if event.choice.isdecimal() and len(event.choice) < DIGITS else 0
    return Show(cards.read(turn.words, one, found, min(begins, len(found))))


async def note(turn: Turn, issue: Issue) -> tuple[NotePart, ...]:
    """What has been shared since the last note. Of a hidden network it stands on Home alone (P6)."""
    parts = []
    for one in await finals.open_to(work_of(turn), turn.somebody.id):
        found = [each for each in await _shared(turn, one) if each.at and (not issue.since or each.at > issue.since)]
        if found and not one.hidden:
            parts.append(NotePart("came", cards.in_note(turn.words, one, found), one.spec["title"]["en"]))
    return tuple(parts)


async def home(turn: Turn) -> HomeParts:
    """What waits for somebody's yes, what they said, what is there to read; for whoever answers back, what to work on."""
    work, now, said, came = work_of(turn), list[Block](), list[Block](), list[Block]()
    for one in await happenings.to_do(work.connection, turn.somebody.id, "ASK"):
        if finals.is_approved(one) and (waits := await _to_do(turn, one)):
            now += cards.home_to_look_at(turn.words, one, waits)
    for one, final in await finals.mine(work, turn.somebody.id):
        now += cards.asked(turn.words, one, final) if final.offered else ()
        said += cards.home_mine(turn.words, one, final)
    for one in (await finals.open_to(work, turn.somebody.id))[:ON_HOME]:
        if found := await _shared(turn, one):
            came += cards.home_to_read(turn.words, one, len(found))
    return {"now": tuple(now), "said": tuple(said), "came": tuple(came)}


async def _to_do(turn: Turn, one: Happening) -> list[Final]:
    found = [each for each in await finals.all_of(work_of(turn), one) if not each.shared]
    return sorted(found, key=lambda each: bool(each.offered))


async def _shared(turn: Turn, one: Happening) -> list[Final]:
    """The newest on top."""
    found = [each for each in await finals.all_of(work_of(turn), one) if each.shared]
    return sorted(found, key=lambda each: (each.at or turn.now, each.ref), reverse=True)


async def _edited(turn: Turn, ref: str) -> tuple[Happening, Final]:
    """What is not shared yet, for the one person who answers back."""
    found = await finals.behind(work_of(turn), ref)
    if found is None or not _answers(turn, found[0]) or found[1].shared:
        raise Refusal(turn.words(w.GONE))
    return found


async def _mine(turn: Turn, ref: str) -> tuple[Happening, Final]:
    found = await finals.behind(work_of(turn), ref)
    if found is None or found[1].author != turn.somebody.id:
        raise Refusal(turn.words(w.GONE))
    return found


def _answers(turn: Turn, one: Happening) -> bool:
    return one.opened and one.answerer == turn.somebody.id and one.stage in UNTIL_SHARED


def _wrong(turn: Turn, words: str) -> dict[str, str]:
    if words and len(words) <= cards.LONGEST:
        return {}
    return {cards.FINAL: turn.words(w.TOO_LONG, size=len(words), n=cards.LONGEST) if words else turn.words(w.EMPTY)}


CONVERSATION = Conversation(
    name="approve",
    presses={"approve.yes": approve},
    opens={
        "approve.look": look,
        "approve.work_on": work_on,
        "approve.change": open_change,
        "approve.take_back": ask_to_take_back,
        "approve.read": read,
    },
    submits={"approve.offer": offer, "approve.change": change, "approve.take_back": take_back},
    cards={"approve.offered": draw_offer},
    home=home,
    note=note,
)
