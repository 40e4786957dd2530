"""Kinds and peculiarities of messages and of what is in them."""

from scurrypy.enums.enum_types import DiscordFlags, DiscordString, DiscordTypes


class MessageType(DiscordTypes):
    """Kinds of messages.

    See [Discord Docs/Message Types](https://docs.discord.com/developers/resources/message#message-object-message-types).
    """

    DEFAULT = 0
    """Written by a user or bot."""
    RECIPIENT_ADD = 1
    """Someone was added to a group."""
    RECIPIENT_REMOVE = 2
    """Someone left a group."""
    CALL = 3
    """A call."""
    CHANNEL_NAME_CHANGE = 4
    """A group or thread was renamed."""
    CHANNEL_ICON_CHANGE = 5
    """A group got another icon."""
    CHANNEL_PINNED_MESSAGE = 6
    """A message was pinned."""
    USER_JOIN = 7
    """A member joined."""
    GUILD_BOOST = 8
    """A boost."""
    GUILD_BOOST_TIER_1 = 9
    """A boost that reached level 1."""
    GUILD_BOOST_TIER_2 = 10
    """A boost that reached level 2."""
    GUILD_BOOST_TIER_3 = 11
    """A boost that reached level 3."""
    CHANNEL_FOLLOW_ADD = 12
    """The channel follows another."""
    GUILD_DISCOVERY_DISQUALIFIED = 14
    """The guild left the directory."""
    GUILD_DISCOVERY_REQUALIFIED = 15
    """The guild is in the directory again."""
    GUILD_DISCOVERY_GRACE_PERIOD_INITIAL_WARNING = 16
    """The guild may leave the directory."""
    GUILD_DISCOVERY_GRACE_PERIOD_FINAL_WARNING = 17
    """The guild is about to leave the directory."""
    THREAD_CREATED = 18
    """A thread was created."""
    REPLY = 19
    """A reply."""
    CHAT_INPUT_COMMAND = 20
    """Answer to a slash command."""
    THREAD_STARTER_MESSAGE = 21
    """First message of a thread, which points at the one it came from."""
    GUILD_INVITE_REMINDER = 22
    """A reminder to invite people."""
    CONTEXT_MENU_COMMAND = 23
    """Answer to a user or message command."""
    AUTO_MODERATION_ACTION = 24
    """Auto moderation acted."""
    ROLE_SUBSCRIPTION_PURCHASE = 25
    """A role subscription was bought or renewed."""
    INTERACTION_PREMIUM_UPSELL = 26
    """An offer of a premium feature."""
    STAGE_START = 27
    """A stage began."""
    STAGE_END = 28
    """A stage ended."""
    STAGE_SPEAKER = 29
    """Someone speaks on a stage."""
    STAGE_TOPIC = 31
    """A stage has another topic."""
    GUILD_APPLICATION_PREMIUM_SUBSCRIPTION = 32
    """An application was subscribed for the guild."""
    GUILD_INCIDENT_ALERT_MODE_ENABLED = 36
    """Security actions were switched on."""
    GUILD_INCIDENT_ALERT_MODE_DISABLED = 37
    """Security actions were switched off."""
    GUILD_INCIDENT_REPORT_RAID = 38
    """A raid was reported."""
    GUILD_INCIDENT_REPORT_FALSE_ALARM = 39
    """A report of a raid was wrong."""
    PURCHASE_NOTIFICATION = 44
    """Something was bought."""
    POLL_RESULT = 46
    """A poll ended."""
    HD_STREAMING_UPGRADED = 55
    """Streams of the channel became HD."""


