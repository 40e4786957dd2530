"""The bench still runs, and says what it found: a short stream reaches the floors and this client, whole."""

import importlib
import subprocess
import sys
from typing import Any

import pytest

from tests.house.source import ROOT

sys.path.insert(0, str(ROOT / "bench"))
results = importlib.import_module("results")
environments = importlib.import_module("environments")


def bench(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "bench/gateway.py", "--here", "--short", "--deadline", "60", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(("mix", "listen", "seen"), [("busy", "typical", 176), ("every", "everything", 300)])
def test_the_bench_measures_every_event_of_a_short_stream(mix: str, listen: str, seen: int) -> None:
    done = bench("--mix", mix, "--listen", listen, "floor", "floor-models", "scurrypy")
    assert done.returncode == 0, done.stdout + done.stderr
    ends = {line.split()[0]: line.split()[-2:] for line in done.stdout.splitlines() if line.endswith("zstd-stream")}
    assert ends == {name: [str(seen), "zstd-stream"] for name in ("floor", "floor-models", "scurrypy")}


def test_a_peer_that_cannot_run_is_said_to_in_the_table_and_fails_the_bench() -> None:
    done = bench("--listen", "typical", "--markdown", "hikari")
    assert done.returncode == 1
    assert "hikari             cannot run: ModuleNotFoundError: No module named 'hikari'" in done.stdout.splitlines()
    assert "| hikari: hikari as it comes | cannot run: ModuleNotFoundError" in done.stdout


def table(listen: str, seen: int = 100, **micros: tuple[float, ...]) -> Any:
    """A table of peers that took so many µs per event in each of their runs."""
    known = environments.read_peers()
    found = []
    for name, each in micros.items():
        result = results.Result(known[name.replace("_", "-")], events=100)
        result.runs = [results.Run(cpu=figure * 100 / 1e6, wall=1, seen=seen, compression="none") for figure in each]
        found.append(result)
    return results.Table(listen, found, expected=100)


def test_a_table_shows_the_median_the_extremes_and_the_ratio_to_this_client() -> None:
    lines = list(table("typical", scurrypy=(8, 10, 9), hikari=(90, 99, 96)).lines())
    assert lines[2].split() == ["scurrypy", "9.00", "8.00", "10.00", "1.00", "100", "none"]
    assert lines[3].split() == ["hikari", "96.00", "90.00", "99.00", "10.67", "100", "none"]


def verdicts(made: Any) -> dict[str, bool]:
    return {verdict.target: verdict.is_reached for verdict in made.verdicts()}


def test_a_typical_bot_is_judged_beside_each_library_as_it_comes_the_fastest_and_the_floor() -> None:
    peers = {"discordpy_tuned": (91,), "hikari": (89,), "hikari_bare": (68,), "floor_models": (7.6,)}
    assert verdicts(table("typical", scurrypy=(9,), **peers)) == {
        "typical: at most 1/10 of discordpy-tuned": True,
        "typical: at most 1/10 of hikari": False,
        "typical: at most 1/7.5 of the fastest tuned peer, hikari-bare": True,
        "typical: at most 1.2 x floor-models": True,
        "typical: every event told": True,
    }
    missed = verdicts(table("typical", scurrypy=(9.2,), **peers, seen=99))
    assert [target for target, is_reached in missed.items() if is_reached] == []


def test_a_bot_that_listens_to_everything_is_judged_beside_the_fastest_and_the_floor() -> None:
    peers = {"discordpy": (1,), "discordpy_bare": (66,), "hikari_bare": (60,), "floor_models": (8,)}
    assert verdicts(table("everything", scurrypy=(10,), **peers)) == {
        "everything: at most 1/6 of the fastest tuned peer, hikari-bare": True,
        "everything: at most 1.2 x floor-models": False,
        "everything: every event told": True,
    }


def test_a_peer_that_leaves_events_out_is_not_the_fastest() -> None:
    whole = table("everything", scurrypy=(10,), hikari_bare=(70,))
    (partial,) = table("everything", nextcord_bare=(40,), seen=74).results.values()
    whole.results["nextcord-bare"] = partial
    assert whole.fastest().peer.name == "hikari-bare"
    assert "everything: at most 1/6 of the fastest tuned peer, hikari-bare" in verdicts(whole)


def test_markdown_has_a_row_for_each_peer_and_both_ways_of_listening_in_it() -> None:
    both = [table("typical", scurrypy=(8, 10, 9)), table("everything", seen=93, scurrypy=(11,))]
    rows = list(results.markdown(both))
    figures = "9.0 (8.0 to 10.0) | 1.00 | 100 % | 11.0 (11.0 to 11.0) | 1.00 | 93 %"
    assert rows[2] == f"| scurrypy: this client, of this folder | {figures} |"
    assert {row.count("|") for row in rows} == {8}
