"""A reply to a comment finds its way by eight words, and nothing leads from the words to whoever holds them."""

import logging
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from sqlalchemy import insert, select

from storage.loop import CommentRow, MomentRow
from storage.replies import KEPT
from storage.threads import night, receipts
from storage.threads.receipts import Receipt, mint, words
from tests.conversations.commenting import (
    FIELD,
    MORE,
    REPLY,
    SAID,
    at_work,
    closed,
    comments,
    everything_in,
    lists,
    reads,
    replies,
    thread_rows,
)
from tests.conversations.test_sorting import closed_with
from tests.databases import drop_postgres, fresh_postgres, fresh_sqlite
from tests.drivers.bare import BareDriver
from tests.harness import Office
from tests.storage.threads import scan
from tests.witness import dump

NEXT_NOTE = "2026-11-19T10:00"
NOTHING = "No reply is there."
AGAIN = "Write again to Dario Moretti"


@pytest.fixture
async def office(tmp_path: Path) -> AsyncIterator[Office]:
    opened = await Office.open(BareDriver(), await fresh_sqlite(tmp_path), tmp_path)
    yield opened
    await opened.close()


@pytest.mark.long
async def test_a_reply_and_what_is_written_back_on_postgresql_and_across_a_restart(tmp_path: Path) -> None:
    url = await fresh_postgres()
    office = await Office.open(BareDriver(), url, tmp_path)
    steward, nurse, _ = await at_work(office)
    kept = await comments(nurse)
    await closed(office)
    await replies(steward)
    await office.close()
    now, office = office.clock.at, await Office.open(BareDriver(), url, tmp_path, quiet=0)
    office.clock.at = now
    nurse, steward = (replace(each, office=office) for each in (nurse, steward))
    await night.rewrite(office.works.room.cabinet)
    assert REPLY in await reads(nurse, kept)
    await nurse.fills({AGAIN: MORE})
    await nurse.sends()
    assert "Kept. It can be read from tomorrow on" in nurse.dialog.text
    await office.wait(days=1)
    await steward.dismisses()
    await steward.visits_home()
    await steward.presses("Reply to comments")
    assert MORE in steward.dialog.text
    await office.close()
    await drop_postgres(url)


@pytest.mark.long
async def test_words_that_lead_nowhere_are_answered_alike_and_looking_changes_nothing(office: Office) -> None:
    steward, nurse, other = await at_work(office)
    replaced = await comments(nurse, "Not this.")
    kept = await comments(nurse)
    said = [await reads(nurse, kept)]
    await closed(office)
    await replies(steward)
    before = dump(office.works.database), thread_rows(office)
    said += [await reads(nurse, replaced), await reads(nurse, " ".join(words(mint())))]
    assert NOTHING in said[0]
    assert len(set(said)) == 1
    assert REPLY in await reads(other, kept)  # whoever has the words can read; nobody can tell who it is
    assert (dump(office.works.database), thread_rows(office)) == before


async def test_a_comment_that_is_not_shown_opens_no_thread_and_its_words_say_nothing(office: Office) -> None:
    steward, nurse, _ = await at_work(office)
    kept = await comments(nurse)
    await closed(office, 6)  # seven answers and k=5: too few for comments
    assert thread_rows(office) == {"sealed": []}
    assert NOTHING in await reads(nurse, kept)
    assert "can be replied to" not in await steward.visits_home()


