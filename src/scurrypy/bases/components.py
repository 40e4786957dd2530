"""The bases of components: what each may stand in, and how a component of unknown kind is received."""

import importlib
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final, TypeAlias, TypeVar, cast

import msgspec

from scurrypy.enums.kinds import ComponentType
from scurrypy.wire.errors import Problem
from scurrypy.wire.limits import part_of
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
"""The class of each component type that was imported so far; filled by `received`."""

COMPONENT_MODULES: Final[dict[str, tuple[ComponentType, ...]]] = {
    "scurrypy.api.components.button": (ComponentType.BUTTON,),
    "scurrypy.api.components.layout": (
        ComponentType.ACTION_ROW,
        ComponentType.SECTION,
        ComponentType.TEXT_DISPLAY,
        ComponentType.THUMBNAIL,
        ComponentType.MEDIA_GALLERY,
        ComponentType.FILE,
        ComponentType.SEPARATOR,
        ComponentType.CONTAINER,
        ComponentType.LABEL,
    ),
    "scurrypy.api.components.modal": (
        ComponentType.TEXT_INPUT,
        ComponentType.FILE_UPLOAD,
        ComponentType.RADIO_GROUP,
        ComponentType.CHECKBOX_GROUP,
        ComponentType.CHECKBOX,
    ),
    "scurrypy.api.components.select_menu": (
        ComponentType.STRING_SELECT,
        ComponentType.USER_SELECT,
        ComponentType.ROLE_SELECT,
        ComponentType.MENTIONABLE_SELECT,
        ComponentType.CHANNEL_SELECT,
    ),
}
"""The module of each component type, imported when one is first received: most messages hold no component."""
_MODULE_OF: Final = {kind: module for module, kinds in COMPONENT_MODULES.items() for kind in kinds}

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


def _class_of(kind: ComponentType) -> type[Component] | None:
    """Return the class of a component type, imported when it is first looked for; None where there is none."""
    if kind not in COMPONENT_MAP and kind in _MODULE_OF:
        importlib.import_module(_MODULE_OF[kind])
    return COMPONENT_MAP.get(kind)


def component_class(data: Serialized) -> type[Component]:
    """Return the class that a component's `type` stands for."""
    return _class_of(_type_of(data)) or UnknownComponent


def kind_of(component: object) -> type[Component] | None:
    """Return the class of a component, or of a mapping that stands for one; None where the kind is not known."""
    kind = part_of(component, "type")
    return _class_of(ComponentType(kind)) if isinstance(kind, int) else None


def misplaced(name: str, children: object, accepted: tuple[type, ...], words: str) -> Iterable[Problem]:
    """Yield each component of a known kind that stands where its kind must not.

    Args:
        name: Name of the field they stand in.
        children: A component, or a list of some.
        accepted: Classes of what may stand there.
        words: The same for people.
    """
    is_list = isinstance(children, (list, tuple))
    for place, child in enumerate(cast("Sequence[object]", children) if is_list else (children,)):
        kind = kind_of(child)
        if kind is not None and not issubclass(kind, accepted):
            path = f"{name}[{place}]" if is_list else name
            yield Problem(path, words, kind.__name__)


if TYPE_CHECKING:
    ReceivedComponent: TypeAlias = Component
else:
    ReceivedComponent = variant(Component, component_class)
