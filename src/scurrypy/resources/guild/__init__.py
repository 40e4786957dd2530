"""A guild. `Guild` is made of one part for each subject, each in a file of its own."""

from typing import Unpack

from scurrypy.api.guilds.guild import GuildModel
from scurrypy.params.guild import EditGuildParams
from scurrypy.resources.changes import changes
from scurrypy.resources.guild.audit_log import GuildAuditLog
from scurrypy.resources.guild.bans import GuildBans
from scurrypy.resources.guild.channels import GuildChannels
from scurrypy.resources.guild.community import GuildCommunity
from scurrypy.resources.guild.join_requests import GuildJoinRequests
from scurrypy.resources.guild.members import GuildMembers
from scurrypy.resources.guild.moderation import GuildModeration
from scurrypy.resources.guild.roles import GuildRoles
from scurrypy.resources.guild.search import GuildSearch
from scurrypy.resources.guild.stickers import GuildStickers
from scurrypy.resources.guild.voice import GuildVoice
from scurrypy.resources.guild.widget import GuildWidget
from scurrypy.routes import GET_GUILD, UPDATE_GUILD

__all__ = ["Guild"]


class Guild(
    GuildMembers,
    GuildRoles,
    GuildBans,
    GuildChannels,
    GuildStickers,
    GuildCommunity,
    GuildModeration,
    GuildAuditLog,
    GuildJoinRequests,
    GuildSearch,
    GuildWidget,
    GuildVoice,
):
    """A guild, which users call a server.

    What it holds by the dozen has a resource of its own: its commands `GuildCommand`, its emojis `GuildEmoji`, its
    rules `AutoModeration`, what it plans `ScheduledEvent`, its sounds `Soundboard`, its templates `GuildTemplate`.

    See [Discord Docs/Guild](https://docs.discord.com/developers/resources/guild).
    """

    async def fetch(self, with_counts: bool = False) -> GuildModel:
        """Fetch the guild.

        Args:
            with_counts: Whether to count its members, and those online, approximately.
        """
        return GuildModel.from_dict(
            await self._request(GET_GUILD, guild_id=self.id, query={"with_counts": with_counts})
        )

    async def edit(self, *, reason: str | None = None, **options: Unpack[EditGuildParams]) -> GuildModel:
        """Edit the guild; what is not given stays; needs MANAGE_GUILD. Fires GUILD_UPDATE."""
        return GuildModel.from_dict(
            await self._request(UPDATE_GUILD, guild_id=self.id, body=changes(EditGuildParams, options), reason=reason)
        )
