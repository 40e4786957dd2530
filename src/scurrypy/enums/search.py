"""What messages and threads are searched for, and in which order they come."""

from scurrypy.enums.enum_types import DiscordString


class SortingMode(DiscordString):
    """What found messages are sorted by.

    See [Discord Docs/Search Sort Modes](https://docs.discord.com/developers/resources/message#search-guild-messages-search-sort-modes).
    """

    RELEVANCE = "relevance"
    """How well they match; the order cannot be turned around."""
    TIMESTAMP = "timestamp"
    """When they were written."""


class SortingOrder(DiscordString):
    """In which direction what was found is sorted.

    See [Discord Docs/Search Guild Messages](https://docs.discord.com/developers/resources/message#search-guild-messages).
    """

    ASC = "asc"
    """Least first."""
    DESC = "desc"
    """Greatest first."""


class AuthorType(DiscordString):
    """Who wrote the messages searched for, or who did not.

    See [Discord Docs/Author Types](https://docs.discord.com/developers/resources/message#search-guild-messages-author-types).
    """

    USER = "user"
    """People."""
    BOT = "bot"
    """Bots."""
    WEBHOOK = "webhook"
    """Webhooks."""
    NO_USER = "-user"
    """Anyone but people."""
    NO_BOT = "-bot"
    """Anyone but bots."""
    NO_WEBHOOK = "-webhook"
    """Anyone but webhooks."""


class HasOption(DiscordString):
    """What the messages searched for have, or have not.

    See [Discord Docs/Search Has Types](https://docs.discord.com/developers/resources/message#search-guild-messages-search-has-types).
    """

    LINK = "link"
    """A link."""
    EMBED = "embed"
    """An embed."""
    FILE = "file"
    """An attachment."""
    IMAGE = "image"
    """An image."""
    VIDEO = "video"
    """A video."""
    SOUND = "sound"
    """A sound as attachment."""
    STICKER = "sticker"
    """A sticker."""
    POLL = "poll"
    """A poll."""
    SNAPSHOT = "snapshot"
    """A forwarded message."""
    NO_LINK = "-link"
    """No link."""
    NO_EMBED = "-embed"
    """No embed."""
    NO_FILE = "-file"
    """No attachment."""
    NO_IMAGE = "-image"
    """No image."""
    NO_VIDEO = "-video"
    """No video."""
    NO_SOUND = "-sound"
    """No sound as attachment."""
    NO_STICKER = "-sticker"
    """No sticker."""
    NO_POLL = "-poll"
    """No poll."""
    NO_SNAPSHOT = "-snapshot"
    """No forwarded message."""


class SearchableEmbedType(DiscordString):
    """Embeds that can be searched for; coarser than the types embeds have.

    See [Discord Docs/Search Embed Types](https://docs.discord.com/developers/resources/message#search-guild-messages-search-embed-types).
    """

    IMAGE = "image"
    """An image."""
    VIDEO = "video"
    """A video."""
    GIFV = "gif"
    """An animation; in messages before 2026-02-24 not always found."""
    SOUND = "sound"
    """A sound."""
    ARTICLE = "article"
    """An article."""


class ThreadSortingMode(DiscordString):
    """What found threads are sorted by."""

    RELEVANCE = "relevance"
    """How well they match."""
    CREATION_TIME = "creation_time"
    """When they were created."""
    LAST_MESSAGE_TIME = "last_message_time"
    """When something was last written in them."""
    ARCHIVE_TIME = "archive_time"
    """When they were last archived or unarchived."""
