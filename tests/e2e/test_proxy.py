"""A bot behind a proxy, as in many companies: every connection goes through it, requests and shards alike."""

import asyncio
import contextlib
from collections import Counter
from typing import Self
from urllib.parse import urlsplit

from scurrypy import Client, Intents
from scurrypy.core import HTTPClient
from scurrypy.events import MessageCreateEvent, ReadyEvent
from scurrypy.sandbox import Sandbox


class Proxy:
    """An HTTP proxy on this machine, which counts what it is asked for by method."""

    def __init__(self) -> None:
        self.asked: Counter[str] = Counter()
        self._relays: set[asyncio.Task[None]] = set()

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        self.url = f"http://127.0.0.1:{self._server.sockets[0].getsockname()[1]}"
        return self

    async def __aexit__(self, *_: object) -> None:
        self._server.close()
        for relay in self._relays:
            relay.cancel()
        await asyncio.gather(*self._relays, return_exceptions=True)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        relay = asyncio.current_task()
        assert relay is not None
        self._relays.add(relay)
        head = await reader.readuntil(b"\r\n\r\n")
        method, target, _ = head.split(b" ", 2)
        self.asked[method.decode()] += 1
        wanted = urlsplit(f"//{target.decode()}" if method == b"CONNECT" else target.decode())
        upstream, onward = await asyncio.open_connection(wanted.hostname, wanted.port)
        if method == b"CONNECT":
            writer.write(b"HTTP/1.1 200 Connection established\r\n\r\n")
        else:
            onward.write(head)
        try:
            await asyncio.gather(_relay(reader, onward), _relay(upstream, writer))
        finally:
            onward.close()
            writer.close()


async def _relay(source: asyncio.StreamReader, sink: asyncio.StreamWriter) -> None:
    with contextlib.suppress(ConnectionError):
        while data := await source.read(65536):
            sink.write(data)
            await sink.drain()
        sink.close()


async def test_requests_and_shards_go_through_the_proxy() -> None:
    async with Sandbox() as sandbox, Proxy() as proxy:
        application = sandbox.world.create_application("bot")
        sandbox.world.add_bot(next(iter(sandbox.world.guilds.values())), application)
        http = HTTPClient(base_url=sandbox.api_url, proxy=proxy.url)
        client = Client(token=application.token, intents=Intents.DEFAULT | Intents.MESSAGE_CONTENT, http=http)
        running = asyncio.create_task(client.start())
        await client.wait_for(ReadyEvent, timeout=10)
        heard = asyncio.create_task(client.wait_for(MessageCreateEvent, timeout=10))
        await asyncio.sleep(0)
        said = sandbox.world.user("alice").send("general", "hello")
        assert (await heard).content == "hello"
        sent = await client.channel(said.channel_id).send("hi")
        assert sent.content == "hi"
        await client.close()
        await asyncio.wait({running}, timeout=5)
        assert proxy.asked["CONNECT"] == 1
        assert proxy.asked["GET"] + proxy.asked["POST"] >= 1
