"""The IDENTIFYs a bot has sent, over all its processes, and the fuse that blows when there are too many of late."""

import logging
import time
from collections.abc import Callable

import msgspec

from scurrypy.gateway.protocols import SessionStoreProtocol
from scurrypy.gateway.session_store import asked
from scurrypy.wire.errors import CrashLoop, InvalidRequest, SessionStoreFailed

logger: logging.Logger = logging.getLogger(__name__)

_DAY = 86_400.0


class IdentifyFuse(msgspec.Struct, frozen=True):
    """How many IDENTIFYs within a short time are too many to be anything but a crash loop."""

    most: int = 20
    """IDENTIFYs that one shard may send within the time."""
    share: float = 0.25
    """Part of the day's IDENTIFYs, 0 to 1, that all shards may send within the time; each shard's first is free."""
    within: float = 3600.0
    """The time, in seconds, up to a day."""

    def __post_init__(self) -> None:
        if self.most < 1:
            raise InvalidRequest("most", "at least 1", self.most)
        if not 0 < self.share <= 1:
            raise InvalidRequest("share", "above 0, up to 1", self.share)
        if not 0 < self.within <= _DAY:
            raise InvalidRequest("within", f"above 0, up to {_DAY:.0f} seconds", self.within)


class IdentifyLog:
    """The IDENTIFYs of the last day, as far as a store remembers, and those of this process.

    Args:
        store: Remembers them.
        bot: Whose they are.
        fuse: What is too many.
        clock: Returns the Unix time, in seconds.
    """

    def __init__(
        self,
        store: SessionStoreProtocol,
        bot: str,
        fuse: IdentifyFuse | None = None,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self.fuse: IdentifyFuse = fuse or IdentifyFuse()
        """What is too many."""
        self._store = store
        self._bot = bot
        self._clock = clock
        self._sent: list[tuple[int, float]] = []

    async def load(self) -> None:
        """Read what earlier processes sent.

        Raises:
            SessionStoreFailed: the store cannot be read.
        """
        now = self._clock()
        # Times ahead of the clock are from before it was set back; nothing can be said about them.
        sent = await asked(self._store.load_identifies(self._bot, now - _DAY))
        self._sent = [(shard_id, when) for shard_id, when in sent if when <= now]

    def known_shards(self) -> set[int]:
        """Return the shards that have identified within the last day."""
        return {shard_id for shard_id, when in self._sent if when > self._clock() - _DAY}

    def seconds_ago(self) -> list[tuple[int, float]]:
        """Return each IDENTIFY's shard and how many seconds ago it was sent."""
        now = self._clock()
        # The clock may have been set back since: nothing was sent in the future.
        return [(shard_id, max(0.0, now - when)) for shard_id, when in self._sent]

    def check(self, shard_id: int, total: int) -> None:
        """Refuse an IDENTIFY where there were too many.

        Args:
            shard_id: The shard that wants to identify.
            total: IDENTIFYs of a whole day.

        Raises:
            CrashLoop: there were too many.
        """
        fuse, now = self.fuse, self._clock()
        recent = sorted((when, shard) for shard, when in self._sent if now - fuse.within < when <= now)
        own = [when for when, shard in recent if shard == shard_id]
        allowed = max(1, int(fuse.share * total))
        if len(own) >= fuse.most:
            raise CrashLoop(shard_id, len(own), fuse.within, own[-fuse.most] + fuse.within - now)
        if own and len(recent) >= allowed:
            raise CrashLoop(shard_id, len(recent), fuse.within, recent[-allowed][0] + fuse.within - now)

    async def add(self, shard_id: int) -> None:
        """Keep note of an IDENTIFY that is about to be sent."""
        now = self._clock()
        self._sent = [*((shard, when) for shard, when in self._sent if when > now - _DAY), (shard_id, now)]
        try:
            await asked(self._store.add_identify(self._bot, shard_id, now))
        except SessionStoreFailed as error:
            logger.warning("an IDENTIFY could not be noted and will be unknown to the next start: %s", error)
