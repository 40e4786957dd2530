"""What those outside see of a guild: its widget and its vanity URL.

See [Discord Docs/Guild Widget](https://docs.discord.com/developers/resources/guild#guild-widget-object).
"""

from collections.abc import Mapping
from typing import Any

from scurrypy.sandbox.payloads.community import widget_payload
from scurrypy.sandbox.payloads.guilds import guild_payload
from scurrypy.sandbox.payloads.pictures import draw
from scurrypy.sandbox.records import Guild, Invite
from scurrypy.sandbox.rules import permissions
from scurrypy.sandbox.rules.codes import Code
from scurrypy.sandbox.rules.fields import Field, flag, read_fields
from scurrypy.sandbox.rules.shapes import identity
from scurrypy.sandbox.rules.validation import Problems, invalid
from scurrypy.sandbox.state import State
from scurrypy.sandbox.world.access import permitted_guild
from scurrypy.sandbox.world.actor import Actor
from scurrypy.sandbox.world.guilds import tell_change
from scurrypy.sandbox.world.invites import add_invite, valid_invites

STYLES: Mapping[str, tuple[int, int]] = {
    "shield": (215, 20),
    "banner1": (320, 76),
    "banner2": (320, 76),
    "banner3": (320, 76),
    "banner4": (320, 160),
}
"""Width and height, in pixels, of each style of the image."""
VANITY = "VANITY_URL"
"""Feature of a guild that may have a vanity URL."""

_ONLINE, _NOBODY = b"\x43\xb5\x81", b"\x74\x7f\x8d"
_SETTINGS: Mapping[str, Field] = {"enabled": flag(), "channel_id": identity(nullable=True)}


def get_widget_settings(state: State, actor: Actor, guild_id: int) -> dict[str, Any]:
    """Return whether a guild has a widget."""
    guild, _ = permitted_guild(state, actor, guild_id, permissions.MANAGE_GUILD)
    return _settings(guild)


def edit_widget_settings(state: State, actor: Actor, guild_id: int, body: Mapping[str, Any]) -> dict[str, Any]:
    """Switch a guild's widget on or off, or have its invite lead elsewhere."""
    guild, _ = permitted_guild(state, actor, guild_id, permissions.MANAGE_GUILD)
    problems = Problems()
    read = read_fields(body, _SETTINGS, problems)
    channel = state.channels.get(read.get("channel_id") or 0)
    if read.get("channel_id") is not None and (channel is None or channel.guild_id != guild.id):
        problems.add("channel_id", "CHANNEL_INVALID", "Invalid channel")
    problems.raise_if_any()
    before = guild_payload(state, guild)
    for name, value in read.items():
        setattr(guild.widget, name, value)
    tell_change(state, actor, guild, before)
    return _settings(guild)


def get_widget(state: State, guild_id: int) -> dict[str, Any]:
    """Return a guild's widget, to anyone; it makes an invite to its channel where there is none."""
    guild = _shown(state, guild_id)
    channel_id = guild.widget.channel_id
    if channel_id is None or channel_id not in state.channels:
        return widget_payload(state, guild, None)
    made = [invite for invite in valid_invites(state, guild) if invite.channel_id == channel_id and not invite.max_age]
    invite = made[0] if made else add_invite(state, guild, channel_id, guild.owner_id, max_age=0)
    return widget_payload(state, guild, invite.code)


def draw_widget(state: State, guild_id: int, style: str) -> bytes:
    """Return a guild's widget as a PNG, to anyone: a plain one, green where somebody is online."""
    guild = _shown(state, guild_id)
    if style not in STYLES:
        listed = ", ".join(sorted(STYLES))
        raise invalid("style", "BASE_TYPE_CHOICES", f"Value must be one of {{{listed}}}.")
    return draw(*STYLES[style], _ONLINE if guild.presences else _NOBODY)


def set_vanity_url(state: State, guild: Guild, code: str, channel_id: int) -> Invite:
    """Give a guild a vanity URL, as its owner would in the client, and the feature it takes."""
    guild.features = sorted({*guild.features, VANITY})
    guild.vanity_url_code = code
    state.invites[code] = Invite(code, guild.id, channel_id, guild.owner_id, state.clock.now(), max_age=0)
    return state.invites[code]


def get_vanity_url(state: State, actor: Actor, guild_id: int) -> dict[str, Any]:
    """Return a guild's vanity URL and how often it was used."""
    guild, _ = permitted_guild(state, actor, guild_id, permissions.MANAGE_GUILD)
    if VANITY not in guild.features:
        raise Code.MISSING_ACCESS.error()
    invite = state.invites.get(guild.vanity_url_code or "")
    return {"code": guild.vanity_url_code, "uses": 0 if invite is None else invite.uses}


def _shown(state: State, guild_id: int) -> Guild:
    guild = state.find_guild(guild_id)
    if not guild.widget.enabled:
        raise Code.WIDGET_DISABLED.error()
    return guild


def _settings(guild: Guild) -> dict[str, Any]:
    channel_id = guild.widget.channel_id
    return {"enabled": guild.widget.enabled, "channel_id": None if channel_id is None else str(channel_id)}
