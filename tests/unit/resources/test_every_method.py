"""Every method of every resource, against the operation it stands for."""

import importlib
import inspect
import pkgutil

import pytest

import scurrypy.resources
from scurrypy import routes
from scurrypy.routes import Route
from tests.unit.resources.cases import CASES, RESOURCES, Case
from tests.unit.resources.recorder import ReasonRecorder, Recorder

TESTED_ELSEWHERE = {"Guild.create_sticker"}
"""Takes a file, and is tested with it in test_files.py."""


@pytest.mark.parametrize("case", CASES, ids=str)
async def test_method_makes_this_request(case: Case):
    http = Recorder(answer=case.answer)
    await getattr(RESOURCES[case.resource](http), case.method)(*case.args, **case.kwargs)
    call = http.call
    assert (call.method, call.endpoint) == (getattr(routes, case.route).method, case.path)
    assert (call.data, call.params, call.files, call.assets) == (case.data, case.params, None, None)


def resource_classes() -> list[type]:
    return [getattr(scurrypy.resources, name) for name in scurrypy.resources.__all__]


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


AUDITED = {
    "ADD_GUILD_MEMBER_ROLE",
    "BAN_USER_FROM_GUILD",
    "BULK_BAN_USERS_FROM_GUILD",
    "BULK_DELETE_MESSAGES",
    "CREATE_CHANNEL_INVITE",
    "CREATE_GUILD_CHANNEL",
    "CREATE_GUILD_EMOJI",
    "CREATE_GUILD_ROLE",
    "CREATE_PIN",
    "CREATE_THREAD",
    "CREATE_THREAD_FROM_MESSAGE",
    "CREATE_WEBHOOK",
    "DELETE_CHANNEL",
    "DELETE_CHANNEL_PERMISSION_OVERWRITE",
    "DELETE_GUILD_EMOJI",
    "DELETE_GUILD_INTEGRATION",
    "DELETE_GUILD_MEMBER",
    "DELETE_GUILD_MEMBER_ROLE",
    "DELETE_GUILD_ROLE",
    "DELETE_GUILD_STICKER",
    "DELETE_MESSAGE",
    "DELETE_PIN",
    "DELETE_WEBHOOK",
    "DELETE_WEBHOOK_BY_TOKEN",
    "FOLLOW_CHANNEL",
    "INVITE_REVOKE",
    "PUT_GUILDS_ONBOARDING",
    "SET_CHANNEL_PERMISSION_OVERWRITE",
    "UNBAN_USER_FROM_GUILD",
    "UPDATE_CHANNEL",
    "UPDATE_GUILD",
    "UPDATE_GUILD_EMOJI",
    "UPDATE_GUILD_MEMBER",
    "UPDATE_GUILD_ROLE",
    "UPDATE_GUILD_STICKER",
    "UPDATE_GUILD_WELCOME_SCREEN",
    "UPDATE_MY_GUILD_MEMBER",
    "UPDATE_WEBHOOK",
    "UPDATE_WEBHOOK_BY_TOKEN",
}
"""Operations whose documentation takes the header X-Audit-Log-Reason."""


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
