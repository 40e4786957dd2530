"""The payloads a shard sends, checked and encoded."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from scurrypy.config import GATEWAY_PROPERTIES
from scurrypy.gateway.opcodes import Opcode
from scurrypy.gateway.session import GatewaySession
from scurrypy.wire import codec
from scurrypy.wire.errors import InvalidRequest

CHANNEL_INFO_FIELDS = ("status", "voice_start_time")
"""What can be asked for with `request_channel_info`."""

_MOST_MEMBERS = 100
"""Members that a query by name, or by ids, may return."""


def encode(op: Opcode, data: object) -> bytes:
    """Return the JSON of one payload."""
    return codec.encode({"op": int(op), "d": data})


def heartbeat(seq: int | None) -> bytes:
    """Return a heartbeat that says which event came last."""
    return encode(Opcode.HEARTBEAT, seq)


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
    return encode(Opcode.IDENTIFY, data)


def resume(token: str, session: GatewaySession) -> bytes:
    """Return the payload that continues a session.

    See [Discord Docs/Resume](https://docs.discord.com/developers/events/gateway-events#resume).
    """
    return encode(Opcode.RESUME, {"token": token, "session_id": session.session_id, "seq": session.seq})


def presence(data: Mapping[str, Any]) -> dict[str, Any]:
    """Return a presence with every field that Discord requires, `offline` as what it means for a bot."""
    status = str(data.get("status") or "online")
    return {
        "since": data.get("since"),
        "activities": list(data.get("activities") or ()),
        "status": "invisible" if status == "offline" else status,
        "afk": bool(data.get("afk", False)),
    }


def voice_state(guild_id: int, channel_id: int | None, *, self_mute: bool, self_deaf: bool) -> bytes:
    """Return the payload that joins, moves to or, with no channel, leaves a voice channel."""
    data = {
        "guild_id": str(int(guild_id)),
        "channel_id": None if channel_id is None else str(int(channel_id)),
        "self_mute": self_mute,
        "self_deaf": self_deaf,
    }
    return encode(Opcode.VOICE_STATE_UPDATE, data)


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
        return encode(Opcode.REQUEST_GUILD_MEMBERS, data)
    if limit < 0 or (query and limit > _MOST_MEMBERS):
        raise InvalidRequest("limit", f"0 to {_MOST_MEMBERS} with a query", limit)
    data["query"] = query or ""
    # Zero stands for all, which Discord grants only without a query.
    data["limit"] = limit or (_MOST_MEMBERS if query else 0)
    return encode(Opcode.REQUEST_GUILD_MEMBERS, data)


def soundboard_sounds(guild_ids: Iterable[int]) -> bytes:
    """Return the payload that asks for the soundboard sounds of guilds."""
    return encode(Opcode.REQUEST_SOUNDBOARD_SOUNDS, {"guild_ids": [str(int(guild_id)) for guild_id in guild_ids]})


def channel_info(guild_id: int, fields: Sequence[str]) -> bytes:
    """Return the payload that asks for passing facts of a guild's channels.

    Raises:
        InvalidRequest: a field is not one of those that exist.
    """
    for field in fields:
        if field not in CHANNEL_INFO_FIELDS:
            raise InvalidRequest("fields", f"of {', '.join(CHANNEL_INFO_FIELDS)}", field)
    return encode(Opcode.REQUEST_CHANNEL_INFO, {"guild_id": str(int(guild_id)), "fields": list(fields)})
