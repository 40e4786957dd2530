"""What a method cannot do without: an argument that has no default, and whose annotation leaves no room for None.

    await guild.create_role(None)     # InvalidRequest: role: a GuildRolePart is needed, got None

Without this a body that is None would be no body at all, and Discord would be asked for something else.
"""

import functools
import inspect
import types
from collections.abc import Callable, Coroutine, Iterable, Iterator, Mapping, Sequence
from typing import Annotated, Any, Final, ParamSpec, TypeVar, Union, get_args, get_origin

from scurrypy.wire.errors import InvalidRequest

P = ParamSpec("P")
T = TypeVar("T")

_LEFT_ALONE: Final = (int, Any, object, type(None))
"""Kinds of arguments that may be None, or are ids and numbers, which are checked where they are used."""
_ABSENT: Final = object()


def needing(method: Callable[P, Coroutine[Any, Any, T]]) -> Callable[P, Coroutine[Any, Any, T]]:
    """Return the method, which refuses None for an argument that it needs."""
    needed: list[tuple[int, str, str]] | None = None

    @functools.wraps(method)
    async def checked(*args: P.args, **kwargs: P.kwargs) -> T:
        nonlocal needed
        if needed is None:
            # Only now: to read the annotations of all methods would cost every import.
            needed = list(_needs_of(method))
        for place, name, words in needed:
            given = args[place] if place < len(args) else kwargs.get(name, _ABSENT)
            if given is None:
                raise InvalidRequest(name, words, None)
        return await method(*args, **kwargs)

    return checked


def _needs_of(method: Callable[..., Any]) -> Iterator[tuple[int, str, str]]:
    """Yield place, name and words for each argument of a method that must not be None."""
    for place, (name, parameter) in enumerate(inspect.signature(method, eval_str=True).parameters.items()):
        is_one = parameter.kind in (parameter.POSITIONAL_OR_KEYWORD, parameter.KEYWORD_ONLY)
        if not place or not is_one or parameter.default is not parameter.empty:
            continue
        kinds = list(_kinds_in(parameter.annotation))
        if not any(kind in _LEFT_ALONE for kind in kinds):
            by_place = place if parameter.kind is parameter.POSITIONAL_OR_KEYWORD else 1 << 30
            yield by_place, name, f"{' or '.join(dict.fromkeys(map(_words_for, kinds)))} is needed"


def _kinds_in(annotation: Any) -> Iterator[Any]:
    """Yield each alternative of an annotation."""
    if get_origin(annotation) in (Union, types.UnionType):
        for alternative in get_args(annotation):
            yield from _kinds_in(alternative)
    elif get_origin(annotation) is Annotated:
        yield from _kinds_in(get_args(annotation)[0])
    else:
        yield annotation


def _words_for(kind: Any) -> str:
    bare: Any = get_origin(kind) or kind
    if bare is str:
        return "text"
    if isinstance(bare, type) and issubclass(bare, Mapping):
        return "a mapping"
    if isinstance(bare, type) and (issubclass(bare, Sequence) or bare is Iterable):
        return "a list"
    name = str(getattr(kind, "__name__", kind))
    return f"{'an' if name[0] in 'AEIOU' else 'a'} {name}"
