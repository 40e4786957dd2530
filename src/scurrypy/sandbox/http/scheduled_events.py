"""Scheduled events, who is interested in them, and times of them that differ."""

from typing import Any

from scurrypy import routes
from scurrypy.sandbox.http.call import Call, parse_id
from scurrypy.sandbox.http.operations import operation
from scurrypy.sandbox.world import event_users, scheduled_events

_EXCEPTION_IDS = "guild_scheduled_event_exception_ids"


@operation(routes.LIST_GUILD_SCHEDULED_EVENTS)
async def list_guild_scheduled_events(call: Call) -> list[dict[str, Any]]:
    """Answer with the events of a guild."""
    counted = call.query_flag("with_user_count")
    return scheduled_events.list_events(call.world, call.actor, call.path["guild_id"], with_user_count=counted)


@operation(routes.GET_GUILD_SCHEDULED_EVENT)
async def get_guild_scheduled_event(call: Call) -> dict[str, Any]:
    """Answer with an event."""
    counted = call.query_flag("with_user_count")
    return scheduled_events.get_event(call.world, call.actor, *_event(call), with_user_count=counted)


@operation(routes.CREATE_GUILD_SCHEDULED_EVENT)
async def create_guild_scheduled_event(call: Call) -> dict[str, Any]:
    """Plan an event."""
    return scheduled_events.create_event(call.world, call.actor, call.path["guild_id"], call.body)


@operation(routes.UPDATE_GUILD_SCHEDULED_EVENT)
async def update_guild_scheduled_event(call: Call) -> dict[str, Any]:
    """Change an event."""
    return scheduled_events.edit_event(call.world, call.actor, *_event(call), call.body)


@operation(routes.DELETE_GUILD_SCHEDULED_EVENT)
async def delete_guild_scheduled_event(call: Call) -> None:
    """Take an event away."""
    scheduled_events.delete_event(call.world, call.actor, *_event(call))


@operation(routes.LIST_GUILD_SCHEDULED_EVENT_USERS)
async def list_guild_scheduled_event_users(call: Call) -> list[dict[str, Any]]:
    """Answer with those who are interested in an event."""
    return event_users.list_users(call.world, call.actor, *_event(call), **_page(call))


@operation(routes.LIST_GUILD_SCHEDULED_EVENT_EXCEPTION_USERS)
async def list_guild_scheduled_event_exception_users(call: Call) -> list[dict[str, Any]]:
    """Answer with those who are interested in one time of an event."""
    exception_id = call.path["guild_scheduled_event_exception_id"]
    return event_users.list_users(call.world, call.actor, *_event(call), exception_id, **_page(call))


@operation(routes.COUNT_GUILD_SCHEDULED_EVENT_USERS)
async def count_guild_scheduled_event_users(call: Call) -> dict[str, Any]:
    """Answer with how many are interested in an event."""
    exception_ids = [parse_id(_EXCEPTION_IDS, text) for text in call.request.query.getall(_EXCEPTION_IDS, [])]
    return event_users.count_users(call.world, call.actor, *_event(call), exception_ids)


@operation(routes.CREATE_GUILD_SCHEDULED_EVENT_EXCEPTION)
async def create_guild_scheduled_event_exception(call: Call) -> dict[str, Any]:
    """Have one time of an event differ."""
    return event_users.create_exception(call.world, call.actor, *_event(call), call.body)


@operation(routes.UPDATE_GUILD_SCHEDULED_EVENT_EXCEPTION)
async def update_guild_scheduled_event_exception(call: Call) -> dict[str, Any]:
    """Change what differs about one time of an event."""
    exception_id = call.path["exception_id"]
    return event_users.edit_exception(call.world, call.actor, *_event(call), call.body, exception_id=exception_id)


@operation(routes.DELETE_GUILD_SCHEDULED_EVENT_EXCEPTION)
async def delete_guild_scheduled_event_exception(call: Call) -> None:
    """Let one time of an event take place as planned again."""
    event_users.delete_exception(call.world, call.actor, *_event(call), call.path["exception_id"])


def _event(call: Call) -> tuple[int, int]:
    return call.path["guild_id"], call.path["guild_scheduled_event_id"]


def _page(call: Call) -> dict[str, Any]:
    return {
        "limit": call.query_int("limit", 100, least=1, most=100),
        "before": call.query_id("before"),
        "after": call.query_id("after"),
        "with_member": call.query_flag("with_member"),
    }
