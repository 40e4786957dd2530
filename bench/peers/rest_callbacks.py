"""How long this client takes to answer interactions: while it does nothing else, and while its limits are used up."""

import asyncio
import json
import sys
import time

from rest import TOKEN, Order, base

from scurrypy.http import HTTPClient

_PAUSE = 0.01
"""Seconds between one interaction and the next."""


async def main() -> None:
    task = json.load(sys.stdin)
    callbacks = [Order(*order) for order in task["callbacks"]]
    http = HTTPClient(base_url=base(), max_wait=None)
    await http.start(TOKEN)

    async def send(order: Order) -> float:
        begun = time.perf_counter()
        await http.request(order.method, order.path, data=order.body)
        return time.perf_counter() - begun

    async def answer_all() -> list[float]:
        sent = []
        for order in callbacks:
            sent.append(asyncio.ensure_future(send(order)))
            await asyncio.sleep(_PAUSE)
        return await asyncio.gather(*sent)

    await asyncio.gather(*(send(order) for order in callbacks[:5]))
    idle = await answer_all()
    waiting = [asyncio.ensure_future(send(Order(*order))) for order in task["orders"]]
    await asyncio.sleep(1.0)
    saturated = await answer_all()
    still = sum(not sending.done() for sending in waiting)
    print(json.dumps({"idle": idle, "saturated": saturated, "waiting": still}), flush=True)
    for sending in waiting:
        sending.cancel()
    await asyncio.gather(*waiting, return_exceptions=True)
    await http.close()


asyncio.run(main())
