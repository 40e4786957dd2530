"""The WebSocket, by way of picows: the only module that knows that library."""

import asyncio
import contextlib
import logging
import ssl
from typing import cast
from urllib.parse import urlsplit

from picows import (
    WSCloseCode,
    WSError,
    WSFrame,
    WSInvalidStatusError,
    WSListener,
    WSMsgType,
    WSTransport,
    ws_connect,  # pyright: ignore[reportUnknownVariableType] # what it passes on to asyncio is untyped
)

from scurrypy.config import USER_AGENT
from scurrypy.gateway.close_codes import RECONNECT_CODE
from scurrypy.gateway.dialing import Dialer
from scurrypy.gateway.inflate import MESSAGE_LIMIT
from scurrypy.gateway.protocols import ConnectFailed, ReceiverProtocol

_picows_logger = logging.getLogger(f"{__name__}.picows")
# What happens to a shard is told by the shard, with the reason that picows gives.
_picows_logger.setLevel(logging.CRITICAL)

NO_CLOSE_FRAME = "no close frame"
"""What is told of a connection that ended without a word."""

# Looking a member up costs as much as calling a function, and these are asked for with every frame.
_BINARY, _TEXT, _CONTINUATION = WSMsgType.BINARY, WSMsgType.TEXT, WSMsgType.CONTINUATION


class _Listener(WSListener):
    """Puts messages together and passes on what one read of the socket has brought: one by one costs 0.1 µs more."""

    def __init__(self, receiver: ReceiverProtocol) -> None:
        self._receiver = receiver
        self._messages: list[bytes] = []
        self._parts: list[bytes] = []
        self._size = 0
        self._is_over = False
        self._ending: asyncio.Task[None] | None = None

    def on_ws_frame(self, transport: WSTransport, frame: WSFrame) -> None:
        rsv = frame.rsv1 or frame.rsv2 or frame.rsv3
        if frame.msg_type is _BINARY and frame.fin and not rsv and not self._parts:
            self._messages.append(frame.get_payload_as_bytes())
        else:
            self._on_other(transport, frame)
        if frame.last_in_buffer:
            self._pass_on()

    def _pass_on(self) -> None:
        """Tell of the messages that are there."""
        messages, self._messages = self._messages, []
        if messages and not self._is_over:
            self._receiver.on_messages(messages)

    def _on_other(self, transport: WSTransport, frame: WSFrame) -> None:
        """Take what is not a whole compressed message: part of one, text, a close frame, what is not allowed."""
        kind = frame.msg_type
        if frame.rsv1 or frame.rsv2 or frame.rsv3:
            self._refuse(transport, "a frame has a reserved bit set")
        elif kind is _BINARY or kind is _TEXT or kind is _CONTINUATION:
            payload = frame.get_payload_as_bytes()
            if frame.fin and not self._parts and kind is not _CONTINUATION:
                self._messages.append(payload)
            else:
                self._put_together(transport, payload, goes_on=kind is _CONTINUATION, is_last=frame.fin)
        elif kind == WSMsgType.PING:
            # picows would do so by itself, and not say whether it was the last frame that was there.
            transport.send_pong(frame.get_payload_as_bytes())
        elif kind == WSMsgType.CLOSE:
            self._answer_close(transport, frame)

    def _put_together(self, transport: WSTransport, part: bytes, *, goes_on: bool, is_last: bool) -> None:
        if goes_on is not bool(self._parts):
            self._refuse(transport, "a message begins before the last one is finished, or goes on without a begin")
            return
        self._parts.append(part)
        self._size += len(part)
        if self._size > MESSAGE_LIMIT:
            self._refuse(transport, f"a message exceeds {MESSAGE_LIMIT} bytes")
        elif is_last:
            message = b"".join(self._parts)
            self._parts.clear()
            self._size = 0
            self._messages.append(message)

    def _refuse(self, transport: WSTransport, reason: str) -> None:
        """End a connection that breaks the protocol, or grows without end; what follows must reach nobody."""
        self._parts.clear()
        transport.disconnect(graceful=False)
        self._tell_end(None, reason)

    def _answer_close(self, transport: WSTransport, frame: WSFrame) -> None:
        if transport.is_close_frame_sent:
            # This answers a close frame of this side: the shard's, or one of picows, which knows why.
            transport.disconnect()
            return
        # To echo 1000 or 1001 would be this side's goodbye, too.
        transport.send_close(cast("WSCloseCode", RECONNECT_CODE))
        transport.disconnect()
        self._tell_end(int(cast("int", frame.get_close_code())) or None, frame.get_close_reason() or "")

    def on_ws_disconnected(self, transport: WSTransport) -> None:
        if not self._is_over:
            # Only when this has returned picows can say what it found wrong.
            self._ending = asyncio.ensure_future(self._tell_why(transport))

    async def _tell_why(self, transport: WSTransport) -> None:
        reason = NO_CLOSE_FRAME
        try:
            await transport.wait_disconnected()
        except Exception as error:  # noqa: BLE001 - whatever ended the connection is its reason
            reason = str(error.args[-1]) if error.args else type(error).__name__
        self._tell_end(None, reason)

    def _tell_end(self, code: int | None, reason: str) -> None:
        if not self._is_over:
            self._pass_on()
            self._is_over = True
            self._receiver.on_closed(code, reason)

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
    dialer = Dialer()
    opening: asyncio.Task[tuple[WSTransport, WSListener]] = asyncio.ensure_future(
        ws_connect(
            lambda: _Listener(receiver),
            url,
            websocket_handshake_timeout=timeout,
            logger_name=_picows_logger,
            max_frame_size=MESSAGE_LIMIT,
            enable_auto_pong=False,
            extra_headers={"User-Agent": USER_AGENT},
            max_redirects=0,
            proxy=proxy,
            socket_factory=lambda address: dialer.reach(address.host, address.port),
        )
    )
    try:
        await asyncio.wait({opening}, timeout=timeout)
    finally:
        if not opening.done():
            _abandon(opening, dialer)
    if not opening.done():
        raise ConnectFailed(f"no connection within {timeout:g} s")
    error = opening.exception()
    if error is not None:
        raise _failure(error, url) from error
    transport, listener = opening.result()
    if cast("WSListener | None", listener) is None:
        # For picows an upgrade that was cut off is done, too, but nobody listens to it.
        raise ConnectFailed("the connection ended amid the handshake")
    return PicowsWebSocket(transport)


