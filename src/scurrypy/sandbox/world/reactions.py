"""Reactions to messages.

See [Discord Docs/Create Reaction](https://docs.discord.com/developers/resources/message#create-reaction).
"""

from typing import Any

from scurrypy.sandbox.payloads.members import member_payload
from scurrypy.sandbox.payloads.users import user_payload
from scurrypy.sandbox.records import Channel, Emoji, Message, Reaction
from scurrypy.sandbox.rules import permissions
from scurrypy.sandbox.rules.codes import Code
from scurrypy.sandbox.rules.emoji import is_unicode_emoji
from scurrypy.sandbox.rules.intents import Intent
from scurrypy.sandbox.state import State
from scurrypy.sandbox.world.access import has, require, visible_channel
from scurrypy.sandbox.world.actor import Actor
from scurrypy.sandbox.world.messages import visible_message

MOST_REACTIONS = 20
"""Different emojis on one message."""


def add_reaction(state: State, actor: Actor, channel_id: int, message_id: int, emoji: str) -> None:
    """React to a message; only the first reaction with an emoji needs ADD_REACTIONS."""
    channel, message = _reach(state, actor, channel_id, message_id)
    key, wire = _read_emoji(state, actor, channel, emoji)
    if key not in message.reactions:
        require(state, actor, channel, permissions.ADD_REACTIONS)
        if len(message.reactions) >= MOST_REACTIONS:
            raise Code.MAX_REACTIONS.error()
        message.reactions[key] = Reaction(wire)
    reaction = message.reactions[key]
    if actor.user_id in reaction.user_ids:
        return
    reaction.user_ids.append(actor.user_id)
    data = _reaction_event(message, reaction, actor.user_id) | {"message_author_id": str(message.author_id)}
    if channel.guild_id is not None:
        member = state.guilds[channel.guild_id].members[actor.user_id]
        data["member"] = member_payload(state, member)
    _publish(state, channel, "MESSAGE_REACTION_ADD", data)


def remove_reaction(
    state: State, actor: Actor, channel_id: int, message_id: int, emoji: str, *, user_id: int | None = None
) -> None:
    """Take back one's own reaction, or with MANAGE_MESSAGES another user's."""
    channel, message = _reach(state, actor, channel_id, message_id)
    owner_id = actor.user_id if user_id is None else user_id
    if owner_id != actor.user_id:
        _require_manage(state, actor, channel)
    reaction = message.reactions.get(emoji_key(emoji))
    if reaction is None or owner_id not in reaction.user_ids:
        raise Code.UNKNOWN_EMOJI.error() if reaction is None else Code.UNKNOWN_USER.error()
    reaction.user_ids.remove(owner_id)
    if not reaction.user_ids:
        del message.reactions[emoji_key(emoji)]
    _publish(state, channel, "MESSAGE_REACTION_REMOVE", _reaction_event(message, reaction, owner_id))


def clear_reactions(state: State, actor: Actor, channel_id: int, message_id: int) -> None:
    """Take every reaction off a message."""
    channel, message = _reach(state, actor, channel_id, message_id)
    _require_manage(state, actor, channel)
    message.reactions.clear()
    data = {"channel_id": str(channel.id), "message_id": str(message.id)}
    _publish(state, channel, "MESSAGE_REACTION_REMOVE_ALL", data)


def clear_emoji(state: State, actor: Actor, channel_id: int, message_id: int, emoji: str) -> None:
    """Take every reaction with one emoji off a message."""
    channel, message = _reach(state, actor, channel_id, message_id)
    _require_manage(state, actor, channel)
    reaction = message.reactions.pop(emoji_key(emoji), None)
    if reaction is None:
        raise Code.UNKNOWN_EMOJI.error()
    data = {"channel_id": str(channel.id), "message_id": str(message.id), "emoji": dict(reaction.emoji)}
    _publish(state, channel, "MESSAGE_REACTION_REMOVE_EMOJI", data)


def list_reactions(
    state: State,
    actor: Actor,
    channel_id: int,
    message_id: int,
    emoji: str,
    *,
    after: int | None = None,
    limit: int = 25,
) -> list[dict[str, Any]]:
    """Return who reacted with an emoji, by id."""
    _, message = _reach(state, actor, channel_id, message_id)
    reaction = message.reactions.get(emoji_key(emoji))
    if reaction is None:
        return []
    user_ids = sorted(id for id in reaction.user_ids if after is None or id > after)
    return [user_payload(state.users[id]) for id in user_ids[:limit]]


def emoji_key(emoji: str) -> str:
    """Return what a message knows an emoji by: the id of a custom one, the text of any other."""
    _, colon, id = emoji.rpartition(":")
    return id if colon and id.isdecimal() else emoji.removesuffix("\ufe0f")


def find_emoji(state: State, emoji_id: int) -> Emoji | None:
    """Return a custom emoji of any guild or application."""
    holders = [*(guild.emojis for guild in state.guilds.values()), *(a.emojis for a in state.applications.values())]
    return next((emojis[emoji_id] for emojis in holders if emoji_id in emojis), None)


def _read_emoji(state: State, actor: Actor, channel: Channel, text: str) -> tuple[str, dict[str, Any]]:
    key = emoji_key(text)
    if not key.isdecimal():
        if not is_unicode_emoji(text):
            raise Code.UNKNOWN_EMOJI.error()
        return key, {"id": None, "name": text}
    emoji = find_emoji(state, int(key))
    if emoji is None:
        raise Code.UNKNOWN_EMOJI.error()
    if emoji.guild_id not in (None, channel.guild_id):
        require(state, actor, channel, permissions.USE_EXTERNAL_EMOJIS)
    wire: dict[str, Any] = {"id": str(emoji.id), "name": emoji.name}
    return key, wire | ({"animated": True} if emoji.animated else {})


def _reach(state: State, actor: Actor, channel_id: int, message_id: int) -> tuple[Channel, Message]:
    channel = visible_channel(state, actor, channel_id)
    if not has(state, actor, channel, permissions.READ_MESSAGE_HISTORY):
        raise Code.MISSING_PERMISSIONS.error()
    if channel.archived:
        raise Code.THREAD_ARCHIVED.error()
    return channel, visible_message(state, actor, channel_id, message_id)


def _require_manage(state: State, actor: Actor, channel: Channel) -> None:
    if channel.is_dm:
        raise Code.NOT_ON_DM_CHANNEL.error()
    require(state, actor, channel, permissions.MANAGE_MESSAGES)


def _reaction_event(message: Message, reaction: Reaction, user_id: int) -> dict[str, Any]:
    return {
        "user_id": str(user_id),
        "channel_id": str(message.channel_id),
        "message_id": str(message.id),
        "emoji": dict(reaction.emoji),
        "burst": False,
        "type": 0,
    }


def _publish(state: State, channel: Channel, name: str, data: dict[str, Any]) -> None:
    intents = {
        "guild_intent": Intent.GUILD_MESSAGE_REACTIONS,
        "dm_intent": Intent.DIRECT_MESSAGE_REACTIONS,
    }
    state.publish_in_channel(channel, name, data, **intents)
