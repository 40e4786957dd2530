"""Figure 20: failures of all kinds at DEBUG, and whether anything that is told of them holds a secret."""

import asyncio
import contextlib
import gc
import json
import logging
import random
import traceback
from collections import Counter
from collections.abc import AsyncGenerator, Iterator, Mapping, Sequence
from typing import Any

from scurrypy.dispatch.dispatcher import Dispatcher
from scurrypy.events import EVENTS
from scurrypy.events.gateway_events import RawEvent
from scurrypy.http import HTTPClient
from scurrypy.resources import Webhook
from scurrypy.wire.errors import DiscordError, RequestFailed, ScurrypyError
from tests.chaos import faults
from tests.chaos.faults import Schedule
from tests.chaos.figures import COMPRESSIONS, Line, Outcome, total, zero
from tests.chaos.rest.network import Network, Reply, Request
from tests.chaos.world import TOKEN, World

JSON = (("Content-Type", "application/json"), ("Via", "1.1 google"))
HTML = (("Content-Type", "text/html"),)


def made_up(name: str) -> str:
    return f"{name}-secret-{'0123456789abcdef' * 5}"


WEBHOOK, INTERACTION = made_up("webhook")[:68], "aW50ZXJhY3Rpb246" + made_up("interaction")
ACCESS, REFRESH, CLIENT, CODE, VOICE = map(made_up, ("access", "refresh", "client", "code", "voice"))
HOUR = 3600.0
"""Seconds that a request may take to end."""
OTHERS = (WEBHOOK, INTERACTION, ACCESS, REFRESH, CLIENT, CODE, VOICE)
"""Every secret but the bot's own."""


class Told:
    """Everything that was told, by how: what of it holds a secret.

    Args:
        package: The one whose log and objects are looked at.
        token: The bot's.
        failures: Its errors of requests.
    """

    def __init__(
        self,
        package: str = "scurrypy",
        token: str = TOKEN,
        failures: tuple[type[Exception], ...] = (DiscordError, RequestFailed, ScurrypyError),
    ) -> None:
        self.counts: Counter[str] = Counter()
        self.package = package
        self.secrets = (token, *OTHERS)
        self.failures = failures

    def look(self, how: str, text: str) -> None:
        self.counts[how] += 1
        self.counts["bytes"] += len(text)
        self.counts[f"{how}: secrets"] += sum(secret in text for secret in self.secrets)

    def look_at_error(self, error: BaseException) -> None:
        """Look at an error as it is printed, and as a debugger shows it."""
        self.look("tracebacks", "".join(traceback.format_exception(error)))
        self.look("reprs", f"{error!r} {vars(error)!r}")

    def look_at_objects(self) -> None:
        """Look at the repr of every object of the package, and of every task and future."""
        kinds = (asyncio.Future, BaseException)
        for each in gc.get_objects():
            if isinstance(each, kinds) or str(type(each).__module__).startswith(f"{self.package}."):
                with contextlib.suppress(Exception):
                    self.look("reprs", repr(each))


class Listener(logging.Handler):
    """Looks at every log record, as it would be printed."""

    def __init__(self, told: Told) -> None:
        super().__init__(0)
        self.told = told
        self.setFormatter(logging.Formatter("%(name)s %(message)s"))

    def emit(self, record: logging.LogRecord) -> None:
        self.told.look("records", self.format(record))


@contextlib.contextmanager
def listening(told: Told) -> Iterator[None]:
    """Let everything be logged, and heard here alone."""
    disabled, loggers = (
        logging.root.manager.disable,
        [logging.getLogger(name) for name in (told.package, "asyncio", "aiohttp")],
    )
    before = [(logger.level, logger.propagate) for logger in loggers]
    listener = Listener(told)
    logging.disable(logging.NOTSET)
    for logger in loggers:
        logger.addHandler(listener)
        logger.setLevel(logging.DEBUG)
        logger.propagate = False
    try:
        yield
    finally:
        logging.disable(disabled)
        for logger, (level, propagate) in zip(loggers, before, strict=True):
            logger.removeHandler(listener)
            logger.setLevel(level)
            logger.propagate = propagate


