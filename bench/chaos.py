"""What this client loses, how fast it recovers and what it spends under faults: a table, from a Discord that fails.

    .venv/bin/python bench/chaos.py                     # everything, at full length
    .venv/bin/python bench/chaos.py --short             # everything, in some seconds
    .venv/bin/python bench/chaos.py --figure 7 --seed 3 # one figure, by another seed
    .venv/bin/python bench/chaos.py --only wild --run 8 # one run of one scenario again, with all that happened in it

Gateway and REST are in memory and the clock is virtual (tests/chaos); shards and HTTP client are the real ones. The same
seed plays the same faults at the same moments. A run that misses a target prints the command that plays it again.
"""

import argparse
import logging
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.chaos.figures import Line, Outcome, Scenario, describe, replay
from tests.chaos.scenarios import NOT_MEASURED, SCENARIOS


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
            print(f"{'; '.join(missed)}\n  again: {replay(scenario.name, args.seed, number, short=args.short)}")
    return outcomes


def show(line: Line) -> None:
    """Print one line of the table."""
    verdict = "ok" if line.holds else "MISSED"
    print(f"{line.figure:>3} {line.what:56} {line.target:24} {verdict:7}{line.measured}", flush=True)


def main() -> int:
    """Print the table; return 1 where a target is missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--figure", type=int, help="only the scenarios that measure this one")
    parser.add_argument("--only", choices=[scenario.name for scenario in SCENARIOS])
    parser.add_argument("--run", type=int, help="only this run, with what happened in it")
    parser.add_argument("--short", action="store_true")
    args = parser.parse_args()
    if args.run is not None and args.only is None:
        parser.error("--run needs --only")
    if args.figure in NOT_MEASURED:
        parser.error(f"figure {args.figure} is not measured yet")
    logging.disable(logging.CRITICAL)
    lines: list[Line] = []
    for scenario in SCENARIOS:
        if args.only not in (None, scenario.name) or (args.figure and args.figure not in scenario.figures):
            continue
        began = time.perf_counter()
        judged = scenario.judge(play(scenario, args))
        for line in judged:
            show(line)
        print(f"    {scenario.name}, seed {args.seed}: {time.perf_counter() - began:.1f} s")
        lines += judged
    if args.short:
        print("Shortened runs: these are no figures to publish.")
    print(f"Not measured yet: figures {', '.join(map(str, NOT_MEASURED))}.")
    return 0 if all(line.holds for line in lines) else 1


if __name__ == "__main__":
    sys.exit(main())
