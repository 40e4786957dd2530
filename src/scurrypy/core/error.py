"""Errors that Discord answered with."""

from scurrypy.wire.errors import (
    BadRequest,
    CloudflareBlocked,
    DiscordError,
    FieldError,
    Forbidden,
    NotFound,
    RateLimited,
    ServerError,
    Unauthorized,
)

__all__ = [
    "BadRequest",
    "CloudflareBlocked",
    "DiscordError",
    "FieldError",
    "Forbidden",
    "NotFound",
    "RateLimited",
    "ServerError",
    "Unauthorized",
]
