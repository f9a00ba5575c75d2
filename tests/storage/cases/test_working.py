"""Guardians read, answer, note and close cases; what nobody signed, or what was moved, is not taken for theirs."""

import asyncio
from dataclasses import replace

import pytest
from sqlalchemy import delete, update

from storage.cases import cards, opening, reporter, working
from storage.cases.cards import NotACard
from storage.threads import envelope, frames, lying, rows, transcript
from storage.threads.readers import Gone
from storage.threads.recipients import Recipient
from storage.threads.tables import SealedRow
from tests.storage.cases.chamber import Chamber, shown

SAID = "The rota was changed after it was signed."


async def test_a_case_is_worked_from_report_to_outcome(chamber: Chamber) -> None:
    receipt, work = await chamber.files(SAID), chamber.work
    ines, tom = await chamber.guardian("Ines"), await chamber.guardian("Tom")
    [case] = await opening.open_all(work, ines)
    await working.acknowledge(work, ines, case)
    await working.reply(work, ines, case, "Which day?")
    await reporter.answer(work, receipt, "Thursday.", "at once")
    await working.note(work, tom, case, "Compare with the paper copy.")
    await working.own(work, ines, case, tom.named)
    await working.tag(work, tom, case, ["rota", " night ", "rota", ""])
    await working.status(work, tom, case, "waiting")
    [seen] = await opening.open_all(work, tom)
    assert shown(seen.messages) == [(SAID, "me"), ("read", "Ines"), ("Which day?", "Ines"), ("Thursday.", "me")]
    assert shown(seen.notes) == [("Compare with the paper copy.", "Tom")]
    assert (seen.card.status, seen.card.owner, seen.card.tags) == ("waiting", tom.named.signs, ("rota", "night"))
    assert seen.card_holds
    with pytest.raises(frames.NothingSaid):
        await working.close(work, tom, case, " ")
    await working.close(work, tom, case, "Signed rotas are locked from now on.")
    closed = await opening.again(work, ines, case)
    assert closed
    assert closed.card == replace(seen.card, status="closed")
    told = await chamber.sees(receipt) or []
    assert told[-2:] == [("Signed rotas are locked from now on.", "Tom"), ("closed", "Tom")]
    assert "Compare" not in str(told)


async def test_two_guardians_who_change_a_card_at_once_lose_nothing(chamber: Chamber) -> None:
    await chamber.files(SAID)
    ines, tom = await chamber.guardian("Ines"), await chamber.guardian("Tom")
    case = await chamber.case("Ines")
    for number in range(4):
        tags, status = [str(number)], ("open", "waiting")[number % 2]
        await asyncio.gather(
            working.tag(chamber.work, ines, case, tags), working.status(chamber.work, tom, case, status)
        )
        seen = await chamber.case("Ines")
        assert (list(seen.card.tags), seen.card.status, seen.card_holds) == (tags, status, True)
    there = await rows.collect(chamber.work.cabinet, transcript.card_bases(case.opened.token))
    assert len(there) == 1


async def test_a_process_that_dies_while_a_card_changes_loses_neither_card(
    chamber: Chamber, monkeypatch: pytest.MonkeyPatch
) -> None:
    await chamber.files(SAID)
    ines, case = await chamber.guardian("Ines"), await chamber.case("Ines")
    await working.tag(chamber.work, ines, case, ["first"])

    async def dies(*_: object) -> None:
        raise SystemExit("killed")

    for where, step, expected in ((lying, "put", ("first",)), (rows, "make_decoys", ("next",))):
        with monkeypatch.context() as patched:
            patched.setattr(where, step, dies)
            with pytest.raises(SystemExit):
                await working.tag(chamber.work, ines, case, ["next"])
        seen = await chamber.case("Ines")
        assert (seen.card.tags, seen.card_holds) == (expected, True)
    await working.tag(chamber.work, ines, case, ["last"])
    assert (await chamber.case("Ines")).card.tags == ("last",)
    assert len(await rows.collect(chamber.work.cabinet, transcript.card_bases(case.opened.token))) == 1


async def test_what_does_not_fit_a_card_is_refused(file_chamber: Chamber) -> None:
    chamber = file_chamber
    await chamber.files(SAID)
    ines, case = await chamber.guardian("Ines"), await chamber.case("Ines")
    ruth = (await chamber.guardian("Ruth")).named
    for bad in (
        working.status(chamber.work, ines, case, "closed"),
        working.status(chamber.work, ines, case, "mine"),
        working.own(chamber.work, ines, case, ruth),
        working.tag(chamber.work, ines, case, ["x" * 20_000]),
    ):
        with pytest.raises(NotACard):
            await bad
    assert (await chamber.case("Ines")).card == cards.NONE_YET.card


