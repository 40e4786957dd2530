"""Channels and threads on the wire: each type with the fields it has.

See [Discord Docs/Channels Resource](https://docs.discord.com/developers/resources/channel).
"""

from typing import Any

from scurrypy.sandbox.clock import iso
from scurrypy.sandbox.payloads.users import user_payload
from scurrypy.sandbox.records import Channel, Overwrite, ThreadMember
from scurrypy.sandbox.records.channels import ANNOUNCEMENT, CATEGORY, TEXT
from scurrypy.sandbox.state import State


def channel_payload(state: State, channel: Channel, viewer_id: int | None = None) -> dict[str, Any]:
    """Return a channel of any type.

    Args:
        state: The world.
        channel: The channel.
        viewer_id: User it is shown to: direct messages leave the viewer out of the recipients, and a thread
            tells the viewer's own membership.
    """
    payload: dict[str, Any] = {
        "id": str(channel.id),
        "type": channel.type,
        "flags": channel.flags,
        "last_message_id": _id(channel.last_message_id),
    }
    if channel.is_dm:
        others = [state.users[id] for id in channel.recipient_ids if id != viewer_id]
        return payload | {"recipients": [user_payload(user) for user in others]} | _pins(channel)
    payload |= {"guild_id": str(channel.guild_id), "name": channel.name, "parent_id": _id(channel.parent_id)}
    if channel.is_thread:
        return payload | _pins(channel) | _thread_fields(channel, viewer_id)
    payload |= {
        "position": channel.position,
        "permission_overwrites": [overwrite_payload(overwrite) for overwrite in channel.overwrites.values()],
        "nsfw": channel.nsfw,
    }
    if channel.type == CATEGORY:
        return payload
    payload |= {"topic": channel.topic, "rate_limit_per_user": channel.rate_limit_per_user}
    if channel.is_voice:
        return payload | _voice_fields(channel)
    return payload | _text_fields(channel) | (_forum_fields(channel) if channel.is_forum else {})


def overwrite_payload(overwrite: Overwrite) -> dict[str, Any]:
    """Return a permission overwrite."""
    return {
        "id": str(overwrite.id),
        "type": overwrite.type,
        "allow": str(overwrite.allow),
        "deny": str(overwrite.deny),
    }


def thread_member_payload(thread: Channel, member: ThreadMember) -> dict[str, Any]:
    """Return a user's membership in a thread."""
    return {
        "id": str(thread.id),
        "user_id": str(member.user_id),
        "join_timestamp": iso(member.joined_at),
        "flags": member.flags,
    }


def _text_fields(channel: Channel) -> dict[str, Any]:
    fields: dict[str, Any] = {"default_thread_rate_limit_per_user": channel.default_thread_rate_limit_per_user}
    if channel.default_auto_archive_duration is not None:
        # Discord leaves it out when it is not set; hikari relies on that.
        fields["default_auto_archive_duration"] = channel.default_auto_archive_duration
    return fields | (_pins(channel) if channel.type in (TEXT, ANNOUNCEMENT) else {})


def _voice_fields(channel: Channel) -> dict[str, Any]:
    return {
        "bitrate": channel.bitrate,
        "user_limit": channel.user_limit,
        "rtc_region": channel.rtc_region,
        "video_quality_mode": channel.video_quality_mode,
    }


def _forum_fields(channel: Channel) -> dict[str, Any]:
    return {
        "available_tags": [dict(tag) for tag in channel.available_tags],
        "default_reaction_emoji": channel.default_reaction_emoji and dict(channel.default_reaction_emoji),
        "default_sort_order": channel.default_sort_order,
        "default_forum_layout": channel.default_forum_layout,
    }


def _thread_fields(thread: Channel, viewer_id: int | None) -> dict[str, Any]:
    metadata: dict[str, Any] = {
        "archived": thread.archived,
        "archive_timestamp": iso(thread.archived_at),
        "auto_archive_duration": thread.auto_archive_duration,
        "locked": thread.locked,
        "create_timestamp": iso(thread.created_at),
    }
    if thread.is_private_thread:
        metadata["invitable"] = bool(thread.invitable)
    fields: dict[str, Any] = {
        "owner_id": _id(thread.owner_id),
        "rate_limit_per_user": thread.rate_limit_per_user,
        "thread_metadata": metadata,
        "message_count": thread.message_count,
        "member_count": min(50, len(thread.thread_members)),
        "total_message_sent": thread.total_message_sent,
        "applied_tags": [str(tag_id) for tag_id in thread.applied_tags],
    }
    own = thread.thread_members.get(viewer_id) if viewer_id is not None else None
    if own is not None:
        fields["member"] = thread_member_payload(thread, own)
    return fields


def _pins(channel: Channel) -> dict[str, Any]:
    return {"last_pin_timestamp": None if channel.last_pin_at is None else iso(channel.last_pin_at)}


def _id(value: int | None) -> str | None:
    return None if value is None else str(value)
