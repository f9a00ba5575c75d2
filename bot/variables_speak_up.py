"""Every variable about speaking up, with what it means: who signs the guardians' list, and where else people can turn."""

from pydantic import Field, field_validator
from pydantic_settings import BaseSettings

from bot.signposts import Signposts

HERE = Signposts()


class SpeakingUp(BaseSettings):
    """Variables about speaking up; the environment has them beside all others."""

    hearback_speak_up_signer: str = Field(
        "",
        description="Fingerprint of who signs the list of guardians, 32 hexadecimal digits. Without it nobody can write to a "
        "guardian through Hearback, and people read where else to turn.",
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

    @field_validator("hearback_second_door")
    @classmethod
    def _address(cls, url: str) -> str:
        if url and not url.startswith(("https://", "http://")):
            raise ValueError("must begin with https://, or with http:// for an address that ends in .onion")
        return url.rstrip("/")
