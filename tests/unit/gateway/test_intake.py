"""The way in by itself: messages are taken alike, whether they come one by one or many together."""

import json
import zlib
from collections import deque
from collections.abc import Iterable

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scurrypy.gateway.event_queue import EventQueue
from scurrypy.gateway.inflate import ZlibInflater
from scurrypy.gateway.intake import Intake
from scurrypy.gateway.metrics import GatewayMetrics
from scurrypy.gateway.payload import remember
from scurrypy.gateway.requests import Requests
from scurrypy.gateway.session import GatewaySession

# The last one is no name that is remembered.
WANTED, UNWANTED, NEW = "INTAKE_WANTED", "INTAKE_UNWANTED", "INTAKE-NEW"
remember(WANTED)
remember(UNWANTED)

KINDS = {
    "wanted": (WANTED, 1),
    "unwanted": (UNWANTED, 1),
    "of a name that is not known": (NEW, 1),
    "had already": (WANTED, 0),
    "after a gap": (WANTED, 3),
}
"""Events: their name, and how much their number exceeds the last one."""

OTHERS = {
    "no event": b'{"t":null,"s":null,"op":11,"d":null}',
    "no JSON": b"{",
    "cut off behind its name": b'{"t":"%s' % WANTED.encode(),
}
"""Other messages."""


def messages(kinds: Iterable[str]) -> list[bytes]:
    """Return what Discord sends after the first event of a session."""
    seq, made = 1, []
    for kind in kinds:
        if kind in OTHERS:
            made.append(OTHERS[kind])
            continue
        name, ahead = KINDS[kind]
        seq += ahead
        made.append(b'{"t":"%s","s":%d,"op":0,"d":{"kind":"%s"}}' % (name.encode(), seq, kind.encode()))
    return made


def in_pieces(whole: Iterable[bytes], is_cut: Iterable[bool]) -> list[bytes]:
    """Return a stream of zlib in which some messages come in two pieces."""
    deflate, pieces = zlib.compressobj(), []
    for message, cut in zip(whole, is_cut, strict=True):
        data = deflate.compress(message) + deflate.flush(zlib.Z_SYNC_FLUSH)
        pieces += [data[:3], data[3:]] if cut else [data]
    return pieces


class Way:
    """An intake, the pile it takes from, and what it tells."""

    def __init__(self, room: int = 1_000, *, tracks_handling: bool = False) -> None:
        self.aside: deque[bytes] = deque()
        self.inflate = ZlibInflater().feed
        self.told: list[object] = []
        self.gave_way = 0
        self.metrics = GatewayMetrics()
        self.queue = EventQueue()
        self.queue.wants = lambda name: name in (WANTED, NEW)
        self.queue.room = lambda: room
        self.queue.offer = self._offer
        self.intake = Intake(
            self.queue, Requests(), self.metrics, tracks_handling=tracks_handling, give_way=self._give_way
        )
        self.intake.adopt(GatewaySession("session", None, 1, 0, 1))

    def _offer(self, events):
        for name, message, _, receipt in events:
            self.told.append(("offered", name, json.loads(message)["s"], receipt and receipt.seq))

    def _give_way(self):
        self.gave_way += 1

    def read_all(self):
        """Take all that is there, as a shard does."""
        while self.aside:
            try:
                payload = self.intake.read(self)
            except msgspec.DecodeError:
                self.told.append("no JSON")
                continue
            if payload is None:
                continue
            if payload.op == 0:
                self.intake.take(payload)
            queued = [(name, bytes(data)) for name, data in self.queue.items]
            self.told.append((payload.op, payload.t, payload.s, queued))
            self.queue.items.clear()


USUAL = ["wanted"] * 6 + ["unwanted"] * 4 + [*KINDS, *OTHERS]
RARELY = st.sampled_from([True, False, False, False])


@pytest.mark.parametrize("tracks_handling", [False, True])
@given(st.lists(st.tuples(st.sampled_from(USUAL), RARELY, RARELY), min_size=4, max_size=40), st.integers(1, 40))
def test_messages_that_come_together_are_taken_as_if_they_came_one_by_one(tracks_handling, sent, room):
    stream = in_pieces(messages(kind for kind, _, _ in sent), (cut for _, cut, _ in sent))
    ends = [end for _, cut, end in sent for end in ([False, end] if cut else [end])]
    alone, together = (Way(room, tracks_handling=tracks_handling) for _ in range(2))
    for piece, is_end in zip(stream, ends, strict=True):
        alone.aside.append(piece)
        alone.read_all()
        together.aside.append(piece)
        if is_end:
            together.read_all()
    together.read_all()
    assert together.told == alone.told
    assert together.metrics == alone.metrics
    assert together.intake.session == alone.intake.session


@pytest.mark.parametrize(
    ("count", "room", "taken", "ways"),
    [(1, 2, 1, 0), (1, 1, 1, 1), (5, 9, 5, 0), (5, 5, 5, 1), (5, 3, 3, 1), (5, 1, 1, 1)],
)
def test_others_have_their_turn_when_there_is_no_room_for_more(count, room, taken, ways):
    way = Way(room)
    way.aside.extend(in_pieces(messages(["wanted"] * count), [False] * count))
    assert way.intake.read(way) is None
    assert (len(way.told), len(way.aside), way.gave_way) == (taken, count - taken, ways)
