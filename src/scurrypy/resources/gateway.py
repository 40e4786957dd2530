"""The gateway, as the HTTP API tells of it."""

from scurrypy.api.gateway import GatewayModel
from scurrypy.events.gateway_events import GatewayEvent
from scurrypy.resources.base_resource import BaseResource
from scurrypy.routes import GET_BOT_GATEWAY, GET_GATEWAY


class Gateway(BaseResource):
    """Where the gateway is. `Client` asks by itself; this is for those who connect in their own way.

    See [Discord Docs/Gateway](https://docs.discord.com/developers/events/gateway).
    """

    async def fetch(self) -> GatewayModel:
        """Fetch the address of the gateway; needs no token."""
        return await self._request(GET_GATEWAY, authorization=None, into=GatewayModel)

    async def fetch_bot(self) -> GatewayEvent:
        """Fetch the address of the gateway, how many shards the bot is to have, and how many it may start."""
        return await self._request(GET_BOT_GATEWAY, into=GatewayEvent)
