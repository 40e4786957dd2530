"""Actions in the audit log."""

from scurrypy.enums.enum_types import DiscordTypes


class AuditLogEvent(DiscordTypes):
    """What was done, as the audit log names it.

    See [Discord Docs/Audit Log Events](https://docs.discord.com/developers/resources/audit-log#audit-log-entry-object-audit-log-events).
    """

    GUILD_UPDATE = 1
    """Guild settings changed."""
    CHANNEL_CREATE = 10
    """Channel created."""
    CHANNEL_UPDATE = 11
    """Channel changed."""
    CHANNEL_DELETE = 12
    """Channel deleted."""
    CHANNEL_OVERWRITE_CREATE = 13
    """Permission overwrite created."""
    CHANNEL_OVERWRITE_UPDATE = 14
    """Permission overwrite changed."""
    CHANNEL_OVERWRITE_DELETE = 15
    """Permission overwrite deleted."""
    MEMBER_KICK = 20
    """Member kicked."""
    MEMBER_PRUNE = 21
    """Members pruned."""
    MEMBER_BAN_ADD = 22
    """Member banned."""
    MEMBER_BAN_REMOVE = 23
    """Ban lifted."""
    MEMBER_UPDATE = 24
    """Member changed."""
    MEMBER_ROLE_UPDATE = 25
    """Roles of a member changed."""
    MEMBER_MOVE = 26
    """Members moved to another voice channel."""
    MEMBER_DISCONNECT = 27
    """Members disconnected from voice."""
    BOT_ADD = 28
    """Bot added."""
    ROLE_CREATE = 30
    """Role created."""
    ROLE_UPDATE = 31
    """Role changed."""
    ROLE_DELETE = 32
    """Role deleted."""
    INVITE_CREATE = 40
    """Invite created."""
    INVITE_UPDATE = 41
    """Invite changed."""
    INVITE_DELETE = 42
    """Invite deleted."""
    WEBHOOK_CREATE = 50
    """Webhook created."""
    WEBHOOK_UPDATE = 51
    """Webhook changed."""
    WEBHOOK_DELETE = 52
    """Webhook deleted."""
    EMOJI_CREATE = 60
    """Emoji created."""
    EMOJI_UPDATE = 61
    """Emoji changed."""
    EMOJI_DELETE = 62
    """Emoji deleted."""
    MESSAGE_DELETE = 72
    """Message deleted."""
    MESSAGE_BULK_DELETE = 73
    """Messages deleted at once."""
    MESSAGE_PIN = 74
    """Message pinned."""
    MESSAGE_UNPIN = 75
    """Message unpinned."""
    INTEGRATION_CREATE = 80
    """Integration created."""
    INTEGRATION_UPDATE = 81
    """Integration changed."""
    INTEGRATION_DELETE = 82
    """Integration deleted."""
    STAGE_INSTANCE_CREATE = 83
    """Stage begun."""
    STAGE_INSTANCE_UPDATE = 84
    """Stage changed."""
    STAGE_INSTANCE_DELETE = 85
    """Stage ended."""
    STICKER_CREATE = 90
    """Sticker created."""
    STICKER_UPDATE = 91
    """Sticker changed."""
    STICKER_DELETE = 92
    """Sticker deleted."""
    GUILD_SCHEDULED_EVENT_CREATE = 100
    """Scheduled event created."""
    GUILD_SCHEDULED_EVENT_UPDATE = 101
    """Scheduled event changed."""
    GUILD_SCHEDULED_EVENT_DELETE = 102
    """Scheduled event deleted."""
    THREAD_CREATE = 110
    """Thread created."""
    THREAD_UPDATE = 111
    """Thread changed."""
    THREAD_DELETE = 112
    """Thread deleted."""
    APPLICATION_COMMAND_PERMISSION_UPDATE = 121
    """Permissions of a command changed."""
    SOUNDBOARD_SOUND_CREATE = 130
    """Sound created."""
    SOUNDBOARD_SOUND_UPDATE = 131
    """Sound changed."""
    SOUNDBOARD_SOUND_DELETE = 132
    """Sound deleted."""
    AUTO_MODERATION_RULE_CREATE = 140
    """Auto moderation rule created."""
    AUTO_MODERATION_RULE_UPDATE = 141
    """Auto moderation rule changed."""
    AUTO_MODERATION_RULE_DELETE = 142
    """Auto moderation rule deleted."""
    AUTO_MODERATION_BLOCK_MESSAGE = 143
    """Message blocked by auto moderation."""
    AUTO_MODERATION_FLAG_TO_CHANNEL = 144
    """Message reported by auto moderation."""
    AUTO_MODERATION_USER_COMMUNICATION_DISABLED = 145
    """Member timed out by auto moderation."""
    AUTO_MODERATION_QUARANTINE_USER = 146
    """Member quarantined by auto moderation."""
    CREATOR_MONETIZATION_REQUEST_CREATED = 150
    """Monetization asked for."""
    CREATOR_MONETIZATION_TERMS_ACCEPTED = 151
    """Terms of monetization accepted."""
    ONBOARDING_PROMPT_CREATE = 163
    """Onboarding question created."""
    ONBOARDING_PROMPT_UPDATE = 164
    """Onboarding question changed."""
    ONBOARDING_PROMPT_DELETE = 165
    """Onboarding question deleted."""
    ONBOARDING_CREATE = 166
    """Onboarding created."""
    ONBOARDING_UPDATE = 167
    """Onboarding changed."""
    GUILD_HOME_FEATURE_ITEM = 171
    """Something featured in the guild's home."""
    GUILD_HOME_REMOVE_ITEM = 172
    """Something removed from the guild's home."""
    HARMFUL_LINKS_BLOCKED_MESSAGE = 180
    """Message with harmful links blocked."""
    HOME_SETTINGS_CREATE = 190
    """Server guide created."""
    HOME_SETTINGS_UPDATE = 191
    """Server guide changed."""
    VOICE_CHANNEL_STATUS_CREATE = 192
    """Status of a voice channel set."""
    VOICE_CHANNEL_STATUS_DELETE = 193
    """Status of a voice channel removed."""
    GUILD_SCHEDULED_EVENT_EXCEPTION_CREATE = 200
    """Exception to a recurring event created."""
    GUILD_SCHEDULED_EVENT_EXCEPTION_UPDATE = 201
    """Exception to a recurring event changed."""
    GUILD_SCHEDULED_EVENT_EXCEPTION_DELETE = 202
    """Exception to a recurring event deleted."""
    GUILD_PROFILE_UPDATE = 211
    """Profile of the guild changed."""
