"""Which sessions hear of an event, and how much of it each may read."""

from typing import Any

from scurrypy.sandbox.dispatch import Dispatch
from scurrypy.sandbox.gateway.guild_stream import channel_as_seen, guild_create, hidden_channels
from scurrypy.sandbox.gateway.hiding import hidden
from scurrypy.sandbox.gateway.session import Session
from scurrypy.sandbox.rules.intents import Intent, censor, censor_execution
from scurrypy.sandbox.world import World

CENSORED = frozenset({"MESSAGE_CREATE", "MESSAGE_UPDATE"})
"""Events that carry what users wrote."""
SEEN_OR_HIDDEN = frozenset({"CHANNEL_CREATE", "CHANNEL_UPDATE"})
"""Events about channels that a bot also hears of when it may not view them."""
CHANGES_OF_VIEW = SEEN_OR_HIDDEN | {"GUILD_MEMBER_UPDATE", "GUILD_ROLE_UPDATE", "GUILD_ROLE_DELETE", "GUILD_UPDATE"}
"""Events after which a bot may see channels that it did not see before, or the other way round."""


def data_for(world: World, session: Session, dispatch: Dispatch) -> dict[str, Any] | None:
    """Return the data of an event as `session` receives it, or None when it does not hear of the event.

    What no session may read differently is returned as it is, not as a copy.
    """
    if not _concerns(world, session, dispatch) or not _is_intended(session, dispatch):
        return None
    data = dispatch.data
    if dispatch.name in CENSORED:
        return censor(data, session.user_id, session.intents)
    if dispatch.name == "AUTO_MODERATION_ACTION_EXECUTION":
        return censor_execution(data, session.intents)
    if dispatch.name == "THREAD_MEMBERS_UPDATE" and not session.intents & Intent.GUILD_MEMBERS:
        return _only_self(session, data)
    if dispatch.guild_id is not None:
        return _as_seen(world, session, dispatch, dispatch.guild_id)
    return data


def changes_of_view(world: World, session: Session, dispatch: Dispatch) -> list[dict[str, Any]]:
    """Return the channels that appeared to, or vanished from, a session's bot because of an event.

    Each is the data of a CHANNEL_UPDATE. The channel that the event itself is about is not among them.
    """
    guild_id = dispatch.guild_id
    if dispatch.name not in CHANGES_OF_VIEW or guild_id not in session.hidden_channels:
        return []
    guild = world.guild_create_payload(guild_id, world.applications[session.application_id])
    before, after = session.hidden_channels[guild_id], hidden_channels(world, session, guild)
    session.hidden_channels[guild_id] = after
    told = dispatch.data.get("id") if dispatch.name in SEEN_OR_HIDDEN else None
    return [
        {"guild_id": str(guild_id), **channel_as_seen(world, session, guild_id, channel)}
        for channel in guild["channels"]
        if int(channel["id"]) in before ^ after and channel["id"] != told
    ]


def _as_seen(world: World, session: Session, dispatch: Dispatch, guild_id: int) -> dict[str, Any]:
    data = dispatch.data
    if dispatch.name == "GUILD_CREATE" and not data.get("unavailable"):
        return guild_create(world, session, data)
    if dispatch.name == "GUILD_DELETE":
        session.hidden_channels.pop(guild_id, None)
    if dispatch.name in SEEN_OR_HIDDEN:
        return channel_as_seen(world, session, guild_id, data)
    if dispatch.name == "CHANNEL_DELETE" and int(data["id"]) in session.hidden_channels.get(guild_id, ()):
        return hidden(data, guild_id)
    return data


def _concerns(world: World, session: Session, dispatch: Dispatch) -> bool:
    if not session.covers(dispatch.guild_id):
        return False
    if dispatch.application_id is not None:
        if dispatch.application_id != session.application_id:
            return False
    elif dispatch.guild_id is not None:
        guild = world.guilds.get(dispatch.guild_id)
        if guild is None or session.user_id not in guild.members:
            return False
    if dispatch.channel_id is None or dispatch.name in SEEN_OR_HIDDEN or dispatch.name == "CHANNEL_DELETE":
        return True
    return world.can_view(session.user_id, dispatch.channel_id)


def _is_intended(session: Session, dispatch: Dispatch) -> bool:
    if dispatch.intents == 0 or session.intents & dispatch.intents:
        return True
    # A bot hears of changes to itself as a member without the privileged intent.
    user = dispatch.data.get("user")
    return dispatch.name == "GUILD_MEMBER_UPDATE" and user is not None and user["id"] == str(session.user_id)


def _only_self(session: Session, data: dict[str, Any]) -> dict[str, Any] | None:
    me = str(session.user_id)
    added = [member for member in data.get("added_members", ()) if member.get("user_id") == me]
    removed = [id for id in data.get("removed_member_ids", ()) if id == me]
    if not added and not removed:
        return None
    kept = {key: value for key, value in data.items() if key not in ("added_members", "removed_member_ids")}
    return kept | {key: value for key, value in (("added_members", added), ("removed_member_ids", removed)) if value}
