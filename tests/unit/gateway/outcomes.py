"""What can come of an input: the words of `states.md`, each as what must be true then."""

import asyncio
from collections.abc import Awaitable, Callable

from scurrypy.gateway import ShardState
from scurrypy.wire.errors import FatalClose, GatewayError, NoSession
from tests.unit.gateway.fake_gateway import TOKEN, until
from tests.unit.gateway.inputs import COMMANDS, OTHER, PATIENT, settle
from tests.unit.gateway.situations import INTENTS, Scene

PATIENCE = 600.0
"""Seconds in which whatever is going to happen has happened."""


def names(scene: Scene) -> list[str]:
    return [name for name, _ in scene.hear()]


def lost(scene: Scene) -> list[str]:
    return [data["session_id"] for name, data in scene.hear() if name == "SESSION_LOST"]


def session_id(scene: Scene) -> str | None:
    return scene.client.session and scene.client.session.session_id


def was(scene: Scene) -> str | None:
    """Return the session there was before the input."""
    return scene.session and scene.before["session"][0]


async def same(scene: Scene, row: str) -> None:
    """Nothing has changed, and nothing will: what was awaited before comes to its end."""
    if row in PATIENT and scene.before["running"]:
        await asyncio.sleep(PATIENCE)
        now = scene.look()
        assert now | {"sent": []} == scene.before | {"sent": []}
    else:
        await settle()
        assert scene.look() == scene.before
    if scene.before["running"]:
        await scene.recover()
        assert lost(scene) == []
        assert session_id(scene) in (was(scene), session_id(scene) if was(scene) is None else None)


async def stays(scene: Scene, row: str) -> None:
    await settle()
    assert not any(call.done() and call.exception() for call in scene.results)
    assert names(scene) == []
    await same(scene, row)


async def takes(scene: Scene, row: str) -> None:
    await settle()
    (event,) = scene.hear()
    assert event[0] in ("E", "RESUMED")
    now = scene.look()
    assert now | {"session": None} == scene.before | {"session": None}
    if scene.session is not None:
        await scene.recover()
        assert names(scene).count("E") == (event[0] == "E")
        assert session_id(scene) == was(scene)


async def beats(scene: Scene, row: str) -> None:
    await settle()
    sent = scene.look()["sent"]
    assert sent == [*scene.before["sent"][:-1], [*scene.before["sent"][-1], 1]]
    scene.before["sent"] = sent
    await stays(scene, row)


async def _over(scene: Scene, row: str) -> None:
    """The connection is over, if there was one, at once or when its time is; the next may come."""
    sockets = len(scene.before["open"])
    if scene.before["open"][-1]:
        await until(lambda: not scene.gateway.sockets[sockets - 1].is_open, PATIENCE if row in PATIENT else 2)
    await scene.recover()
    await until(lambda: len(scene.gateway.sockets) > sockets or not scene.before["open"][-1])
    assert scene.gateway.most_open == 1
    scene.hear()


async def resumes(scene: Scene, row: str) -> None:
    await _over(scene, row)
    assert lost(scene) == []
    assert session_id(scene) == was(scene) is not None
    assert scene.gateway.sent(6)[-1]["session_id"] == was(scene)
    assert scene.client.metrics.identifies == 1


async def identifies(scene: Scene, row: str) -> None:
    identified = scene.client.metrics.identifies
    resumed = scene.client.metrics.resumes
    await _over(scene, row)
    assert lost(scene) == ([was(scene)] if scene.session is not None else [])
    assert scene.client.metrics.identifies == identified + 1
    assert scene.client.metrics.resumes == resumed
    assert session_id(scene) not in (None, was(scene))


async def waits_a_minute(scene: Scene, row: str) -> None:
    attempts = scene.before["attempts"]
    since = scene.gateway.now
    await (resumes if scene.session is not None else identifies)(scene, row)
    assert scene.gateway.attempts[attempts][0] >= since + 59.9


async def retries(scene: Scene, row: str) -> None:
    await until(lambda: len(scene.gateway.attempts) > scene.before["attempts"], 5)
    await asyncio.sleep(PATIENCE)
    assert len(scene.gateway.attempts) > scene.before["attempts"] + 5
    assert not any(socket.is_open for socket in scene.gateway.sockets)
    await resumes(scene, row)


async def handshakes(scene: Scene, row: str) -> None:
    await settle()
    await until(lambda: scene.client.state is ShardState.ACTIVE)
    assert len(scene.gateway.attempts) == scene.before["attempts"]
    assert scene.socket.ops() == [6]
    assert session_id(scene) == was(scene)
    await until(scene.socket.beats, 41)


async def is_resumed(scene: Scene, row: str) -> None:
    await settle()
    assert scene.before["state"] is ShardState.RESUMING
    assert scene.client.state is ShardState.ACTIVE
    assert session_id(scene) == was(scene)
    assert names(scene) == ["RESUMED"]


async def opens(scene: Scene, row: str) -> None:
    await settle()
    assert scene.client.state is ShardState.ACTIVE
    assert names(scene) == [*(["SESSION_LOST"] if scene.session is not None else []), "READY"]
    assert lost(scene) == ([was(scene)] if scene.session is not None else [])
    assert session_id(scene) == OTHER.session_id
    assert scene.look()["sent"] == scene.before["sent"]


