"""The gateway's opcodes."""

from enum import IntEnum


class Opcode(IntEnum):
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
