"""The gateway: shards that connect, identify, stay connected and resume, and what they are made of."""

from typing import TYPE_CHECKING

from scurrypy.lazy import lazily

if TYPE_CHECKING:
    from scurrypy.gateway.event_queue import EventQueue
    from scurrypy.gateway.identify import IdentifyQueue
    from scurrypy.gateway.identify_log import IdentifyFuse, IdentifyLog
    from scurrypy.gateway.metrics import GatewayMetrics
    from scurrypy.gateway.options import GatewayOptions, GatewayTimeouts
    from scurrypy.gateway.protocols import (
        Connect,
        ConnectFailed,
        EventQueueProtocol,
        GatewayClientProtocol,
        IdentifyQueueProtocol,
        ReceiverProtocol,
        SessionStoreProtocol,
        WebSocketProtocol,
    )
    from scurrypy.gateway.reconnect import MIN_BACKOFF
    from scurrypy.gateway.session import GatewaySession
    from scurrypy.gateway.session_keeper import SessionKeeper
    from scurrypy.gateway.shard import GatewayClient
    from scurrypy.gateway.sharding import shard_of
    from scurrypy.gateway.sqlite_store import SQLiteSessionStore
    from scurrypy.gateway.state import ShardState
    from scurrypy.gateway.websocket import connect_websocket
else:
    __getattr__ = lazily(
        __name__,
        {
            ".event_queue": ["EventQueue"],
            ".identify": ["IdentifyQueue"],
            ".identify_log": ["IdentifyFuse", "IdentifyLog"],
            ".metrics": ["GatewayMetrics"],
            ".options": ["GatewayOptions", "GatewayTimeouts"],
            ".protocols": [
                "Connect",
                "ConnectFailed",
                "EventQueueProtocol",
                "GatewayClientProtocol",
                "IdentifyQueueProtocol",
                "ReceiverProtocol",
                "SessionStoreProtocol",
                "WebSocketProtocol",
            ],
            ".reconnect": ["MIN_BACKOFF"],
            ".session": ["GatewaySession"],
            ".session_keeper": ["SessionKeeper"],
            ".shard": ["GatewayClient"],
            ".sharding": ["shard_of"],
            ".sqlite_store": ["SQLiteSessionStore"],
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
    "IdentifyFuse",
    "IdentifyLog",
    "IdentifyQueue",
    "IdentifyQueueProtocol",
    "ReceiverProtocol",
    "SQLiteSessionStore",
    "SessionKeeper",
    "SessionStoreProtocol",
    "ShardState",
    "WebSocketProtocol",
    "connect_websocket",
    "shard_of",
]
