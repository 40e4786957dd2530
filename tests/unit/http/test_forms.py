"""URL-encoded forms and headers of one operation, as they arrive at a real server."""

from urllib.parse import parse_qsl

import pytest
from aiohttp import web
from hypothesis import given
from hypothesis import strategies as st

from scurrypy.http.outgoing import UrlForm, body_of, headers_of
from scurrypy.wire.errors import InvalidRequest, RequestFailed
from tests.unit.http.server import TOKEN, reset, talking


async def test_a_form_arrives_url_encoded_and_none_is_left_out():
    async with talking() as (server, client):
        await client.request("POST", "/oauth2/token", form={"code": "a&b=ü +", "scope": None, "grant_type": "x"})
        assert server.last.headers["Content-Type"] == "application/x-www-form-urlencoded"
        assert parse_qsl(server.last.body.decode()) == [("code", "a&b=ü +"), ("grant_type", "x")]


async def test_a_form_is_sent_again_whole_after_a_limit():
    async with talking() as (server, client):
        limited = web.json_response({"retry_after": 0.01, "global": False}, status=429, headers={"Retry-After": "0"})
        server.replies = [limited]
        await client.request("POST", "/oauth2/token", form={"code": "abc"}, authorization="Basic eA==")
        assert [arrival.body for arrival in server.arrivals] == [b"code=abc"] * 2
        assert {arrival.headers["Authorization"] for arrival in server.arrivals} == {"Basic eA=="}


async def test_a_form_whose_answer_was_lost_is_not_sent_again_since_a_code_works_once():
    async with talking() as (server, client):
        server.replies = [reset]
        with pytest.raises(RequestFailed, match="may have done it"):
            await client.request("POST", "/oauth2/token", form={"code": "abc"})
        assert len(server.arrivals) == 1


@pytest.mark.parametrize("other", [{"data": {}}, {"files": ["x"]}, {"assets": {"a": "b"}}])
async def test_a_form_beside_another_body_is_refused(other):
    async with talking() as (server, client):
        with pytest.raises(InvalidRequest, match="form: fields instead of data, files and assets"):
            await client.request("POST", "/oauth2/token", form={"a": "b"}, **other)
        assert server.arrivals == []


async def test_headers_of_one_operation_arrive_and_replace_none_of_ours():
    async with talking() as (server, client):
        extra = {"X-GitHub-Event": "push", "Authorization": "Bot another", "Content-Type": "text/plain"}
        await client.request("POST", "/channels/1/messages", data={}, headers=extra)
        assert server.last.headers["X-GitHub-Event"] == "push"
        assert server.last.headers["Authorization"] == f"Bot {TOKEN}"
        assert server.last.headers["Content-Type"] == "application/json"
        await client.request("GET", "/users/@me")
        assert "X-GitHub-Event" not in server.last.headers


@given(st.dictionaries(st.text(min_size=1), st.text(), max_size=5))
def test_any_text_survives_a_form(fields: dict[str, str]):
    body = body_of(None, None, None, fields)
    assert isinstance(body, UrlForm)
    assert dict(parse_qsl(body.decode(), keep_blank_values=True)) == fields
    assert headers_of(None, None, body) == {"Content-Type": "application/x-www-form-urlencoded"}
