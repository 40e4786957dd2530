"""Over real sockets on 127.0.0.1: compression, close codes, aborted connections, backpressure, TLS."""

import asyncio
import base64
import contextlib
import hashlib
import json
import random
import shutil
import socket
import ssl
import subprocess
import zlib

import aiohttp
import pytest
from aiohttp import web

from scurrypy.gateway import ConnectFailed, GatewayClient, GatewayOptions, ShardState
from scurrypy.gateway.websocket import connect_websocket
from tests.unit.gateway.fake_gateway import until

try:
    from compression import zstd
except ImportError:
    from backports import zstd


class RealGateway:
    """A WebSocket server that speaks enough of the gateway, in JSON, zlib-stream or zstd-stream."""

    def __init__(self):
        self.connections = []
        self.heard = []
        self.queries = []
        self.script = lambda server, ws, message: self.converse(ws, message)
        self.first = {"op": 10, "d": {"heartbeat_interval": 40_000}}
        self.sessions = 0
        self._writers = {}

    async def __aenter__(self):
        app = web.Application()
        app.router.add_get("/{tail:.*}", self.handle)
        self.runner = web.AppRunner(app, shutdown_timeout=0.1)
        await self.runner.setup()
        site = web.TCPSite(self.runner, "127.0.0.1", 0)
        await site.start()
        self.url = f"ws://127.0.0.1:{self.runner.addresses[0][1]}"
        return self

    async def __aexit__(self, *_):
        await self.runner.cleanup()

    @property
    def ws(self):
        return self.connections[-1]

    async def handle(self, request):
        ws = web.WebSocketResponse(autoclose=False)
        await ws.prepare(request)
        ws.transport_of_test = request.transport
        self.queries.append(dict(request.query))
        compress = request.query.get("compress")
        if compress == "zlib-stream":
            stream = zlib.compressobj()
            self._writers[ws] = lambda data: stream.compress(data) + stream.flush(zlib.Z_SYNC_FLUSH)
        elif compress == "zstd-stream":
            stream = zstd.ZstdCompressor()
            self._writers[ws] = lambda data: stream.compress(data, zstd.ZstdCompressor.FLUSH_BLOCK)
        self.connections.append(ws)
        if self.first is not None:
            await self.say(ws, self.first)
        async for message in ws:
            if message.type is aiohttp.WSMsgType.TEXT:
                self.heard.append(json.loads(message.data))
                await self.script(self, ws, self.heard[-1])
        ws.closed_with = ws.close_code
        return ws

    async def say(self, ws, payload):
        data = json.dumps(payload).encode()
        if ws in self._writers:
            await ws.send_bytes(self.packed(ws, data))
        else:
            await ws.send_str(data.decode())

    def packed(self, ws, data):
        """Return what stands for `data` in the stream of a connection."""
        return self._writers[ws](data)

    async def event(self, ws, seq, name, data):
        await self.say(ws, {"op": 0, "s": seq, "t": name, "d": data})

    async def converse(self, ws, message):
        if message["op"] == 1:
            await self.say(ws, {"op": 11, "d": None})
        elif message["op"] == 2:
            self.sessions += 1
            ready = {"session_id": f"s{self.sessions}", "resume_gateway_url": self.url}
            await self.event(ws, 1, "READY", ready)
        elif message["op"] == 6:
            await self.event(ws, message["d"]["seq"] + 1, "RESUMED", {})


class RunningShard:
    """A shard connected to a real gateway, closed in the end."""

    def __init__(self, server, **changes):
        # Its first heartbeat comes after five seconds: an answer amid the fragments of a message would break it.
        settings = {"url": server.url, "compress": None, "rng": random.Random(1)} | changes
        self.client = GatewayClient(GatewayOptions(**settings))

    async def __aenter__(self):
        self.client.task = asyncio.create_task(self.client.start("token", 513, 0, 1))
        await until(lambda: self.client.state is ShardState.ACTIVE)
        return self.client

    async def __aexit__(self, *_):
        await self.client.close_ws()
        await self.client.task


