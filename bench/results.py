"""What the runs of bench/gateway.py say: tables, and which of the targets are reached."""

import statistics
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from environments import Peer

LISTEN = {
    "messages": "a handler for messages alone",
    "typical": "handlers for messages, interactions and reactions",
    "everything": "a handler for every event",
}
"""The ways of listening, in words."""

TIMES_LESS_THAN_TUNED = {"typical": 7.5, "everything": 6.0}
"""How many times less than the fastest tuned library this client must take, by way of listening."""
TIMES_LESS = 10.0
"""How many times less a typical bot must take than discord.py at its fastest, its caches kept, and each as it comes."""
TIMES_FLOOR = 1.2
"""How many times a floor that decodes the same models it may take."""


@dataclass
class Run:
    """What one process reported."""

    cpu: float
    """Seconds of CPU between the first and the last message."""
    wall: float
    """Seconds that passed."""
    seen: int
    """Events that reached a handler."""
    compression: str
    """Transport compression that the peer asked for."""


@dataclass
class Result:
    """The runs of one peer that listens in one way."""

    peer: Peer
    events: int
    """Events of the stream."""
    runs: list[Run] = field(default_factory=list)
    failure: str = ""
    """Why a run gave no figure; empty where each did."""

    def figures(self) -> tuple[float, float, float] | None:
        """Return median, lowest and highest, in µs of CPU per event; None where there is no run."""
        each = [run.cpu / self.events * 1e6 for run in self.runs]
        return (statistics.median(each), min(each), max(each)) if each else None

    @property
    def median(self) -> float | None:
        """The median, in µs of CPU per event."""
        figures = self.figures()
        return figures and figures[0]


@dataclass
class Verdict:
    """Whether one target is reached."""

    target: str
    measured: str
    is_reached: bool


class Table:
    """The results of one way of listening, by peer."""

    def __init__(self, listen: str, results: Sequence[Result], expected: int) -> None:
        self.listen = listen
        self.results = {result.peer.name: result for result in results}
        self.expected = expected
        """Events of the stream that are listened to."""

    def median(self, name: str) -> float | None:
        """Return a peer's median; None where it did not run."""
        result = self.results.get(name)
        return result and result.median

    def ratio(self, result: Result) -> str:
        """Return how many times what this client takes a peer does."""
        ours = self.median("scurrypy")
        return f"{result.median / ours:.2f}" if ours and result.median else "-"

    def lines(self) -> Iterator[str]:
        """Yield the table as plain text."""
        yield f"{LISTEN[self.listen]} ({self.expected} events)"
        yield f"{'peer':<18} {'µs/event':>8} {'lowest':>8} {'highest':>8} {'ratio':>7}  {'seen':>7}  compression"
        for name, result in self.results.items():
            if figures := result.figures():
                cells = "".join(f" {figure:>8.2f}" for figure in figures)
                run = result.runs[-1]
                yield f"{name:<18}{cells} {self.ratio(result):>7}  {run.seen:>7}  {run.compression}"
            if result.failure:
                yield f"{name:<18} cannot run: {result.failure.strip().splitlines()[-1]}"

    def fastest(self) -> Result | None:
        """Return the tuned peer that takes least, of those that told every event: what one leaves out costs nothing."""
        tuned = (result for result in self.results.values() if result.peer.kind == "tuned" and result.runs)
        whole = [result for result in tuned if min(run.seen for run in result.runs) == self.expected]
        return min(whole, key=lambda result: result.median or 0, default=None)

    def _less(self, name: str, times: float, what: str = "") -> Iterator[Verdict]:
        ours, theirs = self.median("scurrypy"), self.median(name)
        if ours is not None and theirs is not None:
            measured = f"{ours:.2f} µs, {theirs:.2f} µs, 1/{theirs / ours:.2f}"
            yield Verdict(f"{self.listen}: at most 1/{times:g} of {what}{name}", measured, ours * times <= theirs)

    def verdicts(self) -> Iterator[Verdict]:
        """Yield what became of each target, as far as it was measured."""
        if self.listen == "typical":
            yield from self._less("discordpy-tuned", TIMES_LESS)
            for name, result in self.results.items():
                if result.peer.kind == "defaults":
                    yield from self._less(name, TIMES_LESS)
        tuned = self.fastest()
        if tuned and self.listen in TIMES_LESS_THAN_TUNED:
            yield from self._less(tuned.peer.name, TIMES_LESS_THAN_TUNED[self.listen], "the fastest tuned peer, ")
        ours, floor = self.median("scurrypy"), self.median("floor-models")
        if ours is not None and floor is not None:
            target = f"{self.listen}: at most {TIMES_FLOOR:g} x floor-models"
            yield Verdict(target, f"{ours:.2f} µs, {floor:.2f} µs, {ours / floor:.2f} x", ours <= floor * TIMES_FLOOR)
        if ours is not None:
            least = min(run.seen for run in self.results["scurrypy"].runs)
            measured = f"{least} of {self.expected}"
            yield Verdict(f"{self.listen}: every event told", measured, least == self.expected)


def markdown(tables: Sequence[Table]) -> Iterator[str]:
    """Yield one table of Markdown for all ways of listening."""
    heads = "".join(f" {table.listen}: µs per event (lowest to highest) | times | events told |" for table in tables)
    yield f"| client |{heads}"
    yield "|---|" + "--:|--:|--:|" * len(tables)
    for name, first in tables[0].results.items():
        cells = "".join(_cells(table, table.results[name]) for table in tables)
        yield f"| {name}: {first.peer.about} |{cells}"


def _cells(table: Table, result: Result) -> str:
    """Return what one table has to say of a peer."""
    figures = result.figures()
    if figures is None:
        return f" cannot run: {result.failure.strip().splitlines()[-1]} | | |"
    median, lowest, highest = figures
    told = f"{100 * result.runs[-1].seen / table.expected:.0f} %"
    return f" {median:.1f} ({lowest:.1f} to {highest:.1f}) | {table.ratio(result)} | {told} |"
