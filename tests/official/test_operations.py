"""Every operation of Discord's published HTTP spec, against our routes, methods, parameters, models and sandbox."""

import pytest

from scurrypy.sandbox.http.app import served_operations
from tests.official import ours
from tests.official.checks import findings, methods_of
from tests.official.deviations import judge, reasons
from tests.official.spec import needs_spec, operations

needs_spec()

KINDS = ("routes", "methods", "query", "body", "answers", "certainty")


@pytest.mark.parametrize("operation", operations().values(), ids=lambda operation: operation.id)
def test_an_operation_has_its_route_its_method_and_all_its_parameters(operation):
    route = ours.route_names()[operation.id.upper()]
    assert (route.method, route.template) == (operation.method, operation.path)
    assert methods_of(operation) or operation.id in reasons("methods")
    found = findings()
    own = {
        place: problem
        for kind in KINDS
        for place, problem in getattr(found, kind).items()
        if place.startswith((f"{operation.id}.", f"{operation.id}?", f"{operation.id} ")) and place not in reasons(kind)
    }
    assert own == {}


@pytest.mark.parametrize("kind", KINDS)
def test_what_differs_is_explained_and_what_is_explained_differs(kind: str):
    assert judge(kind, getattr(findings(), kind)) == []


def test_what_was_compared_is_told():
    found = findings()
    assert found.query_count > 100
    assert len(found.body_report.fields) > 400
    assert len(found.answer_report.fields) > 700
    offered = len(operations()) - len(found.methods)
    print(
        f"\noperations: {offered}/{len(operations())}, query parameters: {found.query_count},"
        f" fields sent: {len(found.body_report.fields)}, fields received: {len(found.answer_report.fields)}"
    )


def test_the_local_discord_serves_every_operation_or_says_that_it_does_not():
    served = {name.lower() for name in served_operations()}
    problems = {name: "not served" for name in operations() if name not in served}
    assert judge("sandbox", problems) == []
