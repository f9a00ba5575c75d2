"""Ten weeks in a small office, asked every fourth week: everything that Hearback can show there is shown to somebody."""

import asyncio
import tempfile
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from bot.events import Event
from bot.words import Sentence, Words
from conversations.ask import words as ask
from conversations.home import words as home
from conversations.show import words as show
from conversations.steward import words as steward
from tests.databases import fresh_sqlite
from tests.harness import QUESTION, Colleague, Office, scored
from tests.witness import Dump, Shown, Witness, dump

OPENS, REMINDED, CLOSES = "2026-11-12T10:00", "2026-11-16T10:00", "2026-11-23T12:00"
NEXT_NOTE, OVERDUE, LAST_CLOSE = "2026-12-10T10:00", "2027-01-07T12:00", "2027-01-18T12:00"
COMMENTS = tuple(f"Comment number {each} of the first round" for each in range(3))
WILL_DO, WILL_NOT, BY = "Hot food at night from December.", "A second kitchen, for want of money.", "2026-12-01"
ABOUT, OWN, PLACES = "The next meeting", "Where shall we meet?", ("Ward 7", "The canteen")
DARIO, AMARA, TEAM = "Dario Moretti", "Amara Okafor", "ward-7"


@dataclass(frozen=True, slots=True)
class Lived:
    """What came of it: all that was shown, all that happened, and what the database and the key folder hold at the end."""

    shown: tuple[Shown, ...]
    events: tuple[Event, ...]
    rows: Dump
    keys: tuple[str, ...]


@cache
def lived(language: str = "en") -> Lived:
    """The whole life in this language, lived once per process. Not for use inside a running loop."""
    with tempfile.TemporaryDirectory(prefix="hearback-life-") as folder:
        return asyncio.run(_lived(Path(folder), language))


async def _lived(folder: Path, language: str) -> Lived:
    witness = Witness()
    office = await Office.open(witness, await fresh_sqlite(folder), folder)
    life = await begin(office, folder, language)
    await live(life)
    rows = dump(office.works.database)
    await office.close()
    return Lived(tuple(witness.shown), tuple(witness.events), rows, tuple(key.stem for key in life.keys.iterdir()))


@dataclass(frozen=True, slots=True)
class Life:
    """Who lives it: a steward, a nurse and five colleagues, all of whom read one language. `keys` is the secrets' folder."""

    office: Office
    keys: Path
    words: Words
    steward: Colleague
    nurse: Colleague
    colleagues: list[Colleague]

    async def press(self, who: Colleague, label: Sentence, *, on: str = "") -> None:
        await who.presses(self.words(label), on=on)

    async def fill(self, who: Colleague, values: dict[Sentence, str]) -> None:
        await who.fills({self.words(label): value for label, value in values.items()})

    async def answer(self, who: Colleague, score: int, comment: str = "") -> None:
        await self.press(who, ask.ANSWER)
        await who.fills({QUESTION: scored(score)})
        await self.fill(who, {ask.COMMENT: comment} if comment else {})
        await who.sends()


async def begin(office: Office, folder: Path, language: str = "en") -> Life:
    """Everybody is hired, and Dario Moretti is a steward. Ten of them answer, so that comments are shown."""
    templates = office.works.house.templates
    assert isinstance(templates, dict)
    pulse = templates["pulse"]
    assert pulse.ask.rotation
    same = replace(pulse.ask.rotation, items=pulse.ask.rotation.items[:1])
    templates["pulse"] = replace(pulse, rhythm=replace(pulse.rhythm, weeks=4), ask=replace(pulse.ask, rotation=same))
    dario = await office.hire(DARIO, language=language)
    await office.grant(dario, "steward")
    amara = await office.hire(AMARA, team=TEAM, language=language)
    rest = [await office.hire(f"Colleague {each}", language=language) for each in range(9)]
    return Life(office, folder / "secrets", Words(language), dario, amara, rest)


async def live(life: Life) -> None:
    """The whole of it."""
    await look_around(life)
    await start(life)
    await life.office.until(OPENS)
    await ask_and_answer(life)
    await life.office.until(CLOSES)
    await answer_back(life)
    await life.office.until(NEXT_NOTE)
    await look_at_it_all(life)
    await life.office.until(OVERDUE)
    await life.steward.visits_home()
    await life.nurse.visits_home()
    await lose_the_key(life)


async def look_around(life: Life) -> None:
    """Hello, Home, help and speaking up."""
    nurse = life.nurse
    await nurse.says("hello")
    await nurse.says("hello", "group")
    await life.press(nurse, home.OPEN_HOME)
    await nurse.commands("hearback")
    await nurse.commands("speakup")
    await nurse.dismisses()
    await nurse.visits_home()
    await life.press(nurse, home.HELP)
    await nurse.dismisses()
    await life.press(nurse, home.SPEAK_UP)
    await nurse.dismisses()


