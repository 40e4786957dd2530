"""Webhooks: making, changing, listing and deleting them.

See [Discord Docs/Webhook Resource](https://docs.discord.com/developers/resources/webhook).
"""

import hmac
import secrets
from collections.abc import Mapping
from typing import Any, Final

from scurrypy.sandbox.dispatch import Dispatch
from scurrypy.sandbox.payloads.webhooks import webhook_payload
from scurrypy.sandbox.records import Channel
from scurrypy.sandbox.records.channels import ANNOUNCEMENT, FORUM, MEDIA, STAGE, TEXT, VOICE
from scurrypy.sandbox.records.webhooks import FOLLOWER, INCOMING, Webhook
from scurrypy.sandbox.rules.codes import Code
from scurrypy.sandbox.rules.fields import Field, read_fields, text
from scurrypy.sandbox.rules.intents import Intent
from scurrypy.sandbox.rules.permissions import MANAGE_WEBHOOKS
from scurrypy.sandbox.rules.shapes import identity, image
from scurrypy.sandbox.rules.validation import Problems
from scurrypy.sandbox.state import State
from scurrypy.sandbox.world.access import guild_channel, permitted_guild, require
from scurrypy.sandbox.world.actor import Actor
from scurrypy.sandbox.world.audit import Action, changes_between, record
from scurrypy.sandbox.world.users import store_picture

MOST: Final = 15
"""Webhooks of one channel."""

HOSTS: Final = {TEXT, ANNOUNCEMENT, VOICE, STAGE, FORUM, MEDIA}
"""Types of channels that webhooks post in."""

_FORBIDDEN = ("clyde", "discord")

_CREATED: Final[dict[str, Field]] = {
    "name": text(required=True, least=1, most=80),
    "avatar": image(nullable=True),
}
_EDITED: Final[dict[str, Field]] = {"name": text(least=1, most=80), "avatar": image(nullable=True)}


def create_webhook(state: State, actor: Actor, channel_id: int, body: Mapping[str, Any]) -> dict[str, Any]:
    """Make a webhook."""
    guild, channel = guild_channel(state, actor, channel_id)
    require(state, actor, channel, MANAGE_WEBHOOKS)
    if channel.type not in HOSTS:
        raise Code.WRONG_CHANNEL_TYPE.error()
    read = _read(body, _CREATED)
    if len(_in_channel(state, channel)) >= MOST:
        raise Code.MAX_WEBHOOKS.error()
    # Libraries take a webhook's address apart and expect a token of this length.
    token = secrets.token_urlsafe(51)
    webhook = Webhook(state.ids.next(), INCOMING, guild.id, channel.id, read["name"], token)
    webhook.avatar = store_picture(state, f"avatars/{webhook.id}", read.get("avatar"))
    webhook.creator_id, webhook.application_id = actor.user_id, actor.application_id
    state.webhooks[webhook.id] = webhook
    changes = changes_between({}, {"name": webhook.name, "type": webhook.type, "channel_id": str(channel.id)})
    record(state, guild, actor, Action.WEBHOOK_CREATE, webhook.id, changes=changes)
    _publish(state, channel)
    return webhook_payload(state, webhook)


def add_follower(state: State, actor: Actor, source: Channel, target: Channel) -> Webhook:
    """Have a channel follow an announcement channel, by way of a webhook of its own."""
    guild = state.guilds[target.guild_id or 0]
    if len(_in_channel(state, target)) >= MOST:
        raise Code.MAX_WEBHOOKS.error()
    name = f"{state.guilds[source.guild_id or 0].name} #{source.name}"
    webhook = Webhook(state.ids.next(), FOLLOWER, guild.id, target.id, name[:80])
    webhook.creator_id, webhook.source_channel_id = actor.user_id, source.id
    state.webhooks[webhook.id] = webhook
    record(state, guild, actor, Action.WEBHOOK_CREATE, webhook.id)
    _publish(state, target)
    return webhook


def list_channel_webhooks(state: State, actor: Actor, channel_id: int) -> list[dict[str, Any]]:
    """Return the webhooks of a channel."""
    _, channel = guild_channel(state, actor, channel_id)
    require(state, actor, channel, MANAGE_WEBHOOKS)
    return [webhook_payload(state, webhook) for webhook in _in_channel(state, channel)]


def list_guild_webhooks(state: State, actor: Actor, guild_id: int) -> list[dict[str, Any]]:
    """Return the webhooks of a guild."""
    permitted_guild(state, actor, guild_id, MANAGE_WEBHOOKS)
    return [webhook_payload(state, webhook) for webhook in state.webhooks.values() if webhook.guild_id == guild_id]


