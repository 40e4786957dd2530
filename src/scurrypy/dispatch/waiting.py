"""Waits for the next event of a kind: what `Client.wait_for` is made of."""

import asyncio
import inspect
from collections.abc import Callable, Collection, Iterable
from typing import Any, TypeAlias

from scurrypy.dispatch.failures import attempt
from scurrypy.dispatch.handlers import describe
from scurrypy.wire.errors import ClientClosed, InvalidCallbackSignature, InvalidRequest

Predicate: TypeAlias = Callable[[Any], bool]


class _Waiter:
    """One wait: the names it waits for, what the event must fulfil, and the future that gets it."""

    __slots__ = ("future", "names", "predicate")

    def __init__(self, names: tuple[str, ...], predicate: Predicate | None) -> None:
        self.names = names
        self.predicate = predicate
        self.future: asyncio.Future[Any] = asyncio.get_running_loop().create_future()

    def fits(self, event: Any) -> bool:
        """Return whether the event is what is waited for."""
        return self.predicate is None or bool(self.predicate(event))


class Waiters:
    """Every wait in progress, by the name of the dispatch it waits for.

    Args:
        report: Called with a predicate that failed, the event on which it did, and its error.
    """

    def __init__(self, report: Callable[[Predicate, Any, Exception], None]) -> None:
        self._report = report
        self._by_name: dict[str, list[_Waiter]] = {}
        self._is_closed = False
        self.names: Collection[str] = self._by_name.keys()
        """The dispatches that are waited for, always as they are now: quicker to ask than this object itself."""

    def __contains__(self, name: str) -> bool:
        return name in self._by_name

    async def wait(self, names: Iterable[str], predicate: Predicate | None, timeout: float | None) -> Any:
        """Return the first event of any of `names` that fulfils `predicate`.

        Raises:
            InvalidCallbackSignature: the predicate is async: what it returns would always count as true.
            TimeoutError: none came within `timeout` seconds.
            InvalidRequest: the timeout is no number, or the predicate cannot be called.
            ClientClosed: the client closes, or was closed.
        """
        _check(predicate, timeout)
        waiter = _Waiter(tuple(names), predicate)
        if self._is_closed:
            raise _closed(waiter)
        for name in waiter.names:
            self._by_name.setdefault(name, []).append(waiter)
        try:
            async with asyncio.timeout(timeout):
                return await waiter.future
        finally:
            self._forget(waiter)

    def offer(self, name: str, event: Any) -> None:
        """Give `event` to every wait for `name` whose predicate it fulfils; a predicate that fails ends its wait."""
        for waiter in self._by_name.get(name, ()):
            if waiter.future.done():
                continue
            if waiter.predicate is None:
                waiter.future.set_result(event)
                continue
            fits, error = attempt(waiter.fits, event)
            if error is not None:
                self._report(waiter.predicate, event, error)
                waiter.future.set_exception(error)
            elif fits:
                waiter.future.set_result(event)

    def close(self) -> None:
        """End every wait: no event will come any more."""
        self._is_closed = True
        for waiters in list(self._by_name.values()):
            for waiter in waiters:
                if not waiter.future.done():
                    waiter.future.set_exception(_closed(waiter))

    def _forget(self, waiter: _Waiter) -> None:
        for name in waiter.names:
            rest = [other for other in self._by_name[name] if other is not waiter]
            if rest:
                self._by_name[name] = rest
            else:
                del self._by_name[name]


def _closed(waiter: _Waiter) -> ClientClosed:
    return ClientClosed(f"the client was closed; {' or '.join(waiter.names)}, which was waited for, will not come")


def _check(predicate: object, timeout: object) -> None:
    if timeout is not None and not isinstance(timeout, (int, float)):
        raise InvalidRequest("timeout", "seconds, as a number", type(timeout).__name__)
    if predicate is None:
        return
    if not callable(predicate):
        raise InvalidRequest("predicate", "a function of the event", type(predicate).__name__)
    if inspect.iscoroutinefunction(predicate):
        raise InvalidCallbackSignature(f"{describe(predicate)} is async; a predicate is a plain `def`")
