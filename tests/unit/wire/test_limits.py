"""Limits beside a field: what they say, and that reading ignores them."""

from typing import Annotated, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scurrypy.wire.errors import InvalidRequest
from scurrypy.wire.limits import Count, Length, Limit, Pattern, Range
from scurrypy.wire.model import DataModel
from scurrypy.wire.types import REQUIRED


class Titled(DataModel):
    title: Annotated[str, Length(1, 3)] | None = None
    names: Annotated[list[Annotated[str, Length(1, 3)]], Count(0, 2)] = REQUIRED


@pytest.mark.parametrize(
    ("limit", "value", "said"),
    [
        (Length(1, 3), "long", "x: 1-3 characters, got 4"),
        (Length(0, 3), "long", "x: at most 3 characters, got 4"),
        (Count(2, 100), [1], "x: 2-100 entries, got 1"),
        (Count(3, 3), [], "x: exactly 3 entries, got 0"),
        (Range(0, 21600), 21601, "x: 0-21600, got 21601"),
        (Range(8000), 1, "x: at least 8000, got 1"),
        (Pattern("[a-z]+", "lowercase letters"), "A", "x: lowercase letters, got 'A'"),
    ],
)
def test_a_broken_limit_names_the_field_the_limit_and_what_was_given(limit: Limit, value: Any, said: str):
    with pytest.raises(InvalidRequest) as refused:
        limit.check("x", value)
    assert str(refused.value) == said


@given(st.one_of(st.text(), st.lists(st.none()), st.integers(), st.floats(allow_nan=False), st.none(), st.booleans()))
def test_a_limit_refuses_exactly_what_is_outside_it(value: Any):
    size = len(value) if isinstance(value, (str, list)) else None
    assert (Length(2, 5).problem(value) is not None) is (isinstance(value, str) and not 2 <= size <= 5)
    assert (Count(2, 5).problem(value) is not None) is (isinstance(value, list) and not 2 <= size <= 5)
    is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
    assert (Range(2, 5).problem(value) is not None) is (is_number and not 2 <= value <= 5)


def test_what_discord_sends_is_read_whatever_the_limit(caplog: pytest.LogCaptureFixture):
    read = Titled.from_json(b'{"title":"much too long","names":["a","b","long","d"]}')
    assert (read.title, len(read.names)) == ("much too long", 4)
    assert caplog.records == []
