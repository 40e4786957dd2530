"""Templates of guilds."""

from typing import Annotated

from scurrypy.api.channels.default_reaction import DefaultReactionModel
from scurrypy.api.channels.overwrite import OverwriteModel
from scurrypy.api.guilds.role import GuildRoleColorModel
from scurrypy.api.user import UserModel
from scurrypy.enums.channel import (
    AutoArchiveDurationType,
    ChannelType,
    ForumLayoutType,
    SortOrderType,
    ThreadSearchTagSetting,
)
from scurrypy.enums.guild import (
    AfkTimeout,
    ExplicitContentFilterLevel,
    NotificationLevel,
    SystemChannelFlags,
    VerificationLevel,
)
from scurrypy.enums.locale import Locale
from scurrypy.enums.permissions import Permissions
from scurrypy.wire.limits import Length
from scurrypy.wire.model import DataModel
from scurrypy.wire.snowflake import Snowflake
from scurrypy.wire.types import REQUIRED


class GuildTemplateRoleModel(DataModel):
    """A role in a template; its id is a small number that stands for the role within the template.

    See [Discord Docs/Guild Template Object](https://docs.discord.com/developers/resources/guild-template#guild-template-object).
    """

    id: Snowflake = REQUIRED
    """Number of the role; that of @everyone is 0."""
    name: str = REQUIRED
    """Name."""
    permissions: Permissions = REQUIRED
    """What its members may do."""
    color: int = REQUIRED
    """Color as an RGB number."""
    colors: GuildRoleColorModel | None = None
    """Colors; None where there is only `color`."""
    hoist: bool = REQUIRED
    """Whether its members stand apart in the member list."""
    mentionable: bool = REQUIRED
    """Whether everybody may mention it."""
    icon: str | None = None
    """Hash of the icon; None where there is none."""
    unicode_emoji: str | None = None
    """Emoji that serves as icon; None where there is none."""


class GuildTemplateTagModel(DataModel):
    """A tag of a forum in a template.

    See [Discord Docs/Guild Template Object](https://docs.discord.com/developers/resources/guild-template#guild-template-object).
    """

    id: Snowflake | None = None
    """Number of the tag."""
    name: str = REQUIRED
    """Name."""
    emoji_id: Snowflake | None = None
    """Id of a custom emoji; None where there is none."""
    emoji_name: str | None = None
    """Unicode characters; None where there are none."""
    moderated: bool | None = None
    """Whether only those who manage threads may set it."""


class GuildTemplateChannelModel(DataModel):
    """A channel in a template; ids in it are small numbers that stand for channels and roles within the template.

    See [Discord Docs/Guild Template Object](https://docs.discord.com/developers/resources/guild-template#guild-template-object).
    """

    id: Snowflake | None = None
    """Number of the channel."""
    type: ChannelType = REQUIRED
    """Kind."""
    name: str | None = None
    """Name."""
    position: int | None = None
    """Place among the channels."""
    topic: str | None = None
    """Topic; None where there is none."""
    bitrate: int = REQUIRED
    """Bits per second, if it is for voice."""
    user_limit: int = REQUIRED
    """Most users in it, if it is for voice; 0 for no limit."""
    nsfw: bool = REQUIRED
    """Whether adults only."""
    rate_limit_per_user: int = REQUIRED
    """Seconds between two messages of a user."""
    parent_id: Snowflake | None = None
    """Number of its category; None where there is none."""
    default_auto_archive_duration: AutoArchiveDurationType | None = None
    """Minutes until new threads are archived; None where nobody said."""
    permission_overwrites: list[OverwriteModel] = REQUIRED
    """What roles may do there, by their numbers."""
    available_tags: list[GuildTemplateTagModel] | None = None
    """Tags of a forum."""
    template: str = REQUIRED
    """Layout of a forum for which its icons were chosen; empty where there is none."""
    default_reaction_emoji: DefaultReactionModel | None = None
    """Reaction that a forum suggests."""
    default_thread_rate_limit_per_user: int | None = None
    """`rate_limit_per_user` of new threads."""
    default_sort_order: SortOrderType | None = None
    """Order of a forum's threads."""
    default_forum_layout: ForumLayoutType | None = None
    """Layout of a forum."""
    default_tag_setting: ThreadSearchTagSetting | None = None
    """How tags combine when a forum is searched."""
    theme_color: int | None = None
    """Color as an RGB number; None where there is none."""


class GuildTemplateSnapshotModel(DataModel):
    """The guild that a template makes; ids in it are small numbers that stand for channels and roles.

    See [Discord Docs/Guild Template Object](https://docs.discord.com/developers/resources/guild-template#guild-template-object).
    """

    name: str = REQUIRED
    """Name."""
    description: str | None = None
    """What it is for; None where nobody said."""
    region: str | None = None
    """Voice region; deprecated."""
    verification_level: VerificationLevel = REQUIRED
    """What members must have verified before they can write."""
    default_message_notifications: NotificationLevel = REQUIRED
    """What members are notified of, unless they decide otherwise."""
    explicit_content_filter: ExplicitContentFilterLevel = REQUIRED
    """Whose media is scanned."""
    preferred_locale: Locale = REQUIRED
    """Language of a community guild."""
    afk_channel_id: Snowflake | None = None
    """Number of the voice channel that idle members are moved to; None where there is none."""
    afk_timeout: AfkTimeout = REQUIRED
    """Seconds of idleness before a member is moved there: 60, 300, 900, 1800 or 3600."""
    system_channel_id: Snowflake | None = None
    """Number of the channel for notices such as members joining; None where there is none."""
    system_channel_flags: SystemChannelFlags = REQUIRED
    """Notices not to post there."""
    roles: list[GuildTemplateRoleModel] = REQUIRED
    """Roles."""
    channels: list[GuildTemplateChannelModel] = REQUIRED
    """Channels."""
    icon_hash: str | None = None
    """Hash of the icon; None where there is none."""


class GuildTemplateModel(DataModel):
    """A template: a code that makes guilds like the one it was taken from.

    See [Discord Docs/Guild Template Object](https://docs.discord.com/developers/resources/guild-template#guild-template-object).
    """

    code: str = REQUIRED
    """Code, the last part of its link."""
    name: str = REQUIRED
    """Name, 1-100 characters."""
    description: str | None = None
    """What it is for, at most 120 characters; None where nobody said."""
    usage_count: int = REQUIRED
    """How many guilds were made from it."""
    creator_id: Snowflake = REQUIRED
    """Who created it."""
    creator: UserModel | None = None
    """Who created it, in full; None where the user is gone."""
    created_at: str = REQUIRED
    """When it was created, ISO 8601."""
    updated_at: str = REQUIRED
    """When it last took over the state of its guild, ISO 8601."""
    source_guild_id: Snowflake = REQUIRED
    """The guild it was taken from."""
    serialized_source_guild: GuildTemplateSnapshotModel = REQUIRED
    """The guild it makes."""
    is_dirty: bool | None = None
    """Whether its guild has changed since; None where it has not."""


class GuildTemplatePart(DataModel):
    """A template to be created.

    See [Discord Docs/Create Guild Template](https://docs.discord.com/developers/resources/guild-template#create-guild-template).
    """

    _needed = ("name",)

    name: Annotated[str, Length(1, 100)] | None = None
    """Name, 1-100 characters."""
    description: Annotated[str, Length(0, 120)] | None = None
    """What it is for, at most 120 characters."""
