"""Messages: sent, edited, deleted, by those who may.

See [Discord Docs/Messages Resource](https://docs.discord.com/developers/resources/message).
"""

import copy
from collections.abc import Mapping, Sequence
from typing import Any

from scurrypy.sandbox.ids import created_at
from scurrypy.sandbox.payloads.messages import message_payload
from scurrypy.sandbox.records import Channel, Message, UploadedFile
from scurrypy.sandbox.records.channels import CATEGORY
from scurrypy.sandbox.rules import permissions
from scurrypy.sandbox.rules.codes import Code
from scurrypy.sandbox.rules.fields import read_field
from scurrypy.sandbox.rules.intents import Intent
from scurrypy.sandbox.rules.shapes import identity, items
from scurrypy.sandbox.rules.validation import Problems, invalid
from scurrypy.sandbox.state import State
from scurrypy.sandbox.world.access import has, require, visible_channel
from scurrypy.sandbox.world.actor import Actor
from scurrypy.sandbox.world.audit import Action, record
from scurrypy.sandbox.world.auto_moderation_at_work import enforce, judge
from scurrypy.sandbox.world.drafts import (
    HAS_SNAPSHOT,
    IS_COMPONENTS_V2,
    IS_VOICE_MESSAGE,
    SUPPRESS_EMBEDS,
    Draft,
    read_draft,
)
from scurrypy.sandbox.world.mentions import pings_replied
from scurrypy.sandbox.world.posting import change_message, post_message

REPLY = 19
"""Type of a message that replies to another one."""
WRITTEN = {0, 19, 20, 23}
"""Types of messages that somebody wrote: by hand, as replies, through commands."""
UNDELETABLE = {1, 2, 3, 4, 5, 14, 15, 16, 17, 21}
"""Types of messages that nobody can delete."""
NONCE_LIFETIME = 300
"""Seconds for which `enforce_nonce` remembers a nonce."""
BULK_DELETE_AGE = 14 * 24 * 3600
"""Seconds after which messages are too old to be deleted together."""
FORWARDED = (
    "type", "content", "embeds", "attachments", "timestamp", "edited_timestamp", "flags", "mentions", "mention_roles",
    "components", "sticker_items",
)  # fmt: skip
"""What a forward copies of a message."""


def create_message(
    state: State, actor: Actor, channel_id: int, body: Mapping[str, Any], files: Sequence[UploadedFile] = ()
) -> dict[str, Any]:
    """Send a message."""
    channel = visible_channel(state, actor, channel_id)
    draft = read_draft(body, files)
    _require_may_send(state, actor, channel, draft)
    if draft.is_empty:
        raise Code.EMPTY_MESSAGE.error()
    _check_voice_message(draft)
    _check_stickers(state, actor, channel, draft)
    earlier = _same_nonce(state, actor, channel, draft)
    if earlier is not None:
        return message_payload(state, earlier, actor.user_id)
    _check_slowmode(state, actor, channel)
    verdict = judge(state, actor, channel, draft.content or "")
    if verdict is not None and verdict.blocks:
        enforce(state, verdict)
    fields, replied_to = _refer(state, actor, channel, draft)
    mention_all = has(state, actor, channel, permissions.MENTION_EVERYONE)
    if replied_to is not None and pings_replied(draft.allowed_mentions):
        fields["reply_ping_id"] = replied_to.author_id
    message = post_message(state, channel, actor.user_id, draft, mention_all=mention_all, **fields)
    if verdict is not None:
        enforce(state, verdict, message.id)
    return message_payload(state, message, actor.user_id)


