"""Snowflakes, checked against the example of Discord's own reference page."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from scurrypy.wire.snowflake import DISCORD_EPOCH, Snowflake

EXAMPLE = Snowflake("175928847299117063")


def test_the_reference_example_comes_apart_as_documented():
    assert EXAMPLE.timestamp_ms == 1462015105796
    assert (EXAMPLE.worker_id, EXAMPLE.process_id, EXAMPLE.increment) == (1, 0, 7)
    assert EXAMPLE.datetime == datetime(2016, 4, 30, 11, 18, 25, 796000, tzinfo=UTC)
    assert EXAMPLE.isoformat == "2016-04-30T11:18:25.796000+00:00"


def test_text_and_number_make_the_same_id():
    assert Snowflake.from_dict("5") == Snowflake(5) == 5


@given(st.integers(0, 2**64 - 1))
def test_the_parts_make_up_the_whole(value):
    id = Snowflake(value)
    whole = (id.timestamp_ms - DISCORD_EPOCH) << 22 | id.worker_id << 17 | id.process_id << 12 | id.increment
    assert whole == value
