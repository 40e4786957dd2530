"""Calls of the methods that are about lobbies, and about players."""

from scurrypy.api.lobby import BulkLobbyMemberPart, LobbyMemberPart, LobbyPart
from scurrypy.enums import ApplicationIdentityProviderAuthType, LobbyMemberFlags
from scurrypy.resources import Lobby, PartnerSDK
from tests.unit.resources.cases.case import ONE, THREE, TWO, Case, Resources, case

RESOURCES: Resources = {
    "lobby": lambda http: Lobby(http, ONE),
    "partner_sdk": PartnerSDK,
}

CREDENTIALS = {"client_id": 1, "external_auth_type": "OIDC", "external_auth_token": "t"}

CASES: list[Case] = [
    case("lobby.fetch", to="GET_LOBBY", path="/lobbies/1"),
    case(
        "lobby.edit",
        kwargs={"metadata": None, "members": [LobbyMemberPart(TWO)]},
        to="EDIT_LOBBY",
        path="/lobbies/1",
        data={"metadata": None, "members": [{"id": 2}]},
    ),
    case("lobby.delete", to="DELETE_LOBBY", path="/lobbies/1"),
    case(
        "lobby.add_member",
        2,
        kwargs={"flags": LobbyMemberFlags.CAN_LINK_LOBBY, "additional_name": None},
        to="ADD_LOBBY_MEMBER",
        path="/lobbies/1/members/2",
        data={"flags": 1, "additional_name": None},
    ),
    case("lobby.add_member", 2, to="ADD_LOBBY_MEMBER", path="/lobbies/1/members/2", data={}),
    case("lobby.remove_member", 2, to="DELETE_LOBBY_MEMBER", path="/lobbies/1/members/2"),
    case(
        "lobby.bulk_edit_members",
        [BulkLobbyMemberPart(TWO, additional_name="x"), BulkLobbyMemberPart(THREE, remove_member=True)],
        to="BULK_UPDATE_LOBBY_MEMBERS",
        path="/lobbies/1/members/bulk",
        data=[{"id": 2, "additional_name": "x"}, {"id": 3, "remove_member": True}],
        answer=[],
    ),
    case(
        "lobby.create_invite",
        2,
        to="CREATE_LINKED_LOBBY_GUILD_INVITE_FOR_USER",
        path="/lobbies/1/members/2/invites",
    ),
    case(
        "lobby.edit_message_moderation_metadata",
        5,
        {"action": "hide"},
        to="UPDATE_LOBBY_MESSAGE_EXTERNAL_MODERATION_METADATA",
        path="/lobbies/1/messages/5/moderation-metadata",
        data={"action": "hide"},
    ),
    case(
        "partner_sdk.create_lobby",
        LobbyPart({"map": "x"}, [LobbyMemberPart(TWO, {"team": "red"})], 60),
        to="CREATE_LOBBY",
        path="/lobbies",
        data={
            "metadata": {"map": "x"},
            "members": [{"id": 2, "metadata": {"team": "red"}}],
            "idle_timeout_seconds": 60,
        },
    ),
    case(
        "partner_sdk.create_token",
        1,
        ApplicationIdentityProviderAuthType.OIDC,
        "t",
        kwargs={"client_secret": "s"},
        to="PARTNER_SDK_TOKEN",
        path="/partner-sdk/token",
        data={**CREDENTIALS, "client_secret": "s"},
        authorization=None,
    ),
    case(
        "partner_sdk.create_token_as_bot",
        "player-7",
        kwargs={"preferred_global_name": "Seven", "provisional_user_id": 7},
        to="BOT_PARTNER_SDK_TOKEN",
        path="/partner-sdk/token/bot",
        data={"external_user_id": "player-7", "preferred_global_name": "Seven", "provisional_user_id": 7},
    ),
    case(
        "partner_sdk.unmerge_provisional_account",
        1,
        ApplicationIdentityProviderAuthType.OIDC,
        "t",
        to="PARTNER_SDK_UNMERGE_PROVISIONAL_ACCOUNT",
        path="/partner-sdk/provisional-accounts/unmerge",
        data=CREDENTIALS,
        authorization=None,
    ),
    case(
        "partner_sdk.unmerge_provisional_account_as_bot",
        "player-7",
        to="BOT_PARTNER_SDK_UNMERGE_PROVISIONAL_ACCOUNT",
        path="/partner-sdk/provisional-accounts/unmerge/bot",
        data={"external_user_id": "player-7"},
    ),
    case(
        "partner_sdk.edit_message_moderation_metadata",
        2,
        3,
        5,
        {"action": "hide"},
        to="UPDATE_USER_MESSAGE_EXTERNAL_MODERATION_METADATA",
        path="/partner-sdk/dms/2/3/messages/5/moderation-metadata",
        data={"action": "hide"},
    ),
]
