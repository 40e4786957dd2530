"""Components of messages and modals."""

from typing import TYPE_CHECKING

from scurrypy.lazy import lazily

if TYPE_CHECKING:
    from scurrypy.api.components.button import Button
    from scurrypy.api.components.factory import MessageComponentFactory
    from scurrypy.api.components.layout import (
        ActionRow,
        Container,
        File,
        Label,
        MediaGallery,
        MediaGalleryItem,
        Section,
        Separator,
        TextDisplay,
        Thumbnail,
        UnfurledMediaItem,
    )
    from scurrypy.api.components.modal import Checkbox, CheckboxGroup, FileUpload, ListOption, RadioGroup, TextInput
    from scurrypy.api.components.select_menu import (
        ChannelSelect,
        DefaultValue,
        MentionableSelect,
        RoleSelect,
        SelectMenuMixin,
        SelectOption,
        StringSelect,
        UserSelect,
    )
    from scurrypy.enums.components import ButtonStyle, DefaultValueType, SeparatorType, TextInputStyle
else:
    __getattr__ = lazily(
        __name__,
        {
            ".button": ["Button"],
            ".factory": ["MessageComponentFactory"],
            ".layout": [
                "ActionRow",
                "Container",
                "File",
                "Label",
                "MediaGallery",
                "MediaGalleryItem",
                "Section",
                "Separator",
                "TextDisplay",
                "Thumbnail",
                "UnfurledMediaItem",
            ],
            ".modal": ["Checkbox", "CheckboxGroup", "FileUpload", "ListOption", "RadioGroup", "TextInput"],
            ".select_menu": [
                "ChannelSelect",
                "DefaultValue",
                "MentionableSelect",
                "RoleSelect",
                "SelectMenuMixin",
                "SelectOption",
                "StringSelect",
                "UserSelect",
            ],
            "scurrypy.enums.components": ["ButtonStyle", "DefaultValueType", "SeparatorType", "TextInputStyle"],
        },
    )

__all__ = [
    "ActionRow",
    "Button",
    "ButtonStyle",
    "ChannelSelect",
    "Checkbox",
    "CheckboxGroup",
    "Container",
    "DefaultValue",
    "DefaultValueType",
    "File",
    "FileUpload",
    "Label",
    "ListOption",
    "MediaGallery",
    "MediaGalleryItem",
    "MentionableSelect",
    "MessageComponentFactory",
    "RadioGroup",
    "RoleSelect",
    "Section",
    "SelectMenuMixin",
    "SelectOption",
    "Separator",
    "SeparatorType",
    "StringSelect",
    "TextDisplay",
    "TextInput",
    "TextInputStyle",
    "Thumbnail",
    "UnfurledMediaItem",
    "UserSelect",
]
