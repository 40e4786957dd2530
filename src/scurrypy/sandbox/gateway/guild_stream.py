"""GUILD_CREATE as one session receives it: who is in it depends on intents, size and permissions.

See [Discord Docs/Guild Create](https://docs.discord.com/developers/events/gateway-events#guild-create).
"""

from typing import Any

from scurrypy.sandbox.gateway.hiding import hidden
from scurrypy.sandbox.gateway.session import Session
from scurrypy.sandbox.rules.intents import Intent
from scurrypy.sandbox.world import World

HUGE_GUILD = 75_000
"""Members above which the gateway sends no more of them than without the presence intent."""


def guild_create(world: World, session: Session, guild: dict[str, Any]) -> dict[str, Any]:
    """Return the data of GUILD_CREATE for `session`, out of the guild in full.

    The session also notes which channels it now knows as hidden.
    """
    guild_id = int(guild["id"])
    members = _members(session, guild)
    shown = {member["user"]["id"] for member in members}
    presences: list[dict[str, Any]] = guild["presences"] if session.intents & Intent.GUILD_PRESENCES else []
    channels = [channel_as_seen(world, session, guild_id, channel) for channel in guild["channels"]]
    session.hidden_channels[guild_id] = hidden_channels(world, session, guild)
    return guild | {
        "large": guild["member_count"] > session.large_threshold,
        "members": members,
        "presences": [presence for presence in presences if presence["user"]["id"] in shown],
        "channels": channels,
        "threads": [thread for thread in guild["threads"] if world.can_view(session.user_id, int(thread["id"]))],
    }


def channel_as_seen(world: World, session: Session, guild_id: int, channel: dict[str, Any]) -> dict[str, Any]:
    """Return a guild's channel as the session's bot sees it."""
    return channel if world.can_view(session.user_id, int(channel["id"])) else hidden(channel, guild_id)


def hidden_channels(world: World, session: Session, guild: dict[str, Any]) -> frozenset[int]:
    """Return which channels of a guild, given in full, the session's bot may not view."""
    ids = (int(channel["id"]) for channel in guild["channels"])
    return frozenset(id for id in ids if not world.can_view(session.user_id, id))


def _members(session: Session, guild: dict[str, Any]) -> list[dict[str, Any]]:
    in_voice = {state["user_id"] for state in guild["voice_states"]}
    always = in_voice | {str(session.user_id)}
    if not session.intents & Intent.GUILD_PRESENCES or guild["member_count"] > HUGE_GUILD:
        return [member for member in guild["members"] if member["user"]["id"] in always]
    if guild["member_count"] <= session.large_threshold:
        return list(guild["members"])
    shown = always | {presence["user"]["id"] for presence in guild["presences"]}
    return [
        member
        for member in guild["members"]
        if member["user"]["id"] in shown or member["roles"] or member["nick"] is not None
    ]
