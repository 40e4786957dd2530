"""The gateway of the local Discord: it starts, resumes and ends sessions, and hands events to them."""

import asyncio
import contextlib
import secrets
from collections.abc import Callable
from dataclasses import dataclass

import msgspec
from aiohttp import WSCloseCode, web

from scurrypy.sandbox.dispatch import Dispatch
from scurrypy.sandbox.gateway import ready
from scurrypy.sandbox.gateway.budgets import IDENTIFY_WINDOW, SEND_LIMIT, SESSION_STARTS_PER_DAY, IdentifyGate
from scurrypy.sandbox.gateway.compression import TRANSPORT_WRITERS
from scurrypy.sandbox.gateway.connection import Connection
from scurrypy.sandbox.gateway.conversation import Conversation
from scurrypy.sandbox.gateway.delivery import changes_of_view, data_for
from scurrypy.sandbox.gateway.identify import Identify, Presence, Resume
from scurrypy.sandbox.gateway.opcodes import REASONS, CloseCode, GatewayClosed
from scurrypy.sandbox.gateway.presence import show_presence
from scurrypy.sandbox.gateway.session import Session
from scurrypy.sandbox.records import Application
from scurrypy.sandbox.rules.intents import PRIVILEGED
from scurrypy.sandbox.state import GatewayInfo
from scurrypy.sandbox.world import World

VERSIONS = frozenset({9, 10})
"""Versions of the gateway that Discord still lets connect."""
DEFAULT_VERSION = 10
"""Version where the URL names none."""
MAX_MESSAGE = 1 << 20
"""Bytes of a client's message that are read at all; above 4096 they are read only to be refused properly."""

STOP_PATIENCE = 1.0
"""Seconds that clients have to answer the closing of the gateway."""


@dataclass(frozen=True, slots=True)
class GatewayOptions:
    """What a gateway can be set to. The defaults are Discord's."""

    heartbeat_interval: float = 41.25
    """Seconds between two heartbeats of a client."""
    heartbeat_tolerance: float = 1.5
    """After how many intervals without a heartbeat a connection is closed."""
    max_concurrency: int = 1
    """How many shards may identify at the same time."""
    identify_window: float = IDENTIFY_WINDOW
    """Seconds between two IDENTIFYs of one concurrency key."""
    session_starts: int = SESSION_STARTS_PER_DAY
    """IDENTIFYs an application has per day."""
    send_limit: int = SEND_LIMIT
    """Payloads that one connection may send in 60 seconds."""
    session_lifetime: float = 180.0
    """Seconds a session can be resumed after its connection ended."""
    recommended_shards: int = 1
    """The `shards` of GET /gateway/bot."""
    max_guilds_per_shard: int = 2500
    """Guilds above which a session is refused with 4011."""
    voice_endpoint: str | None = None
    """Where a voice server listens; None because the local Discord has none, which clients take as "wait"."""
    max_backlog: int = 64 << 20
    """Bytes queued for a client that reads too slowly before it is cut off."""


class _Info(GatewayInfo):
    """What GET /gateway/bot answers while this gateway runs."""

    def __init__(self, shards: int, gate: IdentifyGate) -> None:
        super().__init__("", shards)
        self._gate = gate

    def session_start_limit(self, application: Application) -> dict[str, int]:
        return self._gate.wire(application.id)


