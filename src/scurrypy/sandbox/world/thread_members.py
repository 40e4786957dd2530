"""Who follows a thread, and what a message does to the thread it is sent in."""

from collections.abc import Iterable
from typing import Any

from scurrypy.sandbox.dispatch import Dispatch
from scurrypy.sandbox.payloads.channels import channel_payload, thread_member_payload
from scurrypy.sandbox.payloads.members import member_payload
from scurrypy.sandbox.records import Channel, Message, ThreadMember
from scurrypy.sandbox.rules.intents import Intent
from scurrypy.sandbox.state import State


def follow(state: State, thread: Channel, user_ids: Iterable[int]) -> None:
    """Have users follow a thread, and tell the bots."""
    guild = state.guilds[thread.guild_id or 0]
    new = [id for id in dict.fromkeys(user_ids) if id not in thread.thread_members and id in guild.members]
    for user_id in new:
        thread.thread_members[user_id] = ThreadMember(user_id, state.clock.now())
    if new:
        _publish_members(state, thread, added=new, removed=[])


def unfollow(state: State, thread: Channel, user_id: int) -> None:
    """Have a user no longer follow a thread, and tell the bots."""
    if user_id in thread.thread_members:
        # Told first: afterwards the user may not see the thread any more.
        _publish_members(state, thread, added=[], removed=[user_id])
        del thread.thread_members[user_id]


def note_message(state: State, thread: Channel, message: Message) -> None:
    """Count a message that is about to be sent in a thread; it wakes the thread, and its author follows it."""
    message.position = thread.total_message_sent
    thread.message_count += 1
    thread.total_message_sent += 1
    if thread.archived:
        thread.archived = False
        thread.archived_at = state.clock.now()
        publish_thread(state, thread, "THREAD_UPDATE")
    follow(state, thread, [message.author_id, *message.mention_ids])


def publish_thread(state: State, thread: Channel, name: str, *, newly_created: bool = False) -> None:
    """Publish an event that carries a thread, to each bot with its own membership."""
    guild = state.guilds[thread.guild_id or 0]
    for application_id, application in state.applications.items():
        if application.bot_id in guild.members:
            data = channel_payload(state, thread, application.bot_id)
            if newly_created:
                data["newly_created"] = True
            intents = Intent.GUILDS
            state.publish(Dispatch(name, data, guild.id, intents, application_id, thread.id))


def _publish_members(state: State, thread: Channel, *, added: list[int], removed: list[int]) -> None:
    guild = state.guilds[thread.guild_id or 0]
    data: dict[str, Any] = {
        "id": str(thread.id),
        "guild_id": str(guild.id),
        "member_count": min(50, len(thread.thread_members) - len(removed)),
    }
    if added:
        data["added_members"] = [
            thread_member_payload(thread, thread.thread_members[id])
            | {"member": member_payload(state, guild.members[id]), "presence": guild.presences.get(id)}
            for id in added
        ]
    if removed:
        data["removed_member_ids"] = [str(id) for id in removed]
    # Without GUILD_MEMBERS a bot is told of itself alone, which the gateway sees to.
    intents = Intent.GUILDS | Intent.GUILD_MEMBERS
    state.publish(Dispatch("THREAD_MEMBERS_UPDATE", data, guild.id, intents, channel_id=thread.id))
