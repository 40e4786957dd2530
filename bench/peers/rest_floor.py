"""No client at all: aiohttp posts, msgspec writes and reads the JSON.

`tuned` keeps no cookies, `models` reads messages into this client's own.
"""

import asyncio
import sys

import aiohttp
import msgspec
from rest import TOKEN, Order, base, run

BASE = base()
encode = msgspec.json.Encoder().encode
if "models" in sys.argv:
    from scurrypy.api.messages import MessageModel
    from scurrypy.wire import codec

    decode = codec.decoder_for(MessageModel).decode
else:
    decode = msgspec.json.Decoder().decode
HEADERS = {"Authorization": f"Bot {TOKEN}", "User-Agent": "DiscordBot (https://example.org, 1)"}
WITH_BODY = {**HEADERS, "Content-Type": "application/json"}


async def main() -> None:
    options = {"cookie_jar": aiohttp.DummyCookieJar()} if "tuned" in sys.argv else {}
    connector = aiohttp.TCPConnector(limit=0)
    async with aiohttp.ClientSession(connector=connector, **options) as session:

        async def send(order: Order) -> object:
            data, headers = (None, HEADERS) if order.body is None else (encode(order.body), WITH_BODY)
            async with session.request(order.method, BASE + order.path, data=data, headers=headers) as answer:
                body = await answer.read()
                answer.raise_for_status()
                return decode(body) if body else None

        await run(send)


asyncio.run(main())
