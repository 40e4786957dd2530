"""discord.py, as its documentation has it used, in the harness's world."""

import asyncio
import datetime as dt
import importlib
import random
import re
import time
from collections import Counter
from collections.abc import AsyncGenerator, Generator
from contextlib import ExitStack, asynccontextmanager, contextmanager, suppress
from types import SimpleNamespace
from typing import Any
from unittest.mock import patch
from urllib.parse import unquote

import aiohttp
import aiohttp.connector
import discord
import discord.backoff
import discord.gateway
import discord.http
from discord.webhook.async_ import AsyncWebhookAdapter

from tests.chaos import secrets_told as told
from tests.chaos.peers import network
from tests.chaos.peers.turns import Turn, chance, clock
from tests.chaos.peers.world import TOKEN, PeerWorld
from tests.chaos.world import INTENTS


class Bot:
    """A bot with one handler: a plain client for one shard, the sharded one for more."""

    def __init__(self, world: PeerWorld) -> None:
        shards = len(world.places)
        intents = discord.Intents._from_value(INTENTS)
        if shards == 1:
            self.client = discord.Client(intents=intents)
        else:
            self.client = discord.AutoShardedClient(intents=intents, shard_count=shards)

        async def on_raw_message_delete(payload: discord.RawMessageDeleteEvent) -> None:
            world.oracle.take(payload.channel_id, payload.message_id)

        self.client.event(on_raw_message_delete)
        if world.listener is not None:
            self._listen(world.listener)

    def _listen(self, listener: Any) -> None:
        """Hand all that the library tells to one handler, what comes in parts as a tuple."""

        async def on_other(*parts: Any) -> None:
            await listener(parts[0] if len(parts) == 1 else parts)

        for names in importlib.import_module("peers.discord_names").NAMES.values():
            for name in set(names) - {"raw_message_delete"}:
                setattr(self.client, f"on_{name}", on_other)

    async def run(self) -> None:
        async with self.client:
            await self.client.start(TOKEN)

    async def join_voice(self, shard_id: int) -> None:
        await self.client._connection._get_websocket(shard_id=shard_id).voice_state(1, None)

    async def appear(self, shard_id: int) -> None:
        options = {} if len(self.client.shards) == 1 else {"shard_id": shard_id}
        await self.client.change_presence(status=discord.Status.online, **options)

    @staticmethod
    @contextmanager
    def installed(world: PeerWorld, wires: network.Network) -> Generator[None]:
        """Put the world's clock, chance and network beneath the library."""
        handler, websocket = discord.gateway.KeepAliveHandler, discord.gateway.DiscordWebSocket
        start, run, from_client = handler.start, handler.run, websocket.from_client.__func__
        turns = world.turns

        def start_in_turn(self: Any) -> None:
            turn = Turn(turns)
            self.turn = turn
            turns.start(turn, lambda: start(self))

        def run_in_turn(self: Any) -> None:
            self.turn.live(lambda: run(self))

        async def from_client_of_shard(cls: Any, *args: Any, **options: Any) -> Any:
            network.shard.set(options.get("shard_id") or 0)
            return await from_client(cls, *args, **options)

        threads = SimpleNamespace(**vars(discord.gateway.threading) | {"Event": turns.event})
        coroutines = SimpleNamespace(**vars(asyncio) | {"run_coroutine_threadsafe": turns.run_coroutine_threadsafe})
        now = clock(turns.loop)
        with ExitStack() as stack:
            for target, name, value in (
                (discord.gateway, "time", now),
                (discord.backoff, "time", now),
                (discord.backoff, "random", chance(world.rng)),
                (discord.gateway, "threading", threads),
                (discord.gateway, "asyncio", coroutines),
                (handler, "start", start_in_turn),
                (handler, "run", run_in_turn),
                (websocket, "from_client", classmethod(from_client_of_shard)),
                (aiohttp.connector, "monotonic", now.monotonic),
                (aiohttp.connector, "DefaultResolver", lambda **_: wires),
                (aiohttp.connector.aiohappyeyeballs, "start_connection", wires.dial),
                (turns.loop, "create_connection", wires.connect),
            ):
                stack.enter_context(patch.object(target, name, value))
            yield


class World(PeerWorld):
    """The world of a bot of discord.py."""

    bot_class = Bot


# Requests

NAMES = {
    "channel": "channel_id",
    "guild": "guild_id",
    "message": "message_id",
    "user": "user_id",
    "role": "role_id",
    "webhook": "webhook_id",
    "token": "webhook_token",
    "application": "webhook_id",
    "id": "webhook_id",
    "interaction": "webhook_token",
    "emoji": "emoji",
}
"""What the library calls the values of a path in its own routes."""


