"""Every `iter_…` method of every resource: which requests it makes, and what comes of the answers."""

import inspect
from dataclasses import dataclass, field
from typing import Any

import pytest

import scurrypy.resources
from scurrypy import routes
from scurrypy.enums import GuildJoinRequestApplicationStatus, ReactionType
from scurrypy.resources import Pages
from scurrypy.resources.base_resource import BaseResource
from scurrypy.wire.errors import InvalidRequest
from tests.unit.resources.cases import RESOURCES
from tests.unit.resources.recorder import ReasonRecorder, Recorder

DAY_1, DAY_2, DAY_3 = (f"2026-01-0{day}T00:00:00+00:00" for day in (1, 2, 3))
JUST_AFTER_DAY_2 = "2026-01-02T00:00:00.001000+00:00"


@dataclass
class Iteration:
    """A call of an `iter_…` method, the answers that are given, the queries that are made, and the ids that come."""

    target: str
    route: str
    answers: list[Any]
    queries: list[dict[str, Any]]
    comes: list[int]
    args: tuple[Any, ...] = ()
    kwargs: dict[str, Any] = field(default_factory=dict)

    @property
    def method(self) -> str:
        return self.target.partition(".")[2]

    def __str__(self) -> str:
        return f"{self.target}({', '.join(self.kwargs)})"

    def start(self, http: Recorder, **options: Any) -> Any:
        resource = RESOURCES[self.target.partition(".")[0]](http)
        return getattr(resource, self.method)(*self.args, **{**self.kwargs, **options})


def named(*numbers: int) -> list[dict[str, str]]:
    return [{"id": str(number)} for number in numbers]


def of_users(*numbers: int) -> list[dict[str, Any]]:
    return [{"user": {"id": str(number)}} for number in numbers]


def thread_members(*numbers: int) -> list[dict[str, str]]:
    return [{"user_id": str(number)} for number in numbers]


def pins(*pairs: tuple[int, str], has_more: bool) -> dict[str, Any]:
    return {"items": [{"message": {"id": str(id)}, "pinned_at": time} for id, time in pairs], "has_more": has_more}


def threads(*pairs: tuple[int, str], has_more: bool) -> dict[str, Any]:
    found = [{"id": str(id), "thread_metadata": {"archive_timestamp": time}} for id, time in pairs]
    return {"threads": found, "members": [], "has_more": has_more}


def found(*numbers: int, total: int) -> dict[str, Any]:
    beside = {"id": "1", "hit": False}
    return {"messages": [[{"id": str(id), "hit": True}, beside] for id in numbers], "total_results": total}


