"""The base of every model."""

from scurrypy.wire.model import DataModel

__all__ = [
    "DataModel",
]
