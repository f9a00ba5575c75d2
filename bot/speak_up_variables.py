"""The variables of speaking up that are read from the environment, with what each means."""

from pydantic import Field, field_validator
from pydantic_settings import BaseSettings

from bot.settings import ChatAccount
from bot.signposts import Signposts
from storage.working_days import NATIONS

HERE = Signposts()


class SpeakUpEnvironment(BaseSettings):
    """A part of `bot.variables.Environment`."""

    hearback_speak_up_signer: str = Field(
        "",
        description="Fingerprint of who signs the list of guardians, 32 hexadecimal digits; `python -m bot speak-up init` "
        "prints it. Without it speaking up is closed.",
    )
    hearback_inbox_port: int = Field(
        8001,
        ge=1,
        le=65535,
        description="Port of the guardians' inbox, `python -m bot inbox`. It listens on HOST.",
    )
    hearback_guardian_accounts: str = Field(
        "",
        description="Where guardians get the same words at the same minute of each working day, by commas: "
        "`Ines Hale=slack:U012AB3CD`. The names are those of the signed list.",
    )
    hearback_speak_up_oversight: str = Field(
        "",
        description="Who hears when a guardian has not been in the inbox for a week, such as a director: "
        "`Ruth Amos=slack:U045EF6GH`.",
    )
    hearback_nation: str = Field(
        "england",
        description="Whose bank holidays are no working days, for guardians and for practices that avoid them: `england`, "
        "`wales`, `scotland`, `northern-ireland`, or `elsewhere` for none.",
    )
    hearback_emergency: str = Field(
        HERE.emergency, description="Whom to call in danger; stands first where people speak up."
    )
    hearback_police: str = Field(HERE.police, description="Whom to call about a crime that is not urgent.")
    hearback_hate_crime: str = Field(HERE.hate_crime, description="Where to report hate crime.")
    hearback_outside: str = Field(
        HERE.outside, description="Whom to turn to outside the organisation, as the end of a sentence."
    )
    hearback_talk_first: str = Field(
        "", description="Name and telephone of whom to talk to before writing; without it the guardian's."
    )
    hearback_second_door: str = Field(
        "",
        description="Address of the page for speaking up without the chat, if it is not `/speak-up` below the public address.",
    )
    hearback_speak_up_page: bool = Field(
        True, description="`0` closes the public page `/speak-up`; docs/second_door.md says what it can promise."
    )
    hearback_speak_up_files: bool = Field(
        False,
        description="`1` lets people add files that are no pictures, at most 160 KB each. They are kept as they come: they may "
        "name their author, or harm whoever opens them.",
    )

    @field_validator("hearback_speak_up_signer")
    @classmethod
    def _fingerprint(cls, pin: str) -> str:
        if pin and not (len(pin) == 32 and set(pin.lower()) <= set("0123456789abcdef")):
            raise ValueError("must have 32 hexadecimal digits")
        return pin.lower()

    @field_validator("hearback_nation")
    @classmethod
    def _known_nation(cls, nation: str) -> str:
        if nation.lower() not in NATIONS:
            raise ValueError(f"must be one of {', '.join(NATIONS)}")
        return nation.lower()

    @field_validator("hearback_guardian_accounts", "hearback_speak_up_oversight")
    @classmethod
    def _accounts(cls, told: str) -> str:
        if any(account is None for account in map(chat_account, split(told))):
            raise ValueError(
                "must be written as NAME=PLATFORM:ID, such as Ines Hale=slack:U012AB3CD, with commas between"
            )
        return told

    @field_validator("hearback_second_door")
    @classmethod
    def _address(cls, url: str) -> str:
        if url and not url.startswith(("https://", "http://")):
            raise ValueError("must begin with https://, or with http:// for an address that ends in .onion")
        return url.rstrip("/")


def split(told: str) -> list[str]:
    """What stands between commas."""
    return [each.strip() for each in told.split(",") if each.strip()]


def chat_account(told: str) -> ChatAccount | None:
    """`Ines Hale=slack:U012AB3CD`; None where it is written in another way."""
    name, _, account = told.partition("=")
    platform, _, external = account.strip().partition(":")
    whole = name.strip() and platform.strip() and external.strip()
    return ChatAccount(name.strip(), platform.strip(), external.strip()) if whole else None
