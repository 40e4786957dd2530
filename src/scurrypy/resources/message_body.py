"""What a message is made of on the wire: the body, and the files beside it. What the caller gave is never changed."""

import os
from collections.abc import Iterable, Mapping
from typing import Any, TypeAlias, cast

import msgspec

from scurrypy.api.messages.attachment import AttachmentModel, AttachmentPart
from scurrypy.api.messages.message import MessagePart
from scurrypy.enums.message import MessageFlags
from scurrypy.wire.errors import InvalidRequest
from scurrypy.wire.model import serialize
from scurrypy.wire.types import Serialized
from scurrypy.wire.upload import Upload

File: TypeAlias = str | os.PathLike[str] | Upload
"""A file to upload."""

Files: TypeAlias = list[File]
"""Files to upload, in the order of the attachments they belong to."""

Attachment: TypeAlias = AttachmentPart | AttachmentModel | Upload
"""An attachment to send, or one to keep."""

_MAX_CONTENT = 2000
_MAX_EMBEDS = 10


def create_body(
    message: str | MessagePart, *, ephemeral: bool | None = None, suppress_embeds: bool | None = None
) -> tuple[Serialized, Files]:
    """Return the body and the files of a new message.

    Args:
        message: The message, or just its text.
        ephemeral: Whether only one user is to see it; None to leave it to the message's own flags.
        suppress_embeds: Whether links show no embeds; None to leave it to the message's own flags.

    Raises:
        InvalidRequest: the text or the number of embeds exceeds Discord's limit.
    """
    part = MessagePart(content=message) if isinstance(message, str) else message
    body = msgspec.structs.replace(part, attachments=None).to_dict()
    files = _take_attachments(body, part.attachments)
    _set_flag(body, MessageFlags.EPHEMERAL, ephemeral)
    _set_flag(body, MessageFlags.SUPPRESS_EMBEDS, suppress_embeds)
    _check(body)
    return body, files


def edit_body(options: Mapping[str, Any], *, suppress_embeds: bool | None = None) -> tuple[Serialized, Files]:
    """Return the body and the files of changes to a message; a key that is None stays, and clears.

    Args:
        options: The changes.
        suppress_embeds: Whether links show no embeds; None to leave it to the flags in `options`.

    Raises:
        InvalidRequest: the text or the number of embeds exceeds Discord's limit.
    """
    attachments = options.get("attachments")
    body: Serialized = serialize({**options, "attachments": None} if attachments else options)
    files = _take_attachments(body, attachments)
    _set_flag(body, MessageFlags.SUPPRESS_EMBEDS, suppress_embeds)
    _check(body)
    return body, files


def _take_attachments(body: Serialized, attachments: Iterable[Attachment] | None) -> Files:
    """Describe the attachments in `body`, and return the files among them.

    An attachment with an id is one that the message has already, and keeps. The others are numbered in order: that
    is how Discord finds the file that belongs to the description.
    """
    files: Files = []
    if attachments is None:
        return files
    described: list[Serialized] = []
    for attachment in attachments:
        entry, file = _describe(attachment)
        if file is not None:
            entry["id"] = len(files)
            files.append(file)
        described.append(entry)
    body["attachments"] = described
    return files


def _describe(attachment: Attachment) -> tuple[Serialized, File | None]:
    """Return what is said about an attachment, and its file unless the message has it already."""
    if isinstance(attachment, AttachmentModel):
        return {"id": attachment.id}, None
    if isinstance(attachment, Upload):
        entry: Serialized = {"filename": attachment.filename}
        if attachment.description is not None:
            entry["description"] = attachment.description
        return entry, attachment
    entry = attachment.to_dict()
    path = attachment.path
    if path is not None and attachment.filename is not None:
        return entry, Upload(attachment.filename, path)
    return entry, path


def _set_flag(body: Serialized, flag: MessageFlags, wanted: bool | None) -> None:
    if wanted is None:
        return
    flags = MessageFlags(body.get("flags") or 0)
    body["flags"] = flags | flag if wanted else flags & ~flag


def _check(body: Serialized) -> None:
    content = body.get("content")
    if isinstance(content, str) and len(content) > _MAX_CONTENT:
        raise InvalidRequest("content", f"at most {_MAX_CONTENT} characters", len(content))
    embeds = cast("list[Any]", body.get("embeds") or [])
    if len(embeds) > _MAX_EMBEDS:
        raise InvalidRequest("embeds", f"at most {_MAX_EMBEDS}", len(embeds))
