"""What can be edited about an emoji."""

from collections.abc import Sequence
from typing import Annotated, TypedDict

from scurrypy.wire.limits import Count, Length


class EditApplicationEmojiParams(TypedDict, total=False):
    """Changes to an emoji of an application.

    See [Discord Docs/Modify Application Emoji](https://docs.discord.com/developers/resources/emoji#modify-application-emoji).
    """

    name: Annotated[str, Length(2, 32)]
    """Name, 2-32 characters."""


class EditGuildEmojiParams(TypedDict, total=False):
    """Changes to an emoji of a guild.

    See [Discord Docs/Modify Guild Emoji](https://docs.discord.com/developers/resources/emoji#modify-guild-emoji).
    """

    name: Annotated[str, Length(2, 32)]
    """Name, 2-32 characters."""
    roles: Annotated[Sequence[int], Count(0, 1521)] | None
    """Roles that may use the emoji; None for everyone."""
