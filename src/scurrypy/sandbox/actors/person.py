"""A person at their Discord client."""

import secrets
from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias, TypeGuard

from scurrypy.sandbox.actors.outcome import Outcome
from scurrypy.sandbox.actors.places import (
    ChannelLike,
    GuildLike,
    UserLike,
    find_channel,
    find_guild,
    find_message,
    find_user,
    resolve_names,
    resolve_value,
)
from scurrypy.sandbox.errors import ActorError
from scurrypy.sandbox.records import Application, Channel, Message, UploadedFile, User
from scurrypy.sandbox.records.commands import CHAT_INPUT, MESSAGE, USER, Command
from scurrypy.sandbox.records.grants import Grant
from scurrypy.sandbox.records.interactions import Interaction
from scurrypy.sandbox.records.join_requests import JoinRequest
from scurrypy.sandbox.records.monetization import Entitlement, Sku
from scurrypy.sandbox.rules.fields import Json, is_list
from scurrypy.sandbox.state import State
from scurrypy.sandbox.world import (
    event_users,
    interactions,
    invites,
    join_requests,
    messages,
    purchases,
    reactions,
    soundboard,
)
from scurrypy.sandbox.world.actor import Actor
from scurrypy.sandbox.world.command_definitions import CHANNEL, MENTIONABLE, ROLE, USER_OPTION
from scurrypy.sandbox.world.components import Kind, walk
from scurrypy.sandbox.world.interactions import Standpoint
from scurrypy.sandbox.world.members import admit, leave_guild
from scurrypy.sandbox.world.typing_indicator import start_typing
from scurrypy.sandbox.world.users import dm_between
from scurrypy.sandbox.world.voice_states import leave_voice, move_in_voice

File: TypeAlias = UploadedFile | tuple[str, bytes]
"""A file, or its name and bytes."""

GRANT_LIFETIME = 7 * 24 * 3600
"""Seconds for which an access token is good."""

_OPTION_OF_SELECT = {
    Kind.USER_SELECT: USER_OPTION,
    Kind.ROLE_SELECT: ROLE,
    Kind.MENTIONABLE_SELECT: MENTIONABLE,
    Kind.CHANNEL_SELECT: CHANNEL,
}
"""Which type of option names the same things as each select."""