async def moves(scene: Scene, row: str) -> None:
    await _over(scene, row)
    assert lost(scene) == ([was(scene)] if scene.session is not None else [])
    assert session_id(scene) == OTHER.session_id
    assert scene.gateway.sent(6)[-1]["session_id"] == OTHER.session_id


async def stops(scene: Scene, row: str) -> None:
    assert scene.before["running"]
    await asyncio.wait({scene.task}, timeout=5)
    assert isinstance(scene.task.exception(), FatalClose)
    await _nothing_more(scene, ShardState.FATAL)


async def _nothing_more(scene: Scene, state: ShardState) -> None:
    """The shard is at its end: nothing is open, nothing is tried, no task is left."""
    attempts = len(scene.gateway.attempts)
    scene.gateway.recover()
    await scene.lane.aclose()
    await asyncio.sleep(PATIENCE)
    assert scene.client.state is state
    assert not scene.client.is_running
    assert len(scene.gateway.attempts) == attempts
    assert not any(socket.is_open for socket in scene.gateway.sockets)
    assert asyncio.all_tasks() == {asyncio.current_task()}


async def starts(scene: Scene, row: str) -> None:
    assert not scene.before["running"]
    await until(lambda: scene.client.state is ShardState.ACTIVE)
    assert len(scene.gateway.sockets) == len(scene.before["open"]) + 1
    assert session_id(scene) == was(scene) is not None
    assert scene.socket.ops() == [6]


async def _has_returned(scene: Scene, code: int) -> None:
    await asyncio.wait({scene.task}, timeout=6)
    assert scene.task.result() is None
    last = scene.gateway.sockets[len(scene.before["open"]) - 1]
    if scene.before["open"][-1] and scene.before["state"] not in (ShardState.CLOSING, ShardState.CONNECTING):
        assert last.closed_with == code
    await _nothing_more(scene, ShardState.DISCONNECTED)
    assert lost(scene) == []


async def ends(scene: Scene, row: str) -> None:
    await _has_returned(scene, 1000)
    assert scene.client.session is None


async def suspends(scene: Scene, row: str) -> None:
    await _has_returned(scene, 4000)
    assert scene.results[0].result() == scene.client.session
    assert session_id(scene) == was(scene)


async def is_cancelled(scene: Scene, row: str) -> None:
    await settle()
    assert scene.task.cancelled()
    assert session_id(scene) == was(scene)
    await _nothing_more(scene, ShardState.DISCONNECTED)


async def sends(scene: Scene, row: str) -> None:
    await settle()
    sent = scene.look()["sent"]
    assert sent == [*scene.before["sent"][:-1], [*scene.before["sent"][-1], COMMANDS[row]]]
    scene.before["sent"] = sent
    await stays(scene, row)


async def keeps(scene: Scene, row: str) -> None:
    await settle()
    assert scene.look() == scene.before
    if not scene.before["running"]:
        scene.task = asyncio.create_task(scene.client.start(TOKEN, INTENTS, 0, 1))
    await scene.recover()
    await asyncio.sleep(1)
    told = len(scene.gateway.sent(COMMANDS[row])) + sum("presence" in identify for identify in scene.gateway.sent(2))
    assert told == 1
    assert scene.gateway.socket.ops().index(COMMANDS[row]) > 0 if COMMANDS[row] != 3 else True


async def refuses(scene: Scene, row: str) -> None:
    await settle()
    assert isinstance(scene.results.pop().exception(), (GatewayError, NoSession))
    await stays(scene, row)


async def forgets(scene: Scene, row: str) -> None:
    await settle()
    assert scene.client.session is None
    assert scene.results[0].exception() is None
    scene.task = asyncio.create_task(scene.client.start(TOKEN, INTENTS, 0, 1))
    await scene.recover()
    assert (scene.socket.ops(), lost(scene)) == ([2], [])


async def restores(scene: Scene, row: str) -> None:
    await settle()
    assert scene.client.session == OTHER
    assert scene.results[0].exception() is None
    scene.task = asyncio.create_task(scene.client.start(TOKEN, INTENTS, 0, 1))
    await scene.recover()
    assert (scene.socket.only(6)["session_id"], lost(scene)) == (OTHER.session_id, [])


OUTCOMES: dict[str, Callable[[Scene, str], Awaitable[None]]] = {
    "stays": stays,
    "takes": takes,
    "beats": beats,
    "resumes": resumes,
    "identifies": identifies,
    "waits a minute": waits_a_minute,
    "retries": retries,
    "handshakes": handshakes,
    "is resumed": is_resumed,
    "opens": opens,
    "moves": moves,
    "stops": stops,
    "starts": starts,
    "ends": ends,
    "suspends": suspends,
    "is cancelled": is_cancelled,
    "sends": sends,
    "keeps": keeps,
    "refuses": refuses,
    "forgets": forgets,
    "restores": restores,
}
"""The words of the table, and what each asserts."""
