"""Channels of every kind."""

from scurrypy.api.channels.default_reaction import DefaultReactionModel
from scurrypy.api.channels.overwrite import OverwriteModel
from scurrypy.api.channels.tag import TagModel
from scurrypy.api.channels.thread_member import ThreadMemberModel
from scurrypy.api.channels.thread_metadata import ThreadMetadataModel
from scurrypy.api.user import UserModel
from scurrypy.enums.channel import (
    AutoArchiveDurationType,
    ChannelFlags,
    ChannelType,
    ForumLayoutType,
    SortOrderType,
    ThreadSearchTagSetting,
    VideoQualityMode,
)
from scurrypy.enums.permissions import Permissions
from scurrypy.wire.model import DataModel
from scurrypy.wire.snowflake import Snowflake
from scurrypy.wire.types import REQUIRED, Serialized


class ChannelModel(DataModel):
    """A channel of any kind; `type` says which of its fields apply.

    See [Discord Docs/Channel Object](https://docs.discord.com/developers/resources/channel#channel-object).
    """

    id: Snowflake = REQUIRED
    """Id of the channel."""
    flags: ChannelFlags = REQUIRED
    """Peculiarities."""
    guild_id: Snowflake | None = None
    """Guild it is in."""
    parent_id: Snowflake | None = None
    """Its category; of a thread, the channel it was created in."""
    position: int | None = None
    """Place among the channels."""
    name: str | None = None
    """Name, 1-100 characters."""
    topic: str | None = None
    """Topic, at most 1024 characters; of a forum, guidelines of at most 4096."""
    nsfw: bool | None = None
    """Whether adults only."""
    last_message_id: Snowflake | None = None
    """Last message, or thread in a forum; may be deleted."""
    rate_limit_per_user: int | None = None
    """Seconds between two messages of a user, at most 21600."""
    last_pin_timestamp: str | None = None
    """When a message was last pinned, ISO 8601."""
    permissions: Permissions | None = None
    """What the user of the interaction may do there; interactions only."""
    type: ChannelType = REQUIRED
    """Kind."""
    permission_overwrites: list[OverwriteModel] | None = None
    """What roles and members may do there."""
    bitrate: int | None = None
    """Bits per second; voice only."""
    user_limit: int | None = None
    """Most users in it; voice only, 0 for no limit."""
    recipients: list[UserModel] | None = None
    """Users in it; direct messages only."""
    icon: str | None = None
    """Hash of the icon; groups only."""
    owner_id: Snowflake | None = None
    """Who created the group or thread."""
    application_id: Snowflake | None = None
    """Application that created the group."""
    managed: bool | None = None
    """Whether an application manages the group."""
    rtc_region: str | None = None
    """Voice region; None where Discord chooses."""
    video_quality_mode: VideoQualityMode | None = None
    """Video quality; voice only."""
    message_count: int | None = None
    """Messages in the thread, the first left out."""
    member_count: int | None = None
    """About how many users are in the thread, at most 50."""
    thread_metadata: ThreadMetadataModel | None = None
    """What threads have and other channels have not."""
    member: ThreadMemberModel | None = None
    """The bot's own membership of the thread."""
    default_auto_archive_duration: AutoArchiveDurationType | None = None
    """Minutes until new threads are archived."""
    available_tags: list[TagModel] | None = None
    """Tags of the forum."""
    applied_tags: list[Snowflake] | None = None
    """Tags of the thread."""
    default_reaction_emoji: DefaultReactionModel | None = None
    """Reaction the forum suggests."""
    default_sort_order: SortOrderType | None = None
    """Order of the forum's threads; None where nobody chose."""
    default_forum_layout: ForumLayoutType | None = None
    """Layout of the forum."""
    app_permissions: Permissions | None = None
    """What the bot may do there; interactions only."""
    total_message_sent: int | None = None
    """Messages ever sent in the thread; deleted ones count."""
    default_thread_rate_limit_per_user: int | None = None
    """`rate_limit_per_user` of new threads."""
    default_tag_setting: ThreadSearchTagSetting | None = None
    """How tags combine when the forum is searched."""
    newly_created: bool | None = None
    """Whether the thread is new; in THREAD_CREATE only."""
    status: str | None = None
    """Status of the voice channel."""
    voice_start_time: int | None = None
    """When the voice session began, in Unix seconds."""
    linked_lobby: Serialized | None = None
    """The lobby it is linked to, as Discord sent it."""

    @property
    def is_obfuscated(self) -> bool:
        """Whether the bot cannot see the channel, so that only `id`, `type` and `position` are true.

        Its name is then `___hidden___`, and its one overwrite denies VIEW_CHANNEL to everyone; another channel may have
        that name as well. What it truly allows is not known, nor what anybody may do there. Only the gateway sends such
        channels: the HTTP API leaves them out, and interactions hold the channel itself. CHANNEL_UPDATE tells
        what it really is once the bot can see it.
        """
        return bool(int(self.flags or 0) & ChannelFlags.OBFUSCATED.value)
