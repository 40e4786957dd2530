"""Channels of guilds: made, edited, moved, deleted.

See [Discord Docs/Channels Resource](https://docs.discord.com/developers/resources/channel).
"""

from collections.abc import Mapping, Sequence
from typing import Any

from scurrypy.sandbox.dispatch import Dispatch
from scurrypy.sandbox.payloads.channels import channel_payload
from scurrypy.sandbox.records import Channel, Guild
from scurrypy.sandbox.records.channels import ANNOUNCEMENT, CATEGORY, FORUM, MEDIA, STAGE, TEXT, VOICE
from scurrypy.sandbox.rules import permissions
from scurrypy.sandbox.rules.codes import Code
from scurrypy.sandbox.rules.fields import as_mapping, read_fields
from scurrypy.sandbox.rules.intents import Intent
from scurrypy.sandbox.rules.shapes import identity
from scurrypy.sandbox.rules.validation import Problems, invalid
from scurrypy.sandbox.state import State
from scurrypy.sandbox.world.access import guild_channel, joined_guild, permitted_guild, require, visible_channel
from scurrypy.sandbox.world.actor import Actor
from scurrypy.sandbox.world.audit import Action, changes_between, record
from scurrypy.sandbox.world.channel_settings import CREATED, POSITION, apply_settings, read_settings
from scurrypy.sandbox.world.overwrites import read_overwrites
from scurrypy.sandbox.world.threads import delete_thread, edit_thread

MOST_CHANNELS = 500
"""Channels of one guild."""
MAKEABLE = {TEXT, VOICE, CATEGORY, ANNOUNCEMENT, STAGE, FORUM, MEDIA}
"""Types of channels that can be made in a guild."""


def add_channel(state: State, guild: Guild, name: str, type: int, **fields: Any) -> Channel:
    """Add a channel below the others and tell those who may see it."""
    if fields.get("position") is None:
        fields["position"] = len(state.channels_of(guild.id))
    channel = Channel(state.ids.next(), type, guild.id, name, **fields)
    state.channels[channel.id] = channel
    publish_channel(state, channel, "CHANNEL_CREATE")
    return channel


def publish_channel(state: State, channel: Channel, name: str) -> None:
    """Publish an event that carries a guild channel."""
    data = channel_payload(state, channel)
    state.publish(Dispatch(name, data, channel.guild_id, Intent.GUILDS, channel_id=channel.id))


def get_channel(state: State, actor: Actor, channel_id: int) -> dict[str, Any]:
    """Return a channel."""
    return channel_payload(state, visible_channel(state, actor, channel_id), actor.user_id)


def list_channels(state: State, actor: Actor, guild_id: int) -> list[dict[str, Any]]:
    """Return the channels of a guild that the actor may see, threads left out."""
    joined_guild(state, actor, guild_id)
    channels = state.channels_of(guild_id)
    return [channel_payload(state, channel) for channel in channels if state.can_view(actor.user_id, channel.id)]


def create_channel(state: State, actor: Actor, guild_id: int, body: Mapping[str, Any]) -> dict[str, Any]:
    """Make a channel in a guild."""
    guild, member = permitted_guild(state, actor, guild_id, permissions.MANAGE_CHANNELS)
    problems = Problems()
    kind = body.get("type") or TEXT
    if kind not in MAKEABLE:
        listed = ", ".join(map(str, sorted(MAKEABLE)))
        problems.add("type", "BASE_TYPE_CHOICES", f"Value must be one of {{{listed}}}.")
    settings = read_settings(state, body, problems, CREATED)
    overwrites = read_overwrites(state, guild, member, body.get("permission_overwrites"), problems)
    _check_parent(state, guild, kind, settings.get("parent_id"), problems)
    problems.raise_if_any()
    if len(state.channels_of(guild_id)) >= MOST_CHANNELS:
        raise Code.MAX_CHANNELS.error()
    channel = Channel(state.ids.next(), kind, guild.id, position=len(state.channels_of(guild_id)))
    apply_settings(channel, settings)
    channel.name = text_name(settings["name"]) if kind in (TEXT, ANNOUNCEMENT, FORUM, MEDIA) else settings["name"]
    parent = state.channels.get(channel.parent_id or 0)
    if overwrites is None and parent is not None:
        overwrites = dict(parent.overwrites)
    channel.overwrites = overwrites or {}
    state.channels[channel.id] = channel
    publish_channel(state, channel, "CHANNEL_CREATE")
    changes = changes_between({}, {"name": channel.name, "type": channel.type})
    record(state, guild, actor, Action.CHANNEL_CREATE, channel.id, changes=changes)
    return channel_payload(state, channel)


def text_name(name: str) -> str:
    """Return a text channel's name as Discord writes it: small letters, hyphens for spaces."""
    return "-".join(name.lower().split()) or "-"


