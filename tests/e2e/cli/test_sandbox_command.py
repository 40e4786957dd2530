"""`scurrypy sandbox` as it is used: in a process of its own, around a bot in another."""

import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

BOT = """
import json, os, urllib.request
call = urllib.request.Request(
    f"{os.environ['SCURRYPY_API_URL']}/channels/{os.environ['CHANNEL_ID']}/messages",
    json.dumps({"content": "hello from the bot"}).encode(),
    {"Authorization": f"Bot {os.environ['DISCORD_TOKEN']}", "Content-Type": "application/json"},
)
print(urllib.request.urlopen(call).status)
"""
REFUSED_BOT = BOT.replace("['CHANNEL_ID']", "['GUILD_ID']") + "\n"
# In short naps: Python 3.14 looks for a signal that came while it printed only after the call that follows.
SLEEPER = """
import time
print("started", flush=True)
for _ in range(600):
    time.sleep(0.1)
"""
CATCHER = f"import signal, sys\nsignal.signal(signal.SIGTERM, lambda *_: sys.exit(7)){SLEEPER}"


def scurrypy(*arguments: str, env: dict[str, str] | None = None) -> subprocess.Popen[str]:
    # What a shell runs in the background ignores SIGINT, and what that starts would, too.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    return subprocess.Popen(
        [sys.executable, "-m", "scurrypy.cli", *arguments],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, **(env or {})},
    )


def finished(process: subprocess.Popen[str]) -> tuple[int, str, str]:
    out, err = process.communicate(timeout=30)
    return process.returncode, out, err


def run(*arguments: str) -> tuple[int, str, str]:
    return finished(scurrypy("sandbox", "run", *arguments))


def test_a_bot_talks_and_the_transcript_shows_it() -> None:
    status, out, err = run("--", sys.executable, "-c", BOT)
    assert (status, err.count("\n")) == (0, 1)
    assert "#general     helper: hello from the bot" in out.splitlines()
    assert "200" in out.splitlines()


def test_the_bot_has_every_variable_and_no_real_token() -> None:
    names = ["SCURRYPY_API_URL", "DISCORD_TOKEN", "DISCORD_BOT_TOKEN", "BOT_TOKEN", "TOKEN", "APPLICATION_ID"]
    code = f"import os, json; print(json.dumps([os.environ[n] for n in {names}]))"
    child = scurrypy("sandbox", "run", "--", sys.executable, "-c", code, env={"DISCORD_TOKEN": "a real one"})
    _, out, _ = finished(child)
    values = dict(zip(names, json.loads(out.splitlines()[-1]), strict=True))
    assert values["SCURRYPY_API_URL"].startswith("http://127.0.0.1:")
    assert values["DISCORD_TOKEN"] == values["DISCORD_BOT_TOKEN"] == values["BOT_TOKEN"] == values["TOKEN"]
    assert "real" not in values["DISCORD_TOKEN"]


def test_refusals_show_in_the_transcript() -> None:
    status, out, _ = run("--", sys.executable, "-c", REFUSED_BOT)
    assert status == 1
    assert "! create_message (POST): 404 Unknown Channel (10003)" in out.splitlines()


@pytest.mark.parametrize("code", [0, 3])
def test_the_exit_status_is_the_bots(code: int) -> None:
    assert run("--", sys.executable, "-c", f"raise SystemExit({code})")[0] == code


def test_a_bot_that_is_killed_ends_as_in_a_shell() -> None:
    kill = "import os, signal; os.kill(os.getpid(), signal.SIGKILL)"
    assert run("--", sys.executable, "-c", kill)[0] == 128 + signal.SIGKILL


def test_options_of_the_bot_are_left_to_it() -> None:
    _, out, _ = run("--transcript", "none", sys.executable, "-c", "import sys; print(sys.argv[1:])", "--port", "-x")
    assert out == "['--port', '-x']\n"


