"""What searches may ask, and what of a message they look at.

See [Discord Docs/Search Guild Messages](https://docs.discord.com/developers/resources/message#search-guild-messages).
"""

import re
from collections.abc import Callable, Collection, Mapping
from typing import Any, Final
from urllib.parse import urlsplit

from scurrypy.sandbox.records import Message
from scurrypy.sandbox.rules.fields import Field, flag, text, whole
from scurrypy.sandbox.rules.shapes import identity, ids, items

_PAGE: Mapping[str, Field] = {
    "slop": whole(least=0, most=100, default=2),
    "min_id": identity(),
    "max_id": identity(),
    "sort_order": text(choices=("asc", "desc"), default="desc"),
    "limit": whole(least=1, most=25, default=25),
    "offset": whole(least=0, most=9975, default=0),
}
_NAMES = items(text(most=256), most=100, default=[])


def _either(*names: str) -> list[str]:
    return [*names, *(f"-{name}" for name in names)]


MESSAGES: Final[Mapping[str, Field]] = {
    **_PAGE,
    "content": text(most=1024),
    "author_id": ids(most=100, default=[]),
    "author_type": items(text(choices=_either("user", "bot", "webhook")), most=6, default=[]),
    "mentions": ids(most=100, default=[]),
    "mentions_role_id": ids(most=100, default=[]),
    "mention_everyone": flag(),
    "replied_to_user_id": ids(most=100, default=[]),
    "replied_to_message_id": ids(most=100, default=[]),
    "channel_id": ids(most=500, default=[]),
    "has": items(
        text(choices=_either("link", "embed", "file", "image", "video", "sound", "sticker", "poll", "snapshot")),
        most=18,
        default=[],
    ),
    "embed_type": items(text(choices=("image", "video", "gif", "sound", "article")), most=5, default=[]),
    "embed_provider": _NAMES,
    "link_hostname": _NAMES,
    "attachment_extension": _NAMES,
    "attachment_filename": items(text(most=1024), most=100, default=[]),
    "pinned": flag(),
    "include_nsfw": flag(default=False),
    "sort_by": text(choices=("relevance", "timestamp"), default="timestamp"),
}
"""What a search for messages may ask."""

THREADS: Final[Mapping[str, Field]] = {
    **_PAGE,
    "name": text(most=100),
    "tag": ids(most=20, default=[]),
    "tag_setting": text(choices=("match_all", "match_some"), default="match_some"),
    "archived": flag(),
    "sort_by": text(
        choices=("relevance", "creation_time", "last_message_time", "archive_time"), default="last_message_time"
    ),
}
"""What a search for threads may ask."""

LISTS: Final = {
    "author_id", "author_type", "mentions", "mentions_role_id", "replied_to_user_id", "replied_to_message_id",
    "channel_id", "has", "embed_type", "embed_provider", "link_hostname", "attachment_extension",
    "attachment_filename", "tag",
}  # fmt: skip
"""What may stand in a query several times."""
FLAGS: Final = {"mention_everyone", "pinned", "include_nsfw", "archived"}
"""What is true or false in a query."""

_WORD = re.compile(r"\w+")
_LINK = re.compile(r"https?://[^\s<>]+")


def contains(content: str, wanted: str, slop: int) -> bool:
    """Return whether a text has the wanted words in their order, with at most `slop` others between two of them."""
    words = [word.casefold() for word in _WORD.findall(content)]
    sought = [word.casefold() for word in _WORD.findall(wanted)]
    ends = set(range(len(words)))
    for index, word in enumerate(sought):
        here = {place for place, each in enumerate(words) if each == word}
        near = {place for place in here if any(place - slop - 1 <= end < place for end in ends)}
        ends = near if index else here
    return bool(ends) or not sought


def links(message: Message) -> list[str]:
    """Return the links in a message's text."""
    return _LINK.findall(message.content)


def hostnames(message: Message) -> set[str]:
    """Return where the links in a message's text lead to."""
    return {(urlsplit(link).hostname or "").casefold() for link in links(message)}


def _media(kind: str) -> Callable[[Message], bool]:
    return lambda message: any((each.content_type or "").startswith(f"{kind}/") for each in message.attachments)


HAS: Final[Mapping[str, Callable[[Message], Any]]] = {
    "link": links,
    "embed": lambda message: message.embeds,
    "file": lambda message: message.attachments,
    "image": _media("image"),
    "video": _media("video"),
    "sound": _media("audio"),
    "sticker": lambda message: message.sticker_ids,
    "poll": lambda message: message.poll,
    "snapshot": lambda message: message.snapshots,
}
"""How to tell whether a message has something."""


def embed_kinds(message: Message) -> set[str]:
    """Return what kinds of embeds a message has, as searches call them."""
    kinds: set[str] = set()
    for embed in message.embeds:
        kinds |= {name for name in ("image", "video") if name in embed}
        named = {"gifv": "gif", "image": "image", "video": "video", "article": "article"}.get(embed.get("type", ""))
        kinds |= {named} if named else set()
    return kinds


def chosen(kinds: Collection[str], present: Callable[[str], Any]) -> bool:
    """Return whether a message is what every kind asks for; a kind with `-` before it asks for the contrary."""
    return all(bool(present(kind.removeprefix("-"))) != kind.startswith("-") for kind in kinds)
