"""What Discord accepts of what moderation says about a message of the Social SDK."""

from collections.abc import Mapping
from typing import Final

from scurrypy.wire.limits import Count, Length

_TEXTS: Final = Count(0, 5)
_NAME: Final = Length(0, 1024)
_TEXT: Final = Length(0, 2000)


def check_moderation_metadata(metadata: Mapping[str, str]) -> None:
    """Refuse what Discord would refuse.

    See [Discord Docs/Update Lobby Message Moderation Metadata](https://docs.discord.com/developers/resources/lobby#update-lobby-message-moderation-metadata).

    Raises:
        InvalidRequest: there are too many texts, or a text or its name is too long.
    """
    _TEXTS.check("metadata", metadata)
    for name, text in metadata.items():
        _NAME.check("a name in metadata", name)
        _TEXT.check(f"metadata[{name!r}]", text)
