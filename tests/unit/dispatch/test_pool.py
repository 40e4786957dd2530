"""The worker pool: order, concurrency, isolation, and handlers that cannot tell it from a task each."""

import asyncio
import contextvars
import gc
import itertools
import logging
import weakref

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scurrypy.dispatch import WorkerPool
from scurrypy.dispatch import pool as pool_module
from tests.support.fakes import no_dispatches
from tests.support.virtual_clock import run_virtual


class Tasks:
    """The tasks that handlers saw themselves run in, none of them kept alive."""

    def __init__(self):
        self._seen = []

    def note(self):
        current = asyncio.current_task()
        if not any(seen() is current for seen in self._seen):
            self._seen.append(weakref.ref(current))

    def __len__(self):
        return len(self._seen)


async def handle(handler, events, concurrency, seconds):
    """Let a pool of its own call a handler with each of the events, and end within so many seconds."""
    pool = WorkerPool(concurrency, no_dispatches)
    for event in events:
        pool.submit(handler, event)
    await pool.drain(seconds)
    await pool.close()


def test_handlers_that_do_not_wait_share_one_task():
    async def story():
        tasks = Tasks()
        seen = []

        async def handler(event):
            tasks.note()
            seen.append(event)

        pool = WorkerPool(100, no_dispatches)
        for number in range(1000):
            pool.submit(handler, number)
        await pool.drain(1)
        assert seen == list(range(1000))
        assert len(tasks) == 1
        await pool.close()

    run_virtual(story())


def test_handlers_that_wait_reuse_at_most_as_many_tasks_as_may_run():
    async def story():
        tasks = Tasks()
        running = highest = 0

        async def handler(event):
            nonlocal running, highest
            tasks.note()
            running += 1
            highest = max(highest, running)
            await asyncio.sleep(1)
            running -= 1

        pool = WorkerPool(8, no_dispatches)
        for number in range(200):
            pool.submit(handler, number)
        await pool.drain(1000)
        assert highest == 8
        assert asyncio.get_running_loop().time() == pytest.approx(200 / 8)
        assert len(tasks) == 8
        await pool.close()

    run_virtual(story())


def test_scurrypy_2_3_bug_handlers_were_awaited_one_by_one():
    async def story():
        async def slow(event):
            await asyncio.sleep(0.2)

        pool = WorkerPool(10, no_dispatches)
        for _ in range(3):
            pool.submit(slow, None)
        await pool.drain(10)
        await pool.close()
        return asyncio.get_running_loop().time()

    assert run_virtual(story()) == pytest.approx(0.2)


def test_a_failing_handler_is_reported_once_and_stops_nobody(caplog):
    seen = []

    async def broken(event):
        raise RuntimeError("no")

    async def fine(event):
        seen.append(event)

    async def story():
        pool = WorkerPool(4, no_dispatches)
        pool.submit(broken, 1)
        pool.submit(fine, 2)
        await pool.drain(1)
        await pool.close()

    with caplog.at_level(logging.ERROR):
        run_virtual(story())
    assert seen == [2]
    assert [record.exc_text is not None or record.exc_info is not None for record in caplog.records] == [True]
    assert "broken" in caplog.text


def test_a_hanging_handler_holds_nobody_up():
    seen = []

    async def hang(event):
        await asyncio.get_running_loop().create_future()

    async def fine(event):
        seen.append(event)

    async def story():
        pool = WorkerPool(3, no_dispatches)
        pool.submit(hang, 0)
        pool.submit(hang, 1)
        for number in range(50):
            pool.submit(fine, number)
        return await pool.drain(5), await pool.close()

    named, _ = run_virtual(story())
    assert seen == list(range(50))
    assert len(named) == 2
    assert all("hang" in name for name in named)


def test_current_task_is_a_handlers_own_while_it_runs():
    tasks = []

    async def handler(event):
        mine = asyncio.current_task()
        tasks.append(mine)
        await asyncio.sleep(1)
        assert asyncio.current_task() is mine

    async def story():
        pool = WorkerPool(5, no_dispatches)
        for number in range(5):
            pool.submit(handler, number)
        await pool.drain(5)
        await asyncio.sleep(0)
        assert len(set(tasks)) == 5
        # Somebody kept them, so none of them serves another handler: they are over, as tasks of their own would be.
        assert all(task.done() for task in tasks)
        await pool.close()

    run_virtual(story())


def test_a_task_kept_and_cancelled_later_cancels_no_other_handler():
    kept = []
    seen = []

    async def first(event):
        kept.append(asyncio.current_task())
        await asyncio.sleep(0.1)

    async def second(event):
        await asyncio.sleep(1)
        seen.append(event)

    async def story():
        pool = WorkerPool(1, no_dispatches)
        pool.submit(first, 1)
        pool.submit(second, 2)
        await asyncio.sleep(0.5)
        kept[0].cancel()
        await pool.drain(5)
        await pool.close()

    run_virtual(story())
    assert seen == [2]