def _require_may_send(state: State, actor: Actor, channel: Channel, draft: Draft) -> None:
    if channel.is_dm:
        _require_may_dm(state, actor, channel)
        return
    if channel.type == CATEGORY or channel.is_forum:
        raise Code.CANNOT_SEND_IN_CHANNEL.error()
    needed = permissions.SEND_MESSAGES_IN_THREADS if channel.is_thread else permissions.SEND_MESSAGES
    if draft.tts:
        needed |= permissions.SEND_TTS_MESSAGES
    if draft.files:
        needed |= permissions.ATTACH_FILES
    if draft.poll:
        needed |= permissions.SEND_POLLS
    if (draft.flags or 0) & IS_VOICE_MESSAGE:
        needed |= permissions.SEND_VOICE_MESSAGES
    require(state, actor, channel, needed)
    if channel.archived and channel.locked and not has(state, actor, channel, permissions.MANAGE_THREADS):
        raise Code.THREAD_LOCKED.error()
    if draft.embeds and not has(state, actor, channel, permissions.EMBED_LINKS):
        # Discord sends the message all the same, without what may not be shown.
        draft.embeds = None


def _require_may_dm(state: State, actor: Actor, channel: Channel) -> None:
    sender = state.users[actor.user_id]
    for user_id in channel.recipient_ids:
        other = state.users[user_id]
        if other is sender:
            continue
        if sender.bot and (other.bot or not other.accepts_dms):
            raise Code.CANNOT_DM.error()
        if sender.bot and not any(user_id in guild.members for guild in state.guilds_of(sender.id)):
            raise Code.NO_MUTUAL_GUILDS.error()


def _check_voice_message(draft: Draft) -> None:
    if not (draft.flags or 0) & IS_VOICE_MESSAGE:
        return
    if draft.content or draft.embeds or draft.components or draft.sticker_ids or draft.poll:
        raise Code.VOICE_MESSAGE_CONTENT.error()
    if len(draft.files) != 1:
        raise Code.VOICE_MESSAGE_ATTACHMENT.error()
    described = draft.attachments or [{}]
    if described[0].get("duration_secs") is None or described[0].get("waveform") is None:
        raise Code.VOICE_MESSAGE_METADATA.error()


def _check_stickers(state: State, actor: Actor, channel: Channel, draft: Draft) -> None:
    for sticker_id in draft.sticker_ids or ():
        home = next((guild.id for guild in state.guilds.values() if sticker_id in guild.stickers), None)
        if home is None:
            raise Code.INVALID_STICKER.error()
        if home != channel.guild_id and not has(state, actor, channel, permissions.USE_EXTERNAL_STICKERS):
            raise Code.FOREIGN_STICKER.error()


def _same_nonce(state: State, actor: Actor, channel: Channel, draft: Draft) -> Message | None:
    if not draft.enforce_nonce or draft.nonce is None:
        return None
    since = state.clock.now() - NONCE_LIFETIME
    for message in reversed(state.messages[channel.id].values()):
        if message.timestamp < since:
            return None
        if message.author_id == actor.user_id and str(message.nonce) == str(draft.nonce):
            return message
    return None


def _check_slowmode(state: State, actor: Actor, channel: Channel) -> None:
    exempt = permissions.MANAGE_MESSAGES, permissions.MANAGE_CHANNELS, permissions.BYPASS_SLOWMODE
    if not channel.rate_limit_per_user or actor.application_id is not None:
        return
    if any(has(state, actor, channel, permission) for permission in exempt):
        return
    latest = [m.timestamp for m in state.messages[channel.id].values() if m.author_id == actor.user_id]
    wait = max(latest, default=0.0) + channel.rate_limit_per_user - state.clock.now()
    if wait > 0:
        error = Code.SLOWMODE.error()
        error.extra = {"retry_after": round(wait, 3), "global": False}
        raise error


