"""discord.py: messages by its own method, everything else by its HTTP client."""

import asyncio
import re

import discord
from rest import TOKEN, Order, base, run

discord.http.Route.BASE = base()
NAMES = {"channel": "channel_id", "guild": "guild_id", "message": "message_id", "user": "user_id", "role": "role_id"}


async def main() -> None:
    client = discord.Client(intents=discord.Intents.none())
    async with client:
        await client.http.static_login(TOKEN)

        async def send(order: Order) -> object:
            if order.text is not None:
                return await client.get_partial_messageable(int(order.values["channel"])).send(order.text)
            template = re.sub(r"{(\w+)}", lambda found: f"{{{NAMES[found[1]]}}}", order.template)
            route = discord.http.Route(order.method, template, **{NAMES[name]: v for name, v in order.values.items()})
            options = {} if order.body is None else {"json": order.body}
            return await client.http.request(route, **options)

        await run(send)


asyncio.run(main())
