"""Stages: opened, changed, closed. None closes by itself, however long nobody speaks.

See [Discord Docs/Stage Instance](https://docs.discord.com/developers/resources/stage-instance).
"""

from collections.abc import Mapping
from typing import Any

from scurrypy.sandbox.dispatch import Dispatch
from scurrypy.sandbox.payloads.stages import stage_payload
from scurrypy.sandbox.records import Channel
from scurrypy.sandbox.records.channels import STAGE
from scurrypy.sandbox.records.stages import StageInstance
from scurrypy.sandbox.rules import permissions
from scurrypy.sandbox.rules.codes import Code
from scurrypy.sandbox.rules.fields import Field, flag, read_fields, text, whole
from scurrypy.sandbox.rules.intents import Intent
from scurrypy.sandbox.rules.shapes import identity
from scurrypy.sandbox.rules.validation import Problems
from scurrypy.sandbox.state import State
from scurrypy.sandbox.world.access import guild_channel, require, visible_channel
from scurrypy.sandbox.world.actor import Actor
from scurrypy.sandbox.world.audit import Action, changes_between, record
from scurrypy.sandbox.world.drafts import Draft
from scurrypy.sandbox.world.posting import post_message

STAGE_START, STAGE_END, STAGE_TOPIC = 27, 28, 31
"""Types of the messages in the stage's own channel that say what becomes of it."""
MODERATOR = permissions.MANAGE_CHANNELS | permissions.MUTE_MEMBERS | permissions.MOVE_MEMBERS
"""What makes somebody a moderator of a stage channel."""

_TOPIC = text(least=1, most=120)
_PRIVACY = whole(choices=(1, 2))
_NEW: Mapping[str, Field] = {
    "channel_id": identity(required=True),
    "topic": text(required=True, least=1, most=120),
    "privacy_level": _PRIVACY,
    "send_start_notification": flag(nullable=True),
    "guild_scheduled_event_id": identity(nullable=True),
}
_EDITED: Mapping[str, Field] = {"topic": _TOPIC, "privacy_level": _PRIVACY}


def get_stage(state: State, actor: Actor, channel_id: int) -> dict[str, Any]:
    """Return the stage of a channel."""
    visible_channel(state, actor, channel_id)
    return stage_payload(_find(state, channel_id))


def create_stage(state: State, actor: Actor, body: Mapping[str, Any]) -> dict[str, Any]:
    """Open the stage of a channel."""
    problems = Problems()
    read = read_fields(body, _NEW, problems)
    problems.raise_if_any()
    guild, channel = guild_channel(state, actor, read["channel_id"])
    if channel.type != STAGE:
        raise Code.WRONG_CHANNEL_TYPE.error()
    needed = MODERATOR | (permissions.MENTION_EVERYONE if read.get("send_start_notification") else 0)
    require(state, actor, channel, needed)
    if channel.id in state.stages:
        raise Code.STAGE_OPEN.error()
    event = guild.scheduled_events.get(read.get("guild_scheduled_event_id") or 0)
    if event is None and read.get("guild_scheduled_event_id") is not None:
        raise Code.UNKNOWN_SCHEDULED_EVENT.error()
    stage = open_stage(state, actor, channel, read["topic"], event_id=None if event is None else event.id)
    stage.privacy_level = read.get("privacy_level", stage.privacy_level)
    if event is not None:
        event.entity_id = stage.id
    return stage_payload(stage)


def edit_stage(state: State, actor: Actor, channel_id: int, body: Mapping[str, Any]) -> dict[str, Any]:
    """Change what a stage is about, or who may come."""
    _, channel = guild_channel(state, actor, channel_id)
    require(state, actor, channel, MODERATOR)
    stage = _find(state, channel_id)
    problems = Problems()
    read = read_fields(body, _EDITED, problems)
    problems.raise_if_any()
    before = stage_payload(stage)
    for name, value in read.items():
        setattr(stage, name, value)
    after = stage_payload(stage)
    if after["topic"] != before["topic"]:
        _say(state, actor, channel, stage, STAGE_TOPIC)
    _publish(state, stage, "STAGE_INSTANCE_UPDATE")
    _record(state, actor, Action.STAGE_INSTANCE_UPDATE, stage, changes_between(before, after))
    return after


def delete_stage(state: State, actor: Actor, channel_id: int) -> None:
    """Close the stage of a channel."""
    _, channel = guild_channel(state, actor, channel_id)
    require(state, actor, channel, MODERATOR)
    close_stage(state, actor, _find(state, channel_id))


def open_stage(
    state: State, actor: Actor, channel: Channel, topic: str, *, event_id: int | None = None
) -> StageInstance:
    """Open the stage of a channel that has none, whoever may do so, and tell the guild."""
    stage = StageInstance(state.ids.next(), channel.guild_id or 0, channel.id, topic, scheduled_event_id=event_id)
    state.stages[channel.id] = stage
    _say(state, actor, channel, stage, STAGE_START)
    _publish(state, stage, "STAGE_INSTANCE_CREATE")
    _record(state, actor, Action.STAGE_INSTANCE_CREATE, stage, changes_between({}, stage_payload(stage)))
    return stage


def close_stage(state: State, actor: Actor, stage: StageInstance) -> None:
    """Close a stage, whoever may do so, and tell the guild."""
    del state.stages[stage.channel_id]
    _say(state, actor, state.channels[stage.channel_id], stage, STAGE_END)
    _publish(state, stage, "STAGE_INSTANCE_DELETE")
    _record(state, actor, Action.STAGE_INSTANCE_DELETE, stage, changes_between(stage_payload(stage), {}))


def _find(state: State, channel_id: int) -> StageInstance:
    stage = state.stages.get(channel_id)
    if stage is None:
        raise Code.UNKNOWN_STAGE.error()
    return stage


def _say(state: State, actor: Actor, channel: Channel, stage: StageInstance, type: int) -> None:
    post_message(state, channel, actor.user_id, Draft(content=stage.topic), mention_all=False, type=type)


def _publish(state: State, stage: StageInstance, name: str) -> None:
    data = stage_payload(stage)
    state.publish(Dispatch(name, data, stage.guild_id, Intent.GUILDS, channel_id=stage.channel_id))


def _record(state: State, actor: Actor, action: Action, stage: StageInstance, changes: list[dict[str, Any]]) -> None:
    guild = state.guilds[stage.guild_id]
    record(state, guild, actor, action, stage.id, changes=changes, options={"channel_id": str(stage.channel_id)})
