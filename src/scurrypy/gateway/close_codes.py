"""What each close code of the gateway means for a shard."""

from enum import Enum

import msgspec

from scurrypy.config import API_VERSION
from scurrypy.enums.gateway import GatewayCloseCode
from scurrypy.gateway.state import Ending
from scurrypy.intents import Intents
from scurrypy.wire.errors import (
    AuthenticationFailed,
    DisallowedIntents,
    FatalClose,
    InvalidAPIVersion,
    InvalidIntents,
    InvalidShard,
    ShardingRequired,
)

RECONNECT_CODE = 4000
"""Sent to close a connection whose session goes on: Discord ends the session on 1000 and 1001 only."""

GOODBYE_CODE = 1000
"""Sent to close for good: Discord ends the session and shows the bot offline."""

PORTAL = "https://discord.com/developers/applications"

SWITCHES = {
    Intents.GUILD_MEMBERS: "Server Members Intent",
    Intents.GUILD_PRESENCES: "Presence Intent",
    Intents.MESSAGE_CONTENT: "Message Content Intent",
}
"""What the developer portal calls the switch of each privileged intent."""


class CloseAction(Enum):
    """What to do after a close code."""

    RESUME = "resume"
    """Connect anew and resume."""
    IDENTIFY = "identify"
    """Give the session up, connect anew and identify."""
    STOP = "stop"
    """Give up: a reconnect cannot mend it."""


class CloseRule(msgspec.Struct, frozen=True):
    """What one close code means."""

    action: CloseAction
    """What to do."""
    meaning: str
    """What the code stands for, in words."""
    wait: float = 0.0
    """Seconds to stay away at least."""
    is_our_fault: bool = False
    """Whether something this side sent was wrong."""
    error: type[FatalClose] | None = None
    """What `start` raises, where the action is to stop."""


_RESUME, _IDENTIFY, _STOP = CloseAction.RESUME, CloseAction.IDENTIFY, CloseAction.STOP

CLOSE_CODES: dict[int, CloseRule] = {
    GatewayCloseCode.UNKNOWN_ERROR: CloseRule(_RESUME, "unknown error"),
    GatewayCloseCode.UNKNOWN_OPCODE: CloseRule(_RESUME, "unknown opcode or invalid payload", is_our_fault=True),
    GatewayCloseCode.DECODE_ERROR: CloseRule(
        _RESUME, "payload that cannot be decoded or is too long", is_our_fault=True
    ),
    GatewayCloseCode.NOT_AUTHENTICATED: CloseRule(_IDENTIFY, "not authenticated, or the session was invalidated"),
    GatewayCloseCode.AUTHENTICATION_FAILED: CloseRule(_STOP, "authentication failed", error=AuthenticationFailed),
    GatewayCloseCode.ALREADY_AUTHENTICATED: CloseRule(_IDENTIFY, "already authenticated", is_our_fault=True),
    GatewayCloseCode.SESSION_NO_LONGER_VALID: CloseRule(_IDENTIFY, "session no longer valid"),
    GatewayCloseCode.INVALID_SEQ: CloseRule(_IDENTIFY, "invalid sequence number"),
    GatewayCloseCode.RATE_LIMITED: CloseRule(_RESUME, "sent too much", wait=60.0, is_our_fault=True),
    GatewayCloseCode.SESSION_TIMED_OUT: CloseRule(_IDENTIFY, "session timed out"),
    GatewayCloseCode.INVALID_SHARD: CloseRule(_STOP, "invalid shard", error=InvalidShard),
    GatewayCloseCode.SHARDING_REQUIRED: CloseRule(_STOP, "sharding required", error=ShardingRequired),
    GatewayCloseCode.INVALID_API_VERSION: CloseRule(_STOP, "invalid API version", error=InvalidAPIVersion),
    GatewayCloseCode.INVALID_INTENTS: CloseRule(_STOP, "invalid intents", error=InvalidIntents),
    GatewayCloseCode.DISALLOWED_INTENTS: CloseRule(_STOP, "disallowed intents", error=DisallowedIntents),
}
"""The codes that Discord defines, and 4006, which it sends but does not list.

See [Discord Docs/Gateway Close Event Codes](https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes).
"""

_UNLISTED = CloseRule(CloseAction.RESUME, "")


def rule_for(code: int | None) -> CloseRule:
    """Return what to do after a connection closed with `code`, None for no code.

    Any code that is not listed means to resume, 1000 and 1001 from the other side among them: a dropped TLS
    connection may look like 1000, and only this side's goodbye is one.
    """
    return CLOSE_CODES.get(code, _UNLISTED) if code is not None else _UNLISTED


def fatal_error(error: type[FatalClose], ending: Ending, intents: int, shard: tuple[int, int]) -> FatalClose:
    """Return the error that says what ended the shard, its id and count given, and what to do about it."""
    shard_id, total_shards = shard
    asked_for = {intent.name: switch for intent, switch in SWITCHES.items() if intent & intents}
    sentences: dict[type[FatalClose], str] = {
        FatalClose: "Discord finds IDENTIFY malformed, time and again. "
        "Check what goes with it: presence, intents, capabilities.",
        AuthenticationFailed: "Discord does not accept this bot token. "
        f"Copy it anew from the developer portal, under Bot: {PORTAL}",
        InvalidShard: f"Discord refuses shard {shard_id} of {total_shards}. Ids run from 0 to one less than the count, "
        "and the count must suit the number that GET /gateway/bot recommends.",
        ShardingRequired: f"The bot is in too many guilds for {total_shards} shard(s). Use the number of shards that "
        "GET /gateway/bot recommends: Client(shard_count=0) asks for it.",
        InvalidAPIVersion: f"The gateway no longer speaks version {API_VERSION}. Install a newer scurrypy.",
        InvalidIntents: f"Discord does not know the intents {int(intents)}.",
        DisallowedIntents: f"Privileged intents are asked for but not switched on: {', '.join(map(str, asked_for))}. "
        f"In the developer portal, under Bot, switch on {' and '.join(asked_for.values())}, or do without: {PORTAL}",
    }
    return error(f"{sentences[error]} ({ending})")
