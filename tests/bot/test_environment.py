"""Settings that cannot be used are refused with a sentence for each mistake, and no value is ever repeated."""

from pathlib import Path

import pytest

from bot import environment
from bot.environment import Mistaken
from bot.settings import Settings
from bot.variables import ON_NETWORK, Environment
from storage.templates import Programmes

SECRET = "xoxb-very-secret-value"
KEEPER = {"HEARBACK_KEEPER_TOKEN": "a1" * 16, "HEARBACK_KEEPER_NAME": "Staff side"}


@pytest.fixture(autouse=True)
def _nothing_is_set(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in Environment.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.chdir(tmp_path)


def read(monkeypatch: pytest.MonkeyPatch, **variables: str) -> Settings:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    return environment.read(Programmes({}, {}))


def test_nothing_has_to_be_set(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    settings = read(monkeypatch)
    assert settings.database_url == f"sqlite:///{tmp_path}/var/database/hearback.db"
    assert settings.secrets_dir == tmp_path / "var" / "secrets"
    assert (settings.host, settings.port, settings.demo) == ("127.0.0.1", 8000, False)
    assert settings.public_url == ""
    assert settings.slack is None
    assert settings.teams is None


def test_an_own_folder_of_programmes_is_read_beside_ours(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert environment.own_templates() == ()
    monkeypatch.setenv("HEARBACK_TEMPLATES", "mine")
    assert environment.own_templates() == (tmp_path / "mine",)


def test_what_is_set_arrives(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = read(
        monkeypatch,
        HEARBACK_ORGANISATION="Northfield Trust",
        HEARBACK_PUBLIC_URL="https://hearback.example.org/",
        HEARBACK_DATABASE_URL="postgresql://user:word@db/hearback",
        SLACK_BOT_TOKEN="xoxb-1",
        SLACK_SIGNING_SECRET="s",
        TEAMS_APP_ID="app",
        TEAMS_APP_PASSWORD="word",
        TEAMS_TENANT_ID="tenant",
        TEAMS_SERVICE_HOSTS="one.example, two.example,",
    )
    assert settings.house.organisation == "Northfield Trust"
    assert settings.public_url == "https://hearback.example.org"
    assert settings.database_url == "postgresql://user:word@db/hearback"
    assert settings.slack is not None
    assert settings.slack.bot_token == "xoxb-1"
    assert settings.teams is not None
    assert settings.teams.service_hosts == ("one.example", "two.example")


def test_whoever_asks_a_keeper_is_none(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    settings = read(monkeypatch, HEARBACK_KEEPER_TOKEN="a1" * 16)
    assert (settings.keeper, settings.house.keeper) == (None, "")
    assert settings.keeper_room is not None
    assert settings.keeper_room.folder == tmp_path / "var" / "keeper"
    settings = read(monkeypatch, HEARBACK_KEEPER_URL="http://localhost:9000/", HEARBACK_KEEPER_NAME="Staff side")
    assert settings.keeper is not None
    assert (settings.keeper.url, settings.house.keeper) == ("http://localhost:9000", "Staff side")
    assert settings.keeper_room is None
    assert "a1" * 16 not in repr(settings)


def test_an_empty_variable_is_as_good_as_none(monkeypatch: pytest.MonkeyPatch) -> None:
    assert read(monkeypatch, PORT="", SLACK_BOT_TOKEN="").port == 8000


@pytest.mark.parametrize("language", ["en", "en-GB", "en-US", "cy", "pt-BR"])
def test_every_language_in_which_a_day_can_be_written_is_taken(monkeypatch: pytest.MonkeyPatch, language: str) -> None:
    assert read(monkeypatch, HEARBACK_LANGUAGE=language).house.language == language


def test_the_fingerprint_of_who_signs_the_guardians_list_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    assert read(monkeypatch).speak_up_signer == ""
    assert read(monkeypatch, HEARBACK_SPEAK_UP_SIGNER="AB12" * 8).speak_up_signer == "ab12" * 8


@pytest.mark.parametrize(
    ("variables", "said"),
    [
        ({"PORT": "eighty"}, "PORT: must be a whole number."),
        ({"PORT": "0"}, "PORT: must be 1 or more."),
        ({"PORT": "70000"}, "PORT: must be 65535 or less."),
        ({"HEARBACK_DEMO": "perhaps"}, "HEARBACK_DEMO: must be 1 or 0."),
        ({"HEARBACK_ZONE": "Mars/Crater"}, "HEARBACK_ZONE: is no time zone; write one such as Europe/London."),
        ({"HEARBACK_ZONE": "../etc"}, "HEARBACK_ZONE: is no time zone"),
        (
            {"HEARBACK_LANGUAGE": "xx"},
            "HEARBACK_LANGUAGE: is no language that is known here; write its tag",
        ),
        ({"HEARBACK_LANGUAGE": "English please"}, "HEARBACK_LANGUAGE: is no language"),
        (
            {"SLACK_API_URL": "ftp://x"},
            "SLACK_API_URL: must be an address that begins with https://.",
        ),
        ({"SLACK_API_URL": "https:///api/"}, "SLACK_API_URL: must be an address"),
        ({"TEAMS_LOGIN_URL": "x"}, "TEAMS_LOGIN_URL: must be an address"),
        (
            {"TEAMS_SERVICE_HOSTS": "a.example, http://a/b"},
            "TEAMS_SERVICE_HOSTS: must be names of hosts with commas between",
        ),
        ({"HEARBACK_THRESHOLD": "4"}, "HEARBACK_THRESHOLD: must be 5 or more; below that nobody's answer is safe."),
        ({"HEARBACK_DATABASE_URL": "mysql://x"}, "HEARBACK_DATABASE_URL: must begin with sqlite:/// or postgresql://."),
        ({"HEARBACK_PUBLIC_URL": "http://x"}, "HEARBACK_PUBLIC_URL: must begin with https://"),
        ({"HEARBACK_KEEPER_URL": "http://x"} | KEEPER, "HEARBACK_KEEPER_URL: must begin with https://"),
        ({"HEARBACK_KEEPER_URL": "https://"} | KEEPER, "HEARBACK_KEEPER_URL: must begin with https://"),
        ({"HEARBACK_KEEPER_TOKEN": SECRET}, "HEARBACK_KEEPER_TOKEN: must have 32 to 200 letters and digits"),
        ({"HEARBACK_KEEPER_URL": "https://x"}, "A keeper needs HEARBACK_KEEPER_TOKEN and HEARBACK_KEEPER_NAME"),
        ({"HEARBACK_SPEAK_UP_SIGNER": SECRET}, "HEARBACK_SPEAK_UP_SIGNER: must have 32 hexadecimal digits"),
        (KEEPER, "HEARBACK_KEEPER_NAME is told to everybody, so it needs a HEARBACK_KEEPER_URL"),
        (KEEPER | {"HEARBACK_KEEPER_URL": "https://x", "HEARBACK_DEMO": "1"}, "The demo has no keeper"),
        ({"SLACK_BOT_TOKEN": SECRET}, "Slack needs SLACK_SIGNING_SECRET (HTTP) or SLACK_APP_TOKEN (Socket Mode)"),
        ({"TEAMS_APP_ID": SECRET}, "Teams needs TEAMS_APP_PASSWORD and TEAMS_TENANT_ID beside TEAMS_APP_ID."),
        ({"TEAMS_UNVERIFIED": "1", "HOST": "0.0.0.0"}, "TEAMS_UNVERIFIED works only while HOST is 127.0.0.1."),
        ({"HEARBACK_DEMO": "1", "HOST": "0.0.0.0"}, "The demo lets anybody act as anybody"),
        ({"HEARBACK_SECRETS_DIR": "var/database/secrets"}, "must not lie inside one another"),
        ({"HEARBACK_SECRETS_DIR": "var"}, "must not lie inside one another"),
    ],
)
def test_each_mistake_has_its_sentence(monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], said: str) -> None:
    with pytest.raises(Mistaken) as mistaken:
        read(monkeypatch, **variables)
    [sentence] = mistaken.value.sentences
    assert said in sentence
    assert SECRET not in sentence


def test_two_mistakes_have_two_sentences_and_repeat_no_value(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(Mistaken) as mistaken:
        read(monkeypatch, PORT=SECRET, HEARBACK_THRESHOLD=SECRET, HEARBACK_ZONE=SECRET, HEARBACK_DATABASE_URL=SECRET)
    assert len(mistaken.value.sentences) == 4
    assert SECRET not in str(mistaken.value)
    assert all(sentence.endswith(".") for sentence in mistaken.value.sentences)


def test_two_rules_that_are_broken_are_both_said(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(Mistaken) as mistaken:
        read(monkeypatch, SLACK_BOT_TOKEN=SECRET, TEAMS_APP_ID=SECRET)
    slack, teams = mistaken.value.sentences
    assert slack.startswith("Slack needs")
    assert teams.startswith("Teams needs")


def test_the_demo_is_served_to_a_network_only_when_somebody_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = read(monkeypatch, HEARBACK_DEMO="1", HOST="0.0.0.0", HEARBACK_DEMO_ON_NETWORK=ON_NETWORK)
    assert settings.demo
