"""The scripted gateway: what it knows of each shard, and how it answers, by the rules of Discord's gateway, v10."""

import asyncio
from collections import deque
from collections.abc import Callable
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

from scurrypy.gateway import ConnectFailed, ReceiverProtocol, ShardState
from tests.chaos.link import Link

if TYPE_CHECKING:
    from tests.chaos.world import World

GENERIC = "wss://generic.test"
RESUME_HOST = "resume.test"
RESUME = f"wss://{RESUME_HOST}"
WINDOW = 180.0
"""Seconds for which a session outlives its connection."""
TRIES, TRIES_PERIOD = 3, 90.0
"""Resumes that fail in a row, or seconds of such, after which a client may give a session up (A23)."""

Ambush = Callable[[Link], bool]
"""A fault that waits for a moment: true where it takes the place of what would happen then."""


class Session:
    """A session: its number, its events, those that can still be sent again, and what became of it."""

    def __init__(self, place: "Place", number: int) -> None:
        self.place = place
        self.number = number
        self.id = f"session-{number}"
        self.seq = 0
        self.buffer: deque[tuple[int, bytes]] = deque()
        self.no_events: set[int] = set()
        """Sequence numbers that are no event to count: RESUMED, and what a replay withheld."""
        self.link: Link | None = None
        self.detached_at: float | None = None
        self.ended: str | None = None
        """Why it cannot be resumed any more; None while it can."""
        self.is_known = False
        """Whether its READY arrived."""
        self.tries = 0
        self.first_try = 0.0

    def end(self, why: str) -> None:
        self.ended = self.ended or why

    def is_resumable(self, now: float) -> bool:
        if self.detached_at is not None and now - self.detached_at > WINDOW:
            self.end("the window to resume is over")
        return self.ended is None

    def may_be_given_up(self, now: float) -> bool:
        """Whether the client has tried often enough, or long enough."""
        return self.tries >= TRIES or (self.tries > 0 and now - self.first_try >= TRIES_PERIOD)

    def dispatch(self, name: str, extra: str = "", then: Callable[[], None] | None = None) -> None:
        """Number an event, keep it for a replay and send it, if there is a connection."""
        self.seq += 1
        seq = self.seq
        data = f'{{"t":"{name}","s":{seq},"op":0,"d":{{"k":{self.number},"n":{seq}{extra}}}}}'.encode()
        if name == "RESUMED":
            self.no_events.add(seq)
        else:
            self.buffer.append((seq, data))
        if self.link is not None:
            self.link.tell(data, then)

    def forget_until(self, seq: int) -> None:
        """Forget the events that the client has: it said so in a heartbeat."""
        while self.buffer and self.buffer[0][0] <= seq:
            self.buffer.popleft()


