"""Hostile frames: whatever bytes arrive, a shard stays alive, and what reads its events raises nothing unforeseen."""

import random
import zlib
from collections import Counter
from typing import Any

import msgspec
import pytest

from scurrypy.dispatch import Dispatcher
from scurrypy.gateway import ShardState
from scurrypy.gateway.inflate import InflateError, ZlibInflater
from scurrypy.gateway.zstd import ZstdInflater
from tests.fuzz.corpus import EVENTS, FRAMES
from tests.fuzz.mutation import INPUTS, SEED, as_json, mutated_bytes, mutated_tree
from tests.support.leaks import Leaks
from tests.support.virtual_clock import run_virtual
from tests.unit.gateway.fake_gateway import FakeGateway, until
from tests.unit.gateway.test_websocket import zstd

SEEDS = [as_json(frame) for frame in FRAMES]


def hostile_frame(rng: random.Random) -> bytes:
    if rng.random() < 0.3:
        return mutated_bytes(rng, rng.choice(SEEDS), SEEDS)
    made = as_json(mutated_tree(rng, rng.choice(FRAMES)))
    return zlib.compress(made) if rng.random() < 0.1 else made


def listening() -> Dispatcher:
    """A dispatcher with a handler for every event, so that each is decoded."""
    seen: list[Any] = []

    async def handler(event: Any) -> None:
        seen.append(event)
        del seen[:-10]

    return Dispatcher({name: [handler] for name in EVENTS}, 1000)


def test_no_frame_ends_a_shard(leaks: Leaks, caplog: pytest.LogCaptureFixture) -> None:
    rng, told = random.Random(SEED), Counter[str]()
    inputs = INPUTS * 7 // 10

    async def story() -> None:
        gateway = FakeGateway()
        dispatcher = listening()
        async with gateway.active_shard() as client:
            for number in range(inputs):
                data = hostile_frame(rng)
                try:
                    gateway.socket.raw(data)
                    while not client.event_queue.empty():
                        name, event = client.event_queue.get_nowait()
                        told["events"] += 1
                        dispatcher.dispatch((name, event))
                except BaseException as error:
                    error.add_note(f"input {number}, seed {SEED}: {data!r}")
                    raise
                if client.state is not ShardState.ACTIVE:
                    told["connections ended"] += 1
                    gateway.sockets = gateway.sockets[-2:]
                    await until(lambda: client.state is ShardState.ACTIVE or client.task.done(), 1e6, step=5.0)
                assert not client.task.done()
                if number % 1000 == 0:
                    assert leaks.found() == []
                    leaks.told.clear()
                    caplog.clear()
            await dispatcher.pool.drain(5)

    run_virtual(story())
    print(f"gateway: {inputs} frames, {dict(told)}, no death")
    assert told["events"] > 0
    assert told["connections ended"] > 0


def test_no_compressed_stream_upsets_an_inflater() -> None:
    rng, ends = random.Random(SEED), Counter[str]()
    inputs = INPUTS // 20
    packed = [zlib.compress(seed)[:-4] + b"\x00\x00\xff\xff" for seed in SEEDS] + [
        zstd.compress(seed) for seed in SEEDS
    ]
    for _ in range(inputs):
        data = mutated_bytes(rng, rng.choice(packed), packed)
        for inflater in (ZlibInflater(100_000), ZstdInflater(100_000)):
            try:
                made = inflater.feed(data)
            except InflateError:
                ends["refused"] += 1
            else:
                ends["read"] += 1
                assert made is None or len(made) <= 100_000
    print(f"inflaters: {inputs} streams, {dict(ends)}")
    assert ends["refused"] > 0


def test_a_mutated_frame_is_still_a_frame_now_and_then() -> None:
    """Otherwise the run would only ever show that what is no JSON is refused."""
    rng, read = random.Random(SEED), 0
    for _ in range(300):
        try:
            read += isinstance(msgspec.json.decode(hostile_frame(rng)), dict)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            continue
    assert read > 50
