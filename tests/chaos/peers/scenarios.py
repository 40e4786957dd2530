"""Which scenarios are played with another library, what judges them, and which figures cannot be measured, and why."""

import dataclasses
import importlib
import random
from collections import Counter
from collections.abc import Sequence
from functools import partial
from typing import Any

from tests.chaos import faults, figures
from tests.chaos.faults import Schedule
from tests.chaos.figures import Line, Outcome, Scenario, total, zero
from tests.chaos.peers import CANNOT_RUN, requests, secrets
from tests.chaos.peers.nonsense import HostilePeer, hostile_world
from tests.chaos.scenarios import SCENARIOS
from tests.support.virtual_clock import run_virtual

RUNS = {"wild": 500, "refused": 2, "hostile": 3}
"""Runs of a whole measurement where a peer's differs from this client's; the line says how many there were."""
CAUSES = {
    4004: ("token", "authentication"),
    4010: ("invalid shard",),
    4011: ("sharding",),
    4012: ("version",),
    4013: ("intent",),
    4014: ("intent",),
}
"""Of these words an error must say one, in whatever case, to name the cause."""


def names_cause(code: int, text: str) -> bool:
    return any(word in text.lower() for word in CAUSES[code])


def judge_survive(outcomes: Sequence[Outcome]) -> list[Line]:
    counts = total(outcomes)
    given_up = zero("1", "sessions lost where none had to be", counts["sessions given up"])
    lines = [given_up if line.what == given_up.what else line for line in figures.judge_survive(outcomes)]
    return [*lines, _ends("1", counts)]


def judge_wild(outcomes: Sequence[Outcome]) -> list[Line]:
    return [*figures.judge_wild(outcomes), _ends("6", total(outcomes))]


JUDGES = {"survive": judge_survive, "wild": judge_wild}


def _ends(figure: str, counts: Counter[str]) -> Line:
    return zero(figure, "bots that ended by themselves, and were started again", counts["ends"])


def module_of(peer: str) -> Any:
    """Return what puts a peer into the harness: its `World` and its `sender`; the peer must be installed here."""
    return importlib.import_module(f"tests.chaos.peers.{peer.replace('.', '')}")


def worlds(world: type[Any]) -> dict[str, type[Any]]:
    """Return the world of each scenario that needs other rules than the rest."""
    return {
        # Its faults let a shard be back within the window.
        "survive": type("Survivable", (world,), {"excuses_window": False}),
        "mass": type("Survivable", (world,), {"excuses_window": False}),
        # A supervisor's restart is no attempt of the library's.
        "fatal": type("Unsupervised", (world,), {"is_supervised": False}),
    }


def scenarios(peer: str) -> list[Scenario]:
    """Return the scenarios that a peer can play: its bot those of the gateway, its HTTP client those of REST."""
    return [
        dataclasses.replace(
            scenario,
            play=_played(scenario, peer),
            judge=JUDGES.get(scenario.name, scenario.judge),
            runs=RUNS.get(scenario.name, scenario.runs),
        )
        for scenario in SCENARIOS
        if not set(scenario.figures) & set(CANNOT_RUN[peer])
        and (min(scenario.figures) <= 10 or scenario.name in ("hostile", "tell", *requests.SCENARIOS))
    ]


def _played(scenario: Scenario, peer: str) -> Any:
    """Return how a scenario is played with a peer."""
    module = module_of(peer)
    if scenario.name == "hostile":
        return partial(scenario.play, make=hostile_world(module.World), gateway_class=HostilePeer)
    if scenario.name == "tell":
        return partial(secrets.tell, module=module, package=peer.removesuffix(".py"))
    if min(scenario.figures) <= 10:
        return _gateway(scenario, module.World)
    return requests.sent_by(module.sender, scenario.play)


def _gateway(scenario: Scenario, world: type[Any]) -> Any:
    options: dict[str, Any] = {"names_cause": names_cause} if scenario.name == "fatal" else {}
    return partial(scenario.play, make=worlds(world).get(scenario.name, world), **options)


async def _alone(world_class: type[Any], rng: random.Random, name: str, times: int, shards: int) -> Outcome:
    """Let one fault happen to one shard, some times."""
    world = world_class(rng, shards)
    schedule = Schedule(world, {name: faults.RESUMABLE[name]}, pause=300.0)
    outcome = await figures.torment(world, schedule, times)
    outcome.counts.update({f"broken: {rule}": count for rule, count in world.violations.items()})
    return outcome


def alone(peer: str, seed: int, name: str, *, times: int = 10, shards: int = 1) -> Outcome:
    """Play one resumable fault again and again, and nothing else, to tell what it does to a library."""
    rng = random.Random(f"{name}/{seed}")

    async def story() -> Outcome:
        return await _alone(worlds(module_of(peer).World)["survive"], rng, name, times, shards)

    return run_virtual(story())
