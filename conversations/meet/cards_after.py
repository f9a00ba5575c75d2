"""What comes after an event, as it looks: the lead's form, the catch-up with everybody's words, the lines on Home."""

from collections.abc import Mapping, Sequence

from bot.falls import cut
from bot.sentences import CLOSE
from bot.ui import Block, Buttons, Card, Choice, Facts, Field, Form, Link, Note, Open, Option, Quote, Text, Write
from bot.words import Sentence, Words
from conversations.meet import cards
from conversations.meet import words_after as a
from storage.events.event import AFTERWARDS, Event

SUMMARY, ANSWER, CHANGE, YOURS = "summary", "reply", "change", "yours"
RECORDING, MINUTES, SPOKEN, SHOWN = "recording", "minutes", "spoken", "shown"
LONGEST = {SUMMARY: 1000, ANSWER: 600, RECORDING: 400, SHOWN: 400, CHANGE: 300, YOURS: 500}
ON_A_LINE, MOST_ADDED = 300, 40
CAPTIONS: Mapping[str, Sentence] = {
    "captions": a.WITH_CAPTIONS,
    "transcript": a.WITH_TRANSCRIPT,
    "neither": a.WITH_NEITHER,
}


def after_card(words: Words, event: Event, waiting: int) -> Card:
    """To whoever leads it, the day after."""
    text = words(a.AFTER_CARD, name=event.plan.name, n=waiting)
    return Card(cards.summary(words, event, text), (Text(text), Buttons((_write(words, event),))))


def after_line(words: Words, event: Event) -> tuple[Block, ...]:
    if event.caught_up_at:
        text, way = (
            words(a.TO_ANSWER, question=event.plan.question),
            Open(words(a.ANSWER_BACK), "meet.after", event.ref),
        )
    else:
        text, way = words(a.AFTER_LINE), _write(words, event)
    return (Facts(((event.plan.name, text),)), Buttons((way,)))


def after(words: Words, event: Event, asked: str = "", said: Sequence[tuple[str, str]] = ()) -> Form:
    """A few lines, where the recording is and whether it can be read, and what will change. `asked` says whether those who
    came are asked how it was; `said` is what people have added."""
    carried = event.carried
    spoken = tuple(Option(each, words(said)) for each, said in CAPTIONS.items())
    written = {
        SUMMARY: event.summary,
        RECORDING: carried.recording,
        MINUTES: str(carried.minutes or ""),
        SPOKEN: carried.captions,
        SHOWN: carried.shown,
        ANSWER: event.reply,
        CHANGE: event.change,
    }
    return Form(
        title=words(a.AFTER_TITLE),
        close=words(CLOSE),
        blocks=(Text(words(a.AFTER_TEXT)), *((Note(asked),) if asked else ()), *_added(words, said)),
        fields=(
            Write(SUMMARY, words(a.SUMMARY), LONGEST[SUMMARY], hint=words(a.SUMMARY_HINT)),
            *_answering(words, event),
            Write(RECORDING, words(a.RECORDING), LONGEST[RECORDING], required=False, tall=False),
            Write(MINUTES, words(a.RECORDING_MINUTES), 4, required=False, tall=False),
            Choice(SPOKEN, words(a.SPOKEN), spoken, required=False),
            Write(SHOWN, words(a.SHOWN), LONGEST[SHOWN], required=False, tall=False),
            Write(CHANGE, words(a.WILL_CHANGE), LONGEST[CHANGE], hint=words(a.WILL_CHANGE_HINT), required=False),
        ),
        action="meet.after",
        ref=event.ref,
        submit=words(a.SEND_AFTER),
        values={name: value for name, value in written.items() if value},
    )


def _answering(words: Words, event: Event) -> tuple[Field, ...]:
    hint = words(a.ANSWERED_HINT, question=event.plan.question) if event.plan.question else ""
    return (Write(ANSWER, words(a.ANSWERED), LONGEST[ANSWER], hint=hint, required=False),) if hint else ()


