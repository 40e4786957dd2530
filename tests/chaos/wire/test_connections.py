"""Connections that end, hang or never come about, at every stage of a WebSocket's life."""

import asyncio
import re
import socket

import pytest

from scurrypy.gateway import ConnectFailed, GatewayTimeouts, ShardState
from scurrypy.gateway.websocket import connect_websocket
from tests.chaos.wire.discord import SHORT, Discord, sharding
from tests.chaos.wire.frames import accepting, closing
from tests.chaos.wire.peer import Link, Peer, until


async def at_once(link):
    """Where it was opened."""


async def amid_the_request(link):
    await link.reader.readexactly(20)


async def before_the_answer(link):
    await link.request()


async def amid_the_answer(link):
    answer = await link.upgrade()
    await link.write(answer[:40])


async def after_the_upgrade(link):
    await link.write(await link.upgrade())


async def amid_hello(link):
    stream = await link.upgrade() + link.framed(link.discord.hello)
    await link.write(stream[:-5])


async def after_hello(link):
    await link.greet()


async def after_who_is_there(link):
    await link.greet()
    await link.let_in()


async def amid_what_was_missed(link):
    await link.greet()
    stream = link.framed(*await link.let_in())
    await link.write(stream[: len(stream) // 2])


async def in_session(link):
    await link.enter()


async def amid_an_event(link):
    await link.enter()
    await link.write(link.framed(link.discord.note("CUT", "x" * 500))[:300])


def ending(stage, how):
    """Return a script that comes to this stage, and ends the connection in that way."""

    async def script(link):
        await stage(link)
        how(link)

    return script


HOW = {"RST": Link.reset, "FIN": Link.finish}
EARLY = [at_once, amid_the_request, before_the_answer, amid_the_answer]
LATE = [after_the_upgrade, amid_hello, after_hello, after_who_is_there, amid_what_was_missed, in_session, amid_an_event]


def endings(caplog):
    """Return what was told of each connection that ended."""
    return [record.message for record in caplog.records if "next try in" in record.message]


@pytest.fixture(autouse=True)
def _told(caplog):
    caplog.set_level("INFO", "scurrypy.gateway")


@pytest.mark.parametrize("how", HOW)
@pytest.mark.parametrize("stage", EARLY, ids=lambda stage: stage.__name__)
async def test_a_handshake_that_breaks_off_is_tried_again_at_once(stage, how, caplog):
    """Where the connection ended before the upgrade was granted, the shard took it for open and waited for HELLO."""
    async with Discord() as discord, sharding(discord) as shard:
        await shard.catch_up()
        discord.scripts = [ending(stage, HOW[how])] * 2
        discord.link.reset()
        discord.note("MISSED")
        await until(lambda: not discord.scripts)
        await shard.catch_up()
        assert (discord.identifies, shard.client.metrics.resumes) == (1, 1)
    told = endings(caplog)
    assert "connection lost (no close frame)" in told[0]
    assert ["could not connect" in line for line in told[1:]] == [True, True]
    assert all("handshake" in line or "reset" in line.lower() for line in told[1:]), told


@pytest.mark.parametrize("how", HOW)
@pytest.mark.parametrize("stage", LATE, ids=lambda stage: stage.__name__)
async def test_a_connection_that_breaks_off_is_resumed_and_nothing_is_lost(stage, how, caplog):
    async with Discord() as discord, sharding(discord) as shard:
        await shard.catch_up()
        discord.scripts = [ending(stage, HOW[how])] * 2
        discord.link.reset()
        discord.note("MISSED")
        await until(lambda: len(discord.links) == 4)
        await shard.catch_up()
        assert discord.identifies == 1
    told = endings(caplog)
    assert len(told) == 3
    assert all("connection lost (no close frame)" in line for line in told), told


@pytest.mark.parametrize("how", HOW)
@pytest.mark.parametrize("stage", [*EARLY, *LATE], ids=lambda stage: stage.__name__)
async def test_a_first_start_that_breaks_off_identifies_anew(stage, how):
    async with Discord() as discord:
        discord.scripts = [ending(stage, HOW[how])]
        async with sharding(discord, identify_queue=_NoSpacing()) as shard:
            await until(lambda: shard.client.state is ShardState.ACTIVE and len(discord.links) == 2)
            assert shard.client.metrics.sessions_lost == 0
            # What is written to a connection that was just lost arrives nowhere.
            assert 1 <= discord.identifies <= shard.client.metrics.identifies <= 2


class _NoSpacing:
    """Lets every shard identify at once: five seconds between two would be real ones."""

    def turn(self, shard_id):
        return self

    async def __aenter__(self):
        return None

    async def __aexit__(self, *_):
        return None


@pytest.mark.parametrize("code", [1000, 1001, 4000, 4009])
async def test_a_close_frame_without_the_end_of_the_connection_is_enough(code, caplog):
    """A server that says goodbye and stays: the shard leaves."""

    async def say_and_stay(link):
        await link.enter()
        await link.write(closing(code, b"so long"))

    async with Discord(say_and_stay) as discord, sharding(discord, identify_queue=_NoSpacing()) as shard:
        await until(lambda: len(discord.links) == 2)
        await until(lambda: shard.client.state is ShardState.ACTIVE)
        await until(discord.links[0].ends.is_set)
        assert discord.identifies == (2 if code == 4009 else 1)
    assert f"closed by the other side ({code}, so long)" in endings(caplog)[0]


async def test_a_peer_that_falls_silent_is_a_zombie_and_what_it_held_back_comes(caplog):
    async with Discord(interval=0.15) as discord, sharding(discord) as shard:
        await shard.catch_up()
        discord.answers_heartbeats = False
        await until(lambda: len(discord.links) == 2)
        discord.answers_heartbeats = True
        discord.note("MISSED")
        discord.link.reset()
        await until(lambda: ("MISSED", None) in shard.events)
        await shard.catch_up()
        assert discord.identifies == 1
        assert shard.client.metrics.zombies >= 1
    assert "nothing heard since the last heartbeat" in endings(caplog)[0]


async def test_a_peer_that_neither_reads_nor_answers_is_left(caplog):
    """Half-open: what the shard sends fills the buffers, a close frame goes nowhere, and no FIN will come."""

    async def deaf(link):
        await link.enter()
        link.writer.transport.pause_reading()
        await left.wait()
        link.writer.transport.resume_reading()

    left = asyncio.Event()
    async with Discord(deaf, interval=0.15) as discord:
        async with sharding(discord) as shard:
            await until(lambda: len(discord.links) == 2)
            discord.hello["d"]["heartbeat_interval"] = 40_000
            left.set()
            await until(lambda: shard.client.state is ShardState.ACTIVE)
        assert discord.identifies == 1
    assert "nothing heard since the last heartbeat" in endings(caplog)[0]


async def test_closing_does_not_wait_for_a_peer_that_does_not_answer():
    async def deaf(link):
        await link.enter()
        link.writer.transport.pause_reading()
        await left.wait()
        link.writer.transport.resume_reading()

    left = asyncio.Event()
    async with Discord(deaf) as discord, sharding(discord, timeouts=SHORT) as shard:
        await until(lambda: shard.client.state is ShardState.ACTIVE)
        async with asyncio.timeout(10):
            await shard.client.close_ws()
        assert shard.client.state is ShardState.DISCONNECTED
        left.set()


def drips(position):
    """Return a script that sends a byte a moment from some byte on, and would take minutes."""

    async def script(link):
        stream = await link.upgrade() + link.framed(link.discord.hello)
        await link.write(stream[:position])
        for byte in stream[position:]:
            await asyncio.sleep(0.1)
            await link.write(bytes([byte]))

    return script


async def test_a_handshake_that_drips_costs_the_time_to_connect_only(caplog):
    async with Discord(drips(0), drips(60)) as discord, sharding(discord, timeouts=SHORT) as shard:
        await until(lambda: not discord.scripts)
        await shard.catch_up()
    assert "could not connect (no connection within 0.4 s)" in endings(caplog)[0]
    assert "could not connect (no connection within 0.4 s)" in endings(caplog)[1]


async def test_a_hello_that_drips_costs_the_time_for_hello_only(caplog):
    async with Discord(drips(140)) as discord, sharding(discord, timeouts=GatewayTimeouts(hello=0.4)) as shard:
        await shard.catch_up()
    assert "no answer in time (in state wait_hello)" in endings(caplog)[0]


@pytest.mark.parametrize("silence", [before_the_answer, after_the_upgrade, after_hello])
async def test_silence_at_any_stage_costs_the_time_for_that_stage_only(silence, caplog):
    discord = Discord()
    discord.scripts = [silence]
    async with discord, sharding(discord, timeouts=SHORT, identify_queue=_NoSpacing()) as shard:
        await until(lambda: len(discord.links) >= 2)
        await until(lambda: shard.client.state is ShardState.ACTIVE)
    assert "in time" in endings(caplog)[0] or "no connection within 0.4 s" in endings(caplog)[0]


class Recorder:
    """A receiver that notes what it is told."""

    def __init__(self):
        self.told = []

    def on_messages(self, messages):
        self.told.extend(messages)

    def on_closed(self, code, reason):
        self.told.append((code, reason))


async def refusal(url, timeout=5.0):
    """Return the error of a connection that cannot be opened, once nothing is left of it."""
    before, receiver = asyncio.all_tasks(), Recorder()
    with pytest.raises(ConnectFailed) as caught:
        await connect_websocket(url, receiver, timeout, None)
    await until(lambda: asyncio.all_tasks() <= before, "a task is left")
    assert receiver.told == []
    return caught.value


ANSWERS = {
    "nothing but FIN": (b"", None, "handshake"),
    "no HTTP": (b"SSH-2.0-OpenSSH_9.6\r\n\r\n", None, "HTTP"),
    "another protocol's greeting, and FIN": (b"220 mail ESMTP\r\n", None, "handshake"),
    "a page": (b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello", 200, "HTTP status 200 instead of a WebSocket"),
    "a redirect": (b"HTTP/1.1 302 Found\r\nLocation: ws://other.invalid/\r\n\r\n", 302, "HTTP status 302"),
    "a redirect home": (b"HTTP/1.1 307 Temporary Redirect\r\nLocation: /\r\n\r\n", 307, "HTTP status 307"),
    "unavailable": (b"HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n", 503, "HTTP status 503"),
    "a key that is not ours": (
        accepting(b"GET / HTTP/1.1\r\nSec-WebSocket-Key: another\r\n\r\n"),
        None,
        "(?i)accept",
    ),
    "no upgrade": (b"HTTP/1.1 101 Switching Protocols\r\n\r\n", None, "(?i)upgrade|connection"),
    "a status that is no number": (b"HTTP/1.1 abc OK\r\n\r\n", None, "(?i)status|HTTP"),
    "headers without end": (b"HTTP/1.1 101 S\r\n" + b"X: y\r\n" * 20_000, None, "exceed"),
}


@pytest.mark.parametrize("answer", ANSWERS)
async def test_whatever_answers_instead_of_a_websocket_is_named(answer):
    data, status, reason = ANSWERS[answer]

    async def script(link):
        await link.request()
        await link.write(data)
        link.finish()

    async with Peer(script) as peer:
        error = await refusal(f"ws://127.0.0.1:{peer.port}/")
    assert error.status == status
    assert re.search(reason, str(error)), error
    assert len(str(error)) < 200


async def test_a_name_that_does_not_exist_and_a_port_where_nobody_listens_are_named():
    assert "nowhere.invalid" in str(await refusal("ws://nowhere.invalid/"))
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        assert "refused" in str(await refusal(f"ws://127.0.0.1:{probe.getsockname()[1]}/"))


@pytest.fixture
def full():
    """Return the port of a listener whose queue is full: a connection to it hangs until the system gives up."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen(0)
        held = []
        for _ in range(8):
            one = socket.socket()
            one.setblocking(False)
            one.connect_ex(listener.getsockname())
            held.append(one)
        yield listener.getsockname()[1]
        for one in held:
            one.close()


async def test_a_connection_that_nobody_accepts_costs_the_timeout_and_leaves_nothing(full):
    """Its task went on until the system gave up, two minutes later."""
    assert str(await refusal(f"ws://127.0.0.1:{full}/", 0.3)) == "no connection within 0.3 s"


@pytest.mark.parametrize("status", [200, 302, 404, 429, 503])
async def test_a_resume_address_that_refuses_is_left_for_the_generic_one(status, caplog):
    async def refuse(link):
        await link.request()
        await link.write(
            f"HTTP/1.1 {status} X\r\nLocation: ws://nowhere.invalid/\r\nContent-Length: 0\r\n\r\n".encode()
        )

    async with Discord() as discord, Peer(refuse) as dead:
        discord.resume_url = f"ws://127.0.0.1:{dead.port}"
        async with sharding(discord, resume_hosts=("127.0.0.1",)) as shard:
            await shard.catch_up()
            discord.link.reset()
            discord.note("MISSED")
            await until(lambda: len(discord.events) == 3)
            await shard.catch_up()
            assert (len(dead.links), discord.identifies) == (1, 1)
    assert f"HTTP status {status} instead of a WebSocket" in endings(caplog)[1]


@pytest.mark.parametrize("address", ["nowhere.invalid", "127.0.0.1:1", "full"])
async def test_a_resume_address_that_leads_nowhere_is_left_for_the_generic_one(address, full, caplog):
    async with Discord() as discord:
        discord.resume_url = f"ws://127.0.0.1:{full}" if address == "full" else f"ws://{address}"
        hosts = ("127.0.0.1", "nowhere.invalid")
        async with sharding(discord, resume_hosts=hosts, timeouts=SHORT) as shard:
            await shard.catch_up()
            discord.link.reset()
            discord.note("MISSED")
            await until(lambda: len(discord.events) >= 3)
            await shard.catch_up()
            assert discord.identifies == 1
    assert "could not connect" in endings(caplog)[1]
