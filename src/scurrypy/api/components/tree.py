"""What Discord demands of all components of a message or modal together."""

from abc import abstractmethod
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, cast

from scurrypy.enums.kinds import ComponentType
from scurrypy.wire.errors import Problem
from scurrypy.wire.limits import LimitWithin, part_of

_MOST_COMPONENTS = 40
_MOST_TEXT = 4000
_BELOW = ("components", "component", "accessory")
"""Fields of a component that hold others."""


def components_in(value: object) -> Iterator[tuple[str, object]]:
    """Yield every component of a list, those within others included, each after its path; mappings count, too."""
    if isinstance(value, (list, tuple)):
        for place, entry in enumerate(cast("Sequence[object]", value)):
            if entry is not None:
                yield from ((f"[{place}]{path}", component) for path, component in _with_those_below(entry))


def _with_those_below(component: object) -> Iterator[tuple[str, object]]:
    yield "", component
    for name in _BELOW:
        below = part_of(component, name)
        if isinstance(below, (list, tuple)):
            yield from ((f".{name}{path}", child) for path, child in components_in(cast("Sequence[object]", below)))
        elif below is not None:
            yield from ((f".{name}{path}", child) for path, child in _with_those_below(below))


class _Tree(LimitWithin, frozen=True):
    """What the components of a message and those of a modal have in common."""

    def problems(self, value: Any) -> Iterable[Problem]:
        """Yield what only shows in all components together."""
        components = list(components_in(value))
        yield from _named_twice(components, "custom_id")
        yield from _named_twice(components, "id")
        yield from self.of_these(components)

    @abstractmethod
    def of_these(self, components: Sequence[tuple[str, object]]) -> Iterable[Problem]:
        """Yield what is wrong in a place of this kind, given each component after its path."""


class _MessageTree(_Tree, frozen=True):
    """The components of a message."""

    def of_these(self, components: Sequence[tuple[str, object]]) -> Iterable[Problem]:
        """Yield whether there are too many, or too much text."""
        if len(components) > _MOST_COMPONENTS:
            yield Problem("", f"at most {_MOST_COMPONENTS} components, nested ones included", len(components))
        texts = [part_of(c, "content") for _, c in components if part_of(c, "type") == ComponentType.TEXT_DISPLAY]
        size = sum(len(text) for text in texts if isinstance(text, str))
        if size > _MOST_TEXT:
            yield Problem("", f"at most {_MOST_TEXT} characters in all texts together", size)


class _ModalTree(_Tree, frozen=True):
    """The components of a modal."""

    def of_these(self, components: Sequence[tuple[str, object]]) -> Iterable[Problem]:
        """Yield what a menu or group must not say in a modal."""
        for path, component in components:
            if part_of(component, "min_values") == 0 and part_of(component, "required") is not False:
                yield Problem(f"{path}.min_values", "at least 1 unless required is False", 0)
            if part_of(component, "disabled"):
                yield Problem(f"{path}.disabled", "nothing in a modal can be disabled", True)


def _named_twice(components: Sequence[tuple[str, object]], name: str) -> Iterable[Problem]:
    seen: dict[object, str] = {}
    for path, component in components:
        given = part_of(component, name)
        if isinstance(given, (str, int)) and given:
            if given in seen:
                yield Problem(f"{path}.{name}", f"unlike that of any other component; {seen[given]} has it", given)
            seen.setdefault(given, path)


MESSAGE_TREE = _MessageTree()
"""What all components of a message together must keep to."""

MODAL_TREE = _ModalTree()
"""What all components of a modal together must keep to."""
