"""Every rate limit of one bot: which gates a request passes, and what its answer tells about them.

A request passes, in this order: the gates of hidden limits it has met before, the bucket of its operation and top-level
resource, and the global limit. Answers to interactions pass only what is theirs: the first none at all, later ones the
bucket of their own token.
"""

import asyncio
from collections.abc import Callable
from typing import Final, cast

from scurrypy.http.bucket import MARGIN, Bucket
from scurrypy.http.discord_time import DiscordTime
from scurrypy.http.gate import Gate, Ticket
from scurrypy.http.global_limit import GlobalLimit
from scurrypy.http.headers import Quota
from scurrypy.http.permits import Key, Permit
from scurrypy.http.refusals import Refusal
from scurrypy.http.routing import IS_YOUNG, OLD, YOUNG, Target, variant_of

_IDLE: Final = 60.0
"""Seconds after which an unused bucket is forgotten."""
_CROWD: Final = 1_000
"""Buckets from which on the unused are forgotten sooner: every interaction has one of its own."""
_IDLE_IN_CROWD: Final = 10.0
"""Seconds after which an unused bucket is forgotten where there are many."""
_UNCERTAIN: Final = 1.0
"""Seconds before a message comes under another limit, in which it is not deleted: it may do so on the way."""
_MAX_NAMES: Final = 10_000
"""Operations whose bucket is remembered; there are far fewer, but paths are what users write."""


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
        self._known: dict[tuple[str, ...], set[str]] = {}
        self._hidden: dict[Key, dict[frozenset[str], Bucket]] = {}
        self._sweep_at = self._loop.time() + _IDLE
        self._crowded_at = _CROWD
        self.time: DiscordTime = DiscordTime()
        """What time it is at Discord."""

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
        permit = self._permit(target, identity, fields)
        while not self._passes_at_once(permit):
            if target.sent_at is not None:
                permit.key = permit.key._replace(variant=await self._variant_once_certain(target.sent_at))
            if await self._pass(permit, in_front=in_front):
                break
            in_front = True
        return permit

    def acquire_at_once(self, target: Target, identity: str, fields: frozenset[str] = frozenset()) -> Permit | None:
        """Return the permit of a request if nothing makes it wait, as `acquire` would; None if something does."""
        permit = self._permit(target, identity, fields)
        return permit if self._passes_at_once(permit) else None

    def _permit(self, target: Target, identity: str, fields: frozenset[str]) -> Permit:
        variant = "interaction" if target.is_interaction else ""
        return Permit(self, Key(identity, target.method, target.template, variant, target.major), fields, target)

    async def _variant_once_certain(self, sent_at: float) -> str:
        """Return under which limit a message is deleted now; where that is about to change, once it has."""
        age = self.time.age(sent_at)
        if (wait := _until_certain(age)) > 0:
            await asyncio.sleep(wait)
        return variant_of(age + wait)

    def _is_as_old(self, permit: Permit) -> bool:
        """Whether the message that a request deletes comes under the same limit as when it began to wait."""
        if permit.target.sent_at is None:
            return True
        age = self.time.age(permit.target.sent_at)
        return variant_of(age) == permit.key.variant and _until_certain(age) <= 0

    def _passes_at_once(self, permit: Permit) -> bool:
        """Pass all gates if none of them makes the request wait, nor the age of what it deletes."""
        if permit.target.is_callback:
            return True
        now = self._loop.time()
        if now >= self._sweep_at or len(self._buckets) >= self._crowded_at:
            self._sweep(now)
        if permit.target.sent_at is not None or (self._hidden and permit.key in self._hidden):
            return False
        bucket = self._bucket(permit.key)
        everywhere = self._global(permit.key.identity) if permit.is_bound else None
        if not bucket.is_open(now) or (everywhere is not None and not everywhere.is_open(now)):
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
            and self._is_as_old(permit)
            and not bucket.is_blocked(now)
            and not bucket.is_overdrawn(now)
            and not (permit.is_bound and self._global(permit.key.identity).is_paused(now))
            and self._hidden_gates(permit.key, permit.fields) == hidden
        )

    def learn(
        self, key: Key, bucket: Bucket, quota: Quota, ticket: Ticket, *, is_elsewhere: bool, is_refused: bool = False
    ) -> Bucket:
        """Take in what an answer tells about its bucket, and return the bucket it was.

        Args:
            key: What the request was for.
            bucket: What it was let through by.
            quota: What the answer tells.
            ticket: What the bucket gave the request.
            is_elsewhere: Whether the answer may name a bucket that others like it do not count in.
            is_refused: Whether the request ran into the limit that it tells of.
        """
        if not quota.bucket or quota.bucket == bucket.name:
            bucket.learn(quota, ticket)
            return bucket
        if is_elsewhere:
            # What the request was let through by stays as it was.
            bucket.spare()
            if is_refused and not self.is_known(key._replace(variant=IS_YOUNG), quota.bucket):
                self._doubt(key)
            counted = self._named.get((key.identity, quota.bucket, key.major))
            if counted is not None:
                counted.learn(quota, 0)
            return bucket
        named = self._rename(key, bucket, quota.bucket)
        named.learn(quota, ticket if named is bucket else 0)
        if named is not bucket:
            bucket.move_to(named, key)
        return named

    def is_known(self, key: Key, name: str) -> bool:
        """Whether an operation has counted in a bucket of that name before."""
        return name in self._known.get(key.operation, ())

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
        name = self._names.get(key.operation)
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
        before = self._names.get(key.operation, "")
        if len(self._names) >= _MAX_NAMES:
            self._names.clear()
            self._known.clear()
        self._names[key.operation] = name
        known = self._known.setdefault(key.operation, set())
        is_new = name not in known
        known.add(name)
        named = self._adopt(key, bucket, name)
        if is_new:
            self._spread(key, before)
        return named

    def _adopt(self, key: Key, bucket: Bucket, name: str) -> Bucket:
        """Return the bucket of that name, and let everything that was counted for `key` count there."""
        place = (key.identity, name, key.major)
        named = self._named.get(place)
        if named is None:
            named = Bucket(self._max_wait) if bucket.name else bucket
            named.name = name
            self._named[place] = named
        self._buckets[key] = named
        if named is not bucket:
            # What is on its way counts there, too; and what others use up is used up by any name.
            named.inherit(bucket.legacy)
            for permit in [permit for permit in bucket.under_way if permit.key == key]:
                permit.count_in(named)
        return named

    def _spread(self, renamed: Key, before: str) -> None:
        """Take in that an operation counts in a bucket that it never did before.

        So it does for other channels. What else counted in the same bucket until now may have followed.

        Args:
            renamed: The operation.
            before: Name of the bucket that it counted in before; empty where that was not known.
        """
        for key, bucket in list(self._buckets.items()):
            name = self._names.get(key.operation, "")
            if key.operation == renamed.operation and bucket.name != name:
                bucket.move_to(self._adopt(key, bucket, name), key)
            elif before and bucket.name == before:
                bucket.doubt()

    def _doubt(self, refused: Key) -> None:
        """Take in that an operation may count in another bucket now, for this channel and all others."""
        for key, bucket in self._buckets.items():
            if key.operation == refused.operation:
                bucket.doubt()

    def _sweep(self, now: float) -> None:
        """Forget what has not been used for a while: now and then, and when there are twice as many as were kept."""
        is_crowded = len(self._buckets) >= self._crowded_at
        self._sweep_at = now + _IDLE
        idle = _IDLE_IN_CROWD if is_crowded else _IDLE
        kept = {bucket for bucket in self._buckets.values() if now - bucket.last_used < idle or not bucket.is_idle(now)}
        self._buckets = {key: bucket for key, bucket in self._buckets.items() if bucket in kept}
        self._named = {place: bucket for place, bucket in self._named.items() if bucket in kept}
        self._crowded_at = max(_CROWD, 2 * len(self._buckets))
        self._globals = {identity: gate for identity, gate in self._globals.items() if not gate.is_idle(now)}
        for key in list(self._hidden):
            self.release_hidden(key, [])


def _until_certain(age: float) -> float:
    """Return the seconds to wait where a message is about to come under another limit; 0 where it is not."""
    return next((end - age + MARGIN for end in (YOUNG, OLD) if end - _UNCERTAIN < age <= end), 0.0)