ITERATIONS = [
    Iteration(
        "channel.iter_messages",
        "LIST_MESSAGES",
        [named(9, 8), named(7)],
        [{"limit": 2}, {"limit": 2, "before": 8}],
        [9, 8, 7],
    ),
    Iteration(
        "channel.iter_messages",
        "LIST_MESSAGES",
        [named(3, 2), named(5, 4)],
        [{"limit": 2, "after": 1}, {"limit": 2, "after": 3}],
        [2, 3, 4],
        kwargs={"after": 1, "before": 5},
    ),
    Iteration(
        "channel.iter_messages",
        "LIST_MESSAGES",
        [named(8, 7), named(6, 5)],
        [{"limit": 2, "before": 9}, {"limit": 2, "before": 7}],
        [8, 7, 6],
        kwargs={"after": 5, "before": 9, "oldest_first": False},
    ),
    Iteration(
        "channel.iter_messages",
        "LIST_MESSAGES",
        [named(2, 1), []],
        [{"limit": 2, "after": 0}, {"limit": 2, "after": 2}],
        [1, 2],
        kwargs={"oldest_first": True},
    ),
    Iteration(
        "channel.iter_messages",
        "LIST_MESSAGES",
        [named(6, 5), []],
        [{"limit": 2, "around": 5}, {"limit": 2, "before": 5}],
        [6, 5],
        kwargs={"around": 5},
    ),
    Iteration(
        "channel.iter_pins",
        "LIST_PINS",
        [pins((7, DAY_3), (9, DAY_2), has_more=True), pins((9, DAY_2), (8, DAY_1), has_more=False)],
        [{"limit": 2}, {"limit": 2, "before": JUST_AFTER_DAY_2}],
        [7, 9, 8],
    ),
    *(
        Iteration(
            f"channel.iter_{kind}_archived_threads",
            f"LIST_{kind.upper()}_ARCHIVED_THREADS",
            [threads((7, DAY_3), (9, DAY_2), has_more=True), threads((8, DAY_1), has_more=False)],
            [{"limit": 2, "before": "2026-02-01T00:00:00+00:00"}, {"limit": 2, "before": JUST_AFTER_DAY_2}],
            [7, 9, 8],
            kwargs={"before": "2026-02-01"},
        )
        for kind in ("public", "private")
    ),
    Iteration(
        "channel.iter_joined_private_archived_threads",
        "LIST_MY_PRIVATE_ARCHIVED_THREADS",
        [threads((9, DAY_1), (8, DAY_2), has_more=True), threads((7, DAY_3), has_more=False)],
        [{"limit": 2}, {"limit": 2, "before": "8"}],
        [9, 8, 7],
    ),
    Iteration(
        "channel.iter_thread_members",
        "LIST_THREAD_MEMBERS",
        [thread_members(1, 2), thread_members(3)],
        [{"limit": 2, "after": 0, "with_member": True}, {"limit": 2, "after": 2, "with_member": True}],
        [1, 2, 3],
    ),
    Iteration(
        "message.iter_emoji_reactions",
        "LIST_MESSAGE_REACTIONS_BY_EMOJI",
        [named(5, 6), named(7)],
        [{"type": 1, "limit": 2, "after": 4}, {"type": 1, "limit": 2, "after": 6}],
        [5, 6, 7],
        args=("🐿", ReactionType.BURST),
        kwargs={"after": 4},
    ),
    Iteration(
        "guild.iter_members",
        "LIST_GUILD_MEMBERS",
        [of_users(1, 2), of_users(3)],
        [{"limit": 2, "after": 0}, {"limit": 2, "after": 2}],
        [1, 2, 3],
    ),
    Iteration(
        "guild.iter_bans",
        "LIST_GUILD_BANS",
        [of_users(1, 2), of_users(3)],
        [{"limit": 2, "after": 0}, {"limit": 2, "after": 2}],
        [1, 2, 3],
    ),
    Iteration(
        "guild.iter_bans",
        "LIST_GUILD_BANS",
        [of_users(7, 8), of_users(6)],
        [{"limit": 2, "before": 9}, {"limit": 2, "before": 7}],
        [8, 7, 6],
        kwargs={"before": 9},
    ),
    Iteration(
        "application.iter_entitlements",
        "GET_ENTITLEMENTS",
        [named(1, 2), named(3)],
        [
            {"user_id": 5, "sku_ids": "6,7", "only_active": True, "limit": 2, "after": 0},
            {"user_id": 5, "sku_ids": "6,7", "only_active": True, "limit": 2, "after": 2},
        ],
        [1, 2, 3],
        kwargs={"user_id": 5, "sku_ids": [6, 7], "only_active": True},
    ),
    Iteration(
        "sku.iter_subscriptions",
        "GET_SKU_SUBSCRIPTIONS",
        [named(8, 7), named(6)],
        [{"user_id": 5, "limit": 2, "before": 9}, {"user_id": 5, "limit": 2, "before": 7}],
        [8, 7, 6],
        kwargs={"user_id": 5, "before": 9},
    ),
    Iteration(
        "scheduled_event.iter_users",
        "LIST_GUILD_SCHEDULED_EVENT_USERS",
        [thread_members(1, 2), thread_members(3)],
        [{"with_member": True, "limit": 2, "after": 0}, {"with_member": True, "limit": 2, "after": 2}],
        [1, 2, 3],
        args=(5,),
        kwargs={"with_member": True},
    ),
    Iteration(
        "scheduled_event.iter_exception_users",
        "LIST_GUILD_SCHEDULED_EVENT_EXCEPTION_USERS",
        [thread_members(4, 5), thread_members(3)],
        [{"limit": 2, "before": 6}, {"limit": 2, "before": 4}],
        [5, 4, 3],
        args=(5, 6),
        kwargs={"before": 6},
    ),
    Iteration(
        "user.iter_guilds",
        "LIST_MY_GUILDS",
        [named(1, 2), named(3)],
        [{"with_counts": True, "limit": 2, "after": 0}, {"with_counts": True, "limit": 2, "after": 2}],
        [1, 2, 3],
        kwargs={"with_counts": True},
    ),
    Iteration(
        "current_user.iter_guilds",
        "LIST_MY_GUILDS",
        [named(1, 2), named(3)],
        [{"with_counts": True, "limit": 2, "after": 0}, {"with_counts": True, "limit": 2, "after": 2}],
        [1, 2, 3],
        kwargs={"with_counts": True},
    ),
    Iteration(
        "message.iter_poll_voters",
        "GET_ANSWER_VOTERS",
        [{"users": named(1, 2)}, {"users": named(3)}],
        [{"limit": 2, "after": 0}, {"limit": 2, "after": 2}],
        [1, 2, 3],
        args=(1,),
    ),
    Iteration(
        "guild.iter_audit_log_entries",
        "LIST_GUILD_AUDIT_LOG_ENTRIES",
        [{"audit_log_entries": named(9, 8)}, {"audit_log_entries": named(7)}],
        [{"user_id": 5, "limit": 2}, {"user_id": 5, "limit": 2, "before": 8}],
        [9, 8, 7],
        kwargs={"user_id": 5},
    ),
    Iteration(
        "guild.iter_audit_log_entries",
        "LIST_GUILD_AUDIT_LOG_ENTRIES",
        [{"audit_log_entries": named(1, 2)}, {"audit_log_entries": named(3)}],
        [{"limit": 2, "after": 0}, {"limit": 2, "after": 2}],
        [1, 2, 3],
        kwargs={"after": 0},
    ),
    Iteration(
        "guild.iter_join_requests",
        "GET_GUILD_JOIN_REQUESTS",
        [{"guild_join_requests": named(2, 1)}, {"guild_join_requests": named(3)}],
        [{"status": "SUBMITTED", "limit": 2, "after": 0}, {"status": "SUBMITTED", "limit": 2, "after": 2}],
        [1, 2, 3],
        args=(GuildJoinRequestApplicationStatus.SUBMITTED,),
    ),
    Iteration(
        "guild.iter_found_messages",
        "GUILD_SEARCH",
        [found(9, 8, total=4), found(8, 7, total=4)],
        [{"content": "fox", "limit": 2, "offset": 0}, {"content": "fox", "limit": 2, "offset": 2}],
        [9, 8, 7],
        kwargs={"content": "fox"},
    ),
    Iteration(
        "channel.iter_found_threads",
        "THREAD_SEARCH",
        [
            {"threads": named(9, 8), "has_more": True, "total_results": 3},
            {"threads": named(7), "has_more": False, "total_results": 3},
        ],
        [{"archived": True, "limit": 2, "offset": 0}, {"archived": True, "limit": 2, "offset": 2}],
        [9, 8, 7],
        kwargs={"archived": True},
    ),
]


