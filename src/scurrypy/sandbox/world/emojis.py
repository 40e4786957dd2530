"""Emojis of guilds and of applications.

See [Discord Docs/Emoji Resource](https://docs.discord.com/developers/resources/emoji).
"""

from collections.abc import Mapping
from typing import Any

from scurrypy.sandbox.dispatch import Dispatch
from scurrypy.sandbox.payloads.guilds import emoji_payload
from scurrypy.sandbox.records import Application, Emoji, Guild, Member
from scurrypy.sandbox.rules import permissions
from scurrypy.sandbox.rules.codes import Code
from scurrypy.sandbox.rules.fields import Field, read_fields, text
from scurrypy.sandbox.rules.images import EXTENSIONS, image_size
from scurrypy.sandbox.rules.intents import Intent
from scurrypy.sandbox.rules.shapes import ids, image
from scurrypy.sandbox.rules.validation import Problems, invalid
from scurrypy.sandbox.state import State
from scurrypy.sandbox.world.access import granted, joined_guild
from scurrypy.sandbox.world.actor import Actor
from scurrypy.sandbox.world.audit import Action, changes_between, record

MOST_GUILD_EMOJIS = 50
"""Emojis of each kind, still and animated, in a guild that is not boosted."""
MOST_APPLICATION_EMOJIS = 2000
"""Emojis of one application."""
MOST_BYTES = 256 * 1024
"""Bytes of one emoji's picture."""

_NAME = text(required=True, least=2, most=32)
_NEW: Mapping[str, Field] = {"name": _NAME, "image": image(required=True), "roles": ids(nullable=True)}
_EDITED: Mapping[str, Field] = {"name": text(least=2, most=32), "roles": ids(nullable=True)}
_EXPRESSIONS = permissions.MANAGE_GUILD_EXPRESSIONS | permissions.CREATE_GUILD_EXPRESSIONS


def list_emojis(state: State, actor: Actor, guild_id: int) -> list[dict[str, Any]]:
    """Return a guild's emojis, with their makers for those who may manage them."""
    guild, member = joined_guild(state, actor, guild_id)
    with_user = bool(granted(state, guild, member) & _EXPRESSIONS)
    return [emoji_payload(state, emoji, with_user=with_user) for emoji in guild.emojis.values()]


def get_emoji(state: State, actor: Actor, guild_id: int, emoji_id: int) -> dict[str, Any]:
    """Return one of a guild's emojis."""
    guild, member = joined_guild(state, actor, guild_id)
    with_user = bool(granted(state, guild, member) & _EXPRESSIONS)
    return emoji_payload(state, _find(guild.emojis, emoji_id), with_user=with_user)


def create_emoji(state: State, actor: Actor, guild_id: int, body: Mapping[str, Any]) -> dict[str, Any]:
    """Add an emoji to a guild."""
    guild, member = joined_guild(state, actor, guild_id)
    if not granted(state, guild, member) & _EXPRESSIONS:
        raise Code.MISSING_PERMISSIONS.error()
    emoji = _new_emoji(state, actor, body)
    emoji.guild_id = guild.id
    if sum(other.animated == emoji.animated for other in guild.emojis.values()) >= MOST_GUILD_EMOJIS:
        raise (Code.MAX_ANIMATED_EMOJIS if emoji.animated else Code.MAX_EMOJIS).error()
    guild.emojis[emoji.id] = emoji
    _publish(state, guild)
    record(state, guild, actor, Action.EMOJI_CREATE, emoji.id, changes=changes_between({}, {"name": emoji.name}))
    return emoji_payload(state, emoji, with_user=True)


def edit_emoji(state: State, actor: Actor, guild_id: int, emoji_id: int, body: Mapping[str, Any]) -> dict[str, Any]:
    """Change an emoji of a guild."""
    guild, emoji = _manageable(state, actor, guild_id, emoji_id)
    before = emoji_payload(state, emoji)
    _change(emoji, body)
    _publish(state, guild)
    after = emoji_payload(state, emoji)
    record(state, guild, actor, Action.EMOJI_UPDATE, emoji.id, changes=changes_between(before, after))
    return emoji_payload(state, emoji, with_user=True)


def delete_emoji(state: State, actor: Actor, guild_id: int, emoji_id: int) -> None:
    """Take an emoji out of a guild."""
    guild, emoji = _manageable(state, actor, guild_id, emoji_id)
    del guild.emojis[emoji_id]
    _publish(state, guild)
    record(state, guild, actor, Action.EMOJI_DELETE, emoji.id, changes=changes_between({"name": emoji.name}, {}))