def catch_up(words: Words, event: Event, said: Sequence[tuple[str, str]], own: str, *, open_: bool) -> Form:
    """The lead's lines, the links, everybody's words in one list, and a field for one's own while there is time."""
    carried = event.carried
    facts = [(words(a.RECORDING_FACT), _recording(words, event))] if carried.recording else []
    links = [Link(words(a.WATCH), carried.recording)] if carried.recording else []
    links += [Link(words(a.SEE), carried.shown)] if carried.shown else []
    blocks: list[Block] = [Text(event.summary or words(a.OVER_LINE))]
    blocks += [Facts(tuple(facts))] if facts else []
    blocks += [Buttons(tuple(links))] if links else []
    blocks += [Text(words(a.WHAT_CHANGES, change=event.change))] if event.change else []
    blocks += [Text(each) for each in _asked(words, event)]
    blocks += _added(words, said)
    form = Form(words(a.CAUGHT_TITLE), words(CLOSE), tuple(blocks))
    if not open_:
        return form
    label = words(a.YOUR_ANSWER if event.plan.question else a.YOURS)
    field = Write(YOURS, label, LONGEST[YOURS], hint=words(a.YOURS_HINT), required=False)
    values = {YOURS: own} if own else {}
    return Form(form.title, form.close, form.blocks, (field,), "meet.caught_up", event.ref, words(a.ADD), values)


def _added(words: Words, said: Sequence[tuple[str, str]]) -> tuple[Block, ...]:
    listed = [Quote(words(a.WORD, name=name, text=text)) for name, text in said[:MOST_ADDED]]
    return (Note(words(a.WORDS_HEADING)), *listed) if listed else ()


def _asked(words: Words, event: Event) -> list[str]:
    """The question to everybody, and what its lead says to what people answered."""
    question, lead = event.plan.question, event.lead_name
    day = words.day(event.plan.ends + AFTERWARDS)
    found = [words(a.ASKED_BY, lead=lead, day=day, question=question)] if question else []
    return [*found, words(a.ANSWER_CAME, lead=lead, answer=event.reply)] if event.reply else found


def came(words: Words, event: Event) -> tuple[Block, ...]:
    """In the note of whoever could not come."""
    text = words(a.CAME, name=event.plan.name, summary=cut(event.summary, ON_A_LINE))
    return (Text(text), Buttons((_read(words, event),)))


def home_gone(words: Words, event: Event, *, said_yes: bool) -> tuple[Block, ...]:
    """On Home for 14 days: the catch-up, or that it comes, and the question to everybody; and for whoever said yes and was not
    there, a way to say so."""
    row = [_read(words, event)] if event.caught_up_at or event.plan.question else []
    row += [Open(words(a.WAS_NOT_THERE), "meet.missed", event.ref)] if said_yes else []
    return (Facts(((event.plan.name, _over(words, event)),)), *((Buttons(tuple(row)),) if row else ()))


def _over(words: Words, event: Event) -> str:
    """The newest that there is to say of it."""
    lead, question = event.lead_name, event.plan.question
    if event.reply:
        return words(a.ANSWER_CAME, lead=lead, answer=cut(event.reply, ON_A_LINE))
    if event.caught_up_at:
        return cut(event.summary, ON_A_LINE)
    return words(a.ASKS_LINE, lead=lead, question=question) if question else words(a.OVER_LINE)


def _recording(words: Words, event: Event) -> str:
    spoken = words(CAPTIONS.get(event.carried.captions, a.WITH_NEITHER))
    return words(a.RECORDING_IS, n=event.carried.minutes, spoken=spoken)


def _write(words: Words, event: Event) -> Open:
    return Open(words(a.WRITE_IT), "meet.after", event.ref, look="primary")


def _read(words: Words, event: Event) -> Open:
    return Open(words(a.READ_IT if event.caught_up_at else a.ADD_YOURS), "meet.caught_up", event.ref)


def missed(words: Words, event: Event) -> Form:
    return Form(
        title=words(a.CAUGHT_TITLE),
        close=words(CLOSE),
        blocks=(Text(words(a.MISSED_ASK, name=event.plan.name)),),
        action="meet.missed",
        ref=event.ref,
        submit=words(a.MISSED_DO),
    )
