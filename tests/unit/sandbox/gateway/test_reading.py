"""Whatever a client sends, it is read or refused; nothing else ever comes of it."""

import contextlib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scurrypy.sandbox.gateway.identify import Identify, Presence, Resume, read_identify, read_presence, read_resume
from scurrypy.sandbox.gateway.member_chunks import MemberRequest, read_member_request
from scurrypy.sandbox.gateway.opcodes import GatewayClosed

SCALARS = st.none() | st.booleans() | st.integers(-(2**63), 2**63) | st.floats(allow_nan=False) | st.text(max_size=40)
VALUES = st.recursive(SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner))
KEYS = ("token", "properties", "shard", "compress", "large_threshold", "presence", "intents", "session_id", "seq")
REQUEST_KEYS = ("guild_id", "query", "limit", "user_ids", "presences", "nonce", "status", "activities")


def objects(keys: tuple[str, ...]) -> st.SearchStrategy[Any]:
    return VALUES | st.dictionaries(st.sampled_from(keys), VALUES)


@given(st.fixed_dictionaries({"d": objects(KEYS)}, optional={"compress": VALUES}))
def test_identify_and_resume(packet: dict[str, Any]) -> None:
    for read, kind in ((read_identify, Identify), (read_resume, Resume)):
        with contextlib.suppress(GatewayClosed):
            assert isinstance(read(packet), kind)


@given(objects(REQUEST_KEYS))
def test_presence_and_member_requests(data: Any) -> None:
    for read, kind in ((read_presence, Presence), (read_member_request, MemberRequest)):
        with contextlib.suppress(GatewayClosed):
            assert isinstance(read(data), kind)


@pytest.mark.parametrize(
    ("threshold", "used"), [(None, 50), (0, 50), (49, 50), (50, 50), (200, 200), (250, 250), (1000, 250)]
)
def test_the_large_threshold_stays_between_50_and_250(threshold: int | None, used: int) -> None:
    data: dict[str, Any] = {"token": "Bot abc", "properties": {}, "intents": 0}
    if threshold is not None:
        data["large_threshold"] = threshold
    identify = read_identify({"op": 2, "d": data})
    assert identify.large_threshold == used
    assert identify.token == "abc"
    assert (identify.shard_id, identify.shard_count, identify.sharded) == (0, 1, False)
    assert identify.presence.status == "online"
