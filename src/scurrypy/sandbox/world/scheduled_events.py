"""Scheduled events: planned, changed, begun, ended. Nothing of it happens by itself, however late it gets.

See [Discord Docs/Guild Scheduled Event](https://docs.discord.com/developers/resources/guild-scheduled-event).
"""

from collections.abc import Mapping
from typing import Any

from scurrypy.sandbox.clock import parse_iso
from scurrypy.sandbox.dispatch import Dispatch
from scurrypy.sandbox.payloads.scheduled_events import event_payload
from scurrypy.sandbox.records import Guild
from scurrypy.sandbox.records.channels import STAGE, VOICE
from scurrypy.sandbox.records.scheduled_events import (
    ACTIVE,
    CANCELED,
    COMPLETED,
    EXTERNAL,
    IN_STAGE,
    IN_VOICE,
    SCHEDULED,
    ScheduledEvent,
)
from scurrypy.sandbox.rules import permissions
from scurrypy.sandbox.rules.codes import Code
from scurrypy.sandbox.rules.fields import Field, read_fields, text, whole
from scurrypy.sandbox.rules.intents import Intent
from scurrypy.sandbox.rules.recurrence import RECURRENCE, check_recurrence
from scurrypy.sandbox.rules.shapes import identity, image, model, moment
from scurrypy.sandbox.rules.validation import Problems
from scurrypy.sandbox.state import State
from scurrypy.sandbox.world.access import granted, joined_guild
from scurrypy.sandbox.world.actor import Actor
from scurrypy.sandbox.world.audit import Action, changes_between, record
from scurrypy.sandbox.world.stages import close_stage, open_stage
from scurrypy.sandbox.world.users import store_picture

MOST_EVENTS = 100
"""Events of one guild that are neither over nor called off."""

_KINDS = (IN_STAGE, IN_VOICE, EXTERNAL)
_NEW: Mapping[str, Field] = {
    "name": text(required=True, least=1, most=100),
    "privacy_level": whole(required=True, choices=(2,)),
    "scheduled_start_time": moment(required=True),
    "scheduled_end_time": moment(nullable=True),
    "description": text(most=1000, nullable=True),
    "entity_type": whole(required=True, choices=_KINDS),
    "channel_id": identity(nullable=True),
    "entity_metadata": model({"location": text(least=1, most=100)}, nullable=True),
    "image": image(nullable=True),
    "recurrence_rule": RECURRENCE,
}
_EDITED: Mapping[str, Field] = {
    **_NEW,
    "name": text(least=1, most=100),
    "privacy_level": whole(choices=(2,)),
    "scheduled_start_time": moment(),
    "entity_type": whole(choices=_KINDS),
    "status": whole(choices=(SCHEDULED, ACTIVE, COMPLETED, CANCELED)),
}
_CHANNEL_TYPES = {IN_STAGE: STAGE, IN_VOICE: VOICE}
_NEEDED = {
    IN_STAGE: permissions.MANAGE_CHANNELS | permissions.MUTE_MEMBERS | permissions.MOVE_MEMBERS,
    IN_VOICE: permissions.VIEW_CHANNEL | permissions.CONNECT,
    EXTERNAL: 0,
}
_TRANSITIONS = {(SCHEDULED, ACTIVE), (ACTIVE, COMPLETED), (SCHEDULED, CANCELED)}


def list_events(state: State, actor: Actor, guild_id: int, *, with_user_count: bool = False) -> list[dict[str, Any]]:
    """Return the events to come or under way that the actor may see."""
    guild, _ = joined_guild(state, actor, guild_id)
    events = [event for event in guild.scheduled_events.values() if not event.is_over]
    return [
        event_payload(state, event, with_user_count=with_user_count) for event in events if _sees(state, actor, event)
    ]


def get_event(
    state: State, actor: Actor, guild_id: int, event_id: int, *, with_user_count: bool = False
) -> dict[str, Any]:
    """Return one event."""
    _, event = visible_event(state, actor, guild_id, event_id)
    return event_payload(state, event, with_user_count=with_user_count)


