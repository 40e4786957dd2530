"""Modals to be shown."""

from scurrypy.bases.components import ReceivedComponent
from scurrypy.wire.model import DataModel


class ModalPart(DataModel):
    """A modal to be shown.

    See [Discord Docs/Modal](https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-response-object-modal).
    """

    title: str | None = None
    """Title, at most 45 characters."""
    custom_id: str | None = None
    """Name of your own, 1-100 characters."""
    components: list[ReceivedComponent] | None = None
    """Labels and texts, 1-5."""
