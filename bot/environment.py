"""Reads the settings from the environment, and says one sentence for each mistake."""

import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from pydantic import ValidationError

from bot.detail import Detail
from bot.limits import OPTION
from bot.settings import ChatAccount, House, KeeperDoor, KeeperRoom, PublicPage, Settings, SlackDoor, TeamsDoor
from bot.signposts import DOOR, Signposts
from bot.speak_up_variables import chat_account, split
from bot.variables import Environment
from storage.disclosure.presets import usual
from storage.templates import Programmes
from storage.working_days import ENGLAND, NATIONS

MOST_OBJECTIVES = 12
OURS = {
    "int_parsing": "must be a whole number",
    "bool_parsing": "must be 1 or 0",
    "greater_than_equal": "must be {ge} or more",
    "less_than_equal": "must be {le} or less",
}
"""What is said in place of the library's own sentences, by the kind of the mistake."""


class Mistaken(Exception):
    """The settings cannot be used; one sentence per mistake."""

    def __init__(self, sentences: list[str]) -> None:
        super().__init__("\n".join(sentences))
        self.sentences = sentences


def own_templates() -> tuple[Path, ...]:
    """The organisation's own folder of programmes, if one is set. It is read before the settings, which hold what it says."""
    folder = os.environ.get("HEARBACK_TEMPLATES", "").strip()
    return (Path(folder).absolute(),) if folder else ()


def nation() -> str:
    """Whose bank holidays a rhythm may keep off, for whoever reads the programmes before the settings; what is no nation is
    told with the settings."""
    said = os.environ.get("HEARBACK_NATION", "").strip().lower()
    return said if said in NATIONS else ENGLAND.nation


def read(
    programmes: Programmes, languages: Sequence[str] = (), details: Mapping[str, Detail] | None = None
) -> Settings:
    """The settings of this process; raises Mistaken with a sentence for each mistake. `details` are those to choose from."""
    try:
        seen = Environment()  # type: ignore[call-arg]
    except ValidationError as error:
        raise Mistaken([said for each in error.errors() for said in _sentences(dict(each))]) from None
    return Settings(
        database_url=_database(seen),
        secrets_dir=seen.hearback_secrets_dir.absolute(),
        host=seen.host,
        port=seen.port,
        demo=seen.hearback_demo,
        public_url=seen.hearback_public_url,
        house=_house(seen, programmes, languages, details or {}),
        slack=_slack(seen),
        teams=_teams(seen),
        keeper=_keeper(seen),
        keeper_room=_keeper_room(seen),
        speak_up_signer=seen.hearback_speak_up_signer,
        inbox_port=seen.hearback_inbox_port,
        guardians=tuple(_accounts(seen.hearback_guardian_accounts)),
        oversight=next(_accounts(seen.hearback_speak_up_oversight), None),
        nation=seen.hearback_nation,
        page=PublicPage(seen.hearback_speak_up_files) if seen.hearback_speak_up_page else None,
    )


def _house(seen: Environment, programmes: Programmes, languages: Sequence[str], details: Mapping[str, Detail]) -> House:
    return House(
        organisation=seen.hearback_organisation,
        operator=seen.hearback_operator,
        sponsor=seen.hearback_sponsor,
        language=seen.hearback_language,
        zone=seen.hearback_zone,
        help_line=seen.hearback_help_line,
        guardian=seen.hearback_guardian,
        signposts=_signposts(seen),
        threshold=usual(seen.hearback_preset, seen.hearback_threshold or 0).k,
        preset=seen.hearback_preset,
        templates=programmes.templates,
        practices=programmes.practices,
        languages=tuple(dict.fromkeys(("en", seen.hearback_language, *languages))),
        details=_chosen(seen.hearback_about_you, details, seen.hearback_preset),
        objectives=_objectives(seen.hearback_objectives),
        promises_public=seen.hearback_promises_public,
        sentences=seen.hearback_sentence_model,
        keeper=seen.hearback_keeper_name if seen.hearback_keeper_url else "",
    )


