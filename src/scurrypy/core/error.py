"""Errors that Discord answered with."""

from scurrypy.wire.errors import (
    BadRequest,
    ClientClosed,
    CloudflareBlocked,
    DiscordError,
    FieldError,
    Forbidden,
    NotFound,
    RateLimited,
    ServerError,
    StillForbidden,
    Unauthorized,
)

__all__ = [
    "BadRequest",
    "ClientClosed",
    "CloudflareBlocked",
    "DiscordError",
    "FieldError",
    "Forbidden",
    "NotFound",
    "RateLimited",
    "ServerError",
    "StillForbidden",
    "Unauthorized",
]
