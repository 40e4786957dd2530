"""What a method needs and does not get: refused by name, for every method, before anything is sent."""

import inspect

import pytest

from scurrypy.resources import Guild
from scurrypy.wire.errors import InvalidRequest
from tests.unit.resources.cases import CASES, RESOURCES
from tests.unit.resources.recorder import ReasonRecorder


def needs(case):
    """Return the arguments that a case's method needs: no default, and no None in the annotation."""
    method = getattr(type(RESOURCES[case.resource](None)), case.method)
    return [
        parameter.name
        for parameter in list(inspect.signature(method, eval_str=True).parameters.values())[1:]
        if parameter.kind in (parameter.POSITIONAL_OR_KEYWORD, parameter.KEYWORD_ONLY)
        and parameter.default is parameter.empty
        and "None" not in str(parameter.annotation)
    ]


NEEDS = [(case, name) for case in CASES for name in needs(case)]


@pytest.mark.parametrize(("case", "name"), NEEDS, ids=str)
async def test_none_is_refused_by_name_where_something_is_needed(case, name):
    """`create_role(None)` sent a request without a body, and others raised a bare TypeError."""
    http = ReasonRecorder(answer=case.answer)
    resource = RESOURCES[case.resource](http)
    given = inspect.signature(getattr(type(resource), case.method)).bind(None, *case.args, **case.kwargs)
    given.arguments[name] = None
    with pytest.raises(InvalidRequest) as caught:
        await getattr(resource, case.method)(*given.args[1:], **given.kwargs)
    # Discord's own name of an id may say more than that of the parameter.
    assert caught.value.field.endswith(name)
    assert caught.value.given is None
    assert http.calls == []


def test_many_methods_are_looked_at():
    assert len(NEEDS) > 150
    assert len({case.method for case, _ in NEEDS}) > 70


@pytest.mark.parametrize("call", [lambda guild: guild.create_role(None), lambda guild: guild.create_role(role=None)])
async def test_what_is_needed_is_told_by_its_kind(call):
    http = ReasonRecorder()
    with pytest.raises(InvalidRequest, match="role: a GuildRolePart is needed, got None"):
        await call(Guild(http, 1))
    assert http.calls == []


async def test_an_argument_that_is_left_out_is_still_told_by_python():
    with pytest.raises(TypeError, match="role"):
        await Guild(ReasonRecorder(), 1).create_role()


async def test_a_body_that_is_optional_may_be_none():
    http = ReasonRecorder(answer={"pruned": 1})
    await Guild(http, 1).prune(reason=None)
    assert len(http.calls) == 1
