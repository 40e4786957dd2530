"""Messages that answer interactions: the original response and the follow-ups, by way of the interaction's token.

See [Discord Docs/Followup Messages](https://docs.discord.com/developers/interactions/receiving-and-responding#followup-messages).
"""

import base64
import hmac
import secrets
from collections.abc import Mapping, Sequence
from typing import Any, Final

from scurrypy.sandbox.payloads.interactions import app_permissions
from scurrypy.sandbox.payloads.messages import message_payload
from scurrypy.sandbox.records import Message, UploadedFile
from scurrypy.sandbox.records.commands import CHAT_INPUT
from scurrypy.sandbox.records.interactions import DEFERRED, FAILED, PENDING, RESPONDED, Interaction
from scurrypy.sandbox.rules.codes import Code
from scurrypy.sandbox.rules.permissions import MENTION_EVERYONE
from scurrypy.sandbox.state import State
from scurrypy.sandbox.world.drafts import (
    EPHEMERAL,
    IS_COMPONENTS_V2,
    IS_VOICE_MESSAGE,
    SUPPRESS_EMBEDS,
    SUPPRESS_NOTIFICATIONS,
    Draft,
    read_draft,
)
from scurrypy.sandbox.world.messages import REPLY, reference_to, remove_message, require_editable
from scurrypy.sandbox.world.posting import change_message, post_message

TO_RESPOND: Final = 3.0
"""Seconds an application has for its first answer."""

TOKEN_LIFETIME: Final = 15 * 60.0
"""Seconds for which the token of an answered interaction works."""

SETTABLE: Final = SUPPRESS_EMBEDS | EPHEMERAL | SUPPRESS_NOTIFICATIONS | IS_VOICE_MESSAGE | IS_COMPONENTS_V2
"""Message flags that an answer may set."""

_CHAT_INPUT_COMMAND, _CONTEXT_MENU_COMMAND = 20, 23


def settle(state: State, interaction: Interaction) -> str:
    """Return where the answer stands, now that time has passed."""
    if interaction.state == PENDING and state.clock.now() > interaction.created_at + TO_RESPOND:
        interaction.state = FAILED
    return interaction.state


def post_answer(state: State, interaction: Interaction, draft: Draft, *, followup: bool = False) -> Message:
    """Put a message that answers an interaction into its channel.

    Args:
        state: The world.
        interaction: The interaction.
        draft: What the message is to be.
        followup: Whether the interaction was answered before.
    """
    application = state.applications[interaction.application_id]
    metadata = dict(interaction.metadata)
    if followup and interaction.response_id is not None:
        metadata["original_response_message_id"] = str(interaction.response_id)
    is_private = bool((draft.flags or 0) & EPHEMERAL)
    return post_message(
        state,
        state.channels[interaction.channel_id],
        application.bot_id,
        draft,
        mention_all=_may_mention_all(state, interaction),
        webhook_id=application.id,
        application_id=application.id,
        interaction_metadata=metadata,
        ephemeral_to=interaction.user_id if is_private else None,
        **_type_and_reference(state, interaction, followup=followup),
    )


def change_answer(
    state: State, interaction: Interaction, message: Message, body: Mapping[str, Any], files: Sequence[UploadedFile]
) -> None:
    """Change a message that answers an interaction; a promised one arrives this way."""
    draft = read_draft(body, files, flags=message.flags)
    require_editable(message, draft)
    change_message(state, message, draft, mention_all=_may_mention_all(state, interaction))
    _note_answer(interaction, message)


def new_token(interaction_id: int) -> str:
    """Return a new token, which names its interaction as Discord's tokens do."""
    text = f"interaction:{interaction_id}:{secrets.token_urlsafe(72)}"
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def find_interaction(state: State, interaction_id: int, token: str) -> Interaction | None:
    """Return the interaction of an id and a token; None where they do not belong together."""
    interaction = state.interactions.get(interaction_id)
    if interaction is None or not hmac.compare_digest(interaction.token.encode(), token.encode()):
        return None
    return interaction


def find_answered(state: State, application_id: int, token: str) -> Interaction:
    """Return the answered interaction that a token belongs to, or refuse."""
    interaction = find_interaction(state, _id_in(token), token)
    if interaction is None or interaction.application_id != application_id:
        raise Code.INVALID_WEBHOOK_TOKEN.error()
    if settle(state, interaction) in (PENDING, FAILED):
        raise Code.UNKNOWN_WEBHOOK.error()
    if state.clock.now() > interaction.created_at + TOKEN_LIFETIME:
        raise Code.INVALID_WEBHOOK_TOKEN.error()
    state.find_channel(interaction.channel_id)
    return interaction


