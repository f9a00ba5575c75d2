"""The turns in which a channel is linked to a circle, and unlinked; whoever acts must lead that circle, each time anew."""

from bot.conversation import Conversation, HomeParts, Issue, NotePart, Turn
from bot.events import Opened, Said, Say, Show, Submitted
from bot.forms import again, only_text
from bot.mishap import Refusal
from bot.question import clean
from bot.ui import Card
from conversations.channels import cards
from conversations.channels import words as w
from conversations.channels.cards import CIRCLE, LONGEST, NAME
from storage import directory
from storage.channels import links, posts, undone
from storage.channels.links import LOST, MOST, Channel
from storage.events.event import Audience, audiences, find
from storage.work import work_of

REF = 32
OFF = "meet.aloud_off"


async def ask(turn: Turn, event: Said) -> Say:
    """Offers the choice in the channel. Whoever leads only a hidden network reads what those read who lead nothing."""
    connection = work_of(turn).connection
    if event.here is None:
        raise Refusal(turn.words(w.NOT_A_CHANNEL))
    await _led(turn)
    known = await links.at(connection, event.here)
    if known and known.linked:
        return Say(cards.said(turn.words(w.BELONGS, circle=cards.circle(turn.words, known))))
    return Say(cards.offer(turn.words, await links.begin(connection, event.here, turn.now)))


async def open_link(turn: Turn, event: Opened) -> Show:
    channel, led = await _unlinked(turn, event.ref), await _led(turn)
    return Show(cards.form(turn.words, channel.ref, led))


async def link(turn: Turn, event: Submitted) -> Show:
    """The channel belongs to the circle from now on, and reads so itself."""
    connection, words = work_of(turn).connection, turn.words
    channel, led = await _unlinked(turn, event.ref), await _led(turn)
    name = " ".join(clean(event.values.get(NAME, ""), LONGEST).split()).lstrip("#")
    of = next((each for each in led if each.key == event.values.get(CIRCLE)), None)
    errors = {} if name else {NAME: words(w.NEEDED)}
    if of is None:
        errors[CIRCLE] = words(w.NOT_YOURS)
    elif len(await links.of_circles(connection, [of.id])) >= MOST:
        errors[CIRCLE] = words(w.MANY, n=MOST)
    if errors or of is None:
        return Show(again(cards.form(words, channel.ref, led), event.values, errors))
    if not await links.link(connection, channel, of.id, name):
        raise Refusal(words(w.GONE))
    await posts.put(connection, [channel.id], card="channels.linked", ref=channel.ref, cause="linked")
    now = await links.find(connection, channel.ref) or channel
    return Show(only_text(words, w.LINKED_TITLE, words(w.LINKED_DONE, name=name, circle=cards.circle(words, now))))


async def unlink(turn: Turn, event: Said) -> Say:
    """Whoever leads the circle, or a steward, ends it; what waits for the channel is not posted."""
    connection, person = work_of(turn).connection, turn.somebody.id
    known = await links.at(connection, event.here) if event.here else None
    if known is None or not known.linked:
        raise Refusal(turn.words(w.NOT_LINKED))
    theirs = known.circle in {each.id for each in await audiences(connection, person)}
    if not theirs and not await directory.belongs(connection, person, directory.STEWARDS):
        raise Refusal(turn.words(w.NOT_YOURS_TO_END, circle=cards.circle(turn.words, known)))
    await links.unlink(connection, known)
    return Say(cards.said(turn.words(w.UNLINKED)))


async def draw_linked(turn: Turn, ref: str) -> Card | None:
    channel = await links.find(work_of(turn).connection, ref)
    return cards.linked(turn.words, channel) if channel and channel.linked else None


async def draw_not_posted(turn: Turn, ref: str) -> Card | None:
    """To whoever leads it by then, as long as it has not begun, and never of a network that is hidden by now (P6)."""
    connection = work_of(turn).connection
    what = await undone.undone(connection, ref)
    channel = await links.find(connection, what.channel) if what else None
    event = await find(connection, what.event) if what else None
    if what is None or channel is None or event is None or event.audience.hidden:
        return None
    told_off = event.state == "cancelled" and what.card != OFF  # what never stood there need not be called off
    wanted = event.lead == turn.somebody.id and turn.now < event.plan.starts and not told_off
    return cards.undone(turn.words, channel, event, what) if wanted else None


async def home(turn: Turn) -> HomeParts:
    """For whoever leads a circle: a channel of it that was lost, for 14 days or until it is linked again."""
    connection = work_of(turn).connection
    led = [each.id for each in await audiences(connection, turn.somebody.id)]
    lost = await links.lost_by(connection, led, turn.now - LOST) if led else ()
    return {"now": tuple(cards.lost(turn.words, each) for each in lost)} if lost else {}


async def note(turn: Turn, issue: Issue) -> tuple[NotePart, ...]:
    """The same once, in the next note; never worth a message by itself."""
    connection = work_of(turn).connection
    led = [each.id for each in await audiences(connection, turn.somebody.id)]
    since = max(issue.since or turn.now - LOST, turn.now - LOST)
    lost = await links.lost_by(connection, led, since) if led else ()
    shown = [cards.lost(turn.words, each) for each in lost]
    return tuple(NotePart("coming", (each,), each.text, enough=False) for each in shown)


async def _led(turn: Turn) -> list[Audience]:
    """The circles to which this person may link a channel. A hidden one is never among them (P6)."""
    found = [each for each in await audiences(work_of(turn).connection, turn.somebody.id) if not each.hidden]
    if not found:
        raise Refusal(turn.words(w.NOBODY))
    return found


async def _unlinked(turn: Turn, ref: str) -> Channel:
    channel = await links.find(work_of(turn).connection, ref) if len(ref) == REF else None
    if channel is None or channel.circle:
        raise Refusal(turn.words(w.GONE))
    return channel


CONVERSATION = Conversation(
    name="channels",
    opens={"channels.link": open_link},
    submits={"channels.link": link},
    cards={"channels.linked": draw_linked, "channels.not_posted": draw_not_posted},
    aloud={"link": ask, "unlink": unlink},
    home=home,
    note=note,
)
