"""Threads and those who follow them."""

from typing import Any

from scurrypy import routes
from scurrypy.sandbox.clock import parse_iso
from scurrypy.sandbox.http.call import Call, Reply
from scurrypy.sandbox.http.operations import operation
from scurrypy.sandbox.world import thread_lists, threads


@operation(routes.CREATE_THREAD_FROM_MESSAGE)
async def create_thread_from_message(call: Call) -> Reply:
    """Make a thread that hangs from a message."""
    channel_id, message_id = call.path["channel_id"], call.path["message_id"]
    return Reply(201, threads.create_thread_from_message(call.world, call.actor, channel_id, message_id, call.body))


@operation(routes.CREATE_THREAD)
async def create_thread(call: Call) -> Reply:
    """Make a thread or a forum post."""
    return Reply(201, threads.create_thread(call.world, call.actor, call.path["channel_id"], call.body, call.files))


@operation(routes.GET_ACTIVE_GUILD_THREADS)
async def get_active_guild_threads(call: Call) -> dict[str, Any]:
    """Answer with the active threads of a guild."""
    return thread_lists.active_threads(call.world, call.actor, call.path["guild_id"])


@operation(routes.LIST_PUBLIC_ARCHIVED_THREADS)
async def list_public_archived_threads(call: Call) -> dict[str, Any]:
    """Answer with a page of archived public threads."""
    return _archived(call, private=False, joined=False)


@operation(routes.LIST_PRIVATE_ARCHIVED_THREADS)
async def list_private_archived_threads(call: Call) -> dict[str, Any]:
    """Answer with a page of archived private threads."""
    return _archived(call, private=True, joined=False)


@operation(routes.LIST_MY_PRIVATE_ARCHIVED_THREADS)
async def list_my_private_archived_threads(call: Call) -> dict[str, Any]:
    """Answer with a page of archived private threads that the bot follows."""
    return _archived(call, private=True, joined=True)


def _archived(call: Call, *, private: bool, joined: bool) -> dict[str, Any]:
    before = call.query.get("before")
    return thread_lists.archived_threads(
        call.world,
        call.actor,
        call.path["channel_id"],
        private=private,
        joined=joined,
        before=None if before is None else parse_iso(before),
        limit=call.query_int("limit", 50, least=2, most=100),
    )


@operation(routes.JOIN_THREAD)
async def join_thread(call: Call) -> None:
    """Have the bot follow a thread."""
    thread_lists.join_thread(call.world, call.actor, call.path["channel_id"])


@operation(routes.LEAVE_THREAD)
async def leave_thread(call: Call) -> None:
    """Have the bot stop following a thread."""
    thread_lists.leave_thread(call.world, call.actor, call.path["channel_id"])


@operation(routes.ADD_THREAD_MEMBER)
async def add_thread_member(call: Call) -> None:
    """Have a user follow a thread."""
    thread_lists.add_thread_member(call.world, call.actor, call.path["channel_id"], call.path["user_id"])


@operation(routes.DELETE_THREAD_MEMBER)
async def delete_thread_member(call: Call) -> None:
    """Have a user stop following a thread."""
    thread_lists.remove_thread_member(call.world, call.actor, call.path["channel_id"], call.path["user_id"])


@operation(routes.GET_THREAD_MEMBER)
async def get_thread_member(call: Call) -> dict[str, Any]:
    """Answer with a user's membership in a thread."""
    channel_id, user_id = call.path["channel_id"], call.path["user_id"]
    with_member = call.query_flag("with_member")
    return thread_lists.get_thread_member(call.world, call.actor, channel_id, user_id, with_member=with_member)


@operation(routes.LIST_THREAD_MEMBERS)
async def list_thread_members(call: Call) -> list[dict[str, Any]]:
    """Answer with those who follow a thread."""
    return thread_lists.list_thread_members(
        call.world,
        call.actor,
        call.path["channel_id"],
        with_member=call.query_flag("with_member"),
        after=call.query_id("after"),
        limit=call.query_int("limit", 100, least=1, most=100),
    )
