"""The audit log: who did what, and why.

See [Discord Docs/Audit Logs](https://docs.discord.com/developers/resources/audit-log).
"""

from collections.abc import Mapping
from enum import IntEnum
from typing import Any

from scurrypy.sandbox.payloads.auto_moderation import rule_payload
from scurrypy.sandbox.payloads.channels import channel_payload
from scurrypy.sandbox.payloads.guilds import audit_entry_payload
from scurrypy.sandbox.payloads.integrations import partial_integration
from scurrypy.sandbox.payloads.scheduled_events import event_payload
from scurrypy.sandbox.payloads.users import user_payload
from scurrypy.sandbox.records import AuditEntry, Guild
from scurrypy.sandbox.rules import permissions
from scurrypy.sandbox.rules.intents import Intent
from scurrypy.sandbox.state import State
from scurrypy.sandbox.world.access import permitted_guild
from scurrypy.sandbox.world.actor import Actor


class Action(IntEnum):
    """What an entry says was done."""

    GUILD_UPDATE = 1
    """A guild's settings changed."""
    CHANNEL_CREATE = 10
    """A channel was made."""
    CHANNEL_UPDATE = 11
    """A channel's settings changed."""
    CHANNEL_DELETE = 12
    """A channel was deleted."""
    OVERWRITE_CREATE = 13
    """A channel got a permission overwrite."""
    OVERWRITE_UPDATE = 14
    """A permission overwrite changed."""
    OVERWRITE_DELETE = 15
    """A channel lost a permission overwrite."""
    MEMBER_KICK = 20
    """A member was kicked."""
    MEMBER_PRUNE = 21
    """Idle members were removed."""
    MEMBER_BAN_ADD = 22
    """A user was banned."""
    MEMBER_BAN_REMOVE = 23
    """A ban was lifted."""
    MEMBER_UPDATE = 24
    """A member changed."""
    MEMBER_ROLE_UPDATE = 25
    """A member's roles changed."""
    BOT_ADD = 28
    """A bot was added."""
    ROLE_CREATE = 30
    """A role was made."""
    ROLE_UPDATE = 31
    """A role changed."""
    ROLE_DELETE = 32
    """A role was deleted."""
    INVITE_CREATE = 40
    """An invite was made."""
    INVITE_DELETE = 42
    """An invite was revoked."""
    WEBHOOK_CREATE = 50
    """A webhook was made."""
    WEBHOOK_UPDATE = 51
    """A webhook changed."""
    WEBHOOK_DELETE = 52
    """A webhook was deleted."""
    EMOJI_CREATE = 60
    """An emoji was made."""
    EMOJI_UPDATE = 61
    """An emoji changed."""
    EMOJI_DELETE = 62
    """An emoji was deleted."""
    MESSAGE_DELETE = 72
    """Somebody else's message was deleted."""
    MESSAGE_BULK_DELETE = 73
    """Messages were deleted together."""
    MESSAGE_PIN = 74
    """A message was pinned."""
    MESSAGE_UNPIN = 75
    """A message was unpinned."""
    INTEGRATION_DELETE = 82
    """An application was taken out of the guild."""
    STAGE_INSTANCE_CREATE = 83
    """A stage was opened."""
    STAGE_INSTANCE_UPDATE = 84
    """A stage changed."""
    STAGE_INSTANCE_DELETE = 85
    """A stage was closed."""
    STICKER_CREATE = 90
    """A sticker was made."""
    STICKER_UPDATE = 91
    """A sticker changed."""
    STICKER_DELETE = 92
    """A sticker was deleted."""
    GUILD_SCHEDULED_EVENT_CREATE = 100
    """An event was planned."""
    GUILD_SCHEDULED_EVENT_UPDATE = 101
    """An event changed."""
    GUILD_SCHEDULED_EVENT_DELETE = 102
    """An event was taken away."""
    THREAD_CREATE = 110
    """A thread was made."""
    THREAD_UPDATE = 111
    """A thread changed."""
    THREAD_DELETE = 112
    """A thread was deleted."""
    SOUNDBOARD_SOUND_CREATE = 130
    """A soundboard sound was made."""
    SOUNDBOARD_SOUND_UPDATE = 131
    """A soundboard sound changed."""
    SOUNDBOARD_SOUND_DELETE = 132
    """A soundboard sound was deleted."""
    AUTO_MODERATION_RULE_CREATE = 140
    """An auto moderation rule was made."""
    AUTO_MODERATION_RULE_UPDATE = 141
    """An auto moderation rule changed."""
    AUTO_MODERATION_RULE_DELETE = 142
    """An auto moderation rule was deleted."""
    AUTO_MODERATION_BLOCK_MESSAGE = 143
    """Auto moderation blocked a message."""
    AUTO_MODERATION_FLAG_TO_CHANNEL = 144
    """Auto moderation flagged a message."""
    AUTO_MODERATION_USER_COMMUNICATION_DISABLED = 145
    """Auto moderation timed a member out."""
    ONBOARDING_PROMPT_CREATE = 163
    """A question for newcomers was made."""
    ONBOARDING_PROMPT_UPDATE = 164
    """A question for newcomers changed."""
    ONBOARDING_PROMPT_DELETE = 165
    """A question for newcomers was deleted."""
    ONBOARDING_CREATE = 166
    """An onboarding was made."""
    ONBOARDING_UPDATE = 167
    """An onboarding changed."""
    VOICE_CHANNEL_STATUS_CREATE = 192
    """A voice channel got a status."""
    VOICE_CHANNEL_STATUS_DELETE = 193
    """A voice channel lost its status."""


