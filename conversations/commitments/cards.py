"""How promises look: all of them, one with its history, on Home, in the weekly note, and as a message to who sees to them."""

from collections.abc import Collection, Sequence
from datetime import date, timedelta

from bot.falls import cut
from bot.finding import named
from bot.promises import Promise, Update, by_objective, holder, in_order, said_day, stands, told
from bot.question import spoken
from bot.sentences import CLOSE
from bot.settings import House
from bot.ui import Block, Buttons, Card, Divider, Facts, Form, Heading, Note, Open, Text
from bot.words import Sentence, Words
from conversations.commitments import words as w

PAGE = 10
"""So many stand on a page: each takes a text, a line and a button."""
ON_HOME, TO_DO = 2, 3
SHORT, LABEL, SUMMARY = 300, 110, 150
ENTRIES = 40
LATELY = timedelta(days=60)


def everything(words: Words, promises: Sequence[Promise], house: House, today: date, *, after: int) -> Form:
    """All that the reader may read, by objective, what nobody has heard of on top; what is over comes last."""
    listed = [(name, each) for name, those in by_objective(promises, house.objectives, today) for each in those]
    over = [each for each in in_order(promises, today) if each.state != "doing"]
    headed = [(name or words(w.OTHERS if house.objectives else w.OPEN_ONES), each) for name, each in listed]
    headed += [(words(w.OVER), each) for each in over]
    shown, blocks, last = headed[after : after + PAGE], list[Block](), ""
    for heading, each in shown:
        blocks += [Heading(heading)] if heading != last else [Divider()]
        blocks += _listed(words, each, today)
        last = heading
    back = (Open(words(w.BEFORE), "commitments.all", choice=str(max(0, after - PAGE))),) if after else ()
    more = (Open(words(w.AFTER), "commitments.all", choice=str(after + PAGE)),) if after + PAGE < len(headed) else ()
    public = (Note(words(w.PUBLIC)),) if house.promises_public else ()
    ways = (Buttons((*back, *more)),) if back or more else ()
    found = tuple(blocks) or (Text(words(w.NOTHING)),)
    top = (Note(words(w.ALL_TEXT)), *public, *_so_far(words, promises, today))
    return Form(words(w.ALL_TITLE), words(CLOSE), (*top, *found, *ways))


def _so_far(words: Words, promises: Sequence[Promise], today: date) -> tuple[Block, ...]:
    """How far it all is, what is overdue first."""
    if not promises:
        return ()
    states, late = [each.state for each in promises], sum(each.silent(today) for each in promises)
    counts = {state: words.number(states.count(state)) for state in ("doing", "done", "dropped")}
    overdue = [words(w.OVERDUE, n=late)] if late else []
    return (Text(" ".join((*overdue, words(w.COUNTED, all=words.number(len(states)), **counts)))),)


def whole(words: Words, promise: Promise, today: date) -> Form:
    """One promise with its history, the newest on top, and what the reader can do about it."""
    pairs = [(words(w.WHO), holder(words, promise)), (words(w.HOW), stands(words, promise, today))]
    pairs += [(words(w.OBJECTIVE), promise.objective)] if promise.objective else []
    moves = words.listed([spoken(each, words.language) for each in promise.moves])
    pairs += [(words(w.MOVES), cut(moves, SHORT))] if moves else []
    pairs += [(words(w.ABOUT), spoken(promise.subject, words.language))]
    pairs += [(words(w.MADE), said_day(words, promise.made_at, today))]
    mine = promise.mine or promise.answers
    waiting = (Note(words(w.ASKED_TO, name=promise.offered)),) if mine and promise.offered else ()
    history = [block for each in promise.updates[:ENTRIES] for block in _entry(words, each, today)]
    return Form(
        title=words(w.ONE_TITLE),
        close=words(CLOSE),
        blocks=(
            Text(promise.text),
            Facts(tuple(pairs)),
            *waiting,
            Heading(words(w.SO_FAR)),
            *(history or (Text(words(w.NO_NEWS_YET)),)),
            *_ways(words, promise),
        ),
    )


def home_now(words: Words, promise: Promise, today: date) -> tuple[Block, ...]:
    """To who sees to it: its news is due."""
    return (Text(_due(words, promise, today)), Buttons((_give(words, promise),)))


def home_offered(words: Words, promise: Promise) -> tuple[Block, ...]:
    """To who was asked to take it on."""
    look = Open(words(w.OFFER_BUTTON), "commitments.offer", promise.ref, look="primary")
    return (Text(_offered(words, promise)), Buttons((look,)))


