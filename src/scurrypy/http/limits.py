"""Every rate limit of one bot: which gates a request passes, and what its answer tells about them.

A request passes, in this order: the gates of hidden limits it has met before, the bucket of its operation and top-level
resource, and the global limit. Answers to interactions pass only what is theirs: the first none at all, later ones the
bucket of their own token.
"""

import asyncio
from collections.abc import Callable, Mapping
from types import TracebackType
from typing import Final, NamedTuple, Self, cast

from scurrypy.http.bucket import Bucket
from scurrypy.http.gate import Gate, Ticket
from scurrypy.http.global_limit import GlobalLimit
from scurrypy.http.headers import Quota, quota_of
from scurrypy.http.refusals import Refusal
from scurrypy.http.routing import Target

_IDLE: Final = 60.0
"""Seconds after which an unused bucket is forgotten."""
_MAX_NAMES: Final = 10_000
"""Operations whose bucket is remembered; there are far fewer, but paths are what users write."""


class Key(NamedTuple):
    """What a bucket is looked up by, before its name is known."""

    identity: str
    """Who sends: Discord counts each bot, user and address for itself."""
    method: str
    """HTTP method."""
    template: str
    """Path with its values taken out."""
    variant: str
    """Which of several limits of the operation."""
    major: str
    """The top-level resource."""

    def __repr__(self) -> str:
        # The sender may be a user's token, and the resource a webhook with its own.
        return f"<Key {self.method} {self.template}{f' ({self.variant})' if self.variant else ''}>"


class Permit:
    """The right to send one request; to leave the `with` block ends it, whatever happened inside."""

    __slots__ = (
        "_arrival",
        "_bucket",
        "_everywhere",
        "_hidden",
        "_is_open",
        "_limits",
        "_ticket",
        "fields",
        "is_bound",
        "key",
    )

    def __init__(self, limits: "Limits", key: Key, fields: frozenset[str], *, is_bound: bool) -> None:
        self.key: Key = key
        """What the request is for."""
        self.fields: frozenset[str] = fields
        """Names in the body that a hidden limit may be kept for."""
        self.is_bound: bool = is_bound
        """Whether the global limit applies."""
        self._limits = limits
        self._bucket: Bucket | None = None
        self._ticket: Ticket = 0
        self._hidden: list[Bucket] = []
        self._everywhere: GlobalLimit | None = None
        self._arrival: float | None = None
        self._is_open = True

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._end()

    def hold(self, bucket: Bucket, ticket: Ticket, hidden: list[Bucket], everywhere: GlobalLimit | None) -> None:
        """Take over what was passed: the bucket with its ticket, the gates of hidden limits, and the global limit."""
        self._bucket, self._ticket, self._hidden, self._everywhere = bucket, ticket, hidden, everywhere

    def depart(self, arrives_within: float) -> None:
        """Note that the request goes out now; once more if it has to go out again, on another connection.

        Args:
            arrives_within: Seconds after which it has certainly arrived; an answer may show that it did so sooner.
        """
        if self._everywhere is not None:
            arrival = self._everywhere.loop.time() + arrives_within
            self._everywhere.count(arrival, instead_of=self._arrival)
            self._arrival = arrival

    def refund(self) -> None:
        """Note that the request never reached Discord, and end."""
        if self._is_open and self._bucket is not None:
            self._bucket.give_back()
            self._is_open = False
            self._bucket.move_on()
        if self._everywhere is not None and self._arrival is None:
            self._everywhere.give_back()
            self._everywhere.move_on()
            self._everywhere = None
        self._end()

    def learn(self, status: int, headers: Mapping[str, str], refusal: Refusal | None = None) -> bool:
        """Take in what the answer tells, and end; return whether it told for the first time which bucket this was.

        Args:
            status: HTTP status of the answer.
            headers: Its headers.
            refusal: What it says about the limit it ran into, if it did.
        """
        bucket = self._bucket
        is_news = False
        if bucket is not None and self._is_open:
            self._is_open = False
            bucket.end()
            quota = quota_of(headers)
            if quota is not None:
                is_news = quota.bucket not in {"", bucket.name}
                bucket = self._limits.learn(self.key, bucket, quota, self._ticket, status)
            elif status < 500 and refusal is None:
                bucket.miss()
        if bucket is not None:
            if refusal is not None:
                self._limits.refuse(self, bucket, refusal)
            bucket.move_on()
        self._end(is_answered=True)
        return is_news

    def _end(self, *, is_answered: bool = False) -> None:
        if self._is_open and self._bucket is not None:
            self._bucket.end()
            self._bucket.move_on()
        self._is_open = False
        if self._hidden:
            self._limits.release_hidden(self.key, self._hidden)
            self._hidden = []
        everywhere, self._everywhere = self._everywhere, None
        if everywhere is not None:
            now = everywhere.loop.time()
            # What was answered has arrived; what was given up may be on its way still.
            if self._arrival is None or (is_answered and self._arrival > now):
                everywhere.count(now, instead_of=self._arrival)


