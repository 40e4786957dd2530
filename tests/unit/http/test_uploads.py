"""Files: what arrives at a real server that takes the form apart, the first time and every other."""

import io
import json
import os
from pathlib import Path

import pytest
from aiohttp import web
from hypothesis import given
from hypothesis import strategies as st

from scurrypy.api.image_data import ImageAssetPart, ImageDataPart
from scurrypy.api.messages.attachment import AttachmentPart
from scurrypy.api.messages.sticker import StickerPart
from scurrypy.http.multipart import Form, message_form
from scurrypy.resources import Channel, Guild
from scurrypy.wire.errors import InvalidFile, InvalidRequest, RateLimited, RequestFailed, ServerError
from scurrypy.wire.upload import Upload
from tests.support.virtual_clock import run_virtual
from tests.unit.http.server import reset, talking

# The server's own parser warns of itself where a part ends in the midst of what arrived at once.
pytestmark = pytest.mark.filterwarnings("ignore:unread_data:DeprecationWarning")

BIG = os.urandom(700_000)
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 40
GIF = b"GIF89a" + b"\0" * 40


async def unavailable(request):
    await request.read()
    return web.Response(status=503)


async def pieces_of_big():
    for start in range(0, len(BIG), 100_000):
        yield BIG[start : start + 100_000]


@pytest.fixture
def big_file(tmp_path):
    path = tmp_path / "big.bin"
    path.write_bytes(BIG)
    return path


async def test_B7_files_arrive_with_their_names_types_and_numbers(tmp_path):
    path = tmp_path / "cat.png"
    path.write_bytes(PNG)
    async with talking() as (server, client):
        files = [str(path), path, Upload("note.txt", b"hi"), Upload("x", b"?", content_type="audio/ogg")]
        await client.request("POST", "/channels/1/messages", data={"content": "x"}, files=files)
        found = [(part.name, part.filename, part.content_type, part.body) for part in server.last.parts]
        assert found[1:] == [
            ("files[0]", "cat.png", "image/png", PNG),
            ("files[1]", "cat.png", "image/png", PNG),
            ("files[2]", "note.txt", "text/plain", b"hi"),
            ("files[3]", "x", "audio/ogg", b"?"),
        ]
        assert found[0][:3] == ("payload_json", None, "application/json")
        assert server.last.headers["Content-Length"].isdecimal()


@pytest.mark.parametrize("kind", ["path", "bytes", "bytearray", "memoryview", "file", "bytesio", "function"])
async def test_B7_every_attempt_sends_every_byte(kind, big_file):
    with big_file.open("rb") as opened:
        contents = {
            "path": big_file,
            "bytes": BIG,
            "bytearray": bytearray(BIG),
            "memoryview": memoryview(BIG),
            "file": opened,
            "bytesio": io.BytesIO(BIG),
            "function": pieces_of_big,
        }

        async with talking() as (server, client):
            server.replies = [unavailable, reset]
            data = {"content": "x"}
            await client.request("POST", "/channels/1/messages", data=data, files=[Upload("big.bin", contents[kind])])
            assert [arrival.part("files[0]").body == BIG for arrival in server.arrivals] == [True] * 3
        assert not opened.closed


async def test_B7_a_file_is_sent_from_where_it_stands():
    async with talking() as (server, client):
        stream = io.BytesIO(b"header|body")
        stream.seek(7)
        server.replies = [web.Response(status=503)]
        await client.request("PATCH", "/channels/1/messages/2", files=[Upload("x.txt", stream)])
        assert [arrival.part("files[0]").body for arrival in server.arrivals] == [b"body", b"body"]


class Once(io.RawIOBase):
    """A file that cannot seek, such as a pipe."""

    def __init__(self, data):
        self._left = data

    def readable(self):
        return True

    def readinto(self, buffer):
        piece, self._left = self._left[: len(buffer)], self._left[len(buffer) :]
        buffer[: len(piece)] = piece
        return len(piece)


ONCE = {"stream": pieces_of_big, "pipe": lambda: Once(BIG)}


