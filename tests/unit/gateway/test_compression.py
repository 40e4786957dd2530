"""From a connection's messages to JSON: zlib-stream, zstd-stream, payload compression, damage, bombs (A37 to A40)."""

import itertools
import json
import random
import sys
import zlib

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scurrypy.gateway import ShardState, inflate
from scurrypy.gateway.connection import Payload
from scurrypy.gateway.inflate import InflateError, PlainInflater, ZlibInflater, available, inflater_for
from scurrypy.gateway.zstd import ZstdInflater
from tests.support.virtual_clock import run_virtual
from tests.unit.gateway.fake_gateway import FakeGateway, drain, until

try:
    from compression import zstd
except ImportError:
    from backports import zstd

messages = st.lists(st.binary(max_size=300).map(lambda data: b'{"d":"' + data.hex().encode() + b'"}'), max_size=8)


class ZlibWriter:
    def __init__(self):
        self.stream = zlib.compressobj()

    def __call__(self, data):
        return self.stream.compress(data) + self.stream.flush(zlib.Z_SYNC_FLUSH)


class ZstdWriter:
    def __init__(self):
        self.stream = zstd.ZstdCompressor()

    def __call__(self, data):
        return self.stream.compress(data, zstd.ZstdCompressor.FLUSH_BLOCK)


@given(messages, st.randoms(use_true_random=False))
def test_A37_zlib_messages_survive_any_split(whole, rng):
    writer, inflater, got = ZlibWriter(), ZlibInflater(), []
    for message in whole:
        data = writer(message)
        cuts = sorted({0, len(data), *(rng.randrange(len(data)) for _ in range(3))})
        for start, end in itertools.pairwise(cuts):
            got.append(inflater.feed(data[start:end]))
    assert [message for message in got if message is not None] == whole


def test_A37_a_zlib_message_split_at_every_byte():
    message = json.dumps({"op": 0, "d": list(range(50))}).encode()
    for cut in range(1, len(ZlibWriter()(message))):
        writer, inflater = ZlibWriter(), ZlibInflater()
        data = writer(message)
        assert inflater.feed(data[:cut]) is None
        assert inflater.feed(data[cut:]) == message
        assert inflater.feed(writer(message)) == message


@given(messages)
def test_A38_zstd_messages_share_one_context(whole):
    writer, inflater = ZstdWriter(), ZstdInflater()
    assert [inflater.feed(writer(message)) for message in whole] == whole


@given(messages, st.integers(1, 4))
def test_A38_zstd_frames_may_end_within_a_connection(whole, every):
    """Neither the end of a message nor that of a frame means the end of the other, and no frame states its size."""
    inflater, writer = ZstdInflater(), zstd.ZstdCompressor()
    for number, message in enumerate(whole):
        ends = number % every == 0
        mode = zstd.ZstdCompressor.FLUSH_FRAME if ends else zstd.ZstdCompressor.FLUSH_BLOCK
        assert inflater.feed(writer.compress(message, mode)) == message


def test_A38_one_message_may_hold_several_frames():
    data = zstd.compress(b'{"a":') + zstd.compress(b"1}")
    assert ZstdInflater().feed(data) == b'{"a":1}'


def test_A37_a_shard_waits_for_the_rest_of_a_message():
    async def story():
        gateway = FakeGateway()
        gateway.says_hello = False
        async with gateway.shard(compress="zlib-stream") as client:
            await until(lambda: client.state is ShardState.WAIT_HELLO)
            stream = zlib.compressobj()
            data = stream.compress(b'{"op":7}') + stream.flush(zlib.Z_SYNC_FLUSH)
            gateway.socket.raw(data[:5])
            assert client.state is ShardState.WAIT_HELLO
            gateway.socket.raw(data[5:])
            assert client.state is ShardState.CLOSING

    run_virtual(story())


def test_A39_json_that_discord_compressed_by_itself_is_read_beside_plain_text():
    inflater = PlainInflater()
    for number in range(5):
        message = json.dumps({"op": 11, "n": number}).encode()
        assert inflater.feed(message if number % 2 else zlib.compress(message)) == message


