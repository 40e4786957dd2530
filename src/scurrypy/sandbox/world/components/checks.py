"""Checks of single components: what the table of their fields cannot say."""

from collections.abc import Collection
from typing import Any
from urllib.parse import urlsplit

from scurrypy.sandbox.rules.fields import as_mapping, read_fields
from scurrypy.sandbox.rules.validation import Problems, join
from scurrypy.sandbox.world.components.kinds import DEFAULT_VALUE, LINK, MEDIA_ITEM, OPTION_FIELDS, PREMIUM, Kind

Component = dict[str, Any]

DEFAULT_TYPES = {
    Kind.USER_SELECT: {"user"},
    Kind.ROLE_SELECT: {"role"},
    Kind.MENTIONABLE_SELECT: {"user", "role"},
    Kind.CHANNEL_SELECT: {"channel"},
}
"""What each select may have chosen from the start."""

WEB = {"http", "https"}
"""Schemes of what Discord fetches."""

MEDIA = WEB | {"attachment"}
"""Schemes of media: those, and files of the same message."""


def check_button(button: Component, problems: Problems, path: str) -> None:
    """Check that a button has what its style needs, and nothing its style cannot have."""
    style = button.get("style")
    if style == LINK:
        _check_link_button(button, problems, path)
    elif style == PREMIUM:
        if "sku_id" not in button:
            problems.add(join(path, "sku_id"), "BASE_TYPE_REQUIRED", "This field is required")
        _refuse(button, ("custom_id", "label", "url", "emoji"), problems, path)
    else:
        if "custom_id" not in button:
            problems.add(join(path, "custom_id"), "BUTTON_COMPONENT_CUSTOM_ID_REQUIRED", "A custom id is required")
        _refuse(button, ("url", "sku_id"), problems, path)
    if style != PREMIUM and not button.get("label") and "emoji" not in button:
        problems.add(join(path, "label"), "BASE_TYPE_REQUIRED", "This field is required")
    check_emoji(button, problems, path)


def _check_link_button(button: Component, problems: Problems, path: str) -> None:
    if "custom_id" in button:
        code, message = (
            "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE",
            "A custom id and url cannot both be specified",
        )
        problems.add(join(path, "custom_id"), code, message)
    _refuse(button, ("sku_id",), problems, path)
    if "url" in button:
        check_url(button["url"], WEB | {"discord"}, problems, join(path, "url"))
    else:
        problems.add(join(path, "url"), "BUTTON_COMPONENT_URL_REQUIRED", "A url is required")


def _refuse(button: Component, names: Collection[str], problems: Problems, path: str) -> None:
    for name in names:
        if name in button:
            message = f"{name} is not allowed for this style of button"
            problems.add(join(path, name), "BUTTON_COMPONENT_INVALID_FIELD", message)


def check_emoji(holder: Component, problems: Problems, path: str) -> None:
    """Check the emoji of a button or an option, and keep only what Discord keeps of it."""
    emoji = holder.get("emoji")
    if emoji is None:
        return
    # A standard emoji is a name outside Latin-1, or one of the two signs within it that are drawn as emoji.
    name = str(emoji.get("name") or "")
    if emoji.get("id") is None and not any(ord(character) > 0xFF or character in "©®" for character in name):
        problems.add(join(path, "emoji.name"), "COMPONENT_INVALID_EMOJI", "Invalid emoji")
    holder["emoji"] = {key: emoji[key] for key in ("id", "name", "animated") if emoji.get(key) is not None}


def check_url(url: str, schemes: Collection[str], problems: Problems, path: str) -> None:
    """Check that a URL is one, with a scheme that is allowed."""
    scheme, _, rest = url.partition("://")
    if not rest or not urlsplit(url).scheme:
        problems.add(path, "URL_TYPE_INVALID_URL", "Not a well formed URL.")
    elif scheme.lower() not in schemes:
        listed = ", ".join(f"'{known}'" for known in sorted(schemes))
        message = f'Scheme "{scheme}" is not supported. Scheme must be one of ({listed}).'
        problems.add(path, "URL_TYPE_INVALID_SCHEME", message)


def check_text_display(display: Component, problems: Problems, path: str) -> None:
    """Check that a text is not blank."""
    content = display.get("content")
    if content and not content.strip():
        problems.add(join(path, "content"), "BASE_TYPE_REQUIRED", "This field is required")


def check_thumbnail(thumbnail: Component, problems: Problems, path: str) -> None:
    """Check what a thumbnail shows."""
    _check_media(thumbnail, "media", MEDIA, problems, path)


