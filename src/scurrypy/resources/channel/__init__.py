"""A channel or thread. `Channel` is made of one part for each subject, each in a file of its own."""

from __future__ import annotations

from typing import Unpack

from scurrypy import params
from scurrypy.api.channels.channel import ChannelModel
from scurrypy.resources.changes import changes
from scurrypy.resources.channel.access import ChannelAccess
from scurrypy.resources.channel.messages import ChannelMessages
from scurrypy.resources.channel.recipients import ChannelRecipients
from scurrypy.resources.channel.threads import ChannelThreads
from scurrypy.resources.channel.voice import ChannelVoice
from scurrypy.routes import DELETE_CHANNEL, GET_CHANNEL, UPDATE_CHANNEL

__all__ = ["Channel"]


class Channel(ChannelMessages, ChannelThreads, ChannelAccess, ChannelVoice, ChannelRecipients):
    """A channel, thread or direct message channel.

    See [Discord Docs/Channel](https://docs.discord.com/developers/resources/channel).
    """

    async def fetch(self) -> ChannelModel:
        """Fetch the channel; needs VIEW_CHANNEL."""
        return await self._request(GET_CHANNEL, channel_id=self.id, into=ChannelModel)

    async def edit_guild_channel(
        self, *, reason: str | None = None, **options: Unpack[params.EditGuildChannelParams]
    ) -> ChannelModel:
        """Edit the channel; what is not given stays; needs MANAGE_CHANNELS. Fires CHANNEL_UPDATE."""
        return await self._request(
            UPDATE_CHANNEL,
            channel_id=self.id,
            body=changes(params.EditGuildChannelParams, options),
            reason=reason,
            into=ChannelModel,
        )

    async def edit_thread(
        self, *, reason: str | None = None, **options: Unpack[params.EditThreadChannelParams]
    ) -> ChannelModel:
        """Edit the thread; what is not given stays; needs MANAGE_THREADS unless it is the bot's.

        Fires THREAD_UPDATE.
        """
        return await self._request(
            UPDATE_CHANNEL,
            channel_id=self.id,
            body=changes(params.EditThreadChannelParams, options),
            reason=reason,
            into=ChannelModel,
        )

    async def edit_group_dm(
        self, *, reason: str | None = None, **options: Unpack[params.EditGroupDMParams]
    ) -> ChannelModel:
        """Edit the group of direct messages; what is not given stays. Fires CHANNEL_UPDATE."""
        return await self._request(
            UPDATE_CHANNEL,
            channel_id=self.id,
            body=changes(params.EditGroupDMParams, options),
            reason=reason,
            into=ChannelModel,
        )

    async def delete(self, *, reason: str | None = None) -> None:
        """Delete the channel, or close the direct message channel; needs MANAGE_CHANNELS or MANAGE_THREADS.

        Fires CHANNEL_DELETE or THREAD_DELETE.
        """
        await self._request(DELETE_CHANNEL, channel_id=self.id, reason=reason)