@pytest.mark.parametrize("kind", ONCE)
@pytest.mark.parametrize("size", [None, len(BIG)])
async def test_a_stream_that_can_be_read_once_arrives_whole(kind, size):
    async with talking() as (server, client):
        await client.request("POST", "/channels/1/messages", files=[Upload("big.bin", ONCE[kind](), size=size)])
        assert server.last.part("files[0]").body == BIG
        assert ("Content-Length" in server.last.headers) is (size is not None)


async def limited(request):
    await request.read()
    return web.json_response(
        {"message": "slow down", "retry_after": 0.01, "global": False},
        status=429,
        headers={"Retry-After": "1", "X-RateLimit-Bucket": "b", "Via": "1.1 google"},
    )


@pytest.mark.parametrize("kind", ONCE)
@pytest.mark.parametrize(
    ("reply", "error"),
    [(unavailable, ServerError), (limited, RateLimited), (reset, RequestFailed)],
)
async def test_B7_a_stream_that_can_be_read_once_is_not_sent_again_with_a_part_missing(kind, reply, error):
    async with talking() as (server, client):
        server.replies = [reply]
        with pytest.raises(error) as told:
            await client.request("PATCH", "/channels/1/messages/2", files=[Upload("big.bin", ONCE[kind]())])
        assert len(server.arrivals) <= 1
        assert server.replies == []
        if error is RequestFailed:
            assert "used up" in str(told.value)


async def test_a_form_is_whole_where_a_kept_connection_turns_out_to_be_closed():
    """Some releases of aiohttp then send a PUT again by themselves; an iterator would give them what is left of it."""
    async with talking() as (server, client):
        await client.request("GET", "/users/@me")
        server.replies = [reset]
        await client.request("PUT", "/invites/x/target-users", assets={"file": Upload("ids.csv", BIG)})
        assert [arrival.part("file").body == BIG for arrival in server.arrivals[1:]] == [True, True]


async def attachments_of(data, files):
    async with talking() as (server, client):
        await client.request("PATCH", "/webhooks/1/abc/messages/2", data=data, files=files)
        return _payload(server)


def _payload(server):
    return json.loads(server.last.part("payload_json").body)


async def test_B7_attachments_are_described_where_the_caller_did_not():
    files = [Upload("a.txt", b"a"), Upload("b.txt", b"b", description="B")]
    assert await attachments_of(None, files) == {
        "attachments": [{"id": 0, "filename": "a.txt"}, {"id": 1, "filename": "b.txt", "description": "B"}]
    }


async def test_B7_attachments_that_are_kept_stay_listed_and_new_ones_are_numbered():
    data = {"attachments": [{"id": "123456789"}, {"description": "first"}]}
    assert await attachments_of(data, [Upload("a.txt", b"a"), Upload("b.txt", b"b")]) == {
        "attachments": [
            {"id": "123456789"},
            {"description": "first", "id": 0, "filename": "a.txt"},
            {"id": 1, "filename": "b.txt"},
        ]
    }
    assert data == {"attachments": [{"id": "123456789"}, {"description": "first"}]}


async def test_B7_attachments_that_have_their_numbers_keep_them():
    data = {"attachments": [{"id": 1, "filename": "other.txt"}, {"id": 0, "filename": "a.txt"}]}
    assert await attachments_of(data, [Upload("a.txt", b"a"), Upload("b.txt", b"b")]) == data


@pytest.mark.parametrize("inner", ["data", "message"])
async def test_B7_the_message_inside_another_body_gets_the_attachments(inner):
    body = {"type": 4, inner: {"content": "x"}}
    assert await attachments_of(body, [Upload("a.txt", b"a")]) == {
        "type": 4,
        inner: {"content": "x", "attachments": [{"id": 0, "filename": "a.txt"}]},
    }
    assert body == {"type": 4, inner: {"content": "x"}}


