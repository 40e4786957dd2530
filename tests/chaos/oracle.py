"""The oracle: it holds what handlers saw against what the gateway sent."""

from collections import Counter
from collections.abc import Container
from typing import TYPE_CHECKING, Any

from scurrypy.events.gateway_events import RawEvent
from tests.chaos.place import Session

if TYPE_CHECKING:
    from tests.chaos.world import World


class Seen:
    """What handlers saw of one session."""

    def __init__(self) -> None:
        self.last = 0
        self.missing: set[int] = set()
        self.lost_told = 0


class Oracle:
    """Judges every event as a handler sees it, and the rest at the end."""

    def __init__(self, world: "World") -> None:
        self.world = world
        self.counts: Counter[str] = Counter()
        self._seen: dict[int, Seen] = {}

    async def see(self, event: RawEvent) -> None:
        """Take one event as a handler: every dispatch comes here."""
        data = event.data
        if event.name == "SESSION_LOST":
            self._lost(self.world.sessions[data["session_id"]], data)
        elif event.name != "RESUMED" and "k" in data:
            self.counts["seen"] += event.name == "CHAOS"
            self._event(self.world.by_number[data["k"]], data["n"])

    def _event(self, session: Session, number: int) -> None:
        seen = self._seen.setdefault(session.number, Seen())
        if number == seen.last + 1:
            seen.last = number
        elif number > seen.last:
            seen.missing.update(set(range(seen.last + 1, number)) - session.no_events)
            seen.last = number
        elif number in seen.missing:
            seen.missing.remove(number)
            self.counts["out of order"] += 1
        else:
            self.counts["doubled"] += 1

    def _lost(self, session: Session, data: dict[str, Any]) -> None:
        seen = self._seen.setdefault(session.number, Seen())
        seen.lost_told += 1
        self.counts["SESSION_LOST"] += 1
        if session.is_resumable(self.world.now):
            if session.may_be_given_up(self.world.now):
                self.counts["given up"] += 1
                session.end("the client gave it up")
            else:
                self.counts["false SESSION_LOST"] += 1
        if not session.no_events.issuperset(range(seen.last + 1, data["seq"] + 1)):
            self.counts["SESSION_LOST with a wrong gap"] += 1

    def forget(self, but: Container[int]) -> None:
        """Forget the sessions whose numbers are not among these, where only what is still there matters."""
        self._seen = {number: seen for number, seen in self._seen.items() if number in but}

    def close(self) -> Counter[str]:
        """Judge what never came; return all counts."""
        for session in self.world.sessions.values():
            if not session.is_known:
                continue
            seen = self._seen.setdefault(session.number, Seen())
            self.counts["lost"] += len(seen.missing)
            tail = len(set(range(seen.last + 1, session.seq + 1)) - session.no_events)
            if session.is_resumable(self.world.now):
                self.counts["lost"] += tail
            else:
                self.counts["sessions ended"] += 1
                self.counts["unrecoverable"] += tail
                self.counts["sessions lost without a word"] += seen.lost_told == 0
            self.counts["SESSION_LOST twice"] += max(0, seen.lost_told - 1)
        return self.counts
