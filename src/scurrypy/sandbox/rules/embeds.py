"""What an embed may hold.

See [Discord Docs/Embed Limits](https://docs.discord.com/developers/resources/message#embed-object-embed-limits).
"""

from typing import Any

from scurrypy.sandbox.rules.fields import flag, text, whole
from scurrypy.sandbox.rules.shapes import items, model, moment, url
from scurrypy.sandbox.rules.validation import Problems

MOST_TEXT = 6000
"""Characters of all embeds of one message together."""

_MEDIA = {"url": url(required=True)}
_FIELD = {
    "name": text(required=True, least=1, most=256),
    "value": text(required=True, least=1, most=1024),
    "inline": flag(default=False),
}
_EMBED = {
    "title": text(most=256),
    "description": text(most=4096),
    "url": url(),
    "timestamp": moment(),
    "color": whole(least=0, most=0xFFFFFF),
    "footer": model({"text": text(required=True, least=1, most=2048), "icon_url": url()}),
    "image": model(_MEDIA),
    "thumbnail": model(_MEDIA),
    "author": model({"name": text(required=True, least=1, most=256), "url": url(), "icon_url": url()}),
    "fields": items(model(_FIELD), most=25),
}

_SHOWN = ("title", "description", "timestamp", "footer", "image", "thumbnail", "author", "fields")
"""What can be seen of an embed; one that has nothing of it is dropped."""

EMBEDS = items(model(_EMBED), most=10, nullable=True)
"""The `embeds` of a message."""


def check_embeds(embeds: list[dict[str, Any]], problems: Problems, path: str = "embeds") -> list[dict[str, Any]]:
    """Return embeds as they are stored, after checking what only shows in all of them together."""
    if sum(_text_size(embed) for embed in embeds) > MOST_TEXT:
        problems.add(path, "MAX_EMBED_SIZE_EXCEEDED", f"Embed size exceeds maximum size of {MOST_TEXT}")
    return [{"type": "rich"} | embed for embed in embeds if any(embed.get(part) for part in _SHOWN)]


def _text_size(embed: dict[str, Any]) -> int:
    texts = [embed.get("title", ""), embed.get("description", "")]
    texts += [embed.get("footer", {}).get("text", ""), embed.get("author", {}).get("name", "")]
    texts += [part for field in embed.get("fields", ()) for part in (field["name"], field["value"])]
    return sum(map(len, texts))
