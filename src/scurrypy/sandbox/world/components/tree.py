"""Walks through components, wherever they are nested, and ties them to the files of their message."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from scurrypy.sandbox.world.components.kinds import Kind

Component = dict[str, Any]

_SCHEME = "attachment://"


def walk(components: Iterable[Component]) -> Iterator[Component]:
    """Yield every component in the order it is shown, each before what it holds."""
    for component in components:
        yield component
        yield from walk(component.get("components", ()))
        yield from walk(component[name] for name in ("accessory", "component") if component.get(name))


def media_items(components: Iterable[Component]) -> Iterator[tuple[Component, dict[str, Any]]]:
    """Yield every media item, each with the component that shows it."""
    for component in walk(components):
        for name in ("media", "file"):
            if name in component:
                yield component, component[name]
        for item in component.get("items", ()):
            yield component, item["media"]


def referenced_files(components: Iterable[Component]) -> set[str]:
    """Return the names of the files that components show out of their own message."""
    urls = (media["url"] for _, media in media_items(components))
    return {url.removeprefix(_SCHEME) for url in urls if url.startswith(_SCHEME)}


def attach_files(components: Sequence[Component], attachments: Iterable[Mapping[str, Any]]) -> None:
    """Fill in, in place, the media items that show a file of the message.

    Args:
        components: Components as `validate_components` returns them.
        attachments: The message's attachments in wire form.
    """
    files = {str(attachment["filename"]): attachment for attachment in attachments}
    for component, media in media_items(components):
        attachment = files.get(media["url"].removeprefix(_SCHEME)) if media["url"].startswith(_SCHEME) else None
        if attachment is None:
            continue
        for name in ("url", "proxy_url", "width", "height", "content_type"):
            if name in attachment:
                media[name] = attachment[name]
        media["attachment_id"] = attachment["id"]
        if component["type"] == Kind.FILE:
            component["name"], component["size"] = attachment["filename"], attachment["size"]
