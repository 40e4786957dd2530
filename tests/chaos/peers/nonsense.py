"""Figure 19 of other libraries: hostile payloads, an event behind each, into a bot with handlers for everything.

The same payloads as for this client, but for MESSAGE_DELETE, by which a peer's events are counted. A bot that ends is
started again and counted. A session that a living bot gives up for another counts as ended by nonsense, as it does
for this client: what it did not see of it until then is lost all the same.
"""

from collections import Counter
from typing import Any

from tests.chaos.hostile import Hostile
from tests.chaos.peers.world import NONSENSE, PeerWorld
from tests.chaos.place import Place, Session


class HostilePeer(Hostile):
    """A gateway that sends nonsense to the bot of another library."""

    def listen(self) -> None:
        self.world.listener = self.handle

    def number(self, session: Session, name: str, body: Any) -> None:
        if name != "MESSAGE_DELETE":
            super().number(session, name, body)

    def close(self, stuck: int) -> Counter[str]:
        counts = super().close(stuck)
        counts["deaths"] = counts["ends"] + stuck
        counts["given up"] = counts["sessions given up"]
        return counts


def hostile_world(world: type[PeerWorld]) -> type[PeerWorld]:
    """Return a library's world in which nonsense may end sessions."""

    class Nonsensical(world):
        """Tells sessions that a living bot left from those of a bot that ended."""

        ends_before = 0

        def open_session(self, place: Place) -> Session:
            if place.session is not None:
                if self.ends.total() == self.ends_before:
                    if place.session.is_resumable(self.now):
                        self.oracle.counts["sessions ended by nonsense"] += 1
                    place.session.end(NONSENSE)
                else:
                    place.session.end("the bot ended")
            self.ends_before = self.ends.total()
            return super().open_session(place)

    return Nonsensical
