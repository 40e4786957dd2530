"""Where the gateway is."""

from scurrypy.wire.model import DataModel
from scurrypy.wire.types import REQUIRED


class GatewayModel(DataModel):
    """Where the gateway is.

    See [Discord Docs/Get Gateway](https://docs.discord.com/developers/events/gateway#get-gateway).
    """

    url: str = REQUIRED
    """Address of the gateway."""
