"""Templates of guilds on the wire.

See [Discord Docs/Guild Template Resource](https://docs.discord.com/developers/resources/guild-template).
"""

import copy
from typing import Any

from scurrypy.sandbox.clock import iso
from scurrypy.sandbox.payloads.guilds import role_payload
from scurrypy.sandbox.payloads.users import user_payload
from scurrypy.sandbox.records import Channel, Guild
from scurrypy.sandbox.records.channels import ANNOUNCEMENT, CATEGORY, FORUM, TEXT, VOICE
from scurrypy.sandbox.records.templates import Template
from scurrypy.sandbox.state import State

_SETTINGS = (
    "name", "description", "verification_level", "default_message_notifications", "explicit_content_filter",
    "preferred_locale", "afk_timeout", "system_channel_flags",
)  # fmt: skip
_ROLE = ("name", "permissions", "color", "colors", "hoist", "mentionable", "icon", "unicode_emoji")
_CHANNEL = (
    "name", "position", "topic", "bitrate", "user_limit", "nsfw", "rate_limit_per_user",
    "default_auto_archive_duration",
)  # fmt: skip
_FORUM = ("default_thread_rate_limit_per_user", "default_sort_order", "default_forum_layout", "default_reaction_emoji")
# An announcement channel becomes a text channel; other kinds do not go into a template.
_TYPES = {TEXT: TEXT, VOICE: VOICE, CATEGORY: CATEGORY, FORUM: FORUM, ANNOUNCEMENT: TEXT}


def template_payload(state: State, template: Template) -> dict[str, Any]:
    """Return a template; it is dirty when its guild looks otherwise by now."""
    guild = state.guilds.get(template.guild_id)
    dirty = guild is not None and snapshot(state, guild) != template.snapshot
    return {
        "code": template.code,
        "name": template.name,
        "description": template.description,
        "usage_count": 0,
        "creator_id": str(template.creator_id),
        "creator": user_payload(state.users[template.creator_id]),
        "created_at": iso(template.created_at),
        "updated_at": iso(template.updated_at),
        "source_guild_id": str(template.guild_id),
        "serialized_source_guild": copy.deepcopy(template.snapshot),
        "is_dirty": True if dirty else None,
    }


def snapshot(state: State, guild: Guild) -> dict[str, Any]:
    """Return what a guild looks like, with small numbers in the place of ids."""
    roles = [role for role in guild.roles.values() if not role.managed]
    channels = [channel for channel in state.channels_of(guild.id) if channel.type in _TYPES]
    # Categories first, so that what they hold refers to what stands before it.
    channels.sort(key=lambda channel: channel.type != CATEGORY)
    role_numbers = {role.id: number for number, role in enumerate(roles)}
    channel_numbers = {channel.id: number for number, channel in enumerate(channels, 1)}
    return {
        **{name: getattr(guild, name) for name in _SETTINGS},
        "region": None,
        "icon_hash": guild.icon,
        "afk_channel_id": channel_numbers.get(guild.afk_channel_id or 0),
        "system_channel_id": channel_numbers.get(guild.system_channel_id or 0),
        "roles": [{"id": role_numbers[role.id]} | {name: role_payload(role)[name] for name in _ROLE} for role in roles],
        "channels": [_channel(channel, channel_numbers, role_numbers) for channel in channels],
    }


def _channel(channel: Channel, channel_numbers: dict[int, int], role_numbers: dict[int, int]) -> dict[str, Any]:
    is_forum = channel.is_forum
    overwrites = [
        {"id": role_numbers[overwrite.id], "type": 0, "allow": str(overwrite.allow), "deny": str(overwrite.deny)}
        for overwrite in channel.overwrites.values()
        if overwrite.id in role_numbers
    ]
    tags = [{**tag, "id": number} for number, tag in enumerate(channel.available_tags)]
    return {
        "id": channel_numbers[channel.id],
        "type": _TYPES[channel.type],
        **{name: getattr(channel, name) for name in _CHANNEL},
        "parent_id": channel_numbers.get(channel.parent_id or 0),
        "permission_overwrites": overwrites,
        "available_tags": copy.deepcopy(tags) if is_forum else None,
        "template": "",
        **{name: copy.deepcopy(getattr(channel, name)) if is_forum else None for name in _FORUM},
        "default_tag_setting": None,
        "theme_color": None,
    }
