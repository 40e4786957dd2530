"""What comes in pages: fetched page by page while it is iterated."""

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Final, Generic, Self, TypeVar

from scurrypy.resources.walks import Fetch, IdWalk, Walk
from scurrypy.wire.errors import InvalidRequest
from scurrypy.wire.limits import Range

T = TypeVar("T")

_ANY_NUMBER: Final = Range(0)


def _check_count(name: str, number: object) -> None:
    """Refuse what cannot be counted with; text that Discord would read as a number, too, for it stays here."""
    if number is not None and not isinstance(number, int):
        raise InvalidRequest(name, "a whole number", type(number).__name__)


class Pages(Generic[T]):
    """A list of Discord's that comes in pages, one request each; every `iter_…` method of a resource returns one.

    To make one sends nothing. `async for item in pages` sends a request whenever the page before is used up;
    `async for page in pages.by_page()` sends one a page; `await pages.collect(limit=…)` sends as many as that takes.
    The three may be mixed, and left and taken up again: each goes on where the one before stopped, also where that
    was cancelled or ended with an error in the middle of a request. No item comes twice, and none is left out that was
    there from beginning to end. Several tasks may take items from one of these.

    Args:
        walk: How the list is paged.
        limit: How many items at most, in all; None for all there are.
        page_size: How many items to ask for at a time.
        sizes: What Discord accepts as that.
    """

    def __init__(self, walk: Walk[T], *, limit: int | None, page_size: int, sizes: Range) -> None:
        for name, number, allowed in (("limit", limit, _ANY_NUMBER), ("page_size", page_size, sizes)):
            _check_count(name, number)
            allowed.check(name, number)
        self.page_size: int = page_size
        """How many items are asked for at a time."""
        self.requests: int = 0
        """How many requests were answered so far."""
        self.cursor: str | None = None
        """Stands for the last item handed out; `resume` goes on right behind it, in another process too.

        None where nothing was handed out yet.
        """
        self._walk = walk
        self._left = limit
        self._least = int(sizes.least)
        self._waiting: deque[T] = deque()
        self._lock = asyncio.Lock()

    def __repr__(self) -> str:
        return f"<Pages of {self.page_size}, {self.requests} requests answered, cursor {self.cursor!r}>"

    def resume(self, cursor: str | None) -> Self:
        """Go on right behind the last item that another one handed out, and return this one.

        The other must have come from the same method, with the same arguments but for `limit` and `page_size`.

        Args:
            cursor: The `cursor` of the other; None to begin at the beginning.

        Raises:
            InvalidRequest: it is no cursor of such a list.
        """
        if cursor is not None:
            try:
                self._walk.resume(cursor)
            except ValueError:
                raise InvalidRequest("cursor", "the cursor of what the same method returned", cursor) from None
            self._waiting.clear()
            self.cursor = cursor
        return self

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> T:
        async with self._lock:
            await self._fill(1, self.page_size)
            if not self._waiting or self._left == 0:
                raise StopAsyncIteration
            return self._hand_out()

    def by_page(self) -> AsyncIterator[list[T]]:
        """Return an iterator over what is left, page by page; none of them is empty."""
        return _ByPage(self._next_page)

    async def collect(self, limit: int | None = None) -> list[T]:
        """Return what is left.

        Where this is cancelled or ends with an error, the items that came until then are kept for the next time.

        Args:
            limit: How many items at most; None for all there are, or all that the iterator's own limit leaves.
        """
        if limit is not None:
            _ANY_NUMBER.check("limit", limit)
        async with self._lock:
            await self._fill(limit, limit)
            return self._hand_out_many(limit)

    async def _next_page(self) -> list[T]:
        async with self._lock:
            await self._fill(1, self.page_size)
            return self._hand_out_many(None)

    async def _fill(self, needed: int | None, wanted: int | None) -> None:
        """Fetch until `needed` items are waiting, or all that are left; ask for no more than is `wanted`."""
        needed, wanted = _least(needed, self._left), _least(wanted, self._left)
        while not self._walk.is_done and (needed is None or len(self._waiting) < needed):
            size = self.page_size if wanted is None else min(self.page_size, wanted - len(self._waiting))
            items = await self._walk.step(max(size, self._least))
            self._waiting.extend(items)
            self.requests += 1

    def _hand_out(self) -> T:
        self.cursor = self._walk.hand_out(self._waiting[0])
        item = self._waiting.popleft()
        if self._left is not None:
            self._left -= 1
        return item

    def _hand_out_many(self, limit: int | None) -> list[T]:
        count = _least(len(self._waiting), _least(limit, self._left))
        return [self._hand_out() for _ in range(count or 0)]


def pages_by_id(
    fetch: Fetch[T],
    key: Callable[[T], int],
    *,
    before: int | None = None,
    after: int | None = None,
    around: int | None = None,
    newest_first: bool = False,
    oldest_first: bool | None = None,
    limit: int | None,
    page_size: int,
    most: int = 100,
) -> Pages[T]:
    """Return the pages of a list that Discord gives by id: upwards, or downwards where only `before` is given.

    Args:
        fetch: Makes the request for one page.
        key: Tells the id by which an item stands where it does.
        before: Only items before this id.
        after: Only items after this id.
        around: The id to begin around.
        newest_first: Whether it goes downwards where neither of them is given.
        oldest_first: Whether it goes upwards whatever is given; None for what is said above.
        limit: How many items at most, in all; None for all.
        page_size: How many items to ask for at a time.
        most: The greatest page size.
    """
    forwards = oldest_first
    if forwards is None:
        forwards = after is not None or (before is None and not newest_first)
    walk = IdWalk(fetch, key, before=before, after=after, around=around, forwards=forwards)
    return Pages(walk, limit=limit, page_size=page_size, sizes=Range(1, most))


class _ByPage(AsyncIterator[list[T]]):
    """Page after page of a list; iterated again, it goes on."""

    def __init__(self, next_page: Callable[[], Awaitable[list[T]]]) -> None:
        self._next_page = next_page

    async def __anext__(self) -> list[T]:
        page = await self._next_page()
        if not page:
            raise StopAsyncIteration
        return page


def _least(one: int | None, other: int | None) -> int | None:
    """Return the smaller of two numbers, of which None is greater than all."""
    if one is None or other is None:
        return other if one is None else one
    return min(one, other)
