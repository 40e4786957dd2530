"""The first answer to an interaction.

See [Discord Docs/Interaction Response](https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-response-object).
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, TypeAlias

from scurrypy.sandbox.dispatch import Dispatch
from scurrypy.sandbox.payloads.messages import message_payload
from scurrypy.sandbox.records import UploadedFile
from scurrypy.sandbox.records.interactions import (
    AUTOCOMPLETE,
    COMMAND,
    COMPONENT,
    DEFERRED,
    FAILED,
    MODAL_SUBMIT,
    PENDING,
    PING,
    RESPONDED,
    Interaction,
)
from scurrypy.sandbox.rules.codes import Code
from scurrypy.sandbox.rules.fields import Field, as_mapping, mapping, number, read_fields, text, whole
from scurrypy.sandbox.rules.shapes import items, model
from scurrypy.sandbox.rules.validation import Problems
from scurrypy.sandbox.state import State
from scurrypy.sandbox.world.command_definitions import INTEGER, NUMBER
from scurrypy.sandbox.world.components import validate_modal
from scurrypy.sandbox.world.drafts import EPHEMERAL, LOADING, Draft, read_draft
from scurrypy.sandbox.world.interaction_messages import SETTABLE, change_answer, find_interaction, post_answer, settle
from scurrypy.sandbox.world.posting import NOBODY

PONG, MESSAGE, DEFERRED_MESSAGE, DEFERRED_UPDATE, UPDATE = 1, 4, 5, 6, 7
"""Types of answer."""
CHOICES, MODAL, PREMIUM_REQUIRED, LAUNCH_ACTIVITY = 8, 9, 10, 12
"""Further types of answer."""

INTERACTION_ANSWERED: Final = "INTERACTION_ANSWERED"
"""Name under which those who watch the world hear of an answer; no event of Discord's."""

EMBEDDED: Final = 1 << 17
"""Application flag: it has an activity to launch."""

_TO_COMMAND: Final = {MESSAGE, DEFERRED_MESSAGE, MODAL, PREMIUM_REQUIRED, LAUNCH_ACTIVITY}
_TO_COMPONENT: Final = _TO_COMMAND | {DEFERRED_UPDATE, UPDATE}

_Data: TypeAlias = Mapping[str, Any]
_Files: TypeAlias = Sequence[UploadedFile]


def respond(
    state: State, interaction_id: int, token: str, body: Mapping[str, Any], files: Sequence[UploadedFile] = ()
) -> dict[str, Any]:
    """Answer an interaction.

    Returns:
        What a request with `with_response` is told of the answer.
    """
    interaction = _find_waiting(state, interaction_id, token)
    problems = Problems()
    fields = {"type": whole(required=True, choices=_allowed(state, interaction)), "data": mapping()}
    answer = read_fields(body, fields, problems)
    problems.raise_if_any()
    kind = int(answer["type"])
    _ANSWERS[kind](state, interaction, as_mapping(answer.get("data")), files)
    interaction.callback_type = kind
    if interaction.state == PENDING:
        interaction.state = RESPONDED
    _tell_watchers(state, interaction)
    return _callback_payload(state, interaction, kind)


def _tell_watchers(state: State, interaction: Interaction) -> None:
    """Tell those who watch the world of an answer, which may be no message at all: Discord tells no bot."""
    data = {
        "id": str(interaction.id),
        "type": interaction.callback_type,
        "channel_id": str(interaction.channel_id),
        "user_id": str(interaction.user_id),
        "modal": interaction.modal,
        "choices": interaction.choices,
    }
    state.publish(Dispatch(INTERACTION_ANSWERED, data, interaction.guild_id, application_id=NOBODY))


def _find_waiting(state: State, interaction_id: int, token: str) -> Interaction:
    interaction = find_interaction(state, interaction_id, token)
    if interaction is None or settle(state, interaction) == FAILED:
        raise Code.UNKNOWN_INTERACTION.error()
    if interaction.state != PENDING:
        raise Code.ALREADY_ACKNOWLEDGED.error()
    state.find_channel(interaction.channel_id)
    return interaction


def _allowed(state: State, interaction: Interaction) -> set[int]:
    from_message = interaction.message_id is not None
    allowed = {
        PING: {PONG},
        COMMAND: _TO_COMMAND,
        COMPONENT: _TO_COMPONENT,
        AUTOCOMPLETE: {CHOICES},
        MODAL_SUBMIT: (_TO_COMPONENT if from_message else _TO_COMMAND) - {MODAL},
    }[interaction.type]
    embedded = state.applications[interaction.application_id].flags & EMBEDDED
    return allowed if embedded else allowed - {LAUNCH_ACTIVITY}


