"""Messages that webhooks post.

See [Discord Docs/Execute Webhook](https://docs.discord.com/developers/resources/webhook#execute-webhook).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import md5
from typing import Any, Final

from scurrypy.sandbox.payloads.messages import message_payload
from scurrypy.sandbox.payloads.webhooks import webhook_author
from scurrypy.sandbox.records import Channel, Message, UploadedFile
from scurrypy.sandbox.records.channels import PUBLIC_THREAD
from scurrypy.sandbox.records.webhooks import Webhook
from scurrypy.sandbox.rules.codes import Code
from scurrypy.sandbox.rules.fields import Field, read_fields, text
from scurrypy.sandbox.rules.shapes import ids, url
from scurrypy.sandbox.rules.validation import Problems
from scurrypy.sandbox.state import State
from scurrypy.sandbox.world.components import SELECTS, Kind, walk
from scurrypy.sandbox.world.drafts import IS_COMPONENTS_V2, SUPPRESS_EMBEDS, SUPPRESS_NOTIFICATIONS, Draft, read_draft
from scurrypy.sandbox.world.messages import remove_message, require_editable
from scurrypy.sandbox.world.posting import change_message, post_message
from scurrypy.sandbox.world.thread_members import publish_thread
from scurrypy.sandbox.world.webhooks import find_webhook

SETTABLE: Final = SUPPRESS_EMBEDS | SUPPRESS_NOTIFICATIONS | IS_COMPONENTS_V2
"""Message flags that a webhook may set."""

_FIELDS: Final[dict[str, Field]] = {
    "username": text(least=1, most=80, nullable=True),
    "avatar_url": url(nullable=True),
    "thread_name": text(least=1, most=100, nullable=True),
    "applied_tags": ids(most=5, nullable=True),
}


@dataclass(frozen=True, slots=True)
class Target:
    """Which webhook a request speaks through, and what its query says."""

    webhook_id: int
    """The webhook."""
    token: str = field(repr=False)
    """Its token."""
    thread_id: int | None = None
    """Thread of the webhook's channel; None is the channel itself."""
    with_components: bool = False
    """Whether the components of a webhook that no application owns count."""


def execute_webhook(
    state: State, target: Target, body: Mapping[str, Any], files: Sequence[UploadedFile]
) -> dict[str, Any]:
    """Post a message."""
    webhook = find_webhook(state, target.webhook_id, target.token)
    problems = Problems()
    read = read_fields(body, _FIELDS, problems)
    _check_name(read.get("username"), problems)
    problems.raise_if_any()
    draft = _read_draft(webhook, target, body, files)
    if draft.is_empty:
        raise Code.EMPTY_MESSAGE.error()
    avatar_url = read.get("avatar_url")
    # Discord downloads the picture and names it by its content; here nothing is downloaded, so its address names it.
    avatar = md5(avatar_url.encode(), usedforsecurity=False).hexdigest() if avatar_url else None
    fields: dict[str, Any] = {
        "webhook_id": webhook.id,
        "application_id": webhook.application_id,
        "webhook_author": webhook_author(webhook, read.get("username"), avatar),
    }
    channel = _place(state, webhook, target, read, fields)
    return message_payload(state, post_message(state, channel, webhook.id, draft, **fields))


def get_webhook_message(state: State, target: Target, message_id: int) -> dict[str, Any]:
    """Return a message that the webhook posted."""
    return message_payload(state, _find_message(state, target, message_id)[1])


def edit_webhook_message(
    state: State, target: Target, message_id: int, body: Mapping[str, Any], files: Sequence[UploadedFile]
) -> dict[str, Any]:
    """Edit a message that the webhook posted."""
    webhook, message = _find_message(state, target, message_id)
    draft = _read_draft(webhook, target, body, files, flags=message.flags)
    require_editable(message, draft)
    change_message(state, message, draft)
    return message_payload(state, message)


def delete_webhook_message(state: State, target: Target, message_id: int) -> None:
    """Delete a message that the webhook posted."""
    remove_message(state, _find_message(state, target, message_id)[1])


def _read_draft(
    webhook: Webhook, target: Target, body: Mapping[str, Any], files: Sequence[UploadedFile], *, flags: int = 0
) -> Draft:
    owned = webhook.application_id is not None
    if not owned and not target.with_components:
        body = {name: value for name, value in body.items() if name != "components"}
    draft = read_draft(body, files, settable=SETTABLE, flags=flags)
    usable = {Kind.BUTTON, *SELECTS}
    if not owned and any(c["type"] in usable and "custom_id" in c for c in walk(draft.components or [])):
        problems = Problems()
        message = "Only webhooks that an application owns can send interactive components"
        problems.add("components", "COMPONENT_REQUIRES_APPLICATION_WEBHOOK", message)
        problems.raise_if_any()
    return draft


def _check_name(name: str | None, problems: Problems) -> None:
    for word in ("clyde", "discord"):
        if word in (name or "").lower():
            problems.add("username", "USERNAME_INVALID_CONTAINS", f'Username cannot contain "{word}"')


def _place(state: State, webhook: Webhook, target: Target, read: Mapping[str, Any], fields: dict[str, Any]) -> Channel:
    """Return the channel or thread to post in; a new thread's first message takes the thread's id."""
    channel = state.channels[webhook.channel_id]
    name = read.get("thread_name")
    if target.thread_id is not None:
        if name is not None:
            raise Code.FORUM_BOTH_THREADS.error()
        return _thread(state, channel, target.thread_id)
    if not channel.is_forum:
        if name is not None:
            raise Code.THREADS_IN_FORUMS_ONLY.error()
        return channel
    if name is None:
        raise Code.FORUM_NEEDS_THREAD.error()
    now = state.clock.now()
    thread = Channel(state.ids.next(), PUBLIC_THREAD, channel.guild_id, name, parent_id=channel.id)
    thread.owner_id, thread.created_at, thread.archived_at = webhook.id, now, now
    thread.auto_archive_duration = channel.default_auto_archive_duration or thread.auto_archive_duration
    thread.applied_tags = read.get("applied_tags") or []
    state.channels[thread.id] = thread
    channel.last_message_id = thread.id
    publish_thread(state, thread, "THREAD_CREATE", newly_created=True)
    fields["id"] = thread.id
    return thread


def _find_message(state: State, target: Target, message_id: int) -> tuple[Webhook, Message]:
    webhook = find_webhook(state, target.webhook_id, target.token)
    channel = state.channels[webhook.channel_id]
    if target.thread_id is not None:
        channel = _thread(state, channel, target.thread_id)
    message = state.find_message(channel.id, message_id)
    if message.webhook_id != webhook.id:
        raise Code.UNKNOWN_MESSAGE.error()
    return webhook, message


def _thread(state: State, parent: Channel, thread_id: int) -> Channel:
    thread = state.channels.get(thread_id)
    if thread is None or not thread.is_thread or thread.parent_id != parent.id:
        raise Code.UNKNOWN_CHANNEL.error()
    return thread
