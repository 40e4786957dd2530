"""Stages on the wire.

See [Discord Docs/Stage Instance](https://docs.discord.com/developers/resources/stage-instance).
"""

from typing import Any

from scurrypy.sandbox.records.stages import StageInstance


def stage_payload(stage: StageInstance) -> dict[str, Any]:
    """Return a stage under way."""
    event_id = stage.scheduled_event_id
    return {
        "id": str(stage.id),
        "guild_id": str(stage.guild_id),
        "channel_id": str(stage.channel_id),
        "topic": stage.topic,
        "privacy_level": stage.privacy_level,
        "discoverable_disabled": True,
        "guild_scheduled_event_id": None if event_id is None else str(event_id),
    }
