"""The network in memory behaves as sockets do, for a client that does not know of it."""

import asyncio
import random

import pytest

from scurrypy.http import HTTPClient
from scurrypy.wire.errors import RequestFailed
from scurrypy.wire.upload import Upload
from tests.chaos.rest.network import BASE, Network, Reply
from tests.support.virtual_clock import run_virtual

JSON = (("Content-Type", "application/json"), ("Via", "1.1 google"))


class Scripted:
    """Answers with what it was given, and remembers what it heard."""

    def __init__(self, *replies):
        self.replies = list(replies)
        self.heard = []

    def answer(self, request):
        self.heard.append(request)
        return self.replies.pop(0) if self.replies else Reply(200, JSON, b'{"id": "1"}')


def play(story, server, **options):
    """Run a story with a client in a network, and return what it returned."""

    async def run():
        network = Network(server, random.Random(1), **options)
        network.install()
        http = HTTPClient(base_url=BASE, rng=random.Random(2))
        await http.start("a.b.c")
        try:
            return await story(http, network)
        finally:
            await http.close()

    return run_virtual(run())


def test_a_request_travels_there_and_back_on_a_connection_that_takes_time_to_open():
    async def story(http, network):
        first = await http.request("POST", "/channels/1/messages", data={"content": "a"})
        opened = network.loop.time()
        await http.request("GET", "/channels/1")
        return first, opened, network.loop.time() - opened, network.opened

    server = Scripted()
    value, first, second, opened = play(story, server, latency=(0.1, 0.1))
    assert value == {"id": "1"}
    assert (first, second) == (pytest.approx(0.5), pytest.approx(0.2))
    assert opened == 1
    assert [(request.method, request.target) for request in server.heard] == [
        ("POST", "/api/v10/channels/1/messages"),
        ("GET", "/api/v10/channels/1"),
    ]
    assert server.heard[0].headers["authorization"] == "Bot a.b.c"
    assert b'"content":"a"' in server.heard[0].body


@pytest.mark.parametrize("refusal", ["name", "refused", "hang", "slow"])
def test_a_connection_that_cannot_be_opened_is_tried_again(refusal):
    async def story(http, network):
        network.refusals.append(refusal)
        await http.request("POST", "/channels/1/webhooks", data={"name": "x"})
        return network.opened

    server = Scripted()
    assert play(story, server) == 1
    assert len(server.heard) == 1


@pytest.mark.parametrize("reply", [Reply(0), Reply(200, JSON, b'{"id": "1"}', cut=60), Reply(200, after=float("inf"))])
def test_an_answer_that_is_lost_cut_off_or_never_comes_leaves_the_request_in_doubt(reply):
    async def story(http, network):
        with pytest.raises(RequestFailed, match="may have done it"):
            await http.request("POST", "/channels/1/webhooks", data={"name": "x"})
        return await http.request("GET", "/channels/1")

    server = Scripted(reply)
    assert play(story, server) == {"id": "1"}
    assert len(server.heard) == 2


def test_who_hears_that_an_answer_arrived_hears_it_when_the_client_does():
    arrived = []

    async def story(http, network):
        server.replies.append(Reply(200, JSON, b"{}", after=1.0, arrived=lambda: arrived.append(network.loop.time())))
        await http.request("GET", "/channels/1")
        return network.loop.time()

    server = Scripted()
    ended = play(story, server)
    assert arrived == [ended]
    assert ended > 1.0


def test_an_upload_of_unknown_length_arrives_whole():
    async def pieces():
        for _ in range(20):
            yield b"z" * 10_000

    async def story(http, network):
        upload = Upload("a.bin", pieces())
        await http.request("POST", "/channels/1/messages", data={"content": "a"}, files=[upload])

    server = Scripted()
    play(story, server)
    assert server.heard[0].headers["transfer-encoding"] == "chunked"
    assert b"z" * 200_000 in server.heard[0].body


def test_broken_connections_are_replaced():
    async def story(http, network):
        tasks = [asyncio.ensure_future(http.request("GET", f"/channels/{number}")) for number in range(20)]
        await asyncio.sleep(0.12)
        network.break_all()
        await asyncio.gather(*tasks)
        return network.opened

    assert play(story, Scripted()) > 20
