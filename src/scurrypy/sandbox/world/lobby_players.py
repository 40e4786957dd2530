"""What players do in lobbies, by the access tokens they gave a game."""

from collections.abc import Mapping
from typing import Any

from scurrypy.sandbox.errors import ApiError
from scurrypy.sandbox.payloads.lobbies import lobby_message_payload, lobby_payload
from scurrypy.sandbox.records import Application
from scurrypy.sandbox.records.channels import TEXT
from scurrypy.sandbox.records.lobbies import Lobby, LobbyMember, LobbyMessage
from scurrypy.sandbox.rules import permissions
from scurrypy.sandbox.rules.codes import Code
from scurrypy.sandbox.rules.lobbies import JOIN, MESSAGE
from scurrypy.sandbox.rules.shapes import identity
from scurrypy.sandbox.state import State
from scurrypy.sandbox.world.access import guild_channel, require
from scurrypy.sandbox.world.actor import Actor
from scurrypy.sandbox.world.lobbies import find_lobby, read_lobby
from scurrypy.sandbox.world.messages import create_message

CAN_LINK = 1
"""Flag of a member who may link a channel."""
_LINKING = permissions.MANAGE_CHANNELS | permissions.VIEW_CHANNEL | permissions.SEND_MESSAGES


def join_lobby(state: State, application: Application, user_id: int, body: Mapping[str, Any]) -> dict[str, Any]:
    """Join the lobby that a secret names, opened if there is none."""
    read = read_lobby(body, JOIN)
    lobbies = [each for each in state.lobbies.values() if each.application_id == application.id]
    lobby = next((each for each in lobbies if each.secret == read["secret"]), None)
    if lobby is None:
        lobby = Lobby(state.ids.next(), application.id, secret=read["secret"])
        state.lobbies[lobby.id] = lobby
    lobby.metadata = read.get("lobby_metadata", lobby.metadata)
    lobby.idle_timeout_seconds = read.get("idle_timeout_seconds", lobby.idle_timeout_seconds)
    member = lobby.members.setdefault(user_id, LobbyMember(user_id))
    member.metadata = read.get("member_metadata", member.metadata)
    return lobby_payload(state, lobby)


def link_channel(
    state: State, application: Application, lobby_id: int, user_id: int, body: Mapping[str, Any]
) -> dict[str, Any]:
    """Link a lobby to a text channel that no other lobby is linked to, or undo the link."""
    lobby = find_lobby(state, application, lobby_id)
    if not member_of(lobby, user_id).flags & CAN_LINK:
        raise Code.MISSING_PERMISSIONS.error()
    channel_id = read_lobby(body, {"channel_id": identity(nullable=True)}).get("channel_id")
    if channel_id is not None:
        actor = Actor(user_id)
        _, channel = guild_channel(state, actor, channel_id)
        taken = any(each.linked_channel_id == channel_id for each in state.lobbies.values() if each is not lobby)
        if channel.type != TEXT or channel.nsfw or taken:
            raise Code.WRONG_CHANNEL_TYPE.error()
        require(state, actor, channel, _LINKING)
    lobby.linked_channel_id = channel_id
    return lobby_payload(state, lobby)


def send_message(
    state: State, application: Application, lobby_id: int, user_id: int, body: Mapping[str, Any]
) -> dict[str, Any]:
    """Say something in a lobby, and in the channel it is linked to as far as that lets the player."""
    lobby = find_lobby(state, application, lobby_id)
    member = member_of(lobby, user_id)
    read = read_lobby(body, MESSAGE)
    name = member.additional_name
    message = LobbyMessage(state.ids.next(), user_id, read["content"], read["flags"], name, read.get("metadata"))
    lobby.messages[message.id] = message
    if lobby.linked_channel_id is not None:
        _forward(state, user_id, lobby.linked_channel_id, message.content)
    return lobby_message_payload(state, lobby, message)


def list_messages(
    state: State, application: Application, lobby_id: int, user_id: int, *, limit: int = 50
) -> list[dict[str, Any]]:
    """Return the newest messages of a lobby, the newest first."""
    lobby = find_lobby(state, application, lobby_id)
    member_of(lobby, user_id)
    newest = list(lobby.messages.values())[::-1][:limit]
    return [lobby_message_payload(state, lobby, message) for message in newest]


def member_of(lobby: Lobby, user_id: int) -> LobbyMember:
    """Return a player's membership in a lobby, or refuse those outside."""
    if user_id not in lobby.members:
        raise Code.MISSING_ACCESS.error()
    return lobby.members[user_id]


def _forward(state: State, user_id: int, channel_id: int, content: str) -> None:
    try:
        create_message(state, Actor(user_id), channel_id, {"content": content})
    except ApiError:
        # What the channel refuses still reaches the lobby.
        return
