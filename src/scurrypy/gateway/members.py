"""Requests for guild members that wait for their chunks."""

import asyncio
import secrets
from collections.abc import Callable
from typing import Any

import msgspec

from scurrypy.wire import codec
from scurrypy.wire.errors import RequestGuildMembersFailed


class _Chunk(msgspec.Struct):
    """Of GUILD_MEMBERS_CHUNK, what tells whose it is."""

    chunk_index: int = 0
    chunk_count: int = 1
    nonce: str | None = None


class _RateLimitMeta(msgspec.Struct):
    """Of RATE_LIMITED, what tells whose it is."""

    guild_id: str | None = None
    nonce: str | None = None


class _RateLimited(msgspec.Struct):
    """The event RATE_LIMITED."""

    opcode: int
    retry_after: float
    meta: _RateLimitMeta = msgspec.field(default_factory=_RateLimitMeta)


class _Guild(msgspec.Struct):
    """Of GUILD_DELETE, which guild."""

    id: str


class _Request:
    """One request and what has come of it."""

    def __init__(self, guild_id: int, idle: float) -> None:
        self.guild_id = guild_id
        self.answer: asyncio.Future[str | None] = asyncio.get_running_loop().create_future()
        self.chunks: dict[int, dict[str, Any]] = {}
        self.deadline: asyncio.Timeout | None = None
        self._idle = idle

    def touch(self) -> None:
        """Allow the full time again."""
        if self.deadline is not None and not self.deadline.expired():
            self.deadline.reschedule(asyncio.get_running_loop().time() + self._idle)

    def end(self, failure: str | None) -> None:
        if not self.answer.done():
            self.answer.set_result(failure)

    def sent(self, written: asyncio.Future[None]) -> None:
        if written.cancelled():
            return
        error = written.exception()
        if error is None:
            self.touch()
        else:
            self.end(str(error))


class MemberRequests:
    """The requests of one shard that wait. They survive a resume, which replays the chunks, but no new session."""

    def __init__(self) -> None:
        self._requests: dict[str, _Request] = {}

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
        request = self._requests[nonce] = _Request(guild_id, idle)
        try:
            written = send(nonce)
            written.add_done_callback(request.sent)
            try:
                async with asyncio.timeout(idle) as request.deadline:
                    failure = await request.answer
            finally:
                written.cancel()
        except TimeoutError:
            failure = f"nothing came for {idle:g} s"
        finally:
            del self._requests[nonce]
        if failure is not None:
            raise RequestGuildMembersFailed(f"members of guild {guild_id}: {failure}")
        return [request.chunks[index] for index in sorted(request.chunks)]

    def fail(self, reason: str) -> None:
        """End every request: its answer will not come."""
        for request in self._requests.values():
            request.end(reason)

    def on_guild_members_chunk(self, data: msgspec.Raw) -> None:
        """Take one chunk."""
        chunk = codec.decoder_for(_Chunk).decode(data)
        request = self._requests.get(chunk.nonce or "")
        if request is None:
            return
        request.chunks[chunk.chunk_index] = codec.decode(data)
        if len(request.chunks) >= chunk.chunk_count:
            request.end(None)
        else:
            request.touch()

    def on_rate_limited(self, data: msgspec.Raw) -> None:
        """End the request that Discord refused for now."""
        limited = codec.decoder_for(_RateLimited).decode(data)
        for nonce, request in self._requests.items():
            same_guild = limited.meta.nonce is None and limited.meta.guild_id == str(request.guild_id)
            if nonce == limited.meta.nonce or same_guild:
                request.end(f"Discord allows the next request in {limited.retry_after:g} s")

    def on_guild_delete(self, data: msgspec.Raw) -> None:
        """End the requests for a guild that is gone or unavailable."""
        guild = codec.decoder_for(_Guild).decode(data)
        for request in self._requests.values():
            if str(request.guild_id) == guild.id:
                request.end("the guild became unavailable, or the bot left it")
