"""This package's client, sending orders."""

import asyncio
import random
from collections import Counter
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from itertools import count

from scurrypy.http import HTTPClient
from scurrypy.wire.errors import DiscordError, Forbidden, RequestFailed
from tests.chaos.rest.workload import Order

_HOSTS = count()


class Sender:
    """Sends orders through one HTTP client, and counts what became of them."""

    def __init__(self, http: HTTPClient) -> None:
        self.http = http
        self.ended: Counter[str] = Counter()
        """How requests ended: ok, or the name of the error."""
        self._loop = asyncio.get_running_loop()

    async def attempt(self, order: Order) -> Exception | None:
        """Send an order; return the error that the caller is told."""
        try:
            await self.http.request(order.method, order.path(self._loop.time()), data=order.body)
        except (DiscordError, RequestFailed) as error:
            return error
        return None

    def is_forbidden(self, error: Exception) -> bool:
        """Return whether an error says that permissions are missing."""
        return isinstance(error, Forbidden)

    async def send(self, order: Order) -> None:
        error = await self.attempt(order)
        self.ended["ok" if error is None else type(error).__name__] += 1

    async def post(self, channel: int, content: str) -> str | None:
        """Send a message; return the id that the answer tells, None where the caller is told that it failed."""
        try:
            made = await self.http.request("POST", f"/channels/{channel}/messages", data={"content": content})
        except (DiscordError, RequestFailed):
            return None
        return made["id"] if isinstance(made, dict) else ""


@asynccontextmanager
async def sender(rng: random.Random, *, global_limit: int = 50) -> AsyncGenerator[Sender]:
    """Give a client that waits for as long as it takes."""
    # Refusals are counted per host, for the whole process: each run has one of its own.
    base = f"http://run-{next(_HOSTS)}.discord.test/api/v10"
    http = HTTPClient(base_url=base, global_limit=global_limit, max_wait=None, rng=random.Random(rng.random()))
    await http.start("a.very.secret-token")
    try:
        yield Sender(http)
    finally:
        await http.close()
