"""A session store in a file: SQLite from the standard library, on a thread of its own."""

import asyncio
import os
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

import msgspec

from scurrypy.gateway.session import GatewaySession
from scurrypy.wire.errors import SessionStoreFailed

T = TypeVar("T")

_DAY = 86_400.0

_FIELDS = ("session_id", "resume_gateway_url", "seq", "shard_id", "shard_count", "intents", "protocol")

_TABLES = """
create table if not exists scurrypy_sessions (
    bot text not null,
    shard_id integer not null,
    session_id text not null,
    resume_gateway_url text,
    seq integer not null,
    shard_count integer not null,
    intents integer,
    protocol text not null,
    primary key (bot, shard_id)
);
create table if not exists scurrypy_identifies (bot text not null, shard_id integer not null, at real not null);
create index if not exists scurrypy_identifies_by_time on scurrypy_identifies (bot, at);
"""

_SAVE = """
insert or replace into scurrypy_sessions
(bot, session_id, resume_gateway_url, seq, shard_id, shard_count, intents, protocol) values (?, ?, ?, ?, ?, ?, ?, ?)
"""
_LOAD = """
select session_id, resume_gateway_url, seq, shard_id, shard_count, intents, protocol
from scurrypy_sessions where bot = ?
"""


class _OpenFile:
    """A thread and the connection that only it uses."""

    def __init__(self, path: str, timeout: float) -> None:
        self.thread = ThreadPoolExecutor(1, "scurrypy-session-store")
        self._path = path
        self._timeout = timeout
        self._connection: sqlite3.Connection | None = None

    def connect(self) -> sqlite3.Connection:
        """Return the connection, opened where it is not."""
        if self._connection is None:
            connection = sqlite3.connect(self._path, timeout=self._timeout)
            try:
                # Enough against the end of the process; after one of the machine a little may come twice.
                connection.execute("pragma synchronous = normal")
                connection.executescript(_TABLES)
            except BaseException:
                connection.close()
                raise
            self._connection = connection
        return self._connection

    def close(self) -> None:
        """Close the connection."""
        if self._connection is not None:
            self._connection.close()


class SQLiteSessionStore:
    """Keeps sessions in an SQLite file, which may be one that the bot has anyway: the tables begin with `scurrypy_`.

    The file holds no token: a hash says which bot a session belongs to. It belongs on a disk of the machine; file
    locks over a network are not to be relied on.

    Args:
        path: The file; it is made where there is none. Its folder must exist.
        timeout: Seconds to wait for another process that has the file locked.
    """

    def __init__(self, path: str | os.PathLike[str], timeout: float = 5.0) -> None:
        self.path: str = os.fspath(path)
        """The file."""
        self.timeout = timeout
        """Seconds to wait for another process that has the file locked."""
        self._file: _OpenFile | None = None

    def __repr__(self) -> str:
        return f"SQLiteSessionStore({self.path!r})"

    async def load(self, bot: str) -> Sequence[GatewaySession]:
        """Return the sessions that are kept for a bot.

        Raises:
            SessionStoreFailed: the file cannot be read, or is no such store.
        """

        def read(connection: sqlite3.Connection) -> list[GatewaySession]:
            rows = connection.execute(_LOAD, (bot,)).fetchall()
            return [msgspec.convert(dict(zip(_FIELDS, row, strict=True)), GatewaySession) for row in rows]

        return await self._call(read, "read")

    async def save(self, bot: str, sessions: Mapping[int, GatewaySession | None]) -> None:
        """Keep the session of each shard id in place of what was kept for it; None to keep none.

        Raises:
            SessionStoreFailed: the file cannot be written.
        """
        kept = [(bot, *(getattr(one, name) for name in _FIELDS)) for one in sessions.values() if one is not None]
        dropped = [(bot, shard_id) for shard_id, one in sessions.items() if one is None]

        def write(connection: sqlite3.Connection) -> None:
            with connection:
                connection.executemany(_SAVE, kept)
                connection.executemany("delete from scurrypy_sessions where bot = ? and shard_id = ?", dropped)

        await self._call(write, "written")

    async def load_identifies(self, bot: str, since: float) -> Sequence[tuple[int, float]]:
        """Return the IDENTIFYs of a bot since a Unix time: shard id and Unix time of each, in seconds.

        Raises:
            SessionStoreFailed: the file cannot be read, or is no such store.
        """

        def read(connection: sqlite3.Connection) -> list[tuple[int, float]]:
            query = "select shard_id, at from scurrypy_identifies where bot = ? and at >= ? order by at"
            return msgspec.convert(connection.execute(query, (bot, since)).fetchall(), list[tuple[int, float]])

        return await self._call(read, "read")

    async def add_identify(self, bot: str, shard_id: int, when: float) -> None:
        """Keep note of an IDENTIFY, at a Unix time in seconds, and forget those of more than a day before it.

        Raises:
            SessionStoreFailed: the file cannot be written.
        """

        def write(connection: sqlite3.Connection) -> None:
            with connection:
                connection.execute("insert into scurrypy_identifies values (?, ?, ?)", (bot, shard_id, when))
                connection.execute("delete from scurrypy_identifies where bot = ? and at < ?", (bot, when - _DAY))

        await self._call(write, "written")

    async def close(self) -> None:
        """Close the file, once what was begun is written."""
        file, self._file = self._file, None
        if file is not None:
            await asyncio.get_running_loop().run_in_executor(file.thread, file.close)
            file.thread.shutdown()

    async def _call(self, work: Callable[[sqlite3.Connection], T], what: str) -> T:
        """Do `work` in the store's thread: calls follow each other, and none holds up the event loop."""
        if self._file is None:
            self._file = _OpenFile(self.path, self.timeout)
        file = self._file
        try:
            return await asyncio.get_running_loop().run_in_executor(file.thread, lambda: work(file.connect()))
        except (sqlite3.Error, OSError, msgspec.ValidationError) as error:
            raise SessionStoreFailed(
                f"the session store {self.path} cannot be {what}: {error}. "
                "If this stays so, move the file away: a new one is made at the next start"
            ) from error
