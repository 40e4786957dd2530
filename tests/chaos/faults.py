"""The faults: what can happen to a shard's connection, each by a name, and a schedule of them from a seed."""

import asyncio
import random
from collections.abc import Callable

from tests.chaos.link import Link
from tests.chaos.place import Place
from tests.chaos.world import World

Fault = Callable[[Place, random.Random], None]

RESUMABLE_CODES = (1000, 1001, 1002, 1006, 1011, 3000, 4000, 4001, 4002, 4008, 4015, 4999, None)
"""Close codes after which the session goes on; None for no close frame."""
ENDING_CODES = (4003, 4005, 4006, 4007, 4009)
"""Close codes after which Discord wants a new session."""
FATAL_CODES = (4004, 4010, 4011, 4012, 4013, 4014)
"""Close codes after which there is nothing left to try."""
MOMENTS = ("hello", "resume")
"""When an ambush may strike a shard that comes back."""


def on_link(act: Callable[[Link], None]) -> Fault:
    """Return the fault of acting on the open connection; nothing happens where there is none."""

    def strike(place: Place, rng: random.Random) -> None:
        if place.link is not None and place.link.is_open:
            act(place.link)

    return strike


def ambush(moment: str, act: Callable[[Link], None]) -> Fault:
    """Return the fault of losing the connection, and of another one on the way back."""

    def strike(place: Place, rng: random.Random) -> None:
        def spring(link: Link) -> bool:
            act(link)
            return True

        place.ambushes[moment] = spring
        on_link(Link.reset)(place, rng)

    return strike


def close(code: int | None) -> Callable[[Link], None]:
    return lambda link: link.close_from_server(code)


def op1_storm(place: Place, rng: random.Random) -> None:
    for _ in range(rng.randint(2, 150)):
        on_link(lambda link: link.say(1))(place, rng)


def op1_before_the_tick(place: Place, rng: random.Random) -> None:
    """Ask for a heartbeat so that its answer races with the next scheduled one."""
    link = place.link
    if link is not None and link.is_open and link.beats:
        wait = link.beats[-1] + place.world.interval - place.world.now - rng.uniform(0.01, 0.3)
        asyncio.get_running_loop().call_later(max(0.0, wait), link.say, 1)


def no_acks(link: Link) -> None:
    link.answers_beats = False


def late_acks(place: Place, rng: random.Random) -> None:
    if place.link is not None:
        place.link.ack_delay = rng.uniform(0.1, 0.9) * place.world.interval


def lost_address(how: str) -> Fault:
    def strike(place: Place, rng: random.Random) -> None:
        place.refuses_resume_url = how
        on_link(Link.reset)(place, rng)

    return strike


def refused(how: str, times: int) -> Fault:
    def strike(place: Place, rng: random.Random) -> None:
        place.refusals.extend([how] * rng.randint(1, times))
        on_link(Link.reset)(place, rng)

    return strike


def duplicated_replay(place: Place, rng: random.Random) -> None:
    place.duplicates = rng.randint(1, 20)
    on_link(Link.reset)(place, rng)


def gapped_replay(place: Place, rng: random.Random) -> None:
    place.withholds = rng.randint(1, 5)
    on_link(Link.reset)(place, rng)
    place.emit(12)


def unknown(place: Place, rng: random.Random) -> None:
    """Say what this client has never heard of: an opcode, an event, values that are null."""
    on_link(lambda link: link.say(rng.choice((5, 12, 77, -1)), {"x": None}))(place, rng)
    session = place.session
    if session is not None and session.is_resumable(place.world.now):
        session.dispatch("NEVER_HEARD_OF", ',"x":null,"type":9999')


def huge_event(place: Place, rng: random.Random) -> None:
    """Let an event have two megabytes, as the GUILD_CREATE of a large guild."""
    session = place.session
    if session is not None and session.is_resumable(place.world.now):
        session.dispatch("GUILD_CREATE", f',"id":"1","x":"{"x" * 2_000_000}"')


def block(seconds: float) -> Fault:
    # As the last of this moment, so that what the gateway just sent is under way.
    return lambda place, rng: place.world.block(seconds)


