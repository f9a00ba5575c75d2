"""What those see who lead a network, who are asked to, or who found one."""

from collections.abc import Sequence

from bot.conversation import Person
from bot.sentences import CLOSE
from bot.ui import Block, Buttons, Card, Choice, Form, Heading, Note, Open, Option, Text, Write
from bot.words import Sentence, Words
from conversations.circles import words as w
from conversations.circles.cards import PARTS, names
from conversations.circles.rules import HAND_OVER, NAME, PURPOSE
from storage.circles import Network, Role
from storage.parts import Part

ROLE, WHO, TEXT, ANSWER = "role", "who", "text", "answer"
NAMED, PURPOSED, ROSTER, SPONSOR = "name", "purpose", "roster", "sponsor"
LONGEST_NAME = 200
ASKS: dict[Role, tuple[Sentence, Sentence, Sentence]] = {
    "co-lead": (w.ASK_CO_LEAD, w.ASKED_CO_LEAD, w.MEANS_CO_LEAD),
    "sponsor": (w.ASK_SPONSOR, w.ASKED_SPONSOR, w.MEANS_SPONSOR),
    "lead": (w.ASK_LEAD, w.ASKED_LEAD, w.MEANS_LEAD),
}
"""For each part: how it is offered to whoever asks, how it is put to whoever is asked, and what it means."""


def for_leads(
    words: Words,
    of: Network,
    people: Sequence[tuple[Role, Person]],
    *,
    others: int,
    k: int,
    text: str,
    waits: Sequence[Part],
) -> Form:
    """Who may be seen, how many others, who was asked and has not answered, and the hand-over page."""
    blocks: list[Block] = [Heading(of.name)]
    if of.hidden:
        blocks += [Text(words(w.SEEN_BY_YOU)), *(names(words, people) or (Text(words(w.SEEN_NOBODY)),))]
        blocks += [Text(words(w.OTHERS, n=others))] if others else []
        blocks.append(Note(words(w.OTHERS_FEW, k=k)))
    if waits:
        blocks += [
            Text(words(w.ASKED_WAITS)),
            Text("\n".join(f"{each.name}: {words(PARTS[each.role])}" for each in waits)),
        ]
    row = (Open(words(w.ASK), "circles.ask", of.key), Open(words(w.PURPOSE_BUTTON), "circles.purpose", of.key))
    blocks += [Buttons(row), Heading(words(w.HAND_OVER)), Text(text or words(w.HAND_OVER_NONE))]
    blocks.append(Buttons((Open(words(w.WRITE), "circles.write", of.key),)))
    return Form(title=words(w.FOR_LEADS), close=words(CLOSE), blocks=tuple(blocks))


def write(words: Words, of: Network, text: str) -> Form:
    label = Write(TEXT, words(w.WRITE_LABEL), HAND_OVER, hint=words(w.WRITE_HINT), required=False)
    return _one_field(words, of, label, "circles.write", title=w.HAND_OVER, text=text)


def purpose(words: Words, of: Network) -> Form:
    label = Write(TEXT, words(w.PURPOSE), PURPOSE, hint=words(w.PURPOSE_HINT), tall=False)
    return _one_field(words, of, label, "circles.purpose", title=w.PURPOSE_BUTTON, text=of.purpose)


def ask(words: Words, of: Network, *, steward: bool) -> Form:
    """Whom to ask, and, for the lead, to be what. It is the same for whoever is in it and who is not."""
    who = Write(WHO, words(w.ASK_WHO), LONGEST_NAME, hint=words(w.ASK_WHO_HINT), tall=False)
    roles = Choice(ROLE, words(w.ASK_ROLE), tuple(Option(role, words(said[0])) for role, said in ASKS.items()))
    return Form(
        title=words(w.ASK_NAME_LEAD if steward else w.ASK),
        close=words(CLOSE),
        blocks=(Heading(of.name), Text(words(w.ASK_MEANS))),
        fields=(who,) if steward else (roles, who),
        action="circles.ask",
        ref=of.key,
        submit=words(w.ASK),
    )


def asked(words: Words, part: Part, hand_over: str) -> Form:
    """What somebody is asked to be, what it means, and what they would take over."""
    _, question, means = ASKS[part.role]
    page = (Heading(words(w.HAND_OVER)), Text(hand_over)) if hand_over and part.role != "sponsor" else ()
    choice = Choice(ANSWER, words(w.WILL_YOU), (Option("yes", words(w.YES)), Option("no", words(w.NO))))
    return Form(
        title=words(w.PART_TITLE),
        close=words(CLOSE),
        blocks=(
            Text(words(question, name=part.network.name)),
            Text(part.network.purpose),
            Text(words(means)),
            Text(words(w.MEANS_NAME)),
            *page,
        ),
        fields=(choice,),
        action="circles.answer",
        ref=part.ref,
        submit=words(w.SEND),
    )


def found(words: Words) -> Form:
    """Five fields; what cannot be undone is said above them."""
    name, purpose_ = words(w.NAME), words(w.PURPOSE)
    rosters = (Option("hidden", words(w.HIDDEN_OPTION)), Option("open", words(w.OPEN_OPTION)))
    return Form(
        title=words(w.FOUND),
        close=words(CLOSE),
        blocks=(Text(words(w.FOUND_MEANS)),),
        fields=(
            Write(NAMED, name, NAME, hint=words(w.NAME_HINT), tall=False),
            Write(PURPOSED, purpose_, PURPOSE, hint=words(w.PURPOSE_HINT), tall=False),
            Choice(ROSTER, words(w.WHO_SEES), rosters, hint=words(w.WHO_SEES_HINT)),
            Write(WHO, words(w.FIRST_LEAD), LONGEST_NAME, hint=words(w.ASK_WHO_HINT), tall=False),
            Write(
                SPONSOR,
                words(w.FIRST_SPONSOR),
                LONGEST_NAME,
                hint=words(w.FIRST_SPONSOR_HINT),
                required=False,
                tall=False,
            ),
        ),
        action="circles.found",
        submit=words(w.FOUND),
    )


def home_asked(words: Words, part: Part) -> tuple[Block, ...]:
    """One line and one button; of a hidden network without its name, because somebody may look over a shoulder."""
    said = words(w.ASKED_NEUTRAL) if part.network.hidden else words(ASKS[part.role][1], name=part.network.name)
    return Text(said), Buttons((Open(words(w.READ), "circles.answer", part.ref, look="primary"),))


def home_leaderless(words: Words, found_: Sequence[Network]) -> tuple[Block, ...]:
    """For stewards: what nobody leads."""
    if not found_:
        return ()
    said = words(w.HOME_NO_LEAD, names=words.listed([each.name for each in found_[:3]]))
    return Text(said), Buttons((Open(words(w.TITLE), "circles.list"),))


def told(words: Words, of: Network, said: str, button: Open) -> Card:
    """A message about a network. Of a hidden one neither a lock screen nor the chat's own history has the name."""
    if of.hidden:
        return Card(words(w.FOR_YOU), (Text(words(w.FOR_YOU)), Text(words(w.FOR_YOU_TEXT)), Buttons((button,))))
    return Card(said[:150], (Text(said), Buttons((button,))))


def _one_field(words: Words, of: Network, field: Write, action: str, *, title: Sentence, text: str) -> Form:
    return Form(
        title=words(title),
        close=words(CLOSE),
        blocks=(Heading(of.name),),
        fields=(field,),
        action=action,
        ref=of.key,
        submit=words(w.SAVE),
        values={TEXT: text} if text else {},
    )
