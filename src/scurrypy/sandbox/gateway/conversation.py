"""What one client says on its connection, and the gateway's answers."""

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import msgspec
from aiohttp import WSCloseCode, WSMessage, WSMsgType, web

from scurrypy.sandbox.gateway import requests
from scurrypy.sandbox.gateway.budgets import SendBudget
from scurrypy.sandbox.gateway.compression import PayloadWriter, PlainWriter
from scurrypy.sandbox.gateway.connection import Connection
from scurrypy.sandbox.gateway.identify import read_identify, read_resume
from scurrypy.sandbox.gateway.opcodes import REASONS, CloseCode, GatewayClosed, Opcode
from scurrypy.sandbox.gateway.session import Session
from scurrypy.sandbox.rules.fields import is_mapping

if TYPE_CHECKING:
    from scurrypy.sandbox.gateway.hub import GatewayHub

MAX_PAYLOAD = 4096
"""Bytes that a client's payload may have."""
GOODBYES = frozenset({WSCloseCode.OK, WSCloseCode.GOING_AWAY})
"""The close codes with which a client ends its session, not only its connection."""

Request = Callable[["GatewayHub", Session, Any], None]

REQUESTS: dict[int, Request] = {
    Opcode.PRESENCE_UPDATE: requests.update_presence,
    Opcode.VOICE_STATE_UPDATE: requests.update_voice_state,
    Opcode.REQUEST_GUILD_MEMBERS: requests.request_guild_members,
    Opcode.REQUEST_SOUNDBOARD_SOUNDS: requests.request_soundboard_sounds,
    Opcode.REQUEST_CHANNEL_INFO: requests.request_channel_info,
}
"""What a client with a session may ask for."""


class Conversation:
    """One connection from HELLO to its end."""

    def __init__(self, hub: "GatewayHub", connection: Connection, version: int) -> None:
        self._session: Session | None = None
        self._hub = hub
        self._connection = connection
        self._version = version
        self._loop = asyncio.get_running_loop()
        self._budget = SendBudget(self._loop.time, hub.options.send_limit)
        self._last_heartbeat = self._loop.time()
        self._watchdog: asyncio.TimerHandle | None = None

    @property
    def session(self) -> Session | None:
        """The session on this connection; None before IDENTIFY, and once the session ended or was resumed elsewhere."""
        session = self._session
        return session if session is not None and session.connection is self._connection else None

    async def run(self, client: web.WebSocketResponse) -> None:
        """Say HELLO and answer until the connection ends."""
        interval = self._hub.options.heartbeat_interval
        self._connection.send_control(Opcode.HELLO, {"heartbeat_interval": int(interval * 1000), "_trace": []})
        self._watch_heartbeats()
        code: int | None = None
        try:
            while True:
                message: WSMessage = await client.receive()
                if message.type in (WSMsgType.TEXT, WSMsgType.BINARY):
                    self._hear(message)
                    continue
                if message.type is WSMsgType.CLOSE and not self._connection.is_over:
                    code = message.data
                break
        finally:
            self._end(code)

    def _watch_heartbeats(self) -> None:
        limit = self._hub.options.heartbeat_interval * self._hub.options.heartbeat_tolerance
        due = self._last_heartbeat + limit
        if self._loop.time() >= due:
            self._connection.close(CloseCode.SESSION_TIMED_OUT, REASONS[CloseCode.SESSION_TIMED_OUT])
        else:
            self._watchdog = self._loop.call_at(due, self._watch_heartbeats)

    def _end(self, code: int | None) -> None:
        if self._watchdog is not None:
            self._watchdog.cancel()
        if self.session is not None:
            self._hub.detach(self.session, is_goodbye=code in GOODBYES)

    def _hear(self, message: WSMessage) -> None:
        if self._connection.is_over:
            return
        if not self._budget.spend():
            self._connection.close(CloseCode.RATE_LIMITED, REASONS[CloseCode.RATE_LIMITED])
            return
        try:
            self._answer(_read(message))
        except GatewayClosed as closed:
            self._connection.close(closed.code, closed.reason)

    def _answer(self, packet: dict[str, Any]) -> None:
        match packet.get("op"):
            case Opcode.HEARTBEAT:
                self._last_heartbeat = self._loop.time()
                if self._connection.is_acking:
                    self._connection.send_control(Opcode.HEARTBEAT_ACK)
            case Opcode.IDENTIFY:
                self._identify(packet)
            case Opcode.RESUME:
                self._resume(packet)
            case int(opcode) if opcode in REQUESTS:
                if self.session is None:
                    raise GatewayClosed(CloseCode.NOT_AUTHENTICATED)
                REQUESTS[opcode](self._hub, self.session, packet.get("d"))
            case int():
                raise GatewayClosed(CloseCode.UNKNOWN_OPCODE)
            case _:
                raise GatewayClosed(CloseCode.DECODE_ERROR)

    def _identify(self, packet: dict[str, Any]) -> None:
        if self.session is not None:
            raise GatewayClosed(CloseCode.ALREADY_AUTHENTICATED)
        identify = read_identify(packet)
        if identify.compress and isinstance(self._connection.writer, PlainWriter):
            self._connection.writer = PayloadWriter()
        self._session = self._hub.start(identify, self._version, self._connection)
        if self._session is None:
            self._connection.send_control(Opcode.INVALID_SESSION, data=False)

    def _resume(self, packet: dict[str, Any]) -> None:
        if self.session is not None:
            raise GatewayClosed(CloseCode.ALREADY_AUTHENTICATED)
        self._session = self._hub.resume(read_resume(packet), self._connection)
        if self._session is None:
            self._connection.send_control(Opcode.INVALID_SESSION, data=False)


def _read(message: WSMessage) -> dict[str, Any]:
    body = message.data.encode() if isinstance(message.data, str) else bytes(message.data)
    if len(body) > MAX_PAYLOAD:
        raise GatewayClosed(CloseCode.DECODE_ERROR)
    try:
        packet = msgspec.json.decode(body)
    except msgspec.DecodeError:
        raise GatewayClosed(CloseCode.DECODE_ERROR) from None
    if not is_mapping(packet):
        raise GatewayClosed(CloseCode.DECODE_ERROR)
    return packet
