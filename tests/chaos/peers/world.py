"""A world whose shards are those of another library: same gateway, same faults, what its handlers saw judged alike."""

import asyncio
from collections import Counter
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager
from types import SimpleNamespace
from typing import Any

from scurrypy.gateway import ShardState
from tests.chaos.link import Link
from tests.chaos.oracle import Oracle, Seen
from tests.chaos.peers.network import Network
from tests.chaos.peers.turns import Turns
from tests.chaos.place import GENERIC, Place, Session
from tests.chaos.world import World

TOKEN = "MQ.very.secret-token"
RESTART = 5.0
"""Seconds until a bot that ended by itself is started again, as a supervisor would."""
USER = '{"id":"1","username":"bot","discriminator":"0","global_name":null,"avatar":null,"bot":true,"flags":0}'
NONSENSE = "nonsense ended it"
SERVER_ENDED = ("op 9 false", "close code", "forgotten", NONSENSE)
"""How sessions begin to be told that the gateway ended: no client could have kept them."""
WINDOW_OVER = "the window to resume is over"


class PeerLink(Link):
    """A connection that knows a reset from an end, and who closed it."""

    was_reset = is_active = False

    @property
    def is_closed(self) -> bool:
        """Whether the client knows that it is over."""
        return self._is_gone.is_set()

    def reset(self) -> None:
        self.was_reset = True
        super().reset()

    def close(self, code: int) -> None:
        self._note()
        super().close(code)

    def abort(self) -> None:
        self._note()
        super().abort()

    def _note(self) -> None:
        """Count that the client leaves a connection that stands."""
        if self.is_open and not self.is_mute and not self.is_closed and not self._has_said_close:
            self.world.left[self.place.shard_id] += 1


class PeerSession(Session):
    """A session whose events every library decodes: MESSAGE_DELETE, with the session and the number as its ids."""

    def __init__(self, place: Place, number: int) -> None:
        super().__init__(place, number)
        self.others: set[int] = set()
        """Numbers of events that did not come out of the schedule."""

    def dispatch(self, name: str, extra: str = "", then: Callable[[], None] | None = None) -> None:
        if name == "GUILD_CREATE" and '"x"' not in extra:
            # A whole guild is much, and beside the point.
            return
        self.seq += 1
        seq = self.seq
        fields = f'"k":{self.number},"n":{seq}{extra}'
        event = name
        if name in ("CHAOS", "GUILD_CREATE"):
            event, fields = "MESSAGE_DELETE", f'"id":"{seq}","channel_id":"{self.number}"{extra.replace("id", "y", 1)}'
        elif name == "READY":
            shards = len(self.place.world.places)
            fields += f',"user":{USER},"application":{{"id":"1","flags":0}},"shard":[{self.place.shard_id},{shards}]'
        if name != "CHAOS":
            self.others.add(seq)
        if event != "MESSAGE_DELETE":
            self.no_events.add(seq)
        data = f'{{"t":"{event}","s":{seq},"op":0,"d":{{{fields}}}}}'.encode()
        if name != "RESUMED":
            self.buffer.append((seq, data))
        if self.link is not None:
            self.link.tell(data, self._telling(name, self.link, then))

    @staticmethod
    def _telling(name: str, link: Any, then: Callable[[], None] | None) -> Callable[[], None] | None:
        if name not in ("READY", "RESUMED") or then is None:
            return then

        def told() -> None:
            link.is_active = True
            then()

        return told


class PeerPlace(Place):
    """One shard as the gateway sees it."""

    link_class = PeerLink


class PeerOracle(Oracle):
    """Judges what a handler of a peer saw."""

    def take(self, session: int, number: int) -> None:
        """Take one event as a handler."""
        known = self.world.by_number[session]
        self.counts["seen"] += number not in known.others
        self._event(known, number)

    def close(self) -> Counter[str]:
        """Judge what never came: it is lost unless the gateway ended the session before it could be asked for it."""
        for session in self.world.sessions.values():
            if not session.is_known:
                continue
            seen = self._seen.setdefault(session.number, Seen())
            tail = len(set(range(seen.last + 1, session.seq + 1)) - session.no_events)
            session.is_resumable(self.world.now)
            ended = session.ended or ""
            is_excused = ended.startswith(SERVER_ENDED) or (ended == WINDOW_OVER and self.world.excuses_window)
            self.counts["lost"] += len(seen.missing) + (0 if is_excused else tail)
            self.counts["unrecoverable"] += tail if is_excused else 0
            self.counts["sessions given up"] += bool(ended) and not is_excused
        self.counts["ends"] = self.world.ends.total()
        self.counts.update({f"ended: {how}": count for how, count in self.world.ends.items()})
        return self.counts


