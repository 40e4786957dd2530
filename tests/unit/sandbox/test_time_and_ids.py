import pytest
from hypothesis import given
from hypothesis import strategies as st

from scurrypy.sandbox.clock import Clock, iso, parse_iso
from scurrypy.sandbox.files import LIFETIME, Files
from scurrypy.sandbox.ids import Ids, created_at, snowflake_at


class Source:
    def __init__(self) -> None:
        self.now = 1_790_000_000.0

    def __call__(self) -> float:
        return self.now


def test_the_clock_runs_freezes_and_moves_ahead() -> None:
    source = Source()
    clock = Clock(source)
    source.now += 1
    assert clock.now() == source.now
    clock.freeze()
    frozen = clock.now()
    source.now += 50
    assert clock.now() == frozen
    clock.advance(10)
    assert clock.now() == frozen + 10
    clock.thaw()
    source.now += 1
    assert clock.now() == frozen + 11
    with pytest.raises(ValueError, match="backwards"):
        clock.advance(-1)


@given(st.lists(st.floats(-5, 5), max_size=50))
def test_ids_are_unique_and_increase_even_when_the_clock_jumps_back(steps: list[float]) -> None:
    source = Source()
    ids = Ids(Clock(source))
    made = [ids.next()]
    for step in steps:
        source.now += step
        made.append(ids.next())
    assert made == sorted(set(made))


def test_ids_carry_their_moment() -> None:
    source = Source()
    ids = Ids(Clock(source))
    assert created_at(ids.next()) == source.now
    assert created_at(snowflake_at(source.now)) == source.now


@given(st.integers(0, 4_000_000_000))
def test_moments_survive_their_text(seconds: int) -> None:
    assert parse_iso(iso(seconds)) == seconds


def test_what_is_no_moment_is_none() -> None:
    assert parse_iso("soon") is None
    assert parse_iso("2026-01-01") == parse_iso("2026-01-01T00:00:00+00:00")


def test_a_signed_address_works_for_its_file_and_a_day() -> None:
    source = Source()
    files = Files(Clock(source))
    files.put("a/b.txt", b"x", "text/plain")
    url = files.signed_url("a/b.txt")
    path, _, text = url.removeprefix(files.base_url + "/").partition("?")
    query = dict(pair.split("=") for pair in text.strip("&").split("&"))
    assert files.is_signed(path, query)
    assert not files.is_signed("a/c.txt", query)
    assert not files.is_signed(path, query | {"hm": "00"})
    assert not files.is_signed(path, query | {"ex": f"{int(query['ex'], 16) + 1:x}"})
    assert not files.is_signed(path, {})
    assert not files.is_signed(path, query | {"is": "x"})
    source.now += LIFETIME
    assert not files.is_signed(path, query)
