"""How requests are written: small bodies at once, many together, others in aiohttp's own way; and what is read back."""

import asyncio
import random
import sys

import pytest
from aiohttp import web

from scurrypy.api.messages import MessageModel
from scurrypy.http import departure
from scurrypy.http.responses import Answer
from scurrypy.resources import Channel
from scurrypy.wire.errors import DataModelTypeError, InvalidRequest, NotFound, RequestFailed
from scurrypy.wire.model import DataModel
from tests.unit.http.server import TOKEN, reset, talking

SMALL, LARGE = departure._SMALL - 1024, departure._SMALL + 1024
MESSAGE = {"id": "3", "channel_id": "1", "content": "hello", "author": {"id": "2", "username": "x"}, "new": [1]}


@pytest.fixture(params=[True, False], ids=["known", "unknown"], name="is_known")
def any_aiohttp(request, monkeypatch):
    """Run with an aiohttp that is known, and with one that is not."""
    monkeypatch.setattr(departure, "_KNOWN", departure._KNOWN and request.param)


@pytest.mark.parametrize("size", [0, 1, SMALL, LARGE, 25 * LARGE])
@pytest.mark.usefixtures("is_known")
async def test_a_body_of_any_size_arrives_whole(size):
    async with talking() as (server, client):
        await client.request("PATCH", "/channels/1", data={"topic": "x" * size})
        assert server.last.json == {"topic": "x" * size}
        assert int(server.last.headers["Content-Length"]) == len(server.last.body)


@pytest.mark.usefixtures("is_known")
async def test_many_that_are_written_together_arrive_each_with_its_own_body():
    async with talking(global_limit=1000) as (server, client):
        sizes = random.Random(1).choices([1, 100, SMALL, LARGE], k=60)
        sent = [
            client.request("POST", f"/channels/{number}/messages", data={"content": "x" * size})
            for number, size in enumerate(sizes)
        ]
        assert await asyncio.gather(*sent) == [{"id": "1"}] * 60
        arrived = {int(each.path.split("/")[-2]): len(each.json["content"]) for each in server.arrivals}
        assert arrived == dict(enumerate(sizes))


@pytest.mark.skipif(sys.version_info < (3, 12), reason="Python 3.11 starts no task eagerly")
@pytest.mark.usefixtures("is_known")
async def test_many_are_written_together_also_where_tasks_start_eagerly(monkeypatch):
    written = []
    write = departure.Batch._write

    async def counting(batch):
        written.append(len(batch._pending))
        await write(batch)

    monkeypatch.setattr(departure.Batch, "_write", counting)
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    async with talking(global_limit=1000) as (server, client):
        for _ in range(2):
            sent = [client.request("PUT", f"/guilds/{number}/commands", data=[number]) for number in range(40)]
            await asyncio.wait_for(asyncio.gather(*sent), 10)
        assert sorted(each.json for each in server.arrivals) == sorted([[number] for number in range(40)] * 2)
    assert max(written) > 20 if departure._KNOWN else not written


@pytest.mark.skipif(not departure._KNOWN, reason="with this aiohttp nothing is written together")
async def test_who_is_cancelled_before_its_turn_to_be_written_harms_no_other(monkeypatch):
    written = []
    write = departure.Batch._write

    async def cancelling(batch):
        for task in tasks[1::2]:
            task.cancel()
        await asyncio.sleep(0)
        written.append(len(batch._pending))
        await write(batch)

    async with talking(global_limit=1000) as (server, client):
        await asyncio.gather(*(client.request("GET", f"/users/{number}") for number in range(40)))
        server.arrivals.clear()
        monkeypatch.setattr(departure.Batch, "_write", cancelling)
        tasks = [
            asyncio.create_task(client.request("PUT", f"/guilds/{number}/commands", data=[])) for number in range(40)
        ]
        ended = await asyncio.gather(*tasks, return_exceptions=True)
    assert written
    assert written[0] > 20
    assert [isinstance(end, asyncio.CancelledError) for end in ended] == [False, True] * 20
    even = {each.path.split("/")[-2] for each in server.arrivals}
    assert even >= {str(number) for number in range(0, 40, 2)}


