"""From a JSON object to a component."""

from scurrypy.api.components.registry import COMPONENT_MAP
from scurrypy.bases.components import Component, component_class
from scurrypy.wire.types import Serialized

__all__ = ["COMPONENT_MAP", "MessageComponentFactory"]


class MessageComponentFactory:
    """Makes components of JSON objects."""

    @staticmethod
    def from_dict(data: Serialized) -> Component:
        """Return the component that `data` stands for; its `type` chooses the class."""
        return component_class(data).from_dict(data)