def get_webhook(state: State, actor: Actor, webhook_id: int) -> dict[str, Any]:
    """Return a webhook to a member who may manage it."""
    return webhook_payload(state, _find_managed(state, actor, webhook_id))


def get_webhook_by_token(state: State, webhook_id: int, token: str) -> dict[str, Any]:
    """Return a webhook to whoever has its token."""
    return webhook_payload(state, find_webhook(state, webhook_id, token), with_user=False)


def edit_webhook(state: State, actor: Actor, webhook_id: int, body: Mapping[str, Any]) -> dict[str, Any]:
    """Change a webhook's name, avatar or channel."""
    webhook = _find_managed(state, actor, webhook_id)
    read = _read(body, _EDITED | {"channel_id": identity(nullable=True)})
    if read.get("channel_id") is not None:
        _, channel = guild_channel(state, actor, read["channel_id"])
        require(state, actor, channel, MANAGE_WEBHOOKS)
        if channel.guild_id != webhook.guild_id or channel.type not in HOSTS:
            raise Code.UNKNOWN_CHANNEL.error()
        webhook.channel_id = channel.id
    changes = _change(state, webhook, read)
    record(state, state.guilds[webhook.guild_id], actor, Action.WEBHOOK_UPDATE, webhook.id, changes=changes)
    return webhook_payload(state, webhook)


def edit_webhook_by_token(state: State, webhook_id: int, token: str, body: Mapping[str, Any]) -> dict[str, Any]:
    """Change a webhook's name or avatar, as whoever has its token may."""
    webhook = find_webhook(state, webhook_id, token)
    _change(state, webhook, _read(body, _EDITED))
    return webhook_payload(state, webhook, with_user=False)


def delete_webhook(state: State, actor: Actor, webhook_id: int) -> None:
    """Delete a webhook."""
    webhook = _find_managed(state, actor, webhook_id)
    record(state, state.guilds[webhook.guild_id], actor, Action.WEBHOOK_DELETE, webhook.id)
    remove_webhook(state, webhook)


def delete_webhook_by_token(state: State, webhook_id: int, token: str) -> None:
    """Delete a webhook, as whoever has its token may."""
    remove_webhook(state, find_webhook(state, webhook_id, token))


def find_webhook(state: State, webhook_id: int, token: str) -> Webhook:
    """Return the webhook that a token opens, or refuse."""
    webhook = state.webhooks.get(webhook_id)
    if webhook is None:
        raise Code.UNKNOWN_WEBHOOK.error()
    if webhook.token is None or not hmac.compare_digest(webhook.token.encode(), token.encode()):
        raise Code.INVALID_WEBHOOK_TOKEN.error()
    return webhook


def _find_managed(state: State, actor: Actor, webhook_id: int) -> Webhook:
    webhook = state.webhooks.get(webhook_id)
    if webhook is None:
        raise Code.UNKNOWN_WEBHOOK.error()
    if webhook.application_id is None or webhook.application_id != actor.application_id:
        _, channel = guild_channel(state, actor, webhook.channel_id)
        require(state, actor, channel, MANAGE_WEBHOOKS)
    return webhook


def _read(body: Mapping[str, Any], fields: Mapping[str, Field]) -> dict[str, Any]:
    problems = Problems()
    read = read_fields(body, fields, problems)
    for word in _FORBIDDEN:
        if word in read.get("name", "").lower():
            problems.add("name", "USERNAME_INVALID_CONTAINS", f'Username cannot contain "{word}"')
    problems.raise_if_any()
    return read


def _change(state: State, webhook: Webhook, read: Mapping[str, Any]) -> list[dict[str, Any]]:
    before = webhook_payload(state, webhook)
    webhook.name = read.get("name", webhook.name)
    if "avatar" in read:
        webhook.avatar = store_picture(state, f"avatars/{webhook.id}", read["avatar"])
    _publish(state, state.channels[webhook.channel_id])
    after = webhook_payload(state, webhook)
    names = ("name", "channel_id", "avatar")
    return changes_between({name: before[name] for name in names}, {name: after[name] for name in names})


def remove_webhook(state: State, webhook: Webhook) -> None:
    """Take a webhook away, whoever may do so, and tell the guild."""
    del state.webhooks[webhook.id]
    _publish(state, state.channels[webhook.channel_id])


def _in_channel(state: State, channel: Channel) -> list[Webhook]:
    return [webhook for webhook in state.webhooks.values() if webhook.channel_id == channel.id]


def _publish(state: State, channel: Channel) -> None:
    data = {"guild_id": str(channel.guild_id), "channel_id": str(channel.id)}
    state.publish(Dispatch("WEBHOOKS_UPDATE", data, channel.guild_id, Intent.GUILD_WEBHOOKS, channel_id=channel.id))
