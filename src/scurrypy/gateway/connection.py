"""One connection to the gateway: from the socket's messages to payloads, and everything that dies with the socket."""

import asyncio
import contextlib
import random
from collections import deque
from collections.abc import Callable, Sequence
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from scurrypy.gateway.close_codes import RECONNECT_CODE
from scurrypy.gateway.heartbeat import Heartbeat
from scurrypy.gateway.inflate import Compression, InflateError, inflater_for
from scurrypy.gateway.metrics import GatewayMetrics
from scurrypy.gateway.payload import Payload
from scurrypy.gateway.protocols import WebSocketProtocol
from scurrypy.gateway.sending import SendLimiter
from scurrypy.gateway.session import PROTOCOL
from scurrypy.gateway.state import Cause, Ending
from scurrypy.gateway.turns import Turns
from scurrypy.wire import codec

_MOST_ASIDE = 128
"""Messages put aside from which on the socket is read no more: a few are sooner taken than it is stopped."""


def gateway_address(url: str, compress: Compression | None) -> str:
    """Return `url` with the query that every connection needs: new or resumed, it must be the same."""
    parts = urlsplit(url)
    query = dict(parse_qsl(parts.query)) | dict(parse_qsl(PROTOCOL))
    query.pop("compress", None)
    if compress is not None:
        query["compress"] = compress
    return urlunsplit(parts._replace(path=parts.path or "/", query=urlencode(query)))


