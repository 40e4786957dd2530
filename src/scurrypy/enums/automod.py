"""Triggers and actions of auto moderation."""

from scurrypy.enums.enum_types import DiscordTypes


class AutoModEventType(DiscordTypes):
    """What a rule watches.

    See [Discord Docs/Event Types](https://docs.discord.com/developers/resources/auto-moderation#auto-moderation-rule-object-event-types).
    """

    MESSAGE_SEND = 1
    """Messages, sent or edited."""
    MEMBER_UPDATE = 2
    """Members, joining or edited."""


class AutoModTriggerType(DiscordTypes):
    """What a rule looks for.

    See [Discord Docs/Trigger Types](https://docs.discord.com/developers/resources/auto-moderation#auto-moderation-rule-object-trigger-types).
    """

    KEYWORD = 1
    """Words of its own list."""
    SPAM = 3
    """Spam."""
    KEYWORD_PRESET = 4
    """Words of Discord's lists."""
    MENTION_SPAM = 5
    """Too many mentions."""
    MEMBER_PROFILE = 6
    """Words in a member's profile."""


class AutoModKeywordPresetType(DiscordTypes):
    """Discord's lists of words.

    See [Discord Docs/Keyword Preset Types](https://docs.discord.com/developers/resources/auto-moderation#auto-moderation-rule-object-keyword-preset-types).
    """

    PROFANITY = 1
    """Swearing."""
    SEXUAL_CONTENT = 2
    """Sexually explicit words."""
    SLURS = 3
    """Insults and hate."""


class AutoModActionType(DiscordTypes):
    """What a rule does.

    See [Discord Docs/Action Types](https://docs.discord.com/developers/resources/auto-moderation#auto-moderation-action-object-action-types).
    """

    BLOCK_MESSAGE = 1
    """Stops the message."""
    SEND_ALERT_MESSAGE = 2
    """Tells a channel."""
    TIMEOUT = 3
    """Times the user out."""
    BLOCK_MEMBER_INTERACTION = 4
    """Keeps the member from writing, speaking and reacting."""
