"""A value of the wrong kind is refused under its name, also where a rule about the whole object stumbles over it."""

import importlib
import pkgutil
import random

import pytest

from scurrypy import api
from scurrypy.api.components import ActionRow, StringSelect, TextInput, UserSelect
from scurrypy.api.messages import MessagePart
from scurrypy.wire.checking import check
from scurrypy.wire.errors import InvalidRequest, Problem
from scurrypy.wire.model import DataModel

for module in pkgutil.walk_packages(api.__path__, "scurrypy.api."):
    importlib.import_module(module.name)


def descendants(kind):
    return {kind}.union(*(descendants(child) for child in kind.__subclasses__()))


RULED = sorted(
    (kind for kind in descendants(DataModel) if kind.__module__.startswith("scurrypy.") and kind.demands()[1]),
    key=lambda kind: kind.__name__,
)


class Odd:
    """Something that nobody declared."""


ODD = [5, -1, 1.5, True, "x", "", b"x", [], [5], ["x"], [None], [[]], [{}], {}, {"a": 1}, (), {5}, Odd, Odd()]


def refused(value):
    """Return what is found wrong with a value; any other error than the refusal is one of ours."""
    try:
        check(value)
    except InvalidRequest as error:
        return error.problems
    return []


@pytest.mark.parametrize("kind", RULED, ids=lambda kind: kind.__name__)
def test_no_value_of_any_kind_makes_a_rule_fail(kind):
    """Rules raised a bare TypeError or AttributeError."""
    rng = random.Random(kind.__name__)
    names = [name for name in kind.__struct_fields__ if name != "type"]
    trials = [{name: value} for name in names for value in ODD]
    trials += [{name: rng.choice(ODD) for name in names if rng.random() < 0.5} for _ in range(300)]
    found = [problem for trial in trials for problem in refused(kind(**trial))]
    assert len(RULED) > 15
    assert all(isinstance(problem, Problem) and problem.limit for problem in found)


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (ActionRow(components=5), "components: a list, as in […], got 'int'"),
        (TextInput(custom_id="a", style=1, value="abc", max_length=[1]), "max_length: a number, got 'list'"),
        (StringSelect(custom_id="a", options=Odd()), "options: a list, as in […], got 'Odd'"),
        (UserSelect(custom_id="a", default_values=True), "default_values: a list, as in […], got 'bool'"),
        (MessagePart(content="a", flags=Odd()), "flags: a number, got 'Odd'"),
        (MessagePart(content="a", components=Odd()), "components: a list, as in […], got 'Odd'"),
        (MessagePart(components=[ActionRow(components=7)]), "components[0].components: a list, as in […], got 'int'"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_a_value_of_the_wrong_kind_is_refused_under_its_name(value, told):
    with pytest.raises(InvalidRequest) as caught:
        check(value)
    assert told in str(caught.value).splitlines()


def test_a_rule_that_fails_on_values_of_the_right_kind_is_our_bug_and_shows():
    class Broken(DataModel):
        name: str | None = None

        def _rules(self):
            raise TypeError("ours")

    with pytest.raises(TypeError, match="ours"):
        check(Broken(name="fits"))
    with pytest.raises(InvalidRequest, match="name: text, got 'Odd'"):
        check(Broken(name=Odd()))


def test_what_was_found_already_is_not_told_twice():
    with pytest.raises(InvalidRequest) as caught:
        check(ActionRow(components=5))
    assert [problem.field for problem in caught.value.problems] == ["components"]
