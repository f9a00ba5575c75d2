"""Cases that a guardian was told of lie among the others; a table of them is added whole, or not at all."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

import pytest

from storage.cases import filing, importing, opening, raised, reporter, sharing, working
from storage.cases.importing import COLUMNS, Faulty
from storage.cases.raised import InTheFuture, NoOutcome, NotAgreed, Raised
from storage.cases.sharing import LeftOut
from storage.spreadsheet import table
from storage.threads import envelope, frames
from storage.threads.author import NotAReader
from storage.threads.readers import Gone
from storage.threads.receipts import mint
from tests.storage.cases.chamber import Chamber, shown
from tests.storage.cases.test_attacks import dump
from tests.storage.threads import scan

SAID = "She was told to change the rota after it was signed."
WHO = "Miriam Okonkwo-Dunne"
TOLD = Raised(SAID, "behaviour", "phone", "confidential", date(2026, 10, 30), WHO, agreed=True)


async def test_a_case_told_by_phone_is_a_row_like_any_other_and_who_raised_it_is_for_its_readers(
    chamber: Chamber,
) -> None:
    ines, tom = await chamber.guardian("Ines"), await chamber.guardian("Tom")
    ruth = (await chamber.guardian("Ruth")).named
    told = replace(TOLD, shut_to=(ruth,), group="nursing-and-midwifery")
    for _ in range(2):  # the button pressed twice
        await raised.add(chamber.work, ines, told, [tom.named], ref=b"one")
    for name in ("Ines", "Tom"):
        case = await chamber.case(name)
        assert shown(case.messages) == [(SAID, "Ines")]
        assert (case.how, case.door, case.day, case.about["who"]) == ("phone", "confidential", TOLD.on, WHO)
        assert (case.category, case.card.group, case.card_holds) == ("behaviour", "nursing-and-midwifery", True)
    assert await chamber.cases("Ruth") == []
    assert {len(body) for _, body in await chamber.stored()} == {envelope.ROW}
    for name, content in {**chamber.desk.files(), **await dump(chamber)}.items():
        assert scan.found([WHO.encode(), SAID[:16].encode()], content) == [], name
    case = await chamber.case("Ines")
    with pytest.raises(LeftOut):
        await sharing.hand_over(chamber.work, ines, case, [ruth], why="She asked.")
    await working.close(chamber.work, ines, case, "Signed rotas are locked.")
    await sharing.recuse(chamber.work, ines, case)
    left = await opening.again(chamber.work, tom, await chamber.case("Tom"))
    assert left
    assert (left.card.status, left.messages[0].text) == ("closed", SAID)


async def test_what_may_not_be_written_down_is_refused_and_nothing_is_added(file_chamber: Chamber) -> None:
    chamber = file_chamber
    ines, ruth = await chamber.guardian("Ines"), (await chamber.guardian("Ruth")).named
    given: list[tuple[Raised, type[Exception]]] = [
        (replace(TOLD, agreed=False), NotAgreed),
        (replace(TOLD, door="anonymous"), NotAgreed),
        (replace(TOLD, status="closed"), NoOutcome),
        (replace(TOLD, outcome="Done."), NoOutcome),
        (replace(TOLD, on=chamber.day.today + timedelta(days=1)), InTheFuture),
        (replace(TOLD, text=" "), frames.NothingSaid),
        (replace(TOLD, text="x" * 20_000), frames.TooLong),
        (replace(TOLD, shut_to=(ruth,)), NotAReader),
    ]
    for bad, refused in given:
        with pytest.raises(refused):
            await raised.add(chamber.work, ines, bad, [ruth], ref=b"one")
    assert await chamber.stored() == []


def a_table(*lines: Mapping[str, str]) -> bytes:
    usual = {
        "raised_on": "2026-04-03",
        "how": "in person",
        "door": "open",
        "category": "bullying",
        "what_happened": SAID,
    }
    return table(COLUMNS, [{**dict.fromkeys(COLUMNS, ""), **usual, **line} for line in lines]).encode("utf-8-sig")


async def test_a_table_of_cases_is_added_whole_and_twice_is_once(chamber: Chamber) -> None:
    ines = await chamber.guardian("Ines")
    whole = a_table(
        {},
        {},  # two people who said the same on one day are two cases
        {"raised_on": "05/06/2026", "status": "Closed", "outcome": "A new rota.", "speak_up_again": "maybe"},
        {"who": WHO, "who_agreed": "Yes", "worker_group": "Medical and dental", "tags": "rota; night"},
        {"what_happened": "He said: \"no\";\nthen, \u2018yes\u2019 = \N{SHRUG}\n=cmd|'/c calc'!A1"},
    )
    assert await importing.add_all(chamber.work, ines, whole) == 5
    assert await importing.add_all(chamber.work, ines, whole) == 0
    more = whole + a_table({"door": "anonymous"}).partition(b"\n")[2]
    assert await importing.add_all(chamber.work, ines, more) == 1
    cases = {
        (each.day, each.door, each.about["who"], each.card.status, each.again) for each in await chamber.cases("Ines")
    }
    assert (date(2026, 6, 5), "open", "", "closed", "maybe") in cases
    assert (date(2026, 4, 3), "open", WHO, "new", "") in cases
    assert len(await chamber.cases("Ines")) == 6
    assert any("=cmd|'/c calc'!A1" in each.messages[0].text for each in await chamber.cases("Ines"))


async def test_one_wrong_line_stops_a_table_and_every_wrong_line_is_named(file_chamber: Chamber) -> None:
    chamber = file_chamber
    ines = await chamber.guardian("Ines")
    bad = a_table(
        {},
        {"raised_on": "2026-02-30"},
        {"raised_on": "2027-01-01"},
        {"how": "=HYPERLINK(1)"},
        {"who": WHO},
        {"status": "closed"},
        {"what_happened": " "},
        {"outcome": "x" * 3001, "status": "closed"},
        {"who_agreed": "perhaps"},
        {"category": "gossip"},
    )
    with pytest.raises(Faulty) as told:
        await importing.add_all(chamber.work, ines, bad)
    assert [(each.line, each.column, each.why) for each in told.value.faults] == [
        (3, "raised_on", "not a day"),
        (4, "raised_on", "in the future"),
        (5, "how", "not offered"),
        (6, "who", "not agreed"),
        (7, "outcome", "needs an outcome"),
        (8, "what_happened", "says nothing"),
        (9, "what_happened", "too long"),
        (10, "who_agreed", "not yes or no"),
        (11, "category", "not offered"),
    ]
    assert SAID not in str(told.value) + repr(told.value.faults)
    assert await chamber.stored() == []


async def test_what_is_no_such_table_is_refused_with_the_reason(file_chamber: Chamber) -> None:
    chamber, good = file_chamber, a_table({})
    ines = await chamber.guardian("Ines")
    for table_, why in (
        (b"", "no lines"),
        (good.splitlines()[0], "no lines"),
        ("raised_on;h\u00f6w".encode("latin-1"), "not UTF-8"),
        (b"x" * (importing.MOST_BYTES + 1), "too much"),
        (good + b'2026-04-03,"open\n', "not a table"),
        (good + b"2026-04-03,mail\n", "wrong number of cells"),
        (b"raised_on,how,colour\n1,2,3\n", "column missing"),
        (a_table(*[{}] * 501), "too much"),
        (good.replace(b"who_agreed", b"who"), "not a table"),
        (b"\x00\x00,\x00\n\x00", "column missing"),
    ):
        with pytest.raises(Faulty) as refused:
            await importing.add_all(chamber.work, ines, table_)
        assert refused.value.faults[0].why == why
    assert await chamber.stored() == []


async def test_would_you_speak_up_again_is_answered_with_the_receipt_for_the_readers(chamber: Chamber) -> None:
    receipt = await chamber.files(SAID)
    ines, case = await chamber.guardian("Ines"), await chamber.case("Ines")
    await working.close(chamber.work, ines, case, "Signed rotas are locked.")
    assert await reporter.feedback(chamber.work, receipt, "no", "It took too long.")
    assert await reporter.feedback(chamber.work, receipt, "maybe")
    assert await reporter.feedback(chamber.work, mint(), "yes") is None
    assert (await chamber.case("Ines")).again == ""  # not before its window
    chamber.day.passes()
    case = await chamber.case("Ines")
    assert case.again == "maybe"
    assert [each.text for each in case.messages if each.kind == "feedback"] == ["It took too long.", "maybe"]
    assert [each.about.get("outcome") for each in case.messages] == [None, "yes", None, None, None]
    with pytest.raises(filing.NotOffered):
        await reporter.feedback(chamber.work, receipt, "never")
    stale = replace(case, opened=replace(case.opened, keys=envelope.fresh()))
    with pytest.raises(Gone):
        await working.count_as(chamber.work, ines, stale, working.Counted("other"))
    counted = working.Counted("worker-safety", ["detriment", "worker-safety"], "students")
    await working.count_as(chamber.work, ines, case, counted)
    case = await chamber.case("Ines")
    assert (case.category, case.elements) == ("worker-safety", ("worker-safety", "detriment"))
