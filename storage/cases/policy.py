"""How long cases are kept: three answers that the organisation gives when it sets speaking up up, with no default.

They lie outside the database: whoever can write there must not make cases end sooner.
"""

import json
from dataclasses import asdict

from bot.values import dataclass
from storage.secrets import Secrets

NAME = "policy-retention"
LONGEST = 600
"""Months, which is fifty years."""


@dataclass(frozen=True, slots=True)
class Policy:
    """Months after a case was closed: what the records policy says, and until when a claim can reach a tribunal or a court,
    appeals included. `inquiry`: an inquiry, or an instruction to keep everything, forbids to delete anything for now."""

    records: int
    claims: int
    inquiry: bool

    @property
    def months(self) -> int:
        """How long a closed case is kept at least: the longer of the two."""
        return max(self.records, self.claims)


class NotSensible(Exception):
    """Both must be whole months between 1 and LONGEST."""


def keep(secrets: Secrets, policy: Policy) -> None:
    """Raises NotSensible."""
    if not all(1 <= each <= LONGEST for each in (policy.records, policy.claims)):
        raise NotSensible
    secrets.put(NAME, json.dumps(asdict(policy)).encode())


def kept(secrets: Secrets) -> Policy | None:
    """None where nobody was asked yet: then nothing is ever deleted because of its age."""
    raw = secrets.get(NAME)
    return Policy(**json.loads(raw)) if raw else None
