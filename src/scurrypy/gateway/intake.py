"""The way in: from dispatches to the event queue, with the session and sequence numbers they belong to."""

import logging
from collections import deque
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Annotated, Protocol

import msgspec

from scurrypy.gateway.event_queue import EventQueue, Offered
from scurrypy.gateway.metrics import GatewayMetrics
from scurrypy.gateway.payload import HEAD, NUMBER, Payload, name_of, number_of, read_payload, remember
from scurrypy.gateway.progress import NumberedEvent, Progress
from scurrypy.gateway.requests import Requests
from scurrypy.gateway.session import GatewaySession
from scurrypy.wire import codec

logger: logging.Logger = logging.getLogger(__name__)

_PORTION = 1024
"""Events, of whatever name, after which others have their turn: one read of a busy socket brings ten thousand."""


def _do_nothing(*_: object) -> None:
    """Let the connection be as it is: there is none."""


class _Origin:
    """Where the messages of one session come from: what is told of one of them must not fall on the next session."""

    __slots__ = ("_intake", "_session")

    def __init__(self, intake: "Intake", session: GatewaySession | None) -> None:
        self._intake = intake
        self._session = session

    def ask_again(self, message: bytes, error: Exception) -> bool:
        """Ask for a message once more that was taken and could not be read; return whether it will come again."""
        return self._intake.ask_again(self._session, message, error)


class Source(Protocol):
    """Where messages come from: a connection."""

    aside: deque[bytes]
    """Messages as the socket brought them that wait to be taken."""
    inflate: Callable[[bytes], bytes | None]
    """Returns the JSON of a message; None where none of it is there yet."""


class _Wanted(dict[str, bool]):
    """Whether somebody wants the events of a name, asked once for each name of a portion."""

    def __init__(self, queue: EventQueue) -> None:
        super().__init__()
        self._queue = queue

    def __missing__(self, name: str) -> bool:
        is_wanted = self[name] = self._queue.wants(name)
        return is_wanted


class _Ready(msgspec.Struct):
    """Of READY, what a resume needs."""

    # Longer, and RESUME would not fit into the 4096 bytes that Discord reads.
    session_id: Annotated[str, msgspec.Meta(min_length=1, max_length=512)]
    resume_gateway_url: str | None = None


