"""The walk over what is about to be sent, which enforces every limit declared beside a field.

    check(MessagePart(embeds=[Embed(title="x" * 300)]))     # InvalidRequest: embeds[0].title: at most 256 …

1. The class of a value tells its plan: which fields have limits, or can hold something that has. A plan is made once.
2. Each field that is set is held against its limits; models, lists and typed mappings in it are walked in turn.
3. Rules that a model declares about itself as a whole come last: `DataModel._rules`.
4. What was found is told all at once, each thing under its path in the caller's own objects.

What can never be meant is told as well: text where an object or a list stands, an object where text or a list does.
Other values of kinds that nothing is declared for are left alone: Discord decides.
"""

import types
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from enum import Enum
from typing import Annotated, Any, Final, NotRequired, Required, Union, cast, get_args, get_origin, get_type_hints
from typing import is_typeddict as is_typed_mapping

import msgspec

from scurrypy.wire.errors import Problem, refuse
from scurrypy.wire.fields import fields
from scurrypy.wire.limits import Limit, is_number
from scurrypy.wire.model import DataModel
from scurrypy.wire.upload import Upload


def check(value: object, kind: type[Any] | None = None, path: str = "") -> None:
    """Refuse what Discord would refuse of a value, before it is sent.

    Args:
        value: A model, or a list or mapping in which there may be some.
        kind: The typed mapping that names the keys of `value`, such as `EditGuildRoleParams`.
        path: What the caller calls the value; empty where its fields stand for themselves.

    Raises:
        InvalidRequest: something exceeds a limit or breaks a rule; it tells everything that does.
    """
    found = problems_of(value, kind)
    refuse([problem.below(path) for problem in found] if path else found)


def problems_of(value: object, kind: type[Any] | None = None) -> list[Problem]:
    """Return everything Discord would refuse of a value; `kind` names the keys of a mapping."""
    found: list[Problem] = []
    _walk(value, _FREE if kind is None else _Node(mapping=_plan_of(kind)), found)
    return found


class _Node(msgspec.Struct, frozen=True):
    """What is known of a place where a value stands, by its annotation."""

    limits: tuple[Limit, ...] = ()
    """What the value itself must keep to."""
    items: "_Node | None" = None
    """The entries of a list, or the values of a mapping."""
    keys: "_Node | None" = None
    """The keys of a mapping."""
    mapping: "_Plan | None" = None
    """What a mapping in this place has to keep to."""
    shape: "_Shape | None" = None
    """What alone can stand here, where that is text, an object or a list."""


class _Shape(msgspec.Struct, frozen=True):
    """What alone can stand in a place."""

    words: str
    """For people."""
    usual: type
    """The class that nearly every value here has."""
    misfits: tuple[type, ...]
    """Classes of what can never be meant. Others pass: Discord takes a number for text, and knows more than this."""

    def fits(self, value: object) -> bool:
        """Return whether a value can be meant, or is for Discord to judge: it reads a number that is given as text."""
        if type(value) is self.usual or not isinstance(value, self.misfits):
            return True
        return self.usual is int and is_number(value)


_FREE: Final = _Node()
"""A place of which nothing is known, as the entries of a list that is a body."""


_PLAIN: Final = frozenset({str, int, float, bool, bytes})
"""Classes of values in which there is nothing to look for."""

_SCALARS: Final = (str, int, float, bytes, Enum, type(None))
"""Such classes as an annotation names them, with what is made of them."""

_OBJECTS: Final = (DataModel, Upload)
"""Classes of what has fields."""


class _Plan:
    """What is checked of one class. Its fields are found when it is first used, for classes may hold each other."""

    __slots__ = ("_fields", "_kind", "needed", "rules")

    def __init__(self, kind: type[Any]) -> None:
        self._kind = kind
        self._fields: tuple[tuple[str, _Node], ...] | None = None
        self.needed: tuple[str, ...] = ()
        self.rules: Callable[[Any], Iterable[Problem]] | None = None
        if issubclass(kind, DataModel):
            self.needed, self.rules = kind.demands()

    @property
    def fields(self) -> tuple[tuple[str, _Node], ...]:
        """Name and place of each field that there is something to check about."""
        if self._fields is None:
            nodes = ((name, _node_of(annotation)) for name, annotation in _annotations(self._kind))
            self._fields = tuple((name, node) for name, node in nodes if node is not None)
        return self._fields


