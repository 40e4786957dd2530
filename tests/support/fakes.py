"""Fakes at the two seams of the client, exactly as a ScurryPy 2.3 user writes them."""

import asyncio
from typing import ClassVar

from scurrypy import Client
from tests.support.virtual_clock import run_virtual

GATEWAY = {
    "url": "wss://gateway.invalid",
    "shards": 2,
    "session_start_limit": {"total": 1000, "remaining": 900, "reset_after": 3_600_000, "max_concurrency": 1},
}


class FakeHTTP:
    """Records requests and answers from a table keyed by `"METHOD /path"`."""

    def __init__(self, answers=None):
        self.answers = {"GET /gateway/bot": GATEWAY, **(answers or {})}
        self.requests = []
        self.log = []

    async def start(self, token):
        self.log.append("http started")

    async def request(self, method, endpoint, *, data=None, params=None, files=None, assets=None):
        self.requests.append((method, endpoint, data, params))
        answer = self.answers.get(f"{method} {endpoint}")
        if isinstance(answer, Exception):
            raise answer
        return answer

    async def close(self):
        self.log.append("http closed")


class FakeGateway:
    """A gateway of a user's own: queues plain dicts, ends when it is closed."""

    made: ClassVar[list["FakeGateway"]] = []

    def __init__(self):
        self.event_queue = asyncio.Queue()
        self.closed = asyncio.Event()
        self.shard_id = self.total_shards = None
        FakeGateway.made.append(self)

    async def start(self, token, intents, shard_id, total_shards):
        self.token, self.intents, self.shard_id, self.total_shards = token, intents, shard_id, total_shards
        await self.closed.wait()

    async def close_ws(self):
        self.closed.set()


MESSAGE = {"id": "2", "channel_id": "1", "content": "hi", "author": {"id": "3", "username": "alice"}}


def no_dispatches(dispatch):
    """Stand for the dispatcher of a pool that is given calls alone."""
    raise AssertionError(f"nothing was to be read, got {dispatch}")


def make_client(**options):
    """Return a client with both seams faked; `FakeGateway.made` starts anew."""
    FakeGateway.made.clear()
    options.setdefault("http", FakeHTTP())
    return Client(token="made.up.token", gateway_impl=FakeGateway, **options)


def run_with(client, story):
    """Start the client, run `story` once its shards are up, close it, and return what the story returned."""

    async def whole():
        starting = asyncio.create_task(client.start())
        # Long enough for slow hooks and for batches of shards: this clock costs nothing.
        await asyncio.sleep(1000)
        result = await story()
        await client.close()
        await starting
        return result

    return run_virtual(whole())
