"""Animations in voice channels."""

from scurrypy.enums.enum_types import DiscordTypes


class AnimationType(DiscordTypes):
    """Animations of an emoji sent into a voice channel.

    See [Discord Docs/Animation Types](https://docs.discord.com/developers/events/gateway-events#voice-channel-effect-send-animation-types).
    """

    PREMIUM = 0
    """For Nitro subscribers."""
    BASIC = 1
    """For everybody."""