class Limits:
    """The rate limits of one HTTP client, for as long as it is started."""

    def __init__(self, global_limit: int, max_wait: float | None) -> None:
        self._loop = asyncio.get_running_loop()
        self._allowed = global_limit
        self._max_wait = max_wait
        self._globals: dict[str, GlobalLimit] = {}
        self._buckets: dict[Key, Bucket] = {}
        self._named: dict[tuple[str, str, str], Bucket] = {}
        self._names: dict[tuple[str, ...], str] = {}
        self._hidden: dict[Key, dict[frozenset[str], Bucket]] = {}
        self._sweep_at = self._loop.time() + _IDLE

    def __len__(self) -> int:
        """How many buckets are remembered."""
        return len(self._buckets)

    async def acquire(
        self, target: Target, identity: str, fields: frozenset[str] = frozenset(), *, in_front: bool = False
    ) -> Permit:
        """Wait until a request may be sent.

        Args:
            target: What it is about.
            identity: Who sends it.
            fields: Names in its body that a hidden limit may be kept for.
            in_front: Whether it was here before, and goes before those who wait.

        Raises:
            WaitTooLong: it may not be sent within the longest time anybody wants to wait.
        """
        key = Key(identity, target.method, target.template, target.variant, target.major)
        if target.is_callback:
            return Permit(self, key, fields, is_bound=False)
        permit = Permit(self, key, fields, is_bound=not target.is_interaction)
        if not self._pass_at_once(permit):
            while not await self._pass(permit, in_front=in_front):
                in_front = True
        return permit

    def _pass_at_once(self, permit: Permit) -> bool:
        """Pass all gates if none of them makes the request wait."""
        if permit.key in self._hidden:
            return False
        bucket = self._bucket(permit.key)
        everywhere = self._global(permit.key.identity) if permit.is_bound else None
        if not bucket.is_open or (everywhere is not None and not everywhere.is_open):
            return False
        permit.hold(bucket, bucket.take(), [], everywhere)
        if everywhere is not None:
            everywhere.take()
        return True

    async def _pass(self, permit: Permit, *, in_front: bool) -> bool:
        """Wait at all gates; False if one of them shut while the request waited at a later one."""
        key = permit.key
        hidden = self._hidden_gates(key, permit.fields)
        passed: list[Gate] = []
        everywhere: GlobalLimit | None = None
        has_passed = False
        try:
            for limit in hidden:
                await limit.enter(key, in_front=in_front)
                passed.append(limit)
            # Who waits at a bucket is only ever moved to another bucket.
            bucket, ticket = cast("tuple[Bucket, Ticket]", await self._bucket(key).enter(key, in_front=in_front))
            passed.append(bucket)
            if permit.is_bound:
                # Looked up only now: an idle one may be swept, and made anew, while the request waits before it.
                everywhere = self._global(key.identity)
                await everywhere.enter(key, in_front=in_front)
                passed.append(everywhere)
            if self._is_current(permit, bucket, hidden):
                permit.hold(bucket, ticket, hidden, everywhere)
                has_passed = True
        finally:
            if not has_passed:
                for gate in reversed(passed):
                    gate.give_back()
                    gate.move_on()
        return has_passed

    def _is_current(self, permit: Permit, bucket: Bucket, hidden: list[Bucket]) -> bool:
        """Whether everything that was passed would let the request pass still."""
        now = self._loop.time()
        return (
            self._buckets.get(permit.key) is bucket
            and not bucket.is_blocked(now)
            and not (permit.is_bound and self._global(permit.key.identity).is_paused(now))
            and self._hidden_gates(permit.key, permit.fields) == hidden
        )

    def learn(self, key: Key, bucket: Bucket, quota: Quota, ticket: Ticket, status: int) -> Bucket:
        """Take in what an answer tells about its bucket, and return the bucket it was."""
        if not quota.bucket or quota.bucket == bucket.name:
            bucket.learn(quota, ticket)
            return bucket
        if status == 404 and bucket.name:
            # A message that is gone is deleted under the limit for new messages. The operation's own stays as it was.
            bucket.miss()
            counted = self._named.get((key.identity, quota.bucket, key.major))
            if counted is not None:
                counted.learn(quota, 0)
            return bucket
        named = self._rename(key, bucket, quota.bucket)
        named.learn(quota, ticket if named is bucket else 0)
        if named is not bucket:
            bucket.move_to(named, key)
        return named

    def refuse(self, permit: Permit, bucket: Bucket, refusal: Refusal) -> None:
        """Take in that a request was refused: nothing like it is sent before the time is over."""
        seconds = refusal.retry_after
        if refusal.kind == "global" and permit.is_bound:
            self._global(permit.key.identity).pause(seconds)
        elif refusal.kind in ("global", "shared"):
            bucket.block(seconds)
        elif refusal.kind == "bucket":
            bucket.exhaust(seconds)
        elif refusal.kind == "hidden":
            gates = self._hidden.setdefault(permit.key, {})
            gates.setdefault(permit.fields, Bucket(self._max_wait)).block(seconds)

    def release_hidden(self, key: Key, held: list[Bucket]) -> None:
        """Let the next one try the hidden limits that a request has met, and forget those nobody waits for."""
        for gate in held:
            gate.end()
            gate.move_on()
        now = self._loop.time()
        left = {fields: gate for fields, gate in self._hidden.get(key, {}).items() if not gate.is_idle(now)}
        if left:
            self._hidden[key] = left
        else:
            self._hidden.pop(key, None)

    def dismiss(self, error: Callable[[], Exception]) -> None:
        """Send away everybody who waits, each with an error of their own."""
        hidden = [gate for gates in self._hidden.values() for gate in gates.values()]
        for gate in (*self._buckets.values(), *hidden, *self._globals.values()):
            gate.dismiss(error)

    def _global(self, identity: str) -> GlobalLimit:
        found = self._globals.get(identity)
        if found is None:
            found = self._globals[identity] = GlobalLimit(self._allowed, self._max_wait)
        return found

    def _hidden_gates(self, key: Key, fields: frozenset[str]) -> list[Bucket]:
        if key not in self._hidden:
            return []
        return [gate for limited, gate in self._hidden[key].items() if limited <= fields]

    def _bucket(self, key: Key) -> Bucket:
        bucket = self._buckets.get(key)
        if bucket is not None:
            return bucket
        self._sweep()
        name = self._names.get(key[:4])
        if name is not None:
            bucket = self._named.get((key.identity, name, key.major))
        if bucket is None:
            bucket = Bucket(self._max_wait)
            if name is not None:
                bucket.name = name
                self._named[key.identity, name, key.major] = bucket
        self._buckets[key] = bucket
        return bucket

    def _rename(self, key: Key, bucket: Bucket, name: str) -> Bucket:
        """Return the bucket of that name, which an answer said the request counts in."""
        if len(self._names) >= _MAX_NAMES:
            self._names.clear()
        self._names[key[:4]] = name
        place = (key.identity, name, key.major)
        named = self._named.get(place)
        if named is None:
            named = Bucket(self._max_wait) if bucket.name else bucket
            named.name = name
            self._named[place] = named
        self._buckets[key] = named
        return named

    def _sweep(self) -> None:
        """Forget what has not been used for a while, now and then."""
        now = self._loop.time()
        if now < self._sweep_at:
            return
        self._sweep_at = now + _IDLE
        kept = {
            bucket for bucket in self._buckets.values() if now - bucket.last_used < _IDLE or not bucket.is_idle(now)
        }
        self._buckets = {key: bucket for key, bucket in self._buckets.items() if bucket in kept}
        self._named = {place: bucket for place, bucket in self._named.items() if bucket in kept}
        self._globals = {identity: gate for identity, gate in self._globals.items() if not gate.is_idle(now)}
        for key in list(self._hidden):
            self.release_hidden(key, [])
