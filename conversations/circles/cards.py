"""What people see of networks: the list, the page of one, joining and leaving; the same for whoever is in it and who is not."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from itertools import accumulate

from bot.conversation import Person
from bot.falls import cut
from bot.limits import BUTTON_LABEL
from bot.sentences import CLOSE, NEUTRAL
from bot.settings import House
from bot.ui import Block, Buttons, Card, Choice, Divider, Facts, Form, Heading, Note, Open, Option, Several, Text
from bot.values import dataclass
from bot.words import Sentence, Words
from conversations.circles import words as w
from storage.circles import LEADING, SHOWN, Network, Role
from storage.parts import Part

HOW, SEEN, LEAD_SEES = "how", "seen", "lead"
CHARACTERS = 2800
PARTS: Mapping[Role, Sentence] = {"lead": w.LEAD, "co-lead": w.CO_LEAD, "sponsor": w.SPONSOR}
"""What everybody reads of whom, in this order."""
_YOU: Mapping[Role, Sentence] = {
    "member": w.YOU_MEMBER,
    "ally": w.YOU_ALLY,
    "lead": w.YOU_LEAD,
    "co-lead": w.YOU_CO_LEAD,
    "sponsor": w.YOU_SPONSOR,
}


@dataclass(frozen=True, slots=True)
class Page:
    """One network as one person sees it: who leads it, and their own part in it. `roster` is empty where it is hidden.
    `meets` is what is announced next, and when; of a hidden one only for those who are in it."""

    of: Network
    shown: Mapping[Role, Person]
    mine: Role | None
    steward: bool = False
    roster: Sequence[tuple[Role, Person]] = ()
    meets: tuple[str, datetime] | None = None


def networks(words: Words, found: Sequence[tuple[Network, str]], *, below: tuple[Block, ...] = ()) -> Form:
    """All of them with the name of the lead, by name, and the same for everybody; `below` is for stewards."""
    blocks: list[Block] = [Text(words(w.LIST if found else w.NONE))]
    for of, lead in found:
        told = {"name": of.name, "purpose": of.purpose}
        said = words(w.ONE, lead=lead, **told) if lead else words(w.ONE_LEADERLESS, **told)
        blocks += [Divider(), Text(said), _way_to(of)]
    return Form(title=words(w.TITLE), close=words(CLOSE), blocks=(*blocks, *below))


def for_stewards(words: Words, waiting: Sequence[tuple[Network, Part | None]]) -> tuple[Block, ...]:
    """What is not open yet, and founding another."""
    blocks: list[Block] = [Divider(), Heading(words(w.FOR_STEWARDS))]
    for of, part in waiting:
        said = words(w.ONE_WAITS, name=of.name, lead=part.name) if part else words(w.ONE_UNASKED, name=of.name)
        blocks += [Text(said), _way_to(of), Divider()]
    return (*blocks, Buttons((Open(words(w.FOUND), "circles.found"),)))


def page(words: Words, seen: Page) -> Form:
    """What it is for, who leads it, who sees who is in it, and what this person can do."""
    of = seen.of
    facts = [
        (words(named), seen.shown[role].name if role in seen.shown else words(w.NOBODY))
        for role, named in PARTS.items()
    ]
    if seen.meets:
        name, when = seen.meets
        facts.append((words(w.MEETS), words(w.MEETS_AT, name=name, when=words.when(when))))
    facts.append((words(w.ROSTER), words(w.ROSTER_HIDDEN if of.hidden else w.ROSTER_OPEN)))
    blocks: list[Block] = [Heading(of.name), Text(of.purpose), Facts(tuple(facts))]
    if seen.mine:
        blocks.append(Text(words(_YOU[seen.mine])))
    blocks += _doors(words, seen)
    if seen.roster:
        blocks += [Heading(words(w.IN_IT)), *names(words, seen.roster)]
    return Form(title=words(w.TITLE), close=words(CLOSE), blocks=tuple(blocks))


def join(words: Words, house: House, of: Network, mine: Role | None, *, is_seen: bool) -> Form:
    """Member or ally; and, where it is hidden, whether the lead may read the name. What cannot be promised is said as large."""
    how = (Option("member", words(w.AS_MEMBER)), Option("ally", words(w.AS_ALLY)))
    fields: list[Choice | Several] = [Choice(HOW, words(w.JOIN_HOW, name=of.name), how)]
    if of.hidden:
        lead = (Option(LEAD_SEES, words(w.SEEN_LEAD)),)
        fields.append(Several(SEEN, words(w.SEEN), lead, hint=words(w.SEEN_HINT), required=False))
    told = words(w.JOIN_HIDDEN, k=house.threshold) if of.hidden else words(w.JOIN_OPEN)
    values = {HOW: mine, SEEN: LEAD_SEES if is_seen else ""} if mine in ("member", "ally") else {}
    return Form(
        title=words(w.JOIN_TITLE),
        close=words(CLOSE),
        blocks=(Text(told), Text(words(w.JOIN_KEPT, operator=house.operator))),
        fields=tuple(fields),
        action="circles.join",
        ref=of.key,
        submit=words(w.CHANGE_HOW if values else w.JOIN),
        values={name: value for name, value in values.items() if value},
    )


def leave(words: Words, of: Network, mine: Role | None) -> Form:
    member = w.LEAVE_ASK if of.hidden else w.LEAVE_OPEN
    return _sure(words, "circles.leave", of, (w.LEAVE, w.LEAVE_LEAD if mine == "lead" else member))


def step_down(words: Words, of: Network) -> Form:
    return _sure(words, "circles.step_down", of, (w.STEP_DOWN, w.STEP_DOWN_ASK))


def hide(words: Words, of: Network) -> Form:
    return _sure(words, "circles.hide", of, (w.HIDE, w.HIDE_ASK))


def close(words: Words, of: Network) -> Form:
    return _sure(words, "circles.close", of, (w.CLOSE_IT, w.CLOSE_ASK))


def called_off(words: Words, when: datetime) -> Card:
    """To whoever had said yes to something of a network that is closed; which, the chat service does not keep. A lock screen
    shows no more, whether it was hidden or not: no row says which it was."""
    return Card(words(NEUTRAL), (Text(words(w.CALLED_OFF, when=words.when(when))),))


def names(words: Words, people: Iterable[tuple[Role, Person]]) -> tuple[Block, ...]:
    """Names in one paragraph, allies as such; where there is no room for more, how many more there are."""
    listed = [words(w.AN_ALLY, name=each.name) if role == "ally" else each.name for role, each in people]
    room = [at for at, size in enumerate(accumulate(len(name) + 2 for name in listed), 1) if size <= CHARACTERS]
    more = (Note(words(w.MORE, n=len(listed) - len(room))),) if len(listed) > len(room) else ()
    return (Text(", ".join(listed[: len(room)])), *more) if listed else ()


def _way_to(of: Network) -> Buttons:
    """Its name is on the button: a row of buttons that all say the same is no use to whoever hears them read aloud."""
    return Buttons((Open(cut(of.name, BUTTON_LABEL), "circles.look", of.key),))


def _doors(words: Words, seen: Page) -> list[Block]:
    """What this person can do, and below it what stewards can."""
    of, mine = seen.of, seen.mine
    row: list[Open] = []
    if of.opened and mine not in SHOWN:
        row.append(
            Open(words(w.CHANGE_HOW if mine else w.JOIN), "circles.join", of.key, look="plain" if mine else "primary")
        )
    if mine in LEADING:
        row.append(Open(words(w.FOR_LEADS_BUTTON), "circles.lead", of.key, look="primary"))
    if mine in SHOWN:
        row.append(Open(words(w.STEP_DOWN), "circles.step_down", of.key))
    if mine:
        row.append(Open(words(w.LEAVE), "circles.leave", of.key))
    blocks: list[Block] = [Buttons(tuple(row))] if row else []
    return [*blocks, Note(words(w.FOR_STEWARDS)), *_keys(words, seen)] if seen.steward else blocks


def _keys(words: Words, seen: Page) -> list[Block]:
    """What stewards can do with it: nothing here depends on who is in it. Two in a row, so that Teams cuts no label."""
    of = seen.of
    row = [Open(words(w.PURPOSE_BUTTON), "circles.purpose", of.key)]
    row += [] if of.hidden else [Open(words(w.HIDE), "circles.hide", of.key)]
    if "lead" not in seen.shown:
        row += [Open(words(w.ASK_NAME_LEAD), "circles.ask", of.key), Open(words(w.CLOSE_IT), "circles.close", of.key)]
    return [Buttons(tuple(row[at : at + 2])) for at in range(0, len(row), 2)]


def _sure(words: Words, action: str, of: Network, said: tuple[Sentence, Sentence]) -> Form:
    """Asks before it is done: `said` is what would be done, and what that means."""
    title, text = words(said[0]), words(said[1], name=of.name)
    return Form(title, words(CLOSE), (Text(text),), action=action, ref=of.key, submit=title)
