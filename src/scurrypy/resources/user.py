"""Users, and the bot's own user."""

from collections.abc import Mapping, Sequence
from typing import Unpack

from scurrypy.api.channels.channel import ChannelModel
from scurrypy.api.user import GuildMemberModel, UserModel
from scurrypy.params.user import EditUserParams
from scurrypy.resources.base_resource import given
from scurrypy.resources.changes import changes
from scurrypy.resources.user_guilds import UserGuilds
from scurrypy.routes import (
    CREATE_DM,
    GET_GUILD_MEMBER,
    GET_MY_USER,
    GET_USER,
    LEAVE_GUILD,
    UPDATE_MY_USER,
)
from scurrypy.wire.snowflake import id_of


class User(UserGuilds):
    """Users, and what the bot does as a user. What is done for somebody else is done by `CurrentUser`.

    See [Discord Docs/User](https://docs.discord.com/developers/resources/user).
    """

    async def fetch(self, user_id: int) -> UserModel:
        """Fetch a user."""
        return await self._request(GET_USER, user_id=user_id, into=UserModel)

    async def fetch_me(self) -> UserModel:
        """Fetch the bot's own user."""
        return await self._request(GET_MY_USER, into=UserModel)

    async def modify_current_user(self, **options: Unpack[EditUserParams]) -> UserModel:
        """Edit the bot's own user. Fires USER_UPDATE."""
        return await self._request(UPDATE_MY_USER, body=changes(EditUserParams, options), into=UserModel)

    async def create_dm(self, user_id: int) -> ChannelModel:
        """Open the direct message channel with a user, or return it if it is open.

        Raises:
            BadRequest: the user is the bot itself, or takes no direct messages from it.
        """
        return await self._request(CREATE_DM, body={"recipient_id": id_of(user_id, "user_id")}, into=ChannelModel)

    async def create_group_dm(
        self, access_tokens: Sequence[str], nicks: Mapping[int, str] | None = None
    ) -> ChannelModel:
        """Open a group of users who granted the `gdm.join` scope. Fires CHANNEL_CREATE.

        Args:
            access_tokens: Access tokens of the users. The bot can have 10 active groups.
            nicks: Nicknames in the group, by the ids of the users.

        Raises:
            BadRequest: the bot has 10 groups (30011).
        """
        by_text = None if nicks is None else {str(int(user_id)): nick for user_id, nick in nicks.items()}
        body = given(access_tokens=list(access_tokens), nicks=by_text)
        return await self._request(CREATE_DM, body=body, into=ChannelModel)

    async def fetch_guild_member(self, guild_id: int, user_id: int) -> GuildMemberModel:
        """Fetch a user as a member of a guild."""
        return await self._request(GET_GUILD_MEMBER, guild_id=guild_id, user_id=user_id, into=GuildMemberModel)

    async def leave_guild(self, guild_id: int) -> None:
        """Leave a guild. Fires GUILD_DELETE and GUILD_MEMBER_REMOVE."""
        await self._request(LEAVE_GUILD, guild_id=guild_id)
