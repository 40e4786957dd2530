"""From a JSON object to a component."""

import importlib

from scurrypy.bases.components import COMPONENT_MAP, COMPONENT_MODULES, Component, component_class
from scurrypy.wire.types import Serialized

__all__ = ["COMPONENT_MAP", "MessageComponentFactory"]

# What is offered here is whole.
for _module in COMPONENT_MODULES:
    importlib.import_module(_module)


class MessageComponentFactory:
    """Makes components of JSON objects."""

    @staticmethod
    def from_dict(data: Serialized) -> Component:
        """Return the component that `data` stands for; its `type` chooses the class."""
        return component_class(data).from_dict(data)
