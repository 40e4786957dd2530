"""Announcement channels: what they publish, and who follows them.

See [Discord Docs/Crosspost Message](https://docs.discord.com/developers/resources/message#crosspost-message).
"""

import copy
from collections.abc import Mapping
from typing import Any

from scurrypy.sandbox.payloads.messages import message_payload
from scurrypy.sandbox.payloads.webhooks import webhook_author
from scurrypy.sandbox.records import Channel, Message
from scurrypy.sandbox.records.channels import ANNOUNCEMENT, TEXT
from scurrypy.sandbox.rules import permissions
from scurrypy.sandbox.rules.codes import Code
from scurrypy.sandbox.rules.fields import read_fields
from scurrypy.sandbox.rules.shapes import identity
from scurrypy.sandbox.rules.validation import Problems
from scurrypy.sandbox.state import State
from scurrypy.sandbox.world.access import guild_channel, require, visible_channel
from scurrypy.sandbox.world.actor import Actor
from scurrypy.sandbox.world.drafts import Draft
from scurrypy.sandbox.world.messages import reference_to, visible_message
from scurrypy.sandbox.world.posting import post_message, publish_message
from scurrypy.sandbox.world.webhooks import add_follower

CROSSPOSTED = 1 << 0
"""Message flag: published to the channels that follow."""
IS_CROSSPOST = 1 << 1
"""Message flag: comes from a channel that this one follows."""


def crosspost_message(state: State, actor: Actor, channel_id: int, message_id: int) -> dict[str, Any]:
    """Publish a message of an announcement channel to every channel that follows it."""
    channel = visible_channel(state, actor, channel_id)
    if channel.type != ANNOUNCEMENT:
        raise Code.WRONG_CHANNEL_TYPE.error()
    message = visible_message(state, actor, channel_id, message_id)
    own = message.author_id == actor.user_id
    require(state, actor, channel, permissions.SEND_MESSAGES if own else permissions.MANAGE_MESSAGES)
    if message.flags & CROSSPOSTED:
        raise Code.ALREADY_CROSSPOSTED.error()
    message.flags |= CROSSPOSTED
    publish_message(state, message, "MESSAGE_UPDATE")
    for webhook in [webhook for webhook in state.webhooks.values() if webhook.source_channel_id == channel.id]:
        fields = {"webhook_id": webhook.id, "webhook_author": webhook_author(webhook)}
        _copy(state, channel, message, state.channels[webhook.channel_id], fields)
    return message_payload(state, message, actor.user_id)


def _copy(state: State, source: Channel, message: Message, target: Channel, fields: Mapping[str, Any]) -> None:
    draft = Draft(content=message.content, embeds=copy.deepcopy(message.embeds), flags=IS_CROSSPOST)
    draft.components = copy.deepcopy(message.components)
    reference = reference_to(source, message)
    post_message(state, target, fields["webhook_id"], draft, mention_all=False, reference=reference, **fields)


def follow_channel(state: State, actor: Actor, channel_id: int, body: Mapping[str, Any]) -> dict[str, Any]:
    """Have another channel receive what an announcement channel publishes."""
    problems = Problems()
    read = read_fields(body, {"webhook_channel_id": identity(required=True)}, problems)
    problems.raise_if_any()
    source = visible_channel(state, actor, channel_id)
    if source.type != ANNOUNCEMENT:
        raise Code.WRONG_CHANNEL_TYPE.error()
    _, target = guild_channel(state, actor, read["webhook_channel_id"])
    if target.type not in (TEXT, ANNOUNCEMENT):
        raise Code.WRONG_CHANNEL_TYPE.error()
    require(state, actor, target, permissions.MANAGE_WEBHOOKS)
    webhook = add_follower(state, actor, source, target)
    return {"channel_id": str(source.id), "webhook_id": str(webhook.id)}
