"""Replay buffers and the guilds of a shard."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scurrypy.sandbox.gateway.identify import Identify, Presence
from scurrypy.sandbox.gateway.session import Session, replay_limit


def session(shard_id: int = 0, shard_count: int = 1) -> Session:
    identify = Identify(
        token="t",
        intents=0,
        shard_id=shard_id,
        shard_count=shard_count,
        sharded=True,
        compress=False,
        large_threshold=50,
        presence=Presence(),
    )
    return Session("id", 1, 2, 10, identify)


@pytest.mark.parametrize(("guilds", "limit"), [(0, 100), (1, 100), (2, 150), (46, 3450), (47, 3500), (2500, 3500)])
def test_how_much_is_kept_for_replay(guilds: int, limit: int) -> None:
    assert replay_limit(guilds) == limit


@given(st.integers(0, 400), st.integers(0, 400))
def test_replay_gives_everything_missed_or_nothing(sent: int, known: int) -> None:
    subject = session()
    for number in range(sent):
        subject.send("TEST", b"%d" % number)
    known = min(known, sent)
    missed = subject.missed_since(known)
    if sent - known > 100:
        assert missed is None
    else:
        assert missed is not None
        expected = [b'{"t":"TEST","s":%d,"op":0,"d":%d}' % (number + 1, number) for number in range(known, sent)]
        assert missed == expected


@given(st.integers(1, 64), st.integers(0, 2**63 - 1))
def test_every_guild_has_exactly_one_shard(count: int, guild_id: int) -> None:
    assert sum(session(shard_id, count).covers(guild_id) for shard_id in range(count)) == 1
    assert [session(shard_id, count).covers(None) for shard_id in range(count)] == [True] + [False] * (count - 1)
