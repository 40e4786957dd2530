"""Requests, memory and restarts: a client broken on purpose misses the target that the break concerns."""

import dataclasses
import random
import re

import pytest

from scurrypy.dispatch.pool import WorkerPool
from scurrypy.gateway import GatewayClient, SQLiteSessionStore, session_keeper
from scurrypy.gateway.connection import Connection
from scurrypy.gateway.intake import Intake
from scurrypy.http.bucket import Bucket
from scurrypy.http.exchange import Call
from scurrypy.http.gate import Gate
from scurrypy.http.global_limit import GlobalLimit
from scurrypy.http.limits import Limits
from scurrypy.http.permits import Key, Permit
from scurrypy.http.reluctance import Reluctance
from scurrypy.http.responses import Answer
from scurrypy.http.retries import Safety
from scurrypy.http.standing import Standing
from scurrypy.http.transport import Transport
from scurrypy.wire import codec
from tests.chaos.test_harness import missed


def keep_the_place_of_who_is_cancelled(monkeypatch):
    """Forget that who was let through and cancelled before it knew gives its place back."""
    monkeypatch.setattr(Gate, "leave", lambda self, waiter: (self._waiters.pop(waiter, None), self.move_on()))


def hold_what_was_sent_and_cancelled(monkeypatch):
    leave = Permit.__exit__

    def careless(self, kind, error, traceback):
        if kind is None:
            leave(self, kind, error, traceback)

    monkeypatch.setattr(Permit, "__exit__", careless)


def keep_what_was_passed_before(monkeypatch):
    """Give no bucket back where a request is cancelled before the global limit."""
    monkeypatch.setattr(Bucket, "give_back", lambda self: None)


def count_the_cancelled_twice(monkeypatch):
    give_back = GlobalLimit.give_back

    def generous(self):
        give_back(self)
        self._under_way -= 1

    monkeypatch.setattr(GlobalLimit, "give_back", generous)


def wake_nobody(monkeypatch):
    """Let nobody take the place that a cancelled one leaves."""

    def quiet(self, waiter):
        future = waiter.future
        if future.done() and not future.cancelled() and future.exception() is None:
            self.give_back()
        else:
            self._waiters.pop(waiter, None)

    def abandon(self, *, is_answered=False):
        if self._is_open and self._bucket is not None:
            self._bucket.end()
        self._is_open = False
        self._hidden, self._everywhere = [], None

    monkeypatch.setattr(Gate, "leave", quiet)
    monkeypatch.setattr(Permit, "_end", abandon)


def forget_nothing(monkeypatch):
    monkeypatch.setattr(Limits, "_sweep", lambda self, now: None)


def keep_connections(monkeypatch):
    make, kept = Connection.__init__, []

    def clinging(self, *args, **kwargs):
        make(self, *args, **kwargs)
        # With enough beside it that the process grows although it has room left from tests before.
        kept.append((self, b"x" * 200_000))

    monkeypatch.setattr(Connection, "__init__", clinging)


def say_goodbye(monkeypatch):
    """Close with the code that ends the session."""
    monkeypatch.setattr("scurrypy.gateway.shard.RECONNECT_CODE", 1000)


def store_nothing(monkeypatch):
    async def forgetful(self, bot, sessions):
        pass

    monkeypatch.setattr(SQLiteSessionStore, "save", forgetful)


def store_what_has_arrived(monkeypatch):
    """Store the number of the last event that arrived, whether it was handled or not."""
    monkeypatch.setattr(
        GatewayClient, "handled_session", property(lambda self: self.session and dataclasses.replace(self.session))
    )
    monkeypatch.setattr("scurrypy.gateway.intake.Intake.handled", lambda self, now: self.session and self.session.seq)


def store_late(monkeypatch):
    """Store what is not the last but one: what came since then comes again although it was handled."""
    save = session_keeper.SessionKeeper.close

    async def close(self):
        self._interval = 0
        self._shards = {}
        await save(self)

    monkeypatch.setattr(session_keeper.SessionKeeper, "close", close)


def end_without_the_handlers(monkeypatch):
    """Cut the handlers off, and store that all was handled."""
    drain = WorkerPool.drain
    monkeypatch.setattr(WorkerPool, "drain", lambda self, deadline: drain(self, 0.0))
    store_what_has_arrived(monkeypatch)


def resume_from_elsewhere(monkeypatch):
    """Restore a number that the session never had."""
    restore = GatewayClient.restore

    def adopt(self, session):
        restore(self, dataclasses.replace(session, seq=session.seq + 1000))

    monkeypatch.setattr(GatewayClient, "restore", adopt)


def die_of_what_cannot_be_read(monkeypatch):
    def brittle(self, connection, error):
        raise SystemError("not foreseen") from error

    monkeypatch.setattr(GatewayClient, "_passes_over", brittle)


def resume_for_ever(monkeypatch):
    """Never pass over what cannot be read, so that the session ends on it."""
    monkeypatch.setattr(GatewayClient, "_passes_over", lambda self, connection, error: False)


def drop_what_follows(monkeypatch):
    """Lose the next event with one that cannot be read."""
    take, is_hurt = Intake.take, []

    def hurt(self, payload):
        try:
            if is_hurt and payload.t == "CHAOS":
                is_hurt.clear()
                self.session.seq = payload.s
                return True
            return take(self, payload)
        except codec.UNREADABLE:
            is_hurt.append(True)
            raise

    monkeypatch.setattr(Intake, "take", hurt)