def create_event(state: State, actor: Actor, guild_id: int, body: Mapping[str, Any]) -> dict[str, Any]:
    """Plan an event."""
    guild, _ = joined_guild(state, actor, guild_id)
    problems = Problems()
    read = read_fields(body, _NEW, problems)
    problems.raise_if_any()
    _check(state, guild, read, problems, starts=read["scheduled_start_time"])
    needed = _NEEDED[read["entity_type"]] | permissions.CREATE_EVENTS
    if _granted(state, guild, actor, read.get("channel_id")) & needed != needed:
        raise Code.MISSING_PERMISSIONS.error()
    if sum(not event.is_over for event in guild.scheduled_events.values()) >= MOST_EVENTS:
        raise Code.MAX_SCHEDULED_EVENTS.error()
    cover: bytes | None = read.pop("image", None)
    event = ScheduledEvent(id=state.ids.next(), guild_id=guild.id, creator_id=actor.user_id, **read)
    event.image = store_picture(state, f"guild-events/{event.id}", cover)
    guild.scheduled_events[event.id] = event
    publish_event(state, event, "GUILD_SCHEDULED_EVENT_CREATE")
    changes = changes_between({}, event_payload(state, event))
    record(state, guild, actor, Action.GUILD_SCHEDULED_EVENT_CREATE, event.id, changes=changes)
    return event_payload(state, event)


def edit_event(state: State, actor: Actor, guild_id: int, event_id: int, body: Mapping[str, Any]) -> dict[str, Any]:
    """Change an event, or let it begin, end, or be called off."""
    guild, event = manageable_event(state, actor, guild_id, event_id)
    problems = Problems()
    read = read_fields(body, _EDITED, problems)
    problems.raise_if_any()
    if event.is_over:
        raise Code.FINISHED_EVENT.error()
    wanted = {name: getattr(event, name) for name in ("entity_type", "channel_id", "entity_metadata")}
    wanted |= {name: getattr(event, name) for name in ("scheduled_start_time", "scheduled_end_time")} | read
    if wanted["entity_type"] != EXTERNAL:
        wanted["entity_metadata"] = read["entity_metadata"] = None
    status = read.get("status", event.status)
    if status != event.status and (event.status, status) not in _TRANSITIONS:
        words = "This event cannot go from its status to that one"
        problems.add("status", "GUILD_SCHEDULED_EVENT_INVALID_STATUS_TRANSITION", words)
    _check(state, guild, wanted, problems, starts=read.get("scheduled_start_time"))
    _require_place(state, guild, actor, wanted)
    before = event_payload(state, event)
    if "image" in read:
        event.image = store_picture(state, f"guild-events/{event.id}", read.pop("image"))
    _hold_stage(state, actor, event, wanted)
    for name, value in read.items():
        setattr(event, name, value)
    publish_event(state, event, "GUILD_SCHEDULED_EVENT_UPDATE")
    after = event_payload(state, event)
    changes = changes_between(before, after)
    record(state, guild, actor, Action.GUILD_SCHEDULED_EVENT_UPDATE, event.id, changes=changes)
    return after


def delete_event(state: State, actor: Actor, guild_id: int, event_id: int) -> None:
    """Take an event away."""
    guild, event = manageable_event(state, actor, guild_id, event_id)
    del guild.scheduled_events[event.id]
    publish_event(state, event, "GUILD_SCHEDULED_EVENT_DELETE")
    changes = changes_between(event_payload(state, event), {})
    record(state, guild, actor, Action.GUILD_SCHEDULED_EVENT_DELETE, event.id, changes=changes)


def publish_event(state: State, event: ScheduledEvent, name: str) -> None:
    """Publish an event of the gateway that carries a scheduled one."""
    data = event_payload(state, event)
    intent = Intent.GUILD_SCHEDULED_EVENTS
    state.publish(Dispatch(name, data, event.guild_id, intent, channel_id=event.channel_id))


def visible_event(state: State, actor: Actor, guild_id: int, event_id: int) -> tuple[Guild, ScheduledEvent]:
    """Return an event that the actor may see, and its guild."""
    guild, _ = joined_guild(state, actor, guild_id)
    event = guild.scheduled_events.get(event_id)
    if event is None:
        raise Code.UNKNOWN_SCHEDULED_EVENT.error()
    if not _sees(state, actor, event):
        raise Code.MISSING_ACCESS.error()
    return guild, event


