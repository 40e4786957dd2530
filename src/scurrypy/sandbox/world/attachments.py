"""Files on messages."""

import mimetypes
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from scurrypy.sandbox.payloads.messages import attachment_payload
from scurrypy.sandbox.records import Attachment, UploadedFile
from scurrypy.sandbox.rules.codes import Code
from scurrypy.sandbox.rules.images import image_size
from scurrypy.sandbox.state import State

MOST_FILES = 10
"""Files on one message."""
MOST_BYTES = 10 * 1024 * 1024
"""Bytes of one file, in a guild that is not boosted."""

_UNUSUAL = re.compile(r"[^A-Za-z0-9_.\-]")
_FORM_FIELD = re.compile(r"files?\[?(\d+)\]?")
_SCHEME = "attachment://"


def store_uploads(
    state: State,
    channel_id: int,
    files: Sequence[UploadedFile],
    described: Sequence[Mapping[str, Any]],
    *,
    ephemeral: bool = False,
) -> list[Attachment]:
    """Store the files that came with a message and return what hangs on it.

    Args:
        state: The world.
        channel_id: Channel of the message.
        files: The files.
        described: What the request says of files, each under `id` by the number in the file's form field.
        ephemeral: Whether the message is ephemeral.
    """
    by_number = {str(entry["id"]): entry for entry in described}
    numbered = {number_of(file, index): file for index, file in enumerate(files)}
    new = [entry for entry in described if len(str(entry["id"])) < 15]
    if any(str(entry["id"]) not in numbered for entry in new):
        raise Code.UPLOAD_NOT_FOUND.error()
    if any(len(file.data) > MOST_BYTES for file in files):
        raise Code.REQUEST_TOO_LARGE.error()
    return [
        _store(state, channel_id, file, by_number.get(number, {}), ephemeral=ephemeral)
        for number, file in numbered.items()
    ]


def number_of(file: UploadedFile, index: int) -> str:
    """Return the number by which a request refers to a file: the one in its form field, or its place."""
    named = _FORM_FIELD.fullmatch(file.field_name)
    return named[1] if named else str(index)


def _store(
    state: State, channel_id: int, file: UploadedFile, described: Mapping[str, Any], *, ephemeral: bool
) -> Attachment:
    original = described.get("filename") or file.filename
    filename = _UNUSUAL.sub("", original.replace(" ", "_")).lstrip(".") or "unknown"
    id = state.ids.next()
    size = image_size(file.data)
    content_type = size.content_type if size else file.content_type or mimetypes.guess_type(filename)[0]
    attachment = Attachment(
        id=id,
        filename=filename,
        size=len(file.data),
        content_type=content_type,
        path=f"{'ephemeral-' if ephemeral else ''}attachments/{channel_id}/{id}/{filename}",
        description=described.get("description"),
        title=described.get("title") or (original.rpartition(".")[0] or original if filename != original else None),
        width=size and size.width,
        height=size and size.height,
        duration_secs=described.get("duration_secs"),
        waveform=described.get("waveform"),
        ephemeral=ephemeral,
        flags=1 << 3 if described.get("is_spoiler") else 0,
    )
    state.files.put(attachment.path, file.data, content_type)
    return attachment


def show_in_embeds(state: State, embeds: Iterable[dict[str, Any]], attachments: Sequence[Attachment]) -> set[int]:
    """Replace `attachment://` in embeds by the files' addresses, and give every picture its proxy address.

    Returns:
        Ids of the files that embeds show, which no longer stand among the attachments.
    """
    by_name = {attachment.filename: attachment for attachment in attachments}
    shown: set[int] = set()
    for embed in embeds:
        for part, key in (("image", "url"), ("thumbnail", "url"), ("footer", "icon_url"), ("author", "icon_url")):
            holder = embed.get(part)
            if not holder or key not in holder:
                continue
            attachment = by_name.get(holder[key].removeprefix(_SCHEME)) if holder[key].startswith(_SCHEME) else None
            if attachment is not None:
                shown.add(attachment.id)
                wire = attachment_payload(state, attachment)
                holder[key] = wire["url"]
                if key == "url":
                    holder |= {name: wire[name] for name in ("width", "height", "content_type") if name in wire}
            holder["proxy_url" if key == "url" else "proxy_icon_url"] = holder[key]
    return shown