async def start(life: Life) -> None:
    """The steward starts the pulse, first without saying who answers back."""
    steward_ = life.steward
    await steward_.visits_home()
    await life.press(steward_, steward.START_BUTTON)
    await steward_.sends()
    await life.fill(steward_, {steward.WHO: DARIO})
    await steward_.sends()
    await life.press(steward_, ask.LOOK_BACK)
    await steward_.sends()
    await steward_.sends()
    await steward_.dismisses()
    await write_a_question(life)
    await look_at_what_runs(life)
    await life.nurse.visits_home()


async def write_a_question(life: Life) -> None:
    """The steward writes a question of their own, first without its answers, looks at it, and lets it be."""
    steward_ = life.steward
    await steward_.visits_home()
    await life.press(steward_, steward.OWN_BUTTON)
    await life.fill(steward_, {steward.OWN_SUBJECT: ABOUT, steward.OWN_PROMPT: OWN, steward.WHO: DARIO})
    await steward_.fills({life.words(steward.OWN_KIND): life.words(steward.KIND_ONE_OF)})
    await life.fill(steward_, {steward.OWN_CLOSES: "2026-11-02"})
    await steward_.sends()
    await life.fill(steward_, {steward.OWN_OPTIONS: "\n".join(PLACES), steward.OWN_CLOSES: "2026-11-20"})
    await steward_.sends()
    await life.press(steward_, steward.OWN_LOOK)
    await life.press(steward_, ask.LOOK_BACK)
    await steward_.sends()
    await life.press(steward_, steward.OWN_LOOK)
    await steward_.dismisses()
    await steward_.visits_home()
    await life.press(steward_, steward.THROW_BUTTON)
    await steward_.dismisses()


async def look_at_what_runs(life: Life) -> None:
    """The steward looks at what is being asked, and lets it run."""
    await life.steward.visits_home()
    await life.press(life.steward, steward.RUNNING_BUTTON)
    await life.press(life.steward, steward.STOP_BUTTON)
    await life.steward.dismisses()


async def ask_and_answer(life: Life) -> None:
    """Answered, answered again, taken back, mended; a reminder; and one who comes too late."""
    nurse, late, *rest = life.nurse, *life.colleagues
    await life.press(nurse, ask.ANSWER)
    await life.fill(nurse, {ask.COMMENT: "x" * 501})
    await nurse.sends()
    await nurse.dismisses()
    await life.answer(nurse, 3)
    await nurse.dismisses()
    await life.press(nurse, ask.ANSWER)
    await nurse.dismisses()
    await nurse.visits_home()
    await life.press(nurse, ask.TAKE_BACK)
    await nurse.sends()
    await nurse.dismisses()
    await life.answer(nurse, 6, COMMENTS[0])
    await nurse.dismisses()
    for score, each in enumerate([*rest, life.steward], start=1):
        await life.answer(each, score, COMMENTS[score] if score < len(COMMENTS) else "")
        await each.dismisses()
    await life.office.until(REMINDED)
    await life.press(late, ask.ANSWER)
    await late.fills({QUESTION: scored(5)})


async def answer_back(life: Life) -> None:
    """The round has closed; whoever is late reads that; the steward answers, first with a day that is past."""
    late, steward_ = life.colleagues[0], life.steward
    await late.sends()
    await late.dismisses()
    await life.press(late, ask.ANSWER, on=life.words(ask.FIRST))
    await late.dismisses()
    await late.visits_home()
    await steward_.visits_home()
    await life.press(steward_, steward.ANSWER_BACK)
    await life.fill(steward_, {steward.WILL_DO: WILL_DO, steward.WILL_NOT: WILL_NOT, steward.BY_DAY: "2020-01-01"})
    await steward_.sends()
    await life.fill(steward_, {steward.BY_DAY: BY})
    await steward_.sends()
    await steward_.dismisses()
    await life.press(steward_, steward.ANSWER_BACK)
    await steward_.dismisses()


async def look_at_it_all(life: Life) -> None:
    await life.nurse.visits_home()
    await life.press(life.nurse, show.SEE_ALL)
    await life.nurse.dismisses()


async def lose_the_key(life: Life) -> None:
    """The keys of whatever is open are lost, so that nobody can answer and the round is cancelled."""
    nurse = life.nurse
    await life.press(nurse, ask.ANSWER)
    await nurse.fills({QUESTION: scored(5)})
    for key in life.keys.glob("ballot-*.key"):
        life.office.works.secrets.destroy(key.stem)
    await nurse.sends()
    await nurse.dismisses()
    await life.office.until(LAST_CLOSE)
    await nurse.visits_home()
