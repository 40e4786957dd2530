"""What both sides know of a stream: its events, which of them are listened to, and what a measurement lies between."""

MIX = {
    "MESSAGE_CREATE": 45,
    "PRESENCE_UPDATE": 20,
    "TYPING_START": 12,
    "MESSAGE_REACTION_ADD": 8,
    "GUILD_MEMBER_UPDATE": 6,
    "VOICE_STATE_UPDATE": 5,
    "INTERACTION_CREATE": 4,
}
"""Percent of each event in what a busy bot receives."""

SELDOM = (
    "APPLICATION_COMMAND_PERMISSIONS_UPDATE",
    "AUTO_MODERATION_RULE_CREATE",
    "AUTO_MODERATION_RULE_UPDATE",
    "AUTO_MODERATION_RULE_DELETE",
    "AUTO_MODERATION_ACTION_EXECUTION",
    "CHANNEL_CREATE",
    "CHANNEL_UPDATE",
    "CHANNEL_DELETE",
    "CHANNEL_INFO",
    "CHANNEL_PINS_UPDATE",
    "THREAD_CREATE",
    "THREAD_UPDATE",
    "THREAD_DELETE",
    "THREAD_LIST_SYNC",
    "THREAD_MEMBER_UPDATE",
    "THREAD_MEMBERS_UPDATE",
    "ENTITLEMENT_CREATE",
    "ENTITLEMENT_UPDATE",
    "ENTITLEMENT_DELETE",
    "GUILD_UPDATE",
    "GUILD_DELETE",
    "GUILD_AUDIT_LOG_ENTRY_CREATE",
    "GUILD_BAN_ADD",
    "GUILD_BAN_REMOVE",
    "GUILD_EMOJIS_UPDATE",
    "GUILD_STICKERS_UPDATE",
    "GUILD_INTEGRATIONS_UPDATE",
    "GUILD_MEMBER_ADD",
    "GUILD_MEMBER_REMOVE",
    "GUILD_ROLE_CREATE",
    "GUILD_ROLE_UPDATE",
    "GUILD_ROLE_DELETE",
    "GUILD_SCHEDULED_EVENT_CREATE",
    "GUILD_SCHEDULED_EVENT_UPDATE",
    "GUILD_SCHEDULED_EVENT_DELETE",
    "GUILD_SCHEDULED_EVENT_USER_ADD",
    "GUILD_SCHEDULED_EVENT_USER_REMOVE",
    "GUILD_SOUNDBOARD_SOUND_CREATE",
    "GUILD_SOUNDBOARD_SOUND_UPDATE",
    "GUILD_SOUNDBOARD_SOUND_DELETE",
    "GUILD_SOUNDBOARD_SOUNDS_UPDATE",
    "SOUNDBOARD_SOUNDS",
    "INTEGRATION_CREATE",
    "INTEGRATION_UPDATE",
    "INTEGRATION_DELETE",
    "INVITE_CREATE",
    "INVITE_DELETE",
    "MESSAGE_UPDATE",
    "MESSAGE_DELETE",
    "MESSAGE_DELETE_BULK",
    "MESSAGE_REACTION_REMOVE",
    "MESSAGE_REACTION_REMOVE_ALL",
    "MESSAGE_REACTION_REMOVE_EMOJI",
    "MESSAGE_POLL_VOTE_ADD",
    "MESSAGE_POLL_VOTE_REMOVE",
    "RATE_LIMITED",
    "STAGE_INSTANCE_CREATE",
    "STAGE_INSTANCE_UPDATE",
    "STAGE_INSTANCE_DELETE",
    "SUBSCRIPTION_CREATE",
    "SUBSCRIPTION_UPDATE",
    "SUBSCRIPTION_DELETE",
    "USER_UPDATE",
    "VOICE_CHANNEL_EFFECT_SEND",
    "VOICE_CHANNEL_START_TIME_UPDATE",
    "VOICE_CHANNEL_STATUS_UPDATE",
    "VOICE_SERVER_UPDATE",
    "WEBHOOKS_UPDATE",
)
"""The other dispatches that Discord documents, but for those that begin a session, and for the large ones."""

LARGE = ("GUILD_CREATE", "GUILD_MEMBERS_CHUNK")
"""Dispatches of several hundred kilobytes."""

EVERY = {
    **{name: 20 * percent for name, percent in MIX.items()},
    **dict.fromkeys(SELDOM, 15),
    **dict.fromkeys(LARGE, 1),
    "MESSAGE_UPDATE": 120,
    "MESSAGE_DELETE": 60,
    "MESSAGE_REACTION_REMOVE": 60,
}
"""How often each dispatch of Discord comes, beside the others: about two thirds are those of `MIX`."""

MIXES = {"busy": MIX, "every": EVERY}
"""What a stream may be made of."""

LISTENED = {
    "messages": ("MESSAGE_CREATE",),
    "typical": ("MESSAGE_CREATE", "INTERACTION_CREATE", "MESSAGE_REACTION_ADD"),
    "everything": tuple(EVERY),
}
"""The events that have a handler, by way of listening."""

FIRST, LAST = "first of the run", "last of the run"
"""Contents of the first and the last message."""


def others(listen: str, mix: str) -> tuple[str, ...]:
    """Return what is listened to beside messages."""
    return tuple(name for name in LISTENED[listen] if name in MIXES[mix] and name != "MESSAGE_CREATE")
