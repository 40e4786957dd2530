"""The watchdog, on real loops that are really blocked, in processes of their own: it sees what a user would see."""

import asyncio
import os
import re
import signal
import subprocess
import sys
import textwrap
import threading

import pytest

from scurrypy import Client
from scurrypy.watchdog import Watchdog
from tests.support.fakes import make_client, run_with

PATIENCE = 0.4
"""Seconds, in these tests."""


def program(body):
    """Return a bot's file in which `body` is what its `main` does under the watchdog."""
    return (
        textwrap.dedent("""
            import asyncio, logging, sys, time, threading
            from scurrypy.watchdog import Watchdog

            logging.basicConfig(stream=sys.stdout, format="%(levelname)s %(message)s")

            def crunch(seconds):
                time.sleep(seconds)  # here it blocks

            async def on_message(seconds):
                crunch(seconds)

            def say(text):
                print(text, flush=True)

            async def main():
        """)
        + textwrap.indent(f"with Watchdog({PATIENCE}):\n" + textwrap.indent(textwrap.dedent(body), "    "), "    ")
        + "\nasyncio.run(main())\n"
    )


def run(tmp_path, body):
    """Run such a bot to its end and return what it logged."""
    (tmp_path / "bot.py").write_text(program(body))
    done = subprocess.run(
        [sys.executable, tmp_path / "bot.py"], capture_output=True, text=True, timeout=60, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def test_the_frame_that_blocks_is_named_once_and_then_how_long_it_did(tmp_path):
    logged = run(
        tmp_path,
        """
        await on_message(2)
        await asyncio.sleep(1)
        """,
    )
    assert logged.count("WARNING") == 2
    first, _, last = logged.partition("WARNING the event loop goes on; it was blocked for ")
    assert re.match(r"WARNING the event loop has been blocked for \d\.\d s in crunch \(.*bot\.py:\d+\)\n", first)
    assert "time.sleep(seconds)  # here it blocks" in first
    assert "in on_message" in first
    assert float(last.split()[0]) >= 1.5


def test_library_code_that_blocks_is_told_by_the_users_frame_that_calls_it(tmp_path):
    logged = run(
        tmp_path,
        """
        def wait_for_another_thread():
            threading.Event().wait(1.5)
        wait_for_another_thread()
        await asyncio.sleep(0.5)
        """,
    )
    assert "s in main.<locals>.wait_for_another_thread (" in logged.splitlines()[0]
    # The whole stack is there, too.
    assert "threading.py" in logged


def test_each_block_is_told(tmp_path):
    logged = run(
        tmp_path,
        """
        for _ in range(2):
            await on_message(1.2)
            await asyncio.sleep(0.5)
        """,
    )
    assert logged.count("has been blocked for") == 2
    assert logged.count("goes on") == 2


def test_c_code_that_keeps_every_thread_from_running_is_told_afterwards(tmp_path):
    """A regular expression that backtracks holds the interpreter's lock."""
    logged = run(
        tmp_path,
        """
        import re
        began = time.monotonic()
        length = 20
        while time.monotonic() - began < 1.5:
            began = time.monotonic()
            re.match("(a+)+$", "a" * length + "b")
            length += 1
        await asyncio.sleep(1)
        """,
    )
    assert "blocked for" in logged


def test_a_loop_that_idles_or_works_in_small_pieces_is_left_alone(tmp_path):
    logged = run(
        tmp_path,
        """
        await asyncio.sleep(1)
        until = time.monotonic() + 1.5
        while time.monotonic() < until:
            sum(range(1000))
            await asyncio.sleep(0)
        """,
    )
    assert logged == ""


@pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="a process cannot be stopped here")
def test_a_process_that_is_suspended_raises_no_alarm(tmp_path):
    (tmp_path / "bot.py").write_text(
        program(
            """
            say("ready")
            await asyncio.get_running_loop().run_in_executor(None, sys.stdin.readline)
            await asyncio.sleep(1)
            """
        )
    )
    process = subprocess.Popen(
        [sys.executable, tmp_path / "bot.py"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    with process:
        assert process.stdout.readline() == "ready\n"
        for _ in range(3):
            os.kill(process.pid, signal.SIGSTOP)
            # Nothing tells when a process has been stopped for long: this is the time itself that is tested.
            with pytest.raises(subprocess.TimeoutExpired):
                process.wait(1.2)
            os.kill(process.pid, signal.SIGCONT)
        logged, _ = process.communicate("go\n", timeout=30)
    assert (logged, process.returncode) == ("", 0)


def watchers():
    return [thread for thread in threading.enumerate() if thread.name == "scurrypy-watchdog"]


def test_it_watches_while_the_client_runs_and_stops_with_it():
    client = make_client(watchdog=0.05)
    before = watchers()

    async def story():
        return [thread for thread in watchers() if thread not in before]

    [mine] = run_with(client, story)
    assert mine.daemon
    mine.join(10)
    assert not mine.is_alive()


def test_it_ends_with_a_loop_that_was_closed_without_a_word():
    async def forgets():
        Watchdog(0.01).__enter__()
        return watchers()

    for mine in asyncio.run(forgets()):
        mine.join(10)
        assert not mine.is_alive()


def test_without_one_there_is_no_thread():
    client = make_client(watchdog=None)
    before = watchers()

    async def story():
        return [thread for thread in watchers() if thread not in before]

    assert run_with(client, story) == []


@pytest.mark.parametrize("patience", [0, -1.0])
def test_a_patience_that_is_none_is_refused(patience):
    with pytest.raises(ValueError, match="above 0"):
        Client(token="made.up.token", watchdog=patience)
