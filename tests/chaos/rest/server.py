"""The scripted Discord: it keeps the limits of the true one, tells of them what that one tells, and judges.

It knows no client. Of every 429 it says whether who sent the request could have known: what answers told, and when they
arrived, is all that counts (`knowledge.py`).
"""

import json
import random
from collections import Counter
from dataclasses import dataclass
from hashlib import sha256
from math import ceil
from time import gmtime, strftime

from tests.chaos.rest.allowances import Allowance, FixedWindow, Leaky, Second
from tests.chaos.rest.knowledge import GONE, Case, Knowledge
from tests.chaos.rest.network import Reply, Request
from tests.chaos.rest.rules import Bucket, Matched, age_variant, match, message_id, message_number

EPOCH = 1_800_000_000.0
"""Seconds since the Unix epoch at which the loop's clock says 0."""
ROOT = "/api/v10"
_VIA = ("Via", "1.1 google")
_JSON = ("Content-Type", "application/json")
INVALID, INVALID_PERIOD, BAN = 10_000, 600.0, 3600.0
"""Invalid requests in so many seconds that get an address shut out for so many."""


@dataclass(frozen=True)
class Mood:
    """What the server does beside keeping its limits; the numbers are parts of all requests."""

    global_limit: int = 50
    unheard: float = 0.0
    """Answers without headers of limits, though their bucket has some."""
    failing: float = 0.0
    """502s from the edge, which nothing behind it knows of."""
    forgetful: float = 0.0
    """Requests that are done, whose answer never comes because the connection breaks."""
    breaking: float = 0.0
    """Requests that are not even read before the connection breaks."""
    shared: float = 0.0
    """Requests that find a resource used up by others."""
    gone: float = 0.0
    """Messages that are deleted already."""
    rotate_every: int = 0
    """Requests after which some bucket gets another name, and its limit perhaps another size; 0 for never."""
    skew: float = 0.0
    """Seconds by which the clock of the headers is ahead of the true one."""
    slow: tuple[float, float] = (0.0, 0.0)
    """Seconds that an answer takes, least and most."""


