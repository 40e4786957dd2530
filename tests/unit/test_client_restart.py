"""A client with a session store, stopped or killed and started again (figure 22 of A20, A26), on a virtual clock."""

import asyncio
import contextlib
import random

import msgspec
import pytest

from scurrypy import Client, Intents
from scurrypy.api.presence import PresencePart
from scurrypy.enums import StatusType
from scurrypy.events import RawEvent
from scurrypy.gateway import GatewayClient, GatewaySession, IdentifyFuse, SessionKeeper, SQLiteSessionStore
from scurrypy.gateway.progress import PATIENCE
from scurrypy.wire.errors import CrashLoop, SessionStartLimitReached
from tests.support.fakes import GATEWAY, FakeHTTP
from tests.support.session_stores import MemoryStore
from tests.support.virtual_clock import run_virtual
from tests.unit.gateway.fake_gateway import TOKEN, FakeGateway, until


class Bot:
    """One process of a bot: a client, and what its one handler heard."""

    def __init__(self, gateway, store, *, token=TOKEN, handle=None, answers=None, **options):
        class Shard(GatewayClient):
            def configure(self, options):
                changed = {"connect": gateway.connect, "compress": None, "rng": random.Random(7)}
                super().configure(msgspec.structs.replace(options, **changed))

        self.heard = []
        self.gateway = gateway
        self.handle = handle
        options.setdefault("shard_count", 1)
        http = FakeHTTP(answers)
        self.client = Client(token=token, http=http, gateway_impl=Shard, session_store=store, **options)
        self.client.add_event_listener(RawEvent, self.hear)
        self.task = None

    async def hear(self, event):
        if event.name.startswith(("READY", "RESUMED", "SESSION_LOST", "TOLD")):
            self.heard.append(event.name if event.data is None else (event.name, event.data))
            if self.handle is not None:
                await self.handle(event)

    @property
    def names(self):
        return [name if isinstance(name, str) else name[0] for name in self.heard]

    async def start(self):
        self.task = asyncio.create_task(self.client.start())
        await until(lambda: self.task.done() or {"READY", "RESUMED"} & set(self.names))
        if self.task.done():
            await self.client.close()
            self.task.result()

    async def stop(self):
        await self.client.close()
        await self.task

    async def kill(self):
        """End it as SIGKILL does: the operating system closes the sockets, and nothing else happens."""
        for task in asyncio.all_tasks() - {asyncio.current_task()}:
            task.cancel()
        for socket in self.gateway.sockets:
            socket.drop()
        await asyncio.sleep(0.001)
        with contextlib.suppress(asyncio.CancelledError):
            await self.task

    def tell(self, name="TOLD"):
        session_id = list(self.gateway.sessions)[-1]
        return self.gateway.dispatch(session_id, name, None)


def identifies(gateway):
    return len(gateway.sent(2))


@pytest.mark.parametrize("end", ["stop", "kill"])
def test_A26_figure_22_a_bot_goes_on_where_it_was_without_identify(end):
    async def story():
        gateway, store = FakeGateway(), MemoryStore()
        first = Bot(gateway, store)
        await first.start()
        first.tell("TOLD 1")
        await asyncio.sleep(3)
        await getattr(first, end)()
        # A stopped one closes with a code that keeps its session.
        assert gateway.socket.closed_with == (4000 if end == "stop" else None)
        first.tell("TOLD 2")
        await asyncio.sleep(60)
        second = Bot(gateway, store)
        await second.start()
        second.tell("TOLD 3")
        await asyncio.sleep(1)
        await second.stop()
        assert first.names == ["READY", "TOLD 1"]
        assert second.names == ["TOLD 2", "RESUMED", "TOLD 3"]
        assert (identifies(gateway), len(store.identifies)) == (1, 1)
        assert store.is_closed

    run_virtual(story())


def test_A20_what_handlers_were_not_done_with_comes_again():
    async def story():
        gateway, store, block = FakeGateway(), MemoryStore(), asyncio.Event()

        async def handle(event):
            if event.name == "TOLD 2":
                await block.wait()

        first = Bot(gateway, store, handle=handle)
        await first.start()
        for number in range(1, 5):
            first.tell(f"TOLD {number}")
        await asyncio.sleep(PATIENCE / 2)
        assert [session.seq for session in store.sessions.values()] == [2]
        await first.kill()
        assert first.names == ["READY", "TOLD 1", "TOLD 2", "TOLD 3", "TOLD 4"]
        second = Bot(gateway, store)
        await second.start()
        await second.stop()
        assert second.names == ["TOLD 2", "TOLD 3", "TOLD 4", "RESUMED"]

    run_virtual(story())


