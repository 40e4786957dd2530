"""Webhooks on the wire.

See [Discord Docs/Webhook Resource](https://docs.discord.com/developers/resources/webhook).
"""

from typing import Any

from scurrypy.sandbox.payloads.users import user_payload
from scurrypy.sandbox.records.webhooks import FOLLOWER, Webhook
from scurrypy.sandbox.state import State


def webhook_payload(state: State, webhook: Webhook, *, with_user: bool = True) -> dict[str, Any]:
    """Return a webhook, with its maker for those who know it by more than its token."""
    payload: dict[str, Any] = {
        "id": str(webhook.id),
        "type": webhook.type,
        "guild_id": str(webhook.guild_id),
        "channel_id": str(webhook.channel_id),
        "name": webhook.name,
        "avatar": webhook.avatar,
        "application_id": None if webhook.application_id is None else str(webhook.application_id),
    }
    if with_user and webhook.creator_id in state.users:
        payload["user"] = user_payload(state.users[webhook.creator_id])
    if webhook.token is not None:
        payload["token"] = webhook.token
        payload["url"] = webhook_url(webhook)
    source = state.channels.get(webhook.source_channel_id or 0)
    if webhook.type == FOLLOWER and source is not None and source.guild_id is not None:
        guild = state.guilds[source.guild_id]
        payload["source_channel"] = {"id": str(source.id), "name": source.name}
        payload["source_guild"] = {"id": str(guild.id), "name": guild.name, "icon": guild.icon}
    return payload


def webhook_url(webhook: Webhook) -> str:
    """Return the address a webhook is shared as; libraries take it apart and accept no other host."""
    return f"https://discord.com/api/webhooks/{webhook.id}/{webhook.token}"


def webhook_author(webhook: Webhook, name: str | None = None, avatar: str | None = None) -> dict[str, Any]:
    """Return the author of a webhook's message.

    Args:
        webhook: The webhook.
        name: Name the message chose; None keeps the webhook's.
        avatar: Hash of the avatar the message chose; None keeps the webhook's.
    """
    return {
        "id": str(webhook.id),
        "username": name or webhook.name,
        "avatar": avatar or webhook.avatar,
        "discriminator": "0000",
        "global_name": None,
        "public_flags": 0,
        "flags": 0,
        "bot": True,
        "primary_guild": None,
    }
