"""No method forgets to check: whatever takes an object or changes refuses what breaks a limit, and sends nothing."""

import inspect
import typing
from collections.abc import Iterator
from typing import Any

import msgspec
import pytest

from scurrypy.wire.errors import InvalidRequest
from scurrypy.wire.fields import fields
from scurrypy.wire.limits import Length, Limit, Range
from scurrypy.wire.model import DataModel
from tests.unit.resources.cases import CASES, RESOURCES
from tests.unit.resources.cases.case import Case
from tests.unit.resources.recorder import Recorder


def limits_of(annotation: Any) -> Iterator[Limit]:
    if typing.get_origin(annotation) is typing.Annotated:
        yield from (each for each in annotation.__metadata__ if isinstance(each, Limit))
    for member in typing.get_args(annotation):
        # Not into lists: what is in them is somebody else's.
        if typing.get_origin(annotation) not in (list, dict):
            yield from limits_of(member)


def too_much(annotations: dict[str, Any]) -> tuple[str, Any] | None:
    """Return a field with a value that is too great for it; None where none has such a limit."""
    for name, annotation in annotations.items():
        for limit in limits_of(annotation):
            if isinstance(limit, Length) and limit.most is not None:
                return name, "x" * int(limit.most + 1)
            if isinstance(limit, Range) and limit.most is not None:
                return name, limit.most + 1
    return None


def breaches(case: Case) -> Iterator[tuple[list[Any], dict[str, Any], str]]:
    """Yield what a method is called with, each time with one value that is too great, and the field that is."""
    for place, argument in enumerate(case.args):
        if isinstance(argument, DataModel):
            found = too_much({field.name: field.type for field in fields(type(argument))})
            if found:
                part = msgspec.structs.replace(argument, **{found[0]: found[1]})
                yield [*case.args[:place], part, *case.args[place + 1 :]], case.kwargs, found[0]
    options = typing.get_type_hints(method_of(case), include_extras=True).get("options")
    if typing.get_origin(options) is typing.Unpack:
        found = too_much(typing.get_type_hints(typing.get_args(options)[0], include_extras=True))
        if found:
            yield list(case.args), {**case.kwargs, found[0]: found[1]}, found[0]


def method_of(case: Case) -> Any:
    return inspect.unwrap(getattr(type(RESOURCES[case.resource](None)), case.method))


BREACHES = [(case, *breach) for case in CASES for breach in breaches(case)]


def test_there_is_something_to_refuse():
    assert len(BREACHES) > 15


@pytest.mark.parametrize(("case", "args", "kwargs", "name"), BREACHES, ids=[str(case) for case, *_ in BREACHES])
async def test_a_method_refuses_what_breaks_a_limit(case: Case, args: list[Any], kwargs: dict[str, Any], name: str):
    http = Recorder(answer=case.answer)
    with pytest.raises(InvalidRequest) as refused:
        await getattr(RESOURCES[case.resource](http), case.method)(*args, **kwargs)
    assert refused.value.field.endswith(name)
    assert http.calls == []
