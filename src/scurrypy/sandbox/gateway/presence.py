"""What bots show beside their names."""

from typing import Any

from scurrypy.sandbox.dispatch import Dispatch
from scurrypy.sandbox.gateway.identify import Presence
from scurrypy.sandbox.rules.intents import Intent
from scurrypy.sandbox.state import State

UNSEEN = frozenset({"invisible", "offline"})
"""Statuses that others see as offline."""


def show_presence(state: State, user_id: int, presence: Presence) -> None:
    """Set a user's presence in every guild the user is in, and tell those who may hear of it."""
    is_online = presence.status not in UNSEEN
    shown: dict[str, Any] = {
        "user": {"id": str(user_id)},
        "status": presence.status if is_online else "offline",
        "activities": presence.activities if is_online else [],
        "client_status": {"web": presence.status} if is_online else {},
    }
    for guild in state.guilds_of(user_id):
        before = guild.presences.get(user_id)
        if before == (shown if is_online else None):
            continue
        if is_online:
            guild.presences[user_id] = shown
        else:
            del guild.presences[user_id]
        data = {"guild_id": str(guild.id), **shown}
        state.publish(Dispatch("PRESENCE_UPDATE", data, guild.id, Intent.GUILD_PRESENCES))
