"""The ways in which Discord's lists come in pages: by id, by time, by offset."""

from abc import ABC, abstractmethod
from collections.abc import Awaitable, Callable, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, Final, Generic, TypeAlias, TypeVar

import msgspec

from scurrypy.wire.errors import InvalidRequest, MissingField, RequestFailed
from scurrypy.wire.snowflake import id_of

T = TypeVar("T")

_TICK: Final = timedelta(milliseconds=1)
"""How far apart two times must be for Discord to tell them apart for certain."""


class Answered(msgspec.Struct, Generic[T]):
    """One page, as Discord answered it."""

    items: Sequence[T]
    """What is on it."""
    has_more: bool | None = None
    """Whether there is another; None where Discord does not say, and a page that is not full is the last."""


Fetch: TypeAlias = Callable[..., Awaitable[Answered[T] | Sequence[T]]]
"""Makes the request for one page; takes `limit`, and what the walk turns the pages with, by name."""


class Walk(ABC, Generic[T]):
    """Where in a list one is, and how the next page is asked for.

    Until the answer is there, nothing of this changes: a step that was cancelled or failed is simply taken again.
    """

    def __init__(self, fetch: Fetch[T]) -> None:
        self._fetch = fetch
        self._done = False

    @property
    def is_done(self) -> bool:
        """Whether the last page was taken."""
        return self._done

    @abstractmethod
    def query(self) -> dict[str, Any]:
        """Return what asks for the next page, beside `limit`."""

    @abstractmethod
    def take(self, page: Answered[T], size: int) -> list[T]:
        """Move behind a page that was asked for with `size`, and return what is new on it, in order.

        Raises:
            RequestFailed: the page goes no further than the one before, so neither would the next.
        """

    @abstractmethod
    def hand_out(self, item: T) -> str:
        """Return the cursor behind an item that the caller gets now; those before it were handed out already."""

    @abstractmethod
    def resume(self, cursor: str) -> None:
        """Go to right behind the item that a cursor stands for.

        Raises:
            ValueError: it is no cursor of such a list.
        """

    async def step(self, size: int) -> list[T]:
        """Ask for the next page, and return what is new on it, in order.

        Args:
            size: How many items to ask for.
        """
        answer = await self._fetch(limit=size, **self.query())
        return self.take(answer if isinstance(answer, Answered) else Answered(answer), size)

    def _goes_on(self, page: Answered[T], size: int) -> bool:
        return bool(page.items) and len(page.items) >= size if page.has_more is None else page.has_more


def _id_or_none(value: int | None, name: str) -> int | None:
    return None if value is None else id_of(value, name)


class IdWalk(Walk[T]):
    """A list in the order of ids, by `before` or `after`.

    Discord sorts some pages upwards and some downwards, whatever was asked for, and two messages of one millisecond
    may change places. So each page is sorted here, and the id to go on from is the outermost, not the last.
    """

    def __init__(
        self,
        fetch: Fetch[T],
        key: Callable[[T], int],
        *,
        before: int | None = None,
        after: int | None = None,
        around: int | None = None,
        forwards: bool = True,
    ) -> None:
        super().__init__(fetch)
        self._key = key
        self._forwards = forwards
        self._around = _id_or_none(around, "around")
        least, most = _id_or_none(after, "after"), _id_or_none(before, "before")
        self._position, self._end = (least, most) if forwards else (most, least)

    def query(self) -> dict[str, Any]:
        """Return the id to go on from."""
        if self._around is not None:
            return {"around": self._around}
        if self._forwards:
            # Without it, some lists begin at their newest item.
            return {"after": self._position or 0}
        return {} if self._position is None else {"before": self._position}

    def take(self, page: Answered[T], size: int) -> list[T]:
        """Return what lies beyond the position and within the bound."""
        found = {self._key(item): item for item in page.items}
        ordered = sorted(found, reverse=not self._forwards)
        beyond = [id for id in ordered if self._position is None or self._is_behind(id, self._position)]
        # What is around an id is cut at both sides, so a page that is not full says nothing.
        goes_on = bool(page.items) if self._around is not None else self._goes_on(page, size)
        if goes_on and not beyond:
            raise _stuck()
        within = [id for id in beyond if self._end is None or self._is_behind(self._end, id)]
        self._around = None
        self._position = beyond[-1] if beyond else self._position
        self._done = not goes_on or len(within) < len(beyond)
        return [found[id] for id in within]

    def hand_out(self, item: T) -> str:
        """Return the id of the item."""
        return str(self._key(item))

    def resume(self, cursor: str) -> None:
        """Go on behind an id."""
        self._position = int(cursor)
        self._around = None
        self._done = False

    def _is_behind(self, id: int, other: int) -> bool:
        return id > other if self._forwards else id < other


