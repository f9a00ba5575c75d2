"""The forms about promises: news of one, one more, more about one, and whether somebody takes it on."""

from collections.abc import Sequence
from datetime import date, timedelta

from bot.falls import cut
from bot.finding import named
from bot.limits import FIELD_LABEL, OPTION
from bot.promises import LONGEST, Promise, stands, usual_next
from bot.question import Question, spoken
from bot.sentences import CLOSE
from bot.settings import House
from bot.ui import Choice, Day, Field, Form, Note, Option, Several, Text, Write
from bot.words import Words
from conversations.commitments import cards
from conversations.commitments import words as w

WHAT, STATE, DUE, NEXT = "what", "state", "due_on", "next_on"
WHO, ROLE, OBJECTIVE, MOVES, ANSWER = "who", "role", "objective", "moves", "answer"
LONGEST_ROLE, LONGEST_NAME = 80, 200
YES, NO = "yes", "no"


def news(words: Words, promise: Promise, house: House, today: date) -> Form:
    """What happened, how it stands, by when it is done, and when there is news next."""
    states = (("doing", w.STILL), ("done", w.DONE), ("dropped", w.DROPPED))
    public = (Text(words(w.ON_PAGE)),) if house.promises_public else ()
    due_on = promise.due_on if promise.due_on >= today else None
    values = {STATE: "doing", NEXT: usual_next(promise, today).isoformat()} | (
        {DUE: due_on.isoformat()} if due_on else {}
    )
    return Form(
        title=words(w.NEWS_TITLE),
        close=words(CLOSE),
        blocks=(
            Text(cut(promise.text, cards.SHORT)),
            Note(stands(words, promise, today)),
            Text(words(w.NEWS_WHO_SEES)),
            *public,
        ),
        fields=(
            Write(WHAT, words(w.WHAT), longest=LONGEST, hint=words(w.WHAT_HINT)),
            Choice(STATE, words(w.STATE), tuple(Option(value, words(said)) for value, said in states)),
            Day(DUE, words(w.DUE), required=False),
            Day(NEXT, words(w.NEXT), hint=words(w.NEXT_HINT), required=False),
        ),
        action="commitments.news",
        ref=promise.ref,
        submit=words(w.SEND),
        values=values,
    )


def add(words: Words, round_ref: str, house: House) -> Form:
    """One more thing promised in a round."""
    public = (Text(words(w.ON_PAGE)),) if house.promises_public else ()
    return Form(
        title=words(w.ADD_TITLE),
        close=words(CLOSE),
        blocks=(Text(words(w.NEWS_WHO_SEES)), *public),
        fields=(
            Write(WHAT, words(w.ADD_WHAT), longest=LONGEST, hint=words(w.ADD_HINT)),
            Day(DUE, words(w.DUE)),
        ),
        action="commitments.add",
        ref=round_ref,
        submit=words(w.SEND),
    )


def more(words: Words, promise: Promise, house: House, asked: Sequence[Question]) -> Form:
    """Who sees to it, in which role, what it is for, and what it should move."""
    name = cut(named(words, promise.owner), FIELD_LABEL // 2)
    fields: list[Field] = [
        Write(WHO, words(w.WHOSE, name=name), LONGEST_NAME, hint=words(w.WHOSE_HINT), required=False, tall=False),
        Write(ROLE, words(w.ROLE), LONGEST_ROLE, hint=words(w.ROLE_HINT), required=False, tall=False),
    ]
    if house.objectives and not promise.objective:
        listed = tuple(Option(str(place), cut(each, OPTION)) for place, each in enumerate(house.objectives))
        fields.append(Choice(OBJECTIVE, words(w.OBJECTIVE), listed, required=False))
    if asked and not promise.moves:
        subjects = tuple(Option(each.id, cut(spoken(each.subject, words.language), OPTION)) for each in asked)
        fields.append(Several(MOVES, words(w.MOVES), subjects, required=False))
    return Form(
        title=words(w.MORE_TITLE),
        close=words(CLOSE),
        blocks=(Text(cut(promise.text, cards.SHORT)), Note(words(w.MORE_TEXT))),
        fields=tuple(fields),
        action="commitments.more",
        ref=promise.ref,
        submit=words(w.KEEP),
    )


def offer(words: Words, promise: Promise, today: date) -> Form:
    """Yes or no, and when there is news next."""
    owner = named(words, promise.owner)
    tomorrow = today + timedelta(days=1)
    return Form(
        title=words(w.OFFER_TITLE),
        close=words(CLOSE),
        blocks=(
            Text(words(w.OFFERED, owner=owner, text=promise.text)),
            Note(stands(words, promise, today)),
            Text(words(w.OFFER_MEANS, owner=owner)),
        ),
        fields=(
            Choice(ANSWER, words(w.ANSWER), (Option(YES, words(w.YES)), Option(NO, words(w.NO)))),
            Day(NEXT, words(w.NEXT), required=False),
        ),
        action="commitments.offer",
        ref=promise.ref,
        submit=words(w.SEND_ANSWER),
        values={NEXT: max(tomorrow, min(promise.next_on, usual_next(promise, today))).isoformat()},
    )
