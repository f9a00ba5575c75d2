"""What the people who run this installation have decided, as plain values. `bot.main` reads them from the environment."""

from collections.abc import Callable, Mapping
from pathlib import Path

from bot.calendar import Links, no_links
from bot.detail import Detail
from bot.exports import Downloads, no_downloads
from bot.practice import Practice
from bot.programme import Template
from bot.signposts import Signposts
from bot.values import dataclass, field

LOOPBACK = ("localhost", "127.0.0.1", "::1")
"""Hosts that only this machine can reach."""


def never() -> bool:
    """Speaking up is closed."""
    return False


@dataclass(frozen=True, slots=True)
class House:
    """What cards say about the organisation and about who runs the server, and where files can be fetched. `nudge` says
    whether reports are taken in just now: then everybody's note and Home have one line about replies. `told` says whether
    guardians published what was raised, and what changed: then everybody's Home leads there. Promises serve one of the
    `objectives`; with `promises_public` those made to all staff stand on a page that anyone can read. The pages of a
    workshop begin with `tables`; empty: nobody could reach any. With `sentences` comments are sorted by their meaning too."""

    organisation: str = "your organisation"
    operator: str = "the people who run this server"
    sponsor: str = "your organisation"
    language: str = "en"
    zone: str = "Europe/London"
    help_line: str = ""
    guardian: str = ""
    signposts: Signposts = field(default_factory=Signposts)
    threshold: int = 10
    preset: str = "default"
    templates: Mapping[str, Template] = field(default_factory=dict)
    practices: Mapping[str, Practice] = field(default_factory=dict)
    languages: tuple[str, ...] = ("en",)
    downloads: Downloads = no_downloads
    calendars: Links = no_links
    details: tuple[Detail, ...] = ()
    keeper: str = ""
    objectives: tuple[str, ...] = ()
    promises_public: bool = False
    sentences: bool = False
    tables: str = ""
    nudge: Callable[[], bool] = never
    told: Callable[[], bool] = never


@dataclass(frozen=True, slots=True)
class SlackDoor:
    """Slack: HTTP when there is a signing secret, Socket Mode when there is an app-level token."""

    bot_token: str
    signing_secret: str = ""
    app_token: str = ""
    api_url: str = "https://slack.com/api/"


@dataclass(frozen=True, slots=True)
class TeamsDoor:
    """Teams: one app registration, one tenant. The addresses differ in sovereign clouds and in tests.

    `unverified` serves unsigned requests, and is refused unless the server listens on loopback only.
    """

    app_id: str
    app_password: str
    tenant_id: str
    openid_metadata_url: str = "https://login.botframework.com/v1/.well-known/openidconfiguration"
    token_issuer: str = "https://api.botframework.com"
    login_url: str = ""
    oauth_scope: str = "https://api.botframework.com/.default"
    service_hosts: tuple[str, ...] = (
        "smba.trafficmanager.net",
        "*.botframework.com",
        "smba.infra.gcc.teams.microsoft.com",
        "smba.infra.gov.teams.microsoft.us",
    )
    unverified: bool = False


@dataclass(frozen=True, slots=True)
class KeeperDoor:
    """Where the second key of each question is: somebody else's `python -m bot keeper`, and who that is."""

    url: str
    token: str = field(repr=False)
    name: str


@dataclass(frozen=True, slots=True)
class PublicPage:
    """The page for speaking up without the chat. `files`: it takes files that are no pictures, as they come."""

    files: bool = False


@dataclass(frozen=True, slots=True)
class KeeperRoom:
    """What `python -m bot keeper` itself needs, on the machine of whoever runs it."""

    folder: Path
    token: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class ChatAccount:
    """Where somebody on the guardians' list is written to, by the name that the list has for them."""

    name: str
    platform: str
    external: str


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that is set from outside. Paths are absolute; neither of the two folders lies in the other.

    `speak_up_signer` is the fingerprint of who signs the list of guardians: it is here so that whoever writes in the database
    cannot exchange it. `guardians` are the chat accounts that hear the same words each working day, `oversight` the one that
    hears when a guardian is not there. `nation` is the one whose bank holidays are no working days.
    """

    database_url: str
    secrets_dir: Path
    host: str = "127.0.0.1"
    port: int = 8000
    demo: bool = False
    public_url: str = ""
    house: House = House()
    slack: SlackDoor | None = None
    teams: TeamsDoor | None = None
    keeper: KeeperDoor | None = None
    keeper_room: KeeperRoom | None = None
    speak_up_signer: str = ""
    inbox_port: int = 8001
    guardians: tuple[ChatAccount, ...] = ()
    oversight: ChatAccount | None = None
    nation: str = "england"
    page: PublicPage | None = PublicPage()
