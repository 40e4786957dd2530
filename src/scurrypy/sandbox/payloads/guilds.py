"""Guilds, roles, emojis, stickers, invites, audit log entries on the wire.

See [Discord Docs/Guild Resource](https://docs.discord.com/developers/resources/guild).
"""

from typing import Any

from scurrypy.sandbox.clock import iso
from scurrypy.sandbox.payloads.channels import channel_payload
from scurrypy.sandbox.payloads.community import welcome_payload
from scurrypy.sandbox.payloads.members import member_payload
from scurrypy.sandbox.payloads.scheduled_events import event_payload
from scurrypy.sandbox.payloads.sounds import sound_payload
from scurrypy.sandbox.payloads.stages import stage_payload
from scurrypy.sandbox.payloads.users import user_payload
from scurrypy.sandbox.records import AuditEntry, Emoji, Guild, Invite, Role, Sticker
from scurrypy.sandbox.state import State

_PLAIN = (
    "name", "icon", "description", "splash", "discovery_splash", "banner", "afk_timeout", "system_channel_flags",
    "verification_level", "default_message_notifications", "mfa_level", "explicit_content_filter", "premium_tier",
    "preferred_locale", "premium_progress_bar_enabled", "nsfw_level",
)  # fmt: skip
_IDS = (
    "id", "owner_id", "afk_channel_id", "system_channel_id", "rules_channel_id", "public_updates_channel_id",
    "safety_alerts_channel_id",
)  # fmt: skip


def guild_payload(state: State, guild: Guild) -> dict[str, Any]:
    """Return a guild with its roles, emojis, stickers."""
    payload: dict[str, Any] = {name: getattr(guild, name) for name in _PLAIN}
    payload |= {name: id_or_none(getattr(guild, name)) for name in _IDS}
    return payload | {
        "features": list(guild.features),
        "roles": [role_payload(role) for role in guild.roles.values()],
        "emojis": [emoji_payload(state, emoji) for emoji in guild.emojis.values()],
        "stickers": [sticker_payload(state, sticker) for sticker in guild.stickers.values()],
        "home_header": None,
        "application_id": None,
        "region": "us-central",
        "widget_enabled": guild.widget.enabled,
        "widget_channel_id": id_or_none(guild.widget.channel_id),
        "max_presences": None,
        "max_members": 500_000,
        "max_video_channel_users": 25,
        "max_stage_video_channel_users": 50,
        "vanity_url_code": guild.vanity_url_code,
        "premium_subscription_count": sum(member.premium_since is not None for member in guild.members.values()),
        "nsfw": guild.nsfw_level in (1, 3),
        "hub_type": None,
        "latest_onboarding_question_id": None,
        "inventory_settings": None,
        "incidents_data": _incidents(guild),
    }


def guild_create(state: State, guild: Guild, bot_id: int) -> dict[str, Any]:
    """Return the guild as GUILD_CREATE carries it to one bot: with everything, before anything is withheld."""
    threads = [thread for thread in state.threads_of(guild.id) if not thread.archived]
    return guild_payload(state, guild) | {
        "joined_at": iso(guild.members[bot_id].joined_at),
        "large": len(guild.members) > 250,
        "unavailable": False,
        "member_count": len(guild.members),
        "voice_states": [dict(voice_state) for voice_state in guild.voice_states.values()],
        "members": [member_payload(state, member) for member in guild.members.values()],
        "channels": [_in_guild(channel_payload(state, channel)) for channel in state.channels_of(guild.id)],
        "threads": [channel_payload(state, t, bot_id) for t in threads if state.can_view(bot_id, t.id)],
        "presences": [dict(presence) for presence in guild.presences.values()],
        "stage_instances": [
            stage_payload(stage)
            for stage in state.stages.values()
            if stage.guild_id == guild.id and state.can_view(bot_id, stage.channel_id)
        ],
        "guild_scheduled_events": [
            event_payload(state, event)
            for event in guild.scheduled_events.values()
            if not event.is_over and (event.channel_id is None or state.can_view(bot_id, event.channel_id))
        ],
        "soundboard_sounds": [sound_payload(state, sound, with_user=True) for sound in guild.sounds.values()],
        "embedded_activities": [],
        "version": state.ids.next(),
    }


def incidents_payload(guild: Guild) -> dict[str, Any]:
    """Return what a guild has suspended; that Discord found a raid does not occur here."""
    return {
        "invites_disabled_until": _moment(guild.invites_disabled_until),
        "dms_disabled_until": _moment(guild.dms_disabled_until),
        "dm_spam_detected_at": None,
        "raid_detected_at": None,
    }


