"""The client: puts the gateway, the HTTP client, the dispatcher and the resources together. No logic of its own."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Awaitable, Callable, Hashable, Sequence
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, TypeVar, cast, overload

from scurrypy import api, events, gateway
from scurrypy.dispatch import (
    Dispatcher,
    ErrorHook,
    EventName,
    OrderedHandler,
    Ordering,
    check_error_hook,
    check_handler,
    check_hook,
    event_type,
    log_failure,
)
from scurrypy.dispatch.handlers import describe
from scurrypy.dispatch.lanes import bare
from scurrypy.enums import EventType
from scurrypy.events.base_event import Event
from scurrypy.gateway import (
    GatewayClient,
    GatewayClientProtocol,
    GatewayOptions,
    IdentifyQueue,
    SessionStoreProtocol,
)
from scurrypy.http import HTTPClient, HTTPClientProtocol
from scurrypy.intents import Intents
from scurrypy.lazy import lazily
from scurrypy.resources import ResourceFactories
from scurrypy.running import ask_for_gateway, check_token, end, run_hooks, run_until_stopped, watch
from scurrypy.settings import check_settings, choose_shards
from scurrypy.shards import ClientShards
from scurrypy.watchdog import Watchdog
from scurrypy.wire.errors import MissingIntents, NoSession

__all__ = ["EVENTS", "Client", "CoreHandler", "E", "HookHandler", "MaybeAwaitable", "logger"]

if TYPE_CHECKING:
    from scurrypy.events import EVENTS
else:
    __getattr__ = lazily(__name__, {"scurrypy.events": ["EVENTS"]})

logger: logging.Logger = logging.getLogger(__name__)

E = TypeVar("E", bound=Event)

CoreHandler: TypeAlias = Callable[[E], Awaitable[None]]
"""A handler: `async def handler(event)`."""

MaybeAwaitable: TypeAlias = Awaitable[None] | None

HookHandler: TypeAlias = Callable[[], MaybeAwaitable]
"""A startup or shutdown hook: takes nothing, may be async."""

_in_close: ContextVar[bool] = ContextVar("in_close", default=False)
"""Whether this runs within `close`, as a shutdown hook does."""

_BATCH = 5.0
"""Seconds between batches of shards, as between two IDENTIFYs of one key."""


class Client(ResourceFactories, ClientShards):
    """A bot: listens to events, and hands out the resources through which it acts.

    Args:
        token: The bot's token, without the word `Bot`.
        intents: The groups of events to receive.
        shard_count: How many shards the bot has in all; 0 for the number Discord recommends.
        http: Sends the requests; an `HTTPClient` unless given.
        gateway_impl: Class of the shards, called without arguments; `GatewayClient` unless given.
        presence: Status and activity shown from the start.
        shard_ids: The shards this process runs; all of them unless given.
        compress: Transport compression of the gateway; None for plain JSON.
        handler_concurrency: How many handlers may be in flight at once; further events wait.
        drain_timeout: Seconds that handlers in flight have to end when the client closes.
        session_store: Keeps the shards' sessions, so that the bot can be stopped or killed and started again within
            a few minutes and hears what it missed, without an IDENTIFY. Off unless given; for a file,
            `SQLiteSessionStore("bot.sqlite")`. A start that resumes brings `ResumedEvent`, and neither `ReadyEvent`
            nor the guilds. Events that handlers were not done with, or that came in the last second before a kill,
            come again.
        identify_fuse: How many IDENTIFYs within a short time are too many; it needs the store to remember them.
        resume_hosts: Domains where a session may be resumed, and the token is sent, beside Discord's and the host of
            the gateway that the API names.
        error_hook: `def hook(failure)`, plain or async, told of each exception of a handler or a predicate;
            `log_failure` unless given.
        watchdog: Seconds that the event loop may stand still before the frame that blocks it is logged: as long as
            Discord waits for the answer to an interaction unless given; None for no watchdog. It is a thread that
            wakes the loop four times within these seconds, for 0.2 ms of CPU each: 0.03 % of a core at 3 seconds.

    Raises:
        MissingIntents: `intents` is not an `Intents`.
        InvalidRequest: another parameter is of the wrong kind, or has a value that cannot be; also a ValueError.
        InvalidCallbackSignature: the error hook does not take exactly one parameter.
    """

    def __init__(
        self,
        *,
        token: str,
        intents: Intents = Intents.DEFAULT,
        shard_count: int = 0,
        http: HTTPClientProtocol | None = None,
        gateway_impl: type[GatewayClientProtocol] | None = None,
        presence: api.PresencePart | None = None,
        shard_ids: Sequence[int] | None = None,
        compress: Literal["zstd-stream", "zlib-stream"] | None = "zstd-stream",
        handler_concurrency: int = 1000,
        drain_timeout: float = 10.0,
        session_store: SessionStoreProtocol | None = None,
        identify_fuse: gateway.IdentifyFuse | None = None,
        resume_hosts: Sequence[str] = (),
        error_hook: ErrorHook = log_failure,
        watchdog: float | None = 3.0,
    ) -> None:
        if not isinstance(intents, Intents):  # pyright: ignore[reportUnnecessaryIsInstance] # beginners pass numbers
            raise MissingIntents(f"intents must be made of Intents members, got {intents!r}")
        check_settings(
            {"shard_count": shard_count, "shard_ids": shard_ids, "compress": compress, "resume_hosts": resume_hosts}
            | {"handler_concurrency": handler_concurrency, "drain_timeout": drain_timeout, "watchdog": watchdog}
            | {"http": http, "gateway_impl": gateway_impl, "presence": presence}
            | {"session_store": session_store, "identify_fuse": identify_fuse}
        )
        ResourceFactories.__init__(self, http or HTTPClient())
        ClientShards.__init__(self, intents, presence)
        self.token = token
        """The bot's token."""
        self.shard_count: int = shard_count
        """How many shards the bot has in all; 0 until start where Discord is asked."""
        self.shard_type: type[GatewayClientProtocol] = gateway_impl or GatewayClient
        """Class of the shards."""
        self.events: dict[EventType, list[CoreHandler[Any]]] = {}
        """The handlers of each event, in the order they were registered."""
        self.startup_hooks: list[HookHandler] = []
        """Called once each, in order, before the first shard connects."""
        self.shutdown_hooks: list[HookHandler] = []
        """Called once each, in order, at the start of `close`."""
        self.shard_ids: list[int] | None = None if shard_ids is None else list(shard_ids)
        """The shards this process runs; None for all."""
        self.compress: Literal["zstd-stream", "zlib-stream"] | None = compress
        """Transport compression of the gateway."""
        self.drain_timeout = drain_timeout
        """Seconds that handlers in flight have to end when the client closes."""
        self.session_store: SessionStoreProtocol | None = session_store
        """Keeps the shards' sessions for the next start; None to begin anew with each."""
        self.identify_fuse: gateway.IdentifyFuse | None = identify_fuse
        """How many IDENTIFYs within a short time are too many; None for the defaults."""
        self._keeper: gateway.SessionKeeper | None = None
        self.resume_hosts: Sequence[str] = resume_hosts
        """Domains where a session may be resumed beside Discord's and the gateway's own."""
        self._dispatcher = Dispatcher(cast("dict[str, list[Any]]", self.events), handler_concurrency)
        check_error_hook(error_hook)
        self._dispatcher.pool.failures.hook = error_hook
        self._watchdog = contextlib.nullcontext() if watchdog is None else Watchdog(watchdog)
        self._connections: list[asyncio.Task[Any]] = []
        self._listeners: list[asyncio.Task[None]] = []
        self._closing: asyncio.Task[None] | None = None
        self._is_running = False

    def __repr__(self) -> str:
        return f"<Client intents={self.intents!r} shards={len(self.shards)}>"

    # Listening

    @overload
    def add_event_listener(
        self,
        event: type[E],
        handler: CoreHandler[E],
        *,
        ordered_by: Ordering | str | Callable[[E], Hashable] | None = None,
    ) -> None: ...
    @overload
    def add_event_listener(
        self,
        event: EventType | str,
        handler: CoreHandler[Any],
        *,
        ordered_by: Ordering | str | Callable[[Any], Hashable] | None = None,
    ) -> None: ...
    def add_event_listener(
        self,
        event: EventName,
        handler: CoreHandler[Any],
        *,
        ordered_by: Ordering | str | Callable[[Any], Hashable] | None = None,
    ) -> None:
        """Call `handler` with each event of this kind.

        Args:
            event: A member of `EventType`, an event's class, or the name of a dispatch, known or not: an unknown
                one arrives as `RawEvent`. The class `RawEvent` itself stands for every dispatch, undecoded.
            handler: `async def handler(event)`.
            ordered_by: None to call the handler for each event at once, beside other calls. A field of the event, such
                as `channel_id` or `author.id`, or a function from the event to a key: events with the same key are
                handled one after the other, in the order they arrived. An `Ordering` to share that order with other
                handlers.

        Raises:
            InvalidCallbackSignature: the handler is not async, or does not take exactly one parameter.
            InvalidRequest: this cannot be the name of a dispatch, or the event has no such field.
        """
        check_handler(handler)
        name = event_type(event)
        if ordered_by is not None:
            ordering = ordered_by if isinstance(ordered_by, Ordering) else Ordering(ordered_by)
            ordering.check(name)
            handler = OrderedHandler(cast("Any", handler), ordering)
        self.events.setdefault(name, []).append(handler)

    def remove_event_listener(self, event: EventName, handler: CoreHandler[Any]) -> None:
        """Stop calling `handler` with this kind of event; calls already in flight go on.

        Raises:
            ValueError: the handler was not registered for it.
        """
        name = event_type(event)
        handlers = self.events.get(name, [])
        plain = [bare(one) for one in handlers]
        if handler not in plain:
            raise ValueError(f"{describe(handler)} is not registered for {name}")
        del handlers[plain.index(handler)]
        if not handlers:
            del self.events[name]

    @overload
    async def wait_for(
        self, *events: type[E], predicate: Callable[[E], bool] | None = None, timeout: float | None = None
    ) -> E: ...
    @overload
    async def wait_for(
        self, *events: EventName, predicate: Callable[[Any], bool] | None = None, timeout: float | None = None
    ) -> Any: ...
    async def wait_for(
        self,
        *events: EventName,
        predicate: Callable[[Any], bool] | None = None,
        timeout: float | None = None,
    ) -> Any:
        """Return the next event of any of these kinds that fulfils `predicate`.

        Args:
            events: Kinds of events, as for `add_event_listener`.
            predicate: Called with each such event; the first for which it returns true is returned.
            timeout: Seconds to wait; None to wait for ever.

        Raises:
            TimeoutError: none came in time.
            ValueError: no event was named.
            ClientClosed: the client closes, and no event will come. Requests still work while handlers end; one that
                lets this through counts as cancelled, and is not told to the error hook.
        """
        if not events:
            raise ValueError("wait_for needs at least one event to wait for")
        return await self._dispatcher.wait_for([event_type(event) for event in events], predicate, timeout)

    @property
    def error_hook(self) -> ErrorHook:
        """What is told of each exception of a handler, a predicate or a key function, once; may be replaced.

        It gets a `HandlerFailure`: the error, the event that caused it, and the function that raised it. An async hook
        runs beside the handlers, under their bound. One that fails itself is logged, and what it was told of, too.
        """
        return self._dispatcher.pool.failures.hook

    @error_hook.setter
    def error_hook(self, hook: ErrorHook) -> None:
        check_error_hook(hook)
        self._dispatcher.pool.failures.hook = hook

    @property
    def handlers_in_flight(self) -> int:
        """How many handlers have started and not ended."""
        return self._dispatcher.pool.in_flight

    @property
    def handlers_waiting(self) -> int:
        """How many calls of handlers wait for one of `handler_concurrency` places, or for another of their key."""
        return self._dispatcher.pool.backlog

    def add_startup_hook(self, handler: HookHandler) -> None:
        """Call `handler` once, after the HTTP client started and before the first shard connects.

        Raises:
            InvalidCallbackSignature: the hook takes parameters.
        """
        check_hook(handler)
        self.startup_hooks.append(handler)

    def add_shutdown_hook(self, handler: HookHandler) -> None:
        """Call `handler` once, first of all when the client closes: requests and connections still work.

        Raises:
            InvalidCallbackSignature: the hook takes parameters.
        """
        check_hook(handler)
        self.shutdown_hooks.append(handler)

    # Shards

    async def listen_shard(self, shard: GatewayClientProtocol) -> None:
        """Hand the events of one shard's queue to the handlers, for as long as the client runs."""
        await self._dispatcher.listen(shard.event_queue)

    async def start_shards(self, gateway: events.GatewayEvent) -> list[asyncio.Task[Any]]:
        """Start this process's shards, each with a task that keeps it connected and one that listens to it.

        `GatewayClient` queues every IDENTIFY by Discord's `max_concurrency`. Shards of another implementation
        are started in batches of that size, five seconds apart.

        Args:
            gateway: What Discord answered when it was asked for the gateway.

        Returns:
            The tasks that keep the shards connected.

        Raises:
            SessionStartLimitReached: Discord allows fewer new sessions today than there are shards without one.
            CrashLoop: too many new sessions were opened of late.
            InvalidRequest: `shard_ids` and `shard_count` do not go together.
        """
        limit = gateway.session_start_limit
        self.shard_count = self.shard_count or gateway.shards
        shard_ids = choose_shards(self.shard_ids, self.shard_count)
        keeper = self._keeper = await self._open_store()
        identify_queue = IdentifyQueue(
            limit.max_concurrency,
            remaining=limit.remaining,
            reset_after=limit.reset_after / 1000,
            total=limit.total,
            log=keeper.identifies if keeper else None,
        )
        new = set(keeper.needing_identify(shard_ids, self.shard_count, self.intents) if keeper else shard_ids)
        identify_queue.check(len(new), new)
        options = GatewayOptions(
            url=gateway.url,
            compress=self.compress,
            presence=self.presence.to_dict() if self.presence else None,
            identify_queue=identify_queue,
            proxy=self.http.proxy if isinstance(self.http, HTTPClient) else None,
            tracks_handling=keeper is not None,
            on_session=keeper.wake if keeper else None,
            resume_hosts=self.resume_hosts,
        )
        delays = identify_queue.ahead_of_turns(new)
        for position, shard_id in enumerate(shard_ids):
            shard = self.shard_type()
            delay = 0.0
            if isinstance(shard, GatewayClient):
                shard.configure(options)
                if keeper:
                    keeper.adopt(shard, shard_id)
                delay = delays.get(shard_id, 0.0)
            elif position and position % limit.max_concurrency == 0:
                await asyncio.sleep(_BATCH)
            if self._is_closing():
                break
            self.shards.append(shard)
            name = f"scurrypy-shard-{shard_id}"
            self._connections.append(asyncio.create_task(self._start_shard(shard, shard_id, delay), name=name))
            self._listeners.append(asyncio.create_task(self.listen_shard(shard), name=f"{name}-listener"))
        if keeper:
            self._listeners.append(asyncio.create_task(keeper.keep(), name="scurrypy-session-keeper"))
        return list(self._connections)

    async def _start_shard(self, shard: GatewayClientProtocol, shard_id: int, delay: float) -> None:
        if delay:
            await asyncio.sleep(delay)
        await shard.start(self.token, self.intents, shard_id, self.shard_count)

    async def _open_store(self) -> gateway.SessionKeeper | None:
        if self.session_store is None:
            return None
        keeper = gateway.SessionKeeper(self.session_store, self.token, self.identify_fuse)
        await keeper.load()
        return keeper

    # Life

    async def start(self) -> None:
        """Start the HTTP client, run the startup hooks, connect the shards, and stay until they end.

        Raises:
            AuthenticationFailed: the token cannot be one: it is empty, no text, or carries `Bot ` or white space.
            Unauthorized: the token is wrong.
            FatalClose: Discord refuses a shard, and the error says why.
            NoSession: the client runs already, or was closed before.
            SessionStartLimitReached: the day's IDENTIFYs do not suffice.
            CrashLoop: too many IDENTIFYs were sent of late.
        """
        if self._is_closing():
            raise NoSession("a client that was closed cannot be started again; make a new one")
        if self._is_running:
            raise NoSession("the client runs already; a second start would receive every event twice")
        check_token(self.token)
        self._is_running = True
        try:
            with self._watchdog:
                await self.http.start(self.token)
                gateway = await ask_for_gateway(self.http, self._is_closing)
                await self.run_startup_hooks()
                if not self._is_closing():
                    await watch(await self.start_shards(gateway), self._listeners)
        finally:
            self._is_running = False

    def _is_closing(self) -> bool:
        return self._closing is not None

    async def run_startup_hooks(self) -> None:
        """Run the startup hooks in order, also those that a hook adds; one that fails is logged."""
        await run_hooks(self.startup_hooks, "startup")

    async def run_shutdown_hooks(self) -> None:
        """Run the shutdown hooks in order; one that fails is logged."""
        await run_hooks(self.shutdown_hooks, "shutdown")

    async def close(self) -> None:
        """Run the shutdown hooks, close the shards, end waits, let handlers in flight end, close the HTTP client.

        With a session store the sessions go on, for the few minutes that Discord keeps them, and so long the bot
        is shown as it was; without, they end, and the bot is offline at once.

        Handlers that do not end within `drain_timeout` are cancelled, and named in the log. To close twice does
        no harm: the second waits for the first.
        """
        if _in_close.get():
            # A shutdown hook calls this: what it asks for is what it is part of.
            return
        # A handler that closes the client is in flight itself, and would otherwise be waited for.
        self._dispatcher.pool.spare(asyncio.current_task())
        if self._closing is None:
            self._closing = asyncio.create_task(self._close(), name="scurrypy-close")
        await asyncio.shield(self._closing)

    async def _close(self) -> None:
        _in_close.set(True)
        await self.run_shutdown_hooks()
        for shard in self.shards:
            if self._keeper is not None and isinstance(shard, GatewayClient):
                await shard.suspend()
            else:
                await shard.close_ws()
        await end(self._connections + self._listeners)
        for shard in self._own_shards():
            # What had arrived is handed over, even if no listener came to it any more.
            while not shard.event_queue.empty():
                self._dispatcher.dispatch(shard.event_queue.get_nowait())
        self._dispatcher.waiters.close()
        for name in await self._dispatcher.pool.drain(self.drain_timeout):
            logger.warning("%s was still running after %g s and was cancelled", name, self.drain_timeout)
        await self._dispatcher.pool.close()
        if self._keeper is not None:
            await self._keeper.close()
        await self.http.close()

    def run(self) -> None:
        """Run the bot until it is stopped: the one call at the end of a bot's file.

        SIGINT (Ctrl-C) and SIGTERM close the client cleanly. An error that a restart cannot mend is told in one
        sentence on standard error, and the exit status is 1.
        """
        run_until_stopped(self)