class Intake:
    """Takes dispatches in: each event of a session once, in order.

    Args:
        queue: Where the events go.
        requests: The requests whose answers are among the events.
        metrics: Where to count.
        tracks_handling: Whether to keep track of what handlers are done with.
        on_session: Called when a session was opened or lost.
        on_unreadable: Called with what was raised by an event that was taken and could not be read after all: it is to
            resume the session, which brings the event once more.
        give_way: Called when so much has been taken that others shall have their turn.
    """

    def __init__(
        self,
        queue: EventQueue,
        requests: Requests,
        metrics: GatewayMetrics,
        *,
        tracks_handling: bool = False,
        on_session: Callable[[], None] | None = None,
        on_unreadable: Callable[[Exception], None] = _do_nothing,
        give_way: Callable[[], None] = _do_nothing,
    ) -> None:
        self.shard: tuple[int, int] = (0, 1)
        """The shard's id and the number of shards."""
        self.intents: int | None = None
        """The intents that a session is opened with."""
        self.session: GatewaySession | None = None
        """The session; None where there is none."""
        self.progress: Progress | None = None
        """How far handlers have come with it; None where nobody asks."""
        self._tracks_handling = tracks_handling
        self._on_session = on_session
        self._on_unreadable = on_unreadable
        self._give_way = give_way
        self._queue = queue
        self._wanted = _Wanted(queue)
        self._requests = requests
        self._answers = requests.answers
        self._metrics = metrics
        self._special = frozenset(("READY", "RESUMED", *requests.answers))
        self._odd: set[str] = set()
        self._cut_off: datetime | None = None
        self._straight: GatewaySession | None = None
        self._origin = _Origin(self, None)
        self._had = 0
        self._has_asked = False
        self._again: set[int] = set()

    def read(self, source: Source) -> Payload | None:
        """Take the messages that are there as long as each is the next event of its session, as nearly every one is.

        Returns:
            The first that is something else, and is still to be dealt with; None where none is left, or others shall
            have their turn.

        Raises:
            InflateError: one cannot be inflated.
            msgspec.DecodeError: one is no JSON, or no payload.
        """
        session = self._straight
        room = None if session is None or self._queue.items else self._queue.room()
        if session is not None and room is not None and len(source.aside) > 1:
            return self._read_straight(source, session, room)
        message = source.inflate(source.aside.popleft())
        if message is None:
            return None
        if session is not None and room is not None and self._takes_straight(message, session, room):
            return None
        return read_payload(message)

    def _takes_straight(self, message: bytes, session: GatewaySession, room: int) -> bool:
        """Do as `_read_straight` with the only message that is there, unless it is something else; return whether so.

        What serves many would cost it 0.9 µs more.
        """
        number = session.seq + 1
        begin, found, _ = message[:HEAD].partition(NUMBER % number)
        name = name_of(begin)
        if name is None or not found:
            return False
        self._metrics.events += 1
        session.seq = number
        if self._queue.wants(name):
            progress = self.progress
            self._queue.offer([(name, message, self._origin, None if progress is None else progress.expect(number))])
            if room == 1:
                self._give_way()
        return True

    def _read_straight(self, source: Source, session: GatewaySession, room: int) -> Payload | None:
        """Take the next events of a session while there is room, and hand on those that somebody wants."""
        events: list[Offered] = []
        wanted, origin, progress = self._wanted, self._origin, self.progress
        # What an attribute holds costs more to call than a local does, by 0.05 µs.
        next_message, inflate, put = source.aside.popleft, source.inflate, events.append
        wanted.clear()
        last = session.seq
        try:
            for number in range(last + 1, last + 1 + min(len(source.aside), room, _PORTION)):
                message = inflate(next_message())
                if message is None:
                    # A piece has no number; with the rest of its message another portion begins.
                    break
                begin, found, _ = message[:HEAD].partition(NUMBER % number)
                name = name_of(begin)
                if name is None or not found:
                    return read_payload(message)
                last = number
                if wanted[name]:
                    put((name, message, origin, None if progress is None else progress.expect(number)))
        finally:
            self._metrics.events += last - session.seq
            session.seq = last
            # All of them together: one by one costs 0.1 µs more. Before giving way, so that handlers come first.
            if events:
                self._queue.offer(events)
        if source.aside or len(events) == room:
            self._give_way()
        return None

    def take(self, payload: Payload) -> bool:
        """Hand one event to the queue, unless the session has had it; return whether it had not.

        Raises:
            msgspec.DecodeError: READY lacks what a session is made of.
        """
        name, seq = payload.t, payload.s
        if name is None:
            self._note("t", "it has no name")
            return False
        session = self.session
        if session is not None and seq == session.seq + 1 and name != "READY":
            # The next of its session, as it should be.
            pass
        elif not (name == "READY" and self._open_session(payload)) and not self._is_new(seq) and name != "RESUMED":
            self._metrics.duplicates += 1
            return False
        if self._again and self._was_had(name, seq):
            return True
        if name in self._special or self._queue.wants(name):
            if self.progress is None or seq is None or name == "READY":
                self._queue.put_nowait((name, payload.d))
            else:
                self._queue.put_nowait(NumberedEvent.of(name, payload.d, self.progress.expect(seq)))
        self._metrics.events += 1
        # Only now: what the queue has not taken must be sent again after a resume.
        session = self.session
        if session is not None and seq is not None and seq > session.seq:
            session.seq = seq
        if name in self._answers:
            self._tell_requests(name, payload.d)
        elif name not in self._special:
            remember(name)
        return True

    def _was_had(self, name: str, seq: int | None) -> bool:
        """Return whether an event comes again only because one before it could not be read; pass over it if so."""
        if self.session is None or seq is None or name in ("READY", "RESUMED"):
            return False
        if seq > self._had:
            self._again.clear()
            self._straight = self.session
        elif seq not in self._again:
            self.session.seq = seq
            return True
        return False

    def ask_again(self, session: GatewaySession | None, message: bytes, error: Exception) -> bool:
        """Ask for an event of `session` once more that was taken and could not be read after all; return whether so.

        Once a session: if it is Discord that sends what cannot be read, to ask again and again would end the session.
        """
        if session is None or session is not self.session or (self._has_asked and not self._again):
            self._metrics.unreadable += 1
            return False
        seq = number_of(message)
        self._has_asked, self._straight = True, None
        self._had = max(self._had, session.seq)
        self._again.add(seq)
        session.seq = min(session.seq, seq - 1)
        self._on_unreadable(error)
        return True

    def _open_session(self, payload: Payload) -> bool:
        """Open the session of a READY; return whether it is another one than before."""
        ready = codec.decoder_for(_Ready).decode(payload.d)
        if self.session is not None and self.session.session_id == ready.session_id:
            return False
        self.lose_session("Discord opened another one")
        self._requests.lose("the session in which it was sent has ended")
        session = GatewaySession(
            session_id=ready.session_id,
            resume_gateway_url=ready.resume_gateway_url or None,
            seq=payload.s or 0,
            shard_id=self.shard[0],
            shard_count=self.shard[1],
            intents=self.intents,
        )
        self.adopt(session)
        return True

    def adopt(self, session: GatewaySession | None) -> None:
        """Go on with this session, all of whose events so far count as handled."""
        self.session, self._cut_off = session, None
        self.progress = Progress() if session is not None and self._tracks_handling else None
        self._had, self._has_asked = 0, False
        self._again.clear()
        self._origin = _Origin(self, session)
        self._straight = session
        if self._on_session is not None:
            self._on_session()

    def handled(self, now: float) -> int | None:
        """Return the number up to which handlers are done, or, without track of it, that of the last event.

        Args:
            now: The event loop's time, in seconds.
        """
        if self.session is None:
            return None
        seq = self.session.seq
        return seq if self.progress is None else self.progress.reached(seq, now)

    def _is_new(self, seq: int | None) -> bool:
        if self.session is None or seq is None:
            return True
        ahead = seq - self.session.seq
        self._metrics.gaps += max(0, ahead - 1)
        return ahead > 0

    def _tell_requests(self, name: str, data: msgspec.Raw) -> None:
        try:
            self._requests.take(name, data)
        except (*codec.UNREADABLE, ValueError) as error:
            # The event itself is on its way to the handlers; to reconnect would only bring it again.
            self._note(name, str(error))

    def _note(self, what: str, problem: str) -> None:
        if what not in self._odd:
            self._odd.add(what)
            logger.warning("shard %d: a dispatch %r is odd: %s", self.shard[0], what, problem)

    def cut_off(self, silence: float) -> None:
        """Take note that a connection in a session has ended, `silence` seconds after something was last heard."""
        self._cut_off = datetime.now(UTC) - timedelta(seconds=silence)

    def lose_session(self, reason: str) -> None:
        """Give the session up, if there is one, and tell the application by the event SESSION_LOST."""
        session = self.session
        cut_off = self._cut_off
        self.adopt(None)
        if session is None:
            return
        self._metrics.sessions_lost += 1
        logger.warning("shard %d lost its session, events are missing: %s", session.shard_id, reason)
        lost = {
            "shard_id": session.shard_id,
            "session_id": session.session_id,
            "seq": session.seq,
            "reason": reason,
            "since": None if cut_off is None else cut_off.isoformat(),
        }
        self._queue.put_nowait(("SESSION_LOST", msgspec.Raw(codec.encode(lost))))
