"""The web workspace as the rest of the program sees it: its addresses, its sender, and how it starts and stops."""

from hashlib import sha256
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from adapters.web import acts, both_sides, pages
from adapters.web.closed import routes_closed
from adapters.web.colleagues import Colleagues
from adapters.web.demo import Travel
from adapters.web.desk import Caller, Desk, Problem
from adapters.web.guard import guarded
from adapters.web.live import Live
from adapters.web.render import drawing
from adapters.web.sending import WebSender
from adapters.web.words import PROBLEM_LOST
from bot.demo_guardian import BothSides
from bot.ports import Answers, Clock, Demo, Draws, Mailbox, Sender
from bot.settings import LOOPBACK, House
from bot.words import Speaking

STATIC = Path(__file__).parent / "static"
TYPES = {".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".svg": "image/svg+xml"}


class Workspace:
    """A chat client for the demonstration. `secret` signs the cookie; `allowed_hosts` are names without ports."""

    platform = "web"

    def __init__(  # noqa: PLR0913 - each of them is one thing that a demonstration needs
        self,
        bot: Answers,
        mailbox: Mailbox,
        demo: Demo,
        clock: Clock,
        *,
        house: House,
        speaking: Speaking,
        secret: bytes,
        charts: Draws,
        allowed_hosts: tuple[str, ...] = LOOPBACK,
        sides: BothSides | None = None,
    ) -> None:
        self._files = {path.name: path.read_bytes() for path in sorted(STATIC.iterdir()) if path.suffix in TYPES}
        self._live = Live()
        self.colleagues = colleagues = Colleagues(bot, mailbox, demo, clock)
        self._desk = Desk(
            bot=bot,
            mailbox=mailbox,
            demo=demo,
            clock=clock,
            house=house,
            speaking=speaking,
            secret=secret,
            hosts=allowed_hosts,
            live=self._live,
            travel=Travel(demo, clock, colleagues, self._live),
            drawing=drawing(),
            charts=charts,
            sides=sides,
            marks={name: sha256(content).hexdigest()[:12] for name, content in self._files.items()},
        )
        self.sender: Sender = WebSender(mailbox, clock, self._live, colleagues.noticed)
        self.routes: list[BaseRoute] = self._routes()

    async def start(self) -> None:
        """Pages may be open from now on."""
        self._live.open = True

    async def stop(self) -> None:
        """Lets every open page go: a server waits for them before it ends."""
        self._live.close()

    @property
    def watching(self) -> int:
        """How many pages are open at this moment."""
        return self._live.watching

    def _routes(self) -> list[BaseRoute]:
        desk = self._desk
        looks = {"/home": pages.home, "/stream": pages.stream}
        looks |= dict.fromkeys(("/chat", "/channel/all-staff", "/group/team"), pages.room)
        does = {"/say": acts.write, "/open": acts.open_, "/press": acts.press, "/submit": acts.submit}
        return [
            *routes_closed(),
            Route("/", guarded(desk, pages.chooser, seated=False), methods=["GET"]),
            Route(both_sides.PATH, guarded(desk, both_sides.guardians, seated=False), methods=["GET"]),
            Route("/static/{name}", guarded(desk, self._file, seated=False), methods=["GET"]),
            *(Route(path, guarded(desk, look), methods=["GET"]) for path, look in looks.items()),
            *(Route(path, guarded(desk, act), methods=["POST"]) for path, act in does.items()),
            Route("/as", guarded(desk, acts.sit, seated=False), methods=["POST"]),
            Route("/clock", guarded(desk, acts.move, seated=False), methods=["POST"]),
            *(
                Route(path, guarded(desk, acts.back, seated=False), methods=["GET"])
                for path in (*does, "/as", "/clock")
            ),
        ]

    async def _file(self, _desk: Desk, caller: Caller) -> Response:
        request: Request = caller.request
        name = request.path_params["name"]
        if name not in self._files:
            raise Problem(404, PROBLEM_LOST)
        fixed = request.query_params.get("v") == self._desk.marks[name]
        kept = "public, max-age=31536000, immutable" if fixed else "no-cache"
        return Response(self._files[name], media_type=TYPES[Path(name).suffix], headers={"Cache-Control": kept})
