"""The gateway: shards that connect, identify, stay connected and resume, and what they are made of."""

from typing import TYPE_CHECKING

from scurrypy.lazy import lazily

if TYPE_CHECKING:
    from scurrypy.gateway.event_queue import EventQueue
    from scurrypy.gateway.identify import IdentifyQueue
    from scurrypy.gateway.metrics import GatewayMetrics
    from scurrypy.gateway.options import GatewayOptions, GatewayTimeouts
    from scurrypy.gateway.protocols import (
        Connect,
        ConnectFailed,
        EventQueueProtocol,
        GatewayClientProtocol,
        IdentifyQueueProtocol,
        ReceiverProtocol,
        WebSocketProtocol,
    )
    from scurrypy.gateway.reconnect import MIN_BACKOFF
    from scurrypy.gateway.session import GatewaySession
    from scurrypy.gateway.shard import GatewayClient
    from scurrypy.gateway.sharding import shard_of
    from scurrypy.gateway.state import ShardState
    from scurrypy.gateway.websocket import connect_websocket
else:
    __getattr__ = lazily(
        __name__,
        {
            ".event_queue": ["EventQueue"],
            ".identify": ["IdentifyQueue"],
            ".metrics": ["GatewayMetrics"],
            ".options": ["GatewayOptions", "GatewayTimeouts"],
            ".protocols": [
                "Connect",
                "ConnectFailed",
                "EventQueueProtocol",
                "GatewayClientProtocol",
                "IdentifyQueueProtocol",
                "ReceiverProtocol",
                "WebSocketProtocol",
            ],
            ".reconnect": ["MIN_BACKOFF"],
            ".session": ["GatewaySession"],
            ".shard": ["GatewayClient"],
            ".sharding": ["shard_of"],
            ".state": ["ShardState"],
            ".websocket": ["connect_websocket"],
        },
    )

__all__ = [
    "MIN_BACKOFF",
    "Connect",
    "ConnectFailed",
    "EventQueue",
    "EventQueueProtocol",
    "GatewayClient",
    "GatewayClientProtocol",
    "GatewayMetrics",
    "GatewayOptions",
    "GatewaySession",
    "GatewayTimeouts",
    "IdentifyQueue",
    "IdentifyQueueProtocol",
    "ReceiverProtocol",
    "ShardState",
    "WebSocketProtocol",
    "connect_websocket",
    "shard_of",
]
