"""What is forbidden again and again is held back, and tried now and then; what is allowed goes on."""

import asyncio
import contextlib
import logging

import pytest

from scurrypy.wire.errors import Forbidden, StillForbidden, Unauthorized
from tests.support.virtual_clock import run_virtual
from tests.unit.http.model import answer, client_of
from tests.unit.http.test_standing import fails

INTERACTION = "aW50ZXJhY3Rpb246" + "A" * 120


class Guarded:
    """Forbids some paths, for as long as it is told to."""

    def __init__(self, forbids, code=50013):
        self.forbids = forbids
        self.code = code
        self.sent = []

    async def send(self, request, *, depart=None, timeout=None):
        path = request.url.path.removeprefix("/api/v10")
        self.sent.append(path)
        if self.forbids(path):
            return answer(403, {"message": "Missing Permissions", "code": self.code})
        return answer(200, {"id": "1"})

    async def close(self):
        pass


def test_B19_what_is_forbidden_three_times_in_a_row_is_held_back_and_tried_every_five_seconds():
    async def story():
        server = Guarded(lambda path: path == "/channels/1")
        client = client_of(server)
        errors = [await fails(client, "GET", "/channels/1") for _ in range(10)]
        assert [type(error) for error in errors] == [Forbidden] * 3 + [StillForbidden] * 7
        assert isinstance(errors[-1], Forbidden)
        assert (errors[-1].code, errors[-1].method, errors[-1].path) == (50013, "GET", "/channels/1")
        assert "nothing was sent" in str(errors[-1])
        assert errors[-1].retry_after == pytest.approx(5)
        assert len(server.sent) == 3
        # Other channels, and other operations on this one, go on.
        await client.request("GET", "/channels/2")
        await client.request("GET", "/channels/1/messages")
        await asyncio.sleep(5.1)
        assert [type(await fails(client, "GET", "/channels/1")) for _ in range(3)] == [Forbidden] + [StillForbidden] * 2
        await asyncio.sleep(5.1)
        server.forbids = lambda path: False
        assert await client.request("GET", "/channels/1") == {"id": "1"}
        assert await client.request("GET", "/channels/1") == {"id": "1"}

    run_virtual(story())


def test_what_is_forbidden_for_some_and_allowed_for_others_is_never_held_back():
    async def story():
        server = Guarded(lambda path: path.endswith(("1", "2")))
        client = client_of(server, global_limit=1000)
        for _ in range(30):
            for user in (1, 2, 3):
                with contextlib.suppress(Forbidden):
                    await client.request("PUT", f"/guilds/1/bans/{user}")
        assert len(server.sent) == 90

    run_virtual(story())


def test_what_the_bot_cannot_see_is_held_back_at_once():
    async def story():
        server = Guarded(lambda path: True, code=50001)
        client = client_of(server)
        assert type(await fails(client, "GET", "/channels/1")) is Forbidden
        assert type(await fails(client, "GET", "/channels/1")) is StillForbidden

    run_virtual(story())


def test_B19_where_all_is_forbidden_one_request_goes_now_and_then_until_one_succeeds(caplog):
    async def story():
        server = Guarded(lambda path: True)
        client = client_of(server)
        for number in range(200):
            await fails(client, "GET", f"/channels/{number}")
        assert len(server.sent) == 20
        for number in range(200, 4000):
            await fails(client, "GET", f"/channels/{number}")
            await asyncio.sleep(0.1)
        assert len(server.sent) < 50
        server.forbids = lambda path: path == "/channels/1"
        answers = []
        while len(answers) < 100:
            await asyncio.sleep(0.2)
            # New ones, of which nothing is known.
            answers.append(
                await asyncio.gather(client.request("GET", f"/guilds/{len(answers)}"), return_exceptions=True)
            )
        held = sum(isinstance(one, StillForbidden) for (one,) in answers)
        assert held * 0.2 <= 20
        assert isinstance(await fails(client, "GET", "/channels/1"), Forbidden)
        assert await client.request("GET", "/channels/2") == {"id": "1"}

    with caplog.at_level(logging.WARNING, "scurrypy.http.reluctance"):
        run_virtual(story())
    assert len(caplog.records) == 1
    assert "lost its permissions" in caplog.text


def test_users_who_want_no_messages_do_not_stop_the_bot():
    async def story():
        server = Guarded(lambda path: path.endswith("/messages"), code=50007)
        client = client_of(server, global_limit=1000)
        for number in range(100):
            await fails(client, "POST", f"/channels/{number}/messages", data={"content": "hi"})
        assert len(server.sent) == 100
        assert await client.request("GET", "/channels/1") == {"id": "1"}

    run_virtual(story())


def test_a_callback_is_never_held_back():
    async def story():
        server = Guarded(lambda path: True)
        client = client_of(server)
        for _ in range(30):
            error = await fails(client, "POST", f"/interactions/1/{INTERACTION}/callback", data={"type": 5})
            assert not isinstance(error, StillForbidden)

    run_virtual(story())


def test_the_try_itself_may_be_sent_again_after_a_failure_that_passes():
    async def story():
        server = Guarded(lambda path: True, code=50001)
        client = client_of(server)
        await fails(client, "GET", "/channels/1")
        await asyncio.sleep(6)
        troubles = [answer(502, b"bad", content_type="text/html"), answer(200, {"id": "2"})]

        async def send(request, *, depart=None, timeout=None):
            return troubles.pop(0)

        server.send = send
        assert await client.request("GET", "/channels/1") == {"id": "2"}

    run_virtual(story())


def test_B20_a_refused_token_in_a_path_is_not_used_again():
    async def story():
        calls = []

        async def send(request, *, depart=None, timeout=None):
            calls.append(request)
            return answer(401, {"message": "Invalid Webhook Token", "code": 50027})

        server = Guarded(lambda path: True)
        server.send = send
        client = client_of(server)
        for path in (f"/webhooks/1/{INTERACTION}", "/webhooks/1/token"):
            for _ in range(3):
                error = await fails(client, "POST", path, data={})
                assert isinstance(error, Unauthorized)
        assert len(calls) == 2

    run_virtual(story())


def test_what_is_forbidden_is_forgotten_after_ten_minutes_and_does_not_pile_up():
    async def story():
        server = Guarded(lambda path: path.startswith("/channels"))
        client = client_of(server, global_limit=1000)
        for number in range(200):
            await fails(client, "GET", f"/channels/{number}")
            await client.request("GET", "/guilds/1")
        await asyncio.sleep(601)
        await fails(client, "GET", "/channels/500")
        (sender,) = client._exchange._standing._reluctance._senders.values()
        assert len(sender.marks) == 1

    run_virtual(story())
