"""The files of the world: uploads at their signed addresses, pictures, and drawn avatars."""

from aiohttp import web

from scurrypy.sandbox.http.app import WORLD
from scurrypy.sandbox.payloads.pictures import draw_avatar
from scurrypy.sandbox.world import World

_SIGNED = ("attachments/", "ephemeral-attachments/")
_FOREVER = "public, max-age=31536000"


def cdn_app(world: World) -> web.Application:
    """Return the CDN, to be mounted at `/cdn`."""
    app = web.Application()
    app[WORLD] = world
    app.router.add_get("/embed/avatars/{index}.png", _default_avatar)
    app.router.add_get("/{path:.+}", _file)
    return app


async def _file(request: web.Request) -> web.Response:
    files = request.app[WORLD].files
    path = request.match_info["path"]
    if path.startswith(_SIGNED) and not files.is_signed(path, request.query):
        return web.Response(status=404, text="This content is no longer available.")
    found = files.get(path)
    if found is None:
        return web.Response(status=404)
    data, content_type = found
    headers = {"Content-Type": content_type or "application/octet-stream", "Cache-Control": _FOREVER}
    return web.Response(body=data, headers=headers)


async def _default_avatar(request: web.Request) -> web.Response:
    picture = draw_avatar(request.match_info["index"])
    return web.Response(body=picture, headers={"Content-Type": "image/png", "Cache-Control": _FOREVER})
