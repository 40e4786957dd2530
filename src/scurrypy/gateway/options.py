"""Settings of a shard."""

import random
from collections.abc import Callable, Mapping, Sequence
from typing import Any, get_args

import msgspec

from scurrypy import gateway
from scurrypy.gateway import payloads
from scurrypy.gateway.inflate import Compression
from scurrypy.gateway.protocols import Connect, IdentifyQueueProtocol, ReceiverProtocol, WebSocketProtocol
from scurrypy.gateway.turns import Turns
from scurrypy.wire.errors import InvalidRequest

DEFAULT_GATEWAY_URL = "wss://gateway.discord.gg"
"""Used where GET /gateway/bot was not asked."""


async def open_websocket(url: str, receiver: ReceiverProtocol, timeout: float, proxy: str | None) -> WebSocketProtocol:
    """Open a WebSocket as `connect_websocket` does; the library for it is imported with the first.

    Args:
        url: Address with its query.
        receiver: Is told of each message and of the end.
        timeout: Seconds for name, network, TLS and upgrade together.
        proxy: Address of a proxy; None for a direct connection.

    Raises:
        ConnectFailed: it could not be opened.
    """
    return await gateway.connect_websocket(url, receiver, timeout, proxy)


class GatewayTimeouts(msgspec.Struct, frozen=True):
    """How long a shard waits for what must come, in seconds."""

    connect: float = 20.0
    """Name, network, TLS and upgrade together."""
    hello: float = 30.0
    """HELLO, from the open connection."""
    ready: float = 90.0
    """READY, from IDENTIFY. Long: during an outage Discord answers late, and each try costs an IDENTIFY."""
    resumed: float = 30.0
    """RESUMED or the next missed event, from RESUME or the last missed event."""
    close: float = 5.0
    """The other side's close frame when a shard closes for good. A reconnect waits a second at most."""


class GatewayOptions(msgspec.Struct, frozen=True):
    """Settings of a shard; the shards of a bot share one."""

    url: str = DEFAULT_GATEWAY_URL
    """Where to open new sessions, as GET /gateway/bot says."""
    compress: Compression | None = "zstd-stream"
    """Transport compression; None for plain JSON. Where Python lacks zstd, zlib-stream takes its place."""
    presence: Mapping[str, Any] | None = None
    """Presence sent with IDENTIFY, until `update_presence` changes it."""
    large_threshold: int | None = None
    """Members, 50 to 250, from which a guild comes without its offline members; None for Discord's 50."""
    capabilities: int | None = None
    """Bits of `GatewayCapabilities` that tell Discord what this bot copes with; None to send none."""
    identify_queue: IdentifyQueueProtocol | None = None
    """The queue that all shards of the bot share; None for one of this shard's own."""
    queue_size: int = 50_000
    """Events that may wait in the queue before the shard stops reading. Some 100 MB, at 2 kB each."""
    outbox_size: int = 1000
    """Payloads that may wait to be sent."""
    timeouts: GatewayTimeouts = GatewayTimeouts()
    """How long to wait for what."""
    proxy: str | None = None
    """Address of a proxy: `http`, `https`, `socks4` or `socks5`. It may hold a password."""
    tracks_handling: bool = False
    """Whether to keep track of the events that handlers are done with, for sessions that are stored."""
    on_session: Callable[[], None] | None = None
    """Called when a session was opened or lost; must not raise."""
    connect: Connect = open_websocket
    """Opens the WebSocket."""
    rng: random.Random = msgspec.field(default_factory=random.Random)
    """Source of every jitter."""
    resume_hosts: Sequence[str] = ()
    """Domains where a session may be resumed beside Discord's and the host of `url`, each with its subdomains."""
    turns: Turns = msgspec.field(default_factory=Turns)
    """Says which shard goes on when so much waits that not all can."""

    def __post_init__(self) -> None:
        if not self.url.startswith(("ws://", "wss://")):
            raise InvalidRequest("url", "an address that begins with ws:// or wss://", self.url)
        if self.compress is not None and self.compress not in get_args(Compression):
            raise InvalidRequest("compress", f"{' or '.join(get_args(Compression))} or None", self.compress)
        if self.large_threshold is not None and not 50 <= self.large_threshold <= 250:
            raise InvalidRequest("large_threshold", "50 to 250", self.large_threshold)
        if self.presence is not None:
            msgspec.structs.force_setattr(self, "presence", payloads.presence(self.presence))
        if isinstance(self.resume_hosts, str):
            raise InvalidRequest("resume_hosts", "a list of domains", self.resume_hosts)
        if self.queue_size < 1:
            raise InvalidRequest("queue_size", "at least 1", self.queue_size)

    def __repr__(self) -> str:
        # The address of the proxy may hold a password.
        shown = {name: getattr(self, name) for name in self.__struct_fields__ if name not in ("proxy", "rng", "turns")}
        return f"GatewayOptions({', '.join(f'{name}={value!r}' for name, value in shown.items())})"
