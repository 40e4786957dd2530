"""A short run of every figure reaches its target, the same each time, and can be played again."""

import importlib.util
import shlex
import sys

import pytest

from tests.chaos.figures import Line, Outcome, Scenario
from tests.chaos.scenarios import SCENARIOS
from tests.house.source import ROOT

BY_NAME = {scenario.name: scenario for scenario in SCENARIOS}
SEED = 1


@pytest.fixture(name="bench")
def bench_chaos(monkeypatch):
    """Return the command as a module."""
    spec = importlib.util.spec_from_file_location("bench_chaos", ROOT / "bench" / "chaos.py")
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setattr(sys, "path", list(sys.path))
    spec.loader.exec_module(module)
    monkeypatch.setattr(module.logging, "disable", lambda level: None)
    return module


@pytest.mark.parametrize("name", BY_NAME)
def test_a_short_run_reaches_every_target(name):
    scenario = BY_NAME[name]
    outcomes = [scenario.run(SEED, number, short=True) for number in range(scenario.short_runs)]
    missed = [line for line in scenario.judge(outcomes) if not line.holds]
    assert missed == [], f".venv/bin/python bench/chaos.py --short --only {name} --seed {SEED}"


def test_every_figure_is_measured():
    assert sorted({figure for scenario in SCENARIOS for figure in scenario.figures}) == list(range(1, 24))


@pytest.mark.parametrize("name", ["survive", "end", "wild"])
def test_a_seed_plays_the_same_faults_to_the_same_end(name):
    first, second = (BY_NAME[name].run(7, 3, short=True) for _ in range(2))
    assert first == second
    assert first.log != BY_NAME[name].run(8, 3, short=True).log


def test_a_run_that_misses_prints_the_command_that_plays_it_again(bench, monkeypatch, capsys):
    async def play(rng, number, short):
        return Outcome({"bad": number}, log=[(1.0, 0, "reset")])

    def judge(outcomes):
        bad = sum(outcome.counts["bad"] for outcome in outcomes)
        return [Line("1", "bad things", "0", str(bad), bad == 0)]

    monkeypatch.setattr(bench, "SCENARIOS", [Scenario("end", (3,), 2, 2, play, judge)])
    monkeypatch.setattr(sys, "argv", ["chaos.py", "--seed", "5"])
    assert bench.main() == 1
    again = next(line for line in capsys.readouterr().out.splitlines() if "again: " in line).split("again: ")[1]
    assert again == ".venv/bin/python bench/chaos.py --only end --seed 5 --run 1"
    monkeypatch.setattr(sys, "argv", shlex.split(again)[1:])
    assert bench.main() == 1
    assert "1.00 s  shard 0  reset" in capsys.readouterr().out


def test_the_command_prints_what_it_measured_and_whether_that_was_all(bench, monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["chaos.py", "--short", "--figure", "10"])
    assert bench.main() == 0
    printed = capsys.readouterr().out
    assert " 10 attempts after a fatal code" in printed
    assert "Shortened runs: these are no figures to publish." in printed
