"""The names that span the package, from the bytes up to the events, in one place.

Re-exports only; nothing below `scurrypy.client` imports from here.
"""

from scurrypy.events import EVENTS
from scurrypy.gateway import GatewayClient
from scurrypy.http import HTTPClient
from scurrypy.wire.errors import (
    AuthenticationFailed,
    BadRequest,
    CloudflareBlocked,
    DataModelTypeError,
    DisallowedIntents,
    DiscordError,
    DispatchError,
    FatalClose,
    FieldError,
    Forbidden,
    GatewayError,
    InvalidAPIVersion,
    InvalidCallbackSignature,
    InvalidFile,
    InvalidIntents,
    InvalidRequest,
    InvalidShard,
    MissingField,
    MissingIntents,
    NoSession,
    NotCallable,
    NotFound,
    OptionNotFound,
    RateLimited,
    RequestFailed,
    RequestGuildMembersFailed,
    ScurrypyError,
    ServerError,
    SessionStartLimitReached,
    ShardingRequired,
    Unauthorized,
)
from scurrypy.wire.model import DataModel
from scurrypy.wire.snowflake import Snowflake
from scurrypy.wire.types import NULL

__all__ = [
    "EVENTS",
    "NULL",
    "AuthenticationFailed",
    "BadRequest",
    "CloudflareBlocked",
    "DataModel",
    "DataModelTypeError",
    "DisallowedIntents",
    "DiscordError",
    "DispatchError",
    "FatalClose",
    "FieldError",
    "Forbidden",
    "GatewayClient",
    "GatewayError",
    "HTTPClient",
    "InvalidAPIVersion",
    "InvalidCallbackSignature",
    "InvalidFile",
    "InvalidIntents",
    "InvalidRequest",
    "InvalidShard",
    "MissingField",
    "MissingIntents",
    "NoSession",
    "NotCallable",
    "NotFound",
    "OptionNotFound",
    "RateLimited",
    "RequestFailed",
    "RequestGuildMembersFailed",
    "ScurrypyError",
    "ServerError",
    "SessionStartLimitReached",
    "ShardingRequired",
    "Snowflake",
    "Unauthorized",
]
