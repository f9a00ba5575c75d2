"""A picture beside a report: it arrives whole, looks like any other rows, and leaves nothing behind when it is erased."""

import base64
import secrets

import pytest

from bot.enclosures import LARGEST, Enclosed
from storage.cases import reporter, sharing
from storage.cases.enclosing import Enclosing, enclosures_of, pictures_of
from storage.threads import author, enclosing, envelope, night, receipts, transcript
from storage.threads.receipts import Receipt, mint
from tests.storage.cases.chamber import Chamber
from tests.storage.threads import scan

SAID = "The checklist was signed before anybody had counted."
WORDS = "This is the sheet."


def picture(size: int = LARGEST) -> Enclosed:
    return Enclosed("picture", "image/webp", secrets.token_bytes(size))


async def encloses(
    chamber: Chamber, receipt: Receipt, enclosed: Enclosed, text: str = "", *, files: bool = False
) -> str:
    typed = " ".join(receipts.words(receipt))
    kept: str = await Enclosing(chamber.work, files)(typed, text, enclosed)
    return kept


@pytest.mark.long
async def test_a_picture_reaches_those_who_read_the_case_and_nobody_else(chamber: Chamber) -> None:
    receipt, sent = await chamber.files(SAID), picture()
    assert await encloses(chamber, receipt, sent, WORDS) == "kept"
    assert pictures_of((await chamber.case("Ines")).messages) == []  # let through from tomorrow on, as words are
    chamber.day.passes()
    case = await chamber.case("Ines")
    assert pictures_of(case.messages) == [sent]
    assert [each.text for each in case.messages if each.kind == "said"] == [SAID, WORDS]
    assert await chamber.cases("Ruth") == []
    mine = await reporter.look(chamber.work, receipt)
    assert mine
    assert enclosures_of(mine) == [sent]
    small = picture(1)
    assert await encloses(chamber, receipt, small) == "kept"
    assert enclosures_of(await reporter.look(chamber.work, receipt) or []) == [sent, small]


@pytest.mark.long
async def test_the_size_of_a_picture_cannot_be_seen_and_a_stir_leaves_the_same_traces(chamber: Chamber) -> None:
    cabinet = chamber.work.cabinet
    await night.add_decoys(cabinet, 8 * enclosing.ROWS)
    receipt = await chamber.files(SAID)
    changed = []
    for act in (
        encloses(chamber, receipt, picture(), WORDS),
        encloses(chamber, receipt, picture(1)),
        night.stir(cabinet, enclosing.ROWS),
    ):
        before = await chamber.stored()
        await act
        after = await chamber.stored()
        assert {(len(place), len(body)) for place, body in after} == {(16, envelope.ROW)}
        assert len(after) == len(before)
        changed.append((len(set(after) - set(before)), len(set(before) - set(after))))
    assert changed == [(enclosing.ROWS, enclosing.ROWS)] * 3


async def test_without_rows_that_say_nothing_the_size_would_be_seen(
    file_chamber: Chamber, monkeypatch: pytest.MonkeyPatch
) -> None:
    chamber, cabinet = file_chamber, file_chamber.work.cabinet
    await night.add_decoys(cabinet, 8 * enclosing.ROWS)
    receipt, before = await chamber.files(SAID), await chamber.stored()
    monkeypatch.setattr(enclosing, "ROWS", 0)
    await encloses(chamber, receipt, picture(1))
    assert 0 < len(set(await chamber.stored()) - set(before)) < 16


@pytest.mark.long
async def test_no_piece_of_a_picture_lies_open_and_erasing_outlives_an_old_backup(file_chamber: Chamber) -> None:
    chamber, sent = file_chamber, picture()
    receipt = await chamber.files(SAID)
    assert await encloses(chamber, receipt, sent, WORDS) == "kept"
    needles = [sent.content[at : at + 24] for at in range(0, LARGEST, 8_000)]
    needles += [base64.b85encode(sent.content[at : at + 20]) for at in range(0, LARGEST, 11_800)]
    for content in chamber.desk.files().values():
        assert scan.found([*needles, WORDS.encode(), b"image/webp"], content) == []
    assert scan.found(needles[:1], b"before" + sent.content + b"after") != []  # so the search would see it
    backup = await chamber.stored()
    assert await author.erase(chamber.work.cabinet, receipt)
    await chamber.desk.restore(backup)
    assert await chamber.sees(receipt) is None
    assert await chamber.cases("Ines") == []


async def test_a_picture_with_a_lost_or_foreign_piece_is_not_shown(chamber: Chamber) -> None:
    receipt = await chamber.files(SAID)
    assert await encloses(chamber, receipt, picture(), WORDS) == "kept"
    chamber.day.passes()
    token = (await chamber.case("Ines")).opened.token
    [epoch] = chamber.work.cabinet.shelf.read()
    stored = dict(await chamber.stored())
    first, second = (epoch.place(transcript.bases(token)[number]) for number in (3, 4))
    swapped = {**stored, first: stored[second], second: stored[first]}
    await chamber.desk.restore(list(swapped.items()))
    case = await chamber.case("Ines")
    assert enclosures_of(case.messages) == []
    assert [each.text for each in case.messages if each.kind == "said" and each.verified] == [SAID, WORDS]


@pytest.mark.long
async def test_pictures_leave_room_for_words_and_are_refused_in_plain_answers(chamber: Chamber) -> None:
    receipt = await chamber.files(SAID)
    assert [await encloses(chamber, receipt, picture()) for _ in range(4)] == ["kept", "kept", "kept", "full"]
    assert await reporter.answer(chamber.work, receipt, "There is room for words.")
    assert await encloses(chamber, receipt, picture(LARGEST + 1)) == "too long"
    assert await encloses(chamber, receipt, picture(1), " ".join(receipts.words(receipt))) == "own words"
    assert await encloses(chamber, mint(), picture(1)) == "nothing there"
    assert await Enclosing(chamber.work)("table lamp", "", picture(1)) == "no such words"
    svg = Enclosed("picture", "image/svg+xml", b"<svg/>")
    assert await encloses(chamber, receipt, svg) == "too long"


async def test_a_file_is_kept_only_where_the_organisation_allows_it(chamber: Chamber) -> None:
    receipt, file = await chamber.files(SAID), Enclosed("file", "application/octet-stream", b"%PDF-1.7 and more")
    assert await encloses(chamber, receipt, file) == "too long"
    assert await encloses(chamber, receipt, file, files=True) == "kept"
    chamber.day.passes()
    case = await chamber.case("Ines")
    assert (enclosures_of(case.messages), pictures_of(case.messages)) == ([file], [])


async def test_a_picture_waits_where_no_list_of_guardians_can_be_trusted(file_chamber: Chamber) -> None:
    receipt = await file_chamber.files(SAID)
    file_chamber.work.cabinet.secrets.put("directory-speak-up", (99).to_bytes(8, "big"))
    before = await file_chamber.stored()
    assert await encloses(file_chamber, receipt, picture(1)) == "shut"
    assert await file_chamber.stored() == before


@pytest.mark.long
async def test_after_new_keys_a_picture_is_still_whole(chamber: Chamber) -> None:
    receipt, sent = await chamber.files(SAID), picture()
    assert await encloses(chamber, receipt, sent) == "kept"
    chamber.day.passes()
    await night.rewrite(chamber.work.cabinet)
    guardian, case = await chamber.guardian("Tom"), await chamber.case("Tom")
    await sharing.recuse(chamber.work, guardian, case)
    assert pictures_of((await chamber.case("Ines")).messages) == [sent]
    assert await chamber.cases("Tom") == []
