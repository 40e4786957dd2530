"""What is remembered of answers, up to a bound."""

from collections.abc import Hashable
from typing import Final, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")

_REMEMBERED: Final = 10_000
"""Entries of one table."""


def remember(table: dict[K, V], key: K, value: V) -> None:
    """Put an entry into a table; the oldest one makes room for it."""
    if len(table) >= _REMEMBERED:
        del table[next(iter(table))]
    table[key] = value