def home_came(words: Words, promises: Sequence[Promise], said: Collection[str], today: date) -> tuple[Block, ...]:
    """To everybody: what nobody has heard of, the newest news, and the way to all of them. In the rounds `said` it is said
    beside the outcome already how a promise stands."""
    overdue = [each for each in in_order(promises, today) if each.silent(today)]
    silent = [each for each in overdue if each.round_ref not in said][:ON_HOME]
    heard = [(each, news) for each in promises if each not in overdue and (news := latest(each))]
    newest = [pair for pair in heard if pair[1].at.date() > today - LATELY][:ON_HOME]
    pairs = [(cut(each.text, LABEL), stands(words, each, today)) for each in silent]
    pairs += [(cut(each.text, LABEL), _news(words, update, today)) for each, update in newest]
    facts = (Facts(tuple(pairs)),) if pairs else ()
    return (*facts, Buttons((_all(words),))) if promises else ()


def in_note(words: Words, news: Sequence[tuple[Promise, Update]], today: date) -> tuple[Block, ...]:
    """To everybody in their weekly note: the news since the last one."""
    pairs = tuple((cut(each.text, LABEL), _news(words, update, today)) for each, update in news)
    return (Heading(words(w.NOTE_HEADING)), Facts(pairs), Buttons((_all(words),)))


def ask_for_news(words: Words, promises: Sequence[Promise], today: date, *, last: bool) -> Card:
    """A message to who sees to these: their news is due, the one that waits longest first."""
    shown, more = promises[:TO_DO], len(promises) - TO_DO
    blocks: list[Block] = []
    for number, each in enumerate(shown):
        blocks += [Text(_due(words, each, today)), Buttons((_give(words, each, plain=number > 0),))]
    blocks += [Note(words(w.MORE_DUE, n=more))] if more > 0 else []
    blocks += [Note(words(w.LAST_TIME))] if last else []
    return Card(_summary(words, shown, _due(words, shown[0], today)), tuple(blocks))


def ask_to_take(words: Words, promise: Promise) -> Card:
    return Card(_summary(words, (promise,), _offered(words, promise)), home_offered(words, promise))


def notice(words: Words, said: Sentence, promise: Promise, **values: object) -> Card:
    """A message to who sees to it now: it stayed theirs, or fell to them."""
    text = words(said, text=cut(promise.text, SHORT), **values)
    read = Open(words(w.HISTORY), "commitments.one", promise.ref)
    return Card(_summary(words, (promise,), text), (Text(text), Buttons((read,))))


def latest(promise: Promise) -> Update | None:
    """The newest news of it, whoever looks after it since."""
    return next((each for each in promise.updates if each.kind == "news"), None)


def _summary(words: Words, promises: Sequence[Promise], text: str) -> str:
    """What a lock screen shows: nothing of a hidden circle."""
    return words(w.QUIET) if any(each.quiet for each in promises) else cut(text, SUMMARY)


def _listed(words: Words, promise: Promise, today: date) -> tuple[Block, ...]:
    read = Open(words(w.HISTORY), "commitments.one", promise.ref)
    give = (_give(words, promise, plain=True),) if promise.mine and promise.state == "doing" else ()
    line = f"{holder(words, promise)} · {stands(words, promise, today)}"
    return (Text(cut(promise.text, SHORT)), Note(line), Buttons((read, *give)))


def _ways(words: Words, promise: Promise) -> tuple[Block, ...]:
    """In rows of two: on Teams four labels beside one another are cut off."""
    mine = [_give(words, promise)] if promise.mine else []
    if promise.state == "doing" and (promise.mine or promise.answers):
        mine.append(Open(words(w.MORE_BUTTON), "commitments.more", promise.ref))
    others = [Open(words(w.ADD_BUTTON), "commitments.add", promise.round_ref)] if promise.answers else []
    others.append(Open(words(w.BACK), "commitments.all"))
    return tuple(Buttons(tuple(row)) for row in (mine, others) if row)


def _entry(words: Words, update: Update, today: date) -> tuple[Block, ...]:
    if update.kind != "news":
        return (Facts(((said_day(words, update.at, today), told(words, update, today)),)),)
    by = words(w.ENTRY, day=said_day(words, update.at, today), author=named(words, update.author))
    return (Facts(((by, told(words, update, today)),)),)


def _news(words: Words, update: Update, today: date) -> str:
    by = words(w.ENTRY, day=said_day(words, update.at, today), author=named(words, update.author))
    return f"{by}: {cut(told(words, update, today), SHORT)}"


def _due(words: Words, promise: Promise, today: date) -> str:
    text = cut(promise.text, SHORT)
    if promise.silent(today):
        return words(w.NEWS_LATE, day=said_day(words, promise.next_on, today), text=text)
    return words(w.NEWS_DUE, text=text)


def _offered(words: Words, promise: Promise) -> str:
    return words(w.OFFERED, owner=named(words, promise.owner), text=cut(promise.text, SHORT))


def _give(words: Words, promise: Promise, *, plain: bool = False) -> Open:
    return Open(words(w.GIVE), "commitments.news", promise.ref, look="plain" if plain else "primary")


def _all(words: Words) -> Open:
    return Open(words(w.ALL_BUTTON), "commitments.all")
