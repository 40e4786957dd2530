"""An IDENTIFY that Discord finds malformed time and again: the shard stops, and for nothing else."""

import asyncio
import random

import pytest

from scurrypy.gateway import ShardState
from scurrypy.gateway.reconnect import ReconnectPolicy
from scurrypy.gateway.state import Cause, Ending
from scurrypy.wire.errors import FatalClose
from tests.support.virtual_clock import run_virtual
from tests.unit.gateway.fake_gateway import TOKEN, FakeGateway, refused, until


def closes_identify(gateway, code):
    """Let the gateway answer each IDENTIFY with a close code, None for READY."""

    def on_hear(socket, op, _):
        if op == 2 and code is not None:
            socket.close_from_peer(code, "Error while decoding payload.")
        return op == 2 and code is not None

    gateway.on_hear = on_hear


@pytest.mark.parametrize("code", [4001, 4002])
def test_an_identify_that_is_malformed_time_and_again_stops_the_shard(code):
    async def story():
        gateway = FakeGateway()
        closes_identify(gateway, code)
        async with gateway.shard() as client:
            with pytest.raises(FatalClose, match=f"IDENTIFY malformed.*presence.*{code}") as caught:
                await client.task
            assert TOKEN not in str(caught.value)
            assert client.state is ShardState.FATAL
            assert client.metrics.identifies == 3
            await asyncio.sleep(600)
            assert len(gateway.attempts) == 3

    run_virtual(story())


def test_a_network_that_fails_between_malformed_identifies_does_not_start_the_count_anew():
    async def story():
        gateway = FakeGateway()
        closes_identify(gateway, 4002)
        gateway.refuse = lambda url: refused() if len(gateway.attempts) % 2 else None
        async with gateway.shard() as client:
            with pytest.raises(FatalClose):
                await client.task
            assert client.metrics.identifies == 3
            assert len(gateway.attempts) == 6

    run_virtual(story())


@pytest.mark.parametrize("code", [4001, 4002])
def test_a_close_before_the_identify_says_nothing_about_it(code):
    policy = ReconnectPolicy(random.Random(1))

    def judge(**sent):
        return policy.judge(Ending(Cause.CLOSED, code), now=0.0, active_since=None, has_resumed=False, **sent)

    assert [judge(has_identified=False).fatal for _ in range(9)] == [None] * 9
    assert [judge(has_identified=True).fatal for _ in range(3)] == [None, None, FatalClose]


@pytest.mark.parametrize(("code", "between"), [(4002, None), (4000, 4000), (4005, 4005), (4008, 4008)])
def test_a_session_or_another_close_code_is_not_taken_for_a_malformed_identify(code, between):
    async def story():
        gateway = FakeGateway()
        async with gateway.active_shard() as client:
            for _ in range(3):
                closes_identify(gateway, code)
                gateway.socket.close_from_peer(4009)
                attempts = client.metrics.identifies
                await until(lambda seen=attempts: client.metrics.identifies == seen + 2)
                await until(lambda: client.state is ShardState.DISCONNECTED)
                closes_identify(gateway, between)
                await asyncio.sleep(70)
                closes_identify(gateway, None)
                await until(lambda: client.state is ShardState.ACTIVE)
            assert client.metrics.identifies >= 7

    run_virtual(story())