class TimeWalk(Walk[T]):
    """A list from the latest time to the earliest, by `before`.

    Two items of the same time may stand on either side of a page's end, and `before` that time would miss the second.
    So each page overlaps the one before by a millisecond, and what was there is left out.
    """

    def __init__(
        self, fetch: Fetch[T], key: Callable[[T], int], time: Callable[[T], str], *, before: str | None = None
    ) -> None:
        super().__init__(fetch)
        self._key = key
        self._time = time
        try:
            self._before = None if before is None else _moment(before)
        except ValueError:
            raise InvalidRequest("before", "a time in ISO 8601", before) from None
        self._position: datetime | None = None
        self._taken: dict[int, datetime] = {}
        self._handed_out: dict[int, datetime] = {}

    def query(self) -> dict[str, Any]:
        """Return the time to go on from."""
        return {} if self._before is None else {"before": self._before.isoformat()}

    def take(self, page: Answered[T], size: int) -> list[T]:
        """Return what was not there before, latest first."""
        found = {self._key(item): item for item in page.items}
        times = {id: _moment(self._time(item)) for id, item in found.items()}
        ordered = sorted(found, key=times.__getitem__, reverse=True)
        fresh = [id for id in ordered if id not in self._taken and (self._before is None or times[id] < self._before)]
        goes_on = self._goes_on(page, size)
        if fresh:
            self._move({**self._taken, **times}, times[fresh[-1]])
        elif goes_on:
            self._skip()
        self._done = not goes_on
        return [found[id] for id in fresh]

    def hand_out(self, item: T) -> str:
        """Return the time of the item, and the ids that were handed out within its millisecond."""
        time = _moment(self._time(item))
        self._handed_out = _near({**self._handed_out, self._key(item): time}, time)
        return "|".join([time.isoformat(), *map(str, self._handed_out)])

    def resume(self, cursor: str) -> None:
        """Go on behind a time, without the ids that were handed out within its millisecond."""
        time, *ids = cursor.split("|")
        self._handed_out = dict.fromkeys(map(int, ids), _moment(time))
        self._move(self._handed_out, _moment(time))
        self._done = False

    def _move(self, taken: dict[int, datetime], position: datetime) -> None:
        self._taken = _near(taken, position)
        self._position = position
        self._before = position + _TICK

    def _skip(self) -> None:
        """Leave a time of which a whole page holds nothing but what was there before."""
        if self._position is None or self._before == self._position:
            raise _stuck()
        self._before = self._position


class OffsetWalk(Walk[T]):
    """A list by the number of items to leave out, up to a greatest one.

    What is added or removed meanwhile moves everything behind it. What comes a second time is left out here; what
    moved to a page that was there already is missed, and nothing can be done about that.
    """

    def __init__(self, fetch: Fetch[T], key: Callable[[T], int], *, most: int, offset: int = 0) -> None:
        super().__init__(fetch)
        self._key = key
        self._most = most
        self._offset = offset
        self._is_beyond = False
        self._begins: dict[int, int] = {}
        self._ends: dict[int, int] = {}
        self._handed_out: tuple[int, list[int]] = offset, []

    def query(self) -> dict[str, Any]:
        """Return the offset to go on from.

        Raises:
            InvalidRequest: there is more, but no offset leads there.
        """
        if self._is_beyond:
            raise InvalidRequest("offset", f"at most {self._most}: narrow it down to get at what is left", "more")
        return {"offset": self._offset}

    def take(self, page: Answered[T], size: int) -> list[T]:
        """Return what was not there before, in Discord's order."""
        found = {self._key(item): item for item in page.items}
        fresh = [id for id in found if id not in self._begins]
        self._begins.update(dict.fromkeys(fresh, self._offset))
        # Discord may leave out some of a page: how many came says nothing about where the next one begins.
        self._is_beyond = self._offset >= self._most
        self._offset = min(self._offset + size, self._most)
        self._ends.update(dict.fromkeys(fresh[-1:], self._offset))
        self._done = not self._goes_on(page, size)
        return [found[id] for id in fresh]

    def hand_out(self, item: T) -> str:
        """Return the offset of the item's page, or of the next after its last, and the ids on it handed out so far."""
        id = self._key(item)
        begin = self._begins[id]
        page, ids = self._handed_out
        self._handed_out = begin, [*ids, id] if page == begin else [id]
        return "|".join(map(str, [self._ends.get(id, begin), *self._handed_out[1]]))

    def resume(self, cursor: str) -> None:
        """Go on at an offset, without the ids that were handed out there."""
        offset, *ids = map(int, cursor.split("|"))
        self._offset = offset
        self._done = self._is_beyond = False
        self._begins = dict.fromkeys(ids, offset)
        self._handed_out = offset, ids


def sent(value: T | None, field: str) -> T:
    """Return what an item is told apart by, which Discord always sends.

    Raises:
        MissingField: it did not.
    """
    if value is None:
        raise MissingField(f"{field}: absent from what Discord sent")
    return value


def _moment(text: str) -> datetime:
    """Return the time that ISO 8601 text stands for, in UTC unless it says otherwise."""
    time = datetime.fromisoformat(text)
    return time if time.tzinfo else time.replace(tzinfo=UTC)


def _near(times: dict[int, datetime], time: datetime) -> dict[int, datetime]:
    """Return those of `times` that come again where one asks for what is before `time` and a millisecond."""
    return {id: other for id, other in times.items() if other < time + _TICK}


def _stuck() -> RequestFailed:
    return RequestFailed("Discord answered with a page that goes no further than the one before; there may be more")
