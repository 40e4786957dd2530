"""The harness can fail: a client broken on purpose misses the target that the break concerns."""

import asyncio
import itertools

import msgspec
import pytest

from scurrypy.dispatch.pool import WorkerPool
from scurrypy.gateway import close_codes, identify, reconnect, sending
from scurrypy.gateway.connection import Connection
from scurrypy.gateway.heartbeat import Heartbeat
from scurrypy.gateway.intake import Intake
from scurrypy.gateway.reconnect import ReconnectPolicy
from scurrypy.gateway.shard import GatewayClient
from scurrypy.wire.errors import InvalidAPIVersion
from tests.chaos.scenarios import SCENARIOS

BY_NAME = {scenario.name: scenario for scenario in SCENARIOS}


def missed(name, run=0):
    """Return what a short run of a scenario misses."""
    scenario = BY_NAME[name]
    return {line.what for line in scenario.judge([scenario.run(1, run, short=True)]) if not line.holds}


def keep_duplicates(monkeypatch):
    monkeypatch.setattr(Intake, "_is_new", lambda self, seq: True)


def drop_some(monkeypatch):
    """Take events as if to hand them on, and lose one in seven."""
    submit, numbers = WorkerPool.submit_unread, itertools.count()

    def careless(self, dispatches):
        submit(self, [each for each in dispatches if each[0] != "CHAOS" or next(numbers) % 7])

    monkeypatch.setattr(WorkerPool, "submit_unread", careless)


def swap_some(monkeypatch):
    """Hand one event on behind the next."""
    submit, numbers, held = WorkerPool.submit_unread, itertools.count(), {}

    def untidy(self, dispatches):
        kept = []
        for dispatch in dispatches:
            name, _, origin, _ = dispatch
            if name == "CHAOS" and next(numbers) % 50 == 0:
                held[origin] = dispatch
                continue
            kept.append(dispatch)
            if name == "CHAOS" and origin in held:
                kept.append(held.pop(origin))
        submit(self, kept)

    monkeypatch.setattr(WorkerPool, "submit_unread", untidy)


def give_up_at_once(monkeypatch):
    monkeypatch.setattr(ReconnectPolicy, "_lost", lambda self, ending, rule, now, *, has_failed: "why not")


def lose_silently(monkeypatch):
    monkeypatch.setattr(Intake, "lose_session", lambda self, reason: setattr(self, "session", None))


def tell_a_wrong_gap(monkeypatch):
    lose = Intake.lose_session

    def lie(self, reason):
        if self.session is not None:
            self.session.seq += 5
        lose(self, reason)

    monkeypatch.setattr(Intake, "lose_session", lie)


def identify_at_once(monkeypatch):
    monkeypatch.setattr(identify, "_SPACING", 0.0)


def never_come_back(monkeypatch):
    async def sleep_for_ever(self):
        await asyncio.sleep(1e6)

    monkeypatch.setattr(GatewayClient, "wait_reconnect", sleep_for_ever)


def come_back_late(monkeypatch):
    monkeypatch.setattr(reconnect, "_FIRST", 3.0)


def keep_a_dead_address(monkeypatch):
    monkeypatch.setattr(reconnect, "_FIRST", 6.0)


def be_impatient(monkeypatch):
    """Judge by answers alone that come within half an interval."""
    start = Heartbeat.start

    def hasty(self, interval):
        start(self, interval / 2)

    monkeypatch.setattr(Heartbeat, "start", hasty)


def forget_on_request(monkeypatch):
    """Let the answer to a requested heartbeat start the judgement anew (A11)."""
    beat = Heartbeat.beat

    def forgetful(self):
        beat(self)
        self.heard = False

    monkeypatch.setattr(Heartbeat, "beat", forgetful)


def be_deaf(monkeypatch):
    monkeypatch.setattr(Connection, "_give_up", lambda self: None)


def beat_late(monkeypatch):
    tick = Heartbeat._tick

    def drift(self):
        self._due += 0.05
        tick(self)

    monkeypatch.setattr(Heartbeat, "_tick", drift)


def send_without_limit(monkeypatch):
    monkeypatch.setattr(sending, "_ALLOWED", 200)


def retry_a_wrong_version(monkeypatch):
    rule = msgspec.structs.replace(close_codes.CLOSE_CODES[4012], action=close_codes.CloseAction.RESUME, error=None)
    monkeypatch.setitem(close_codes.CLOSE_CODES, 4012, rule)


def say_nothing(monkeypatch):
    monkeypatch.setattr(InvalidAPIVersion, "__str__", lambda self: "closed")


BREAKS = [
    (drop_some, "survive", "events lost to handlers, faults within the resume window"),
    (keep_duplicates, "survive", "events doubled to handlers"),
    (swap_some, "survive", "events out of order within a session"),
    (give_up_at_once, "survive", "sessions lost where none had to be", "IDENTIFYs spent on resumable faults"),
    (lose_silently, "end", "unresumable sessions told by SESSION_LOST"),
    (give_up_at_once, "end", "false SESSION_LOST"),
    (tell_a_wrong_gap, "end", "SESSION_LOST that names another last event"),
    (drop_some, "end", "events lost that the gateway could still send"),
    (identify_at_once, "end", "op 9 earned by an early IDENTIFY"),
    (identify_at_once, "mass", "op 9 caused by us, 64 shards x max_concurrency 16"),
    (come_back_late, "reconnects", "time to ACTIVE after: reset", "time to ACTIVE after: op 7"),
    (keep_a_dead_address, "reconnects", "time to ACTIVE after: resume address gone"),
    (never_come_back, "wild", "shards stuck 5 minutes after the faults"),
    (drop_some, "wild", "events lost, doubled, out of order, false SESSION_LOST"),
    (identify_at_once, "wild", "rules of the gateway broken"),
    (be_impatient, "patience", "living peers taken for dead"),
    (forget_on_request, "patience", "living peers taken for dead"),
    (beat_late, "saturate", "heartbeats delayed by it"),
    (send_without_limit, "saturate", "payloads in any 60 s, saturating sender"),
    (identify_at_once, "cold-start", "op 9 earned in it"),
    (retry_a_wrong_version, "fatal", "attempts after a fatal code"),
    (say_nothing, "fatal", "errors that name the cause"),
]


@pytest.mark.parametrize(("sabotage", "name", "what"), [(how, name, set(what)) for how, name, *what in BREAKS])
def test_a_broken_client_misses_its_target(monkeypatch, sabotage, name, what):
    sabotage(monkeypatch)
    # The fault that it takes may not be among those of the first run.
    assert any(what <= missed(name, run) for run in range(8))


def test_a_shard_that_never_hears_of_a_dead_peer_is_found_stuck(monkeypatch):
    be_deaf(monkeypatch)
    assert any("shards stuck" in what for run in range(40) for what in missed("wild", run))
