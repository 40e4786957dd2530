"""No value can change the path or the query: every operation with hostile values, over a real socket."""

import random
from urllib.parse import unquote

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from scurrypy import routes
from scurrypy.http.outgoing import url_of
from scurrypy.resources import Message, Webhook
from scurrypy.routes import Route
from scurrypy.wire.errors import InvalidRequest
from scurrypy.wire.snowflake import Snowflake
from tests.support.leaks import Leaks
from tests.unit.http.server import talking
from tests.unit.resources.recorder import Recorder

ROUTES = {name: route for name, route in vars(routes).items() if isinstance(route, Route)}
HOSTILE = [
    "..",
    ".",
    "../../users/@me",
    "..%2f..%2fusers",
    "%2e%2e",
    "a/b",
    "a//b",
    "a\\b",
    "?with_counts=true",
    "#fragment",
    "a&b=c",
    ";v=1",
    "a\r\nX-Injected: 1\r\n\r\nGET /x HTTP/1.1",
    "\x00",
    "\t ",
    "%",
    "%zz",
    "%00",
    "👍🏽",
    "é",
    "@me",
    "https://evil.example/",
    "//evil.example",
    "name:1",
    "\u202e",
    "a" * 300,
]


def arrived(path: str) -> list[str]:
    segments = path.removeprefix("/api/v10/").split("/")
    # What lies between would take them as "this folder" and "the folder above".
    assert not {".", ".."} & set(segments)
    return [unquote(segment) for segment in segments]


def meant(route: Route, values: dict[str, str]) -> list[str]:
    return [segment.format_map(values) for segment in route.template.strip("/").split("/")]


def names_in(route: Route) -> list[str]:
    return [part.partition("}")[0] for part in route.template.split("{")[1:]]


async def test_hostile_values_change_the_path_of_no_operation(leaks: Leaks) -> None:
    rng = random.Random(1)
    async with talking(global_limit=10**6) as (server, client):
        for route in ROUTES.values():
            for _ in range(3 if "{" in route.template else 1):
                values = {name: rng.choice(HOSTILE) for name in names_in(route)}
                await client.request(route.method, route.path(**values))
                assert arrived(server.last.path) == meant(route, values)
                assert not server.last.query
                assert "X-Injected" not in server.last.headers
                server.arrivals.clear()
    # The same values stood as tokens in some paths and as names in others.
    leaks.secrets.clear()


@given(st.sampled_from(list(ROUTES.values())), st.data())
def test_no_value_at_all_changes_a_path(route: Route, data: st.DataObject) -> None:
    values = {name: data.draw(st.text(min_size=1)) for name in names_in(route)}
    url = url_of("https://discord.com/api/v10", route.path(**values), None)
    assert (url.host, url.raw_query_string, url.raw_fragment) == ("discord.com", "", "")
    assert arrived(url.raw_path) == meant(route, values)


@given(st.dictionaries(st.sampled_from(["q", "limit", "before"]), st.text(), min_size=1))
@example({"q": "&limit=100#?/"})
def test_no_value_at_all_changes_a_query(params: dict[str, str]) -> None:
    url = url_of("https://discord.com/api/v10", "/guilds/1/members/search", params)
    assert url.raw_path == "/api/v10/guilds/1/members/search"
    assert dict(url.query) == params
    assert url.raw_fragment == ""


@pytest.mark.parametrize("emoji", ["", "\ud800"])
async def test_an_empty_value_does_not_lead_to_another_operation(emoji: str) -> None:
    """Without its last segment, to remove one reaction would be to remove them all."""
    http = Recorder()
    with pytest.raises(InvalidRequest):
        await Webhook(http, Snowflake(1), emoji).fetch_message(Snowflake(2))
    with pytest.raises(InvalidRequest):
        await Message(http, Snowflake(1), Snowflake(2)).remove_emoji_reaction(emoji)
    assert http.calls == []
