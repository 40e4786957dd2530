"""Who and what exists when a world begins, as a JSON file says it.

{
"users": ["alice", "bob"],
"guilds": [
{
"name": "Local",
"owner": "alice",
"members": ["bob"],
"channels": ["general", {"name": "Lounge", "type": "voice"}],
"roles": ["Moderator"]
}
]
}
"""

from typing import Any, Final

from scurrypy.sandbox.records import Guild, User
from scurrypy.sandbox.records.channels import ANNOUNCEMENT, CATEGORY, FORUM, MEDIA, STAGE, TEXT, VOICE
from scurrypy.sandbox.rules.fields import Json, is_list, is_mapping
from scurrypy.sandbox.world import World

CHANNEL_TYPES: Final = {
    "text": TEXT,
    "voice": VOICE,
    "category": CATEGORY,
    "announcement": ANNOUNCEMENT,
    "stage": STAGE,
    "forum": FORUM,
    "media": MEDIA,
}
"""What a channel's type may be called."""


class SeedError(Exception):
    """The seed says something that cannot be."""


def plant(world: World, seed: Json) -> None:
    """Fill a world as a seed says.

    Raises:
        SeedError: It says something that cannot be.
    """
    fields = _object(seed, "the seed", {"users", "guilds"})
    users = {name: world.create_user(name) for name in _unique(_texts(fields.get("users", []), "users"))}
    guilds = _list(fields.get("guilds", []), "guilds")
    if not users or not guilds:
        raise SeedError("the seed needs at least one user and one guild")
    for index, guild in enumerate(guilds):
        _plant_guild(world, users, guild, f"guilds[{index}]")


def _plant_guild(world: World, users: dict[str, User], data: Json, where: str) -> None:
    fields = _object(data, where, {"name", "owner", "members", "channels", "roles"})
    owner = _user(users, fields.get("owner", next(iter(users))), f"{where}.owner")
    guild = world.create_guild(_text(fields.get("name"), f"{where}.name"), owner)
    for role in _texts(fields.get("roles", []), f"{where}.roles"):
        world.create_role(guild, role)
    for index, channel in enumerate(_list(fields.get("channels", ["general"]), f"{where}.channels")):
        _plant_channel(world, guild, channel, f"{where}.channels[{index}]")
    for name in _texts(fields.get("members", []), f"{where}.members"):
        user = _user(users, name, f"{where}.members")
        if user.id not in guild.members:
            world.add_member(guild, user)


def _plant_channel(world: World, guild: Guild, data: Json, where: str) -> None:
    fields = _object({"name": data} if isinstance(data, str) else data, where, {"name", "type", "topic", "nsfw"})
    kind = fields.get("type", "text")
    if kind not in CHANNEL_TYPES:
        raise SeedError(f"{where}.type is one of {', '.join(CHANNEL_TYPES)}, not {kind!r}")
    topic = fields.get("topic")
    world.create_channel(
        guild,
        _text(fields.get("name"), f"{where}.name"),
        CHANNEL_TYPES[kind],
        topic=None if topic is None else _text(topic, f"{where}.topic"),
        nsfw=fields.get("nsfw") is True,
    )


def _user(users: dict[str, User], name: Json, where: str) -> User:
    if not isinstance(name, str) or name not in users:
        raise SeedError(f"{where} names {name!r}, who is not among the users")
    return users[name]


def _object(value: Json, where: str, known: set[str]) -> dict[str, Any]:
    if not is_mapping(value):
        raise SeedError(f"{where} must be an object, not {type(value).__name__}")
    unknown = sorted(str(key) for key in value if key not in known)
    if unknown:
        raise SeedError(f"{where} does not know {', '.join(unknown)}; it knows {', '.join(sorted(known))}")
    return value


def _list(value: Json, where: str) -> list[Json]:
    if not is_list(value):
        raise SeedError(f"{where} must be a list, not {type(value).__name__}")
    return value


def _texts(value: Json, where: str) -> list[str]:
    return [_text(item, f"{where}[{index}]") for index, item in enumerate(_list(value, where))]


def _text(value: Json, where: str) -> str:
    if not isinstance(value, str) or not value.strip():
        raise SeedError(f"{where} must be a text that is not empty, not {value!r}")
    return value


def _unique(names: list[str]) -> list[str]:
    for name in names:
        if names.count(name) > 1:
            raise SeedError(f"the user {name!r} is named twice")
    return names
