"""What Discord accepts of a value, declared beside the field and checked before a request leaves.

    title: Annotated[str, Length(0, 256)] | None = None

Reading ignores these: what Discord sends is taken as it is.
"""

import re
from abc import ABC, abstractmethod
from collections.abc import Sized
from dataclasses import dataclass, field
from typing import Any, cast

from scurrypy.wire.errors import InvalidRequest


class Limit(ABC):
    """One thing Discord demands of a value."""

    @abstractmethod
    def problem(self, value: Any) -> tuple[str, object] | None:
        """Return the limit in words and what was given where `value` breaks it; None where it does not.

        A value of a kind that the limit does not speak of breaks nothing.
        """

    def check(self, path: str, value: Any) -> None:
        """Refuse `value`, which the caller knows as `path`, where it breaks the limit.

        Raises:
            InvalidRequest: it does.
        """
        problem = self.problem(value)
        if problem is not None:
            raise InvalidRequest(path, *problem)


@dataclass(frozen=True, slots=True)
class _Between(Limit):
    """A number of things between two bounds, both of them allowed."""

    least: float
    """The smallest."""
    most: float | None = None
    """The greatest; None for no bound."""

    def _words(self, unit: str) -> str:
        least, most = f"{self.least:,}".replace(",", ""), f"{self.most:,}".replace(",", "") if self.most else ""
        if self.most is None:
            return f"at least {least}{unit}"
        if not self.least and unit:
            return f"at most {most}{unit}"
        return f"{least}-{most}{unit}" if self.least != self.most else f"exactly {most}{unit}"

    def _holds(self, number: float) -> bool:
        return self.least <= number and (self.most is None or number <= self.most)


class Length(_Between):
    """Characters of a text."""

    __slots__ = ()

    def problem(self, value: Any) -> tuple[str, object] | None:
        """Return what is wrong with the length of a text."""
        if not isinstance(value, str) or self._holds(len(value)):
            return None
        return self._words(" characters"), f"{len(value)} characters"


class Count(_Between):
    """Entries of a list or mapping."""

    __slots__ = ()

    def problem(self, value: Any) -> tuple[str, object] | None:
        """Return what is wrong with the number of entries."""
        if isinstance(value, (str, bytes)) or not isinstance(value, Sized) or self._holds(len(value)):
            return None
        return self._words(" entries"), f"{len(value)} entries"


class Range(_Between):
    """A number, whatever it counts."""

    __slots__ = ()

    def problem(self, value: Any) -> tuple[str, object] | None:
        """Return what is wrong with a number."""
        if isinstance(value, bool) or not isinstance(value, (int, float)) or self._holds(value):
            return None
        return self._words(""), value


@dataclass(frozen=True, slots=True)
class Pattern(Limit):
    """A text of a certain form."""

    expression: str
    """Regular expression that the whole text matches."""
    words: str
    """The same for people, as in `lowercase letters, digits, - and _`."""
    _compiled: re.Pattern[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_compiled", re.compile(self.expression))

    def problem(self, value: Any) -> tuple[str, object] | None:
        """Return what is wrong with the form of a text."""
        if not isinstance(value, str) or self._compiled.fullmatch(value):
            return None
        return self.words, cast("object", value)
