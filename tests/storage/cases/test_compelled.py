"""The page on what can be handed over names every table, every column and every key that a lived day leaves behind."""

from pathlib import Path

from bot import speak_up_compelled as compelled
from bot.settings import Settings
from storage.cases import enrolment, policy, publishing, reporter, statements, statistics, working
from storage.cases.enrolment import Invitation
from storage.cases.policy import Policy
from storage.threads import night, two_words
from storage.threads.tables import ThreadRows
from tests.storage.cases.chamber import Chamber


async def test_every_key_that_a_day_leaves_behind_stands_on_the_page(file_chamber: Chamber) -> None:
    chamber = file_chamber
    receipt = await chamber.files("Somebody altered the sheet.")
    two_words.ask(chamber.work.cabinet.secrets, receipt)
    ines = await chamber.guardian("Ines")
    await working.reply(chamber.work, ines, await chamber.case("Ines"), "Which one?")
    await reporter.answer(chamber.work, receipt, "The blue one.")
    code = await enrolment.invite(chamber.work, Invitation("Nia", "guardian", "the chair"))
    await enrolment.accept(chamber.work, chamber.tries, code, "a passphrase for a test")
    await statements.say(chamber.work, ines, [])
    await publishing.publish(chamber.work, ines, [], last=statistics.named("2026-Q3"), changed="")
    policy.keep(chamber.work.cabinet.secrets, Policy(12, 12, inquiry=False))
    await night.rewrite(chamber.work.cabinet)
    answerers = {"answerer-Ines.key", "answerer-Tom.key", "answerer-Ruth.key"}  # of the desk's comments, not of cases
    files = {file.name for file in (chamber.desk.folder / "secrets").iterdir()} - answerers
    assert {file for file in files if compelled.kind(file) is None} == set()
    assert compelled.kind("another.key") is None  # the control


def test_every_table_and_column_stands_on_the_page() -> None:
    text = compelled.text()
    for table in ThreadRows.metadata.tables.values():
        assert f"### {table.name}" in text
        assert [column.name for column in table.columns if f"| `{column.name}` |" not in text] == []


async def test_the_page_of_an_installation_counts_what_lies_there_and_names_nobody(file_chamber: Chamber) -> None:
    chamber = file_chamber
    await chamber.files("Somebody altered the sheet.")
    folder = chamber.desk.folder
    (folder / "main.db").touch()
    said = await compelled.page(Settings(f"sqlite:///{folder / 'main.db'}", folder / "secrets"))
    assert "- 4 rows of `locked_keys`" in said
    assert "- 4 of `guardian-*.key`" in said
    assert "Ines" not in said
    empty = await compelled.page(Settings(f"sqlite:///{folder / 'none.db'}", Path(folder / "secrets")))
    assert "There is no database yet." in empty
