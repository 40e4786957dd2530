"""Snowflakes, checked against the example of Discord's own reference page."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scurrypy.gateway import shard_of
from scurrypy.wire.errors import InvalidRequest
from scurrypy.wire.snowflake import DISCORD_EPOCH, Snowflake

IDS = st.integers(0, 2**64 - 1).map(Snowflake)
ZONES = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
MOMENTS = st.datetimes(datetime(2015, 1, 2), datetime(2154, 5, 1), timezones=ZONES)  # noqa: DTZ001 - ZONES adds it
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


@given(IDS)
def test_an_id_is_put_together_from_its_parts(id):
    assert Snowflake.from_parts(*id.parts) == id
    assert type(Snowflake.from_parts(*id.parts)) is Snowflake


@given(MOMENTS)
def test_the_ids_of_a_millisecond_lie_between_its_smallest_and_its_largest(moment):
    smallest, largest = Snowflake.smallest(moment), Snowflake.largest(moment)
    assert largest - smallest == 2**22 - 1
    assert smallest.timestamp_ms == largest.timestamp_ms
    assert timedelta(0) <= moment - smallest.datetime < timedelta(milliseconds=1, microseconds=1)
    assert (smallest - 1) >> 22 == (smallest >> 22) - 1
    assert (largest + 1) >> 22 == (largest >> 22) + 1


@given(IDS)
def test_an_id_lies_within_its_own_moment(id):
    moment = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=id.timestamp_ms)
    assert Snowflake.smallest(moment) <= id <= Snowflake.largest(moment)


@pytest.mark.parametrize(
    "moment",
    [
        datetime(2020, 1, 1),  # noqa: DTZ001 - what it shows
        datetime(2014, 12, 31, 23, 59, 59, 999999, tzinfo=UTC),
        datetime(2155, 1, 1, tzinfo=UTC),
    ],
)
def test_a_moment_without_a_zone_or_outside_of_what_ids_can_hold_is_refused(moment):
    for make in (Snowflake.smallest, Snowflake.largest):
        with pytest.raises(InvalidRequest):
            make(moment)


def test_a_part_too_large_for_its_bits_is_refused():
    for parts in ((DISCORD_EPOCH - 1,), (DISCORD_EPOCH, 32), (DISCORD_EPOCH, 0, 32), (DISCORD_EPOCH, 0, 0, 4096)):
        with pytest.raises(InvalidRequest):
            Snowflake.from_parts(*parts)


@given(IDS, st.integers(1, 500))
def test_an_id_knows_the_shard_that_serves_its_guild(id, num_shards):
    assert id.shard_id(num_shards) == shard_of(id, num_shards) < num_shards
