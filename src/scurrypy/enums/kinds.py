"""Kinds of components, commands and interactions: what a message tells of them."""

from scurrypy.enums.enum_types import DiscordTypes


class CommandType(DiscordTypes):
    """Kinds of application commands.

    See [Discord Docs/Application Command Types](https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-types).
    """

    CHAT_INPUT = 1
    """A slash command."""
    USER = 2
    """An entry in the menu of a user."""
    MESSAGE = 3
    """An entry in the menu of a message."""
    PRIMARY_ENTRY_POINT = 4
    """What starts the application's activity."""


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


class InteractionType(DiscordTypes):
    """Kinds of interactions.

    See [Discord Docs/Interaction Type](https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object-interaction-type).
    """

    PING = 1
    """Discord checks that the endpoint lives."""
    APPLICATION_COMMAND = 2
    """A command was used."""
    MESSAGE_COMPONENT = 3
    """A component of a message was used."""
    APPLICATION_COMMAND_AUTOCOMPLETE = 4
    """An option is being typed and wants suggestions."""
    MODAL_SUBMIT = 5
    """A modal was sent off."""
    SOCIAL_LAYER_SKU_PURCHASE_ELIGIBILITY = 6
    """Discord asks whether a user may buy a SKU."""
