"""What payloads of the gateway are, why it closes, and what it may be told when a session is opened."""

from scurrypy.enums.enum_types import DiscordFlags, DiscordTypes


class GatewayOpcode(DiscordTypes):
    """What a gateway payload is.

    See [Discord Docs/Gateway Opcodes](https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway-gateway-opcodes).
    """

    DISPATCH = 0
    """An event. Received."""
    HEARTBEAT = 1
    """A sign of life. Sent on a schedule; received, it asks for one at once."""
    IDENTIFY = 2
    """Opens a session. Sent."""
    PRESENCE_UPDATE = 3
    """Changes the bot's status and activity. Sent."""
    VOICE_STATE_UPDATE = 4
    """Joins, moves between or leaves voice channels. Sent."""
    RESUME = 6
    """Continues a session on a new connection. Sent."""
    RECONNECT = 7
    """Asks to connect anew and resume. Received."""
    REQUEST_GUILD_MEMBERS = 8
    """Asks for members of a guild. Sent."""
    INVALID_SESSION = 9
    """The session cannot be opened, resumed or kept. Received."""
    HELLO = 10
    """The first payload of a connection: how often to send a heartbeat. Received."""
    HEARTBEAT_ACK = 11
    """The answer to each heartbeat. Received."""
    REQUEST_SOUNDBOARD_SOUNDS = 31
    """Asks for the soundboard sounds of guilds. Sent."""
    REQUEST_CHANNEL_INFO = 43
    """Asks for the passing facts of a guild's channels. Sent."""


class GatewayCloseCode(DiscordTypes):
    """Why Discord closed a connection to the gateway.

    See [Discord Docs/Gateway Close Event Codes](https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes).
    """

    UNKNOWN_ERROR = 4000
    """Something went wrong."""
    UNKNOWN_OPCODE = 4001
    """An opcode, or what came with it, is not valid."""
    DECODE_ERROR = 4002
    """A payload cannot be decoded, or is too long."""
    NOT_AUTHENTICATED = 4003
    """Something was sent before IDENTIFY, or the session was invalidated."""
    AUTHENTICATION_FAILED = 4004
    """The token is wrong or was reset; not to be tried again."""
    ALREADY_AUTHENTICATED = 4005
    """IDENTIFY was sent twice."""
    SESSION_NO_LONGER_VALID = 4006
    """The session cannot go on; Discord sends this but does not list it."""
    INVALID_SEQ = 4007
    """RESUME named a sequence number that the session never had."""
    RATE_LIMITED = 4008
    """Too much was sent."""
    SESSION_TIMED_OUT = 4009
    """The session is too old to go on."""
    INVALID_SHARD = 4010
    """The shard's id or the count is not acceptable; not to be tried again."""
    SHARDING_REQUIRED = 4011
    """The bot is in too many guilds for so few shards; not to be tried again."""
    INVALID_API_VERSION = 4012
    """The gateway does not speak this version; not to be tried again."""
    INVALID_INTENTS = 4013
    """The intents are not a number Discord knows; not to be tried again."""
    DISALLOWED_INTENTS = 4014
    """A privileged intent is not switched on in the portal; not to be tried again."""


class GatewayCapabilities(DiscordFlags):
    """What a bot tells the gateway in IDENTIFY that it copes with.

    See [Discord Docs/Identify](https://docs.discord.com/developers/events/gateway-events#identify).
    """

    CHANNEL_OBFUSCATION = 1 << 15
    """Channels that the bot cannot see come obfuscated; without effect since 2026-11-16, when all bots cope with it."""