class Sender:
    """Sends orders as the library's own methods do: by its client, or by its adapter for webhooks and interactions."""

    def __init__(self, http: discord.http.HTTPClient, session: aiohttp.ClientSession) -> None:
        self.ended: Counter[str] = Counter()
        """How requests ended: ok, or the name of the error."""
        self._http = http
        self._session = session
        self._adapter = AsyncWebhookAdapter()
        self._loop = asyncio.get_running_loop()

    async def attempt(self, order: Any) -> Exception | None:
        """Send an order; return the error that the caller is told."""
        values = order.filled(self._loop.time())
        try:
            if (order.method, order.template.rpartition("/")[2]) == ("DELETE", "{message}"):
                # It has limits of its own by the message's age.
                await self._http.delete_message(values["channel"], values["message"])
            else:
                await self._request(order, {NAMES[name]: value for name, value in values.items()})
        except (discord.DiscordException, aiohttp.ClientError, OSError, TimeoutError) as error:
            return error
        return None

    def is_forbidden(self, error: Exception) -> bool:
        """Return whether an error says that permissions are missing."""
        return isinstance(error, discord.Forbidden)

    async def send(self, order: Any) -> None:
        error = await self.attempt(order)
        # After five tries, an answer of 429 is handed on.
        is_limit = isinstance(error, discord.HTTPException) and error.status == 429
        self.ended["ok" if error is None else "RateLimited" if is_limit else type(error).__name__] += 1

    async def post(self, channel: int, content: str) -> str | None:
        """Send a message; return the id that the answer tells, None where the caller is told that it failed."""
        try:
            with discord.http.handle_message_parameters(content=content) as params:
                made = await self._http.send_message(channel, params=params)
        except (discord.DiscordException, aiohttp.ClientError, OSError, TimeoutError):
            return None
        return made["id"] if isinstance(made, dict) else ""

    async def _request(self, order: Any, values: dict[str, str]) -> None:
        names = re.findall(r"{(\w+)}", order.template)
        template = order.template.format_map({name: f"{{{NAMES[name]}}}" for name in names})
        used = {NAMES[name]: values[NAMES[name]] for name in names}
        if "emoji" in used:
            used["emoji"] = unquote(used["emoji"])
        route = discord.http.Route(order.method, template, **used)
        if "webhook_token" in used:
            await self._adapter.request(route, self._session, payload=order.body)
        elif order.body is None:
            await self._http.request(route)
        else:
            await self._http.request(route, json=order.body)


FAILURES = (discord.DiscordException, aiohttp.ClientError, OSError)


def calls_with_secrets(sender: Sender) -> list[Any]:
    """Return calls that carry a secret each, as far as the library makes such: it knows neither OAuth2 nor Bearer."""
    session = sender._session
    hook = discord.Webhook.partial(1, told.WEBHOOK, session=session)

    async def post() -> None:
        with discord.http.handle_message_parameters(content="x") as params:
            await sender._http.send_message(1, params=params)

    def of_interaction(path: str) -> Any:
        route = discord.http.Route("POST", path, webhook_id=1, webhook_token=told.INTERACTION)
        return sender._adapter.request(route, session, payload={"type": 5})

    return [
        post,
        lambda: sender._http.request(discord.http.Route("GET", "/users/@me")),
        lambda: hook.send("x"),
        lambda: hook.edit_message(2, content="x"),
        lambda: of_interaction("/webhooks/{webhook_id}/{webhook_token}"),
        lambda: of_interaction("/interactions/{webhook_id}/{webhook_token}/callback"),
        hook.fetch,
    ]


@asynccontextmanager
async def sender(rng: random.Random, *, global_limit: int = 50) -> AsyncGenerator[Sender]:
    """Give a client of the library, logged in; it knows of no global limit before it is told."""
    with ExitStack() as stack:
        stack.enter_context(patch.object(aiohttp.connector, "DefaultResolver", aiohttp.ThreadedResolver))
        stack.enter_context(
            patch.object(discord.utils, "utcnow", lambda: dt.datetime.fromtimestamp(time.time(), dt.UTC))
        )
        stack.enter_context(patch.object(aiohttp.connector, "monotonic", asyncio.get_running_loop().time))
        http = discord.http.HTTPClient(asyncio.get_running_loop())
        # The server knows no users, or fails; the session that the log-in makes is there all the same.
        with suppress(*FAILURES, ValueError):
            await http.static_login(TOKEN)
        http.token = TOKEN
        async with aiohttp.ClientSession() as session:
            yield Sender(http, session)
        await http.close()
