"""The base of what interactions carry, and how it is received."""

from typing import TYPE_CHECKING, Any, TypeAlias

from scurrypy.wire.model import DataModel


class InteractionData(DataModel):
    """What an interaction carries: a command, a component or a modal."""


if TYPE_CHECKING:
    ReceivedInteractionData: TypeAlias = InteractionData
else:
    # Its kind is told by its neighbour, the interaction's type: it is read as a mapping, then by the interaction.
    ReceivedInteractionData = dict[str, Any]