def test_A20_a_handler_that_runs_for_long_holds_the_number_back_for_so_long_only():
    async def story():
        gateway, store = FakeGateway(), MemoryStore()

        async def handle(event):
            await asyncio.sleep(3600)

        bot = Bot(gateway, store, handle=handle)
        await bot.start()
        seq = bot.tell()
        await asyncio.sleep(PATIENCE - 1)
        assert [session.seq for session in store.sessions.values()] == [1]
        await asyncio.sleep(3)
        assert [session.seq for session in store.sessions.values()] == [seq]
        await bot.stop()

    run_virtual(story())


def test_A20_a_heartbeat_does_not_confirm_what_a_restart_would_need():
    async def story():
        gateway, store = FakeGateway(), MemoryStore()

        handling, told = PATIENCE - 1, []

        async def handle(event):
            if event.name != "READY":
                await asyncio.sleep(handling)

        bot = Bot(gateway, store, handle=handle)
        await bot.start()
        while len(gateway.socket.beats()) < 5:
            told.append((gateway.now, bot.tell()))
            await asyncio.sleep(1)
        beats = [(when, d) for when, op, d in gateway.socket.sent if op == 1]
        for when, confirmed in beats[1:]:
            # What was handled a moment ago is stored within a second, and confirmed only then.
            handled = [seq for arrived, seq in told if arrived + handling < when]
            assert handled[-2] <= confirmed <= handled[-1]
        await bot.stop()

    run_virtual(story())


def test_A20_a_heartbeat_confirms_nothing_that_is_not_stored():
    async def story():
        gateway, store = FakeGateway(), MemoryStore()
        bot = Bot(gateway, store)
        await bot.start()
        stored = bot.tell()
        await asyncio.sleep(2)
        store.failure = OSError("the disk is full")
        beats = len(gateway.socket.beats())
        for _ in range(200):
            bot.tell()
            await asyncio.sleep(1)
        confirmed = [d for _, op, d in gateway.socket.sent if op == 1][beats:]
        assert len(confirmed) > 3
        assert set(confirmed) == {stored}
        store.failure = None
        seq = bot.tell()
        await until(lambda: len(gateway.socket.beats()) > beats + len(confirmed))
        assert gateway.socket.sent[-1][2] == seq
        await bot.stop()

    run_virtual(story())


def test_handlers_cut_off_or_never_begun_at_the_stop_get_their_events_again():
    async def story():
        gateway, store = FakeGateway(), MemoryStore()

        async def handle(event):
            if event.name != "READY":
                await asyncio.sleep(3600)

        first = Bot(gateway, store, handle=handle, handler_concurrency=1, drain_timeout=60)
        await first.start()
        for number in range(3):
            first.tell(f"TOLD {number}")
        await asyncio.sleep(1)
        await first.stop()
        assert first.names == ["READY", "TOLD 0"]
        second = Bot(gateway, store)
        await second.start()
        await second.stop()
        assert second.names == ["TOLD 0", "TOLD 1", "TOLD 2", "RESUMED"]

    run_virtual(story())


def test_a_handler_that_fails_has_had_its_event():
    async def story():
        gateway, store = FakeGateway(), MemoryStore()

        async def handle(event):
            raise RuntimeError(event.name)

        first = Bot(gateway, store, handle=handle)
        await first.start()
        first.tell()
        await asyncio.sleep(1)
        await first.stop()
        second = Bot(gateway, store)
        await second.start()
        await second.stop()
        assert second.names == ["RESUMED"]

    run_virtual(story())