_plans: dict[type, _Plan] = {}


def _plan_of(kind: type[Any]) -> _Plan:
    plan = _plans.get(kind)
    if plan is None:
        plan = _plans[kind] = _Plan(kind)
    return plan


def _annotations(kind: type[Any]) -> Iterable[tuple[str, Any]]:
    if issubclass(kind, msgspec.Struct):
        return [(field.name, field.type) for field in fields(kind)]
    return get_type_hints(kind, include_extras=True).items()


def _walk(value: object, node: _Node, found: list[Problem]) -> None:
    for limit in node.limits:
        if limit.problem(value) is not None:
            found.extend(limit.problems(value))
    kind = type(value)
    if node.shape is not None and not node.shape.fits(value):
        found.append(Problem("", node.shape.words, kind.__name__))
        return
    if kind in _PLAIN:
        return
    if isinstance(value, _OBJECTS):
        _walk_object(value, _plan_of(kind), found)
    elif isinstance(value, (list, tuple)):
        _walk_entries(enumerate(cast("Sequence[object]", value)), node.items or _FREE, found)
    elif isinstance(value, dict):
        _walk_mapping(cast("dict[Any, object]", value), node, found)


def _walk_object(value: object, plan: _Plan, found: list[Problem]) -> None:
    start = len(found)
    if plan.needed:
        found.extend(Problem(name, "it is needed", None) for name in plan.needed if getattr(value, name) is None)
    for name, node in plan.fields:
        given = getattr(value, name)
        if given is not None:
            before = len(found)
            _walk(given, node, found)
            if len(found) > before:
                _put_below(name, found, before)
    if plan.rules is not None:
        try:
            found.extend(plan.rules(value))
        except (AttributeError, LookupError, TypeError, ValueError):
            # A rule takes each field for what it is declared as; only now it matters which one is not.
            told = {problem.field for problem in found[start:]}
            unfit = [problem for problem in _unfit_in(value) if problem.field not in told]
            if not (unfit or told):
                raise
            found.extend(unfit)


def _unfit_in(value: object) -> Iterable[Problem]:
    """Yield each field of an object, and each entry of one, that is of no kind the field is declared with."""
    for name, annotation in _annotations(type(value)):
        given = getattr(value, name)
        kinds = [kind for kind in _taken_apart(annotation)[1] if kind is not type(None)]
        if given is None or not kinds:
            continue
        if not any(_is_of(given, kind) for kind in kinds):
            yield Problem(name, _words_for(kinds), type(given).__name__)
        elif isinstance(given, (list, tuple)):
            inner = [part for kind in kinds for part in _taken_apart(get_args(kind)[0])[1] if get_args(kind)]
            for place, entry in enumerate(cast("Sequence[object]", given)):
                if inner and entry is not None and not any(_is_of(entry, kind) for kind in inner):
                    yield Problem(f"{name}[{place}]", _words_for(inner), type(entry).__name__)


def _is_of(value: object, kind: Any) -> bool:
    """Return whether a value is of a kind, or of one that Discord reads as it."""
    origin = get_origin(kind) or kind
    if not isinstance(origin, type) or is_typed_mapping(kind) or _is_object(kind):
        return isinstance(value, (dict, *_OBJECTS)) or not isinstance(origin, type)
    if issubclass(origin, (int, float)):
        return isinstance(value, (int, float)) or is_number(value)
    if issubclass(origin, Mapping):
        return isinstance(value, dict)
    if issubclass(origin, Sequence) and not issubclass(origin, str):
        return isinstance(value, (list, tuple))
    return isinstance(value, origin)


def _words_for(kinds: Sequence[Any]) -> str:
    """Return in words what is wanted where one of these kinds stands."""
    shape = _shape_of(kinds)
    if shape is not None:
        return shape.words
    return " or ".join(getattr(get_origin(kind) or kind, "__name__", str(kind)) for kind in kinds)


