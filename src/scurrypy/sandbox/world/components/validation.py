"""What a whole message or modal may hold of components."""

from typing import Any

from scurrypy.sandbox.rules.fields import Json, as_list, as_mapping, listing, read_field, read_fields, text
from scurrypy.sandbox.rules.validation import Problems, join
from scurrypy.sandbox.world.components.kinds import LEGACY_MESSAGE, MESSAGE, MODAL
from scurrypy.sandbox.world.components.reading import Component, Reading

MOST_COMPONENTS = 40
"""Components of one message with the flag IS_COMPONENTS_V2, nested ones included."""

MOST_TEXT = 4000
"""Characters of all text displays of one message together."""

_MODAL_FIELDS = {
    "custom_id": text(required=True, least=1, most=100),
    "title": text(required=True, least=1, most=45),
    "components": listing(required=True, least=1, most=5),
}


def validate_components(components: Json, *, v2: bool, problems: Problems, path: str) -> list[Component]:
    """Return a message's components as they are stored: checked, without unknown fields, each with an id.

    Args:
        components: What the request has under `components`.
        v2: Whether the message has the flag IS_COMPONENTS_V2.
        problems: Where to note what is wrong.
        path: Where the components stand in the request.
    """
    limit = listing(most=MOST_COMPONENTS if v2 else 5)
    items = as_list(read_field(components, limit, problems, path))
    reading = Reading(problems)
    read = reading.read_list(items, MESSAGE if v2 else LEGACY_MESSAGE, path)
    if reading.count > MOST_COMPONENTS:
        message = f"The total number of components cannot exceed {MOST_COMPONENTS}"
        problems.add(path, "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED", message)
    if reading.text_size > MOST_TEXT:
        message = f"Components displayable text size exceeds maximum size of {MOST_TEXT}"
        problems.add(path, "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED", message)
    reading.assign_ids()
    return read


def validate_modal(modal: Json, *, problems: Problems, path: str) -> dict[str, Any]:
    """Return a modal as it is shown: checked, without unknown fields, each component with an id."""
    if not isinstance(modal, dict):
        problems.add(path, "MODEL_TYPE_CONVERT", "Only dictionaries may be used in a ModelType")
        return {}
    read = read_fields(as_mapping(modal), _MODAL_FIELDS, problems, path)
    reading = Reading(problems, modal=True)
    read["components"] = reading.read_list(read.get("components", []), MODAL, join(path, "components"))
    reading.assign_ids()
    return read
