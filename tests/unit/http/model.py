"""A Discord in memory: true limits behind a network that takes its time. It is what the limiter must never annoy."""

import asyncio
import json
import random
from collections import deque
from dataclasses import dataclass, field
from typing import Any

from multidict import CIMultiDict

from scurrypy.http.client import HTTPClient
from scurrypy.http.exchange import Exchange
from scurrypy.http.invalid_requests import InvalidRequests
from scurrypy.http.limits import Limits
from scurrypy.http.responses import Answer, AttemptFailed
from scurrypy.http.routing import target_of
from scurrypy.http.standing import Standing

VIA = {"Via": "1.1 google"}


def answer(status=200, body: Any = None, headers=None, *, content_type="application/json"):
    """An answer of Discord itself."""
    raw = b"" if body is None else body if isinstance(body, bytes) else json.dumps(body).encode()
    named = {"Content-Type": content_type} if raw else {}
    return Answer(status, CIMultiDict({**VIA, **named, **(headers or {})}), raw)


def quota(limit, remaining, reset_after, bucket="b"):
    return {
        "X-RateLimit-Limit": str(limit),
        "X-RateLimit-Remaining": str(remaining),
        "X-RateLimit-Reset-After": str(reset_after),
        "X-RateLimit-Bucket": bucket,
    }


def limited(retry_after, *, scope="user", headers=None, code=None):
    """A 429 of Discord itself."""
    body = {"message": "You are being rate limited.", "retry_after": retry_after, "global": scope == "global"}
    if code is not None:
        body["code"] = code
    further = {"X-RateLimit-Global": "true"} if scope == "global" else {}
    return answer(429, body, {"X-RateLimit-Scope": scope, **further, **(headers or {})})


def lost():
    """A connection that broke after the request was sent."""
    return AttemptFailed("ServerDisconnectedError", reached_discord=True)


def closed():
    """A connection kept from before that Discord closed just as the request was sent."""
    failure = lost()
    failure.was_kept = True
    return failure


def unreachable():
    """A connection that never came about."""
    return AttemptFailed("ClientConnectorError", reached_discord=False)


class Script:
    """Answers each attempt with the next line of a script, and notes when it came."""

    def __init__(self, *lines, latency=0.0):
        self.lines = list(lines)
        self.latency = latency
        self.sent = []
        self.times = []

    async def send(self, request, *, depart=None, timeout=None):
        self.sent.append(request)
        self.times.append(asyncio.get_running_loop().time())
        line = self.lines.pop(0) if self.lines else answer(200, {"id": "1"})
        if callable(line):
            line = line(request)
        if self.latency:
            await asyncio.sleep(self.latency)
        if isinstance(line, Exception):
            raise line
        return line

    async def close(self):
        pass

    @property
    def paths(self):
        return [request.url.path.removeprefix("/api/v10") for request in self.sent]

    @property
    def bodies(self):
        return [json.loads(request.body) for request in self.sent]


def client_of(transport, *, global_limit=50, max_wait=60.0, seed=1, invalid=None):
    """A started client whose attempts go to `transport`."""
    client = HTTPClient(base_url="http://127.0.0.1", rng=random.Random(seed))
    client._token = "token"
    limits = Limits(global_limit, max_wait)
    client._exchange = Exchange(transport, limits, Standing(invalid or InvalidRequests()), max_wait)
    return client


def limits_of(client) -> Limits:
    return client._exchange._limits


def at_rest(client) -> bool:
    """Whether no permit is out and nobody waits."""
    limits = limits_of(client)
    hidden = [gate for gates in limits._hidden.values() for gate in gates.values()]
    buckets = [*limits._buckets.values(), *limits._named.values(), *hidden]
    gates = [*buckets, *limits._globals.values()]
    under_way = sum(gate._under_way for gate in limits._globals.values())
    in_flight = sum(bucket._in_flight for bucket in buckets)
    return under_way == in_flight == 0 and not any(gate.is_awaited for gate in gates)


@dataclass
class Rule:
    """One limit of the model."""

    limit: int
    period: float
    bucket: str
    sliding: bool = False


@dataclass
class Window:
    rule: Rule
    times: deque = field(default_factory=deque)

    def take(self, now):
        """Return whether one more is allowed, how many are left, and the seconds until all are free again."""
        times, period = self.times, self.rule.period
        if self.rule.sliding:
            while times and times[0] + period <= now:
                times.popleft()
        elif times and times[0] + period <= now:
            times.clear()
        allowed = len(times) < self.rule.limit
        if allowed:
            times.append(now)
        return allowed, self.rule.limit - len(times), (times[-1] if self.rule.sliding else times[0]) + period - now


class Model:
    """Discord, as its limits go: per bucket and major, and global over any second."""

    def __init__(
        self, rules, *, seed=1, latency=(0.01, 0.04), handshake=0.0, detour=0.0, global_limit=50, header_loss=0.0
    ):
        self.rules = rules
        self.rng = random.Random(seed)
        self.latency = latency
        self.handshake = handshake  # seconds to open a connection
        self.detour = detour  # seconds by which the first request on it comes later than its sender knows
        self.open_connections = 0
        self.header_loss = header_loss
        self.windows = {}
        self.everywhere = Window(Rule(global_limit, 1.0, "global", sliding=True))
        self.served = []
        self.refused = []
        self.hidden = None

    async def close(self):
        pass

    async def send(self, request, *, depart=None, timeout=None):
        detour = await self.connect(depart or (lambda arrives_within: None))
        # What is on its way arrives, also when its sender gives it up.
        return await asyncio.shield(self.travel(request, detour))

    async def travel(self, request, detour):
        await asyncio.sleep(detour + self.rng.uniform(*self.latency))
        reply = self.judge(request)
        await asyncio.sleep(self.rng.uniform(*self.latency))
        self.open_connections += 1
        return reply

    async def connect(self, depart):
        """Return the seconds by which the request comes later than its sender knows."""
        if self.open_connections:
            self.open_connections -= 1
            depart(0.0)
            return 0.0
        await asyncio.sleep(self.handshake)
        depart(1.0)
        return self.detour

    def judge(self, request):
        now = asyncio.get_running_loop().time()
        target = target_of(request.method, request.url.raw_path.removeprefix("/api/v10"))
        if not target.is_interaction:
            allowed, _, wait = self.everywhere.take(now)
            if not allowed:
                self.refused.append((now, "global"))
                return limited(wait, scope="global")
        rule = self.rules(target)
        if rule is None:
            self.served.append((now, target))
            return answer(200, {})
        window = self.windows.setdefault((rule.bucket, target.major), Window(rule))
        allowed, remaining, reset_after = window.take(now)
        headers = quota(rule.limit, remaining, round(reset_after, 3), rule.bucket)
        if not allowed:
            self.refused.append((now, rule.bucket))
            return limited(round(reset_after, 3), headers=headers)
        if self.hidden is not None and (wait := self.hidden(target, request, now)):
            self.refused.append((now, "hidden"))
            return limited(wait, headers=headers)
        self.served.append((now, target))
        if self.rng.random() < self.header_loss:
            headers = {}
        return answer(200, {}, headers)
