"""Searches for messages of guilds and for threads of channels. Nothing is more relevant than what is newer here.

See [Discord Docs/Search Guild Messages](https://docs.discord.com/developers/resources/message#search-guild-messages).
"""

from collections.abc import Mapping
from typing import Any

from scurrypy.sandbox.payloads.channels import channel_payload, thread_member_payload
from scurrypy.sandbox.payloads.messages import message_payload
from scurrypy.sandbox.records import Channel, Message
from scurrypy.sandbox.rules import permissions
from scurrypy.sandbox.rules.codes import Code
from scurrypy.sandbox.rules.fields import read_fields
from scurrypy.sandbox.rules.intents import Intent
from scurrypy.sandbox.rules.search import HAS, MESSAGES, THREADS, chosen, contains, embed_kinds, hostnames
from scurrypy.sandbox.rules.validation import Problems
from scurrypy.sandbox.state import State
from scurrypy.sandbox.world.access import guild_channel, has, joined_guild, require
from scurrypy.sandbox.world.actor import Actor
from scurrypy.sandbox.world.messages import REPLY

_NEEDED = permissions.VIEW_CHANNEL | permissions.READ_MESSAGE_HISTORY


def not_ready(state: State) -> dict[str, Any] | None:
    """Return what a search is told that comes too early; None where the index is ready."""
    index = state.search_index
    if not index.not_ready:
        return None
    index.not_ready -= 1
    return {
        "message": "Index not yet available. Try again later",
        "code": 110000,
        "documents_indexed": 0,
        "retry_after": index.retry_after,
    }


def search_messages(state: State, actor: Actor, guild_id: int, query: Mapping[str, Any]) -> dict[str, Any]:
    """Return a page of a guild's messages that pass every filter; for those alone who may read what is written."""
    guild, _ = joined_guild(state, actor, guild_id)
    application = state.applications.get(actor.application_id or 0)
    if application is not None and not application.privileged_intents & Intent.MESSAGE_CONTENT:
        raise Code.MISSING_ACCESS.error()
    problems = Problems()
    read = read_fields(query, MESSAGES, problems)
    problems.raise_if_any()
    channels = [
        channel
        for channel in [*state.channels_of(guild.id), *state.threads_of(guild.id)]
        if has(state, actor, channel, _NEEDED) and (not read["channel_id"] or channel.id in read["channel_id"])
    ]
    if not channels:
        raise Code.MISSING_PERMISSIONS.error()
    found = [
        message
        for channel in channels
        if read["include_nsfw"] or not (state.parent_of(channel) or channel).nsfw
        for message in state.messages[channel.id].values()
        if message.ephemeral_to is None and _passes(state, message, read)
    ]
    found.sort(key=lambda message: message.id, reverse=read["sort_by"] == "relevance" or read["sort_order"] == "desc")
    page = found[read["offset"] : read["offset"] + read["limit"]]
    places = {message.channel_id for message in page}
    return {
        "doing_deep_historical_index": False,
        "total_results": len(found),
        "messages": [[_hit(state, message, actor)] for message in page],
    } | _threads(state, actor, [channel for channel in channels if channel.is_thread and channel.id in places])


def search_threads(state: State, actor: Actor, channel_id: int, query: Mapping[str, Any]) -> dict[str, Any]:
    """Return a page of a channel's threads that pass every filter, with the messages they begin with."""
    guild, channel = guild_channel(state, actor, channel_id)
    require(state, actor, channel, permissions.READ_MESSAGE_HISTORY)
    problems = Problems()
    read = read_fields(query, THREADS, problems)
    problems.raise_if_any()
    found = [
        thread
        for thread in state.threads_of(guild.id)
        if thread.parent_id == channel.id and state.can_view(actor.user_id, thread.id) and _fits(thread, read)
    ]
    found.sort(key=lambda thread: _sort_key(thread, read["sort_by"]), reverse=read["sort_order"] == "desc")
    end = read["offset"] + read["limit"]
    page = found[read["offset"] : end]
    # What a thread hangs from may stand in the channel around it.
    firsts = [state.messages[place].get(thread.id) for thread in page for place in (thread.id, channel.id)]
    return _threads(state, actor, page) | {
        "has_more": len(found) > end,
        "total_results": len(found),
        "first_messages": [message_payload(state, first, actor.user_id) for first in firsts if first is not None],
    }


