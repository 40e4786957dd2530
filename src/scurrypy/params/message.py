"""What can be edited about a message."""

from collections.abc import Sequence
from typing import TypedDict

from scurrypy.api.components.layout import ActionRow, Container
from scurrypy.api.messages.allowed_mentions import AllowedMentionsPart
from scurrypy.api.messages.attachment import AttachmentModel, AttachmentPart
from scurrypy.api.messages.embed import Embed
from scurrypy.api.messages.message import MessageReferencePart
from scurrypy.bases.components import ContainerChild
from scurrypy.enums.message import MessageFlags
from scurrypy.wire.upload import Upload


class EditMessageParams(TypedDict, total=False):
    """Changes to a message.

    See [Discord Docs/Edit Message](https://docs.discord.com/developers/resources/message#edit-message).
    """

    content: str | None
    """Text, up to 2000 characters."""
    flags: MessageFlags
    """Flags; only SUPPRESS_EMBEDS and IS_COMPONENTS_V2 can be changed, and the latter not taken back."""
    components: Sequence[ActionRow | Container | ContainerChild] | None
    """All components the message is to have."""
    attachments: Sequence[AttachmentPart | AttachmentModel | Upload] | None
    """All attachments the message is to have: those to keep, and new ones."""
    embeds: list[Embed] | None
    """All embeds the message is to have, up to 10."""
    message_reference: MessageReferencePart
    """What the message refers to; Discord ignores changes to it."""
    allowed_mentions: AllowedMentionsPart | None
    """Who may be notified by mentions in the text."""