async def test_a_changed_card_leaves_the_same_traces_as_decoys_that_come_and_go(chamber: Chamber) -> None:
    await chamber.files(SAID)
    ines, case = await chamber.guardian("Ines"), await chamber.case("Ines")
    await working.tag(chamber.work, ines, case, ["one"])
    before = dict(await chamber.stored())
    await working.tag(chamber.work, ines, case, ["two"])
    after = dict(await chamber.stored())
    assert len(after) == len(before)
    assert all(after[place] == before[place] for place in before.keys() & after.keys())
    assert 1 <= len(after.keys() - before.keys()) <= 2


async def places(chamber: Chamber, bases: list[bytes]) -> list[bytes]:
    [epoch] = chamber.work.cabinet.shelf.read()
    return [place for base in bases if (place := epoch.place(base)) in epoch.secrets]


async def puts(chamber: Chamber, place: bytes, body: bytes) -> None:
    async with chamber.work.cabinet.database.begin() as connection:
        await connection.execute(update(SealedRow).where(SealedRow.place == place).values(body=body))


async def test_changed_moved_and_forged_rows_show_as_not_verified(chamber: Chamber) -> None:
    receipt = await chamber.files(SAID)
    ines, case = await chamber.guardian("Ines"), await chamber.case("Ines")
    for text in ("One.", "Two."):
        await working.reply(chamber.work, ines, case, text)
    bases = transcript.bases(case.opened.token)
    stored, there = dict(await chamber.stored()), await places(chamber, bases)
    await puts(chamber, there[1], stored[there[2]])
    await puts(chamber, there[2], stored[there[1]])
    assert shown((await chamber.case("Ines")).messages) == [(SAID, "me"), ("", "?"), ("", "?")]
    assert await chamber.sees(receipt) == [(SAID, "me"), ("", "?"), ("", "?")]
    stranger = replace(ines, key=replace(ines.key, signs=bytes(32)))
    await working.reply(chamber.work, stranger, case, "I am Ines. Who are you?")
    [*_, forged] = await reporter.look(chamber.work, receipt) or []
    assert (forged.verified, forged.by) == (False, None)
    await working.reply(chamber.work, ines, case, "It is really me.")
    assert (await chamber.sees(receipt) or [])[-1] == ("It is really me.", "Ines")


async def test_a_card_that_was_changed_or_that_nobody_on_the_list_signed_is_none(chamber: Chamber) -> None:
    await chamber.files(SAID)
    ines, case = await chamber.guardian("Ines"), await chamber.case("Ines")
    stranger = replace(ines, key=replace(ines.key, signs=bytes(32)), named=_stranger(ines.named))
    await working.tag(chamber.work, ines, case, ["true"])
    bases = transcript.card_bases(case.opened.token)
    there = await rows.collect(chamber.work.cabinet, bases)
    base = next(each for each in bases if each not in there)
    raw = cards._written(replace(case.card, tags=("forged",)), 99, stranger, base)
    await rows.add(chamber.work.cabinet, [rows.New(base, envelope.later(case.opened.keys.opens_notes, raw))])
    seen = await chamber.case("Ines")
    assert (seen.card.tags, seen.card_holds) == (("true",), False)
    await working.tag(chamber.work, ines, case, ["true", "still"])
    seen = await chamber.case("Ines")
    assert (seen.card.tags, seen.card_holds) == (("true", "still"), True)
    [place] = await places(chamber, transcript.card_bases(case.opened.token))
    changed = bytearray(dict(await chamber.stored())[place])
    changed[5000] ^= 1
    await puts(chamber, place, bytes(changed))
    seen = await chamber.case("Ines")
    assert (seen.card.tags, seen.card_holds) == ((), False)


async def test_a_case_whose_first_row_was_destroyed_is_gone_and_the_others_stay(file_chamber: Chamber) -> None:
    chamber = file_chamber
    await chamber.files(SAID)
    ines, case = await chamber.guardian("Ines"), await chamber.case("Ines")
    await chamber.files("Another.")
    [place] = await places(chamber, transcript.bases(case.opened.token))
    async with chamber.work.cabinet.database.begin() as connection:
        await connection.execute(delete(SealedRow).where(SealedRow.place == place))
    assert [each.messages[0].text for each in await chamber.cases("Ines")] == ["Another."]
    assert await opening.again(chamber.work, ines, case) is None
    for act in (working.reply, working.note):
        with pytest.raises(Gone):
            await act(chamber.work, ines, case, "Hello?")
    with pytest.raises(Gone):
        await working.tag(chamber.work, ines, case, ["x"])


def _stranger(named: Recipient) -> Recipient:
    return replace(named, signs=frames.public(bytes(32)))
