"""Users, and the bot's own user."""

from dataclasses import dataclass
from typing import Unpack

from scurrypy.api.channels.channel import ChannelModel
from scurrypy.api.user import GuildMemberModel, UserModel
from scurrypy.params.user import EditUserParams
from scurrypy.resources.base_resource import BaseResource
from scurrypy.resources.changes import changes
from scurrypy.routes import CREATE_DM, GET_GUILD_MEMBER, GET_MY_USER, GET_USER, LEAVE_GUILD, UPDATE_MY_USER
from scurrypy.wire.snowflake import Snowflake


@dataclass
class User(BaseResource):
    """Users, and what the bot does as a user.

    See [Discord Docs/User](https://docs.discord.com/developers/resources/user).
    """

    async def fetch(self, user_id: int) -> UserModel:
        """Fetch a user."""
        return UserModel.from_dict(await self._request(GET_USER, user_id=user_id))

    async def fetch_me(self) -> UserModel:
        """Fetch the bot's own user."""
        return UserModel.from_dict(await self._request(GET_MY_USER))

    async def modify_current_user(self, **options: Unpack[EditUserParams]) -> UserModel:
        """Edit the bot's own user. Fires USER_UPDATE."""
        return UserModel.from_dict(await self._request(UPDATE_MY_USER, body=changes(EditUserParams, options)))

    async def create_dm(self, user_id: int) -> ChannelModel:
        """Open the direct message channel with a user, or return it if it is open.

        Raises:
            BadRequest: the user is the bot itself, or takes no direct messages from it.
        """
        return ChannelModel.from_dict(await self._request(CREATE_DM, body={"recipient_id": Snowflake(user_id)}))

    async def fetch_guild_member(self, guild_id: int, user_id: int) -> GuildMemberModel:
        """Fetch a user as a member of a guild."""
        return GuildMemberModel.from_dict(await self._request(GET_GUILD_MEMBER, guild_id=guild_id, user_id=user_id))

    async def leave_guild(self, guild_id: int) -> None:
        """Leave a guild. Fires GUILD_DELETE."""
        await self._request(LEAVE_GUILD, guild_id=guild_id)