def mass(act: Callable[[Link], None]) -> Fault:
    def strike(place: Place, rng: random.Random) -> None:
        for every in place.world.places:
            on_link(act)(every, rng)

    return strike


def op7(link: Link) -> None:
    link.say(7)
    # Discord closes by itself a few seconds later.
    asyncio.get_running_loop().call_later(3.0, link.close_from_server, 1001)


def op9(*, resumable: bool) -> Callable[[Link], None]:
    def act(link: Link) -> None:
        session = link.session or link.place.session
        if not resumable and session is not None:
            session.end("op 9 false")
        link.say(9, resumable)

    return act


def says_hello(interval: object) -> Callable[[Link], None]:
    """Return the fault of a HELLO with an interval that nobody can keep to."""
    return lambda link: link.say(10, {"heartbeat_interval": interval})


def odd_ready(size: int, *, withholds_guilds: bool) -> Fault:
    """Return the fault of losing the session, and of a READY that is huge, or that no guild follows."""

    def strike(place: Place, rng: random.Random) -> None:
        place.ready_size, place.withholds_guilds = size, withholds_guilds
        forgotten(place, rng)

    return strike


def silence(link: Link) -> None:
    """Do nothing where something is awaited."""


def ending(code: int) -> Callable[[Link], None]:
    def act(link: Link) -> None:
        session = link.session or link.place.session
        if session is not None:
            session.end(f"close code {code}")
        link.close_from_server(code)

    return act


def forgotten(place: Place, rng: random.Random) -> None:
    """Lose the session on the gateway's side, and the connection, so that RESUME finds nothing."""
    place.end_session("forgotten")
    on_link(Link.reset)(place, rng)


def outlasted(place: Place, rng: random.Random) -> None:
    """Be away for longer than a session lives."""
    place.refusals.extend(["hang"] * 12)
    on_link(Link.reset)(place, rng)


RESUMABLE: dict[str, Fault] = {
    "reset": on_link(Link.reset),
    "half-open": on_link(Link.go_mute),
    **{f"close {code}": on_link(close(code)) for code in RESUMABLE_CODES},
    **{f"close {code} at {moment}": ambush(moment, close(code)) for code in RESUMABLE_CODES for moment in MOMENTS},
    "op 7": on_link(op7),
    "op 7 at hello": ambush("hello", op7),
    "op 7 at resume": ambush("resume", op7),
    "op 9 true": on_link(op9(resumable=True)),
    "op 9 true at hello": ambush("hello", op9(resumable=True)),
    "op 9 true at resume": ambush("resume", op9(resumable=True)),
    "reset at hello": ambush("hello", Link.reset),
    "reset at resume": ambush("resume", Link.reset),
    "half-open at hello": ambush("hello", Link.go_mute),
    "half-open at resume": ambush("resume", Link.go_mute),
    "silence at hello": ambush("hello", silence),
    "silence at resume": ambush("resume", silence),
    **{
        f"hello of {interval} ms": ambush("hello", says_hello(interval))
        for interval in (1, 0.001, 1e-300, 1e15, 0, -1, "nan", "often", None)
    },
    "op 1 storm": op1_storm,
    "op 1 before the tick": op1_before_the_tick,
    "no acks": on_link(no_acks),
    "late acks": late_acks,
    "resume address: no name": lost_address("name"),
    "resume address: 503": lost_address("503"),
    "resume address: hangs": lost_address("hang"),
    "refused: name": refused("name", 3),
    "refused: 503": refused("503", 3),
    "refused: hangs": refused("hang", 2),
    "refused: slow": refused("slow", 2),
    "duplicated replay": duplicated_replay,
    "gapped replay": gapped_replay,
    "unknown": unknown,
    "huge event": huge_event,
    "damaged message": on_link(Link.corrupt),
    "loop blocked 5 s": block(5.0),
    "loop blocked 30 s": block(30.0),
    "loop blocked 90 s": block(90.0),
    "mass op 7": mass(op7),
    "mass reset": mass(Link.reset),
}
"""Faults after which a shard that does everything right loses nothing."""

