"""What bench/rest.py asks for, and in how little time a client could be done that never runs into a limit.

An order is what a caller wants sent: method, path and JSON body. What limits it stands in the rules of the scripted
Discord that the chaos tests use (`tests/chaos/rest/rules.py`); the server of this bench keeps the same.
"""

import random
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from tests.chaos.rest.rules import Bucket, match
from tests.chaos.rest.workload import CALLBACK, INTERACTION, MEMBER, MESSAGE, ONE_MESSAGE, ROLE, Order

PER_SECOND = 50
"""Requests that Discord lets one bot make in any second, in all."""


@dataclass(frozen=True)
class Workload:
    """Orders that are all there at the start."""

    about: str
    make: Callable[[float], list[Order]]
    """From a share of the whole to the orders."""


def values(place: int, number: int = 0) -> dict[str, str]:
    """Return what paths are filled with: one channel, guild and user, and one message and role of these."""
    return {
        "channel": str(10**17 + place),
        "guild": str(2 * 10**17 + place),
        "message": str(4 * 10**17 + number),
        "user": str(5 * 10**17 + number),
        "role": str(6 * 10**17),
    }


def message(place: int) -> Order:
    """Return a new message to one channel."""
    return Order("POST", MESSAGE, values(place), {"content": "a message of some forty characters, no more"})


def callback(number: int) -> Order:
    """Return the answer to one interaction."""
    given = {"id": str(8 * 10**17 + number), "interaction": f"{INTERACTION}{number:0120d}"}
    return Order("POST", CALLBACK, given, {"type": "5"})


def messages(share: float = 1.0) -> list[Order]:
    """Return 15 messages to each of 20 channels, in turn: 5 fit into 5 seconds."""
    return [message(channel) for _ in range(round(15 * share)) for channel in range(20)]


def sharing(share: float = 1.0) -> list[Order]:
    """Return 400 requests about 8 guilds and 8 channels, by six routes that count in four kinds of buckets.

    To give a role and to take it share one bucket per guild (10 in 10 s); a message, and messages, are read from one
    per channel that refills all the time (10 in 2 s); new messages and edits have one each per channel (5 in 5 s).
    """
    orders: list[Order] = []
    for place in range(8):
        for number in range(round(10 * share)):
            about = values(place, number)
            orders += [Order("PUT", ROLE, about), Order("DELETE", ROLE, about)]
            orders += [Order("GET", MESSAGE, about), Order("GET", ONE_MESSAGE, about)]
            orders += [message(place)] if number % 2 else [Order("PATCH", ONE_MESSAGE, about, {"content": "y"})]
    random.Random(7).shuffle(orders)
    return orders


def burst(share: float = 1.0) -> list[Order]:
    """Return 500 requests by five routes about 100 resources each: no bucket binds, only the global limit."""
    orders: list[Order] = []
    for place in range(round(100 * share)):
        about = values(place, place)
        orders += [
            message(place),
            Order("GET", MESSAGE, about),
            Order("PATCH", "/channels/{channel}", about, {"rate_limit_per_user": "1"}),
            Order("GET", MEMBER, about),
            Order("GET", "/users/{user}", about),
        ]
    random.Random(7).shuffle(orders)
    return orders


WORKLOADS = {
    "messages": Workload("300 messages to 20 channels", messages),
    "sharing": Workload("400 requests by six routes that share buckets", sharing),
    "burst": Workload("500 requests that only the global limit holds up", burst),
}


def one_of_each(orders: Iterable[Order]) -> list[Order]:
    """Return one order for each route, about resources that no workload uses."""
    seen = {(order.method, order.template): order for order in orders}
    return [Order(order.method, order.template, values(9_999), order.body) for order in seen.values()]


def least(orders: Iterable[Order], per_second: int | None = PER_SECOND) -> float:
    """Return the seconds from the first arrival to the last at best.

    1. The buckets say from when on each request is allowed at the earliest: a fixed window opens with its first
       request, here at once, and the next one when it ends; a leaky bucket gives its limit at once, then one at a time.
    2. Of those that are allowed, the one that has been for longest goes first, but no more than `per_second` in any
       second. For requests that take no time, no other order ends sooner.

    It is a bound from below, for it takes for granted that every window opens at the moment it may.

    Args:
        orders: What is asked for.
        per_second: The global limit; None for none. Who knew when the server's own second begins could send twice as
            many around that moment, but no answer tells.
    """
    asked: dict[tuple[str, str], int] = defaultdict(int)
    allowed: list[float] = []
    for order in orders:
        found = match(order.method, order.path(0.0))
        if found is None:
            raise ValueError(f"no such operation: {order.method} {order.template}")
        bucket = found.operation.buckets[""]
        place = bucket.name, found.resource
        allowed.append(0.0 if bucket.is_silent else _allowed_at(bucket, asked[place]))
        asked[place] += 1
    allowed.sort()
    went: list[float] = []
    for number, moment in enumerate(allowed):
        is_free = per_second is None or number < per_second
        went.append(moment if is_free else max(moment, went[number - per_second] + 1.0))
    return went[-1]


def _allowed_at(bucket: Bucket, before: int) -> float:
    """Return the seconds after which a bucket allows one more than `before`, if all went as soon as they might."""
    if bucket.is_leaky:
        return max(0, before + 1 - bucket.limit) * bucket.period / bucket.limit
    return before // bucket.limit * bucket.period