def _id_in(token: str) -> int:
    try:
        text = base64.urlsafe_b64decode(token + "=" * (-len(token) % 4)).decode()
    except ValueError:
        return 0
    id = text.split(":")[1] if text.count(":") == 2 else ""
    return int(id) if id.isdecimal() else 0


def forget_expired(state: State) -> None:
    """Forget the interactions that nobody can answer any more."""
    oldest = state.clock.now() - TOKEN_LIFETIME
    while state.interactions:
        interaction = next(iter(state.interactions.values()))
        if interaction.created_at >= oldest:
            break
        del state.interactions[interaction.id]


def create_followup(
    state: State, application_id: int, token: str, body: Mapping[str, Any], files: Sequence[UploadedFile]
) -> dict[str, Any]:
    """Send a follow-up message; while a promised message is awaited, this is it."""
    interaction = find_answered(state, application_id, token)
    if interaction.loading and interaction.response_id is not None:
        original = state.find_message(interaction.channel_id, interaction.response_id)
        change_answer(state, interaction, original, body, files)
        return message_payload(state, original)
    draft = read_draft(body, files, settable=SETTABLE)
    if draft.is_empty:
        raise Code.EMPTY_MESSAGE.error()
    message = post_answer(state, interaction, draft, followup=True)
    interaction.followup_ids.append(message.id)
    interaction.state = RESPONDED
    return message_payload(state, message)


def get_answer(state: State, application_id: int, token: str, message_id: int | None) -> dict[str, Any]:
    """Return a message that answers an interaction; None names the original response."""
    interaction = find_answered(state, application_id, token)
    return message_payload(state, _find(state, interaction, message_id))


def edit_answer(
    state: State,
    application_id: int,
    token: str,
    message_id: int | None,
    body: Mapping[str, Any],
    *,
    files: Sequence[UploadedFile],
) -> dict[str, Any]:
    """Edit a message that answers an interaction; None names the original response."""
    interaction = find_answered(state, application_id, token)
    message = _find(state, interaction, message_id)
    change_answer(state, interaction, message, body, files)
    return message_payload(state, message)


def delete_answer(state: State, application_id: int, token: str, message_id: int | None) -> None:
    """Delete a message that answers an interaction; None names the original response."""
    interaction = find_answered(state, application_id, token)
    message = _find(state, interaction, message_id)
    remove_message(state, message)
    _note_answer(interaction, message)


def _find(state: State, interaction: Interaction, message_id: int | None) -> Message:
    wanted = interaction.response_id if message_id is None else message_id
    if wanted is None or wanted not in (interaction.response_id, *interaction.followup_ids):
        raise Code.UNKNOWN_MESSAGE.error()
    return state.find_message(interaction.channel_id, wanted)


def _note_answer(interaction: Interaction, message: Message) -> None:
    if message.id == interaction.response_id:
        interaction.loading = False
    if interaction.state == DEFERRED:
        interaction.state = RESPONDED


def _may_mention_all(state: State, interaction: Interaction) -> bool:
    return bool(app_permissions(state, interaction) & MENTION_EVERYONE)


def _type_and_reference(state: State, interaction: Interaction, *, followup: bool) -> dict[str, Any]:
    if followup:
        return _reply_to(state, interaction, interaction.response_id)
    if interaction.message_id is not None:
        return _reply_to(state, interaction, interaction.message_id)
    command = interaction.metadata.get("triggering_interaction_metadata", interaction.metadata)
    is_slash = command.get("command_type") == CHAT_INPUT
    fields: dict[str, Any] = {"type": _CHAT_INPUT_COMMAND if is_slash else _CONTEXT_MENU_COMMAND}
    target = command.get("target_message_id")
    if target is not None:
        fields |= {"reference": _reply_to(state, interaction, int(target)).get("reference")}
    return fields


def _reply_to(state: State, interaction: Interaction, message_id: int | None) -> dict[str, Any]:
    message = state.messages[interaction.channel_id].get(message_id or 0)
    if message is None:
        return {}
    return {"type": REPLY, "reference": reference_to(state.channels[interaction.channel_id], message)}
