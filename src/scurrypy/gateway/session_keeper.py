"""Keeps the sessions of a client's shards in a store, so that the next process can go on with them."""

import asyncio
import contextlib
import hashlib
import logging
from collections.abc import Iterable
from dataclasses import replace

from scurrypy.gateway.identify_log import IdentifyFuse, IdentifyLog
from scurrypy.gateway.protocols import SessionStoreProtocol
from scurrypy.gateway.session import GatewaySession
from scurrypy.gateway.session_store import asked
from scurrypy.gateway.shard import GatewayClient
from scurrypy.wire.errors import SessionStoreFailed

logger: logging.Logger = logging.getLogger(__name__)


def fingerprint(token: str) -> str:
    """Return what stands for a token in a store; the token cannot be computed from it."""
    return hashlib.sha256(b"scurrypy session store\0" + token.encode()).hexdigest()


class SessionKeeper:
    """Restores the sessions of shards from a store, and stores them while they run and when they end.

    A store that fails is told in the log, once until it works again, and never ends the bot.

    Args:
        store: Where to keep them.
        token: The bot's token; only a hash of it reaches the store.
        fuse: How many IDENTIFYs are too many.
        interval: Seconds between two writes, at least, but for a new session.
    """

    def __init__(
        self,
        store: SessionStoreProtocol,
        token: str,
        fuse: IdentifyFuse | None = None,
        interval: float = 1.0,
    ) -> None:
        self.bot: str = fingerprint(token)
        """What stands for the token."""
        self.identifies: IdentifyLog = IdentifyLog(store, self.bot, fuse)
        """The IDENTIFYs sent so far."""
        self._store = store
        self._interval = interval
        self._stored: dict[int, GatewaySession | None] = {}
        self._shards: dict[int, GatewayClient] = {}
        self._is_failing = False
        self._woken = asyncio.Event()

    def wake(self) -> None:
        """Store at once: a bot that dies right after READY must not cost an IDENTIFY with each start."""
        self._woken.set()

    async def load(self) -> None:
        """Read what the store holds; where that fails, say so and begin without."""
        try:
            await self.identifies.load()
            self._stored = {session.shard_id: session for session in await asked(self._store.load(self.bot))}
        except SessionStoreFailed as error:
            self._is_failing = True
            logger.warning("the bot starts without its stored sessions: %s", error)

    def needing_identify(self, shard_ids: Iterable[int], shard_count: int, intents: int) -> list[int]:
        """Return the shards that have no session to resume."""
        return [
            shard_id
            for shard_id in shard_ids
            if (session := self._stored.get(shard_id)) is None or session.unfit_for(shard_id, shard_count, intents)
        ]

    def adopt(self, shard: GatewayClient, shard_id: int) -> None:
        """Restore a shard's session, if there is one, before the shard starts; and store it from now on.

        One that does not fit the shard is restored, too: the shard tells the application that it is lost.
        """
        self._shards[shard_id] = shard
        session = self._stored.get(shard_id)
        if session is not None:
            shard.restore(replace(session))
        shard.note_stored(session)

    async def keep(self) -> None:
        """Store what has changed, time and again, until cancelled."""
        while True:
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(self._interval):
                    await self._woken.wait()
            self._woken.clear()
            await self.save()

    async def save(self) -> None:
        """Store the sessions that have changed since they were stored last."""
        changed: dict[int, GatewaySession | None] = {}
        for shard_id, shard in self._shards.items():
            session = shard.handled_session
            if session != self._stored.get(shard_id):
                changed[shard_id] = session
        if not changed:
            return
        try:
            await asked(self._store.save(self.bot, changed))
        except SessionStoreFailed as error:
            if not self._is_failing:
                self._is_failing = True
                logger.warning("sessions are not stored for now, and a restart would lose events: %s", error)
            return
        self._stored.update(changed)
        for shard_id, session in changed.items():
            self._shards[shard_id].note_stored(session)
        if self._is_failing:
            self._is_failing = False
            logger.warning("sessions are stored again")

    async def close(self) -> None:
        """Store the sessions a last time, and let go of the store."""
        await self.save()
        try:
            await asked(self._store.close())
        except SessionStoreFailed as error:
            logger.warning("the session store did not close: %s", error)
