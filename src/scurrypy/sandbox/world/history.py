"""Reading messages back, and pinning them."""

from typing import Any

from scurrypy.sandbox.clock import iso
from scurrypy.sandbox.dispatch import Dispatch
from scurrypy.sandbox.payloads.messages import message_payload
from scurrypy.sandbox.records import Channel, Message
from scurrypy.sandbox.rules import permissions
from scurrypy.sandbox.rules.codes import Code
from scurrypy.sandbox.rules.intents import Intent
from scurrypy.sandbox.state import State
from scurrypy.sandbox.world.access import has, require, visible_channel
from scurrypy.sandbox.world.actor import Actor
from scurrypy.sandbox.world.audit import Action, record
from scurrypy.sandbox.world.drafts import Draft
from scurrypy.sandbox.world.messages import WRITTEN, reference_to, visible_message
from scurrypy.sandbox.world.posting import post_message, publish_message

MOST_PINS = 250
"""Pinned messages of one channel."""
PINNED = 6
"""Type of the message that says a message was pinned."""


def get_message(state: State, actor: Actor, channel_id: int, message_id: int) -> dict[str, Any]:
    """Return one message."""
    channel = visible_channel(state, actor, channel_id)
    if not has(state, actor, channel, permissions.READ_MESSAGE_HISTORY):
        raise Code.MISSING_ACCESS.error()
    return message_payload(state, visible_message(state, actor, channel_id, message_id), actor.user_id)


def list_messages(
    state: State,
    actor: Actor,
    channel_id: int,
    *,
    around: int | None = None,
    before: int | None = None,
    after: int | None = None,
    limit: int = 50,
) -> list[dict[str, Any]]:
    """Return messages of a channel, newest first; none to those who may not read its history."""
    channel = visible_channel(state, actor, channel_id)
    if not has(state, actor, channel, permissions.READ_MESSAGE_HISTORY):
        return []
    messages = [m for m in state.messages[channel_id].values() if m.ephemeral_to is None]
    if around is not None:
        older = [message for message in messages if message.id < around][-(limit // 2) :] if limit > 1 else []
        newer = [message for message in messages if message.id >= around][: limit - len(older)]
        chosen = older + newer
    elif after is not None:
        chosen = [message for message in messages if message.id > after][:limit]
    else:
        chosen = [message for message in messages if before is None or message.id < before][-limit:]
    return [message_payload(state, message, actor.user_id) for message in reversed(chosen)]


def list_pins(
    state: State, actor: Actor, channel_id: int, *, before: float | None = None, limit: int = 50
) -> dict[str, Any]:
    """Return a page of pinned messages, the last pinned first, and whether there are more."""
    pins = [m for m in _pinned(state, actor, channel_id) if before is None or (m.pinned_at or 0) < before]
    items = [
        {"pinned_at": iso(message.pinned_at or 0), "message": message_payload(state, message, actor.user_id)}
        for message in pins[:limit]
    ]
    return {"items": items, "has_more": len(pins) > limit}


def list_pins_unpaged(state: State, actor: Actor, channel_id: int) -> list[dict[str, Any]]:
    """Return the last 50 pinned messages, as the older route does."""
    return [message_payload(state, message, actor.user_id) for message in _pinned(state, actor, channel_id)[:50]]


def pin_message(state: State, actor: Actor, channel_id: int, message_id: int) -> None:
    """Pin a message and say so in its channel."""
    channel, message = _pinnable(state, actor, channel_id, message_id)
    if message.type not in WRITTEN:
        raise Code.SYSTEM_MESSAGE.error()
    if message.pinned_at is not None:
        return
    if sum(m.pinned_at is not None for m in state.messages[channel_id].values()) >= MOST_PINS:
        raise Code.MAX_PINS.error()
    message.pinned_at = channel.last_pin_at = state.clock.now()
    _tell(state, actor, channel, message, Action.MESSAGE_PIN)
    post_message(state, channel, actor.user_id, Draft(), type=PINNED, reference=reference_to(channel, message))


def unpin_message(state: State, actor: Actor, channel_id: int, message_id: int) -> None:
    """Unpin a message."""
    channel, message = _pinnable(state, actor, channel_id, message_id)
    if message.pinned_at is None:
        return
    message.pinned_at = None
    _tell(state, actor, channel, message, Action.MESSAGE_UNPIN)


def _pinned(state: State, actor: Actor, channel_id: int) -> list[Message]:
    channel = visible_channel(state, actor, channel_id)
    if not has(state, actor, channel, permissions.READ_MESSAGE_HISTORY):
        return []
    pinned = [message for message in state.messages[channel_id].values() if message.pinned_at is not None]
    return sorted(pinned, key=lambda message: message.pinned_at or 0, reverse=True)


def _pinnable(state: State, actor: Actor, channel_id: int, message_id: int) -> tuple[Channel, Message]:
    channel = visible_channel(state, actor, channel_id)
    require(state, actor, channel, permissions.PIN_MESSAGES)
    return channel, visible_message(state, actor, channel_id, message_id)


def _tell(state: State, actor: Actor, channel: Channel, message: Message, action: Action) -> None:
    publish_message(state, message, "MESSAGE_UPDATE")
    data: dict[str, Any] = {"channel_id": str(channel.id)}
    data["last_pin_timestamp"] = None if channel.last_pin_at is None else iso(channel.last_pin_at)
    if channel.guild_id is None:
        for application_id in state.bots_in_dm(channel):
            state.publish(Dispatch("CHANNEL_PINS_UPDATE", data, None, Intent.DIRECT_MESSAGES, application_id))
        return
    data["guild_id"] = str(channel.guild_id)
    state.publish(Dispatch("CHANNEL_PINS_UPDATE", data, channel.guild_id, Intent.GUILDS, channel_id=channel.id))
    options = {"channel_id": str(channel.id), "message_id": str(message.id)}
    record(state, state.guilds[channel.guild_id], actor, action, message.author_id, options=options)
