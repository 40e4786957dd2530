"""Threads and forum posts.

See [Discord Docs/Threads](https://docs.discord.com/developers/topics/threads).
"""

from collections.abc import Mapping, Sequence
from typing import Any

from scurrypy.sandbox.dispatch import Dispatch
from scurrypy.sandbox.payloads.channels import channel_payload
from scurrypy.sandbox.payloads.messages import message_payload
from scurrypy.sandbox.records import Channel, Guild, UploadedFile
from scurrypy.sandbox.records.channels import ANNOUNCEMENT, ANNOUNCEMENT_THREAD, PRIVATE_THREAD, PUBLIC_THREAD, TEXT
from scurrypy.sandbox.rules import permissions
from scurrypy.sandbox.rules.codes import Code
from scurrypy.sandbox.rules.fields import Field, as_mapping, flag, read_fields, text, whole
from scurrypy.sandbox.rules.intents import Intent
from scurrypy.sandbox.rules.shapes import ids
from scurrypy.sandbox.rules.validation import Problems, invalid
from scurrypy.sandbox.state import State
from scurrypy.sandbox.world.access import guild_channel, has, require
from scurrypy.sandbox.world.actor import Actor
from scurrypy.sandbox.world.audit import Action, changes_between, record
from scurrypy.sandbox.world.channel_settings import ARCHIVE_DURATIONS
from scurrypy.sandbox.world.drafts import Draft, read_draft
from scurrypy.sandbox.world.messages import reference_to, visible_message
from scurrypy.sandbox.world.posting import post_message, publish_message
from scurrypy.sandbox.world.thread_members import follow, publish_thread

THREAD_CREATED = 18
"""Type of the message that says a thread was made."""
THREAD_STARTER = 21
"""Type of the first message of a thread made from a message."""
HAS_THREAD = 1 << 5
"""Message flag: a thread hangs from it."""
PINNED = 1 << 1
"""Channel flag: a post that stays on top of its forum."""
_REQUIRE_TAG = 1 << 4

_NEW: Mapping[str, Field] = {
    "name": text(required=True, least=1, most=100),
    "auto_archive_duration": whole(choices=ARCHIVE_DURATIONS, nullable=True),
    "rate_limit_per_user": whole(least=0, most=21600, nullable=True),
    "type": whole(choices=(ANNOUNCEMENT_THREAD, PUBLIC_THREAD, PRIVATE_THREAD), nullable=True),
    "invitable": flag(nullable=True),
    "applied_tags": ids(most=5, nullable=True),
}
_EDITED: Mapping[str, Field] = {
    "name": text(least=1, most=100),
    "archived": flag(nullable=True),
    "locked": flag(nullable=True),
    "invitable": flag(nullable=True),
    "auto_archive_duration": whole(choices=ARCHIVE_DURATIONS, nullable=True),
    "rate_limit_per_user": whole(least=0, most=21600, nullable=True),
    "flags": whole(nullable=True),
    "applied_tags": ids(most=5, nullable=True),
}


def create_thread_from_message(
    state: State, actor: Actor, channel_id: int, message_id: int, body: Mapping[str, Any]
) -> dict[str, Any]:
    """Make a thread that hangs from a message; it takes the message's id."""
    guild, parent = guild_channel(state, actor, channel_id)
    if parent.type not in (TEXT, ANNOUNCEMENT):
        raise Code.WRONG_CHANNEL_TYPE.error()
    require(state, actor, parent, permissions.CREATE_PUBLIC_THREADS)
    message = visible_message(state, actor, channel_id, message_id)
    if message_id in state.channels:
        raise Code.THREAD_EXISTS.error()
    kind = PUBLIC_THREAD if parent.type == TEXT else ANNOUNCEMENT_THREAD
    thread = _new_thread(state, actor, parent, _read_new(body), kind, id=message_id)
    message.flags |= HAS_THREAD
    publish_message(state, message, "MESSAGE_UPDATE")
    _announce(state, guild, actor, thread)
    post_message(
        state, thread, message.author_id, Draft(), type=THREAD_STARTER, reference=reference_to(parent, message)
    )
    thread.message_count = thread.total_message_sent = 0
    return channel_payload(state, thread, actor.user_id)