@pytest.mark.usefixtures("is_known")
async def test_B22_of_many_whose_connections_break_each_is_told():
    async with talking(global_limit=1000) as (server, client):
        server.replies = [reset] * 20
        sent = [client.request("POST", f"/guilds/{number}/roles", data={"name": "x"}) for number in range(20)]
        ended = await asyncio.gather(*sent, return_exceptions=True)
        assert [type(end) for end in ended] == [RequestFailed] * 20
        assert len(server.arrivals) == 20


async def test_with_an_aiohttp_that_does_not_tell_no_message_is_posted_twice(monkeypatch):
    monkeypatch.setattr(departure, "_TELLS", False)
    monkeypatch.setattr(departure, "_KNOWN", False)
    monkeypatch.delattr(departure.Departing, "send")
    async with talking() as (server, client):
        assert await client.request("POST", "/guilds/1/roles", data={"name": "x"}) == {"id": "1"}
        assert server.last.json == {"name": "x"}
        server.replies = [reset]
        with pytest.raises(RequestFailed):
            await client.request("POST", "/guilds/1/roles", data={"name": "x"})
        assert len(server.arrivals) == 2


@pytest.mark.usefixtures("is_known")
async def test_headers_cannot_be_added_through_a_header():
    async with talking() as (server, client):
        with pytest.raises(ValueError, match="injection"):
            await client.request("POST", "/channels/1/messages", data={}, headers={"X-A": "1\r\nX-B: 2"})
        assert server.arrivals == []
        assert await client.request("POST", "/channels/1/messages", data={}) == {"id": "1"}


async def test_a_message_is_read_from_the_bytes_of_the_answer_and_knows_all_that_came(monkeypatch):
    monkeypatch.delattr(DataModel, "from_dict")
    async with talking() as (server, client):
        server.replies = [web.json_response(MESSAGE)]
        message = await Channel(client, 1).send("hello")
        assert type(message) is MessageModel
        assert (message.id, message.content, message.author.username) == (3, "hello", "x")
        assert message.raw == MESSAGE


async def test_an_answer_that_does_not_fit_its_model_is_read_as_far_as_it_does():
    async with talking() as (server, client):
        server.replies = [web.json_response(MESSAGE | {"content": {"not": "text"}})]
        message = await Channel(client, 1).send("hello")
        assert (message.id, message.content) == (3, None)


@pytest.mark.parametrize("answer", ["[]", "null", '"text"', ""])
async def test_an_answer_that_is_no_object_is_told_once_and_not_asked_for_again(answer):
    async with talking() as (server, client):
        server.replies = [web.Response(text=answer, content_type="application/json")]
        with pytest.raises(DataModelTypeError, match="expected an object"):
            await Channel(client, 1).fetch()
        assert len(server.arrivals) == 1


async def test_an_answer_cut_short_is_asked_for_again():
    async with talking() as (server, client):
        server.replies = [web.Response(text='{"id": "1"', content_type="application/json")]
        assert (await Channel(client, 1).fetch()).id == 1
        assert len(server.arrivals) == 2


async def test_an_error_is_told_as_ever_where_a_model_was_expected():
    async with talking() as (server, client):
        server.replies = [web.json_response({"code": 10003, "message": "Unknown Channel"}, status=404)]
        with pytest.raises(NotFound) as told:
            await Channel(client, 1).fetch()
        assert told.value.code == 10003


@pytest.mark.parametrize("text", ["", "x" * 2001])
async def test_text_that_cannot_be_sent_is_refused_as_a_message_of_it_would_be(text):
    async with talking() as (server, client):
        with pytest.raises(InvalidRequest):
            await Channel(client, 1).send(text)
        assert server.arrivals == []


def test_an_answer_shows_neither_headers_nor_body():
    answer = Answer(200, {"X-Secret": TOKEN}, TOKEN.encode())
    assert repr(answer) == "Answer(status=200)"
    assert answer.__rich_repr__() == [("status", 200)]
