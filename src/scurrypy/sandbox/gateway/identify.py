"""What IDENTIFY and RESUME carry, checked the way the gateway checks it."""

from dataclasses import dataclass, field
from typing import Any, TypeGuard

from scurrypy.sandbox.gateway.opcodes import CloseCode, GatewayClosed
from scurrypy.sandbox.rules.fields import Json, is_list, is_mapping
from scurrypy.sandbox.rules.intents import ALL

STATUSES = frozenset({"online", "dnd", "idle", "invisible", "offline"})
"""What a presence may say."""
MAX_ACTIVITY_NAME = 128
"""Characters of an activity's name."""


@dataclass(frozen=True, slots=True)
class Presence:
    """What a bot shows beside its name."""

    status: str = "online"
    """online, dnd, idle, invisible or offline."""
    activities: list[dict[str, Any]] = field(default_factory=list[dict[str, Any]])
    """Activities as the bot sent them: name, state, type, url."""


@dataclass(frozen=True, slots=True)
class Identify:
    """A checked IDENTIFY."""

    token: str = field(repr=False)
    """The bot's token, without a `Bot ` in front."""
    intents: int
    """Which groups of events the session wants."""
    shard_id: int
    """Which shard this session is."""
    shard_count: int
    """How many shards the bot runs."""
    sharded: bool
    """Whether the client sent `shard`; READY repeats it only then."""
    compress: bool
    """Whether long payloads are to be compressed one by one."""
    large_threshold: int
    """Above how many members a guild's offline members are left out."""
    presence: Presence
    """What the bot shows at first."""


@dataclass(frozen=True, slots=True)
class Resume:
    """A checked RESUME."""

    token: str = field(repr=False)
    """The bot's token, without a `Bot ` in front."""
    session_id: str
    """The session to continue."""
    sequence: int
    """The last sequence number the client received."""


def read_identify(payload: dict[str, Any]) -> Identify:
    """Return the IDENTIFY in `payload`, a whole packet.

    Raises:
        GatewayClosed: what Discord closes the connection with.
    """
    data = _mapping(payload.get("d"))
    token = data.get("token")
    if not isinstance(token, str):
        raise GatewayClosed(CloseCode.AUTHENTICATION_FAILED)
    _mapping(data.get("properties"))
    shard_id, shard_count = _shard(data.get("shard"))
    # interactions.py puts `compress` beside `op`, and Discord bears with it.
    compress = data.get("compress", payload.get("compress", False))
    threshold = data.get("large_threshold", 50)
    if not _is_int(threshold) or not isinstance(compress, bool):
        raise GatewayClosed(CloseCode.DECODE_ERROR)
    presence = data.get("presence")
    return Identify(
        token=bare_token(token),
        intents=_intents(data.get("intents")),
        shard_id=shard_id,
        shard_count=shard_count,
        sharded=data.get("shard") is not None,
        compress=compress,
        large_threshold=min(max(threshold, 50), 250),
        presence=Presence() if presence is None else read_presence(presence),
    )


def read_resume(payload: dict[str, Any]) -> Resume:
    """Return the RESUME in `payload`, a whole packet.

    Raises:
        GatewayClosed: what Discord closes the connection with.
    """
    data = _mapping(payload.get("d"))
    token, session_id, sequence = data.get("token"), data.get("session_id"), data.get("seq")
    if not isinstance(token, str):
        raise GatewayClosed(CloseCode.AUTHENTICATION_FAILED)
    if not isinstance(session_id, str):
        raise GatewayClosed(CloseCode.DECODE_ERROR)
    if not _is_int(sequence) or sequence < 0:
        raise GatewayClosed(CloseCode.INVALID_SEQUENCE)
    return Resume(bare_token(token), session_id, sequence)


def read_presence(data: object, refusal: CloseCode = CloseCode.DECODE_ERROR) -> Presence:
    """Return the presence in `data`, with only what bots may set.

    Args:
        data: The presence as the client sent it.
        refusal: What to close the connection with when it is not of the documented form.
    """
    fields = _mapping(data, refusal)
    status = fields.get("status", "online")
    activities: Json = fields.get("activities") or []
    if not isinstance(status, str) or status not in STATUSES or not is_list(activities):
        raise GatewayClosed(refusal)
    return Presence(status, [_activity(activity, refusal) for activity in activities])


def bare_token(token: str) -> str:
    """Return the token without the `Bot ` that some libraries put in front."""
    return token.removeprefix("Bot ")


def _activity(data: object, refusal: CloseCode) -> dict[str, Any]:
    fields = _mapping(data, refusal)
    name, kind = fields.get("name"), fields.get("type", 0)
    if not isinstance(name, str) or not 0 < len(name) <= MAX_ACTIVITY_NAME or not _is_int(kind):
        raise GatewayClosed(refusal)
    kept = {key: fields[key] for key in ("state", "url") if isinstance(fields.get(key), str)}
    return {"name": name, "type": kind, **kept}


def _intents(value: object) -> int:
    if not _is_int(value) or value < 0 or value & ~ALL:
        raise GatewayClosed(CloseCode.INVALID_INTENTS)
    return value


def _shard(value: object) -> tuple[int, int]:
    if value is None:
        return 0, 1
    if is_list(value) and len(value) == 2 and all(_is_int(part) for part in value) and 0 <= value[0] < value[1]:
        return value[0], value[1]
    raise GatewayClosed(CloseCode.INVALID_SHARD)


def _mapping(value: object, refusal: CloseCode = CloseCode.DECODE_ERROR) -> dict[str, Any]:
    if not is_mapping(value):
        raise GatewayClosed(refusal)
    return value


def _is_int(value: object) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool)