async def take(client, count):
    events = [await asyncio.wait_for(client.event_queue.get(), 10) for _ in range(count)]
    return [(name, json.loads(bytes(data))) for name, data in events]


@pytest.mark.parametrize("compress", [None, "zlib-stream", "zstd-stream"])
async def test_events_arrive_whole_small_and_large(compress):
    async with RealGateway() as server, RunningShard(server, compress=compress) as client:
        assert server.queries[0] == {"v": "10", "encoding": "json"} | ({"compress": compress} if compress else {})
        large = {"members": [{"id": str(n), "nick": "é" * (n % 30)} for n in range(60_000)]}
        await server.event(server.ws, 2, "SMALL", {"n": 1})
        await server.event(server.ws, 3, "GUILD_CREATE", large)
        await server.event(server.ws, 4, "SMALL", {"n": 2})
        events = await take(client, 4)
        assert [name for name, _ in events] == ["READY", "SMALL", "GUILD_CREATE", "SMALL"]
        assert events[2][1] == large
        assert client.metrics.gaps == 0


@pytest.mark.parametrize("compress", ["zlib-stream", "zstd-stream"])
async def test_each_connection_starts_a_compression_context_of_its_own(compress):
    async with RealGateway() as server, RunningShard(server, compress=compress) as client:
        for times in (1, 2, 3):
            server.ws.transport_of_test.abort()
            await until(lambda times=times: client.metrics.resumes == times and client.state is ShardState.ACTIVE)
        assert client.metrics.identifies == 1
        assert [name for name, _ in await take(client, 4)] == ["READY", "RESUMED", "RESUMED", "RESUMED"]


@pytest.mark.parametrize("code", [1000, 1001, 1011, 3999, 4000, 4009, 4014, 4999])
async def test_close_codes_and_reasons_arrive_as_they_were_sent(code):
    async with RealGateway() as server:
        ended = await connect_and_close(server, code)
        assert ended == (code, "why")


class Recorder:
    def __init__(self):
        self.messages = []
        self.calls = []
        self.closed = asyncio.get_running_loop().create_future()

    def on_messages(self, messages):
        self.messages.extend(messages)
        self.calls.append(messages)

    def on_closed(self, code, reason):
        if not self.closed.done():
            self.closed.set_result((code, reason))


async def connect_and_close(server, code):
    receiver = Recorder()
    ws = await connect_websocket(server.url, receiver, 5, None)
    await until(lambda: receiver.messages)
    closing = asyncio.create_task(server.ws.close(code=code, message=b"why"))
    ended = await asyncio.wait_for(receiver.closed, 5)
    await closing
    await asyncio.wait_for(ws.wait_closed(), 5)
    return ended


def accepted(request):
    """The answer to a request to upgrade."""
    key = next(line.split(b": ")[1] for line in request.split(b"\r\n") if line.lower().startswith(b"sec-websocket-key"))
    accept = base64.b64encode(hashlib.sha1(key + b"258EAFA5-E914-47DA-95CA-C5AB0DC85B11").digest())  # noqa: S324 - RFC 6455 wants it
    return (
        b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        b"Sec-WebSocket-Accept: " + accept + b"\r\n\r\n"
    )


async def test_the_answer_to_a_close_frame_is_never_a_goodbye():
    answers = []

    async def serve(reader, writer):
        writer.write(accepted(await reader.readuntil(b"\r\n\r\n")) + b"\x88\x02\x03\xe8")
        header = await reader.readexactly(8)
        answers.append(int.from_bytes(bytes(a ^ b for a, b in zip(header[6:8], header[2:6], strict=False)), "big"))
        writer.close()
        await writer.wait_closed()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    async with server:
        receiver = Recorder()
        ws = await connect_websocket(f"ws://127.0.0.1:{server.sockets[0].getsockname()[1]}", receiver, 5, None)
        assert await asyncio.wait_for(receiver.closed, 5) == (1000, "")
        await ws.wait_closed()
        await until(lambda: answers)
    assert answers == [4000]


