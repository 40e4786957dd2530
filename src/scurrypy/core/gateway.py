"""The gateway client."""

from scurrypy.config import GATEWAY_PROPERTIES
from scurrypy.gateway import MIN_BACKOFF, EventQueueProtocol, GatewayClient, GatewayClientProtocol, GatewayMetrics
from scurrypy.wire.errors import NoSession

__all__ = [
    "GATEWAY_PROPERTIES",
    "MIN_BACKOFF",
    "EventQueueProtocol",
    "GatewayClient",
    "GatewayClientProtocol",
    "GatewayMetrics",
    "NoSession",
]