def _passes(state: State, message: Message, read: Mapping[str, Any]) -> bool:
    return (
        _is_within(message.id, read)
        and ("content" not in read or contains(message.content, read["content"], read["slop"]))
        and ("mention_everyone" not in read or message.mention_everyone == read["mention_everyone"])
        and ("pinned" not in read or (message.pinned_at is not None) == read["pinned"])
        and chosen(read["has"], lambda kind: HAS[kind](message))
        and _is_by(state, message, read)
        and _refers(state, message, read)
        and _holds(message, read)
    )


def _is_within(id: int, read: Mapping[str, Any]) -> bool:
    return bool(read.get("min_id", -1) < id < read.get("max_id", id + 1))


def _is_by(state: State, message: Message, read: Mapping[str, Any]) -> bool:
    author = state.users.get(message.author_id)
    kind = "webhook" if message.webhook_id or author is None else "bot" if author.bot else "user"
    wanted = [each for each in read["author_type"] if not each.startswith("-")]
    return (
        (not read["author_id"] or message.author_id in read["author_id"])
        and f"-{kind}" not in read["author_type"]
        and (not wanted or kind in wanted)
    )


def _refers(state: State, message: Message, read: Mapping[str, Any]) -> bool:
    reference = (message.reference or {}) if message.type == REPLY else {}
    replied_id = int(reference.get("message_id", 0))
    replied = state.messages[message.channel_id].get(replied_id)
    replied_user = None if replied is None else replied.author_id
    return (
        _any_of(read["mentions"], message.mention_ids)
        and _any_of(read["mentions_role_id"], message.mention_role_ids)
        and _any_of(read["replied_to_message_id"], [replied_id])
        and _any_of(read["replied_to_user_id"], [replied_user])
    )


def _holds(message: Message, read: Mapping[str, Any]) -> bool:
    names = [attachment.filename for attachment in message.attachments]
    providers = [embed.get("provider", {}).get("name") for embed in message.embeds]
    return (
        _any_of(read["embed_type"], embed_kinds(message))
        and _any_of(read["embed_provider"], providers)
        and _any_of(read["link_hostname"], hostnames(message))
        and _any_of(read["attachment_filename"], names)
        and _any_of(read["attachment_extension"], [name.rpartition(".")[2] for name in names])
    )


def _any_of(wanted: Any, present: Any) -> bool:
    """Return whether a message has any of what is wanted, or nothing is."""
    return not wanted or not set(wanted).isdisjoint(present)


def _fits(thread: Channel, read: Mapping[str, Any]) -> bool:
    together = all if read["tag_setting"] == "match_all" else any
    return (
        _is_within(thread.id, read)
        and ("archived" not in read or thread.archived == read["archived"])
        and ("name" not in read or contains(thread.name or "", read["name"], read["slop"]))
        and (not read["tag"] or together(tag in thread.applied_tags for tag in read["tag"]))
    )


def _sort_key(thread: Channel, sort_by: str) -> float:
    if sort_by == "archive_time":
        return thread.archived_at
    return thread.id if sort_by == "creation_time" else thread.last_message_id or thread.id


def _hit(state: State, message: Message, actor: Actor) -> dict[str, Any]:
    payload = message_payload(state, message, actor.user_id)
    payload.pop("reactions", None)
    return payload | {"hit": True}


def _threads(state: State, actor: Actor, threads: list[Channel]) -> dict[str, Any]:
    followed = [thread for thread in threads if actor.user_id in thread.thread_members]
    return {
        "threads": [channel_payload(state, thread) for thread in threads],
        "members": [thread_member_payload(thread, thread.thread_members[actor.user_id]) for thread in followed],
    }