WIDE = {name for name in RESUMABLE if name.startswith(("mass", "loop"))}
"""Faults that strike all shards at once."""

ENDING: dict[str, Fault] = {
    "op 9 false": on_link(op9(resumable=False)),
    "op 9 false at hello": ambush("hello", op9(resumable=False)),
    "op 9 false at resume": ambush("resume", op9(resumable=False)),
    **{f"close {code}": on_link(ending(code)) for code in ENDING_CODES},
    **{f"close {code} at {moment}": ambush(moment, ending(code)) for code in ENDING_CODES for moment in MOMENTS},
    "forgotten": forgotten,
    "outlasted": outlasted,
    "READY of 10 MB": odd_ready(10_000_000, withholds_guilds=False),
    "READY without guilds": odd_ready(0, withholds_guilds=True),
}
"""Faults after which no shard can resume."""

UNIDENTIFIED: dict[str, Fault] = {
    f"{name} at identify": lambda place, rng, act=act: ambush_identify(place, rng, act)
    for name, act in {
        "reset": Link.reset,
        "half-open": Link.go_mute,
        "op 7": op7,
        "op 9 true": op9(resumable=True),
        "op 9 false": op9(resumable=False),
        "silence": silence,
        **{f"close {code}": close(code) for code in (*RESUMABLE_CODES, *ENDING_CODES) if code not in (4001, 4002)},
    }.items()
}
"""Faults of a shard that is opening a session; each costs one, and the IDENTIFY.

Not among them are 4001 and 4002: three of those in a row for IDENTIFY rightly end a shard.
"""


def ambush_identify(place: Place, rng: random.Random, act: Callable[[Link], None]) -> None:
    place.end_session("forgotten")
    ambush("identify", act)(place, rng)


class Schedule:
    """Faults at random moments, and events all the while; for each shard its own.

    Args:
        world: Where it happens.
        faults: What may happen, by name.
        pause: Seconds between two faults of one shard, on average.
        is_gentle: Whether a shard is left alone until it is back, so that no fault outlasts what a session survives.
        burst: Events at a time, at most.
    """

    def __init__(
        self, world: World, faults: dict[str, Fault], *, pause: float = 40.0, is_gentle: bool = True, burst: int = 200
    ) -> None:
        self.world = world
        self.log: list[tuple[float, int, str]] = []
        """When which shard suffered what."""
        self._faults = list(faults.items())
        self._pause = pause
        self._is_gentle = is_gentle
        self._burst = burst
        self._wide = asyncio.Lock()

    async def run(self, count: int) -> None:
        """Let `count` faults happen to each shard."""
        await asyncio.gather(*(self._torment(place, count) for place in self.world.places))

    async def _torment(self, place: Place, count: int) -> None:
        rng = random.Random(self.world.rng.random())
        for _ in range(count):
            wait = rng.expovariate(1 / self._pause)
            for _ in range(4):
                await asyncio.sleep(wait / 4)
                place.emit(rng.randint(0, self._burst // 4))
            name, fault = rng.choice(self._faults)
            if not self._is_gentle:
                await self._strike(place, rng, name, fault)
            elif name in WIDE:
                # One after the other: two blocks of 90 s in a row would outlast a session.
                async with self._wide:
                    await self.world.until(lambda: all(map(self._is_well, self.world.places)), 600, 0.5)
                    await self._strike(place, rng, name, fault)
                    await asyncio.sleep(60)
            else:
                await self.world.until(lambda: self._is_well(place), 600, 0.5)
                await self._strike(place, rng, name, fault)

    async def _strike(self, place: Place, rng: random.Random, name: str, fault: Fault) -> None:
        self.log.append((self.world.now, place.shard_id, name))
        self.world.faults += 1
        place.emit(rng.randint(0, self._burst // 4))
        await asyncio.sleep(rng.choice((0.0, 0.02)))
        fault(place, rng)

    def _is_well(self, place: Place) -> bool:
        client, link = self.world.clients[place.shard_id], place.link
        is_whole = link is not None and link.is_open and not link.is_mute
        return client.state.value == "active" and is_whole and not place.ambushes and not place.refusals
