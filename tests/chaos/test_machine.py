"""Figure 23 can be missed, and the state machines of hypothesis find a client or a limiter that is broken."""

import pytest
from hypothesis import Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from scurrypy.gateway.heartbeat import Heartbeat
from scurrypy.gateway.intake import Intake
from scurrypy.gateway.pending import Pending
from scurrypy.gateway.reconnect import ReconnectPolicy
from scurrypy.http.bucket import Bucket
from scurrypy.http.gate import Gate
from scurrypy.http.global_limit import GlobalLimit
from tests.chaos import machine
from tests.chaos.figures import Outcome
from tests.chaos.test_shard_machine import ShardMachine
from tests.unit.gateway.every_state import Cell, read_cells, read_table
from tests.unit.http.test_limiter_machine import LimiterMachine

LINES = "lines of the gateway that tests reach"
BRANCHES = "branches of the gateway that tests reach"


def missed(counts):
    return {line.what for line in machine.judge_machine([Outcome(counts)]) if not line.holds}


def some(cells):
    """Return few cells: to play them all takes seconds."""
    return [cell for cell in cells if cell.situation in ("active", "closed")]


def test_a_shard_that_does_something_else_than_the_table_says_misses(monkeypatch):
    monkeypatch.setattr(Intake, "_is_new", lambda self, seq: True)
    cells = some(read_table())
    counts = machine.play(cells, every_form=False)
    assert counts["asserted"] == len(cells) > counts["kept"]
    assert counts["otherwise: active, op 0: an event that came before"] == 1


@pytest.mark.parametrize("broken", [[], [Cell("active", "op 11: HEARTBEAT ACK", "?")]])
def test_a_cell_that_is_missing_or_says_nothing_misses(broken):
    whole = read_cells("| input | closed | active |\n|---|---|---|\n| op 11: HEARTBEAT ACK | stays | stays |")
    counts = machine.play([whole[0], *broken], every_form=False)
    assert (counts["asserted"], counts["kept"]) == (1, 1)
    assert missed(counts) == {
        "state x event cells with an assertion",
        "cells in which the shard does as asserted",
    }


PROJECT = """
def sign(number):
    if number < 0:
        return "-"
    if number:
        pass
    return "+"
"""


@pytest.mark.parametrize(
    ("test", "misses"),
    [
        ("assert {sign(n) for n in (-1, 0, 1)} == {'-', '+'}", set()),
        ("assert {sign(n) for n in (-1, 1)} == {'-', '+'}", {BRANCHES}),
        ("assert {sign(n) for n in (-1, 0, 1)} == {'?'}", {LINES, BRANCHES}),
    ],
)
def test_a_line_or_a_branch_that_no_test_reaches_misses_and_so_does_a_test_that_fails(tmp_path, test, misses):
    package = tmp_path / "package"
    package.mkdir()
    (package / "__init__.py").write_text("")
    (package / "signs.py").write_text(PROJECT)
    (tmp_path / "test_signs.py").write_text(f"from package.signs import sign\n\n\ndef test_sign():\n    {test}\n")
    counts = machine.reached("package", ["test_signs.py"], tmp_path)
    assert missed(counts) & {LINES, BRANCHES} == misses


BREAKS = [
    (ShardMachine, Intake, "_is_new", lambda self, seq: True),
    (ShardMachine, ReconnectPolicy, "_lost", lambda self, ending, rule, now, *, has_failed: "why not"),
    (ShardMachine, Heartbeat, "stop", lambda self: None),
    (ShardMachine, Pending, "end", lambda self, failure: self._ended.set_result(failure)),
    (LimiterMachine, Gate, "move_on", lambda self: None),
    (LimiterMachine, Bucket, "give_back", lambda self: None),
    (LimiterMachine, GlobalLimit, "pause", lambda self, seconds: None),
]


@pytest.mark.parametrize(("kind", "owner", "name", "broken"), BREAKS, ids=lambda it: getattr(it, "__name__", it))
def test_a_state_machine_finds_what_is_broken(monkeypatch, kind, owner, name, broken):
    monkeypatch.setattr(owner, name, broken)
    # Hypothesis draws on the constants of all modules that are loaded, so how soon it comes to it differs.
    search = settings(max_examples=2_000, stateful_step_count=30, phases=[Phase.generate], deadline=None)
    with pytest.raises((AssertionError, RuntimeError, ExceptionGroup)):
        run_state_machine_as_test(kind, settings=search)
