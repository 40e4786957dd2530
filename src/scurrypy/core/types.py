"""What crosses the wire."""

from scurrypy.wire.types import JSON, HTTPResponse, Serialized

__all__ = [
    "JSON",
    "HTTPResponse",
    "Serialized",
]
