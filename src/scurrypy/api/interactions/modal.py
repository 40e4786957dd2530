"""Modals to be shown."""

from collections.abc import Iterable, Sequence
from typing import Annotated

from scurrypy.api.components.layout import ActionRow, Label, TextDisplay
from scurrypy.api.components.names import CustomId
from scurrypy.api.components.tree import MODAL_TREE
from scurrypy.bases.components import ReceivedComponent, misplaced
from scurrypy.wire.errors import Problem
from scurrypy.wire.limits import Count, Length
from scurrypy.wire.model import DataModel


class ModalPart(DataModel):
    """A modal to be shown.

    See [Discord Docs/Modal](https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-response-object-modal).
    """

    _needed = ("title", "custom_id", "components")

    title: Annotated[str, Length(1, 45)] | None = None
    """Title, 1-45 characters."""
    custom_id: CustomId | None = None
    """Name of your own, 1-100 characters."""
    components: Annotated[Sequence[ReceivedComponent], Count(1, 5), MODAL_TREE] | None = None
    """Labels and texts, 1-5."""

    def _rules(self) -> Iterable[Problem]:
        """Yield what cannot stand in a modal by itself."""
        return misplaced("components", self.components, (Label, TextDisplay, ActionRow), "labels and texts")
