import base64
import io
from pathlib import Path

import pytest

from scurrypy.api import ApplicationEmojiPart, ImageAssetPart, ImageDataPart
from scurrypy.wire.errors import InvalidFile, MissingField

PNG = b"\x89PNG\r\n\x1a\n rest"
IMAGES = {
    "image/png": PNG,
    "image/jpeg": b"\xff\xd8\xff\xe0 rest",
    "image/gif": b"GIF89a rest",
    "image/webp": b"RIFF\x00\x00\x00\x00WEBPVP8 rest",
    "image/avif": b"\x00\x00\x00\x20ftypavif rest",
}


@pytest.mark.parametrize(("kind", "data"), IMAGES.items())
def test_an_image_is_sent_as_what_it_is_not_as_what_its_name_says(kind: str, data: bytes, tmp_path: Path):
    path = tmp_path / "image.txt"
    path.write_bytes(data)
    expected = f"data:{kind};base64,{base64.b64encode(data).decode()}"
    assert ImageDataPart(str(path)).to_dict() == expected
    assert ImageDataPart(data=data).to_dict() == expected


class Once(io.BytesIO):
    def seekable(self) -> bool:
        return False


@pytest.mark.parametrize("data", [bytearray(PNG), memoryview(PNG), io.BytesIO(PNG), Once(PNG)])
def test_an_image_may_be_in_memory_or_in_an_open_file(data: object):
    expected = f"data:image/png;base64,{base64.b64encode(PNG).decode()}"
    assert ImageDataPart(data=data).to_dict() == expected
    if not isinstance(data, Once):
        assert ImageDataPart(data=data).to_dict() == expected, "it can be sent again"


def test_an_image_in_a_file_begins_where_the_file_stands(tmp_path: Path):
    path = tmp_path / "image"
    path.write_bytes(b"header" + PNG)
    with path.open("rb") as file:
        file.seek(6)
        assert ImageDataPart(data=file).to_dict() == ImageDataPart(data=PNG).to_dict()
        assert ImageAssetPart("a.png", data=file).to_dict()["value"] == PNG
        assert file.tell() == 6
    with pytest.raises(InvalidFile, match=r"ImageDataPart\.data"):
        ImageDataPart(data=file).to_dict()


@pytest.mark.parametrize("data", [io.StringIO("text"), "text", 5])
def test_what_gives_no_bytes_is_no_image(data: object):
    with pytest.raises(InvalidFile, match=r"ImageDataPart\.data"):
        ImageDataPart(data=data).to_dict()


def test_a_path_may_be_an_object(tmp_path: Path):
    path = tmp_path / "image.png"
    path.write_bytes(PNG)
    assert ImageDataPart(path).to_dict() == ImageDataPart(data=PNG).to_dict()
    assert ImageAssetPart(path).to_dict()["filename"] == str(path)


def test_bug_of_2_3_a_part_with_an_image_could_not_be_sent():
    assert ApplicationEmojiPart("fox", ImageDataPart(data=PNG)).to_dict() == {
        "name": "fox",
        "image": f"data:image/png;base64,{base64.b64encode(PNG).decode()}",
    }


def test_what_is_no_image_is_refused(tmp_path: Path):
    path = tmp_path / "image.png"
    path.write_bytes(b"just text")
    with pytest.raises(InvalidFile, match="not a PNG"):
        ImageDataPart(str(path)).to_dict()
    with pytest.raises(InvalidFile, match="No such file"):
        ImageDataPart(str(tmp_path / "none.png")).to_dict()
    with pytest.raises(MissingField):
        ImageDataPart().to_dict()


def test_a_sticker_file_tells_its_kind(tmp_path: Path):
    path = tmp_path / "sticker.png"
    path.write_bytes(PNG)
    assert ImageAssetPart(str(path)).to_dict() == {"filename": str(path), "content_type": "image/png", "value": PNG}
    lottie = ImageAssetPart("a.json", data=b"{}").to_dict()
    assert lottie == {"filename": "a.json", "content_type": "application/json", "value": b"{}"}
    with pytest.raises(InvalidFile, match="unknown media type"):
        ImageAssetPart("a.unknown", data=b"x").to_dict()
    with pytest.raises(MissingField):
        ImageAssetPart().to_dict()