def _send_message(state: State, interaction: Interaction, data: _Data, files: _Files) -> None:
    draft = read_draft(data, files, settable=SETTABLE, path="data")
    if draft.is_empty:
        raise Code.EMPTY_MESSAGE.error()
    _post_original(state, interaction, draft)


def _promise_message(state: State, interaction: Interaction, data: _Data, files: _Files) -> None:
    draft = read_draft({"flags": data.get("flags")}, settable=EPHEMERAL, path="data")
    draft.flags = (draft.flags or 0) | LOADING
    _post_original(state, interaction, draft)
    interaction.loading = True
    interaction.state = DEFERRED


def _post_original(state: State, interaction: Interaction, draft: Draft) -> None:
    message = post_answer(state, interaction, draft)
    interaction.response_id = message.id
    interaction.ephemeral = message.ephemeral_to is not None


def _update_message(state: State, interaction: Interaction, data: _Data, files: _Files) -> None:
    message = state.find_message(interaction.channel_id, interaction.message_id or 0)
    if data or files:
        change_answer(state, interaction, message, data, files)
    interaction.response_id = message.id
    interaction.ephemeral = message.ephemeral_to is not None


def _promise_update(state: State, interaction: Interaction, data: _Data, files: _Files) -> None:
    _update_message(state, interaction, {}, ())
    interaction.state = DEFERRED


def _offer_choices(state: State, interaction: Interaction, data: _Data, files: _Files) -> None:
    kind = _focused_type(interaction.data.get("options", []))
    values: dict[int, Field] = {INTEGER: whole(required=True), NUMBER: number(required=True)}
    choice = {
        "name": text(required=True, least=1, most=100),
        "name_localizations": mapping(nullable=True),
        "value": values.get(kind, text(required=True, most=100)),
    }
    problems = Problems()
    fields = {"choices": items(model(choice), required=True, most=25)}
    read = read_fields(data, fields, problems, "data")
    problems.raise_if_any()
    interaction.choices = read["choices"]


def _focused_type(options: list[dict[str, Any]]) -> int:
    for option in options:
        if option.get("focused"):
            return int(option["type"])
        if option.get("options"):
            return _focused_type(option["options"])
    return 0


def _open_modal(state: State, interaction: Interaction, data: _Data, files: _Files) -> None:
    problems = Problems()
    modal = validate_modal(data, problems=problems, path="data")
    problems.raise_if_any()
    interaction.modal = modal


def _only_acknowledge(state: State, interaction: Interaction, data: _Data, files: _Files) -> None:
    """Leave everything as it is: the user's client shows the rest by itself."""


_ANSWERS: Final[dict[int, Callable[[State, Interaction, _Data, _Files], None]]] = {
    PONG: _only_acknowledge,
    MESSAGE: _send_message,
    DEFERRED_MESSAGE: _promise_message,
    DEFERRED_UPDATE: _promise_update,
    UPDATE: _update_message,
    CHOICES: _offer_choices,
    MODAL: _open_modal,
    PREMIUM_REQUIRED: _only_acknowledge,
    LAUNCH_ACTIVITY: _only_acknowledge,
}


def _callback_payload(state: State, interaction: Interaction, kind: int) -> dict[str, Any]:
    told: dict[str, Any] = {"id": str(interaction.id), "type": interaction.type}
    resource: dict[str, Any] = {"type": kind}
    if interaction.response_id is not None:
        told |= {
            "response_message_id": str(interaction.response_id),
            "response_message_loading": interaction.loading,
            "response_message_ephemeral": interaction.ephemeral,
        }
        # The spec lists the message for types 4 and 7 only; discord.js's own guide reads it after a deferral, too.
        message = state.find_message(interaction.channel_id, interaction.response_id)
        resource["message"] = message_payload(state, message)
    if kind == LAUNCH_ACTIVITY:
        instance_id = f"i-{interaction.id}-gc-{interaction.guild_id or 0}-{interaction.channel_id}"
        told["activity_instance_id"] = instance_id
        resource["activity_instance"] = {"id": instance_id}
    has_resource = len(resource) > 1
    return {"interaction": told, "resource": resource} if has_resource else {"interaction": told}
