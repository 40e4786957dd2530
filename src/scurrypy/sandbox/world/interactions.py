"""What users do with applications: commands, components, modals. Each becomes an interaction.

See [Discord Docs/Interactions](https://docs.discord.com/developers/interactions/overview).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from scurrypy.sandbox.dispatch import Dispatch
from scurrypy.sandbox.errors import ActorError
from scurrypy.sandbox.payloads.interactions import interaction_payload
from scurrypy.sandbox.payloads.users import user_payload
from scurrypy.sandbox.records import Channel, Message
from scurrypy.sandbox.records.commands import Command
from scurrypy.sandbox.records.interactions import AUTOCOMPLETE, COMMAND, COMPONENT, MODAL_SUBMIT, Interaction
from scurrypy.sandbox.rules.fields import Json
from scurrypy.sandbox.rules.permissions import SEND_MESSAGES, USE_APPLICATION_COMMANDS
from scurrypy.sandbox.state import State
from scurrypy.sandbox.world.choosing import choose
from scurrypy.sandbox.world.command_permissions import may_use
from scurrypy.sandbox.world.commands import Scope, visible_commands
from scurrypy.sandbox.world.components import ENTITY_SELECTS, LINK, PREMIUM, SELECTS, Kind, walk
from scurrypy.sandbox.world.interaction_messages import forget_expired, new_token
from scurrypy.sandbox.world.interaction_options import fill_in, fill_in_partly, find_subcommand, nest
from scurrypy.sandbox.world.modals import modal_values
from scurrypy.sandbox.world.resolved import Resolved


@dataclass(frozen=True, slots=True)
class Standpoint:
    """A user in a channel: where something is done from."""

    user_id: int
    """The user."""
    channel: Channel
    """The channel."""


def offered_commands(state: State, at: Standpoint) -> list[Command]:
    """Return every command that a user may use in a channel, of every application that is there."""
    offered: list[Command] = []
    for application in state.applications.values():
        guild_id = at.channel.guild_id
        present = at.channel.recipient_ids if guild_id is None else state.guilds[guild_id].members
        if application.bot_id in present:
            commands = visible_commands(state, Scope(application.id, guild_id))
            offered += [command for command in commands if _usable(state, at, command)]
    return offered


def find_command(state: State, at: Standpoint, kind: int, name: str) -> Command:
    """Return the command of a name that a user may use in a channel; of two, the older application's."""
    if not state.can_view(at.user_id, at.channel.id):
        raise ActorError("the user does not see this channel")
    offered = [command for command in offered_commands(state, at) if command.type == kind]
    for command in offered:
        if command.name == name:
            return command
    names = ", ".join(command.name for command in offered) or "none"
    raise ActorError(f"there is no command {name!r} that this user may use here; there is: {names}")


def use_slash_command(
    state: State, at: Standpoint, command: Command, words: Sequence[str], values: Mapping[str, Json]
) -> Interaction:
    """Use a slash command.

    Args:
        state: The world.
        at: Who does it, and where.
        command: The command.
        words: Names of the group and the subcommand, where the command has them.
        values: What the user fills in, by the options' names.
    """
    resolved = Resolved(state, at.user_id, at.channel)
    way, options = find_subcommand(command, words)
    data = _command_data(command) | _options(nest(way, fill_in(options, values, resolved))) | resolved.payload()
    name = " ".join([command.name, *words])
    return _begin(state, COMMAND, at, command.application_id, data, facts=_command_facts(command, name))


def type_into_option(
    state: State,
    at: Standpoint,
    command: Command,
    words: Sequence[str],
    values: Mapping[str, Json],
    *,
    focused: tuple[str, str],
) -> Interaction:
    """Type into an option that offers choices.

    Args:
        state: The world.
        at: Who does it, and where.
        command: The command.
        words: Names of the group and the subcommand, where the command has them.
        values: What the user filled in before, by the options' names.
        focused: Name of the option, and what stands in it so far.
    """
    resolved = Resolved(state, at.user_id, at.channel)
    way, options = find_subcommand(command, words)
    filled = fill_in_partly(options, values, *focused, resolved)
    data = _command_data(command) | _options(nest(way, filled)) | resolved.payload()
    name = " ".join([command.name, *words])
    return _begin(state, AUTOCOMPLETE, at, command.application_id, data, facts=_command_facts(command, name))


def use_user_command(state: State, at: Standpoint, command: Command, target_id: int) -> Interaction:
    """Use a command from a user's context menu."""
    if at.channel.guild_id is not None and not state.permissions(at.user_id, at.channel) & SEND_MESSAGES:
        raise ActorError("the user may not send messages in this channel, and so may not use user commands in it")
    resolved = Resolved(state, at.user_id, at.channel)
    data = _command_data(command) | {"target_id": resolved.user(target_id)} | resolved.payload()
    facts = _command_facts(command, command.name) | {"target_user": user_payload(state.users[target_id])}
    return _begin(state, COMMAND, at, command.application_id, data, facts=facts)


def use_message_command(state: State, user_id: int, command: Command, message: Message) -> Interaction:
    """Use a command from a message's context menu."""
    at = Standpoint(user_id, state.channels[message.channel_id])
    resolved = Resolved(state, at.user_id, at.channel)
    data = _command_data(command) | {"target_id": resolved.message(message)} | resolved.payload()
    facts = _command_facts(command, command.name) | {"target_message_id": str(message.id)}
    return _begin(state, COMMAND, at, command.application_id, data, facts=facts)


