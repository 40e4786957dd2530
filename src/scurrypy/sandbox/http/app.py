"""Puts the HTTP API together: finds the operation, knows who asks, answers errors as Discord does."""

import importlib
import logging
import pkgutil
from collections.abc import Mapping, Sequence
from typing import Any, Final
from urllib.parse import unquote

import msgspec
from aiohttp import web
from aiohttp.typedefs import Handler, Middleware

from scurrypy.sandbox import http as handlers
from scurrypy.sandbox.errors import ApiError
from scurrypy.sandbox.http.body import MAX_BODY, read_body
from scurrypy.sandbox.http.call import Call, Reply, parse_id
from scurrypy.sandbox.http.operations import NAMES, SERVED, Served
from scurrypy.sandbox.http.router import Match, Router
from scurrypy.sandbox.records import Application
from scurrypy.sandbox.records.grants import Grant
from scurrypy.sandbox.rules.codes import Code
from scurrypy.sandbox.rules.validation import invalid
from scurrypy.sandbox.world import World

logger: logging.Logger = logging.getLogger(__name__)

WORLD: Final = web.AppKey("world", World)
"""The world an application serves."""
MATCH: Final = web.RequestKey("match", Match)
"""The operation a request names; there once the request has been routed."""
GRANT: Final = web.RequestKey("grant", Grant)
"""What a user let an application do, where a request carries a user's access token."""
APPLICATION: Final = web.RequestKey("application", Application)
"""The application whose token a request carries; there once it has been authenticated, if it has one."""

_ROUTER = Router(NAMES)
_VERSIONS = {"v6", "v7", "v8", "v9", "v10"}
_TEXT_IDS = {"instance_id"}


def rest_app(world: World, *, middlewares: Sequence[Middleware] = ()) -> web.Application:
    """Return the HTTP API, to be mounted at `/api`; it accepts a version after that, or none.

    Args:
        world: The world to serve.
        middlewares: Run after the request was routed and authenticated, before it is handled.
            They find the operation in `request[MATCH]` and the bot in `request.get(APPLICATION)`.
    """
    load_handlers()
    app = web.Application(middlewares=[_answer_errors, _route, *middlewares], client_max_size=MAX_BODY)
    app[WORLD] = world
    app.router.add_route("*", "/{path:.*}", _handle)
    return app


def served_operations() -> set[str]:
    """Return the names of the operations that are served, as `scurrypy.routes` names them."""
    load_handlers()
    return {NAMES[route] for route in SERVED}


def load_handlers() -> None:
    """Import every module beside this one, which registers its handlers."""
    for module in pkgutil.iter_modules(handlers.__path__, f"{handlers.__name__}."):
        importlib.import_module(module.name)


def json_response(body: Any, *, status: int = 200, headers: Mapping[str, str] | None = None) -> web.Response:
    """Return a JSON answer."""
    # Several clients compare the content type as a whole, so it must not name a charset.
    content_type = {"Content-Type": "application/json"}
    return web.Response(body=msgspec.json.encode(body), status=status, headers={**(headers or {}), **content_type})


@web.middleware
async def _answer_errors(request: web.Request, handler: Handler) -> web.StreamResponse:
    try:
        return await handler(request)
    except ApiError as error:
        return _refuse(error)
    except web.HTTPRequestEntityTooLarge:
        return _refuse(Code.REQUEST_TOO_LARGE.error())
    except web.HTTPException:
        raise
    except Exception:
        logger.exception("a handler of the local Discord failed: %s %s", request.method, _operation_of(request))
        return _refuse(Code.INTERNAL.error())


def _refuse(error: ApiError) -> web.Response:
    return json_response(error.body(), status=error.status, headers=error.headers)


@web.middleware
async def _route(request: web.Request, handler: Handler) -> web.StreamResponse:
    match = _ROUTER.match(request.method, _path_below_version(request))
    request[MATCH] = match
    served = SERVED.get(match.route)
    grant = _grant(request)
    application = None if grant is not None else _authenticate(request)
    if grant is not None:
        request[GRANT] = grant
    elif application is not None:
        request[APPLICATION] = application
    elif served is None or served.authenticated:
        raise Code.UNAUTHORIZED.error()
    if served is not None and served.authenticated:
        _require_kind(served, grant, application)
    return await handler(request)


def _grant(request: web.Request) -> Grant | None:
    """Return what the user let an application do whose access token a request carries, as long as it holds."""
    kind, _, token = request.headers.get("Authorization", "").partition(" ")
    grant = request.app[WORLD].grants.get(token) if kind == "Bearer" else None
    return grant if grant is not None and grant.expires_at > request.app[WORLD].clock.now() else None


def _require_kind(served: Served, grant: Grant | None, application: Application | None) -> None:
    if grant is not None:
        if served.scope is None:
            raise Code.UNAUTHORIZED.error()
        if served.scope and served.scope not in grant.scopes:
            raise Code.MISSING_SCOPE.error()
    elif application is not None and not served.bot:
        raise Code.NO_BOTS.error()


def _path_below_version(request: web.Request) -> str:
    path = request.rel_url.raw_path.removeprefix("/api").strip("/")
    version, _, rest = path.partition("/")
    return rest if version in _VERSIONS else path


def _authenticate(request: web.Request) -> Application | None:
    token = request.headers.get("Authorization")
    if token is None:
        return None
    application = request.app[WORLD].authenticate(token)
    if application is None:
        raise Code.UNAUTHORIZED.error()
    return application


def _operation_of(request: web.Request) -> str:
    return NAMES[request[MATCH].route] if MATCH in request else "before routing"


async def _handle(request: web.Request) -> web.Response:
    match = request[MATCH]
    served = SERVED.get(match.route)
    if served is None:
        name = NAMES[match.route].lower()
        raise ApiError(501, 0, f"The local Discord does not serve {name} yet", extra={"operation_id": name})
    application = request.get(APPLICATION)
    path, names = _split(match.values, application)
    json, files, form = await read_body(request)
    grant = request.get(GRANT)
    call = Call(request.app[WORLD], request, application, path, names, json, files, form, _reason(request), grant)
    return _respond(await served.handler(call))


def _split(values: Mapping[str, str], application: Application | None) -> tuple[dict[str, int], dict[str, str]]:
    path: dict[str, int] = {}
    names: dict[str, str] = {}
    for name, text in values.items():
        if text == "@me" and application is not None:
            path[name] = application.id if name == "application_id" else application.bot_id
        elif "_id" in name and name not in _TEXT_IDS:
            path[name] = parse_id(name, text)
        else:
            names[name] = text
    return path, names


def _reason(request: web.Request) -> str | None:
    reason = unquote(request.headers.get("X-Audit-Log-Reason", ""))
    if len(reason) > 512:
        raise invalid("X-Audit-Log-Reason", "BASE_TYPE_MAX_LENGTH", "Must be 512 or fewer in length.")
    return reason or None


def _respond(result: Any) -> web.Response:
    if isinstance(result, web.Response):
        return result
    if isinstance(result, Reply):
        if result.body is None:
            return web.Response(status=result.status)
        return json_response(result.body, status=result.status)
    return web.Response(status=204) if result is None else json_response(result)
