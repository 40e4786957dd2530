"""The users of a group of direct messages."""

from scurrypy.api.channels.channel import ChannelModel
from scurrypy.resources.base_resource import given
from scurrypy.resources.channel.base import ChannelFacet
from scurrypy.routes import ADD_GROUP_DM_USER, DELETE_GROUP_DM_USER


class ChannelRecipients(ChannelFacet):
    """The users of a group of direct messages that the bot's application created."""

    async def add_recipient(self, user_id: int, access_token: str, *, nick: str | None = None) -> ChannelModel | None:
        """Add a user, who allowed it by OAuth2, to this group. Fires CHANNEL_UPDATE.

        Args:
            user_id: Id of the user.
            access_token: OAuth2 access token with which the user granted the application the scope `gdm.join`.
            nick: Nickname in the group.

        Returns:
            The group; None if the user is in it already.

        Raises:
            BadRequest: the group has 10 users (30004).
        """
        body = given(access_token=access_token, nick=nick)
        answer = await self._request(ADD_GROUP_DM_USER, channel_id=self.id, user_id=user_id, body=body)
        return None if answer is None else ChannelModel.from_dict(answer)

    async def remove_recipient(self, user_id: int) -> None:
        """Remove a user from this group. Fires CHANNEL_UPDATE."""
        await self._request(DELETE_GROUP_DM_USER, channel_id=self.id, user_id=user_id)