def partial_guild(guild: Guild) -> dict[str, Any]:
    """Return what an invite or an interaction tells of its guild."""
    return {
        "id": str(guild.id),
        "name": guild.name,
        "icon": guild.icon,
        "splash": guild.splash,
        "banner": guild.banner,
        "description": guild.description,
        "features": list(guild.features),
        "verification_level": guild.verification_level,
        "vanity_url_code": guild.vanity_url_code,
        "nsfw_level": guild.nsfw_level,
        "nsfw": guild.nsfw_level in (1, 3),
        "premium_subscription_count": 0,
        "premium_tier": guild.premium_tier,
    }


def role_payload(role: Role) -> dict[str, Any]:
    """Return a role."""
    payload: dict[str, Any] = {
        "id": str(role.id),
        "name": role.name,
        "description": None,
        "permissions": str(role.permissions),
        "position": role.position,
        "color": role.color,
        "colors": {
            "primary_color": role.color,
            "secondary_color": role.secondary_color,
            "tertiary_color": role.tertiary_color,
        },
        "hoist": role.hoist,
        "managed": role.managed,
        "mentionable": role.mentionable,
        "icon": role.icon,
        "unicode_emoji": role.unicode_emoji,
        "flags": role.flags,
    }
    if role.tags is not None:
        payload["tags"] = dict(role.tags)
    return payload


def emoji_payload(state: State, emoji: Emoji, *, with_user: bool = False) -> dict[str, Any]:
    """Return an emoji, with its maker for those who may know."""
    payload: dict[str, Any] = {
        "id": str(emoji.id),
        "name": emoji.name,
        "roles": [str(role_id) for role_id in emoji.role_ids],
        "require_colons": True,
        "managed": False,
        "animated": emoji.animated,
        "available": True,
    }
    if with_user:
        payload["user"] = user_payload(state.users[emoji.creator_id])
    return payload


def sticker_payload(state: State, sticker: Sticker, *, with_user: bool = False) -> dict[str, Any]:
    """Return a sticker, with its maker for those who may know."""
    payload: dict[str, Any] = {
        "id": str(sticker.id),
        "name": sticker.name,
        "description": sticker.description,
        "tags": sticker.tags,
        "type": 2,
        "format_type": sticker.format_type,
        "available": True,
        "guild_id": str(sticker.guild_id),
    }
    if with_user:
        payload["user"] = user_payload(state.users[sticker.creator_id])
    return payload


def invite_payload(state: State, invite: Invite, *, with_metadata: bool = False) -> dict[str, Any]:
    """Return an invite, with its use so far for those who may know."""
    guild = state.guilds[invite.guild_id]
    channel = state.channels[invite.channel_id]
    payload: dict[str, Any] = {
        "type": 0,
        "code": invite.code,
        "flags": 0,
        "guild_id": str(guild.id),
        "guild": partial_guild(guild),
        "channel": {"id": str(channel.id), "name": channel.name, "type": channel.type},
        "inviter": user_payload(state.users[invite.inviter_id]),
        "expires_at": iso(invite.created_at + invite.max_age) if invite.max_age else None,
    }
    if guild.welcome_screen is not None and "WELCOME_SCREEN_ENABLED" in guild.features:
        payload["guild"]["welcome_screen"] = welcome_payload(guild.welcome_screen)
    if invite.role_ids:
        payload["roles"] = [role_payload(guild.roles[id]) for id in invite.role_ids if id in guild.roles]
    if with_metadata:
        payload |= {
            "uses": invite.uses,
            "max_uses": invite.max_uses,
            "max_age": invite.max_age,
            "temporary": invite.temporary,
            "created_at": iso(invite.created_at),
        }
    return payload


def audit_entry_payload(entry: AuditEntry) -> dict[str, Any]:
    """Return a line of the audit log."""
    payload: dict[str, Any] = {
        "id": str(entry.id),
        "action_type": entry.action_type,
        "user_id": str(entry.user_id),
        "target_id": id_or_none(entry.target_id),
    }
    if entry.changes:
        payload["changes"] = [dict(change) for change in entry.changes]
    if entry.options is not None:
        payload["options"] = dict(entry.options)
    if entry.reason is not None:
        payload["reason"] = entry.reason
    return payload


def id_or_none(value: int | None) -> str | None:
    """Return an id as it goes over the wire."""
    return None if value is None else str(value)


def _incidents(guild: Guild) -> dict[str, Any] | None:
    payload = incidents_payload(guild)
    return payload if any(payload.values()) else None


def _moment(seconds: float | None) -> str | None:
    return None if seconds is None else iso(seconds)


def _in_guild(channel: dict[str, Any]) -> dict[str, Any]:
    # Inside a guild, channels do not repeat the guild's id.
    return {key: value for key, value in channel.items() if key != "guild_id"}
