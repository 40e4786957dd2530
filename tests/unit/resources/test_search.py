"""Searches: the index that Discord may first have to build, filters that are refused here, what is found."""

import asyncio
import re
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from scurrypy.api.search import GuildSearchModel
from scurrypy.api.threads import ThreadSearchModel
from scurrypy.enums import HasOption
from scurrypy.resources import Channel, Guild
from scurrypy.wire.errors import Forbidden, InvalidRequest, RateLimited, RequestFailed
from scurrypy.wire.snowflake import Snowflake
from tests.support.virtual_clock import run_virtual
from tests.unit.http.model import Script, answer, at_rest, client_of, limited
from tests.unit.resources.recorder import Recorder

FOUND = {
    "messages": [[{"id": "5", "content": "hi", "hit": True}], [{"id": "6", "hit": False}, {"id": "7", "hit": True}]],
    "doing_deep_historical_index": False,
    "total_results": 2,
}


def not_ready(retry_after: int) -> dict[str, Any]:
    return {"message": "Index not yet available.", "code": 110000, "documents_indexed": 0, "retry_after": retry_after}


class Line(Recorder):
    """A client of a user's own, which gives back whatever a success says."""

    def __init__(self, *lines: Any, latency: float = 0.0) -> None:
        super().__init__()
        self.lines = list(lines)
        self.latency = latency
        self.times: list[float] = []

    async def request(self, method: str, endpoint: str, **extras: Any) -> Any:
        self.times.append(asyncio.get_running_loop().time())
        await asyncio.sleep(self.latency)
        return self.lines.pop(0) if len(self.lines) > 1 else self.lines[0]


def test_what_is_found_is_read():
    found = run_virtual(Guild(Line(FOUND), Snowflake(1)).search_messages(content="hi"))
    assert isinstance(found, GuildSearchModel)
    assert [message.id for message in found.hits] == [5, 7]
    assert found.hits[0].content == "hi"
    threads = {"threads": [{"id": "8"}], "members": [], "has_more": True, "first_messages": [{"id": "8"}]}
    page = run_virtual(Channel(Line({**threads, "total_results": 9}), Snowflake(1)).search_threads(name="x"))
    assert isinstance(page, ThreadSearchModel)
    assert page.first_messages is not None
    assert (page.threads[0].id, page.first_messages[0].id, page.has_more, page.total_results) == (8, 8, True, 9)


@pytest.mark.parametrize(
    ("search", "result"),
    [
        (lambda http: Guild(http, Snowflake(1)).search_messages(), FOUND),
        (lambda http: Channel(http, Snowflake(1)).search_threads(), {"threads": [], "total_results": 0}),
    ],
)
def test_B21_a_search_waits_until_its_index_is_built(
    search: Callable[[Any], Awaitable[GuildSearchModel | ThreadSearchModel]], result: dict[str, Any]
):
    http = Line(not_ready(0), not_ready(7), result)
    found = run_virtual(search(http))
    assert found.total_results == result["total_results"]
    # Where Discord says 0, a second is waited; else what it says.
    assert http.times == [0.0, 1.0, 8.0]


def test_B21_a_search_whose_index_is_not_built_in_time_says_so():
    http = Line(not_ready(4))
    with pytest.raises(RateLimited) as caught:
        run_virtual(Guild(http, Snowflake(1)).search_messages(timeout=10))
    assert (caught.value.code, caught.value.retry_after, caught.value.status) == (110000, 4.0, 202)
    assert http.times == [0.0, 4.0, 8.0]


def test_a_search_that_nobody_answers_in_time_says_so():
    http = Line(FOUND, latency=11)
    with pytest.raises(RequestFailed, match="search of guild 1: no answer within 10 s"):
        run_virtual(Guild(http, Snowflake(1)).search_messages(timeout=10))


def search_with(script: Script, **filters: Any) -> GuildSearchModel:
    """Search with the package's own client, which is as good as new afterwards."""

    async def story() -> GuildSearchModel:
        client = client_of(script)
        try:
            return await Guild(client, Snowflake(1)).search_messages(**filters)
        finally:
            assert at_rest(client)

    return run_virtual(story())


def test_B21_the_clients_own_tries_and_those_of_the_search_add_up():
    script = Script(*[answer(202, not_ready(0))] * 7, answer(200, FOUND))
    assert search_with(script).total_results == 2
    assert len(script.sent) == 8


def test_a_search_can_be_given_up_while_the_client_waits():
    script = Script(*[answer(202, not_ready(0))] * 9)
    with pytest.raises(RequestFailed, match=r"no answer within 2\.5 s"):
        search_with(script, timeout=2.5)
    assert script.times == [0.0, 1.0]


@pytest.mark.parametrize(
    ("line", "error"),
    [(answer(403, {"code": 50001, "message": "Missing Access"}), Forbidden), (limited(3600), RateLimited)],
)
def test_other_errors_of_a_search_are_raised_at_once(line: object, error: type[Exception]):
    script = Script(line)
    with pytest.raises(error):
        search_with(script)
    assert len(script.sent) == 1


def test_a_list_of_filters_repeats_its_name_in_the_address():
    script = Script(answer(200, FOUND))
    search_with(script, has=[HasOption.LINK, HasOption.NO_POLL], author_id=[5, 6], pinned=False)
    assert str(script.sent[0].url.query_string) == "has=link&has=-poll&author_id=5&author_id=6&pinned=false"


@pytest.mark.parametrize(
    ("filters", "problem"),
    [
        ({"limit": 26}, "limit: 1-25, got 26"),
        ({"limit": 0}, "limit: 1-25, got 0"),
        ({"offset": 9976}, "offset: 0-9975, got 9976"),
        ({"content": "x" * 1025}, "content: at most 1024 characters, got 1025"),
        ({"author_id": list(range(101))}, "author_id: at most 100 entries, got 101"),
        ({"link_hostname": ["ok", "x" * 257]}, "link_hostname[1]: at most 256 characters, got 257"),
    ],
)
async def test_a_filter_that_exceeds_its_limit_is_refused_here(filters: dict[str, Any], problem: str):
    http = Recorder(answer=FOUND)
    with pytest.raises(InvalidRequest, match=f"^{re.escape(problem)}$"):
        await Guild(http, Snowflake(1)).search_messages(**filters)
    assert http.calls == []


async def test_filters_at_their_limit_are_sent_and_none_leaves_one_out():
    http = Recorder(answer=FOUND)
    await Guild(http, Snowflake(1)).search_messages(limit=25, offset=9975, link_hostname=["x" * 256], slop=None)
    assert http.call.params == {"limit": 25, "offset": 9975, "link_hostname": ["x" * 256]}