ONE_READ = {
    "binary, text, in fragments": (b"\x82\x01a\x81\x01b\x02\x01c\x80\x01d", [b"a", b"b", b"cd"]),
    "a ping at the end": (b"\x82\x01a\x82\x01b\x89\x01?", [b"a", b"b"]),
    "half a frame at the end": (b"\x82\x01a\x82\x01b\x82\x05c", [b"a", b"b"]),
    "a close frame at the end": (b"\x82\x01a\x82\x01b\x88\x02\x03\xe8", [b"a", b"b"]),
    "a frame that is not allowed, and more": (b"\x82\x01a\x82\x01b\xc2\x01c\x82\x01d", [b"a", b"b"]),
}


@pytest.mark.parametrize(("frames", "messages"), ONE_READ.values(), ids=ONE_READ)
async def test_what_one_read_brings_is_told_at_once_and_before_the_end(frames, messages):
    async def serve(reader, writer):
        writer.write(accepted(await reader.readuntil(b"\r\n\r\n")) + frames)
        await reader.read()
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    async with server:
        receiver = Recorder()
        receiver.on_closed = lambda code, _: receiver.calls.append(code)
        ws = await connect_websocket(f"ws://127.0.0.1:{server.sockets[0].getsockname()[1]}", receiver, 5, None)
        await until(lambda: receiver.calls)
        assert receiver.calls[0] == messages
        ws.abort()
        await ws.wait_closed()
        await until(lambda: len(receiver.calls) == 2)
        assert receiver.calls[1] in (None, 1000)


async def test_a_connection_that_is_lost_without_a_close_frame_has_no_code():
    async with RealGateway() as server:
        receiver = Recorder()
        ws = await connect_websocket(server.url, receiver, 5, None)
        await until(lambda: receiver.messages)
        server.ws.transport_of_test.abort()
        assert await asyncio.wait_for(receiver.closed, 5) == (None, "no close frame")
        await ws.wait_closed()


async def test_our_close_code_reaches_the_server():
    async with RealGateway() as server:
        for how, code in (("close_ws", 1000), ("suspend", 4000)):
            async with RunningShard(server) as client:
                await getattr(client, how)()
                await until(lambda: hasattr(server.ws, "closed_with"))
                assert server.ws.closed_with == code


async def test_op_7_before_hello_over_a_real_socket():
    async with RealGateway() as server:
        hello, server.first = server.first, {"op": 7, "d": None}
        shard = RunningShard(server)
        starting = asyncio.create_task(shard.__aenter__())
        await until(lambda: server.connections)
        server.first = hello
        client = await starting
        assert client.metrics.connections >= 2
        await shard.__aexit__()


async def test_messages_in_fragments_are_put_together():
    async with RealGateway() as server, RunningShard(server) as client:
        data = json.dumps({"op": 0, "s": 2, "t": "SPLIT", "d": "x" * 300}).encode()
        writer = server.ws._writer
        for position, part in enumerate((data[:10], data[10:11], data[11:])):
            opcode = 1 if position == 0 else 0
            fin = 0x80 if position == 2 else 0
            size = bytes([len(part)]) if len(part) < 126 else b"\x7e" + len(part).to_bytes(2, "big")
            writer.transport.write(bytes([fin | opcode]) + size + part)
            await asyncio.sleep(0.01)
        assert (await take(client, 2))[1] == ("SPLIT", "x" * 300)


async def test_a_pong_that_nobody_asked_for_is_passed_over():
    async with RealGateway() as server, RunningShard(server) as client:
        await server.ws.pong(b"?")
        await server.say(server.ws, {"op": 0, "s": 2, "t": "AFTER", "d": 1})
        assert (await take(client, 2))[1] == ("AFTER", 1)


async def test_a_message_that_arrives_byte_by_byte():
    async with RealGateway() as server, RunningShard(server) as client:
        data = json.dumps({"op": 0, "s": 2, "t": "SLOW", "d": 1}).encode()
        for byte in bytes([0x81, len(data)]) + data:
            server.ws._writer.transport.write(bytes([byte]))
            await asyncio.sleep(0)
        assert (await take(client, 2))[1] == ("SLOW", 1)


