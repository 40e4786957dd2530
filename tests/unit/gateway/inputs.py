"""Everything that can happen to a shard: the rows of `states.md`, each with all that it stands for."""

import asyncio
from collections.abc import Callable

from scurrypy.enums.gateway import GatewayOpcode
from scurrypy.gateway import GatewaySession, ShardState
from scurrypy.gateway.close_codes import CLOSE_CODES, CloseAction
from tests.unit.gateway.fake_gateway import TOKEN
from tests.unit.gateway.situations import INTENTS, Scene

Act = Callable[[Scene], None]

RECEIVED = {
    GatewayOpcode.DISPATCH,
    GatewayOpcode.HEARTBEAT,
    GatewayOpcode.RECONNECT,
    GatewayOpcode.INVALID_SESSION,
    GatewayOpcode.HELLO,
    GatewayOpcode.HEARTBEAT_ACK,
}
"""Opcodes with a row of their own; all others are one row."""
UNLISTED = (None, 1000, 1001, 1002, 1006, 1011, 3000, 3999, 4015, 4016, 4999)
"""Close codes that Discord does not list; None for no close frame."""
OTHER = GatewaySession("another-session", "wss://resume.test", 7, 0, 1, INTENTS)
"""A session that the gateway knows and the shard does not."""


def codes(action: CloseAction, *, wait: float = 0.0) -> list[int]:
    return [int(code) for code, rule in CLOSE_CODES.items() if rule.action is action and rule.wait == wait]


def said(op: int, d: object = None) -> Act:
    return lambda scene: scene.say(op, d)


def ready(session_id: object, seq: int) -> Act:
    data = {"session_id": session_id, "resume_gateway_url": OTHER.resume_gateway_url}

    def act(scene: Scene) -> None:
        if session_id == OTHER.session_id:
            scene.gateway.sessions[OTHER.session_id] = [(number, "PAST", None) for number in range(1, seq + 1)]
            scene.socket.session_id = OTHER.session_id
        scene.say(0, data, seq, "READY")

    return act


def same_ready(scene: Scene) -> None:
    # Without a session of its own, that of another.
    ready(scene.session.session_id if scene.session is not None else OTHER.session_id, 1)(scene)


def an_event_again(scene: Scene) -> None:
    scene.say(0, {"n": 0}, 1, "E")


def a_nameless_event(scene: Scene) -> None:
    scene.say(0, {"n": 0}, 1)


def resumed(scene: Scene) -> None:
    if scene.client.state is ShardState.RESUMING:
        scene.go_on()
    else:
        scene.say(0, {}, 1, "RESUMED")


def closes(*which: int | None) -> list[Act]:
    return [lambda scene, code=code: scene.close(code) for code in which]


def silence(*, answers_heartbeats: bool) -> Act:
    return lambda scene: scene.gateway.fall_silent(answers_heartbeats=answers_heartbeats)


def cancel(scene: Scene) -> None:
    scene.task.cancel()


def configure(scene: Scene) -> None:
    async def call() -> None:
        scene.client.configure(scene.gateway.options())

    scene.call(call())


def restore(scene: Scene) -> None:
    async def call() -> None:
        scene.gateway.sessions[OTHER.session_id] = [(number, "PAST", None) for number in range(1, 8)]
        scene.client.restore(OTHER)

    scene.call(call())


def start(scene: Scene) -> None:
    scene.call(scene.client.start(TOKEN, INTENTS, 0, 1))


def drop(scene: Scene) -> None:
    scene.close(None)


