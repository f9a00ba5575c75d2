"""The turns of promises: read them, give news, promise one more thing; and their part of Home and of the weekly note."""

from datetime import timedelta

from bot.conversation import Conversation, HomeParts, Issue, Message, NotePart, Turn
from bot.events import Due, Opened, Show, Submitted
from bot.finding import named
from bot.forms import again
from bot.mishap import Refusal
from bot.promises import Promise, Update, in_order
from bot.ui import Block, Card
from conversations.commitments import cards, form, owning, rules
from conversations.commitments import words as w
from conversations.commitments.owning import mine
from conversations.commitments.store import spread
from storage import answered, commitments, outcomes, promises
from storage.answered import Answered
from storage.commitments import Made
from storage.work import work_of

A_YEAR, FIRST_LOOK = timedelta(days=366), timedelta(days=14)
DIGITS, IN_NOTE, MOST = 6, 4, 12


async def show_all(turn: Turn, event: Opened) -> Show:
    """Everything that this person may read; `choice` is how many stand before this page."""
    found = await promises.readable(work_of(turn).connection, turn.somebody.id)
    after = int(event.choice) if event.choice.isdecimal() and len(event.choice) < DIGITS else 0
    shown = after if after < len(found) else 0
    return Show(cards.everything(turn.words, found, turn.house, turn.words.today(turn.now), after=shown))


async def show_one(turn: Turn, event: Opened) -> Show:
    return Show(cards.whole(turn.words, await mine(turn, event.ref), turn.words.today(turn.now)))


async def open_news(turn: Turn, event: Opened) -> Show:
    promise = await _owned(turn, event.ref)
    return Show(form.news(turn.words, promise, turn.house, turn.words.today(turn.now)))


async def keep_news(turn: Turn, event: Submitted) -> Show:
    """News goes to everybody who was asked; that it is done, or is not now, is worth a note of its own."""
    promise, today = await _owned(turn, event.ref), turn.words.today(turn.now)
    told = rules.told(turn.words, promise, event.values, today)
    if isinstance(told, dict):
        return Show(again(form.news(turn.words, promise, turn.house, today), event.values, told))
    work = work_of(turn)
    await commitments.tell(work.connection, promise.ref, turn.somebody.id, told, now=turn.now, zone=turn.house.zone)
    if told.state != "doing":
        await spread(work, promise.round_ref, turn.now)
    return Show(cards.whole(turn.words, await mine(turn, event.ref), today))


async def open_add(turn: Turn, event: Opened) -> Show:
    ended = await _answered(turn, event.ref)
    return Show(form.add(turn.words, ended.ref, turn.house))


async def keep_add(turn: Turn, event: Submitted) -> Show:
    """One more promise to those who were asked in that round."""
    ended, today, connection = await _answered(turn, event.ref), turn.words.today(turn.now), work_of(turn).connection
    said = rules.added(turn.words, event.values, today)
    if isinstance(said, dict):
        return Show(again(form.add(turn.words, ended.ref, turn.house), event.values, said))
    made = Made(ended.subject, *said)
    ref = await commitments.make(connection, ended.number, turn.somebody.id, made, now=turn.now, zone=turn.house.zone)
    return Show(cards.whole(turn.words, await mine(turn, ref), today))


async def ask_for_news(turn: Turn, event: Due) -> None:
    """Once a week at most, and twice at most, whatever they have promised."""
    owner = await commitments.ask(work_of(turn).connection, event.ref, turn.now)
    if owner is not None:
        cause = f"promises:{turn.now.date()}"
        turn.tell(Message(owner, "commitments.news_due", event.ref, cause, counts=False))


async def draw_news_due(turn: Turn, _ref: str) -> Card | None:
    """All of theirs that is due, drawn when it is sent; no longer wanted when they have given news of it."""
    waiting = [each for each in await _lively(turn) if each.mine and each.news_due(turn.words.today(turn.now))]
    if not waiting:
        return None
    today = turn.words.today(turn.now)
    last = all(each.asked_twice for each in waiting)
    return cards.ask_for_news(turn.words, in_order(waiting, today), today, last=last)


async def home(turn: Turn) -> HomeParts:
    """For who sees to a promise: what waits for them. For everybody who was asked: what came of it."""
    found, today, late, now = await _lively(turn), turn.words.today(turn.now), list[Block](), list[Block]()
    waiting = [each for each in in_order(found, today) if each.mine and each.news_due(today)]
    for each in waiting[: cards.TO_DO]:
        (late if each.silent(today) else now).extend(cards.home_now(turn.words, each, today))
    for each in [each for each in found if each.offered_me][: cards.TO_DO]:
        now += cards.home_offered(turn.words, each)
    # Those that stand on Home with their outcome say there how they stand.
    above = await outcomes.answered_for(work_of(turn).connection, turn.somebody.id, 0, outcomes.ON_HOME)
    said = {each.round_ref for each in above}
    return {"late": tuple(late), "now": tuple(now), "came": cards.home_came(turn.words, found, said, today)}


async def note(turn: Turn, issue: Issue) -> tuple[NotePart, ...]:
    """The news since the last note, the newest first. That something goes on waits for another reason to write."""
    since, today = issue.since or turn.now - FIRST_LOOK, turn.words.today(turn.now)
    heard = [(each, news) for each in await _lively(turn) if (news := cards.latest(each)) and news.at > since]
    if not heard:
        return ()
    shown = sorted(heard, key=_newest, reverse=True)[:IN_NOTE]
    enough = any(news.state != "doing" for _, news in heard)
    return (NotePart("came", cards.in_note(turn.words, shown, today), turn.words(w.NOTE_HEADING), enough=enough),)


async def _lively(turn: Turn) -> list[Promise]:
    return await promises.lively(work_of(turn).connection, turn.somebody.id, turn.now - A_YEAR)


async def _owned(turn: Turn, ref: str) -> Promise:
    """For the one who sees to it; raises Refusal for everybody else."""
    promise = await mine(turn, ref)
    if not promise.mine:
        raise Refusal(turn.words(w.NOT_OWNER, owner=named(turn.words, promise.owner)))
    return promise


async def _answered(turn: Turn, ref: str) -> Answered:
    """A round that was answered back, for the one who did; raises Refusal."""
    connection = work_of(turn).connection
    ended = await answered.behind(connection, ref)
    if ended is None or ended.stage != "shared":
        raise Refusal(turn.words(w.NOT_YOURS))
    if ended.answerer != turn.somebody.id:
        raise Refusal(turn.words(w.NOT_ANSWERER, answerer=named(turn.words, ended.answerer_name)))
    if ended.listens:
        raise Refusal(turn.words(w.LISTENS))
    if len(await promises.of_round(connection, ended.number)) >= MOST:
        raise Refusal(turn.words(w.FULL, n=MOST))
    return ended


def _newest(pair: tuple[Promise, Update]) -> float:
    return pair[1].at.timestamp()


CONVERSATION = Conversation(
    name="commitments",
    opens={
        "commitments.all": show_all,
        "commitments.one": show_one,
        "commitments.news": open_news,
        "commitments.add": open_add,
        "commitments.more": owning.open_more,
        "commitments.offer": owning.open_offer,
    },
    submits={
        "commitments.news": keep_news,
        "commitments.add": keep_add,
        "commitments.more": owning.keep_more,
        "commitments.offer": owning.keep_offer,
    },
    dues={"commitments.due": ask_for_news},
    cards={
        "commitments.news_due": draw_news_due,
        "commitments.offered": owning.draw_offered,
        "commitments.declined": owning.draw_declined,
        "commitments.yours": owning.draw_yours,
    },
    home=home,
    note=note,
)
