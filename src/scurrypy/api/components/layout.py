"""Components that arrange and show."""

from collections.abc import Iterable, Sequence
from typing import Annotated

from scurrypy.api import components
from scurrypy.api.components.button import Button
from scurrypy.api.components.names import ComponentId
from scurrypy.bases.components import (
    ActionRowChild,
    Component,
    ContainerChild,
    LabelChild,
    ReceivedComponent,
    SectionAccessoryChild,
    SectionChild,
    kind_of,
    misplaced,
    received,
)
from scurrypy.enums.components import SeparatorType
from scurrypy.enums.kinds import ComponentType
from scurrypy.enums.message import EmbedMediaFlags
from scurrypy.wire.errors import Problem
from scurrypy.wire.limits import Count, Length, Range
from scurrypy.wire.model import DataModel
from scurrypy.wire.snowflake import Snowflake
from scurrypy.wire.types import Serialized


class UnfurledMediaItem(DataModel):
    """An image, video or file of a component.

    See [Discord Docs/Unfurled Media Item](https://docs.discord.com/developers/components/reference#unfurled-media-item).
    """

    _needed = ("url",)

    url: Annotated[str, Length(0, 2048)] | None = None
    """Address, or `attachment://` and the name of a file sent along."""
    proxy_url: str | None = None
    """Address at Discord's proxy; received only."""
    height: int | None = None
    """Height in pixels; received only."""
    width: int | None = None
    """Width in pixels; received only."""
    content_type: str | None = None
    """Media type; received only."""
    attachment_id: Snowflake | None = None
    """Id of the attachment; received only."""
    id: Snowflake | None = None
    """Id of the media; received only."""
    flags: EmbedMediaFlags | None = None
    """Peculiarities; received only."""
    placeholder: str | None = None
    """Thumbhash of what it shows; received only."""
    placeholder_version: int | None = None
    """Version of the placeholder; received only."""


def _with_media(body: Serialized, name: str) -> Serialized:
    """Return `body`; an address given as its media has become the object that Discord reads."""
    if isinstance(body.get(name), str):
        body[name] = {"url": body[name]}
    return body


@received
class ActionRow(Component):
    """Up to 5 buttons, or one menu.

    See [Discord Docs/Action Row](https://docs.discord.com/developers/components/reference#action-row).
    """

    _needed = ("components",)

    components: Annotated[Sequence[ReceivedComponent], Count(1, 5)] | None = None
    """What stands in the row."""
    type: ComponentType = ComponentType.ACTION_ROW
    """Kind of component."""
    id: ComponentId | None = None
    """Number of your own, unique in the message."""

    def _rules(self) -> Iterable[Problem]:
        """Yield what cannot stand in a row, or not beside what else does."""
        yield from misplaced(
            "components", self.components, (ActionRowChild, components.TextInput), "buttons, or one menu"
        )
        kinds = [kind_of(child) for child in self.components or ()]
        if len(kinds) > 1:
            for place, kind in enumerate(kinds):
                if kind is not None and not issubclass(kind, Button):
                    yield Problem(f"components[{place}]", "a menu has its row for itself", f"{len(kinds)} components")


@received
class Section(Component, ContainerChild):
    """Text beside a button or thumbnail.

    See [Discord Docs/Section](https://docs.discord.com/developers/components/reference#section).
    """

    _needed = ("accessory", "components")

    accessory: ReceivedComponent | None = None
    """What stands beside the text."""
    components: Annotated[Sequence[ReceivedComponent], Count(1, 3)] | None = None
    """Texts, 1-3."""
    type: ComponentType = ComponentType.SECTION
    """Kind of component."""
    id: ComponentId | None = None
    """Number of your own, unique in the message."""

    def _rules(self) -> Iterable[Problem]:
        """Yield what cannot stand in a section."""
        yield from misplaced("components", self.components, (SectionChild,), "texts only")
        yield from misplaced("accessory", self.accessory, (SectionAccessoryChild,), "a button or thumbnail")


@received
class TextDisplay(Component, ContainerChild, SectionChild):
    """Markdown text.

    See [Discord Docs/Text Display](https://docs.discord.com/developers/components/reference#text-display).
    """

    _needed = ("content",)

    content: Annotated[str, Length(1, 4000)] | None = None
    """The text; all texts of a message together at most 4000 characters."""
    type: ComponentType = ComponentType.TEXT_DISPLAY
    """Kind of component."""
    id: ComponentId | None = None
    """Number of your own, unique in the message."""