async def test_C3_names_and_types_of_files_are_told_by_the_system():
    """ScurryPy 2.3 split paths at `/` only, and called every file an octet stream."""
    async with talking() as (server, client):
        await client.request("POST", "/channels/1/messages", files=[Upload("we\\ird.jpg", b"x")])
        part = server.last.part("files[0]")
        assert part.content_type == "image/jpeg"
        assert Upload.from_path(Path("some") / "where" / "x.gif").filename == "x.gif"


async def test_C3_form_fields_arrive():
    """ScurryPy 2.3 ended in an AssertionError for every `assets`, so that no sticker could be made."""
    async with talking() as (server, client):
        assets = {"name": "cat", "description": "", "tags": "🐈", "none": None, "file": Upload("cat.png", PNG)}
        await client.request("POST", "/guilds/1/stickers", assets=assets, reason="because")
        assert {part.name: part.body.decode("latin-1") for part in server.last.parts[:3]} == {
            "name": "cat",
            "description": "",
            "tags": "🐈".encode().decode("latin-1"),
        }
        assert (server.last.part("file").filename, server.last.part("file").content_type) == ("cat.png", "image/png")
        assert server.last.headers["X-Audit-Log-Reason"] == "because"
        assert len(server.last.parts) == 4


async def test_C3_a_sticker_can_be_created():
    """ScurryPy 2.3 also gave `data` and `assets` in the wrong order."""
    async with talking() as (server, client):
        sticker = StickerPart(name="cat", description="a cat", tags="cat")
        await Guild(client, 1).create_sticker(sticker, ImageAssetPart(filename="cat.png", data=PNG))
        assert server.last.path == "/api/v10/guilds/1/stickers"
        assert server.last.part("file").body == PNG


@pytest.mark.parametrize("extras", [{"data": {}}, {"files": [Upload("a", b"")]}])
async def test_form_fields_stand_alone(extras):
    async with talking() as (server, client):
        with pytest.raises(InvalidRequest, match="assets"):
            await client.request("POST", "/guilds/1/stickers", assets={"name": "x"}, **extras)
        assert server.arrivals == []


async def test_files_need_an_object_beside_them():
    async with talking() as (_server, client):
        with pytest.raises(InvalidRequest, match="data"):
            await client.request("POST", "/channels/1/messages", data=[1], files=[Upload("a", b"")])


@pytest.mark.parametrize(("image", "kind"), [(PNG, "image/png"), (GIF, "image/gif")])
async def test_B8_images_travel_with_their_true_type_whatever_they_are_called(image, kind, tmp_path):
    path = tmp_path / "picture.jpg"
    path.write_bytes(image)
    async with talking() as (server, client):
        await client.request("POST", "/guilds/1/emojis", data={"image": ImageDataPart(path=str(path)).to_dict()})
        assert server.last.json["image"].startswith(f"data:{kind};base64,")


async def test_B24_bulk_deletions_are_checked_before_they_are_sent():
    async with talking() as (server, client):
        channel = Channel(client, 1)
        fresh = 1 << 62
        for ids in ([], [fresh], [fresh, fresh], list(range(fresh, fresh + 101)), [fresh, 1]):
            with pytest.raises(InvalidRequest):
                await channel.bulk_delete_messages(ids)
        assert server.arrivals == []
        await channel.bulk_delete_messages([fresh, fresh + 1])
        assert server.last.json == {"messages": [str(fresh), str(fresh + 1)]}


def closed_file():
    file = io.BytesIO(b"x")
    file.close()
    return file


@pytest.mark.parametrize("content", ["/no/such/file", "\0", io.StringIO("text"), closed_file(), 5, None])
async def test_a_file_that_cannot_be_sent_is_told_before_anything_is(content):
    async with talking() as (server, client):
        with pytest.raises(InvalidFile, match=r"cat\.png"):
            await client.request("POST", "/channels/1/messages", files=[Upload("cat.png", content)])
        assert server.arrivals == []


