"""A shard: one session with the gateway, kept alive over as many connections as it takes."""

import asyncio
import contextlib
import dataclasses
import logging
from collections.abc import Awaitable
from typing import Any, TypeVar

import msgspec

from scurrypy.enums.gateway import GatewayOpcode
from scurrypy.gateway import payloads
from scurrypy.gateway.close_codes import GOODBYE_CODE, RECONNECT_CODE, fatal_error, rule_for
from scurrypy.gateway.commands import ShardCommands
from scurrypy.gateway.connection import Connection, gateway_address
from scurrypy.gateway.event_queue import EventQueue
from scurrypy.gateway.heartbeat import LEAST_INTERVAL, MOST_INTERVAL
from scurrypy.gateway.identify import IdentifyQueue
from scurrypy.gateway.inflate import Compression, available
from scurrypy.gateway.intake import Intake
from scurrypy.gateway.metrics import GatewayMetrics
from scurrypy.gateway.options import GatewayOptions
from scurrypy.gateway.payload import Payload
from scurrypy.gateway.protocols import ConnectFailed, IdentifyQueueProtocol
from scurrypy.gateway.reconnect import ReconnectPolicy
from scurrypy.gateway.resume_hosts import may_resume_at
from scurrypy.gateway.sending import PRESENCE, check_size
from scurrypy.gateway.session import GatewaySession
from scurrypy.gateway.state import Cause, Ending, ShardState
from scurrypy.wire import codec
from scurrypy.wire.errors import GatewayError, InvalidRequest, NoSession

logger: logging.Logger = logging.getLogger(__name__)

T = TypeVar("T")

_DISPATCH = int(GatewayOpcode.DISPATCH)
"""The opcode of events. As a plain number it is compared in 0.01 µs, as an enum's member in 0.1."""

_WORRYING = 3
"""Connections that fail in a row, or do not last, from which on each is told as a warning."""

_RECONNECT_GRACE = 1.0
"""Seconds the other side has to answer a close frame when the next connection waits for it."""


class _Hello(msgspec.Struct):
    """The data of HELLO."""

    heartbeat_interval: float


class _ConnectionOver(Exception):
    """The connection ended while something was expected of it."""

    def __init__(self, ending: Ending) -> None:
        super().__init__(str(ending))
        self.ending = ending


