"""What users are doing."""

from scurrypy.enums.enum_types import DiscordFlags, DiscordString, DiscordTypes


class StatusType(DiscordString):
    """Whether a user is there.

    See [Discord Docs/Status Types](https://docs.discord.com/developers/events/gateway-events#update-presence-status-types).
    """

    ONLINE = "online"
    """Online."""
    DND = "dnd"
    """Not to be disturbed."""
    IDLE = "idle"
    """Away."""
    INVISIBLE = "invisible"
    """Online, shown as offline; is only sent."""
    OFFLINE = "offline"
    """Offline."""


class ActivityType(DiscordTypes):
    """Kinds of activities.

    See [Discord Docs/Activity Types](https://docs.discord.com/developers/events/gateway-events#activity-object-activity-types).
    """

    PLAYING = 0
    """Plays a game."""
    STREAMING = 1
    """Streams on Twitch or YouTube."""
    LISTENING = 2
    """Listens."""
    WATCHING = 3
    """Watches."""
    CUSTOM = 4
    """A text of the user's own, in `state`."""
    COMPETING = 5
    """Competes."""


class StatusDisplayType(DiscordTypes):
    """Which text of an activity stands in the member list.

    See [Discord Docs/Status Display Types](https://docs.discord.com/developers/events/gateway-events#activity-object-status-display-types).
    """

    NAME = 0
    """Its name."""
    STATE = 1
    """Its state."""
    DETAILS = 2
    """Its details."""


class ActivityFlags(DiscordFlags):
    """What an activity offers.

    See [Discord Docs/Activity Flags](https://docs.discord.com/developers/events/gateway-events#activity-object-activity-flags).
    """

    INSTANCE = 1 << 0
    """A session of a game."""
    JOIN = 1 << 1
    """Can be joined."""
    SPECTATE = 1 << 2
    """Can be watched."""
    JOIN_REQUEST = 1 << 3
    """One may ask to join."""
    SYNC = 1 << 4
    """Can be played along."""
    PLAY = 1 << 5
    """Can be played."""
    PARTY_PRIVACY_FRIENDS = 1 << 6
    """Friends may join."""
    PARTY_PRIVACY_VOICE_CHANNEL = 1 << 7
    """Who is in the voice channel may join."""
    EMBEDDED = 1 << 8
    """Runs inside Discord."""
