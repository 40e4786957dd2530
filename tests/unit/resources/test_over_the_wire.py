"""Resources with the package's own HTTP client, against a server on this machine: what really arrives."""

import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web

from scurrypy.api.application import InstallParamsPart, IntegrationTypeConfigurationPart
from scurrypy.api.components import ActionRow, Button
from scurrypy.api.guilds import GuildRolePart
from scurrypy.api.image_data import ImageAssetPart
from scurrypy.api.messages import AttachmentPart, MessagePart, StickerPart
from scurrypy.enums import ApplicationIntegrationType, ButtonStyle, OAuth2Scope, OverwriteType, Permissions
from scurrypy.http import HTTPClient
from scurrypy.resources import Application, Channel, Guild, Message, User
from scurrypy.wire.errors import NotFound
from scurrypy.wire.snowflake import Snowflake
from scurrypy.wire.upload import Upload

PNG = b"\x89PNG\r\n\x1a\n" + bytes(16)


class Server:
    """Remembers the last request, taken apart, and answers with `answer`."""

    def __init__(self) -> None:
        self.answer: Any = {"id": "1"}
        self.status = 200
        self.path = ""
        self.body: Any = None
        self.form: dict[str, Any] = {}
        self.reason: str | None = None
        self.authorization: str | None = None

    async def handle(self, request: web.Request) -> web.Response:
        self.path = request.path_qs
        self.reason = request.headers.get("X-Audit-Log-Reason")
        self.authorization = request.headers.get("Authorization")
        if request.content_type == "multipart/form-data":
            await self._take_apart(request)
        else:
            self.body = await request.json() if request.can_read_body else None
        return web.json_response(self.answer, status=self.status)

    async def _take_apart(self, request: web.Request) -> None:
        async for part in await request.multipart():
            content = await part.read()
            if part.name == "payload_json":
                self.body = json.loads(content)
            else:
                self.form[part.name] = (part.filename, bytes(content))


@pytest.fixture
async def server() -> AsyncIterator[tuple[Server, HTTPClient]]:
    server = Server()
    app = web.Application()
    app.router.add_route("*", "/{tail:.*}", server.handle)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    port = runner.addresses[0][1]
    http = HTTPClient(base_url=f"http://127.0.0.1:{port}/api/v10")
    await http.start("token")
    yield server, http
    await http.close()
    await runner.cleanup()


async def test_a_message_arrives_as_discord_wants_it(server: tuple[Server, HTTPClient]):
    seen, http = server
    button = Button(ButtonStyle.PRIMARY, "go", "Go")
    await Channel(http, Snowflake(5)).send(MessagePart("hi", components=[ActionRow([button])]))
    assert seen.path == "/api/v10/channels/5/messages"
    assert seen.body["content"] == "hi"
    assert seen.body["components"] == [
        {"type": 1, "components": [{"type": 2, "style": 1, "custom_id": "go", "label": "Go"}]}
    ]


async def test_ids_and_permissions_arrive_as_text(server: tuple[Server, HTTPClient]):
    seen, http = server
    allowed = Permissions.VIEW_CHANNEL | Permissions.SEND_MESSAGES
    await Channel(http, Snowflake(5)).edit_permissions(9, OverwriteType.ROLE, allow=allowed)
    assert seen.body == {"type": 0, "allow": "3072", "deny": "0"}
    await Guild(http, Snowflake(5)).create_role(GuildRolePart("x", permissions=Permissions.SEND_MESSAGES))
    assert seen.body["permissions"] == "2048"
    await User(http).create_dm(175928847299117063)
    assert seen.body == {"recipient_id": "175928847299117063"}


async def test_files_arrive_under_the_ids_that_describe_them(server: tuple[Server, HTTPClient], tmp_path: Path):
    seen, http = server
    path = tmp_path / "a.txt"
    path.write_bytes(b"from a path")
    kept = AttachmentPart(id=99)
    files = [kept, AttachmentPart(str(path), "first"), Upload("b.bin", b"from memory")]
    await Message(http, Snowflake(1), Snowflake(2)).edit(content=None, attachments=files)
    assert seen.form == {"files[0]": ("a.txt", b"from a path"), "files[1]": ("b.bin", b"from memory")}
    assert seen.body["content"] is None
    assert [(entry["id"], entry.get("filename")) for entry in seen.body["attachments"]] == [
        (99, None),
        (0, "a.txt"),
        (1, "b.bin"),
    ]


async def test_a_sticker_arrives_as_a_form_2_3_never_sent_one(server: tuple[Server, HTTPClient], tmp_path: Path):
    seen, http = server
    path = tmp_path / "wave.png"
    path.write_bytes(PNG)
    sticker = StickerPart("wave", "waves", "wave")
    await Guild(http, Snowflake(1)).create_sticker(sticker, ImageAssetPart(str(path)), reason="für alle")
    assert {name: value for name, (_, value) in seen.form.items()} == {
        "name": b"wave",
        "description": b"waves",
        "tags": b"wave",
        "file": PNG,
    }
    assert seen.form["file"][0] == "wave.png"
    assert seen.reason == "f%C3%BCr%20alle"


async def test_query_and_emoji_arrive(server: tuple[Server, HTTPClient]):
    seen, http = server
    seen.answer = []
    await Message(http, Snowflake(1), Snowflake(2)).fetch_emoji_reactions("❤️", limit=5)
    assert seen.path == "/api/v10/channels/2/messages/1/reactions/%E2%9D%A4%EF%B8%8F?type=0&limit=5"


async def test_an_error_of_discord_reaches_the_caller(server: tuple[Server, HTTPClient]):
    seen, http = server
    seen.status, seen.answer = 404, {"message": "Unknown Message", "code": 10008}
    with pytest.raises(NotFound) as caught:
        await Message(http, Snowflake(1), Snowflake(2)).fetch()
    assert caught.value.code == 10008


async def test_a_file_for_an_activity_arrives_in_the_name_of_its_user(server: tuple[Server, HTTPClient]):
    seen, http = server
    seen.answer = {"attachment": {"id": "7", "url": "https://cdn.example/best.png"}}
    application = Application(http, Snowflake(5))
    upload = Upload("best.png", PNG)
    shown = await application.upload_attachment(upload, access_token="theirs")
    assert (shown.id, shown.url) == (7, "https://cdn.example/best.png")
    assert (seen.path, seen.form) == ("/api/v10/applications/5/attachment", {"file": ("best.png", PNG)})
    assert seen.authorization == "Bearer theirs"
    await application.upload_attachment(upload)
    assert seen.authorization == "Bot token"


async def test_skus_and_flags_arrive_as_a_query(server: tuple[Server, HTTPClient]):
    seen, http = server
    seen.answer = []
    await Application(http, Snowflake(5)).fetch_entitlements(sku_ids=[7, 8], exclude_ended=True, limit=3)
    assert seen.path == "/api/v10/applications/5/entitlements?sku_ids=7%2C8&limit=3&exclude_ended=true"


async def test_install_settings_arrive_by_place(server: tuple[Server, HTTPClient]):
    seen, http = server
    install = InstallParamsPart([OAuth2Scope.BOT], Permissions.SEND_MESSAGES)
    config = {ApplicationIntegrationType.GUILD_INSTALL: IntegrationTypeConfigurationPart(install)}
    await Application(http, Snowflake(5)).edit(integration_types_config=config, install_params=None)
    assert seen.body == {
        "integration_types_config": {"0": {"oauth2_install_params": {"scopes": ["bot"], "permissions": "2048"}}},
        "install_params": None,
    }