class Discord:
    """A server for `Network`."""

    def __init__(self, rng: random.Random, mood: Mood) -> None:
        self.rng = rng
        self.mood = mood
        self.counts: Counter[str] = Counter()
        """What was asked, refused, and could have been prevented, by name."""
        self.log: list[tuple[float, int, str]] = []
        """The first refusals that could have been prevented, and repeats that came too soon."""
        self.seconds: dict[str, Second] = {}
        """The global limit of each bot; those who tell no name count together, as one address."""
        self.first_at, self.last_at = float("inf"), 0.0
        """When the first and the last request arrived that was done."""
        self.banned_until = 0.0
        self.invalid = 0
        """Invalid requests that count at present."""
        self._invalid_times: list[float] = []
        self._clock = Clock(mood.skew)
        self._phase = rng.random()
        self._allowances: dict[tuple[str, str, str], Allowance] = {}
        self._hidden: dict[tuple[str, str, str], FixedWindow] = {}
        self._shared: dict[tuple[str, str, str], float] = {}
        self._epochs: Counter[str] = Counter()
        self._knowledge = Knowledge(self._clock)

    @property
    def most_in_a_second(self) -> int:
        """Most requests of one bot that arrived within any second."""
        return max((second.most for second in self.seconds.values()), default=0)

    # The way of a request

    def answer(self, request: Request) -> Reply:
        now = request.at
        self._clock.now = now
        self.counts["asked"] += 1
        chance = self.rng.random()
        if chance < self.mood.breaking:
            return Reply(0)
        if now < self.banned_until:
            return Reply(429, (("Content-Type", "text/html"),), b"<html>banned</html>")
        if chance < self.mood.breaking + self.mood.failing:
            return Reply(502, (("Content-Type", "text/html"),), b"<html>Bad Gateway</html>")
        matched = match(request.method, request.target.partition("?")[0].removeprefix(ROOT))
        if matched is None:
            return Reply(404, (_VIA, _JSON), b'{"message": "404: Not Found", "code": 0}')
        if self.mood.rotate_every and self.counts["asked"] % self.mood.rotate_every == 0:
            self._rotate(matched)
        identity = request.headers.get("authorization", "")
        if matched.operation.is_bound:
            second = self.seconds.setdefault(identity, Second(self.mood.global_limit))
            wait = second.wait(now + self._phase)
            if wait > 0:
                self._note("global", preventable=True, request=request)
                return self._refuse(None, wait, "global")
        is_forgotten = 1 - chance < self.mood.forgetful
        reply = self._count(request, matched, identity, is_forgotten=is_forgotten)
        if self.mood.slow[1]:
            reply.after = self.rng.uniform(*self.mood.slow)
        if reply.status < 400:
            self.first_at, self.last_at = min(self.first_at, now), now
            self.counts["done"] += 1
        return Reply(0) if is_forgotten else reply

    def _count(self, request: Request, matched: Matched, identity: str, *, is_forgotten: bool) -> Reply:
        case = self._case(request, matched, identity)
        now, allowance, hidden = request.at, case.allowance, matched.operation.hidden
        if is_forgotten:
            case.asked.answered_at = min(case.asked.answered_at, now)
        if (wait := self._shared_wait(case)) > 0:
            return self._refuse_told(case, ("shared", *case.place), wait, "shared")
        if (wait := allowance.wait(now)) > 0:
            self._note("bucket", preventable=self._knowledge.could_know(case), request=request)
            return self._refuse(case, wait, "user")
        limited = hidden.key(matched.resource, request.body) if hidden else None
        if hidden is not None and limited is not None:
            window = self._hidden.setdefault(
                (identity, matched.operation.template, limited), FixedWindow(hidden.limit, hidden.period)
            )
            window.move_to(now)
            if (wait := window.wait(now)) > 0:
                # Of which channel a webhook is, its requests do not say.
                return self._refuse_told(case, ("hidden", *case.what, matched.resource), wait, hidden.scope)
            window.spend(case.spent)
        allowance.spend(case.spent)
        headers = self._headers(case)
        tell = self._knowledge.teller(case, tells_bucket=bool(headers), tells_window=bool(headers))
        if case.what[3] == GONE:
            return Reply(
                404, (*self._every(), *headers), b'{"message": "Unknown Message", "code": 10008}', arrived=tell
            )
        body = json.dumps({"id": str(message_id(0, self._clock.wall))}).encode()
        return Reply(200, (*self._every(), *headers), body, arrived=tell)

    def _case(self, request: Request, matched: Matched, identity: str) -> Case:
        operation = matched.operation
        variant = self._variant(matched)
        bucket = operation.buckets["young" if variant == GONE else variant]
        name = self._name(bucket)
        what = (identity, operation.method, operation.template, variant)
        allowance = self._allowance(identity, name, matched.resource, bucket)
        allowance.move_to(request.at)
        asked = self._knowledge.asked(what, matched.resource, request)
        return Case(request, matched, what, bucket, name, allowance, asked)

    def _variant(self, matched: Matched) -> str:
        if len(matched.operation.buckets) == 1:
            return ""
        message = matched.values["message"]
        # The time in an id is another by a millisecond where the same is played again later; the number is not.
        which = f"{message_number(message)}/{self._phase}"
        if self.mood.gone and int(sha256(which.encode()).hexdigest()[:4], 16) < self.mood.gone * 0x10000:
            return GONE
        return age_variant(message, self._clock.wall)

    # What is told

    def _headers(self, case: Case) -> tuple[tuple[str, str], ...]:
        if case.bucket.is_silent or (self.mood.unheard and self.rng.random() < self.mood.unheard):
            return ()
        now, allowance = case.request.at, case.allowance
        after = allowance.reset_after(now)
        return (
            ("X-RateLimit-Limit", str(allowance.limit)),
            ("X-RateLimit-Remaining", str(max(0, allowance.remaining(now)))),
            ("X-RateLimit-Reset", f"{self._clock.shown + after:.3f}"),
            ("X-RateLimit-Reset-After", f"{after:.3f}"),
            ("X-RateLimit-Bucket", case.name),
        )

    def _every(self) -> tuple[tuple[str, str], ...]:
        """Return the headers that every answer has."""
        return _VIA, _JSON, ("Date", strftime("%a, %d %b %Y %H:%M:%S GMT", gmtime(self._clock.shown)))

    def _refuse(self, case: Case | None, wait: float, scope: str) -> Reply:
        headers = self._headers(case) if case is not None else ()
        told = [*self._every(), *headers, ("Retry-After", str(ceil(wait))), ("X-RateLimit-Scope", scope)]
        if scope == "global":
            told.append(("X-RateLimit-Global", "true"))
        body = {"message": "You are being rate limited.", "retry_after": round(wait, 3), "global": scope == "global"}
        if scope != "shared":
            self.count_invalid()
        tell = self._knowledge.teller(case, tells_bucket=bool(headers), tells_window=False) if case else None
        return Reply(429, told, json.dumps(body).encode(), arrived=tell)

    def _refuse_told(self, case: Case, key: tuple[str, ...], wait: float, scope: str) -> Reply:
        """Refuse by a limit that only a refusal tells of; a request sent after that was told is a repeat."""
        is_repeat = self._knowledge.is_told(key, case.request)
        if key[0] == "shared":
            # What was refused may have been another kind of request, of which nobody knew that it counts with these.
            is_repeat = is_repeat and self._knowledge.knows(case)
        self.counts["repeats"] += is_repeat
        self._note(key[0], preventable=is_repeat, request=case.request)
        reply = self._refuse(case, wait, scope)
        inner, until = reply.arrived, case.request.at + wait

        def arrived() -> None:
            self._knowledge.tell(key, until)
            if inner is not None:
                inner()

        reply.arrived = arrived
        return reply

    # What is kept

    def _note(self, kind: str, *, preventable: bool, request: Request) -> None:
        self.counts[f"429 {kind}"] += 1
        self.counts["preventable" if preventable else "unpreventable"] += 1
        if preventable and len(self.log) < 50:
            self.log.append((request.at, 0, f"preventable 429 ({kind}) {request.method} {request.target}"))

    def count_invalid(self) -> None:
        """Count an answer of 401, 403 or 429; too many shut the address out."""
        times, now = self._invalid_times, self._clock.now
        times.append(now)
        while times[0] <= now - INVALID_PERIOD:
            del times[0]
        self.invalid = max(self.invalid, len(times))
        if len(times) > INVALID:
            self.banned_until = now + BAN
            self.counts["bans"] += 1

    def _name(self, bucket: Bucket) -> str:
        return sha256(f"{bucket.name}/{self._epochs[bucket.name]}".encode()).hexdigest()[:24]

    def _rotate(self, matched: Matched) -> None:
        for bucket in matched.operation.buckets.values():
            self._epochs[bucket.name] += 1
        self.counts["rotations"] += 1

    def _allowance(self, identity: str, name: str, resource: str, bucket: Bucket) -> Allowance:
        place = (identity, name, resource)
        found = self._allowances.get(place)
        if found is None:
            # After its name has changed, a limit may have changed, too.
            less = self._epochs[bucket.name] % 2 if bucket.limit > 3 else 0
            kind = Leaky if bucket.is_leaky else FixedWindow
            found = self._allowances[place] = kind(bucket.limit - less, bucket.period)
        return found

    def _shared_wait(self, case: Case) -> float:
        place, now = case.place, case.request.at
        until = self._shared.get(place, 0.0)
        if until <= now and self.mood.shared and place[2] and self.rng.random() < self.mood.shared:
            until = self._shared[place] = now + self.rng.uniform(0.5, 30)
        return until - now


class Clock:
    """The server's own: the loop's time as of the request, and what clocks on the wall show.

    Args:
        skew: Seconds by which the headers are ahead.
    """

    def __init__(self, skew: float) -> None:
        self.now = 0.0
        self.skew = skew

    @property
    def shown(self) -> float:
        """What the headers say, in seconds since the Unix epoch."""
        return self.wall + self.skew

    @property
    def wall(self) -> float:
        return EPOCH + self.now
