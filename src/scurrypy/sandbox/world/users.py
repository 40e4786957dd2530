"""Users, and what they see of themselves.

See [Discord Docs/User Resource](https://docs.discord.com/developers/resources/user).
"""

from collections.abc import Mapping
from hashlib import md5
from typing import Any

from scurrypy.sandbox.dispatch import Dispatch
from scurrypy.sandbox.payloads.channels import channel_payload
from scurrypy.sandbox.payloads.users import own_user
from scurrypy.sandbox.records import Channel
from scurrypy.sandbox.records.channels import DM
from scurrypy.sandbox.rules.fields import read_fields, text
from scurrypy.sandbox.rules.images import EXTENSIONS, image_size
from scurrypy.sandbox.rules.shapes import identity, image
from scurrypy.sandbox.rules.validation import Problems, invalid
from scurrypy.sandbox.state import State
from scurrypy.sandbox.world.access import granted
from scurrypy.sandbox.world.actor import Actor

_OWN_FIELDS = {
    "username": text(least=2, most=32),
    "avatar": image(nullable=True),
    "banner": image(nullable=True),
}


def edit_own_user(state: State, actor: Actor, body: Mapping[str, Any]) -> dict[str, Any]:
    """Change one's own name or pictures."""
    problems = Problems()
    read = read_fields(body, _OWN_FIELDS, problems)
    problems.raise_if_any()
    user = state.find_user(actor.user_id)
    user.username = read.get("username", user.username)
    if "avatar" in read:
        user.avatar = store_picture(state, f"avatars/{user.id}", read["avatar"])
    if "banner" in read:
        user.banner = store_picture(state, f"banners/{user.id}", read["banner"])
    payload = own_user(user)
    if actor.application_id is not None:
        state.publish(Dispatch("USER_UPDATE", payload, application_id=actor.application_id))
    return payload


def store_picture(state: State, folder: str, data: bytes | None) -> str | None:
    """Store a picture and return its hash, by which its address is made; None takes it away."""
    if data is None:
        return None
    size = image_size(data)
    if size is None:
        raise invalid("image", "IMAGE_INVALID", "Invalid image data")
    mark = md5(data, usedforsecurity=False).hexdigest()
    if size.content_type == "image/gif":
        mark = f"a_{mark}"
    state.files.put(f"{folder}/{mark}.{EXTENSIONS[size.content_type]}", data, size.content_type)
    return mark


def list_own_guilds(
    state: State,
    actor: Actor,
    *,
    before: int | None = None,
    after: int | None = None,
    limit: int = 200,
    with_counts: bool = False,
) -> list[dict[str, Any]]:
    """Return the guilds the actor is in, by id."""
    guilds = sorted(state.guilds_of(actor.user_id), key=lambda guild: guild.id)
    guilds = [g for g in guilds if (after is None or g.id > after) and (before is None or g.id < before)]
    payloads: list[dict[str, Any]] = []
    for guild in guilds[-limit:] if before is not None else guilds[:limit]:
        payload: dict[str, Any] = {
            "id": str(guild.id),
            "name": guild.name,
            "icon": guild.icon,
            "banner": guild.banner,
            "owner": guild.owner_id == actor.user_id,
            "permissions": str(granted(state, guild, guild.members[actor.user_id])),
            "features": list(guild.features),
        }
        if with_counts:
            payload["approximate_member_count"] = len(guild.members)
            payload["approximate_presence_count"] = len(guild.presences)
        payloads.append(payload)
    return payloads


def create_dm(state: State, actor: Actor, body: Mapping[str, Any]) -> dict[str, Any]:
    """Return the direct message channel with another user, made at the first call."""
    problems = Problems()
    read = read_fields(body, {"recipient_id": identity(required=True)}, problems)
    problems.raise_if_any()
    other = state.users.get(read["recipient_id"])
    if other is None or other.id == actor.user_id:
        raise invalid("recipient_id", "INVALID_RECIPIENT", "Invalid Recipient(s)")
    channel = dm_between(state, actor.user_id, other.id)
    return channel_payload(state, channel, actor.user_id)


def dm_between(state: State, user_id: int, other_id: int) -> Channel:
    """Return the direct message channel of two users, made at the first call."""
    both = {user_id, other_id}
    for channel in state.channels.values():
        if channel.type == DM and set(channel.recipient_ids) == both:
            return channel
    channel = Channel(state.ids.next(), DM, recipient_ids=[user_id, other_id])
    state.channels[channel.id] = channel
    return channel
