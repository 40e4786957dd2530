"""What the server of a game does through the Social SDK: lobbies, players without an account, moderation."""

from collections.abc import Mapping

from scurrypy.api.lobby import LobbyModel, LobbyPart
from scurrypy.api.partner_sdk import ProvisionalTokenModel
from scurrypy.enums.lobby import ApplicationIdentityProviderAuthType
from scurrypy.resources.base_resource import BaseResource, given
from scurrypy.resources.moderation_metadata import check_moderation_metadata
from scurrypy.routes import (
    BOT_PARTNER_SDK_TOKEN,
    BOT_PARTNER_SDK_UNMERGE_PROVISIONAL_ACCOUNT,
    CREATE_LOBBY,
    PARTNER_SDK_TOKEN,
    PARTNER_SDK_UNMERGE_PROVISIONAL_ACCOUNT,
    UPDATE_USER_MESSAGE_EXTERNAL_MODERATION_METADATA,
)
from scurrypy.wire.limits import Length
from scurrypy.wire.snowflake import id_of


class PartnerSDK(BaseResource):
    """The Social SDK, as the server of a game uses it.

    See [Discord Docs/Social SDK](https://docs.discord.com/developers/discord-social-sdk/overview).
    """

    async def create_lobby(self, lobby: LobbyPart) -> LobbyModel:
        """Create a lobby. Players cannot join or leave it by themselves: see `Lobby.add_member`."""
        return await self._request(CREATE_LOBBY, body=lobby, into=LobbyModel)

    async def create_token(
        self,
        client_id: int,
        external_auth_type: ApplicationIdentityProviderAuthType,
        external_auth_token: str,
        *,
        client_secret: str | None = None,
    ) -> ProvisionalTokenModel:
        """Create an access token for a player whom another service knows; an account is made where there is none.

        Args:
            client_id: Id of the application.
            external_auth_type: The other service.
            external_auth_token: Its token for the player, 1-10240 characters.
            client_secret: Secret of the application, at most 1024 characters; None for a public client.

        Raises:
            InvalidRequest: a text is too short or too long.
            BadRequest: code 530010: the player has an account with Discord; use OAuth2.
        """
        body = _credentials(client_id, client_secret, external_auth_type, external_auth_token)
        return await self._request(PARTNER_SDK_TOKEN, body=body, authorization=None, into=ProvisionalTokenModel)

    async def create_token_as_bot(
        self,
        external_user_id: str,
        *,
        preferred_global_name: str | None = None,
        provisional_user_id: int | None = None,
    ) -> ProvisionalTokenModel:
        """Create an access token for a player whom the game itself knows; an account is made where there is none.

        Args:
            external_user_id: The game's own id of the player, 1-1024 characters.
            preferred_global_name: Name to show for the player, 1-32 characters.
            provisional_user_id: Id of the provisional account that the player has already.

        Raises:
            InvalidRequest: a text is too short or too long.
            BadRequest: code 530010: the player has an account with Discord; use OAuth2.
        """
        Length(1, 1024).check("external_user_id", external_user_id)
        Length(1, 32).check("preferred_global_name", preferred_global_name)
        body = given(
            external_user_id=external_user_id,
            preferred_global_name=preferred_global_name,
            provisional_user_id=None
            if provisional_user_id is None
            else id_of(provisional_user_id, "provisional_user_id"),
        )
        return await self._request(BOT_PARTNER_SDK_TOKEN, body=body, into=ProvisionalTokenModel)

    async def unmerge_provisional_account(
        self,
        client_id: int,
        external_auth_type: ApplicationIdentityProviderAuthType,
        external_auth_token: str,
        *,
        client_secret: str | None = None,
    ) -> None:
        """Part a player's account with Discord from what another service knows; every token becomes invalid.

        Args:
            client_id: Id of the application.
            external_auth_type: The other service.
            external_auth_token: Its token for the player, 1-10240 characters.
            client_secret: Secret of the application, at most 1024 characters; None for a public client.

        Raises:
            InvalidRequest: a text is too short or too long.
        """
        body = _credentials(client_id, client_secret, external_auth_type, external_auth_token)
        await self._request(PARTNER_SDK_UNMERGE_PROVISIONAL_ACCOUNT, body=body, authorization=None)

    async def unmerge_provisional_account_as_bot(self, external_user_id: str) -> None:
        """Part a player's account with Discord from what the game itself knows; every token becomes invalid.

        Args:
            external_user_id: The game's own id of the player, 1-1024 characters.

        Raises:
            InvalidRequest: the id is too short or too long.
        """
        Length(1, 1024).check("external_user_id", external_user_id)
        body = {"external_user_id": external_user_id}
        await self._request(BOT_PARTNER_SDK_UNMERGE_PROVISIONAL_ACCOUNT, body=body)

    async def edit_message_moderation_metadata(
        self, user_id_1: int, user_id_2: int, message_id: int, metadata: Mapping[str, str]
    ) -> None:
        """Tell the game's clients what moderation says of a direct message; what was said before is replaced.

        Args:
            user_id_1: Id of one of the two users.
            user_id_2: Id of the other.
            message_id: Id of the message.
            metadata: What is said, at most 5 texts of up to 2000 characters, under names of up to 1024.

        Raises:
            InvalidRequest: there are too many texts, or one is too long.
        """
        check_moderation_metadata(metadata)
        await self._request(
            UPDATE_USER_MESSAGE_EXTERNAL_MODERATION_METADATA,
            body=dict(metadata),
            user_id_1=user_id_1,
            user_id_2=user_id_2,
            message_id=message_id,
        )


def _credentials(
    client_id: int,
    client_secret: str | None,
    external_auth_type: ApplicationIdentityProviderAuthType,
    external_auth_token: str,
) -> dict[str, object]:
    """Return what tells which application asks about which player."""
    Length(0, 1024).check("client_secret", client_secret)
    Length(1, 10240).check("external_auth_token", external_auth_token)
    return given(
        client_id=id_of(client_id, "client_id"),
        external_auth_type=external_auth_type,
        external_auth_token=external_auth_token,
        client_secret=client_secret,
    )
