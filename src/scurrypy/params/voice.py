"""What can be edited about how someone takes part in a stage."""

from typing import TypedDict

from scurrypy.wire.sent import SentTime


class EditCurrentVoiceStateParams(TypedDict, total=False):
    """Changes to how the bot takes part in the stage it is in.

    See [Discord Docs/Modify Current User Voice State](https://docs.discord.com/developers/resources/voice#modify-current-user-voice-state).
    """

    channel_id: int | None
    """The stage channel the bot is in."""
    suppress: bool | None
    """Whether it is in the audience; to leave it needs MUTE_MEMBERS."""
    request_to_speak_timestamp: SentTime | None
    """Since when it asks to speak, ISO 8601, now or later, which needs REQUEST_TO_SPEAK; None to ask no longer."""


class EditVoiceStateParams(TypedDict, total=False):
    """Changes to how a user takes part in the stage they are in.

    See [Discord Docs/Modify User Voice State](https://docs.discord.com/developers/resources/voice#modify-user-voice-state).
    """

    channel_id: int | None
    """The stage channel the user is in."""
    suppress: bool | None
    """Whether the user is in the audience."""
