"""The channels of a guild, and what leads into them."""

from collections.abc import Sequence

from scurrypy.api.channels.channel import ChannelModel
from scurrypy.api.channels.threads import ActiveThreadsModel
from scurrypy.api.invite import InviteModel, InviteWithMetadataModel
from scurrypy.api.webhook import WebhookModel
from scurrypy.bases.channel import GuildChannelCreate
from scurrypy.params.guild import EditChannelPositionParams
from scurrypy.resources.base_resource import models
from scurrypy.resources.guild.base import GuildFacet
from scurrypy.routes import (
    BULK_UPDATE_GUILD_CHANNELS,
    CREATE_GUILD_CHANNEL,
    GET_ACTIVE_GUILD_THREADS,
    GET_GUILD_WEBHOOKS,
    LIST_GUILD_CHANNELS,
    LIST_GUILD_INVITES,
)


class GuildChannels(GuildFacet):
    """The channels of a guild, and what leads into them."""

    async def fetch_channels(self) -> list[ChannelModel]:
        """Fetch all channels that the bot can see, without threads."""
        return models(ChannelModel, await self._request(LIST_GUILD_CHANNELS, guild_id=self.id))

    async def create_channel(self, channel: GuildChannelCreate, *, reason: str | None = None) -> ChannelModel:
        """Create a channel; needs MANAGE_CHANNELS. Fires CHANNEL_CREATE."""
        return await self._request(
            CREATE_GUILD_CHANNEL, guild_id=self.id, body=channel, reason=reason, into=ChannelModel
        )

    async def bulk_edit_channels(self, positions: Sequence[EditChannelPositionParams]) -> None:
        """Move channels; needs MANAGE_CHANNELS. Fires CHANNEL_UPDATE for each that moves.

        Args:
            positions: The channels to move, as in `[{"id": 5, "position": 2}]`; the others make room.

        Raises:
            BadRequest: more than one channel is given another category (40009).
            Forbidden: the bot cannot see the channel that is given another category, or manage it there (50001).
        """
        await self._request(BULK_UPDATE_GUILD_CHANNELS, guild_id=self.id, body=list(positions))

    async def fetch_active_threads(self) -> ActiveThreadsModel:
        """Fetch all active threads, by descending id, with the bot's own memberships."""
        return await self._request(GET_ACTIVE_GUILD_THREADS, guild_id=self.id, into=ActiveThreadsModel)

    async def fetch_invites(self) -> list[InviteModel]:
        """Fetch all invites to the guild; needs MANAGE_GUILD or VIEW_AUDIT_LOG."""
        return models(InviteModel, await self._request(LIST_GUILD_INVITES, guild_id=self.id))

    async def fetch_invites_with_metadata(self) -> list[InviteWithMetadataModel]:
        """Fetch all invites to the guild with how often they were used; needs MANAGE_GUILD."""
        return models(InviteWithMetadataModel, await self._request(LIST_GUILD_INVITES, guild_id=self.id))

    async def fetch_webhooks(self) -> list[WebhookModel]:
        """Fetch all webhooks of the guild; needs MANAGE_WEBHOOKS."""
        return models(WebhookModel, await self._request(GET_GUILD_WEBHOOKS, guild_id=self.id))
