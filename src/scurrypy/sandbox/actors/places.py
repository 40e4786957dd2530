"""Finds what people name: channels, users, guilds, roles, messages."""

from typing import TypeAlias

from scurrypy.sandbox.errors import ActorError
from scurrypy.sandbox.records import Channel, Guild, Message, User
from scurrypy.sandbox.records.commands import Command
from scurrypy.sandbox.rules.fields import Json
from scurrypy.sandbox.state import State
from scurrypy.sandbox.world.command_definitions import CHANNEL, MENTIONABLE, ROLE, USER_OPTION

ChannelLike: TypeAlias = Channel | str | int
"""A channel, its id, or its name, with or without `#`."""

UserLike: TypeAlias = User | str | int
"""A user, its id, or its name, with or without `@`."""

GuildLike: TypeAlias = Guild | str | int
"""A guild, its id, or its name."""


def find_channel(state: State, user_id: int, channel: ChannelLike) -> Channel:
    """Return a channel that a user sees."""
    if isinstance(channel, Channel):
        found = [channel]
    elif _is_id(channel):
        found = [state.channels[int(channel)]] if int(channel) in state.channels else []
    else:
        name = str(channel).removeprefix("#")
        found = [candidate for candidate in state.channels.values() if candidate.name == name]
    for candidate in found:
        if state.can_view(user_id, candidate.id):
            return candidate
    name = state.users[user_id].username
    raise ActorError(f"{name} sees no channel {_shown(channel)}")


def find_user(state: State, user: UserLike) -> User:
    """Return a user."""
    if isinstance(user, User):
        return user
    if _is_id(user) and int(user) in state.users:
        return state.users[int(user)]
    name = str(user).removeprefix("@")
    for candidate in state.users.values():
        if name in (candidate.username, candidate.global_name):
            return candidate
    names = ", ".join(candidate.username for candidate in state.users.values()) or "none"
    raise ActorError(f"there is no user {name!r}; there is: {names}")


def find_guild(state: State, guild: GuildLike) -> Guild:
    """Return a guild."""
    if isinstance(guild, Guild):
        return guild
    for candidate in state.guilds.values():
        if guild in (candidate.id, str(candidate.id), candidate.name):
            return candidate
    raise ActorError(f"there is no guild {guild!r}")


def find_message(state: State, message: Message | int) -> Message:
    """Return a message that still exists."""
    wanted = message.id if isinstance(message, Message) else int(message)
    for messages in state.messages.values():
        if wanted in messages:
            return messages[wanted]
    raise ActorError(f"there is no message {wanted}, or it was deleted")


def resolve_names(state: State, user_id: int, channel: Channel, command: Command, values: dict[str, Json]) -> None:
    """Replace, in place, users, roles and channels that options name by their ids."""
    kinds = {option["name"]: option["type"] for option in _all_options(command.options)}
    for name, value in values.items():
        values[name] = resolve_value(state, user_id, channel, kinds.get(name, 0), value)


def resolve_value(state: State, user_id: int, channel: Channel, kind: int, value: Json) -> Json:
    """Return the id of what a value of an option, or of a select, names."""
    if value is None or kind not in (USER_OPTION, CHANNEL, ROLE, MENTIONABLE):
        return value
    if kind == CHANNEL:
        return find_channel(state, user_id, value).id
    role_id = _role_id(state, channel, value) if kind in (ROLE, MENTIONABLE) else None
    if role_id is not None:
        return role_id
    return value if kind == ROLE else find_user(state, value).id


def _role_id(state: State, channel: Channel, value: Json) -> int | None:
    guild = state.guilds.get(channel.guild_id or 0)
    wanted = getattr(value, "id", value)
    for role in guild.roles.values() if guild is not None else ():
        if wanted in (role.id, str(role.id), role.name, f"@{role.name}"):
            return role.id
    return None


def _all_options(options: list[dict[str, Json]]) -> list[dict[str, Json]]:
    nested = [_all_options(option["options"]) for option in options if "options" in option]
    return [*options, *(option for group in nested for option in group)]


def _is_id(value: object) -> bool:
    return not isinstance(value, bool) and (isinstance(value, int) or (str(value).isdecimal() and len(str(value)) > 14))


def _shown(channel: ChannelLike) -> str:
    return repr(channel.name if isinstance(channel, Channel) else channel)
