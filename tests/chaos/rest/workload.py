"""What is asked for, as data: which requests, in which order, how many at once. How they are sent is the client's."""

import asyncio
import random
from collections.abc import Awaitable, Callable, Iterable, Iterator
from dataclasses import dataclass, field

from tests.chaos.rest.rules import message_id
from tests.chaos.rest.server import EPOCH


@dataclass(frozen=True, slots=True)
class Order:
    """One request that somebody wants sent."""

    method: str
    template: str
    """Path below the API's base; braces hold the names of values."""
    values: dict[str, str]
    body: dict[str, str] | None = None
    age: float | None = None
    """Seconds of age of the message it names, when it is asked for; None where that does not matter."""
    number: int = 0

    def filled(self, now: float) -> dict[str, str]:
        """Return the values at `now`, in seconds of the loop's clock."""
        if self.age is None:
            return self.values
        return {**self.values, "message": str(message_id(self.age, EPOCH + now, self.number))}

    def path(self, now: float) -> str:
        """Return the path at `now`."""
        return self.template.format_map(self.filled(now))


INTERACTION = "aW50ZXJhY3Rpb246"
MESSAGE = "/channels/{channel}/messages"
ONE_MESSAGE = f"{MESSAGE}/{{message}}"
REACTION = f"{ONE_MESSAGE}/reactions/{{emoji}}/@me"
ROLE = "/guilds/{guild}/members/{user}/roles/{role}"
MEMBER = "/guilds/{guild}/members/{user}"
WEBHOOK = "/webhooks/{webhook}/{token}"
FOLLOWUP = "/webhooks/{application}/{interaction}"
CALLBACK = "/interactions/{id}/{interaction}/callback"

_KINDS: tuple[tuple[float, str, str, dict[str, str] | None], ...] = (
    (24, "POST", MESSAGE, {"content": "x"}),
    (8, "PATCH", ONE_MESSAGE, {"content": "y"}),
    (8, "GET", MESSAGE, None),
    (6, "GET", ONE_MESSAGE, None),
    (10, "DELETE", ONE_MESSAGE, None),
    (2, "PUT", REACTION, None),
    (1, "DELETE", REACTION, None),
    (0.2, "PATCH", "/channels/{channel}", {"name": "n"}),
    (2, "PATCH", "/channels/{channel}", {"rate_limit_per_user": "1"}),
    (6, "GET", MEMBER, None),
    (5, "PATCH", MEMBER, {"nick": "n"}),
    (4, "PUT", ROLE, None),
    (4, "DELETE", ROLE, None),
    (4, "GET", "/users/{user}", None),
    (4, "POST", WEBHOOK, {"content": "x"}),
    (2, "POST", FOLLOWUP, {"content": "x"}),
    (2, "POST", CALLBACK, {"type": "5"}),
)


@dataclass
class Mixed:
    """Requests of all kinds, alone and in bursts, about resources of which some are much in demand."""

    rng: random.Random
    count: int
    resources: int = 200
    """Channels, guilds and webhooks each."""
    burst: float = 0.3
    """Chance that an order comes with up to thirty more like it."""
    ages: tuple[float, ...] = (1.0, 5.0, 60.0, 86400.0, 20 * 86400.0, 40 * 86400.0)
    """Seconds of age of the messages that are deleted."""
    _number: int = field(default=0, init=False)

    def __iter__(self) -> Iterator[Order]:
        weights = [kind[0] for kind in _KINDS]
        left = self.count
        while left > 0:
            _, method, template, body = self.rng.choices(_KINDS, weights)[0]
            is_rare = body == {"name": "n"}
            times = self.rng.randint(2, 30) if self.rng.random() < self.burst and not is_rare else 1
            resource = int(self.resources * self.rng.random() ** (1 if is_rare else 2))
            age = self.rng.choice(self.ages) if (method, template) == ("DELETE", ONE_MESSAGE) else None
            for _ in range(min(times, left)):
                self._number += 1
                yield Order(method, template, self._values(resource), body, age, self._number)
            left -= times

    def _values(self, resource: int) -> dict[str, str]:
        number = self._number
        return {
            "channel": str(10**17 + resource),
            "guild": str(2 * 10**17 + resource),
            "webhook": str(3 * 10**17 + resource),
            "token": f"{resource:068d}",
            "message": str(4 * 10**17 + number),
            "user": str(5 * 10**17 + number % 1000),
            "role": str(6 * 10**17 + number % 10),
            "emoji": "%F0%9F%94%A5",
            "application": "700000000000000000",
            "id": str(8 * 10**17 + number),
            # Of an interaction come a callback and some messages, each of a kind above.
            "interaction": f"{INTERACTION}{resource:060d}{number // 100:08d}",
        }


async def perform(orders: Iterable[Order], concurrency: int, send: Callable[[Order], Awaitable[None]]) -> None:
    """Send all orders, so many at once."""
    left = iter(orders)

    async def work() -> None:
        for order in left:
            await send(order)

    await asyncio.gather(*(work() for _ in range(concurrency)))
