"""WebSocket frames, written byte by byte so that they can also be written wrong, and read from a client."""

import base64
import hashlib
from asyncio import StreamReader

CONTINUATION, TEXT, BINARY, CLOSE, PING, PONG = 0x0, 0x1, 0x2, 0x8, 0x9, 0xA

_MAGIC = b"258EAFA5-E914-47DA-95CA-C5AB0DC85B11"


def accepting(request: bytes) -> bytes:
    """Return the answer that grants a request to upgrade."""
    lines = request.split(b"\r\n")
    return granting(next(line.split(b": ")[1] for line in lines if line.lower().startswith(b"sec-websocket-key")))


def granting(key: bytes) -> bytes:
    """Return the answer that grants an upgrade to who sent this key."""
    accept = base64.b64encode(hashlib.sha1(key + _MAGIC).digest())  # noqa: S324 - RFC 6455 wants it
    return (
        b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        b"Sec-WebSocket-Accept: " + accept + b"\r\n\r\n"
    )


def frame(opcode: int, payload: bytes = b"", *, fin: bool = True, reserved: int = 0, mask: bytes = b"") -> bytes:
    """Return one frame of a server, which has no mask unless it is to be wrong."""
    first = (0x80 if fin else 0) | reserved << 4 | opcode
    masked = 0x80 if mask else 0
    if len(payload) < 126:
        head = bytes([first, masked | len(payload)])
    elif len(payload) < 2**16:
        head = bytes([first, masked | 126]) + len(payload).to_bytes(2)
    else:
        head = bytes([first, masked | 127]) + len(payload).to_bytes(8)
    return head + mask + (masking(payload, mask) if mask else payload)


def masking(payload: bytes, mask: bytes) -> bytes:
    """Return the payload with the mask put on, or taken off."""
    # As one number, for it is done to every frame of a million.
    repeated = (mask * (len(payload) // 4 + 1))[: len(payload)]
    return (int.from_bytes(payload) ^ int.from_bytes(repeated)).to_bytes(len(payload))


def closing(code: int, reason: bytes = b"") -> bytes:
    """Return a close frame."""
    return frame(CLOSE, code.to_bytes(2) + reason)


async def read_frame(reader: StreamReader) -> tuple[int, bytes]:
    """Return the opcode and the payload of a client's next frame."""
    first, second = await reader.readexactly(2)
    size = second & 0x7F
    if size >= 126:
        size = int.from_bytes(await reader.readexactly(2 if size == 126 else 8))
    mask = await reader.readexactly(4)
    return first & 0x0F, masking(await reader.readexactly(size), mask)
