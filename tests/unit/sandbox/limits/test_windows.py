"""The counting below every rate limit."""

from hypothesis import given
from hypothesis import strategies as st

from scurrypy.sandbox.limits.buckets import PRUNE_EVERY, Limit, Windows

GAPS = st.lists(st.floats(0, 3, allow_nan=False), min_size=1, max_size=60)
LIMITS = st.builds(Limit, st.integers(1, 6), st.floats(0.1, 5))


def test_a_fixed_window_frees_everything_at_once() -> None:
    windows, limit = Windows(), Limit(2, 5.0)
    first, second, third = (windows.take("key", limit, now) for now in (100.0, 104.0, 104.5))
    assert (first.allowed, first.remaining, first.reset_after) == (True, 1, 5.0)
    assert (second.allowed, second.remaining, second.reset_after) == (True, 0, 1.0)
    assert (third.allowed, third.remaining, third.retry_after) == (False, 0, 0.5)
    assert windows.take("key", limit, 105.0).remaining == 1


def test_a_sliding_window_frees_one_request_at_a_time() -> None:
    windows, limit = Windows(sliding=True), Limit(2, 5.0)
    assert windows.take("key", limit, 100.0).allowed
    assert windows.take("key", limit, 104.0).allowed
    assert windows.take("key", limit, 105.0).allowed
    assert windows.take("key", limit, 105.0).retry_after == 4.0


def test_keys_do_not_share_windows() -> None:
    windows, limit = Windows(), Limit(1, 5.0)
    assert windows.take("one", limit, 0.0).allowed
    assert windows.take("other", limit, 0.0).allowed
    assert not windows.take("one", limit, 0.0).allowed


@given(GAPS, LIMITS)
def test_no_sliding_window_ever_holds_more_than_its_limit(gaps: list[float], limit: Limit) -> None:
    windows, now, passed = Windows(sliding=True), 0.0, list[float]()
    for gap in gaps:
        now += gap
        if windows.take("key", limit, now).allowed:
            passed.append(now)
    for start in passed:
        assert sum(start <= moment and moment - start < limit.seconds for moment in passed) <= limit.requests


@given(GAPS, LIMITS, st.booleans())
def test_who_waits_as_told_gets_through(gaps: list[float], limit: Limit, sliding: bool) -> None:
    windows, now = Windows(sliding=sliding), 0.0
    for gap in gaps:
        now += gap
        verdict = windows.take("key", limit, now)
        assert 0 <= verdict.remaining < limit.requests
        if not verdict.allowed:
            now += verdict.retry_after + 1e-6
            assert windows.take("key", limit, now).allowed


def test_windows_that_are_over_are_not_kept() -> None:
    windows = Windows()
    for number in range(PRUNE_EVERY * 4):
        windows.take(number, Limit(1, 1.0), float(number))
    assert len(windows) <= PRUNE_EVERY
