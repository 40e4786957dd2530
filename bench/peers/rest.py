"""Sends what the bench asks for, and measures it from within: what each peer of bench/rest.py has in common.

The task comes as JSON on standard input: `orders` as lists of method, template, values and body; `workers` that each
send one after the other, 0 for all at once; `warm` of the orders come before what is measured, and `pause` seconds.
"""

import asyncio
import gc
import json
import sys
import time
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Awaitable, Callable, Iterable
from typing import NamedTuple

TOKEN = "a.b.c"  # noqa: S105 - made up
MESSAGE = "/channels/{channel}/messages"
"""Where a new message is posted."""


class Order(NamedTuple):
    """One request that somebody wants sent."""

    method: str
    template: str
    values: dict[str, str]
    body: dict[str, str] | None

    @property
    def path(self) -> str:
        """Path below the API's base."""
        return self.template.format_map(self.values)

    @property
    def text(self) -> str | None:
        """What is said, if this is a new message."""
        is_message = self.method == "POST" and self.template == MESSAGE
        return self.body["content"] if is_message and self.body else None


Send = Callable[[Order], Awaitable[object]]


def base() -> str:
    """Return the address of the bench's server."""
    parser = ArgumentParser()
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("options", nargs="*")
    return f"http://127.0.0.1:{parser.parse_args().port}/api/v10"


async def run(send: Send) -> None:
    """Do the task, and report."""
    task = json.load(sys.stdin)
    orders = [Order(*order) for order in task["orders"]]
    warm = task["warm"]
    await _all(send, orders[:warm], task["workers"] or 1)
    await asyncio.sleep(task.get("pause", 0))
    # Else what starting up has left behind is looked through while messages are sent, or not, as it happens.
    gc.collect()
    cpu, wall = time.process_time(), time.perf_counter()
    ended = await _all(send, orders[warm:], task["workers"])
    cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
    print(json.dumps({"cpu": cpu, "wall": wall, "ended": ended}), flush=True)


async def _all(send: Send, orders: Iterable[Order], workers: int) -> Counter[str]:
    ended: Counter[str] = Counter()

    async def one(order: Order) -> None:
        try:
            await send(order)
        except Exception as error:  # noqa: BLE001 - whatever a library raises, the bench tells it
            ended[type(error).__name__] += 1
        else:
            ended["ok"] += 1

    async def work() -> None:
        for order in left:
            await one(order)

    if workers:
        left = iter(orders)
        await asyncio.gather(*(work() for _ in range(workers)))
    else:
        await asyncio.gather(*map(one, orders))
    return ended
