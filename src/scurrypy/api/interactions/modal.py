"""Modals to be shown."""

from typing import Annotated

from scurrypy.bases.components import ReceivedComponent
from scurrypy.wire.limits import Count, Length
from scurrypy.wire.model import DataModel


class ModalPart(DataModel):
    """A modal to be shown.

    See [Discord Docs/Modal](https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-response-object-modal).
    """

    title: Annotated[str, Length(1, 45)] | None = None
    """Title, 1-45 characters."""
    custom_id: Annotated[str, Length(1, 100)] | None = None
    """Name of your own, 1-100 characters."""
    components: Annotated[list[ReceivedComponent], Count(1, 5)] | None = None
    """Labels and texts, 1-5."""
