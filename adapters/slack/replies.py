"""Says how a reply of the bot reaches the person in Slack: in the answer to Slack's request, or by a call after it.

Pure: the payload and the reply in; an answer and calls out. The answer never waits for a call.
"""

from collections.abc import Mapping
from typing import Any

from adapters.slack import render
from adapters.slack.inbound import from_home, input_blocks
from adapters.slack.text import escaped
from bot.events import Event, Opened, Pressed, Replace, Reply, Said, Say, Show, Submitted, Visited, Welcome
from bot.ui import Card, Form
from bot.values import dataclass, field

Json = dict[str, Any]
Payload = Mapping[str, Any]

QUIET = ("speak_up.", "receipt.")
"""Conversations under these names leave no trace in Slack: not even Home changes when something was sent."""


@dataclass(frozen=True, slots=True)
class Call:
    """A method of Slack's Web API, with its arguments."""

    method: str
    arguments: Json


@dataclass(frozen=True, slots=True)
class Respond:
    """A message to the address that came with the request; it works where the bot is no member, for 30 minutes."""

    url: str
    body: Json


@dataclass(frozen=True, slots=True)
class Answer:
    """What Slack's request is answered with (nothing: an empty answer), and what is done after that."""

    body: Json | None = None
    after: tuple[Call | Respond, ...] = field(default=())


def answer(payload: Payload, event: Event, reply: Reply) -> Answer:
    """How this reply to this event is given."""
    match reply, event:
        case Show(form), Submitted():
            return Answer(_shown_again(payload, event, form))
        case Show(form), Opened() | Pressed():
            return Answer(after=(_opening(payload, form),))
        case Say(card), Submitted(account=account):
            return Answer(after=(_post({"channel": account.reach or account.id}, card),))
        case Say(card), Pressed() | Opened() | Said():
            return Answer(after=(_saying(payload, event, card),))
        case Replace(card), Pressed():
            return Answer(after=_replacing(payload, card))
        case Welcome(home), Visited(account=account):
            return Answer(after=(Call("views.publish", {"user_id": account.id, "view": render.home(home)}),))
        case _:
            return Answer()


def changes_home(payload: Payload, event: Event, reply: Reply) -> bool:
    """Whether Home, where this was done, should be drawn anew."""
    if not isinstance(event, Pressed | Submitted) or reply is None or event.action.startswith(QUIET):
        return False
    failed = isinstance(reply, Show) and bool(reply.form.errors)
    return from_home(payload) and not failed


def sorry(payload: Payload, sentence: str) -> Json | None:
    """A sentence at the first field of the form that was sent, so that it stays open with what was typed."""
    blocks = list(input_blocks(payload.get("view") or {}).values())
    return {"response_action": "errors", "errors": {blocks[0]: sentence}} if blocks else None


def _shown_again(payload: Payload, event: Submitted, form: Form) -> Json:
    """Errors at the fields, where Slack keeps what was typed, or else the whole form anew."""
    blocks = input_blocks(payload.get("view") or {})
    same = (form.action, form.ref) == (event.action, event.ref)
    if same and form.errors and blocks and all(not name or name in blocks for name in form.errors):
        first = next(iter(blocks.values()))
        errors: dict[str, str] = {}
        for name, sentence in form.errors.items():
            id_ = blocks.get(name, first)
            errors[id_] = f"{errors[id_]} {escaped(sentence)}" if id_ in errors else escaped(sentence)
        return {"response_action": "errors", "errors": errors}
    taken = () if same else tuple(blocks.values())
    return {"response_action": "update", "view": render.modal(form, on_home=from_home(payload), taken=taken)}


def _opening(payload: Payload, form: Form) -> Call:
    view = payload.get("view") or {}
    if view.get("type") == "modal":
        shown = render.modal(form, on_home=from_home(payload), taken=tuple(input_blocks(view).values()))
        return _updated(view, shown)
    shown = render.modal(form, on_home=from_home(payload))
    return Call("views.open", {"trigger_id": payload.get("trigger_id"), "view": shown})


def _saying(payload: Payload, event: Pressed | Opened | Said, card: Card) -> Call | Respond:
    view, place = payload.get("view") or {}, payload.get("container") or {}
    if view.get("type") == "modal":
        return _updated(view, render.page(card, view))
    url = payload.get("response_url")
    if url and ("command" in payload or place.get("is_ephemeral")):
        return Respond(url, {"response_type": "ephemeral", "replace_original": False, **render.message(card)})
    if isinstance(event, Said):
        where = {"channel": payload["event"]["channel"], "thread_ts": payload["event"].get("thread_ts")}
    elif place.get("channel_id"):
        where = {"channel": place["channel_id"], "thread_ts": place.get("thread_ts")}
    else:
        where = {"channel": event.account.reach or event.account.id}
    return _post({name: value for name, value in where.items() if value}, card)


def _replacing(payload: Payload, card: Card) -> tuple[Call | Respond, ...]:
    view, place, url = payload.get("view") or {}, payload.get("container") or {}, payload.get("response_url")
    if view.get("type") == "modal":
        return (_updated(view, render.page(card, view)),)
    if url:
        return (Respond(url, {"replace_original": True, **render.message(card)}),)
    if place.get("channel_id") and place.get("message_ts"):
        where = {"channel": place["channel_id"], "ts": place["message_ts"]}
        return (Call("chat.update", where | render.message(card)),)
    return ()  # on Home, which is drawn anew


def _post(where: Json, card: Card) -> Call:
    return Call("chat.postMessage", {**where, **render.message(card), "unfurl_links": False, "unfurl_media": False})


def _updated(view: Payload, shown: Json) -> Call:
    """The open form becomes another. `hash` makes Slack refuse if somebody was faster."""
    return Call("views.update", {"view_id": view.get("id"), "hash": view.get("hash"), "view": shown})
