"""Reads the components of one message or modal, and notes what Discord would refuse."""

from collections.abc import Callable, Collection
from typing import Any

from scurrypy.sandbox.rules.fields import ABSENT, Json, as_mapping, read_field, read_fields, whole
from scurrypy.sandbox.rules.validation import Problems, join
from scurrypy.sandbox.world.components import checks
from scurrypy.sandbox.world.components.kinds import (
    CONTAINER_CHILDREN,
    ENTITY_SELECTS,
    FIELDS,
    LABEL_CHILDREN,
    ROW_CHILDREN,
    ROW_WIDTH,
    SELECTS,
    Kind,
)

Component = dict[str, Any]

GREATEST_ID = 2**31 - 1
"""Component ids are 32 bit integers."""

CHECKS: dict[Kind, Callable[[Component, Problems, str], None]] = {
    Kind.BUTTON: checks.check_button,
    Kind.TEXT_INPUT: checks.check_text_input,
    Kind.TEXT_DISPLAY: checks.check_text_display,
    Kind.THUMBNAIL: checks.check_thumbnail,
    Kind.MEDIA_GALLERY: checks.check_gallery,
    Kind.FILE: checks.check_file,
    Kind.FILE_UPLOAD: checks.check_counts,
    Kind.RADIO_GROUP: checks.check_options,
    Kind.CHECKBOX_GROUP: checks.check_checkbox_group,
    Kind.STRING_SELECT: checks.check_string_select,
    **dict.fromkeys(ENTITY_SELECTS, checks.check_entity_select),
}
"""What is checked of a component that holds no others."""


class Reading:
    """One pass over the components of a message or a modal."""

    def __init__(self, problems: Problems, *, modal: bool = False) -> None:
        self._problems = problems
        self._modal = modal
        self._custom_ids: set[str] = set()
        self._ids: set[int] = set()
        self._components: list[Component] = []

    @property
    def count(self) -> int:
        """How many components there are, nested ones included."""
        return len(self._components)

    @property
    def text_size(self) -> int:
        """Characters of all text displays together."""
        displays = (component for component in self._components if component["type"] == Kind.TEXT_DISPLAY)
        return sum(len(display.get("content", "")) for display in displays)

    def read_list(self, items: list[Any], allowed: Collection[Kind], path: str) -> list[Component]:
        """Return the components of one list, each checked."""
        read = [self.read_component(item, allowed, join(path, index)) for index, item in enumerate(items)]
        return [component for component in read if component is not None]

    def read_component(self, item: Json, allowed: Collection[Kind], path: str) -> Component | None:
        """Return one component with only the fields of its kind, or None where its kind is wrong."""
        kind = self._kind(item, allowed, path)
        if kind is None:
            return None
        component: Component = {"type": int(kind), "id": self._own_id(item, path)}
        self._components.append(component)
        component |= read_fields(item, FIELDS[kind], self._problems, path)
        self._claim_custom_id(component, path)
        if kind in SELECTS:
            self._fit_select(component, path)
        if kind in CHECKS:
            # What was refused already is not there any more, and must not be called missing.
            if all(name in component for name in FIELDS[kind] if item.get(name) is not None):
                CHECKS[kind](component, self._problems, path)
        else:
            self._read_children(kind, component, path)
        return component

    def assign_ids(self) -> None:
        """Give an id to every component that came without one, in order, around the ids that are taken."""
        following = 1
        for component in self._components:
            if not component["id"]:
                while following in self._ids:
                    following += 1
                component["id"] = following
                self._ids.add(following)

    def _kind(self, item: Json, allowed: Collection[Kind], path: str) -> Kind | None:
        if not isinstance(item, dict):
            self._problems.add(path, "MODEL_TYPE_CONVERT", "Only dictionaries may be used in a ModelType")
            return None
        number = read_field(as_mapping(item).get("type"), whole(required=True), self._problems, join(path, "type"))
        if number is ABSENT:
            return None
        if number not in allowed:
            listed = ", ".join(str(int(kind)) for kind in sorted(allowed))
            message = f'Value of field "type" must be one of ({listed},).'
            self._problems.add(join(path, "type"), "UNION_TYPE_CHOICES", message)
            return None
        return Kind(number)

    def _own_id(self, item: Component, path: str) -> int:
        path = join(path, "id")
        own = read_field(item.get("id"), whole(least=0, most=GREATEST_ID, default=0), self._problems, path)
        if own is ABSENT or own == 0:
            return 0
        if own in self._ids:
            self._problems.add(path, "COMPONENT_ID_DUPLICATED", "Component id cannot be duplicated")
        self._ids.add(own)
        return int(own)

    def _claim_custom_id(self, component: Component, path: str) -> None:
        custom_id = component.get("custom_id")
        if custom_id is None:
            return
        if custom_id in self._custom_ids:
            code, message = "COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated"
            self._problems.add(join(path, "custom_id"), code, message)
        self._custom_ids.add(custom_id)

    def _fit_select(self, select: Component, path: str) -> None:
        if not self._modal:
            select.pop("required", None)
            return
        select.setdefault("required", True)
        if select.pop("disabled", False):
            code, message = "COMPONENT_DISABLED_IN_MODAL", "Components in a modal cannot be disabled"
            self._problems.add(join(path, "disabled"), code, message)

    def _read_children(self, kind: Kind, holder: Component, path: str) -> None:
        if kind is Kind.ACTION_ROW:
            self._read_row(holder, join(path, "components"))
        elif kind is Kind.CONTAINER:
            items = holder.get("components", [])
            holder["components"] = self.read_list(items, CONTAINER_CHILDREN, join(path, "components"))
        elif kind is Kind.SECTION:
            items = holder.get("components", [])
            holder["components"] = self.read_list(items, {Kind.TEXT_DISPLAY}, join(path, "components"))
            self._read_child(holder, "accessory", {Kind.BUTTON, Kind.THUMBNAIL}, path)
        elif kind is Kind.LABEL:
            self._read_child(holder, "component", LABEL_CHILDREN, path)

    def _read_child(self, holder: Component, name: str, allowed: Collection[Kind], path: str) -> None:
        if name in holder:
            holder[name] = self.read_component(holder[name], allowed, join(path, name))

    def _read_row(self, row: Component, path: str) -> None:
        allowed = {Kind.TEXT_INPUT} if self._modal else ROW_CHILDREN
        row["components"] = self.read_list(row.get("components", []), allowed, path)
        width = 0
        for index, child in enumerate(row["components"]):
            width += 1 if child["type"] == Kind.BUTTON else ROW_WIDTH
            if width > ROW_WIDTH:
                code, message = "COMPONENT_LAYOUT_WIDTH_EXCEEDED", "The specified component exceeds the maximum width"
                self._problems.add(join(path, index), code, message)
