"""How a client lives: hooks, signals, the watch over its tasks, and the last sentence on standard error."""

import asyncio
import contextlib
import inspect
import logging
import signal
import sys
import threading
from collections.abc import Callable, Generator, Iterable, Sequence
from typing import Any, Protocol

from scurrypy.dispatch.handlers import describe
from scurrypy.events import GatewayEvent
from scurrypy.http import HTTPClientProtocol
from scurrypy.resources import Gateway
from scurrypy.wire.errors import (
    AuthenticationFailed,
    DiscordError,
    RequestFailed,
    ScurrypyError,
    ServerError,
    Unauthorized,
)

logger: logging.Logger = logging.getLogger(__name__)

_SLOW_HOOK = 60.0
"""Seconds after which a hook that still runs is named in the log."""

_LONGEST_PAUSE = 60.0
"""Seconds between two tries to reach Discord at the start, at most."""

_PORTAL = "https://discord.com/developers/applications"


class Runnable(Protocol):
    """What can be run: a client."""

    async def start(self) -> None:
        """Run until stopped."""

    async def close(self) -> None:
        """End cleanly."""


def check_token(token: str) -> None:
    """Refuse what cannot be a bot token, without asking Discord and without repeating it.

    Raises:
        AuthenticationFailed: it is empty, not text, or carries the word `Bot` or white space.
    """
    if not isinstance(token, str) or not token.strip():  # pyright: ignore[reportUnnecessaryIsInstance] # os.environ.get gives None
        raise AuthenticationFailed(
            "No bot token was given. Is the environment variable set from which it is read? "
            f"The token is made in the developer portal, under Bot: {_PORTAL}"
        )
    if not token.isascii() or not token.isprintable() or " " in token:
        raise AuthenticationFailed(
            "The bot token contains white space or characters that no token has; "
            f"give it as the developer portal shows it, under Bot, without `Bot `: {_PORTAL}"
        )


async def ask_for_gateway(http: HTTPClientProtocol, is_over: Callable[[], bool]) -> GatewayEvent:
    """Return what Discord answers to `GET /gateway/bot`; while it cannot be reached, ask again, and say so.

    A bot may be started before the network is up, and should then wait for it as it does later.

    Args:
        http: Sends the request.
        is_over: Whether nobody wants the answer any more.
    """
    pause = 1.0
    while True:
        try:
            return await Gateway(http).fetch_bot()
        except (RequestFailed, ServerError) as error:
            if is_over():
                raise
            logger.warning("Discord cannot be reached, next try in %.0f s: %s", pause, error)
        await asyncio.sleep(pause)
        pause = min(2 * pause, _LONGEST_PAUSE)


async def run_hooks(hooks: Sequence[Callable[[], Any]], stage: str) -> None:
    """Run hooks in order, also those that are added while they run; one that fails is logged, and the next runs."""
    position = 0
    while position < len(hooks):
        hook = hooks[position]
        position += 1
        try:
            result = hook()
            if inspect.isawaitable(result):
                await _patiently(asyncio.ensure_future(result), f"{stage} hook {describe(hook)}")
        except Exception:
            logger.exception("%s hook %s failed", stage, describe(hook))


async def _patiently(task: asyncio.Future[Any], name: str) -> None:
    """Wait for a hook to end and say so when that takes long; to cut it off would leave its work half done."""
    while True:
        done, _ = await asyncio.wait([task], timeout=_SLOW_HOOK)
        if done:
            task.result()
            return
        logger.warning("%s has been running for more than %g s and is waited for", name, _SLOW_HOOK)


async def watch(shards: Iterable[asyncio.Task[Any]], listeners: Iterable[asyncio.Task[None]]) -> None:
    """Wait until every shard's task has ended; raise at once what any of the tasks raises."""
    running, others = set(shards), set(listeners)
    while running:
        done, _ = await asyncio.wait(running | others, return_when=asyncio.FIRST_COMPLETED)
        running -= done
        others -= done
        for task in done:
            if not task.cancelled():
                task.result()


async def end(tasks: Iterable[asyncio.Task[Any]]) -> None:
    """Cancel what still runs of `tasks` and wait for all; what they raised was told where it mattered."""
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


def run_until_stopped(client: Runnable) -> None:
    """Run `client` until it ends or a signal asks it to; exit with status 1 on an error, told in a sentence."""
    try:
        asyncio.run(_run(client))
    except (ScurrypyError, DiscordError) as error:
        logger.debug("the client ended with an error", exc_info=error)
        sys.exit(f"scurrypy: {explain(error)}")


async def _run(client: Runnable) -> None:
    started = asyncio.ensure_future(client.start())
    with _stopped_by_signals(started.cancel):
        try:
            await started
        except asyncio.CancelledError:
            if not started.cancelled():
                raise
        finally:
            await client.close()


@contextlib.contextmanager
def _stopped_by_signals(stop: Callable[[], object]) -> Generator[None]:
    """Call `stop` on the first SIGINT or SIGTERM; the second one has its usual effect."""
    if threading.current_thread() is not threading.main_thread():
        # Python delivers signals to the main thread only; there, whoever started this one decides.
        yield
        return
    loop = asyncio.get_running_loop()
    signals = (signal.SIGINT, signal.SIGTERM)

    def heed() -> None:
        restore()
        logger.info("asked to stop; closing")
        stop()

    def heed_in_loop(_number: int, _frame: object) -> None:
        loop.call_soon_threadsafe(heed)

    def restore() -> None:
        for number, previous in before.items():
            with contextlib.suppress(NotImplementedError):
                loop.remove_signal_handler(number)
            signal.signal(number, previous or signal.SIG_DFL)

    before = {number: signal.getsignal(number) for number in signals}
    for number in signals:
        try:
            loop.add_signal_handler(number, heed)
        except NotImplementedError:  # Windows
            signal.signal(number, heed_in_loop)
    try:
        yield
    finally:
        restore()


def explain(error: Exception) -> str:
    """Return the sentence that tells a beginner what ended the bot and what to do."""
    if isinstance(error, Unauthorized):
        return f"Discord does not accept this bot token. Copy it anew from the developer portal, under Bot: {_PORTAL}"
    if isinstance(error, DiscordError):
        where = f"{error.method} {error.path}: " if error.path else ""
        return f"Discord refused a request and the bot cannot go on: {where}{error.full_message}"
    return str(error)