def test_A39_payload_compression_is_never_asked_for():
    async def story():
        gateway = FakeGateway()
        async with gateway.active_shard():
            assert "compress" not in gateway.socket.only(2)

    run_virtual(story())


@pytest.mark.parametrize(
    "damage", [b"not json", b'{"op":', b'{"op":"x"}', b"[]", b"\xff\xfe", b"", b'{"s":1}', b"x\x9c\x00"]
)
def test_A40_what_cannot_be_read_closes_and_resumes_and_is_never_skipped(damage):
    async def story():
        gateway = FakeGateway()
        async with gateway.active_shard() as client:
            session_id = client.session.session_id
            gateway.socket.raw(damage)
            gateway.dispatch(session_id, "AFTER", {})
            await until(lambda: client.state is ShardState.ACTIVE)
            assert gateway.sockets[0].closed_with not in (None, 1000, 1001)
            assert [name for name, _ in drain(client)] == ["READY", "AFTER", "RESUMED"]
            assert (client.metrics.identifies, client.metrics.resumes) == (1, 1)

    run_virtual(story())


@given(st.binary(max_size=200))
def test_A40_random_bytes_raise_only_what_the_connection_handles(data):
    decode = msgspec.json.Decoder(Payload).decode
    for compress in ("zstd-stream", "zlib-stream", None):
        try:
            inflated = inflater_for(compress).feed(data)
            payload = None if inflated is None else decode(inflated)
        except (InflateError, msgspec.DecodeError):
            continue
        assert payload is None or isinstance(payload.op, int)


@given(st.integers(0, 400), st.integers(0, 255))
def test_A40_damaged_streams_raise_only_what_the_connection_handles(position, value):
    rng = random.Random(position)
    message = json.dumps({"op": 0, "d": [rng.random() for _ in range(30)]}).encode()
    for writer, inflater in ((ZlibWriter(), ZlibInflater()), (ZstdWriter(), ZstdInflater())):
        data = bytearray(writer(message))
        data[position % len(data)] = value
        try:
            inflated = inflater.feed(bytes(data))
        except InflateError:
            continue
        assert inflated is None or isinstance(inflated, bytes)


@pytest.mark.parametrize("size", [0, 1])
def test_a_message_may_grow_to_the_limit_and_no_further(size):
    limit = 100_000
    message = b"x" * (limit + size)
    for inflater, data in (
        (ZlibInflater(limit), ZlibWriter()(message)),
        (ZstdInflater(limit), ZstdWriter()(message)),
        (PlainInflater(limit), zlib.compress(message)),
    ):
        if size:
            with pytest.raises(InflateError, match="exceeds"):
                inflater.feed(data)
        else:
            assert inflater.feed(data) == message


def test_a_message_that_never_ends_is_bounded_before_it_is_inflated():
    inflater = ZlibInflater(1000)
    for _ in range(10):
        assert inflater.feed(b"\x01" * 100) is None
    with pytest.raises(InflateError, match="before it is inflated"):
        inflater.feed(b"\x01")


def test_a_compression_bomb_ends_the_connection_and_not_the_process():
    bomb = ZstdWriter()(b" " * (inflate.MESSAGE_LIMIT + 1))
    assert len(bomb) < 50_000
    with pytest.raises(InflateError, match="exceeds"):
        ZstdInflater().feed(bomb)


def test_each_connection_gets_an_inflater_of_its_own():
    """A new connection's first message is refused by the old connection's context (eris#1364)."""
    old = ZlibInflater()
    old.feed(ZlibWriter()(b"{}"))
    fresh = ZlibWriter()(b"{}")
    with pytest.raises(InflateError):
        old.feed(fresh)
    assert inflater_for("zlib-stream").feed(fresh) == b"{}"


def test_a_python_without_zstd_falls_back_to_zlib(monkeypatch):
    assert available("zstd-stream") == "zstd-stream"
    # To import what stands for None raises ImportError.
    monkeypatch.setitem(sys.modules, "scurrypy.gateway.zstd", None)
    assert available("zstd-stream") == "zlib-stream"
    assert available(None) is None
    assert isinstance(inflater_for("zlib-stream"), ZlibInflater)
