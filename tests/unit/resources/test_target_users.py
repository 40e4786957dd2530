"""The list of those who may use an invite, there and back."""

import json
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web

from scurrypy.api.invite import InvitePart
from scurrypy.resources import Channel, Invite
from scurrypy.wire.errors import InvalidRequest
from scurrypy.wire.snowflake import Snowflake
from scurrypy.wire.upload import Upload
from tests.unit.http.server import talking
from tests.unit.resources.recorder import Recorder

ONE = Snowflake(1)


async def test_ids_arrive_as_a_file_of_one_column():
    async with talking() as (server, client):
        await Invite(client, "abc").edit_target_users(user_id for user_id in (175928847299117063, 2))
        (part,) = server.last.parts
        assert (part.name, part.filename, part.content_type) == ("target_users_file", "target_users.csv", "text/csv")
        assert part.body == b"user_id\n175928847299117063\n2\n"


async def test_a_file_arrives_as_it_is(tmp_path: Path):
    path = tmp_path / "testers.csv"
    path.write_bytes(b"7\n8")
    async with talking() as (server, client):
        for given in (path, str(path), Upload("testers.csv", b"7\n8", "text/csv")):
            await Invite(client, "abc").edit_target_users(given)
            (part,) = server.last.parts
            assert (part.filename, part.content_type, part.body) == ("testers.csv", "text/csv", b"7\n8")


async def test_an_invite_for_some_is_a_form_with_all_the_rest_beside_the_file():
    async with talking() as (server, client):
        server.replies = [web.json_response({"type": 0, "code": "abc", "uses": 0})]
        invite = InvitePart(max_age=0, role_ids=[ONE], unique=True)
        made = await Channel(client, ONE).create_invite(invite, target_users_file=[2], reason="testers")
        assert json.loads(server.last.part("payload_json").body) == {"max_age": 0, "role_ids": ["1"], "unique": True}
        assert server.last.part("target_users_file").body == b"user_id\n2\n"
        assert server.last.headers["X-Audit-Log-Reason"] == "testers"
        assert (made.code, made.uses) == ("abc", 0)


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        (b"user_id\n2\n3\n", "text/csv"),
        (b'user_id\r\n"2"\r\n3', "text/csv; charset=utf-8"),
        (b"user_id\n2\n3\n", "application/octet-stream"),
    ],
)
async def test_discords_file_is_read_as_ids(body: bytes, content_type: str):
    async with talking() as (server, client):
        server.replies = [web.Response(body=body, headers={"Content-Type": content_type})]
        found = await Invite(client, "abc").fetch_target_users()
        assert found == [2, 3]
        assert {type(user_id) for user_id in found} == {Snowflake}


async def test_an_empty_file_names_nobody():
    assert await Invite(Recorder(answer=None), "abc").fetch_target_users() == []


@pytest.mark.parametrize("users", [[2, "3"], [2, None], [True]])
async def test_what_is_no_id_is_refused_with_its_place(users: Any):
    http = Recorder()
    with pytest.raises(InvalidRequest, match=r"target_users_file\[\d\]: the id of a user"):
        await Invite(http, "abc").edit_target_users(users)
    assert http.calls == []
