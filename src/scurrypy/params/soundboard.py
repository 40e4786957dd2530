"""What can be edited about a sound of the soundboard."""

from typing import Annotated, TypedDict

from scurrypy.wire.limits import Length, Range


class EditSoundboardSoundParams(TypedDict, total=False):
    """Changes to a sound; the sound itself stays.

    See [Discord Docs/Modify Guild Soundboard Sound](https://docs.discord.com/developers/resources/soundboard#modify-guild-soundboard-sound).
    """

    name: Annotated[str, Length(2, 32)]
    """Name, 2-32 characters."""
    volume: Annotated[float, Range(0, 1)] | None
    """Volume, 0-1; None for 1."""
    emoji_id: int | None
    """Id of a custom emoji to show with it."""
    emoji_name: Annotated[str, Length(1, 32)] | None
    """Unicode characters of an emoji to show with it."""