class Place:
    """One shard as the gateway sees it, and the faults that lie in wait for it."""

    link_class = Link

    def __init__(self, world: "World", shard_id: int) -> None:
        self.world = world
        self.shard_id = shard_id
        self.session: Session | None = None
        self.link: Link | None = None
        self.ambushes: dict[str, Ambush] = {}
        """By the moment they wait for: hello, identify, resume."""
        self.refusals: deque[str] = deque()
        """How the next attempts to connect fail: name, 503, hang, slow."""
        self.refuses_resume_url: str | None = None
        """How every attempt at the resume address fails, until a session is opened or resumed."""
        self.duplicates = self.withholds = 0
        """Events that the next replay repeats, and leaves out."""
        self.ready_size = 0
        """Bytes that the next READY has beside what it must have."""
        self.withholds_guilds = False
        """Whether no GUILD_CREATE follows the next READY."""
        self.attempts = 0
        self.active_at = 0.0
        """When READY or RESUMED arrived last."""

    def heal(self) -> None:
        """Let nothing lie in wait any more; what a connection suffers from already goes on."""
        self.ambushes.clear()
        self.refusals.clear()
        self.refuses_resume_url = None
        self.duplicates = self.withholds = self.ready_size = 0
        self.withholds_guilds = False

    # Connecting

    async def connect(self, url: str, receiver: ReceiverProtocol, timeout: float, proxy: str | None) -> Link:
        refusal = self.next_refusal(url)
        if refusal == "name":
            raise ConnectFailed("gaierror: name or service not known")
        await asyncio.sleep({"hang": timeout, "slow": timeout * 0.95}.get(refusal or "", 2 * self.world.latency()))
        if refusal == "hang":
            raise ConnectFailed(f"no connection within {timeout:g} s")
        if refusal == "503":
            raise ConnectFailed("HTTP status 503 instead of a WebSocket", 503)
        return self.open_link(url, receiver)

    def next_refusal(self, url: str) -> str | None:
        """Count an attempt to connect; return how it fails, None where it does not."""
        self.attempts += 1
        refusal = self.refuses_resume_url if url.startswith(RESUME) else None
        if refusal is None and self.refusals:
            refusal = self.refusals.popleft()
        return refusal

    def open_link(self, url: str, receiver: ReceiverProtocol) -> Link:
        """Take up a connection, and say HELLO."""
        query = parse_qs(urlsplit(url).query)
        if query.get("v") != ["10"] or query.get("encoding") != ["json"]:
            self.world.violations["address without version or encoding"] += 1
        link = self.link = self.link_class(self, receiver, url)
        self.world.links += 1
        if not self._ambush("hello", link):
            link.say(10, {"heartbeat_interval": int(self.world.interval * 1000)})
        return link

    def _ambush(self, moment: str, link: Link) -> bool:
        ambush = self.ambushes.pop(moment, None)
        return ambush is not None and ambush(link)

    def note_resume(self, session_id: str) -> None:
        session = self.world.sessions.get(session_id)
        if session is not None:
            if not session.tries:
                session.first_try = self.world.now
            session.tries += 1

    # Hearing

    def hear(self, link: Link, message: dict[str, Any], due: float) -> None:
        if not link.is_open or link.is_mute:
            return
        self._count(link, due)
        op, d = message["op"], message["d"]
        if op == 1:
            if link.session is not None and d is not None:
                link.session.forget_until(d)
        elif op == 2:
            self._identify(link, due)
        elif op == 6:
            self._resume(link, d)
        elif link.session is None:
            self.world.violations["payload before the session"] += 1
            link.close_from_server(4003)

    def _count(self, link: Link, now: float) -> None:
        self.world.heard += 1
        link.times.append(now)
        while link.times[0] <= now - 60:
            link.times.popleft()
        self.world.most_in_60_s = max(self.world.most_in_60_s, len(link.times))
        if len(link.times) > 120:
            self.world.violations["over 120 payloads in 60 s"] += 1
            link.close_from_server(4008)

    def _identify(self, link: Link, due: float) -> None:
        if link.has_identified:
            self.world.violations["IDENTIFY twice"] += 1
            link.close_from_server(4005)
            return
        link.has_identified = True
        if not self.world.admit_identify(self.shard_id, due):
            link.say(9, d=False)
            return
        old = self.session
        if (
            old is not None
            and old.is_known
            and old.is_resumable(self.world.now)
            and not old.may_be_given_up(self.world.now)
        ):
            self.world.identifies_wasted += 1
        if self._ambush("identify", link):
            return
        session = self.session = self.world.open_session(self)
        self._attach(session, link)
        more = "x" * self.ready_size
        extra = f',"v":10,"session_id":"{session.id}","resume_gateway_url":"{RESUME}","guilds":[],"x":"{more}"'

        def arrived() -> None:
            held = self.world.clients[self.shard_id].session
            session.is_known = session.is_known or (held is not None and held.session_id == session.id)
            self.active_at = self.world.now

        session.dispatch("READY", extra, arrived)
        for guild in range(0 if self.withholds_guilds else 1 + self.shard_id % 4):
            session.dispatch("GUILD_CREATE", f',"id":"{guild + 1}"')
        self.ready_size, self.withholds_guilds = 0, False

    def _attach(self, session: Session, link: Link) -> None:
        if session.link is not None:
            session.link.is_open = False
        session.link, session.detached_at, link.session = link, None, session
        self.refuses_resume_url = None

    def _resume(self, link: Link, d: dict[str, Any]) -> None:
        self.world.resumes += 1
        link.has_identified = True
        session = self.world.sessions.get(d["session_id"])
        if self._ambush("resume", link):
            return
        if session is None or session.place is not self or not session.is_resumable(self.world.now):
            link.say(9, d=False)
            return
        first = session.buffer[0][0] if session.buffer else session.seq + 1
        if d["seq"] > session.seq or (d["seq"] < first - 1 and not self._only_resumed(session, d["seq"], first)):
            self.world.violations["RESUME with a sequence number that cannot be"] += 1
            session.end("invalid sequence number")
            link.close_from_server(4007)
            return
        self._attach(session, link)
        self._replay(session, link, d["seq"])
        session.dispatch("RESUMED", then=lambda: self._resumed(session))

    @staticmethod
    def _only_resumed(session: Session, seq: int, first: int) -> bool:
        return session.no_events.issuperset(range(seq + 1, first))

    def _resumed(self, session: Session) -> None:
        if self.world.clients[self.shard_id].state is ShardState.ACTIVE:
            session.tries = 0
            self.active_at = self.world.now

    def _replay(self, session: Session, link: Link, seq: int) -> None:
        missed = [(number, data) for number, data in session.buffer if number > seq]
        repeated = [(number, data) for number, data in session.buffer if number <= seq][-self.duplicates :]
        if self.duplicates:
            missed = repeated + [pair for pair in missed for _ in range(2)]
        if self.withholds and len(missed) > 2 * self.withholds and not self.duplicates:
            withheld = missed[1 : 1 + self.withholds]
            session.no_events.update(number for number, _ in withheld)
            session.buffer = deque(pair for pair in session.buffer if pair not in withheld)
            missed = [pair for pair in missed if pair not in withheld]
            self.world.withheld += len(withheld)
        self.duplicates = self.withholds = 0
        for _, data in missed:
            link.tell(data)

    # Speaking

    def emit(self, count: int) -> int:
        """Let `count` events happen; return how many there was a session for."""
        session = self.session
        if session is None or not session.is_resumable(self.world.now):
            return 0
        for _ in range(count):
            session.dispatch("CHAOS")
        self.world.events += count
        return count

    def end_session(self, why: str) -> None:
        if self.session is not None:
            self.session.end(why)