def record(
    state: State,
    guild: Guild,
    actor: Actor,
    action: Action,
    target_id: int | None,
    *,
    changes: list[dict[str, Any]] | None = None,
    options: dict[str, Any] | None = None,
) -> None:
    """Write a line into the audit log and tell the bots that may read it."""
    entry = AuditEntry(state.ids.next(), action, actor.user_id, target_id, changes or [], options, actor.reason)
    guild.audit_log.append(entry)
    data = {"guild_id": str(guild.id)} | audit_entry_payload(entry)
    name = "GUILD_AUDIT_LOG_ENTRY_CREATE"
    state.publish_to_permitted(guild, name, data, Intent.GUILD_MODERATION, permissions.VIEW_AUDIT_LOG)


def changes_between(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return what differs between two wire forms, as the audit log says it."""
    changes: list[dict[str, Any]] = []
    for key in sorted(before.keys() | after.keys()):
        old, new = before.get(key), after.get(key)
        if old == new:
            continue
        change = {"key": key}
        if old is not None:
            change["old_value"] = old
        if new is not None:
            change["new_value"] = new
        changes.append(change)
    return changes


def get_audit_log(
    state: State,
    actor: Actor,
    guild_id: int,
    *,
    user_id: int | None = None,
    target_id: int | None = None,
    action_type: int | None = None,
    before: int | None = None,
    after: int | None = None,
    limit: int = 50,
) -> dict[str, Any]:
    """Return a part of the audit log: the newest first, with `after` the oldest first."""
    guild, _ = permitted_guild(state, actor, guild_id, permissions.VIEW_AUDIT_LOG)
    entries = [
        entry
        for entry in guild.audit_log
        if user_id in (None, entry.user_id)
        and target_id in (None, entry.target_id)
        and action_type in (None, entry.action_type)
        and (before is None or entry.id < before)
        and (after is None or entry.id > after)
    ]
    entries = entries[:limit] if after is not None else entries[::-1][:limit]
    mentioned = {id for entry in entries for id in (entry.user_id, entry.target_id) if id is not None}
    threads = [channel for channel in state.threads_of(guild.id) if channel.id in mentioned]
    return {
        "audit_log_entries": [audit_entry_payload(entry) for entry in entries],
        "users": [user_payload(state.users[id]) for id in sorted(mentioned) if id in state.users],
        "threads": [channel_payload(state, thread) for thread in threads],
        "integrations": [
            partial_integration(state, each) for each in guild.integrations.values() if each.id in mentioned
        ],
        "webhooks": [],
        "guild_scheduled_events": [
            event_payload(state, event) for event in guild.scheduled_events.values() if event.id in mentioned
        ],
        "application_commands": [],
        "auto_moderation_rules": [
            rule_payload(rule) for rule in guild.auto_moderation_rules.values() if rule.id in mentioned
        ],
    }