def hand_on_twice(monkeypatch):
    take = Intake.take

    def stutter(self, payload):
        is_new = take(self, payload)
        if payload.t == "CHAOS" and payload.s % 50 == 0:
            self._queue.put_nowait((payload.t, payload.d))
        return is_new

    monkeypatch.setattr(Intake, "take", stutter)


def go_on_whatever_is_said(monkeypatch):
    monkeypatch.setattr(Standing, "check", lambda self, target, identity, **_: None)


def never_try_again(monkeypatch):
    """Hold back for good what was forbidden."""
    monkeypatch.setattr(Reluctance, "sent", lambda self, now, sender, key: None)
    monkeypatch.setattr(Reluctance, "answered", lambda self, now, sender, key, *, is_success: None)
    monkeypatch.setattr("scurrypy.http.reluctance._PROBE", 600.0)
    monkeypatch.setattr("scurrypy.http.reluctance._PAUSE", 600.0)


def hold_back_everything(monkeypatch):
    """Take one refusal for the end of all permissions."""
    monkeypatch.setattr("scurrypy.http.reluctance._IN_A_ROW", 1)


def make_a_nonce_for_each_try(monkeypatch):
    attempt = Transport.send

    async def careless(self, request, **options):
        if request.body is not None:
            nonce = f'"nonce":"{random.getrandbits(60)}"'
            request.body = re.sub(rb'"nonce":"[0-9a-f]+"', nonce.encode(), request.body)
        return await attempt(self, request, **options)

    monkeypatch.setattr(Transport, "send", careless)


def repeat_without_a_nonce(monkeypatch):
    monkeypatch.setattr("scurrypy.http.client.with_nonce", lambda target, data, rng: data)
    monkeypatch.setattr("scurrypy.http.client.safety_of", lambda target, body, retry: Safety.ALWAYS)


def take_a_5xx_for_success(monkeypatch):
    monkeypatch.setattr(Answer, "is_success", property(lambda self: self.status != 429))
    monkeypatch.setattr("scurrypy.http.exchange.TRANSIENT", frozenset())


def tell_whole_addresses(monkeypatch):
    monkeypatch.setattr(Call, "__str__", lambda self: str(self.outgoing.url))


def show_what_limits_are_kept_for(monkeypatch):
    monkeypatch.setattr(Key, "__repr__", lambda self: str(tuple(self)))


BREAKS = [
    (tell_whole_addresses, "tell", 0, "secrets in log records at DEBUG", "secrets in tracebacks"),
    (show_what_limits_are_kept_for, "tell", 0, "secrets in reprs of living objects"),
    (make_a_nonce_for_each_try, "send", 0, "messages posted twice"),
    (repeat_without_a_nonce, "send", 0, "messages posted twice"),
    (take_a_5xx_for_success, "send", 0, "sends lost, told as success"),
    (keep_the_place_of_who_is_cancelled, "cancel", 0, "permits leaked by cancelled requests"),
    (hold_what_was_sent_and_cancelled, "cancel", 0, "permits leaked by cancelled requests"),
    (hold_what_was_sent_and_cancelled, "cancel", 1, "permits leaked by cancelled requests"),
    (keep_what_was_passed_before, "cancel", 0, "permits leaked by cancelled requests"),
    (count_the_cancelled_twice, "cancel", 0, "permits gained by them"),
    (wake_nobody, "cancel", 0, "requests that nobody wakes"),
    (
        forget_nothing,
        "passers",
        0,
        "kept by the limits of 20,000 interaction tokens gone idle",
        "kept by the limits of 2,000 channels gone idle",
    ),
    (
        keep_connections,
        "reconnect",
        1,
        "growth by reconnects: objects",
        "growth by reconnects: bytes that Python counts",
        "growth by reconnects: the process, in memory",
    ),
    (die_of_what_cannot_be_read, "hostile", 0, "deaths of a connected client by hostile payloads"),
    (resume_for_ever, "hostile", 0, "sessions given up on what cannot be read"),
    (drop_what_follows, "hostile", 0, "events behind a hostile payload that were delivered"),
    (hand_on_twice, "hostile", 0, "events doubled or out of order among them"),
    (
        go_on_whatever_is_said,
        "revoke",
        0,
        "invalid in 10 min: token revoked",
        "invalid in 10 min: all permissions revoked",
        # One guild of ten is too little for a short run to tell a client that does not care.
        "invalid in 10 min: thrown out of nine guilds of ten",
    ),
    (hold_back_everything, "revoke", 0, "refused although allowed, meanwhile"),
    (never_try_again, "revoke", 0, "refusals after all is allowed again"),
    (say_goodbye, "restart", 0, "IDENTIFYs spent on restarts, and sessions lost"),
    (store_nothing, "restart", 1, "IDENTIFYs spent on kills, and sessions lost"),
    (store_what_has_arrived, "restart", 1, "events lost over kills"),
    (store_late, "restart", 0, "events doubled over restarts"),
    (end_without_the_handlers, "restart", 0, "events lost over restarts"),
    (resume_from_elsewhere, "restart", 0, "rules of the gateway broken over restarts"),
    (resume_from_elsewhere, "restart", 1, "rules of the gateway broken over kills"),
]


@pytest.mark.parametrize(("sabotage", "name", "run", "what"), [(*row[:3], set(row[3:])) for row in BREAKS])
def test_a_broken_client_misses_its_target(monkeypatch, sabotage, name, run, what):
    sabotage(monkeypatch)
    assert what <= missed(name, run)
