"""The envelope that every message of the gateway is, and how little of it has to be read."""

import re
from collections.abc import Callable

import msgspec


class Payload(msgspec.Struct, gc=False):
    """What every gateway message is. The data stays raw: most of it nobody reads.

    See [Discord Docs/Payload Structure](https://docs.discord.com/developers/events/gateway-events#payload-structure).
    """

    op: int
    """The opcode."""
    d: msgspec.Raw = msgspec.Raw(b"null")
    """The data, as it came."""
    s: int | None = None
    """Sequence number of an event."""
    t: str | None = None
    """Name of an event."""


read_payload: Callable[[bytes], Payload] = msgspec.json.Decoder(Payload).decode
"""Return the payload that a message is; raise `msgspec.DecodeError` where it is none."""

_HEAD = re.compile(rb'\{"t":"([A-Z_]{1,64})","s":(\d{1,15}),"op":0,"d":')
read_head: Callable[[bytes], re.Match[bytes] | None] = _HEAD.match
"""Find name and number of an event where Discord puts them: in front of the body."""
