"""The form in which a steward writes a question of their own, and what it means as a template."""

import secrets
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from bot.bank import END, OPTION, PROMPT, SUBJECT
from bot.by_what import BY, NOTHING, Offer
from bot.conversation import Person
from bot.programme import Rhythm
from bot.question import KINDS, MOST_OPTIONS, clean, spoken
from bot.sentences import CLOSE
from bot.ui import Buttons, Choice, Day, Form, Open, Option, Text, Write
from bot.values import dataclass
from bot.words import Sentence, Words
from conversations.steward import words as w
from conversations.steward.cards import who_answers
from storage.drafts import Draft

SUBJECT_, PROMPT_, KIND, OPTIONS, CLOSES = "subject", "prompt", "kind", "options", "closes"
AT, NOON = "10:00", "12:00"
RHYTHM = Rhythm(time.fromisoformat(AT), None)
"""Once, on a working day."""
LEAST, MOST = timedelta(days=3), timedelta(days=60)
ANSWERED_WITHIN = 14
"""Days from the close to the promised answer."""
_KINDS: Mapping[str, Sentence] = {
    "scale": w.KIND_SCALE,
    "agreement": w.KIND_AGREEMENT,
    "frequency": w.KIND_FREQUENCY,
    "yes_no": w.KIND_YES_NO,
    "one_of": w.KIND_ONE_OF,
    "several_of": w.KIND_SEVERAL_OF,
    "text": w.KIND_TEXT,
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a steward wrote. `options` are the lines of the options, or the two ends of a scale."""

    subject: str
    prompt: str
    kind: str
    options: tuple[str, ...]
    closes: str


def ask_new(words: Words, stewards: Sequence[tuple[str, Person]], by: Offer | None) -> Form:
    """What it is about, the question, how it is answered, who answers back, when it closes, and `by` what it is shown."""
    kinds = tuple(Option(kind, words(_KINDS[kind])) for kind in KINDS)
    return Form(
        title=words(w.OWN_TITLE),
        close=words(CLOSE),
        blocks=(Text(words(w.OWN_TEXT)), *((Text(by.text),) if by else ())),
        fields=(
            Write(SUBJECT_, words(w.OWN_SUBJECT), SUBJECT, hint=words(w.OWN_SUBJECT_HINT), tall=False),
            Write(PROMPT_, words(w.OWN_PROMPT), PROMPT, hint=words(w.OWN_PROMPT_HINT)),
            Choice(KIND, words(w.OWN_KIND), kinds),
            Write(
                OPTIONS,
                words(w.OWN_OPTIONS),
                MOST_OPTIONS * (OPTION + 1),
                hint=words(w.OWN_OPTIONS_HINT),
                required=False,
            ),
            who_answers(words, stewards),
            Day(CLOSES, words(w.OWN_CLOSES), hint=words(w.OWN_CLOSES_HINT)),
            *(by.fields if by else ()),
        ),
        action="steward.ask_new",
        submit=words(w.OWN_SEND),
        values=by.values if by else {},
    )


def written(words: Words, ref: str, subject: str, reach: str) -> Form:
    """It is kept and not asked yet: first it has to be looked at, as staff will see it. `reach`: what it can show."""
    look = Open(words(w.OWN_LOOK), "ask.preview", ref, look="primary")
    change = Open(words(w.OWN_CHANGE), "steward.ask_new", ref)
    text = words(w.OWN_WRITTEN, subject=subject)
    return Form(title=words(w.OWN_TITLE), close=words(CLOSE), blocks=(Text(text), Text(reach), Buttons((look, change))))


def read(values: Mapping[str, str]) -> Wanted:
    lines = (clean(line, OPTION) for line in values.get(OPTIONS, "").splitlines())
    return Wanted(
        subject=" ".join(values.get(SUBJECT_, "").split()),
        prompt=" ".join(values.get(PROMPT_, "").split()),
        kind=values.get(KIND, ""),
        options=tuple(line for line in lines if line),
        closes=values.get(CLOSES, ""),
    )


def as_written(words: Words, draft: Draft) -> dict[str, str]:
    """What stood in the fields when this was kept."""
    ask = draft.template.ask
    [question] = ask.questions
    ends = tuple(filter(None, (question.lowest, question.highest)))
    lines = question.options or ends
    return {
        SUBJECT_: spoken(ask.subject, words.language),
        PROMPT_: spoken(question.prompt, words.language),
        KIND: question.kind,
        OPTIONS: "\n".join(spoken(each, words.language) for each in lines),
        CLOSES: (draft.wall.date() + timedelta(days=ask.until.days)).isoformat(),
        BY: ask.by or NOTHING,
    }


def errors(words: Words, wanted: Wanted, opens: date) -> dict[str, str]:
    """What is to be mended, by field. `opens` is the day on which it would first be asked."""
    found = {}
    for name, said, longest in ((SUBJECT_, wanted.subject, SUBJECT), (PROMPT_, wanted.prompt, PROMPT)):
        if not said:
            found[name] = words(w.OWN_EMPTY)
        elif len(said) > longest:
            found[name] = words(w.TOO_LONG, size=len(said), n=longest)
    if wanted.kind not in KINDS:
        found[KIND] = words(w.OWN_NO_KIND)
    elif wrong := _wrong_options(wanted):
        found[OPTIONS] = words(wrong, n=MOST_OPTIONS, size=END)
    if _closes(wanted, opens) is None:
        days = {"first": words.day(opens + LEAST), "last": words.day(opens + MOST)}
        found[CLOSES] = words(w.OWN_WRONG_DAY, **days)
    return found


def source(wanted: Wanted, opens: datetime) -> dict[str, Any]:
    """The question as a template, as its file would say it. Call it only where there are no errors."""
    closes = _closes(wanted, opens.date())
    if closes is None:
        raise ValueError("this closes on no day")
    days = (closes - opens.date()).days
    question: dict[str, Any] = {"id": "own", "kind": wanted.kind, "prompt": wanted.prompt}
    if wanted.kind == "scale":
        question |= {"lowest": wanted.options[0], "highest": wanted.options[1]}
    elif wanted.kind in ("one_of", "several_of"):
        question |= {"options": list(wanted.options)}
    ask = {
        "id": "ask",
        "kind": "ASK",
        "at": "0d",
        "until": f"+{days}d {NOON}",
        "voice": "unlinked",
        "subject": wanted.subject,
        "questions": [question],
        "comment": wanted.kind != "text",
    }
    name = f"own-{secrets.token_hex(6)}"
    return {
        "programme": name,
        "intent": "listen",
        "circle": "all-staff",
        "rhythm": {"once": True, "at": AT},
        "needs": {"answerer": "named", "answer_by": f"+{days + ANSWERED_WITHIN}d {NOON}"},
        "moments": [ask],
    }


def _wrong_options(wanted: Wanted) -> Sentence | None:
    match wanted.kind:
        case "scale":
            fits = len(wanted.options) == 2 and all(len(end) <= END for end in wanted.options)
            return None if fits else w.OWN_TWO_ENDS
        case "one_of" | "several_of":
            fits = 2 <= len(wanted.options) <= MOST_OPTIONS and len(set(wanted.options)) == len(wanted.options)
            return None if fits else w.OWN_FEW_OPTIONS
        case _:
            return None


def _closes(wanted: Wanted, opens: date) -> date | None:
    try:
        day = date.fromisoformat(wanted.closes)
    except ValueError:
        return None
    return day if opens + LEAST <= day <= opens + MOST else None