def _signposts(seen: Environment) -> Signposts:
    below = f"{seen.hearback_public_url}{DOOR}" if seen.hearback_public_url and seen.hearback_speak_up_page else ""
    return Signposts(
        emergency=seen.hearback_emergency,
        police=seen.hearback_police,
        hate_crime=seen.hearback_hate_crime,
        outside=seen.hearback_outside,
        health=seen.hearback_help_line,
        guardian=seen.hearback_guardian,
        talk_first=seen.hearback_talk_first,
        door=seen.hearback_second_door or below,
    )


def _database(seen: Environment) -> str:
    file = seen.database_file()
    return f"sqlite:///{file}" if file else seen.hearback_database_url


def _objectives(told: str) -> tuple[str, ...]:
    """At most so many as fit into a list to choose from, each as long as an option may be."""
    found = tuple(dict.fromkeys(each.strip() for each in told.split(";") if each.strip()))
    if len(found) > MOST_OBJECTIVES or any(len(each) > OPTION for each in found):
        raise Mistaken([f"HEARBACK_OBJECTIVES: at most {MOST_OBJECTIVES}, of {OPTION} characters each."])
    return found


def _chosen(names: str, details: Mapping[str, Detail], preset: str) -> tuple[Detail, ...]:
    wanted = dict.fromkeys(name.strip() for name in names.split(",") if name.strip())
    if wanted and preset == "small":
        raise Mistaken(
            ["HEARBACK_ABOUT_YOU: under HEARBACK_PRESET=small nothing is shown by groups, so leave it empty."]
        )
    if unknown := [name for name in wanted if name not in details]:
        known = f"Known are {', '.join(details)}." if details else "None are known."
        raise Mistaken([f"HEARBACK_ABOUT_YOU: nobody can be asked for {', '.join(unknown)} here. {known}"])
    return tuple(details[name] for name in wanted)


def _slack(seen: Environment) -> SlackDoor | None:
    if not seen.slack_bot_token:
        return None
    return SlackDoor(seen.slack_bot_token, seen.slack_signing_secret, seen.slack_app_token, seen.slack_api_url)


def _teams(seen: Environment) -> TeamsDoor | None:
    if not seen.teams_app_id:
        return None
    return TeamsDoor(
        app_id=seen.teams_app_id,
        app_password=seen.teams_app_password,
        tenant_id=seen.teams_tenant_id,
        openid_metadata_url=seen.teams_openid_metadata_url,
        token_issuer=seen.teams_token_issuer,
        login_url=seen.teams_login_url,
        oauth_scope=seen.teams_oauth_scope,
        service_hosts=tuple(host.strip() for host in seen.teams_service_hosts.split(",") if host.strip()),
        unverified=seen.teams_unverified,
    )


def _accounts(told: str) -> Iterator[ChatAccount]:
    yield from (account for each in split(told) if (account := chat_account(each)))


def _keeper(seen: Environment) -> KeeperDoor | None:
    if not seen.hearback_keeper_url:
        return None
    return KeeperDoor(seen.hearback_keeper_url, seen.hearback_keeper_token, seen.hearback_keeper_name)


def _keeper_room(seen: Environment) -> KeeperRoom | None:
    """Whoever asks a keeper is none: the two are to be two machines of two people."""
    if seen.hearback_keeper_url or not seen.hearback_keeper_token:
        return None
    return KeeperRoom(seen.hearback_keeper_dir.absolute(), seen.hearback_keeper_token)


def _sentences(error: dict[str, object]) -> list[str]:
    """Never the value that was given: it may be a token."""
    where = error.get("loc")
    name = str(where[0]).upper() if isinstance(where, tuple) and where else ""
    ours, limits = OURS.get(str(error.get("type"))), error.get("ctx")
    told = (
        ours.format_map(limits if isinstance(limits, dict) else {}) if ours else str(error.get("msg", "cannot be used"))
    )
    said = told.removeprefix("Value error, ")
    return [f"{name}: {said}."] if name else [f"{each}." for each in said.splitlines()]
