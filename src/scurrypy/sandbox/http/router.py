"""From a method and a path to the operation they name."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import unquote

from scurrypy.routes import Route
from scurrypy.sandbox.rules.codes import Code


@dataclass(frozen=True, slots=True)
class Match:
    """An operation and what its path was filled with."""

    route: Route
    """The operation."""
    values: Mapping[str, str]
    """Each name of the path's template, with the text that stood there."""


@dataclass(slots=True)
class _Node:
    literal: "dict[str, _Node]" = field(default_factory=dict[str, "_Node"])
    variable: "_Node | None" = None
    routes: dict[str, Route] = field(default_factory=dict[str, Route])


class Router:
    """Finds operations by path, words before placeholders."""

    def __init__(self, routes: Iterable[Route]) -> None:
        self._root = _Node()
        for route in routes:
            self._add(route)

    def _add(self, route: Route) -> None:
        node = self._root
        for segment in route.template.strip("/").split("/"):
            if segment.startswith("{"):
                node.variable = node.variable or _Node()
                node = node.variable
            else:
                node = node.literal.setdefault(segment, _Node())
        node.routes[route.method] = route

    def match(self, method: str, raw_path: str) -> Match:
        """Return the operation at a path as it came over the wire, below the API's base.

        Raises:
            ApiError: No operation has this path (404), or none with this method (405).
        """
        segments = [unquote(segment) for segment in raw_path.strip("/").split("/")]
        matching = [routes for routes in _find(self._root, segments, 0) if routes]
        if not matching:
            raise Code.NOT_FOUND.error()
        route = next((routes[method] for routes in matching if method in routes), None)
        if route is None:
            raise Code.METHOD_NOT_ALLOWED.error()
        names = route.template.strip("/").split("/")
        values = {name[1:-1]: text for name, text in zip(names, segments, strict=True) if name.startswith("{")}
        return Match(route, values)


def _find(node: _Node, segments: list[str], index: int) -> Iterator[dict[str, Route]]:
    """Yield what stands at every reading of a path, the most literal first."""
    if index == len(segments):
        yield node.routes
        return
    if segments[index] in node.literal:
        yield from _find(node.literal[segments[index]], segments, index + 1)
    if node.variable is not None and segments[index]:
        yield from _find(node.variable, segments, index + 1)
