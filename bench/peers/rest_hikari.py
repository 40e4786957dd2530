"""hikari: messages by its own method, everything else by its routes."""

import asyncio

import hikari
from hikari.internal import routes
from rest import TOKEN, Order, base, run

BASE = base()
ROUTES = {
    (route.method, route.path_template): route for route in vars(routes).values() if isinstance(route, routes.Route)
}


async def main() -> None:
    app = hikari.RESTApp(url=BASE)
    await app.start()
    async with app.acquire(TOKEN, hikari.TokenType.BOT) as rest:

        async def send(order: Order) -> object:
            if order.text is not None:
                return await rest.create_message(int(order.values["channel"]), order.text)
            route = ROUTES[order.method, order.template].compile(**order.values)
            return await rest._request(route, json=order.body)  # noqa: SLF001 - beneath each method of its own

        await run(send)
    await app.close()


asyncio.run(main())
