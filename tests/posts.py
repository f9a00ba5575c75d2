"""Who the settings name as guardians, in tests: by the accounts of people who work there."""

from dataclasses import replace

from bot.settings import ChatAccount
from tests.harness import Colleague, Office


def guards(office: Office, who: Colleague) -> None:
    """The settings name this account as a guardian's."""
    posts, account = office.works.clockwork.posts, ChatAccount(who.name, who.account.platform, who.account.id)
    office.works.clockwork.posts = replace(posts, guardians=(*posts.guardians, account))
