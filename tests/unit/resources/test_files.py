"""Files: on messages, and the one form there is."""

import io
from pathlib import Path

import pytest

from scurrypy.api.image_data import ImageAssetPart, ImageDataPart
from scurrypy.api.messages import AttachmentModel, AttachmentPart, MessagePart, StickerPart
from scurrypy.resources import Channel, Guild, Interaction, Message, User
from scurrypy.resources.message_body import create_body, edit_body
from scurrypy.wire.snowflake import Snowflake
from scurrypy.wire.upload import Upload
from tests.unit.resources.recorder import ReasonRecorder, Recorder

PNG = b"\x89PNG\r\n\x1a\n" + bytes(16)


@pytest.fixture
def text(tmp_path: Path) -> str:
    path = tmp_path / "notes.txt"
    path.write_text("hi")
    return str(path)


async def test_a_path_becomes_a_numbered_attachment(text: str):
    http = Recorder(answer={})
    part = MessagePart("x", attachments=[AttachmentPart(text, "what it is"), AttachmentPart(text)])
    await Channel(http, Snowflake(1)).send(part)
    assert http.call.files == [text, text]
    assert http.call.data["attachments"] == [
        {"id": 0, "filename": "notes.txt", "description": "what it is"},
        {"id": 1, "filename": "notes.txt"},
    ]


def test_an_upload_is_an_attachment_of_its_own():
    upload = Upload("a.bin", b"abc", description="bytes")
    body, files = create_body(MessagePart(attachments=[upload, Upload("b.bin", io.BytesIO(b"abc"))]))
    assert files[0] is upload
    assert body["attachments"] == [
        {"id": 0, "filename": "a.bin", "description": "bytes"},
        {"id": 1, "filename": "b.bin"},
    ]


def test_a_file_may_be_sent_under_another_name(text: str):
    body, files = create_body(MessagePart(attachments=[AttachmentPart(text, filename="minutes.txt")]))
    assert body["attachments"] == [{"id": 0, "filename": "minutes.txt"}]
    assert files == [Upload("minutes.txt", text)]


def test_the_name_of_a_windows_path_is_its_last_part_2_3_sent_all_of_it():
    body, _ = create_body(MessagePart(attachments=[AttachmentPart("C:\\notes\\a.txt")]))
    assert body["attachments"][0]["filename"] == "a.txt"


def test_path_objects_are_taken(tmp_path: Path):
    body, files = create_body(MessagePart(attachments=[AttachmentPart(tmp_path / "x.png")]))
    assert files == [tmp_path / "x.png"]
    assert body["attachments"][0]["filename"] == "x.png"


def test_an_edit_keeps_attachments_by_id_and_numbers_the_new_ones(text: str):
    kept = AttachmentModel.from_dict(
        {"id": "99", "filename": "old.txt", "size": 1, "url": "https://x", "proxy_url": ""}
    )
    body, files = edit_body({"attachments": [kept, AttachmentPart(text)]})
    assert files == [text]
    assert body["attachments"][0]["id"] == 99
    assert body["attachments"][1] == {"id": 0, "filename": "notes.txt"}


def test_an_edit_can_remove_all_attachments():
    assert edit_body({"attachments": []}) == ({"attachments": []}, [])
    assert edit_body({"attachments": None}) == ({"attachments": None}, [])


async def test_the_callers_attachments_are_not_changed_2_3_numbered_them(text: str):
    part = AttachmentPart(text)
    await Channel(Recorder(answer={}), Snowflake(1)).send(MessagePart(attachments=[part]))
    assert part == AttachmentPart(text)


async def test_followup_sends_its_files_2_3_dropped_them(text: str):
    http = Recorder(answer={})
    await Interaction(http, Snowflake(1), "tok").followup(Snowflake(2), MessagePart(attachments=[AttachmentPart(text)]))
    assert http.call.files == [text]
    assert http.call.data["attachments"] == [{"id": 0, "filename": "notes.txt"}]


async def test_edit_original_takes_attachments_2_3_raised_attribute_error(text: str):
    http = Recorder(answer={})
    await Interaction(http, Snowflake(1), "tok").edit_original(Snowflake(2), attachments=[AttachmentPart(text)])
    assert http.call.files == [text]


async def test_update_and_respond_send_files(text: str):
    http = Recorder()
    interaction = Interaction(http, Snowflake(1), "tok")
    await interaction.respond(MessagePart(attachments=[AttachmentPart(text)]))
    await interaction.update(attachments=[AttachmentPart(text)])
    assert [call.files for call in http.calls] == [[text], [text]]
    assert http.calls[1].data["data"]["attachments"] == [{"id": 0, "filename": "notes.txt"}]


async def test_message_edit_sends_files(text: str):
    http = Recorder(answer={})
    await Message(http, Snowflake(1), Snowflake(2)).edit(attachments=[AttachmentPart(text)])
    assert http.call.files == [text]


async def test_create_sticker_sends_a_form_2_3_swapped_body_and_form(tmp_path: Path):
    path = tmp_path / "wave.png"
    path.write_bytes(PNG)
    http = ReasonRecorder(answer={"id": "5"})
    sticker = StickerPart("wave", "waves", "wave")
    made = await Guild(http, Snowflake(1)).create_sticker(sticker, ImageAssetPart(str(path)), reason="new")
    assert made.id == 5
    assert (http.call.method, http.call.endpoint, http.call.data, http.call.reason) == (
        "POST",
        "/guilds/1/stickers",
        None,
        "new",
    )
    form = http.call.assets
    assert {name: form[name] for name in ("name", "description", "tags")} == {
        "name": "wave",
        "description": "waves",
        "tags": "wave",
    }
    assert (form["file"].filename, form["file"].content_type) == ("wave.png", "image/png")


async def test_an_image_in_an_edit_becomes_a_data_uri_2_3_raised_value_error(tmp_path: Path):
    path = tmp_path / "face.png"
    path.write_bytes(PNG)
    http = Recorder(answer={})
    await User(http).modify_current_user(avatar=ImageDataPart(str(path)), banner=None)
    assert http.call.data["avatar"].startswith("data:image/png;base64,")
    assert http.call.data["banner"] is None


async def test_a_path_alone_is_an_attachment(text: str):
    http = Recorder(answer={})
    await Channel(http, Snowflake(1)).send(MessagePart(attachments=[text, Path(text)]))
    assert [entry["filename"] for entry in http.call.data["attachments"]] == [Path(text).name] * 2
    assert http.call.files == [text, text]
