"""Gathers what the ids in an interaction stand for.

See [Discord Docs/Resolved Data](https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object-resolved-data-structure).
"""

from typing import Any

from scurrypy.sandbox.errors import ActorError
from scurrypy.sandbox.payloads.guilds import role_payload
from scurrypy.sandbox.payloads.interactions import partial_channel, resolved_member
from scurrypy.sandbox.payloads.messages import attachment_payload, message_payload
from scurrypy.sandbox.payloads.users import user_payload
from scurrypy.sandbox.records import Channel, Message, UploadedFile
from scurrypy.sandbox.rules.fields import Json
from scurrypy.sandbox.state import State
from scurrypy.sandbox.world.attachments import store_uploads


class Resolved:
    """The resolved data of one interaction."""

    def __init__(self, state: State, user_id: int, channel: Channel) -> None:
        self._state = state
        self._user_id = user_id
        self._channel = channel
        self._data: dict[str, dict[str, Any]] = {}

    def payload(self) -> dict[str, Any]:
        """Return the resolved data in wire form, under `resolved`; nothing at all where nothing was resolved."""
        return {"resolved": self._data} if self._data else {}

    def user(self, value: Json) -> str:
        """Resolve a user, and its membership here, and return the id."""
        user = self._state.users.get(_id(value))
        if user is None:
            raise ActorError(f"there is no user {value!r} to choose")
        self._add("users", user.id, user_payload(user))
        if self._channel.guild_id is not None:
            member = self._state.guilds[self._channel.guild_id].members.get(user.id)
            if member is not None:
                self._add("members", user.id, resolved_member(self._state, member, self._channel))
        return str(user.id)

    def role(self, value: Json) -> str:
        """Resolve a role of this guild and return the id."""
        guild = self._state.guilds.get(self._channel.guild_id or 0)
        role = None if guild is None else guild.roles.get(_id(value))
        if role is None:
            raise ActorError(f"there is no role {value!r} to choose here")
        self._add("roles", role.id, role_payload(role))
        return str(role.id)

    def mentionable(self, value: Json) -> str:
        """Resolve a role of this guild or a user and return the id."""
        guild = self._state.guilds.get(self._channel.guild_id or 0)
        is_role = guild is not None and _id(value) in guild.roles
        return self.role(value) if is_role else self.user(value)

    def channel(self, value: Json, types: list[int] | None = None) -> str:
        """Resolve a channel of this guild that the user sees and return the id."""
        channel = self._state.channels.get(_id(value))
        hidden = channel is None or not self._state.can_view(self._user_id, channel.id)
        if channel is None or hidden or channel.guild_id != self._channel.guild_id:
            raise ActorError(f"there is no channel {value!r} to choose here")
        if types and channel.type not in types:
            raise ActorError(f"only channels of type {', '.join(map(str, types))} can be chosen, not #{channel.name}")
        self._add("channels", channel.id, partial_channel(self._state, channel, self._user_id))
        return str(channel.id)

    def message(self, message: Message) -> str:
        """Resolve a message and return the id."""
        self._add("messages", message.id, message_payload(self._state, message))
        return str(message.id)

    def attachment(self, value: Json) -> str:
        """Store a file that the user uploads, resolve it, and return the id."""
        if not isinstance(value, UploadedFile):
            raise ActorError(f"a file is needed here, not {value!r}")
        stored = store_uploads(self._state, self._channel.id, [value], [], ephemeral=True)[0]
        self._add("attachments", stored.id, attachment_payload(self._state, stored))
        return str(stored.id)

    def _add(self, kind: str, id: int, payload: dict[str, Any]) -> None:
        self._data.setdefault(kind, {})[str(id)] = payload


def _id(value: Json) -> int:
    return int(value) if str(value).isdecimal() else 0
