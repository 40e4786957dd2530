"""What can be edited about a message."""

from collections.abc import Sequence
from typing import Annotated, TypedDict

from scurrypy.api.components.layout import ActionRow, Container
from scurrypy.api.components.tree import MESSAGE_TREE
from scurrypy.api.messages.allowed_mentions import AllowedMentionsPart
from scurrypy.api.messages.attachment import AttachmentModel, SentAttachment
from scurrypy.api.messages.embed import EMBED_TEXT, Embed
from scurrypy.api.messages.message import MessageReferencePart
from scurrypy.bases.components import ContainerChild, ReceivedComponent
from scurrypy.enums.message import MessageFlags
from scurrypy.wire.limits import Count, Length


class EditMessageParams(TypedDict, total=False):
    """Changes to a message.

    See [Discord Docs/Edit Message](https://docs.discord.com/developers/resources/message#edit-message).
    """

    content: Annotated[str, Length(0, 2000)] | None
    """Text, up to 2000 characters."""
    flags: MessageFlags | None
    """Flags; only SUPPRESS_EMBEDS and IS_COMPONENTS_V2 can be changed, and the latter not taken back."""
    components: (
        Annotated[Sequence[ActionRow | Container | ContainerChild | ReceivedComponent], Count(0, 40), MESSAGE_TREE]
        | None
    )
    """All components the message is to have."""
    attachments: Annotated[Sequence[SentAttachment | AttachmentModel], Count(0, 10)] | None
    """All attachments the message is to have: those to keep, and new ones."""
    embeds: Annotated[Sequence[Embed], Count(0, 10), EMBED_TEXT] | None
    """All embeds the message is to have, up to 10."""
    message_reference: MessageReferencePart
    """What the message refers to; Discord ignores changes to it."""
    allowed_mentions: AllowedMentionsPart | None
    """Who may be notified by mentions in the text."""
    sticker_ids: Sequence[int] | None
    """Ids of the stickers that the message keeps; stickers cannot be added."""
