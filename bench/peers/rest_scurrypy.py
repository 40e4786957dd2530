"""This client: messages by its own method, everything else by its HTTP client; `plain` sends messages so as well."""

import asyncio
import sys

from rest import TOKEN, Order, base, run

from scurrypy.http import HTTPClient
from scurrypy.resources import Channel


async def main() -> None:
    # Where no limit binds, the global one must not, either.
    http = HTTPClient(base_url=base(), max_wait=None, global_limit=1_000_000 if "free" in sys.argv else 50)
    await http.start(TOKEN)

    async def send(order: Order) -> object:
        text = None if "plain" in sys.argv else order.text
        if text is None:
            return await http.request(order.method, order.path, data=order.body)
        return await Channel(http, int(order.values["channel"])).send(text)

    await run(send)
    await http.close()


asyncio.run(main())
