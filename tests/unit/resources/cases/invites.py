"""Calls of the methods that are about invites."""

from scurrypy.resources import (
    Invite,
)
from scurrypy.wire.upload import Upload
from tests.unit.resources.cases.case import Case, Resources, case

RESOURCES: Resources = {
    "invite": lambda http: Invite(http, "abc"),
}

CASES: list[Case] = [
    case("invite.fetch", True, to="INVITE_RESOLVE", path="/invites/abc", params={"with_counts": True}),
    case(
        "invite.fetch",
        kwargs={"guild_scheduled_event_id": 1, "target_channel_id": 2, "target_message_id": 3},
        to="INVITE_RESOLVE",
        path="/invites/abc",
        params={"guild_scheduled_event_id": 1, "target_channel_id": 2, "target_message_id": 3},
    ),
    case(
        "invite.fetch_target_users",
        to="GET_INVITE_TARGET_USERS",
        path="/invites/abc/target-users",
        answer="user_id\n2\n",
    ),
    case(
        "invite.edit_target_users",
        [2, 3],
        to="UPDATE_INVITE_TARGET_USERS",
        path="/invites/abc/target-users",
        assets={"target_users_file": Upload("target_users.csv", b"user_id\n2\n3\n", "text/csv")},
    ),
    case(
        "invite.fetch_target_users_job_status",
        to="GET_INVITE_TARGET_USERS_JOB_STATUS",
        path="/invites/abc/target-users/job-status",
    ),
    case("invite.delete", to="INVITE_REVOKE", path="/invites/abc"),
]

AUDITED = {
    "INVITE_REVOKE",
}
"""Operations whose documentation takes the header X-Audit-Log-Reason."""
