"""Lobbies on the wire.

See [Discord Docs/Lobby Resource](https://docs.discord.com/developers/resources/lobby).
"""

from typing import Any

from scurrypy.sandbox.payloads.channels import channel_payload
from scurrypy.sandbox.payloads.users import user_payload
from scurrypy.sandbox.records.lobbies import Lobby, LobbyMember, LobbyMessage
from scurrypy.sandbox.state import State


def lobby_payload(state: State, lobby: Lobby) -> dict[str, Any]:
    """Return a lobby with its members and the channel it is linked to."""
    payload: dict[str, Any] = {
        "id": str(lobby.id),
        "application_id": str(lobby.application_id),
        "metadata": lobby.metadata and dict(lobby.metadata),
        "members": [lobby_member_payload(member) for member in lobby.members.values()],
        "flags": lobby.flags,
        "override_event_webhooks_url": lobby.override_event_webhooks_url,
    }
    channel = state.channels.get(lobby.linked_channel_id or 0)
    return payload if channel is None else payload | {"linked_channel": channel_payload(state, channel)}


def lobby_member_payload(member: LobbyMember) -> dict[str, Any]:
    """Return a member of a lobby."""
    payload: dict[str, Any] = {
        "id": str(member.user_id),
        "metadata": member.metadata and dict(member.metadata),
        "flags": member.flags,
    }
    return payload if member.additional_name is None else payload | {"additional_name": member.additional_name}


def lobby_message_payload(state: State, lobby: Lobby, message: LobbyMessage) -> dict[str, Any]:
    """Return a message of a lobby."""
    payload: dict[str, Any] = {
        "id": str(message.id),
        "type": 0,
        "content": message.content,
        "lobby_id": str(lobby.id),
        "channel_id": str(lobby.id),
        "author": user_payload(state.users[message.author_id]),
        "flags": message.flags,
        "application_id": str(lobby.application_id),
    }
    if message.additional_name is not None:
        payload["lobby_member"] = {"additional_name": message.additional_name}
    if message.metadata is not None:
        payload["metadata"] = dict(message.metadata)
    if message.moderation is not None:
        payload["moderation_metadata"] = dict(message.moderation)
    return payload
