import base64
from pathlib import Path

import pytest

from scurrypy.api import SoundboardSoundPart, SoundDataPart
from scurrypy.wire.errors import InvalidFile, MissingField

OGG = b"OggS\x00\x02 rest"
SOUNDS = [
    ("audio/ogg", OGG),
    ("audio/mpeg", b"ID3\x04 rest"),
    ("audio/mpeg", b"\xff\xfb\x90 rest"),
    ("audio/mpeg", b"\xff\xf3\x90 rest"),
    ("audio/mpeg", b"\xff\xe2\x90 rest"),
]


@pytest.mark.parametrize(("kind", "data"), SOUNDS)
def test_a_sound_is_sent_as_what_it_is_not_as_what_its_name_says(kind: str, data: bytes, tmp_path: Path):
    path = tmp_path / "sound.wav"
    path.write_bytes(data)
    expected = f"data:{kind};base64,{base64.b64encode(data).decode()}"
    assert SoundDataPart(str(path)).to_dict() == expected
    assert SoundDataPart(data=data).to_dict() == expected


def test_a_sound_stands_in_the_body_of_what_is_created():
    part = SoundboardSoundPart("quack", SoundDataPart(data=OGG))
    assert part.to_dict() == {"name": "quack", "sound": SoundDataPart(data=OGG).to_dict()}


@pytest.mark.parametrize("data", [b"", b"RIFF\x00\x00\x00\x00WAVE", b"\xff\xd8\xff\xe0 jpeg", b"\xff\xf1 aac", b"fLaC"])
def test_what_is_no_mp3_and_no_ogg_is_refused(data: bytes):
    with pytest.raises(InvalidFile, match=r"SoundDataPart\.data: not an MP3 or Ogg sound"):
        SoundDataPart(data=data).to_dict()


def test_a_sound_of_512_kib_is_sent_and_one_byte_more_is_refused():
    largest = OGG.ljust(512 * 1024, b"\x00")
    assert SoundDataPart(data=largest).to_dict().startswith("data:audio/ogg;base64,")
    with pytest.raises(InvalidFile, match="524289 bytes, at most 524288 are allowed"):
        SoundDataPart(data=largest + b"\x00").to_dict()


def test_a_sound_that_cannot_be_read_is_named(tmp_path: Path):
    with pytest.raises(InvalidFile, match=r"none\.mp3: No such file"):
        SoundDataPart(str(tmp_path / "none.mp3")).to_dict()
    with pytest.raises(MissingField, match="SoundDataPart: neither path nor data is set"):
        SoundDataPart().to_dict()
