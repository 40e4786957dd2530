"""What Discord demands of the fields of a message together."""

from collections.abc import Iterable, Mapping, Sequence, Sized

from scurrypy.enums.message import MessageFlags
from scurrypy.wire.errors import Problem
from scurrypy.wire.limits import part_of

# Of plain numbers: an enum's own `&` costs as much as the rest of the check of a plain message.
_COMPONENTS_V2 = int(MessageFlags.IS_COMPONENTS_V2)
_VOICE = int(MessageFlags.IS_VOICE_MESSAGE)

NOT_BESIDE_COMPONENTS_V2 = ("content", "embeds", "sticker_ids", "poll", "shared_client_theme")
"""Fields that are empty in a message with the flag IS_COMPONENTS_V2."""

_NOT_BESIDE_A_RECORDING = ("content", "embeds", "components", "sticker_ids", "poll")


def has_components_v2(flags: int | None) -> bool:
    """Return whether the flag IS_COMPONENTS_V2 is among these."""
    return bool(flags and int(flags) & _COMPONENTS_V2)


def is_voice(flags: int | None) -> bool:
    """Return whether the flag IS_VOICE_MESSAGE is among these."""
    return bool(flags and int(flags) & _VOICE)


def beside_components_v2(message: Mapping[str, object]) -> Iterable[Problem]:
    """Yield what a message or an edit, given by its fields, cannot have beside the flag IS_COMPONENTS_V2."""
    for name in NOT_BESIDE_COMPONENTS_V2:
        given = message.get(name)
        if given:
            yield Problem(name, "nothing beside components with MessageFlags.IS_COMPONENTS_V2", _shown(given))


def of_voice_message(message: object) -> Iterable[Problem]:
    """Yield what a voice message holds beside one recording, and what its recording lacks."""
    for name in _NOT_BESIDE_A_RECORDING:
        given = part_of(message, name)
        if given:
            yield Problem(name, "nothing but its recording in a voice message", _shown(given))
    attachments: Sequence[object] = part_of(message, "attachments") or ()
    if len(attachments) != 1:
        yield Problem("attachments", "exactly one recording in a voice message", len(attachments))
        return
    for name in ("duration_secs", "waveform"):
        if part_of(attachments[0], name) is None:
            yield Problem(f"attachments[0].{name}", "needed in a voice message; give an AttachmentPart", None)


def _shown(given: object) -> object:
    return len(given) if isinstance(given, Sized) else type(given).__name__
