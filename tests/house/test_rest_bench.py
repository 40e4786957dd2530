"""The bench of requests measures what it says: its server refuses, its optimum is one, and it still runs."""

import asyncio
import http.client
import importlib
import json
import subprocess
import sys
from collections import Counter
from types import SimpleNamespace

import pytest

from tests.chaos.rest.allowances import FixedWindow, Leaky, Spent
from tests.chaos.rest.rules import match
from tests.chaos.rest.workload import MESSAGE, ROLE, Order
from tests.house.source import ROOT

IDS = {"channel": "1", "guild": "2", "user": "3", "role": "4"}


def loaded(monkeypatch, name):
    monkeypatch.setattr(sys, "path", [str(ROOT / "bench"), *sys.path])
    return importlib.import_module(name)


@pytest.fixture(name="orders")
def bench_orders(monkeypatch):
    return loaded(monkeypatch, "rest_orders")


@pytest.fixture(name="limits")
def bench_limits(monkeypatch):
    """Return the limits of the server by a clock that stands still, at a moment in the midst of a second."""
    clock = SimpleNamespace(now=100.25)
    module = loaded(monkeypatch, "rest_server")
    return module.Limits(SimpleNamespace(time=lambda: clock.now), are_binding=True), clock


def ask(limits, method, path, times):
    """Return the waits that so many requests are told."""
    return [limits.take(match(method, path))[0] for _ in range(times)]


def test_the_server_refuses_the_sixth_message_until_its_window_is_over(limits):
    server, clock = limits
    assert ask(server, "POST", "/channels/1/messages", 6) == [0.0] * 5 + [5.0]
    clock.now += 4.9
    assert ask(server, "POST", "/channels/1/messages", 1) == [pytest.approx(0.1)]
    assert ask(server, "POST", "/channels/2/messages", 1) == [0.0]
    clock.now += 0.2
    assert ask(server, "POST", "/channels/1/messages", 5) == [0.0] * 5
    assert server.told()["429 bucket"] == 2


def test_the_server_lets_routes_that_share_a_bucket_use_it_up_together(limits):
    server, _ = limits
    path = "/guilds/2/members/3/roles/4"
    assert ask(server, "PUT", path, 6) + ask(server, "DELETE", path, 5) == [0.0] * 10 + [10.0]


def test_the_server_refuses_more_than_fifty_in_a_second_but_no_answer_to_an_interaction(limits, orders):
    server, clock = limits
    waits = [wait for number in range(51) for wait in ask(server, "GET", f"/users/{number}", 1)]
    assert waits == [0.0] * 50 + [0.75]
    assert ask(server, "POST", orders.callback(1).path(0.0), 100) == [0.0] * 100
    clock.now += 0.75
    assert ask(server, "GET", "/users/1", 1) == [0.0]
    assert server.told()["429 global"] == 1


@pytest.mark.parametrize(("options", "refused"), [((), 1), (("--free",), 0)])
def test_a_client_that_keeps_no_limits_is_refused_and_that_is_counted(options, refused):
    command = [sys.executable, "bench/rest_server.py", *options]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        connection = http.client.HTTPConnection("127.0.0.1", int(process.stdout.readline()), timeout=10)
        statuses, answers = Counter(), []
        for _ in range(6):
            connection.request("POST", "/api/v10/channels/1/messages", body=b'{"content":"x"}')
            answer = connection.getresponse()
            statuses[answer.status] += 1
            answers.append((dict(answer.getheaders()), json.loads(answer.read())))
        connection.request("GET", "/counts")
        told = json.loads(connection.getresponse().read())
        connection.close()
        process.terminate()
    assert statuses == Counter({200: 6 - refused, 429: refused})
    assert (told["done"], told.get("429 bucket", 0)) == (6 - refused, refused)
    first, last = answers[0], answers[-1]
    assert first[1]["channel_id"] == "1"
    assert len(json.dumps(first[1])) > 700
    assert {"X-RateLimit-Bucket", "X-RateLimit-Remaining", "X-RateLimit-Reset-After", "Via"} <= first[0].keys()
    assert ("Retry-After" in last[0], "retry_after" in last[1]) == (bool(refused),) * 2


