"""A lobby of the Social SDK, as the server of its game acts on it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Unpack

from scurrypy.api.lobby import BulkLobbyMemberPart, LobbyInviteModel, LobbyMemberModel, LobbyModel
from scurrypy.params.lobby import EditLobbyMemberParams, EditLobbyParams
from scurrypy.resources.base_resource import BaseResource, models
from scurrypy.resources.changes import changes
from scurrypy.resources.moderation_metadata import check_moderation_metadata
from scurrypy.routes import (
    ADD_LOBBY_MEMBER,
    BULK_UPDATE_LOBBY_MEMBERS,
    CREATE_LINKED_LOBBY_GUILD_INVITE_FOR_USER,
    DELETE_LOBBY,
    DELETE_LOBBY_MEMBER,
    EDIT_LOBBY,
    GET_LOBBY,
    UPDATE_LOBBY_MESSAGE_EXTERNAL_MODERATION_METADATA,
)
from scurrypy.wire.limits import Count
from scurrypy.wire.snowflake import Snowflake


@dataclass
class Lobby(BaseResource):
    """A lobby. New ones are made by `PartnerSDK.create_lobby`; what a player does in one is done by `CurrentUser`.

    See [Discord Docs/Lobby](https://docs.discord.com/developers/resources/lobby).
    """

    id: Snowflake
    """Id of the lobby."""

    async def fetch(self) -> LobbyModel:
        """Fetch the lobby.

        Raises:
            NotFound: there is none of that id (10031).
        """
        return await self._request(GET_LOBBY, lobby_id=self.id, into=LobbyModel)

    async def edit(self, **options: Unpack[EditLobbyParams]) -> LobbyModel:
        """Edit the lobby; what is not given stays. Members that are given replace all there are."""
        body = changes(EditLobbyParams, options)
        return await self._request(EDIT_LOBBY, body=body, lobby_id=self.id, into=LobbyModel)

    async def delete(self) -> None:
        """Delete the lobby; nothing happens where it is gone already."""
        await self._request(DELETE_LOBBY, lobby_id=self.id)

    async def add_member(self, user_id: int, **options: Unpack[EditLobbyMemberParams]) -> LobbyMemberModel:
        """Put a user into the lobby, or change a member; what is not given stays, None clears.

        Args:
            user_id: Id of the user.
            options: What the member is to be like.
        """
        body = changes(EditLobbyMemberParams, options)
        return await self._request(
            ADD_LOBBY_MEMBER, body=body, lobby_id=self.id, user_id=user_id, into=LobbyMemberModel
        )

    async def remove_member(self, user_id: int) -> None:
        """Remove a user from the lobby; nothing happens where the user is not in it."""
        await self._request(DELETE_LOBBY_MEMBER, lobby_id=self.id, user_id=user_id)

    async def bulk_edit_members(self, members: Sequence[BulkLobbyMemberPart]) -> list[LobbyMemberModel]:
        """Put users into the lobby, change members, and remove them, in one request.

        Users whom the application may not add, or who are in too many lobbies, are left out without an error.

        Args:
            members: The users, 1-25.

        Returns:
            Those who were added or changed.

        Raises:
            InvalidRequest: there are not 1-25 users.
            NotFound: Discord does not know a user.
        """
        Count(1, 25).check("members", members)
        answer = await self._request(BULK_UPDATE_LOBBY_MEMBERS, body=list(members), lobby_id=self.id)
        return models(LobbyMemberModel, answer)

    async def create_invite(self, user_id: int) -> LobbyInviteModel:
        """Create an invite for a user to the channel the lobby is linked to; it can be used once, within an hour."""
        return await self._request(
            CREATE_LINKED_LOBBY_GUILD_INVITE_FOR_USER, lobby_id=self.id, user_id=user_id, into=LobbyInviteModel
        )

    async def edit_message_moderation_metadata(self, message_id: int, metadata: Mapping[str, str]) -> None:
        """Tell the game's clients what moderation says of a message; what was said before is replaced.

        Args:
            message_id: Id of the message.
            metadata: What is said, at most 5 texts of up to 2000 characters, under names of up to 1024.

        Raises:
            InvalidRequest: there are too many texts, or one is too long.
        """
        check_moderation_metadata(metadata)
        await self._request(
            UPDATE_LOBBY_MESSAGE_EXTERNAL_MODERATION_METADATA,
            body=dict(metadata),
            lobby_id=self.id,
            message_id=message_id,
        )
