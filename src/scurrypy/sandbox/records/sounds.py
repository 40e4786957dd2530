"""Soundboard sounds."""

from dataclasses import dataclass


@dataclass(slots=True)
class Sound:
    """A sound that can be played in voice channels."""

    id: int
    """Id of the sound; small for those that everyone has."""
    name: str
    """Name."""
    volume: float = 1.0
    """How loud it is, from 0 to 1."""
    emoji_id: int | None = None
    """Custom emoji that goes with it."""
    emoji_name: str | None = None
    """Standard emoji that goes with it."""
    guild_id: int | None = None
    """Guild it belongs to; None for those that everyone has."""
    creator_id: int | None = None
    """User who made it; None for those that everyone has."""


DEFAULT_SOUNDS = {
    sound.id: sound
    for sound in (
        Sound(1, "quack", emoji_name="🦆"),
        Sound(2, "airhorn", emoji_name="🔊"),
        Sound(3, "cricket", emoji_name="🦗"),
        Sound(4, "golf clap", emoji_name="👏"),
        Sound(5, "sad horn", emoji_name="🎺"),
        Sound(7, "ba dum tss", emoji_name="🥁"),
    )
}
"""What everyone can play. There are no files of them here."""
