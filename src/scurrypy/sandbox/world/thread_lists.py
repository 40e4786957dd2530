"""Which threads there are, and who follows them."""

from collections.abc import Iterable
from typing import Any

from scurrypy.sandbox.payloads.channels import channel_payload, thread_member_payload
from scurrypy.sandbox.payloads.members import member_payload
from scurrypy.sandbox.records import Channel, ThreadMember
from scurrypy.sandbox.rules import permissions
from scurrypy.sandbox.rules.codes import Code
from scurrypy.sandbox.state import State
from scurrypy.sandbox.world.access import guild_channel, has, joined_guild, require, visible_channel
from scurrypy.sandbox.world.actor import Actor
from scurrypy.sandbox.world.thread_members import follow, publish_thread, unfollow

MOST_MEMBERS = 1000
"""Members of one thread."""


def active_threads(state: State, actor: Actor, guild_id: int) -> dict[str, Any]:
    """Return the threads of a guild that are not archived and that the actor may see, newest first."""
    joined_guild(state, actor, guild_id)
    threads = [t for t in state.threads_of(guild_id) if not t.archived and state.can_view(actor.user_id, t.id)]
    threads.sort(key=lambda thread: thread.id, reverse=True)
    return _listed(state, actor, threads) | {"has_more": False}


def archived_threads(
    state: State,
    actor: Actor,
    channel_id: int,
    *,
    private: bool,
    joined: bool = False,
    before: float | None = None,
    limit: int = 50,
) -> dict[str, Any]:
    """Return a page of archived threads of a channel, the last archived first.

    Args:
        state: The world.
        actor: Who asks.
        channel_id: The channel.
        private: Whether to return the private ones, or the others.
        joined: Whether to return only those that the actor follows.
        before: Only threads archived before this moment, in seconds since the Unix epoch.
        limit: How many.
    """
    _, channel = guild_channel(state, actor, channel_id)
    require(state, actor, channel, permissions.READ_MESSAGE_HISTORY)
    if private and not joined:
        require(state, actor, channel, permissions.MANAGE_THREADS)
    threads = [
        thread
        for thread in state.threads_of(channel.guild_id or 0)
        if thread.parent_id == channel_id
        and thread.archived
        and thread.is_private_thread == private
        and (not joined or actor.user_id in thread.thread_members)
        and (before is None or thread.archived_at < before)
    ]
    threads.sort(key=lambda thread: thread.archived_at, reverse=True)
    return _listed(state, actor, threads[:limit]) | {"has_more": len(threads) > limit}


def _listed(state: State, actor: Actor, threads: Iterable[Channel]) -> dict[str, Any]:
    payloads: list[dict[str, Any]] = []
    members: list[dict[str, Any]] = []
    for thread in threads:
        payloads.append(channel_payload(state, thread))
        own = thread.thread_members.get(actor.user_id)
        if own is not None:
            members.append(thread_member_payload(thread, own))
    return {"threads": payloads, "members": members}


def join_thread(state: State, actor: Actor, thread_id: int) -> None:
    """Follow a thread."""
    thread = open_thread(state, actor, thread_id)
    follow(state, thread, [actor.user_id])


def leave_thread(state: State, actor: Actor, thread_id: int) -> None:
    """Stop following a thread."""
    unfollow(state, open_thread(state, actor, thread_id), actor.user_id)


def add_thread_member(state: State, actor: Actor, thread_id: int, user_id: int) -> None:
    """Have another member follow a thread."""
    thread = open_thread(state, actor, thread_id)
    require(state, actor, thread, permissions.SEND_MESSAGES_IN_THREADS)
    state.find_member(thread.guild_id or 0, user_id)
    invited = thread.invitable is not False or actor.user_id == thread.owner_id
    if not invited and not has(state, actor, thread, permissions.MANAGE_THREADS):
        raise Code.MISSING_PERMISSIONS.error()
    if len(thread.thread_members) >= MOST_MEMBERS:
        raise Code.MAX_THREAD_MEMBERS.error()
    was_visible = state.can_view(user_id, thread.id)
    follow(state, thread, [user_id])
    if not was_visible:
        publish_thread(state, thread, "THREAD_CREATE")


def remove_thread_member(state: State, actor: Actor, thread_id: int, user_id: int) -> None:
    """Have another member no longer follow a thread."""
    thread = open_thread(state, actor, thread_id)
    if not (thread.is_private_thread and thread.owner_id == actor.user_id):
        require(state, actor, thread, permissions.MANAGE_THREADS)
    if user_id not in thread.thread_members:
        raise Code.UNKNOWN_MEMBER.error()
    unfollow(state, thread, user_id)


def get_thread_member(
    state: State, actor: Actor, thread_id: int, user_id: int, *, with_member: bool = False
) -> dict[str, Any]:
    """Return a user's membership in a thread."""
    thread = visible_thread(state, actor, thread_id)
    if user_id not in thread.thread_members:
        raise Code.UNKNOWN_MEMBER.error()
    return _membership(state, thread, thread.thread_members[user_id], with_member=with_member)


def list_thread_members(
    state: State,
    actor: Actor,
    thread_id: int,
    *,
    with_member: bool = False,
    after: int | None = None,
    limit: int = 100,
) -> list[dict[str, Any]]:
    """Return who follows a thread; in pages, by user id, where their guild memberships are asked for."""
    thread = visible_thread(state, actor, thread_id)
    members = sorted(thread.thread_members.values(), key=lambda member: member.user_id)
    if with_member:
        members = [member for member in members if after is None or member.user_id > after][:limit]
    return [_membership(state, thread, member, with_member=with_member) for member in members]


def _membership(state: State, thread: Channel, member: ThreadMember, *, with_member: bool) -> dict[str, Any]:
    payload = thread_member_payload(thread, member)
    if with_member:
        payload["member"] = member_payload(state, state.guilds[thread.guild_id or 0].members[member.user_id])
    return payload


def visible_thread(state: State, actor: Actor, thread_id: int) -> Channel:
    """Return a thread that the actor may see."""
    thread = visible_channel(state, actor, thread_id)
    if not thread.is_thread:
        raise Code.WRONG_CHANNEL_TYPE.error()
    return thread


def open_thread(state: State, actor: Actor, thread_id: int) -> Channel:
    """Return a thread that the actor may see and that is not archived."""
    thread = visible_thread(state, actor, thread_id)
    if thread.archived:
        raise Code.THREAD_ARCHIVED.error()
    return thread