class MessageFlags(DiscordFlags):
    """Peculiarities of a message.

    See [Discord Docs/Message Flags](https://docs.discord.com/developers/resources/message#message-object-message-flags).
    """

    NO_FLAGS = 0
    """None."""
    CROSSPOSTED = 1 << 0
    """Published to the channels that follow."""
    IS_CROSSPOST = 1 << 1
    """Came from a channel that is followed."""
    SUPPRESS_EMBEDS = 1 << 2
    """Links get no embeds."""
    SOURCE_MESSAGE_DELETED = 1 << 3
    """The message it was published from is gone."""
    URGENT = 1 << 4
    """From Discord's urgent message system."""
    HAS_THREAD = 1 << 5
    """A thread of the same id belongs to it."""
    EPHEMERAL = 1 << 6
    """Only the user of the interaction sees it."""
    LOADING = 1 << 7
    """The answer to the interaction is still to come."""
    FAILED_TO_MENTION_SOME_ROLES_IN_THREAD = 1 << 8
    """Not every member of the mentioned roles was added to the thread."""
    SUPPRESS_NOTIFICATIONS = 1 << 12
    """Nobody is notified."""
    IS_VOICE_MESSAGE = 1 << 13
    """A voice message."""
    HAS_SNAPSHOT = 1 << 14
    """A forwarded message."""
    IS_COMPONENTS_V2 = 1 << 15
    """Made of components only."""


class MessageReferenceType(DiscordTypes):
    """Why a message points at another.

    See [Discord Docs/Message Reference Types](https://docs.discord.com/developers/resources/message#message-reference-types).
    """

    DEFAULT = 0
    """A reply, a crosspost and the like."""
    FORWARD = 1
    """It carries a copy of it."""


class MessageActivityType(DiscordTypes):
    """Invitations to an activity.

    See [Discord Docs/Message Activity Types](https://docs.discord.com/developers/resources/message#message-object-message-activity-types).
    """

    JOIN = 1
    """To join."""
    SPECTATE = 2
    """To watch."""
    LISTEN = 3
    """To listen."""
    JOIN_REQUEST = 5
    """To let someone join."""
    STREAM_REQUEST = 6
    """To stream."""


class AllowedMentionType(DiscordString):
    """Mentions that a message may notify of.

    See [Discord Docs/Allowed Mention Types](https://docs.discord.com/developers/resources/message#allowed-mentions-object-allowed-mention-types).
    """

    ROLES = "roles"
    """Roles."""
    USERS = "users"
    """Users."""
    EVERYONE = "everyone"
    """`@everyone` and `@here`."""


class AttachmentFlags(DiscordFlags):
    """Peculiarities of an attachment.

    See [Discord Docs/Attachment Flags](https://docs.discord.com/developers/resources/message#attachment-object-attachment-flags).
    """

    IS_CLIP = 1 << 0
    """A clip of a stream."""
    IS_THUMBNAIL = 1 << 1
    """Thumbnail of a thread in a media channel."""
    IS_REMIX = 1 << 2
    """Edited with the remix feature; deprecated."""
    IS_SPOILER = 1 << 3
    """Hidden until clicked."""
    IS_ANIMATED = 1 << 5
    """An animated image."""


class EmbedFlags(DiscordFlags):
    """Peculiarities of an embed.

    See [Discord Docs/Embed Flags](https://docs.discord.com/developers/resources/message#embed-object-embed-flags).
    """

    IS_CONTENT_INVENTORY_ENTRY = 1 << 5
    """Stands for an activity card that was replied to."""


class EmbedMediaFlags(DiscordFlags):
    """Peculiarities of an image or video of an embed.

    See [Discord Docs/Embed Media Flags](https://docs.discord.com/developers/resources/message#embed-object-embed-media-flags).
    """

    IS_ANIMATED = 1 << 5
    """An animated image."""


class EmbedType(DiscordString):
    """What an embed was made from.

    See [Discord Docs/Embed Types](https://docs.discord.com/developers/resources/message#embed-object-embed-types).
    """

    RICH = "rich"
    """Its own fields."""
    IMAGE = "image"
    """An image."""
    VIDEO = "video"
    """A video."""
    GIFV = "gifv"
    """An animation sent as video."""
    ARTICLE = "article"
    """An article."""
    LINK = "link"
    """A link."""
    POLL_RESULT = "poll_result"
    """The result of a poll."""


class BaseTheme(DiscordTypes):
    """Themes that a shared client theme builds on."""

    UNSET = 0
    """None."""
    DARK = 1
    """Dark."""
    LIGHT = 2
    """Light."""
    DARKER = 3
    """Darker."""
    MIDNIGHT = 4
    """Midnight."""


class PurchaseType(DiscordTypes):
    """What was bought."""

    GUILD_PRODUCT = 0
    """A product of the guild."""
