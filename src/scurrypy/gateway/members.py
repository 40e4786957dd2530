"""Requests for guild members that wait for their chunks."""

import asyncio
import os
from collections.abc import Callable
from typing import Any, TypeVar

import msgspec

from scurrypy.enums.gateway import GatewayOpcode
from scurrypy.gateway.pending import Pending, RateLimited
from scurrypy.wire import codec
from scurrypy.wire.errors import DataModelTypeError, RequestGuildMembersFailed

T = TypeVar("T")


class _Chunk(msgspec.Struct):
    """Of GUILD_MEMBERS_CHUNK, what tells whose it is."""

    chunk_index: int = 0
    chunk_count: int = 1
    nonce: str | None = None


class MemberRequests:
    """The requests of one shard that wait. They survive a resume, which replays the chunks, but no new session."""

    def __init__(self) -> None:
        self._requests: dict[str, tuple[Pending, Callable[[msgspec.Raw], Any]]] = {}

    def __len__(self) -> int:
        return len(self._requests)

    async def collect(
        self,
        guild_id: int,
        idle: float,
        send: Callable[[str], asyncio.Future[None]],
        read: Callable[[msgspec.Raw], T],
    ) -> list[T]:
        """Send a request and return what was read of its chunks, in order.

        Args:
            guild_id: The guild.
            idle: Seconds without any answer after which it fails.
            send: Sends it with the nonce given; the future is done when it is written.
            read: Takes what is wanted of a chunk when it comes, so that the rest need not be kept until the last.

        Raises:
            RequestGuildMembersFailed: Discord refused, the session or the guild was lost, an answer cannot be read, or
                none came in time.
        """
        nonce = os.urandom(8).hex()
        request = Pending([guild_id], idle)
        self._requests[nonce] = request, read
        try:
            failure = await request.wait(send(nonce))
        finally:
            del self._requests[nonce]
        if failure is not None:
            raise RequestGuildMembersFailed(f"members of guild {guild_id}: {failure}")
        return [request.parts[index] for index in sorted(request.parts)]

    def fail(self, reason: str, guild_id: int | None = None) -> None:
        """End every request, or those about one guild: their answer will not come."""
        for request, _ in self._requests.values():
            if guild_id is None or guild_id in request.guild_ids:
                request.end(reason)

    def lose(self, reason: str) -> None:
        """End every request that was sent: its answer will not come."""
        for request, _ in self._requests.values():
            if request.is_sent:
                request.end(reason)

    def on_answer(self, data: msgspec.Raw) -> None:
        """Take one chunk."""
        chunk = codec.decoder_for(_Chunk).decode(data)
        if chunk.nonce not in self._requests:
            return
        request, read = self._requests[chunk.nonce]
        try:
            request.parts[chunk.chunk_index] = read(data)
        except DataModelTypeError as error:
            request.end(str(error))
        if len(request.parts) >= chunk.chunk_count:
            request.end(None)
        else:
            request.touch()

    def on_rate_limited(self, limited: RateLimited) -> None:
        """End the request that Discord refused for now."""
        if limited.opcode != GatewayOpcode.REQUEST_GUILD_MEMBERS:
            return
        for nonce, (request, _) in self._requests.items():
            same_guild = limited.meta.nonce is None and limited.is_about(request)
            if nonce == limited.meta.nonce or same_guild:
                request.end(str(limited))
