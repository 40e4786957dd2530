"""Calls of the methods that are about users."""

from scurrypy.resources import (
    User,
)
from tests.unit.resources.cases.case import Case, Resources, case

RESOURCES: Resources = {
    "user": User,
}

CASES: list[Case] = [
    case("user.fetch", 2, to="GET_USER", path="/users/2"),
    case("user.fetch_me", to="GET_MY_USER", path="/users/@me"),
    case(
        "user.modify_current_user",
        kwargs={"username": "xx"},
        to="UPDATE_MY_USER",
        path="/users/@me",
        data={"username": "xx"},
    ),
    case("user.create_dm", 2, to="CREATE_DM", path="/users/@me/channels", data={"recipient_id": 2}),
    case(
        "user.create_group_dm",
        ["a", "b"],
        {2: "x"},
        to="CREATE_DM",
        path="/users/@me/channels",
        data={"access_tokens": ["a", "b"], "nicks": {"2": "x"}},
    ),
    case(
        "user.fetch_guilds",
        kwargs={"before": 9, "after": 5, "limit": 200, "with_counts": True},
        to="LIST_MY_GUILDS",
        path="/users/@me/guilds",
        params={"before": 9, "after": 5, "limit": 200, "with_counts": True},
        answer=[],
    ),
    case("user.fetch_guild_member", 1, 2, to="GET_GUILD_MEMBER", path="/guilds/1/members/2"),
    case("user.leave_guild", 1, to="LEAVE_GUILD", path="/users/@me/guilds/1"),
]
