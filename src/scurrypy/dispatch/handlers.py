"""What may be registered: the shape of a handler and of a hook, checked when it is registered."""

import functools
import inspect
from collections.abc import Callable
from typing import Any

from scurrypy.wire.errors import InvalidCallbackSignature, NotCallable


def check_handler(handler: Callable[..., Any]) -> None:
    """Refuse what is not `async def handler(event)`.

    Raises:
        NotCallable: it cannot be called.
        InvalidCallbackSignature: it is not async, or does not take exactly one argument.
    """
    _check_callable(handler)
    if not is_async(handler):
        raise InvalidCallbackSignature(f"{describe(handler)} must be async: write `async def`")
    _check_arity(handler, 1, "exactly one parameter, the event")


def check_hook(hook: Callable[..., Any]) -> None:
    """Refuse what is not `def hook()` or `async def hook()`.

    Raises:
        NotCallable: it cannot be called.
        InvalidCallbackSignature: it takes arguments.
    """
    _check_callable(hook)
    _check_arity(hook, 0, "no parameters")


def check_error_hook(hook: Callable[..., Any]) -> None:
    """Refuse what is not `def hook(failure)` or `async def hook(failure)`.

    Raises:
        NotCallable: it cannot be called.
        InvalidCallbackSignature: it does not take exactly one argument.
    """
    _check_callable(hook)
    _check_arity(hook, 1, "exactly one parameter, the failure")


def check_key(key: Callable[..., Any]) -> None:
    """Refuse what is not `def key(event)`.

    Raises:
        NotCallable: it cannot be called.
        InvalidCallbackSignature: it is async, or does not take exactly one argument.
    """
    _check_callable(key)
    if is_async(key):
        raise InvalidCallbackSignature(f"{describe(key)} is async; a key function is a plain `def`")
    _check_arity(key, 1, "exactly one parameter, the event")


def describe(function: Callable[..., Any]) -> str:
    """Return the name by which a log or an error speaks of a handler; never its repr, which may tell what it holds."""
    if isinstance(function, functools.partial):
        return describe(function.func)
    name = getattr(function, "__qualname__", None)
    if name is None:
        return describe(getattr(function, "__wrapped__", type(function)))
    module = getattr(function, "__module__", None)
    return f"{module}.{name}" if module else str(name)


def _check_callable(function: object) -> None:
    if not callable(function):
        raise NotCallable(f"{function!r} cannot be called")


def is_async(function: Callable[..., Any]) -> bool:
    """Return whether calling it gives something to await."""
    # An object whose __call__ is async is a handler, too.
    return inspect.iscoroutinefunction(function) or inspect.iscoroutinefunction(type(function).__call__)


def _check_arity(function: Callable[..., Any], wanted: int, wording: str) -> None:
    try:
        parameters = list(inspect.signature(function).parameters.values())
    except ValueError:
        # Some built-in callables do not tell what they take; calling them will.
        return
    takes_any = any(parameter.kind is parameter.VAR_POSITIONAL for parameter in parameters)
    by_keyword = any(parameter.kind is parameter.KEYWORD_ONLY for parameter in parameters)
    if by_keyword or (len(parameters) != wanted and not takes_any):
        raise InvalidCallbackSignature(f"{describe(function)} must take {wording}, but takes {len(parameters)}")
