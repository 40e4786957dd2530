"""Hostile answers: whatever a server sends over a socket, a request ends with a value or an error of ours."""

import asyncio
import random
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from scurrypy.http import HTTPClient, invalid_requests
from scurrypy.wire.errors import DiscordError, ScurrypyError
from tests.fuzz.corpus import ANSWERS
from tests.fuzz.mutation import INPUTS, SEED, as_json, mutated_bytes, mutated_tree
from tests.support.leaks import Leaks
from tests.unit.http.server import TOKEN, Impatient

NUMBERS = ["", "0", "-1", "1e9", "nan", "inf", "1" * 400, "x", "0.001", "None"]
REQUESTS = [
    ("GET", "/channels/1", None),
    ("POST", "/channels/1/messages", {"content": "x"}),
    ("PATCH", "/channels/1", {"name": "x"}),
    ("DELETE", "/channels/1/messages/5", None),
    ("POST", "/interactions/1/interaction-token/callback", {"type": 5}),
    ("POST", "/webhooks/1/webhook-token", {"content": "x"}),
]


def encoded(status: int, headers: dict[str, str], body: bytes) -> bytes:
    lines = [f"HTTP/1.1 {status} Whatever", *(f"{name}: {value}" for name, value in headers.items())]
    return "\r\n".join([*lines, f"Content-Length: {len(body)}", "Connection: close", "", ""]).encode() + body


SEEDS = [encoded(status, headers, as_json(body)) for status, headers, body in ANSWERS]


def hostile_answer(rng: random.Random) -> bytes:
    if rng.random() < 0.3:
        return mutated_bytes(rng, rng.choice(SEEDS), SEEDS)
    status, headers, body = rng.choice(ANSWERS)
    headers = {"Via": "1.1 google"} | headers
    for name in [name for name in headers if rng.random() < 0.3]:
        headers[name] = rng.choice(NUMBERS)
    made = as_json(mutated_tree(rng, body)) if rng.random() < 0.7 else mutated_bytes(rng, as_json(body), SEEDS)
    return encoded(rng.choice((status, status, rng.randint(200, 599))), headers, made)


class HostileServer:
    """Answers each connection with what `answer` holds, and closes it."""

    def __init__(self) -> None:
        self.answer = b""
        self.url = ""

    async def handle(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = await reader.readuntil(b"\r\n\r\n")
        size = head.lower().partition(b"content-length: ")[2].partition(b"\r\n")[0]
        await reader.readexactly(int(size or 0))
        writer.write(self.answer)
        writer.close()


@asynccontextmanager
async def hostile() -> AsyncIterator[HostileServer]:
    made = HostileServer()
    server = await asyncio.start_server(made.handle, "127.0.0.1", 0)
    async with server:
        made.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
        yield made


async def test_no_answer_upsets_the_http_client(leaks: Leaks, caplog: pytest.LogCaptureFixture) -> None:
    rng, ends = random.Random(SEED), Counter[str]()
    inputs = INPUTS // 10
    async with hostile() as server:
        for number in range(inputs):
            server.answer = hostile_answer(rng)
            method, path, data = rng.choice(REQUESTS)
            # Anew each time: what one answer forbids must not keep the next from being read.
            invalid_requests._COUNTS.clear()
            http = HTTPClient(base_url=server.url, rng=Impatient(1), max_wait=0.0, timeout=5)
            await http.start(TOKEN)
            try:
                async with asyncio.timeout(30):
                    await http.request(method, path, data=data, retry=False)
                ends["read"] += 1
            except (ScurrypyError, DiscordError) as error:
                leaks.hear(error)
                ends[type(error).__name__] += 1
            except BaseException as error:
                error.add_note(f"input {number}, seed {SEED}: {server.answer!r}")
                raise
            finally:
                await http.close()
            assert leaks.found() == []
            leaks.told.clear()
            caplog.clear()
    print(f"HTTP: {inputs} answers, {dict(ends)}, no death")
    assert len(ends) > 4