class Person:
    """One user of a world, with what they can do.

    What permissions forbid is refused as Discord refuses it, with ApiError; what the client would not even
    offer, as a disabled button, is refused with ActorError.
    """

    def __init__(self, state: State, user: User) -> None:
        self._state = state
        self.user = user
        """The user."""
        self.actor: Actor = Actor(user.id)
        """The user, as the world's operations want it."""

    def __repr__(self) -> str:
        return f"<Person {self.user.username}>"

    @property
    def id(self) -> int:
        """Id of the user."""
        return self.user.id

    def messages(self, channel: ChannelLike) -> list[Message]:
        """Return what the person sees in a channel, oldest first."""
        there = self._state.messages[self._channel(channel).id].values()
        return [message for message in there if message.ephemeral_to in (None, self.id)]

    def send(
        self,
        channel: ChannelLike,
        content: str = "",
        *,
        files: Sequence[File] = (),
        reply_to: Message | int | None = None,
        **fields: Json,
    ) -> Message:
        """Send a message.

        Args:
            channel: Where.
            content: What.
            files: Files to attach.
            reply_to: Message to reply to.
            fields: Further fields of the message, in wire form.
        """
        body: dict[str, Any] = {"content": content, **fields}
        if reply_to is not None:
            body["message_reference"] = {"message_id": str(find_message(self._state, reply_to).id)}
        place = self._channel(channel)
        uploads = [_upload(file, index) for index, file in enumerate(files)]
        sent = messages.create_message(self._state, self.actor, place.id, body, uploads)
        return self._state.messages[place.id][int(sent["id"])]

    def dm(self, recipient: UserLike, content: str = "", **fields: Json) -> Message:
        """Send a direct message."""
        return self.send(self.dm_channel(recipient), content, **fields)

    def dm_channel(self, recipient: UserLike) -> Channel:
        """Return the channel of direct messages with somebody, opened if it was not."""
        return dm_between(self._state, self.id, find_user(self._state, recipient).id)

    def edit(self, message: Message | int, content: str, **fields: Json) -> Message:
        """Edit one's own message."""
        found = find_message(self._state, message)
        messages.edit_message(self._state, self.actor, found.channel_id, found.id, {"content": content, **fields})
        return found

    def delete(self, message: Message | int) -> None:
        """Delete a message; one that is for this person alone is only dismissed."""
        found = find_message(self._state, message)
        if found.ephemeral_to == self.id:
            messages.remove_message(self._state, found)
        else:
            messages.delete_message(self._state, self.actor, found.channel_id, found.id)

    def react(self, message: Message | int, emoji: str) -> None:
        """React to a message with a standard emoji, or a custom one as `name:id`."""
        found = find_message(self._state, message)
        reactions.add_reaction(self._state, self.actor, found.channel_id, found.id, emoji)

    def unreact(self, message: Message | int, emoji: str) -> None:
        """Take back one's own reaction."""
        found = find_message(self._state, message)
        reactions.remove_reaction(self._state, self.actor, found.channel_id, found.id, emoji, user_id=self.id)

    def typing(self, channel: ChannelLike) -> None:
        """Start to type."""
        start_typing(self._state, self.actor, self._channel(channel).id)

    def join(self, guild: GuildLike) -> None:
        """Join a guild."""
        found = find_guild(self._state, guild)
        if self.id in found.bans:
            raise ActorError(f"{self.user.username} is banned from {found.name}")
        if self.id not in found.members:
            admit(self._state, found, self.user)

    def use_invite(self, code: str) -> None:
        """Join the guild that an invite leads to."""
        invites.use_invite(self._state, self.actor, code)

    def request_to_join(self, guild: GuildLike, form_responses: Sequence[Mapping[str, Any]] = ()) -> JoinRequest:
        """Ask to join a guild, with what its form asked and the answers, in wire form."""
        found = find_guild(self._state, guild)
        return join_requests.request_to_join(self._state, found, self.id, form_responses)

    def leave(self, guild: GuildLike) -> None:
        """Leave a guild."""
        found = find_guild(self._state, guild)
        if self.id not in found.members:
            raise ActorError(f"{self.user.username} is not in {found.name}")
        leave_guild(self._state, self.actor, found.id)

    def join_voice(self, channel: ChannelLike, *, self_mute: bool = False, self_deaf: bool = False) -> None:
        """Join a voice or stage channel, or move to it."""
        found = self._channel(channel)
        guild = self._state.guilds[found.guild_id or 0]
        if not move_in_voice(self._state, guild, self.id, found, self_mute=self_mute, self_deaf=self_deaf):
            raise ActorError(f"{self.user.username} cannot join {found.name}")

    def leave_voice(self, guild: GuildLike) -> None:
        """Leave the voice channel one is in."""
        leave_voice(self._state, find_guild(self._state, guild), self.id)

    def play_sound(self, channel: ChannelLike, sound_id: int, source_guild: GuildLike | None = None) -> None:
        """Play a soundboard sound in the voice channel one is in, from another guild if that is named."""
        body = {"sound_id": str(sound_id)}
        if source_guild is not None:
            body["source_guild_id"] = str(find_guild(self._state, source_guild).id)
        soundboard.play_sound(self._state, self.actor, self._channel(channel).id, body)

    def authorize(self, application: Application, *scopes: str) -> str:
        """Let an application act for oneself, and return the access token it gets, which is good for a week."""
        token = secrets.token_urlsafe(22)
        expires_at = self._state.clock.now() + GRANT_LIFETIME
        self._state.grants[token] = Grant(application.id, self.id, list(scopes), expires_at)
        return token

    def buy(self, sku: Sku | int, guild: GuildLike | None = None) -> Entitlement:
        """Buy something an application sells, for a guild if it is sold to guilds."""
        found = sku if isinstance(sku, Sku) else self._state.skus[sku]
        guild_id = None if guild is None else find_guild(self._state, guild).id
        return purchases.buy(self._state, self.id, found, guild_id)

    def cancel_subscription(self, sku: Sku | int) -> None:
        """Cancel one's subscription to something."""
        sku_id = sku.id if isinstance(sku, Sku) else sku
        for subscription in self._state.subscriptions.values():
            if subscription.user_id == self.id and sku_id in subscription.sku_ids and subscription.canceled_at is None:
                purchases.cancel(self._state, subscription)
                return
        raise ActorError(f"{self.user.username} has no subscription to that")

    def follow_event(self, guild: GuildLike, event_id: int, exception_id: int | None = None) -> None:
        """Be interested in a scheduled event, or in one time of it that differs."""
        event_users.follow_event(self._state, self.actor, find_guild(self._state, guild).id, event_id, exception_id)

    def unfollow_event(self, guild: GuildLike, event_id: int, exception_id: int | None = None) -> None:
        """No longer be interested in a scheduled event, or in one time of it that differs."""
        guild_id = find_guild(self._state, guild).id
        event_users.follow_event(self._state, self.actor, guild_id, event_id, exception_id, follow=False)

    def commands(self, channel: ChannelLike) -> list[str]:
        """Return the names of the slash commands the person may use in a channel."""
        at = Standpoint(self.id, self._channel(channel))
        return [c.name for c in interactions.offered_commands(self._state, at) if c.type == CHAT_INPUT]

    def slash(self, channel: ChannelLike, command: str, /, **options: Json) -> Outcome:
        """Use a slash command.

        Args:
            channel: Where.
            command: Its name, with subcommand group and subcommand after it, with or without `/`.
            options: What to fill in. Users, roles and channels may be named; a file is an UploadedFile
                or a tuple of its name and bytes.
        """
        at, found, words = self._command(channel, command)
        values = self._values(at, found, options)
        return self._outcome(interactions.use_slash_command(self._state, at, found, words, values))

    def autocomplete(self, channel: ChannelLike, command: str, /, **options: Json) -> Outcome:
        """Type into an option of a slash command that offers choices.

        Args:
            channel: Where.
            command: Its name, with subcommand group and subcommand after it, with or without `/`.
            options: What stands in the options; the last one is being typed into.
        """
        if not options:
            raise ActorError("name the option to type into")
        at, found, words = self._command(channel, command)
        name, typed = list(options.items())[-1]
        values = self._values(at, found, {key: value for key, value in options.items() if key != name})
        focused = (name, str(typed))
        return self._outcome(interactions.type_into_option(self._state, at, found, words, values, focused=focused))

    def user_command(self, channel: ChannelLike, command: str, target: UserLike) -> Outcome:
        """Use a command from a user's context menu."""
        at = Standpoint(self.id, self._channel(channel))
        found = interactions.find_command(self._state, at, USER, command)
        target_id = find_user(self._state, target).id
        return self._outcome(interactions.use_user_command(self._state, at, found, target_id))

    def message_command(self, message: Message | int, command: str) -> Outcome:
        """Use a command from a message's context menu."""
        target = find_message(self._state, message)
        at = Standpoint(self.id, self._channel(target.channel_id))
        found = interactions.find_command(self._state, at, MESSAGE, command)
        return self._outcome(interactions.use_message_command(self._state, self.id, found, target))

    def click(
        self, message: Message | int | None, custom_id: str | None = None, *, label: str | None = None
    ) -> Outcome:
        """Click a button, found by its custom id or its label."""
        found = self._message(message)
        button = interactions.find_component(found, custom_id, label)
        return self._outcome(interactions.use_component(self._state, self.id, found, button))

    def select(self, message: Message | int | None, custom_id: str, values: Sequence[Json]) -> Outcome:
        """Choose values in a select, by value, label, name or id.

        Args:
            message: The message.
            custom_id: Custom id of the select.
            values: What to choose.
        """
        found = self._message(message)
        select = interactions.find_component(found, custom_id)
        chosen = [self._named(self._state.channels[found.channel_id], select, value) for value in values]
        return self._outcome(interactions.use_component(self._state, self.id, found, select, chosen))

    def submit(self, outcome: Outcome | Interaction, values: Mapping[str, Json] | None = None) -> Outcome:
        """Fill in and submit the modal that something was answered with.

        Args:
            outcome: What was answered with a modal.
            values: What to fill in, by custom id; what is left out keeps what the modal presets.
        """
        opened_by = outcome.interaction if isinstance(outcome, Outcome) else outcome
        if opened_by.user_id != self.id:
            raise ActorError("the modal opened for somebody else")
        channel = self._state.channels[opened_by.channel_id]
        fields = {c["custom_id"]: c for c in walk((opened_by.modal or {}).get("components", ())) if "custom_id" in c}
        filled = {name: self._filled(channel, fields.get(name, {}), value) for name, value in (values or {}).items()}
        return self._outcome(interactions.submit_modal(self._state, opened_by, filled))

    def _channel(self, channel: ChannelLike) -> Channel:
        return find_channel(self._state, self.id, channel)

    def _message(self, message: Message | int | None) -> Message:
        if message is None:
            raise ActorError("there is no message: the application has not answered with one")
        return find_message(self._state, message)

    def _command(self, channel: ChannelLike, command: str) -> tuple[Standpoint, Command, list[str]]:
        at = Standpoint(self.id, self._channel(channel))
        name, *words = command.removeprefix("/").split()
        return at, interactions.find_command(self._state, at, CHAT_INPUT, name), words

    def _values(self, at: Standpoint, command: Command, options: Mapping[str, Json]) -> dict[str, Json]:
        values = {name: _upload(value, 0) if _is_file(value) else value for name, value in options.items()}
        resolve_names(self._state, self.id, at.channel, command, values)
        return values

    def _filled(self, channel: Channel, component: Mapping[str, Any], value: Json) -> Json:
        values = value if is_list(value) else [value]
        if component.get("type") == Kind.FILE_UPLOAD:
            return [_upload(file, index) for index, file in enumerate(values)]
        if component.get("type") in _OPTION_OF_SELECT:
            return [self._named(channel, component, item) for item in values]
        return value

    def _named(self, channel: Channel, select: Mapping[str, Any], value: Json) -> Json:
        kind = _OPTION_OF_SELECT.get(select["type"], 0)
        return resolve_value(self._state, self.id, channel, kind, value)

    def _outcome(self, interaction: Interaction) -> Outcome:
        return Outcome(self._state, interaction)


def _is_file(value: Json) -> TypeGuard[File]:
    return isinstance(value, tuple | UploadedFile)


def _upload(file: File, index: int) -> UploadedFile:
    if isinstance(file, UploadedFile):
        return file
    name, data = file
    return UploadedFile(f"files[{index}]", name, None, data)
