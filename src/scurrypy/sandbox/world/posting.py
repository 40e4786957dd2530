"""Puts messages into channels and changes them, whoever is behind them. Who may do so is asked elsewhere."""

from typing import Any

from scurrypy.sandbox.dispatch import Dispatch
from scurrypy.sandbox.payloads.messages import attachment_payload, message_event
from scurrypy.sandbox.records import Channel, Message
from scurrypy.sandbox.rules.intents import Intent
from scurrypy.sandbox.rules.polls import open_poll
from scurrypy.sandbox.rules.validation import Problems
from scurrypy.sandbox.state import State
from scurrypy.sandbox.world.attachments import show_in_embeds, store_uploads
from scurrypy.sandbox.world.components import Kind, attach_files, referenced_files, walk
from scurrypy.sandbox.world.drafts import EPHEMERAL, LOADING, Draft
from scurrypy.sandbox.world.mentions import find_mentions
from scurrypy.sandbox.world.thread_members import note_message

NOBODY = 0
"""The application of an event that no gateway session hears, only those who watch the world."""


def post_message(
    state: State, channel: Channel, author_id: int, draft: Draft, *, mention_all: bool = True, **fields: Any
) -> Message:
    """Put a message into a channel and tell those who may see it.

    Args:
        state: The world.
        channel: The channel.
        author_id: User who writes, or the webhook that does.
        draft: What the message is to be.
        mention_all: Whether the author may ping everyone and every role.
        fields: Further fields of the record.
    """
    now = state.clock.now()
    fields = {"id": state.ids.next(), "flags": draft.flags or 0} | fields
    message = Message(
        channel_id=channel.id, author_id=author_id, timestamp=now, tts=draft.tts, nonce=draft.nonce, **fields
    )
    message.sticker_ids = draft.sticker_ids or []
    message.poll = open_poll(draft.poll, now) if draft.poll else None
    message.content = (draft.content or "").strip()
    _fill(state, channel, message, draft, mention_all=mention_all)
    if channel.is_thread and message.ephemeral_to is None:
        note_message(state, channel, message)
    state.messages[channel.id][message.id] = message
    if message.ephemeral_to is None:
        channel.last_message_id = message.id
    publish_message(state, message, "MESSAGE_CREATE")
    return message


def change_message(state: State, message: Message, draft: Draft, *, mention_all: bool = True) -> None:
    """Change a message as a draft says and tell those who may see it."""
    channel = state.channels[message.channel_id]
    if draft.flags is not None:
        message.flags = message.flags & ~EDITABLE | draft.flags & EDITABLE
    if draft.content is not None:
        message.content = draft.content.strip()
    if draft.attachments is not None:
        kept = {int(entry["id"]) for entry in draft.attachments}
        message.attachments = [attachment for attachment in message.attachments if attachment.id in kept]
    arrives = bool(message.flags & LOADING)
    message.flags &= ~LOADING
    if arrives and draft.poll:
        message.poll = open_poll(draft.poll, state.clock.now())
    changes = any(part is not None for part in (draft.content, draft.embeds, draft.components, draft.attachments))
    if changes and not arrives:
        message.edited_at = state.clock.now()
    _fill(state, channel, message, draft, mention_all=mention_all)
    publish_message(state, message, "MESSAGE_UPDATE")


EDITABLE = 1 << 2 | 1 << 15
"""Message flags that an edit may change: SUPPRESS_EMBEDS, IS_COMPONENTS_V2."""


def publish_message(state: State, message: Message, name: str) -> None:
    """Publish an event that carries a message."""
    data = message_event(state, message)
    if message.ephemeral_to is not None:
        # It reaches the bot past the guild's channel, so it carries nothing of the guild.
        data = {key: value for key, value in data.items() if key not in ("guild_id", "member")}
        state.publish(Dispatch(name, data, None, Intent.DIRECT_MESSAGES, message.application_id or NOBODY))
        return
    if name == "MESSAGE_UPDATE":
        data.pop("nonce", None)
    channel = state.channels[message.channel_id]
    intents = {"guild_intent": Intent.GUILD_MESSAGES, "dm_intent": Intent.DIRECT_MESSAGES}
    state.publish_in_channel(channel, name, data, **intents)


def message_texts(message: Message) -> str:
    """Return everything in a message that can mention: its content and its text displays."""
    displays = (
        component["content"] for component in walk(message.components) if component["type"] == Kind.TEXT_DISPLAY
    )
    return "\n".join([message.content, *displays])


def _fill(state: State, channel: Channel, message: Message, draft: Draft, *, mention_all: bool) -> None:
    ephemeral = bool(message.flags & EPHEMERAL)
    described = draft.attachments or []
    files = store_uploads(state, channel.id, draft.files, described, ephemeral=ephemeral)
    available = [*message.attachments, *files]
    if draft.embeds is not None:
        message.embeds = draft.embeds
    shown = show_in_embeds(state, message.embeds, available)
    message.attachments = [attachment for attachment in available if attachment.id not in shown]
    if draft.components is not None:
        message.components = draft.components
        _require_files(message, {attachment.filename for attachment in available})
        attach_files(message.components, [attachment_payload(state, attachment) for attachment in available])
    texts = message_texts(message)
    mentions = find_mentions(state, channel, texts, draft.allowed_mentions, mention_all=mention_all)
    replied_to = [] if message.reply_ping_id is None else [message.reply_ping_id]
    message.mention_ids = list(dict.fromkeys([*mentions.user_ids, *replied_to]))
    message.mention_role_ids = mentions.role_ids
    message.mention_everyone = mentions.everyone


def _require_files(message: Message, names: set[str]) -> None:
    problems = Problems()
    for name in sorted(referenced_files(message.components) - names):
        words = f"The referenced attachment (attachment://{name}) was not found"
        problems.add("components", "UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND", words)
    problems.raise_if_any()
