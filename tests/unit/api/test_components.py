"""Every component of Discord's documentation with every field it has, sent and received."""

from typing import Any

import pytest

from scurrypy.api.components import (
    Checkbox,
    CheckboxGroup,
    FileUpload,
    Label,
    ListOption,
    MessageComponentFactory,
    RadioGroup,
    StringSelect,
    TextDisplay,
    TextInput,
)
from scurrypy.api.components.factory import COMPONENT_MAP
from scurrypy.api.interactions import ModalPart
from scurrypy.enums import ComponentType, FileTypeGroup, TextInputStyle
from scurrypy.wire import codec
from scurrypy.wire.checking import check
from scurrypy.wire.errors import InvalidRequest

EMOJI = {"id": "41771983429993937", "name": "quack", "animated": True}
MEDIA = {
    "url": "attachment://a.png",
    "proxy_url": "https://media.test/a.png",
    "height": 2,
    "width": 3,
    "content_type": "image/png",
    "attachment_id": "5",
    "id": "6",
    "flags": 1,
    "placeholder": "abc",
    "placeholder_version": 1,
}
SELECT = {"custom_id": "pick", "placeholder": "pick", "min_values": 0, "max_values": 25, "disabled": False}
OPTION = {"label": "One", "value": "1", "description": "the first", "default": True}
TEXT = {"type": 10, "id": 2, "content": "**hi**"}
BUTTON = {"type": 2, "id": 3, "style": 1, "custom_id": "b", "label": "Go", "emoji": EMOJI, "disabled": True}
THUMBNAIL = {"type": 11, "id": 4, "media": MEDIA, "description": "a duck", "spoiler": True}
INPUT = {"type": 4, "id": 9, "custom_id": "t", "style": 2, "min_length": 0, "max_length": 4000, "required": False}
WHOLE: list[dict[str, Any]] = [
    {"type": 1, "id": 1, "components": [BUTTON]},
    BUTTON,
    {"type": 2, "style": 5, "url": "https://discord.test", "label": "Open"},
    {"type": 2, "style": 6, "sku_id": "1144058844004233369"},
    {"type": 3, "id": 1, **SELECT, "required": True, "options": [OPTION | {"emoji": EMOJI}]},
    INPUT | {"value": "text", "placeholder": "more text"},
    {"type": 5, "id": 1, **SELECT, "required": True, "default_values": [{"id": "1", "type": "user"}]},
    {"type": 6, "id": 1, **SELECT, "required": True, "default_values": [{"id": "1", "type": "role"}]},
    {"type": 7, "id": 1, **SELECT, "required": True, "default_values": [{"id": "1", "type": "user"}]},
    {
        "type": 8,
        "id": 1,
        **SELECT,
        "required": True,
        "default_values": [{"id": "1", "type": "channel"}],
        "channel_types": [0, 5],
    },
    {"type": 9, "id": 1, "components": [TEXT], "accessory": THUMBNAIL},
    {"type": 9, "id": 1, "components": [TEXT], "accessory": BUTTON},
    TEXT,
    THUMBNAIL,
    {"type": 12, "id": 1, "items": [{"media": MEDIA, "description": "a duck", "spoiler": False}]},
    {"type": 13, "id": 1, "file": MEDIA, "spoiler": False, "name": "a.png", "size": 7},
    {"type": 14, "id": 1, "divider": False, "spacing": 2},
    {"type": 17, "id": 1, "accent_color": 0xFFFFFF, "spoiler": True, "components": [TEXT]},
    {"type": 18, "id": 1, "label": "Text", "description": "of yours", "component": INPUT},
    {
        "type": 19,
        "id": 1,
        "custom_id": "f",
        "min_values": 0,
        "max_values": 10,
        "required": False,
        "file_types": ["image", ".pdf"],
    },
    {"type": 21, "id": 1, "custom_id": "r", "required": True, "options": [OPTION, OPTION]},
    {
        "type": 22,
        "id": 1,
        "custom_id": "g",
        "options": [OPTION],
        "min_values": 0,
        "max_values": 1,
        "required": True,
    },
    {"type": 23, "id": 1, "custom_id": "c", "default": True},
]


def test_there_is_an_example_of_every_kind():
    assert {sent["type"] for sent in WHOLE} == set(ComponentType)


@pytest.mark.parametrize("sent", WHOLE, ids=lambda sent: f"{ComponentType(sent['type']).name}-{len(sent)}")
def test_a_whole_component_is_read_as_its_class_and_sent_as_it_came(sent: dict[str, Any]):
    component = MessageComponentFactory.from_dict(sent)
    assert type(component) is COMPONENT_MAP[ComponentType(sent["type"])]
    assert codec.decode(codec.encode(component.to_dict())) == sent


def test_a_modal_holds_every_kind_of_input():
    modal = ModalPart(
        "Report",
        "report",
        [
            TextDisplay("Tell us."),
            Label("What", TextInput("what", TextInputStyle.PARAGRAPH, max_length=300), "in your words"),
            Label("Proof", FileUpload("proof", 0, 3, required=False, file_types=[FileTypeGroup.IMAGE, ".pdf"])),
            Label("How bad", RadioGroup("bad", [ListOption("1", "Bad"), ListOption("2", "Worse", default=True)])),
            Label("Where", CheckboxGroup("where", [ListOption("a", "Here")], 0, 1, required=False)),
            Label("Sure", Checkbox("sure", default=False)),
            Label("Which", StringSelect("which", required=True)),
        ],
    )
    sent = codec.decode(codec.encode(modal.to_dict()))
    assert [part["type"] for part in sent["components"]] == [10, 18, 18, 18, 18, 18, 18]
    assert [part["component"]["type"] for part in sent["components"][1:]] == [4, 19, 21, 22, 23, 3]
    assert sent["components"][2]["component"] == {
        "type": 19,
        "custom_id": "proof",
        "min_values": 0,
        "max_values": 3,
        "required": False,
        "file_types": ["image", ".pdf"],
    }
    assert sent["components"][3]["component"]["options"][1] == {"value": "2", "label": "Worse", "default": True}
    assert sent["components"][5]["component"] == {"type": 23, "custom_id": "sure", "default": False}


@pytest.mark.parametrize("given", [*FileTypeGroup, "image", ".pdf", ".PDF", ".tar.gz"])
def test_a_file_type_is_a_group_or_an_ending(given: str):
    check(FileUpload("files", file_types=[given]))


@pytest.mark.parametrize("given", ["pdf", "", ".", "images", "image/png"])
def test_what_is_neither_is_refused(given: str):
    with pytest.raises(InvalidRequest, match="image, video, audio or an ending"):
        check(FileUpload("files", file_types=[given]))
