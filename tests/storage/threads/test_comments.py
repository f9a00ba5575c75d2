"""A comment's thread opens once, knows its answerer by their signature, and ends for both."""

import random
from dataclasses import replace
from datetime import timedelta

from storage.threads import author, comments, enclosing, night, recipients
from storage.threads.comments import Answerer
from storage.threads.keys import LIGHT, PRODUCTION
from storage.threads.pool import Minted, Pool
from storage.threads.postroom import postroom
from tests.storage.threads.desk import Desk

DARIO = Answerer("a" * 32, "Dario Moretti", {"en": "How work has been"})
SAID, REPLY, MORE = "The lift is out again.", "Which one?", "The one for beds."


async def minted(desk: Desk) -> Minted:
    return await Pool(desk.cabinet).take()


async def test_both_sides_write_and_the_author_needs_nothing_but_the_receipt(desk: Desk) -> None:
    own, cabinet = await minted(desk), desk.cabinet
    begun = comments.begin(cabinet, own.keys.master, SAID, DARIO)
    await comments.put_in(cabinet, [begun])
    key = comments.key_of(cabinet.secrets, DARIO.ref)
    assert key
    [heard] = await comments.heard(cabinet, key, [begun.place])
    assert heard
    assert [message.text for message in heard.messages] == [SAID]
    assert not heard.waits
    await comments.reply(cabinet, key, heard.thread, REPLY)
    thread = await comments.read(cabinet, own.receipt)
    assert thread
    assert (thread.subject, thread.answerer) == (DARIO.subject, DARIO.name)
    assert [(message.text, message.by and message.by.name) for message in thread.messages] == [
        (SAID, None),
        (REPLY, DARIO.name),
    ]
    assert await comments.go_on(cabinet, own.receipt, MORE)
    [before] = await comments.heard(cabinet, key, [begun.place])
    desk.day.passes()
    [after] = await comments.heard(cabinet, key, [begun.place])
    assert before
    assert after
    assert (before.waits, after.waits) == (False, True)


async def test_a_close_that_begins_again_opens_no_thread_twice(file_desk: Desk) -> None:
    owners, cabinet = [await minted(file_desk) for _ in range(3)], file_desk.cabinet
    first, made = ([comments.begin(cabinet, own.keys.master, SAID, DARIO) for own in owners] for _ in range(2))
    await comments.put_in(cabinet, first[:2])  # killed after two of three, and made anew
    await comments.put_in(cabinet, made)
    key = comments.key_of(cabinet.secrets, DARIO.ref)
    assert key
    assert all(await comments.heard(cabinet, key, [each.place for each in made]))
    for own in owners:
        thread = await comments.read(cabinet, own.receipt)
        assert thread
        assert len(thread.messages) == 1


async def test_another_answerer_finds_nothing_at_a_place_that_is_not_theirs(file_desk: Desk) -> None:
    own, cabinet = await minted(file_desk), file_desk.cabinet
    begun = comments.begin(cabinet, own.keys.master, SAID, DARIO)
    await comments.put_in(cabinet, [begun])
    assert await comments.heard(cabinet, recipients.held(cabinet.secrets, "b" * 32), [begun.place]) == [None]


async def test_what_somebody_else_wrote_into_the_thread_is_not_shown_as_a_reply(file_desk: Desk) -> None:
    own, cabinet = await minted(file_desk), file_desk.cabinet
    begun = comments.begin(cabinet, own.keys.master, SAID, DARIO)
    await comments.put_in(cabinet, [begun])
    key = comments.key_of(cabinet.secrets, DARIO.ref)
    assert key
    [heard] = await comments.heard(cabinet, key, [begun.place])
    assert heard
    forger = replace(key, signs=bytes(32))
    await comments.reply(cabinet, forger, heard.thread, "I am Dario. Who are you?")
    thread = await comments.read(cabinet, own.receipt)
    assert thread
    assert [(message.verified, message.by) for message in thread.messages] == [(True, None), (False, None)]


async def test_when_a_round_s_replies_end_nothing_leads_to_them_and_the_key_is_gone(desk: Desk) -> None:
    own, other, cabinet = await minted(desk), await minted(desk), desk.cabinet
    begun = comments.begin(cabinet, own.keys.master, SAID, DARIO)
    kept = comments.begin(cabinet, other.keys.master, SAID, replace(DARIO, ref="b" * 32))
    await comments.put_in(cabinet, [begun, kept])
    rows = len(await desk.stored())
    await comments.erase_all(cabinet, DARIO.ref)
    await comments.erase_all(cabinet, DARIO.ref)
    assert await comments.read(cabinet, own.receipt) is None
    assert await comments.go_on(cabinet, own.receipt, MORE) is None
    assert comments.key_of(cabinet.secrets, DARIO.ref) is None
    assert len(await desk.stored()) == rows
    assert await comments.read(cabinet, other.receipt)


async def test_a_thread_that_names_no_answerer_is_read_without_one(file_desk: Desk) -> None:
    receipt = await file_desk.begins(SAID)
    thread = await comments.read(file_desk.cabinet, receipt)
    assert thread
    assert (thread.answerer, [message.text for message in thread.messages]) == ("", [SAID])
    assert await author.erase(file_desk.cabinet, receipt)


async def test_the_room_writes_rows_anew_once_a_night_and_stirs_at_random(file_desk: Desk) -> None:
    room = postroom(file_desk.cabinet)
    await night.add_decoys(room.cabinet, 4)
    before = await file_desk.stored()
    assert not await room.rewrite_at_night(12)
    assert await room.rewrite_at_night(3)
    assert not await room.rewrite_at_night(4)
    after = await file_desk.stored()
    assert {place for place, _ in before}.isdisjoint(place for place, _ in after)
    file_desk.day.today += timedelta(days=1)
    assert await room.rewrite_at_night(0)
    before = await file_desk.stored()
    room.chance = random.Random(1)
    await room.idle(0)
    assert await file_desk.stored() == before
    await night.stir(room.cabinet)
    assert len(set(await file_desk.stored()) - set(before)) == 1
    await night.add_decoys(room.cabinet, 3 * enclosing.ROWS)
    before = await file_desk.stored()
    await room.idle(1e9)
    after = await file_desk.stored()
    assert len(after) == len(before)
    assert enclosing.ROWS <= len(set(after) - set(before)) <= enclosing.ROWS + 1


async def test_receipts_for_comments_cost_less_and_those_for_speaking_up_keep_the_dear_step(file_desk: Desk) -> None:
    dear = replace(file_desk.cabinet, cost=PRODUCTION)
    room = postroom(dear)
    assert room.cabinet.cost == LIGHT
    assert dear.cost == PRODUCTION
    assert room.cabinet.shelf is dear.shelf
    assert postroom(file_desk.cabinet).cabinet.cost == file_desk.cabinet.cost
