"""What the ids of an interaction stand for."""

from scurrypy.api.channels.channel import ChannelModel
from scurrypy.api.guilds.role import GuildRoleModel
from scurrypy.api.messages.attachment import AttachmentModel
from scurrypy.api.messages.message import MessageModel
from scurrypy.api.user import GuildMemberModel, UserModel
from scurrypy.wire.model import DataModel
from scurrypy.wire.snowflake import Snowflake


class ResolvedDataModel(DataModel):
    """What the ids of an interaction stand for.

    See [Discord Docs/Resolved Data](https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object-resolved-data-structure).
    """

    users: dict[Snowflake, UserModel] | None = None
    """Users."""
    members: dict[Snowflake, GuildMemberModel] | None = None
    """The same as members, without `user`, `deaf` and `mute`."""
    roles: dict[Snowflake, GuildRoleModel] | None = None
    """Roles."""
    channels: dict[Snowflake, ChannelModel] | None = None
    """Channels, in part."""
    messages: dict[Snowflake, MessageModel] | None = None
    """Messages, in part."""
    attachments: dict[Snowflake, AttachmentModel] | None = None
    """Files."""
