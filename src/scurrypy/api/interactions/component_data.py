"""What a component that was used carries."""

from scurrypy.api.interactions.resolved import ResolvedDataModel
from scurrypy.bases.interaction import InteractionData
from scurrypy.enums.kinds import ComponentType
from scurrypy.wire.types import REQUIRED


class MessageComponentDataModel(InteractionData):
    """A component of a message that was used.

    See [Discord Docs/Message Component Data](https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object-message-component-data-structure).
    """

    custom_id: str = REQUIRED
    """Name of your own."""
    component_type: ComponentType = REQUIRED
    """Kind of component."""
    resolved: ResolvedDataModel | None = None
    """What the ids among the values stand for."""
    values: list[str] | None = None
    """What was chosen; menus only."""
    id: int | None = None
    """Number of the component."""