def edit_channel(state: State, actor: Actor, channel_id: int, body: Mapping[str, Any]) -> dict[str, Any]:
    """Change a channel's settings."""
    guild, channel = guild_channel(state, actor, channel_id)
    if channel.is_thread:
        return edit_thread(state, actor, channel, body)
    require(state, actor, channel, permissions.MANAGE_CHANNELS)
    problems = Problems()
    settings = read_settings(state, body, problems)
    _check_parent(state, guild, channel.type, settings.get("parent_id"), problems)
    kind = body.get("type", channel.type)
    if kind != channel.type and {kind, channel.type} != {TEXT, ANNOUNCEMENT}:
        problems.add("type", "BASE_TYPE_CHOICES", "Only text and announcement channels can be converted.")
    overwrites = None
    if body.get("permission_overwrites") is not None:
        require(state, actor, channel, permissions.MANAGE_ROLES)
        member = guild.members[actor.user_id]
        overwrites = read_overwrites(state, guild, member, body["permission_overwrites"], problems, channel=channel)
    problems.raise_if_any()
    before = channel_payload(state, channel)
    apply_settings(channel, settings)
    channel.type = kind
    if "name" in settings and not channel.is_voice and channel.type != CATEGORY:
        channel.name = text_name(settings["name"])
    if overwrites is not None:
        channel.overwrites = overwrites
    after = channel_payload(state, channel)
    publish_channel(state, channel, "CHANNEL_UPDATE")
    record(state, guild, actor, Action.CHANNEL_UPDATE, channel.id, changes=changes_between(before, after))
    return after


def delete_channel(state: State, actor: Actor, channel_id: int) -> dict[str, Any]:
    """Delete a channel or a thread; of a direct message channel, only close it."""
    channel = visible_channel(state, actor, channel_id)
    if channel.guild_id is None:
        return channel_payload(state, channel, actor.user_id)
    if channel.is_thread:
        return delete_thread(state, actor, channel)
    require(state, actor, channel, permissions.MANAGE_CHANNELS)
    guild = state.guilds[channel.guild_id]
    if "COMMUNITY" in guild.features and channel.id in (guild.rules_channel_id, guild.public_updates_channel_id):
        raise Code.CHANNEL_REQUIRED.error()
    payload = channel_payload(state, channel)
    # The event goes out first: afterwards nobody could see the channel.
    publish_channel(state, channel, "CHANNEL_DELETE")
    _remove(state, guild, channel)
    changes = changes_between({"name": channel.name, "type": channel.type}, {})
    record(state, guild, actor, Action.CHANNEL_DELETE, channel.id, changes=changes)
    return payload


def _remove(state: State, guild: Guild, channel: Channel) -> None:
    for thread in state.threads_of(guild.id):
        if thread.parent_id == channel.id:
            state.forget_channel(thread)
    for child in state.channels_of(guild.id):
        if child.parent_id == channel.id:
            child.parent_id = None
            publish_channel(state, child, "CHANNEL_UPDATE")
    for name in ("afk_channel_id", "system_channel_id", "rules_channel_id", "public_updates_channel_id"):
        if getattr(guild, name) == channel.id:
            setattr(guild, name, None)
    state.forget_channel(channel)


def move_channels(state: State, actor: Actor, guild_id: int, moves: Sequence[Any]) -> None:
    """Change the places of several channels of a guild."""
    guild, _ = permitted_guild(state, actor, guild_id, permissions.MANAGE_CHANNELS)
    problems = Problems()
    table = {"id": identity(required=True), "position": POSITION, "parent_id": identity(nullable=True)}
    read = [read_fields(as_mapping(move), table, problems, str(index)) for index, move in enumerate(moves)]
    problems.raise_if_any()
    for move in read:
        channel = state.channels.get(move["id"])
        if channel is None or channel.guild_id != guild.id or channel.is_thread:
            raise invalid("id", "CHANNEL_INVALID", "Invalid channel")
        if move.get("position") is not None:
            channel.position = move["position"]
        if "parent_id" in move:
            channel.parent_id = move["parent_id"]
        publish_channel(state, channel, "CHANNEL_UPDATE")


def _check_parent(state: State, guild: Guild, kind: int, parent_id: int | None, problems: Problems) -> None:
    if parent_id is None:
        return
    parent = state.channels.get(parent_id)
    if parent is None or parent.guild_id != guild.id:
        problems.add("parent_id", "CHANNEL_PARENT_INVALID", "Category does not exist")
    elif parent.type != CATEGORY or kind == CATEGORY:
        problems.add("parent_id", "CHANNEL_PARENT_INVALID_TYPE", "Not a category")
    elif sum(channel.parent_id == parent_id for channel in state.channels_of(guild.id)) >= 50:
        problems.add("parent_id", "CHANNEL_PARENT_MAX_CHANNELS", "Maximum number of channels in category reached (50)")


def set_voice_status(state: State, actor: Actor, channel_id: int, status: str | None) -> None:
    """Set the line of text below a voice channel's name; those who are not in it need MANAGE_CHANNELS as well."""
    guild, channel = guild_channel(state, actor, channel_id)
    if channel.type != VOICE:
        raise Code.WRONG_CHANNEL_TYPE.error()
    inside = guild.voice_states.get(actor.user_id, {}).get("channel_id") == str(channel.id)
    require(
        state,
        actor,
        channel,
        permissions.SET_VOICE_CHANNEL_STATUS | (0 if inside else permissions.MANAGE_CHANNELS),
    )
    if status is not None and len(status) > 500:
        raise invalid("status", "BASE_TYPE_MAX_LENGTH", "Must be 500 or fewer in length.")
    channel.status = status or None
    data = {"id": str(channel.id), "guild_id": str(channel.guild_id), "status": channel.status}
    state.publish(Dispatch("VOICE_CHANNEL_STATUS_UPDATE", data, channel.guild_id, Intent.GUILDS, channel_id=channel.id))
    action = Action.VOICE_CHANNEL_STATUS_CREATE if channel.status else Action.VOICE_CHANNEL_STATUS_DELETE
    record(state, guild, actor, action, channel.id, options={"status": channel.status} if channel.status else None)