@received
class Thumbnail(Component, SectionAccessoryChild):
    """A small image beside text.

    See [Discord Docs/Thumbnail](https://docs.discord.com/developers/components/reference#thumbnail).
    """

    _needed = ("media",)

    media: UnfurledMediaItem | str | None = None
    """The image, or its address."""
    description: Annotated[str, Length(1, 1024)] | None = None
    """What it shows, at most 1024 characters."""
    spoiler: bool | None = None
    """Whether it is hidden until clicked."""
    type: ComponentType = ComponentType.THUMBNAIL
    """Kind of component."""
    id: ComponentId | None = None
    """Number of your own, unique in the message."""

    def to_dict(self) -> Serialized:
        """Return the fields that are not None, the image as an object."""
        return _with_media(super().to_dict(), "media")


class MediaGalleryItem(DataModel):
    """An image or video of a gallery.

    See [Discord Docs/Media Gallery Item](https://docs.discord.com/developers/components/reference#media-gallery-media-gallery-item-structure).
    """

    _needed = ("media",)

    media: UnfurledMediaItem | str | None = None
    """The image or video, or its address."""
    description: Annotated[str, Length(1, 1024)] | None = None
    """What it shows, at most 1024 characters."""
    spoiler: bool | None = None
    """Whether it is hidden until clicked."""

    def to_dict(self) -> Serialized:
        """Return the fields that are not None, the media as an object."""
        return _with_media(super().to_dict(), "media")


@received
class MediaGallery(Component, ContainerChild):
    """Images and videos.

    See [Discord Docs/Media Gallery](https://docs.discord.com/developers/components/reference#media-gallery).
    """

    _needed = ("items",)

    items: Annotated[list[MediaGalleryItem], Count(1, 10)] | None = None
    """The images and videos, 1-10."""
    type: ComponentType = ComponentType.MEDIA_GALLERY
    """Kind of component."""
    id: ComponentId | None = None
    """Number of your own, unique in the message."""


@received
class File(Component, ContainerChild):
    """A file sent along.

    See [Discord Docs/File](https://docs.discord.com/developers/components/reference#file).
    """

    _needed = ("file",)

    file: UnfurledMediaItem | str | None = None
    """The file as `attachment://` and its name."""
    spoiler: bool | None = None
    """Whether it is hidden until clicked."""
    type: ComponentType = ComponentType.FILE
    """Kind of component."""
    id: ComponentId | None = None
    """Number of your own, unique in the message."""
    name: str | None = None
    """Name of the file; received only."""
    size: int | None = None
    """Size in bytes; received only."""

    def to_dict(self) -> Serialized:
        """Return the fields that are not None, the file as an object."""
        return _with_media(super().to_dict(), "file")


@received
class Separator(Component, ContainerChild):
    """Space between components.

    See [Discord Docs/Separator](https://docs.discord.com/developers/components/reference#separator).
    """

    divider: bool | None = None
    """Whether a line is drawn."""
    spacing: SeparatorType | None = None
    """Size."""
    type: ComponentType = ComponentType.SEPARATOR
    """Kind of component."""
    id: ComponentId | None = None
    """Number of your own, unique in the message."""


@received
class Container(Component):
    """A frame around components.

    See [Discord Docs/Container](https://docs.discord.com/developers/components/reference#container).
    """

    _needed = ("components",)

    components: Annotated[Sequence[ReceivedComponent], Count(1, 40)] | None = None
    """What stands in it."""
    accent_color: Annotated[int, Range(0, 0xFFFFFF)] | None = None
    """Color of its edge as an RGB number."""
    spoiler: bool | None = None
    """Whether it is hidden until clicked."""
    type: ComponentType = ComponentType.CONTAINER
    """Kind of component."""
    id: ComponentId | None = None
    """Number of your own, unique in the message."""

    def _rules(self) -> Iterable[Problem]:
        """Yield what cannot stand in a container."""
        words = "rows, sections, texts, galleries, files and separators"
        yield from misplaced("components", self.components, (ActionRow, ContainerChild), words)


@received
class Label(Component):
    """A caption for an input of a modal.

    See [Discord Docs/Label](https://docs.discord.com/developers/components/reference#label).
    """

    _needed = ("label", "component")

    label: Annotated[str, Length(1, 45)] | None = None
    """The caption, at most 45 characters."""
    component: ReceivedComponent | None = None
    """The input."""
    description: Annotated[str, Length(1, 100)] | None = None
    """More text, at most 100 characters."""
    type: ComponentType = ComponentType.LABEL
    """Kind of component."""
    id: ComponentId | None = None
    """Number of your own, unique in the modal."""

    def _rules(self) -> Iterable[Problem]:
        """Yield whether what stands below the label cannot."""
        yield from misplaced("component", self.component, (LabelChild,), "an input or menu")
