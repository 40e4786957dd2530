"""Guilds as a whole.

See [Discord Docs/Guild Resource](https://docs.discord.com/developers/resources/guild).
"""

from collections.abc import Mapping
from typing import Any

from scurrypy.sandbox.dispatch import Dispatch
from scurrypy.sandbox.payloads.guilds import emoji_payload, guild_payload, partial_guild, sticker_payload
from scurrypy.sandbox.records import Guild
from scurrypy.sandbox.records.channels import TEXT, VOICE
from scurrypy.sandbox.rules import permissions
from scurrypy.sandbox.rules.codes import Code
from scurrypy.sandbox.rules.fields import Field, flag, read_fields, text, whole
from scurrypy.sandbox.rules.intents import Intent
from scurrypy.sandbox.rules.shapes import identity, image, items
from scurrypy.sandbox.rules.validation import Problems
from scurrypy.sandbox.state import State
from scurrypy.sandbox.world.access import permitted_guild
from scurrypy.sandbox.world.actor import Actor
from scurrypy.sandbox.world.audit import Action, changes_between, record
from scurrypy.sandbox.world.users import store_picture

_SETTINGS: Mapping[str, Field] = {
    "name": text(least=2, most=100),
    "description": text(most=300, nullable=True),
    "verification_level": whole(choices=range(5), nullable=True),
    "default_message_notifications": whole(choices=(0, 1), nullable=True),
    "explicit_content_filter": whole(choices=(0, 1, 2), nullable=True),
    "afk_channel_id": identity(nullable=True),
    "afk_timeout": whole(choices=(60, 300, 900, 1800, 3600), nullable=True),
    "system_channel_id": identity(nullable=True),
    "system_channel_flags": whole(least=0, nullable=True),
    "rules_channel_id": identity(nullable=True),
    "public_updates_channel_id": identity(nullable=True),
    "safety_alerts_channel_id": identity(nullable=True),
    "preferred_locale": text(nullable=True),
    "features": items(text()),
    "premium_progress_bar_enabled": flag(nullable=True),
}
_PICTURES: Mapping[str, Field] = {
    name: image(nullable=True) for name in ("icon", "splash", "discovery_splash", "banner")
}
_FOLDERS = {"icon": "icons", "splash": "splashes", "discovery_splash": "discovery-splashes", "banner": "banners"}
_EMPTIED = {"description", "afk_channel_id", "system_channel_id", "rules_channel_id", "public_updates_channel_id",
            "safety_alerts_channel_id"}  # fmt: skip
_CHANNEL_TYPES = {"afk_channel_id": VOICE, "system_channel_id": TEXT, "rules_channel_id": TEXT,
                  "public_updates_channel_id": TEXT, "safety_alerts_channel_id": TEXT}  # fmt: skip
_OWN_FEATURES = {"COMMUNITY", "DISCOVERABLE", "INVITES_DISABLED", "RAID_ALERTS_DISABLED"}


def get_guild(state: State, actor: Actor, guild_id: int, *, with_counts: bool = False) -> dict[str, Any]:
    """Return a guild the actor is in."""
    guild = state.find_guild(guild_id)
    if actor.user_id not in guild.members:
        raise Code.UNKNOWN_GUILD.error()
    payload = guild_payload(state, guild)
    if with_counts:
        payload |= _counts(guild)
    return payload


def get_guild_preview(state: State, actor: Actor, guild_id: int) -> dict[str, Any]:
    """Return what anyone may know of a guild: its members of any, others of a discoverable one."""
    guild = state.find_guild(guild_id)
    if actor.user_id not in guild.members and "DISCOVERABLE" not in guild.features:
        raise Code.UNKNOWN_GUILD.error()
    shown = partial_guild(guild)
    kept = {name: shown[name] for name in ("id", "name", "icon", "splash", "features", "description")}
    return (
        kept
        | _counts(guild)
        | {
            "discovery_splash": guild.discovery_splash,
            "home_header": None,
            "emojis": [emoji_payload(state, emoji) for emoji in guild.emojis.values()],
            "stickers": [sticker_payload(state, sticker) for sticker in guild.stickers.values()],
        }
    )


def _counts(guild: Guild) -> dict[str, int]:
    return {"approximate_member_count": len(guild.members), "approximate_presence_count": len(guild.presences)}


def edit_guild(state: State, actor: Actor, guild_id: int, body: Mapping[str, Any]) -> dict[str, Any]:
    """Change a guild's settings."""
    guild, _ = permitted_guild(state, actor, guild_id, permissions.MANAGE_GUILD)
    problems = Problems()
    settings = read_fields(body, _SETTINGS, problems)
    pictures = read_fields(body, _PICTURES, problems)
    _check_channels(state, guild, settings, problems)
    problems.raise_if_any()
    before = guild_payload(state, guild)
    for name, value in settings.items():
        if name == "features":
            guild.features = _features(guild, value)
        elif value is not None or name in _EMPTIED:
            setattr(guild, name, value)
    for name, data in pictures.items():
        setattr(guild, name, store_picture(state, f"{_FOLDERS[name]}/{guild.id}", data))
    after = guild_payload(state, guild)
    tell_change(state, actor, guild, before)
    return after


def tell_change(state: State, actor: Actor, guild: Guild, before: Mapping[str, Any]) -> None:
    """Tell a guild's members and its audit log what became of its settings since `before`, if anything did."""
    after = guild_payload(state, guild)
    changes = changes_between(before, after)
    if changes:
        state.publish(Dispatch("GUILD_UPDATE", after, guild.id, Intent.GUILDS))
        record(state, guild, actor, Action.GUILD_UPDATE, guild.id, changes=changes)


def _check_channels(state: State, guild: Guild, settings: Mapping[str, Any], problems: Problems) -> None:
    for name, kind in _CHANNEL_TYPES.items():
        channel_id = settings.get(name)
        if channel_id is None:
            continue
        channel = state.channels.get(channel_id)
        if channel is None or channel.guild_id != guild.id or channel.type != kind:
            problems.add(name, "CHANNEL_INVALID", "Invalid channel")


def _features(guild: Guild, wanted: list[str]) -> list[str]:
    # Only some features are the guild's own to switch; the others stay as they are.
    kept = [feature for feature in guild.features if feature not in _OWN_FEATURES]
    return sorted({*kept, *(feature for feature in wanted if feature in _OWN_FEATURES)})
