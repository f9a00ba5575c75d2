"""The one file that knows Microsoft's bot library: it takes a delivered activity and calls what answers its kind.

botbuilder is at the end of its life. It is used for what it is good for, the Activity model and the turn; everything
around this file takes and gives plain JSON, so that whatever comes after it costs this file and no other.
"""

from typing import Any, Protocol

from botbuilder.core import BotAdapter, TurnContext
from botbuilder.core.teams import TeamsActivityHandler
from botbuilder.schema import Activity

from adapters.teams.activity import Json, words

RAW = "hearback.activity"
BODY = "hearback.body"


class Takes(Protocol):
    """What answers each kind of activity. Only an invoke has a body to give back."""

    async def message(self, activity: Json) -> None: ...

    async def invoke(self, activity: Json) -> Json | None: ...

    async def members(self, activity: Json) -> None: ...

    async def installed(self, activity: Json) -> None: ...


class Turns(BotAdapter):  # type: ignore[misc]  # botbuilder is untyped
    """Runs one turn for each delivered activity."""

    def __init__(self, takes: Takes) -> None:
        super().__init__()
        self._kinds = _Kinds(takes)

    async def run(self, activity: Json) -> Json | None:
        """The body of the HTTP answer, if there is one."""
        turn = TurnContext(self, _model(activity))
        turn.turn_state[RAW] = activity
        await self.run_pipeline(turn, self._kinds.on_turn)
        body: Json | None = turn.turn_state.get(BODY)
        return body

    async def send_activities(self, context: TurnContext, activities: list[Activity]) -> Any:
        raise TypeError("messages leave through the connector, never through a turn of botbuilder")

    async def update_activity(self, context: TurnContext, activity: Activity) -> Any:
        raise TypeError("messages are changed through the connector, never through a turn of botbuilder")

    async def delete_activity(self, context: TurnContext, reference: Any) -> Any:
        raise TypeError("Hearback deletes no messages")


class _Kinds(TeamsActivityHandler):  # type: ignore[misc]  # botbuilder is untyped
    """Which function answers which kind. Kinds that are not named here are taken in and left alone.

    The library's own next step would read channel data and invoke values with msrest, which takes 40 times as long as
    checking the signature, and would copy each answer; so the plain JSON is handed on instead.
    """

    def __init__(self, takes: Takes) -> None:
        self._takes = takes

    async def on_message_activity(self, turn_context: TurnContext) -> None:
        await self._takes.message(turn_context.turn_state[RAW])

    async def on_invoke_activity(self, turn_context: TurnContext) -> None:
        turn_context.turn_state[BODY] = await self._takes.invoke(turn_context.turn_state[RAW])

    async def on_conversation_update_activity(self, turn_context: TurnContext) -> None:
        await self._takes.members(turn_context.turn_state[RAW])

    async def on_installation_update_add(self, turn_context: TurnContext) -> None:
        await self._takes.installed(turn_context.turn_state[RAW])


def _model(activity: Json) -> Activity:
    """The part of the model that deciding the kind needs."""
    return Activity(
        type=words(activity.get("type")), name=words(activity.get("name")), action=words(activity.get("action"))
    )
