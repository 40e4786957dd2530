"""What a guild does against raids: it lets nobody in, or has nobody write to its members, for a while.

See [Discord Docs/Modify Guild Incident Actions](https://docs.discord.com/developers/resources/guild#modify-guild-incident-actions).
"""

from collections.abc import Mapping
from typing import Any

from scurrypy.sandbox.clock import parse_iso
from scurrypy.sandbox.payloads.guilds import guild_payload, incidents_payload
from scurrypy.sandbox.rules import permissions
from scurrypy.sandbox.rules.fields import Field, read_fields
from scurrypy.sandbox.rules.shapes import moment
from scurrypy.sandbox.rules.validation import Problems
from scurrypy.sandbox.state import State
from scurrypy.sandbox.world.access import permitted_guild
from scurrypy.sandbox.world.actor import Actor
from scurrypy.sandbox.world.guilds import tell_change

LONGEST = 24 * 3600
"""Seconds for which either lasts at most."""

_FIELDS: Mapping[str, Field] = {
    "invites_disabled_until": moment(nullable=True),
    "dms_disabled_until": moment(nullable=True),
}


def edit_incident_actions(state: State, actor: Actor, guild_id: int, body: Mapping[str, Any]) -> dict[str, Any]:
    """Suspend invites or direct messages until some time, or no longer; what is not given stays."""
    guild, _ = permitted_guild(state, actor, guild_id, permissions.MANAGE_GUILD)
    problems = Problems()
    read = read_fields(body, _FIELDS, problems)
    for name, value in read.items():
        if value is not None and (parse_iso(value) or 0) > state.clock.now() + LONGEST:
            words = "This cannot last longer than 24 hours"
            problems.add(name, "GUILD_INCIDENT_ACTION_TOO_LONG", words)
    problems.raise_if_any()
    before = guild_payload(state, guild)
    for name, value in read.items():
        setattr(guild, name, None if value is None else parse_iso(value))
    tell_change(state, actor, guild, before)
    shown = incidents_payload(guild)
    return {name: shown[name] for name in _FIELDS}
