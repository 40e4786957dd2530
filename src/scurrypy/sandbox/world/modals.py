"""Fills in modals as Discord's client does.

See [Discord Docs/Using Modal Components](https://docs.discord.com/developers/components/using-modal-components).
"""

from collections.abc import Mapping
from typing import Any

from scurrypy.sandbox.errors import ActorError
from scurrypy.sandbox.rules.fields import Json, is_list
from scurrypy.sandbox.world.choosing import choose, option_value
from scurrypy.sandbox.world.components import SELECTS, Kind, walk
from scurrypy.sandbox.world.resolved import Resolved

Component = dict[str, Any]


def modal_values(modal: Mapping[str, Any], values: Mapping[str, Json], resolved: Resolved) -> list[Component]:
    """Return the components of a submitted modal in wire form.

    Args:
        modal: The modal, in wire form.
        values: What the user fills in, by custom id.
        resolved: Where to put what ids stand for.
    """
    known = [component["custom_id"] for component in walk(modal["components"]) if "custom_id" in component]
    for custom_id in values:
        if custom_id not in known:
            raise ActorError(f"the modal has no component {custom_id!r}; it has: {', '.join(known)}")
    return [_submitted(component, values, resolved) for component in modal["components"]]


def _submitted(component: Component, values: Mapping[str, Json], resolved: Resolved) -> Component:
    wire: Component = {"type": component["type"], "id": component["id"]}
    if "components" in component:
        wire["components"] = [_submitted(child, values, resolved) for child in component["components"]]
    elif "component" in component:
        wire["component"] = _submitted(component["component"], values, resolved)
    elif "custom_id" in component:
        custom_id = component["custom_id"]
        wire |= {"custom_id": custom_id} | _filled(component, values.get(custom_id), resolved)
    return wire


def _filled(component: Component, value: Json, resolved: Resolved) -> Component:
    match component["type"]:
        case Kind.TEXT_INPUT:
            return {"value": _text(component, value)}
        case Kind.CHECKBOX:
            return {"value": component["default"] if value is None else bool(value)}
        case Kind.RADIO_GROUP:
            return {"value": _radio(component, value)}
        case _:
            return {"values": _chosen(component, value, resolved)}


def _chosen(component: Component, value: Json, resolved: Resolved) -> list[str]:
    chosen = _preset(component) if value is None else _as_values(value)
    if not chosen and not component["required"]:
        return []
    if component["type"] in SELECTS:
        return choose(component, chosen, resolved)
    least, most = component["min_values"], component["max_values"]
    if not least <= len(chosen) <= most:
        raise ActorError(f"{component['custom_id']!r} takes between {least} and {most} values, not {len(chosen)}")
    if component["type"] == Kind.FILE_UPLOAD:
        return [resolved.attachment(file) for file in chosen]
    return [option_value(component, item) for item in chosen]


def _text(field: Component, value: Json) -> str:
    text = field.get("value", "") if value is None else str(value)
    required = field.get("required", True)
    if not text and not required:
        return ""
    least = max(field.get("min_length", 0), 1 if required else 0)
    most = field.get("max_length", 4000)
    if not least <= len(text) <= most:
        raise ActorError(f"{field['custom_id']!r} takes between {least} and {most} characters, not {len(text)}")
    return text


def _radio(group: Component, value: Json) -> str | None:
    preset = _preset(group)
    if value is None and not preset:
        if group["required"]:
            raise ActorError(f"{group['custom_id']!r} needs a choice")
        return None
    return option_value(group, preset[0] if value is None else value)


def _preset(holder: Component) -> list[Json]:
    chosen = [option["value"] for option in holder.get("options", ()) if option.get("default")]
    return chosen or [default["id"] for default in holder.get("default_values", ())]


def _as_values(value: Json) -> list[Json]:
    return value if is_list(value) else [value]
