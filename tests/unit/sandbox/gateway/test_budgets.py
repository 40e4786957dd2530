"""What clients may spend."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from scurrypy.sandbox.gateway.budgets import IdentifyGate, SendBudget


class Hand:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@given(st.lists(st.floats(0, 90, allow_nan=False), max_size=400), st.integers(1, 10))
def test_no_sixty_seconds_ever_hold_more_than_the_limit(gaps: list[float], limit: int) -> None:
    clock = Hand()
    budget, spent = SendBudget(clock, limit), list[float]()
    for gap in gaps:
        clock.now += gap
        if budget.spend():
            spent.append(clock.now)
    for start in spent:
        assert sum(start <= moment and moment - start < 60 for moment in spent) <= limit


def test_a_burst_at_the_end_of_a_minute_leaves_nothing_for_the_next() -> None:
    clock = Hand()
    budget = SendBudget(clock, 3)
    clock.now += 59
    assert [budget.spend() for _ in range(4)] == [True, True, True, False]
    clock.now += 2
    assert not budget.spend()
    clock.now += 58
    assert budget.spend()


@given(st.lists(st.tuples(st.integers(0, 15), st.floats(0, 8, allow_nan=False)), max_size=80), st.integers(1, 16))
def test_identifies_of_one_key_are_a_window_apart(attempts: list[tuple[int, float]], max_concurrency: int) -> None:
    clock = Hand()
    gate, passed = IdentifyGate(clock, max_concurrency=max_concurrency), dict[int, list[float]]()
    refused = 0
    for shard_id, gap in attempts:
        clock.now += gap
        if gate.passes(1, shard_id):
            passed.setdefault(shard_id % max_concurrency, []).append(clock.now)
        else:
            refused += 1
    for moments in passed.values():
        assert all(later - earlier >= 5 for earlier, later in pairwise(moments))
    assert gate.starts(1).violations == refused
    assert gate.starts(1).remaining == 1000 - len(attempts)


def test_a_day_later_the_session_starts_are_given_again() -> None:
    clock = Hand()
    gate = IdentifyGate(clock, total=10)
    assert gate.wire(1) == {"total": 10, "remaining": 10, "reset_after": 0, "max_concurrency": 1}
    gate.passes(1, 0)
    clock.now += 3600
    assert gate.wire(1) == {"total": 10, "remaining": 9, "reset_after": 82_800_000, "max_concurrency": 1}
    assert gate.wire(2)["remaining"] == 10
    clock.now += 82_800
    assert gate.wire(1)["remaining"] == 10
