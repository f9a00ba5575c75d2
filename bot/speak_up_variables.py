"""The variables of speaking up that are read from the environment, with what each means."""

from pydantic import Field, field_validator
from pydantic_settings import BaseSettings

from bot.settings import ChatAccount


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

    @field_validator("hearback_speak_up_signer")
    @classmethod
    def _fingerprint(cls, pin: str) -> str:
        if pin and not (len(pin) == 32 and set(pin.lower()) <= set("0123456789abcdef")):
            raise ValueError("must have 32 hexadecimal digits")
        return pin.lower()

    @field_validator("hearback_guardian_accounts", "hearback_speak_up_oversight")
    @classmethod
    def _accounts(cls, told: str) -> str:
        if any(account is None for account in map(chat_account, split(told))):
            raise ValueError(
                "must be written as NAME=PLATFORM:ID, such as Ines Hale=slack:U012AB3CD, with commas between"
            )
        return told


def split(told: str) -> list[str]:
    """What stands between commas."""
    return [each.strip() for each in told.split(",") if each.strip()]


def chat_account(told: str) -> ChatAccount | None:
    """`Ines Hale=slack:U012AB3CD`; None where it is written in another way."""
    name, _, account = told.partition("=")
    platform, _, external = account.strip().partition(":")
    whole = name.strip() and platform.strip() and external.strip()
    return ChatAccount(name.strip(), platform.strip(), external.strip()) if whole else None