def check_file(file: Component, problems: Problems, path: str) -> None:
    """Check which file is shown: one of the same message."""
    _check_media(file, "file", {"attachment"}, problems, path)


def check_gallery(gallery: Component, problems: Problems, path: str) -> None:
    """Check what a gallery shows."""
    items: list[Component] = []
    for index, item in enumerate(gallery.get("items", [])):
        item_path = join(path, f"items.{index}")
        read = read_fields(as_mapping(item), MEDIA_ITEM, problems, item_path)
        _check_media(read, "media", MEDIA, problems, item_path)
        items.append(read)
    gallery["items"] = items


def _check_media(holder: Component, name: str, schemes: Collection[str], problems: Problems, path: str) -> None:
    if name not in holder:
        return
    url = holder[name].get("url")
    path = join(path, f"{name}.url")
    if not isinstance(url, str) or not url:
        problems.add(path, "BASE_TYPE_REQUIRED", "This field is required")
        return
    check_url(url, schemes, problems, path)
    # The rest of a media item is Discord's to fill in, whatever the request says.
    holder[name] = {"url": url}


def check_text_input(field: Component, problems: Problems, path: str) -> None:
    """Check that the lengths of a text input agree."""
    least, most = field.get("min_length"), field.get("max_length")
    if least is not None and most is not None and least > most:
        _too_great(most, problems, join(path, "min_length"))


def check_counts(component: Component, problems: Problems, path: str) -> None:
    """Check that the numbers of values to choose agree."""
    least, most = component.get("min_values"), component.get("max_values")
    if least is not None and most is not None and least > most:
        _too_great(most, problems, join(path, "min_values"))
    if least == 0 and component.get("required"):
        message = "int value should be greater than or equal to 1."
        problems.add(join(path, "min_values"), "NUMBER_TYPE_MIN", message)


def check_string_select(select: Component, problems: Problems, path: str) -> None:
    """Check the options of a select, and that there are enough of them."""
    check_counts(select, problems, path)
    check_options(select, problems, path)
    if select.get("max_values", 1) > len(select["options"]) > 0:
        _too_great(len(select["options"]), problems, join(path, "max_values"))


def check_checkbox_group(group: Component, problems: Problems, path: str) -> None:
    """Check the options of a checkbox group, and fill in how many may be chosen."""
    group.setdefault("min_values", 1 if group.get("required") else 0)
    group.setdefault("max_values", max(1, len(group.get("options", ()))))
    check_counts(group, problems, path)
    check_options(group, problems, path)


def check_options(holder: Component, problems: Problems, path: str) -> None:
    """Check the options of a select or a group: each its fields, all of them different values."""
    fields = OPTION_FIELDS[Kind(holder["type"])]
    path = join(path, "options")
    options: list[Component] = []
    values: set[str] = set()
    for index, item in enumerate(holder.get("options", [])):
        option = read_fields(as_mapping(item), fields, problems, join(path, index))
        check_emoji(option, problems, join(path, index))
        value = option.get("value")
        if value in values:
            code, message = "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED", "The specified option value is already used"
            problems.add(join(path, f"{index}.value"), code, message)
        elif value is not None:
            values.add(value)
        options.append(option)
    holder["options"] = options
    if sum(1 for option in options if option.get("default")) > holder.get("max_values", 1):
        _too_many_defaults(problems, path)


def check_entity_select(select: Component, problems: Problems, path: str) -> None:
    """Check what a select of users, roles or channels has chosen from the start."""
    check_counts(select, problems, path)
    defaults = select.get("default_values")
    if defaults is None:
        return
    path = join(path, "default_values")
    kinds = DEFAULT_TYPES[Kind(select["type"])]
    read: list[Component] = []
    for index, default in enumerate(defaults):
        value = read_fields(as_mapping(default), DEFAULT_VALUE, problems, join(path, index))
        if value.get("type", next(iter(kinds))) not in kinds:
            message = f"Value must be one of {{{', '.join(sorted(kinds))}}}."
            problems.add(join(path, f"{index}.type"), "BASE_TYPE_CHOICES", message)
        read.append(value)
    select["default_values"] = read
    if len(read) > select.get("max_values", 1):
        _too_many_defaults(problems, path)


def _too_great(most: int, problems: Problems, path: str) -> None:
    problems.add(path, "NUMBER_TYPE_MAX", f"int value should be less than or equal to {most}.")


def _too_many_defaults(problems: Problems, path: str) -> None:
    message = "The specified number of default values exceeds the specified maximum values"
    problems.add(path, "SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES", message)
