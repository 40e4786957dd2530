"""The bases of components: what each may stand in, and how a component of unknown kind is received."""

from typing import TYPE_CHECKING, TypeAlias, TypeVar

import msgspec

from scurrypy.enums.components import ComponentType
from scurrypy.wire.model import DataModel
from scurrypy.wire.types import Serialized
from scurrypy.wire.variant import Verbatim, variant


class Component(DataModel):
    """A part of a message or modal.

    See [Discord Docs/Component Reference](https://docs.discord.com/developers/components/reference).
    """


class ActionRowChild:
    """May stand in an action row."""

    __slots__ = ()


class SectionChild:
    """May stand in a section."""

    __slots__ = ()


class SectionAccessoryChild:
    """May stand beside a section."""

    __slots__ = ()


class ContainerChild:
    """May stand in a container."""

    __slots__ = ()


class LabelChild:
    """May stand below a label."""

    __slots__ = ()


COMPONENT_MAP: dict[ComponentType, type[Component]] = {}
"""The class of each component type; filled by `received`."""

C = TypeVar("C", bound=type[Component])


def received(kind: C) -> C:
    """Have components of this class's `type` received as this class."""
    default = next(field.default for field in msgspec.structs.fields(kind) if field.name == "type")
    COMPONENT_MAP[ComponentType(default)] = kind
    return kind


class UnknownComponent(Verbatim, Component):
    """A component of a type this version does not know; it is sent as it was received."""

    @property
    def type(self) -> ComponentType:
        """Kind of component."""
        return _type_of(self.data)


def _type_of(data: Serialized) -> ComponentType:
    kind = data.get("type")
    return ComponentType(kind if isinstance(kind, int) else 0)


def component_class(data: Serialized) -> type[Component]:
    """Return the class that a component's `type` stands for."""
    return COMPONENT_MAP.get(_type_of(data), UnknownComponent)


if TYPE_CHECKING:
    ReceivedComponent: TypeAlias = Component
else:
    ReceivedComponent = variant(Component, component_class)