def _failure(error: BaseException, url: str) -> ConnectFailed:
    """Return what is told of a connection that could not be opened."""
    if isinstance(error, WSInvalidStatusError) and error.response is not None:
        status = int(error.response.status)
        return ConnectFailed(f"HTTP status {status} instead of a WebSocket", status)
    if isinstance(error, ssl.SSLCertVerificationError):
        return ConnectFailed(
            f"the certificate of {urlsplit(url).hostname} is not to be trusted: {error.verify_message}"
        )
    if isinstance(error, ssl.SSLError):
        return ConnectFailed(f"TLS failed: {error.reason or error}")
    if isinstance(error, WSError):
        return ConnectFailed(f"no WebSocket: {error}")
    if isinstance(error, ConnectionError) and not error.args:
        return ConnectFailed("the connection ended amid the TLS handshake")
    # Proxies and sockets raise a dozen unrelated classes.
    return ConnectFailed(str(error) or type(error).__name__)


def _abandon(opening: "asyncio.Task[tuple[WSTransport, WSListener]]", dialer: Dialer) -> None:
    """End an attempt that nobody waits for any more, at whatever stage it is."""
    opening.add_done_callback(_discard)
    # To cancel an upgrade would leave its connection open; one that is hung up on ends by itself.
    if not dialer.hang_up():
        opening.cancel()


def _discard(opening: "asyncio.Task[tuple[WSTransport, WSListener]]") -> None:
    """Abort the connection of an attempt that succeeded in the moment it was abandoned."""
    if not opening.cancelled() and opening.exception() is None:
        opening.result()[0].disconnect(graceful=False)
