"""What can be edited about a webhook."""

from typing import TypedDict

from scurrypy.api.image_data import ImageDataPart


class EditWebhookParams(TypedDict, total=False):
    """Changes to a webhook.

    See [Discord Docs/Modify Webhook](https://docs.discord.com/developers/resources/webhook#modify-webhook).
    """

    name: str
    """Name, 1-80 characters, without `clyde` or `discord`."""
    avatar: ImageDataPart | None
    """Avatar."""
    channel_id: int
    """Channel to move the webhook to; not with the webhook's token."""
