"""Stickers of guilds.

See [Discord Docs/Sticker Resource](https://docs.discord.com/developers/resources/sticker).
"""

from collections.abc import Mapping, Sequence
from typing import Any

from scurrypy.sandbox.dispatch import Dispatch
from scurrypy.sandbox.payloads.guilds import sticker_payload
from scurrypy.sandbox.records import Guild, Sticker, UploadedFile
from scurrypy.sandbox.rules import permissions
from scurrypy.sandbox.rules.codes import Code
from scurrypy.sandbox.rules.fields import Field, read_fields, text
from scurrypy.sandbox.rules.images import image_size
from scurrypy.sandbox.rules.intents import Intent
from scurrypy.sandbox.rules.validation import Problems, invalid
from scurrypy.sandbox.state import State
from scurrypy.sandbox.world.access import granted, joined_guild
from scurrypy.sandbox.world.actor import Actor
from scurrypy.sandbox.world.audit import Action, changes_between, record
from scurrypy.sandbox.world.emojis import require_expression

MOST_STICKERS = 5
"""Stickers of a guild that is not boosted."""
MOST_BYTES = 512 * 1024
"""Bytes of one sticker's file."""

_NEW: Mapping[str, Field] = {
    "name": text(required=True, least=2, most=30),
    "description": text(most=100, nullable=True),
    "tags": text(required=True, least=1, most=200),
}
_EDITED: Mapping[str, Field] = {
    "name": text(least=2, most=30),
    "description": text(most=100, nullable=True),
    "tags": text(least=1, most=200),
}
_FORMATS = {"image/png": 1, "image/gif": 4}
_EXTENSIONS = {1: "png", 3: "json", 4: "gif"}


def list_stickers(state: State, actor: Actor, guild_id: int) -> list[dict[str, Any]]:
    """Return a guild's stickers."""
    guild, _ = joined_guild(state, actor, guild_id)
    return [sticker_payload(state, sticker, with_user=True) for sticker in guild.stickers.values()]


def get_sticker(state: State, actor: Actor, guild_id: int, sticker_id: int) -> dict[str, Any]:
    """Return one of a guild's stickers."""
    guild, _ = joined_guild(state, actor, guild_id)
    return sticker_payload(state, _find(guild, sticker_id), with_user=True)


def find_sticker(state: State, sticker_id: int) -> dict[str, Any]:
    """Return a sticker of any guild."""
    for guild in state.guilds.values():
        if sticker_id in guild.stickers:
            return sticker_payload(state, guild.stickers[sticker_id])
    raise Code.UNKNOWN_STICKER.error()


def create_sticker(
    state: State, actor: Actor, guild_id: int, form: Mapping[str, str], files: Sequence[UploadedFile]
) -> dict[str, Any]:
    """Add a sticker to a guild."""
    guild, member = joined_guild(state, actor, guild_id)
    allowed = permissions.MANAGE_GUILD_EXPRESSIONS | permissions.CREATE_GUILD_EXPRESSIONS
    if not granted(state, guild, member) & allowed:
        raise Code.MISSING_PERMISSIONS.error()
    problems = Problems()
    read = read_fields(form, _NEW, problems)
    if not files:
        problems.add("file", "BASE_TYPE_REQUIRED", "This field is required")
    problems.raise_if_any()
    data = files[0].data
    if len(data) > MOST_BYTES:
        raise invalid("file", "BINARY_TYPE_MAX_SIZE", f"File cannot be larger than {MOST_BYTES / 1024} kb.")
    size = image_size(data)
    format_type = _FORMATS.get(size.content_type) if size else (3 if data[:1] == b"{" else None)
    if format_type is None:
        raise Code.INVALID_FILE.error()
    if len(guild.stickers) >= MOST_STICKERS:
        raise Code.MAX_STICKERS.error()
    name, description, tags = read["name"], read.get("description"), read["tags"]
    sticker = Sticker(state.ids.next(), guild.id, name, description, tags, format_type, actor.user_id)
    content_type = size.content_type if size else "application/json"
    state.files.put(f"stickers/{sticker.id}.{_EXTENSIONS[format_type]}", data, content_type)
    guild.stickers[sticker.id] = sticker
    _publish(state, guild)
    record(state, guild, actor, Action.STICKER_CREATE, sticker.id, changes=changes_between({}, {"name": name}))
    return sticker_payload(state, sticker, with_user=True)


def edit_sticker(state: State, actor: Actor, guild_id: int, sticker_id: int, body: Mapping[str, Any]) -> dict[str, Any]:
    """Change a sticker."""
    guild, member = joined_guild(state, actor, guild_id)
    sticker = _find(guild, sticker_id)
    require_expression(state, guild, member, sticker.creator_id)
    problems = Problems()
    read = read_fields(body, _EDITED, problems)
    problems.raise_if_any()
    before = sticker_payload(state, sticker)
    for name, value in read.items():
        setattr(sticker, name, value)
    _publish(state, guild)
    after = sticker_payload(state, sticker)
    record(state, guild, actor, Action.STICKER_UPDATE, sticker.id, changes=changes_between(before, after))
    return sticker_payload(state, sticker, with_user=True)


def delete_sticker(state: State, actor: Actor, guild_id: int, sticker_id: int) -> None:
    """Take a sticker out of a guild."""
    guild, member = joined_guild(state, actor, guild_id)
    sticker = _find(guild, sticker_id)
    require_expression(state, guild, member, sticker.creator_id)
    del guild.stickers[sticker_id]
    _publish(state, guild)
    record(state, guild, actor, Action.STICKER_DELETE, sticker_id, changes=changes_between({"name": sticker.name}, {}))


def _find(guild: Guild, sticker_id: int) -> Sticker:
    if sticker_id not in guild.stickers:
        raise Code.UNKNOWN_STICKER.error()
    return guild.stickers[sticker_id]


def _publish(state: State, guild: Guild) -> None:
    stickers = [sticker_payload(state, sticker) for sticker in guild.stickers.values()]
    data = {"guild_id": str(guild.id), "stickers": stickers}
    state.publish(Dispatch("GUILD_STICKERS_UPDATE", data, guild.id, Intent.GUILD_EXPRESSIONS))
