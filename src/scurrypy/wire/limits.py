"""What Discord accepts of a value, declared beside the field and checked before a request leaves.

    title: Annotated[str, Length(0, 256)] | None = None

Reading ignores these: what Discord sends is taken as it is.
"""

import re
from abc import ABCMeta, abstractmethod
from collections.abc import Iterable, Sequence, Sized
from typing import Any, Final, cast

import msgspec

from scurrypy.wire.errors import Problem, refuse

_NUMBER: Final = re.compile(r"-?\d+(\.\d+)?", re.ASCII)


def part_of(value: object, name: str) -> Any:
    """Return a field of a model, or what a mapping has under its name; None where there is no such thing."""
    if isinstance(value, dict):
        return cast("dict[str, object]", value).get(name)
    return getattr(value, name, None)


def out_of_order(least: str, most: str, holder: object) -> Iterable[Problem]:
    """Yield the problem that one field of `holder`, named by `least`, exceeds another; neither need be set."""
    low, high = part_of(holder, least), part_of(holder, most)
    if isinstance(low, (int, float)) and isinstance(high, (int, float)) and low > high:
        yield Problem(least, f"at most {most}, which is {high}", low)


def is_number(value: object) -> bool:
    """Return whether this is a number written as text, which Discord reads as the number."""
    return isinstance(value, str) and _NUMBER.fullmatch(value) is not None


class _Abstract(msgspec.StructMeta, ABCMeta):
    """The metaclass of structs of which some methods are left to those that derive from them."""


class Limit(msgspec.Struct, frozen=True, metaclass=_Abstract):
    """One thing Discord demands of a value."""

    @abstractmethod
    def problem(self, value: Any) -> tuple[str, object] | None:
        """Return the limit in words and what was given where `value` breaks it; None where it does not.

        A value of a kind that the limit does not speak of breaks nothing.
        """

    def problems(self, value: Any) -> Iterable[Problem]:
        """Return everything about `value` that breaks the limit, each under its path within `value`."""
        problem = self.problem(value)
        return () if problem is None else (Problem("", *problem),)

    def check(self, path: str, value: Any) -> None:
        """Refuse `value`, which the caller knows as `path`, where it breaks the limit.

        Raises:
            InvalidRequest: it does.
        """
        refuse([problem.below(path) for problem in self.problems(value)])


class LimitWithin(Limit, frozen=True):
    """Something Discord demands of a value, whose breach lies somewhere within the value."""

    @abstractmethod
    def problems(self, value: Any) -> Iterable[Problem]:
        """Yield everything within `value` that breaks the limit, each under its path there."""

    def problem(self, value: Any) -> tuple[str, object] | None:
        """Return the first breach."""
        first = next(iter(self.problems(value)), None)
        return None if first is None else (first.limit, first.given)


class _Between(Limit, frozen=True):
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


class Length(_Between, frozen=True):
    """Characters of a text."""

    trimmed: bool = False
    """Whether white space around the text does not count, because Discord takes it away."""

    def problem(self, value: Any) -> tuple[str, object] | None:
        """Return what is wrong with the length of a text."""
        if not isinstance(value, str):
            return None
        size = len(value.strip()) if self.trimmed else len(value)
        return None if self._holds(size) else (self._words(" characters"), size)


class Count(_Between, frozen=True):
    """Entries of a list or mapping."""

    def problem(self, value: Any) -> tuple[str, object] | None:
        """Return what is wrong with the number of entries."""
        if isinstance(value, (str, bytes)) or not isinstance(value, Sized) or self._holds(len(value)):
            return None
        return self._words(" entries"), len(value)


class Range(_Between, frozen=True):
    """A number, whatever it counts."""

    def problem(self, value: Any) -> tuple[str, object] | None:
        """Return what is wrong with a number."""
        if isinstance(value, bool) or not isinstance(value, (int, float)) or self._holds(value):
            return None
        return self._words(""), value

    def check(self, path: str, value: Any) -> None:
        """Refuse a parameter that is out of range, or no number; one that is written as text passes.

        Raises:
            InvalidRequest: it is.
        """
        if value is not None and not isinstance(value, (int, float)) and not is_number(value):
            refuse([Problem(path, f"a number, {self._words('')}", type(value).__name__)])
        super().check(path, value)


class Pattern(Limit, frozen=True):
    """A text of a certain form."""

    expression: str
    """Regular expression that the whole text matches."""
    words: str
    """The same for people, as in `lowercase letters, digits, - and _`."""

    def problem(self, value: Any) -> tuple[str, object] | None:
        """Return what is wrong with the form of a text."""
        if not isinstance(value, str) or re.fullmatch(self.expression, value):
            return None
        return self.words, cast("object", value)


class Unique(LimitWithin, frozen=True):
    """Entries of a list that differ from each other."""

    key: str
    """Name of the field that no two entries may have alike."""

    def problems(self, value: Any) -> Iterable[Problem]:
        """Yield each entry that has what one before it has."""
        if not isinstance(value, (list, tuple)):
            return
        seen: set[object] = set()
        for place, entry in enumerate(cast("Sequence[object]", value)):
            given = part_of(entry, self.key)
            if isinstance(given, (str, int, float)):
                if given in seen:
                    yield Problem(self.key, f"unlike any other {self.key} of the list", given).below(place)
                seen.add(given)