class Connection:
    """One connection. Once it is over it stays over: late messages, timers and answers reach nobody.

    Args:
        compress: Transport compression of this connection.
        read: Called with this connection; takes the events of its messages, and returns the first payload that is
            something else; None where there is none.
        receive: Called with that payload.
        pass_over: Called with what was raised by a payload that cannot be read; returns whether to go on behind it.
        on_over: Called the moment the connection is over.
        heartbeat_payload: Returns the heartbeat to send now.
        metrics: Where to count.
        rng: Source of the first heartbeat's moment.
        turns: Says when to go on after others had their turn.
    """

    def __init__(
        self,
        compress: Compression | None,
        *,
        read: Callable[["Connection"], Payload | None],
        receive: Callable[["Connection", Payload], None],
        pass_over: Callable[["Connection", Exception], bool],
        on_over: Callable[[], None],
        heartbeat_payload: Callable[[], bytes],
        metrics: GatewayMetrics,
        rng: random.Random,
        turns: Turns,
    ) -> None:
        loop = asyncio.get_running_loop()
        self.over: asyncio.Future[Ending] = loop.create_future()
        """Done when the connection is over: how it ended."""
        self.hello: asyncio.Future[float] = loop.create_future()
        """Done with HELLO: the heartbeat interval in seconds."""
        self.ready: asyncio.Future[None] = loop.create_future()
        """Done with READY or RESUMED."""
        self.active_since: float | None = None
        """When READY or RESUMED came, by the event loop's clock, in seconds."""
        self.has_resumed = False
        """Whether RESUME was sent."""
        self.has_identified = False
        """Whether IDENTIFY was sent."""
        self.limiter: SendLimiter = SendLimiter(loop.time)
        """What may be sent."""
        self.heartbeat: Heartbeat = Heartbeat(self._send_heartbeat, self._give_up, metrics, rng)
        """The heartbeat, once HELLO has started it."""
        self.inflate: Callable[[bytes], bytes | None] = inflater_for(compress).feed
        """Returns the JSON of a message; None where none of it is there yet."""
        self.aside: deque[bytes] = deque()
        """Messages as the socket brought them that wait to be taken."""
        self.takes: bool = False
        """Whether they may be taken now."""
        self._read = read
        self._receive = receive
        self._pass_over = pass_over
        self._on_over = on_over
        self._heartbeat_payload = heartbeat_payload
        self._metrics = metrics
        self._turns = turns
        self._socket: WebSocketProtocol | None = None
        self._holds_back = False
        self._early_close: tuple[int | None, str] | None = None

    @property
    def is_open(self) -> bool:
        """Whether payloads can be sent."""
        return self._socket is not None and not self.over.done()

    def attach(self, socket: WebSocketProtocol) -> None:
        """Take the socket over, and what it has told already."""
        self._socket = socket
        if self.over.done():
            socket.abort()
            return
        self._go_on()
        if self._early_close is not None:
            self.on_closed(*self._early_close)

    def on_message(self, data: bytes) -> None:
        """Take one message of the socket, or put it aside until its turn comes."""
        self.on_messages((data,))

    def on_messages(self, messages: Sequence[bytes]) -> None:
        """Take messages of the socket, or put them aside until their turn comes."""
        if self._early_close is not None:
            return
        self.aside.extend(messages)
        if self.takes:
            self._take()
        if len(self.aside) >= _MOST_ASIDE and not self._holds_back:
            self._hold_back()

    def _take(self) -> None:
        """Take the messages that are there, as long as they may be taken."""
        self.heartbeat.heard = True
        while self.aside and self.takes:
            try:
                payload = self._read(self)
                if payload is not None:
                    self._receive(self, payload)
            except InflateError as error:
                # What follows cannot be inflated without it; a resume brings it once more.
                self.end_unreadable(error)
            except codec.UNREADABLE as error:
                if not self._pass_over(self, error):
                    self.end_unreadable(error)

    def on_closed(self, code: int | None, reason: str) -> None:
        """Take note that the socket was closed."""
        if self._socket is None:
            self._early_close = (code, reason)
            return
        while self.aside:
            self.takes = True
            self._take()
        self.end(Ending(Cause.LOST if code is None else Cause.CLOSED, code, reason))

    def give_way(self) -> None:
        """Take no more messages until the event loop has come round: others shall have their turn.

        One read of a busy socket brings a megabyte, ten thousand events. Taken in portions they are still in the
        processor's cache when they are handled, which saves 2 µs an event, and nobody waits until all are inflated.
        """
        if self.takes:
            self.takes = False
            self._turns.wait(self._go_on)

    def _hold_back(self) -> None:
        """Leave what comes with the operating system until what was put aside is taken."""
        if self._socket is not None:
            self._holds_back = True
            self._socket.pause_reading()

    def _go_on(self) -> bool:
        """Take messages again, first of all those that were put aside, unless nothing may be read.

        Returns:
            Whether there is room for more.
        """
        socket = self._socket
        if socket is None or self.over.done() or self.heartbeat.deaf:
            return True
        self.takes = True
        if self.aside:
            self._take()
        if self._holds_back and not self.aside and not self.heartbeat.deaf:
            self._holds_back = False
            socket.resume_reading()
        return self.takes

    def write(self, payload: bytes) -> None:
        """Send a payload that the limiter has counted, or that is part of the handshake."""
        if self._socket is not None and not self.over.done():
            self._socket.send(payload)

    def end(self, ending: Ending, code: int | None = None) -> None:
        """Let the connection be over, and close the socket with `code`, or abort it where there is none."""
        if self.over.done():
            return
        self.over.set_result(ending)
        self.takes = False
        # What comes late is not kept.
        self.aside = deque(maxlen=0)
        self.heartbeat.stop()
        self._on_over()
        if self._socket is None:
            return
        if code is not None:
            self._socket.resume_reading()
            self._socket.close(code)
        elif ending.cause not in (Cause.CLOSED, Cause.LOST):
            self._socket.abort()

    def end_unreadable(self, error: Exception) -> None:
        """Let the connection be over because what came cannot be read; a resume brings it once more."""
        self.end(Ending(Cause.UNREADABLE, reason=str(error)), RECONNECT_CODE)

    def silence(self, ending: Ending) -> float:
        """Return how many seconds before its end the connection may have fallen silent, at most."""
        if ending.cause is not Cause.ZOMBIE:
            return 0.0
        return asyncio.get_running_loop().time() - self.heartbeat.heard_after

    async def closed(self, timeout: float) -> None:
        """Return once the socket is closed; abort it after `timeout` seconds."""
        if self._socket is None:
            return
        try:
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(timeout):
                    await self._socket.wait_closed()
        finally:
            self._socket.abort()

    def abort(self) -> None:
        """End at once, without waiting for anything."""
        self.end(Ending(Cause.STOPPED))
        if self._socket is not None:
            self._socket.abort()

    def pause_reading(self) -> None:
        """Read no more; meanwhile nothing can be concluded from silence."""
        if self._socket is not None and not self.over.done():
            self.heartbeat.deaf = True
            if self.aside:
                # What comes now must not overtake it.
                self.takes = False
            self._socket.pause_reading()

    def resume_reading(self) -> None:
        """Read again."""
        self.heartbeat.heard = True
        self.heartbeat.deaf = False
        if self._socket is not None and not self.over.done():
            self._holds_back = True
            self._go_on()

    def start_heartbeat(self, interval: float) -> None:
        """Begin to send heartbeats, one every `interval` seconds."""
        self.limiter.reserve_for(interval)
        self.heartbeat.start(interval)

    def _send_heartbeat(self) -> None:
        self.limiter.count()
        self.write(self._heartbeat_payload())

    def _give_up(self) -> None:
        self._metrics.zombies += 1
        self.end(Ending(Cause.ZOMBIE))
