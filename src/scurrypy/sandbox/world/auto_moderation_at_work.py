"""Auto moderation at work: what a guild's rules do about a message.

Rules for keywords and for mentions work as Discord documents them. Rules for spam, for Discord's own word lists and
for profiles are kept but never match: what they look for is known to Discord alone.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from scurrypy.sandbox.records import Channel, Guild, Member
from scurrypy.sandbox.records.auto_moderation import AutoModerationRule
from scurrypy.sandbox.rules import permissions
from scurrypy.sandbox.rules.auto_moderation import (
    BLOCK_MESSAGE,
    KEYWORD,
    MENTION_SPAM,
    SEND_ALERT_MESSAGE,
    TIMEOUT,
    Finding,
    find_keyword,
)
from scurrypy.sandbox.rules.codes import Code
from scurrypy.sandbox.rules.intents import Intent
from scurrypy.sandbox.state import State
from scurrypy.sandbox.world.access import granted
from scurrypy.sandbox.world.actor import Actor
from scurrypy.sandbox.world.audit import Action, record
from scurrypy.sandbox.world.drafts import Draft
from scurrypy.sandbox.world.members import publish_member
from scurrypy.sandbox.world.mentions import mentioned_ids
from scurrypy.sandbox.world.posting import post_message

ALERT = 24
"""Type of the message that tells moderators what auto moderation did."""
_ENTRIES = {
    BLOCK_MESSAGE: Action.AUTO_MODERATION_BLOCK_MESSAGE,
    SEND_ALERT_MESSAGE: Action.AUTO_MODERATION_FLAG_TO_CHANNEL,
    TIMEOUT: Action.AUTO_MODERATION_USER_COMMUNICATION_DISABLED,
}


@dataclass(slots=True)
class Verdict:
    """What a guild's rules say about one text."""

    guild: Guild
    """The guild."""
    member: Member
    """Who wrote it."""
    channel: Channel
    """Where."""
    content: str
    """The text."""
    matches: list[tuple[AutoModerationRule, Finding]] = field(default_factory=list[tuple[AutoModerationRule, Finding]])
    """Every rule it breaks, and by what."""

    @property
    def blocks(self) -> bool:
        """Whether the text must not be posted."""
        return any(action["type"] == BLOCK_MESSAGE for rule, _ in self.matches for action in rule.actions)


def judge(state: State, actor: Actor, channel: Channel, content: str) -> Verdict | None:
    """Return what the rules say about what somebody writes; None where no rule is broken.

    Bots, and members who may manage the guild, write what they like.
    """
    guild = state.guilds.get(channel.guild_id or 0)
    if guild is None or state.users[actor.user_id].bot:
        return None
    member = guild.members[actor.user_id]
    if granted(state, guild, member) & permissions.MANAGE_GUILD:
        return None
    verdict = Verdict(guild, member, channel, content)
    for rule in _concerned(guild, member, channel):
        finding = _find(rule, content)
        if finding is not None:
            verdict.matches.append((rule, finding))
    return verdict if verdict.matches else None


def enforce(state: State, verdict: Verdict, message_id: int | None = None) -> None:
    """Do what the broken rules ask for, and refuse the message where one of them blocks it.

    Args:
        state: The world.
        verdict: What the rules say.
        message_id: The message, where it was posted.
    """
    for rule, finding in verdict.matches:
        for action in rule.actions:
            _execute(state, verdict, rule, finding, action=action, message_id=message_id)
    if verdict.blocks:
        raise Code.BLOCKED_BY_AUTO_MODERATION.error()


def _concerned(guild: Guild, member: Member, channel: Channel) -> Iterator[AutoModerationRule]:
    places = {channel.id, channel.parent_id}
    for rule in guild.auto_moderation_rules.values():
        exempt = places.intersection(rule.exempt_channels) or set(member.role_ids).intersection(rule.exempt_roles)
        if rule.enabled and not exempt:
            yield rule


def _find(rule: AutoModerationRule, content: str) -> Finding | None:
    if rule.trigger_type == KEYWORD:
        return find_keyword(rule.trigger_metadata, content)
    if rule.trigger_type == MENTION_SPAM and len(mentioned_ids(content)) > rule.trigger_metadata["mention_total_limit"]:
        return Finding(None, None)
    return None


def _execute(
    state: State,
    verdict: Verdict,
    rule: AutoModerationRule,
    finding: Finding,
    *,
    action: dict[str, Any],
    message_id: int | None,
) -> None:
    data: dict[str, Any] = {
        "guild_id": str(verdict.guild.id),
        "action": {"type": action["type"], "metadata": dict(action["metadata"])},
        "rule_id": str(rule.id),
        "rule_trigger_type": rule.trigger_type,
        "user_id": str(verdict.member.user_id),
        "channel_id": str(verdict.channel.id),
        "content": verdict.content,
        "matched_keyword": finding.keyword,
        "matched_content": finding.content,
    }
    if message_id is not None:
        data["message_id"] = str(message_id)
    if action["type"] == SEND_ALERT_MESSAGE:
        alert = _alert(state, verdict, rule, finding, int(action["metadata"]["channel_id"]))
        if alert is None:
            return
        data["alert_system_message_id"] = str(alert)
    elif action["type"] == TIMEOUT:
        verdict.member.timeout_until = state.clock.now() + action["metadata"]["duration_seconds"]
        publish_member(state, verdict.member)
    _record(state, verdict, rule, _ENTRIES[action["type"]])
    name, needed = "AUTO_MODERATION_ACTION_EXECUTION", permissions.MANAGE_GUILD
    state.publish_to_permitted(verdict.guild, name, data, Intent.AUTO_MODERATION_EXECUTION, needed)


def _alert(state: State, verdict: Verdict, rule: AutoModerationRule, finding: Finding, channel_id: int) -> int | None:
    channel = state.channels.get(channel_id)
    if channel is None:
        return None
    fields = {
        "rule_name": rule.name,
        "channel_id": str(verdict.channel.id),
        "decision_id": str(state.ids.next()),
        "keyword": finding.keyword,
        "keyword_matched_content": finding.content,
    }
    embed = {
        "type": "auto_moderation_message",
        "description": verdict.content,
        "fields": [{"name": name, "value": value, "inline": False} for name, value in fields.items() if value],
    }
    draft = Draft(embeds=[embed])
    return post_message(state, channel, verdict.member.user_id, draft, mention_all=False, type=ALERT).id


def _record(state: State, verdict: Verdict, rule: AutoModerationRule, action: Action) -> None:
    options = {
        "auto_moderation_rule_name": rule.name,
        "auto_moderation_rule_trigger_type": str(rule.trigger_type),
        "channel_id": str(verdict.channel.id),
    }
    record(state, verdict.guild, Actor(rule.creator_id), action, verdict.member.user_id, options=options)
