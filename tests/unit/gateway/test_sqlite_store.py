"""The session store in an SQLite file, on real files."""

import asyncio
import dataclasses
import sqlite3

import pytest

from scurrypy.gateway import GatewaySession, SQLiteSessionStore
from scurrypy.wire.errors import SessionStoreFailed

SESSION = GatewaySession("abc", "wss://resume.test", 7, 0, 2, 513)
OTHER = GatewaySession("def", None, 9, 1, 2, None)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "bot.sqlite"


@pytest.fixture
async def store(path):
    store = SQLiteSessionStore(path, timeout=0.2)
    yield store
    await store.close()


async def test_what_is_saved_is_there_for_the_next_process(store, path):
    assert await store.load("bot") == []
    await store.save("bot", {0: SESSION, 1: OTHER})
    await store.save("bot", {0: dataclasses.replace(SESSION, seq=8)})
    later = SQLiteSessionStore(str(path))
    loaded = sorted(await later.load("bot"), key=lambda session: session.shard_id)
    assert loaded == [dataclasses.replace(SESSION, seq=8), OTHER]
    assert await later.load("another bot") == []
    await later.save("bot", {0: None})
    assert await store.load("bot") == [OTHER]
    await later.close()
    # A store that was closed opens its file again.
    assert await later.load("bot") == [OTHER]
    await later.close()


async def test_identifies_are_remembered_for_a_day(store):
    await store.add_identify("bot", 0, 1000.0)
    await store.add_identify("other", 3, 1000.0)
    await store.add_identify("bot", 1, 2000.0)
    assert await store.load_identifies("bot", 1000.0) == [(0, 1000.0), (1, 2000.0)]
    assert await store.load_identifies("bot", 1500.0) == [(1, 2000.0)]
    await store.add_identify("bot", 1, 2000.0 + 86_400)
    assert await store.load_identifies("bot", 0.0) == [(1, 2000.0), (1, 88_400.0)]
    assert await store.load_identifies("other", 0.0) == [(3, 1000.0)]


async def test_a_file_that_the_bot_has_anyway_serves_and_keeps_what_is_in_it(store, path):
    with sqlite3.connect(path) as own:
        own.execute("create table points (n)")
        own.execute("insert into points values (5)")
    own.close()
    await store.save("bot", {0: SESSION})
    again = sqlite3.connect(path)
    assert again.execute("select n from points").fetchall() == [(5,)]
    again.close()
    assert await store.load("bot") == [SESSION]


CORRUPT = {
    "no database": b"not a database at all, but long enough to be looked at as one" * 20,
    "torn": b"SQLite format 3\0" + b"\xff" * 2000,
}


@pytest.mark.parametrize("content", CORRUPT)
async def test_a_corrupt_file_is_told_in_a_sentence_and_left_as_it_is(store, path, content):
    path.write_bytes(CORRUPT[content])
    for call in (store.load("bot"), store.save("bot", {0: SESSION}), store.add_identify("bot", 0, 1.0)):
        with pytest.raises(SessionStoreFailed, match=r"bot\.sqlite cannot be .*: .*move the file away"):
            await call
    assert path.read_bytes() == CORRUPT[content]


async def test_rows_that_are_no_sessions_are_told(store, path):
    await store.save("bot", {0: SESSION})
    with sqlite3.connect(path) as own:
        own.execute("update scurrypy_sessions set seq = 'many'")
    own.close()
    with pytest.raises(SessionStoreFailed, match="cannot be read"):
        await store.load("bot")


async def test_a_folder_that_does_not_exist_is_told(tmp_path):
    store = SQLiteSessionStore(tmp_path / "nowhere" / "bot.sqlite")
    with pytest.raises(SessionStoreFailed, match="unable to open"):
        await store.load("bot")
    await store.close()


async def test_a_locked_file_holds_up_its_caller_and_not_the_event_loop(store, path):
    await store.save("bot", {0: SESSION})
    lock = sqlite3.connect(path, isolation_level=None)
    lock.execute("begin exclusive")
    ticks = 0
    saving = asyncio.create_task(store.save("bot", {0: OTHER}))
    while not saving.done():
        await asyncio.sleep(0.005)
        ticks += 1
    with pytest.raises(SessionStoreFailed, match="locked"):
        saving.result()
    assert ticks > 2
    lock.execute("rollback")
    lock.close()
    assert await store.load("bot") == [SESSION]


async def test_many_writers_in_many_processes_lose_nothing(path):
    stores = [SQLiteSessionStore(path) for _ in range(4)]
    await asyncio.gather(
        *(
            store.save("bot", {number * 10 + n: GatewaySession(f"{number}-{n}", None, n, number * 10 + n, 40)})
            for n in range(5)
            for number, store in enumerate(stores)
        )
    )
    assert len(await stores[0].load("bot")) == 20
    for store in stores:
        await store.close()


async def test_a_store_that_was_never_used_closes_and_makes_no_file(tmp_path):
    await SQLiteSessionStore(tmp_path / "sessions.db").close()
    assert list(tmp_path.iterdir()) == []
