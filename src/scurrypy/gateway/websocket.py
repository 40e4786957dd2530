"""The WebSocket, by way of picows: the only module that knows that library."""

import asyncio
import contextlib
import logging
from typing import cast

from picows import (
    WSCloseCode,
    WSFrame,
    WSInvalidStatusError,
    WSListener,
    WSMsgType,
    WSTransport,
    ws_connect,  # pyright: ignore[reportUnknownVariableType] # what it passes on to asyncio is untyped
)

from scurrypy.config import USER_AGENT
from scurrypy.gateway.close_codes import RECONNECT_CODE
from scurrypy.gateway.inflate import MESSAGE_LIMIT
from scurrypy.gateway.protocols import ConnectFailed, ReceiverProtocol

_picows_logger = logging.getLogger(f"{__name__}.picows")
# It tells each connection's socket options at INFO; what happens to a shard is told by the shard.
_picows_logger.setLevel(logging.WARNING)

# Looking a member up costs as much as calling a function, and these are asked for with every frame.
_BINARY, _TEXT, _CONTINUATION = WSMsgType.BINARY, WSMsgType.TEXT, WSMsgType.CONTINUATION


class _Listener(WSListener):
    """Puts messages together and passes them on."""

    def __init__(self, receiver: ReceiverProtocol) -> None:
        self._receiver = receiver
        self._parts: list[bytes] = []
        self._size = 0

    def on_ws_frame(self, transport: WSTransport, frame: WSFrame) -> None:
        kind = frame.msg_type
        if kind is _BINARY or kind is _TEXT or kind is _CONTINUATION:
            payload = frame.get_payload_as_bytes()
            if frame.fin and not self._parts:
                self._receiver.on_message(payload)
            else:
                self._put_together(transport, payload, is_last=frame.fin)
        elif kind == WSMsgType.CLOSE:
            self._answer_close(transport, frame)

    def _put_together(self, transport: WSTransport, part: bytes, *, is_last: bool) -> None:
        self._parts.append(part)
        self._size += len(part)
        if self._size > MESSAGE_LIMIT:
            self._refuse(transport)
        elif is_last:
            message = b"".join(self._parts)
            self._parts.clear()
            self._size = 0
            self._receiver.on_message(message)

    def _refuse(self, transport: WSTransport) -> None:
        """End a connection whose message grows without end."""
        self._parts.clear()
        transport.disconnect(graceful=False)
        self._receiver.on_closed(None, f"a message exceeds {MESSAGE_LIMIT} bytes")

    def _answer_close(self, transport: WSTransport, frame: WSFrame) -> None:
        if not transport.is_close_frame_sent:
            # To echo 1000 or 1001 would be this side's goodbye, too.
            transport.send_close(cast("WSCloseCode", RECONNECT_CODE))
        transport.disconnect()
        self._receiver.on_closed(int(cast("int", frame.get_close_code())) or None, frame.get_close_reason() or "")

    def on_ws_disconnected(self, transport: WSTransport) -> None:  # noqa: ARG002 - picows' signature
        self._receiver.on_closed(None, "")

    def pause_writing(self) -> None:
        """Do nothing: a shard writes at most 120 small payloads a minute."""

    def resume_writing(self) -> None:
        """Do nothing, either."""


class PicowsWebSocket:
    """An open WebSocket."""

    def __init__(self, transport: WSTransport) -> None:
        self._transport = transport

    def send(self, payload: bytes) -> None:
        """Write one text message."""
        self._transport.send(WSMsgType.TEXT, payload)

    def close(self, code: int) -> None:
        """Write a close frame; the connection ends when the other side answers."""
        self._transport.send_close(cast("WSCloseCode", code))

    def abort(self) -> None:
        """End the connection at once."""
        self._transport.disconnect(graceful=False)

    def pause_reading(self) -> None:
        """Leave what arrives with the operating system until `resume_reading`."""
        self._transport.underlying_transport.pause_reading()

    def resume_reading(self) -> None:
        """Read again."""
        self._transport.underlying_transport.resume_reading()

    async def wait_closed(self) -> None:
        """Return once the connection has ended and everything it held is released."""
        # What is raised here is what ended the connection; the receiver has been told that it ended.
        with contextlib.suppress(Exception):
            await self._transport.wait_disconnected()


async def connect_websocket(
    url: str,
    receiver: ReceiverProtocol,
    timeout: float,
    proxy: str | None,
) -> PicowsWebSocket:
    """Open a WebSocket. Certificates are verified, no pings are sent, close codes are kept as they come.

    Args:
        url: Address with its query.
        receiver: Is told of each message and of the end; the first message may come before this returns.
        timeout: Seconds for name, network, TLS and upgrade together.
        proxy: Address of a proxy, `http`, `https`, `socks4` or `socks5`; None for a direct connection.

    Raises:
        ConnectFailed: it could not be opened.
    """
    opening: asyncio.Task[tuple[WSTransport, WSListener]] = asyncio.ensure_future(
        ws_connect(
            lambda: _Listener(receiver),
            url,
            websocket_handshake_timeout=timeout,
            logger_name=_picows_logger,
            max_frame_size=MESSAGE_LIMIT,
            extra_headers={"User-Agent": USER_AGENT},
            max_redirects=0,
            proxy=proxy,
        )
    )
    try:
        await asyncio.wait({opening}, timeout=timeout)
    except asyncio.CancelledError:
        opening.add_done_callback(_discard)
        raise
    if not opening.done():
        opening.add_done_callback(_discard)
        raise ConnectFailed(f"no connection within {timeout:g} s")
    error = opening.exception()
    if error is None:
        return PicowsWebSocket(opening.result()[0])
    if isinstance(error, WSInvalidStatusError) and error.response is not None:
        status = int(error.response.status)
        raise ConnectFailed(f"HTTP status {status} instead of a WebSocket", status)
    # picows, proxies, TLS and sockets raise a dozen unrelated classes.
    raise ConnectFailed(f"{type(error).__name__}: {error}") from error


def _discard(opening: "asyncio.Task[tuple[WSTransport, WSListener]]") -> None:
    """Abort a connection that nobody waits for any more. To cancel its upgrade would leave it open."""
    if not opening.cancelled() and opening.exception() is None:
        opening.result()[0].disconnect(graceful=False)
