"""Another library lives in the harness's world: what it does well is seen as such, and what it does not, too.

They run in processes of their own, since they patch and warn as they like. discord.py is in requirements-dev.lock;
hikari is measured by `bench/chaos.py --peer hikari` alone.
"""

import importlib.util
import re
import subprocess
import sys

import pytest

from tests.chaos.peers.network import take_frame
from tests.chaos.wire.frames import frame
from tests.house.source import ROOT

SABOTAGE = """
import runpy, sys
import discord.state
parse = discord.state.ConnectionState.parse_message_delete
def forget(self, data):
    if int(data["id"]) % 7:
        parse(self, data)
discord.state.ConnectionState.parse_message_delete = forget
sys.argv = sys.argv[1:]
runpy.run_path(sys.argv[0], run_name="__main__")
"""


def played(*options, sabotage=""):
    """Return what the bench prints of discord.py."""
    if importlib.util.find_spec("discord") is None:
        pytest.skip("discord.py is in requirements-dev.lock; run scripts/setup")
    command = [ROOT / "bench" / "chaos.py", "--peer", "discord.py", "--here", *options]
    python = [sys.executable, "-W", "ignore", *(["-c", sabotage] if sabotage else [])]
    done = subprocess.run([*python, *command], check=False, capture_output=True, text=True, cwd=ROOT)
    assert not done.stderr, done.stderr
    return done.stdout


def counts(*faults, sabotage=""):
    """Return what came of each fault alone, ten times, to discord.py."""
    printed = played(*(option for fault in faults for option in ("--fault", fault)), sabotage=sabotage)
    rows = dict(line.split(": ", 1) for line in printed.splitlines())
    return {
        fault: {name: int(count) for name, count in re.findall(r"([\w][\w ]*): (\d+)(?:, |$)", rows[fault])}
        for fault in faults
    }


def test_discord_py_keeps_what_it_can_keep_and_loses_what_it_cannot():
    found = counts("reset", "op 7", "no acks", "half-open", "loop blocked 90 s", "duplicated replay", "damaged message")
    for fault in ("reset", "op 7", "no acks", "half-open", "loop blocked 90 s"):
        seen = found[fault]
        assert seen["seen"] == seen["events"] > 100, fault
        assert seen["identifies"] == 1, fault
        assert not seen.keys() & {"lost", "doubled", "out of order", "stuck", "ends", "rules broken"}, fault
    # Its own flaws: it does not look at sequence numbers, and what it cannot decompress ends it.
    assert found["duplicated replay"]["doubled"] > 100
    assert found["damaged message"]["ends"] == 10


def test_a_peer_that_drops_events_is_found_out():
    found = counts("reset", sabotage=SABOTAGE)["reset"]
    assert found["lost"] == found["events"] - found["seen"] > 10


def lines(scenario, sabotage=""):
    """Return the first number that each line of a short run measured, by what it measures."""
    printed = played("--only", scenario, "--short", "--markdown", sabotage=sabotage)
    cells = [row.split(" | ") for row in printed.splitlines() if row.startswith("| ")]
    return {what: int(re.match(r"[\d,]+", measured)[0].replace(",", "")) for _, what, _, _, measured in cells}


def test_nonsense_that_ends_a_bot_is_counted_and_so_are_the_events_behind_it():
    found = lines("hostile")
    # Most of what it cannot read, it raises out of the loop that reads.
    assert found["deaths of a connected client by hostile payloads"] > 20
    assert found["events behind a hostile payload that were delivered"] < 1_000
    assert found["sessions given up on what cannot be read"] > 20
    assert found["events doubled or out of order among them"] == 0


QUIET = """
import runpy, sys
import discord.state
for name in [name for name in vars(discord.state.ConnectionState) if name.startswith("parse_")]:
    if name not in ("parse_ready", "parse_resumed", "parse_message_delete"):
        setattr(discord.state.ConnectionState, name, lambda self, data: None)
sys.argv = sys.argv[1:]
runpy.run_path(sys.argv[0], run_name="__main__")
"""


def test_a_peer_that_reads_nothing_of_the_nonsense_dies_of_it_less_often():
    deaths = "deaths of a connected client by hostile payloads"
    assert 0 < lines("hostile", QUIET)[deaths] < lines("hostile")[deaths]


def test_secrets_that_a_peer_tells_are_found():
    found = lines("tell")
    assert found["secrets in log records at DEBUG"] > 20
    assert found["secrets in reprs of living objects"] > 20
    assert found["secrets in tracebacks"] == 0


@pytest.mark.parametrize("size", [0, 1, 125, 126, 65535, 65536, 70001])
def test_the_server_reads_the_frames_of_a_client(size):
    data, mask = bytes(i % 251 for i in range(size)), b"\x01\x02\xfe\xff"
    server = frame(2, data)
    start = len(server) - size
    masked = bytes(byte ^ mask[i % 4] for i, byte in enumerate(data))
    client = bytearray(server[:1] + bytes([server[1] | 0x80]) + server[2:start] + mask + masked)
    whole = bytes(client)
    for cut in {0, 1, 2, start, len(whole) - 1}:
        assert take_frame(bytearray(whole[:cut])) is None
    client += b"\x81"
    assert take_frame(client) == (2, data)
    assert client == b"\x81"