def test_what_cannot_be_started_is_explained(tmp_path: Path) -> None:
    script = tmp_path / "bot.py"
    script.write_text("pass")
    status, _, err = run("--", "no-such-program")
    assert (status, err) == (127, "scurrypy: there is no program 'no-such-program'.\n")
    status, _, err = run("--", str(script))
    assert status == 126
    assert f"Did you mean: python {script}" in err
    status, _, err = run()
    assert status == 2
    assert "scurrypy sandbox run -- python bot.py" in err


@pytest.mark.parametrize(("number", "bot", "status"), [(signal.SIGTERM, CATCHER, 7), (signal.SIGINT, SLEEPER, None)])
def test_signals_reach_the_bot(number: signal.Signals, bot: str, status: int | None) -> None:
    process = scurrypy("sandbox", "run", "--transcript", "none", "--", sys.executable, "-c", bot)
    assert process.stdout is not None
    assert process.stdout.readline() == "started\n"
    process.send_signal(number)
    ended, _, _ = finished(process)
    # A Python that is interrupted ends by the signal, which shells tell as 130.
    assert ended == (130 if status is None else status)


def test_jsonl_for_programs() -> None:
    _, out, _ = run("--transcript", "jsonl", "--", sys.executable, "-c", BOT)
    events = [json.loads(line) for line in out.splitlines() if line.startswith("{")]
    assert [event["data"]["content"] for event in events if event.get("event") == "MESSAGE_CREATE"][-1:] == [
        "hello from the bot"
    ]


def test_a_seed_sets_the_scene_and_a_wrong_one_says_why(tmp_path: Path) -> None:
    seed = tmp_path / "seed.json"
    seed.write_text(json.dumps({"users": ["zoe"], "guilds": [{"name": "Zoo", "channels": ["cages"]}]}))
    _, out, _ = run("--seed", str(seed), "--bot", "keeper", "--", sys.executable, "-c", BOT)
    assert "#cages       keeper: hello from the bot" in out.splitlines()
    seed.write_text('{"users": []')
    status, _, err = run("--seed", str(seed), "--", "true")
    assert status == 2
    assert "is not JSON" in err
    status, _, err = run("--seed", str(tmp_path / "none.json"), "--", "true")
    assert (status, err) == (2, f"scurrypy: cannot read {tmp_path / 'none.json'}: No such file or directory\n")


def test_a_port_that_is_taken_is_explained() -> None:
    with contextlib.closing(socket.create_server(("127.0.0.1", 0))) as taken:
        port = str(taken.getsockname()[1])
        for arguments in (["sandbox", "--port", port], ["sandbox", "run", "--port", port, "--", "true"]):
            status, _, err = finished(scurrypy(*arguments))
            assert status == 1
            assert "--port" in err
            assert "Traceback" not in err


def test_serving_prints_how_to_point_a_bot_at_it_and_stops_when_told() -> None:
    process = scurrypy("sandbox", "--port", "0")
    assert process.stderr is not None
    lines = [process.stderr.readline()]
    while "Ctrl+C" not in lines[-1]:
        lines.append(process.stderr.readline())
    text = "".join(lines)
    assert "SCURRYPY_API_URL=http://127.0.0.1:" in text
    assert "DISCORD_TOKEN=" in text
    started = time.monotonic()
    process.send_signal(signal.SIGINT)
    assert finished(process)[0] == 0
    assert time.monotonic() - started < 10


def test_version_and_usage() -> None:
    status, out, _ = finished(scurrypy("--version"))
    assert (status, out.split()[0]) == (0, "scurrypy")
    status, out, _ = finished(scurrypy())
    assert status == 0
    assert "sandbox" in out
    assert "scurrypy sandbox run -- python bot.py" in finished(scurrypy("sandbox", "--help"))[1]


@pytest.mark.parametrize("port", ["99999", "-1", "http"])
def test_a_port_that_cannot_be_is_refused_in_a_sentence(port: str) -> None:
    for arguments in (["sandbox"], ["sandbox", "run"]):
        status, _, err = finished(scurrypy(*arguments, f"--port={port}"))
        assert status == 2
        assert f"a port is a number from 0 to 65535, not {port!r}" in err


def test_a_mistyped_option_is_named() -> None:
    status, _, err = finished(scurrypy("sandbox", "--bott", "helper"))
    assert status == 2
    assert "--bott" in err
