"""The bench makes every dispatch that Discord documents, and the models know all that is in it."""

import importlib
import json
import logging
import sys
from collections.abc import Iterator
from typing import Any

import pytest

from scurrypy.events import EVENTS
from scurrypy.wire import codec, lenient
from scurrypy.wire.model import DataModel
from tests.house.source import ROOT
from tests.house.test_published import published

sys.path.insert(0, str(ROOT / "bench"))
bench = importlib.import_module("events")
dispatches = importlib.import_module("dispatches")
mix = importlib.import_module("peers.mix")

ROUNDS = 8
"""How often each dispatch is made: several come in kinds."""

NO_DISPATCH = {"HELLO", "RECONNECT", "INVALID_SESSION"}
"""What the documentation lists among the events, and what has an opcode of its own."""

UNDOCUMENTED = (
    ".display_name_styles",
    ".application.summary",
    "activities[].session_id",
    "activities[].sync_id",
    "INTERACTION_CREATE.guild.locale",
    "INVITE_CREATE.type",
    "READY.presences",
    "READY.private_channels",
    "READY.relationships",
    "READY.session_type",
)
"""What Discord sends and does not document, by the end of its place; it is found in `raw`."""

SENT_BY_NAME = {
    name: event
    for name, event in EVENTS.items()
    if not event.__module__.endswith("webhook_events") and name not in ("*", "SESSION_LOST")
}
"""Every dispatch that the package knows and a shard receives."""


def made(name: str, seed: int) -> Any:
    world = bench.World(seed)
    if name == "READY":
        return json.loads(bench.opening(world)[0])["d"]
    # Over the wire, as it comes.
    return json.loads(json.dumps(dispatches.MAKERS[name](dispatches.Scene(world))))


def leftovers(sent: Any, read: Any, place: str) -> Iterator[str]:
    """Yield where something was sent that no field holds, or that did not survive."""
    match sent, read:
        case (dict(), DataModel()):
            unknown = {f"{place}.{key}" for key in sent if not hasattr(read, key)}
            yield from (f"{where} is unknown" for where in unknown if not where.endswith(UNDOCUMENTED))
            known = ((key, value) for key, value in sent.items() if hasattr(read, key) and value is not None)
            pairs = [(value, getattr(read, key), f"{place}.{key}") for key, value in known]
        case (list(), list()) if len(sent) == len(read):
            pairs = [(one, other, f"{place}[]") for one, other in zip(sent, read, strict=True)]
        case (dict(), dict()) if len(sent) == len(read):
            pairs = [(one, other, place) for one, other in zip(sent.values(), read.values(), strict=True)]
        case _:
            pairs = []
            if sent != read and str(sent) != str(getattr(read, "value", read)):
                yield f"{place}: {sent!r} became {read!r}"
    for pair in pairs:
        yield from leftovers(*pair)


@pytest.mark.parametrize("name", sorted(SENT_BY_NAME))
def test_a_dispatch_is_read_whole_by_its_model(name: str, caplog: pytest.LogCaptureFixture) -> None:
    lenient._reported.clear()
    found: set[str] = set()
    rounds = 1 if name in mix.LARGE else ROUNDS
    with caplog.at_level(logging.WARNING):
        for seed in range(rounds):
            body = made(name, seed)
            found |= set(leftovers(body, SENT_BY_NAME[name].from_json(codec.encode(body)), name))
    assert sorted(found) == []
    assert [record.getMessage() for record in caplog.records] == []


def test_the_stream_has_every_dispatch_but_those_that_begin_a_session() -> None:
    names = [name for name, _ in dispatches.every(bench.World(1), 200, sequence=1)]
    assert set(names) == SENT_BY_NAME.keys() - {"READY", "RESUMED"}
    assert names[0] == names[-1] == "MESSAGE_CREATE"
    assert len(names) == 200


def test_the_same_seed_makes_the_same_stream() -> None:
    first, second = (list(dispatches.every(bench.World(5), 120, sequence=1)) for _ in range(2))
    assert first == second


def test_large_dispatches_have_thousands_of_members_and_all_channels_and_roles() -> None:
    guild, chunk = made("GUILD_CREATE", 1), made("GUILD_MEMBERS_CHUNK", 1)
    assert [len(guild[key]) for key in ("members", "channels", "roles")] == [2500, 500, 250]
    assert len(chunk["members"]) == 1000


def test_every_event_of_the_published_list_is_made() -> None:
    names = published("gateway_events.json")["receive"].keys() - NO_DISPATCH
    assert names - SENT_BY_NAME.keys() == set()
    assert names - dispatches.MAKERS.keys() - {"READY"} == set()
