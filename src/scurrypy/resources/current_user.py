"""A user who let the application act: everything that is done with that user's access token."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Unpack

from scurrypy.api.connection import ConnectionModel, RoleConnectionModel
from scurrypy.api.entitlement import EntitlementModel
from scurrypy.api.lobby import JoinLobbyPart, LobbyInviteModel, LobbyMessageModel, LobbyMessagePart, LobbyModel
from scurrypy.api.oauth2 import AuthorizationModel, UserInfoModel
from scurrypy.api.user import GuildMemberModel, UserModel
from scurrypy.params.user import EditRoleConnectionParams
from scurrypy.resources.base_resource import given, joined, models, of_user
from scurrypy.resources.changes import changes
from scurrypy.resources.user_guilds import UserGuilds
from scurrypy.routes import (
    CREATE_LINKED_LOBBY_GUILD_INVITE_FOR_SELF,
    CREATE_LOBBY_MESSAGE,
    CREATE_OR_JOIN_LOBBY,
    DELETE_APPLICATION_USER_ROLE_CONNECTION,
    EDIT_LOBBY_CHANNEL_LINK,
    GET_APPLICATION_USER_ROLE_CONNECTION,
    GET_CURRENT_USER_APPLICATION_ENTITLEMENTS,
    GET_LOBBY_MESSAGES,
    GET_MY_GUILD_MEMBER,
    GET_MY_OAUTH2_AUTHORIZATION,
    GET_MY_USER,
    GET_OPENID_CONNECT_USERINFO,
    LEAVE_LOBBY,
    LIST_MY_CONNECTIONS,
    UPDATE_APPLICATION_USER_ROLE_CONNECTION,
)
from scurrypy.wire.limits import Count, Range
from scurrypy.wire.snowflake import id_of


@dataclass
class CurrentUser(UserGuilds):
    """A user, by an access token that `OAuth2` gave; the bot itself is `User`.

    See [Discord Docs/OAuth2](https://docs.discord.com/developers/topics/oauth2).
    """

    access_token: str = field(repr=False)
    """The user's access token; a secret."""

    @property
    def _sender(self) -> str:
        return of_user(self.access_token)

    async def fetch(self) -> UserModel:
        """Fetch the user; needs the `identify` scope, and `email` for the address."""
        return await self._request(GET_MY_USER, into=UserModel)

    async def fetch_authorization(self) -> AuthorizationModel:
        """Fetch what the access token is good for, and until when."""
        return await self._request(GET_MY_OAUTH2_AUTHORIZATION, into=AuthorizationModel)

    async def fetch_userinfo(self) -> UserInfoModel:
        """Fetch who the user is in the terms of OpenID Connect; needs the `openid` scope."""
        return await self._request(GET_OPENID_CONNECT_USERINFO, into=UserInfoModel)

    async def fetch_connections(self) -> list[ConnectionModel]:
        """Fetch the user's accounts elsewhere; needs the `connections` scope."""
        return models(ConnectionModel, await self._request(LIST_MY_CONNECTIONS))

    async def fetch_guild_member(self, guild_id: int) -> GuildMemberModel:
        """Fetch the user as a member of a guild; needs the `guilds.members.read` scope."""
        return await self._request(GET_MY_GUILD_MEMBER, guild_id=guild_id, into=GuildMemberModel)

    async def fetch_role_connection(self, application_id: int) -> RoleConnectionModel:
        """Fetch what the user has proved for linked roles; needs the `role_connections.write` scope.

        Args:
            application_id: The application that the access token was granted to.
        """
        return await self._request(
            GET_APPLICATION_USER_ROLE_CONNECTION, application_id=application_id, into=RoleConnectionModel
        )

    async def edit_role_connection(
        self, application_id: int, **options: Unpack[EditRoleConnectionParams]
    ) -> RoleConnectionModel:
        """Say what the user has proved for linked roles; needs the `role_connections.write` scope.

        Args:
            application_id: The application that the access token was granted to.
            options: What the user has proved; None clears.
        """
        body = changes(EditRoleConnectionParams, options)
        return await self._request(
            UPDATE_APPLICATION_USER_ROLE_CONNECTION, body=body, application_id=application_id, into=RoleConnectionModel
        )

    async def delete_role_connection(self, application_id: int) -> None:
        """Delete what the user has proved for linked roles; needs the `role_connections.write` scope.

        Args:
            application_id: The application that the access token was granted to.
        """
        await self._request(DELETE_APPLICATION_USER_ROLE_CONNECTION, application_id=application_id)

    async def fetch_entitlements(
        self, application_id: int, *, sku_ids: Sequence[int] | None = None, exclude_consumed: bool | None = None
    ) -> list[EntitlementModel]:
        """Fetch what the user is entitled to in an application.

        Args:
            application_id: The application that the access token was granted to.
            sku_ids: Only entitlements to these SKUs, at most 100.
            exclude_consumed: Whether to leave out those that were used up.

        Raises:
            InvalidRequest: there are more than 100 SKUs.
        """
        Count(0, 100).check("sku_ids", sku_ids)
        answer = await self._request(
            GET_CURRENT_USER_APPLICATION_ENTITLEMENTS,
            application_id=application_id,
            query={"sku_ids": joined(sku_ids), "exclude_consumed": exclude_consumed},
        )
        return models(EntitlementModel, answer)

    async def create_or_join_lobby(self, lobby: JoinLobbyPart) -> LobbyModel:
        """Join the lobby that a secret names, or create it; needs the `sdk.social_layer` scope.

        Texts by name that are given replace those of the lobby and of the user there.
        """
        return await self._request(CREATE_OR_JOIN_LOBBY, body=lobby, into=LobbyModel)

    async def leave_lobby(self, lobby_id: int) -> None:
        """Leave a lobby; nothing happens where the user is not in it."""
        await self._request(LEAVE_LOBBY, lobby_id=lobby_id)

    async def edit_lobby_channel_link(self, lobby_id: int, channel_id: int | None = None) -> LobbyModel:
        """Link a lobby to a text channel of a guild; the member needs the lobby's flag CAN_LINK_LOBBY.

        Args:
            lobby_id: Id of the lobby.
            channel_id: Channel to link; None to undo the link there is.
        """
        body = given(channel_id=None if channel_id is None else id_of(channel_id, "channel_id"))
        return await self._request(EDIT_LOBBY_CHANNEL_LINK, body=body, lobby_id=lobby_id, into=LobbyModel)

    async def create_lobby_invite(self, lobby_id: int) -> LobbyInviteModel:
        """Create an invite for the user to the channel a lobby is linked to; needs the `sdk.social_layer` scope.

        It can be used once, within an hour.
        """
        return await self._request(CREATE_LINKED_LOBBY_GUILD_INVITE_FOR_SELF, lobby_id=lobby_id, into=LobbyInviteModel)

    async def fetch_lobby_messages(self, lobby_id: int, *, limit: int | None = None) -> list[LobbyMessageModel]:
        """Fetch the newest messages of a lobby the user is in; needs the `sdk.social_layer` scope.

        Args:
            lobby_id: Id of the lobby.
            limit: How many at most, 1-200; 50 unless given.

        Raises:
            InvalidRequest: `limit` is not within 1-200.
        """
        Range(1, 200).check("limit", limit)
        answer = await self._request(GET_LOBBY_MESSAGES, query={"limit": limit}, lobby_id=lobby_id)
        return models(LobbyMessageModel, answer)

    async def create_lobby_message(self, lobby_id: int, message: str | LobbyMessagePart) -> LobbyMessageModel:
        """Send a message to a lobby the user is in, and to its linked channel; needs the `sdk.social_layer` scope.

        Args:
            lobby_id: Id of the lobby.
            message: The message, or just its text.
        """
        body = LobbyMessagePart(message) if isinstance(message, str) else message
        return await self._request(CREATE_LOBBY_MESSAGE, body=body, lobby_id=lobby_id, into=LobbyMessageModel)