class Failing:
    """A server that fails in every way it can."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng

    def answer(self, request: Request) -> Reply:
        rng = self.rng
        limits = (
            ("X-RateLimit-Limit", "5"),
            ("X-RateLimit-Remaining", rng.choice(("0", "4"))),
            ("X-RateLimit-Reset-After", "0.5"),
            ("X-RateLimit-Bucket", rng.choice(("a", "b"))),
            ("X-RateLimit-Scope", rng.choice(("user", "shared", "global"))),
        )
        limited = json.dumps({"message": "no", "retry_after": 0.5, "global": False}).encode()
        hook = json.dumps(
            {"id": "1", "type": 1, "token": WEBHOOK, "url": f"https://discord.com/api/webhooks/1/{WEBHOOK}"}
        )
        return rng.choice(
            (
                Reply(200, (*JSON, *limits), hook.encode()),
                Reply(200, JSON, b'{"id": "1"}', cut=rng.randint(1, 80)),
                Reply(200, JSON, b"{broken"),
                Reply(0),
                Reply(200, after=float("inf")),
                Reply(302, (("Location", f"https://elsewhere.test/{rng.random()}"),)),
                *(
                    Reply(status, (*JSON, *limits), b'{"message": "no", "code": 50035}')
                    for status in (400, 401, 403, 404)
                ),
                Reply(404, JSON, b'{"message": "Unknown Webhook", "code": 10015}'),
                Reply(429, (*JSON, *limits), limited),
                Reply(502, HTML, b"<html>bad gateway</html>"),
            )
        )


def requests_of(http: HTTPClient) -> list[Any]:
    """Return calls that carry a secret each, all in their own way."""
    form = {"client_secret": CLIENT, "refresh_token": REFRESH, "code": CODE, "grant_type": "refresh_token"}
    body = {"content": "x"}
    return [
        lambda: http.request("POST", "/channels/1/messages", data=body),
        lambda: http.request("GET", "/users/@me", authorization=f"Bearer {ACCESS}"),
        lambda: http.request("POST", f"/webhooks/1/{WEBHOOK}", data=body),
        lambda: http.request("PATCH", f"/webhooks/1/{WEBHOOK}/messages/2", data=body),
        lambda: http.request("POST", f"/webhooks/1/{INTERACTION}", data=body),
        lambda: http.request("POST", f"/interactions/1/{INTERACTION}/callback", data={"type": 5}),
        lambda: http.request("POST", "/oauth2/token", form=form, authorization=None),
        lambda: http.request("GET", "/channels/1\n", params={"x": object()}),
        lambda: Webhook(http, 1, WEBHOOK).fetch(),
    ]


EVENTS_WITH_SECRETS = {
    "INTERACTION_CREATE": f',"id":"1","application_id":"2","type":1,"token":"{INTERACTION}","version":1',
    "VOICE_SERVER_UPDATE": f',"guild_id":"1","token":"{VOICE}","endpoint":"voice.test"',
}


@contextlib.asynccontextmanager
async def client_of(rng: random.Random, number: int) -> AsyncGenerator[list[Any]]:
    """Give the calls of a client that is new in every round: what one learns of a server is kept by its address."""
    base = f"http://secrets-{asyncio.get_running_loop().time()}-{number}.test/api/v10"
    http = HTTPClient(base_url=base, max_wait=5.0, timeout=5.0, rng=random.Random(rng.random()))
    await http.start(TOKEN)
    yield requests_of(http)
    await http.close()


async def ask(told: Told, rng: random.Random, rounds: int, client: Any = client_of) -> None:
    """Let requests fail, and look at what is told of each."""
    Network(Failing(rng), random.Random(rng.random())).install()
    for number in range(rounds):
        async with client(rng, number) as calls:
            tasks = [asyncio.ensure_future(call()) for call in calls for _ in range(2)]
            await asyncio.sleep(rng.uniform(0, 0.3))
            if number % 10 == 0:
                told.look_at_objects()
            for task in tasks[:: rng.randint(5, 9)]:
                task.cancel()
            _, waiting = await asyncio.wait(tasks, timeout=HOUR)
            told.counts["without an end"] += len(waiting)
            for task in waiting:
                task.cancel()
            for result in await asyncio.gather(*tasks, return_exceptions=True):
                if isinstance(result, BaseException):
                    told.look_at_error(result)
                    told.counts["failures"] += isinstance(result, told.failures)
    told.look_at_objects()


def listen(world: World, handler: Any) -> None:
    """Have everything handled by one handler."""
    listeners: dict[str, Any] = {str(name): [handler] for name in EVENTS if name != RawEvent.dispatch_name}
    world.dispatcher = Dispatcher(listeners, 64)


async def live(
    told: Told,
    world: World,
    strikes: int,
    listen: Any = listen,
    events: Mapping[str, str] = EVENTS_WITH_SECRETS,
) -> None:
    """Let a shard suffer, with handlers that fail on events that hold secrets."""
    kept: list[Any] = []

    async def fail(event: Any) -> None:
        kept.append(event)
        del kept[:-50]
        raise ValueError(f"a handler fails on {event!r}"[:2000])

    listen(world, fail)
    async with world.running():
        for _ in range(strikes):
            await Schedule(world, faults.RESUMABLE | faults.ENDING, pause=5.0, burst=4).run(1)
            session = world.places[0].session
            if session is not None and session.is_resumable(world.now):
                for name, extra in events.items():
                    session.dispatch(name, extra)
            await asyncio.sleep(1)
        told.look_at_objects()
        faults.on_link(faults.close(4004))(world.places[0], world.rng)
        await asyncio.wait(world.tasks, timeout=60)
        for task in world.tasks:
            if task.done() and task.exception() is not None:
                told.look_at_error(task.exception() or RuntimeError())
        told.look_at_objects()


async def tell(rng: random.Random, number: int, short: bool) -> Outcome:
    told = Told()
    with listening(told):
        await ask(told, rng, 10 if short else 300)
        world = World(rng, 1, compress=COMPRESSIONS[number % 3], budget=100_000)
        await live(told, world, 10 if short else 300)
    return Outcome(told.counts)


def judge_tell(outcomes: Sequence[Outcome]) -> list[Line]:
    counts = total(outcomes)
    size = f"{counts['bytes'] / 1e6:,.1f} MB in all, {counts['failures']:,} failed requests"
    if counts["without an end"]:
        size += f", {counts['without an end']:,} not ended within an hour"
    return [
        zero(
            "20",
            "secrets in log records at DEBUG",
            counts["records: secrets"],
            f"{counts['records']:,} records; {size}",
        ),
        zero("20", "secrets in reprs of living objects", counts["reprs: secrets"], f"{counts['reprs']:,} reprs"),
        zero("20", "secrets in tracebacks", counts["tracebacks: secrets"], f"{counts['tracebacks']:,} tracebacks"),
    ]
