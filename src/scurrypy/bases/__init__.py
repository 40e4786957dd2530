"""Marker classes: what addons and models inherit from."""

from typing import TYPE_CHECKING

from scurrypy.lazy import lazily

if TYPE_CHECKING:
    from scurrypy.bases.addon import Addon
    from scurrypy.bases.channel import GuildChannelCreate
    from scurrypy.bases.components import (
        ActionRowChild,
        Component,
        ContainerChild,
        LabelChild,
        SectionAccessoryChild,
        SectionChild,
        UnknownComponent,
    )
    from scurrypy.bases.interaction import InteractionData
else:
    __getattr__ = lazily(
        __name__,
        {
            ".addon": ["Addon"],
            ".channel": ["GuildChannelCreate"],
            ".components": [
                "ActionRowChild",
                "Component",
                "ContainerChild",
                "LabelChild",
                "SectionAccessoryChild",
                "SectionChild",
                "UnknownComponent",
            ],
            ".interaction": ["InteractionData"],
        },
    )

__all__ = [
    "ActionRowChild",
    "Addon",
    "Component",
    "ContainerChild",
    "GuildChannelCreate",
    "InteractionData",
    "LabelChild",
    "SectionAccessoryChild",
    "SectionChild",
    "UnknownComponent",
]