class Answering(ReasonRecorder):
    """Gives one answer after the other."""

    async def request(self, method: str, endpoint: str, **extras: Any) -> Any:
        await super().request(method, endpoint, **extras)
        return self.answer.pop(0)


def id_of(item: Any) -> int:
    for name in ("message", "user"):
        if getattr(item, name, None) is not None:
            return int(getattr(item, name).id)
    return int(getattr(item, "user_id", None) or item.id)


@pytest.mark.parametrize("iteration", ITERATIONS, ids=str)
async def test_iterator_makes_these_requests_and_hands_these_out(iteration: Iteration):
    http = Answering([*iteration.answers])
    pages = iteration.start(http, page_size=2)
    assert isinstance(pages, Pages)
    assert http.calls == []
    assert [id_of(item) async for item in pages] == iteration.comes
    assert [call.params for call in http.calls] == iteration.queries
    route = getattr(routes, iteration.route)
    assert {(call.method, call.endpoint.count("/")) for call in http.calls} == {("GET", route.template.count("/"))}
    assert http.answer == []


@pytest.mark.parametrize("iteration", ITERATIONS, ids=str)
async def test_iterator_goes_on_where_another_was_left(iteration: Iteration):
    last = iteration.answers[-1]
    if not iteration.comes[2:]:
        return
    left = iteration.start(Answering([*iteration.answers]), page_size=2)
    assert [id_of(item) for item in await left.collect(limit=2)] == iteration.comes[:2]
    again = iteration.start(Answering([last]), page_size=2).resume(left.cursor)
    assert [id_of(item) async for item in again] == iteration.comes[2:]


def iterators() -> dict[str, inspect.Signature]:
    exported = [getattr(scurrypy.resources, name) for name in scurrypy.resources.__all__]
    return {
        f"{cls.__name__}.{name}": inspect.signature(value, eval_str=True)
        for cls in exported
        if issubclass(cls, BaseResource)
        for name, value in inspect.getmembers(cls, inspect.isfunction)
        if name.startswith("iter_")
    }


def test_every_iterator_is_in_the_table():
    tested = {f"{type(RESOURCES[i.target.partition('.')[0]](None)).__name__}.{i.method}" for i in ITERATIONS}
    assert tested == set(iterators())


@pytest.mark.parametrize(("name", "signature"), iterators().items())
def test_every_iterator_is_called_alike(name: str, signature: inspect.Signature):
    assert signature.return_annotation.__origin__ is Pages, name
    for option in ("limit", "page_size"):
        assert signature.parameters[option].kind is inspect.Parameter.KEYWORD_ONLY
    assert signature.parameters["limit"].default is None


@pytest.mark.parametrize("iteration", {i.target: i for i in ITERATIONS}.values(), ids=str)
def test_the_page_size_is_the_greatest_unless_said_otherwise(iteration: Iteration):
    pages = iteration.start(Recorder())
    with pytest.raises(InvalidRequest, match="page_size"):
        iteration.start(Recorder(), page_size=pages.page_size + 1)


def test_around_stands_alone():
    with pytest.raises(InvalidRequest, match="around"):
        RESOURCES["channel"](Recorder()).iter_messages(around=5, before=6)
