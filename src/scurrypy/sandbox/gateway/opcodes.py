"""The numbers of the gateway: what a payload is, and why a connection is closed."""

from enum import IntEnum


class Opcode(IntEnum):
    """What a gateway payload is.

    See [Discord Docs/Gateway Opcodes](https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway-gateway-opcodes).
    """

    DISPATCH = 0
    """An event, with its name in `t` and its sequence number in `s`."""
    HEARTBEAT = 1
    """Sent by clients on a schedule; sent by the gateway to ask for one at once."""
    IDENTIFY = 2
    """Starts a session."""
    PRESENCE_UPDATE = 3
    """Sets the bot's status and activities."""
    VOICE_STATE_UPDATE = 4
    """Joins, moves between, or leaves voice channels."""
    RESUME = 6
    """Continues a session on a new connection."""
    RECONNECT = 7
    """Tells the client to reconnect and resume."""
    REQUEST_GUILD_MEMBERS = 8
    """Asks for members of one guild."""
    INVALID_SESSION = 9
    """The session is gone, or could not be started; `d` says whether to resume."""
    HELLO = 10
    """The first payload of a connection, with the heartbeat interval."""
    HEARTBEAT_ACK = 11
    """Answers each heartbeat."""
    REQUEST_SOUNDBOARD_SOUNDS = 31
    """Asks for the soundboard sounds of guilds."""
    REQUEST_CHANNEL_INFO = 43
    """Asks for what is known only while it lasts: voice channel status and start time."""


class CloseCode(IntEnum):
    """Why the gateway closed a connection.

    See [Discord Docs/Gateway Close Event Codes](https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes).
    """

    UNKNOWN_ERROR = 4000
    """Something went wrong on the server's side."""
    UNKNOWN_OPCODE = 4001
    """An opcode that does not exist, or a payload that does not fit its opcode."""
    DECODE_ERROR = 4002
    """Not a JSON payload, or larger than 4096 bytes."""
    NOT_AUTHENTICATED = 4003
    """A payload that needs a session came before IDENTIFY."""
    AUTHENTICATION_FAILED = 4004
    """The token is not valid."""
    ALREADY_AUTHENTICATED = 4005
    """A second IDENTIFY on one connection."""
    INVALID_SEQUENCE = 4007
    """RESUME named a sequence number that the session has not reached."""
    RATE_LIMITED = 4008
    """More than 120 payloads in 60 seconds."""
    SESSION_TIMED_OUT = 4009
    """No heartbeat came in time."""
    INVALID_SHARD = 4010
    """IDENTIFY named a shard that cannot be."""
    SHARDING_REQUIRED = 4011
    """The session would hold more guilds than one shard may."""
    INVALID_API_VERSION = 4012
    """The version in the URL is not served."""
    INVALID_INTENTS = 4013
    """IDENTIFY named an intent that does not exist."""
    DISALLOWED_INTENTS = 4014
    """IDENTIFY named a privileged intent that the application has not switched on."""


REASONS = {
    CloseCode.UNKNOWN_ERROR: "Unknown error.",
    CloseCode.UNKNOWN_OPCODE: "Unknown opcode.",
    CloseCode.DECODE_ERROR: "Error while decoding payload.",
    CloseCode.NOT_AUTHENTICATED: "Not authenticated.",
    CloseCode.AUTHENTICATION_FAILED: "Authentication failed.",
    CloseCode.ALREADY_AUTHENTICATED: "Already authenticated.",
    CloseCode.INVALID_SEQUENCE: "Invalid seq.",
    CloseCode.RATE_LIMITED: "Rate limited.",
    CloseCode.SESSION_TIMED_OUT: "Session timed out.",
    CloseCode.INVALID_SHARD: "Invalid shard.",
    CloseCode.SHARDING_REQUIRED: "Sharding required.",
    CloseCode.INVALID_API_VERSION: "Invalid API version.",
    CloseCode.INVALID_INTENTS: "Invalid intent(s).",
    CloseCode.DISALLOWED_INTENTS: "Disallowed intent(s).",
}
"""The text that goes with each close code."""


class GatewayClosed(Exception):
    """The client broke a rule of the gateway, so its connection is closed."""

    def __init__(self, code: CloseCode, reason: str | None = None) -> None:
        self.code = code
        """The close code the client gets."""
        self.reason: str = reason if reason is not None else REASONS[code]
        """The text the client gets with it."""
        super().__init__(f"{int(code)} {self.reason}")
