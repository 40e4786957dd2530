"""Voice: animations, and what passes between a bot and a voice server."""

from scurrypy.enums.enum_types import DiscordFlags, DiscordTypes


class AnimationType(DiscordTypes):
    """Animations of an emoji sent into a voice channel.

    See [Discord Docs/Animation Types](https://docs.discord.com/developers/events/gateway-events#voice-channel-effect-send-animation-types).
    """

    PREMIUM = 0
    """For Nitro subscribers."""
    BASIC = 1
    """For everybody."""


class VoiceOpcode(DiscordTypes):
    """What a payload of a voice server is.

    See [Discord Docs/Voice Opcodes](https://docs.discord.com/developers/topics/opcodes-and-status-codes#voice-voice-opcodes).
    """

    IDENTIFY = 0
    """Opens a voice session. Sent."""
    SELECT_PROTOCOL = 1
    """Says how and to which address audio is to flow. Sent."""
    READY = 2
    """The session is open: where to send audio, and how it may be encrypted. Received."""
    HEARTBEAT = 3
    """A sign of life. Sent."""
    SESSION_DESCRIPTION = 4
    """The encryption and its key. Received."""
    SPEAKING = 5
    """Who speaks, and how. Sent and received."""
    HEARTBEAT_ACK = 6
    """The answer to each heartbeat. Received."""
    RESUME = 7
    """Continues a session on a new connection. Sent."""
    HELLO = 8
    """The first payload of a connection: how often to send a heartbeat. Received."""
    RESUMED = 9
    """The session goes on. Received."""
    CLIENTS_CONNECT = 11
    """Users joined the call. Received."""
    CLIENT_DISCONNECT = 13
    """A user left the call. Received."""
    DAVE_PREPARE_TRANSITION = 21
    """The call is about to change how it is encrypted end to end. Received."""
    DAVE_EXECUTE_TRANSITION = 22
    """The change takes place now. Received."""
    DAVE_TRANSITION_READY = 23
    """This side is ready for the change. Sent."""
    DAVE_PREPARE_EPOCH = 24
    """The protocol version or the group is about to change. Received."""
    DAVE_MLS_EXTERNAL_SENDER = 25
    """The voice server's key and credential for the group. Received, binary."""
    DAVE_MLS_KEY_PACKAGE = 26
    """This side's key package, to become a member of the group. Sent, binary."""
    DAVE_MLS_PROPOSALS = 27
    """Proposals for the group to add or withdraw. Received, binary."""
    DAVE_MLS_COMMIT_WELCOME = 28
    """A commit, with a welcome for new members where there are any. Sent, binary."""
    DAVE_MLS_ANNOUNCE_COMMIT_TRANSITION = 29
    """The commit that the change is made with. Received, binary."""
    DAVE_MLS_WELCOME = 30
    """The welcome that makes this side a member of the group. Received, binary."""
    DAVE_MLS_INVALID_COMMIT_WELCOME = 31
    """A commit or welcome could not be used: asks to be added anew. Sent."""


class VoiceCloseCode(DiscordTypes):
    """Why Discord closed a connection to a voice server.

    See [Discord Docs/Voice Close Event Codes](https://docs.discord.com/developers/topics/opcodes-and-status-codes#voice-voice-close-event-codes).
    """

    UNKNOWN_OPCODE = 4001
    """An opcode is not valid."""
    FAILED_TO_DECODE_PAYLOAD = 4002
    """A payload cannot be decoded."""
    NOT_AUTHENTICATED = 4003
    """Something was sent before IDENTIFY."""
    AUTHENTICATION_FAILED = 4004
    """The token is wrong."""
    ALREADY_AUTHENTICATED = 4005
    """IDENTIFY was sent twice."""
    SESSION_NO_LONGER_VALID = 4006
    """The session cannot go on."""
    SESSION_TIMEOUT = 4009
    """The session is too old to go on."""
    SERVER_NOT_FOUND = 4011
    """The voice server does not exist."""
    UNKNOWN_PROTOCOL = 4012
    """The protocol that was selected is not known."""
    DISCONNECTED = 4014
    """The bot was removed from the call, or its gateway session ended; not to be tried again."""
    VOICE_SERVER_CRASHED = 4015
    """The voice server failed; to resume may succeed."""
    UNKNOWN_ENCRYPTION_MODE = 4016
    """The encryption that was selected is not known."""
    DAVE_REQUIRED = 4017
    """The call is encrypted end to end, and this side does not speak DAVE."""
    BAD_REQUEST = 4020
    """A payload is malformed."""
    RATE_LIMITED = 4021
    """Too much was sent; not to be tried again."""
    CALL_TERMINATED = 4022
    """The call ended for everybody, as when its channel is deleted; not to be tried again."""


class SpeakingFlags(DiscordFlags):
    """How someone speaks.

    See [Discord Docs/Speaking](https://docs.discord.com/developers/topics/voice-connections#speaking).
    """

    MICROPHONE = 1 << 0
    """Ordinary speech."""
    SOUNDSHARE = 1 << 1
    """The sound of a video or stream, without the sign of speaking."""
    PRIORITY = 1 << 2
    """Speech for which the others are turned down."""
