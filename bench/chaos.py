"""What this client loses, how fast it recovers and what it spends under faults: a table, from a Discord that fails.

    .venv/bin/python bench/chaos.py                     # everything, at full length
    .venv/bin/python bench/chaos.py --short             # everything, in some seconds
    .venv/bin/python bench/chaos.py --figure 7 --seed 3 # one figure, by another seed
    .venv/bin/python bench/chaos.py --only wild --run 8 # one run of one scenario again, with all that happened in it
    .venv/bin/python bench/chaos.py --peer hikari       # the same of another library, unmodified, by the same harness
    .venv/bin/python bench/chaos.py --peer hikari --fault "close 4001" # what one fault alone does to it, ten times

Gateway and REST are in memory and the clock is virtual (tests/chaos); shards and HTTP client are the real ones. The
same seed plays the same faults at the same moments. A run that misses a target prints the command that plays it again.

A peer (discord.py, hikari) runs in an environment of its own, pinned in chaos_peers.toml and made when it is missing.
Its figures are there to compare, and what it cannot be asked is said.
"""

import argparse
import importlib
import logging
import subprocess
import sys
import time
import warnings
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parents[1]))

from environments import read_peers
from tests.chaos.faults import RESUMABLE
from tests.chaos.figures import Line, Outcome, Scenario, describe, replay, total
from tests.chaos.peers import CANNOT_RUN, PEERS
from tests.chaos.scenarios import SCENARIOS

ENDS = 20
"""Ways of ending that are told one by one."""


def play(scenario: Scenario, args: argparse.Namespace) -> list[Outcome]:
    """Play a scenario's runs and return how each went; print how to play those again that missed a target."""
    if args.run is not None:
        outcome = scenario.run(args.seed, args.run, short=args.short)
        print(*describe(outcome), sep="\n")
        return [outcome]
    outcomes = []
    for number in range(scenario.short_runs if args.short else scenario.runs):
        outcome = scenario.run(args.seed, number, short=args.short)
        outcomes.append(outcome)
        missed = [line.what for line in scenario.judge([outcome]) if not line.holds]
        if missed:
            peer = f" --peer {args.peer}" if args.peer else ""
            print(f"{'; '.join(missed)}\n  again: {replay(scenario.name, args.seed, number, short=args.short)}{peer}")
    return outcomes


def show(line: Line, *, is_markdown: bool) -> None:
    """Print one line of the table."""
    verdict = "ok" if line.holds else "MISSED"
    if is_markdown:
        print(f"| {line.figure} | {line.what} | {line.target} | {verdict} | {line.measured} |", flush=True)
    else:
        print(f"{line.figure:>3} {line.what:56} {line.target:24} {verdict:7}{line.measured}", flush=True)


def show_ends(outcomes: Sequence[Outcome]) -> None:
    """Print how a peer's bot ended by itself, the most frequent first."""
    ends = [(name, count) for name, count in total(outcomes).most_common() if name.startswith("ended: ")]
    for name, count in ends[:ENDS]:
        print(f"    {count:,} x {name}")
    if ends[ENDS:]:
        print(f"    {sum(count for _, count in ends[ENDS:]):,} in {len(ends) - ENDS:,} other ways")


def play_peer(args: argparse.Namespace) -> int:
    """Run this command again in the peer's environment."""
    peer = read_peers("chaos_peers.toml")[f"chaos-{args.peer.replace('.', '')}"]
    peer.install()
    print(f"{args.peer}: {peer.versions()}", flush=True)
    return subprocess.run([peer.python, *sys.argv, "--here"], check=False).returncode


def play_faults(args: argparse.Namespace) -> int:
    """Print what single faults do to a peer."""
    scenarios = importlib.import_module("tests.chaos.peers.scenarios")
    for fault in args.fault:
        outcome = scenarios.alone(args.peer, args.seed, fault)
        found = ", ".join(f"{name}: {count}" for name, count in sorted(outcome.counts.items()) if count)
        print(f"{fault}: {found}", flush=True)
    return 0


def scenarios_of(peer: str | None) -> list[Scenario]:
    """Return what is played."""
    if peer is None:
        return SCENARIOS
    scenarios = importlib.import_module("tests.chaos.peers.scenarios")
    return list(scenarios.scenarios(peer))


def not_measured(peer: str) -> list[int]:
    """Return the figures of a peer that no scenario measures, but some could."""
    measured = {figure for scenario in scenarios_of(peer) for figure in scenario.figures}
    return sorted(set(range(1, 24)) - measured - set(CANNOT_RUN[peer]))


def read_arguments() -> argparse.Namespace:
    """Return what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--figure", type=int, help="only the scenarios that measure this one")
    parser.add_argument("--only", choices=[scenario.name for scenario in SCENARIOS])
    parser.add_argument("--run", type=int, help="only this run, with what happened in it")
    parser.add_argument("--short", action="store_true")
    parser.add_argument("--peer", choices=PEERS, help="measure another library")
    parser.add_argument("--here", action="store_true", help="run the peer in this environment, as it is")
    parser.add_argument("--fault", choices=RESUMABLE, action="append", help="only this fault, alone, to a peer")
    parser.add_argument("--markdown", action="store_true", help="print the lines as rows of a Markdown table")
    args = parser.parse_args()
    if args.run is not None and args.only is None:
        parser.error("--run needs --only")
    if args.fault and args.peer is None:
        parser.error("--fault needs --peer")
    return args


def print_table(args: argparse.Namespace) -> list[Line]:
    """Play what was asked for, print a line for each figure, and return them."""
    lines: list[Line] = []
    for scenario in scenarios_of(args.peer):
        if args.only not in (None, scenario.name) or (args.figure and args.figure not in scenario.figures):
            continue
        began = time.perf_counter()
        outcomes = play(scenario, args)
        judged = scenario.judge(outcomes)
        for line in judged:
            show(line, is_markdown=args.markdown)
        if args.peer:
            show_ends(outcomes)
        print(f"    {scenario.name}, seed {args.seed}: {time.perf_counter() - began:.1f} s")
        lines += judged
    return lines


def main() -> int:
    """Print the table; return 1 where a target is missed."""
    args = read_arguments()
    if args.peer and not args.here:
        return play_peer(args)
    logging.disable(logging.CRITICAL)
    if args.peer:
        # They warn of themselves, and of Python's next versions.
        warnings.simplefilter("ignore")
    if args.fault:
        return play_faults(args)
    lines = print_table(args)
    if args.short:
        print("Shortened runs: these are no figures to publish.")
    if args.peer:
        for figure, why in CANNOT_RUN[args.peer].items():
            print(f"{figure:>3} cannot run with {args.peer}: it {why}")
        print(f"Not measured: figures {', '.join(map(str, not_measured(args.peer)))}.")
    return 0 if all(line.holds for line in lines) else 1


if __name__ == "__main__":
    sys.exit(main())
