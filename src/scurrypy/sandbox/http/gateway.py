"""Where the gateway is."""

from typing import Any

from scurrypy import routes
from scurrypy.sandbox.http.call import Call
from scurrypy.sandbox.http.operations import operation


@operation(routes.GET_GATEWAY, authenticated=False)
async def get_gateway(call: Call) -> dict[str, Any]:
    """Answer with the gateway's address."""
    return {"url": call.world.gateway_info.url}


@operation(routes.GET_BOT_GATEWAY)
async def get_bot_gateway(call: Call) -> dict[str, Any]:
    """Answer with the gateway's address, the recommended shards, and the sessions the bot may still start."""
    info = call.world.gateway_info
    limit = info.session_start_limit(call.application)
    return {"url": info.url, "shards": info.shards, "session_start_limit": limit}
