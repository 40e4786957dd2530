"""Widgets, welcome screens and onboardings on the wire.

See [Discord Docs/Guild Resource](https://docs.discord.com/developers/resources/guild).
"""

import copy
from typing import Any

from scurrypy.sandbox.records import Guild
from scurrypy.sandbox.records.community import Onboarding, WelcomeScreen
from scurrypy.sandbox.rules.permissions import VIEW_CHANNEL
from scurrypy.sandbox.state import State

MOST_SHOWN = 100
"""Members a widget shows."""


def welcome_payload(screen: WelcomeScreen) -> dict[str, Any]:
    """Return a welcome screen."""
    return {"description": screen.description, "welcome_channels": copy.deepcopy(screen.channels)}


def onboarding_payload(guild: Guild, onboarding: Onboarding) -> dict[str, Any]:
    """Return an onboarding."""
    return {
        "guild_id": str(guild.id),
        "prompts": copy.deepcopy(onboarding.prompts),
        "default_channel_ids": [str(channel_id) for channel_id in onboarding.default_channel_ids],
        "enabled": onboarding.enabled,
        "mode": onboarding.mode,
    }


def widget_payload(state: State, guild: Guild, invite_code: str | None) -> dict[str, Any]:
    """Return what a website may show of a guild: who is online, without telling who they are."""
    everyone = guild.roles[guild.id].permissions
    channels = [
        channel
        for channel in state.channels_of(guild.id)
        if channel.is_voice and _everyone_sees(everyone, channel.overwrites.get(guild.id))
    ]
    shown = {str(channel.id) for channel in channels}
    online = [id for id in guild.presences if id in guild.members]
    return {
        "id": str(guild.id),
        "name": guild.name,
        "instant_invite": None if invite_code is None else f"https://discord.com/invite/{invite_code}",
        "channels": [{"id": str(c.id), "name": c.name, "position": c.position} for c in channels],
        "members": [_member(state, guild, id, number, shown) for number, id in enumerate(online[:MOST_SHOWN])],
        "presence_count": len(online),
    }


def _everyone_sees(granted: int, overwrite: Any) -> bool:
    if overwrite is not None:
        granted = granted & ~overwrite.deny | overwrite.allow
    return bool(granted & VIEW_CHANNEL)


def _member(state: State, guild: Guild, user_id: int, number: int, shown: set[str]) -> dict[str, Any]:
    user, presence = state.users[user_id], guild.presences[user_id]
    payload: dict[str, Any] = {
        "id": str(number),
        "username": guild.members[user_id].nick or user.global_name or user.username,
        "discriminator": "0000",
        "avatar": None,
        "status": presence["status"],
        "avatar_url": f"{state.files.base_url}/embed/avatars/{number % 6}.png",
    }
    if presence.get("activities"):
        payload["activity"] = {"name": presence["activities"][0]["name"]}
    voice_state = guild.voice_states.get(user_id)
    if voice_state is not None and voice_state["channel_id"] in shown:
        names = ("channel_id", "deaf", "mute", "self_deaf", "self_mute", "suppress")
        payload |= {name: voice_state[name] for name in names}
    return payload