class GatewayHub:
    """Every session of every bot in one world."""

    def __init__(self, world: World, options: GatewayOptions | None = None) -> None:
        self.world = world
        """The world whose events are handed out."""
        self.options: GatewayOptions = options or GatewayOptions()
        """How this gateway is set."""
        self.gate: IdentifyGate = IdentifyGate(
            world.clock.now,
            max_concurrency=self.options.max_concurrency,
            window=self.options.identify_window,
            total=self.options.session_starts,
        )
        """Counts IDENTIFYs."""
        world.gateway_info = _Info(self.options.recommended_shards, self.gate)
        self._sessions: dict[str, Session] = {}
        self._connections: set[Connection] = set()
        self._unsubscribe: Callable[[], None] | None = None

    # What tests and the control API look at and reach for.

    def sessions(self, application_id: int | None = None) -> list[Session]:
        """Return the sessions, those waiting for their client included; of one application, or of all."""
        self._drop_expired()
        return [session for session in self._sessions.values() if application_id in (None, session.application_id)]

    def invalidate(self, session: Session, *, resumable: bool) -> None:
        """Tell a client that its session is invalid (op 9) and, unless it is resumable, end the session."""
        session.send_invalid(resumable)
        if not resumable:
            self.forget(session)

    @property
    def url(self) -> str:
        """Where clients connect and resume; empty until the server listens."""
        return self.world.gateway_info.url

    @property
    def connections(self) -> int:
        """How many clients are connected."""
        return len(self._connections)

    @property
    def is_drained(self) -> bool:
        """Whether everything sent to clients was handed to the network."""
        return all(connection.is_drained for connection in self._connections)

    async def handle(self, request: web.Request) -> web.StreamResponse:
        """Serve one WebSocket connection."""
        client = web.WebSocketResponse(compress=False, max_msg_size=MAX_MESSAGE, timeout=5.0)
        encoding, compress = request.query.get("encoding", "json"), request.query.get("compress", "")
        transport = request.transport
        if not client.can_prepare(request).ok or not isinstance(transport, asyncio.Transport):
            return web.Response(status=426, text="This is a gateway: connect with a WebSocket.\n")
        if encoding != "json" or compress not in TRANSPORT_WRITERS:
            text = f"The local Discord does not serve encoding={encoding} with compress={compress or 'none'}.\n"
            return web.Response(status=501, text=text)
        await client.prepare(request)
        connection = Connection(client, transport, TRANSPORT_WRITERS[compress](), self.options.max_backlog)
        self._connections.add(connection)
        writing = asyncio.create_task(connection.write_queue())
        try:
            version = _version(request.query.get("v"))
            if version is None:
                connection.close(CloseCode.INVALID_API_VERSION, REASONS[CloseCode.INVALID_API_VERSION])
            await Conversation(self, connection, version or DEFAULT_VERSION).run(client)
        finally:
            # What ended the reading may still have to be written: the close frame.
            if not connection.is_over:
                writing.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await writing
            self._connections.discard(connection)
            connection.note_end()
        return client

    def open(self, url: str) -> None:
        """Begin to hand out what happens in the world, to clients that connect to `url`."""
        self.world.gateway_info.url = url
        if self._unsubscribe is None:
            self._unsubscribe = self.world.subscribe(self.publish)

    async def stop(self) -> None:
        """Close every connection and end every session."""
        if self._unsubscribe is not None:
            self._unsubscribe()
            self._unsubscribe = None
        for session in list(self._sessions.values()):
            self.forget(session)
        connections = list(self._connections)
        for connection in connections:
            connection.close(WSCloseCode.GOING_AWAY, "The local Discord stops.")
        try:
            async with asyncio.timeout(STOP_PATIENCE):
                for connection in connections:
                    await connection.wait_ended()
        except TimeoutError:
            for connection in connections:
                connection.abort()

    # What conversations ask for.

    def start(self, identify: Identify, version: int, connection: Connection) -> Session | None:
        """Start a session and send READY and the guilds; None when the client identified too fast.

        Raises:
            GatewayClosed: 4004, 4011 or 4014.
        """
        application = self._authenticate(identify.token)
        if identify.intents & PRIVILEGED & ~application.privileged_intents:
            raise GatewayClosed(CloseCode.DISALLOWED_INTENTS)
        if self.gate.starts(application.id).remaining == 0:
            self._revoke(application)
            raise GatewayClosed(CloseCode.AUTHENTICATION_FAILED)
        if not self.gate.passes(application.id, identify.shard_id):
            return None
        guild_ids = [guild.id for guild in self.world.guilds_of(application.bot_id)]
        session = Session(secrets.token_hex(16), application.id, application.bot_id, version, identify)
        covered = [guild_id for guild_id in guild_ids if session.covers(guild_id)]
        if len(covered) > self.options.max_guilds_per_shard:
            raise GatewayClosed(CloseCode.SHARDING_REQUIRED)
        session.keep_for_replay(len(covered))
        session.connection = connection
        ready.greet(self.world, session, application, covered, self.url)
        self._sessions[session.id] = session
        self.show(session)
        return session

    def resume(self, resume: Resume, connection: Connection) -> Session | None:
        """Replay what a session missed; None when the session is gone or missed too much.

        Raises:
            GatewayClosed: 4004 or 4007.
        """
        application = self._authenticate(resume.token)
        self._drop_expired()
        session = self._sessions.get(resume.session_id)
        if session is None or session.application_id != application.id:
            return None
        if resume.sequence > session.sequence:
            self.forget(session)
            raise GatewayClosed(CloseCode.INVALID_SEQUENCE)
        missed = session.missed_since(resume.sequence)
        if missed is None:
            self.forget(session)
            return None
        if session.connection is not None:
            session.connection.close(CloseCode.UNKNOWN_ERROR, "The session was resumed on another connection.")
        session.connection, session.detached_at = connection, None
        for frame in missed:
            connection.send(frame)
        session.send("RESUMED", b'{"_trace":[]}')
        return session

    def detach(self, session: Session, *, is_goodbye: bool) -> None:
        """Note that a session's client is gone: for good, or for as long as it takes to resume."""
        session.connection = None
        session.detached_at = self.world.clock.now()
        if is_goodbye:
            self.forget(session)

    def forget(self, session: Session) -> None:
        """End a session: it cannot be resumed any more, and its bot goes offline with its last session."""
        if self._sessions.pop(session.id, None) is not None:
            session.connection = None
            self.show(session)

    def show(self, session: Session) -> None:
        """Let the guilds see the presence of a session's bot, which is offline without sessions."""
        live = [other for other in self._sessions.values() if other.user_id == session.user_id]
        presence = session.presence if session in live else live[-1].presence if live else Presence("offline")
        show_presence(self.world, session.user_id, presence)

    def publish(self, dispatch: Dispatch) -> None:
        """Hand one event of the world to every session that may hear of it."""
        self._drop_expired()
        body: bytes | None = None
        sessions = list(self._sessions.values())
        for session in sessions:
            data = data_for(self.world, session, dispatch)
            if data is dispatch.data:
                body = body or msgspec.json.encode(data)
                session.send(dispatch.name, body)
            elif data is not None:
                session.send(dispatch.name, msgspec.json.encode(data))
            for channel in changes_of_view(self.world, session, dispatch):
                # The bot sees another set of channels than before.
                session.send("CHANNEL_UPDATE", msgspec.json.encode(channel))
        if dispatch.name == "GUILD_CREATE":
            # Bots that have just been added are online there, too.
            for session in sessions:
                if session.application_id == dispatch.application_id:
                    self.show(session)

    def voice_token(self) -> str:
        """Return a new token for a voice server."""
        return secrets.token_hex(8)

    def _authenticate(self, token: str) -> Application:
        application = self.world.authenticate(token)
        if application is None:
            raise GatewayClosed(CloseCode.AUTHENTICATION_FAILED)
        return application

    def _revoke(self, application: Application) -> None:
        """Do what Discord does when the day's IDENTIFYs are used up: end all sessions and reset the token."""
        for session in self.sessions(application.id):
            session.close(CloseCode.AUTHENTICATION_FAILED)
            self.forget(session)
        application.token = secrets.token_urlsafe(32)

    def _drop_expired(self) -> None:
        now, lifetime = self.world.clock.now(), self.options.session_lifetime
        expired = [
            session
            for session in self._sessions.values()
            if session.detached_at is not None and now - session.detached_at > lifetime
        ]
        for session in expired:
            self.forget(session)


def _version(text: str | None) -> int | None:
    if text is None:
        return DEFAULT_VERSION
    return int(text) if text.isdecimal() and int(text) in VERSIONS else None
