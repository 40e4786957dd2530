"""Requests for guild members that wait for their chunks."""

import asyncio
import secrets
from collections.abc import Callable
from typing import Any

import msgspec

from scurrypy.enums.gateway import GatewayOpcode
from scurrypy.gateway.pending import Pending, RateLimited
from scurrypy.wire import codec
from scurrypy.wire.errors import RequestGuildMembersFailed


class _Chunk(msgspec.Struct):
    """Of GUILD_MEMBERS_CHUNK, what tells whose it is."""

    chunk_index: int = 0
    chunk_count: int = 1
    nonce: str | None = None


class MemberRequests:
    """The requests of one shard that wait. They survive a resume, which replays the chunks, but no new session."""

    def __init__(self) -> None:
        self._requests: dict[str, Pending] = {}

    def __len__(self) -> int:
        return len(self._requests)

    async def collect(
        self, guild_id: int, idle: float, send: Callable[[str], asyncio.Future[None]]
    ) -> list[dict[str, Any]]:
        """Send a request and return its chunks in order.

        Args:
            guild_id: The guild.
            idle: Seconds without any answer after which it fails.
            send: Sends it with the nonce given; the future is done when it is written.

        Raises:
            RequestGuildMembersFailed: Discord refused, the session or the guild was lost, or no answer came in time.
        """
        nonce = secrets.token_hex(8)
        request = self._requests[nonce] = Pending([guild_id], idle)
        try:
            failure = await request.wait(send(nonce))
        finally:
            del self._requests[nonce]
        if failure is not None:
            raise RequestGuildMembersFailed(f"members of guild {guild_id}: {failure}")
        return [request.parts[index] for index in sorted(request.parts)]

    def fail(self, reason: str, guild_id: int | None = None) -> None:
        """End every request, or those about one guild: their answer will not come."""
        for request in self._requests.values():
            if guild_id is None or guild_id in request.guild_ids:
                request.end(reason)

    def on_answer(self, data: msgspec.Raw) -> None:
        """Take one chunk."""
        chunk = codec.decoder_for(_Chunk).decode(data)
        request = self._requests.get(chunk.nonce or "")
        if request is None:
            return
        request.parts[chunk.chunk_index] = codec.decode(data)
        if len(request.parts) >= chunk.chunk_count:
            request.end(None)
        else:
            request.touch()

    def on_rate_limited(self, limited: RateLimited) -> None:
        """End the request that Discord refused for now."""
        if limited.opcode != GatewayOpcode.REQUEST_GUILD_MEMBERS:
            return
        for nonce, request in self._requests.items():
            same_guild = limited.meta.nonce is None and limited.is_about(request)
            if nonce == limited.meta.nonce or same_guild:
                request.end(str(limited))
