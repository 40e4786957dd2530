"""What was written comes out again, whatever it is and however the stream is cut."""

import sys
import zlib

from aiohttp import WSMsgType
from hypothesis import given
from hypothesis import strategies as st

from scurrypy.sandbox.gateway.compression import (
    PAYLOAD_COMPRESSION_MINIMUM,
    PayloadWriter,
    PlainWriter,
    ZlibStreamWriter,
    ZstdStreamWriter,
)

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

PAYLOADS = st.lists(st.binary(min_size=1, max_size=5000), min_size=1, max_size=20)


@given(PAYLOADS)
def test_zlib_stream(payloads: list[bytes]) -> None:
    writer, reader = ZlibStreamWriter(), zlib.decompressobj()
    for payload in payloads:
        body, kind = writer.write(payload)
        assert kind is WSMsgType.BINARY
        assert body.endswith(b"\x00\x00\xff\xff")
        assert reader.decompress(body) == payload


@given(PAYLOADS)
def test_zstd_stream(payloads: list[bytes]) -> None:
    writer, reader = ZstdStreamWriter(), zstd.ZstdDecompressor()
    for payload in payloads:
        body, kind = writer.write(payload)
        assert kind is WSMsgType.BINARY
        assert reader.decompress(body) == payload
        assert not reader.eof


@given(st.binary(max_size=3000))
def test_payload_compression(payload: bytes) -> None:
    body, kind = PayloadWriter().write(payload)
    if len(payload) < PAYLOAD_COMPRESSION_MINIMUM:
        assert (body, kind) == (payload, WSMsgType.TEXT)
    else:
        assert kind is WSMsgType.BINARY
        assert zlib.decompress(body) == payload


def test_plain() -> None:
    assert PlainWriter().write(b"{}") == (b"{}", WSMsgType.TEXT)
