"""The kinds of components: where each may stand, and which fields it has.

See [Discord Docs/Component Reference](https://docs.discord.com/developers/components/reference).
"""

from enum import IntEnum
from typing import Final

from scurrypy.sandbox.rules.fields import Field, flag, listing, mapping, snowflake, text, whole


class Kind(IntEnum):
    """The `type` of a component."""

    ACTION_ROW = 1
    BUTTON = 2
    STRING_SELECT = 3
    TEXT_INPUT = 4
    USER_SELECT = 5
    ROLE_SELECT = 6
    MENTIONABLE_SELECT = 7
    CHANNEL_SELECT = 8
    SECTION = 9
    TEXT_DISPLAY = 10
    THUMBNAIL = 11
    MEDIA_GALLERY = 12
    FILE = 13
    SEPARATOR = 14
    CONTAINER = 17
    LABEL = 18
    FILE_UPLOAD = 19
    RADIO_GROUP = 21
    CHECKBOX_GROUP = 22
    CHECKBOX = 23


LINK = 5
"""The style of a button that opens a URL."""

PREMIUM = 6
"""The style of a button that sells a SKU."""

ENTITY_SELECTS: Final = frozenset({
    Kind.USER_SELECT, Kind.ROLE_SELECT, Kind.MENTIONABLE_SELECT, Kind.CHANNEL_SELECT,
})  # fmt: skip
"""Selects whose options are what the guild has."""

SELECTS: Final = ENTITY_SELECTS | {Kind.STRING_SELECT}
"""Every select."""

LEGACY_MESSAGE: Final = frozenset({Kind.ACTION_ROW})
"""What may stand at the top of a message without the flag IS_COMPONENTS_V2."""

CONTAINER_CHILDREN: Final = frozenset({
    Kind.ACTION_ROW, Kind.SECTION, Kind.TEXT_DISPLAY, Kind.MEDIA_GALLERY, Kind.FILE, Kind.SEPARATOR,
})  # fmt: skip
"""What may stand in a container."""

MESSAGE: Final = CONTAINER_CHILDREN | {Kind.CONTAINER}
"""What may stand at the top of a message with the flag IS_COMPONENTS_V2."""

MODAL: Final = frozenset({Kind.ACTION_ROW, Kind.TEXT_DISPLAY, Kind.LABEL})
"""What may stand at the top of a modal."""

ROW_CHILDREN: Final = SELECTS | {Kind.BUTTON}
"""What may stand in an action row of a message."""

LABEL_CHILDREN: Final = SELECTS | {
    Kind.TEXT_INPUT, Kind.FILE_UPLOAD, Kind.RADIO_GROUP, Kind.CHECKBOX_GROUP, Kind.CHECKBOX,
}  # fmt: skip
"""What may stand in a label of a modal."""

ROW_WIDTH = 5
"""Room in an action row: a button takes one part of it, everything else takes all."""

CUSTOM_ID: Final = text(required=True, least=1, most=100)
"""What the application knows a component by; a button needs one in some styles only."""

_SELECT: Final[dict[str, Field]] = {
    "custom_id": CUSTOM_ID,
    "placeholder": text(most=150),
    "min_values": whole(least=0, most=25, default=1),
    "max_values": whole(least=1, most=25, default=1),
    "required": flag(),
    "disabled": flag(),
}

_CHOICE: Final[dict[str, Field]] = {
    "value": text(required=True, least=1, most=100),
    "label": text(required=True, least=1, most=100),
    "description": text(most=100),
    "default": flag(),
}

OPTION_FIELDS: Final[dict[Kind, dict[str, Field]]] = {
    Kind.STRING_SELECT: _CHOICE | {"emoji": mapping()},
    Kind.RADIO_GROUP: _CHOICE,
    Kind.CHECKBOX_GROUP: _CHOICE,
}
"""Fields of what stands in `options`."""

MEDIA_ITEM: Final[dict[str, Field]] = {
    "media": mapping(required=True),
    "description": text(nullable=True, most=1024),
    "spoiler": flag(default=False),
}
"""Fields of a thumbnail, and of one item of a gallery."""

DEFAULT_VALUE: Final[dict[str, Field]] = {
    "id": snowflake(required=True),
    "type": text(required=True, choices=("channel", "role", "user")),
}
"""Fields of what stands in `default_values`."""

FIELDS: Final[dict[Kind, dict[str, Field]]] = {
    Kind.ACTION_ROW: {"components": listing(required=True, least=1, most=5)},
    Kind.BUTTON: {
        "style": whole(required=True, choices=range(1, 7)),
        "label": text(most=80),
        "emoji": mapping(),
        "custom_id": text(least=1, most=100),
        "url": text(least=1, most=512),
        "sku_id": snowflake(),
        "disabled": flag(),
    },
    Kind.STRING_SELECT: _SELECT | {"options": listing(required=True, least=1, most=25)},
    Kind.TEXT_INPUT: {
        "custom_id": CUSTOM_ID,
        "style": whole(required=True, choices=(1, 2)),
        "label": text(least=1, most=45),
        "min_length": whole(least=0, most=4000),
        "max_length": whole(least=1, most=4000),
        "required": flag(default=True),
        "value": text(most=4000),
        "placeholder": text(most=100),
    },
    Kind.USER_SELECT: _SELECT | {"default_values": listing(most=25)},
    Kind.ROLE_SELECT: _SELECT | {"default_values": listing(most=25)},
    Kind.MENTIONABLE_SELECT: _SELECT | {"default_values": listing(most=25)},
    Kind.CHANNEL_SELECT: _SELECT | {"default_values": listing(most=25), "channel_types": listing()},
    Kind.SECTION: {
        "components": listing(required=True, least=1, most=3),
        "accessory": mapping(required=True),
    },
    Kind.TEXT_DISPLAY: {"content": text(required=True, least=1, most=4000)},
    Kind.THUMBNAIL: MEDIA_ITEM,
    Kind.MEDIA_GALLERY: {"items": listing(required=True, least=1, most=10)},
    Kind.FILE: {"file": mapping(required=True), "spoiler": flag(default=False)},
    Kind.SEPARATOR: {"divider": flag(default=True), "spacing": whole(choices=(1, 2), default=1)},
    Kind.CONTAINER: {
        "components": listing(required=True, least=1, most=40),
        "accent_color": whole(nullable=True, least=0, most=0xFFFFFF, default=None),
        "spoiler": flag(default=False),
    },
    Kind.LABEL: {
        "label": text(required=True, least=1, most=45),
        "description": text(most=100),
        "component": mapping(required=True),
    },
    Kind.FILE_UPLOAD: {
        "custom_id": CUSTOM_ID,
        "min_values": whole(least=0, most=10, default=1),
        "max_values": whole(least=1, most=10, default=1),
        "required": flag(default=True),
        "file_types": listing(most=10),
    },
    Kind.RADIO_GROUP: {
        "custom_id": CUSTOM_ID,
        "options": listing(required=True, least=2, most=10),
        "required": flag(default=True),
    },
    Kind.CHECKBOX_GROUP: {
        "custom_id": CUSTOM_ID,
        "options": listing(required=True, least=1, most=10),
        "min_values": whole(least=0, most=10),
        "max_values": whole(least=1, most=10),
        "required": flag(default=True),
    },
    Kind.CHECKBOX: {"custom_id": CUSTOM_ID, "default": flag(default=False)},
}
"""Fields of each kind, beside `type` and `id`."""
