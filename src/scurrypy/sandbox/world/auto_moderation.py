"""Auto moderation rules: made, changed, deleted.

See [Discord Docs/Auto Moderation](https://docs.discord.com/developers/resources/auto-moderation).
"""

from collections.abc import Mapping
from typing import Any

from scurrypy.sandbox.payloads.auto_moderation import rule_payload
from scurrypy.sandbox.records import Guild, Member
from scurrypy.sandbox.records.auto_moderation import AutoModerationRule
from scurrypy.sandbox.rules import permissions
from scurrypy.sandbox.rules.auto_moderation import (
    MEMBER_PROFILE,
    MEMBER_UPDATE,
    MESSAGE_SEND,
    MOST_RULES,
    SEND_ALERT_MESSAGE,
    TIMEOUT,
    read_actions,
    read_metadata,
)
from scurrypy.sandbox.rules.codes import Code
from scurrypy.sandbox.rules.fields import Field, flag, read_fields, text, whole
from scurrypy.sandbox.rules.intents import Intent
from scurrypy.sandbox.rules.shapes import ids
from scurrypy.sandbox.rules.validation import Problems, invalid
from scurrypy.sandbox.state import State
from scurrypy.sandbox.world.access import granted, permitted_guild
from scurrypy.sandbox.world.actor import Actor
from scurrypy.sandbox.world.audit import Action, changes_between, record

_EVENT = (MESSAGE_SEND, MEMBER_UPDATE)
_NEW: Mapping[str, Field] = {
    "name": text(required=True, least=1, most=100),
    "event_type": whole(required=True, choices=_EVENT),
    "trigger_type": whole(required=True, choices=MOST_RULES),
    "enabled": flag(default=False),
    "exempt_roles": ids(most=20, default=[]),
    "exempt_channels": ids(most=50, default=[]),
}
_EDITED: Mapping[str, Field] = {
    "name": text(least=1, most=100),
    "event_type": whole(choices=_EVENT),
    "enabled": flag(),
    "exempt_roles": ids(most=20),
    "exempt_channels": ids(most=50),
}


def list_rules(state: State, actor: Actor, guild_id: int) -> list[dict[str, Any]]:
    """Return the rules of a guild."""
    guild, _ = permitted_guild(state, actor, guild_id, permissions.MANAGE_GUILD)
    return [rule_payload(rule) for rule in guild.auto_moderation_rules.values()]


def get_rule(state: State, actor: Actor, guild_id: int, rule_id: int) -> dict[str, Any]:
    """Return one rule."""
    guild, _ = permitted_guild(state, actor, guild_id, permissions.MANAGE_GUILD)
    return rule_payload(_find(guild, rule_id))


def create_rule(state: State, actor: Actor, guild_id: int, body: Mapping[str, Any]) -> dict[str, Any]:
    """Make a rule, as long as the guild has not too many of its kind."""
    guild, member = permitted_guild(state, actor, guild_id, permissions.MANAGE_GUILD)
    problems = Problems()
    read = read_fields(body, _NEW, problems)
    problems.raise_if_any()
    kind: int = read["trigger_type"]
    read["trigger_metadata"] = read_metadata(body.get("trigger_metadata"), kind, problems)
    read["actions"] = read_actions(body.get("actions"), kind, problems)
    _check(state, guild, read, kind, problems)
    _require_timeouts(state, guild, member, read["actions"])
    if sum(rule.trigger_type == kind for rule in guild.auto_moderation_rules.values()) >= MOST_RULES[kind]:
        words = f"Maximum number of rules with this trigger type reached ({MOST_RULES[kind]})"
        raise invalid("", "AUTO_MODERATION_MAX_RULES_OF_TYPE_EXCEEDED", words)
    rule = AutoModerationRule(id=state.ids.next(), guild_id=guild.id, creator_id=actor.user_id, **read)
    guild.auto_moderation_rules[rule.id] = rule
    _publish(state, guild, rule, "AUTO_MODERATION_RULE_CREATE")
    changes = changes_between({}, rule_payload(rule))
    record(state, guild, actor, Action.AUTO_MODERATION_RULE_CREATE, rule.id, changes=changes)
    return rule_payload(rule)


def edit_rule(state: State, actor: Actor, guild_id: int, rule_id: int, body: Mapping[str, Any]) -> dict[str, Any]:
    """Change a rule; its kind stays."""
    guild, member = permitted_guild(state, actor, guild_id, permissions.MANAGE_GUILD)
    rule = _find(guild, rule_id)
    problems = Problems()
    read = read_fields(body, _EDITED, problems)
    if body.get("trigger_metadata") is not None:
        read["trigger_metadata"] = read_metadata(body["trigger_metadata"], rule.trigger_type, problems)
    if body.get("actions") is not None:
        read["actions"] = read_actions(body["actions"], rule.trigger_type, problems)
    _check(state, guild, read, rule.trigger_type, problems)
    _require_timeouts(state, guild, member, read.get("actions", []))
    before = rule_payload(rule)
    for name, value in read.items():
        setattr(rule, name, value)
    _publish(state, guild, rule, "AUTO_MODERATION_RULE_UPDATE")
    changes = changes_between(before, rule_payload(rule))
    record(state, guild, actor, Action.AUTO_MODERATION_RULE_UPDATE, rule.id, changes=changes)
    return rule_payload(rule)


def delete_rule(state: State, actor: Actor, guild_id: int, rule_id: int) -> None:
    """Delete a rule."""
    guild, _ = permitted_guild(state, actor, guild_id, permissions.MANAGE_GUILD)
    rule = _find(guild, rule_id)
    del guild.auto_moderation_rules[rule.id]
    _publish(state, guild, rule, "AUTO_MODERATION_RULE_DELETE")
    changes = changes_between(rule_payload(rule), {})
    record(state, guild, actor, Action.AUTO_MODERATION_RULE_DELETE, rule.id, changes=changes)


def _find(guild: Guild, rule_id: int) -> AutoModerationRule:
    if rule_id not in guild.auto_moderation_rules:
        raise Code.NOT_FOUND.error()
    return guild.auto_moderation_rules[rule_id]


def _check(state: State, guild: Guild, read: Mapping[str, Any], kind: int, problems: Problems) -> None:
    fitting = MEMBER_UPDATE if kind == MEMBER_PROFILE else MESSAGE_SEND
    if read.get("event_type", fitting) != fitting:
        words = "This event type cannot be used with this trigger type"
        problems.add("event_type", "AUTO_MODERATION_INVALID_EVENT_TYPE", words)
    for index, action in enumerate(read.get("actions", ())):
        if action["type"] == SEND_ALERT_MESSAGE:
            channel = state.channels.get(int(action["metadata"].get("channel_id", 0)))
            if channel is None or channel.guild_id != guild.id:
                problems.add(f"actions.{index}.metadata.channel_id", "CHANNEL_INVALID", "Invalid channel")
    problems.raise_if_any()


def _require_timeouts(state: State, guild: Guild, member: Member, actions: list[dict[str, Any]]) -> None:
    times_out = any(action["type"] == TIMEOUT for action in actions)
    if times_out and not granted(state, guild, member) & permissions.MODERATE_MEMBERS:
        raise Code.MISSING_PERMISSIONS.error()


def _publish(state: State, guild: Guild, rule: AutoModerationRule, name: str) -> None:
    needed = permissions.MANAGE_GUILD
    state.publish_to_permitted(guild, name, rule_payload(rule), Intent.AUTO_MODERATION_CONFIGURATION, needed)
