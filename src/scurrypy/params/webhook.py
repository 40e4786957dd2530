"""What can be edited about a webhook."""

from typing import Annotated, TypedDict

from scurrypy.api.image_data import ImageDataPart
from scurrypy.api.poll import PollPart
from scurrypy.params.message import EditMessageParams
from scurrypy.wire.limits import Length


class EditWebhookParams(TypedDict, total=False):
    """Changes to a webhook.

    See [Discord Docs/Modify Webhook](https://docs.discord.com/developers/resources/webhook#modify-webhook).
    """

    name: Annotated[str, Length(1, 80)]
    """Name, 1-80 characters, without `clyde` or `discord`."""
    avatar: ImageDataPart | None
    """Avatar."""
    channel_id: int | None
    """Channel to move the webhook to; not with the webhook's token."""


class EditWebhookMessageParams(EditMessageParams, total=False):
    """Changes to a message that was posted with a webhook's token, or an interaction's.

    See [Discord Docs/Edit Webhook Message](https://docs.discord.com/developers/resources/webhook#edit-webhook-message).
    """

    poll: PollPart | None
    """Poll; only where the message is the answer to an interaction that was put off."""
