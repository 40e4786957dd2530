import struct

import pytest

from scurrypy.sandbox.rules.sounds import sound_file

FRAME = b"\xff\xfb\x90\x00" + bytes(413)
"""A frame of an MP3 at 44.1 kHz and 128 kbit/s: 1152 samples in 417 bytes."""
SHORT_FRAME = b"\xff\xf3\x80\x00" + bytes(204)
"""A frame at 22.05 kHz and 64 kbit/s: 576 samples in 208 bytes."""


def ogg(head: bytes, samples: int) -> bytes:
    page = b"OggS\0\x02" + struct.pack("<q", 0) + bytes(14)
    return page + head + b"OggS\0\x04" + struct.pack("<q", samples) + bytes(14)


def vorbis(rate: int, samples: int) -> bytes:
    return ogg(b"\x01vorbis" + struct.pack("<IBI", 0, 2, rate) + bytes(14), samples)


@pytest.mark.parametrize(
    ("data", "content_type", "seconds"),
    [
        (FRAME * 100, "audio/mpeg", 100 * 1152 / 44_100),
        (SHORT_FRAME * 10, "audio/mpeg", 10 * 576 / 22_050),
        (b"ID3\x04\0\0\0\0\x01\x02" + bytes(130) + FRAME, "audio/mpeg", 1152 / 44_100),
        (b"ID3\x04\0\0\0\0\0\0", "audio/mpeg", None),
        (b"\xff\xfb\xf0\x00", "audio/mpeg", None),
        (vorbis(44_100, 88_200), "audio/ogg", 2.0),
        (ogg(b"OpusHead" + bytes(11), 24_000), "audio/ogg", 0.5),
        (vorbis(44_100, -1), "audio/ogg", None),
        (b"OggS", "audio/ogg", None),
    ],
)
def test_a_sound_tells_what_it_is_and_how_long(data: bytes, content_type: str, seconds: float | None) -> None:
    found = sound_file(data)
    assert found.content_type == content_type
    assert found.seconds == (None if seconds is None else pytest.approx(seconds))


@pytest.mark.parametrize("data", [b"", b"RIFF....WAVE", b"\xff", b"\xff\xd8\xff\xe0"])
def test_what_is_neither_mp3_nor_ogg_is_no_sound(data: bytes) -> None:
    assert sound_file(data) is None