def create_thread(
    state: State, actor: Actor, channel_id: int, body: Mapping[str, Any], files: Sequence[UploadedFile] = ()
) -> dict[str, Any]:
    """Make a thread that hangs from no message, or in a forum a post with its first message."""
    guild, parent = guild_channel(state, actor, channel_id)
    if parent.is_forum:
        return _create_post(state, actor, parent, body, files)
    read = _read_new(body)
    kind = read.get("type") or PRIVATE_THREAD
    if parent.type not in (TEXT, ANNOUNCEMENT) or (kind == ANNOUNCEMENT_THREAD) != (parent.type == ANNOUNCEMENT):
        raise Code.WRONG_CHANNEL_TYPE.error()
    private = kind == PRIVATE_THREAD
    require(state, actor, parent, permissions.CREATE_PRIVATE_THREADS if private else permissions.CREATE_PUBLIC_THREADS)
    thread = _new_thread(state, actor, parent, read, kind)
    _announce(state, guild, actor, thread)
    if not private:
        reference = {"type": 0, "channel_id": str(thread.id), "guild_id": str(guild.id)}
        named = Draft(content=thread.name)
        post_message(state, parent, actor.user_id, named, mention_all=False, type=THREAD_CREATED, reference=reference)
    return channel_payload(state, thread, actor.user_id)


def _create_post(
    state: State,
    actor: Actor,
    forum: Channel,
    body: Mapping[str, Any],
    files: Sequence[UploadedFile],
) -> dict[str, Any]:
    require(state, actor, forum, permissions.SEND_MESSAGES)
    guild = state.guilds[forum.guild_id or 0]
    read = _read_new(body)
    if not as_mapping(body.get("message")):
        raise invalid("message", "BASE_TYPE_REQUIRED", "This field is required")
    draft = read_draft(as_mapping(body["message"]), files, path="message")
    if draft.is_empty:
        raise Code.EMPTY_MESSAGE.error()
    _check_tags(state, actor, forum, read.get("applied_tags") or [])
    if forum.flags & _REQUIRE_TAG and not read.get("applied_tags"):
        raise Code.TAGS_REQUIRED.error()
    thread = _new_thread(state, actor, forum, read, PUBLIC_THREAD)
    forum.last_message_id = thread.id
    _announce(state, guild, actor, thread)
    mention_all = has(state, actor, forum, permissions.MENTION_EVERYONE)
    # The first message of a post has the id of the post.
    message = post_message(state, thread, actor.user_id, draft, mention_all=mention_all, id=thread.id)
    thread.message_count = thread.total_message_sent = 0
    payload = channel_payload(state, thread, actor.user_id)
    return payload | {"message": message_payload(state, message, actor.user_id)}


def edit_thread(state: State, actor: Actor, thread: Channel, body: Mapping[str, Any]) -> dict[str, Any]:
    """Change a thread's settings: moderators everything, its owner what is not theirs to moderate."""
    guild = state.guilds[thread.guild_id or 0]
    problems = Problems()
    read = {name: value for name, value in read_fields(body, _EDITED, problems).items() if value is not None}
    problems.raise_if_any()
    moderator = has(state, actor, thread, permissions.MANAGE_THREADS)
    _require_may_edit(state, actor, thread, read, moderator=moderator)
    forum = state.channels[thread.parent_id or 0]
    if "applied_tags" in read:
        _check_tags(state, actor, forum, read["applied_tags"])
    before = channel_payload(state, thread)
    if "flags" in read:
        read["flags"] = thread.flags & ~PINNED | read["flags"] & PINNED
    if read.get("archived", thread.archived) != thread.archived:
        thread.archived_at = state.clock.now()
    for name, value in read.items():
        setattr(thread, name, value)
    after = channel_payload(state, thread)
    publish_thread(state, thread, "THREAD_UPDATE")
    record(state, guild, actor, Action.THREAD_UPDATE, thread.id, changes=changes_between(before, after))
    return channel_payload(state, thread, actor.user_id)


