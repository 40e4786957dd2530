"""Figure 19: payloads that are wrong in any way, into a connected client, each with a right one behind it."""

import asyncio
import json
import random
from collections import Counter
from collections.abc import Sequence
from typing import Any

from scurrypy.dispatch.dispatcher import Dispatcher
from scurrypy.events import EVENTS
from scurrypy.events.gateway_events import RawEvent
from tests.chaos.figures import COMPRESSIONS, Line, Outcome, total, zero
from tests.chaos.place import Session
from tests.chaos.world import World
from tests.fuzz import corpus
from tests.fuzz.mutation import as_json, mutated_bytes, mutated_tree
from tests.unit.events.mutations import mutated

INPUTS = 50_000
"""Payloads of a whole run."""
TOGETHER = 20
"""Payloads between two waits."""
UNNUMBERED = [frame for frame in corpus.FRAMES if frame["op"] != 0]
PIECES = [as_json({name: value for name, value in frame.items() if name != "s"}) for frame in corpus.FRAMES]
"""Frames to be damaged: without numbers, for a number that never was would rightly end the session's."""


class Hostile:
    """A gateway that sends nonsense between its events, and handlers for everything."""

    def __init__(self, world: World, rng: random.Random) -> None:
        self.world = world
        self.rng = rng
        self.counts: Counter[str] = Counter()
        self.loud: list[dict[str, Any]] = []
        """What the event loop was told that nobody handles."""
        asyncio.get_running_loop().set_exception_handler(lambda _, context: self.loud.append(context))
        self.listen()

    def listen(self) -> None:
        """Have handlers for everything."""
        listeners: dict[str, Any] = {str(name): [self.handle] for name in EVENTS}
        self.world.dispatcher = Dispatcher(listeners | {RawEvent.dispatch_name: [self.see]}, 64)

    async def handle(self, event: Any) -> None:
        """Take an event, decoded, as a bot would."""
        self.counts["bad ones read"] += 1

    async def see(self, event: RawEvent) -> None:
        """Tell the oracle of what is right; what is not is no event of its sessions."""
        data: Any = event.data
        if isinstance(data, dict) and ("k" in data or data.get("session_id") in self.world.sessions):
            await self.world.oracle.see(event)

    # What is wrong

    def strike(self, seed: int) -> None:
        """Send one bad payload, and a good event behind it."""
        place, rng = self.world.places[0], self.rng
        session, link = place.session, place.link
        if session is None or link is None:
            return
        kind = rng.choices(("event", "tree", "frame", "bytes"), (60, 30, 5, 5))[0]
        self.counts[f"sent: {kind}"] += 1
        if kind == "event":
            self.number(session, *mutated(seed))
        elif kind == "tree":
            name = rng.choice(list(corpus.EVENTS))
            self.number(session, name, mutated_tree(rng, corpus.EVENTS[name]))
        elif kind == "frame":
            link.tell(as_json(mutated_tree(rng, rng.choice(UNNUMBERED))))
        else:
            link.tell(mutated_bytes(rng, rng.choice(PIECES), PIECES))

    def number(self, session: Session, name: str, body: Any) -> None:
        """Send a dispatch with a number of its own, which a resume brings again."""
        session.seq += 1
        session.no_events.add(session.seq)
        data = json.dumps({"op": 0, "s": session.seq, "t": name, "d": body}).encode()
        session.buffer.append((session.seq, data))
        if session.link is not None:
            session.link.tell(data)

    def follow(self) -> None:
        """See whether nonsense ended the session in the client's eyes, as op 9 or another READY does."""
        client, place = self.world.clients[0], self.world.places[0]
        session = place.session
        if session is None or session.ended is not None:
            return
        if client.session is None or client.session.session_id != session.id:
            session.end("nonsense ended it")
            self.counts["sessions ended by nonsense"] += 1
            if place.link is not None:
                place.link.reset()

    @property
    def is_well(self) -> bool:
        session = self.world.places[0].session
        return self.world.are_active and session is not None and session.ended is None

    def close(self, stuck: int) -> Counter[str]:
        """Return all counts."""
        counts = self.counts + self.world.oracle.close()
        counts["deaths"] = self.world.tasks[0].done() + len(self.loud) + stuck
        counts["reconnects"] = self.world.clients[0].metrics.connections - 1
        return counts


async def hostile(
    rng: random.Random, number: int, short: bool, make: type[World] = World, gateway_class: type[Hostile] = Hostile
) -> Outcome:
    world = make(rng, 1, compress=COMPRESSIONS[number % 3], budget=10**9)
    gateway, place = gateway_class(world, rng), world.places[0]
    inputs = 1_500 if short else INPUTS
    async with world.running():
        for first in range(0, inputs, TOGETHER):
            for seed in range(number * inputs + first, number * inputs + first + TOGETHER):
                gateway.strike(seed)
                place.emit(1)
            await asyncio.sleep(0.5)
            gateway.follow()
            if not gateway.is_well:
                await world.until(lambda: gateway.is_well or world.tasks[0].done(), step=1.0)
            if world.tasks[0].done():
                break
        stuck = await world.settle()
        gateway.follow()
        counts = gateway.close(stuck)
    return Outcome(counts)


def judge_hostile(outcomes: Sequence[Outcome]) -> list[Line]:
    counts = total(outcomes)
    sent = {name[6:]: count for name, count in counts.items() if name.startswith("sent: ")}
    of = f"{sum(sent.values()):,} payloads ({', '.join(f'{count:,} {name}' for name, count in sorted(sent.items()))})"
    seen, lost = counts["seen"], counts["lost"]
    after = (
        f"{seen:,} of {seen + lost:,}; {counts['reconnects']:,} reconnects, "
        f"{counts['sessions ended by nonsense']:,} sessions ended by nonsense"
    )
    return [
        zero("19", "deaths of a connected client by hostile payloads", counts["deaths"], of),
        Line("19", "events behind a hostile payload that were delivered", "100 %", after, lost == 0 < seen),
        zero("19", "sessions given up on what cannot be read", counts["given up"]),
        zero("19", "events doubled or out of order among them", counts["doubled"] + counts["out of order"]),
    ]
