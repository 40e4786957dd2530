"""Interactions on the wire.

See [Discord Docs/Receiving and Responding](https://docs.discord.com/developers/interactions/receiving-and-responding).
"""

import copy
from typing import Any, Final

from scurrypy.sandbox.payloads.channels import channel_payload
from scurrypy.sandbox.payloads.members import bare_member, member_payload
from scurrypy.sandbox.payloads.messages import message_payload
from scurrypy.sandbox.payloads.monetization import entitlement_payload
from scurrypy.sandbox.payloads.users import user_payload
from scurrypy.sandbox.records import Channel, Member
from scurrypy.sandbox.records.interactions import Interaction
from scurrypy.sandbox.records.monetization import Entitlement
from scurrypy.sandbox.rules.permissions import ATTACH_FILES, EMBED_LINKS, MENTION_EVERYONE, USE_EXTERNAL_EMOJIS
from scurrypy.sandbox.state import State

APP_PERMISSIONS_IN_DM: Final = ATTACH_FILES | EMBED_LINKS | MENTION_EVERYONE | USE_EXTERNAL_EMOJIS
"""What an application may do in direct messages with its own bot."""

ATTACHMENT_SIZE_LIMIT: Final = 10 * 1024 * 1024
"""Bytes of the largest file an answer may carry, in a guild that is not boosted."""

_CHANNEL_FIELDS: Final[tuple[str, ...]] = (
    "id",
    "name",
    "type",
    "last_message_id",
    "last_pin_timestamp",
    "nsfw",
    "parent_id",
    "guild_id",
    "flags",
    "rate_limit_per_user",
    "topic",
    "position",
    "thread_metadata",
    "recipients",
)


def interaction_payload(state: State, interaction: Interaction) -> dict[str, Any]:
    """Return an interaction as INTERACTION_CREATE carries it."""
    user = state.users[interaction.user_id]
    channel = state.channels[interaction.channel_id]
    entitlements = _entitlements(state, interaction)
    payload: dict[str, Any] = {
        "id": str(interaction.id),
        "application_id": str(interaction.application_id),
        "type": interaction.type,
        "token": interaction.token,
        "version": 1,
        "data": copy.deepcopy(interaction.data),
        "channel_id": str(channel.id),
        "channel": partial_channel(state, channel, interaction.user_id, app_permissions(state, interaction)),
        "app_permissions": str(app_permissions(state, interaction)),
        "locale": user.locale,
        "entitlements": [entitlement_payload(entitlement) for entitlement in entitlements],
        "entitlement_sku_ids": [str(entitlement.sku_id) for entitlement in entitlements],
        "authorizing_integration_owners": dict(interaction.metadata["authorizing_integration_owners"]),
        "context": 1 if interaction.guild_id is None else 0,
        "attachment_size_limit": ATTACHMENT_SIZE_LIMIT,
    }
    if interaction.message_id is not None:
        message = state.find_message(channel.id, interaction.message_id)
        payload["message"] = message_payload(state, message)
    if interaction.guild_id is None:
        return payload | {"user": user_payload(user)}
    guild = state.guilds[interaction.guild_id]
    member = member_payload(state, guild.members[user.id])
    return payload | {
        "guild_id": str(guild.id),
        "guild": {"id": str(guild.id), "features": list(guild.features), "locale": guild.preferred_locale},
        "guild_locale": guild.preferred_locale,
        "member": member | {"permissions": str(state.permissions(user.id, channel))},
    }


def _entitlements(state: State, interaction: Interaction) -> list[Entitlement]:
    """Return what the user, or the guild, has of the application's at this moment."""
    owners = {interaction.user_id, interaction.guild_id} - {None}
    return [
        entitlement
        for entitlement in state.entitlements.values()
        if entitlement.application_id == interaction.application_id
        and ({entitlement.guild_id} if entitlement.guild_id else {entitlement.user_id}) <= owners
        and entitlement.holds(state.clock.now())
    ]


def app_permissions(state: State, interaction: Interaction) -> int:
    """Return what the application may do where the interaction happened."""
    if interaction.guild_id is None:
        return APP_PERMISSIONS_IN_DM
    bot_id = state.applications[interaction.application_id].bot_id
    return state.permissions(bot_id, state.channels[interaction.channel_id])


def partial_channel(state: State, channel: Channel, viewer_id: int, app: int | None = None) -> dict[str, Any]:
    """Return a channel as interactions carry it.

    Args:
        state: The world.
        channel: The channel.
        viewer_id: User whose permissions it tells.
        app: Permissions of the application there; None leaves them out.
    """
    full = channel_payload(state, channel, viewer_id)
    partial = {name: full[name] for name in _CHANNEL_FIELDS if name in full}
    partial["permissions"] = str(state.permissions(viewer_id, channel))
    return partial if app is None else partial | {"app_permissions": str(app)}


def resolved_member(state: State, member: Member, channel: Channel) -> dict[str, Any]:
    """Return a member as resolved data carries it, beside its user."""
    partial = bare_member(member) | {"permissions": str(state.permissions(member.user_id, channel))}
    return {name: value for name, value in partial.items() if name not in ("deaf", "mute")}
