"""Templates of guilds: taken, taken anew, renamed, deleted. No guild is made from one here: bots cannot make guilds.

See [Discord Docs/Guild Template Resource](https://docs.discord.com/developers/resources/guild-template).
"""

import secrets
from collections.abc import Mapping
from typing import Any

from scurrypy.sandbox.payloads.templates import snapshot, template_payload
from scurrypy.sandbox.records import Guild
from scurrypy.sandbox.records.templates import Template
from scurrypy.sandbox.rules import permissions
from scurrypy.sandbox.rules.codes import Code
from scurrypy.sandbox.rules.fields import Field, read_fields, text
from scurrypy.sandbox.rules.validation import Problems
from scurrypy.sandbox.state import State
from scurrypy.sandbox.world.access import permitted_guild
from scurrypy.sandbox.world.actor import Actor

_EDITED: Mapping[str, Field] = {"name": text(least=1, most=100), "description": text(most=120, nullable=True)}
_NEW: Mapping[str, Field] = {**_EDITED, "name": text(required=True, least=1, most=100)}


def get_template(state: State, code: str) -> dict[str, Any]:
    """Return a template, which anyone may see who knows its code."""
    if code not in state.templates:
        raise Code.UNKNOWN_TEMPLATE.error()
    return template_payload(state, state.templates[code])


def list_templates(state: State, actor: Actor, guild_id: int) -> list[dict[str, Any]]:
    """Return the templates of a guild."""
    guild, _ = permitted_guild(state, actor, guild_id, permissions.MANAGE_GUILD)
    return [template_payload(state, template) for template in state.templates.values() if template.guild_id == guild.id]


def create_template(state: State, actor: Actor, guild_id: int, body: Mapping[str, Any]) -> dict[str, Any]:
    """Take a template of a guild that has none."""
    guild, _ = permitted_guild(state, actor, guild_id, permissions.MANAGE_GUILD)
    read = _read(body, _NEW)
    if any(template.guild_id == guild.id for template in state.templates.values()):
        raise Code.HAS_TEMPLATE.error()
    code, now = secrets.token_hex(6), state.clock.now()
    taken = snapshot(state, guild)
    template = Template(code, read["name"], actor.user_id, guild.id, now, now, taken, read.get("description"))
    state.templates[code] = template
    return template_payload(state, template)


def sync_template(state: State, actor: Actor, guild_id: int, code: str) -> dict[str, Any]:
    """Take a template anew from what its guild looks like now."""
    guild, template = _find(state, actor, guild_id, code)
    template.snapshot, template.updated_at = snapshot(state, guild), state.clock.now()
    return template_payload(state, template)


def edit_template(state: State, actor: Actor, guild_id: int, code: str, body: Mapping[str, Any]) -> dict[str, Any]:
    """Rename or describe a template."""
    _, template = _find(state, actor, guild_id, code)
    for name, value in _read(body, _EDITED).items():
        setattr(template, name, value)
    return template_payload(state, template)


def delete_template(state: State, actor: Actor, guild_id: int, code: str) -> dict[str, Any]:
    """Delete a template and return what it was."""
    _, template = _find(state, actor, guild_id, code)
    del state.templates[code]
    return template_payload(state, template)


def _find(state: State, actor: Actor, guild_id: int, code: str) -> tuple[Guild, Template]:
    guild, _ = permitted_guild(state, actor, guild_id, permissions.MANAGE_GUILD)
    template = state.templates.get(code)
    if template is None or template.guild_id != guild.id:
        raise Code.UNKNOWN_TEMPLATE.error()
    return guild, template


def _read(body: Mapping[str, Any], fields: Mapping[str, Field]) -> dict[str, Any]:
    problems = Problems()
    read = read_fields(body, fields, problems)
    problems.raise_if_any()
    return read