CASES = [
    (("POST", MESSAGE), 1, 0.0, 0.0),
    (("POST", MESSAGE), 5, 0.0, 0.0),
    (("POST", MESSAGE), 6, 5.0, 5.0),
    (("POST", MESSAGE), 15, 10.0, 10.0),
    # Ten at once, and one more in each fifth of a second.
    (("GET", MESSAGE), 10, 0.0, 0.0),
    (("GET", MESSAGE), 13, 0.6, 0.6),
    # Of these no bucket tells.
    (("GET", "/users/{user}"), 50, 0.0, 0.0),
    (("GET", "/users/{user}"), 51, 1.0, 0.0),
    (("GET", "/users/{user}"), 150, 2.0, 0.0),
]


@pytest.mark.parametrize(("what", "count", "best", "unbound"), CASES)
def test_the_optimum_of_one_route_is_what_anyone_can_reckon(orders, what, count, best, unbound):
    asked = [Order(*what, IDS)] * count
    assert orders.least(asked) == pytest.approx(best)
    assert orders.least(asked, None) == pytest.approx(unbound)


def test_the_optimum_counts_routes_that_share_a_bucket_together(orders):
    asked = [Order("PUT", ROLE, IDS)] * 6 + [Order("DELETE", ROLE, IDS)] * 5
    assert orders.least(asked) == 10.0


def test_the_optimum_lets_what_is_allowed_later_wait_for_its_place_in_the_second(orders):
    # Twenty channels: a hundred messages at 0, and a hundred at 5, of which fifty fit into the second.
    asked = [orders.message(place) for place in range(20) for _ in range(10)]
    assert orders.least(asked) == 6.0


def played(asked, per_second):
    """Return how long somebody takes who knows all limits, and sends what may be sent as soon as it may be."""
    left = [match(order.method, order.path(0.0)) for order in asked]
    allowances, went, now = {}, [], 0.0
    while left:
        waits = []
        for found in list(left):
            bucket = found.operation.buckets[""]
            kind = Leaky if bucket.is_leaky else FixedWindow
            allowance = allowances.setdefault((bucket.name, found.resource), kind(bucket.limit, bucket.period))
            allowance.move_to(now)
            wait = max(allowance.wait(now), went[-per_second] + 1.0 - now if len(went) >= per_second else 0.0)
            if wait > 1e-9:
                waits.append(wait)
                continue
            allowance.spend(Spent(("", "", "", ""), now))
            went.append(now)
            left.remove(found)
        now += min(waits, default=0.0)
    return went[-1]


@pytest.mark.parametrize(("name", "best"), [("messages", 11.0), ("sharing", 11.0), ("burst", 9.0)])
def test_the_optimum_of_each_workload_can_be_reached(orders, name, best):
    asked = orders.WORKLOADS[name].make(1.0)
    assert orders.least(asked) == pytest.approx(best)
    assert played(asked, orders.PER_SECOND) == pytest.approx(best)


def test_an_operation_that_the_server_does_not_know_has_no_optimum(orders):
    with pytest.raises(ValueError, match="no such operation"):
        orders.least([Order("GET", "/gateway", {})])


def test_a_short_run_of_the_bench_keeps_every_limit():
    parts = ["cpu", "makespan", "callbacks", "aiohttp-tuned", "scurrypy"]
    done = subprocess.run(
        [sys.executable, "bench/rest.py", "--short", "--here", *parts],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    rows = [line.split() for line in done.stdout.splitlines() if line.startswith("scurrypy ") and "{'ok'" in line]
    assert [row[-1] for row in rows] == ["60}", "80}", "100}"]
    assert "added" in done.stdout


def test_the_bench_fails_where_a_peer_does(monkeypatch):
    bench = loaded(monkeypatch, "rest")
    peer = SimpleNamespace(name="nobody", python=sys.executable, options=[])
    with pytest.raises(bench.PeerFailed, match="nobody: "):
        asyncio.run(bench.run_peer(peer, "rest_floor.py", 1, {"orders": [], "warm": "none", "workers": 0}))
