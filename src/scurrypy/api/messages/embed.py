"""Embeds."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Annotated, Any, cast

from scurrypy.api.user import UserModel
from scurrypy.bases.components import Component, ReceivedComponent
from scurrypy.enums.message import EmbedFlags, EmbedMediaFlags, EmbedType
from scurrypy.wire.errors import DataModelTypeError
from scurrypy.wire.limits import Count, Length, Limit, Range, part_of
from scurrypy.wire.model import DataModel
from scurrypy.wire.sent import Moment
from scurrypy.wire.types import Serialized


class EmbedAuthor(DataModel):
    """Who an embed is from.

    See [Discord Docs/Embed Author](https://docs.discord.com/developers/resources/message#embed-object-embed-author-structure).
    """

    name: Annotated[str, Length(0, 256, trimmed=True)] | None = None
    """Name, at most 256 characters."""
    url: Annotated[str, Length(0, 2048)] | None = None
    """Address the name leads to."""
    icon_url: Annotated[str, Length(0, 2048)] | None = None
    """Address of the icon."""
    proxy_icon_url: str | None = None
    """Address of the icon at Discord's proxy; received only."""


class EmbedThumbnail(DataModel):
    """The small image of an embed.

    See [Discord Docs/Embed Image](https://docs.discord.com/developers/resources/message#embed-object-embed-image-structure).
    """

    url: Annotated[str, Length(0, 2048)] | None = None
    """Address."""
    proxy_url: str | None = None
    """Address at Discord's proxy; received only."""
    height: int | None = None
    """Height in pixels."""
    width: int | None = None
    """Width in pixels."""
    content_type: str | None = None
    """Media type; received only."""
    placeholder: Annotated[str, Length(0, 64)] | None = None
    """Thumbhash of what it shows."""
    placeholder_version: Annotated[int, Range(0, 2147483647)] | None = None
    """Version of the placeholder."""
    description: Annotated[str, Length(0, 4096)] | None = None
    """What it shows."""
    flags: EmbedMediaFlags | None = None
    """Peculiarities; received only."""
    is_animated: bool | None = None
    """Whether it moves; sent only."""


class EmbedImage(DataModel):
    """The image of an embed.

    See [Discord Docs/Embed Image](https://docs.discord.com/developers/resources/message#embed-object-embed-image-structure).
    """

    url: Annotated[str, Length(0, 2048)] | None = None
    """Address."""
    proxy_url: str | None = None
    """Address at Discord's proxy; received only."""
    height: int | None = None
    """Height in pixels."""
    width: int | None = None
    """Width in pixels."""
    content_type: str | None = None
    """Media type; received only."""
    placeholder: Annotated[str, Length(0, 64)] | None = None
    """Thumbhash of what it shows."""
    placeholder_version: Annotated[int, Range(0, 2147483647)] | None = None
    """Version of the placeholder."""
    description: Annotated[str, Length(0, 4096)] | None = None
    """What it shows."""
    flags: EmbedMediaFlags | None = None
    """Peculiarities; received only."""
    is_animated: bool | None = None
    """Whether it moves; sent only."""


class EmbedVideo(DataModel):
    """The video of an embed; received only.

    See [Discord Docs/Embed Video](https://docs.discord.com/developers/resources/message#embed-object-embed-video-structure).
    """

    url: Annotated[str, Length(0, 2048)] | None = None
    """Address."""
    proxy_url: str | None = None
    """Address at Discord's proxy."""
    height: int | None = None
    """Height in pixels."""
    width: int | None = None
    """Width in pixels."""
    content_type: str | None = None
    """Media type."""
    placeholder: Annotated[str, Length(0, 64)] | None = None
    """Thumbhash of what it shows."""
    placeholder_version: Annotated[int, Range(0, 2147483647)] | None = None
    """Version of the placeholder."""
    description: Annotated[str, Length(0, 4096)] | None = None
    """What it shows."""
    flags: EmbedMediaFlags | None = None
    """Peculiarities."""
    is_animated: bool | None = None
    """Whether it moves; sent only."""


class EmbedProvider(DataModel):
    """Where an embed was taken from; received only.

    See [Discord Docs/Embed Provider](https://docs.discord.com/developers/resources/message#embed-object-embed-provider-structure).
    """

    name: Annotated[str, Length(0, 256)] | None = None
    """Name."""
    url: Annotated[str, Length(0, 2048)] | None = None
    """Address."""


class EmbedField(DataModel):
    """A field of an embed.

    See [Discord Docs/Embed Field](https://docs.discord.com/developers/resources/message#embed-object-embed-field-structure).
    """

    _needed = ("name", "value")

    name: Annotated[str, Length(1, 256, trimmed=True)] | None = None
    """Heading, at most 256 characters."""
    value: Annotated[str, Length(1, 1024, trimmed=True)] | None = None
    """Text, at most 1024 characters."""
    inline: bool | None = None
    """Whether it may stand beside others."""


class EmbedFooter(DataModel):
    """What stands below an embed.

    See [Discord Docs/Embed Footer](https://docs.discord.com/developers/resources/message#embed-object-embed-footer-structure).
    """

    text: Annotated[str, Length(0, 2048, trimmed=True)] | None = None
    """Text, at most 2048 characters."""
    icon_url: Annotated[str, Length(0, 2048)] | None = None
    """Address of the icon."""
    proxy_icon_url: str | None = None
    """Address of the icon at Discord's proxy; received only."""


class Embed(DataModel):
    """A framed part of a message; its texts together have at most 6000 characters.

    See [Discord Docs/Embed Object](https://docs.discord.com/developers/resources/message#embed-object).
    """

    title: Annotated[str, Length(0, 256, trimmed=True)] | None = None
    """Title, at most 256 characters."""
    description: Annotated[str, Length(0, 4096, trimmed=True)] | None = None
    """Text, at most 4096 characters."""
    timestamp: Annotated[str, Moment()] | None = None
    """A moment to show, ISO 8601; `set_timestamp` takes a `datetime`."""
    color: Annotated[int, Range(0, 0xFFFFFF)] | None = None
    """Color of its edge as an RGB number."""
    author: EmbedAuthor | None = None
    """Who it is from."""
    thumbnail: EmbedThumbnail | None = None
    """Small image."""
    image: EmbedImage | None = None
    """Image."""
    fields: Annotated[list[EmbedField], Count(0, 25)] | None = None
    """Fields, at most 25."""
    footer: EmbedFooter | None = None
    """What stands below it."""
    url: Annotated[str, Length(0, 2048)] | None = None
    """Address the title leads to."""
    type: EmbedType | None = None
    """What it was made from; received only."""
    provider: EmbedProvider | None = None
    """Where it was taken from; received only."""
    video: EmbedVideo | None = None
    """Video; received only."""
    flags: EmbedFlags | None = None
    """Peculiarities; received only."""
    components: list[ReceivedComponent] | None = None
    """Components it is shown as; received only."""

    def set_timestamp(self, dt: datetime | None = None) -> None:
        """Set the moment to show; the present one unless `dt` is given."""
        self.timestamp = (dt or datetime.now(UTC)).isoformat()

    def set_user_author(self, user: UserModel) -> None:
        """Set the author to a user, with name and avatar."""
        self.author = EmbedAuthor(name=user.username, icon_url=user.avatar_url)

    def to_dict(self) -> Serialized:
        """Return the fields that are not None.

        Raises:
            DataModelTypeError: the thumbnail is a component.
        """
        if isinstance(self.thumbnail, Component):
            raise DataModelTypeError("Embed.thumbnail: expected an EmbedThumbnail, got the component Thumbnail")
        return super().to_dict()


_MOST_TEXT = 6000


class _EmbedText(Limit, frozen=True):
    """The texts of all embeds of a message together; white space around each does not count."""

    def problem(self, value: Any) -> tuple[str, object] | None:
        """Return what is wrong with the length of all texts."""
        if not isinstance(value, (list, tuple)):
            return None
        size = sum(len(text.strip()) for embed in cast("Sequence[object]", value) for text in _texts(embed))
        return None if size <= _MOST_TEXT else (f"at most {_MOST_TEXT} characters in all embeds together", size)


def _texts(embed: object) -> Iterable[str]:
    fields = part_of(embed, "fields")
    parts = [(embed, "title"), (embed, "description")]
    parts += [(part_of(embed, "footer"), "text"), (part_of(embed, "author"), "name")]
    for field in cast("Sequence[object]", fields) if isinstance(fields, (list, tuple)) else ():
        parts += [(field, "name"), (field, "value")]
    texts = (part_of(holder, name) for holder, name in parts)
    return [text for text in texts if isinstance(text, str)]


EMBED_TEXT = _EmbedText()
"""What all embeds of a message together must keep to."""
