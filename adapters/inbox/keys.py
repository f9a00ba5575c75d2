"""Making keys, recovering them, and changing what opens them; what is shown then is shown once."""

from urllib.parse import parse_qs, urlsplit

from starlette.responses import HTMLResponse, Response

from adapters.inbox import words as w
from adapters.inbox import words_entering as we
from adapters.inbox.guard import Room, Visit, page
from adapters.inbox.posted import Fields
from bot.casebook import Colleague, NewKeys, Refused
from bot.words import Sentence


async def enrol(room: Room, visit: Visit) -> Response:
    """First the code, then who is meant and the passphrase, then the keys."""
    typed = visit.fields
    if visit.request.method == "GET":
        return _enrolling(room, typed)
    try:
        meant = await room.casebook.invited(typed.get("code", ""))
    except Refused as refused:
        return _enrolling(room, typed, wrong=w.REFUSED[refused.why])
    if "to" not in typed:
        return _enrolling(room, typed, meant)
    if typed.get("to") != typed.get("again"):
        return _enrolling(room, typed, meant, wrong=we.PASSPHRASES_DIFFER)
    try:
        made = await room.casebook.enrol(typed["code"], typed["to"])
    except Refused as refused:
        return _enrolling(room, typed, meant if refused.why == "weak" else None, wrong=w.REFUSED[refused.why])
    return _once(room, None, made)


async def recover(room: Room, visit: Visit) -> Response:
    typed = visit.fields
    if visit.request.method == "GET":
        return _recovering(room, typed)
    if typed.get("to") != typed.get("again"):
        return _recovering(room, typed, we.PASSPHRASES_DIFFER)
    try:
        made = await room.casebook.recover(typed.get("name", ""), typed.get("code", ""), to=typed.get("to", ""))
    except Refused as refused:
        return _recovering(room, typed, w.REFUSED[refused.why])
    return _once(room, None, made)


async def show(room: Room, visit: Visit) -> Response:
    return HTMLResponse(page(room, "keys.html", visit, we=we, wrong=None))


async def change(room: Room, visit: Visit) -> Response:
    typed = visit.fields
    secret, to = (typed.get("old", ""), typed.get("code", "")), typed.get("to", "")
    wrong = None if to == typed.get("again") else we.PASSPHRASES_DIFFER
    try:
        if wrong is None:
            return _once(room, visit, await room.casebook.change(visit.cookie, secret, to=to))
    except Refused as refused:
        if refused.why in ("locked", "list"):
            raise
        wrong = w.REFUSED[refused.why]
    return HTMLResponse(page(room, "keys.html", visit, we=we, wrong=wrong), 409)


def _enrolling(room: Room, typed: Fields, meant: Colleague | None = None, *, wrong: Sentence | None = None) -> Response:
    code = typed.get("code", "")
    drawn = page(room, "enrol.html", None, we=we, meant=meant, code=code, wrong=wrong)
    return HTMLResponse(drawn, 409 if wrong else 200)


def _recovering(room: Room, typed: Fields, wrong: Sentence | None = None) -> Response:
    return HTMLResponse(page(room, "recover.html", None, we=we, typed=typed, wrong=wrong), 409 if wrong else 200)


def _once(room: Room, visit: Visit | None, made: NewKeys) -> Response:
    secret = parse_qs(urlsplit(made.one_time).query)["secret"][0]
    spaced = " ".join(secret[at : at + 4] for at in range(0, len(secret), 4))
    return HTMLResponse(page(room, "once.html", visit, we=we, made=made, secret=spaced))
