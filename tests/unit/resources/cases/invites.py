"""Calls of the methods that are about invites."""

from scurrypy.resources import (
    Invite,
)
from tests.unit.resources.cases.case import Case, Resources, case

RESOURCES: Resources = {
    "invite": lambda http: Invite(http, "abc"),
}

CASES: list[Case] = [
    case("invite.fetch", True, to="INVITE_RESOLVE", path="/invites/abc", params={"with_counts": True}),
    case("invite.delete", to="INVITE_REVOKE", path="/invites/abc"),
]

AUDITED = {
    "INVITE_REVOKE",
}
"""Operations whose documentation takes the header X-Audit-Log-Reason."""
