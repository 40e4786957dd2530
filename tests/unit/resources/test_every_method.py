"""Every method of every resource, against the operation it stands for."""

import importlib
import inspect
import pkgutil

import pytest

import scurrypy.resources
from scurrypy import routes
from scurrypy.http.client import BOT
from scurrypy.resources.base_resource import BaseResource
from scurrypy.routes import Route
from tests.unit.resources.cases import AUDITED, CASES, RESOURCES
from tests.unit.resources.cases.case import Case
from tests.unit.resources.recorder import ReasonRecorder, Recorder

TESTED_ELSEWHERE = {"Guild.create_sticker"}
"""Takes a file, and is tested with it in test_files.py."""


@pytest.mark.parametrize("case", CASES, ids=str)
async def test_method_makes_this_request(case: Case):
    # A client that takes no more than 2.3's must do wherever nothing more is needed.
    needs_more = case.authorization != BOT or case.form is not None or case.headers is not None
    http = ReasonRecorder(answer=case.answer) if needs_more else Recorder(answer=case.answer)
    await getattr(RESOURCES[case.resource](http), case.method)(*case.args, **case.kwargs)
    call = http.call
    assert (call.method, call.endpoint) == (getattr(routes, case.route).method, case.path)
    assert (call.data, call.params, call.files, call.assets) == (case.data, case.params, None, case.assets)
    assert (call.authorization, call.form, call.headers) == (case.authorization, case.form, case.headers)


def resource_classes() -> list[type]:
    exported = [getattr(scurrypy.resources, name) for name in scurrypy.resources.__all__]
    return [cls for cls in exported if issubclass(cls, BaseResource)]


def public_methods(cls: type) -> list[str]:
    return [name for name, value in inspect.getmembers(cls, inspect.iscoroutinefunction) if not name.startswith("_")]


def test_every_method_is_in_the_table():
    classes = {name: type(make(None)).__name__ for name, make in RESOURCES.items()}
    tested = {f"{classes[case.resource]}.{case.method}" for case in CASES} | TESTED_ELSEWHERE
    assert tested == {f"{cls.__name__}.{name}" for cls in resource_classes() for name in public_methods(cls)}


def test_every_route_a_resource_imports_is_used():
    hit = {case.route for case in CASES} | {"CREATE_GUILD_STICKER"}
    imported = set()
    for info in pkgutil.walk_packages(scurrypy.resources.__path__, "scurrypy.resources."):
        module = importlib.import_module(info.name)
        imported |= {name for name, value in vars(module).items() if isinstance(value, Route)}
    assert imported == hit


def takes_reason(case: Case) -> bool:
    method = getattr(type(RESOURCES[case.resource](None)), case.method)
    return "reason" in inspect.signature(method).parameters


REASONED = [case for case in CASES if takes_reason(case)]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_reason_is_taken_where_discord_takes_one(case: Case):
    assert takes_reason(case) is (case.route in AUDITED)


@pytest.mark.parametrize("case", REASONED, ids=str)
async def test_reason_is_passed_on_only_when_given(case: Case):
    http = ReasonRecorder(answer=case.answer)
    method = getattr(RESOURCES[case.resource](http), case.method)
    await method(*case.args, **case.kwargs)
    await method(*case.args, **case.kwargs, reason="spring cleaning")
    assert [call.reason for call in http.calls] == [None, "spring cleaning"]
    assert http.calls[0].data == http.calls[1].data