def test_A21_a_session_that_discord_no_longer_knows_is_told_with_the_gap_and_replaced():
    async def story():
        gateway, store = FakeGateway(), MemoryStore()
        first = Bot(gateway, store)
        await first.start()
        seq = first.tell()
        await asyncio.sleep(2)
        await first.stop()
        (known,) = gateway.sessions
        gateway.sessions.clear()
        second = Bot(gateway, store)
        await second.start()
        await second.stop()
        (lost, news) = second.heard
        assert lost == (
            "SESSION_LOST",
            {
                "shard_id": 0,
                "session_id": known,
                "seq": seq,
                "reason": "Discord invalidated the session",
                "since": None,
            },
        )
        assert news[0] == "READY"
        assert identifies(gateway) == 2
        assert [session.session_id for session in store.sessions.values()] == list(gateway.sessions)

    run_virtual(story())


OTHERS = {
    "intents": ({"intents": Intents.GUILDS}, "it was opened with other intents"),
    "shard count": ({"shard_count": 3, "shard_ids": [0]}, "it belongs to another shard"),
    "token": ({"token": "another.made.up.token"}, None),
}


@pytest.mark.parametrize("other", OTHERS)
def test_with_another_token_other_intents_or_another_shard_count_nothing_is_resumed(other):
    async def story():
        options, reason = OTHERS[other]
        gateway, store = FakeGateway(), MemoryStore()
        first = Bot(gateway, store)
        await first.start()
        await first.stop()
        second = Bot(gateway, store, **options)
        await second.start()
        await second.stop()
        assert (identifies(gateway), len(gateway.sent(6))) == (2, 0)
        assert second.names == (["SESSION_LOST", "READY"] if reason else ["READY"])
        if reason:
            assert second.heard[0][1]["reason"] == reason

    run_virtual(story())


def test_a_session_of_another_version_of_the_gateway_is_not_resumed():
    async def story():
        gateway, store = FakeGateway(), MemoryStore()
        first = Bot(gateway, store)
        await first.start()
        await first.stop()
        (session,) = store.sessions.values()
        session.protocol = "v=9&encoding=json"
        second = Bot(gateway, store)
        await second.start()
        await second.stop()
        assert second.names == ["SESSION_LOST", "READY"]
        assert len(gateway.sent(6)) == 0

    run_virtual(story())


def test_only_shards_that_must_identify_count_against_what_discord_allows():
    async def story():
        limit = {"total": 1000, "remaining": 0, "reset_after": 3_600_000, "max_concurrency": 1}
        spent = {"GET /gateway/bot": {**GATEWAY, "session_start_limit": limit}}
        gateway, store = FakeGateway(), MemoryStore()
        first = Bot(gateway, store)
        await first.start()
        await first.stop()
        second = Bot(gateway, store, answers=spent)
        await second.start()
        assert second.names == ["RESUMED"]
        await second.stop()
        third = Bot(gateway, store, answers=spent, shard_count=2)
        with pytest.raises(SessionStartLimitReached, match=r"2 shard\(s\) need an IDENTIFY each, but only 0"):
            await third.start()
        with pytest.raises(SessionStartLimitReached):
            await Bot(gateway, MemoryStore(), answers=spent).start()

    run_virtual(story())


def test_A14_shards_that_resume_do_not_queue_for_identify():
    async def story():
        gateway, store = FakeGateway(), MemoryStore()
        first = Bot(gateway, store, shard_count=4)
        await first.start()
        await until(lambda: first.names.count("READY") == 4)
        await first.stop()
        begun = gateway.now
        second = Bot(gateway, store, shard_count=4)
        await second.start()
        await until(lambda: second.names.count("RESUMED") == 4)
        assert gateway.now - begun < 1
        await second.stop()
        assert identifies(gateway) == 4

    run_virtual(story())


def test_A15_a_crash_loop_without_sessions_ends_in_a_refusal_before_anything_is_connected():
    async def story():
        gateway, store, fuse = FakeGateway(), MemoryStore(), IdentifyFuse(most=3, within=600)
        for _ in range(3):
            bot = Bot(gateway, store, identify_fuse=fuse)
            await bot.start()
            # Killed before a session was ever stored.
            await bot.kill()
            store.sessions.clear()
        with pytest.raises(CrashLoop, match="3 IDENTIFYs within the last 600 s"):
            await Bot(gateway, store, identify_fuse=fuse).start()
        assert identifies(gateway) == 3
        assert len(gateway.sockets) == 3

    run_virtual(story())


