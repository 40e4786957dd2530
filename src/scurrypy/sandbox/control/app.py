"""The control API: its routes, who may use it, and how it refuses."""

import hmac
import secrets
from collections.abc import Awaitable, Callable, Mapping
from typing import Any, Final, TypeAlias

import msgspec
from aiohttp import web
from aiohttp.typedefs import Handler

from scurrypy.sandbox.control import faults, people, scenes
from scurrypy.sandbox.control.context import GATEWAY, LINES, WORLD, ControlRefusal, read_json
from scurrypy.sandbox.errors import ActorError, ApiError
from scurrypy.sandbox.gateway import GatewayHub
from scurrypy.sandbox.rules.fields import Json
from scurrypy.sandbox.transcript import Transcript
from scurrypy.sandbox.world import World

PREFIX: Final = "/_sandbox/v1"
"""Where the control API stands."""

HEADER: Final = "X-Sandbox-Token"
"""Header with the token that opens the control API."""


def new_token() -> str:
    """Return a new token for the control API."""
    return secrets.token_urlsafe(24)


def control_app(world: World, gateway: GatewayHub, token: str) -> web.Application:
    """Return the control API, to be mounted at PREFIX.

    Args:
        world: The world to steer.
        gateway: The gateway to disturb.
        token: What requests must show.
    """

    @web.middleware
    async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
        shown = request.headers.get(HEADER, "")
        if not hmac.compare_digest(shown.encode(), token.encode()):
            return _answer({"error": "token", "message": f"the header {HEADER} is missing or wrong"}, 401)
        return await handler(request)

    app = web.Application(middlewares=[guard, _answer_errors])
    app[WORLD] = world
    app[GATEWAY] = gateway
    lines: list[str] = []
    app[LINES] = lines
    Transcript(world, lambda line: _keep(lines, line))
    app.add_routes([web.get(path, _json(handler)) for path, handler in READS.items()])
    app.add_routes([web.post(path, _json_with_body(handler)) for path, handler in WRITES.items()])
    app.add_routes([web.post("/reset", _json(scenes.reset))])
    return app


MOST_LINES: Final = 10_000
"""Lines of the transcript that are kept."""

Read: TypeAlias = Callable[[web.Request], Awaitable[Json]]
Write: TypeAlias = Callable[[web.Request, Mapping[str, Any]], Awaitable[Json]]

READS: Final[dict[str, Read]] = {
    "/state": scenes.get_state,
    "/transcript": scenes.get_transcript,
    "/channels/{channel}/messages": scenes.list_messages,
    "/interactions/{interaction_id}": people.get_interaction,
    "/sessions": faults.list_sessions,
}
"""What can be read."""

WRITES: Final[dict[str, Write]] = {
    "/people/{person}/{deed}": people.act,
    "/users": scenes.create_user,
    "/applications": scenes.create_application,
    "/applications/{application}/skus": scenes.create_sku,
    "/guilds": scenes.create_guild,
    "/guilds/{guild}/channels": scenes.create_channel,
    "/guilds/{guild}/roles": scenes.create_role,
    "/guilds/{guild}/members": scenes.add_member,
    "/clock": faults.move_clock,
    "/search-index": faults.move_search_index,
    "/sessions/{session_id}/{fault}": faults.disturb_session,
}
"""What can be changed."""


def _keep(lines: list[str], line: str) -> None:
    lines.append(line)
    del lines[:-MOST_LINES]


def _json(handler: Read) -> Handler:
    async def answer(request: web.Request) -> web.Response:
        return _answer(await handler(request))

    return answer


def _json_with_body(handler: Write) -> Handler:
    async def answer(request: web.Request) -> web.Response:
        return _answer(await handler(request, await read_json(request)))

    return answer


@web.middleware
async def _answer_errors(request: web.Request, handler: Handler) -> web.StreamResponse:
    try:
        return await handler(request)
    except ActorError as error:
        return _answer({"error": "actor", "message": str(error)}, 409)
    except ControlRefusal as error:
        return _answer({"error": "request", "message": str(error)}, error.status)
    except ApiError as error:
        return _answer({"error": "api", "status": error.status, **error.body()}, 422)
    except TimeoutError as error:
        return _answer({"error": "timeout", "message": str(error)}, 504)


def _answer(body: Json, status: int = 200) -> web.Response:
    return web.Response(body=msgspec.json.encode(body), status=status, content_type="application/json")