def list_application_emojis(state: State, application: Application) -> dict[str, Any]:
    """Return an application's emojis."""
    return {"items": [emoji_payload(state, emoji, with_user=True) for emoji in application.emojis.values()]}


def get_application_emoji(state: State, application: Application, emoji_id: int) -> dict[str, Any]:
    """Return one of an application's emojis."""
    return emoji_payload(state, _find(application.emojis, emoji_id), with_user=True)


def create_application_emoji(
    state: State, actor: Actor, application: Application, body: Mapping[str, Any]
) -> dict[str, Any]:
    """Add an emoji to an application."""
    emoji = _new_emoji(state, actor, body)
    if any(other.name == emoji.name for other in application.emojis.values()):
        raise invalid("name", "APPLICATION_EMOJI_NAME_ALREADY_TAKEN", "An emoji with this name already exists")
    if len(application.emojis) >= MOST_APPLICATION_EMOJIS:
        raise Code.MAX_EMOJIS.error()
    application.emojis[emoji.id] = emoji
    return emoji_payload(state, emoji, with_user=True)


def edit_application_emoji(
    state: State, application: Application, emoji_id: int, body: Mapping[str, Any]
) -> dict[str, Any]:
    """Rename an application's emoji."""
    emoji = _find(application.emojis, emoji_id)
    _change(emoji, {name: value for name, value in body.items() if name == "name"})
    return emoji_payload(state, emoji, with_user=True)


def delete_application_emoji(application: Application, emoji_id: int) -> None:
    """Take an emoji out of an application."""
    _find(application.emojis, emoji_id)
    del application.emojis[emoji_id]


def _find(emojis: Mapping[int, Emoji], emoji_id: int) -> Emoji:
    if emoji_id not in emojis:
        raise Code.UNKNOWN_EMOJI.error()
    return emojis[emoji_id]


def _new_emoji(state: State, actor: Actor, body: Mapping[str, Any]) -> Emoji:
    problems = Problems()
    read = read_fields(body, _NEW, problems)
    _check_name(read, problems)
    if len(read.get("image", b"")) > MOST_BYTES:
        problems.add("image", "BINARY_TYPE_MAX_SIZE", f"File cannot be larger than {MOST_BYTES / 1024} kb.")
    problems.raise_if_any()
    picture: bytes = read["image"]
    size = image_size(picture)
    content_type = size.content_type if size else "image/png"
    emoji = Emoji(state.ids.next(), read["name"], actor.user_id, animated=content_type == "image/gif")
    emoji.role_ids = read.get("roles") or []
    state.files.put(f"emojis/{emoji.id}.{EXTENSIONS[content_type]}", picture, content_type)
    return emoji


def _change(emoji: Emoji, body: Mapping[str, Any]) -> None:
    problems = Problems()
    read = read_fields(body, _EDITED, problems)
    _check_name(read, problems)
    problems.raise_if_any()
    emoji.name = read.get("name", emoji.name)
    if "roles" in read:
        emoji.role_ids = read["roles"] or []


def _check_name(read: Mapping[str, Any], problems: Problems) -> None:
    name: str = read.get("name", "")
    if name and not (name.isascii() and name.replace("_", "").isalnum()):
        words = "String value did not match validation regex."
        problems.add("name", "STRING_TYPE_REGEX", words)


def _manageable(state: State, actor: Actor, guild_id: int, emoji_id: int) -> tuple[Guild, Emoji]:
    guild, member = joined_guild(state, actor, guild_id)
    emoji = _find(guild.emojis, emoji_id)
    require_expression(state, guild, member, emoji.creator_id)
    return guild, emoji


def require_expression(state: State, guild: Guild, member: Member, creator_id: int) -> None:
    """Refuse unless a member may change an emoji or a sticker: any, or those they made themselves."""
    own = granted(state, guild, member)
    if own & permissions.MANAGE_GUILD_EXPRESSIONS:
        return
    if not (own & permissions.CREATE_GUILD_EXPRESSIONS and creator_id == member.user_id):
        raise Code.MISSING_PERMISSIONS.error()


def _publish(state: State, guild: Guild) -> None:
    emojis = [emoji_payload(state, emoji) for emoji in guild.emojis.values()]
    data = {"guild_id": str(guild.id), "emojis": emojis}
    state.publish(Dispatch("GUILD_EMOJIS_UPDATE", data, guild.id, Intent.GUILD_EXPRESSIONS))
