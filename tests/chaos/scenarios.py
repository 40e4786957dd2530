"""All scenarios, in the order of their figures."""

from tests.chaos import figures, hostile, machine, memory, permits, restart, revoked, secrets_told, sends, timing
from tests.chaos.figures import Scenario
from tests.chaos.rest import figures as rest
from tests.chaos.rest import pace

SCENARIOS = [
    Scenario("survive", (1, 2, 4), 25, 2, figures.survive, figures.judge_survive),
    Scenario("end", (3,), 10, 1, figures.end, figures.judge_end),
    Scenario("mass", (4,), 1, 1, figures.mass, figures.judge_mass),
    Scenario("reconnects", (5,), 1, 1, timing.reconnects, timing.judge_reconnects),
    Scenario("wild", (6,), 10_000, 40, figures.wild, figures.judge_wild),
    Scenario("patience", (7,), 1, 1, timing.patience, timing.judge_patience),
    Scenario("saturate", (8,), 3, 3, timing.saturate, timing.judge_saturate),
    Scenario("cold-start", (9,), 10, 1, timing.cold_start, timing.judge_cold_start),
    Scenario("fatal", (10,), 1, 1, timing.fatal, timing.judge_fatal),
    Scenario("refused", (11, 12), 20, 2, rest.refused, rest.judge_refused),
    Scenario("throughput", (13,), 1, 1, pace.throughput, pace.judge_throughput),
    Scenario("crowd", (14,), 1, 1, pace.crowd, pace.judge_crowd),
    Scenario("send", (15,), 5, 1, sends.send, sends.judge_send),
    Scenario("cancel", (16,), 20, 2, permits.cancel, permits.judge_cancel),
    Scenario("passers", (17,), 1, 1, memory.passers, memory.judge_passers),
    Scenario("reconnect", (17,), 3, 2, memory.reconnect, memory.judge_reconnect),
    Scenario("clocks", (18,), 3, 1, rest.clocks, rest.judge_clocks),
    Scenario("hostile", (19,), 20, 1, hostile.hostile, hostile.judge_hostile),
    Scenario("tell", (20,), 3, 1, secrets_told.tell, secrets_told.judge_tell),
    Scenario("revoke", (21,), 1, 1, revoked.revoke, revoked.judge_revoke),
    Scenario("restart", (22,), 200, 2, restart.restart, restart.judge_restart),
    Scenario("machine", (23,), 1, 1, machine.machine, machine.judge_machine),
]