def test_a_handler_may_cancel_itself_and_swallow_it_without_hurting_the_next():
    seen = []

    async def selfish(event):
        task = asyncio.current_task()
        task.cancel()
        if event == "await":
            try:
                await asyncio.sleep(1)
            except asyncio.CancelledError:
                seen.append("swallowed")

    async def fine(event):
        async with asyncio.timeout(5):
            await asyncio.sleep(1)
        seen.append(event)

    async def story():
        pool = WorkerPool(1, no_dispatches)
        pool.submit(selfish, "await")
        pool.submit(fine, 1)
        pool.submit(selfish, "return")
        pool.submit(fine, 2)
        await pool.drain(10)
        await pool.close()

    run_virtual(story())
    assert seen == ["swallowed", 1, 2]


def test_a_timeout_inside_a_handler_works():
    seen = []

    async def handler(event):
        try:
            async with asyncio.timeout(1):
                await asyncio.sleep(10)
        except TimeoutError:
            seen.append(asyncio.get_running_loop().time())

    run_virtual(handle(handler, [None] * 4, 2, 100))
    assert seen == pytest.approx([1, 1, 2, 2])


def test_context_variables_stay_with_their_handler():
    variable = contextvars.ContextVar("variable", default="unset")
    before = contextvars.ContextVar("before")
    seen = []

    async def handler(event):
        seen.append((variable.get(), before.get()))
        variable.set(event)
        before.set("changed")
        await asyncio.sleep(event % 2)
        assert (variable.get(), before.get()) == (event, "changed")

    async def story():
        before.set("as it was")
        await handle(handler, range(9), 2, 10)

    run_virtual(story())
    assert seen == [("unset", "as it was")] * 9


def test_what_a_handler_calls_for_does_not_see_its_context_variables():
    variable = contextvars.ContextVar("variable", default="unset")
    seen = []

    async def look(event):
        seen.append(variable.get())

    async def story():
        pool = WorkerPool(3, no_dispatches)

        async def handler(event):
            variable.set(event)
            await asyncio.sleep(1)
            pool.submit(look, event)
            await asyncio.sleep(1)

        pool.submit(handler, 1)
        pool.submit(handler, 2)
        await pool.drain(10)
        await pool.close()

    contextvars.Context().run(run_virtual, story())
    assert seen == ["unset", "unset"]


def test_handlers_that_leave_context_variables_do_not_cost_a_task_each():
    variable = contextvars.ContextVar("variable")
    tasks = Tasks()

    async def handler(event):
        tasks.note()
        variable.set(event)

    run_virtual(handle(handler, range(100), 2, 1))
    assert len(tasks) == 2


def test_a_handler_apart_from_others_is_cancelled_and_fails_like_any(caplog):
    variable = contextvars.ContextVar("variable")
    caught = []

    async def handler(event):
        variable.set(event)
        try:
            async with asyncio.timeout(1):
                await asyncio.sleep(5)
        except TimeoutError:
            caught.append(event)
            raise

    run_virtual(handle(handler, range(3), 1, 10))
    assert caught == [0, 1, 2]
    assert caplog.text.count("TimeoutError") >= 3


def test_what_compares_to_nothing_in_a_context_is_told_and_stops_nobody(caplog):
    class Odd:
        def __eq__(self, other):
            raise ValueError("neither equal nor not")

        __hash__ = None

    variable = contextvars.ContextVar("variable")
    seen = []

    async def handler(event):
        seen.append(event)
        variable.set(Odd())

    async def story():
        variable.set(Odd())
        await handle(handler, range(3), 1, 1)

    run_virtual(story())
    assert seen == [0, 1, 2]
    assert "neither equal nor not" in caplog.text


def test_each_time_a_handler_suspends_the_next_call_starts_one_round_later():
    rounds = 0
    started = []

    async def story():
        nonlocal rounds
        released = asyncio.Event()

        async def handler(event):
            started.append(rounds)
            await released.wait()

        pool = WorkerPool(10, no_dispatches)
        for number in range(5):
            pool.submit(handler, number)
        while len(started) < 5:
            await asyncio.sleep(0)
            rounds += 1
        released.set()
        await pool.drain(10)
        await pool.close()

    run_virtual(story())
    assert started == list(range(started[0], started[0] + 5))


def test_drain_cancels_after_the_deadline_and_names_who(caplog):
    ended = []

    async def long(event):
        try:
            await asyncio.sleep(100)
        finally:
            ended.append(event)

    async def story():
        pool = WorkerPool(2, no_dispatches)
        pool.submit(long, 1)
        named = await pool.drain(3)
        now = asyncio.get_running_loop().time()
        await pool.close()
        return named, now

    named, now = run_virtual(story())
    assert ended == [1]
    assert now == pytest.approx(3)
    assert len(named) == 1
    assert "long on int" in named[0]


