"""Plays one round of any practice from its first moment to what came of it: people do what each kind of moment asks of them."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from bot.moments import Ask, Close, Cohort, Commit, Match, Meet, Moment, Share, Show, Sort, Update, Weigh
from bot.practice import Planned, Practice, planned
from bot.programme import NOTICE, first_wall
from tests.conversations.meeting import ONLINE, says
from tests.conversations.sorting_together import ends
from tests.harness import Colleague, Office
from tests.together import runs

ZONE = "Europe/London"
NAMES = ("Amara Okafor", "Bela Smith", "Chidi Eze", "Dana Jones", "Efe Ali", "Fay Brown")
PROMISED = "We do the first of these."
CAME = "Two things changed, and one did not, because there is no money for it this year."


@dataclass(slots=True)
class Round:
    """The round that is played: who answers back, who takes part, what was said by the id of its ASK."""

    office: Office
    practice: Practice
    answerer: Colleague
    people: list[Colleague]
    said: dict[str, list[str]] = field(default_factory=dict)

    async def read(self, text: str) -> None:
        """Somebody who only reads finds it on Home."""
        home = await self.people[-1].visits_home()
        assert " ".join(text.split()) in " ".join(home.split()), home


async def play(office: Office, practice: Practice) -> Round:
    """Everybody is hired, it is started for all staff, and lived through to its end."""
    answerer = await office.hire("Dario Moretti")
    await office.grant(answerer, "steward")
    on = Round(office, practice, answerer, [await office.hire(each) for each in NAMES])
    wall = first_wall(practice.rhythm, office.clock.now() + NOTICE, ZONE)
    await runs(office, practice.name, answerer)
    await on.read(f"New: {practice.title['en']}, for all staff.")
    for each in sorted(planned(practice, wall, ZONE), key=lambda one: one.opens):
        await office.pass_to(max(each.opens, office.clock.now()))
        await office.wait(minutes=1)
        await _lives(on, each)
    return on


async def _lives(on: Round, each: Planned) -> None:
    await PLAYED[type(each.moment)](on, each)


async def _ask(on: Round, each: Planned) -> None:
    """Six people say something; who spoke with their name is read, who did not is not."""
    moment = each.moment
    assert isinstance(moment, Ask)
    on.said[moment.id] = [f"{who.name.split()[0]} on {moment.id}" for who in on.people]
    if moment.to == "person":
        await _thank(on)
        return
    for who, said in zip(on.people, on.said[moment.id], strict=True):
        assert moment.prompt["en"] in await who.visits_home()
        await _presses_and_says(who, "Say it", {"Your words": said})
    home = await on.people[0].visits_home()
    assert (on.said[moment.id][0] in home) == (moment.voice == "named")
    if moment.approve:
        await _approves(on, on.said[moment.id])


async def _approves(on: Round, said: list[str]) -> None:
    """Whoever answers back works on what each has said; the first says yes, and nobody reads what the others said."""
    for _ in said:
        await on.answerer.visits_home()
        await on.answerer.presses("Look at the words")
        await on.answerer.presses("Offer words")
        await on.answerer.sends()
        await on.answerer.dismisses()
    await on.office.wait(minutes=1)
    await on.people[0].visits_home()
    await on.people[0].presses("Approve")
    await on.people[-1].visits_home()
    await on.people[-1].presses("Read them")
    shown = on.people[-1].dialog.text
    assert said[0] in shown
    assert not any(each in shown for each in said[1:])
    await on.people[-1].dismisses()


async def _thank(on: Round) -> None:
    who, to = on.people[0], on.people[1]
    await who.visits_home()
    await who.presses("Say thank you")
    await who.fills(
        {"Whom would you like to thank?": to.name, "What for?": "Showing me the rota.", "Who may read it?": "Just them"}
    )
    await who.sends()
    await who.dismisses()
    assert "Showing me the rota." in await to.visits_home()


async def _weigh(on: Round, each: Planned) -> None:
    """All choose the same thing: so few things all lie on every card."""
    moment = each.moment
    assert isinstance(moment, Weigh)
    assert each.closes
    chosen = on.said[moment.among][0]
    for who in on.people:
        await who.visits_home()
        await _presses_and_says(who, "Choose", {"Your choice": chosen})
    assert "How it came out" not in (await on.people[-1].sees_home()).buttons
    await on.office.pass_to(each.closes)
    await on.office.wait(minutes=1)
    assert "How it came out" in (await on.people[-1].sees_home()).buttons


async def _share(on: Round, each: Planned) -> None:
    assert isinstance(each.moment, Share)
    before = each.moment.text["en"].partition("{")[0].strip()
    await on.read(before)
    if each.moment.alone:
        await on.read("For you alone: Hearback keeps nothing of what you think or write down.")
    if each.moment.speak_up:
        assert "Speak up" in (await on.people[0].sees_home()).buttons


async def _meet(on: Round, _each: Planned) -> None:
    """Whoever answers back says where; somebody comes."""
    await on.answerer.visits_home()
    where = {"Link to join online": "https://meet.example.org/together"}
    await _presses_and_says(on.answerer, "Say where it is", where)
    assert f"You come to {on.practice.title['en']}" in await says(on.people[0], ONLINE)


async def _match(on: Round, each: Planned) -> None:
    assert isinstance(each.moment, Match)
    homes = [await who.visits_home() for who in on.people]
    if each.moment.size:
        assert all("You are together with" in home for home in homes)
    else:
        assert sum("The lot fell on you." in home for home in homes) == each.moment.draw
        assert "The lot fell on" in await on.answerer.visits_home()


async def _cohort(on: Round, _each: Planned) -> None:
    """Everybody may join, and whoever answers back leads it."""
    await on.office.wait(minutes=1)
    await on.read(f"Mentoring: {on.practice.title['en']}")
    assert "Read more and join" in (await on.people[0].sees_home()).buttons
    await on.answerer.visits_home()
    assert "How mentoring goes" in (await on.answerer.sees_home()).buttons


async def _update(on: Round, each: Planned) -> None:
    moment = each.moment
    assert isinstance(moment, Update)
    assert moment.prompt["en"] in await on.answerer.visits_home()
    told = "12" if moment.series else f"News: {moment.id}."
    await _presses_and_says(on.answerer, "Write it", {moment.prompt["en"]: told})
    await on.read(f"Dario Moretti: {told}")


async def _sort(on: Round, each: Planned) -> None:
    """Whoever answers back puts each thing that was said under a theme of its own, says how each ends, and lets everybody
    look."""
    moment = each.moment
    assert isinstance(moment, Sort)
    await on.answerer.visits_home()
    await on.answerer.presses("Sort comments")
    await on.answerer.presses("Next comment")
    on.said[moment.id] = [f"Theme {number}" for number, _ in enumerate(on.said[moment.of], 1)]
    for title in on.said[moment.id]:
        await on.answerer.presses("New theme")
        await on.answerer.fills({"What is it about?": title})
        await on.answerer.sends()
    await _end_themes(on, on.said[moment.id])


async def _end_themes(on: Round, titles: list[str]) -> None:
    for title in titles:
        await ends(on.answerer, title, "Not now, because", "there is no money for it this year.")
    await on.answerer.presses("Show them the themes")
    await on.answerer.dismisses()
    assert "Look at the themes" in (await on.people[0].sees_home()).buttons


async def _commit(on: Round, _each: Planned) -> None:
    """The first thing of the brief gets a yes with a day, the others a reason; everybody reads it."""
    await on.answerer.visits_home()
    await on.answerer.presses("Answer it")
    yes = next(label for label in on.answerer.dialog.buttons if label.endswith("Yes, by"))
    await on.answerer.presses(yes)
    await on.answerer.fills({"What do you promise?": PROMISED})
    await on.answerer.sends()
    for label in [each for each in on.answerer.dialog.buttons if each.endswith("Not now, because")]:
        await on.answerer.presses(label)
        await on.answerer.fills({"Why not now?": "There is no money for it this year."})
        await on.answerer.sends()
    assert "Everything here is answered." in on.answerer.dialog.text
    await on.answerer.dismisses()
    await on.office.wait(minutes=1)
    await on.read(PROMISED)


async def _close(_on: Round, _each: Planned) -> None:
    """Nothing that somebody does."""


async def _show(on: Round, each: Planned) -> None:
    """What came of it is said, and read by everybody."""
    await on.answerer.visits_home()
    await on.answerer.presses("Say what came of it")
    for said in on.said.values():
        assert said[0] in on.answerer.dialog.text
    await on.answerer.fills({"What came of it?": CAME})
    await on.answerer.sends()
    await on.answerer.dismisses()
    await on.read(CAME)
    assert each.closes is None or on.office.clock.now() < each.closes


async def _presses_and_says(who: Colleague, label: str, values: dict[str, str]) -> None:
    await who.presses(label)
    await who.fills(values)
    await who.sends()
    await who.dismisses()


PLAYED: dict[type[Moment], Callable[[Round, Planned], Awaitable[None]]] = {
    Ask: _ask,
    Weigh: _weigh,
    Share: _share,
    Meet: _meet,
    Match: _match,
    Cohort: _cohort,
    Sort: _sort,
    Update: _update,
    Commit: _commit,
    Close: _close,
    Show: _show,
}
