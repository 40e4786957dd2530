import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scurrypy.sandbox.payloads.pictures import draw_avatar
from scurrypy.sandbox.rules.images import image_size

JPEG = b"\xff\xd8\xff\xe0\0\x10" + bytes(14) + b"\xff\xc0\0\x11\x08" + struct.pack(">HH", 7, 9) + bytes(10)
WEBP_X = b"RIFF\0\0\0\0WEBPVP8X" + bytes(8) + b"\x08\0\0\x06\0\0"
WEBP_LOSSLESS = b"RIFF\0\0\0\0WEBPVP8L" + bytes(5) + struct.pack("<I", 8 | 6 << 14)
WEBP_LOSSY = b"RIFF\0\0\0\0WEBPVP8 " + bytes(10) + struct.pack("<HH", 9, 7)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (draw_avatar("x", 9), ("image/png", 9, 9)),
        (b"GIF89a\x09\0\x07\0rest", ("image/gif", 9, 7)),
        (JPEG, ("image/jpeg", 9, 7)),
        (WEBP_X, ("image/webp", 9, 7)),
        (WEBP_LOSSLESS, ("image/webp", 9, 7)),
        (WEBP_LOSSY, ("image/webp", 9, 7)),
        (b"", None),
        (b"text", None),
        (b"\xff\xd8\xff", None),
    ],
)
def test_images_are_measured(data: bytes, expected: tuple[str, int, int] | None) -> None:
    assert image_size(data) == expected


@given(st.sampled_from([draw_avatar("x", 3), JPEG, WEBP_X, WEBP_LOSSLESS, WEBP_LOSSY, b"GIF89a\1\0\1\0"]), st.data())
def test_broken_images_are_none_or_measured_and_never_an_error(whole: bytes, data: st.DataObject) -> None:
    cut = whole[: data.draw(st.integers(0, len(whole)))]
    garbled = bytearray(cut)
    if garbled:
        garbled[data.draw(st.integers(0, len(garbled) - 1))] = data.draw(st.integers(0, 255))
    size = image_size(bytes(garbled))
    assert size is None or min(size.width, size.height) >= 0


def test_the_same_seed_draws_the_same_avatar() -> None:
    assert draw_avatar("1") == draw_avatar("1")
    assert draw_avatar("1") != draw_avatar("2")