def test_a_handler_may_drain_the_pool_it_runs_in():
    seen = []

    async def closer(event):
        await asyncio.sleep(0)
        await pool_box[0].drain(5)
        seen.append("closed")

    pool_box = []

    async def story():
        pool_box.append(WorkerPool(2, no_dispatches))
        pool_box[0].submit(closer, None)
        await asyncio.sleep(1)
        assert asyncio.get_running_loop().time() < 5
        await pool_box[0].close()

    run_virtual(story())
    assert seen == ["closed"]


def test_saturation_is_said_once_and_names_the_handler(caplog):
    async def stuck(event):
        await asyncio.sleep(10)

    async def story():
        pool = WorkerPool(2, no_dispatches)
        for _ in range(9):
            pool.submit(stuck, None)
        assert pool.full
        await pool.wait_for_room()
        assert pool.backlog < 2
        await pool.drain(1000)
        await pool.close()

    with caplog.at_level(logging.WARNING):
        run_virtual(story())
    assert caplog.text.count("all 2 handlers allowed at once are busy") == 1
    assert "stuck (2)" in caplog.text


@settings(max_examples=150)
@given(
    st.integers(1, 6),
    st.lists(st.tuples(st.sampled_from(["return", "wait", "fail", "cancel"]), st.integers(0, 5)), max_size=40),
)
def test_every_call_starts_once_in_order_whatever_handlers_do(concurrency, calls):
    started = []

    async def handler(event):
        number, (what, ticks) = event
        started.append(number)
        for _ in range(ticks):
            await asyncio.sleep(0.01 if what == "wait" else 0)
        if what == "fail":
            raise ValueError(number)
        if what == "cancel":
            asyncio.current_task().cancel()
            await asyncio.sleep(0)

    async def story():
        pool = WorkerPool(concurrency, no_dispatches)
        for number, call in enumerate(calls):
            pool.submit(handler, (number, call))
            if number % 7 == 3:
                await asyncio.sleep(0)
        assert await pool.drain(1000) == []
        assert (pool.in_flight, pool.backlog) == (0, 0)
        await pool.close()

    logging.getLogger("scurrypy.dispatch.failures").disabled = True
    try:
        run_virtual(story())
    finally:
        logging.getLogger("scurrypy.dispatch.failures").disabled = False
    assert started == list(range(len(calls)))


def test_the_workers_of_a_burst_do_not_stay():
    async def wait(event):
        await asyncio.sleep(1)

    async def story():
        pool = WorkerPool(1000, no_dispatches)
        for number in range(1000):
            pool.submit(wait, number)
        await asyncio.sleep(0.5)
        assert pool.in_flight == 1000
        await pool.drain(10)
        await asyncio.sleep(1)
        left = len([task for task in asyncio.all_tasks() if task.get_name() == "scurrypy-handler"])
        await pool.close()
        return left

    assert run_virtual(story()) <= 64


def test_waiting_handlers_are_counted_and_a_flood_of_them_is_told(caplog):
    async def story():
        pool = WorkerPool(2, no_dispatches)
        never = asyncio.get_running_loop().create_future()

        async def waits(event):
            with pool.park():
                await never

        for number in range(6):
            pool.submit(waits, number)
        await asyncio.sleep(1)
        assert (pool.parked, pool.in_flight, pool.backlog) == (6, 6, 0)
        never.set_result(None)
        await pool.drain(1)
        assert pool.parked == 0
        await pool.close()

    run_virtual(story())
    assert "6 handlers wait for another event; does their wait_for have a timeout?" in caplog.text


def test_sys_exit_in_a_handler_ends_the_program_with_its_status_and_no_noise(caplog):
    async def leave(event):
        raise SystemExit(3)

    async def story():
        pool = WorkerPool(2, no_dispatches)
        pool.submit(leave, None)
        await asyncio.sleep(10)

    with pytest.raises(SystemExit) as caught:
        run_virtual(story())
    assert caught.value.code == 3
    gc.collect()
    assert caplog.text == ""


def test_room_is_made_when_handlers_start_not_only_when_they_end():
    async def hang(event):
        await asyncio.get_running_loop().create_future()

    async def story():
        pool = WorkerPool(3, no_dispatches)
        for _ in range(3):
            pool.submit(hang, None)
        assert pool.full
        async with asyncio.timeout(1):
            await pool.wait_for_room()
        await pool.close()

    run_virtual(story())


def test_a_burst_of_busy_handlers_lets_others_run_in_between(monkeypatch):
    now, ran_after = [0.0], []
    monkeypatch.setattr(pool_module.time, "monotonic", lambda: now[0])

    async def busy(_):
        now[0] += 0.001

    async def other():
        ran_after.append(now[0])

    async def story():
        pool = WorkerPool(1000, lambda dispatch: pool.submit(busy, dispatch))
        for number in range(200):
            pool.submit_unread(("E", number))
        await asyncio.sleep(0)
        while pool.backlog:
            await asyncio.create_task(other())
        await pool.close()

    run_virtual(story())
    assert len(ran_after) >= 5
    assert max(after - before for before, after in itertools.pairwise([0.0, *ran_after, now[0]])) < 0.04
