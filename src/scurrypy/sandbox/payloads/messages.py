"""Messages on the wire.

See [Discord Docs/Messages Resource](https://docs.discord.com/developers/resources/message).
"""

import copy
from typing import Any

from scurrypy.sandbox.clock import iso
from scurrypy.sandbox.payloads.channels import channel_payload
from scurrypy.sandbox.payloads.members import bare_member
from scurrypy.sandbox.payloads.users import user_payload
from scurrypy.sandbox.records import Attachment, Message, Reaction
from scurrypy.sandbox.state import State


def message_payload(state: State, message: Message, viewer_id: int | None = None) -> dict[str, Any]:
    """Return a message as the HTTP API gives it.

    Args:
        state: The world.
        message: The message.
        viewer_id: User it is shown to, which tells whether a reaction is `me`.
    """
    payload = bare_message(state, message, viewer_id)
    if message.reference is not None and message.reference.get("type", 0) == 0 and message.type in (19, 21):
        channel_id = int(message.reference["channel_id"])
        referenced = state.messages[channel_id].get(int(message.reference["message_id"]))
        payload["referenced_message"] = referenced and bare_message(state, referenced, viewer_id)
    return payload


def message_event(state: State, message: Message) -> dict[str, Any]:
    """Return a message as MESSAGE_CREATE and MESSAGE_UPDATE carry it: with the author's membership."""
    payload = message_payload(state, message)
    channel = state.channels[message.channel_id]
    payload["channel_type"] = channel.type
    if channel.guild_id is None:
        return payload
    payload["guild_id"] = str(channel.guild_id)
    members = state.guilds[channel.guild_id].members
    if message.webhook_id is None and message.author_id in members:
        payload["member"] = bare_member(members[message.author_id])
    for user in payload["mentions"]:
        member = members.get(int(user["id"]))
        if member is not None:
            user["member"] = bare_member(member)
    return payload


def bare_message(state: State, message: Message, viewer_id: int | None = None) -> dict[str, Any]:
    """Return a message without the one it refers to."""
    payload: dict[str, Any] = {
        "id": str(message.id),
        "channel_id": str(message.channel_id),
        "author": author_payload(state, message),
        "type": message.type,
        "content": message.content,
        "timestamp": iso(message.timestamp),
        "edited_timestamp": None if message.edited_at is None else iso(message.edited_at),
        "tts": message.tts,
        "mention_everyone": message.mention_everyone,
        "mentions": [user_payload(state.users[id]) for id in message.mention_ids if id in state.users],
        "mention_roles": [str(role_id) for role_id in message.mention_role_ids],
        "attachments": [attachment_payload(state, attachment) for attachment in message.attachments],
        "embeds": copy.deepcopy(message.embeds),
        "components": copy.deepcopy(message.components),
        "pinned": message.pinned_at is not None,
        "flags": message.flags,
    }
    return payload | _optional_fields(state, message, viewer_id)


def _optional_fields(state: State, message: Message, viewer_id: int | None) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    if message.reactions:
        fields["reactions"] = [reaction_payload(reaction, viewer_id) for reaction in message.reactions.values()]
    if message.sticker_ids:
        fields["sticker_items"] = _sticker_items(state, message)
    for name, value in _optional_values(message).items():
        if value is not None:
            fields[name] = copy.deepcopy(value)
    thread = state.channels.get(message.id)
    if thread is not None and thread.id != message.channel_id:
        fields["thread"] = channel_payload(state, thread, viewer_id)
    return fields


def _optional_values(message: Message) -> dict[str, Any]:
    return {
        "nonce": message.nonce,
        "position": message.position,
        "webhook_id": message.webhook_id and str(message.webhook_id),
        "application_id": message.application_id and str(message.application_id),
        "message_reference": message.reference,
        "message_snapshots": message.snapshots or None,
        "interaction_metadata": message.interaction_metadata,
        "interaction": _interaction(message.interaction_metadata),
        "poll": message.poll,
    }


def author_payload(state: State, message: Message) -> dict[str, Any]:
    """Return who wrote a message."""
    if message.webhook_author is not None:
        return dict(message.webhook_author)
    return user_payload(state.users[message.author_id])


def attachment_payload(state: State, attachment: Attachment) -> dict[str, Any]:
    """Return a file on a message."""
    url = state.files.signed_url(attachment.path)
    payload: dict[str, Any] = {
        "id": str(attachment.id),
        "filename": attachment.filename,
        "size": attachment.size,
        "url": url,
        "proxy_url": url,
    }
    for name in ("content_type", "description", "title", "width", "height", "duration_secs", "waveform"):
        value = getattr(attachment, name)
        if value is not None:
            payload[name] = value
    if attachment.ephemeral:
        payload["ephemeral"] = True
    if attachment.flags:
        payload["flags"] = attachment.flags
    return payload


def reaction_payload(reaction: Reaction, viewer_id: int | None) -> dict[str, Any]:
    """Return how often a message was reacted to with an emoji."""
    return {
        "emoji": dict(reaction.emoji),
        "count": len(reaction.user_ids),
        "count_details": {"burst": 0, "normal": len(reaction.user_ids)},
        "burst_colors": [],
        "me_burst": False,
        "burst_me": False,
        "me": viewer_id in reaction.user_ids,
        "burst_count": 0,
    }


def _sticker_items(state: State, message: Message) -> list[dict[str, Any]]:
    stickers = {id: sticker for guild in state.guilds.values() for id, sticker in guild.stickers.items()}
    return [
        {"id": str(id), "name": stickers[id].name, "format_type": stickers[id].format_type}
        for id in message.sticker_ids
        if id in stickers
    ]


def _interaction(metadata: dict[str, Any] | None) -> dict[str, Any] | None:
    """Return the older and shorter form of an interaction's metadata, which commands alone have."""
    if metadata is None or metadata["type"] != 2:
        return None
    return {name: metadata[name] for name in ("id", "type", "name", "user")}
