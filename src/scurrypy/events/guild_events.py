"""Guilds: available, changed, gone; their bans, emojis, stickers and audit log."""

from typing import ClassVar

from scurrypy.api.audit_log import AuditLogEntryModel
from scurrypy.api.channels.channel import ChannelModel
from scurrypy.api.emoji import EmojiModel
from scurrypy.api.guilds.guild import GuildModel, UnavailableGuildModel
from scurrypy.api.messages.sticker import StickerModel
from scurrypy.api.presence import PresenceModel
from scurrypy.api.scheduled_event import ScheduledEventModel
from scurrypy.api.soundboard import SoundboardSoundModel
from scurrypy.api.stage_instance import StageInstanceModel
from scurrypy.api.user import GuildMemberModel, UserModel
from scurrypy.api.voice import VoiceStateModel
from scurrypy.enums.events import EventType
from scurrypy.events.base_event import Event
from scurrypy.wire.snowflake import Snowflake
from scurrypy.wire.types import REQUIRED


class GuildCreateEvent(Event, GuildModel):
    """A guild became available, came back after an outage, or was joined. Needs the GUILDS intent.

    After joining or connecting, a guild may come as unavailable: then `id` and `unavailable` are all there is.

    See [Discord Docs/Guild Create](https://docs.discord.com/developers/events/gateway-events#guild-create).
    """

    dispatch_name: ClassVar[str] = EventType.GUILD_CREATE

    joined_at: str | None = None
    """ISO 8601 time at which the bot joined."""
    large: bool | None = None
    """Whether the guild is large, so that `members` lists only those online, in voice channels or of use."""
    member_count: int | None = None
    """How many members the guild has."""
    members: list[GuildMemberModel] | None = None
    """Members; without the GUILD_MEMBERS intent, the bot and those in voice channels."""
    channels: list[ChannelModel] | None = None
    """Channels that are not threads."""
    threads: list[ChannelModel] | None = None
    """Active threads that the bot can see."""
    unavailable: bool | None = None
    """Whether the guild is unavailable because of an outage."""
    voice_states: list[VoiceStateModel] | None = None
    """Who is in which voice channel, without `guild_id`."""
    presences: list[PresenceModel] | None = None
    """Presences of members, with the GUILD_PRESENCES intent."""
    stage_instances: list[StageInstanceModel] | None = None
    """Stages that are live."""
    guild_scheduled_events: list[ScheduledEventModel] | None = None
    """Scheduled events."""
    soundboard_sounds: list[SoundboardSoundModel] | None = None
    """Soundboard sounds."""


class GuildUpdateEvent(Event, GuildModel):
    """A guild was changed. Needs the GUILDS intent.

    See [Discord Docs/Guild Update](https://docs.discord.com/developers/events/gateway-events#guild-update).
    """

    dispatch_name: ClassVar[str] = EventType.GUILD_UPDATE

    joined_at: str | None = None
    """ISO 8601 time at which the bot joined."""
    large: bool | None = None
    """Whether the guild is large."""
    member_count: int | None = None
    """How many members the guild has."""


class GuildDeleteEvent(Event, UnavailableGuildModel):
    """A guild became unavailable; or, where `unavailable` is None, the bot left it. Needs the GUILDS intent.

    See [Discord Docs/Guild Delete](https://docs.discord.com/developers/events/gateway-events#guild-delete).
    """

    dispatch_name: ClassVar[str] = EventType.GUILD_DELETE


class GuildAuditLogEntryCreateEvent(Event, AuditLogEntryModel):
    """An entry was added to the audit log. Needs the GUILD_MODERATION intent and VIEW_AUDIT_LOG.

    See [Discord Docs/Guild Audit Log Entry Create](https://docs.discord.com/developers/events/gateway-events#guild-audit-log-entry-create).
    """

    dispatch_name: ClassVar[str] = EventType.GUILD_AUDIT_LOG_ENTRY_CREATE

    guild_id: Snowflake = REQUIRED
    """Id of the guild."""


class GuildBanAddEvent(Event):
    """A user was banned. Needs the GUILD_MODERATION intent, and BAN_MEMBERS or VIEW_AUDIT_LOG.

    See [Discord Docs/Guild Ban Add](https://docs.discord.com/developers/events/gateway-events#guild-ban-add).
    """

    dispatch_name: ClassVar[str] = EventType.GUILD_BAN_ADD

    guild_id: Snowflake = REQUIRED
    """Id of the guild."""
    user: UserModel = REQUIRED
    """Who was banned."""


class GuildBanRemoveEvent(Event):
    """A ban was lifted. Needs the GUILD_MODERATION intent, and BAN_MEMBERS or VIEW_AUDIT_LOG.

    See [Discord Docs/Guild Ban Remove](https://docs.discord.com/developers/events/gateway-events#guild-ban-remove).
    """

    dispatch_name: ClassVar[str] = EventType.GUILD_BAN_REMOVE

    guild_id: Snowflake = REQUIRED
    """Id of the guild."""
    user: UserModel = REQUIRED
    """Who was banned."""


class GuildEmojisUpdateEvent(Event):
    """The emojis of a guild were changed. Needs the GUILD_EXPRESSIONS intent.

    See [Discord Docs/Guild Emojis Update](https://docs.discord.com/developers/events/gateway-events#guild-emojis-update).
    """

    dispatch_name: ClassVar[str] = EventType.GUILD_EMOJIS_UPDATE

    guild_id: Snowflake = REQUIRED
    """Id of the guild."""
    emojis: list[EmojiModel] = REQUIRED
    """All emojis it has now."""


class GuildStickersUpdateEvent(Event):
    """The stickers of a guild were changed. Needs the GUILD_EXPRESSIONS intent.

    See [Discord Docs/Guild Stickers Update](https://docs.discord.com/developers/events/gateway-events#guild-stickers-update).
    """

    dispatch_name: ClassVar[str] = EventType.GUILD_STICKERS_UPDATE

    guild_id: Snowflake = REQUIRED
    """Id of the guild."""
    stickers: list[StickerModel] = REQUIRED
    """All stickers it has now."""