def _require_may_edit(state: State, actor: Actor, thread: Channel, read: Mapping[str, Any], *, moderator: bool) -> None:
    if thread.archived and read.get("archived") is not False and read.keys() - {"archived", "locked"}:
        raise Code.THREAD_ARCHIVED.error()
    if moderator:
        return
    owner = thread.owner_id == actor.user_id
    reopening = set(read) == {"archived"} and not read["archived"] and not thread.locked
    if reopening and has(state, actor, thread, permissions.SEND_MESSAGES_IN_THREADS):
        return
    if not owner or read.keys() & {"locked", "rate_limit_per_user", "flags"} or thread.locked:
        raise Code.MISSING_PERMISSIONS.error()


def delete_thread(state: State, actor: Actor, thread: Channel) -> dict[str, Any]:
    """Delete a thread with everything in it."""
    require(state, actor, thread, permissions.MANAGE_THREADS)
    guild = state.guilds[thread.guild_id or 0]
    payload = channel_payload(state, thread, actor.user_id)
    data = {name: payload[name] for name in ("id", "guild_id", "parent_id", "type")}
    state.publish(Dispatch("THREAD_DELETE", data, guild.id, Intent.GUILDS, channel_id=thread.id))
    state.forget_channel(thread)
    record(state, guild, actor, Action.THREAD_DELETE, thread.id, changes=changes_between({"name": thread.name}, {}))
    return payload


def _read_new(body: Mapping[str, Any]) -> dict[str, Any]:
    problems = Problems()
    read = read_fields(body, _NEW, problems)
    problems.raise_if_any()
    return read


def _new_thread(
    state: State, actor: Actor, parent: Channel, read: Mapping[str, Any], kind: int, *, id: int | None = None
) -> Channel:
    now = state.clock.now()
    wanted = read.get("rate_limit_per_user")
    thread = Channel(
        id or state.ids.next(),
        kind,
        parent.guild_id,
        read["name"],
        parent_id=parent.id,
        owner_id=actor.user_id,
        archived_at=now,
        created_at=now,
        auto_archive_duration=read.get("auto_archive_duration") or parent.default_auto_archive_duration or 4320,
        rate_limit_per_user=parent.default_thread_rate_limit_per_user if wanted is None else wanted,
        applied_tags=read.get("applied_tags") or [],
    )
    if kind == PRIVATE_THREAD:
        thread.invitable = read.get("invitable") is not False
    state.channels[thread.id] = thread
    return thread


def _announce(state: State, guild: Guild, actor: Actor, thread: Channel) -> None:
    """Tell of a new thread, which its maker follows."""
    if not thread.is_private_thread:
        publish_thread(state, thread, "THREAD_CREATE", newly_created=True)
        follow(state, thread, [actor.user_id])
    else:
        follow(state, thread, [actor.user_id])
        publish_thread(state, thread, "THREAD_CREATE", newly_created=True)
    changes = changes_between({}, {"name": thread.name, "type": thread.type})
    record(state, guild, actor, Action.THREAD_CREATE, thread.id, changes=changes)


def _check_tags(state: State, actor: Actor, forum: Channel, tag_ids: Sequence[int]) -> None:
    tags = {int(tag["id"]): tag for tag in forum.available_tags}
    if any(id not in tags for id in tag_ids):
        raise Code.UNKNOWN_TAG.error()
    if any(tags[id]["moderated"] for id in tag_ids):
        require(state, actor, forum, permissions.MANAGE_THREADS)
