"""Emojis, standard and custom."""

from collections.abc import Sequence
from typing import Annotated
from urllib.parse import quote

from scurrypy.api.image_data import ImageDataPart
from scurrypy.api.user import UserModel
from scurrypy.wire.limits import Count, Length
from scurrypy.wire.model import DataModel
from scurrypy.wire.sent import SentId
from scurrypy.wire.snowflake import Snowflake
from scurrypy.wire.types import REQUIRED


class EmojiModel(DataModel):
    """An emoji: Unicode characters, or an image with an id.

    See [Discord Docs/Emoji Object](https://docs.discord.com/developers/resources/emoji#emoji-object).
    """

    name: str | None = None
    """Name of the custom emoji, or the Unicode characters; None where a custom emoji was deleted."""
    id: Snowflake | None = None
    """Id of the custom emoji; None for Unicode."""
    animated: bool = False
    """Whether it moves."""
    roles: list[Snowflake] = REQUIRED
    """Roles that may use it; empty for everybody."""
    user: UserModel | None = None
    """Who uploaded it."""
    require_colons: bool = REQUIRED
    """Whether it is written between colons."""
    managed: bool = REQUIRED
    """Whether an integration manages it."""
    available: bool = REQUIRED
    """Whether it can be used; not after a loss of boosts."""

    @property
    def is_custom(self) -> bool:
        """Whether it is an image with an id."""
        return self.id is not None

    @property
    def mention(self) -> str:
        """The emoji as it is written in a message."""
        if self.id is None:
            return self.name or ""
        return f"<{'a' if self.animated else ''}:{self.name or '_'}:{self.id}>"

    @property
    def api_code(self) -> str:
        """The emoji as it stands in the path of a reaction, percent-encoded."""
        return quote(self.name or "" if self.id is None else f"{self.name or '_'}:{self.id}", safe="")

    @property
    def url(self) -> str | None:
        """Address of the image; None for Unicode."""
        if self.id is None:
            return None
        return f"https://cdn.discordapp.com/emojis/{self.id}.{'gif' if self.animated else 'png'}"


class ApplicationEmojiPart(DataModel):
    """An emoji to be created for the application.

    See [Discord Docs/Create Application Emoji](https://docs.discord.com/developers/resources/emoji#create-application-emoji).
    """

    _needed = ("name", "image")

    name: Annotated[str, Length(2, 32)] | None = None
    """Name, 2-32 characters."""
    image: ImageDataPart | None = None
    """Image, at most 256 KiB."""


class GuildEmojiPart(DataModel):
    """An emoji to be created in a guild.

    See [Discord Docs/Create Guild Emoji](https://docs.discord.com/developers/resources/emoji#create-guild-emoji).
    """

    _needed = ("name", "image")

    name: Annotated[str, Length(2, 32)] | None = None
    """Name, 2-32 characters."""
    image: ImageDataPart | None = None
    """Image, at most 256 KiB."""
    roles: Annotated[Sequence[SentId], Count(0, 1521)] | None = None
    """Roles that may use it; empty for everybody."""