INPUTS: dict[str, list[Act]] = {
    "op 0: the next event": [lambda scene: scene.event("E")],
    "op 0: an event after a gap": [lambda scene: scene.event("E", gap=3)],
    "op 0: an event that came before": [an_event_again],
    "op 0: without a name": [a_nameless_event],
    "op 0: READY": [ready(OTHER.session_id, 7)],
    "op 0: the same READY again": [same_ready],
    "op 0: READY without a session": [
        lambda scene: scene.say(0, {}, 1, "READY"),
        *(ready(session_id, 1) for session_id in (None, 5, "", "x" * 513)),
    ],
    "op 0: RESUMED": [resumed],
    "op 1: HEARTBEAT": [said(1), said(1, 5)],
    "op 7: RECONNECT": [said(7), said(7, {"x": 1})],
    "op 9: INVALID SESSION, true": [said(9, d=True)],
    "op 9: INVALID SESSION, false": [said(9, d) for d in (False, None, 0, "true", {})],
    "op 10: HELLO": [said(10, {"heartbeat_interval": 40_000})],
    "op 10: HELLO without sense": [
        *(said(10, d) for d in (None, {}, [])),
        *(said(10, {"heartbeat_interval": it}) for it in (None, 0, -1, "often", "nan", [])),
    ],
    "op 11: HEARTBEAT ACK": [said(11), said(11, {"x": 1})],
    "any other opcode": [
        said(op, {"x": 1}) for op in (*sorted(set(map(int, GatewayOpcode)) - RECEIVED), 5, 12, 77, -1, 10**12)
    ],
    "what cannot be read": [
        lambda scene, data=data: scene.raw(data)
        for data in (b"", b"not json", b'{"op":', b'{"op":"x"}', b"[]", b"\xff\xfe", b'{"op":9,"d":}')
    ],
    "what cannot be inflated": [lambda scene: scene.raw(b"x\x9c\xff\xff")],
    "it breaks": [drop],
    "close code: any not listed": closes(*UNLISTED),
    "close code: 4000, 4001, 4002": closes(*codes(CloseAction.RESUME)),
    "close code: 4008": closes(*codes(CloseAction.RESUME, wait=60.0)),
    "close code: 4003, 4005, 4006, 4007, 4009": closes(*codes(CloseAction.IDENTIFY)),
    "close code: 4004, 4010 to 4014": closes(*codes(CloseAction.STOP)),
    "no connection can be opened": [lambda scene: scene.refuse(None)],
    "HTTP 401 for the next connection": [lambda scene: scene.refuse(401)],
    "HTTP 429, 503 for the next connection": [lambda scene: scene.refuse(429), lambda scene: scene.refuse(503)],
    "nothing comes any more": [silence(answers_heartbeats=False)],
    "nothing but answers to heartbeats comes": [silence(answers_heartbeats=True)],
    "start": [start],
    "close_ws": [lambda scene: scene.call(scene.client.close_ws())],
    "suspend": [lambda scene: scene.call(scene.client.suspend())],
    "the task of start is cancelled": [cancel],
    "configure": [configure],
    "restore": [restore],
    "note_stored": [lambda scene: scene.client.note_stored(None), lambda scene: scene.client.note_stored(OTHER)],
    "send": [lambda scene: scene.call(scene.client.send({"op": 4, "d": None}))],
    "update_voice_state": [lambda scene: scene.call(scene.client.update_voice_state(1, None))],
    "update_presence": [lambda scene: scene.call(scene.client.update_presence(status="idle"))],
    "request_guild_members": [lambda scene: scene.call(scene.client.request_guild_members(1))],
    "read_guild_members": [lambda scene: scene.call(scene.client.read_guild_members(bytes, 1))],
    "request_soundboard_sounds": [lambda scene: scene.call(scene.client.request_soundboard_sounds([1]))],
    "request_channel_info": [lambda scene: scene.call(scene.client.request_channel_info(1))],
    "heartbeat": [lambda scene: scene.call(scene.client.heartbeat())],
    "connect_ws": [lambda scene: scene.call(scene.client.connect_ws())],
    "identify": [lambda scene: scene.call(scene.client.identify(TOKEN, INTENTS))],
    "resume": [lambda scene: scene.call(scene.client.resume(TOKEN))],
    "receive": [lambda scene: scene.call(scene.client.receive())],
    "wait_reconnect": [lambda scene: scene.call(scene.client.wait_reconnect())],
}
"""The rows of the table, each with every form that its input takes."""

COMMANDS = {
    "send": 4,
    "update_voice_state": 4,
    "update_presence": 3,
    "request_guild_members": 8,
    "read_guild_members": 8,
    "request_soundboard_sounds": 31,
    "request_channel_info": 43,
}
"""What a user can have sent, and as which opcode."""
PATIENT = {"nothing comes any more", "nothing but answers to heartbeats comes"}
"""Inputs that take their time."""


async def settle() -> None:
    """Let everything happen that happens at once."""
    for _ in range(5):
        await asyncio.sleep(0)
