"""Requests that each of their guilds answers with one event: soundboard sounds and channel info."""

import asyncio
from collections.abc import Callable, Sequence
from typing import Any

import msgspec

from scurrypy.enums.gateway import GatewayOpcode
from scurrypy.gateway.pending import Pending, RateLimited
from scurrypy.wire import codec
from scurrypy.wire.errors import GatewayRequestFailed


class _Answer(msgspec.Struct):
    """Of an answer, which guild it is about."""

    guild_id: str


class GuildRequests:
    """The requests of one shard and one kind that wait.

    Nothing in an answer says whose it is, so the request that was sent first gets it. They survive a resume, which
    replays the answers, but no new session.

    Args:
        opcode: What the requests are sent as.
        what: What is asked for, in words.
    """

    def __init__(self, opcode: GatewayOpcode, what: str) -> None:
        self._opcode = opcode
        self._what = what
        self._requests: list[Pending] = []

    def __len__(self) -> int:
        return len(self._requests)

    async def collect(
        self, guild_ids: Sequence[int], idle: float, send: Callable[[], asyncio.Future[None]]
    ) -> list[dict[str, Any]]:
        """Send a request and return the answers in the order of the guilds.

        Args:
            guild_ids: The guilds, each once.
            idle: Seconds without any answer after which it fails.
            send: Sends it; the future is done when it is written.

        Raises:
            GatewayRequestFailed: Discord refused, the session or a guild was lost, or an answer did not come in time.
        """
        request = Pending(guild_ids, idle)
        self._requests.append(request)
        try:
            failure = await request.wait(send())
        finally:
            self._requests.remove(request)
        if failure is not None:
            silent = ", ".join(str(guild_id) for guild_id in guild_ids if guild_id not in request.parts)
            raise GatewayRequestFailed(f"{self._what} of guild {silent}: {failure}")
        return [request.parts[guild_id] for guild_id in guild_ids]

    def fail(self, reason: str, guild_id: int | None = None) -> None:
        """End every request, or those that wait for one guild: their answer will not come."""
        for request in self._requests:
            if guild_id is None or guild_id in request.guild_ids - request.parts.keys():
                request.end(reason)

    def lose(self, reason: str) -> None:
        """End every request that was sent: its answer will not come."""
        for request in self._requests:
            if request.is_sent:
                request.end(reason)

    def on_answer(self, data: msgspec.Raw) -> None:
        """Take the answer of one guild."""
        guild_id = int(codec.decoder_for(_Answer).decode(data).guild_id)
        for request in self._requests:
            if request.is_sent and guild_id in request.guild_ids - request.parts.keys():
                request.parts[guild_id] = codec.decode(data)
                if len(request.parts) == len(request.guild_ids):
                    request.end(None)
                else:
                    request.touch()
                return

    def on_rate_limited(self, limited: RateLimited) -> None:
        """End the requests that Discord may have refused for now."""
        if limited.opcode == self._opcode:
            self.fail(str(limited), None if limited.meta.guild_id is None else int(limited.meta.guild_id))
