"""The turns of whoever speaks up: signposts, the form, the words to keep, and the check of two of them.

No turn has an account, an event's number or a transaction, and none writes a message. Reading replies is in checking.py.
"""

import secrets
from dataclasses import replace

from bot.conversation import Conversation, Turn
from bot.events import Opened, Show, Submitted
from bot.forms import again, only_text
from bot.receipt import Receipt
from bot.tries import DAY, Limit
from bot.ui import Form
from conversations.speak_up import cards
from conversations.speak_up import form as writing
from conversations.speak_up import words as w
from conversations.speak_up.cards import FIRST, PAGE, SECOND
from conversations.speak_up.changed import changed, was_told
from conversations.speak_up.checking import (
    answer_again,
    ask_again,
    ask_for_words,
    ask_to_erase,
    erase,
    read_replies,
    write_again,
)
from conversations.speak_up.form import TO, WARNED, WHAT, Offered
from conversations.speak_up.protects import protects
from storage.cases import casework, filing
from storage.cases.filing import Report
from storage.threads import frames, receipts, two_words
from storage.threads.author import NotAReader
from storage.threads.pool import Minted
from storage.threads.recipients import Directory, DirectoryRefused, newest
from storage.work import beside

REPORTS_A_DAY, REPORTS_AN_HOUR, LOOKS_AN_HOUR = 3, 20, 10


async def signposts(turn: Turn, event: Opened) -> Show:
    """Where to turn, the same for everybody; and the way on, where reports can be taken in."""
    told, takes, chat = await was_told(turn), await _directory(turn) is not None, event.choice != PAGE
    return Show(cards.signposts(turn.words, turn.house, takes=takes, told=told, chat=chat))


async def begin(turn: Turn, event: Submitted) -> Show:
    """What we promise and what we cannot, and the empty form. Its ref is made of chance and stands nowhere: it only tells
    one sending from another."""
    directory, chat = await _directory(turn), event.ref != PAGE
    if directory is None:
        told = await was_told(turn)
        return Show(cards.signposts(turn.words, turn.house, takes=False, told=told, chat=chat))
    form = writing.form(turn.words, _offered(turn, directory), secrets.token_hex(16))
    return Show(replace(form, blocks=(*writing.promises(turn.words, turn.house, chat=chat), *form.blocks)))


async def file(turn: Turn, event: Submitted) -> Show:
    """Takes a report in and shows its receipt, or the form again with every word in it."""
    directory = await _directory(turn)
    offered = _offered(turn, directory or Directory(0, ()))
    form = writing.form(turn.words, offered, event.ref)
    if directory is None:
        return Show(again(form, event.values, {"": _not_taken(turn)}))
    filled = writing.read(turn.words, offered, event.values)
    if filled.report is None:
        return Show(again(form, event.values, filled.errors))
    if warning := writing.warning(turn.words, event.values):
        asked = replace(form, fields=(*form.fields, writing.anyway(turn.words)), ref=f"{WARNED}{event.ref[-64:]}")
        return Show(again(asked, event.values, {"": warning}))
    try:
        minted = await beside(turn).reception.file(event.ref.removeprefix(WARNED), filled.report)
    except DirectoryRefused:
        return Show(again(form, event.values, {"": _not_taken(turn)}))
    except (NotAReader, filing.NotOffered):
        return Show(again(form, event.values, {TO: turn.words(w.CHANGED)}))
    except frames.NothingSaid:
        return Show(again(form, event.values, {WHAT: turn.words(w.NEEDED)}))
    return Show(_keep(turn, minted, filled.report, directory))


async def ask_two_words(turn: Turn, event: Submitted) -> Show:
    """Asks for two of the words, on a screen where they do not stand any more."""
    asked = two_words.places(event.ref)
    if asked is None:
        return Show(only_text(turn.words, w.DONE_TITLE, turn.words(w.NO_CHECK)))
    return Show(cards.check(turn.words, asked, event.ref))


async def check_two_words(turn: Turn, event: Submitted) -> Show:
    """Whether these are the two words; any process can tell, and none remembers which words they were."""
    asked = two_words.places(event.ref)
    if asked is None:
        return Show(only_text(turn.words, w.DONE_TITLE, turn.words(w.NO_CHECK)))
    typed = (event.values.get(FIRST, ""), event.values.get(SECOND, ""))
    if not two_words.kept(beside(turn).reception.work.cabinet.secrets, event.ref, typed):
        wrong = turn.words(w.NOT_THESE, first=asked[0], second=asked[1])
        return Show(again(cards.check(turn.words, asked, event.ref), event.values, {FIRST: wrong}))
    return Show(only_text(turn.words, w.DONE_TITLE, turn.words(w.DONE)))


async def _directory(turn: Turn) -> Directory | None:
    """Those who can be written to today; None where the list does not hold, or is too short."""
    work = beside(turn).reception.work
    try:
        listed = await casework.intake(work)
    except DirectoryRefused:
        return None
    return replace(listed, recipients=newest(listed.recipients, work.cabinet.today()))


def _offered(turn: Turn, directory: Directory) -> Offered:
    return Offered(directory.recipients, filing.offered(beside(turn).reception.units))


def _not_taken(turn: Turn) -> str:
    posts = turn.house.signposts
    return turn.words(w.NOT_TAKEN, who=posts.talk_first or posts.guardian or turn.words(w.SOMEBODY))


def _keep(turn: Turn, minted: Minted, report: Report, directory: Directory) -> Form:
    door, own = turn.house.signposts.door, minted.receipt
    shown = Receipt(receipts.words(own), receipts.digits(own), receipts.squares(own))
    token = two_words.ask(beside(turn).reception.work.cabinet.secrets, own).token
    names = turn.words.listed([each.name for each in directory.recipients if each.opens in report.to])
    return cards.keep(turn.words, shown, (names, _when(turn, report)), token, door=door)


def _when(turn: Turn, report: Report) -> str:
    if report.urgent:
        return turn.words(w.NOW)
    if report.release == "within three days":
        return turn.words(w.WITHIN)
    today = beside(turn).reception.work.cabinet.today()
    return turn.words(w.FROM, day=turn.words.day(frames.opens_on(today, report.release)))


REPORTS = Limit(
    "speak_up.file",
    REPORTS_A_DAY,
    w.TOO_OFTEN,
    per=DAY,
    together=REPORTS_AN_HOUR,
    too_many=w.TOO_MANY,
    when_done=True,
)
NEED_WORDS = ("speak_up.read", "speak_up.go_on", "speak_up.erase", "speak_up.again")
LOOKS = Limit("speak_up.read", LOOKS_AN_HOUR, w.TOO_MANY_LOOKS)
CONVERSATION = Conversation(
    name="speak_up",
    opens={
        "speak_up.open": signposts,
        "speak_up.look": ask_for_words,
        "speak_up.erase": ask_to_erase,
        "speak_up.again": ask_again,
        "speak_up.protects": protects,
        "speak_up.changed": changed,
    },
    submits={
        "speak_up.begin": begin,
        "speak_up.file": file,
        "speak_up.kept": ask_two_words,
        "speak_up.check": check_two_words,
        "speak_up.read": read_replies,
        "speak_up.go_on": write_again,
        "speak_up.erase": erase,
        "speak_up.again": answer_again,
    },
    traceless=True,
    limits={"speak_up.file": REPORTS, **dict.fromkeys(NEED_WORDS, LOOKS)},
    repeats=frozenset({"speak_up.begin", "speak_up.file", "speak_up.kept", "speak_up.check", "speak_up.read"}),
)
