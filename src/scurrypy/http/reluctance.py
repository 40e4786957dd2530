"""What Discord forbids again and again: it is held back, but for a request now and then that tries it.

1. A 403 is a strike against its operation and resource. The third in a row shuts them, or the first that says the bot
   cannot even see the resource; a success wipes the strikes off.
2. Of what is shut, one request goes every few seconds. If it succeeds after a while, all else may be tried at once.
3. If the last twenty answers to a sender all were 403s, permissions are gone everywhere: then all its requests wait for
   one that succeeds, and those that were never refused go first.
"""

import logging
from collections.abc import Hashable
from typing import Any, Final

import msgspec

from scurrypy import enums
from scurrypy.http.memory import remember

logger: logging.Logger = logging.getLogger(__name__)

_STRIKES: Final = 3
"""Refusals in a row after which an operation on a resource is shut."""
_PROBE: Final = 5.0
"""Seconds between two tries of what is shut."""
_PROBE_SHARE: Final = 0.6
"""Seconds for each that is shut, so that all together are tried no more than a thousand times in ten minutes."""
_IN_A_ROW: Final = 20
"""Refusals of one sender, whatever of, without another answer in between, after which all is taken for forbidden."""
_PAUSE: Final = 1.0
"""Seconds until the first try then; each further one doubles them."""
_LONGEST_UNREFUSED: Final = 20.0
"""Seconds between two tries of what was never refused, at most."""
_LONGEST_REFUSED: Final = 30.0
"""Seconds between two tries of what was refused before, at most."""
_LASTING: Final = 30.0
"""Seconds after which it is news that something is not shut any more: what is forbidden of one member ends sooner."""
_NEWS_EVERY: Final = 60.0
"""Seconds between two occasions on which all that is shut may be tried at once."""
_REMEMBERED_FOR: Final = 600.0
"""Seconds after which a strike is forgotten."""


class _Mark(msgspec.Struct):
    """An operation on a resource that was refused."""

    strikes: int = 0
    shut_at: float | None = None
    refused_at: float = 0.0
    next_at: float = 0.0
    told: Any = None

    @property
    def is_shut(self) -> bool:
        return self.shut_at is not None


class _Lane(msgspec.Struct):
    """Tries while all is taken for forbidden."""

    longest: float
    next_at: float = 0.0
    pause: float = _PAUSE

    def begin(self, now: float) -> None:
        self.pause = _PAUSE
        self.step(now)

    def step(self, now: float) -> None:
        self.next_at = now + self.pause
        self.pause = min(self.longest, 2 * self.pause)


class _Sender(msgspec.Struct):
    """What is forbidden to one sender."""

    # By whom and for what, which may be told by tokens.
    marks: dict[Hashable, _Mark] = msgspec.field(default_factory=dict[Hashable, _Mark])
    in_a_row: int = 0
    forbidden_at: float = 0.0
    news_at: float = float("-inf")
    told: Any = None
    unrefused: _Lane = msgspec.field(default_factory=lambda: _Lane(_LONGEST_UNREFUSED))
    refused: _Lane = msgspec.field(default_factory=lambda: _Lane(_LONGEST_REFUSED))

    def __repr__(self) -> str:
        return f"<_Sender of {len(self.marks)} marks>"

    @property
    def is_forbidden_everything(self) -> bool:
        return self.in_a_row >= _IN_A_ROW

    def lane(self, key: Hashable) -> _Lane:
        return self.refused if key in self.marks else self.unrefused


class Reluctance:
    """Knows what was forbidden of late, and when to try it again."""

    def __init__(self) -> None:
        self._senders: dict[Hashable, _Sender] = {}

    @property
    def is_clean(self) -> bool:
        """Whether nothing was forbidden of late."""
        return not self._senders

    def hold_back(self, now: float, sender: Hashable, key: Hashable) -> tuple[float, Any] | None:
        """Return for how many seconds a request is held back, and the refusal that is why; None if it may be sent.

        Args:
            now: Time, in seconds of a monotonic clock.
            sender: Who sends it.
            key: What it asks for.
        """
        known = self._senders.get(sender)
        if known is None:
            return None
        mark = known.marks.get(key)
        if known.is_forbidden_everything:
            wait = known.lane(key).next_at - now
        else:
            wait = mark.next_at - now if mark is not None and mark.is_shut else 0.0
        return (wait, known.told if mark is None else mark.told) if wait > 0 else None

    def sent(self, now: float, sender: Hashable, key: Hashable) -> None:
        """Note that a request goes out that was not held back: if it is a try, the next one has time."""
        known = self._senders.get(sender)
        if known is None:
            return
        mark = known.marks.get(key)
        if known.is_forbidden_everything:
            known.lane(key).step(now)
        if mark is not None:
            mark.next_at = now + max(_PROBE, _PROBE_SHARE * len(known.marks))

    def refused(self, now: float, sender: Hashable, key: Hashable, code: object, told: Any) -> None:
        """Note a 403.

        Args:
            now: Time, in seconds of a monotonic clock.
            sender: Who sent the request.
            key: What it asked for.
            code: Discord's code in the answer.
            told: Body of the answer, decoded.
        """
        known = self._senders.get(sender)
        if known is None:
            known = _Sender()
            remember(self._senders, sender, known)
        mark = known.marks.pop(key, None) or _Mark()
        remember(known.marks, key, mark)
        mark.strikes += _STRIKES if code == enums.JSONErrorCode.MISSING_ACCESS else 1
        mark.refused_at, mark.told, known.told = now, told, told
        if mark.shut_at is None and mark.strikes >= _STRIKES:
            mark.shut_at, mark.next_at = now, now + _PROBE
        while known.marks[oldest := next(iter(known.marks))].refused_at + _REMEMBERED_FOR <= now:
            del known.marks[oldest]
        # Whom a user wants no messages from says nothing about permissions.
        if code != enums.JSONErrorCode.CANNOT_MESSAGE_USER:
            self._count(now, known)

    def _count(self, now: float, known: _Sender) -> None:
        known.in_a_row += 1
        if known.in_a_row == _IN_A_ROW:
            known.forbidden_at = now
            known.unrefused.begin(now)
            known.refused.begin(now)
            logger.warning(
                "the last %d answers all were 403s: has the bot lost its permissions? Until a request succeeds, only "
                "one is sent every few seconds, and the others raise StillForbidden",
                _IN_A_ROW,
            )

    def answered(self, now: float, sender: Hashable, key: Hashable, *, is_success: bool) -> None:
        """Note an answer that is no refusal."""
        known = self._senders.get(sender)
        if known is None:
            return
        since = known.forbidden_at if known.is_forbidden_everything else now
        known.in_a_row = 0
        if not is_success:
            return
        mark = known.marks.pop(key, None)
        if mark is not None and mark.shut_at is not None:
            since = min(since, mark.shut_at)
        if now - since >= _LASTING and now - known.news_at >= _NEWS_EVERY:
            # Permissions have changed: who knows for what else.
            known.news_at = now
            for other in known.marks.values():
                other.next_at = now
        if not known.marks:
            del self._senders[sender]