def _refer(state: State, actor: Actor, channel: Channel, draft: Draft) -> tuple[dict[str, Any], Message | None]:
    """Return what a reply or a forward adds to a message, and the message replied to."""
    wanted = draft.message_reference
    if wanted is None:
        return {}, None
    if wanted["type"] == 1:
        return _forward(state, actor, wanted, draft), None
    target = state.messages[channel.id].get(wanted["message_id"])
    if target is None or target.ephemeral_to not in (None, actor.user_id):
        if not wanted["fail_if_not_exists"]:
            return {}, None
        raise invalid("message_reference", "REPLIES_UNKNOWN_MESSAGE", "Unknown message")
    if not has(state, actor, channel, permissions.READ_MESSAGE_HISTORY):
        raise Code.REPLY_NEEDS_HISTORY.error()
    if target.type not in WRITTEN and target.type != 21:
        words = "Cannot reply to a system message"
        raise invalid("message_reference", "REPLIES_CANNOT_REPLY_TO_SYSTEM_MESSAGE", words)
    return {"type": REPLY, "reference": reference_to(channel, target)}, target


def _forward(state: State, actor: Actor, wanted: Mapping[str, Any], draft: Draft) -> dict[str, Any]:
    if "channel_id" not in wanted:
        raise invalid("message_reference.channel_id", "BASE_TYPE_REQUIRED", "This field is required")
    source = visible_channel(state, actor, wanted["channel_id"])
    require(state, actor, source, permissions.READ_MESSAGE_HISTORY)
    target = state.find_message(source.id, wanted["message_id"])
    if draft.content or draft.embeds or draft.components or draft.files:
        raise invalid("message_reference", "MESSAGE_FORWARD_CONTENT", "A forward cannot have content of its own")
    if target.type not in WRITTEN or target.poll is not None:
        raise invalid("message_reference", "MESSAGE_FORWARD_TYPE", "This message cannot be forwarded")
    copied = copy.deepcopy(message_payload(state, target))
    snapshot = {"message": {name: copied[name] for name in FORWARDED if name in copied}}
    reference = reference_to(source, target) | {"type": 1}
    return {"reference": reference, "snapshots": [snapshot], "flags": (draft.flags or 0) | HAS_SNAPSHOT}


def reference_to(channel: Channel, message: Message) -> dict[str, Any]:
    """Return a reference to a message, in wire form."""
    reference: dict[str, Any] = {"type": 0, "channel_id": str(channel.id), "message_id": str(message.id)}
    if channel.guild_id is not None:
        reference["guild_id"] = str(channel.guild_id)
    return reference


def edit_message(
    state: State,
    actor: Actor,
    channel_id: int,
    message_id: int,
    body: Mapping[str, Any],
    *,
    files: Sequence[UploadedFile] = (),
) -> dict[str, Any]:
    """Edit one's own message; with MANAGE_MESSAGES, hide the embeds of another one."""
    channel = visible_channel(state, actor, channel_id)
    message = visible_message(state, actor, channel_id, message_id)
    draft = read_draft(body, files, flags=message.flags)
    if message.author_id != actor.user_id or message.webhook_id is not None:
        if body.keys() - {"flags"} or files:
            raise Code.NOT_AUTHOR.error()
        require(state, actor, channel, permissions.MANAGE_MESSAGES)
        draft.flags = (draft.flags or 0) & SUPPRESS_EMBEDS | message.flags & IS_COMPONENTS_V2
    require_editable(message, draft)
    verdict = judge(state, actor, channel, draft.content or "")
    if verdict is not None:
        enforce(state, verdict, message.id)
    change_message(state, message, draft, mention_all=has(state, actor, channel, permissions.MENTION_EVERYONE))
    return message_payload(state, message, actor.user_id)


def require_editable(message: Message, draft: Draft) -> None:
    """Refuse an edit that the message does not allow."""
    if message.type not in WRITTEN:
        raise Code.SYSTEM_MESSAGE.error()
    if message.poll is not None and draft.content is not None:
        raise Code.POLL_NOT_EDITABLE.error()
    if message.flags & IS_COMPONENTS_V2 and draft.flags is not None and not draft.flags & IS_COMPONENTS_V2:
        words = "The IS_COMPONENTS_V2 flag cannot be removed from a message"
        raise invalid("flags", "MESSAGE_CANNOT_REMOVE_COMPONENTS_V2_FLAG", words)
    if _would_be_empty(message, draft):
        raise Code.EMPTY_MESSAGE.error()


