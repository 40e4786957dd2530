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


def counts(*faults, sabotage=""):
    """Return what came of each fault alone, ten times, to discord.py."""
    if importlib.util.find_spec("discord") is None:
        pytest.skip("discord.py is in requirements-dev.lock; run scripts/setup")
    options = [option for fault in faults for option in ("--fault", fault)]
    command = [ROOT / "bench" / "chaos.py", "--peer", "discord.py", "--here", *options]
    python = [sys.executable, "-W", "ignore", *(["-c", sabotage] if sabotage else [])]
    done = subprocess.run([*python, *command], check=True, capture_output=True, text=True, cwd=ROOT)
    rows = dict(line.split(": ", 1) for line in done.stdout.splitlines())
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