def manageable_event(state: State, actor: Actor, guild_id: int, event_id: int) -> tuple[Guild, ScheduledEvent]:
    """Return an event that the actor may change, and its guild. Without MANAGE_EVENTS it must be the actor's own."""
    guild, event = visible_event(state, actor, guild_id, event_id)
    allowed = permissions.MANAGE_EVENTS
    if event.creator_id == actor.user_id:
        allowed |= permissions.CREATE_EVENTS
    if not _granted(state, guild, actor, event.channel_id) & allowed:
        raise Code.MISSING_PERMISSIONS.error()
    _require_place(state, guild, actor, {"entity_type": event.entity_type, "channel_id": event.channel_id})
    return guild, event


def _hold_stage(state: State, actor: Actor, event: ScheduledEvent, wanted: Mapping[str, Any]) -> None:
    """Open the stage of an event that begins on one, and close that of an event that ends."""
    if wanted["entity_type"] != IN_STAGE or wanted.get("status", event.status) == event.status:
        return
    channel, stage = state.channels[wanted["channel_id"]], state.stages.get(wanted["channel_id"])
    if wanted["status"] == ACTIVE:
        if stage is not None and stage.scheduled_event_id != event.id:
            raise Code.STAGE_FOR_EVENT_FAILED.error()
        stage = stage or open_stage(state, actor, channel, wanted.get("name", event.name), event_id=event.id)
        event.entity_id = stage.id
    elif stage is not None and stage.scheduled_event_id == event.id:
        close_stage(state, actor, stage)


def _sees(state: State, actor: Actor, event: ScheduledEvent) -> bool:
    return event.channel_id is None or state.can_view(actor.user_id, event.channel_id)


def _granted(state: State, guild: Guild, actor: Actor, channel_id: int | None) -> int:
    if channel_id is None:
        return granted(state, guild, guild.members[actor.user_id])
    return state.permissions(actor.user_id, state.channels[channel_id])


def _require_place(state: State, guild: Guild, actor: Actor, wanted: Mapping[str, Any]) -> None:
    needed = _NEEDED[wanted["entity_type"]]
    if _granted(state, guild, actor, wanted["channel_id"]) & needed != needed:
        raise Code.MISSING_PERMISSIONS.error()


def _check(state: State, guild: Guild, wanted: Mapping[str, Any], problems: Problems, *, starts: str | None) -> None:
    """Refuse what does not go together; `starts` is a beginning that is new."""
    kind, channel_id = wanted["entity_type"], wanted.get("channel_id")
    required = ["channel_id"] if kind != EXTERNAL else ["scheduled_end_time", "entity_metadata"]
    for name in required:
        if wanted.get(name) is None:
            problems.add(name, "BASE_TYPE_REQUIRED", "This field is required")
    if kind == EXTERNAL and channel_id is not None:
        problems.add("channel_id", "GUILD_SCHEDULED_EVENT_CHANNEL_NOT_ALLOWED", "External events have no channel")
    elif kind == EXTERNAL and wanted.get("entity_metadata") == {}:
        problems.add("entity_metadata.location", "BASE_TYPE_REQUIRED", "This field is required")
    elif channel_id is not None:
        channel = state.channels.get(channel_id)
        if channel is None or channel.guild_id != guild.id or channel.type != _CHANNEL_TYPES[kind]:
            problems.add("channel_id", "CHANNEL_INVALID", "Invalid channel")
    _check_times(state, wanted, problems, starts=starts)
    if wanted.get("recurrence_rule") is not None:
        check_recurrence(wanted["recurrence_rule"], problems)
    problems.raise_if_any()


def _check_times(state: State, wanted: Mapping[str, Any], problems: Problems, *, starts: str | None) -> None:
    if starts is not None and (parse_iso(starts) or 0) < state.clock.now():
        words = "Cannot schedule event in the past."
        problems.add("scheduled_start_time", "GUILD_SCHEDULED_EVENT_SCHEDULE_PAST", words)
    end = wanted.get("scheduled_end_time")
    if end is not None and (parse_iso(end) or 0) <= (parse_iso(wanted["scheduled_start_time"]) or 0):
        words = "The end must be after the start."
        problems.add("scheduled_end_time", "GUILD_SCHEDULED_EVENT_END_BEFORE_START", words)
