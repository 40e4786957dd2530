"""What a message is made of on the wire: the body, and the files beside it. What the caller gave is never changed."""

import os
from collections.abc import Iterable, Mapping, Sequence
from types import NoneType
from typing import Any, TypeAlias, cast

import msgspec

from scurrypy import http, params
from scurrypy.api.messages.attachment import AttachmentModel, AttachmentPart
from scurrypy.api.messages.embed import Embed
from scurrypy.api.messages.message import TEXT_OF_A_MESSAGE, MessagePart
from scurrypy.api.messages.rules import beside_components_v2, has_components_v2
from scurrypy.bases.components import ActionRowChild, Component, ContainerChild
from scurrypy.enums.message import MessageFlags
from scurrypy.resources.base_resource import class_name
from scurrypy.resources.changes import changes
from scurrypy.wire.checking import check
from scurrypy.wire.errors import InvalidRequest, refuse
from scurrypy.wire.model import serialize
from scurrypy.wire.types import Serialized
from scurrypy.wire.upload import File, FilePath, Upload, description_of, upload_of

Files: TypeAlias = list[File]
"""Files to upload, in the order of the attachments they belong to."""

Attachment: TypeAlias = AttachmentPart | AttachmentModel | Upload | FilePath
"""An attachment to send, or one to keep; text or a path names a file to send."""


def create_body(
    message: str | MessagePart, *, ephemeral: bool | None = None, suppress_embeds: bool | None = None
) -> tuple[Serialized, Files]:
    """Return the body and the files of a new message.

    Args:
        message: The message, or just its text.
        ephemeral: Whether only one user is to see it; None to leave it to the message's own flags.
        suppress_embeds: Whether links show no embeds; None to leave it to the message's own flags.

    Raises:
        InvalidRequest: it is no message, or something in it exceeds a limit of Discord's.
    """
    if type(message) is str and message and TEXT_OF_A_MESSAGE.problem(message) is None:
        # Most messages are text alone, and of that there is nothing else to check: 4 µs less.
        body: Serialized = {"content": message}
        files: Files = []
    else:
        body, files = _whole_body(_message_part(message))
    _set_flag(body, MessageFlags.EPHEMERAL, ephemeral)
    _set_flag(body, MessageFlags.SUPPRESS_EMBEDS, suppress_embeds)
    return body, files


def _whole_body(part: MessagePart) -> tuple[Serialized, Files]:
    if not (part.attachments is None and part.embeds is None and part.components is None):
        _check_lists({"attachments": part.attachments, "embeds": part.embeds, "components": part.components})
    check(part)
    body = (msgspec.structs.replace(part, attachments=None) if part.attachments else part).to_dict()
    return body, _take_attachments(body, part.attachments)


def check_sizes(files: Files, most: int | None) -> None:
    """Refuse a file that is known to be too large.

    Args:
        files: The files.
        most: Bytes that each may have; None where that is not known.

    Raises:
        InvalidRequest: one is larger.
        InvalidFile: one cannot be read.
    """
    if most is None:
        return
    for number, file in enumerate(files):
        upload = upload_of(file)
        size = http.content_of(upload).size
        if size is not None and size > most:
            raise InvalidRequest(f"files[{number}]", f"at most {most} bytes", f"{size} bytes ({upload.filename})")


def edit_body(
    options: Mapping[str, Any], *, suppress_embeds: bool | None = None, kind: type[Any] | None = None
) -> tuple[Serialized, Files]:
    """Return the body and the files of changes to a message; a key that is None stays, and clears.

    Args:
        options: The changes.
        suppress_embeds: Whether links show no embeds; None to leave it to the flags in `options`.
        kind: The typed mapping of the edit; `EditMessageParams` unless given.

    Raises:
        InvalidRequest: a list is none or holds what it cannot, or something exceeds a limit of Discord's.
    """
    _check_lists(options)
    changes(params.EditMessageParams if kind is None else kind, options)
    if has_components_v2(options.get("flags")):
        refuse(list(beside_components_v2(options)))
    attachments = options.get("attachments")
    body: Serialized = serialize({**options, "attachments": None} if attachments else options)
    files = _take_attachments(body, attachments)
    _set_flag(body, MessageFlags.SUPPRESS_EMBEDS, suppress_embeds)
    return body, files


def _message_part(message: object) -> MessagePart:
    if isinstance(message, MessagePart):
        return message
    if isinstance(message, str):
        return MessagePart(content=message)
    accepted = "text or a MessagePart"
    if isinstance(message, Embed):
        accepted += "; put it in MessagePart(embeds=[…])"
    elif isinstance(message, Component):
        accepted += "; put it in MessagePart(components=[…])"
    raise InvalidRequest("message", accepted, class_name(message))


def _check_lists(given: Mapping[str, object]) -> None:
    """Refuse a list of a message that is no list, or holds what cannot stand there; mappings are taken as they are."""
    for name, (accepted, kinds) in _HOLDS.items():
        values = given.get(name)
        if values is None:
            continue
        if not isinstance(values, Sequence) or isinstance(values, (str, bytes)):
            raise InvalidRequest(name, f"a list, as in {name}=[…]", class_name(values))
        for place, value in enumerate(cast("Sequence[object]", values)):
            path = f"{name}[{place}]"
            if not isinstance(value, kinds):
                raise InvalidRequest(path, accepted, class_name(value))
            if name == "components" and isinstance(value, ActionRowChild):
                raise InvalidRequest(path, "it stands in a row only; put it in an ActionRow", class_name(value))


_HOLDS: dict[str, tuple[str, tuple[type, ...]]] = {
    "attachments": (
        "a path, an AttachmentPart or an Upload",
        (AttachmentPart, AttachmentModel, Upload, str, os.PathLike),
    ),
    "embeds": ("an Embed", (Embed, Mapping, NoneType)),
    "components": ("a component", (Component, ContainerChild, Mapping, NoneType)),
}
"""What each list of a message holds, in words and as classes; None is left out when it is sent."""


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
        return description_of(attachment), attachment
    if not isinstance(attachment, AttachmentPart):
        attachment = AttachmentPart(os.fspath(attachment))
    upload = attachment.upload
    if upload is None or attachment.filename is not None or attachment.content is not None:
        return attachment.to_dict(), upload
    return attachment.to_dict(), attachment.path


def _set_flag(body: Serialized, flag: MessageFlags, wanted: bool | None) -> None:
    if wanted is None:
        return
    flags = MessageFlags(body.get("flags") or 0)
    body["flags"] = flags | flag if wanted else flags & ~flag
