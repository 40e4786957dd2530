"""Marker classes: what addons and models inherit from."""

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
