"""Kinds and styles of message and modal components."""

from scurrypy.enums.enum_types import DiscordString, DiscordTypes
from scurrypy.enums.kinds import ComponentType

__all__ = ["ButtonStyle", "ComponentType", "DefaultValueType", "FileTypeGroup", "SeparatorType", "TextInputStyle"]


class ButtonStyle(DiscordTypes):
    """Looks and purposes of buttons.

    See [Discord Docs/Button Styles](https://docs.discord.com/developers/components/reference#button-button-styles).
    """

    PRIMARY = 1
    """The main choice."""
    SECONDARY = 2
    """Another choice."""
    SUCCESS = 3
    """A confirmation."""
    DANGER = 4
    """Something that cannot be undone."""
    LINK = 5
    """Opens a URL; sends no interaction."""
    PREMIUM = 6
    """Offers a SKU; sends no interaction."""


class SeparatorType(DiscordTypes):
    """Sizes of a separator.

    See [Discord Docs/Separator](https://docs.discord.com/developers/components/reference#separator).
    """

    SMALL_PADDING = 1
    """Small."""
    LARGE_PADDING = 2
    """Large."""


class TextInputStyle(DiscordTypes):
    """Heights of a text field.

    See [Discord Docs/Text Input Styles](https://docs.discord.com/developers/components/reference#text-input-text-input-styles).
    """

    SHORT = 1
    """One line."""
    PARAGRAPH = 2
    """Several lines."""


class FileTypeGroup(DiscordString):
    """Kinds of files that a file upload, or an option of a command, may be limited to.

    See [Discord Docs/File Type Filtering](https://docs.discord.com/developers/reference#file-type-filtering).
    """

    IMAGE = "image"
    """Images, such as `.png`."""
    VIDEO = "video"
    """Videos, such as `.mp4`."""
    AUDIO = "audio"
    """Sound, such as `.mp3`."""


class DefaultValueType(DiscordString):
    """What the id of a default value names.

    See [Discord Docs/Select Default Value](https://docs.discord.com/developers/components/reference#user-select-select-default-value-structure).
    """

    USER = "user"
    """A user."""
    ROLE = "role"
    """A role."""
    CHANNEL = "channel"
    """A channel."""
