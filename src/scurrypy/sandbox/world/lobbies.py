"""Lobbies, as the server of a game acts on them. None closes by itself, however long nobody is there.

See [Discord Docs/Lobby Resource](https://docs.discord.com/developers/resources/lobby).
"""

from collections.abc import Mapping
from typing import Any

from scurrypy.sandbox.payloads.lobbies import lobby_member_payload, lobby_payload
from scurrypy.sandbox.records import Application
from scurrypy.sandbox.records.lobbies import Lobby, LobbyMember
from scurrypy.sandbox.rules.codes import Code
from scurrypy.sandbox.rules.fields import Field, Json, read_field, read_fields
from scurrypy.sandbox.rules.lobbies import BULK, LOBBY, MEMBER, MODERATION, check_letters
from scurrypy.sandbox.rules.validation import Problems
from scurrypy.sandbox.state import State
from scurrypy.sandbox.world.invites import add_invite

_INVITE_LIFETIME = 3600


def create_lobby(state: State, application: Application, body: Mapping[str, Any]) -> dict[str, Any]:
    """Open a lobby."""
    read = read_lobby(body, LOBBY)
    members = _members(state, read.pop("members", None))
    lobby = Lobby(id=state.ids.next(), application_id=application.id, members=members, **read)
    state.lobbies[lobby.id] = lobby
    return lobby_payload(state, lobby)


def get_lobby(state: State, application: Application, lobby_id: int) -> dict[str, Any]:
    """Return a lobby."""
    return lobby_payload(state, find_lobby(state, application, lobby_id))


def edit_lobby(state: State, application: Application, lobby_id: int, body: Mapping[str, Any]) -> dict[str, Any]:
    """Change a lobby; members that are given take the place of all there are."""
    lobby = find_lobby(state, application, lobby_id)
    read = read_lobby(body, LOBBY)
    if "members" in read:
        read["members"] = _members(state, read["members"])
    for name, value in read.items():
        setattr(lobby, name, value)
    return lobby_payload(state, lobby)


def delete_lobby(state: State, application: Application, lobby_id: int) -> None:
    """Close a lobby; one that is closed already stays so."""
    if lobby_id in state.lobbies:
        del state.lobbies[find_lobby(state, application, lobby_id).id]


def put_member(
    state: State, application: Application, lobby_id: int, user_id: int, body: Mapping[str, Any]
) -> dict[str, Any]:
    """Put a user into a lobby, or change a member."""
    lobby = find_lobby(state, application, lobby_id)
    read = read_lobby(body, MEMBER)
    state.find_user(user_id)
    return lobby_member_payload(_put(lobby, user_id, read))


def put_members(state: State, application: Application, lobby_id: int, body: Json) -> list[dict[str, Any]]:
    """Put users into a lobby, change members and remove them; those who were not removed are returned."""
    lobby = find_lobby(state, application, lobby_id)
    problems = Problems()
    entries: list[dict[str, Any]] = read_field(body, BULK, problems, "")
    problems.raise_if_any()
    for entry in entries:
        state.find_user(entry["id"])
    put: list[LobbyMember] = []
    for entry in entries:
        user_id = entry.pop("id")
        if entry.pop("remove_member"):
            lobby.members.pop(user_id, None)
        else:
            put.append(_put(lobby, user_id, entry))
    return [lobby_member_payload(member) for member in put]


def remove_member(state: State, application: Application, lobby_id: int, user_id: int) -> None:
    """Remove a user from a lobby; one who is not in it stays outside."""
    find_lobby(state, application, lobby_id).members.pop(user_id, None)


def invite_to_channel(state: State, application: Application, lobby_id: int, user_id: int) -> dict[str, Any]:
    """Return the code of an invite to the channel a lobby is linked to, for one use within an hour."""
    lobby = find_lobby(state, application, lobby_id)
    state.find_user(user_id)
    channel = state.channels.get(lobby.linked_channel_id or 0)
    if channel is None:
        raise Code.UNKNOWN_CHANNEL.error()
    guild = state.guilds[channel.guild_id or 0]
    limits = {"max_age": _INVITE_LIFETIME, "max_uses": 1}
    return {"code": add_invite(state, guild, channel.id, application.bot_id, **limits).code}


def judge_message(state: State, application: Application, lobby_id: int, message_id: int, body: Json) -> None:
    """Say what moderation says of a message."""
    lobby = find_lobby(state, application, lobby_id)
    problems = Problems()
    said: dict[str, str] = read_field(body, MODERATION, problems, "")
    problems.raise_if_any()
    if message_id not in lobby.messages:
        raise Code.UNKNOWN_MESSAGE.error()
    lobby.messages[message_id].moderation = said


def find_lobby(state: State, application: Application, lobby_id: int) -> Lobby:
    """Return a lobby of an application."""
    lobby = state.lobbies.get(lobby_id)
    if lobby is None or lobby.application_id != application.id:
        raise Code.UNKNOWN_LOBBY.error()
    return lobby


def read_lobby(body: Mapping[str, Any], fields: Mapping[str, Field]) -> dict[str, Any]:
    """Return the fields of a request about a lobby, or refuse with everything that is wrong with them."""
    problems = Problems()
    read = read_fields(body, fields, problems)
    problems.raise_if_any()
    for name in read.keys() & {"metadata", "lobby_metadata", "member_metadata"}:
        check_letters(read[name], problems, name)
    problems.raise_if_any()
    return read


def _members(state: State, entries: list[dict[str, Any]] | None) -> dict[int, LobbyMember]:
    members: dict[int, LobbyMember] = {}
    for entry in entries or ():
        user_id = state.find_user(entry["id"]).id
        members[user_id] = LobbyMember(user_id, entry.get("metadata"), entry.get("flags", 0))
    return members


def _put(lobby: Lobby, user_id: int, read: Mapping[str, Any]) -> LobbyMember:
    member = lobby.members.setdefault(user_id, LobbyMember(user_id))
    for name, value in read.items():
        setattr(member, name, value)
    return member
