"""Sounds to be sent inside a request."""

from typing import ClassVar

from scurrypy.api.data_uri import DataURIPart
from scurrypy.wire.media_types import Formats


class SoundDataPart(DataURIPart):
    """A sound inside a request's body: MP3 or Ogg, at most 512 KiB and 5.2 seconds.

    See [Discord Docs/Create Guild Soundboard Sound](https://docs.discord.com/developers/resources/soundboard#create-guild-soundboard-sound).
    """

    # An MP3 begins with its tags or with a frame of layer III, in one of MPEG's three versions, with or without a
    # checksum.
    _signatures: ClassVar[Formats] = (
        (0, b"OggS", "audio/ogg"),
        (0, b"ID3", "audio/mpeg"),
        (0, b"\xff\xfb", "audio/mpeg"),
        (0, b"\xff\xfa", "audio/mpeg"),
        (0, b"\xff\xf3", "audio/mpeg"),
        (0, b"\xff\xf2", "audio/mpeg"),
        (0, b"\xff\xe3", "audio/mpeg"),
        (0, b"\xff\xe2", "audio/mpeg"),
    )
    _kinds: ClassVar[str] = "an MP3 or Ogg sound"
    _most: ClassVar[int | None] = 512 * 1024