def test_a_bot_that_dies_right_after_its_first_ready_does_not_identify_again():
    async def story():
        gateway, store = FakeGateway(), MemoryStore()
        first = Bot(gateway, store)
        await first.start()
        await asyncio.sleep(0.01)
        await first.kill()
        second = Bot(gateway, store)
        await second.start()
        await second.stop()
        assert second.names == ["RESUMED"]
        assert identifies(gateway) == 1

    run_virtual(story())


def test_what_was_handled_up_to_the_stop_does_not_come_again():
    async def story():
        gateway, store = FakeGateway(), MemoryStore()
        first = Bot(gateway, store)
        await first.start()
        await asyncio.sleep(3)
        first.tell()
        await first.stop()
        assert first.names == ["READY", "TOLD"]
        second = Bot(gateway, store)
        await second.start()
        await second.stop()
        assert second.names == ["RESUMED"]

    run_virtual(story())


def test_a_session_that_goes_on_shows_the_presence_of_the_new_process():
    async def story():
        gateway, store = FakeGateway(), MemoryStore()
        first = Bot(gateway, store, presence=PresencePart(status=StatusType.IDLE))
        await first.start()
        await first.stop()
        assert gateway.sent(3) == []
        second = Bot(gateway, store, presence=PresencePart(status=StatusType.DND))
        await second.start()
        await asyncio.sleep(1)
        await second.stop()
        assert [presence["status"] for presence in gateway.sent(3)] == ["dnd"]
        third = Bot(gateway, store)
        await third.start()
        await asyncio.sleep(1)
        await third.stop()
        assert len(gateway.sent(3)) == 1
        gateway.sessions.clear()
        fourth = Bot(gateway, store, presence=PresencePart(status=StatusType.DND))
        await fourth.start()
        await asyncio.sleep(1)
        await fourth.stop()
        assert gateway.sent(2)[-1]["presence"]["status"] == "dnd"
        assert len(gateway.sent(3)) == 1

    run_virtual(story())


def test_the_store_is_written_once_a_second_at_most_and_not_without_need():
    async def story():
        gateway, store = FakeGateway(), MemoryStore()
        bot = Bot(gateway, store)
        await bot.start()
        await asyncio.sleep(5)
        assert store.writes == 1
        for _ in range(1000):
            bot.tell()
            await asyncio.sleep(0.01)
        assert 9 <= store.writes - 1 <= 11
        await bot.stop()

    run_virtual(story())


def test_a_store_that_fails_is_told_once_and_the_bot_lives_on_without(caplog):
    async def story():
        gateway, store = FakeGateway(), MemoryStore()
        store.failure = ConnectionError("no route to the store")
        bot = Bot(gateway, store)
        await bot.start()
        for _ in range(5):
            bot.tell()
            await asyncio.sleep(2)
        assert bot.names == ["READY", *["TOLD"] * 5]
        store.failure = None
        await asyncio.sleep(2)
        assert [session.seq for session in store.sessions.values()] == [6]
        store.failure = ConnectionError("gone again")
        bot.tell()
        await asyncio.sleep(5)
        await bot.stop()

    run_virtual(story())
    told = [
        record.getMessage() for record in caplog.records if record.name.startswith("scurrypy.gateway.session_keeper")
    ]
    assert [sentence.split(":")[0] for sentence in told] == [
        "the bot starts without its stored sessions",
        "sessions are stored again",
        "sessions are not stored for now, and a restart would lose events",
        "the session store did not close",
    ]
    assert "no route to the store" in told[0]


def test_without_a_store_a_stop_says_goodbye_and_a_start_begins_anew():
    async def story():
        gateway = FakeGateway()
        for _ in range(2):
            bot = Bot(gateway, None)
            await bot.start()
            await bot.stop()
            assert gateway.socket.closed_with == 1000
            assert bot.names == ["READY"]

    run_virtual(story())


async def test_neither_file_nor_repr_reveals_the_token(tmp_path):
    path = tmp_path / "bot.sqlite"
    store = SQLiteSessionStore(path)
    client = Client(token="a.very.secret-token", session_store=store)
    assert "secret" not in repr(store) + repr(client)
    keeper = SessionKeeper(store, client.token)
    await store.save(keeper.bot, {0: GatewaySession("x", None, 1, 0, 1)})
    await keeper.close()
    assert b"secret" not in path.read_bytes()
