"""From a dispatch's name and body to the handlers that asked for it."""

from typing import TYPE_CHECKING

from scurrypy.lazy import lazily

if TYPE_CHECKING:
    from scurrypy.dispatch.dispatcher import Dispatcher
    from scurrypy.dispatch.failures import ErrorHook, HandlerFailure, log_failure
    from scurrypy.dispatch.handlers import check_error_hook, check_handler, check_hook
    from scurrypy.dispatch.names import EventName, event_type
    from scurrypy.dispatch.ordering import OrderedHandler, Ordering
    from scurrypy.dispatch.pool import WorkerPool
    from scurrypy.dispatch.waiting import Waiters
else:
    __getattr__ = lazily(
        __name__,
        {
            ".dispatcher": ["Dispatcher"],
            ".failures": ["ErrorHook", "HandlerFailure", "log_failure"],
            ".handlers": ["check_error_hook", "check_handler", "check_hook"],
            ".names": ["EventName", "event_type"],
            ".ordering": ["OrderedHandler", "Ordering"],
            ".pool": ["WorkerPool"],
            ".waiting": ["Waiters"],
        },
    )

__all__ = [
    "Dispatcher",
    "ErrorHook",
    "EventName",
    "HandlerFailure",
    "OrderedHandler",
    "Ordering",
    "Waiters",
    "WorkerPool",
    "check_error_hook",
    "check_handler",
    "check_hook",
    "event_type",
    "log_failure",
]