async def test_a_full_queue_stops_reading_a_real_socket_and_nothing_is_lost():
    async with RealGateway() as server, RunningShard(server, queue_size=50) as client:

        async def flood():
            for n in range(2000):
                await server.event(server.ws, n + 2, "E", {"n": n, "pad": "x" * 2000})

        flooding = asyncio.create_task(flood())
        await asyncio.sleep(0.5)
        # The rest waits with the operating system and the server: some one read's worth beyond the bound came in.
        assert 50 <= len(client.event_queue) < 600
        events = await take(client, 2001)
        await flooding
        assert [data["n"] for _, data in events[1:]] == list(range(2000))


@pytest.mark.parametrize("status", [401, 404, 429, 503])
async def test_an_upgrade_refused_by_http_tells_its_status(status):
    async def refuse(request):
        return web.Response(status=status)

    app = web.Application()
    app.router.add_get("/", refuse)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    with pytest.raises(ConnectFailed) as caught:
        await connect_websocket(f"ws://127.0.0.1:{runner.addresses[0][1]}/", Recorder(), 5, None)
    assert caught.value.status == status
    await runner.cleanup()


@pytest.mark.parametrize("url", ["ws://127.0.0.1:{port}/", "ws://name.invalid/"])
async def test_what_cannot_be_reached_is_a_failed_connect(url):
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with pytest.raises(ConnectFailed) as caught:
        await connect_websocket(url.format(port=port), Recorder(), 10, None)
    assert caught.value.status is None


async def test_a_server_that_accepts_and_stays_silent_costs_the_timeout_only():
    async def silent(reader, writer):
        await reader.read()
        writer.close()

    server = await asyncio.start_server(silent, "127.0.0.1", 0)
    async with server:
        with pytest.raises(ConnectFailed, match=r"0\.2 s|handshake|Timeout"):
            await connect_websocket(f"ws://127.0.0.1:{server.sockets[0].getsockname()[1]}/", Recorder(), 0.2, None)
        # Nothing is left of it.
        await until(lambda: len(asyncio.all_tasks()) == 1)


async def test_a_cancelled_connect_leaves_nothing_open():
    closed = asyncio.Event()

    async def silent(reader, writer):
        await reader.read()
        closed.set()
        writer.close()

    server = await asyncio.start_server(silent, "127.0.0.1", 0)
    async with server:
        url = f"ws://127.0.0.1:{server.sockets[0].getsockname()[1]}/"
        connecting = asyncio.create_task(connect_websocket(url, Recorder(), 0.5, None))
        await asyncio.sleep(0.1)
        connecting.cancel()
        with pytest.raises(asyncio.CancelledError):
            await connecting
        await asyncio.wait_for(closed.wait(), 5)


async def test_a_connection_that_opens_after_it_was_cancelled_is_aborted():
    asked, closed = asyncio.Event(), asyncio.Event()

    async def late(reader, writer):
        request = await reader.readuntil(b"\r\n\r\n")
        asked.set()
        await asyncio.sleep(0.1)
        writer.write(accepted(request))
        with contextlib.suppress(ConnectionError):
            await reader.read()
        closed.set()
        writer.close()

    server = await asyncio.start_server(late, "127.0.0.1", 0)
    async with server:
        url = f"ws://127.0.0.1:{server.sockets[0].getsockname()[1]}/"
        connecting = asyncio.create_task(connect_websocket(url, Recorder(), 30, None))
        await asked.wait()
        connecting.cancel()
        await asyncio.wait({connecting})
        await asyncio.wait_for(closed.wait(), 5)
        assert connecting.cancelled()


async def test_certificates_are_verified(tmp_path):
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("openssl makes the certificate")
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    command = [openssl, "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", str(key), "-out", str(certificate)]
    subprocess.run([*command, "-days", "1", "-subj", "/CN=localhost"], check=True, capture_output=True)  # noqa: ASYNC221 - nothing else runs yet
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    server = await asyncio.start_server(lambda reader, writer: writer.close(), "127.0.0.1", 0, ssl=context)
    async with server:
        with pytest.raises(ConnectFailed, match="certificate of localhost is not to be trusted: self-signed"):
            await connect_websocket(f"wss://localhost:{server.sockets[0].getsockname()[1]}/", Recorder(), 5, None)
