"""What people see where final words are offered, approved, read and taken back."""

from collections.abc import Sequence

from bot.falls import cut
from bot.finding import about, named
from bot.practice import whom
from bot.question import spoken
from bot.sentences import CLOSE, NEUTRAL
from bot.ui import Block, Buttons, Card, Form, Heading, Note, Open, Press, Quote, Text, Write
from bot.words import Words
from conversations.approve import words as w
from storage.finals import Final
from storage.happenings import Happening

FINAL = "final"
LONGEST = 300
A_PAGE, IN_NOTE = 10, 3


def home_to_look_at(words: Words, one: Happening, found: Sequence[Final]) -> tuple[Block, ...]:
    """For whoever answers back: how many wait for them, else how many for their authors."""
    waiting = sum(not each.offered for each in found)
    said = words(w.TO_LOOK_AT, n=waiting) if waiting else words(w.WITH_AUTHORS, n=len(found))
    text = about(words, one.spec["title"], said)
    return (text, Buttons((Open(words(w.LOOK), "approve.look", one.on.ref),)))


def to_look_at(words: Words, one: Happening, found: Sequence[Final]) -> Form:
    """What is not shared yet: first what nobody has worked on."""
    blocks: list[Block] = [Text(spoken(one.spec["prompt"], words.language))]
    for each in found[:A_PAGE]:
        told = {"name": named(words, each.by), "said": each.offered or each.said}
        blocks += [Quote(words(w.WAITS if each.offered else w.SAID_BY, **told))]
        blocks += [Buttons((Open(words(w.AGAIN if each.offered else w.WORK_ON), "approve.work_on", each.ref),))]
    left = len(found) - A_PAGE
    more = (Note(words(w.MORE, n=left)),) if left > 0 else ()
    nothing = () if found else (Text(words(w.NOTHING)),)
    return Form(title=words(w.TITLE), close=words(CLOSE), blocks=(*blocks, *nothing, *more))


def work_on(words: Words, final: Final) -> Form:
    """One field with the author's own words, for whoever answers back."""
    told = Text(words(w.TIDY, name=named(words, final.by)))
    return _writing(words, final, told, ("approve.offer", words(w.OFFER)))


def change(words: Words, final: Final) -> Form:
    """The same for the author, whose words need nobody's yes."""
    return _writing(words, final, Text(words(w.CHANGE_HINT)), ("approve.change", words(w.SHARE)))


def offer(words: Words, one: Happening, final: Final) -> Card:
    """What the author is asked in the chat; of a hidden network the chat service keeps nothing (P6)."""
    if one.hidden:
        return Card(words(NEUTRAL), (Text(words(w.ASK_HIDDEN)),))
    title = spoken(one.spec["title"], words.language)
    return Card(title, (Heading(title), *asked(words, one, final)))


def newer(words: Words, one: Happening, final: Final) -> Card:
    """To a yes to words that are not the ones that wait by now."""
    card = offer(words, one, final)
    return Card(card.summary, (Text(words(w.NEWER)), *card.blocks))


def asked(words: Words, one: Happening, final: Final) -> tuple[Block, ...]:
    told = {"answerer": named(words, one.answerer_name), "whom": whom(words, one.circle_name, hidden=one.hidden)}
    row = (
        Press(words(w.APPROVE), "approve.yes", final.ref, str(final.turn), look="primary"),
        Open(words(w.CHANGE), "approve.change", final.ref),
        Open(words(w.TAKE_BACK), "approve.take_back", final.ref),
    )
    return (Text(words(w.ASK, **told)), Quote(final.offered), Buttons(row))


def said(words: Words, text: str) -> Card:
    return Card(text[:150], (Text(text),))


def home_mine(words: Words, one: Happening, final: Final) -> tuple[Block, ...]:
    """Under what somebody said: how far it is, and the way to take it back, for as long as it is there."""
    text = words(w.IS_SHARED, said=final.shared) if final.shared else ""
    text = text or words(w.NOT_SHARED, said=final.said, answerer=named(words, one.answerer_name))
    row = Buttons((Open(words(w.TAKE_BACK), "approve.take_back", final.ref),))
    return (about(words, one.spec["title"], text), row)


def take_back(words: Words, final: Final) -> Form:
    return Form(
        title=words(w.TAKE_BACK),
        close=words(CLOSE),
        blocks=(Text(words(w.TAKE_BACK_ASK)), Quote(final.shared or final.said)),
        action="approve.take_back",
        ref=final.ref,
        submit=words(w.TAKE_BACK),
    )


def home_to_read(words: Words, one: Happening, many: int) -> tuple[Block, ...]:
    text = about(words, one.spec["title"], words(w.TO_READ, n=many))
    return (text, Buttons((Open(words(w.READ), "approve.read", one.on.ref),)))


def in_note(words: Words, one: Happening, found: Sequence[Final]) -> tuple[Block, ...]:
    """The newest of them in the weekly note, whole."""
    lines = tuple(Quote(_line(words, each)) for each in found[:IN_NOTE])
    return (Heading(spoken(one.spec["title"], words.language)), *lines, *_way(words, one, len(found)))


def read(words: Words, one: Happening, found: Sequence[Final], begins: int) -> Form:
    """A page of what is shared."""
    lines = tuple(Quote(_line(words, each)) for each in found[begins : begins + A_PAGE])
    after = begins + A_PAGE
    more = (Buttons((Open(words(w.NEXT), "approve.read", one.on.ref, str(after)),)),) if after < len(found) else ()
    nothing = () if lines else (Text(words(w.NOTHING_THERE)),)
    top = Text(spoken(one.spec["prompt"], words.language))
    title = cut(spoken(one.spec["title"], words.language), 24)
    return Form(title=title, close=words(CLOSE), blocks=(top, *lines, *nothing, *more))


def _way(words: Words, one: Happening, many: int) -> tuple[Block, ...]:
    return (Buttons((Open(words(w.READ), "approve.read", one.on.ref),)),) if many > IN_NOTE else ()


def _line(words: Words, each: Final) -> str:
    return words(w.SAID_BY, name=named(words, each.by), said=each.shared)


def _writing(words: Words, final: Final, told: Text, sends: tuple[str, str]) -> Form:
    action, submit = sends
    return Form(
        title=words(w.TITLE),
        close=words(CLOSE),
        blocks=(told, Quote(final.said)),
        fields=(Write(FINAL, words(w.YOURS), LONGEST, tall=True),),
        action=action,
        ref=final.ref,
        submit=submit,
        values={FINAL: final.offered or final.shared or final.said},
    )
