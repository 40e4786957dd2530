"""Figure 15: messages sent while answers are lost and the server fails, before or after it did what was asked."""

import asyncio
import json
import random
from collections import Counter
from collections.abc import Sequence

from tests.chaos.figures import Line, Outcome, total, zero
from tests.chaos.rest.network import Network, Reply, Request
from tests.chaos.rest.ours import sender

JSON = (("Content-Type", "application/json"), ("Via", "1.1 google"))
SENDERS = 200
LOST, FAILED = 0.05, 0.05
"""Parts of all requests whose answer is lost after the message was posted, and that are answered with a 5xx."""
NONCE_LASTS = 180.0
"""Seconds for which the server knows a nonce again."""


class Posts:
    """A server that posts messages, and knows a repeated nonce for a few minutes, as Discord does."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng
        self.counts: Counter[str] = Counter()
        self.posted: dict[str, list[str]] = {}
        """Ids of the messages, by content."""
        self._nonces: dict[str, tuple[float, str, str]] = {}
        self._ids = 0

    def post(self, request: Request) -> bytes:
        """Post a message, or find the one that was posted under its nonce; return its JSON."""
        body = json.loads(request.body)
        nonce, content = body.get("nonce"), body["content"]
        known = self._nonces.get(nonce) if nonce is not None and body.get("enforce_nonce") else None
        if known is not None and known[0] + NONCE_LASTS > request.at:
            self.counts["repetitions known by their nonce"] += 1
            message_id, content = known[1:]
        else:
            self._ids += 1
            message_id = str(self._ids)
            self.posted.setdefault(content, []).append(message_id)
            self._nonces[nonce] = request.at, message_id, content
        return json.dumps({"id": message_id, "content": content}).encode()

    def answer(self, request: Request) -> Reply:
        if request.method != "POST":
            # Some clients ask who they are.
            return Reply(404, JSON, b"{}")
        self.counts["requests"] += 1
        chance, after = self.rng.random(), self.rng.uniform(0, 0.3)
        if chance < LOST:
            self.post(request)
            self.counts["answers lost"] += 1
            return Reply(0) if self.rng.random() < 0.5 else Reply(200, JSON, b"{}", float("inf"))
        if chance < LOST + FAILED:
            self.counts["5xx"] += 1
            if self.rng.random() < 0.5:
                self.post(request)
            status = self.rng.choice((500, 502, 503, 504, 520, 524))
            return Reply(status, (("Content-Type", "text/html"),), b"<html>sorry</html>", after)
        return Reply(200, JSON, self.post(request), after)


async def send(rng: random.Random, number: int, short: bool) -> Outcome:
    """Send messages, each with a content of its own, and hold what callers were told against what was posted."""
    server = Posts(rng)
    Network(server, random.Random(rng.random())).install()
    counts, told = server.counts, dict[str, str | None]()
    left = iter(range(1_500 if short else 20_000))

    async with sender(rng) as client:

        async def work() -> None:
            for one in left:
                content, channel = f"message {one}", rng.randint(1, 500)
                told[content] = await client.post(channel, content)

        await asyncio.gather(*(work() for _ in range(SENDERS)))
        # What was given up may still be on its way.
        await asyncio.sleep(5)
    for content, message_id in told.items():
        posted = server.posted.get(content, [])
        counts["sends"] += 1
        counts["duplicates"] += max(0, len(posted) - 1)
        if message_id is None:
            counts["told as failed"] += 1
            counts["told as failed, yet posted"] += bool(posted)
        elif message_id not in posted:
            counts["lost, told as success"] += 1
    return Outcome(counts)


def judge_send(outcomes: Sequence[Outcome]) -> list[Line]:
    counts = total(outcomes)
    faults = (
        f"{counts['sends']:,} sends, {counts['answers lost']:,} answers lost, {counts['5xx']:,} 5xx, "
        f"{counts['repetitions known by their nonce']:,} repetitions known by their nonce"
    )
    failed = f"{counts['told as failed']:,} told as failed, {counts['told as failed, yet posted']:,} of them posted"
    return [
        zero("15", "messages posted twice", counts["duplicates"], faults),
        zero(
            "15", "sends lost, told as success", counts["lost, told as success"], f"{counts['sends']:,} sends; {failed}"
        ),
    ]
