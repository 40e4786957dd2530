"""JSON bytes to values and back: the one place where an encoder or decoder is made."""

import operator
from collections.abc import Callable, Mapping
from enum import IntFlag
from typing import Any, TypeVar, cast

import msgspec

from scurrypy.wire.snowflake import Snowflake
from scurrypy.wire.types import NULL, PLAIN, is_flat

T = TypeVar("T")

UNREADABLE = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)
"""What reading raises: it is no JSON, no UTF-8, does not fit, or is nested deeper than Python can follow."""


def _encode_hook(value: object) -> Any:
    # msgspec encodes only exact built-in types; subclasses come here.
    if value is NULL:
        return None
    if isinstance(value, Snowflake):
        return str(int(value))
    if isinstance(value, str):
        return str(value)
    if isinstance(value, int):
        return int(value)
    raise TypeError(f"{type(value).__name__} cannot be sent as JSON: {value!r}")


_encoder = msgspec.json.Encoder(enc_hook=_encode_hook)
_decoder = msgspec.json.Decoder()


def encode(value: object) -> bytes:
    """Return `value` as compact JSON bytes; snowflakes and permissions become strings, as Discord wants them."""
    return _encoder.encode(_wide_flags_as_text(value))


def _wide_flags_as_text(value: object) -> object:
    # msgspec writes every enum itself, without asking the hook, so these are replaced beforehand.
    if type(value) in PLAIN or is_flat(value):
        return value
    if isinstance(value, dict):
        return {key: _wide_flags_as_text(item) for key, item in cast("dict[object, object]", value).items()}
    if isinstance(value, (list, tuple)):
        return [_wide_flags_as_text(item) for item in cast("list[object]", value)]
    return str(int(value)) if isinstance(value, IntFlag) and getattr(value, "sent_as_text", False) else value


def decode(data: bytes | bytearray | memoryview | msgspec.Raw | str) -> Any:
    """Return the built-in value that JSON bytes or text stand for.

    Raises:
        msgspec.DecodeError: they are not JSON.
        RecursionError: they are nested too deep.
    """
    return _decoder.decode(data)


_make = cast("Callable[[type, Any], Any]", operator.call)


class _Decoders(dict[object, msgspec.json.Decoder[Any]]):
    """The decoder of each type, made when it is first looked up."""

    def __missing__(self, kind: type) -> msgspec.json.Decoder[Any]:
        decoder = self[kind] = msgspec.json.Decoder(kind, strict=False, dec_hook=_make)
        return decoder


decoders: Mapping[Any, msgspec.json.Decoder[Any]] = _Decoders()
"""The decoder of each type; looked up here it costs no call."""


def decoder_for(kind: type[T]) -> msgspec.json.Decoder[T]:
    """Return the decoder that reads JSON bytes as `kind`.

    Every type msgspec does not know itself is made by calling it with the JSON value. `operator.call` is that
    call without a Python frame; some seven ids occur in each event, so the frame would cost more than the ids.
    """
    return decoders[kind]


def convert(value: Any, kind: type[T]) -> T:
    """Return the built-in `value` as `kind`, by the very rules of `decoder_for`.

    It goes through JSON because `msgspec.convert` leaves the keys of mappings as they are.
    """
    return decoder_for(kind).decode(_encoder.encode(value))
