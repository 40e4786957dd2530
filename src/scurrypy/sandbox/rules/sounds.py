"""Reads from the bytes of an MP3 or an Ogg file how long it sounds."""

import struct
from typing import NamedTuple

_SAMPLE_RATES = {3: (44_100, 48_000, 32_000), 2: (22_050, 24_000, 16_000), 0: (11_025, 12_000, 8_000)}
_KILOBITS = {
    3: (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    2: (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
}


class SoundFile(NamedTuple):
    """What a sound is."""

    content_type: str
    """Media type."""
    seconds: float | None
    """How long it is; None where the file does not say."""


def sound_file(data: bytes) -> SoundFile | None:
    """Return what a sound is; None where the bytes are neither MP3 nor Ogg."""
    if data[:4] == b"OggS":
        return SoundFile("audio/ogg", _ogg_seconds(data))
    start = _after_tag(data)
    if start or (len(data) > 1 and data[0] == 0xFF and data[1] & 0xE6 == 0xE2):
        return SoundFile("audio/mpeg", _mp3_seconds(data, start))
    return None


def _ogg_seconds(data: bytes) -> float | None:
    vorbis, opus = data.find(b"\x01vorbis"), data.find(b"OpusHead")
    if vorbis > 0 and len(data) >= vorbis + 16:
        (rate,) = struct.unpack_from("<I", data, vorbis + 12)
    else:
        # The sample positions of Opus count 48,000 to the second, whatever the rate.
        rate = 48_000 if opus > 0 else 0
    last = data.rfind(b"OggS")
    if not rate or len(data) < last + 14:
        return None
    (samples,) = struct.unpack_from("<q", data, last + 6)
    return samples / rate if samples > 0 else None


def _after_tag(data: bytes) -> int:
    """Return where an MP3 goes on after its ID3 tag; 0 where it has none."""
    if data[:3] != b"ID3" or len(data) < 10:
        return 0
    size = 0
    for byte in data[6:10]:
        size = size << 7 | byte & 0x7F
    return 10 + size


def _mp3_seconds(data: bytes, at: int) -> float | None:
    seconds = 0.0
    while at + 4 <= len(data) and data[at] == 0xFF and data[at + 1] & 0xE0 == 0xE0:
        version, padding = data[at + 1] >> 3 & 3, data[at + 2] >> 1 & 1
        bits, rate = data[at + 2] >> 4, data[at + 2] >> 2 & 3
        if version == 1 or rate == 3 or bits in (0, 15):
            break
        hertz, samples = _SAMPLE_RATES[version][rate], 1152 if version == 3 else 576
        kilobits = _KILOBITS[3 if version == 3 else 2][bits]
        seconds += samples / hertz
        at += samples // 8 * kilobits * 1000 // hertz + padding
    return seconds or None
