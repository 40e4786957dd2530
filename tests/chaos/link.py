"""One connection between a shard and the scripted gateway: two wires that take time, and may lose what is on them."""

import asyncio
import bisect
import json
import zlib
from collections import deque
from collections.abc import Callable
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

from scurrypy.gateway import ReceiverProtocol

try:
    from compression.zstd import ZstdCompressor
except ImportError:
    from backports.zstd import ZstdCompressor

if TYPE_CHECKING:
    from tests.chaos.place import Place, Session

PAYLOAD_LIMIT = 4096
ACK = b'{"op":11,"d":null,"s":null,"t":null}'
DAMAGED = b"\x00\x01damaged\x00\x00\xff\xff"
"""What no inflater and no JSON reader accepts."""

Arrival = tuple[float, bytes | None, int | None, Callable[[], None] | None]
"""When it arrives, the message, or the close code where there is no message, and whom to tell afterwards."""


def compressor(url: str) -> Callable[[bytes], bytes]:
    """Return what turns payloads into the messages of a connection to this address."""
    kind = parse_qs(urlsplit(url).query).get("compress", [""])[0]
    if kind == "zlib-stream":
        zlib_stream = zlib.compressobj()
        return lambda data: zlib_stream.compress(data) + zlib_stream.flush(zlib.Z_SYNC_FLUSH)
    if kind == "zstd-stream":
        zstd_stream = ZstdCompressor()
        return lambda data: zstd_stream.compress(data, ZstdCompressor.FLUSH_BLOCK)
    return lambda data: data


class Link:
    """The client's socket with the server's end behind it; messages travel in order, each way with a latency."""

    def __init__(self, place: "Place", receiver: ReceiverProtocol, url: str) -> None:
        self.place = place
        self.world = place.world
        self.session: Session | None = None
        self.is_open = True
        """Whether the server's end is open."""
        self.is_mute = False
        """Whether nothing passes any more, and nobody is told."""
        self.has_identified = False
        self.answers_beats = True
        self.ack_delay = 0.0
        self.opened = self.world.now
        self.beats: list[float] = []
        self.times: deque[float] = deque()
        self._loop = asyncio.get_running_loop()
        self._receiver = receiver
        self._encode = compressor(url)
        self._down: deque[Arrival] = deque()
        self._timer: asyncio.TimerHandle | None = None
        self._last_up = self._last_down = 0.0
        self._is_reading = True
        self._is_gone = asyncio.Event()
        self._has_said_close = False

    # What the client does

    def send(self, payload: bytes) -> None:
        if self._is_gone.is_set() or self._has_said_close:
            return
        message = json.loads(payload)
        if message["op"] == 6:
            self.place.note_resume(message["d"]["session_id"])
        elif message["op"] == 1:
            self.beats.append(self.world.now)
        if len(payload) > PAYLOAD_LIMIT:
            self.world.violations["payload over 4096 bytes"] += 1
        self._up(lambda due: self.place.hear(self, message, due))
        if message["op"] == 1 and self.answers_beats and self.is_open and not self.is_mute:
            # On its way already: a loop that stands still must not hold up the gateway, which is another machine.
            self._put(self._last_up + self.ack_delay + self.world.latency(), ACK, None, None)

    def close(self, code: int) -> None:
        if self._is_gone.is_set() or self._has_said_close:
            return
        self._has_said_close = True
        self._up(lambda due: self._hear_close(code))

    def abort(self) -> None:
        if not self._is_gone.is_set():
            self._end()
            self._up(lambda due: self.detach())

    def pause_reading(self) -> None:
        self._is_reading = False

    def resume_reading(self) -> None:
        self._is_reading = True
        self._arm()

    async def wait_closed(self) -> None:
        await self._is_gone.wait()

    def _up(self, hear: Callable[[float], None]) -> None:
        """Let the gateway hear; it is told when, for the loop may stand still at that moment, and it does not."""
        if not self.is_mute:
            self._last_up = max(self.world.now + self.world.latency(), self._last_up)
            self._loop.call_at(self._last_up, hear, self._last_up)

    def _hear_close(self, code: int) -> None:
        if self.is_open and not self.is_mute:
            if code in (1000, 1001) and self.session is not None:
                self.session.end("the client said goodbye")
            self.close_from_server(code)

    # What the server does

    def tell(self, data: bytes, then: Callable[[], None] | None = None) -> None:
        """Send one payload; `then` is called after it arrived."""
        if self.is_open and not self.is_mute:
            self._send_down(data, None, then)

    def say(self, op: int, d: Any = None, then: Callable[[], None] | None = None) -> None:
        self.tell(json.dumps({"op": op, "d": d, "s": None, "t": None}).encode(), then)

    def corrupt(self) -> None:
        """Send what no inflater and no JSON reader accepts."""
        if self.is_open and not self.is_mute:
            self._send_down(DAMAGED, None, None)

    def close_from_server(self, code: int | None) -> None:
        """Close behind what is under way already; without a code, as by a TLS connection that ends."""
        if self.is_open:
            if not self.is_mute:
                self._send_down(None, code, None)
            self.detach()

    def reset(self) -> None:
        """Lose the TCP connection, and with it all that is under way."""
        self._down.clear()
        self.detach()
        if not self.is_mute:
            self._vanish(None)

    def go_mute(self) -> None:
        """Become a half-open connection: each side believes in the other, and nothing arrives."""
        self.is_mute = True
        self._down.clear()

    def detach(self) -> None:
        if self.is_open:
            self.is_open = False
            if self.session is not None and self.session.link is self:
                self.session.link = None
                self.session.detached_at = self.world.now

    def _send_down(self, data: bytes | None, code: int | None, then: Callable[[], None] | None) -> None:
        self._last_down = max(self.world.now + self.world.latency(), self._last_down)
        self._put(self._last_down, data, code, then)

    def _put(self, due: float, data: bytes | None, code: int | None, then: Callable[[], None] | None) -> None:
        arrival = (due, data, code, then)
        if self._down and self._down[-1][0] > due:
            bisect.insort(self._down, arrival, key=lambda each: each[0])
        else:
            self._down.append(arrival)
        self._arm()

    def _arm(self) -> None:
        if not self._down or not self._is_reading:
            return
        due = self._down[0][0]
        if self._timer is not None:
            if self._timer.when() <= due:
                return
            self._timer.cancel()
        self._timer = self._loop.call_at(due, self._arrive)

    def _arrive(self) -> None:
        self._timer = None
        now = self.world.now + 1e-6
        while self._down and self._is_reading and not self._is_gone.is_set() and self._down[0][0] <= now:
            _, data, code, then = self._down.popleft()
            if data is None:
                self._vanish(code)
                continue
            self._receiver.on_message(data if data is DAMAGED else self._encode(data))
            if then is not None:
                then()
        if not self._is_gone.is_set():
            self._arm()

    def _vanish(self, code: int | None) -> None:
        if not self._is_gone.is_set():
            self._end()
            try:
                self._receiver.on_closed(code, "")
            except Exception as error:  # noqa: BLE001 - whatever the client raises
                # As of a socket's callback, the event loop tells of it: whoever ends the link is not the one to hear.
                self._loop.call_exception_handler({"message": "a receiver failed", "exception": error})

    def _end(self) -> None:
        self._is_gone.set()