def _walk_mapping(value: dict[Any, object], node: _Node, found: list[Problem]) -> None:
    if node.mapping is None:
        if node.keys is not None:
            _walk_entries(((key, key) for key in value), node.keys, found)
        _walk_entries(value.items(), node.items or _FREE, found)
        return
    for name, place in node.mapping.fields:
        _walk_entries(((name, value.get(name)),), place, found)


def _walk_entries(entries: Iterable[tuple[Any, object]], node: _Node, found: list[Problem]) -> None:
    for step, entry in entries:
        if entry is not None:
            before = len(found)
            _walk(entry, node, found)
            if len(found) > before:
                _put_below(step if isinstance(step, int) else str(step), found, before)


def _put_below(step: str | int, found: list[Problem], start: int) -> None:
    for place in range(start, len(found)):
        found[place] = found[place].below(step)


def _node_of(annotation: Any) -> _Node | None:
    """Return what an annotation declares; None where a value there has no limits, and holds nothing that may have."""
    limits, alternatives = _taken_apart(annotation)
    items = keys = None
    objects: list[type[Any]] = []
    is_open = bool(limits)
    for kind in alternatives:
        origin, args = get_origin(kind), get_args(kind)
        if isinstance(origin, type) and issubclass(origin, Mapping) and len(args) == 2:
            keys, items = _node_of(args[0]), _node_of(args[1])
        elif isinstance(origin, type) and issubclass(origin, Sequence) and args:
            items = _node_of(args[0])
        elif is_typed_mapping(kind) or _is_object(kind):
            objects.append(kind)
        elif not (isinstance(kind, type) and issubclass(kind, _SCALARS)):
            is_open = True
    if not (is_open or objects or items or keys):
        return None
    # A mapping in the place of a model has the same keys; only the model's own rules are out of its reach.
    plan = _plan_of(objects[0]) if len(objects) == 1 else None
    return _Node(limits, items, keys, plan, _shape_of([kind for kind in alternatives if kind is not type(None)]))


_ATOMS: Final = (str, int, float, bytes)
_HOLDERS: Final = (*_OBJECTS, list, tuple, dict)


def _shape_of(kinds: Sequence[Any]) -> _Shape | None:
    """Return what alone fits where only text does, only objects do, or only lists; None for any other place."""
    if not kinds:
        return None
    if all(isinstance(kind, type) and issubclass(kind, str) for kind in kinds):
        return _Shape("text", str, _HOLDERS)
    if all(isinstance(kind, type) and issubclass(kind, (int, float)) for kind in kinds):
        return _Shape("a number", int, (*_HOLDERS, str, bytes, date, timedelta))
    origins = [get_origin(kind) for kind in kinds]
    if all(isinstance(origin, type) and issubclass(origin, Sequence) for origin in origins):
        return _Shape("a list, as in […]", list, (*_ATOMS, *_OBJECTS, dict, Iterator))
    if all(_is_object(kind) and not getattr(kind, "may_be_text", False) for kind in kinds):
        words = " or ".join(kind.__name__ for kind in kinds)
        return _Shape(f"{'an' if words[0] in 'AEIOU' else 'a'} {words}", kinds[0], (*_ATOMS, list, tuple))
    return None


def _is_object(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, _OBJECTS)


def _taken_apart(annotation: Any) -> tuple[tuple[Limit, ...], list[Any]]:
    """Return the limits of an annotation, and the kinds of values it allows."""
    origin, args = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        limits, alternatives = _taken_apart(args[0])
        return (*(extra for extra in annotation.__metadata__ if isinstance(extra, Limit)), *limits), alternatives
    if origin in (Required, NotRequired):
        return _taken_apart(args[0])
    if origin in (Union, types.UnionType):
        apart = [_taken_apart(member) for member in args]
        return tuple(limit for limits, _ in apart for limit in limits), [kind for _, kinds in apart for kind in kinds]
    return (), [annotation]
