"""Message components and modals: what they may hold, and how to find one.

See [Discord Docs/Component Reference](https://docs.discord.com/developers/components/reference).
"""

from scurrypy.sandbox.world.components.kinds import ENTITY_SELECTS, LINK, PREMIUM, SELECTS, Kind
from scurrypy.sandbox.world.components.tree import attach_files, referenced_files, walk
from scurrypy.sandbox.world.components.validation import validate_components, validate_modal

__all__ = [
    "ENTITY_SELECTS",
    "LINK",
    "PREMIUM",
    "SELECTS",
    "Kind",
    "attach_files",
    "referenced_files",
    "validate_components",
    "validate_modal",
    "walk",
]
