"""A request over the gateway that waits for its answer, in one event or in several."""

import asyncio
from collections.abc import Iterable
from typing import Any

import msgspec


class RateLimitMeta(msgspec.Struct):
    """Of RATE_LIMITED, what tells whose it is."""

    guild_id: str | None = None
    """The guild it was about."""
    nonce: str | None = None
    """The request's own nonce."""


class RateLimited(msgspec.Struct):
    """The event RATE_LIMITED."""

    opcode: int
    """What the request was sent as."""
    retry_after: float
    """Seconds until the same request may succeed."""
    meta: RateLimitMeta = msgspec.field(default_factory=RateLimitMeta)
    """Whose it was."""

    def is_about(self, request: "Pending") -> bool:
        """Return whether it names a guild of the request."""
        return any(str(guild_id) == self.meta.guild_id for guild_id in request.guild_ids)

    def __str__(self) -> str:
        return f"Discord allows the next request in {self.retry_after:g} s"


class Pending:
    """One request and what has come of it.

    Args:
        guild_ids: The guilds it is about.
        idle: Seconds without any answer after which it fails.
    """

    def __init__(self, guild_ids: Iterable[int], idle: float) -> None:
        self.guild_ids: frozenset[int] = frozenset(guild_ids)
        """The guilds it is about."""
        self.parts: dict[int, Any] = {}
        """What has come, by its place in the answer."""
        self._idle = idle
        self._ended: asyncio.Future[str | None] = asyncio.get_running_loop().create_future()
        self._deadline: asyncio.Timeout | None = None
        self._written: asyncio.Future[None] | None = None

    @property
    def is_sent(self) -> bool:
        """Whether it was written, so that an answer can be its."""
        return self._written is not None and self._written.done()

    async def wait(self, written: asyncio.Future[None]) -> str | None:
        """Return once the answer is whole, or the reason why it will not be.

        Args:
            written: Done when the request is written; cancelled where nobody waits for it any more.
        """
        self._written = written
        written.add_done_callback(self._sent)
        try:
            async with asyncio.timeout(self._idle) as self._deadline:
                return await self._ended
        except TimeoutError:
            return f"nothing came for {self._idle:g} s"
        finally:
            self._deadline = None
            written.cancel()

    def touch(self) -> None:
        """Allow the full time again."""
        if self._deadline is not None and not self._deadline.expired():
            self._deadline.reschedule(asyncio.get_running_loop().time() + self._idle)

    def end(self, failure: str | None) -> None:
        """Wait no longer: the answer is whole, or will not be for the reason given."""
        if not self._ended.done():
            self._ended.set_result(failure)

    def _sent(self, written: asyncio.Future[None]) -> None:
        if written.cancelled():
            return
        error = written.exception()
        if error is None:
            self.touch()
        else:
            self.end(str(error))
