"""Calls of the methods that act for a user, by an access token."""

from scurrypy.api.lobby import JoinLobbyPart, LobbyMessagePart
from scurrypy.resources import CurrentUser
from tests.unit.resources.cases.case import Case, Resources, case

RESOURCES: Resources = {
    "current_user": lambda http: CurrentUser(http, "abc"),
}

BEARER = "Bearer abc"

CASES: list[Case] = [
    case("current_user.fetch", to="GET_MY_USER", path="/users/@me", authorization=BEARER),
    case(
        "current_user.fetch_authorization",
        to="GET_MY_OAUTH2_AUTHORIZATION",
        path="/oauth2/@me",
        authorization=BEARER,
    ),
    case(
        "current_user.fetch_userinfo",
        to="GET_OPENID_CONNECT_USERINFO",
        path="/oauth2/userinfo",
        authorization=BEARER,
    ),
    case(
        "current_user.fetch_connections",
        to="LIST_MY_CONNECTIONS",
        path="/users/@me/connections",
        answer=[],
        authorization=BEARER,
    ),
    case(
        "current_user.fetch_guilds",
        kwargs={"before": 9, "after": 5, "limit": 1, "with_counts": False},
        to="LIST_MY_GUILDS",
        path="/users/@me/guilds",
        params={"before": 9, "after": 5, "limit": 1, "with_counts": False},
        answer=[],
        authorization=BEARER,
    ),
    case(
        "current_user.fetch_guild_member",
        7,
        to="GET_MY_GUILD_MEMBER",
        path="/users/@me/guilds/7/member",
        authorization=BEARER,
    ),
    case(
        "current_user.fetch_role_connection",
        7,
        to="GET_APPLICATION_USER_ROLE_CONNECTION",
        path="/users/@me/applications/7/role-connection",
        authorization=BEARER,
    ),
    case(
        "current_user.edit_role_connection",
        7,
        kwargs={"platform_name": "chess", "platform_username": None, "metadata": {"elo": "2000"}},
        to="UPDATE_APPLICATION_USER_ROLE_CONNECTION",
        path="/users/@me/applications/7/role-connection",
        data={"platform_name": "chess", "platform_username": None, "metadata": {"elo": "2000"}},
        authorization=BEARER,
    ),
    case(
        "current_user.delete_role_connection",
        7,
        to="DELETE_APPLICATION_USER_ROLE_CONNECTION",
        path="/users/@me/applications/7/role-connection",
        authorization=BEARER,
    ),
    case(
        "current_user.fetch_entitlements",
        1,
        kwargs={"sku_ids": [4], "exclude_consumed": True},
        to="GET_CURRENT_USER_APPLICATION_ENTITLEMENTS",
        path="/users/@me/applications/1/entitlements",
        params={"sku_ids": "4", "exclude_consumed": True},
        authorization=BEARER,
        answer=[],
    ),
    case(
        "current_user.create_or_join_lobby",
        JoinLobbyPart("s", {"map": "x"}, {"team": "red"}, 60),
        to="CREATE_OR_JOIN_LOBBY",
        path="/lobbies",
        data={
            "secret": "s",
            "lobby_metadata": {"map": "x"},
            "member_metadata": {"team": "red"},
            "idle_timeout_seconds": 60,
        },
        authorization=BEARER,
    ),
    case("current_user.leave_lobby", 7, to="LEAVE_LOBBY", path="/lobbies/7/members/@me", authorization=BEARER),
    case(
        "current_user.edit_lobby_channel_link",
        7,
        8,
        to="EDIT_LOBBY_CHANNEL_LINK",
        path="/lobbies/7/channel-linking",
        data={"channel_id": 8},
        authorization=BEARER,
    ),
    case(
        "current_user.edit_lobby_channel_link",
        7,
        to="EDIT_LOBBY_CHANNEL_LINK",
        path="/lobbies/7/channel-linking",
        data={},
        authorization=BEARER,
    ),
    case(
        "current_user.create_lobby_invite",
        7,
        to="CREATE_LINKED_LOBBY_GUILD_INVITE_FOR_SELF",
        path="/lobbies/7/members/@me/invites",
        authorization=BEARER,
    ),
    case(
        "current_user.fetch_lobby_messages",
        7,
        kwargs={"limit": 200},
        to="GET_LOBBY_MESSAGES",
        path="/lobbies/7/messages",
        params={"limit": 200},
        answer=[],
        authorization=BEARER,
    ),
    case(
        "current_user.create_lobby_message",
        7,
        "hi",
        to="CREATE_LOBBY_MESSAGE",
        path="/lobbies/7/messages",
        data={"content": "hi"},
        authorization=BEARER,
    ),
    case(
        "current_user.create_lobby_message",
        7,
        LobbyMessagePart("hi", {"team": "red"}),
        to="CREATE_LOBBY_MESSAGE",
        path="/lobbies/7/messages",
        data={"content": "hi", "metadata": {"team": "red"}},
        authorization=BEARER,
    ),
]