async def test_a_file_that_became_shorter_is_told(tmp_path):
    path = tmp_path / "log.txt"
    path.write_bytes(b"x" * 1000)
    async with talking() as (server, client):

        async def shrink(request):
            path.write_bytes(b"x")
            return web.Response(status=503)

        server.replies = [shrink]
        with pytest.raises(InvalidFile, match="shorter"):
            await client.request("PATCH", "/channels/1/messages/2", files=[path])


async def broken():
    yield b"x"
    raise RuntimeError("no more")


async def text_pieces():
    yield "text"


@pytest.mark.parametrize(
    ("content", "size", "why"),
    [
        (broken, None, "no more"),
        (broken(), 5, "no more"),
        (text_pieces, None, "not str"),
        (pieces_of_big, 5, "5 bytes were promised, but more came"),
        (pieces_of_big, len(BIG) + 1, f"but {len(BIG)} came"),
    ],
)
async def test_what_goes_wrong_with_a_stream_is_told_by_the_name_of_its_file_and_not_tried_again(content, size, why):
    async with talking() as (server, client):
        with pytest.raises(InvalidFile, match=rf"x\.bin: .*{why}"):
            await client.request("PATCH", "/channels/1/messages/2", files=[Upload("x.bin", content, size=size)])
        assert server.arrivals == []


async def test_a_media_type_cannot_add_a_header():
    async with talking() as (_server, client):
        with pytest.raises(InvalidRequest, match="content_type"):
            await client.request("POST", "/channels/1/messages", files=[Upload("x", b"", content_type="a\r\nX: y")])


async def bytes_of(form):
    return b"".join([piece async for piece in form])


@given(st.lists(st.tuples(st.text(min_size=1, max_size=30), st.binary(max_size=300)), max_size=5))
def test_the_size_that_is_told_is_the_size_that_is_sent(files):
    form = message_form({"content": "x"}, [Upload(name, content) for name, content in files])
    first, second = run_virtual(bytes_of(form)), run_virtual(bytes_of(form))
    assert first == second
    assert len(first) == form.size


names = st.text(st.characters(codec=None), max_size=50) | st.text('/\\.\r\n\0"%;= a\udcff', max_size=9)


@given(names)
def test_no_name_of_a_file_can_add_a_header_or_a_field(name):
    form = Form()
    form.add_file("files[0]", Upload(name, b"", content_type="a/b"))
    head = run_virtual(bytes_of(form)).split(b"\r\n\r\n")[0]
    assert head.count(b"\r\n") == 2
    assert head.count(b'"') == 4
    assert head.decode()


@given(names)
def test_a_name_is_the_last_part_of_a_path_of_any_system(name):
    kept = Upload(name, b"").filename
    assert bool(kept) is bool(name)
    assert not set(kept) & set("/\\\0\r\n")
    assert Upload(kept, b"").filename == kept
    assert Upload(f"C:\\x\\{kept or 'y'}", b"").filename == Upload(f"../{kept or 'y'}", b"").filename == (kept or "y")


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("C:\\notes\\a.txt", "a.txt"),
        ("/home/a/.profile", ".profile"),
        ("folder/", "folder"),
        ("..", "file"),
        ("caf\udce9.txt", "caf?.txt"),
        ("two\r\nlines.txt", "two__lines.txt"),
        ('say "hi".txt', 'say "hi".txt'),
    ],
)
async def test_names_reach_the_form_and_the_json_alike(name, kept):
    async with talking() as (server, client):
        await client.request("POST", "/channels/1/messages", files=[Upload(name, b"x")])
        assert _payload(server)["attachments"][0]["filename"] == kept
        assert server.last.part("files[0]").filename in (kept, kept.replace('"', "%22"))


def test_a_form_whose_size_nobody_knows_says_so():
    form = Form()
    form.add_file("files[0]", Upload("x", pieces_of_big))
    assert form.size is None


def test_the_bytes_of_an_upload_are_not_shown():
    assert repr(Upload("x.png", b"secret")).startswith("Upload(filename='x.png', content_type=None,")
    assert "secret" not in repr([Upload("x.png", b"secret"), AttachmentPart(content=b"secret", filename="x.png")])