def _would_be_empty(message: Message, draft: Draft) -> bool:
    if draft.files or message.snapshots or message.poll or message.sticker_ids:
        return False
    kept = message.attachments if draft.attachments is None else draft.attachments
    content = message.content if draft.content is None else draft.content.strip()
    embeds = message.embeds if draft.embeds is None else draft.embeds
    components = message.components if draft.components is None else draft.components
    return not (kept or content or embeds or components)


def visible_message(state: State, actor: Actor, channel_id: int, message_id: int) -> Message:
    """Return a message that the actor may see."""
    message = state.find_message(channel_id, message_id)
    if message.ephemeral_to not in (None, actor.user_id):
        raise Code.UNKNOWN_MESSAGE.error()
    return message


def delete_message(state: State, actor: Actor, channel_id: int, message_id: int) -> None:
    """Delete one's own message, or with MANAGE_MESSAGES another one."""
    channel = visible_channel(state, actor, channel_id)
    message = visible_message(state, actor, channel_id, message_id)
    if message.type in UNDELETABLE:
        raise Code.SYSTEM_MESSAGE.error()
    if message.author_id != actor.user_id:
        if channel.is_dm:
            raise Code.NOT_ON_DM_CHANNEL.error()
        require(state, actor, channel, permissions.MANAGE_MESSAGES)
        options = {"channel_id": str(channel.id), "count": "1"}
        guild = state.guilds[channel.guild_id or 0]
        record(state, guild, actor, Action.MESSAGE_DELETE, message.author_id, options=options)
    remove_message(state, message)


def remove_message(state: State, message: Message) -> None:
    """Take a message away and tell those who could see it."""
    channel = state.channels[message.channel_id]
    _forget(state, channel, message)
    data = {"id": str(message.id), "channel_id": str(channel.id)}
    if message.ephemeral_to is None:
        intents = {"guild_intent": Intent.GUILD_MESSAGES, "dm_intent": Intent.DIRECT_MESSAGES}
        state.publish_in_channel(channel, "MESSAGE_DELETE", data, **intents)


def _forget(state: State, channel: Channel, message: Message) -> None:
    del state.messages[channel.id][message.id]
    for attachment in message.attachments:
        state.files.discard(attachment.path)
    if channel.is_thread and message.id != channel.id:
        channel.message_count -= 1


def bulk_delete_messages(state: State, actor: Actor, channel_id: int, body: Mapping[str, Any]) -> None:
    """Delete 2 to 100 messages of the last two weeks together."""
    channel = visible_channel(state, actor, channel_id)
    if channel.is_dm:
        raise Code.NOT_ON_DM_CHANNEL.error()
    require(state, actor, channel, permissions.MANAGE_MESSAGES)
    problems = Problems()
    read = read_field(body.get("messages"), items(identity(), required=True), problems, "messages")
    problems.raise_if_any()
    ids: list[int] = list(dict.fromkeys(read))
    if not 2 <= len(ids) <= 100:
        raise Code.BULK_DELETE_COUNT.error()
    if any(created_at(id) < state.clock.now() - BULK_DELETE_AGE for id in ids):
        raise Code.BULK_DELETE_TOO_OLD.error()
    found = [
        message for id in ids if (message := state.messages[channel.id].get(id)) and message.type not in UNDELETABLE
    ]
    for message in found:
        _forget(state, channel, message)
    if not found:
        return
    guild = state.guilds[channel.guild_id or 0]
    record(state, guild, actor, Action.MESSAGE_BULK_DELETE, channel.id, options={"count": str(len(found))})
    data = {"ids": [str(message.id) for message in found], "channel_id": str(channel.id)}
    intents = {"guild_intent": Intent.GUILD_MESSAGES, "dm_intent": Intent.DIRECT_MESSAGES}
    state.publish_in_channel(channel, "MESSAGE_DELETE_BULK", data, **intents)
