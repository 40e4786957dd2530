"""The payloads a shard sends, checked and encoded."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, cast

from scurrypy.config import GATEWAY_PROPERTIES
from scurrypy.enums.gateway import GatewayOpcode
from scurrypy.gateway.session import GatewaySession
from scurrypy.wire import codec
from scurrypy.wire.errors import InvalidRequest
from scurrypy.wire.types import is_whole

CHANNEL_INFO_FIELDS = ("status", "voice_start_time")
"""What can be asked for with `request_channel_info`."""

STATUSES = ("online", "dnd", "idle", "invisible", "offline")
"""What a presence's status can be."""

_ACTIVITY_TYPES = range(6)
"""From playing, 0, to competing, 5."""
_ACTIVITY_TEXT = 128
"""Characters that the name and the state of an activity may have."""
_MOST_MEMBERS = 100
"""Members that a query by name, or by ids, may return."""


def encode(op: GatewayOpcode, data: object) -> bytes:
    """Return the JSON of one payload."""
    return codec.encode({"op": int(op), "d": data})


def heartbeat(seq: int | None) -> bytes:
    """Return a heartbeat that says which event came last."""
    return encode(GatewayOpcode.HEARTBEAT, seq)


def identify(
    token: str,
    intents: int,
    shard: tuple[int, int],
    *,
    presence: Mapping[str, Any] | None,
    large_threshold: int | None,
    capabilities: int | None,
) -> bytes:
    """Return the payload that opens a session.

    See [Discord Docs/Identify](https://docs.discord.com/developers/events/gateway-events#identify).
    """
    data: dict[str, Any] = {
        "token": token,
        "intents": int(intents),
        "properties": GATEWAY_PROPERTIES,
        "shard": shard,
    }
    optional = {"presence": presence, "large_threshold": large_threshold, "capabilities": capabilities}
    data.update((key, value) for key, value in optional.items() if value is not None)
    return encode(GatewayOpcode.IDENTIFY, data)


def resume(token: str, session: GatewaySession) -> bytes:
    """Return the payload that continues a session.

    See [Discord Docs/Resume](https://docs.discord.com/developers/events/gateway-events#resume).
    """
    return encode(GatewayOpcode.RESUME, {"token": token, "session_id": session.session_id, "seq": session.seq})


def presence(data: Mapping[str, Any]) -> dict[str, Any]:
    """Return a presence with every field that Discord requires, `offline` as what it means for a bot.

    It goes with every IDENTIFY: what Discord does not accept in it would end each connection from then on.

    Raises:
        InvalidRequest: a field is not what Discord accepts.
    """
    status, since, activities = data.get("status"), data.get("since"), data.get("activities")
    if status is None:
        status = "online"
    if status not in STATUSES:
        raise InvalidRequest("status", f"one of {', '.join(STATUSES)}", status)
    if since is not None and not is_whole(since):
        raise InvalidRequest("since", "whole milliseconds since the Unix epoch, or None", since)
    if activities is not None and not isinstance(activities, Iterable):
        raise InvalidRequest("activities", "a list of activities", activities)
    listed = cast("Iterable[object]", activities or ())
    return {
        "since": since,
        "activities": [_activity(f"activities[{n}]", activity) for n, activity in enumerate(listed)],
        "status": "invisible" if status == "offline" else str(status),
        "afk": bool(data.get("afk", False)),
    }


def _activity(path: str, activity: object) -> dict[str, Any]:
    """Return an activity with its type, playing unless given, once its fields are known to be acceptable."""
    if not isinstance(activity, Mapping):
        raise InvalidRequest(path, "a mapping with a name and a type", activity)
    fields: dict[str, Any] = dict(cast("Mapping[str, Any]", activity))
    _check_text(f"{path}.name", fields.get("name"), 1)
    if fields.get("state") is not None:
        _check_text(f"{path}.state", fields["state"], 0)
    if not isinstance(fields.get("url"), str | None):
        raise InvalidRequest(f"{path}.url", "an address, or None", fields["url"])
    if fields.get("type") is None:
        fields["type"] = 0
    if not is_whole(fields["type"]) or fields["type"] not in _ACTIVITY_TYPES:
        raise InvalidRequest(f"{path}.type", f"a number from 0 to {_ACTIVITY_TYPES[-1]}", fields["type"])
    return fields


def _check_text(path: str, text: object, least: int) -> None:
    if not isinstance(text, str):
        raise InvalidRequest(path, "a text", text)
    if not least <= len(text) <= _ACTIVITY_TEXT:
        raise InvalidRequest(path, f"{least} to {_ACTIVITY_TEXT} characters", len(text))


def voice_state(guild_id: int, channel_id: int | None, *, self_mute: bool, self_deaf: bool) -> bytes:
    """Return the payload that joins, moves to or, with no channel, leaves a voice channel."""
    data = {
        "guild_id": str(int(guild_id)),
        "channel_id": None if channel_id is None else str(int(channel_id)),
        "self_mute": self_mute,
        "self_deaf": self_deaf,
    }
    return encode(GatewayOpcode.VOICE_STATE_UPDATE, data)


def guild_members(
    guild_id: int,
    nonce: str,
    *,
    query: str | None,
    limit: int,
    user_ids: Sequence[int] | None,
    presences: bool,
) -> bytes:
    """Return the payload that asks for members.

    Raises:
        InvalidRequest: both or too much is asked for.
    """
    data: dict[str, Any] = {"guild_id": str(int(guild_id)), "presences": presences, "nonce": nonce}
    if user_ids is not None:
        if query is not None:
            raise InvalidRequest("query", "not together with user_ids", query)
        if not 1 <= len(user_ids) <= _MOST_MEMBERS:
            raise InvalidRequest("user_ids", f"1 to {_MOST_MEMBERS} ids", len(user_ids))
        data["user_ids"] = [str(int(user_id)) for user_id in user_ids]
        return encode(GatewayOpcode.REQUEST_GUILD_MEMBERS, data)
    if limit < 0 or (query and limit > _MOST_MEMBERS):
        raise InvalidRequest("limit", f"0 to {_MOST_MEMBERS} with a query", limit)
    data["query"] = query or ""
    # Zero stands for all, which Discord grants only without a query.
    data["limit"] = limit or (_MOST_MEMBERS if query else 0)
    return encode(GatewayOpcode.REQUEST_GUILD_MEMBERS, data)


def soundboard_sounds(guild_ids: Iterable[int]) -> bytes:
    """Return the payload that asks for the soundboard sounds of guilds."""
    return encode(
        GatewayOpcode.REQUEST_SOUNDBOARD_SOUNDS, {"guild_ids": [str(int(guild_id)) for guild_id in guild_ids]}
    )


def channel_info(guild_id: int, fields: Sequence[str]) -> bytes:
    """Return the payload that asks for passing facts of a guild's channels.

    Raises:
        InvalidRequest: a field is not one of those that exist.
    """
    for field in fields:
        if field not in CHANNEL_INFO_FIELDS:
            raise InvalidRequest("fields", f"of {', '.join(CHANNEL_INFO_FIELDS)}", field)
    return encode(GatewayOpcode.REQUEST_CHANNEL_INFO, {"guild_id": str(int(guild_id)), "fields": list(fields)})
