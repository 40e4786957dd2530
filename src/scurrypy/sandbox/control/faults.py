"""What goes wrong: connections that close, heartbeats that stay unanswered, time that passes."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from aiohttp import web

from scurrypy.sandbox.control.context import GATEWAY, WORLD, ControlRefusal, take, take_seconds
from scurrypy.sandbox.gateway import GatewayHub, Session
from scurrypy.sandbox.rules.fields import Json

Body = Mapping[str, Any]


async def list_sessions(request: web.Request) -> Json:
    """Answer with the gateway's sessions."""
    return [_session(session) for session in request.app[GATEWAY].sessions()]


async def disturb_session(request: web.Request, body: Body) -> Json:
    """Let something happen to a session; the last part of the path says what."""
    gateway = request.app[GATEWAY]
    wanted = request.match_info["session_id"]
    session = next((session for session in gateway.sessions() if session.id == wanted), None)
    if session is None:
        raise ControlRefusal("there is no such session", 404)
    _let_happen(gateway, session, request.match_info["fault"], body)
    return _session(session)


async def move_clock(request: web.Request, body: Body) -> Json:
    """Freeze the time, let it run again, or move it ahead by `advance` seconds."""
    clock = request.app[WORLD].clock
    if "frozen" in body:
        (clock.freeze if take(body, "frozen", bool) else clock.thaw)()
    if "advance" in body:
        clock.advance(take_seconds(body, "advance", 0.0))
    return {"now": clock.iso()}


async def move_search_index(request: web.Request, body: Body) -> Json:
    """Have the next `not_ready` searches told to come back after `retry_after` seconds."""
    index = request.app[WORLD].search_index
    index.not_ready = take(body, "not_ready", int, index.not_ready)
    index.retry_after = take(body, "retry_after", int, index.retry_after)
    return {"not_ready": index.not_ready, "retry_after": index.retry_after}


def _let_happen(gateway: GatewayHub, session: Session, fault: str, body: Body) -> None:
    match fault:
        case "close":
            session.close(take(body, "code", int, 4000))
        case "invalidate":
            gateway.invalidate(session, resumable=take(body, "resumable", bool, default=False))
        case "send-raw":
            session.send_raw(take(body, "payload", str).encode())
        case _ if fault in PLAIN_FAULTS:
            PLAIN_FAULTS[fault](session)
        case _:
            known = ", ".join(sorted({"close", "invalidate", "send-raw", *PLAIN_FAULTS}))
            raise ControlRefusal(f"what can happen is: {known}", 404)


PLAIN_FAULTS: Final[dict[str, Callable[[Session], None]]] = {
    "abort": Session.abort,
    "reconnect": Session.reconnect,
    "stop-acks": Session.stop_acks,
    "go-silent": Session.go_silent,
    "request-heartbeat": Session.request_heartbeat,
}
"""What can happen to a session without further words."""


def _session(session: Session) -> dict[str, Any]:
    return {
        "id": session.id,
        "application_id": str(session.application_id),
        "shard": [session.shard_id, session.shard_count],
        "sequence": session.sequence,
        "connected": session.connection is not None,
    }
