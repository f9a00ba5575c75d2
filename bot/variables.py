"""Every variable that is read from the environment, with what it means; docs/settings.md is printed from here."""

from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, field_validator, model_validator
from pydantic_settings import SettingsConfigDict

from bot import addresses
from bot.demo_guardian import DEMO_SIGNER
from bot.hours import is_zone
from bot.settings import LOOPBACK, TeamsDoor
from bot.speak_up_variables import SpeakUpEnvironment
from bot.words import is_language
from storage.disclosure.presets import FLOOR

ON_NETWORK = "anyone on this network may act as any seeded person"
LONG_ENOUGH = 32
Public = Annotated[str, AfterValidator(addresses.public)]
Private = Annotated[str, AfterValidator(addresses.private)]
Web = Annotated[str, AfterValidator(addresses.web)]
Hosts = Annotated[str, AfterValidator(addresses.hosts)]
PresetName = Literal["default", "nhs", "small"]


class Environment(SpeakUpEnvironment):
    """Every variable that is read, with what it means."""

    model_config = SettingsConfigDict(extra="ignore", env_ignore_empty=True)

    host: str = Field("127.0.0.1", description="Address to listen on.")
    port: int = Field(8000, ge=1, le=65535, description="Port to listen on.")
    hearback_database_url: str = Field(
        "sqlite:///var/database/hearback.db",
        description="`sqlite:///FILE` or `postgresql://USER:PASSWORD@HOST/NAME`. In the demo `var/demo/database/hearback.db`.",
    )
    hearback_secrets_dir: Path = Field(
        Path("var/secrets"),
        description="Folder of the secret keys. Keep it out of the database's backups. In the demo `var/demo/secrets`.",
    )
    hearback_demo: bool = Field(False, description="`1` opens the demo workspace in the browser.")
    hearback_demo_on_network: str = Field(
        "", description=f"To serve the demo beyond this machine, the words: `{ON_NETWORK}`."
    )
    hearback_public_url: Public = Field(
        "",
        description=(
            "Address under which Slack and Teams reach this server, `https://hearback.example.org`. They fetch charts as "
            "pictures from there; without it they show the numbers in words. Files of results and "
            "of events are fetched there too, and "
            "without it there are none. Tables of a workshop join there (docs/workshops.md)."
        ),
    )
    hearback_organisation: str = Field("your organisation", description="Its name, as people read it.")
    hearback_operator: str = Field(
        "the people who run this server", description="Who runs the server; named in promises."
    )
    hearback_sponsor: str = Field("your organisation", description="Who asked for this; named in the first hello.")
    hearback_language: str = Field("en", description="Language where a person's is not known (BCP 47).")
    hearback_zone: str = Field(
        "Europe/London", description="Time zone where a person's is not known; rounds close in it."
    )
    hearback_help_line: str = Field("", description="Your own help, such as occupational health and its number.")
    hearback_guardian: str = Field("", description="Name and number of the Freedom to Speak Up guardian.")
    hearback_templates: str = Field(
        "", description="Folder of your own programmes and questions; docs/programmes.md says how to write one."
    )
    hearback_about_you: str = Field(
        "",
        description="What people may say about themselves, by commas, such as `staff-group,ethnic-group`; results can then "
        "be shown by it, five working days later at the earliest. docs/programmes.md lists what there is.",
    )
    hearback_objectives: str = Field(
        "",
        description="What your organisation wants to reach, by semicolons, such as `Looking after our people; Belonging`. Who "
        "promises something can say what it is for, and promises are listed by it. At most 12, of 75 characters each.",
    )
    hearback_promises_public: bool = Field(
        False,
        description="`1` shows what all staff were promised, and the news of it, on the page `/promises`: without sign-in and "
        "without names. docs/commitments.md says what stands there.",
    )
    hearback_sentence_model: bool = Field(
        False,
        description="`1` has themes suggested by what comments mean, not by their words alone, with a small model that runs "
        "here and was taught mostly in English. It has to be installed first: docs/sorting.md.",
    )
    hearback_preset: PresetName = Field(
        "default",
        description="Rules of what is shown: `default` from 10 answers, `nhs` from 11; `small` from 5, and for all "
        "together only. Where fewer than 60 people are asked it is always `small`; fewer than 15 are not asked.",
    )
    hearback_threshold: int | None = Field(
        None,
        description="Results are shown from this many answers on, if not as above. At least "
        f"{FLOOR}; `small`, and rounds that ask fewer than 60 people, keep to {FLOOR}.",
    )
    hearback_keeper_url: Private = Field(
        "",
        description="Address of a keeper: somebody else has a second key of each question until its close. Read "
        "docs/operate.md first.",
    )
    hearback_keeper_token: str = Field(
        "", description=f"What Hearback and its keeper both know; at least {LONG_ENOUGH} characters."
    )
    hearback_keeper_name: str = Field("", description="Who the keeper is, as people read it beside the operator.")
    hearback_keeper_dir: Path = Field(
        Path("var/keeper"), description="For `python -m bot keeper` alone: the folder of its keys. Never back it up."
    )
    slack_bot_token: str = Field("", description="Opens the Slack door. Begins with xoxb-.")
    slack_signing_secret: str = Field("", description="Needed for Slack over HTTP.")
    slack_app_token: str = Field("", description="Set it for Socket Mode. Begins with xapp-.")
    slack_api_url: Web = Field("https://slack.com/api/", description="Address of Slack's Web API.")
    teams_app_id: str = Field("", description="Opens the Teams door: the bot's application id.")
    teams_app_password: str = Field("", description="The application's client secret.")
    teams_tenant_id: str = Field("", description="Your tenant; activities from others are refused.")
    teams_openid_metadata_url: Web = Field(
        "https://login.botframework.com/v1/.well-known/openidconfiguration", description="Other clouds: where keys are."
    )
    teams_token_issuer: str = Field("https://api.botframework.com", description="Other clouds: who issues tokens.")
    teams_login_url: Web = Field("", description="Other clouds: token endpoint's host.")
    teams_oauth_scope: str = Field(
        "https://api.botframework.com/.default", description="Other clouds: scope asked for."
    )
    teams_service_hosts: Hosts = Field(
        ",".join(TeamsDoor("", "", "").service_hosts), description="Hosts that replies may be sent to, by commas."
    )
    teams_unverified: bool = Field(False, description="Local tools only: serve unsigned requests, on loopback.")

    @model_validator(mode="before")
    @classmethod
    def _demo_apart(cls, given: dict[str, object]) -> dict[str, object]:
        """Made-up people live in a database of their own, unless another is named."""
        own = {
            "hearback_database_url": "sqlite:///var/demo/database/hearback.db",
            "hearback_secrets_dir": Path("var/demo/secrets"),
        }
        demo = str(given.get("hearback_demo", "")).lower() in ("1", "true", "yes", "on")
        return {**own, **given} if demo else given

    @field_validator("hearback_zone")
    @classmethod
    def _known_zone(cls, zone: str) -> str:
        if not is_zone(zone):
            raise ValueError("is no time zone; write one such as Europe/London")
        return zone

    @field_validator("hearback_language")
    @classmethod
    def _known_language(cls, language: str) -> str:
        if not is_language(language):
            raise ValueError("is no language that is known here; write its tag, such as en, cy or pl")
        return language

    @field_validator("hearback_threshold")
    @classmethod
    def _above_floor(cls, threshold: int | None) -> int | None:
        if threshold is not None and threshold < FLOOR:
            raise ValueError(f"must be {FLOOR} or more; below that nobody's answer is safe")
        return threshold

    @field_validator("hearback_keeper_token")
    @classmethod
    def _long(cls, token: str) -> str:
        if token and not (LONG_ENOUGH <= len(token) <= 200 and token.isascii() and token.isalnum()):
            raise ValueError(f"must have {LONG_ENOUGH} to 200 letters and digits; openssl rand -hex 32 makes one")
        return token

    @field_validator("hearback_database_url")
    @classmethod
    def _known_database(cls, url: str) -> str:
        if not url.startswith(("sqlite:///", "postgresql://", "postgres://")):
            raise ValueError("must begin with sqlite:/// or postgresql://")
        return url

    @model_validator(mode="after")
    def _whole(self) -> "Environment":
        wrong = [sentence for holds, sentence in (*self._rules(), *self._demo_rules()) if not holds]
        if wrong:
            raise ValueError("\n".join(wrong))
        return self

    def _rules(self) -> list[tuple[bool, str]]:
        slack, teams = self.slack_bot_token, self.teams_app_id
        return [
            (
                not slack or bool(self.slack_signing_secret or self.slack_app_token),
                "Slack needs SLACK_SIGNING_SECRET (HTTP) or SLACK_APP_TOKEN (Socket Mode) beside SLACK_BOT_TOKEN",
            ),
            (
                not teams or bool(self.teams_tenant_id and (self.teams_app_password or self.teams_unverified)),
                "Teams needs TEAMS_APP_PASSWORD and TEAMS_TENANT_ID beside TEAMS_APP_ID",
            ),
            (
                not self.teams_unverified or self.host in LOOPBACK,
                "TEAMS_UNVERIFIED works only while HOST is 127.0.0.1",
            ),
            (
                not self.hearback_demo or self.host in LOOPBACK or self.hearback_demo_on_network == ON_NETWORK,
                (
                    f"The demo lets anybody act as anybody, so it listens on 127.0.0.1 only. To serve it on {self.host}, "
                    f'set HEARBACK_DEMO_ON_NETWORK="{ON_NETWORK}"'
                ),
            ),
            (
                not self.hearback_keeper_url or bool(self.hearback_keeper_token and self.hearback_keeper_name),
                "A keeper needs HEARBACK_KEEPER_TOKEN and HEARBACK_KEEPER_NAME beside HEARBACK_KEEPER_URL",
            ),
            (
                bool(self.hearback_keeper_url) or not self.hearback_keeper_name,
                "HEARBACK_KEEPER_NAME is told to everybody, so it needs a HEARBACK_KEEPER_URL beside it",
            ),
            (
                not _nested(self.database_file(), self.hearback_secrets_dir.absolute()),
                "HEARBACK_SECRETS_DIR and the database must not lie inside one another: a backup of one would hold both",
            ),
        ]

    def _demo_rules(self) -> list[tuple[bool, str]]:
        return [
            (
                self.hearback_demo or self.hearback_speak_up_signer != DEMO_SIGNER,
                "HEARBACK_SPEAK_UP_SIGNER is the demo's, and everybody has its key. Run: python -m bot speak-up init",
            ),
            (
                not (self.hearback_keeper_url and self.hearback_demo),
                "The demo has no keeper, because its clock is moved by hand: leave HEARBACK_KEEPER_URL unset",
            ),
        ]

    def database_file(self) -> Path | None:
        """The SQLite file, or None where there is none."""
        kind, _, file = self.hearback_database_url.partition(":///")
        return Path(file).absolute() if kind == "sqlite" else None


def _nested(file: Path | None, folder: Path) -> bool:
    if file is None:
        return False
    home = file.parent
    return home == folder or home in folder.parents or folder in home.parents
