"""What a client is made with, checked when it is made: a wrong setting is told where it stands, not at the start."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, cast, get_args

from scurrypy import api, gateway
from scurrypy.gateway.inflate import Compression
from scurrypy.gateway.payloads import presence as checked_presence
from scurrypy.wire.errors import InvalidRequest, Problem, refuse
from scurrypy.wire.types import is_whole

_HTTP: Final = ("start", "request", "close")
"""What an HTTP client offers."""
_STORE: Final = ("load", "save", "load_identifies", "add_identify", "close")
"""What a session store offers."""


def check_settings(settings: Mapping[str, Any]) -> None:
    """Refuse what a client cannot be made with.

    Args:
        settings: What was given, by the names of the parameters of `Client`.

    Raises:
        InvalidRequest: something is of the wrong kind, or has a value that cannot be; it tells everything that is.
    """
    refuse([*_of_shards(settings), *_of_numbers(settings), *_of_parts(settings), *_of_gateway(settings)])


def choose_shards(shard_ids: Sequence[int] | None, shard_count: object) -> Sequence[int]:
    """Return the ids of the shards to start: those given, or all of them.

    Raises:
        InvalidRequest: there is none, one is given twice, or one is no number from 0 to one less than the count.
    """
    if not isinstance(shard_count, int) or shard_count < 1:
        raise InvalidRequest("shard_count", "at least 1, or 0 for the number Discord recommends", shard_count)
    known = range(shard_count)
    if shard_ids is None:
        return known
    if not shard_ids or len(set(shard_ids)) != len(shard_ids) or any(shard_id not in known for shard_id in shard_ids):
        limit = f"each once, from 0 to {shard_count - 1} as there are {shard_count} shard(s)"
        raise InvalidRequest("shard_ids", limit, list(shard_ids))
    return shard_ids


def _of_shards(settings: Mapping[str, Any]) -> Iterator[Problem]:
    count, ids = settings["shard_count"], settings["shard_ids"]
    is_count = is_whole(count) and count >= 0
    if not is_count:
        yield Problem("shard_count", "at least 1, or 0 for the number Discord recommends", _shown(count))
    if ids is None:
        return
    if not isinstance(ids, Iterable) or isinstance(ids, (str, bytes)):
        yield Problem("shard_ids", "a list of numbers", _shown(ids))
        return
    listed = list(cast("Iterable[object]", ids))
    numbers = [number for number in listed if is_whole(number) and number >= 0]
    if not listed or len(numbers) < len(listed) or len(set(numbers)) < len(numbers):
        yield Problem("shard_ids", "at least one number from 0, and each once", listed)
    elif is_count and count:
        try:
            choose_shards(numbers, count)
        except InvalidRequest as error:
            yield from error.problems


def _of_numbers(settings: Mapping[str, Any]) -> Iterator[Problem]:
    concurrency, drain, patience = (settings[name] for name in ("handler_concurrency", "drain_timeout", "watchdog"))
    if not is_whole(concurrency) or concurrency < 1:
        yield Problem("handler_concurrency", "a whole number, at least 1", _shown(concurrency))
    if not _is_number(drain) or not drain >= 0:
        yield Problem("drain_timeout", "seconds, at least 0", _shown(drain))
    if patience is not None and not (_is_number(patience) and patience > 0):
        yield Problem("watchdog", "seconds above 0, or None for no watchdog", _shown(patience))


def _of_parts(settings: Mapping[str, Any]) -> Iterator[Problem]:
    http, shards, store, fuse = (settings[name] for name in ("http", "gateway_impl", "session_store", "identify_fuse"))
    if http is not None and not _offers(http, _HTTP):
        yield Problem("http", f"an HTTP client, which has {', '.join(_HTTP)}", _shown(http))
    if shards is not None and not callable(shards):
        yield Problem("gateway_impl", "a class of shards, not one of its objects", _shown(shards))
    if store is not None and not _offers(store, _STORE):
        yield Problem("session_store", 'a store, such as SQLiteSessionStore("bot.sqlite")', _shown(store))
    if fuse is not None and not isinstance(fuse, gateway.IdentifyFuse):
        yield Problem("identify_fuse", "an IdentifyFuse", _shown(fuse))


def _of_gateway(settings: Mapping[str, Any]) -> Iterator[Problem]:
    presence, compress, hosts = (settings[name] for name in ("presence", "compress", "resume_hosts"))
    if presence is not None and not isinstance(presence, api.PresencePart):
        yield Problem("presence", "a PresencePart", _shown(presence))
    elif presence is not None:
        try:
            checked_presence(presence.to_dict())
        except InvalidRequest as error:
            yield from (problem.below("presence") for problem in error.problems)
    if compress is not None and compress not in get_args(Compression):
        yield Problem("compress", f"{' or '.join(get_args(Compression))}, or None", _shown(compress))
    if not _is_list_of_text(hosts):
        yield Problem("resume_hosts", 'a list of domains, such as ["discord.example"]', _shown(hosts))


def _is_list_of_text(value: object) -> bool:
    if not isinstance(value, Iterable) or isinstance(value, (str, bytes)):
        return False
    return all(isinstance(entry, str) for entry in cast("Iterable[object]", value))


def _offers(value: object, names: Iterable[str]) -> bool:
    return not isinstance(value, type) and all(callable(getattr(value, name, None)) for name in names)


def _is_number(value: object) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _shown(value: object) -> object:
    """Return what is told of a wrong value: numbers, flags and short texts themselves, of others the class."""
    if value is None or isinstance(value, (int, float)) or (isinstance(value, str) and len(value) <= 40):
        return value
    return f"the class {value.__name__}" if isinstance(value, type) else type(value).__name__
