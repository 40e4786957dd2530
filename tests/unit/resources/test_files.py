"""Files: on messages, and the one form there is."""

import io
from pathlib import Path

import pytest

from scurrypy.api.image_data import ImageAssetPart, ImageDataPart
from scurrypy.api.messages import AttachmentModel, AttachmentPart, Embed, MessagePart, StickerPart
from scurrypy.enums import MessageFlags
from scurrypy.resources import Channel, Guild, Interaction, Message, User
from scurrypy.resources.message_body import create_body, edit_body
from scurrypy.wire.errors import InvalidRequest, MissingField
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


class Named(io.BytesIO):
    def __init__(self, data: bytes, name: object):
        super().__init__(data)
        self.name = name


async def stream():
    yield b"abc"


@pytest.mark.parametrize(
    ("part", "filename"),
    [
        (AttachmentPart(content=b"abc", filename="a.bin"), "a.bin"),
        (AttachmentPart(content=io.BytesIO(b"abc"), filename="../a.bin"), "a.bin"),
        (AttachmentPart(content=Named(b"abc", "/home/folder/a.bin")), "a.bin"),
        (AttachmentPart(content=Named(b"abc", Path("C:\\folder\\a.bin"))), "a.bin"),
        (AttachmentPart(content=stream, filename="a.bin"), "a.bin"),
        (AttachmentPart(content=Upload("a.bin", b"abc")), "a.bin"),
        (AttachmentPart(content=Upload("b.bin", b"abc", size=3), filename="a.bin"), "a.bin"),
        (AttachmentPart(content=Path("/home/a.bin")), "a.bin"),
    ],
)
def test_a_part_takes_every_kind_of_content(part: AttachmentPart, filename: str):
    body, files = create_body(MessagePart(attachments=[part]))
    assert body["attachments"] == [{"id": 0, "filename": filename}]
    assert isinstance(files[0], Upload)
    assert files[0].filename == filename
    assert files[0].content is (part.content.content if isinstance(part.content, Upload) else part.content)


@pytest.mark.parametrize("content", [b"abc", io.BytesIO(b"abc"), Named(b"abc", 3), stream])
def test_a_content_without_a_name_is_told(content: object):
    with pytest.raises(MissingField, match="filename"):
        create_body(MessagePart(attachments=[AttachmentPart(content=content)]))


def test_what_an_upload_says_of_itself_is_sent_and_the_part_has_the_last_word():
    upload = Upload("a.bin", b"abc", description="of the upload", is_spoiler=True)
    part = AttachmentPart(content=upload, description="of the part", title="A")
    body, _ = create_body(MessagePart(attachments=[upload, part]))
    assert body["attachments"] == [
        {"id": 0, "filename": "a.bin", "description": "of the upload", "is_spoiler": True},
        {"id": 1, "filename": "a.bin", "description": "of the part", "is_spoiler": True, "title": "A"},
    ]


RECORDING = AttachmentPart(content=b"OggS", filename="voice-message.ogg", duration_secs=1.5, waveform="AAAA")
VOICE = MessageFlags.IS_VOICE_MESSAGE


def test_a_voice_message_is_a_recording_and_a_flag():
    body, files = create_body(MessagePart(flags=VOICE, attachments=[RECORDING]))
    assert body == {
        "flags": VOICE,
        "attachments": [{"id": 0, "filename": "voice-message.ogg", "duration_secs": 1.5, "waveform": "AAAA"}],
    }
    assert files == [Upload("voice-message.ogg", b"OggS")]


@pytest.mark.parametrize(
    ("part", "field"),
    [
        (MessagePart("hi", flags=VOICE, attachments=[RECORDING]), "content"),
        (MessagePart(flags=VOICE, attachments=[RECORDING], embeds=[Embed(title="x")]), "embeds"),
        (MessagePart(flags=VOICE, attachments=[]), ""),
        (MessagePart(flags=VOICE, attachments=[RECORDING, RECORDING]), "attachments"),
        (MessagePart(flags=VOICE, attachments=[Upload("a.ogg", b"OggS")]), "attachments[0].duration_secs"),
        (
            MessagePart(flags=VOICE, attachments=[AttachmentPart(content=b"", filename="a.ogg", duration_secs=1)]),
            "attachments[0].waveform",
        ),
    ],
)
def test_what_is_no_voice_message_is_refused(part: MessagePart, field: str):
    with pytest.raises(InvalidRequest) as told:
        create_body(part)
    assert told.value.field == field


async def test_a_file_over_the_limit_of_the_interaction_is_refused_before_it_is_sent(text: str):
    http = Recorder(answer={})
    small = Interaction(http, Snowflake(1), "tok", application_id=Snowflake(2), attachment_size_limit=1)
    two = MessagePart(attachments=[Upload("a.bin", b"a"), AttachmentPart(text)])
    with pytest.raises(InvalidRequest, match=r"files\[1\]: at most 1 bytes, got '2 bytes \(notes.txt\)'"):
        await small.respond(two)
    with pytest.raises(InvalidRequest):
        await small.create_followup(two)
    with pytest.raises(InvalidRequest):
        await small.edit_original(attachments=[Upload("x", stream, size=2)])
    assert http.calls == []
    # Nobody knows how long it is.
    await small.respond(MessagePart(attachments=[Upload("a.bin", stream)]))
    await Interaction(http, Snowflake(1), "tok", attachment_size_limit=2).respond(two)
    await Interaction(http, Snowflake(1), "tok").respond(two)
    assert len(http.calls) == 3


async def test_a_sticker_may_be_an_upload():
    http = Recorder(answer={"id": "5"})
    upload = Upload("wave.png", io.BytesIO(PNG))
    await Guild(http, Snowflake(1)).create_sticker(StickerPart("wave", "waves", "wave"), upload)
    assert http.call.assets["file"] is upload
