"""Kinds and styles of message and modal components."""

from scurrypy.enums.enum_types import DiscordString, DiscordTypes


class ComponentType(DiscordTypes):
    """Kinds of components.

    See [Discord Docs/Component Types](https://docs.discord.com/developers/components/reference#component-object-component-types).
    """

    ACTION_ROW = 1
    """A row of buttons, or one select menu."""
    BUTTON = 2
    """A button."""
    STRING_SELECT = 3
    """A menu of given choices."""
    TEXT_INPUT = 4
    """A text field in a modal."""
    USER_SELECT = 5
    """A menu of users."""
    ROLE_SELECT = 6
    """A menu of roles."""
    MENTIONABLE_SELECT = 7
    """A menu of users and roles."""
    CHANNEL_SELECT = 8
    """A menu of channels."""
    SECTION = 9
    """Text beside an accessory."""
    TEXT_DISPLAY = 10
    """Markdown text."""
    THUMBNAIL = 11
    """A small image beside text."""
    MEDIA_GALLERY = 12
    """Images and videos."""
    FILE = 13
    """A file."""
    SEPARATOR = 14
    """Space between components."""
    CONTAINER = 17
    """A frame around components."""
    LABEL = 18
    """A caption for an input of a modal."""
    FILE_UPLOAD = 19
    """A field for files in a modal."""
    RADIO_GROUP = 21
    """One choice out of several, in a modal."""
    CHECKBOX_GROUP = 22
    """Some choices out of several, in a modal."""
    CHECKBOX = 23
    """A yes or no, in a modal."""


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