class PeerShard:
    """What the harness asks of a shard, answered by what the gateway knows of it."""

    def __init__(self, world: "PeerWorld", place: Place) -> None:
        self.world = world
        self.place = place

    @property
    def state(self) -> ShardState:
        link: Any = self.place.link
        if link is not None and link.is_active and not link.is_closed:
            return ShardState.ACTIVE
        return ShardState.FATAL if any(task.done() for task in self.world.tasks) else ShardState.DISCONNECTED

    @property
    def session(self) -> Any:
        """Whatever READY arrived last."""
        return SimpleNamespace(session_id=self.place.session.id if self.place.session is not None else None)

    @property
    def metrics(self) -> Any:
        return SimpleNamespace(zombies=self.world.left[self.place.shard_id], connections=self.place.attempts)

    async def send(self, payload: Any) -> None:
        await self._patiently(lambda: self.world.bot.join_voice(self.place.shard_id))

    async def update_presence(self, *, status: str) -> None:
        await self._patiently(lambda: self.world.bot.appear(self.place.shard_id))

    async def _patiently(self, send: Callable[[], Any]) -> None:
        """Send what a user would; where the library refuses since the shard is away, wait a moment."""
        (error,) = await asyncio.gather(send(), return_exceptions=True)
        if error is not None:
            self.world.refused_sends[type(error).__name__] += 1
            await asyncio.sleep(0.5)


class PeerWorld(World):
    """The gateway's side of a bot, and the bot of another library.

    A bot that ends by itself is started again, unless `is_supervised` is false.
    """

    place_class = PeerPlace
    session_class = PeerSession
    oracle_class = PeerOracle
    bot_class: Any = None
    """Which library; each has a subclass of this world."""
    is_supervised = True
    excuses_window = True
    """Whether a client may be away for longer than a session lives, since the faults may."""

    def _make_clients(self, compress: Any) -> list[Any]:
        self.left: Counter[int] = Counter()
        """Connections that a shard left although they stood."""
        self.ends: Counter[str] = Counter()
        """How the bot ended by itself."""
        self.listener: Any = None
        """What every event of the library is handed to, if anything."""
        self.note_end: Callable[[Exception], None] = lambda _: None
        """Told the error by which the bot ended."""
        self.refused_sends: Counter[str] = Counter()
        """Errors that a user's sending met while its shard was away."""
        self.turns = Turns(self._loop)
        self.bot: Any = None
        return [PeerShard(self, place) for place in self.places]

    def block(self, seconds: float) -> None:
        self.turns.block(seconds)

    def answer(self, path: str) -> Any:
        """Return the answer of the few operations that a bot needs to start."""
        if path.endswith("/gateway/bot"):
            limit = {"total": 100_000, "remaining": 100_000, "reset_after": 1, "max_concurrency": self.max_concurrency}
            return {"url": GENERIC, "shards": len(self.places), "session_start_limit": limit}
        user = {"id": "1", "username": "bot", "discriminator": "0", "global_name": None, "avatar": None, "bot": True}
        if path.endswith("/users/@me"):
            return user
        about = {"id": "1", "name": "bot", "icon": None, "description": "", "bot_public": True, "verify_key": "0"}
        return about | {"bot_require_code_grant": False, "flags": 0, "owner": user, "team": None, "summary": ""}

    @asynccontextmanager
    async def running(self, *, wait: bool = True) -> AsyncGenerator[None]:
        with self.bot_class.installed(self, Network(self)):
            self.tasks = [asyncio.create_task(self._live())]
            try:
                if wait:
                    await self.until(lambda: self.are_active)
                yield
            finally:
                while not self.tasks[0].done():
                    # More than once, since a library may keep a cancellation to itself.
                    self.tasks[0].cancel()
                    await asyncio.wait(self.tasks, timeout=60)
                self.turns.end()
                left = asyncio.all_tasks() - {asyncio.current_task()}
                for task in left:
                    if self.is_peers(task):
                        task.cancel()

    def is_peers(self, task: "asyncio.Task[Any]") -> bool:
        """Whether a task is one that the library left behind."""
        code = getattr(task.get_coro(), "cr_code", None)
        return code is not None and "site-packages" in code.co_filename

    async def _live(self) -> None:
        while True:
            self.bot = self.bot_class(self)
            try:
                await self.bot.run()
            except Exception as error:
                self.ends[f"{type(error).__name__}: {error}"[:100]] += 1
                self.note_end(error)
                if not self.is_supervised:
                    raise
            else:
                self.ends["without an error"] += 1
                if not self.is_supervised:
                    return
            await asyncio.sleep(RESTART)
