import pytest
from hypothesis import given
from hypothesis import strategies as st

from scurrypy import routes
from scurrypy.routes import Route
from scurrypy.sandbox import ApiError
from scurrypy.sandbox.http.app import served_operations
from scurrypy.sandbox.http.operations import NAMES, SERVED, operation
from scurrypy.sandbox.http.router import Router

ROUTER = Router(NAMES)


def fill(route: Route, value: str) -> dict[str, str]:
    names = [part[1:-1] for part in route.template.split("/") if part.startswith("{")]
    return dict.fromkeys(names, value)


@pytest.mark.parametrize("route", NAMES, ids=NAMES.get)
def test_every_operation_is_found_by_its_own_path(route: Route) -> None:
    values = fill(route, "123")
    match = ROUTER.match(route.method, route.path(**values))
    assert match.route == route
    assert match.values == values


@given(st.text(st.characters(exclude_categories=("Cs",)), min_size=1))
def test_a_quoted_value_comes_back_as_it_was(value: str) -> None:
    route = routes.LIST_MESSAGE_REACTIONS_BY_EMOJI
    path = route.path(channel_id=1, message_id=2, emoji_name=value)
    match = ROUTER.match("GET", path)
    assert (match.route, match.values["emoji_name"]) == (route, value)


def test_words_come_before_placeholders() -> None:
    assert ROUTER.match("GET", "/users/@me").route == routes.GET_MY_USER
    assert ROUTER.match("PATCH", "/guilds/1/members/@me").route == routes.UPDATE_MY_GUILD_MEMBER


def test_a_word_stands_for_the_placeholder_where_it_has_no_operation_of_its_own() -> None:
    match = ROUTER.match("GET", "/channels/1/thread-members/@me")
    assert (match.route, match.values["user_id"]) == (routes.GET_THREAD_MEMBER, "@me")


@pytest.mark.parametrize("path", ["/", "", "/nothing", "/users", "/channels/1/messages/2/3", "/channels//messages"])
def test_an_unknown_path_is_not_found(path: str) -> None:
    with pytest.raises(ApiError) as caught:
        ROUTER.match("GET", path)
    assert (caught.value.status, caught.value.body()) == (404, {"message": "404: Not Found", "code": 0})


def test_a_known_path_with_another_method_is_not_allowed() -> None:
    with pytest.raises(ApiError) as caught:
        ROUTER.match("DELETE", "/gateway")
    assert (caught.value.status, caught.value.body()) == (405, {"message": "405: Method Not Allowed", "code": 0})


def test_served_operations_are_operations() -> None:
    served = served_operations()
    assert {"CREATE_MESSAGE", "GET_BOT_GATEWAY", "GET_MY_USER"} <= served <= set(NAMES.values())


def test_no_operation_is_served_twice() -> None:
    served_operations()
    with pytest.raises(ValueError, match="GET_GATEWAY is served twice"):
        operation(routes.GET_GATEWAY)(SERVED[routes.GET_GATEWAY].handler)
