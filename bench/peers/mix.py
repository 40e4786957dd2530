"""What both sides know of the stream: its events, and the messages that a measurement lies between."""

MIX = {
    "MESSAGE_CREATE": 45,
    "PRESENCE_UPDATE": 20,
    "TYPING_START": 12,
    "MESSAGE_REACTION_ADD": 8,
    "GUILD_MEMBER_UPDATE": 6,
    "VOICE_STATE_UPDATE": 5,
    "INTERACTION_CREATE": 4,
}
"""Percent of each event."""

OTHERS = [name for name in MIX if name != "MESSAGE_CREATE"]
"""The events beside messages."""

FIRST, LAST = "first of the run", "last of the run"
"""Contents of the first and the last message."""
