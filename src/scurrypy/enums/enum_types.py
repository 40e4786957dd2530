"""The bases of every enum: lists that Discord extends at any time, so that a value unknown here must survive.

An unknown value becomes a member of its own, equal to the plain value and named after it. Such members are remembered
in caches of fixed size, so that a flood of unknown values cannot fill memory; compare them by value, not identity.
"""

from enum import IntEnum, IntFlag, StrEnum
from functools import lru_cache
from typing import Self, cast

_REMEMBERED = 4096
"""Unknown values remembered, of each of the three kinds."""

_FILED = 256
"""Combinations of bits that each set of bits keeps in its own table, where msgspec finds them twelve times as fast."""

_LONGEST = 100
"""Characters of the longest unknown text that is remembered."""

_ALL_BITS = (1 << 63) - 1
"""Every bit there can be: Discord's flags are signed 64-bit numbers."""


class DiscordTypes(IntEnum):
    """A list of numbers; unknown numbers are kept."""

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        if not isinstance(value, int):
            return None
        return cast("Self", _unknown_number(cls, int(value)))


class DiscordString(StrEnum):
    """A list of texts; unknown texts are kept."""

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        if not isinstance(value, str):
            return None
        make = _unknown_text if len(value) <= _LONGEST else _unknown_text.__wrapped__
        return cast("Self", make(cls, str(value)))


class DiscordFlags(IntFlag):
    """A set of bits; unknown bits are kept."""

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        # The commonest value is none at all. Where it is filed, msgspec finds it in 0.07 µs; else it asks `_missing_`,
        # for 0.9 µs, several times in each message.
        cls._value2member_map_.setdefault(0, cls(0))

    @classmethod
    def _missing_(cls, value: object) -> Self:
        if not isinstance(value, int):
            raise ValueError(f"{value!r} is not a valid {cls.__qualname__}")  # noqa: TRY004 - as every enum does
        if value < 0:
            # `~flag` asks for this. Python would keep the declared bits alone, and so `flags & ~flag` would drop
            # every bit this version does not know.
            return cls(value & _ALL_BITS)
        return cast("Self", _combination(cls, int(value)))

    @property
    def sent_as_text(self) -> bool:
        """Whether the bits travel as decimal text: where there may be more than 53, as JSON numbers are doubles."""
        return False


@lru_cache(_REMEMBERED)
def _unknown_number(kind: type[DiscordTypes], value: int) -> DiscordTypes:
    member = int.__new__(kind, value)
    member._name_ = f"UNKNOWN_{value}"
    member._value_ = value
    return member


@lru_cache(_REMEMBERED)
def _unknown_text(kind: type[DiscordString], value: str) -> DiscordString:
    member = str.__new__(kind, value)
    member._name_ = f"UNKNOWN_{value}"
    member._value_ = value
    return member


@lru_cache(_REMEMBERED)
def _combination(kind: type[DiscordFlags], value: int) -> DiscordFlags:
    member = cast("DiscordFlags", super(DiscordFlags, kind)._missing_(value))
    # `enum` files every combination it makes for ever; beside the declared members only the first may stay.
    if member.name not in kind.__members__ and len(kind._value2member_map_) > len(kind.__members__) + _FILED:
        kind._value2member_map_.pop(value, None)
    return member
