"""Which groups of gateway events a bot asks for."""

from enum import IntFlag


class Intents(IntFlag):
    """Groups of gateway events. Three of them are privileged and switched on in the developer portal.

    See [Discord Docs/Gateway Intents](https://docs.discord.com/developers/events/gateway#gateway-intents).
    """

    GUILDS = 1 << 0
    """Guilds, their roles, channels, threads and stages.

    Brings GUILD_CREATE, GUILD_UPDATE, GUILD_DELETE, GUILD_ROLE_CREATE, GUILD_ROLE_UPDATE, GUILD_ROLE_DELETE,
    CHANNEL_CREATE, CHANNEL_UPDATE, CHANNEL_DELETE, CHANNEL_PINS_UPDATE, THREAD_CREATE, THREAD_UPDATE, THREAD_DELETE,
    THREAD_LIST_SYNC, THREAD_MEMBER_UPDATE, THREAD_MEMBERS_UPDATE, STAGE_INSTANCE_CREATE, STAGE_INSTANCE_UPDATE,
    STAGE_INSTANCE_DELETE, VOICE_CHANNEL_STATUS_UPDATE and VOICE_CHANNEL_START_TIME_UPDATE.
    """
    GUILD_MEMBERS = 1 << 1
    """Members who join, leave or change. Privileged.

    Brings GUILD_MEMBER_ADD, GUILD_MEMBER_UPDATE, GUILD_MEMBER_REMOVE and THREAD_MEMBERS_UPDATE. Without it,
    THREAD_MEMBERS_UPDATE tells of the bot only.
    """
    GUILD_MODERATION = 1 << 2
    """Bans and entries of the audit log.

    Brings GUILD_AUDIT_LOG_ENTRY_CREATE, GUILD_BAN_ADD and GUILD_BAN_REMOVE. The bot needs VIEW_AUDIT_LOG; for bans,
    BAN_MEMBERS will do.
    """
    GUILD_EXPRESSIONS = 1 << 3
    """Emojis, stickers and soundboard sounds.

    Brings GUILD_EMOJIS_UPDATE, GUILD_STICKERS_UPDATE, GUILD_SOUNDBOARD_SOUND_CREATE, GUILD_SOUNDBOARD_SOUND_UPDATE,
    GUILD_SOUNDBOARD_SOUND_DELETE and GUILD_SOUNDBOARD_SOUNDS_UPDATE.
    """
    GUILD_INTEGRATIONS = 1 << 4
    """Integrations.

    Brings GUILD_INTEGRATIONS_UPDATE, INTEGRATION_CREATE, INTEGRATION_UPDATE and INTEGRATION_DELETE.
    """
    GUILD_WEBHOOKS = 1 << 5
    """Webhooks.

    Brings WEBHOOKS_UPDATE.
    """
    GUILD_INVITES = 1 << 6
    """Invites.

    Brings INVITE_CREATE and INVITE_DELETE. The bot needs MANAGE_CHANNELS.
    """
    GUILD_VOICE_STATES = 1 << 7
    """Who is in which voice channel, and what effects are sent there.

    Brings VOICE_CHANNEL_EFFECT_SEND and VOICE_STATE_UPDATE.
    """
    GUILD_PRESENCES = 1 << 8
    """Presences of members, by far the most frequent event. Privileged.

    Brings PRESENCE_UPDATE.
    """
    GUILD_MESSAGES = 1 << 9
    """Messages in guilds.

    Brings MESSAGE_CREATE, MESSAGE_UPDATE, MESSAGE_DELETE and MESSAGE_DELETE_BULK. What they hold comes with
    MESSAGE_CONTENT only, unless they mention the bot.
    """
    GUILD_MESSAGE_REACTIONS = 1 << 10
    """Reactions to messages in guilds.

    Brings MESSAGE_REACTION_ADD, MESSAGE_REACTION_REMOVE, MESSAGE_REACTION_REMOVE_ALL and
    MESSAGE_REACTION_REMOVE_EMOJI.
    """
    GUILD_MESSAGE_TYPING = 1 << 11
    """Members who start to type in guilds.

    Brings TYPING_START.
    """
    DIRECT_MESSAGES = 1 << 12
    """Direct messages, and ephemeral messages of the bot itself.

    Brings MESSAGE_CREATE, MESSAGE_UPDATE, MESSAGE_DELETE and CHANNEL_PINS_UPDATE.
    """
    DIRECT_MESSAGE_REACTIONS = 1 << 13
    """Reactions to direct messages.

    Brings MESSAGE_REACTION_ADD, MESSAGE_REACTION_REMOVE, MESSAGE_REACTION_REMOVE_ALL and
    MESSAGE_REACTION_REMOVE_EMOJI.
    """
    DIRECT_MESSAGE_TYPING = 1 << 14
    """Users who start to type in direct messages.

    Brings TYPING_START.
    """
    MESSAGE_CONTENT = 1 << 15
    """What messages hold: content, embeds, attachments, components and poll. Privileged.

    Brings no event of its own, but fills these fields of messages in every event and answer. The messages of the bot
    itself, those that mention it, direct messages, and the message of a message command hold them without it.
    """
    GUILD_SCHEDULED_EVENTS = 1 << 16
    """Scheduled events, and who subscribes to them.

    Brings GUILD_SCHEDULED_EVENT_CREATE, GUILD_SCHEDULED_EVENT_UPDATE, GUILD_SCHEDULED_EVENT_DELETE,
    GUILD_SCHEDULED_EVENT_USER_ADD and GUILD_SCHEDULED_EVENT_USER_REMOVE.
    """
    AUTO_MODERATION_CONFIGURATION = 1 << 20
    """Rules of auto moderation.

    Brings AUTO_MODERATION_RULE_CREATE, AUTO_MODERATION_RULE_UPDATE and AUTO_MODERATION_RULE_DELETE. The bot needs
    MANAGE_GUILD.
    """
    AUTO_MODERATION_EXECUTION = 1 << 21
    """What auto moderation does about what members write.

    Brings AUTO_MODERATION_ACTION_EXECUTION. The bot needs MANAGE_GUILD; what was written comes with MESSAGE_CONTENT
    only.
    """
    GUILD_MESSAGE_POLLS = 1 << 24
    """Votes in polls in guilds.

    Brings MESSAGE_POLL_VOTE_ADD and MESSAGE_POLL_VOTE_REMOVE.
    """
    DIRECT_MESSAGE_POLLS = 1 << 25
    """Votes in polls in direct messages.

    Brings MESSAGE_POLL_VOTE_ADD and MESSAGE_POLL_VOTE_REMOVE.
    """

    DEFAULT = GUILDS | GUILD_MESSAGES
    """Guilds and their messages."""
    PRIVILEGED = GUILD_MEMBERS | GUILD_PRESENCES | MESSAGE_CONTENT
    """The three that the developer portal must allow first."""
