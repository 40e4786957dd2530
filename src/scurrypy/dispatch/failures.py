"""What becomes of an exception in a user's function: told once, with the event that caused it, to one hook."""

import logging
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any, Literal, TypeAlias, TypeVar

import msgspec

from scurrypy.dispatch.handlers import describe, is_async
from scurrypy.dispatch.lanes import bare
from scurrypy.events.gateway_events import RawEvent
from scurrypy.wire.snowflake import Snowflake

logger: logging.Logger = logging.getLogger(__name__)

T = TypeVar("T")

_TOLD = "_scurrypy_told"
"""Set in an exception that was told where it arose, and then goes on through the handler that waited."""

_HOOK_FAILED = "the error hook %s failed when it was told of that"


class HandlerFailure(msgspec.Struct, frozen=True):
    """An exception that a user's function raised, and the event on which it did.

    As text it names the function and the event, and holds nothing of what the event says.
    """

    error: Exception
    """What was raised, with its traceback."""
    event: Any
    """The event that was handled, or looked at."""
    function: Callable[..., Any]
    """The function that raised it."""
    role: Literal["handler", "predicate", "key"] = "handler"
    """What the function is: a handler, the predicate of a `wait_for`, or the key function of an `Ordering`."""

    @property
    def function_name(self) -> str:
        """Module and name of the function."""
        return describe(self.function)

    @property
    def event_name(self) -> str:
        """Discord's name of the event, such as `MESSAGE_CREATE`."""
        if isinstance(self.event, RawEvent):
            return self.event.name
        return getattr(self.event, "dispatch_name", "") or type(self.event).__name__

    @property
    def event_id(self) -> Snowflake | None:
        """Id of what the event is about, such as the message; None where it has none."""
        found = getattr(self.event, "id", None)
        return found if isinstance(found, Snowflake) else None

    def __repr__(self) -> str:
        return f"HandlerFailure(error={self.error!r}, function={self.function!r}, role={self.role!r})"

    def __str__(self) -> str:
        role = "" if self.role == "handler" else f"{self.role} "
        about = "" if self.event_id is None else f" {self.event_id}"
        return f"{role}{self.function_name} failed on {self.event_name}{about}"


ErrorHook: TypeAlias = Callable[[HandlerFailure], Awaitable[None] | None]
"""What a failure is told to: `def hook(failure)` or `async def hook(failure)`."""


def log_failure(failure: HandlerFailure) -> None:
    """Log a failure with its traceback: the hook, unless another one is set."""
    logger.error("%s", failure, exc_info=failure.error)


def attempt(function: Callable[[Any], T], event: Any) -> tuple[T | None, Exception | None]:
    """Return what a user's function makes of an event, or the exception it raises instead."""
    try:
        return function(event), None
    except Exception as error:  # noqa: BLE001 - a user's function may raise anything; the caller tells of it
        return None, error


class Failures:
    """Tells each exception once.

    Args:
        submit: Runs an async hook, as it runs a handler.
    """

    def __init__(self, submit: Callable[[Callable[[Any], Coroutine[Any, Any, None]], Any], None]) -> None:
        self.hook: ErrorHook = log_failure
        """What is told."""
        self._submit = submit

    def handler_failed(self, handler: Callable[..., Any], event: Any, error: Exception) -> None:
        """Tell of a handler, unless it let through what was told of a predicate already."""
        if not vars(error).pop(_TOLD, False):
            self._tell(HandlerFailure(error, event, bare(handler)))

    def predicate_failed(self, predicate: Callable[..., Any], event: Any, error: Exception) -> None:
        """Tell of a predicate; its error is raised once more where it was given."""
        vars(error)[_TOLD] = True
        self._tell(HandlerFailure(error, event, predicate, "predicate"))

    def key_failed(self, key: Callable[..., Any], event: Any, error: Exception) -> None:
        """Tell of a key function."""
        self._tell(HandlerFailure(error, event, key, "key"))

    def _tell(self, failure: HandlerFailure) -> None:
        if is_async(self.hook):
            # It may take its time: as a handler does, and bounded with them.
            self._submit(self._tell_and_wait, failure)
            return
        try:
            self.hook(failure)
        except Exception:
            log_failure(failure)
            logger.exception(_HOOK_FAILED, describe(self.hook))

    async def _tell_and_wait(self, failure: HandlerFailure) -> None:
        try:
            result = self.hook(failure)
            if result is not None:
                await result
        except Exception:
            log_failure(failure)
            logger.exception(_HOOK_FAILED, describe(self.hook))