def use_component(
    state: State, user_id: int, message: Message, component: Mapping[str, Any], values: Sequence[Json] | None = None
) -> Interaction:
    """Click a button, or choose values in a select, of a message.

    Args:
        state: The world.
        user_id: The user.
        message: The message.
        component: The button or select, in wire form.
        values: What is chosen; None clicks.
    """
    at = Standpoint(user_id, state.channels[message.channel_id])
    if message.ephemeral_to not in (None, user_id) or not state.can_view(user_id, at.channel.id):
        raise ActorError("the user does not see this message")
    application_id = message.application_id or _application_of_bot(state, message.author_id)
    if application_id is None:
        raise ActorError("the message is not an application's, so nobody hears of its components")
    if component.get("disabled"):
        raise ActorError(f"the component {component['custom_id']!r} is disabled")
    resolved = Resolved(state, at.user_id, at.channel)
    data: dict[str, Any] = {"component_type": component["type"], "id": component["id"]}
    if component["type"] == Kind.BUTTON and component["style"] in (LINK, PREMIUM):
        raise ActorError("this button tells nobody when it is clicked")
    data["custom_id"] = component["custom_id"]
    if component["type"] in SELECTS:
        data["values"] = choose(component, values or (), resolved)
    elif values is not None:
        raise ActorError(f"nothing can be chosen in {component['custom_id']!r}")
    if component["type"] in ENTITY_SELECTS:
        data |= {"resolved": {}} | resolved.payload()
    facts = {"interacted_message_id": str(message.id)}
    return _begin(state, COMPONENT, at, application_id, data, facts=facts, message_id=message.id)


def submit_modal(state: State, opened_by: Interaction, values: Mapping[str, Json]) -> Interaction:
    """Fill in and submit the modal that an interaction was answered with.

    Args:
        state: The world.
        opened_by: The interaction.
        values: What the user fills in, by the components' custom ids.
    """
    if opened_by.modal is None:
        raise ActorError("there is no modal to submit: the application did not answer with one")
    at = Standpoint(opened_by.user_id, state.channels[opened_by.channel_id])
    resolved = Resolved(state, at.user_id, at.channel)
    components = modal_values(opened_by.modal, values, resolved)
    data = {"custom_id": opened_by.modal["custom_id"], "components": components} | resolved.payload()
    facts = {"triggering_interaction_metadata": opened_by.metadata}
    application_id, message_id = opened_by.application_id, opened_by.message_id
    return _begin(state, MODAL_SUBMIT, at, application_id, data, facts=facts, message_id=message_id)


def find_component(message: Message, custom_id: str | None = None, label: str | None = None) -> dict[str, Any]:
    """Return a component of a message by its custom id or its label."""
    usable = [component for component in walk(message.components) if component["type"] in {Kind.BUTTON, *SELECTS}]
    for component in usable:
        if custom_id is not None and component.get("custom_id") == custom_id:
            return component
        if label is not None and label in (component.get("label"), component.get("placeholder")):
            return component
    known = ", ".join(repr(c.get("custom_id") or c.get("label")) for c in usable) or "none"
    raise ActorError(f"the message has no component {custom_id or label!r}; it has: {known}")


def _usable(state: State, at: Standpoint, command: Command) -> bool:
    if at.channel.guild_id is None:
        return True
    guild = state.guilds[at.channel.guild_id]
    member = guild.members.get(at.user_id)
    if member is None or not state.permissions(at.user_id, at.channel) & USE_APPLICATION_COMMANDS:
        return False
    if command.definition["nsfw"] and not at.channel.nsfw:
        return False
    return may_use(state, command, guild, member, at.channel)


def _application_of_bot(state: State, user_id: int) -> int | None:
    return next((id for id, application in state.applications.items() if application.bot_id == user_id), None)


def _command_data(command: Command) -> dict[str, Any]:
    data: dict[str, Any] = {"id": str(command.id), "name": command.name, "type": command.type}
    if command.guild_id is not None:
        data["guild_id"] = str(command.guild_id)
    return data


def _options(options: list[dict[str, Any]]) -> dict[str, Any]:
    return {"options": options} if options else {}


def _command_facts(command: Command, name: str) -> dict[str, Any]:
    return {"name": name, "command_type": command.type}


def _begin(
    state: State,
    type: int,
    at: Standpoint,
    application_id: int,
    data: dict[str, Any],
    *,
    facts: dict[str, Any],
    message_id: int | None = None,
) -> Interaction:
    id = state.ids.next()
    guild_id = at.channel.guild_id
    metadata: dict[str, Any] = {
        "id": str(id),
        "type": type,
        "user": user_payload(state.users[at.user_id]),
        "authorizing_integration_owners": {"0": str(guild_id or 0)},
        **facts,
    }
    interaction = Interaction(
        id=id,
        type=type,
        application_id=application_id,
        token=new_token(id),
        user_id=at.user_id,
        channel_id=at.channel.id,
        guild_id=guild_id,
        created_at=state.clock.now(),
        data=data,
        metadata=metadata,
        message_id=message_id,
    )
    forget_expired(state)
    state.interactions[id] = interaction
    payload = interaction_payload(state, interaction)
    state.publish(Dispatch("INTERACTION_CREATE", payload, guild_id, application_id=application_id))
    return interaction