class GatewayClient(ShardCommands):
    """A shard.

    One task, that of `start`, goes from connection to connection: connect, wait for HELLO, identify or resume,
    receive until the connection is over, judge how it ended, wait, again. What arrives is handled in the socket's
    callback, which passes events to `event_queue` and wakes the task at the turning points.

    Args:
        options: Settings; the defaults unless given.

    See [Discord Docs/Gateway](https://docs.discord.com/developers/events/gateway).
    """

    def __init__(self, options: GatewayOptions | None = None) -> None:
        options = options or GatewayOptions()
        super().__init__(options.presence, options.outbox_size)
        self.shard_id: int = 0
        """The shard's id."""
        self.total_shards: int = 1
        """How many shards the bot has."""
        self.metrics: GatewayMetrics = GatewayMetrics()
        """What the shard has counted and measured."""
        self._state = ShardState.DISCONNECTED
        self._connection: Connection | None = None
        self._finished: asyncio.Future[None] | None = None
        self._stop: asyncio.Event | None = None
        self._must_stop = False
        self._delay = 0.0
        self._unknown_opcodes: set[int] = set()
        self._is_sent_unreadable = False
        self._stored: GatewaySession | None = None
        self.configure(options)

    def configure(self, options: GatewayOptions) -> None:
        """Set the options, and forget any session; only before `start`.

        Raises:
            GatewayError: the shard is running.
        """
        if self.is_running:
            raise GatewayError("a shard cannot be configured while it runs")
        self._options = options
        self._set_up_sending(options.presence, options.outbox_size)
        self.event_queue: EventQueue = EventQueue(options.queue_size)
        self.event_queue.on_full = self._on_full
        """Where the events arrive: name and raw JSON."""
        self._intake = Intake(
            self.event_queue,
            self._requests,
            self.metrics,
            tracks_handling=options.tracks_handling,
            on_session=options.on_session,
            on_unreadable=self._resume_for,
            give_way=self._give_way,
        )
        self._policy = ReconnectPolicy(options.rng)
        self._identify_queue: IdentifyQueueProtocol = options.identify_queue or IdentifyQueue(rng=options.rng)
        self._compress: Compression | None = available(options.compress)

    def __repr__(self) -> str:
        return f"<GatewayClient shard={self.shard_id}/{self.total_shards} state={self._state.value}>"

    @property
    def state(self) -> ShardState:
        """What the shard is doing."""
        return self._state

    @property
    def latency(self) -> float:
        """Seconds between the connection's last heartbeat and its answer; NaN before the first answer."""
        return self._connection.heartbeat.latency if self._connection is not None else float("nan")

    @property
    def session(self) -> GatewaySession | None:
        """The session, which a later process may resume; None where there is none."""
        return self._intake.session

    @property
    def handled_session(self) -> GatewaySession | None:
        """The session as a later process should resume it: after the last event up to which all was handled.

        Without `GatewayOptions.tracks_handling` it is the same as `session`. Only while the event loop runs.
        """
        seq = self._intake.handled(asyncio.get_running_loop().time())
        return None if self.session is None or seq is None else dataclasses.replace(self.session, seq=seq)

    @property
    def ws(self) -> Connection:
        """The open connection.

        Raises:
            NoSession: there is none.
        """
        if self._connection is None or not self._connection.is_open:
            raise NoSession(f"shard {self.shard_id} is not connected")
        return self._connection

    # Life

    def restore(self, session: GatewaySession) -> None:
        """Resume this session instead of opening one; only before `start`, and after `configure`.

        Raises:
            GatewayError: the shard is running.
        """
        if self.is_running:
            raise GatewayError("a session cannot be restored while the shard runs")
        self._intake.adopt(session)

    def note_stored(self, session: GatewaySession | None) -> None:
        """Note which session a later process would resume, and from where; heartbeats confirm no more than that.

        Args:
            session: The session as it is stored; None where there is none.
        """
        self._stored = session

    async def start(self, token: str, intents: int, shard_id: int, total_shards: int) -> None:
        """Connect and stay connected until `close_ws` or `suspend`.

        Args:
            token: The bot's token.
            intents: The groups of events to receive.
            shard_id: This shard's id.
            total_shards: How many shards the bot has.

        Raises:
            FatalClose: Discord refuses the shard; the error says why.
            SessionStartLimitReached: the IDENTIFYs left for today do not suffice.
            GatewayError: the shard runs already.
            InvalidRequest: the id or the count is not a number.
        """
        _check_numbers(shard_id=shard_id, total_shards=total_shards)
        if self.is_running:
            raise GatewayError(f"shard {self.shard_id} is running already")
        self.shard_id, self.total_shards = self._intake.shard = (shard_id, total_shards)
        self._intake.intents = int(intents)
        unfit = self.session.unfit_for(shard_id, total_shards, int(intents)) if self.session is not None else None
        if unfit is not None:
            self._intake.lose_session(unfit)
        if self.session is not None:
            # Only IDENTIFY tells the presence; a session from another process shows that one's.
            self._post_presence()
        self._is_running = True
        self._finished = asyncio.get_running_loop().create_future()
        self._stop = asyncio.Event()
        self._state = ShardState.DISCONNECTED
        # What failed before the shard was closed says nothing about the session it has now.
        self._policy = ReconnectPolicy(self._options.rng)
        try:
            while not self._must_stop:
                connection = self._connection = self._new_connection()
                ending = await self._live(connection, token, intents)
                if not self._must_stop:
                    self._conclude(connection, ending, intents)
                    self._state = ShardState.DISCONNECTED
                    await self.wait_reconnect()
            self._state = ShardState.DISCONNECTED
        except asyncio.CancelledError:
            self._state = ShardState.DISCONNECTED
            raise
        except BaseException:
            self._state = ShardState.FATAL
            raise
        finally:
            self._finish(self._finished)

    def _finish(self, finished: asyncio.Future[None]) -> None:
        self._finished = self._connection = None
        self._is_running = self._must_stop = False
        self._outbox.close()
        self._outbox.fail("the shard was closed")
        self._requests.fail("the shard was closed")
        finished.set_result(None)

    async def close_ws(self) -> None:
        """Close for good: the session ends and the bot goes offline. Does nothing where nothing is open.

        Before `start` it makes that call return at once.
        """
        await self._close(GOODBYE_CODE)
        self._intake.adopt(None)

    async def suspend(self) -> GatewaySession | None:
        """Close, but keep the session so that a later process can resume it; return it.

        The events still in `event_queue` count as received: hand them out before the session is stored.
        """
        await self._close(RECONNECT_CODE)
        return self.session

    async def _close(self, code: int) -> None:
        if self._finished is None or self._stop is None or self._connection is None:
            self._must_stop = self._stop is None
            return
        self._must_stop = True
        finished = self._finished
        self._stop.set()
        self._connection.end(Ending(Cause.STOPPED), code)
        await asyncio.shield(finished)

    def _new_connection(self) -> Connection:
        return Connection(
            self._compress,
            read=self._intake.read,
            receive=self._received,
            pass_over=self._passes_over,
            on_over=self._hold_back,
            heartbeat_payload=self._heartbeat_payload,
            metrics=self.metrics,
            rng=self._options.rng,
            turns=self._options.turns,
        )

    async def _live(self, connection: Connection, token: str, intents: int) -> Ending:
        """Live through one connection and return how it ended."""
        try:
            await self.connect_ws()
            self._state = ShardState.WAIT_HELLO
            interval = await self._reach(connection, connection.hello, self._options.timeouts.hello)
            connection.start_heartbeat(interval)
            if self.session is not None:
                await self.resume(token)
            else:
                await self._reach(connection, self.identify(token, intents), None)
            await self._reach_session(connection)
            return await self.receive()
        except _ConnectionOver as over:
            return over.ending
        except BaseException:
            connection.abort()
            raise
        finally:
            await connection.closed(self._options.timeouts.close if self._must_stop else _RECONNECT_GRACE)

    async def connect_ws(self) -> None:
        """Open the WebSocket: to resume, at the session's own address, else at the generic one.

        Raises:
            NoSession: the shard is not running.
            GatewayError: it is connected, or about to be: `start` takes this step by itself.
        """
        if self._connection is None:
            raise NoSession("a shard connects when it is started")
        connection, options = self._connection, self._options
        if self._state is not ShardState.DISCONNECTED or connection.over.done():
            raise GatewayError(f"shard {self.shard_id} connects by itself")
        self._state = ShardState.CONNECTING
        address = gateway_address(self._resume_url() or options.url, self._compress)
        logger.debug("shard %d connects to %s", self.shard_id, address)

        async def open_socket() -> None:
            socket = await options.connect(address, connection, options.timeouts.connect, options.proxy)
            self.metrics.connections += 1
            connection.attach(socket)

        try:
            await self._reach(connection, open_socket(), None)
        except ConnectFailed as failure:
            connection.end(Ending(Cause.REFUSED, failure.status, str(failure)))
            raise _ConnectionOver(connection.over.result()) from None

    def _resume_url(self) -> str | None:
        """Return where to resume; None where there is no such address, or the token must not go there."""
        session, options = self.session, self._options
        if session is None or session.resume_gateway_url is None:
            return None
        if not may_resume_at(session.resume_gateway_url, options.url, options.resume_hosts):
            logger.warning(
                "shard %d does not send the token to %.200r, where it was told to resume: that is neither Discord's "
                "nor in resume_hosts. It resumes where it opened the session",
                self.shard_id,
                session.resume_gateway_url,
            )
            session.resume_gateway_url = None
        return session.resume_gateway_url

    async def identify(self, token: str, intents: int) -> None:
        """Wait for this shard's turn and open a session.

        Raises:
            NoSession: the connection is not open.
            GatewayError: it is not waiting for that: `start` takes this step by itself.
            SessionStartLimitReached: the IDENTIFYs left for today do not suffice.
        """
        connection, options = self._greeted(), self._options
        self._state = ShardState.IDENTIFY_QUEUED
        async with self._identify_queue.turn(self.shard_id):
            payload = payloads.identify(
                token,
                intents,
                (self.shard_id, self.total_shards),
                presence=self._presence,
                large_threshold=options.large_threshold,
                capabilities=options.capabilities,
            )
            check_size(payload)
            if not connection.is_open:
                raise NoSession(f"shard {self.shard_id} lost its connection while it waited to identify")
            self._state = ShardState.IDENTIFYING
            # IDENTIFY carries the presence.
            self._outbox.discard(PRESENCE)
            connection.limiter.count_handshake()
            connection.has_identified = True
            connection.write(payload)
            self.metrics.identifies += 1

    async def resume(self, token: str) -> None:
        """Ask for the session to go on, and for the events missed.

        Raises:
            NoSession: the connection is not open, or there is no session.
            GatewayError: it is not waiting for that: `start` takes this step by itself.
        """
        connection = self._greeted()
        if self.session is None:
            raise NoSession(f"shard {self.shard_id} has no session to resume")
        self._state = ShardState.RESUMING
        connection.has_resumed = True
        connection.limiter.count_handshake()
        connection.write(payloads.resume(token, self.session))
        self.metrics.resumes += 1

    def _greeted(self) -> Connection:
        """Return the connection on which HELLO has come and nothing was answered yet."""
        connection = self.ws
        if self._state is not ShardState.WAIT_HELLO or not connection.hello.done():
            raise GatewayError(f"shard {self.shard_id} opens and resumes its session by itself")
        return connection

    async def receive(self) -> Ending:
        """Wait until the connection is over and return how it ended; events arrive in `event_queue` meanwhile.

        Raises:
            NoSession: the shard is not running.
        """
        if self._connection is None:
            raise NoSession("the shard is not running")
        return await asyncio.shield(self._connection.over)

    async def heartbeat(self) -> None:
        """Send a heartbeat now, beside the schedule.

        Raises:
            NoSession: the connection is not open.
        """
        self._beat_on_request(self.ws)

    async def wait_reconnect(self) -> None:
        """Wait as long as the end of the last connection asks for, or until the shard is closed."""
        if self._stop is not None:
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(self._delay):
                    await self._stop.wait()

    async def _reach(self, connection: Connection, step: Awaitable[T], timeout: float | None) -> T:
        """Return the result of `step`, unless the connection is over first or the time runs out."""
        future = asyncio.ensure_future(step)
        try:
            await _either(future, connection.over, timeout)
            if future.done() and not connection.over.done():
                return future.result()
            connection.end(Ending(Cause.TIMED_OUT, reason=f"in state {self._state.value}"))
            raise _ConnectionOver(connection.over.result())
        finally:
            await _cancel(future)

    async def _reach_session(self, connection: Connection) -> None:
        """Wait for READY or RESUMED; missed events that arrive meanwhile extend the time."""
        timeouts = self._options.timeouts
        timeout = timeouts.resumed if connection.has_resumed else timeouts.ready
        is_moving = True
        while is_moving and not connection.ready.done():
            events = self.metrics.events
            await _either(connection.ready, connection.over, timeout)
            is_moving = not connection.over.done() and (self.metrics.events > events or connection.heartbeat.deaf)
        await self._reach(connection, connection.ready, 0)

    def _conclude(self, connection: Connection, ending: Ending, intents: int) -> None:
        """Decide what follows from the end of a connection."""
        verdict = self._policy.judge(
            ending,
            now=asyncio.get_running_loop().time(),
            active_since=connection.active_since,
            has_resumed=connection.has_resumed,
            has_identified=connection.has_identified,
        )
        if verdict.fatal is not None:
            raise fatal_error(verdict.fatal, ending, intents, (self.shard_id, self.total_shards))
        is_our_fault = ending.cause is Cause.CLOSED and rule_for(ending.code).is_our_fault
        level = logging.ERROR if is_our_fault else self._news_level()
        logger.log(level, "shard %d: %s; next try in %.1f s%s", self.shard_id, ending, verdict.delay, self._trouble())
        self._delay = verdict.delay
        has_hello = connection.hello.done() and not connection.hello.cancelled()
        has_spoken = has_hello or ending.cause in (Cause.RECONNECT, Cause.INVALID_SESSION)
        if self.session is not None and not has_spoken:
            # That address leads nowhere for now; the session can be resumed at the generic one.
            self.session.resume_gateway_url = None
        if connection.active_since is not None:
            self._intake.cut_off(connection.silence(ending))
        if verdict.lost is not None:
            self._intake.lose_session(verdict.lost)

    def _news_level(self) -> int:
        """Return the level at which to tell what happens: an application may hear of warnings only."""
        return logging.WARNING if self._policy.failures >= _WORRYING else logging.INFO

    def _trouble(self) -> str:
        failures = self._policy.failures
        return f", after {failures} connections in a row that failed or did not last" if failures >= _WORRYING else ""

    # Receiving: this runs in the socket's callback

    def _received(self, connection: Connection, payload: Payload) -> None:
        op = payload.op
        if op == _DISPATCH:
            if self._intake.take(payload) and payload.t in ("READY", "RESUMED"):
                self._activate(connection)
        elif op == GatewayOpcode.HEARTBEAT_ACK:
            connection.heartbeat.answered()
        elif op == GatewayOpcode.HEARTBEAT:
            self._beat_on_request(connection)
        elif op == GatewayOpcode.HELLO:
            self._on_hello(connection, payload)
        elif op == GatewayOpcode.RECONNECT:
            connection.end(Ending(Cause.RECONNECT), RECONNECT_CODE)
        elif op == GatewayOpcode.INVALID_SESSION:
            resumable = codec.decode(payload.d) is True
            connection.end(Ending(Cause.INVALID_SESSION, resumable=resumable), RECONNECT_CODE)
        elif op not in self._unknown_opcodes:
            self._unknown_opcodes.add(op)
            logger.warning("shard %d passes over opcode %d, which is not known", self.shard_id, op)

    def _passes_over(self, connection: Connection, error: Exception) -> bool:
        """Whether to go on behind a payload that cannot be read, and lose it alone.

        The first time the session is resumed, which brings it once more. If what comes then cannot be read either, the
        connection is not to blame: to resume again would only end the session, and lose what follows, too.
        """
        if self.session is None:
            return False
        if connection.has_resumed and not connection.ready.done() and not self._is_sent_unreadable:
            self._is_sent_unreadable = True
            logger.error(
                "shard %d passes over what Discord sends and this package cannot read: %s", self.shard_id, error
            )
        self.metrics.unreadable += self._is_sent_unreadable
        return self._is_sent_unreadable

    def _resume_for(self, error: Exception) -> None:
        """Resume the session: an event of it could not be read, and shall come once more."""
        if self._connection is not None:
            self._connection.end_unreadable(error)

    def _give_way(self) -> None:
        if self._connection is not None:
            self._connection.give_way()

    def _on_hello(self, connection: Connection, payload: Payload) -> None:
        said = codec.decoder_for(_Hello).decode(payload.d).heartbeat_interval / 1000
        # Not `<= 0`: a text may say "nan".
        if not said > 0:
            raise msgspec.DecodeError(f"heartbeat interval of {said} s")
        interval = min(max(said, LEAST_INTERVAL), MOST_INTERVAL)
        if interval != said:
            logger.warning(
                "shard %d was told to send a heartbeat every %g s and takes %g s", self.shard_id, said, interval
            )
        if not connection.hello.done():
            connection.hello.set_result(interval)

    def _on_full(self) -> None:
        """Stop reading until there is room in the queue."""
        connection = self._connection
        if connection is not None and connection.is_open and self.event_queue.on_room is None:
            self.event_queue.on_room = connection.resume_reading
            connection.pause_reading()

    def _activate(self, connection: Connection) -> None:
        if self.session is None:
            return
        if self._state not in (ShardState.IDENTIFYING, ShardState.RESUMING, ShardState.ACTIVE):
            # Whatever this connection is, the handshake it is about to get would be its second.
            connection.end(Ending(Cause.UNREADABLE, reason="a session that nobody has asked for"), RECONNECT_CODE)
            return
        connection.active_since = asyncio.get_running_loop().time()
        if not connection.ready.done():
            connection.ready.set_result(None)
        self._state = ShardState.ACTIVE
        news = "resumed" if connection.has_resumed else "ready"
        logger.log(self._news_level(), "shard %d is %s%s", self.shard_id, news, self._trouble())
        self._outbox.open(connection.limiter, connection.write)

    def _beat_on_request(self, connection: Connection) -> None:
        if connection.limiter.has_room_for_requested_heartbeat():
            connection.heartbeat.beat()

    def _heartbeat_payload(self) -> bytes:
        # Discord may take the number as leave to forget what precedes it, which a stored session still needs.
        seq, stored = self._intake.handled(asyncio.get_running_loop().time()), self._stored
        if seq is not None and stored is not None and self.session is not None:
            is_of_this = stored.session_id == self.session.session_id
            seq = min(seq, stored.seq) if is_of_this else seq
        return payloads.heartbeat(seq)

    def _hold_back(self) -> None:
        """Keep what waits to be sent for the next connection; called the moment this one is over."""
        self._outbox.close()
        self.event_queue.on_room = None
        self._state = ShardState.CLOSING


def _check_numbers(**numbers: object) -> None:
    for name, number in numbers.items():
        if not isinstance(number, int):
            raise InvalidRequest(name, "a whole number", number)


async def _either(first: asyncio.Future[Any], second: asyncio.Future[Any], timeout: float | None) -> None:
    """Return once one of the two is done, or the time is over."""
    await asyncio.wait({first, second}, timeout=timeout, return_when=asyncio.FIRST_COMPLETED)


async def _cancel(future: asyncio.Future[Any]) -> None:
    """Cancel what still runs, and wait for its end; how it ends no longer matters."""
    if not future.done():
        future.cancel()
        await asyncio.wait({future})
    if not future.cancelled():
        # Asked for, or asyncio would complain that nobody did.
        future.exception()