@pytest.mark.long
async def test_no_dump_no_log_and_no_message_leads_from_the_words_to_their_author(
    office: Office, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    steward, nurse, _ = await at_work(office)
    kept = await comments(nurse)
    receipt = receipts.read(kept)
    assert isinstance(receipt, Receipt)
    keys = await office.works.room.cabinet.keys(receipt)
    needles = [f"{one} {two}".encode() for one, two in pairwise(kept.split())]
    needles += [keys.master, keys.token, keys.wrap, keys.signs, REPLY.encode(), MORE.encode()]
    await closed(office)
    await replies(steward)
    told = [row[1:5] for row in dump(office.works.database)["delivery"]]
    await reads(nurse, kept)
    await nurse.fills({AGAIN: MORE})
    await nurse.sends()
    await office.wait(days=1)
    assert [row[1:5] for row in dump(office.works.database)["delivery"]] == told  # nobody is written to because of it
    assert [found for line in caplog.messages for found in scan.found(needles, line.encode())] == []
    await office.works.stop()
    assert [found for content in everything_in(tmp_path) for found in scan.found(needles, content)] == []
    assert "receipt." not in repr(office.works.bot._forms.__dict__)


async def test_what_breaks_on_the_way_is_logged_without_a_word(
    office: Office, caplog: pytest.LogCaptureFixture
) -> None:
    _, nurse, _ = await at_work(office)
    kept = " ".join(words(mint()))
    async with office.works.room.cabinet.database.begin() as connection:
        await connection.exec_driver_sql("DROP TABLE sealed")
    caplog.set_level(logging.DEBUG)
    assert "Something went wrong on our side" in await reads(nurse, kept)
    assert nurse.dialog.values[FIELD if FIELD in nurse.dialog.values else "What you entered"] == kept
    assert "answering Submitted" in caplog.text
    assert not any(f"{one} {two}" in caplog.text for one, two in pairwise(kept.split()))


async def test_each_kind_of_slip_is_named_so_that_it_can_be_put_right(office: Office) -> None:
    _, nurse, _ = await at_work(office)
    own = list(words(mint()))
    assert "I found 7 of 8." in await reads(nurse, " ".join(own[:7]))
    assert "Did you mean umbrella" in await reads(nurse, " ".join(["ubmrella", *own[1:]]))
    assert "Number 2, zzzz, is none of our words." in await reads(nurse, " ".join([own[0], "zzzz", *own[2:]]))
    assert "two may have changed places" in await reads(nurse, " ".join([own[1], own[0], *own[2:]]))
    assert NOTHING in await reads(nurse, "1. " + " ,".join(own).upper())


async def test_a_person_may_look_ten_times_an_hour(office: Office) -> None:
    _, nurse, other = await at_work(office)
    for _ in range(10):
        assert NOTHING in await reads(nurse, " ".join(words(mint())))
    assert "You have sent this 10 times in the last hour." in await reads(nurse, " ".join(words(mint())))
    assert NOTHING in await reads(other, " ".join(words(mint())))
    await office.wait(hours=1)
    assert NOTHING in await reads(nurse, " ".join(words(mint())))


async def test_writing_again_can_be_mended_and_a_receipt_is_never_sent_along(office: Office) -> None:
    steward, nurse, _ = await at_work(office)
    kept = await comments(nurse)
    await closed(office)
    assert "Nobody has replied yet." in await reads(nurse, kept)
    for text, said in ((f"Mine: {kept}", "holds your eight words"), ("x" * 1001, "1001 characters"), (" ", "write")):
        await nurse.fills({AGAIN if AGAIN in nurse.dialog.values else "Write again": text})
        await nurse.sends()
        assert any(said in error for error in nurse.dialog.errors), text
    await nurse.fills({"Write again": MORE})
    await nurse.sends()
    assert f"{MORE}" in await reads(nurse, kept)
    assert MORE not in await lists(steward)  # not before tomorrow
    await office.wait(days=1)
    assert MORE in await lists(steward)


async def test_only_the_one_who_answers_back_can_reply(office: Office) -> None:
    steward, nurse, _ = await at_work(office)
    await comments(nurse)
    await closed(office)
    assert "Reply to comments" not in (await nurse.sees_home()).buttons
    async with office.works.database.begin() as connection:
        refs = (await connection.execute(select(CommentRow.id))).scalars().all()
    for ref in refs:
        await office.forges(nurse, "replies.write", ref, {"reply": REPLY})
    assert "Only the one who answers back" in " ".join(nurse.dialog.errors)
    assert "You replied" not in await lists(steward)


@pytest.mark.long
async def test_everybody_who_was_asked_hears_alike_that_some_comments_have_a_reply(office: Office) -> None:
    steward, nurse, other = await at_work(office)
    await comments(nurse)
    await closed(office)
    await replies(steward)
    line = "How work has been: some comments have a reply from Dario Moretti."
    assert await nurse.visits_home() == await other.visits_home()
    assert line in await other.visits_home()
    await office.until(NEXT_NOTE)
    assert line in nurse.newest.text
    assert nurse.newest.text == other.newest.text


@pytest.mark.long
async def test_replies_end_ninety_days_after_the_answer_for_both_and_for_good(office: Office, tmp_path: Path) -> None:
    steward, nurse, _ = await at_work(office)
    kept = await comments(nurse)
    await closed(office)
    await replies(steward)
    [key] = (tmp_path / "secrets").glob("answerer-*")
    office.clock.at += KEPT  # not yet ninety days after the day on which an answer was promised
    await office.works.tidy()
    assert REPLY in await reads(nurse, kept)
    office.clock.at += timedelta(days=15)
    await office.works.tidy()
    assert NOTHING in await reads(nurse, kept)
    assert not key.exists()
    assert "can be replied to" not in await steward.visits_home()
    rows = dump(office.works.database)
    assert rows["reply"] == []
    assert [row[-1] for row in rows["comment"]] == [None] * 4
    assert any(SAID in row for row in rows["comment"])  # the comment itself stays


async def test_comments_of_several_forms_stand_behind_one_line(bare: Office) -> None:
    dario, first = await closed_with(bare, [("f" * 32, "No thread")])
    await bare.wait(days=7)
    async with bare.works.database.begin() as connection:
        closed = (await connection.execute(select(MomentRow.id).where(MomentRow.closed))).scalars().all()
        assert len(closed) == 2
        for number, moment in enumerate(closed):
            row = {
                "id": f"{number:032}",
                "moment_id": moment,
                "question": "",
                "node": "",
                "text": "Words",
                "thread": b"x",
            }
            await connection.execute(insert(CommentRow).values(row))
    assert "Comments on your last 2 forms can be replied to." in await dario.visits_home()
    await dario.presses("Reply to comments")
    assert ", closed on " in dario.dialog.text
    one, other = (label for label in dario.dialog.buttons if label.startswith("Reply (closed "))
    assert one != other
    await dario.presses(other)
    assert first.subject["en"] in dario.dialog.text
